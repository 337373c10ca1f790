import { error, type Finding, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Identity, Item, Origin } from '../../gateway.ts';
import type { ConnectApi } from '../api/api.ts';
import type { Content } from '../api/values.ts';

/** The content of the key's owner on the server, and which of it is meant. */
export type Contents = ReturnType<typeof createContents>;

/** Types that the server renders once; all others are apps that it starts. */
const RENDERED: readonly string[] = ['jupyter-static', 'quarto-static', 'rmd-static', 'static'];

export const isRendered = (appMode: string): boolean => RENDERED.includes(appMode);

export const toItem = (server: string, { guid, name }: Pick<Content, 'guid' | 'name'>): Item => ({
  id: guid,
  name,
  url: `${server}/content/${guid}`,
  consoleUrl: `${server}/connect/#/apps/${guid}`,
});

export function createContents(
  { id, former }: Pick<Identity, 'id' | 'former'>,
  api: ConnectApi,
  { repository }: Origin,
) {
  /** The guid of the key's owner. Throws for a key that belongs to no user: it may not look for content. */
  const owner = async (): Promise<string> => {
    const { user } = await api.caller();
    if (user) return user.guid;
    throw failure(
      'no-id',
      'The key comes from trusted publishing: it is for one content, which it can neither look for nor make.',
      "Set the input 'id' to the GUID of that content.",
    );
  };
  const named = async (name: string): Promise<Content | undefined> => (await api.contents(name, await owner()))[0];

  /** The other repository that content was deployed from last; empty where it is this one, or not known. */
  const otherRepository = async ({ guid }: Content): Promise<string> => {
    if (repository === '' || (await api.supports('bundleMetadata')) === false) return '';
    const known = (await api.bundles(guid))?.map(({ metadata }) => repositoryOf(metadata.source_repo ?? ''));
    const last = known?.find((one) => one !== '') ?? '';
    return last.toLowerCase() === repositoryOf(repository).toLowerCase() ? '' : last;
  };

  /** By its GUID where there is one, else by its name among the owner's own: an administrator's key sees others' too. */
  const find = async (name: string): Promise<Content | undefined> => {
    if (id !== '') return api.content(id);
    const content = await named(name);
    if (content !== undefined || former === undefined) return content;
    const earlier = await named(former.name);
    return earlier?.title === former.title && (await otherRepository(earlier)) === '' ? earlier : undefined;
  };

  /** Throws for content that was found by its name and belongs to another repository. */
  const ours = async (content: Content): Promise<Content> => {
    const other = id === '' ? await otherRepository(content) : '';
    if (other === '') return content;
    throw failure(
      'other-repository',
      `'${quote(content.name)}' (${content.guid}) was deployed from ${quote(other, 120)}; this run is of ${repositoryOf(repository)}. It was not touched.`,
      `Set another 'name' for this project. If it is to take that content over, set \`id: ${content.guid}\`.`,
    );
  };

  return {
    owner,
    find,
    findOurs: async (name: string): Promise<Content | undefined> => {
      const content = await find(name);
      return content && ours(content);
    },
    /** By its name alone. */
    named: async (name: string): Promise<Content | undefined> => {
      const content = await named(name);
      return content && ours(content);
    },
  };
}

/** `host/owner/name` of a repository's address, in whichever form, without the credentials that some clients leave in it. */
const repositoryOf = (address: string): string =>
  address
    .trim()
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^/]*@/, '')
    .replace(':', '/')
    .replace(/(?:\.git)?\/*$/i, '');

/** Throws, before anything is sent, when the server would refuse a bundle of `appMode` for this content. */
export async function checkContent(content: Content, appMode: string, api: ConnectApi): Promise<void> {
  const what = `'${quote(content.name)}' (${content.guid})`;
  if (content.locked) {
    throw failure(
      'content-locked',
      `${what} is locked${content.lockedMessage ? `: "${quote(content.lockedMessage, 200)}"` : ''}.`,
      'Have it unlocked on the server.',
    );
  }
  if (content.role === 'viewer' || content.role === 'none') {
    throw failure(
      'forbidden',
      `The owner of this key may look at ${what}, but not change it.`,
      'Have the user made a collaborator of the content, or use the key of its owner.',
    );
  }
  const isDecided = content.appMode !== '' && content.appMode !== 'unknown';
  if (isDecided && content.appMode !== appMode) {
    throw failure(
      'content-type-changed',
      `${what} is ${quote(content.appMode)}; this project is ${appMode}, and content keeps the type of its first deployment.`,
      "Give the new content another 'name', or correct content-type.",
    );
  }
  const gitManaged = content.gitManaged ?? ((await api.hasGit()) && (await api.hasRepository(content.guid)));
  if (gitManaged) {
    throw failure(
      'git-managed',
      `${what} is deployed from a git repository by the server itself, which takes no bundles for it.`,
      "Give the new content another 'name', or end the content's link to git on the server.",
    );
  }
}

/** Throws, before anything is sent, when the server's configuration forbids the access type that is asked for. */
export async function checkAccessType(wanted: unknown, api: ConnectApi): Promise<void> {
  if (typeof wanted !== 'string') return;
  const allowed = await api.accessTypes();
  if (allowed === undefined || allowed.includes(wanted)) return;
  throw failure(
    'access-type-refused',
    `The server does not allow the access type '${wanted}'. It allows ${quote(allowed.join(', ') || 'none', 120)}.`,
    'Set one of these as access-type of connect under [tool.uv-deploy], or leave it out.',
  );
}

/** Throws, before content is created for it, when other content has the vanity URL, or one above or below it. */
export async function checkVanity(wanted: string | undefined, api: ConnectApi): Promise<void> {
  if (wanted === undefined) return;
  const taken = (await api.vanities())?.find(({ path }) => path.startsWith(wanted) || wanted.startsWith(path));
  if (taken === undefined) return;
  throw failure(
    'vanity-url-refused',
    `The vanity URL ${wanted} is taken: ${toItem(api.server, { guid: taken.guid, name: '' }).consoleUrl} has ${quote(taken.path, 120)}. Nothing was created.`,
    "Set another vanity-url under [tool.uv-deploy.connect], or set 'id' to the GUID of that content to deploy to it.",
  );
}

/** Somebody else has made another bundle live while ours was on its way. */
export const superseded = (server: string, { guid, name, bundleId }: Content, ours: string): Finding =>
  error(
    'superseded',
    `While this run went on, somebody else has made bundle ${bundleId ?? 'none'} of '${quote(name)}' the live one: bundle ${ours} is not what people see.`,
    `Look at ${server}/connect/#/apps/${guid}, and run the job again if it should be. A concurrency group in the workflow keeps its runs apart.`,
  );
