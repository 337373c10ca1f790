import { Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Access, Identity, Item } from '../../gateway.ts';
import { type ItemToml, type RemoteItem, type RicochetApi, readItem } from '../api/api.ts';
import { kindOf } from '../plan/content-types.ts';
import { variantMark } from './item-spec.ts';

/** Nobody reads more of one name, and each costs a request. */
const MOST_SHOWN = 10;

/** The items that the key's owner has on the server, and which of them is meant. Each is read once until `forget`. */
export type Items = ReturnType<typeof createItems>;

export function createItems(
  target: Identity & { readonly contentType?: string; readonly pullRequest?: number },
  { server }: Pick<Access, 'server'>,
  api: RicochetApi,
) {
  const { list, settings, remote, forget } = remoteItems(server, api);
  const toItem = (row: RemoteItem): Item => itemAt(server, row);

  /** Oldest first: ULIDs begin with the time. */
  const meant = async (): Promise<RemoteItem[]> => {
    const matches = target.id !== '' ? [await remote(target.id)] : matching(await list(), target);
    return matches.sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const checked = (match: RemoteItem | undefined): Item | undefined => {
    if (match === undefined) return undefined;
    refuseOther(match, target);
    return toItem(match);
  };
  const several = (matches: readonly RemoteItem[]): Promise<Failure> => severalItems(matches, target.name, server, api);

  return {
    ...{ list, settings, forget, toItem },
    byId: async (id: string): Promise<Item> => toItem(await remote(id)),
    kind: async (id: string) => kindOf((await remote(id)).contentType),

    /** The item that is meant. Throws when it could be several. */
    find: async (): Promise<Item | undefined> => {
      const matches = await meant();
      // Two runs may have made the same preview at once: the older one is the preview.
      if (target.pullRequest === undefined && matches.length > 1) throw await several(matches);
      return checked(matches[0]);
    },
    /** The oldest that could be meant: of items that several runs have made at once, it is the one for all. */
    findOldest: async (): Promise<Item | undefined> => checked((await meant())[0]),
    several: async (ids: readonly string[]): Promise<Failure> => several(await Promise.all(ids.map(remote))),
  };
}

/** What the server says of its items. */
function remoteItems(server: string, api: RicochetApi) {
  let known: Promise<RemoteItem[]> | undefined;
  const tomls = new Map<string, Promise<ItemToml>>();
  const list = () => (known ??= api.items());

  /** The `_ricochet.toml` that the server holds of an item. */
  const settings = (id: string): Promise<ItemToml> => {
    const reading = tomls.get(id) ?? api.toml(id);
    tomls.set(id, reading);
    return reading;
  };
  const remote = async (id: string): Promise<RemoteItem> => {
    const listed = (await list()).find((item) => item.id === id);
    if (listed) return listed;
    const found = readItem({ ...(await settings(id)).content, id });
    if (found) return found;
    throw failure(
      'not-ricochet',
      `The settings of the item ${id} on ${server} name no item: its [content] has no usable name or slug.`,
      "Check 'id' and 'server'.",
    );
  };
  const forget = () => {
    known = undefined;
    tomls.clear();
  };
  return { list, settings, remote, forget };
}

const itemAt = (server: string, { id, name, slug, contentType }: RemoteItem): Item => ({
  id,
  name,
  url: `${server}/${slug || id}`,
  consoleUrl: `${server}/${kindOf(contentType) === 'task' ? 'tasks' : 'apps'}/${id}/overview`,
});

/** Says of each whether it has a release, and which one to write down. */
async function severalItems(
  matches: readonly RemoteItem[],
  name: string,
  server: string,
  api: RicochetApi,
): Promise<Failure> {
  const rows = await Promise.all(
    matches.slice(0, MOST_SHOWN).map(async (match) => {
      const { id, url } = itemAt(server, match);
      const isLive = await hasRelease(id, api);
      const state = isLive === undefined ? '' : `, ${isLive ? 'deployed' : 'never deployed with success'}`;
      return { id, isLive, shown: `${id} (${url}${state})` };
    }),
  );
  const more = matches.length > rows.length ? `, and ${matches.length - rows.length} more` : '';
  const proposed = rows.find(({ isLive }) => isLive)?.id ?? rows[0]?.id;
  return failure(
    'several-items',
    `Several items on ${server} are called '${quote(name)}': ${rows.map(({ shown }) => shown).join(', ')}${more}.`,
    `Add \`id: ${proposed}\` under \`with:\` of this step, or \`id = "${proposed}"\` under [content] in _ricochet.toml, if that is the one you mean. Remove the others on the server.`,
  );
}

/** `undefined` where the server does not tell: that several are found must not be hidden by it. */
const hasRelease = (id: string, api: RicochetApi): Promise<boolean | undefined> =>
  api.deployments(id).then(
    (deployments) => deployments.some(({ status }) => status === 'success'),
    (thrown: unknown) => {
      if (thrown instanceof Failure) return undefined;
      throw thrown;
    },
  );

/** Throws for what was found in the place of what is meant. */
function refuseOther(match: RemoteItem, target: Identity & { readonly contentType?: string }): void {
  if (target.id === '' && match.name !== target.name) refuseRename(match, target);
  const there = kindOf(match.contentType);
  const here = kindOf(target.contentType ?? '');
  if (there === undefined || here === undefined || there === here) return;
  throw failure(
    'content-type-changed',
    `The item '${quote(match.name)}' (${match.id}) is ${match.contentType}, ${there === 'app' ? 'an app' : 'a task'}; this project is ${target.contentType}, ${here === 'app' ? 'an app' : 'a task'}.`,
    'Give the new item another name, or correct content_type.',
  );
}

/**
 * Another name behind the slug may be the new one in `_ricochet.toml`. One from elsewhere means another item, such as staging; and what
 * is not marked as the variant is somebody else's.
 */
function refuseRename({ id, name, slug }: RemoteItem, target: Identity): void {
  const found = `The slug '${quote(slug)}' is that of '${quote(name)}' (${id})`;
  if (target.isNamed) {
    throw failure(
      'name-differs',
      `${found}, but 'name' is '${quote(target.name)}'. Nothing was changed: it would be renamed.`,
      "For an item of its own next to it, write variant: staging instead of 'name'. To rename it, leave out 'name', and change name in _ricochet.toml.",
    );
  }
  if (target.variant !== undefined && !name.endsWith(variantMark(target.variant))) {
    throw failure(
      'conflict',
      `${found}, which is not the variant '${target.variant}' of this app.`,
      'Give one of them another slug, or remove the item that is not needed.',
    );
  }
}

function matching(
  items: readonly RemoteItem[],
  { slug, name, pullRequest }: Identity & { readonly pullRequest?: number },
): RemoteItem[] {
  if (pullRequest !== undefined) return items.filter((item) => item.name === name);
  const bySlug = slug === '' ? [] : items.filter((item) => item.slug === slug);
  return bySlug.length > 0 ? bySlug : items.filter((item) => item.name === name);
}
