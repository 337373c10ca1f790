import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Cancelled, Failure, failure } from '../../src/findings/finding.ts';
import { check } from '../../src/modes/check.ts';
import { deploy } from '../../src/modes/deploy.ts';
import { invoke } from '../../src/modes/invoke.ts';
import { preview } from '../../src/modes/preview.ts';
import { teardown } from '../../src/modes/teardown.ts';
import type { CacheStore } from '../../src/ports/actions-cache.ts';
import type { Context } from '../../src/ports/context.ts';
import type { ExecResult } from '../../src/ports/exec.ts';
import { createHttp, type Http } from '../../src/ports/http/http.ts';
import type { Visited } from '../../src/ports/visit/session.ts';
import { type Project, readProject } from '../../src/project/project.ts';
import type { Deps } from '../../src/report/deps.ts';
import { createJournal } from '../../src/report/journal.ts';
import { type GitHubServer, startGitHub } from '../emulators/github/server.ts';
import {
  codesOf,
  createContext,
  createFakeClock,
  createFakeHost,
  createInputs,
  type FakeClock,
  noCache,
} from '../tools/fakes.ts';
import { lockText } from '../tools/lock-text.ts';
import { createForest } from '../tools/tree.ts';
import { createPlatform, type Script } from './platform.ts';

const MODES = { check, deploy, invoke, preview, teardown };

export type Case = Script & {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly context?: Partial<Context>;
  /** How the app answers its probes, one by one; the last answer stays. */
  readonly answers?: readonly number[];
  /** How the first visits go, one by one; the last one stays. */
  readonly visits?: readonly Visited[];
  /** What happens at a probe of the app: it may cancel the run. */
  readonly probed?: () => void;
  /** What uv does, which is absent otherwise: called with each command line; without an answer, all is well. */
  readonly uv?: (command: string, world: { signal: AbortSignal; clock: FakeClock }) => Promise<ExecResult | undefined>;
  /** What the Actions cache holds, from one run to the next. */
  readonly cache?: CacheStore;
};

/** An Actions cache that lasts from one run to the next. */
export const createCache = (): CacheStore => {
  const kept = new Map<string, ReadonlyMap<string, string>>();
  const newest = (key: string) => [...kept.keys()].findLast((one) => one === key || one.startsWith(`${key}-`));
  return {
    find: async (_, key) => newest(key),
    restore: async (path, key) => {
      const found = newest(key);
      mkdirSync(path, { recursive: true });
      for (const [name, text] of kept.get(found ?? '') ?? []) writeFileSync(join(path, name), text);
      return found;
    },
    save: async (path, key) => {
      const names = readdirSync(path);
      kept.set(key, new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')])));
    },
    isDown: () => false,
  };
};

export const pullRequest = (number: number, isOutside = false): Partial<Context> => ({
  event: 'pull_request',
  pullRequest: { number, sha: 'f'.repeat(40), isOutside },
});

/** What a uv says that has nothing to complain of. */
const well = (command: string): ExecResult => {
  const words: Readonly<Record<string, string>> = { '--version': 'uv 0.9.9\n', 'cache dir --no-config': '/uv-cache\n' };
  return { exitCode: 0, stdout: words[command] ?? '3.11.5\n', stderr: '' };
};

/** A call that the server refuses. */
export const refusing = (code: string) => (): never => {
  throw failure(code, `The server says ${code}.`, 'Ask whose server it is.');
};

/** A runner for one test file, which cancels a run where a case says so. */
export const createWorld = () => {
  const plant = createForest('usecases');
  let project: Promise<Project> | undefined;
  let github: Promise<GitHubServer> | undefined;
  let cancelling = new AbortController();
  afterAll(async () => (await github)?.close());

  const tree = () =>
    plant({
      'pyproject.toml': '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n',
      '.python-version': '3.11\n',
      'uv.lock': lockText(),
      'app.py': 'print("hello")\n',
      'notes.md': 'Hello.\n',
    });
  const act = async (mode: keyof typeof MODES, given: Case = {}) => {
    const {
      inputs = {},
      environment = {},
      context = {},
      answers = [200],
      visits = [],
      cache = noCache(false),
      ...script
    } = given;
    project ??= readProject(tree(), '.');
    cancelling = new AbortController();
    const { signal } = cancelling;
    const [host, clock, journal, real] = [createFakeHost(), createFakeClock(), createJournal(), createHttp()];
    const apiUrl = github === undefined ? 'https://api.github.example' : (await github).url;
    const fake = createPlatform(script);
    let [probes, visited] = [0, 0];
    const http: Http = async (request) => {
      if (request.url.startsWith(apiUrl)) return real(request);
      given.probed?.();
      signal.throwIfAborted();
      const status = answers[Math.min(probes++, answers.length - 1)] ?? 200;
      return { status, headers: {}, text: `answer ${probes}`, bytes: Buffer.alloc(0) };
    };
    const commands: string[] = [];
    const saved: { path: string; key: string }[] = [];
    const deps: Deps = {
      ...{ host, clock, journal, http, cache, signal, say: host.info },
      visit: async () => visits[Math.min(visited++, visits.length - 1)] ?? { is: 'plain' },
      context: createContext({ workspace: (await project).dir, temp: plant(), apiUrl, ...context }),
      environment,
      exec: async (program, args, options) => {
        if (program === 'git') return { exitCode: 128, stdout: '', stderr: '' };
        if (program !== 'uv' || given.uv === undefined) throw new Error(`There is no ${program} here.`);
        const command = args.join(' ');
        commands.push(command);
        return (await given.uv(command, { signal: options.signal, clock })) ?? well(command);
      },
      stage: (_, work) => work(),
      report: (findings) => host.findings.push(...findings),
      saveLater: (saving) => void saved.push(saving),
      atEnd: () => {},
    };
    const access = { server: 'https://fake.example', token: 'a-fake-token' };
    const all = createInputs({ preflight: 'static', ...access, ...inputs });
    const run = { ...deps, inputs: all, project: await project, platform: fake.platform };
    const status = await MODES[mode](run).catch((error: unknown) => {
      if (error instanceof Cancelled) return 'cancelled';
      if (!(error instanceof Failure)) throw error;
      host.findings.push(...error.findings.filter((finding) => !host.findings.includes(finding)));
      return error.timedOut ? 'timed-out' : 'failed';
    });
    for (const { path, key } of saved) await cache.save(path, key);
    return {
      ...{ status, journal: journal.entries, probes, waited: clock.sleeps.reduce((sum, ms) => sum + ms, 0) },
      ...{
        commands,
        trial: fake.sources.at(-1)?.trial,
        calls: fake.calls,
        items: fake.items,
        previews: fake.previews,
        lines: host.lines,
      },
      codes: codesOf(host.findings),
      findings: host.findings,
    };
  };
  return {
    act,
    /** Cancels the run that is under way, as the runner does. */
    cancel: () => cancelling.abort(new Cancelled('The run was cancelled.')),
    /** A GitHub for all runs from now on. */
    github: () => (github ??= startGitHub()),
  };
};
