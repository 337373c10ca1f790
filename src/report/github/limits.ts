import { duration } from '../../findings/units.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http, HttpResponse } from '../../ports/http/http.ts';
import { limited, type Step } from './refusals.ts';

/** What calls of GitHub need of the world. */
export type World = {
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  say(line: string): void;
};

/** The longest rate limit that is waited for. */
const LONGEST_PAUSE_MS = 60_000;
const TRIES = 3;

/** What GitHub's documentation asks for where a limit comes without a time. */
const UNTOLD_MS = 60_000;

/** Sends again after a rate limit: what was limited was not done. */
export const patient =
  (step: Step, { http, clock, signal, say }: World): Http =>
  async (sending) => {
    for (let attempt = 1; ; attempt++) {
      const response = await http(sending);
      const pause = limitedFor(response);
      if (pause === undefined) return response;
      if (pause > LONGEST_PAUSE_MS || attempt === TRIES) throw limited(step, response, pause);
      say(`GitHub takes no more requests for now; trying again in ${duration(pause)}.`);
      await clock.sleep(pause, signal);
    }
  };

/**
 * Milliseconds until GitHub takes the next request; `undefined` when the answer is not about a rate limit.
 *
 * GitHub answers 429 or 403, with `retry-after` in seconds, with `x-ratelimit-remaining: 0` and `x-ratelimit-reset` in seconds
 * since 1970, or with nothing but a sentence (docs.github.com, "Rate limits for the REST API"). `now` is in ms since 1970.
 */
function limitedFor({ status, headers, text }: HttpResponse, now = Date.now()): number | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const after = seconds(headers['retry-after']);
  if (after !== undefined) return after * 1000;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = seconds(headers['x-ratelimit-reset']);
    // A second more: the two clocks may differ, and early is as bad as never.
    return reset === undefined ? UNTOLD_MS : Math.max(reset * 1000 - now, 0) + 1000;
  }
  return status === 429 || /secondary rate limit|abuse detection/i.test(text) ? UNTOLD_MS : undefined;
}

const seconds = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,12}$/.test(header.trim()) ? Number(header) : undefined;
