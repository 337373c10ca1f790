import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { attempt } from './attempt.ts';
import { startChild, stopGroup } from './child.ts';
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
 * when cancelled, or when the program isn't there. A cancelled program ends with all it has started, and no other one does: each has
 * a process group of its own.
 */
export type Exec = (program: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

/** What ignores that it is to end gets this long. */
const GRACE_MS = 3_000;

/** `Exec` over Node's own children: the toolkit's can't be ended. */
export const systemExec: Exec = async (program, args, { cwd, env: added, signal }) => {
  signal.throwIfAborted();
  const env = { ...childEnvironment(process.env), ...added };
  const child = startChild(locate(program, env.PATH ?? ''), args, { cwd, env });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // By a signal, as a shell says it.
    child.once('close', (code) => resolve(code ?? 128));
  });
  const stopped = new Promise<never>((_, reject) => {
    const abort = () => {
      stopGroup(child, 'SIGTERM');
      const timer = setTimeout(() => stopGroup(child, 'SIGKILL'), GRACE_MS).unref();
      child.once('close', () => clearTimeout(timer));
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    child.once('close', () => signal.removeEventListener('abort', abort));
  });
  const told = Promise.all([ended, wordsOf(child.stdout), wordsOf(child.stderr)]);
  const [exitCode, stdout, stderr] = await Promise.race([told, stopped]);
  return { exitCode, stdout, stderr };
};

/** All that comes; a stream that breaks off has said what it had to say. */
const wordsOf = (stream: Readable): Promise<string> => text(stream).catch(() => '');

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
