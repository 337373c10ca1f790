import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { REPOSITORY } from './events.ts';
import { uv } from './uv.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
};

export type ActionRun = {
  readonly exitCode: number | null;
  readonly annotations: readonly Annotation[];
  /** The titles of the annotations of a level. */
  titles(level?: Annotation['level']): string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the user sees: the log without the commands that mask. */
  readonly log: string;
  readonly masks: readonly string[];
  readonly ms: number;
};

export type ActionOptions = {
  readonly workspace: string;
  /** The bundle to run. Default: the one of this checkout. */
  readonly bundle?: string;
  /** The inputs under `with:`; the others have the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload?: object };
  /** Whether uv is on PATH, as after setup-uv. Default: no. */
  readonly withUv?: boolean;
  readonly temp?: string;
  /** What the main phase left, for running the post phase. */
  readonly state?: Readonly<Record<string, string>>;
  /** Called with the log so far whenever it grows; may send a signal. */
  readonly watch?: (log: string, kill: (signal: NodeJS.Signals) => void) => void;
};

type Files = { readonly output: string; readonly state: string; readonly summary: string };

/** What the runner sets for a step, and the files it reads afterwards. */
export function surround(options: ActionOptions): { readonly env: Record<string, string>; readonly files: Files } {
  const { workspace, inputs = {}, event, withUv = false, state = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const temp = options.temp ?? join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  const file = (name: string, content = '') => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const files = { output: file('output'), state: file('state'), summary: file('summary') };
  const path = [...(withUv ? [dirname(uv)] : []), process.env.PATH ?? ''];
  const env = {
    ...uvEnvironment(),
    PATH: (withUv ? path : withoutUv(path)).join(delimiter),
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_EVENT_NAME: event?.name ?? 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event?.payload ?? { repository: REPOSITORY })),
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: temp,
    // The bundle is compiled once for all runs.
    NODE_COMPILE_CACHE: join(tmpdir(), 'uv-deploy-compiled'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    INPUT_MODE: 'auto',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  };
  return { env, files };
}

/** Runs the committed bundle as the runner runs it: a child process with `INPUT_*` and the files of the runner. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const { workspace, watch } = options;
  const { env, files } = surround(options);
  const begun = performance.now();
  const child = spawn(process.execPath, [options.bundle ?? BUNDLE], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const read = (chunk: string) => {
    text += chunk;
    watch?.(text, (signal) => child.kill(signal));
  };
  // Decoded as a whole: a character may be cut by the end of a chunk.
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code));
  });

  const lines = text.split('\n');
  const annotations = lines.map(annotation).filter((found) => found !== undefined);
  const [output, state, summary] = [files.output, files.state, files.summary].map((file) => readFileSync(file, 'utf8'));
  // Nothing in it is needed any more, unless the step's own files are there.
  if (options.temp !== undefined) rmSync(dirname(files.output), { recursive: true });
  return {
    exitCode,
    annotations,
    titles: (level) =>
      annotations.filter((one) => level === undefined || one.level === level).map(({ title }) => title),
    outputs: keyValues(output ?? ''),
    state: keyValues(state ?? ''),
    summary: summary ?? '',
    log: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n'),
    masks: lines.filter((line) => line.startsWith('::add-mask::')).map((line) => unescaped(line.slice(12))),
    ms: performance.now() - begun,
  };
}

/** Everything a person could read of a run, to search it for what must not be there. */
export const everythingShown = (run: ActionRun): string =>
  [run.log, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.state)].join('\n');

/** PATH without the folders that hold a uv. */
const withoutUv = (path: readonly string[]): string[] =>
  path.flatMap((entry) => entry.split(delimiter)).filter((folder) => !hasUv(folder));

const hasUv = (folder: string): boolean => existsSync(join(folder, 'uv'));

const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Reads a line as the runner does. */
function annotation(line: string): Annotation | undefined {
  const match = /^\s*::(error|warning|notice)(?: ([^\n]*?))?::(.*)$/.exec(line);
  if (!match) return undefined;
  const properties = new Map(
    (match[2] ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
  );
  const number = (name: string) => (properties.has(name) ? Number(properties.get(name)) : undefined);
  return {
    level: match[1] as Annotation['level'],
    title: properties.get('title') ?? '',
    message: unescaped(match[3] ?? ''),
    file: properties.get('file'),
    line: number('line'),
    column: number('col'),
  };
}

/** The runner's `name<<delimiter` files. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const match of text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)) {
    values[match[1] ?? ''] = match[3] ?? '';
  }
  return values;
}
