import type { Gateway, Left, Release } from '../../platforms/platform.ts';
import type { Clock } from '../../ports/clock.ts';
import { waitFor } from './wait.ts';

/** The server gets this long to take back what a release has brought along: a cancelled step has 7 s in all. */
const LEAVE_MS = 4_000;

/**
 * Follows a deployment to its end. Returns when it is live; throws when it failed, or when `limitMs` has passed, in which case
 * it may still succeed on the server.
 */
export async function follow(
  release: Release,
  gateway: Gateway,
  limitMs: number,
  deps: { clock: Clock; signal: AbortSignal; say(line: string): void },
): Promise<void> {
  await waitFor(
    {
      noun: 'deployment',
      id: release.id,
      logUrl: release.logUrl,
      ask: (withinMs) => gateway.progress(release, withinMs),
      leave: async () => (await leave(release, gateway)) ?? { told: 'It goes on, on the server.', findings: [] },
    },
    limitMs,
    deps,
  );
}

/** Gives up a release that nobody follows any more; `undefined` where it goes on without. */
export const leave = async (release: Release, gateway: Gateway): Promise<Left | undefined> =>
  gateway.cancel?.(release, AbortSignal.timeout(LEAVE_MS));
