import type { Bundle } from '../../../bundle/archive.ts';
import { Cancelled, Failure, type Finding, leaving, messageOf, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import { type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isPassing, pauseBefore, RETRIES } from '../../../ports/http/retry.ts';
import type { GatewayDeps } from '../../platform.ts';
import { isHtml, jsonOf } from '../../shared/responses.ts';
import type { ConnectApi } from '../api/api.ts';
import type { ConnectClient } from '../api/client.ts';
import { errorCode, notConnect, refused } from '../api/refusals.ts';
import { type Content, type RemoteBundle, readContent } from '../api/values.ts';
import { type Contents, toItem } from './contents.ts';
import { type ContentSpec, sourceOf } from './item-spec.ts';
import { findChanges } from './settings-diff.ts';
import { archiveMd5, upload } from './upload.ts';

/** What the parts of a deployment share. */
export type Workbench = {
  readonly target: ContentSpec;
  readonly api: ConnectApi;
  readonly calls: ConnectClient;
  readonly contents: Contents;
  readonly deps: GatewayDeps;
};

const CREATE = 'creating the content';
/** Connect's code for a name that the owner has given already. */
const NAME_TAKEN = 26;

/**
 * Makes the content. Without a usable answer the server is asked whether it has it, before it is made once more; content that another
 * run has made at the same time is taken, for names are unique. `isNew`: this run has made it, and no other.
 */
export async function createContent({
  target,
  api,
  calls,
  contents,
  deps,
}: Workbench): Promise<{ readonly content: Content; readonly isNew: boolean }> {
  const { clock, signal, say } = deps;
  await contents.owner(); // a key that may not create is told of in its own words
  for (let attempt = 1; ; attempt++) {
    const { made, failed, isTaken = false } = await createOnce(target, api, calls);
    if (made) return { content: made, isNew: true };
    const content = await contents.named(target.name);
    if (content && isTaken)
      say(`Another run has just created '${quote(content.name)}' (${content.guid}); this bundle goes there.`);
    if (content) return { content, isNew: false };
    if (attempt >= RETRIES || isTaken) throw failed;
    say('The content could not be made; trying again.');
    await clock.sleep(pauseBefore(attempt), signal);
  }
}

/** Tries once. Throws what no other try will change. `isTaken`: the owner has content of that name by now. */
async function createOnce(
  { name, title }: ContentSpec,
  api: ConnectApi,
  calls: ConnectClient,
): Promise<{ readonly made?: Content; readonly failed?: unknown; readonly isTaken?: boolean }> {
  let trouble: NetworkError | undefined;
  const client: ConnectClient['once'] = (request) =>
    calls.once(request).catch((error: unknown) => {
      if (error instanceof NetworkError) trouble = error;
      throw error;
    });
  let response: HttpResponse;
  try {
    response = await api.create(name, title, client);
  } catch (failed) {
    if (trouble === undefined || !isPassing(trouble)) throw failed;
    return { failed };
  }
  if (calls.isSuccess(response)) {
    const made = readContent(jsonOf(response));
    if (made) return { made };
    const failed = notConnect(calls.server, CREATE, response);
    if (isHtml(response)) throw failed;
    return { failed };
  }
  const failed = refused(calls.server, CREATE, response);
  const isTaken = errorCode(response) === NAME_TAKEN;
  if (!isPassing(response) && !isTaken) throw failed;
  return { failed, isTaken };
}

/** Which bundle on the server is to be deployed, and whether this run has put it there. */
export type Stored = { readonly bundle: RemoteBundle; readonly uploaded: boolean };

/** Finds the very same archive on the server, from an earlier run or a preview, or uploads it. */
export async function store(
  bundle: Bundle,
  content: Content,
  pullRequest: number | undefined,
  { api, calls, deps }: Workbench,
): Promise<Stored> {
  const md5 = await archiveMd5(bundle.path);
  const before = (await api.bundles(content.guid)) ?? [];
  const same = findSame(md5, before, pullRequest);
  if (same) {
    const number = same.metadata.source_pull_request;
    const origin = pullRequest === undefined && number ? `, the preview of pull request #${quote(number, 12)},` : '';
    deps.say(`Bundle ${same.id}${origin} on the server is this very one: it is not uploaded again.`);
    return { bundle: same, uploaded: false };
  }
  const metadata = (await api.supports('bundleMetadata')) ? sourceOf(deps.origin, pullRequest) : undefined;
  return { bundle: await upload({ bundle, md5, metadata, before }, content.guid, api, calls, deps), uploaded: true };
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

/** What was set before the bundle was deployed, and what people see has by now. */
type Applied = {
  /** A line for each setting that has changed. */
  readonly lines: readonly string[];
  readonly settings: readonly string[];
  /** The names of variables that there were not, and of those that may have had another value. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
};

/** How far a deployment has come that may fail before its bundle is built. */
export type Way = {
  readonly content: Content;
  /** Whether this run has made the content. */
  readonly isNew: boolean;
  stored?: Stored;
  /** What has changed, and what is being changed just now. */
  readonly changed: string[];
  changing: readonly string[];
};

/** What is done before the bundle is deployed: settings, then variables. Answers what it has changed. */
export async function prepareContent(way: Way, env: readonly EnvVar[], bench: Workbench): Promise<Applied> {
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

/**
 * A failure before the bundle was built: takes back what nobody needs now, and says what is left. A run that is cancelled has no time
 * to take anything back.
 */
export async function notDeployed(error: unknown, way: Way, bench: Workbench): Promise<unknown> {
  if (error instanceof Cancelled) {
    const left = leftBehind(way, bench.api);
    return left === '' ? error : leaving(error, partlyDone(left));
  }
  if (!(error instanceof Failure)) return error;
  if (way.isNew) return withdraw(error, way, bench);
  return way.stored ? leaving(error, partlyDone(await removeBundle(way, way.stored, bench.api))) : error;
}

const partlyDone = (message: string): Finding =>
  warning('partly-done', message, 'Correct what failed, and run the job again.');

/** What a cancelled run leaves. */
function leftBehind({ content, isNew, changed, changing, stored }: Way, { server }: ConnectApi): string {
  const what = `'${quote(content.name)}' (${content.guid})`;
  return [
    isNew ? `${what} is new, and nothing of it is live: ${toItem(server, content).consoleUrl}` : '',
    !isNew && changed.length > 0 ? `${what} already has the new values of ${changed.join(', ')}.` : '',
    !isNew && changing.length > 0 ? `${what} may already have the new values of ${changing.join(', ')}.` : '',
    stored?.uploaded ? `Bundle ${stored.bundle.id} was uploaded and not deployed.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Takes the bundle back that was to be deployed, and says so. */
async function removeBundle({ content, changed }: Way, { bundle, uploaded }: Stored, api: ConnectApi): Promise<string> {
  const { guid, name, bundleId } = content;
  const fate = uploaded
    ? await api.removeBundle(guid, bundle.id).then(
        () => `Bundle ${bundle.id}, which was uploaded for it, was not deployed, and is removed again`,
        (cause: unknown) =>
          `Bundle ${bundle.id} was uploaded but not deployed, and could not be removed (${quote(messageOf(cause), 160)})`,
      )
    : `Bundle ${bundle.id} was not deployed`;
  const what = `'${quote(name)}' (${guid})`;
  const live = bundleId === undefined ? `nothing of ${what} is live` : `the code of ${what} is the one before`;
  return `${fate}: ${live}.${changed.length > 0 ? ` What did change: ${changed.join(', ')}.` : ' Nothing else has changed.'}`;
}

/** Removes the content that this run has made, unless somebody has deployed to it since; else says where it is. */
async function withdraw(error: Failure, way: Way, { api, deps }: Workbench): Promise<unknown> {
  const { guid, name } = way.content;
  const what = `'${quote(name)}' (${guid})`;
  try {
    const { bundleId } = await api.content(guid);
    const others = ((await api.bundles(guid)) ?? []).filter(({ id }) => id !== way.stored?.bundle.id);
    if (bundleId !== undefined || others.length > 0) {
      return leaving(error, partlyDone(`Somebody else has deployed to ${what}, which this run had created: it stays.`));
    }
    await api.remove(guid);
    deps.created(undefined);
    deps.say(`Nothing is live: ${what}, which this run had created, is removed again.`);
    return error;
  } catch (cause) {
    if (!(cause instanceof Failure)) return cause;
    const why = quote(messageOf(cause), 160);
    return leaving(
      error,
      partlyDone(
        `Nothing is live: ${what}, which this run had created, is empty and could not be removed (${why}). ${toItem(api.server, way.content).consoleUrl}`,
      ),
    );
  }
}

/**
 * Takes back what a bundle has brought along that does not become or stay live, and answers what there is to say of it. `within`
 * says until when, for a step that may be cancelled. What somebody else has made live meanwhile may need the variables: with `live`,
 * nothing is touched.
 */
export type Revert = (how?: { readonly within?: AbortSignal; readonly live?: Content }) => Promise<readonly Finding[]>;

/**
 * After a bundle that is not live: what was set for it counts for the one that is. Variables that there were not are taken away
 * again; Connect tells no values, so that of others, and of settings, is told that they are new.
 */
export async function revertSettings(
  content: Content,
  { settings, added, replaced }: Applied,
  { api, deps }: Pick<Workbench, 'api' | 'deps'>,
  { within, live }: Parameters<Revert>[0] = {},
): Promise<readonly Finding[]> {
  const { guid, name, bundleId } = live ?? content;
  if (bundleId === undefined) return []; // nothing is live that could have them
  const left = [...replaced];
  let trouble = '';
  if (live !== undefined) left.push(...added);
  else if (added.length > 0) {
    const gone = added.map((one) => ({ name: one, value: null }));
    await api.patchEnvironment(guid, gone, within).then(
      () => deps.say(`Removed ${added.join(', ')} again: there was no such variable before.`),
      (error: unknown) => {
        if (!(error instanceof Failure) && !within?.aborted) throw error;
        left.push(...added);
        const why = within?.aborted ? 'the server did not answer in time.' : quote(messageOf(error), 160);
        trouble = ` They could not be taken away again: ${why}`;
      },
    );
  }
  const parts = [
    ...(left.length > 0 ? [`the variables ${left.join(', ')}`] : []),
    ...(settings.length > 0 ? [`the settings ${settings.join(', ')}`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    warning(
      'partly-done',
      `The code of '${quote(name)}' (${guid}) is that of bundle ${bundleId}, but it has ${parts.join(' and ')} of this run.${trouble}`,
      'Correct what failed, and run the job again; or run the job of the commit that is live: Connect does not tell what was there before.',
    ),
  ];
}
