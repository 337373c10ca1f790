import type { Clock } from '../clock.ts';
import { type Http, type HttpResponse, NetworkError } from './http.ts';

/** What no number of tries will fix: bad names and certificates, answers that are too long or take too long. */
const HOPELESS = /^(?:ENOTFOUND|EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_|ETOOBIG|ESLOW|HPE_)/;

export const RETRIES = 4;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 60_000;

/** Milliseconds until try number `attempt` + 1: what the server asked for, else doubling from 0.4 s. */
export function pauseBefore(attempt: number, response?: HttpResponse): number {
  const header = response?.headers['retry-after'];
  const asked = typeof header === 'string' ? header.trim() : '';
  const wanted = /^\d+$/.test(asked)
    ? Number(asked) * 1000
    : / GMT$/.test(asked)
      ? Date.parse(asked) - Date.now()
      : Number.NaN; // what is no HTTP date, JavaScript may read as one all the same
  if (Number.isFinite(wanted)) return Math.min(Math.max(wanted, 0), LONGEST_PAUSE_MS);
  return FIRST_PAUSE_MS * 2 ** (attempt - 1);
}

/** Whether the same request may succeed if it is simply sent again. */
export const isPassing = (outcome: HttpResponse | NetworkError): boolean =>
  outcome instanceof NetworkError
    ? !HOPELESS.test(outcome.code)
    : outcome.status === 429 || outcome.status === 408 || outcome.status >= 500;

/**
 * Repeats requests that change nothing when sent twice (GET, HEAD, PUT, PATCH that sets values, DELETE) on network trouble,
 * 408, 429 (after `Retry-After`) and 5xx. Uploads and other POSTs go through `Http` itself: look before sending those again.
 * A `limitMs` of the request is for all tries together; without one, no try begins later than `withinMs` after the first.
 */
export function retrying(
  http: Http,
  clock: Clock,
  say: (line: string) => void,
  withinMs = Number.POSITIVE_INFINITY,
): Http {
  return async (request) => {
    const signal = request.signal ?? new AbortController().signal;
    const { limitMs } = request;
    const end = clock.now() + (limitMs ?? withinMs);
    for (let attempt = 1; ; attempt++) {
      const left = limitMs !== undefined && { limitMs: end - clock.now() };
      const outcome = await http({ ...request, ...left }).catch((error: unknown) => {
        if (error instanceof NetworkError) return error;
        throw error;
      });
      const pause = pauseBefore(attempt, outcome instanceof NetworkError ? undefined : outcome);
      if (attempt >= RETRIES || !isPassing(outcome) || clock.now() + pause >= end) {
        if (outcome instanceof NetworkError) throw outcome;
        return outcome;
      }
      const why = outcome instanceof NetworkError ? outcome.message : `the answer was ${outcome.status}`;
      say(`${request.method} ${new URL(request.url).pathname}: ${why}; retrying in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
    }
  };
}
