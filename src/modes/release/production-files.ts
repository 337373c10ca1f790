import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BundleChanges, type DeployedFiles, difference } from '../../bundle/changes.ts';
import { totalSize } from '../../bundle/tar.ts';
import type { Source } from '../../platforms/gateway.ts';
import { attempt } from '../../ports/attempt.ts';
import { at, isTable } from '../../project/files/values.ts';
import type { Deps } from '../../report/deps.ts';

/**
 * Keeps, in the Actions cache, which files production holds, so that a preview can tell what it changes. Runs of pull requests
 * can read what the main branch saved. Only for show: nothing is decided by it.
 */
export function productionFiles(
  server: string,
  app: string,
  { cache, context, saveLater }: Pick<Deps, 'cache' | 'context' | 'saveLater'>,
) {
  const target = createHash('sha256')
    .update(JSON.stringify([server, app]))
    .digest('hex')
    .slice(0, 32);
  const key = `uv-deploy-production-1-${target}`;
  // The toolkit finds an entry only under the path it was saved from.
  const folder = join(context.temp, 'uv-deploy-production');
  const path = join(folder, 'files.json');

  return {
    remember: async (source: Source, deploymentId: string): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeFile(path, JSON.stringify(recordOf(source)));
      saveLater({ what: 'the list of deployed files', path: folder, key: `${key}-${deploymentId}` });
    },
    /** `undefined` when production was never deployed from a branch whose cache this run may read. */
    compare: async (source: Source): Promise<BundleChanges | undefined> => {
      if ((await cache.restore(folder, key, false)) === undefined) return undefined;
      const before = readRecord(await readFile(path, 'utf8').catch(() => ''));
      return before && difference(before, recordOf(source));
    },
  };
}

const recordOf = ({ archive, packed }: Source): DeployedFiles => ({
  size: archive?.size ?? totalSize(packed),
  files: Object.fromEntries(packed.map(({ path, md5 }) => [path, md5])),
});

function readRecord(text: string): DeployedFiles | undefined {
  const record = attempt(() => JSON.parse(text) as unknown);
  const [size, files] = [at(record, 'size'), at(record, 'files')];
  if (typeof size !== 'number' || !isTable(files)) return undefined;
  const isWhole = Object.values(files).every((md5) => typeof md5 === 'string');
  return isWhole ? { size, files: files as Record<string, string> } : undefined;
}
