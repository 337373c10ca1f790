import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A child process whose input is empty and whose output is read. */
export type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

const WINDOWS = process.platform === 'win32';

/**
 * Starts a program in a process group of its own, so that it can be stopped with all it has started. `env` is its whole environment.
 * What is left of the group ends with the program, and with this process.
 */
export function startChild(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Child {
  const child = spawn(file, args, {
    ...options,
    detached: !WINDOWS,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const last = () => stopGroup(child, 'SIGKILL');
  process.once('exit', last);
  // What the leader leaves behind would hold its output open.
  child.once('exit', last);
  child.once('close', () => process.off('exit', last));
  return child;
}

/** Signals a child and all that stayed in its group. Windows has neither groups nor signals: there, the tree below it is ended. */
export function stopGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (WINDOWS) {
    if (exitCode !== null || signalCode !== null) return;
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // the whole group has ended
  }
}
