import type { Failure } from '../../findings/finding.ts';
import type { Clock } from '../clock.ts';
import { type Http, type HttpRequest, type HttpResponse, NetworkError } from './http.ts';
import { isHtml, isSuccess, jsonOf } from './json.ts';
import type { Attempt } from './once.ts';
import { isPassing, retrying } from './retry.ts';

/** What an API's errors are called. `Step` says what was being done. */
export type Refusals<Step> = {
  /** No response came. */
  unreachable(step: Step, error: NetworkError): Failure;
  /** The status is not 2xx. */
  refused(step: Step, response: HttpResponse): Failure;
  /** The status is 2xx, and the body is not what the API gives, or was cut short. */
  unusable(step: Step, response: HttpResponse): Failure;
  /** What the server said for itself, as the end of a sentence; empty when it said nothing. */
  said(response: HttpResponse): string;
};

/** How often an answer that makes no sense is asked for. */
const READS = 3;

/**
 * Careful calls of an API that answers with JSON. `http` sends once, with what is the server's own: cookies, redirects. Every call
 * names its step when it fails, and throws a `Failure` out of `refusals`, or `Cancelled`.
 */
export function createJsonClient<Step>(
  http: Http,
  refusals: Refusals<Step>,
  { clock, say, timeoutMs }: { readonly clock: Clock; readonly timeoutMs?: number; say(line: string): void },
) {
  /** Repeats what may be sent twice. */
  const careful = retrying(http, clock, say, timeoutMs);
  const unreachable = (step: Step, error: unknown): unknown =>
    error instanceof NetworkError ? refusals.unreachable(step, error) : error;

  /** Sends what may be sent twice, and answers whatever comes. */
  const exchange = (step: Step, request: HttpRequest): Promise<HttpResponse> =>
    careful(request).catch((error: unknown) => {
      throw unreachable(step, error);
    });

  /** As `exchange`, but throws for everything other than success. */
  const call = async (step: Step, request: HttpRequest): Promise<HttpResponse> => {
    const response = await exchange(step, request);
    if (!isSuccess(response)) throw refusals.refused(step, response);
    if (isHtml(response)) throw refusals.unusable(step, response);
    return response;
  };

  return {
    ...{ http, careful, exchange, call },
    ...readsOf(exchange, refusals),
    sendOnce: sendOnce(http, refusals),
  };
}

/** What reads answers out of what `exchange` brings. */
function readsOf<Step>(
  exchange: (step: Step, request: HttpRequest) => Promise<HttpResponse>,
  { refused, unusable }: Refusals<Step>,
) {
  /** Asks until `read` makes sense of the answer, or the server refuses: a cut or foreign answer is asked for again. */
  const ask = async <T>(
    step: Step,
    request: HttpRequest,
    read: (response: HttpResponse) => T | undefined,
  ): Promise<{ readonly value: T; readonly refusal?: never } | { readonly refusal: HttpResponse }> => {
    for (let attempt = 1; ; attempt++) {
      const response = await exchange(step, request);
      if (!isSuccess(response)) return { refusal: response };
      const value = read(response);
      if (value !== undefined) return { value };
      if (attempt === READS) throw unusable(step, response);
    }
  };

  /** Reads a response of any form. */
  const read = async <T>(step: Step, request: HttpRequest, from: (response: HttpResponse) => T | undefined) => {
    const answer = await ask(step, request, from);
    if (answer.refusal) throw refused(step, answer.refusal);
    return answer.value;
  };

  /** Reads JSON. */
  const get = <T>(step: Step, request: HttpRequest, from: (value: unknown) => T | undefined): Promise<T> =>
    read(step, request, (response) => from(jsonOf(response)));

  /** As `get`; `undefined` for a refusal that means that there is no such thing. */
  const find = async <T>(
    step: Step,
    request: HttpRequest,
    from: (value: unknown) => T | undefined,
    isAbsent: (response: HttpResponse) => boolean = isMissing,
  ): Promise<T | undefined> => {
    const answer = await ask(step, request, (response) => from(jsonOf(response)));
    if (!answer.refusal) return answer.value;
    if (isAbsent(answer.refusal)) return undefined;
    throw refused(step, answer.refusal);
  };

  /** Removes something; false when it was gone already. */
  const remove = async (step: Step, request: HttpRequest): Promise<boolean> =>
    (await find(step, request, () => true)) ?? false;

  return { read, get, find, remove };
}

/**
 * Sends one time what must not be sent twice, and reads what the server has made of it. Throws when it refused for good; `judge` may
 * know better what an answer other than success means. See `takeOnce`.
 */
const sendOnce =
  <Step>(http: Http, { unreachable, refused, unusable, said }: Refusals<Step>) =>
  async <T>(
    step: Step,
    request: HttpRequest,
    from: (value: unknown) => T | undefined,
    judge: (response: HttpResponse, failure: Failure) => Attempt<T> | undefined = () => undefined,
  ): Promise<Attempt<T>> => {
    let response: HttpResponse;
    try {
      response = await http(request);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      const failure = unreachable(step, error);
      if (error.sent) return { outcome: 'unknown', why: error.message, failure };
      if (isPassing(error)) return { outcome: 'again', failure };
      throw failure;
    }
    if (isSuccess(response)) {
      if (isHtml(response)) throw unusable(step, response);
      const taken = from(jsonOf(response));
      if (taken !== undefined) return { outcome: 'accepted', taken };
      return { outcome: 'unknown', why: 'the answer was cut short', failure: unusable(step, response) };
    }
    const failure = refused(step, response);
    const judged = judge(response, failure);
    if (judged) return judged;
    if (response.status === 429) return { outcome: 'again', failure, response };
    if (!isPassing(response)) throw failure;
    return { outcome: 'unknown', why: `the answer was ${response.status}${said(response)}`, failure };
  };

/** A page that says 404 is that of a proxy, which knows nothing of what is there. */
const isMissing = (response: HttpResponse): boolean => response.status === 404 && !isHtml(response);
