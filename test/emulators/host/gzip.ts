import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { Refusal } from './refusal.ts';

const FIXED_HEADER = 10;
const TRAILER = 8;
const FLAG_CRC = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;

/** Length of the header of a gzip member (RFC 1952, section 2.3). */
const headerLength = (head: Buffer): number => {
  if (head.length < FIXED_HEADER || head.readUInt16BE(0) !== 0x1f8b || head[2] !== 8) {
    throw new Refusal(400, 'The bundle is not a gzip file');
  }
  const flags = head[3] ?? 0;
  let length = FIXED_HEADER;
  if (flags & FLAG_EXTRA) length += 2 + head.readUInt16LE(length);
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if (flags & flag) length = head.indexOf(0, length) + 1;
  }
  return flags & FLAG_CRC ? length + 2 : length;
};

const checksum = (maxBytes: number): { through: Transform; crc: () => number; bytes: () => number } => {
  let crc = 0;
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      if (bytes > maxBytes) done(new Refusal(400, `The bundle holds more than ${maxBytes} bytes`));
      else done(null, chunk);
    },
  });
  return { through, crc: () => crc, bytes: () => bytes };
};

/**
 * Decompresses the one gzip member a file holds into `target`.
 * Many decoders stop after the first member without a word, so more than one is refused rather than half read.
 */
export const gunzip = async (path: string, target: NodeJS.WritableStream, maxBytes: number): Promise<void> => {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
  const start = headerLength(buffer.subarray(0, bytesRead));

  const inflate = createInflateRaw();
  const sum = checksum(maxBytes);
  await pipeline(createReadStream(path, { start }), inflate, sum.through, target);

  const end = start + inflate.bytesWritten;
  const trailer = Buffer.alloc(TRAILER);
  await file.read(trailer, 0, TRAILER, end);
  if (end + TRAILER > size || trailer.readUInt32LE(0) !== sum.crc()) throw new Refusal(400, 'The bundle is damaged');
  if (trailer.readUInt32LE(4) !== sum.bytes() % 2 ** 32) throw new Refusal(400, 'The bundle is damaged');
  if (end + TRAILER < size) throw new Refusal(400, 'The bundle holds more than one gzip member, or ends in other data');
};
