import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Header } from 'tar/header';
import { Pax } from 'tar/pax';
import { codeOf, failure, messageOf } from '../findings/finding.ts';
import { type BundleFile, inOrder } from './source.ts';

/** What went into the archive: its path, size and MD5, as a manifest lists it. */
export type Packed = { readonly path: string; readonly size: number; readonly md5: string };

/** In bytes. */
export const totalSize = (files: readonly Packed[]): number => files.reduce((sum, { size }) => sum + size, 0);

const RECORD = 512;
/** What is handed on at a time; its memory is used again for the next. */
const CHUNK = 256 * 1024;
/** Files up to this size are read in one go: thousands of tiny reads and chunks cost more than their bytes. */
const SMALL = 64 * 1024;
/** Time zero of the archive. Not 1970: some readers take 0 for "no time". */
const EPOCH = new Date('1980-01-01T00:00:00Z');

/**
 * Writes the files as a tar stream: sorted by the bytes of their paths, with fixed owner, time and modes, so that the same
 * content gives the same bytes on any machine. Long and non-ASCII paths get a PAX header. Each chunk is overwritten by the next:
 * use it before asking for more.
 *
 * Every file is read once: its MD5 is taken from the bytes that go out. `last` may add files that depend on those (a manifest
 * that lists them). `packed` is told each file in order.
 * Throws a `Failure` when a file changes or vanishes under way.
 */
export async function* tar(
  files: readonly BundleFile[],
  packed: (file: Packed) => void,
  last: (files: readonly Packed[]) => readonly BundleFile[] = () => [],
): AsyncGenerator<Uint8Array> {
  const done: Packed[] = [];
  const chunk = Buffer.alloc(CHUNK);
  let used = 0;
  const pad = (size: number) => {
    const end = used + ((RECORD - (size % RECORD)) % RECORD);
    chunk.fill(0, used, end);
    used = end;
  };

  const write = async function* (list: readonly BundleFile[]) {
    for (const file of inOrder(list)) {
      const head = header(file);
      const isSmall = typeof file.source === 'string' && file.size <= SMALL;
      // One byte more than there should be tells a file that grew.
      if (used + head.length + (isSmall ? file.size + 1 : 0) + RECORD > CHUNK) {
        yield chunk.subarray(0, used);
        used = 0;
      }
      used += head.copy(chunk, used);
      let md5: string;
      if (typeof file.source === 'string' && isSmall) {
        readInto(chunk, used, file, file.source);
        md5 = hash('md5', chunk.subarray(used, used + file.size));
        used += file.size;
      } else {
        yield chunk.subarray(0, used);
        used = 0;
        const digest = createHash('md5');
        for await (const part of contents(file, chunk)) {
          digest.update(part);
          yield part;
        }
        md5 = digest.digest('hex');
      }
      pad(file.size);
      const entry = { path: file.path, size: file.size, md5 };
      done.push(entry);
      packed(entry);
    }
  };
  yield* write(files);
  yield* write(last(done));
  yield chunk.subarray(0, used);
  yield Buffer.alloc(2 * RECORD);
}

const fields = ({ path, size, executable }: { path: string; size: number; executable: boolean }) => ({
  ...{ path, size, mode: executable ? 0o755 : 0o644 },
  ...{ uid: 0, gid: 0, uname: '', gname: '', mtime: EPOCH, type: 'File' as const },
});

function encode(file: { path: string; size: number; executable: boolean }): { block: Buffer; isExtended: boolean } {
  const block = Buffer.alloc(RECORD);
  return { isExtended: new Header(fields(file)).encode(block, 0), block };
}

const [MODE, SIZE, CHECKSUM] = [100, 124, 148];
const SIZE_DIGITS = 11;

/** Headers of nameless files without a size, with what they add to the checksum: most others differ from them in three fields only. */
const TEMPLATES = [false, true].map((executable) => {
  const { block } = encode({ path: '', size: 0, executable });
  block.write(`${'\0'.repeat(SIZE_DIGITS)} `, SIZE, 'latin1');
  block.write(' '.repeat(8), CHECKSUM, 'latin1'); // as which it is counted itself
  return { block, sum: sumOf(block.toString('latin1')) };
});

/** To be copied before the next is asked for: most are written over each other. */
function header(file: BundleFile): Buffer {
  const { path, size, executable } = file;
  if (path.length > 100 || size >= 8 ** 11 || !/^[\x00-\x7f]*$/.test(path)) {
    const { block, isExtended } = encode(file);
    const extension = new Pax({ path, ...(size >= 8 ** 11 && { size }) });
    return isExtended ? Buffer.concat([extension.encode(), block]) : block;
  }
  const { block, sum } = TEMPLATES[executable ? 1 : 0] as (typeof TEMPLATES)[number];
  const digits = size.toString(8).padStart(SIZE_DIGITS, '0');
  block.fill(0, block.write(path, 'latin1'), MODE);
  block.write(digits, SIZE, 'latin1');
  const total = sum + sumOf(path) + sumOf(digits);
  block.write(`${total.toString(8).padStart(6, '0')}\0`, CHECKSUM, 'latin1');
  return block;
}

/** Of the bytes of latin1. */
function sumOf(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

const changed = (file: BundleFile, why: string, cause?: unknown) =>
  failure('file-changed', `${file.path} ${why} while it was being bundled.`, 'Run the step again.', { cause });

const unreadable = (file: BundleFile, cause: unknown) =>
  /^E(?:ACCES|PERM)$/.test(codeOf(cause))
    ? failure('unreadable-file', `${file.path} can't be read: ${messageOf(cause)}.`, 'Check its permissions.', {
        cause,
      })
    : changed(file, `could not be read (${messageOf(cause)})`, cause);

/** A small file, read on this thread: sooner done than the way to another thread and back. */
function readInto(chunk: Buffer, offset: number, file: BundleFile, path: string): void {
  let handle: number | undefined;
  let size: number;
  try {
    handle = openSync(path, 'r');
    size = readSync(handle, chunk, offset, file.size + 1, 0);
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
  if (size !== file.size) throw changed(file, size > file.size ? 'grew' : 'shrank');
}

/**
 * A file's bytes. Those from the disk come in parts that are in `buffer`: use each before asking for the next.
 * Throws a `Failure` when the file changes or vanishes under way.
 */
export async function* contents(file: BundleFile, buffer: Buffer): AsyncGenerator<Uint8Array> {
  if (typeof file.source !== 'string') {
    yield file.source;
    return;
  }
  await using handle = await open(file.source).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  let left = file.size;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length).catch((cause: unknown) => {
      throw unreadable(file, cause);
    });
    if (bytesRead === 0) break;
    left -= bytesRead;
    if (left < 0) throw changed(file, 'grew');
    yield buffer.subarray(0, bytesRead);
  }
  if (left > 0) throw changed(file, 'shrank');
}
