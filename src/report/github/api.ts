import { at, textAt } from '../../project/files/values.ts';
import { createClient, type GitHubAccess, type GitHubClient, type World } from './client.ts';
import type { Step } from './refusals.ts';

/** A comment of a pull request. */
export type Comment = Readonly<NonNullable<ReturnType<typeof readComment>>>;

export type NewDeployment = {
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
    client.query(
      pulls('asking whose the token is'),
      'query { viewer { login } }',
      (value) => textAt(value, 'data', 'viewer', 'login') || undefined,
    ),
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

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function readPull(row: unknown) {
  const [number, state, headSha] = [at(row, 'number'), at(row, 'state'), textAt(row, 'head', 'sha')];
  if (!isId(number) || (state !== 'open' && state !== 'closed')) return undefined;
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(headSha)) return undefined;
  /** As `owner/name`; `undefined` when the fork it came from was deleted. */
  const headRepository = textAt(row, 'head', 'repo', 'full_name') || undefined;
  return { number, headSha, headRepository, state: state as 'open' | 'closed' };
}

function readNumber(row: unknown): { number: number; open: boolean } | undefined {
  const number = at(row, 'number');
  return isId(number) ? { number, open: at(row, 'state') === 'open' } : undefined;
}

function readComment(row: unknown) {
  const id = at(row, 'id');
  const author = at(row, 'user') === null ? '' : at(row, 'user', 'login');
  if (!isId(id) || typeof author !== 'string') return undefined;
  const slug = at(row, 'performed_via_github_app', 'slug');
  return {
    id,
    /** A login, empty for a deleted account. */
    author,
    body: textAt(row, 'body'),
    /** How the author stands to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `NONE`, ... */
    association: textAt(row, 'author_association'),
    /** The slug of the app that spoke. */
    app: typeof slug === 'string' ? slug : undefined,
  };
}

function readDeployment(row: unknown): { id: number; environment: string; mark: string } | undefined {
  const id = at(row, 'id');
  return isId(id) ? { id, environment: textAt(row, 'environment'), mark: textAt(row, 'payload', MARK) } : undefined;
}

function readStatus(row: unknown): { id: number; state: string } | undefined {
  const [id, state] = [at(row, 'id'), at(row, 'state')];
  return isId(id) && typeof state === 'string' ? { id, state } : undefined;
}
