import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { codeOf } from '../../findings/finding.ts';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A process of our own making, in a group of its own: it is stopped with all it has started. */
export type Program = {
  /** The leader's id, which is that of the group; 0 when it never ran. */
  readonly group: number;
  /** When the leader has ended; never rejects. */
  readonly ended: Promise<Exit>;
  /** How it has ended, once it has. */
  exit(): Exit | undefined;
  /** The end of what it has printed, both streams as they came. */
  log(): string;
  /** SIGTERM to the group, and SIGKILL to what is left of it after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
};

type Options = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

/** A cancelled step has 7.5 s before the runner sends the next signal. */
const GRACE_MS = 3_000;
const LOG_LIMIT = 200_000;

export function startProgram([file, ...args]: readonly [string, ...string[]], options: Options): Program {
  const child = spawn(file, args, {
    ...options,
    detached: !WINDOWS,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let text = '';
  let exit: Exit | undefined;
  const keep = (chunk: string) => {
    text = (text + chunk).slice(-LOG_LIMIT);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  // Whatever happens to this process, nothing goes on behind it.
  const last = () => send(child, 'SIGKILL');
  process.once('exit', last);
  const ended = new Promise<Exit>((resolve) => {
    const end = (how: Exit) => {
      exit ??= how;
      process.off('exit', last);
      resolve(exit);
    };
    child.once('error', (error) => {
      keep(codeOf(error) === 'ENOENT' ? `${file}: command not found\n` : `${error.message}\n`);
      end({ code: 127, signal: null });
    });
    // What the leader leaves behind would hold its output open.
    child.once('exit', () => send(child, 'SIGKILL'));
    child.once('close', (code, signal) => end({ code, signal }));
  });
  return {
    group: child.pid ?? 0,
    ended,
    exit: () => exit,
    log: () => text,
    stop: async (graceMs = GRACE_MS) => {
      if (exit) return;
      send(child, 'SIGTERM');
      const timer = setTimeout(() => send(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

const WINDOWS = process.platform === 'win32';

/** Windows has neither groups nor signals: there, the tree below the process is ended at once. */
function send({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (WINDOWS) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // the whole group has ended
  }
}
