import { type Answer, type Call, json, text } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import { findRoute, type Params } from '../host/router.ts';
import { mayManage } from './access.ts';
import { contentRoutes } from './content-routes.ts';
import type { Item } from './items.ts';
import type { Caller } from './keys.ts';
import type { Parts } from './parts.ts';
import { taskRoutes } from './task-routes.ts';
import { upload } from './upload.ts';
import { variableRoutes } from './variable-routes.ts';

/** One call of the API by somebody we know. */
export type ApiCall = {
  readonly call: Call;
  readonly params: Params;
  readonly caller: Caller;
  /** The item in the path. @throws Refusal (404, 403) when there is none or it is not the caller's */
  item(): Item;
};

export type Route = (api: ApiCall, parts: Parts) => Answer | Promise<Answer>;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/v0/check_key': () => json({ valid: true }),
  'POST /api/v0/content/upload': upload,
  ...contentRoutes,
  ...variableRoutes,
  ...taskRoutes,
};

/** The API below /api: ricochet's paths and bodies, JSON errors, the key in `Authorization: Key`. */
export const serveApi = async (call: Call, parts: Parts): Promise<Answer> => {
  // The one call that needs no key.
  if (call.method === 'GET' && call.path === '/api/v0/public-key') return text(parts.variables.publicKey);
  const found = findRoute(ROUTES, call.method, call.path);
  if (found === undefined) throw new Refusal(404, 'Not found');
  const { row: route, params } = found;
  const caller = parts.access.caller(call.request);
  if (caller === undefined) throw new Refusal(401, 'Unauthorized');

  // "All content read endpoints need the content read scope" (release notes of 0.24); its name is inferred.
  const isReading = call.method === 'GET' && call.path.startsWith('/api/v0/content/');
  if (isReading && parts.dialect.version === '0.24' && !caller.scopes.includes('content:read')) {
    throw new Refusal(403, 'The API key lacks the scope content:read');
  }
  const item = (): Item => {
    const item = parts.items.get(params.id ?? '');
    if (item === undefined) throw new Refusal(404, 'Content not found');
    if (!mayManage(item, caller)) throw new Refusal(403, 'Unauthorized');
    return item;
  };
  return route({ call, params, caller, item }, parts);
};
