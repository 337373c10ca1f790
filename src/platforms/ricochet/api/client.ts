import type { HttpRequest } from '../../../ports/http/http.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { WORDS } from './refusals.ts';

/** The calls of ricochet's API, v0. */
export type RicochetClient = ReturnType<typeof createClient>;

export function createClient({ server, token }: Access, deps: GatewayDeps) {
  const request = (method: HttpRequest['method'], path: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
    method,
    url: `${server}/api/v0/${path}`,
    signal: deps.signal,
    ...rest,
    headers: { authorization: `Key ${token}`, accept: 'application/json, text/plain', ...rest.headers },
  });
  return { ...createPlatformClient(server, WORDS, deps.http, deps), request, signal: deps.signal };
}
