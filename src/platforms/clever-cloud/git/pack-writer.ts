import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createDeflate, deflateSync, type ZlibOptions } from 'node:zlib';
import type { BundleFile } from '../../../bundle/source.ts';
import { contents } from '../../../bundle/tar.ts';
import { idOf, type Kind, prologue } from './objects.ts';

/** The types of objects in a pack (git's documentation, gitformat-pack). */
const TYPES: Readonly<Record<Kind, number>> = { commit: 1, tree: 2, blob: 3 };

/** Files up to this size are compressed in one go, larger ones in parts. */
const SMALL = 256 * 1024;
const CHUNK = 256 * 1024;
/** Small objects are collected up to this size before they are written. */
const COLLECTED = 1024 * 1024;

/** The parts of a file are in the same memory one after the other: each is compressed before the next is asked for. */
const ONE_AT_A_TIME: ZlibOptions & { readonly writableHighWaterMark: number } = { writableHighWaterMark: 1 };

/** Writes the objects of a pack, each once, one after the other. */
export function createPackWriter(handle: FileHandle) {
  const known = new Set<string>();
  const buffer = Buffer.alloc(CHUNK);
  const tail = createTail(handle);

  const add = async (kind: Kind, body: Buffer): Promise<string> => {
    const id = idOf(kind, body);
    if (!known.has(id)) await tail.collect(packed(kind, body));
    known.add(id);
    return id;
  };

  /** The id of a large file is known when all of it has been written: the copy of another one is written over afterwards. */
  const addLarge = async (file: BundleFile): Promise<string> => {
    await tail.flush();
    const start = tail.size();
    const sum = createHash('sha1').update(prologue('blob', file.size));
    await tail.write(entryHeader('blob', file.size));
    await pipeline(
      async function* () {
        for await (const part of contents(file, buffer)) {
          sum.update(part);
          yield part;
        }
      },
      createDeflate(ONE_AT_A_TIME),
      async (compressed: AsyncIterable<Buffer>) => {
        for await (const part of compressed) await tail.write(part);
      },
    );
    const id = sum.digest('hex');
    if (known.has(id)) tail.backTo(start);
    known.add(id);
    return id;
  };

  return {
    add,
    addFile: async (file: BundleFile): Promise<string> => {
      if (file.size > SMALL) return addLarge(file);
      const read: Uint8Array[] = [];
      for await (const part of contents(file, buffer)) read.push(Buffer.from(part));
      return add('blob', Buffer.concat(read));
    },
    /** Answers the size of the file, and how many objects are in it. */
    finish: async () => {
      await tail.flush();
      await handle.truncate(tail.size());
      return { size: tail.size(), objects: known.size };
    },
  };
}

/** The end of a file that grows: small parts are collected until they are worth a write. */
function createTail(handle: FileHandle) {
  let size = 0;
  let collected: Buffer[] = [];
  let waiting = 0;

  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, size);
      done += bytesWritten;
      size += bytesWritten;
    }
  };
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(collected);
    [collected, waiting] = [[], 0];
    await write(bytes);
  };
  return {
    ...{ write, flush },
    collect: async (bytes: Buffer): Promise<void> => {
      collected.push(bytes);
      waiting += bytes.length;
      if (waiting > COLLECTED) await flush();
    },
    size: () => size,
    /** What has been written behind this is written over. */
    backTo: (start: number): void => {
      size = start;
    },
  };
}

/** An object as a pack has it. */
export const packed = (kind: Kind, body: Uint8Array): Buffer =>
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
