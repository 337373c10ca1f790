import { codeOf } from '../../findings/finding.ts';
import { startChild, stopGroup } from '../../ports/child.ts';

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
  const child = startChild(file, args, options);
  let text = '';
  let exit: Exit | undefined;
  const keep = (chunk: string) => {
    text = (text + chunk).slice(-LOG_LIMIT);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  const ended = new Promise<Exit>((resolve) => {
    const end = (how: Exit) => {
      exit ??= how;
      resolve(exit);
    };
    child.once('error', (error) => {
      keep(codeOf(error) === 'ENOENT' ? `${file}: command not found\n` : `${error.message}\n`);
      end({ code: 127, signal: null });
    });
    child.once('close', (code, signal) => end({ code, signal }));
  });
  return {
    group: child.pid ?? 0,
    ended,
    exit: () => exit,
    log: () => text,
    stop: async (graceMs = GRACE_MS) => {
      if (exit) return;
      stopGroup(child, 'SIGTERM');
      const timer = setTimeout(() => stopGroup(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
