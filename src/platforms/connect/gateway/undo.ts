import { Cancelled, Failure, type Finding, leaving, messageOf, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { ConnectApi } from '../api/api.ts';
import type { Content, RemoteBundle } from '../api/values.ts';
import { toItem } from './contents.ts';
import type { Workbench } from './item-spec.ts';

/** Which bundle on the server is to be deployed, and whether this run has put it there. */
export type Stored = { readonly bundle: RemoteBundle; readonly uploaded: boolean };

/** What was set before the bundle was deployed, and what people see has by now. */
export type Applied = {
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
  warning('partly-done', message, 'Fix what failed, and run the job again.');

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
    deps.say(`Nothing is live: ${what}, which this run had created, was removed again.`);
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
 * After a bundle that is not live: what was set for it counts for the one that is. New variables are removed
 * again. Connect does not show values, so a finding names the other variables and the settings that keep their new ones.
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
      'Fix what failed, and run the job again; or run the job of the commit that is live: Connect does not tell what was there before.',
    ),
  ];
}
