import { messageOf } from '../findings/finding.ts';
import type { Host } from './host.ts';

/** The Actions cache. Nothing here ever throws: a cache that is down, full or read-only costs time, not the run. */
export type CacheStore = {
  /** Restores `path` under `key`, or under the newest key that begins with it. Answers the key that matched. */
  restore(path: string, key: string, exact: boolean): Promise<string | undefined>;
  /** The newest key that begins with `key`, under which `path` was saved: as `restore`, and nothing is fetched. */
  find(path: string, key: string): Promise<string | undefined>;
  save(path: string, key: string): Promise<void>;
  /** Whether it has shown itself to be out of order; then nothing more is asked of it. */
  isDown(): boolean;
};

/** Without any of these, the toolkit finds no service. */
const SERVICES = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'];

/** Waiting longer than this costs more than the cache saves. The toolkit's own retries take about half a minute. */
const PATIENCE_MS = 90_000;
/** A miss is reported at once. One that took longer is an outage that the toolkit has retried and then called a miss. */
const MISS_MS = 10_000;

/**
 * `CacheStore` over the toolkit, which is two thirds of the action's code and is loaded when first used, where there is a service.
 * After one failed call no other is made: what is down once is down for the run.
 */
export function actionsCache(host: Host): CacheStore {
  let isDown = false;
  const attempt = async <T>(what: string, work: (cache: typeof import('@actions/cache')) => Promise<T>) => {
    if (isDown) return undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      const cache = SERVICES.some((name) => process.env[name]) ? await import('@actions/cache') : undefined;
      if (!cache?.isFeatureAvailable()) {
        isDown = true;
        host.info(`This runner has no Actions cache: ${what} is skipped.`);
        return undefined;
      }
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('the cache service is too slow')), PATIENCE_MS);
      });
      return await Promise.race([work(cache), late]);
    } catch (error) {
      isDown = true;
      host.info(`${what} failed, so the run continues without it: ${messageOf(error)}`);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  const look = (what: string, work: (cache: typeof import('@actions/cache')) => Promise<string | undefined>) =>
    attempt(what, async (cache) => {
      const begun = performance.now();
      const found = await work(cache);
      if (found === undefined && performance.now() - begun > MISS_MS) isDown = true;
      return found;
    });

  return {
    isDown: () => isDown,
    restore: (path, key, exact) =>
      look(`Restoring the cache ${key}`, (cache) =>
        exact ? cache.restoreCache([path], key) : cache.restoreCache([path], `${key}-`, [key]),
      ),
    find: (path, key) =>
      look(`Looking for the cache ${key}`, (cache) =>
        cache.restoreCache([path], `${key}-`, [key], { lookupOnly: true }),
      ),
    save: async (path, key) => {
      await attempt(`Saving the cache ${key}`, async (cache) => {
        const id = await cache.saveCache([path], key);
        if (id === -1) host.info(`The cache ${key} was not saved: another job has it, or this run may only read.`);
      });
    },
  };
}
