import type { Bundle } from '../../bundle/archive.ts';
import { type Failure, failure } from '../../findings/finding.ts';
import { bytes } from '../../findings/units.ts';
import { type Attempt, takeOnce } from '../../ports/http/once.ts';
import type { GatewayDeps, Source } from '../gateway.ts';

/** The archive of a platform whose plans ask for one. */
export function archiveOf({ archive }: Source): Bundle {
  if (archive === undefined) throw new Error('The plan asked for no archive.');
  return archive;
}

/** The slowest line that a large bundle must get through, in bytes per millisecond: half a megabit per second. */
const SLOWEST = 64;
/** A server may need this long for the smallest bundle, whatever `timeout` says. */
const LEAST_MS = 10_000;

/**
 * Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. `send` says
 * within how many milliseconds; all tries together get the time that the platform may take, and what a slow line needs.
 * `look` finds what was not there before.
 */
export function uploadOnce<T>(
  { size }: { readonly size: number },
  send: (limitMs: number) => Promise<Attempt<T>>,
  shows: { look(): Promise<readonly T[]>; lost(why: string, found: readonly T[]): Failure },
  deps: GatewayDeps,
): Promise<T> {
  const end = deps.clock.now() + Math.max(deps.timeoutMs, LEAST_MS) + size / SLOWEST;
  const left = () => end - deps.clock.now();
  return takeOnce({ noun: 'upload', send: () => send(left()), ...shows, mayRepeat: () => left() > 0 }, deps);
}

/** Says how far an upload is, each quarter of the way. */
export function progressLines(size: number, say: (line: string) => void): (sent: number) => void {
  let quarter = 0;
  return (sent) => {
    const reached = Math.floor((sent / size) * 4);
    if (reached <= quarter) return;
    quarter = reached;
    say(`Uploaded ${bytes(sent)} of ${bytes(size)} (${quarter * 25} %).`);
  };
}

/** The server answered nothing usable, and shows nothing of the upload. */
export const lostUpload = (why: string, noun: string): Failure =>
  failure(
    'upload-lost',
    `The upload got no usable response (${why}), and the server has no new ${noun}.`,
    'Check that the server runs and has room, and run the job again.',
  );
