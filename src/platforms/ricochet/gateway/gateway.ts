import { at } from '../../../project/files/values.ts';
import {
  type Access,
  type Connection,
  failed,
  type Gateway,
  type GatewayDeps,
  type Identity,
  type Progress,
} from '../../gateway.ts';
import { archiveOf } from '../../shared/upload.ts';
import { createApi, type RicochetApi } from '../api/api.ts';
import { createDelivery, newestFirst } from './delivery.ts';
import { createInstances } from './instances.ts';
import { applySettings } from './item-settings.ts';
import type { ItemSpec } from './item-spec.ts';
import { createItems, type Items } from './items.ts';
import { createPreviews } from './previews.ts';
import { progressOf } from './status.ts';
import { createTasks } from './tasks.ts';

const OUTCOMES: Readonly<Record<string, Progress>> = {
  pending: { state: 'running' },
  success: { state: 'live' },
  failure: failed(
    'The server could not install the dependencies',
    "Read the server's log of the restore. The previous release stays live.",
  ),
  timeout: failed(
    'The server gave up installing the dependencies: it took too long there',
    'Run the job again (the server keeps what it has downloaded), or have its restore_timeout raised.',
  ),
  cancelled: failed('Somebody cancelled the deployment on the server', 'Run the job again if that was not meant.'),
  invalidated: failed(
    'The server has invalidated the deployment: another one replaced it, or its files are gone',
    'Look at the newest deployment of the item, and run the job again if it is not yours.',
  ),
};

/** Opens the platform for an item of which only the identity is known. */
export function openConnection(identity: Identity, access: Access, deps: GatewayDeps): Connection {
  const api = createApi(access, deps);
  return connection({ ...identity, app: identity.name }, createItems(identity, access, api), api, deps);
}

/** `app` is what the app itself is called. */
const connection = (
  { name, app }: { readonly name: string; readonly app: string },
  items: Items,
  api: RicochetApi,
  deps: GatewayDeps,
): Connection => ({
  name,
  verify: () => api.checkKey(),
  find: () => items.find(),
  tasks: createTasks(items, api.tasks, deps),
  previews: createPreviews(items, api, app, deps.say),
});

export function openGateway(target: ItemSpec, access: Access, deps: GatewayDeps): Gateway {
  const api = createApi(access, deps);
  const { server } = access;
  const items = createItems(target, access, api);
  const instances = createInstances(api);
  const delivery = createDelivery(target, { server, api, items, instances }, deps);

  return {
    ...connection(target, items, api, deps),

    currentRelease: async (item) => {
      const newest = newestFirst(await api.deployments(item.id)).find(
        ({ status }) => status === 'success' || status === 'pending',
      );
      // While another deployment is under way, what is live is about to change.
      return newest?.status === 'success' ? newest.id : undefined;
    },

    deploy: (source, env, item) => delivery.deploy(archiveOf(source), env, item),

    progress: async ({ id, item }, withinMs) => {
      const { status } = await api.deployment(id, withinMs);
      const progress = progressOf(OUTCOMES, status, 'deployment');
      if (progress.state === 'running') await instances.note(item, withinMs);
      const left = delivery.left();
      return progress.state === 'failed' && left !== ''
        ? { ...progress, remedy: `${progress.remedy} ${left}` }
        : progress;
    },

    cancel: async ({ id, logUrl }) => {
      const left = delivery.left();
      return left === ''
        ? undefined
        : { told: `${left} Deployment ${id} continues on the server: ${logUrl}`, findings: [] };
    },

    applySettings: ({ item }) => applySettings(item, target, items, api),

    probeHeaders: async (item) => {
      const access_type = at(await items.settings(item.id), 'content', 'access_type');
      return access_type === 'external' ? {} : { authorization: `Key ${access.token}` };
    },

    isServing: ({ item }) => instances.hasNew(item),
  };
}
