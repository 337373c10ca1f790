import type { HttpResponse } from '../../ports/http/http.ts';

/** What GitHub's documentation asks for where a limit comes without a time. */
const UNTOLD_MS = 60_000;

/**
 * Milliseconds until GitHub takes the next request; `undefined` when the answer is not about a rate limit.
 *
 * GitHub answers 429 or 403, with `retry-after` in seconds, with `x-ratelimit-remaining: 0` and `x-ratelimit-reset` in seconds
 * since 1970, or with nothing but a sentence (docs.github.com, "Rate limits for the REST API"). `now` is in ms since 1970.
 */
export function limitedFor({ status, headers, text }: HttpResponse, now = Date.now()): number | undefined {
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
