import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/findings/finding.ts';
import { keepSecret } from '../../src/findings/secrets.ts';
import { plain } from '../../src/findings/text.ts';
import { step } from '../../src/modes/step.ts';
import type { CacheStore } from '../../src/ports/actions-cache.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { Context } from '../../src/ports/context.ts';
import { type Exec, systemExec } from '../../src/ports/exec.ts';
import { createHttp, type Http } from '../../src/ports/http/http.ts';
import { readState } from '../../src/ports/state.ts';
import { visit } from '../../src/ports/visit/visit.ts';
import { uvEnvironment } from '../emulators/host/environment.ts';
import type { ActionRun } from './action.ts';
import { createContext, createFakeHost, type FakeHost, stepEnvironment } from './fakes.ts';

/** What a step said and set. */
export type StepRun = Pick<FakeHost, 'lines' | 'findings' | 'outputs' | 'masks' | 'saved' | 'summaries'> & {
  readonly exitCode: number;
};

export type StepOptions = {
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly context?: Partial<Context>;
  /** The uv to use; without one, the step finds none. */
  readonly uv?: string;
  readonly http?: Http;
  readonly clock?: Clock;
  readonly cache?: CacheStore;
  readonly signal?: AbortSignal;
  /** Called with each line of the log. */
  readonly watch?: (line: string) => void;
};

const noCache: CacheStore = { restore: async () => undefined, save: async () => {}, isDown: () => true };

const execWith =
  (uv: string | undefined): Exec =>
  (program, ...rest) => {
    if (program !== 'uv') return systemExec(program, ...rest);
    return uv === undefined ? Promise.reject(new Error('uv is not on PATH')) : systemExec(uv, ...rest);
  };

/** Runs a whole step in this process, with real files and children; the network and the time are real unless they are handed in. */
export async function runStep(options: StepOptions): Promise<StepRun> {
  const { workspace, inputs, context, uv, watch } = options;
  const { http = createHttp(), clock = systemClock, cache = noCache } = options;
  const temp = await mkdtemp(join(tmpdir(), 'runner-'));
  const host = createFakeHost();
  const shown = {
    ...host,
    info: (line: string): void => {
      host.info(plain(line));
      watch?.(line);
    },
    quoted: (text: string): void => void host.lines.push(plain(text).replace(/^/gm, '  | ')),
    summary: (text: string): Promise<void> => host.summary(plain(text)),
    mask: (secret: string, kind?: 'variable'): void => {
      for (const line of keepSecret(secret, kind)) host.mask(line);
    },
  };
  try {
    const exitCode = await step({
      ...{ http, clock, cache },
      visit: (target, signal) => visit(target, http, signal),
      host: shown,
      context: createContext({ workspace, temp, ...context }),
      environment: { ...uvEnvironment(), ...stepEnvironment(inputs) },
      exec: execWith(uv),
      broken: new Promise(() => {}),
      signal: options.signal ?? new AbortController().signal,
    });
    // As the end of the job does.
    for (const { path, key } of readState({ ...host, state: (name) => host.saved[name] ?? '' }).savings) {
      await cache.save(path, key);
    }
    return { exitCode, ...host };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** What a user sees of a step, as `runAction` answers it, so that a suite can run its cases either way. */
export async function runHere(options: StepOptions): Promise<ActionRun> {
  const begun = performance.now();
  const { exitCode, lines, findings, masks, outputs, saved, summaries } = await runStep(options);
  const annotations = findings.map(annotation);
  const commands = annotations.map(({ level, title, message }) => `::${level} title=${title}::${message}`);
  return {
    ...{ exitCode, annotations, masks, outputs },
    titles: (level) =>
      annotations.filter((one) => level === undefined || one.level === level).map(({ title }) => title),
    state: saved,
    summary: summaries.join(''),
    log: [...lines, ...commands].join('\n'),
    ms: performance.now() - begun,
  };
}

const annotation = ({
  level,
  code,
  message,
  remedy,
  file,
  line,
  column,
}: Finding): ActionRun['annotations'][number] => ({
  ...{ level, title: code, file, line, column },
  message: plain(remedy ? `${message}\n${remedy}` : message),
});

/** Time that runs so many times as fast as outside, for what goes on in servers meanwhile. */
export const createFastClock = (times: number): Clock => ({
  now: () => systemClock.now() * times,
  sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
});

/** Time that passes with every wait, and lets the servers of this process go on meanwhile. */
export const createHastyClock = (): Clock => {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      now += ms;
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
};
