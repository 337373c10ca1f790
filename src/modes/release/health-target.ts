import type { Item } from '../../platforms/gateway.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { HealthTarget } from '../../ports/http/health.ts';
import type { Arrival } from './arrival.ts';

/** What is asked of a release that is live, and what its answers mean on this platform. */
export const healthTarget = (
  { url, consoleUrl }: Item,
  { plan, readFailure }: Pick<Arrival, 'plan' | 'readFailure'>,
  { words, isOwn }: Platform,
  limits: Pick<HealthTarget, 'limitMs' | 'headers'>,
): HealthTarget => ({
  ...{ url, consoleUrl, paths: plan.healthPaths, privateApp: words.privateApp, readFailure },
  listens: plan.start?.listens ?? true,
  ...(isOwn && { isPlatforms: isOwn }),
  ...limits,
});
