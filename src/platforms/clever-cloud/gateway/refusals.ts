import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { App } from '../api/values.ts';
import type { AppSpec } from './app-spec.ts';

const label = ({ name, id }: App): string => `The app '${quote(name)}' (${id})`;

/** States in which an app deploys nothing, however it is pushed to (Clever Cloud's OpenAPI description, `Application`). */
export const BLOCKED: Readonly<Record<string, string>> = {
  MODERATED: 'Clever Cloud has blocked it (MODERATED)',
  DEFAULT_OF_PAYMENT: 'its organisation has not paid (DEFAULT_OF_PAYMENT)',
};

/** Nobody reads more of one name. */
const MOST_SHOWN = 10;

export const several = (apps: readonly App[]): Failure =>
  failure(
    'several-items',
    `Several apps are called '${quote(apps[0]?.name ?? '')}': ${apps
      .slice(0, MOST_SHOWN)
      .map(({ id, zone, commit }) => `${id} (${quote(zone)}, ${commit === undefined ? 'never deployed' : 'deployed'})`)
      .join(', ')}.`,
    `Add \`id: ${apps.find(({ commit }) => commit !== undefined)?.id ?? apps[0]?.id}\` under \`with:\` of this step, if that is the one you mean. Remove the others in the console.`,
  );

/** Throws for an app that can't be deployed to, with its reason. Nothing has been changed then. */
export function checkUsable(app: App, kind?: AppSpec['kind']): void {
  const refusal = refusalOf(app, kind);
  if (refusal) throw refusal;
}

function refusalOf(app: App, kind?: AppSpec['kind']): Failure | undefined {
  const blocked = (why: string, remedy: string) =>
    failure('app-blocked', `${label(app)} can't be deployed to: ${why}.`, remedy);
  if (/^https:\/\/github\.com\//i.test(app.httpUrl)) {
    return failure(
      'git-managed',
      `${label(app)} is deployed by Clever Cloud itself, from GitHub: it has no git repository to push to.`,
      "Create an app that is not linked to GitHub, and give its 'id'; or choose another name.",
    );
  }
  const why = BLOCKED[app.state];
  if (why !== undefined) return blocked(why, 'Settle that in the console, and run the job again.');
  if (app.archived) return blocked('it is archived', 'Restore it in the console, or choose another name.');
  if (app.runtime !== 'python') {
    return blocked(
      `its runtime is ${quote(app.runtime) || 'not known'}, not python`,
      'Choose another name: a runtime can not be changed.',
    );
  }
  const there = app.lifetime === 'TASK' ? 'task' : 'app';
  if (kind !== undefined && kind !== there) {
    return failure(
      'content-type-changed',
      `${label(app)} is ${there === 'app' ? 'an app' : 'a task'}; this project is ${kind === 'app' ? 'an app' : 'a task'}.`,
      'Give the new app another name, or correct content-type.',
    );
  }
  return undefined;
}
