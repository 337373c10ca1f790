import type { Bundle } from '../../../bundle/archive.ts';
import { Failure, type Finding, messageOf } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import { type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isPassing, pauseBefore, RETRIES } from '../../../ports/http/retry.ts';
import type { GatewayDeps } from '../../platform.ts';
import { isHtml, jsonOf } from '../../shared/responses.ts';
import type { Api } from '../api/api.ts';
import type { Calls } from '../api/client.ts';
import { notConnect, refused } from '../api/refusals.ts';
import { type Content, type RemoteBundle, readContent } from '../api/values.ts';
import type { Contents } from './contents.ts';
import { sourceOf, type Target } from './item-spec.ts';
import { findChanges } from './settings-diff.ts';
import { archiveMd5, upload } from './upload.ts';

/** What the parts of a deployment share. */
export type Workbench = {
  readonly target: Target;
  readonly api: Api;
  readonly calls: Calls;
  readonly contents: Contents;
  readonly deps: GatewayDeps;
};

const CREATE = 'creating the content';

/** Makes the content. Without a usable answer the server is asked whether it has it, before it is made once more. */
export async function createContent({ target, api, calls, contents, deps }: Workbench): Promise<Content> {
  const { clock, signal, say } = deps;
  await contents.owner(); // a key that may not create is told of in its own words
  for (let attempt = 1; ; attempt++) {
    const { made, failed } = await createOnce(target, api, calls);
    const content = made ?? (await contents.named(target.name));
    if (content) return content;
    if (attempt >= RETRIES) throw failed;
    say('The content could not be made; trying again.');
    await clock.sleep(pauseBefore(attempt), signal);
  }
}

/** Tries once. Throws what no other try will mend. */
async function createOnce(
  { name, title }: Target,
  api: Api,
  calls: Calls,
): Promise<{ readonly made?: Content; readonly failed?: unknown }> {
  let trouble: NetworkError | undefined;
  const client: Calls['once'] = (request) =>
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
  if (!isPassing(response)) throw failed;
  return { failed };
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
type Prepared = {
  /** A line for each setting that has changed. */
  readonly lines: readonly string[];
  readonly settings: readonly string[];
  /** The names of variables that there were not, and of those that may have had another value. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
};

/** What is done before the bundle is deployed: settings, then variables. Answers what it has changed. */
export async function prepareContent(
  content: Content,
  env: readonly EnvVar[],
  bench: Workbench,
  stored: Stored,
): Promise<Prepared> {
  const { target, api, deps } = bench;
  const done: string[] = [];
  try {
    const changes = await findChanges(target, content, api);
    const known = env.length > 0 ? await api.environment(content.guid) : [];
    if (Object.keys(changes.fields).length > 0) {
      await api.patch(content.guid, changes.fields);
      done.push(...Object.keys(changes.fields));
    }
    if (changes.vanityUrl !== undefined) {
      await api.setVanity(content.guid, changes.vanityUrl);
      done.push('vanity_url');
    }
    const settings = [...done];
    const names = env.map(({ name }) => name);
    if (env.length > 0) {
      await api.patchEnvironment(content.guid, env);
      done.push(...names);
      deps.say(`Set ${names.join(', ')}.`);
    }
    const added = names.filter((name) => known?.includes(name) === false);
    return { lines: changes.lines, settings, added, replaced: names.filter((name) => !added.includes(name)) };
  } catch (error) {
    throw await partlyDone(error, content, done, stored, api);
  }
}

/** A failure between the upload and the deployment: says what has changed, and takes the bundle back that nobody needs now. */
export async function partlyDone(
  error: unknown,
  { guid, name }: Content,
  done: readonly string[],
  { bundle, uploaded }: Stored,
  api: Api,
): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  const fate = uploaded
    ? await api.removeBundle(guid, bundle.id).then(
        () => `Bundle ${bundle.id}, which was uploaded for it, was not deployed, and is removed again`,
        (cause: unknown) =>
          `Bundle ${bundle.id} was uploaded but not deployed, and could not be removed (${quote(messageOf(cause), 160)})`,
      )
    : `Bundle ${bundle.id} was not deployed`;
  const changed = done.length > 0 ? ` What did change: ${done.join(', ')}.` : ' Nothing else has changed.';
  const warning: Finding = {
    level: 'warning',
    code: 'partly-done',
    message: `${fate}: the code of '${quote(name)}' (${guid}) is the one before.${changed}`,
    remedy: 'Correct what failed, and run the job again.',
  };
  return new Failure([...error.findings, warning], { cause: error.cause, timedOut: error.timedOut });
}

/**
 * Takes back what a bundle has brought along that does not become or stay live, and answers what there is to say of it. `within`
 * says until when, for a step that may be cancelled. What somebody else has made live meanwhile may need the variables: with `live`,
 * nothing is touched.
 */
export type TakeBack = (how?: {
  readonly within?: AbortSignal;
  readonly live?: Content;
}) => Promise<readonly Finding[]>;

/**
 * After a bundle that is not live: what was set for it counts for the one that is. Variables that there were not are taken away
 * again; Connect tells no values, so that of others, and of settings, is told that they are new.
 */
export async function takeBack(
  content: Content,
  { settings, added, replaced }: Prepared,
  { api, deps }: Pick<Workbench, 'api' | 'deps'>,
  { within, live }: Parameters<TakeBack>[0] = {},
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
    {
      level: 'warning',
      code: 'partly-done',
      message: `The code of '${quote(name)}' (${guid}) is that of bundle ${bundleId}, but it has ${parts.join(' and ')} of this run.${trouble}`,
      remedy:
        'Correct what failed, and run the job again; or run the job of the commit that is live: Connect does not tell what was there before.',
    },
  ];
}
