import { stat } from 'node:fs/promises';
import type { CacheStore } from './cache.ts';
import type { Host } from './host.ts';
import { readState } from './state.ts';

/** The end of the job: saves what the main phase asked for. Never fails the job. */
export async function post(host: Host, cache: CacheStore): Promise<number> {
  for (const { what, path, key } of readState(host).savings) {
    const there = await stat(path).catch(() => undefined);
    if (there === undefined) {
      host.info(`There is nothing to save of ${what}.`);
      continue;
    }
    host.info(`Saving ${what} as ${key}.`);
    await cache.save(path, key);
  }
  return 0;
}
