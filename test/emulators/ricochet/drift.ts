import type { Logs } from '../host/logs.ts';
import { Refusal } from '../host/refusal.ts';
import type { Deployments, StoredDeployment } from './deployments.ts';
import type { Folders } from './folders.ts';
import type { Item, Items } from './items.ts';
import type { Restores } from './restores.ts';
import type { Uv } from './uv.ts';

/** Sees to it that nothing is started in an environment that no longer matches its lock. */
export type Drift = {
  /**
   * The deployment to start. One that has drifted is invalidated and deployed again, once; when that does not help,
   * nothing more is tried (ricochet's documentation).
   * @throws Refusal (502) when the item cannot be started
   */
  verified(item: Item): Promise<StoredDeployment>;
};

export type DriftDeps = {
  readonly items: Items;
  readonly deployments: Deployments;
  readonly restores: Restores;
  readonly folders: Folders;
  readonly logs: Logs;
  readonly uv: Uv;
};

export const createDrift = ({ items, deployments, restores, folders, logs, uv }: DriftDeps): Drift => {
  const inSync = async (deployment: StoredDeployment): Promise<boolean> => {
    const log = logs.open(deployment.id);
    const check = uv.check(folders.release(deployment.id), deployment.python ?? 'python3', log);
    const { code, signal } = await check.exited;
    log.end();
    // Stopped from outside, it tells nothing about the environment.
    if (signal !== null) throw new Refusal(502, 'The check of the environment was stopped');
    return code === 0;
  };

  const verify = async (item: Item): Promise<StoredDeployment> => {
    const deployment = deployments.get(item.current ?? '');
    if (deployment === undefined) throw new Refusal(404, 'Content has no successful deployment');
    if (await inSync(deployment)) return deployment;
    deployments.end(deployment.id, 'invalidated');
    if (deployment.replaces !== null) {
      throw new Refusal(502, `The environment does not match its lock.\n\n${logs.read(deployment.id)}`);
    }
    const again = deployments.create({ ...pick(deployment), replaces: deployment.id });
    restores.add(again);
    const status = await restores.ended(again.id);
    const now = items.get(item.id);
    if (status !== 'success' || now === undefined) {
      throw new Refusal(502, `The environment could not be restored.\n\n${logs.read(again.id)}`);
    }
    return verify(now);
  };

  const verifying = new Map<string, Promise<StoredDeployment>>();
  return {
    verified(item) {
      const current = verifying.get(item.id) ?? verify(item).finally(() => verifying.delete(item.id));
      verifying.set(item.id, current);
      return current;
    },
  };
};

const pick = ({ content_id, deployed_by, ip_address, bundle }: StoredDeployment) => ({
  content_id,
  deployed_by,
  ip_address,
  bundle,
});
