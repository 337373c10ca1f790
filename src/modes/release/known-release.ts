import { createHash, createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnvVar } from '../../inputs/dotenv.ts';
import type { Access, Item, Source } from '../../platforms/gateway.ts';
import type { Deps } from '../../report/deps.ts';

type ReleaseContent = {
  readonly source: Source;
  readonly env: readonly EnvVar[];
  readonly item: Item;
  readonly access: Access;
};

/**
 * Remembers, in the Actions cache, which deployment holds which bundle. Only a hint: whether that deployment is still the one
 * that is live, the server says. Variables go in as an HMAC under the token, so that a key tells nobody their values.
 */
export function knownRelease(
  { source, env, item, access }: ReleaseContent,
  { cache, context, saveLater }: Pick<Deps, 'cache' | 'context' | 'saveLater'>,
) {
  const target = createHash('sha256').update(`${access.server} ${item.id}`).digest('hex').slice(0, 16);
  const variables = createHmac('sha256', access.token)
    .update(JSON.stringify(env.map(({ name, value }) => [name, value]).sort()))
    .digest('hex');
  const content = createHash('sha256').update(`${source.contentSha256} ${variables}`).digest('hex').slice(0, 32);
  const key = `uv-deploy-release-1-${target}-${content}`;
  // The toolkit finds an entry only under the path it was saved from.
  const path = join(context.temp, 'uv-deploy-release');

  return {
    /** The deployment that was made from this very bundle and environment, as far as is known. */
    recall: async (): Promise<string | undefined> => {
      const matched = await cache.restore(path, key, false);
      const id = matched?.slice(key.length + 1);
      return id === undefined || id === '' ? undefined : id;
    },
    remember: async (deploymentId: string): Promise<void> => {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, 'id'), deploymentId);
      saveLater({ what: 'the release', path, key: `${key}-${deploymentId}` });
    },
  };
}
