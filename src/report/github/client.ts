import { failure } from '../../findings/finding.ts';
import { duration } from '../../findings/units.ts';
import type { Clock } from '../../ports/clock.ts';
import { createJsonClient } from '../../ports/http/client.ts';
import type { Http, HttpRequest, HttpResponse } from '../../ports/http/http.ts';
import { jsonBody, jsonOf, rowsOf } from '../../ports/http/json.ts';
import { takeOnce } from '../../ports/http/once.ts';
import { endless, limited, refusals, type Step } from './refusals.ts';

/** `apiUrl` as `GITHUB_API_URL` has it, `repository` as `owner/name`. */
export type GitHubAccess = { readonly apiUrl: string; readonly repository: string; readonly token: string };

/** What calls of GitHub need of the world. */
export type World = {
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  say(line: string): void;
};

/** Makes sense of an answer; `undefined` when there is none in it. */
type Read<T> = (value: unknown) => T | undefined;

/** The API version that github.com and every supported GitHub Enterprise Server know. */
const VERSION = '2022-11-28';
/** Comments are worth less patience than deployments. */
const SILENCE_MS = 15_000;
const REQUEST_MS = 30_000;
/** What was created shows at once. */
const LOOK_MS = 1_000;
const PAGE_SIZE = 100;
const MOST_PAGES = 50;

/** What calls of GitHub go through. */
export type GitHubClient = ReturnType<typeof createClient>;

/**
 * Requests to GitHub's REST API: patient with its limits, careful with what must not happen twice, and with the token, which only
 * goes to the API's own origin. Everything throws a `Failure` with a code `github-*`, or `Cancelled`.
 */
export function createClient(access: GitHubAccess, deps: World) {
  const { base, token } = checked(access);
  const request = requestsWith(token, deps.signal);
  const calls = (step: Step) => createJsonClient(patient(step, deps), refusals, deps);
  const inRepository = (path: string): string => `${base.href}repos/${access.repository}/${path}`;

  return {
    /** `undefined` when there is no such thing. */
    get: <T>(step: Step, path: string, read: Read<T>): Promise<T | undefined> =>
      calls(step).find(step, request('GET', inRepository(path)), read),

    /** All rows of all pages. A list that goes on for ever is a failure, never a part of itself. */
    pages: async <T>(step: Step, path: string, query: Readonly<Record<string, string>>, read: Read<T>) => {
      const rows: T[] = [];
      const search = new URLSearchParams({ ...query, per_page: String(PAGE_SIZE) });
      let url: string | undefined = `${inRepository(path)}?${search}`;
      for (let page = 1; url !== undefined; page++) {
        if (page > MOST_PAGES) throw endless(step, MOST_PAGES * PAGE_SIZE);
        const answer = await calls(step).read(step, request('GET', url), (response) => {
          const found = readRows(response, read);
          return found && { found, response };
        });
        rows.push(...answer.found);
        const next = nextPage(answer.response, base);
        if (next === 'foreign') throw refusals.unusable(step, answer.response);
        url = next;
      }
      return rows;
    },

    /** Sets values: the same once or twice. `undefined` when there is no such thing any more. */
    patch: <T>(step: Step, path: string, body: object, read: Read<T>): Promise<T | undefined> =>
      calls(step).find(step, request('PATCH', inRepository(path), body), read),

    /** What is gone already counts as removed. */
    remove: async (step: Step, path: string): Promise<void> => {
      await calls(step).remove(step, request('DELETE', inRepository(path)));
    },

    /** Creates something once. When no usable answer comes, `look` is asked for what may have been made, before it is sent again. */
    create: <T>(step: Step, path: string, body: object, { read, look }: Creation<T>): Promise<T> =>
      takeOnce(
        {
          noun: 'request',
          send: () => calls(step).sendOnce(step, request('POST', inRepository(path), body), read),
          look: async () => {
            const made = await look();
            return made === undefined ? [] : [made];
          },
          lookMs: LOOK_MS,
          mayRepeat: () => true,
        },
        deps,
      ),

    /** A query of GraphQL, which changes nothing; on a GitHub Enterprise Server it is next to `/api/v3`. */
    query: <T>(step: Step, query: string, read: Read<T>): Promise<T> =>
      calls(step).get(step, request('POST', `${base.href.replace(/\/v3\/$/, '/')}graphql`, { query }), read),
  };
}

/** Makes requests that carry the token. */
const requestsWith =
  (token: string, signal: AbortSignal) =>
  (method: HttpRequest['method'], url: string, body?: object): HttpRequest => {
    const json = body && jsonBody(body);
    return {
      ...{ method, url, signal, silenceMs: SILENCE_MS, limitMs: REQUEST_MS },
      ...json,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': VERSION,
        ...json?.headers,
      },
    };
  };

/** How what was created is read from the answer, and found again without one. */
type Creation<T> = { readonly read: Read<T>; look(): Promise<T | undefined> };

function checked({ apiUrl, repository, token }: GitHubAccess): { base: URL; token: string } {
  const base = URL.canParse(apiUrl) ? new URL(`${apiUrl.replace(/\/+$/, '')}/`) : undefined;
  if (!base || !/^https?:$/.test(base.protocol) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw failure(
      'github-unknown',
      'It is not known which repository on GitHub this run belongs to.',
      'Run uv-deploy in a workflow, where GITHUB_API_URL and GITHUB_REPOSITORY are set.',
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw failure(
      'github-no-token',
      token === '' ? 'The token for GitHub is empty.' : 'The token for GitHub has characters that a token can’t have.',
      "Remove 'github-token' to use the job's own, or set it to a secret that exists.",
    );
  }
  return { base, token };
}

/** One row that makes no sense spoils the list: a part of it must not be taken for the whole. */
function readRows<T>(response: HttpResponse, read: Read<T>): T[] | undefined {
  const rows = rowsOf(jsonOf(response), read);
  const known = rows?.filter((row) => row !== undefined);
  return known?.length === rows?.length ? known : undefined;
}

/** The address behind `rel="next"` (RFC 8288), if it is one of the same API. */
function nextPage({ headers }: HttpResponse, base: URL): string | 'foreign' | undefined {
  const header = headers.link;
  const [, target] =
    /<([^<>]*)>\s*;[^,<]*\brel="?next"?(?=[\s;,]|$)/.exec(typeof header === 'string' ? header : '') ?? [];
  if (target === undefined) return undefined;
  const next = URL.canParse(target, base.href) ? new URL(target, base.href) : undefined;
  return next?.origin === base.origin && next.pathname.startsWith(base.pathname) ? next.href : 'foreign';
}

/** The longest rate limit that is waited for. */
const LONGEST_PAUSE_MS = 60_000;
const TRIES = 3;

/** What GitHub's documentation asks for where a limit comes without a time. */
const UNTOLD_MS = 60_000;

/** Sends again after a rate limit: what was limited was not done. */
const patient =
  (step: Step, { http, clock, signal, say }: World): Http =>
  async (sending) => {
    for (let attempt = 1; ; attempt++) {
      const response = await http(sending);
      const pause = limitedFor(response);
      if (pause === undefined) return response;
      if (pause > LONGEST_PAUSE_MS || attempt === TRIES) throw limited(step, response, pause);
      say(`GitHub’s rate limit is reached; retrying in ${duration(pause)}.`);
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
