import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
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
 * when cancelled (the program and all it has started are ended), or when the program isn't there.
 */
export type Exec = (program: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

/** `Exec` over the processes of this machine. */
export const systemExec: Exec = async (program, args, { cwd, env: added, signal }) => {
  signal.throwIfAborted();
  const env = { ...childEnvironment(process.env), ...added };
  const child = startChild(locate(program, env.PATH ?? ''), args, { cwd, env });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    const abort = () => {
      stopGroup(child, 'SIGTERM');
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    const settle = (work: () => void) => {
      signal.removeEventListener('abort', abort);
      work();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) => {
      // Decoded as a whole: a character may be cut by the end of a chunk.
      const [stdout, stderr] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()];
      settle(() => resolve({ exitCode: code ?? 1, stdout, stderr }));
    });
  });
};

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Where a program is on `path`. Windows itself would look into the working directory first, which is the checkout's. */
function locate(program: string, path: string): string {
  if (isAbsolute(program)) return program;
  const files = path.split(delimiter).map((folder) => join(folder, program + SUFFIX));
  const found = files.find(isProgram);
  if (found === undefined) throw new Error(`There is no ${program} on PATH.`);
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
