import { codeOf, error, type Finding } from './finding.ts';
import { quote } from './text.ts';

type Trouble = { readonly code: string; readonly reason: string; readonly remedy: string };

const trouble =
  (code: string, remedy: string) =>
  (reason: string): Trouble => ({ code, reason, remedy });

const full = trouble('disk-full', "Free space on the runner, or exclude large files with 'exclude'.");
const denied = trouble('file-denied', "Check the runner's disk, and the permissions of this path.");
const gone = trouble(
  'file-gone',
  'Make sure that nothing cleans up the checkout or RUNNER_TEMP during the step, and run the job again.',
)('it was removed during the run');
const files = trouble(
  'system-limit',
  'Raise the limit of open files (`ulimit -n`) on this runner.',
)('too many files are open');
const path = trouble('system-limit', 'Shorten the path, or check out into a shorter folder.');
const memory = trouble('system-limit', 'Give the runner more memory, or start fewer jobs on it at once.');

/** What the system says, by Node's code (https://nodejs.org/api/errors.html#common-system-errors; errno(3) has the others). */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOSPC: full('the disk is full'),
  EDQUOT: full("the user's share of the disk is used up"),
  EFBIG: full('it is larger than this system allows a file to be'),
  ...{ ENOENT: gone, ENOTDIR: gone, ESTALE: gone },
  EACCES: denied('permission denied'),
  EPERM: denied('the system does not permit it'),
  EROFS: denied('the file system is read-only'),
  EIO: denied('the disk reports an error'),
  ...{ EMFILE: files, ENFILE: files },
  ENAMETOOLONG: path('its path is too long for this system'),
  EAGAIN: memory('the system is out of processes'),
  ENOMEM: memory('the system is out of memory'),
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
