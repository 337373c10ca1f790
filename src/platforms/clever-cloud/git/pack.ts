import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createDeflate, deflateSync, type ZlibOptions } from 'node:zlib';
import type { BundleFile } from '../../../bundle/source.ts';
import { contents } from '../../../bundle/tar.ts';
import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Upload } from '../../../ports/http/http.ts';
import { type Commit, idOf, type Kind, type Leaf, prologue, treesOf } from './objects.ts';

/** The blobs and trees of a bundle, as a pack has them, in a file of their own: any commit of this tree can go along. */
export type Pack = {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly objects: number;
  /** The id of the root tree. */
  readonly tree: string;
};

/** The types of objects in a pack (git's documentation, gitformat-pack). */
const TYPES: Readonly<Record<Kind, number>> = { commit: 1, tree: 2, blob: 3 };

/** Files up to this size are compressed in one go, larger ones in parts. */
const SMALL = 256 * 1024;
const CHUNK = 256 * 1024;
/** Small objects are collected up to this size before they are written. */
const COLLECTED = 1024 * 1024;

/** The parts of a file are in the same memory one after the other: each is compressed before the next is asked for. */
const ONE_AT_A_TIME: ZlibOptions & { readonly writableHighWaterMark: number } = { writableHighWaterMark: 1 };

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
    const objects = createObjects(handle);
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
  const last = entry('commit', commit.body);
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

/** Writes each object once, one after the other. */
function createObjects(handle: FileHandle) {
  const known = new Set<string>();
  const buffer = Buffer.alloc(CHUNK);
  let size = 0;
  let collected: Buffer[] = [];
  let waiting = 0;

  const flush = async () => {
    const bytes = Buffer.concat(collected);
    [collected, waiting] = [[], 0];
    await write(bytes);
  };
  const write = async (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, size);
      done += bytesWritten;
      size += bytesWritten;
    }
  };

  const add = async (kind: Kind, body: Buffer): Promise<string> => {
    const id = idOf(kind, body);
    if (known.has(id)) return id;
    known.add(id);
    const bytes = entry(kind, body);
    collected.push(bytes);
    waiting += bytes.length;
    if (waiting > COLLECTED) await flush();
    return id;
  };

  /** The id of a large file is known when all of it has been written: the copy of another one is written over afterwards. */
  const addLarge = async (file: BundleFile): Promise<string> => {
    await flush();
    const start = size;
    const sum = createHash('sha1').update(prologue('blob', file.size));
    await write(entryHeader('blob', file.size));
    await pipeline(
      async function* () {
        for await (const part of contents(file, buffer)) {
          sum.update(part);
          yield part;
        }
      },
      createDeflate(ONE_AT_A_TIME),
      async (compressed: AsyncIterable<Buffer>) => {
        for await (const part of compressed) await write(part);
      },
    );
    const id = sum.digest('hex');
    if (known.has(id)) size = start;
    known.add(id);
    return id;
  };

  const addFile = async (file: BundleFile): Promise<string> => {
    if (file.size > SMALL) return addLarge(file);
    const read: Uint8Array[] = [];
    for await (const part of contents(file, buffer)) read.push(Buffer.from(part));
    return add('blob', Buffer.concat(read));
  };

  const finish = async () => {
    await flush();
    await handle.truncate(size);
    return { size, objects: known.size };
  };
  return { add, addFile, finish };
}

const entry = (kind: Kind, body: Uint8Array): Buffer =>
  Buffer.concat([entryHeader(kind, body.length), deflateSync(body)]);

/** The type and the size before an object's compressed bytes: four bits of the size, then seven in each byte that follows. */
function entryHeader(kind: Kind, size: number): Buffer {
  const bytes = [(TYPES[kind] << 4) | (size % 16)];
  for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(left % 128);
  }
  return Buffer.from(bytes);
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
