import { createHash, type Hash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { gzip } from './gzip.ts';
import type { BundleFile } from './source.ts';
import { type Packed, tar } from './tar.ts';

/** A finished bundle on disk. */
export type Bundle = {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  /**
   * SHA-256 of the tar inside, in hex: what "unchanged" is decided by, because another release of zlib may compress the same
   * content to other bytes.
   */
  readonly contentSha256: string;
  readonly files: readonly Packed[];
};

/**
 * Packs `files` into a reproducible tar.gz at `path`, streaming: memory does not grow with the project.
 * Leaves no half-written file behind when it fails.
 */
export async function writeArchive(
  path: string,
  files: readonly BundleFile[],
  signal: AbortSignal,
  last?: (files: readonly Packed[]) => readonly BundleFile[],
): Promise<Bundle> {
  const content = createHash('sha256');
  const whole = createHash('sha256');
  const packed: Packed[] = [];
  let size = 0;
  try {
    await using file = await open(path, 'w', 0o600);
    const archive = tar(files, (entry) => packed.push(entry), last);
    for await (const chunk of gzip(hashed(archive, content))) {
      signal.throwIfAborted();
      whole.update(chunk);
      size += chunk.length;
      await file.appendFile(chunk).catch((error: Error) => {
        throw Object.assign(error, { path }); // Node names the files of calls that open one only
      });
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, size, sha256: whole.digest('hex'), contentSha256: content.digest('hex'), files: packed };
}

/** What an archive of these files would hold, without writing one: for platforms that take the files themselves. */
export async function digest(
  files: readonly BundleFile[],
  signal: AbortSignal,
  last?: (files: readonly Packed[]) => readonly BundleFile[],
): Promise<Pick<Bundle, 'contentSha256' | 'files'>> {
  const content = createHash('sha256');
  const packed: Packed[] = [];
  for await (const _ of hashed(
    tar(files, (entry) => packed.push(entry), last),
    content,
  ))
    signal.throwIfAborted();
  return { contentSha256: content.digest('hex'), files: packed };
}

async function* hashed(input: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    hash.update(chunk);
    yield chunk;
  }
}
