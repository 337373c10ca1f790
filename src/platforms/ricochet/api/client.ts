import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isPassing, retrying } from '../../../ports/http/retry.ts';
import type { Access, GatewayDeps } from '../../platform.ts';
import type { Once } from '../../shared/once.ts';
import { isHtml, jsonOf, said, unreachable, whole } from '../../shared/responses.ts';
import { notJson, refused } from './refusals.ts';
import { rows } from './values.ts';

/** The ways to call ricochet's API, v0. Every one names its step when it fails. */
export type RicochetClient = ReturnType<typeof createCalls>;

/** How often an answer that makes no sense is asked for. */
const READS = 3;

export function createCalls({ server, token }: Access, { http, clock, signal, say }: GatewayDeps) {
  /** Repeats what may be sent twice. */
  const careful = retrying(http, clock, say);
  const request = (method: HttpRequest['method'], path: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
    method,
    url: `${server}/api/v0/${path}`,
    signal,
    ...rest,
    headers: { authorization: `Key ${token}`, accept: 'application/json, text/plain', ...rest.headers },
  });
  const json = (value: unknown) => ({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });

  /** Sends and answers a 2xx response, or throws. */
  const call = async (step: string, sending: HttpRequest, client: Http = careful): Promise<HttpResponse> => {
    const response = await client(sending).catch((error: unknown) => {
      throw unreachable(server, step, error);
    });
    if (isGood(response)) return response;
    throw refused(server, step, response);
  };
  /** As `call`, for an answer that `read` makes sense of. A cut or foreign one is asked for again. */
  const ask = async <T>(
    step: string,
    path: string,
    read: (response: HttpResponse) => T | undefined,
    rest: Partial<HttpRequest> = {},
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const response = await call(step, request('GET', path, rest));
      const value = read(response);
      if (value !== undefined) return value;
      if (attempt === READS) throw notJson(server, step, response);
    }
  };
  const get = <T>(
    step: string,
    path: string,
    read: (value: unknown) => T | undefined,
    rest: Partial<HttpRequest> = {},
  ): Promise<T> => ask(step, path, (response) => read(jsonOf(response)), rest);
  /** A list, of which every row has to be understood. */
  const list = async <T>(step: string, path: string, read: (row: unknown) => T | undefined): Promise<T[]> =>
    whole(server, step, await get(step, path, (value) => rows(value, read)));

  /** Sends one time; throws when the server refused for good. `explain` may know better than most what a refusal means. */
  const once = async (
    step: string,
    sending: HttpRequest,
    explain: (response: HttpResponse) => Error | undefined = () => undefined,
  ): Promise<Once> => {
    let response: HttpResponse;
    try {
      response = await http(sending);
    } catch (error) {
      if (error instanceof NetworkError && error.sent) return { outcome: 'unknown', why: error.message };
      const failure = unreachable(server, step, error);
      if (error instanceof NetworkError && isPassing(error)) return { outcome: 'again', failure };
      throw failure;
    }
    if (response.status === 429) return { outcome: 'again', failure: refused(server, step, response), response };
    if (response.status >= 500)
      return { outcome: 'unknown', why: `the answer was ${response.status}${said(response)}` };
    if (!isGood(response)) throw explain(response) ?? refused(server, step, response);
    if (isHtml(response)) throw notJson(server, step, response);
    return { outcome: 'answered', response };
  };

  return { server, http, careful, signal, request, json, call, ask, get, list, once };
}

const isGood = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;
