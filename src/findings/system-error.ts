import { codeOf, error, type Finding } from './finding.ts';
import { quote } from './text.ts';

type Trouble = { readonly code: string; readonly reason: string; readonly remedy: string };

const FULL = (reason: string): Trouble => ({
  code: 'disk-full',
  reason,
  remedy: "Free space on the runner, or leave large files out with 'exclude'.",
});
const GONE: Trouble = {
  code: 'file-gone',
  reason: 'it was removed during the run',
  remedy: 'Let nothing clean up the checkout or RUNNER_TEMP while the step runs, and run the job again.',
};
const DENIED = (reason: string): Trouble => ({
  code: 'file-denied',
  reason,
  remedy: "Check the runner's disk, and the permissions of this path.",
});
const LIMIT = (reason: string, remedy: string): Trouble => ({ code: 'system-limit', reason, remedy });

const MEMORY = 'Give the runner more memory, or start fewer jobs on it at once.';

/** What the system says, by Node's code (https://nodejs.org/api/errors.html#common-system-errors; errno(3) has the others). */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOSPC: FULL('the disk is full'),
  EDQUOT: FULL("the user's share of the disk is used up"),
  EFBIG: FULL('it is larger than this system lets a file become'),
  ENOENT: GONE,
  ENOTDIR: GONE,
  ESTALE: GONE,
  EACCES: DENIED('permission denied'),
  EPERM: DENIED('the system does not permit it'),
  EROFS: DENIED('the file system is read-only'),
  EIO: DENIED('the disk reports an error'),
  EMFILE: LIMIT('too many files are open', 'Raise the limit of open files (`ulimit -n`) on this runner.'),
  ENFILE: LIMIT('too many files are open', 'Raise the limit of open files (`ulimit -n`) on this runner.'),
  ENAMETOOLONG: LIMIT('its path is too long for this system', 'Shorten the path, or check out into a shorter folder.'),
  EAGAIN: LIMIT('the system has no process left for it', MEMORY),
  ENOMEM: LIMIT('the system has no memory left for it', MEMORY),
};

/** A sentence for an error of the runner's system that nobody has foreseen more closely; `undefined` for all others. */
export function systemError(thrown: unknown): Finding | undefined {
  const trouble = TROUBLES[codeOf(thrown)];
  if (trouble === undefined || !(thrown instanceof Error && 'syscall' in thrown)) return undefined;
  const { code, reason, remedy } = trouble;
  const { path, dest } = thrown as Error & { path?: unknown; dest?: unknown };
  // Of two paths, a full disk is where the copy goes.
  const place = code === 'disk-full' ? (dest ?? path) : path;
  const name = typeof place === 'string' ? quote(place, 300) : 'A file of this run';
  const verb = code === 'disk-full' ? 'written' : 'used';
  return error(code, `${name} can't be ${verb}: ${reason} (${codeOf(thrown)}).`, remedy);
}
