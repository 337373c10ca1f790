import { readJson } from '../host/body.ts';
import type { Faults } from '../host/faults.ts';
import { type Answer, type Call, json, listen } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import type { Requests } from '../host/requests.ts';
import { findRoute } from '../host/router.ts';
import { ApiError, answerOf, notFound } from './answers.ts';
import { BODIES, readBody } from './bodies.ts';
import { type Comments, createComments } from './comments.ts';
import { createDeployments, type Deployments } from './deployments.ts';
import { createPulls, type Pulls } from './pulls.ts';
import { type Keeping, ROUTES, type Route } from './routes.ts';
import { createTokens, type TokenOptions } from './tokens.ts';

export type GitHubOptions = {
  /** `owner/name`. Default: `octo/app`. */
  readonly repository?: string;
  /** Where the API begins: `/api/v3` on a GitHub Enterprise Server. Default: at the root. */
  readonly prefix?: string;
};

/** A body that came, with where it was sent. */
type SentBody = {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type GitHubServer = {
  /** What GITHUB_API_URL is to such a server's runs. */
  readonly url: string;
  readonly repository: string;
  readonly pulls: Pulls;
  readonly comments: Comments;
  readonly deployments: Deployments;
  readonly faults: Faults;
  readonly requests: Requests;
  readonly sent: readonly SentBody[];
  /** What GitHub would put up with today, though it documents something else. */
  readonly violations: readonly string[];
  createToken(options?: TokenOptions): string;
  /** `POST /repos/octo/app/...` for `POST /...`, as faults and the request log name it. */
  route(inRepository: string): string;
  close(): Promise<void>;
};

/** Starts a GitHub with one repository: its pull requests, their comments, and deployments, as the REST API has them. */
export const startGitHub = async ({
  repository = 'octo/app',
  prefix = '',
}: GitHubOptions = {}): Promise<GitHubServer> => {
  const keeping: Keeping = {
    repository,
    pulls: createPulls(repository),
    comments: createComments(),
    deployments: createDeployments(),
  };
  const tokens = createTokens();
  const sent: SentBody[] = [];
  const violations: string[] = [];
  const home = `${prefix}/repos/${repository}`;
  const graph = `${prefix.replace(/\/v3$/, '')}/graphql`;

  const checkHeaders = ({ request: { headers }, method, path }: Call): void => {
    const violation = (text: string): void => void violations.push(`${method} ${path}: ${text}`);
    if (!headers['user-agent']) throw new ApiError(403, 'Request forbidden by administrative rules.');
    if (headers.accept !== 'application/vnd.github+json') violation(`accept is ${headers.accept}`);
    if (!/^\d{4}-\d\d-\d\d$/.test(String(headers['x-github-api-version']))) violation('no API version');
  };

  const bodyOf = async (call: Call, name: keyof typeof BODIES): Promise<Record<string, unknown>> => {
    const { method, path } = call;
    const given = await readJson(call).catch(() => {
      throw new ApiError(400, 'Problems parsing JSON');
    });
    const body = readBody(given, BODIES[name], (text) => void violations.push(`${method} ${path}: ${text}`));
    sent.push({ method, path, body });
    return body;
  };

  const serve = async (call: Call): Promise<Answer> => {
    checkHeaders(call);
    const token = tokens.of(call.request.headers.authorization);
    if (token === undefined) throw new ApiError(401, 'Bad credentials');
    if (call.method === 'POST' && call.path === graph) {
      await bodyOf(call, 'query');
      return json({ data: { viewer: { login: token.login } } });
    }
    const inside = call.path.startsWith(`${home}/`);
    const found = inside ? findRoute(ROUTES, call.method, call.path.slice(home.length)) : undefined;
    if (found === undefined) throw notFound();
    const { row: route, params } = found;
    checkPermission(route, call.method, token);
    const body = route.body === undefined ? {} : await bodyOf(call, route.body);
    const origin = `http://${call.request.headers.host}`;
    return route.serve({ call, params, body, token, origin, root: `${origin}${home}` }, keeping);
  };

  const listener = await listen(
    {
      serve: (call) =>
        serve(call).catch((error: unknown) => {
          if (error instanceof ApiError) return answerOf(error);
          if (error instanceof Refusal) return answerOf(new ApiError(error.status, error.message));
          throw error;
        }),
      upgrade: async (_, socket) => void socket.destroy(),
    },
    0,
    '127.0.0.1',
  );

  return {
    url: `http://127.0.0.1:${listener.port}${prefix}`,
    repository,
    pulls: keeping.pulls,
    comments: keeping.comments,
    deployments: keeping.deployments,
    faults: listener.faults,
    requests: listener.requests,
    ...{ sent, violations },
    createToken: tokens.create,
    route: (inRepository) => inRepository.replace(' ', ` ${home}`),
    close: listener.close,
  };
};

/** A token that may only read, as a fork's, is told what it lacks. */
const checkPermission = ({ needs }: Route, method: string, { permissions }: Required<TokenOptions>): void => {
  const level = method === 'GET' ? 'read' : 'write';
  if (needs.some((name) => permissions[name] === 'write' || (level === 'read' && permissions[name] === 'read'))) return;
  const accepted = needs.map((name) => `${name}=${level}`).join('; ');
  throw new ApiError(403, 'Resource not accessible by integration', {
    headers: { 'x-accepted-github-permissions': accepted },
  });
};
