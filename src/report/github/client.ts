import { failure } from '../../findings/finding.ts';
import { duration } from '../../findings/units.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../ports/http/http.ts';
import { isPassing, pauseBefore, RETRIES, retrying } from '../../ports/http/retry.ts';
import { endless, limited, limitedFor, refused, type Step, unreachable, unreadable } from './refusals.ts';
import { nextPage, parsed, type Read, readRows, succeeded } from './responses.ts';

/** `apiUrl` as `GITHUB_API_URL` has it, `repository` as `owner/name`. */
export type GitHubAccess = { readonly apiUrl: string; readonly repository: string; readonly token: string };

export type GitHubDeps = {
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  say(line: string): void;
};

/** The API version that github.com and every supported GitHub Enterprise Server know. */
const VERSION = '2022-11-28';
/** Comments are worth less patience than deployments. */
const SILENCE_MS = 15_000;
const REQUEST_MS = 30_000;
/** The longest rate limit that is waited for. */
const LONGEST_PAUSE_MS = 60_000;
const LIMIT_TRIES = 3;
/** How often an answer that makes no sense is asked for. */
const READS = 3;
const PAGE_SIZE = 100;
const MOST_PAGES = 50;

/**
 * Requests to GitHub's REST API: patient with its limits, careful with what must not happen twice, and with the token, which only
 * goes to the API's own origin. Everything throws a `Failure` with a code `github-*`, or `Cancelled`.
 */
export function createClient(access: GitHubAccess, { http, clock, signal, say }: GitHubDeps) {
  const { base, token } = checked(access);
  const request = (method: HttpRequest['method'], url: string, body?: object): HttpRequest => ({
    ...{ method, url, signal, silenceMs: SILENCE_MS, limitMs: REQUEST_MS },
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': VERSION,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });

  /** Sends again after a rate limit: what was limited was not done. */
  const patient =
    (step: Step): Http =>
    async (sending) => {
      for (let attempt = 1; ; attempt++) {
        const response = await http(sending);
        const pause = limitedFor(response);
        if (pause === undefined) return response;
        if (pause > LONGEST_PAUSE_MS || attempt === LIMIT_TRIES) throw limited(step, response, pause);
        say(`GitHub takes no more requests for now; trying again in ${duration(pause)}.`);
        await clock.sleep(pause, signal);
      }
    };

  /** Any answer to a request that may be sent twice. */
  const send = (step: Step, sending: HttpRequest): Promise<HttpResponse> =>
    retrying(
      patient(step),
      clock,
      say,
    )(sending).catch((error: unknown) => {
      throw unreachable(step, error);
    });

  /** A 2xx answer that `read` makes sense of; a cut one is asked for again. `undefined` for a status in `absent`. */
  const ask = async <T>(step: Step, sending: HttpRequest, read: Read<T>, absent: readonly number[] = []) => {
    for (let attempt = 1; ; attempt++) {
      const response = await send(step, sending);
      if (absent.includes(response.status)) return undefined;
      if (!succeeded(response)) throw refused(step, response);
      const value = read(parsed(response));
      if (value !== undefined) return { value, response };
      if (attempt === READS) throw unreadable(step, response);
    }
  };
  const inRepository = (path: string): string => `${base.href}repos/${access.repository}/${path}`;

  return {
    /** `undefined` when there is no such thing. */
    get: async <T>(step: Step, path: string, read: Read<T>): Promise<T | undefined> =>
      (await ask(step, request('GET', inRepository(path)), read, [404]))?.value,

    /** All rows of all pages. A list that goes on for ever is a failure, never a part of itself. */
    pages: async <T>(step: Step, path: string, query: Readonly<Record<string, string>>, read: Read<T>) => {
      const rows: T[] = [];
      const first = new URL(inRepository(path));
      first.search = String(new URLSearchParams({ ...query, per_page: String(PAGE_SIZE) }));
      let url: string | undefined = first.href;
      for (let page = 1; url !== undefined; page++) {
        if (page > MOST_PAGES) throw endless(step, MOST_PAGES * PAGE_SIZE);
        const answer = await ask(step, request('GET', url), (value) => readRows(value, read));
        if (answer === undefined) break;
        rows.push(...answer.value);
        const next = nextPage(answer.response, base);
        if (next === 'foreign') throw unreadable(step, answer.response);
        url = next;
      }
      return rows;
    },

    /** Sets values: the same once or twice. `undefined` when there is no such thing any more. */
    patch: async <T>(step: Step, path: string, body: object, read: Read<T>): Promise<T | undefined> =>
      (await ask(step, request('PATCH', inRepository(path), body), read, [404]))?.value,

    /** What is gone already counts as removed. */
    remove: async (step: Step, path: string): Promise<void> => {
      await ask(step, request('DELETE', inRepository(path)), () => true, [404]);
    },

    /**
     * Creates something once. When no usable answer comes, `look` is asked for what may have been made, before it is sent again.
     */
    create: async <T>(
      step: Step,
      path: string,
      body: object,
      read: Read<T>,
      look: () => Promise<T | undefined>,
    ): Promise<T> => {
      const sending = request('POST', inRepository(path), body);
      for (let attempt = 1; ; attempt++) {
        const outcome = await patient(step)(sending).catch((error: unknown) => {
          if (error instanceof NetworkError) return error;
          throw error;
        });
        const unsent = outcome instanceof NetworkError && !outcome.sent;
        if (!(outcome instanceof NetworkError) && succeeded(outcome)) {
          const made = read(parsed(outcome));
          if (made !== undefined) return made;
        } else if (!isPassing(outcome)) throw told(step, outcome);
        await clock.sleep(pauseBefore(attempt), signal);
        const made = unsent ? undefined : await look();
        if (made !== undefined) return made;
        if (attempt === RETRIES) throw told(step, outcome);
        say(`${sending.method} ${new URL(sending.url).pathname}: nothing came of it; trying again.`);
      }
    },

    /** A query of GraphQL, which changes nothing; on a GitHub Enterprise Server it is beside `/api/v3`. */
    query: async <T>(step: Step, query: string, read: Read<T>): Promise<T | undefined> => {
      const url = new URL(`${base.href.replace(/\/v3\/$/, '/')}graphql`);
      return (await ask(step, request('POST', url.href, { query }), read))?.value;
    },
  };
}

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
      token === '' ? 'There is no token for GitHub.' : 'The token for GitHub has characters that no token has.',
      "Leave out 'github-token', so that the token of the job is used, or give it a secret that is set.",
    );
  }
  return { base, token };
}

const told = (step: Step, outcome: HttpResponse | NetworkError): unknown =>
  outcome instanceof NetworkError
    ? unreachable(step, outcome)
    : succeeded(outcome)
      ? unreadable(step, outcome)
      : refused(step, outcome);
