import type { Item } from '../../gateway.ts';
import type { RicochetApi } from '../api/api.ts';

/** The running instances of an item, as far as the server shows them: which were there before a release was live. */
export type Instances = {
  /** Those that run now: whatever they answer is not the new release. */
  note(item: Item, withinMs?: number): Promise<void>;
  /** Whether one runs that was not noted; `undefined` where the server does not tell. */
  hasNew(item: Item): Promise<boolean | undefined>;
};

export function createInstances(api: RicochetApi): Instances {
  const old = new Set<string>();
  let isTold = false;
  return {
    note: async ({ id }, withinMs) => {
      const running = await api.instances(id, withinMs);
      if (running === undefined) return;
      isTold = true;
      for (const one of running) old.add(one);
    },
    hasNew: async ({ id }) => {
      const running = await api.instances(id);
      if (running === undefined || !isTold || running.length === 0) return undefined;
      return running.some((one) => !old.has(one));
    },
  };
}
