import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { crc32, createInflateRaw, gunzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzip } from '../../../src/bundle/gzip.ts';

const BLOCK = 1024 * 1024;

/** Each chunk is copied before the next is asked for, as it is gone by then. */
const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const copies: Buffer[] = [];
  for await (const chunk of chunks) copies.push(Buffer.from(chunk));
  return Buffer.concat(copies);
};

async function* inChunks(data: Uint8Array, size = data.length): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < data.length; offset += size) yield data.subarray(offset, offset + size);
}

const zip = (data: Uint8Array, size?: number): Promise<Buffer> => collect(gzip(inChunks(data, size)));

/** English-like text: compresses well, and its parts refer far back. */
const text = (size: number): Buffer => {
  const words = 'the quick brown fox jumps over a lazy dog while packing every file of this project'.split(' ');
  let state = 1;
  let made = '';
  while (made.length < size) {
    state = (state * 48_271) % 2_147_483_647;
    made += `${words[state % words.length]}${state % 9 === 0 ? '\n' : ' '}`;
  }
  return Buffer.from(made.slice(0, size));
};

const SIZES = [0, 1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1, 9 * BLOCK + 17];
const KINDS: readonly (readonly [string, (size: number) => Buffer])[] = [
  ['random bytes', randomBytes],
  ['text', text],
  ['zeros', (size) => Buffer.alloc(size)],
];

describe.each(KINDS)('%s', (_, make) => {
  it.each(SIZES)('of %d bytes come back from gunzip', async (size) => {
    const data = make(size);
    const zipped = await zip(data);
    expect(gunzipSync(zipped).equals(data)).toBe(true);
    expect(zipped.length).toBeLessThan(size * 1.001 + 400);
  });

  it.each([BLOCK, 5 * BLOCK + 1])('of %d bytes are ONE member', async (size) => {
    const data = make(size);
    const zipped = await zip(data);
    // A reader of one member stops where the deflate stream says it ends: behind it there are eight bytes, and no more.
    const inflate = createInflateRaw();
    const inflated: Buffer[] = [];
    inflate.on('data', (chunk: Buffer) => inflated.push(chunk));
    await new Promise((resolve, reject) => inflate.on('end', resolve).on('error', reject).end(zipped.subarray(10)));
    expect(inflate.bytesWritten).toBe(zipped.length - 18);
    expect(Buffer.concat(inflated).equals(data)).toBe(true);
  });
});

describe('the format', () => {
  it('has a header without time, name and system, and a trailer with checksum and length', async () => {
    const data = text(3 * BLOCK);
    const zipped = await zip(data);
    expect([...zipped.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    expect(zipped.readUInt32LE(zipped.length - 8)).toBe(crc32(data));
    expect(zipped.readUInt32LE(zipped.length - 4)).toBe(data.length);
    expect(inflateRawSync(zipped.subarray(10, -8)).equals(data)).toBe(true);
  });

  it('is read by other readers, strict ones among them', async () => {
    const data = text(3 * BLOCK + 5);
    const zipped = await zip(data);
    const script = `import sys, zlib, hashlib
data = sys.stdin.buffer.read()
member = zlib.decompressobj(wbits=31)
out = member.decompress(data)
assert member.eof and member.unused_data == b"", "more than one member"
print(hashlib.sha256(out).hexdigest())`;
    const hash = createHash('sha256').update(data).digest('hex');
    expect(execFileSync('python3', ['-c', script], { input: zipped, encoding: 'utf8' }).trim()).toBe(hash);
    expect(execFileSync('gzip', ['-dc'], { input: zipped, maxBuffer: 1e8 }).equals(data)).toBe(true);
  });

  it('compresses across its blocks as well as a single run', async () => {
    // The second half repeats the end of the first block: without a dictionary it would cost its full size again.
    const once = randomBytes(30_000);
    const data = Buffer.concat([Buffer.alloc(BLOCK - once.length), once, once]);
    expect((await zip(data)).length).toBeLessThan(once.length + 4_000);
  });
});

describe('the output', () => {
  it.each([1, 7, 512, 65_536, BLOCK - 1, BLOCK, BLOCK + 1, 1_000_000])(
    'does not depend on chunks of %d bytes',
    async (size) => {
      const data = text(size < 512 ? BLOCK + 100 : 4 * BLOCK + 100);
      expect((await zip(data, size)).equals(await zip(data))).toBe(true);
    },
  );

  it('does not depend on empty chunks', async () => {
    const data = text(BLOCK + 5);
    const withHoles = async function* () {
      yield new Uint8Array();
      yield data.subarray(0, BLOCK);
      yield new Uint8Array();
      yield data.subarray(BLOCK);
      yield new Uint8Array();
    };
    expect((await collect(gzip(withHoles()))).equals(await zip(data))).toBe(true);
  });

  it('does not depend on the memory of a chunk after it was handed over', async () => {
    const data = text(5 * BLOCK);
    const reusing = async function* () {
      const memory = Buffer.alloc(10_000);
      for (let offset = 0; offset < data.length; offset += memory.length) {
        const length = data.copy(memory, 0, offset);
        yield memory.subarray(0, length);
        memory.fill(0xee);
      }
    };
    expect((await collect(gzip(reusing()))).equals(await zip(data))).toBe(true);
  });

  it('does not depend on how slowly it is read', async () => {
    const data = randomBytes(12 * BLOCK);
    const copies: Buffer[] = [];
    for await (const chunk of gzip(inChunks(data, 100_000))) {
      await new Promise((resolve) => setImmediate(resolve));
      copies.push(Buffer.from(chunk));
    }
    expect(Buffer.concat(copies).equals(await zip(data))).toBe(true);
  });

  it.each(['1', '2', '16'])('does not depend on UV_THREADPOOL_SIZE=%s', async (threads) => {
    const script = `
      import { createHash } from 'node:crypto';
      import { gzip } from ${JSON.stringify(new URL('../../../src/bundle/gzip.ts', import.meta.url).href)};
      const hash = createHash('sha256');
      const line = Buffer.from('a line of text that repeats\\n'.repeat(1000));
      const input = async function* () { for (let i = 0; i < 60; i++) { line[i] = i; yield line; } };
      for await (const chunk of gzip(input())) hash.update(chunk);
      console.log(hash.digest('hex'));`;
    const line = Buffer.from('a line of text that repeats\n'.repeat(1000));
    const input = async function* () {
      for (let index = 0; index < 60; index++) {
        line[index] = index;
        yield line;
      }
    };
    const here = createHash('sha256')
      .update(await collect(gzip(input())))
      .digest('hex');
    const env = { ...process.env, UV_THREADPOOL_SIZE: threads };
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }).trim(),
    ).toBe(here);
  });
});

describe('trouble', () => {
  it('of the input is passed on, and what runs is let go', async () => {
    const failing = async function* () {
      yield text(6 * BLOCK);
      throw new Error('the disk is gone');
    };
    await expect(collect(gzip(failing()))).rejects.toThrow('the disk is gone');
  });

  it('of the reader closes the input', async () => {
    let closed = false;
    const input = async function* () {
      try {
        for (;;) yield text(BLOCK);
      } finally {
        closed = true;
      }
    };
    for await (const chunk of gzip(input())) if (chunk.length > 100) break;
    expect(closed).toBe(true);
  });
});
