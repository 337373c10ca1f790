import { Failure, messageOf } from '../../findings/finding.ts';
import type { Clock } from '../clock.ts';
import type { HttpResponse } from './http.ts';
import { pauseBefore, RETRIES } from './retry.ts';

/** After a request without a usable answer: how long the server gets to show what it has made of it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 500;

/** Why it is not known that a server has taken something. `again`: it certainly has not, and may take it later. */
type NotTaken =
  | { readonly outcome: 'again'; readonly failure: unknown; readonly response?: HttpResponse }
  | { readonly outcome: 'unknown'; readonly why: string; readonly failure?: unknown };

/** How one try went with what must not be sent twice; `T` is what the server has made of it. */
export type Attempt<T> = { readonly outcome: 'accepted'; readonly taken: T } | NotTaken;

/** Something that a server must take once. */
type Sending<T> = {
  /** What sentences call it. */
  readonly noun: string;
  send(): Promise<Attempt<T>>;
  /** Finds what was not there before. Absent where the server does not show it. */
  look: (() => Promise<readonly T[]>) | undefined;
  /** How long the server gets to show it, in milliseconds. Default 10 s. */
  readonly lookMs?: number;
  /**
   * What to throw when it is not known what has become of it; `found` are several where one was expected. By default, what is wrong
   * with the answer.
   */
  lost?(why: string, found: readonly T[]): Failure;
  /** Whether it may be sent again when the server shows nothing of it. Without this it never is: it may have happened all the same. */
  mayRepeat?(): boolean;
};

type Deps = { readonly clock: Clock; readonly signal: AbortSignal; say(line: string): void };

/**
 * Sends until the server has taken it once. What the server certainly has not taken is sent again; after anything else, even a success
 * whose body makes no sense, the server is looked at instead. Throws `lost` when it shows nothing.
 */
export async function takeOnce<T>(sending: Sending<T>, deps: Deps): Promise<T> {
  const { noun, send, mayRepeat } = sending;
  const { say, clock, signal } = deps;
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const answer = await send();
    if (answer.outcome === 'accepted') return answer.taken;
    const { failure } = answer;
    if (answer.outcome === 'again') {
      if (attempt >= RETRIES) throw failure;
      const pause = pauseBefore(attempt, answer.response);
      say(`The server can't take the ${noun} now; retrying in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
      continue;
    }
    const { why } = answer;
    const lost = (found: readonly T[], reason = why): unknown => sending.lost?.(reason, found) ?? failure;
    say(`The ${noun} got no usable response (${why}); checking whether the server has it.`);
    const found = await lookFor(sending, deps, (trouble) => lost([], `${why}; ${trouble}`));
    const [taken, ...others] = found;
    if (taken !== undefined && others.length === 0) {
      say('The server has it.');
      return taken;
    }
    if (others.length > 0 || attempt >= RETRIES || !mayRepeat?.()) throw lost(found);
    say(`The server does not have it; sending the ${noun} again.`);
  }
}

/** Looks until the server shows it, or the time is over. A look that fails must not hide that it may have happened. */
async function lookFor<T>(
  { look, lookMs = LOOK_MS, mayRepeat }: Sending<T>,
  { clock, signal }: Deps,
  lost: (trouble: string) => unknown,
): Promise<readonly T[]> {
  if (look === undefined) return [];
  const end = clock.now() + lookMs;
  for (;;) {
    const found = await look().catch((error: unknown) => {
      throw error instanceof Failure && !mayRepeat ? lost(messageOf(error)) : error;
    });
    if (found.length > 0 || clock.now() >= end) return found;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}
