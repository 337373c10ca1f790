/** GitHub's payloads, as far as the action reads them. */

export const REPOSITORY = { full_name: 'octo/app', default_branch: 'main' };

type PullRequest = {
  readonly action?: string;
  readonly event?: 'pull_request' | 'pull_request_target';
  /** Where the branch is: another repository is a fork, null one that was deleted. */
  readonly head?: string | null;
  readonly branch?: string;
};

export const pullRequest = (
  number: number,
  { action = 'opened', event = 'pull_request', head = 'octo/app', branch = 'topic' }: PullRequest = {},
) => ({
  name: event,
  payload: {
    action,
    number,
    pull_request: {
      number,
      state: action === 'closed' ? 'closed' : 'open',
      head: { sha: 'a'.repeat(40), ref: branch, repo: head === null ? null : { full_name: head } },
    },
    repository: REPOSITORY,
  },
});
