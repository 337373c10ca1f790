import type { Item } from '../../gateway.ts';
import type { RicochetApi } from '../api/api.ts';

export type Instances = ReturnType<typeof createInstances>;

/** The running instances of an item, as far as the server shows them: which were there before a release was live. */
export function createInstances(api: RicochetApi) {
  const old = new Set<string>();
  let isTold = false;
  return {
    /** Those that run now: whatever they answer is not the new release. */
    note: async ({ id }: Item, withinMs?: number): Promise<void> => {
      const running = await api.instances(id, withinMs);
      if (running === undefined) return;
      isTold = true;
      for (const one of running) old.add(one);
    },
    /** Whether one runs that was not noted; `undefined` where the server does not tell. */
    hasNew: async ({ id }: Item): Promise<boolean | undefined> => {
      const running = await api.instances(id);
      if (running === undefined || !isTold || running.length === 0) return undefined;
      return running.some((one) => !old.has(one));
    },
  };
}
