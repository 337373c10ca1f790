import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BundleFile } from './source.ts';

/**
 * Lays the bundle's files out in `folder` as the server would find them. Copies, not links: a build that writes into its
 * sources must not reach the project.
 */
export async function copyFiles(files: readonly BundleFile[], folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  const made = new Set([folder]);
  for (const file of files) {
    signal.throwIfAborted();
    const target = join(folder, file.path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    if (typeof file.source !== 'string') await writeFile(target, file.source);
    else await copyFile(file.source, target, constants.COPYFILE_FICLONE);
    await chmod(target, file.executable ? 0o755 : 0o644);
  }
}
