import { availableParallelism } from 'node:os';
import { constants, crc32, createDeflateRaw, type ZlibOptions } from 'node:zlib';

type Chunks = readonly Buffer<ArrayBuffer>[];

/** Input bytes a block. Fixed, so that the output does not depend on how many cores the machine has. */
const BLOCK = 1024 * 1024;
/** How far back deflate looks: the end of a block is the dictionary of the next. */
const WINDOW = 32 * 1024;
/** A little larger than at zlib's own choice, and much sooner done. */
const LEVEL = 5;
/** What deflate may add to a block that does not shrink: its output still fits one buffer. */
const SLACK = 1024;

/**
 * Gzips a stream as ONE member (many readers stop after the first), its blocks compressed side by side on zlib's own threads.
 *
 * Each block is raw deflate that ends on a byte border (a sync flush) and starts with its predecessor's last 32 KiB as
 * dictionary, so the pieces simply follow one another and compress as well as one run. The header holds no time, no name and no
 * operating system: the same bytes in give the same bytes out. Each chunk is gone once the next is asked for.
 */
export async function* gzip(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  // One block more than there are cores keeps them busy while the oldest is being written.
  const ahead = Math.min(availableParallelism(), 4) + 1;
  const running: { readonly block: Buffer<ArrayBuffer>; readonly done: Promise<Chunks> }[] = [];
  // Blocks are used again: garbage of this size would be collected late and count as memory until then.
  const spare: Buffer<ArrayBuffer>[] = [];
  let crc = 0;
  let length = 0;
  let dictionary: Uint8Array | undefined;

  const start = (block: Buffer<ArrayBuffer>, size: number, last: boolean) => {
    const data = block.subarray(0, size);
    crc = crc32(data, crc);
    length += size;
    const done = compress(data, {
      level: LEVEL,
      chunkSize: BLOCK + SLACK,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      ...(dictionary && { dictionary }),
    });
    done.catch(() => {}); // awaited in turn; until then a failure is not "unhandled"
    running.push({ block, done });
    dictionary = Buffer.from(data.subarray(Math.max(0, size - WINDOW)));
  };
  const finish = async function* ({ block, done }: (typeof running)[number]) {
    const compressed = await done;
    spare.push(block);
    yield* compressed;
    // Freed now, not at the next garbage collection: 200 MB that do not shrink would pile up 70 MB of garbage.
    for (const memory of new Set(compressed.map(({ buffer }) => buffer))) memory.transfer(0);
  };

  let block: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(BLOCK);
  let filled = 0;
  for await (const chunk of input) {
    for (let offset = 0; offset < chunk.length; ) {
      // A full block waits for the next byte: only then is it known not to be the last.
      if (filled === BLOCK) {
        start(block, BLOCK, false);
        const oldest = running.length > ahead ? running.shift() : undefined;
        if (oldest) yield* finish(oldest);
        block = spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
        filled = 0;
      }
      const taken = Math.min(BLOCK - filled, chunk.length - offset);
      block.set(chunk.subarray(offset, offset + taken), filled);
      filled += taken;
      offset += taken;
    }
  }
  start(block, filled, true);
  for (const job of running) yield* finish(job);

  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  yield trailer;
}

/** One block on one of zlib's threads. The chunks lie in memory that is theirs alone. */
function compress(data: Uint8Array, options: ZlibOptions): Promise<Chunks> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    createDeflateRaw(options)
      .on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk))
      .on('error', reject)
      .on('close', () => resolve(chunks))
      .end(data);
  });
}
