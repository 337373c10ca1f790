import { onTestFinished } from 'vitest';
import { createHttp, type Http } from '../../../../src/ports/http/http.ts';
import { createGitHub, type GitHub } from '../../../../src/report/github/api.ts';
import { type GitHubOptions, type GitHubServer, startGitHub } from '../../../emulators/github/server.ts';
import type { TokenOptions } from '../../../emulators/github/tokens.ts';
import { createFakeClock, type FakeClock } from '../../../tools/fakes.ts';

/** A GitHub of its own for one test, and a client of it that never really waits. */
export type Opened = {
  readonly server: GitHubServer;
  readonly github: GitHub;
  readonly clock: FakeClock;
  readonly lines: readonly string[];
  /** A pull request that is open. */
  readonly pull: number;
  /** Another client of the same GitHub. */
  as(token: TokenOptions | string, changes?: { signal?: AbortSignal; http?: Http }): GitHub;
};

export const open = async (options: GitHubOptions = {}, token: TokenOptions | string = {}): Promise<Opened> => {
  const server = await startGitHub(options);
  onTestFinished(() => server.close());
  const clock = createFakeClock();
  const lines: string[] = [];
  const as: Opened['as'] = (whose, { signal = new AbortController().signal, http = createHttp() } = {}) =>
    createGitHub(
      {
        apiUrl: server.url,
        repository: server.repository,
        token: typeof whose === 'string' ? whose : server.createToken(whose),
      },
      { http, clock, signal, say: (line) => lines.push(line) },
    );
  return { server, clock, lines, as, github: as(token), pull: server.pulls.open() };
};

/** An error of GitHub's API, for a fault. */
export const said = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message }),
});
