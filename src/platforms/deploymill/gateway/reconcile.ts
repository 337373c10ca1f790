import { warning } from '../../../findings/finding.ts';
import { quote, tail } from '../../../findings/text.ts';
import { at } from '../../../project/files/values.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { readBlockedDomains } from '../api/answers.ts';
import type { Session } from '../api/session.ts';
import type { AppSpec } from './app-spec.ts';

/** How much of a plan is shown, in lines and characters. */
const [LINES, CHARACTERS] = [80, 8_000];

/**
 * Shows what .deploymill/project.json would change of the app, and changes it where that was asked for. Nothing is ever pruned. A plan is
 * only asked for where the tool has a dry run.
 */
export async function reconcile(
  { id, settings }: AppSpec,
  { session, deps }: { readonly session: Session; readonly deps: GatewayDeps },
): Promise<void> {
  if (settings.reconcile === 'never') return;
  const tools = await session.tools();
  if (settings.reconcile === 'plan' && tools.find('reconcile_project') === undefined) {
    return deps.say("The server has no tool 'reconcile_project': what project.json would change is not known.");
  }
  const app = { needed: { applicationId: id, dryRun: true }, wanted: { repoUrl: deps.origin.repository || undefined } };
  const planned = await session.call('reconcile_project', app);
  deps.say('What .deploymill/project.json would change of the app:');
  deps.quoted(tail(JSON.stringify(at(planned, 'plan') ?? planned, null, 1) ?? '', LINES, CHARACTERS));
  deps.report(
    readBlockedDomains(planned).map(({ host, code, reason }) =>
      warning(
        'domain-blocked',
        `deploymill does not route ${quote(host, 120)} to the app${code && ` (${quote(code)})`}: ${quote(reason, 300) || 'it did not say why'}`,
        'Create the DNS record that it asks for.',
      ),
    ),
  );
  if (settings.reconcile !== 'apply') return;
  await session.call('reconcile_project', { needed: { applicationId: id }, wanted: app.wanted });
  deps.say('Applied.');
}
