import type { HttpRequest, HttpResponse } from '../../../ports/http/http.ts';
import { isSuccess } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { apiAuthorization } from './credential.ts';
import { WORDS } from './refusals.ts';

/** HTTP calls with one credential. Paths begin with the API's version. Every call names its step when it fails. */
export type Client = ReturnType<typeof createClient>;

export function createClient(access: Access, deps: GatewayDeps) {
  const { server } = access;
  const { http, signal } = deps;
  const request = (method: HttpRequest['method'], path: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
    ...{ method, url: `${server}${path}`, signal, ...rest },
    headers: { authorization: apiAuthorization(access), accept: 'application/json', ...rest.headers },
  });
  const client = createPlatformClient(server, WORDS, http, deps);
  return {
    ...client,
    request,

    /** Sends one time what must not be sent twice. A 503 comes from the proxy in front, which had nobody to hand it to. */
    sendOnce: <T>(step: string, sending: HttpRequest, from: (value: unknown) => T | undefined): Promise<Attempt<T>> =>
      client.sendOnce(step, sending, from, (response, failure) =>
        response.status === 503 ? { outcome: 'again', failure, response } : undefined,
      ),

    /** Sends one time, and answers `undefined` for anything other than success: for what only decorates. */
    attempt: async (sending: HttpRequest): Promise<HttpResponse | undefined> => {
      const response = await http(sending).catch(() => undefined);
      signal.throwIfAborted();
      return response !== undefined && isSuccess(response) ? response : undefined;
    },
  };
}
