import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { BundleFile } from '../../../bundle/source.ts';
import { contents } from '../../../bundle/tar.ts';
import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Upload } from '../../../ports/http/http.ts';
import { type Commit, idOf, type Leaf, prologue, treesOf } from './objects.ts';
import { createPackWriter, packed } from './pack-writer.ts';

/** The blobs and trees of a bundle, as a pack has them, in a file of their own: any commit of this tree can go along. */
export type Pack = {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly objects: number;
  /** The id of the root tree. */
  readonly tree: string;
};

/** As much of a file is in memory at once. */
const CHUNK = 256 * 1024;

/** Names that git refuses in a tree, whatever the file system makes of them (git's fsck, hasDotgit). */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*$/i;

/**
 * Writes the objects of `files` to `path`, and answers their root tree. Memory does not grow with the files.
 * Leaves no half-written file behind when it fails. Throws a `Failure` when a file changes under way, or git can't hold its name.
 */
export async function writePack(path: string, files: readonly BundleFile[], signal: AbortSignal): Promise<Pack> {
  for (const file of files) checkName(file);
  try {
    await using handle = await open(path, 'w', 0o600);
    const objects = createPackWriter(handle);
    const leaves: Leaf[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      const id = await objects.addFile(file);
      leaves.push({ path: file.path, mode: modeOf(file), id });
    }
    let tree = '';
    for (const body of treesOf(leaves)) tree = await objects.add('tree', body);
    return { path, tree, ...(await objects.finish()) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** The id of the root tree that `writePack` would answer, without anything being written. */
export async function treeOf(files: readonly BundleFile[], signal: AbortSignal): Promise<string> {
  const buffer = Buffer.alloc(CHUNK);
  const leaves: Leaf[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const sum = createHash('sha1').update(prologue('blob', file.size));
    for await (const part of contents(file, buffer)) sum.update(part);
    leaves.push({ path: file.path, mode: modeOf(file), id: sum.digest('hex') });
  }
  return idOf('tree', treesOf(leaves).at(-1) ?? Buffer.alloc(0));
}

const modeOf = ({ executable }: BundleFile): string => (executable ? '100755' : '100644');

/** What a push sends: `command`, and the whole pack with `commit` in it. `tell` hears how many bytes are on their way. */
export function packUpload(pack: Pack, commit: Commit, command: Uint8Array, tell: (sent: number) => void): Upload {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(pack.objects + 1, 8);
  const last = packed('commit', commit.body);
  const length = command.length + header.length + pack.size + last.length + 20;

  return {
    length,
    async *open() {
      let sent = 0;
      const counted = (part: Uint8Array): Uint8Array => {
        sent += part.length;
        tell(sent);
        return part;
      };
      yield counted(command);
      const sum = createHash('sha1');
      for await (const part of parts(header, pack, last)) {
        sum.update(part);
        yield counted(part);
      }
      yield counted(sum.digest());
    },
  };
}

async function* parts(header: Buffer, pack: Pack, last: Buffer): AsyncGenerator<Uint8Array> {
  yield header;
  await using handle = await open(pack.path);
  const buffer = Buffer.alloc(CHUNK);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    yield buffer.subarray(0, bytesRead);
  }
  yield last;
}

function checkName({ path }: BundleFile): void {
  const name = path.split('/').find((part) => GIT_FOLDER.test(part));
  if (name === undefined) return;
  throw failure(
    'file-name',
    `${quote(path, 200)} can't be deployed: git keeps the name ${quote(name)} for itself.`,
    "Rename it, or leave it out with 'exclude'.",
  );
}
