import { type Failure, failure } from '../../../findings/finding.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, Gateway, GatewayDeps, Release, Source } from '../../gateway.ts';
import { archiveOf } from '../../shared/upload.ts';
import { authorization } from '../api/client.ts';
import type { Content } from '../api/values.ts';
import { checkContent, toItem } from './contents.ts';
import { type Begun, createDeployment, type Deployment } from './deployment.ts';
import { explain, printedBy } from './diagnosis.ts';
import { openConnection, openGateway } from './gateway.ts';
import { type ContentSpec, TRIAL, type Workbench } from './item-spec.ts';
import { previewName, previewTarget, pullRequestOfBundle } from './names.ts';
import { draftItem } from './previews.ts';
import { findSame, store } from './publish.ts';
import { checkPython } from './python-check.ts';
import { archiveMd5 } from './upload.ts';

/**
 * The preview of a pull request. Where the server keeps what bundles are marked with (2025.12 and later) and the app is live, it is a
 * draft of the app's own content; else it is content of its own.
 */
export function openPreviewGateway(
  pullRequest: number,
  target: ContentSpec,
  access: Access,
  deps: GatewayDeps,
): Gateway {
  const { connection, api, contents } = openConnection({ ...target, slug: '' }, access, deps);
  const choose = async (): Promise<Gateway> => {
    const own = () => openGateway(previewTarget(target, pullRequest), access, deps, target.name);
    if ((await api.supports('bundleMetadata')) !== true) return own();
    const content = await contents.findOurs(target.name);
    if (content?.bundleId === undefined) return own();
    await checkContent(content, target.appMode, api);
    return openDraftGateway(content, pullRequest, target, { access, deps });
  };
  let chosen: Promise<Gateway> | undefined;
  const gateway = () => (chosen ??= choose());

  return {
    ...connection,
    name: previewName(target.name, pullRequest),
    find: async () => (await gateway()).find(),
    deploy: async (...args) => (await gateway()).deploy(...args),
    currentRelease: async (item) => (await gateway()).currentRelease(item),
    unchanged: async (...args) => (await gateway()).unchanged?.(...args),
    progress: async (...args) => (await gateway()).progress(...args),
    cancel: async (...args) => (await gateway()).cancel?.(...args),
    applySettings: async (release) => (await gateway()).applySettings(release),
    probeHeaders: async (item) => (await gateway()).probeHeaders(item),
    isServing: async (release) => (await gateway()).isServing(release),
    explain: async (item) => (await (await gateway()).explain?.(item)) ?? '',
    printed: async (item) => (await (await gateway()).printed?.(item)) ?? '',
  };
}

/** A draft of the app's own content: what people see, its settings and its variables are not touched. */
function openDraftGateway(
  content: Content,
  pullRequest: number,
  target: ContentSpec,
  { access, deps }: Pick<Workbench, 'access' | 'deps'>,
): Gateway {
  const { guid } = content;
  const { connection, api, contents } = openConnection({ id: guid, name: target.name, slug: '' }, access, deps);
  const bench: Workbench = { target, access, api, contents, deps };
  let deployment: Deployment | undefined;
  const releaseOf = (id: string): Release => {
    const item = draftItem(api.server, content, id);
    return { id, item, logUrl: item.consoleUrl };
  };
  const drafts = async () =>
    ((await api.bundles(guid)) ?? []).filter((one) => pullRequestOfBundle(one, deps.origin.repository) === pullRequest);

  return {
    ...connection,
    find: async () => toItem(api.server, content),

    deploy: async (source, env) => {
      const begun = await publishDraft(source, env, { content, pullRequest }, bench);
      deployment = createDeployment(begun, bench);
      return releaseOf(begun.bundleId);
    },

    currentRelease: async () => (await drafts())[0]?.id,
    unchanged: async (_item, source, env) => {
      if (env.length > 0) return undefined;
      const same = findSame(await archiveMd5(archiveOf(source).path), (await api.bundles(guid)) ?? [], pullRequest);
      return same && same.id === (await drafts())[0]?.id
        ? { ...releaseOf(same.id), trial: same.metadata[TRIAL] }
        : undefined;
    },
    progress: async (_release, withinMs) => (await deployment?.progress(withinMs)) ?? { state: 'running' },

    applySettings: async ({ id, item }) => {
      // The drafts of earlier pushes have done their work.
      for (const old of await drafts()) {
        if (Number(old.id) < Number(id)) await api.removeBundle(guid, old.id);
      }
      return { item, changes: [] };
    },
    probeHeaders: async () => authorization(access),
    // A draft's URL names its bundle.
    isServing: async () => true,
    explain: () => explain(guid, api),
    printed: async () => printedBy(guid, (await drafts())[0]?.id, api),
  };
}

async function publishDraft(
  source: Source,
  env: readonly EnvVar[],
  { content, pullRequest }: { readonly content: Content; readonly pullRequest: number },
  bench: Workbench,
): Promise<Begun> {
  const { target, api, deps } = bench;
  await checkPython(target.python, false, api, deps.say);
  if (env.length > 0) {
    const names = env.map(({ name }) => name).join(', ');
    deps.say(`A draft has the variables of the live app: ${names} of this run are not set.`);
  }
  const { guid, bundleId: before } = content;
  const { id } = (await store(source, content, pullRequest, bench)).bundle;
  const taskId = await api.deploy(guid, id, false);
  if (taskId === undefined) throw noDrafts(api.server);
  return { guid, bundleId: id, taskId, as: 'preview', before };
}

const noDrafts = (server: string): Failure =>
  failure('no-drafts', `${server} takes no drafts.`, 'Have the server updated to 2025.12 or later.');
