import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { documentsOf } from '../findings/documents.ts';
import { attempt } from './attempt.ts';

export type Context = Readonly<ReturnType<typeof readContext>>;

type PullRequestEvent = {
  readonly number: number;
  /** Whether GitHub keeps the repository's secrets from this run: it is from a fork, or Dependabot's. */
  readonly isOutside: boolean;
  /** The commit that was pushed; `GITHUB_SHA` is that of a merge nobody made. */
  readonly sha: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Events that GitHub runs on the default branch only, whose payloads may lack the repository. */
const ON_DEFAULT_BRANCH: readonly string[] = ['schedule', 'repository_dispatch'];

/** What GitHub says about this run: the only reader of `GITHUB_*`, `RUNNER_*` and the event. */
export function readContext(environment: Environment) {
  const value = (name: string) => environment[name] ?? '';
  const payload = readEvent(value('GITHUB_EVENT_PATH'));
  const repository = value('GITHUB_REPOSITORY');
  const event = value('GITHUB_EVENT_NAME');
  const ref = value('GITHUB_REF');
  const defaultBranch = table(payload.repository).default_branch;
  const server = value('GITHUB_SERVER_URL') || 'https://github.com';
  const repositoryUrl = repository === '' ? '' : `${server}/${repository}`;
  const runUrl = `${repositoryUrl}/actions/runs/${value('GITHUB_RUN_ID')}`;
  return {
    /** Absolute path of the checkout. */
    workspace: value('GITHUB_WORKSPACE') || process.cwd(),
    /** Absolute path of a folder that dies with the job. */
    temp: value('RUNNER_TEMP') || tmpdir(),
    repository,
    /** Its page on this GitHub; empty where the run is of none. */
    repositoryUrl,
    /** The REST API of this GitHub, without a slash at its end. */
    apiUrl: (value('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
    sha: value('GITHUB_SHA'),
    ...{ ref, event },
    /** The branch or tag; of a pull request, the one it is from. */
    branch: value('GITHUB_HEAD_REF') || ref.replace(/^refs\/(?:heads|tags)\//, ''),
    /** The event's `action` (`opened`, `closed`, ...) or an empty string. */
    eventAction: typeof payload.action === 'string' ? payload.action : '',
    /** The event is the deletion of a branch or a tag. */
    isDeletion: event === 'delete' || payload.deleted === true,
    /** The repository's default branch; empty where the event does not tell. */
    defaultBranch:
      typeof defaultBranch === 'string'
        ? defaultBranch
        : ON_DEFAULT_BRANCH.includes(event)
          ? ref.replace(/^refs\/heads\//, '')
          : '',
    /** Revisions of git that have what this run's commit is to replace, best first. A shallow checkout has none of them. */
    bases: basesOf(environment, payload),
    /** The pull request that the event is about. */
    pullRequest: readPullRequest(payload, repository, value('GITHUB_ACTOR')),
    hosted: value('RUNNER_ENVIRONMENT') === 'github-hosted',
    os: value('RUNNER_OS') || process.platform,
    arch: value('RUNNER_ARCH') || process.arch,
    runUrl: value('GITHUB_RUN_ID') ? runUrl : '',
    /** Where this action explains itself. */
    documents: documentsOf(server, value('GITHUB_ACTION_REPOSITORY'), value('GITHUB_ACTION_REF')),
  };
}

type Payload = Record<string, unknown>;

function basesOf(
  { GITHUB_EVENT_NAME: event, GITHUB_BASE_REF: base = '', GITHUB_REF: ref, GITHUB_SHA: sha }: Environment,
  { before, repository }: Payload,
): readonly string[] {
  // The commit of a pull request is a merge, whose first parent is the base.
  if (event === 'pull_request' && base !== '') return [`refs/remotes/origin/${base}`, `${sha}^1`];
  if (event === 'pull_request_target' && base !== '') return [`refs/remotes/origin/${base}`];
  const main = String(table(repository).default_branch ?? '');
  if (main !== '' && ref !== `refs/heads/${main}`) return [`refs/remotes/origin/${main}`];
  return typeof before === 'string' && /^[0-9a-f]{40,64}$/.test(before) ? [before] : [];
}

const readEvent = (path: string): Payload =>
  table(path === '' ? undefined : attempt(() => JSON.parse(readFileSync(path, 'utf8')) as unknown));

function readPullRequest(payload: Payload, repository: string, actor: string): PullRequestEvent | undefined {
  const request = table(payload.pull_request);
  const number = Number(request.number ?? payload.number);
  if (payload.pull_request === undefined || !Number.isSafeInteger(number) || number < 1) return undefined;
  const head = table(request.head);
  const sha = String(head.sha ?? '');
  return {
    number,
    // The repository is null when the fork was deleted.
    isOutside: table(head.repo).full_name !== repository || actor === 'dependabot[bot]',
    sha: /^[0-9a-f]{40,64}$/.test(sha) ? sha : '',
  };
}

const table = (value: unknown): Payload => (typeof value === 'object' && value !== null ? (value as Payload) : {});
