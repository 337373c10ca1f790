import { type Finding, notice } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Context } from '../ports/context.ts';

/** What a run does; `skipped` is nothing at all. */
export type Mode = Exclude<Inputs['mode'], 'auto'> | 'skipped';

type Event = Pick<Context, 'event' | 'eventAction' | 'ref' | 'defaultBranch' | 'isDeletion'>;
type Choice = { readonly mode: Mode; readonly notice?: Finding };

const PULL_REQUESTS: readonly string[] = ['pull_request', 'pull_request_target'];
/** The events that deploy a branch or a tag. */
const DEPLOYING: readonly string[] = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
/** What happens to a release that was published long ago: its old code must not replace what is live. */
const AFTERWARDS: readonly string[] = ['edited', 'unpublished', 'deleted'];

const [BRANCH, TAG] = ['refs/heads/', 'refs/tags/'];

/**
 * The mode that was asked for. `auto` reaches production only from a production branch, a tag or a release; what happens to a pull
 * request is about its preview; a deletion is skipped; every other event is checked, with a notice that says why. The reusable
 * workflow applies the same rule in its expressions for `environment` and `concurrency`. Pure.
 */
export function chooseMode(
  { mode, productionBranches }: Pick<Inputs, 'mode' | 'productionBranches'>,
  on: Event,
): Choice {
  if (mode !== 'auto') return { mode };
  if (on.isDeletion)
    return { mode: 'skipped', notice: notice('not-production', 'A branch or a tag was deleted: nothing to deploy.') };
  if (PULL_REQUESTS.includes(on.event)) return { mode: on.eventAction === 'closed' ? 'teardown' : 'preview' };
  if (on.event === 'release' && !AFTERWARDS.includes(on.eventAction)) return { mode: 'deploy' };
  if (!DEPLOYING.includes(on.event)) {
    const event = [on.event, on.eventAction].filter((part) => part !== '').join(': ');
    return checked(
      `The event '${quote(event)}' does not deploy in mode auto, so this run only checks.`,
      'To deploy to production on this event, write `mode: deploy` under `with:`.',
    );
  }
  if (on.ref.startsWith(TAG)) return { mode: 'deploy' };

  const branch = on.ref.startsWith(BRANCH) ? on.ref.slice(BRANCH.length) : on.ref;
  const branches = productionBranches.length > 0 ? productionBranches : [on.defaultBranch].filter(Boolean);
  if (branches.length === 0) {
    return checked(
      `The event does not name the default branch of the repository, so this run only checks '${quote(branch)}'.`,
      'Write `production-branch: main` under `with:`, with the branch that is deployed to production.',
    );
  }
  if (branches.includes(branch)) return { mode: 'deploy' };
  return checked(
    `The branch '${quote(branch)}' is not the production branch (${quote(branches.join(', '))}), so this run only checks.`,
    `To deploy it, write \`mode: deploy\` under \`with:\`, or add it to \`production-branch\`.`,
  );
}

const checked = (message: string, remedy: string): Choice => ({
  mode: 'check',
  notice: notice('not-production', message, remedy),
});
