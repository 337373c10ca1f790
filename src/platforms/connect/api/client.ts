import { isBelow } from '../../../ports/http/below.ts';
import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { getFollowing } from '../../../ports/http/redirects.ts';
import { isPassing, retrying } from '../../../ports/http/retry.ts';
import type { Access, GatewayDeps } from '../../platform.ts';
import type { Once } from '../../shared/once.ts';
import { isHtml, jsonOf, said, unreachable, whole } from '../../shared/responses.ts';
import { createCookies } from './cookies.ts';
import { notConnect, refused } from './refusals.ts';

/** How often an answer that makes no sense is asked for. */
const READS = 3;

type Sending = Pick<HttpRequest, 'method'> & Partial<HttpRequest>;

/** HTTP calls of one server with one credential. Paths are below `/__api__/`. */
export type ConnectClient = ReturnType<typeof createCalls>;

/**
 * What tells the server who calls. Behind Snowflake its token comes first, and Connect's key beside it (Posit Publisher,
 * client.ts): the input `secret` holds that token.
 */
export const authorization = ({ token, secret }: Access): Record<string, string> =>
  secret === ''
    ? { authorization: `Key ${token}` }
    : { authorization: `Snowflake Token="${secret}"`, 'x-rsc-authorization': `Key ${token}` };

export function createCalls(access: Access, { http, clock, signal, say }: GatewayDeps) {
  const { server } = access;
  const cookies = createCookies();
  const withCookies: Http = async (request) => {
    const headers = { ...request.headers, ...cookies.header() };
    const response = await http({ ...request, headers });
    cookies.take(response);
    return response;
  };
  /** Questions are followed within the API of this server; everything else is a login page, or no place for the key. */
  const api = new URL(`${server}/__api__/`);
  const once: Http = (request) =>
    request.method === 'GET' ? getFollowing(withCookies, request, (next) => isBelow(api, next)) : withCookies(request);
  const careful = retrying(once, clock, say);

  /** Sends, and answers whatever comes. Throws when nothing does. `client` says whether it is tried again. */
  const exchange = async (
    step: string,
    path: string,
    sending: Sending,
    client: Http = careful,
  ): Promise<HttpResponse> =>
    client(requestOf(path, sending)).catch((error: unknown) => {
      throw unreachable(server, step, error);
    });
  const requestOf = (path: string, { headers, ...sending }: Sending): HttpRequest => ({
    signal,
    ...sending,
    url: `${server}/__api__/${path}`,
    headers: { ...authorization(access), accept: 'application/json', ...headers },
  });
  const isSuccess = ({ status }: HttpResponse) => status >= 200 && status < 300;

  /**
   * Reads what `read` makes sense of. A cut or foreign answer is asked for again. `others` answers for what is no success;
   * by default that is an error.
   */
  const get = async <T>(
    step: string,
    path: string,
    read: (value: unknown) => T | undefined,
    others?: (response: HttpResponse) => T | undefined,
    sending: Partial<HttpRequest> = {},
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const response = await exchange(step, path, { ...sending, method: 'GET' });
      const value = isSuccess(response) ? read(jsonOf(response)) : others?.(response);
      if (value !== undefined) return value;
      if (!isSuccess(response)) throw refused(server, step, response);
      if (attempt === READS) throw notConnect(server, step, response);
    }
  };

  return {
    server,
    once,
    careful,
    exchange,
    isSuccess,

    /** As `exchange`, but throws for everything other than success. */
    send: async (step: string, path: string, sending: Sending, client?: Http): Promise<HttpResponse> => {
      const response = await exchange(step, path, sending, client);
      if (!isSuccess(response)) throw refused(server, step, response);
      if (isHtml(response)) throw notConnect(server, step, response);
      return response;
    },

    /**
     * Sends one time what must not be sent twice. Throws when the server refused for good; `mayRepeat` knows refusals after which
     * it may be sent again.
     */
    sendOnce: async (
      step: string,
      path: string,
      sending: Sending,
      mayRepeat: (response: HttpResponse) => boolean = () => false,
    ): Promise<Once> => {
      let response: HttpResponse;
      try {
        response = await once(requestOf(path, sending));
      } catch (error) {
        if (error instanceof NetworkError && error.sent) return { outcome: 'unknown', why: error.message };
        const failure = unreachable(server, step, error);
        if (error instanceof NetworkError && isPassing(error)) return { outcome: 'again', failure };
        throw failure;
      }
      const { status } = response;
      if (status === 429 || mayRepeat(response)) {
        return { outcome: 'again', failure: refused(server, step, response), response };
      }
      if (status >= 500) return { outcome: 'unknown', why: `the answer was ${status}${said(response)}` };
      if (!isSuccess(response)) throw refused(server, step, response);
      if (isHtml(response)) throw notConnect(server, step, response);
      return { outcome: 'answered', response };
    },

    get,
    /** A list, of which every row has to be understood. `others` is as for `get`. */
    list: async <T>(
      step: string,
      path: string,
      read: (row: unknown) => T | undefined,
      others?: (response: HttpResponse) => T[] | undefined,
    ): Promise<T[]> =>
      whole(
        server,
        step,
        await get(step, path, (value) => (Array.isArray(value) ? value.map(read) : undefined), others),
      ),
  };
}

export const jsonBody = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8' },
});
