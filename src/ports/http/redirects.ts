import type { Http, HttpRequest, HttpResponse } from './http.ts';

const MOST_REDIRECTS = 5;

/**
 * Gets, and follows redirects to where `mayFollow` lets it, at most five. The headers go along: `mayFollow` has to keep a key where it
 * belongs. A redirect that is not followed is the answer. A `limitMs` is for all of it.
 */
export async function getFollowing(
  http: Http,
  request: Omit<HttpRequest, 'method' | 'body'>,
  mayFollow: (next: URL) => boolean,
): Promise<HttpResponse> {
  let { url } = request;
  const { limitMs } = request;
  const begun = performance.now();
  for (let hops = 0; ; hops++) {
    const left = limitMs !== undefined && { limitMs: limitMs - (performance.now() - begun) };
    const response = await http({ ...request, ...left, method: 'GET', url });
    const location = redirectOf(response);
    const next = location !== undefined && URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (next === undefined || hops >= MOST_REDIRECTS || !mayFollow(next)) return response;
    url = next.href;
  }
}

/** Where an answer leads to, as it says so itself; `undefined` for one that is no redirect. */
export function redirectOf({ status, headers: { location } }: HttpResponse): string | undefined {
  return status >= 300 && status < 400 && typeof location === 'string' ? location : undefined;
}
