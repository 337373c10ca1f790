import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { attempt } from './attempt.ts';
import { childEnvironment } from './child-env.ts';

type ExecOptions = {
  readonly cwd: string;
  /** Set on top of what every program gets, see `childEnvironment`; nothing else of the job's variables reaches it. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

export type ExecResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/**
 * Runs a program, by its name on PATH or its absolute path, to its end, quietly and without input. Rejects with the signal's reason
 * when cancelled (the program and all it has started are ended), or when the program isn't there.
 */
export type Exec = (program: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

/** `Exec` over the toolkit. */
export const systemExec: Exec = async (program, args, { cwd, env: added, signal }) => {
  signal.throwIfAborted();
  const env = { ...childEnvironment(process.env), ...added };
  const file = locate(program, env.PATH ?? '');
  const before = new Set(childrenOf(process.pid));
  // The toolkit leaves a program's input open for ever, or breaks when the program ends before it has read it.
  const [command, ...first] = WINDOWS ? [file] : ['/bin/sh', '-c', 'exec "$0" "$@" < /dev/null', file];
  const running = getExecOutput(`"${command}"`, [...first, ...args], {
    ...{ cwd, env, silent: true, ignoreReturnCode: true },
  });
  return new Promise((resolve, reject) => {
    const abort = () => {
      const started = childrenOf(process.pid).filter((pid) => !before.has(pid));
      for (const pid of started.flatMap(treeOf)) stop(pid);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
};

/**
 * The toolkit keeps its child to itself, and the runner signals only this process: without this, a cancelled `uv sync` would go on.
 * Linux lists our children; elsewhere the runner's own clean-up of orphans has to do.
 */
const childrenOf = (pid: number): readonly number[] =>
  attempt(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)) ?? [];

/** A process with all that it has started, those last. */
const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** One that has ended by itself is left alone. */
const stop = (pid: number) => attempt(() => process.kill(pid, 'SIGTERM'));

const WINDOWS = process.platform === 'win32';
const SUFFIX = WINDOWS ? '.exe' : '';

/** Where a program is on `path`. Windows itself would look into the working directory first, which is the checkout's. */
function locate(program: string, path: string): string {
  if (isAbsolute(program)) return program;
  const files = path.split(delimiter).map((folder) => join(folder, program + SUFFIX));
  const found = files.find(isProgram);
  if (found === undefined) throw new Error(`${program} is not on PATH.`);
  return found;
}

const isProgram = (file: string): boolean =>
  attempt(() => {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  }) ?? false;
