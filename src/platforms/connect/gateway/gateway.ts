import type { Bundle } from '../../../bundle/archive.ts';
import { Failure, failure } from '../../../findings/finding.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, Connection, Gateway, GatewayDeps, Identity, Item, Release, Source } from '../../platform.ts';
import { archiveOf } from '../../shared/upload.ts';
import { createApi } from '../api/api.ts';
import { authorization, createCalls } from '../api/client.ts';
import { createRuns } from '../api/jobs.ts';
import type { Content } from '../api/values.ts';
import {
  checkAccessType,
  checkContent,
  checkVanity,
  createContents,
  isRendered,
  superseded,
  toItem,
} from './contents.ts';
import { type Begun, createCourse } from './deployment.ts';
import { diagnose } from './diagnosis.ts';
import type { ContentSpec } from './item-spec.ts';
import { createPreviews } from './previews.ts';
import {
  createContent,
  findSame,
  notDeployed,
  prepareContent,
  type Revert,
  revertSettings,
  type Stored,
  store,
  type Way,
} from './publish.ts';
import { checkPython } from './python-check.ts';
import { findChanges } from './settings-diff.ts';
import { createTasks } from './tasks.ts';
import { archiveMd5 } from './upload.ts';

/** What can be done with content of which only the identity is known; `app` is what the app itself is called. */
export function openConnection(identity: Identity, access: Access, deps: GatewayDeps, app = identity.name) {
  const { name } = identity;
  const calls = createCalls(access, deps);
  const api = createApi(calls);
  const contents = createContents(identity, api, deps.origin);
  const runs = createRuns(calls);
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
    tasks: createTasks(api, runs, deps),
    previews: createPreviews(app, contents, api, deps),
  };
  return { connection, calls, api, contents, runs };
}

/** Content of the target's own: production, or a preview that is content of its own. */
export function openGateway(target: ContentSpec, access: Access, deps: GatewayDeps, app = target.name): Gateway {
  const parts = openConnection({ ...target, slug: '' }, access, deps, app);
  const { connection, calls, api, contents, runs } = parts;
  const { server } = access;
  const bench = { target, api, calls, contents, deps };
  const courses = new Map<string, ReturnType<typeof createCourse>>();
  /** The bundle that was live before this run, and what this run has changed beside the code. */
  let before: string | undefined;
  let changed: readonly string[] = [];
  let undo: Revert = async () => [];

  const releaseOf = (item: Item, id: string): Release => ({ id, item, logUrl: `${item.consoleUrl}/logs` });
  const follow = (item: Item, begun: Begun, undo?: Revert): Release => {
    courses.set(begun.bundleId, createCourse(begun, target, access, api, runs, deps, undo));
    return releaseOf(item, begun.bundleId);
  };

  /** Rendered content is not made as a draft first: it would be rendered twice, and a task that fails changes nothing. */
  const begin = async (content: Content, { bundle }: Stored): Promise<Begun> => {
    const { guid } = content;
    const common = { guid, bundleId: bundle.id, before, isFirst: before === undefined };
    const isDraft = target.wait && !isRendered(target.appMode) && (await api.supports('draftUrl')) !== false;
    const draft = isDraft ? await api.deploy(guid, bundle.id, false) : undefined;
    if (draft !== undefined) return { ...common, taskId: draft, as: 'draft' };
    return { ...common, taskId: (await api.deploy(guid, bundle.id)) ?? '', as: 'live' };
  };

  const send = async (bundle: Bundle, env: readonly EnvVar[], way: Way) => {
    await checkContent(way.content, target.appMode, api);
    const stored = await store(bundle, way.content, undefined, bench);
    way.stored = stored;
    const prepared = await prepareContent(way, env, bench);
    way.stored = { ...stored, uploaded: false }; // it may be deployed even if no answer says so
    return { prepared, begun: await begin(way.content, stored) };
  };

  const deploy = async (source: Source, env: readonly EnvVar[], item: Item | undefined): Promise<Release> => {
    await checkPython(target.python, item === undefined, api, deps.say);
    await checkAccessType(target.settings.content.access_type, api);
    if (item === undefined) await checkVanity(target.settings.vanityUrl, api);
    const { content, isNew } = item
      ? { content: await api.content(item.id), isNew: false }
      : await createContent(bench);
    if (isNew) deps.created(toItem(server, content));
    before = content.bundleId;
    const way: Way = { content, isNew, changed: [], changing: [] };
    const { prepared, begun } = await send(archiveOf(source), env, way).catch(async (error: unknown) => {
      throw await notDeployed(error, way, bench);
    });
    changed = prepared.lines;
    undo = (how) => revertSettings(content, prepared, bench, how);
    return follow(toItem(server, content), begun, undo);
  };

  return {
    ...connection,
    deploy,
    currentRelease: async (item) => (await api.content(item.id)).bundleId,

    unchanged: async (item, source, env) => {
      if (env.length > 0) return undefined; // Connect tells no values
      const content = await api.content(item.id);
      const same = findSame(await archiveMd5(archiveOf(source).path), (await api.bundles(item.id)) ?? [], undefined);
      if (same === undefined || same.id !== content.bundleId) return undefined;
      const { lines } = await findChanges(target, content, api);
      return lines.length === 0 ? releaseOf(item, same.id) : undefined;
    },

    progress: async ({ id }, withinMs) => (await courses.get(id)?.progress(withinMs)) ?? { state: 'running' },
    cancel: async ({ id }, within) => courses.get(id)?.abandon(within),
    applySettings: async ({ item }) => ({ item, changes: changed }),

    probeHeaders: async (item): Promise<Record<string, string>> =>
      (await api.content(item.id)).accessType === 'all' ? {} : authorization(access),

    isServing: async ({ id, item }) => {
      const content = await api.content(item.id);
      if (content.bundleId === id || content.bundleId === before) return content.bundleId === id;
      throw new Failure([superseded(server, content, id), ...(await undo({ live: content }))]);
    },

    explain: async (item) => {
      const { error, log } = await diagnose(item.id, undefined, runs);
      return [error, log].filter((text) => text !== '').join('\n');
    },

    releases: {
      previous: async ({ id }) => (before === id ? undefined : before),
      activate: async (item, id) => {
        const taskId = (await api.deploy(item.id, id)) ?? '';
        return follow(item, { guid: item.id, bundleId: id, taskId, as: 'live', before: undefined });
      },
      revert: () => undo(),
    },
  };
}

const unusable = (what: string): Failure =>
  failure(
    'not-publisher',
    `The user of this key is ${what}.`,
    'Use the key of a publisher, or ask an administrator to make the user one.',
  );
