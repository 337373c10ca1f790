import { failure, notice } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Context } from '../ports/context.ts';
import type { Deps } from '../report/deps.ts';

/** The pull request that is meant: the input's, else the event's. Throws when there is none. */
export function whichPullRequest(inputs: Inputs, context: Context): number {
  const number = inputs.pullRequest ?? context.pullRequest?.number;
  if (number !== undefined) return number;
  throw failure(
    'no-pull-request',
    `The event '${context.event}' has no pull request, so it is not clear which preview is meant.`,
    "Set the input 'pull-request' to its number, or run this on pull_request.",
  );
}

/**
 * Runs of forks and of Dependabot get no secrets from GitHub, and can't do anything about it: they are skipped, with a word why.
 * Answers whether this is one.
 */
export function skipOutside({ context, report }: Pick<Deps, 'context' | 'report'>): boolean {
  if (context.event !== 'pull_request' || !context.pullRequest?.isOutside) return false;
  report([
    notice(
      'no-secrets',
      'This pull request is from a fork or from Dependabot: GitHub gives its runs no secrets, so the run was skipped.',
      'Nothing to do. To get a preview, push the branch to this repository; for Dependabot, store the secret under Dependabot secrets as well.',
    ),
  ]);
  return true;
}
