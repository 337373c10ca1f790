import { Failure, failure } from '../../../findings/finding.ts';
import type { Access, Connection, Gateway, GatewayDeps, Identity, Item, Release } from '../../gateway.ts';
import { archiveOf } from '../../shared/upload.ts';
import { createApi } from '../api/api.ts';
import { authorization, createClient } from '../api/client.ts';
import { createContents, superseded, toItem } from './contents.ts';
import { type Begun, createDeployment, type Deployment } from './deployment.ts';
import { explain, printedBy } from './diagnosis.ts';
import { type ContentSpec, TRIAL, type Workbench } from './item-spec.ts';
import { createPreviews } from './previews.ts';
import { findSame, type Published, publish } from './publish.ts';
import { findChanges } from './settings-diff.ts';
import { createTasks } from './tasks.ts';
import type { Revert } from './undo.ts';
import { archiveMd5 } from './upload.ts';

/** What can be done with content of which only the identity is known; `app` is what the app itself is called. */
export function openConnection(identity: Identity, access: Access, deps: GatewayDeps, app = identity.name) {
  const { name } = identity;
  const api = createApi(createClient(access, deps));
  const contents = createContents(identity, api, deps.origin);
  const connection: Connection = {
    name,
    verify: async () => {
      const { user } = await api.caller();
      if (user === undefined) deps.say('The key comes from trusted publishing.');
      else if (user.locked || !user.confirmed) throw unusable('locked, or not confirmed yet');
      else if (user.role === 'viewer') throw unusable('a viewer, who may not publish');
    },
    find: async () => {
      const content = await contents.findOurs(name);
      return content && toItem(access.server, content);
    },
    tasks: createTasks(api, deps),
    previews: createPreviews(app, contents, api, deps),
  };
  return { connection, api, contents };
}

/** Content of the target's own: production, or a preview that is content of its own. */
export function openGateway(target: ContentSpec, access: Access, deps: GatewayDeps, app = target.name): Gateway {
  const { connection, api, contents } = openConnection({ ...target, slug: '' }, access, deps, app);
  const bench: Workbench = { target, access, api, contents, deps };
  const { server } = access;
  const deployments = new Map<string, Deployment>();
  /** What this run has published. */
  let published: Published | undefined;

  const releaseOf = (item: Item, id: string): Release => ({ id, item, logUrl: `${item.consoleUrl}/logs` });
  const follow = (item: Item, begun: Begun, revert?: Revert): Release => {
    deployments.set(begun.bundleId, createDeployment(begun, bench, revert));
    return releaseOf(item, begun.bundleId);
  };

  return {
    ...connection,
    deploy: async (source, env, item) => {
      published = await publish(source, env, item, bench);
      const { content, begun, revert } = published;
      return follow(toItem(server, content), begun, revert);
    },
    currentRelease: async (item) => (await api.content(item.id)).bundleId,
    unchanged: async (item, source, env) => {
      if (env.length > 0) return undefined; // Connect tells no values
      const content = await api.content(item.id);
      const same = findSame(await archiveMd5(archiveOf(source).path), (await api.bundles(item.id)) ?? [], undefined);
      if (same === undefined || same.id !== content.bundleId) return undefined;
      const { lines } = await findChanges(target, content, api);
      return lines.length === 0 ? { ...releaseOf(item, same.id), trial: same.metadata[TRIAL] } : undefined;
    },

    progress: async ({ id }, withinMs) => (await deployments.get(id)?.progress(withinMs)) ?? { state: 'running' },
    cancel: async ({ id }, within) => deployments.get(id)?.cancel(within),
    applySettings: async ({ item }) => ({ item, changes: published?.changes ?? [] }),

    probeHeaders: async (item): Promise<Record<string, string>> =>
      (await api.content(item.id)).accessType === 'all' ? {} : authorization(access),

    isServing: async ({ id, item }) => {
      const content = await api.content(item.id);
      if (content.bundleId === id || content.bundleId === published?.content.bundleId) return content.bundleId === id;
      throw new Failure([superseded(server, content, id), ...((await published?.revert({ live: content })) ?? [])]);
    },

    explain: (item) => explain(item.id, api),
    printed: async (item) => printedBy(item.id, (await api.content(item.id)).bundleId, api),

    releases: {
      previous: async ({ id }) => {
        const before = published?.content.bundleId;
        return before === id ? undefined : before;
      },
      activate: async (item, id) => {
        const taskId = (await api.deploy(item.id, id)) ?? '';
        return follow(item, { guid: item.id, bundleId: id, taskId, as: 'live', before: undefined });
      },
      revert: async () => (await published?.revert()) ?? [],
    },
  };
}

const unusable = (what: string): Failure =>
  failure(
    'not-publisher',
    `The user of this key is ${what}.`,
    'Use the key of a publisher, or ask an administrator to make the user one.',
  );
