import type { Logs } from '../host/logs.ts';
import { Refusal } from '../host/refusal.ts';
import type { Content } from './content.ts';
import type { Drift } from './drift.ts';
import { type Instance, type InstanceRecord, recordOf, startInstance } from './instance.ts';
import type { Item, Items } from './items.ts';

/** The running instances of the apps. */
export type Apps = {
  /** Runs `visit` with an instance of the live release, starting one when there is none. */
  use(item: Item, visit: (instance: Instance) => Promise<void>): Promise<void>;
  list(contentId: string): InstanceRecord[];
  /** @throws Refusal (404) when there is no such instance */
  stop(contentId: string, instanceId: string): Promise<void>;
  /** Brings the instances in line with the item: those of an older release end, its minimum is started. */
  refresh(contentId: string): void;
  /** Ends all instances of an item. */
  end(contentId: string): Promise<void>;
  close(): Promise<void>;
};

export type AppsDeps = {
  readonly items: Items;
  readonly content: Content;
  readonly drift: Drift;
  readonly logs: Logs;
  readonly startTimeoutMs: number;
  readonly idleMs: number;
};

export const createApps = (deps: AppsDeps): Apps => {
  const { items, drift, idleMs } = deps;
  const pools = new Map<string, Set<Instance>>();
  const starting = new Map<string, Promise<Instance>>();
  let closed = false;

  const poolOf = (contentId: string): Set<Instance> => {
    const pool = pools.get(contentId) ?? new Set();
    pools.set(contentId, pool);
    return pool;
  };

  const current = (item: Item): Instance | undefined =>
    [...poolOf(item.id)].find(({ deploymentId }) => deploymentId === item.current);

  const armIdle = (contentId: string, instance: Instance): void => {
    clearTimeout(instance.idle);
    if (instance.connections > 0) return;
    instance.idle = setTimeout(() => {
      const minimum = items.get(contentId)?.config.minInstances ?? 0;
      if (poolOf(contentId).size > minimum) void instance.process.stop();
    }, idleMs).unref();
  };

  const start = async (item: Item): Promise<Instance> => {
    const deployment = await drift.verified(item);
    const instance = await startInstance(items.get(item.id) ?? item, deployment, deps);
    if (items.get(item.id)?.current !== deployment.id) {
      await instance.process.stop(); // replaced or deleted while it was being started
      return instance;
    }
    const pool = poolOf(item.id);
    pool.add(instance);
    void instance.process.exited.then(() => {
      clearTimeout(instance.idle);
      pool.delete(instance);
      refresh(item.id);
    });
    armIdle(item.id, instance);
    return instance;
  };

  const startOnce = (item: Item): Promise<Instance> => {
    if (closed) throw new Refusal(502, 'The server is stopping');
    const started = starting.get(item.id) ?? start(item).finally(() => starting.delete(item.id));
    starting.set(item.id, started);
    return started;
  };

  const instanceOf = async (item: Item): Promise<Instance> => {
    const ready = current(item) ?? (await startOnce(item));
    const now = items.get(item.id);
    if (now === undefined) throw new Refusal(404, 'Content not found');
    return ready.deploymentId === now.current ? ready : instanceOf(now);
  };

  /** An instance that cannot be started is not tried again before the next deployment or request. */
  const fill = async (contentId: string): Promise<void> => {
    for (;;) {
      const item = items.get(contentId);
      if (closed || item?.current === undefined || poolOf(contentId).size >= item.config.minInstances) return;
      await startOnce(item);
    }
  };

  const refresh = (contentId: string): void => {
    if (closed) return;
    const live = items.get(contentId)?.current;
    for (const instance of poolOf(contentId)) {
      if (instance.deploymentId === live) continue;
      poolOf(contentId).delete(instance);
      void instance.process.stop();
    }
    fill(contentId).catch(() => {});
  };

  return {
    async use(item, visit) {
      const instance = await instanceOf(item);
      instance.connections += 1;
      instance.lastConnection = Date.now();
      armIdle(item.id, instance);
      try {
        await visit(instance);
      } finally {
        instance.connections -= 1;
        instance.lastConnection = Date.now();
        armIdle(item.id, instance);
      }
    },
    list: (contentId) => [...poolOf(contentId)].map(recordOf),
    async stop(contentId, instanceId) {
      const instance = [...poolOf(contentId)].find(({ id }) => id === instanceId);
      if (instance === undefined) throw new Refusal(404, 'Instance not found');
      await instance.process.stop();
    },
    refresh,
    async end(contentId) {
      const pool = poolOf(contentId);
      pools.delete(contentId);
      await Promise.all([...pool].map(({ process }) => process.stop()));
    },
    async close() {
      closed = true;
      await Promise.allSettled(starting.values());
      await Promise.all([...pools.values()].flatMap((pool) => [...pool].map(({ process }) => process.stop())));
    },
  };
};
