import { type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isPassing, retrying } from '../../../ports/http/retry.ts';
import type { Access, GatewayDeps } from '../../platform.ts';
import type { Once } from '../../shared/once.ts';
import { isHtml, jsonOf, unreachable } from '../../shared/responses.ts';
import { authorization, type Consumer } from './oauth.ts';
import { notCleverCloud, refused } from './refusals.ts';

/** How often an answer that makes no sense is asked for. */
const READS = 3;

type Sending = Partial<HttpRequest>;

/** HTTP calls with one credential. Paths begin with the API's version. Every call names its step when it fails. */
export function createCalls(access: Access, deps: GatewayDeps, consumer?: Consumer) {
  const { server, token, secret } = access;
  const { http, clock, signal, say } = deps;
  const careful = retrying(http, clock, say);
  const requestOf = (method: HttpRequest['method'], path: string, { headers, ...sending }: Sending): HttpRequest => ({
    ...{ method, url: `${server}${path}`, signal, ...sending },
    headers: { authorization: authorization(token, secret, consumer), accept: 'application/json', ...headers },
  });
  const isSuccess = ({ status }: HttpResponse) => status >= 200 && status < 300;

  /** Sends, and answers whatever comes. Throws when nothing does. */
  const exchange = async (step: string, request: HttpRequest): Promise<HttpResponse> =>
    careful(request).catch((error: unknown) => {
      throw unreachable(server, step, error);
    });

  const accepted = (step: string, response: HttpResponse): HttpResponse => {
    if (!isSuccess(response)) throw refused(server, step, response);
    if (isHtml(response)) throw notCleverCloud(server, step, response);
    return response;
  };
  const isAbsent = (response: HttpResponse) => response.status === 404 && !isHtml(response);

  /** Asks until `read` makes sense of the answer, or the server refuses: a cut or foreign answer is asked for again. */
  const ask = async <T>(step: string, path: string, read: (value: unknown) => T | undefined) => {
    for (let attempt = 1; ; attempt++) {
      const response = await exchange(step, requestOf('GET', path, {}));
      if (!isSuccess(response)) return { refusal: response };
      const value = read(jsonOf(response));
      if (value !== undefined) return { value };
      if (attempt === READS) throw notCleverCloud(server, step, response);
    }
  };

  return {
    /** Gets what `read` makes sense of. */
    get: async <T>(step: string, path: string, read: (value: unknown) => T | undefined): Promise<T> => {
      const answer = await ask(step, path, read);
      if (answer.refusal) throw refused(server, step, answer.refusal);
      return answer.value;
    },

    /** As `get`; `undefined` when there is nothing at that path. */
    find: async <T>(step: string, path: string, read: (value: unknown) => T | undefined): Promise<T | undefined> => {
      const answer = await ask(step, path, read);
      if (!answer.refusal) return answer.value;
      if (isAbsent(answer.refusal)) return undefined;
      throw refused(server, step, answer.refusal);
    },

    /** Changes something that may be asked for twice. Throws for everything other than success. */
    change: async (step: string, method: 'PUT' | 'DELETE', path: string, sending: Sending = {}): Promise<void> => {
      accepted(step, await exchange(step, requestOf(method, path, sending)));
    },

    /** Removes something. Answers false when it was gone already. */
    remove: async (step: string, path: string): Promise<boolean> => {
      const response = await exchange(step, requestOf('DELETE', path, {}));
      if (isAbsent(response)) return false;
      accepted(step, response);
      return true;
    },

    /** Sends one time what must not be sent twice. Throws when the server refused for good. */
    sendOnce: async (step: string, path: string, sending: Sending = {}): Promise<Once> => {
      let response: HttpResponse;
      try {
        response = await http(requestOf('POST', path, sending));
      } catch (error) {
        if (error instanceof NetworkError && error.sent) return { outcome: 'unknown', why: error.message };
        const failure = unreachable(server, step, error);
        if (error instanceof NetworkError && isPassing(error)) return { outcome: 'again', failure };
        throw failure;
      }
      const { status } = response;
      if (status === 429) return { outcome: 'again', failure: refused(server, step, response), response };
      if (status === 408 || status >= 500) return { outcome: 'unknown', why: `the answer was ${status}` };
      return { outcome: 'answered', response: accepted(step, response) };
    },

    /** Sends one time, and answers `undefined` for anything other than success: for what only decorates. */
    attempt: async (path: string, sending: Sending): Promise<HttpResponse | undefined> => {
      const response = await http(requestOf('GET', path, sending)).catch(() => undefined);
      signal.throwIfAborted();
      return response !== undefined && isSuccess(response) ? response : undefined;
    },
  };
}

export const jsonBody = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});
