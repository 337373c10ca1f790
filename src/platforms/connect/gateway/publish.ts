import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Item, Source } from '../../gateway.ts';
import { archiveOf } from '../../shared/upload.ts';
import type { Content, RemoteBundle } from '../api/values.ts';
import { checkAccessType, checkContent, checkVanity, isRendered, toItem } from './contents.ts';
import { createContent } from './creation.ts';
import type { Begun } from './deployment.ts';
import { sourceOf, type Workbench } from './item-spec.ts';
import { checkPython } from './python-check.ts';
import { findChanges } from './settings-diff.ts';
import { type Applied, notDeployed, type Revert, revertSettings, type Stored, type Way } from './undo.ts';
import { archiveMd5, upload } from './upload.ts';

/** A bundle that is on its way to the people who look at `content`, and what this run has changed next to its code. */
export type Published = {
  readonly content: Content;
  readonly begun: Begun;
  /** A line for each setting that has changed. */
  readonly changes: readonly string[];
  readonly revert: Revert;
};

/** Checks, creates, uploads, sets, and begins to deploy. What fails on the way is taken back, or told. */
export async function publish(
  source: Source,
  env: readonly EnvVar[],
  item: Item | undefined,
  bench: Workbench,
): Promise<Published> {
  const { target, api, deps } = bench;
  await checkPython(target.python, item === undefined, api, deps.say);
  await checkAccessType(target.settings.content.access_type, api);
  if (item === undefined) await checkVanity(target.settings.vanityUrl, api);
  const { content, isNew } = item ? { content: await api.content(item.id), isNew: false } : await createContent(bench);
  if (isNew) deps.created(toItem(api.server, content));
  const way: Way = { content, isNew, changed: [], changing: [] };
  try {
    await checkContent(content, target.appMode, api);
    const stored = await store(source, content, undefined, bench);
    way.stored = stored;
    const applied = await applySettings(way, env, bench);
    way.stored = { ...stored, uploaded: false }; // it may be deployed even if no answer says so
    const begun = await begin(content, stored, bench);
    return { content, begun, changes: applied.lines, revert: (how) => revertSettings(content, applied, bench, how) };
  } catch (error) {
    throw await notDeployed(error, way, bench);
  }
}

/** Rendered content is not made as a draft first: it would be rendered twice, and a task that fails changes nothing. */
async function begin(
  { guid, bundleId: before }: Content,
  { bundle }: Stored,
  { target, api }: Workbench,
): Promise<Begun> {
  const common = { guid, bundleId: bundle.id, before, isFirst: before === undefined };
  const isDraft = target.wait && !isRendered(target.appMode) && (await api.supports('draftUrl')) !== false;
  const draft = isDraft ? await api.deploy(guid, bundle.id, false) : undefined;
  if (draft !== undefined) return { ...common, taskId: draft, as: 'draft' };
  return { ...common, taskId: (await api.deploy(guid, bundle.id)) ?? '', as: 'live' };
}

/** Finds the very same archive on the server, from an earlier run or a preview, or uploads it. */
export async function store(
  source: Source,
  content: Content,
  pullRequest: number | undefined,
  { api, deps }: Workbench,
): Promise<Stored> {
  const bundle = archiveOf(source);
  const md5 = await archiveMd5(bundle.path);
  const before = (await api.bundles(content.guid)) ?? [];
  const same = findSame(md5, before, pullRequest);
  if (same) {
    const number = same.metadata.source_pull_request;
    const origin = pullRequest === undefined && number ? `, the preview of pull request #${quote(number, 12)}` : '';
    deps.say(`The server already has this bundle (${same.id}${origin}): it is not uploaded again.`);
    return { bundle: same, uploaded: false };
  }
  const metadata = (await api.supports('bundleMetadata'))
    ? sourceOf(deps.origin, source.trial, pullRequest)
    : undefined;
  return { bundle: await upload({ bundle, md5, metadata, before }, content.guid, api, deps), uploaded: true };
}

/** The bundle with that archive; a preview takes only those of its own pull request. */
export const findSame = (
  md5: string,
  bundles: readonly RemoteBundle[],
  pullRequest: number | undefined,
): RemoteBundle | undefined =>
  bundles.find(
    ({ active, metadata }) =>
      metadata.archive_md5 === md5 &&
      (pullRequest === undefined || (!active && metadata.source_pull_request === String(pullRequest))),
  );

/** What is done before the bundle is deployed: settings, then variables. Answers what it has changed. */
async function applySettings(way: Way, env: readonly EnvVar[], bench: Workbench): Promise<Applied> {
  const { target, api, deps } = bench;
  const { content, changed } = way;
  const change = async (names: readonly string[], work: () => Promise<void>): Promise<void> => {
    if (names.length === 0) return;
    way.changing = names;
    await work();
    way.changing = [];
    changed.push(...names);
  };
  const changes = await findChanges(target, content, api);
  const known = env.length > 0 ? await api.environment(content.guid) : [];
  const { fields, vanityUrl } = changes;
  await change(Object.keys(fields), () => api.patch(content.guid, fields));
  if (vanityUrl !== undefined) await change(['vanity_url'], () => api.setVanity(content.guid, vanityUrl));
  const settings = [...changed];
  const names = env.map(({ name }) => name);
  await change(names, async () => {
    await api.patchEnvironment(content.guid, env);
    deps.say(`Set ${names.join(', ')}.`);
  });
  const added = names.filter((name) => known?.includes(name) === false);
  return { lines: changes.lines, settings, added, replaced: names.filter((name) => !added.includes(name)) };
}
