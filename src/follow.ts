import type { Clock } from './clock.ts';
import { followCourse } from './course.ts';
import type { Gateway, Release } from './platforms/platform.ts';

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
  await followCourse(
    {
      noun: 'deployment',
      id: release.id,
      logUrl: release.logUrl,
      ask: () => gateway.progress(release),
      leave: async () => 'It goes on, on the server.',
    },
    limitMs,
    deps,
  );
}
