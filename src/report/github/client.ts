import { failure } from '../../findings/finding.ts';
import { createJsonClient } from '../../ports/http/client.ts';
import type { HttpRequest } from '../../ports/http/http.ts';
import { jsonBody } from '../../ports/http/json.ts';
import { takeOnce } from '../../ports/http/once.ts';
import { patient, type World } from './limits.ts';
import { endless, refusals, type Step } from './refusals.ts';
import { nextPage, type Read, readRows } from './responses.ts';

/** `apiUrl` as `GITHUB_API_URL` has it, `repository` as `owner/name`. */
export type GitHubAccess = { readonly apiUrl: string; readonly repository: string; readonly token: string };

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
      token === '' ? 'There is no token for GitHub.' : 'The token for GitHub has characters that no token has.',
      "Leave out 'github-token', so that the token of the job is used, or give it a secret that is set.",
    );
  }
  return { base, token };
}
