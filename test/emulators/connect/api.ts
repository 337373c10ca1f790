import type { Answer, Call } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import { findRoute, type Params } from '../host/router.ts';
import { bundleRoutes } from './bundle-routes.ts';
import { contentRoutes } from './content-routes.ts';
import type { Item } from './items.ts';
import { jobRoutes } from './job-routes.ts';
import type { Parts } from './parts.ts';
import type { Caller, User } from './people.ts';
import { Rejection, rejected } from './rejection.ts';
import { renderRoutes } from './render-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { serverRoutes } from './server-routes.ts';
import { sharingRoutes } from './sharing-routes.ts';
import { taskRoutes } from './task-routes.ts';

/** One call of the API by somebody we know. */
export type ApiCall = {
  readonly call: Call;
  readonly params: Params;
  readonly session: string;
  readonly caller: Caller;
  /** The user who calls. @throws Rejection (22) for a service principal, which is none */
  user(): User;
  /** The same, when they may publish. @throws Rejection (22) */
  publisher(): User;
  /** The item in the path, when the caller may change it, or see it. @throws Rejection (3, 4, 19) */
  item(need?: 'editor' | 'viewer'): Item;
};

export type Route = (api: ApiCall, parts: Parts) => Answer | Promise<Answer>;

const ROUTES: Readonly<Record<string, Route>> = {
  ...serverRoutes,
  ...contentRoutes,
  ...bundleRoutes,
  ...taskRoutes,
  ...jobRoutes,
  ...renderRoutes,
  ...repositoryRoutes,
  ...sharingRoutes,
};

/** Calls that need no key. */
const OPEN = ['GET /server_settings'];

const NOBODY: Caller = { kind: 'service', contentGuid: '' };

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const forbidden = (): Rejection => new Rejection(22, "You don't have permission to perform this operation.");

const userOf = (caller: Caller): User => {
  if (caller.kind === 'service') throw forbidden();
  return caller.user;
};

const itemOf = (guid: string, caller: Caller, need: 'editor' | 'viewer', { access, items }: Parts): Item => {
  if (!GUID.test(guid)) throw new Rejection(3, 'The requested object ID is invalid.');
  const item = items.get(guid);
  if (item === undefined) throw new Rejection(4, 'The requested object does not exist.');
  const role = access.role(item, caller);
  if (role === 'none' || (need === 'editor' && role === 'viewer')) {
    throw new Rejection(19, "You don't have permission to access this item.");
  }
  return item;
};

const answer = async (call: Call, session: string, parts: Parts): Promise<Answer> => {
  const found = findRoute(ROUTES, call.method, call.path);
  if (found === undefined) throw new Rejection(2, 'The requested method or endpoint is not supported.');
  const { row: route, params } = found;
  const open = OPEN.includes(`${call.method} ${call.path}`);
  const caller = open ? NOBODY : parts.access.caller(call.request);
  if (caller === undefined) {
    throw new Rejection(24, 'Authentication is required: the request has no API key.');
  }
  return route(
    {
      ...{ call, params, session, caller },
      user: () => userOf(caller),
      publisher() {
        const user = userOf(caller);
        if (user.role === 'viewer') throw forbidden();
        return user;
      },
      item: (need = 'editor') => itemOf(params.guid ?? '', caller, need, parts),
    },
    parts,
  );
};

/** The API below /__api__: `call.path` begins after it. Errors are Connect's JSON, and every answer may set the cookie. */
export const serveApi = async (call: Call, parts: Parts): Promise<Answer> => {
  const { session, cookie } = parts.sessions.of(call.request);
  const reply = await answer(call, session, parts).catch((error: unknown) => {
    if (error instanceof Refusal) return rejected(error);
    throw error;
  });
  const { headers, ...rest } = reply;
  return cookie === undefined ? reply : { ...rest, headers: { ...headers, 'set-cookie': cookie } };
};
