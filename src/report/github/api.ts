import { createClient, type GitHubAccess, type GitHubClient } from './client.ts';
import type { World } from './limits.ts';
import type { Step } from './refusals.ts';

/** `headRepository` is `owner/name`; `undefined` when the fork it came from was deleted. */
type PullRequest = {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly headRepository: string | undefined;
  readonly headSha: string;
};

/** A comment of a pull request, `author` as a login, empty for a deleted account; `app` the slug of the app that spoke. */
export type Comment = {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly app: string | undefined;
  /** How the author stands to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `NONE`, ... */
  readonly association: string;
};

type NewDeployment = {
  readonly sha: string;
  readonly environment: string;
  /** For environments that will go away, such as previews. */
  readonly transient: boolean;
  readonly description: string;
  /** Ours alone, so that a deployment whose answer was lost is known again. */
  readonly mark: string;
};

type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** URLs are left out unless they are http(s): GitHub refuses others. `description` is cut by the caller to 140 characters. */
type DeploymentStatus = {
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
};

/** What uv-deploy needs of GitHub's REST API. Every call may throw a `Failure` with a code `github-*`, or `Cancelled`. */
export type GitHub = ReturnType<typeof createGitHub>;

const pulls = (doing: string): Step => ({ doing, needs: 'pull-requests: read' });
const comments = (doing: string): Step => ({ doing, needs: 'pull-requests: write' });
const deployments = (doing: string): Step => ({ doing, needs: 'deployments: write' });

/** Opens the repository of the run. Throws a `Failure` when the token or the repository can't be ones. */
export function createGitHub(access: GitHubAccess, deps: World) {
  const client = createClient(access, deps);
  return { ...createPullApi(client), ...createCommentApi(client), ...createDeploymentApi(client) };
}

const createPullApi = (client: GitHubClient) => ({
  /** The login behind the token, such as `github-actions[bot]`. Works for all kinds of tokens, where `GET /user` does not. */
  viewer: () =>
    client.query(pulls('asking whose the token is'), 'query { viewer { login } }', (value) => {
      const login = field(field(field(value, 'data'), 'viewer'), 'login');
      return typeof login === 'string' && login !== '' ? login : undefined;
    }),
  /** `undefined` when there is no such pull request. */
  pullRequest: (number: number) => client.get(pulls('reading the pull request'), `pulls/${number}`, readPull),
  openPullRequests: async (): Promise<number[]> => {
    const rows = await client.pages(pulls('listing the open pull requests'), 'pulls', { state: 'open' }, readNumber);
    return rows.filter(({ open }) => open).map(({ number }) => number);
  },
});

const createCommentApi = (client: GitHubClient) => ({
  /** All comments, oldest first. */
  comments: async (pullRequest: number): Promise<Comment[]> => {
    const path = `issues/${pullRequest}/comments`;
    const rows = await client.pages(comments('reading the comments'), path, {}, readComment);
    // A comment that goes while pages are turned may bring another one twice.
    return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => a.id - b.id);
  },
  /** `look` finds the comment again if the answer got lost. */
  createComment: (pullRequest: number, body: string, look: () => Promise<Comment | undefined>) => {
    const path = `issues/${pullRequest}/comments`;
    return client.create(comments('writing the comment'), path, { body }, { read: readComment, look });
  },
  /** `undefined` when somebody has deleted it. */
  updateComment: (id: number, body: string) =>
    client.patch(comments('updating the comment'), `issues/comments/${id}`, { body }, readComment),
  deleteComment: (id: number) => client.remove(comments('deleting a comment'), `issues/comments/${id}`),
});

function createDeploymentApi(client: GitHubClient) {
  const list = (environment: string) => {
    const step = deployments('listing the deployments of the environment');
    return client.pages(step, 'deployments', { environment }, readDeployment);
  };
  /** The newest state of a deployment. */
  const deploymentState = async (id: number): Promise<string | undefined> => {
    const path = `deployments/${id}/statuses`;
    const rows = await client.pages(deployments('asking how the deployment stands'), path, {}, readStatus);
    return rows.toSorted((a, b) => b.id - a.id)[0]?.state;
  };

  return {
    /** Its id. Neither merges anything nor waits for checks. */
    createDeployment: async (wanted: NewDeployment): Promise<number> => {
      const { sha, environment, description, transient, mark } = wanted;
      const body = {
        ...{ ref: sha, environment, description, auto_merge: false, required_contexts: [] },
        ...{ transient_environment: transient, payload: { [MARK]: mark } },
      };
      const look = async () => (await list(environment)).find((one) => one.mark === mark);
      const step = deployments('creating the deployment');
      const made = await client.create(step, 'deployments', body, { read: readDeployment, look });
      return made.id;
    },
    /** The ids of all deployments of an environment. */
    deployments: async (environment: string): Promise<number[]> =>
      (await list(environment)).filter((one) => one.environment === environment).map(({ id }) => id),
    deploymentState,
    setDeploymentStatus: async (id: number, status: DeploymentStatus): Promise<void> => {
      const { state, description, logUrl, environmentUrl } = status;
      const body = {
        ...{ state, description },
        ...(isWebUrl(logUrl) && { log_url: logUrl }),
        ...(isWebUrl(environmentUrl) && { environment_url: environmentUrl }),
      };
      const step = deployments('setting the state of the deployment');
      await client.create(step, `deployments/${id}/statuses`, body, {
        read: (value) => readStatus(value)?.state,
        look: async () => ((await deploymentState(id)) === state ? state : undefined),
      });
    },
  };
}

const MARK = 'uv-deploy';

const isWebUrl = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readPull(row: unknown): PullRequest | undefined {
  const [number, state, head] = [field(row, 'number'), field(row, 'state'), field(row, 'head')];
  const [headSha, name] = [field(head, 'sha'), field(field(head, 'repo'), 'full_name')];
  if (!isId(number) || (state !== 'open' && state !== 'closed')) return undefined;
  if (typeof headSha !== 'string' || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(headSha)) return undefined;
  return { number, state, headSha, headRepository: typeof name === 'string' && name !== '' ? name : undefined };
}

function readNumber(row: unknown): { number: number; open: boolean } | undefined {
  const number = field(row, 'number');
  return isId(number) ? { number, open: field(row, 'state') === 'open' } : undefined;
}

function readComment(row: unknown): Comment | undefined {
  const [id, user] = [field(row, 'id'), field(row, 'user')];
  const author = user === null ? '' : field(user, 'login');
  if (!isId(id) || typeof author !== 'string') return undefined;
  const slug = field(field(row, 'performed_via_github_app'), 'slug');
  return {
    ...{ id, author, body: text(field(row, 'body')), association: text(field(row, 'author_association')) },
    app: typeof slug === 'string' ? slug : undefined,
  };
}

function readDeployment(row: unknown): { id: number; environment: string; mark: string } | undefined {
  const id = field(row, 'id');
  if (!isId(id)) return undefined;
  return { id, environment: text(field(row, 'environment')), mark: text(field(field(row, 'payload'), MARK)) };
}

function readStatus(row: unknown): { id: number; state: string } | undefined {
  const [id, state] = [field(row, 'id'), field(row, 'state')];
  return isId(id) && typeof state === 'string' ? { id, state } : undefined;
}
