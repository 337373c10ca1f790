import { isBelow } from '../../../ports/http/below.ts';
import type { Http, HttpRequest, HttpResponse } from '../../../ports/http/http.ts';
import { getFollowing } from '../../../ports/http/redirects.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { WORDS } from './refusals.ts';

/** HTTP calls of one server with one credential. Paths are below `/__api__/`. */
export type ConnectClient = ReturnType<typeof createClient>;

/**
 * What tells the server who calls. Behind Snowflake its token comes first, and Connect's key next to it (Posit Publisher,
 * client.ts): the input `secret` holds that token.
 */
export const authorization = ({ token, secret }: Access): Record<string, string> =>
  secret === ''
    ? { authorization: `Key ${token}` }
    : { authorization: `Snowflake Token="${secret}"`, 'x-rsc-authorization': `Key ${token}` };

export function createClient(access: Access, deps: GatewayDeps) {
  const { server } = access;
  const http = withCookies(deps.http);
  /** Questions are followed within the API of this server; everything else is a login page, or no place for the key. */
  const api = new URL(`${server}/__api__/`);
  const once: Http = (request) =>
    request.method === 'GET' ? getFollowing(http, request, (next) => isBelow(api, next)) : http(request);
  const request = (method: HttpRequest['method'], path: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
    method,
    url: api.href + path,
    signal: deps.signal,
    ...rest,
    headers: { ...authorization(access), accept: 'application/json', ...rest.headers },
  });
  return { ...createPlatformClient(server, WORDS, once, deps), request };
}

/** A refusal that may be for good: this key, or this server, does not tell. */
export const isUntold = ({ status }: HttpResponse): boolean => status < 500 && status !== 429;

/**
 * Keeps the cookies of one server. In a cluster they lead back to the node that runs a task (Connect's API reference, "tasks"), so
 * they are sent by name; attributes are dropped, for all calls go to the one server.
 */
function withCookies(http: Http): Http {
  const kept = new Map<string, string>();
  const keep = ({ headers }: HttpResponse): void => {
    for (const line of [headers['set-cookie'] ?? []].flat()) {
      const [, name, value = ''] = /^\s*([^=;\s]+)=\s*([^;]*)/.exec(line) ?? [];
      if (name === undefined) continue;
      if (value.trim() === '' || /;\s*max-age=0\s*(?:;|$)/i.test(line)) kept.delete(name);
      else kept.set(name, value.trim());
    }
  };
  return async (request) => {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await http({ ...request, headers: { ...request.headers, ...(cookie && { cookie }) } });
    keep(response);
    return response;
  };
}
