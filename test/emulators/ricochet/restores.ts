import type { Logs } from '../host/logs.ts';
import type { DeploymentStatus, StoredDeployment } from './deployments.ts';
import type { Items } from './items.ts';
import { type RestoreDeps, restore } from './restore.ts';

/** The queue in which deployments are restored, a few at a time. */
export type Restores = {
  add(deployment: StoredDeployment): void;
  /** Resolves with the status in which the deployment ended. */
  ended(id: string): Promise<DeploymentStatus>;
  /** The next deployments end so without being restored; `pending` never ends. */
  force(status: DeploymentStatus, times?: number): void;
  /** Stops what is being restored for an item. */
  cancel(contentId: string): Promise<void>;
  /** Takes up what an earlier run of the server left pending. */
  resume(): void;
  /** Nothing new is begun. What has not ended stays pending, for the next run of the server. */
  close(): Promise<void>;
};

export type RestoresDeps = RestoreDeps & {
  readonly items: Items;
  readonly logs: Logs;
  readonly concurrent: number;
  readonly timeoutMs: number;
  readonly released: (deployment: StoredDeployment) => void;
};

export const createRestores = (deps: RestoresDeps): Restores => {
  const { deployments, items, logs } = deps;
  const queue: StoredDeployment[] = [];
  const forced: DeploymentStatus[] = [];
  const waiting = new Map<string, PromiseWithResolvers<DeploymentStatus>>();
  const running = new Map<StoredDeployment, { abort: AbortController; done: Promise<void> }>();
  let closed = false;

  const limit = (contentId: string): number => {
    const seconds = items.get(contentId)?.config.restoreTimeout;
    if (seconds === 0) return 2 ** 31 - 1; // "0 disables the timeout"
    return seconds === undefined ? deps.timeoutMs : seconds * 1000;
  };

  const resolve = (id: string, status: DeploymentStatus): void => {
    waiting.get(id)?.resolve(status);
    waiting.delete(id);
  };

  const end = (deployment: StoredDeployment, status: DeploymentStatus): void => {
    if (closed) return;
    const deleted = deployments.get(deployment.id) === undefined; // with its item, meanwhile
    if (!deleted) deployments.end(deployment.id, status);
    if (!deleted && status === 'success') deps.released(deployment);
    resolve(deployment.id, deleted ? 'cancelled' : status);
  };

  const run = async (deployment: StoredDeployment, abort: AbortSignal): Promise<void> => {
    const log = logs.open(deployment.id);
    const status = forced.shift();
    if (status === 'pending') return;
    if (status !== undefined) log.write('stdout', `This deployment was made to end as ${status}`);
    const signal = AbortSignal.any([abort, AbortSignal.timeout(limit(deployment.content_id))]);
    end(deployment, status ?? (await restore(deployment, signal, log, deps)));
    log.end();
  };

  const next = (): void => {
    while (!closed && running.size < deps.concurrent) {
      const deployment = queue.shift();
      if (deployment === undefined) return;
      const abort = new AbortController();
      const done = run(deployment, abort.signal).finally(() => {
        running.delete(deployment);
        next();
      });
      running.set(deployment, { abort, done });
    }
  };

  const add = (deployment: StoredDeployment): void => {
    queue.push(deployment);
    // The caller answers first: no deployment has ended before its upload was accepted.
    setImmediate(next);
  };

  return {
    add,
    async ended(id) {
      const status = deployments.get(id)?.status ?? 'cancelled';
      if (status !== 'pending') return status;
      const wait = waiting.get(id) ?? Promise.withResolvers<DeploymentStatus>();
      waiting.set(id, wait);
      return wait.promise;
    },
    force: (status, times = 1) => {
      forced.push(...Array.from({ length: times }, () => status));
    },
    async cancel(contentId) {
      const own = [...running].filter(([deployment]) => deployment.content_id === contentId);
      for (const [, { abort }] of own) abort.abort();
      await Promise.all(own.map(([, { done }]) => done));
    },
    resume() {
      for (const deployment of deployments.pending()) add(deployment);
    },
    async close() {
      closed = true;
      for (const id of waiting.keys()) resolve(id, 'cancelled');
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
};
