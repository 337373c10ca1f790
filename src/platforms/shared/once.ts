import { Failure, messageOf } from '../../findings/finding.ts';
import type { HttpResponse } from '../../ports/http/http.ts';
import { pauseBefore, RETRIES } from '../../ports/http/retry.ts';
import type { GatewayDeps } from '../platform.ts';

/** After a request without a usable answer: how long the server gets to show what it has made of it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 500;

/** Why it is not known that a server has taken something. `again`: it certainly has not, and may take it later. */
type NotTaken =
  | { readonly outcome: 'again'; readonly failure: unknown; readonly response?: HttpResponse }
  | { readonly outcome: 'unknown'; readonly why: string };

/** How a request went that must not be sent twice. */
export type Once = { readonly outcome: 'answered'; readonly response: HttpResponse } | NotTaken;

/** How one try went; `T` is what the server has made of it. */
export type Attempt<T> = { readonly outcome: 'accepted'; readonly taken: T } | NotTaken;

/** Something that a server must take once. */
type Sending<T> = {
  /** What sentences call it. */
  readonly noun: 'upload' | 'start' | 'creation';
  send(): Promise<Attempt<T>>;
  /** Finds what was not there before. Absent where the server does not show it. */
  look: (() => Promise<readonly T[]>) | undefined;
  /** What to throw when it is not known what has become of it; `found` are several where one was expected. */
  lost(why: string, found: readonly T[]): Failure;
  /** Whether it may be sent again when the server shows nothing of it. Without this it never is: it may have happened all the same. */
  mayRepeat?(): boolean;
};

/**
 * Sends until the server has taken it once. What the server certainly has not taken is sent again; after anything else, even a success
 * whose body makes no sense, the server is looked at instead. Throws `lost` when it shows nothing.
 */
export async function takeOnce<T>(
  { noun, send, look, lost, mayRepeat }: Sending<T>,
  { say, clock, signal }: Pick<GatewayDeps, 'say' | 'clock' | 'signal'>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const answer = await send();
    if (answer.outcome === 'accepted') return answer.taken;
    if (answer.outcome === 'again') {
      if (attempt >= RETRIES) throw answer.failure;
      const pause = pauseBefore(attempt, answer.response);
      say(`The server can't take the ${noun} now; trying again in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
      continue;
    }
    const { why } = answer;
    say(`The ${noun} has no usable answer (${why}); looking whether the server has it.`);
    if (look === undefined) throw lost(why, []);
    const glance = () =>
      look().catch((error: unknown) => {
        // A look that fails must not hide that it may have happened.
        throw error instanceof Failure && !mayRepeat ? lost(`${why}; ${messageOf(error)}`, []) : error;
      });
    const end = clock.now() + LOOK_MS;
    let found = await glance();
    while (found.length === 0 && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await glance();
    }
    const [taken, ...others] = found;
    if (taken !== undefined && others.length === 0) {
      say('The server has it.');
      return taken;
    }
    if (others.length > 0 || attempt >= RETRIES || !mayRepeat?.()) throw lost(why, found);
    say(`The server does not have it; sending the ${noun} again.`);
  }
}
