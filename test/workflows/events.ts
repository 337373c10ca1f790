import type { Event } from '../tools/workflow-host.ts';

const REPOSITORY = { name: 'app', full_name: 'octo/app', owner: { login: 'octo' }, default_branch: 'main' };
const MAIN = 'refs/heads/main';

export const push = (sha: string, ref = MAIN): Event => ({
  eventName: 'push',
  event: { ref, after: sha, repository: REPOSITORY },
  ref,
  sha,
});

/** Any other event. */
export const other = (sha: string, eventName: string, event: object, ref = MAIN): Event => ({
  eventName,
  event: { repository: REPOSITORY, ...event },
  ref,
  sha,
});

export const schedule = (sha: string): Event => ({
  eventName: 'schedule',
  event: { schedule: '17 6 * * 1-5', repository: REPOSITORY },
  ref: MAIN,
  sha,
});

export const dispatch = (sha: string, inputs: Readonly<Record<string, unknown>> = {}): Event => ({
  eventName: 'workflow_dispatch',
  event: { inputs, ref: MAIN, repository: REPOSITORY },
  ref: MAIN,
  sha,
  inputs,
});

export type PullRequestOptions = {
  readonly number: number;
  readonly sha: string;
  readonly action?: 'opened' | 'synchronize' | 'reopened' | 'closed' | 'labeled';
  readonly eventName?: 'pull_request' | 'pull_request_target';
  /** The repository that the branch is in. Default: the very one. */
  readonly from?: string;
};

export const pullRequest = ({ number, sha, ...options }: PullRequestOptions): Event => {
  const { action = 'opened', eventName = 'pull_request', from = 'octo/app' } = options;
  return {
    eventName,
    event: {
      action,
      number,
      pull_request: {
        number,
        state: action === 'closed' ? 'closed' : 'open',
        head: { sha, ref: 'topic', repo: { full_name: from, fork: from !== 'octo/app' } },
        base: { sha, ref: 'main', repo: { full_name: 'octo/app' } },
      },
      repository: REPOSITORY,
    },
    // In pull_request_target GitHub runs the base branch's workflow, and checks that branch out.
    ref: eventName === 'pull_request' ? `refs/pull/${number}/merge` : MAIN,
    sha,
    headRef: 'topic',
    baseRef: 'main',
  };
};
