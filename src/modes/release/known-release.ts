import { createHash, createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnvVar } from '../../inputs/dotenv.ts';
import type { Access, Item, Source } from '../../platforms/gateway.ts';
import type { Deps } from '../../report/deps.ts';

type ReleaseContent = {
  readonly source: Source;
  readonly env: readonly EnvVar[];
  /** What a release is made with beside its files and variables. */
  readonly settings: unknown;
  readonly item: Item;
  readonly access: Access;
};

/** A deployment, and what its environment was tried with. */
type Known = { readonly id: string; readonly trial: string | undefined };

/** Stands for a trial that was not made, or found anything. */
const UNTRIED = 'untried';

/**
 * Remembers, in the Actions cache, which deployment holds which bundle, and how it was tried. Only a hint: whether that deployment is
 * still the one that is live, the server says. Variables go in as an HMAC under the token, so that a key tells nobody their values.
 */
export function knownRelease(
  { source, env, settings, item, access }: ReleaseContent,
  { cache, context, saveLater }: Pick<Deps, 'cache' | 'context' | 'saveLater'>,
) {
  const target = createHash('sha256').update(`${access.server} ${item.id}`).digest('hex').slice(0, 16);
  const variables = createHmac('sha256', access.token)
    .update(JSON.stringify(env.map(({ name, value }) => [name, value]).sort()))
    .digest('hex');
  const content = createHash('sha256')
    .update(JSON.stringify([source.contentSha256, variables, settings]))
    .digest('hex')
    .slice(0, 32);
  const key = `uv-deploy-release-2-${target}-${content}`;
  // The toolkit finds an entry only under the path it was saved from.
  const path = join(context.temp, 'uv-deploy-release');

  return {
    /** The deployment that was made from this very bundle, environment and settings, as far as is known. */
    recall: async (): Promise<Known | undefined> => {
      const matched = await cache.find(path, key);
      const [, trial, id] = /^-(untried|[0-9a-f]+)-(.+)$/.exec(matched?.slice(key.length) ?? '') ?? [];
      return id === undefined ? undefined : { id, trial: trial === UNTRIED ? undefined : trial };
    },
    /** The newest of what is remembered counts. */
    remember: async ({ id, trial = UNTRIED }: Known): Promise<void> => {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, 'id'), id);
      saveLater({ what: 'the release', path, key: `${key}-${trial}-${id}` });
    },
  };
}
