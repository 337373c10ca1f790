import type { Finding } from '../../src/findings/finding.ts';
import { Failure } from '../../src/findings/finding.ts';
import { type Inputs, parseInputs } from '../../src/inputs/inputs.ts';
import { readInputs } from '../../src/inputs/raw.ts';
import type { CacheStore } from '../../src/ports/actions-cache.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Context } from '../../src/ports/context.ts';
import type { Host } from '../../src/ports/host.ts';
import type { Visit } from '../../src/ports/visit/session.ts';
import { isFinding, parseToml, type TomlFile } from '../../src/project/files/toml.ts';

export type FakeClock = Clock & {
  /** Every wait that was asked for, in milliseconds. */
  readonly sleeps: number[];
  advance(ms: number): void;
};

/** Time that passes only when somebody waits, or when the test says so. */
export const createFakeClock = (): FakeClock => {
  let now = 1_000;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      sleeps.push(ms);
      now += ms;
    },
  };
};

/** For apps that have no sessions. */
export const noVisit: Visit = async () => ({ is: 'plain' });

/** A cache that holds nothing: out of order, or empty. */
export const noCache = (isDown: boolean): CacheStore => ({
  restore: async () => undefined,
  find: async () => undefined,
  save: async () => {},
  isDown: () => isDown,
});

export type FakeHost = Host & {
  readonly lines: string[];
  readonly findings: Finding[];
  readonly masks: string[];
  readonly summaries: string[];
  readonly outputs: Record<string, string>;
  readonly saved: Record<string, string>;
};

/** A runner that remembers; `state` is what the main phase has left. */
export const createFakeHost = (state: Readonly<Record<string, string>> = {}): FakeHost => {
  const [lines, findings, masks, summaries]: [string[], Finding[], string[], string[]] = [[], [], [], []];
  const outputs: Record<string, string> = {};
  const saved: Record<string, string> = {};
  return {
    ...{ lines, findings, masks, summaries, outputs, saved },
    info: (line) => void lines.push(line),
    quoted: (text) => void lines.push(`| ${text}`),
    debug: () => {},
    annotate: (finding) => void findings.push(finding),
    startGroup: () => {},
    endGroup: () => {},
    mask: (secret) => void masks.push(secret),
    output: (name, value) => {
      outputs[name] = value;
    },
    state: (name) => state[name] ?? '',
    saveState: (name, value) => {
      saved[name] = value;
    },
    summary: async (text) => void summaries.push(text),
  };
};

export const createContext = (changes: Partial<Context> = {}): Context => ({
  workspace: '/checkout',
  temp: '/temp',
  repository: 'octo/app',
  repositoryUrl: (changes.runUrl ?? 'https://github.example/octo/app').replace(/\/actions\/runs\/.*$/, ''),
  apiUrl: 'https://api.github.example',
  isDeletion: false,
  defaultBranch: 'main',
  sha: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/heads/main',
  branch: 'main',
  event: 'push',
  eventAction: '',
  bases: [],
  pullRequest: undefined,
  hosted: true,
  os: 'Linux',
  arch: 'X64',
  runUrl: 'https://github.example/octo/app/actions/runs/42',
  documents: '',
  ...changes,
});

/** The environment of a step with these inputs under `with:`. */
export const stepEnvironment = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

export const createInputs = (inputs: Readonly<Record<string, string>> = {}): Inputs =>
  parseInputs(readInputs(stepEnvironment(inputs)), {}, () => {});

/** The parts of `GatewayDeps` that few platforms use. */
export const quietDeps = {
  visit: noVisit,
  created: (): void => {},
  note: (): void => {},
  mask: (): void => {},
  remoteHead: async (): Promise<undefined> => undefined,
  atEnd: (): void => {},
  readFailure: (): { place: object } => ({ place: {} }),
};

/** The findings with which `work` ends; a test that expects a failure fails when there is none. */
export const failureOf = async (work: () => unknown): Promise<Failure> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('A failure was expected, and there was none.');
};

export const codesOf = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);

/** A TOML file that was never on disk. */
export const tomlFile = (text: string, shown = 'pyproject.toml'): TomlFile => {
  const parsed = parseToml({ path: `/checkout/${shown}`, shown, text });
  if (isFinding(parsed)) throw new Error(parsed.message);
  return parsed;
};
