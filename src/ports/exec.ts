import { readFileSync } from 'node:fs';
import { getExecOutput } from '@actions/exec';

type ExecOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

export type ExecResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end, quietly. Rejects with the signal's reason when cancelled, or when the program isn't there. */
export type Exec = (program: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

/** `Exec` over the toolkit. */
export const toolkitExec: Exec = (program, args, { cwd, env, signal }) => {
  signal.throwIfAborted();
  const before = children();
  const running = getExecOutput(program, [...args], {
    cwd,
    ...(env && { env: { ...env } }),
    silent: true,
    ignoreReturnCode: true,
  });
  return new Promise((resolve, reject) => {
    const abort = () => {
      stopChildren(before);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
};

/**
 * The toolkit keeps its child to itself, and the runner signals only this process: without this, a cancelled `uv sync` would go on.
 * Linux tells who our children are; elsewhere the runner's own clean-up of orphans has to do.
 */
function stopChildren(before: ReadonlySet<number>): void {
  for (const pid of children()) {
    if (before.has(pid)) continue;
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // it ended by itself
    }
  }
}

function children(): ReadonlySet<number> {
  try {
    const list = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    return new Set(list.split(' ').filter(Boolean).map(Number));
  } catch {
    return new Set();
  }
}
