import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/findings/finding.ts';
import { forgetSecrets, keepSecret } from '../../src/findings/secrets.ts';
import { plain } from '../../src/findings/text.ts';
import { step } from '../../src/modes/step.ts';
import type { CacheStore } from '../../src/ports/actions-cache.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import { type Context, readContext } from '../../src/ports/context.ts';
import { type Exec, systemExec } from '../../src/ports/exec.ts';
import { createHttp, type Http } from '../../src/ports/http/http.ts';
import { readState } from '../../src/ports/state.ts';
import { visit } from '../../src/ports/visit/visit.ts';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { type ActionOptions, type ActionRun, runAction, surround } from './action.ts';
import { createContext, createFakeHost, type FakeHost, noCache, stepEnvironment } from './fakes.ts';
import { uv } from './uv.ts';

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
  /** Variables of the step beside its inputs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with each line of the log; words of a server begin with `  | `. */
  readonly watch?: (line: string) => void;
};

const execWith =
  (uv: string | undefined): Exec =>
  (program, ...rest) => {
    if (program !== 'uv') return systemExec(program, ...rest);
    return uv === undefined ? Promise.reject(new Error('uv is not on PATH')) : systemExec(uv, ...rest);
  };

/** Runs a whole step in this process, with real files and children; the network and the time are real unless they are handed in. */
export async function runStep(options: StepOptions): Promise<StepRun> {
  const { workspace, inputs, context, environment, ...others } = options;
  const temp = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    return await stepWith(others, {
      context: createContext({ workspace, temp, ...context }),
      environment: { ...uvEnvironment(), ...environment, ...stepEnvironment(inputs) },
    });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

type World = Pick<Parameters<typeof step>[0], 'context' | 'environment'>;

/** How many steps are under way: they share the register of secrets. */
let running = 0;

async function stepWith(options: Omit<StepOptions, 'workspace' | 'inputs'>, world: World): Promise<StepRun> {
  const { uv, watch, http = createHttp(), clock = systemClock, cache = noCache(true) } = options;
  const host = createFakeHost();
  const shown = {
    ...host,
    info: (line: string): void => {
      host.info(plain(line));
      watch?.(line);
    },
    quoted: (text: string): void => {
      const shown = plain(text).replace(/^/gm, '  | ');
      host.lines.push(shown);
      watch?.(shown);
    },
    startGroup: (title: string): void => void host.lines.push(`::group::${title}`),
    endGroup: (): void => void host.lines.push('::endgroup::'),
    summary: (text: string): Promise<void> => host.summary(plain(text)),
    mask: (secret: string, kind?: 'variable'): void => {
      for (const line of keepSecret(secret, kind)) host.mask(line);
    },
  };
  running += 1;
  try {
    const exitCode = await step({
      ...{ http, clock, cache, ...world },
      visit: (target, signal) => visit(target, http, signal),
      host: shown,
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
    running -= 1;
    if (running === 0) forgetSecrets();
  }
}

/** What a user sees of a step, as `runAction` answers it, so that a suite can run its cases either way. */
export async function runHere(options: StepOptions): Promise<ActionRun> {
  const begun = performance.now();
  return seen(await runStep(options), begun);
}

/**
 * Runs a case of many in this process, which spares the start of the bundle; and through the bundle where the case is about the
 * process itself (its variables, its signals, its files), or where all cases are to run so: `UV_DEPLOY_THROUGH=bundle`.
 */
export async function runCase(options: ActionOptions): Promise<ActionRun> {
  const { env = {}, watch, state, withUv } = options;
  const isOrdinary = Object.keys(env).every((name) => name.startsWith('GITHUB_')) && watch === undefined;
  if (!isOrdinary || state !== undefined || process.env.UV_DEPLOY_THROUGH === 'bundle') return runAction(options);
  const begun = performance.now();
  const environment = surround(options).env;
  return seen(await stepWith({ ...(withUv && { uv }) }, { environment, context: readContext(environment) }), begun);
}

function seen(run: StepRun, begun: number): ActionRun {
  const { exitCode, lines, findings, masks, outputs, saved, summaries } = run;
  const annotations = findings.map(annotation);
  const commands = annotations.map(
    ({ level, title, message }) => `::${level} title=${title}::${message.replaceAll('\n', '%0A')}`,
  );
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
