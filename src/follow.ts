import type { Clock } from './clock.ts';
import { Failure, failure, messageOf } from './errors.ts';
import type { Gateway, Release } from './platforms/platform.ts';
import { duration } from './units.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/** How often the log says that it is still waiting. */
const STILL_MS = 30_000;
/** How long the server may be out of reach in one go: the deployment itself goes on meanwhile. */
const OUTAGE_MS = 60_000;

/**
 * Follows a deployment to its end. Returns when it is live; throws when it failed, or when `limitMs` has passed, in which case
 * it may still succeed on the server.
 */
export async function follow(
  release: Release,
  gateway: Gateway,
  limitMs: number,
  { clock, signal, say }: { clock: Clock; signal: AbortSignal; say(line: string): void },
): Promise<void> {
  const begun = clock.now();
  let pause = FIRST_PAUSE_MS;
  let told = begun;
  let lost: number | undefined;
  for (;;) {
    try {
      const progress = await gateway.progress(release);
      if (progress.state === 'live') return;
      if (progress.state === 'failed') {
        throw failure(
          'deployment-failed',
          `${progress.message} (deployment ${release.id}).`,
          `${progress.remedy} ${release.logUrl}`,
        );
      }
      lost = undefined;
    } catch (error) {
      if (!(error instanceof Failure) || !isOutage(error)) throw error;
      lost ??= clock.now();
      if (clock.now() - lost >= OUTAGE_MS) throw unknownEnd(release, error);
      say(`No status: ${messageOf(error)} Asking again.`);
    }
    const now = clock.now();
    if (now - begun >= limitMs) {
      throw failure(
        'deployment-timeout',
        `The deployment ${release.id} is not finished after ${duration(limitMs)}. It goes on, on the server.`,
        `Look at ${release.logUrl}, or raise 'timeout'.`,
        { timedOut: true },
      );
    }
    if (now - told >= STILL_MS) {
      say(`Still waiting after ${duration(now - begun)}.`);
      told = now;
    }
    await clock.sleep(Math.min(pause, Math.max(1, begun + limitMs - now)), signal);
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  }
}

const isOutage = (error: Failure): boolean =>
  error.findings.every(({ code }) => ['server-unreachable', 'server-error', 'rate-limited'].includes(code));

const unknownEnd = (release: Release, cause: Failure): Failure =>
  failure(
    'deployment-unknown',
    `The server can't be asked any more how deployment ${release.id} went: ${cause.message}`,
    `Look at ${release.logUrl}. The deployment may have succeeded.`,
    { cause },
  );
