import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Busboy } from '@fastify/busboy';
import { afterAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../src/ports/http/http.ts';
import { multipart, type Part } from '../../../../src/ports/http/multipart.ts';
import { serve } from '../../../tools/web.ts';

const folder = mkdtempSync(join(tmpdir(), 'multipart-'));
afterAll(() => rm(folder, { recursive: true }));

const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

let files = 0;
const onDisk = (content: Uint8Array): { path: string; size: number } => {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, content);
  return { path, size: content.length };
};

type Received = { name: string; filename?: string | undefined; type?: string; content: Buffer };

/** What a server makes of a body. */
const parse = async (contentType: string, body: Readable): Promise<Received[]> => {
  const received: Received[] = [];
  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: { fieldSize: 1e9 } });
  const pending: Promise<unknown>[] = [];
  parser.on('field', (name, value) => void received.push({ name, content: Buffer.from(value) }));
  parser.on('file', (name, stream, filename, _, type) => {
    const part: Received = { name, filename, type, content: Buffer.alloc(0) };
    received.push(part);
    pending.push(buffer(stream).then((content) => Object.assign(part, { content })));
  });
  await new Promise((resolve, reject) => body.pipe(parser).on('finish', resolve).on('error', reject));
  await Promise.all(pending);
  return received;
};

/** The body's bytes, each chunk copied before the next is asked for. */
const collect = async (body: { open(): AsyncIterable<Uint8Array> }): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of body.open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const roundTrip = async (parts: readonly Part[]) => {
  const { body, contentType } = multipart(parts, () => {});
  const bytes = await collect(body);
  expect(bytes.length).toBe(body.length);
  return parse(contentType, Readable.from([bytes]));
};

describe('a form', () => {
  it('is read back as it was meant', async () => {
    const content = randomBytes(1_000);
    const received = await roundTrip([
      { name: 'id', text: '01ABC' },
      { name: 'config', filename: '_ricochet.toml', type: 'application/toml', content: 'name = "grüße"\r\n' },
      { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', ...onDisk(content) },
    ]);
    expect(received).toEqual([
      { name: 'id', content: Buffer.from('01ABC') },
      {
        name: 'config',
        filename: '_ricochet.toml',
        type: 'application/toml',
        content: Buffer.from('name = "grüße"\r\n'),
      },
      { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', content },
    ]);
  });

  it.each(['', '\r\n', '--', '\r\n--uv-deploy', '世界 🎉', '{"a": "\\u0000"}', 'x'.repeat(100_000)])(
    'keeps the text %j',
    async (text) => {
      const [part, ...others] = await roundTrip([{ name: 'a', text }]);
      expect(part?.content.toString()).toBe(text);
      expect(others).toEqual([]);
    },
  );

  it.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])('keeps a file of %d bytes', async (size) => {
    const content = randomBytes(size);
    const [part] = await roundTrip([{ name: 'a', filename: 'f', type: 'x/y', ...onDisk(content) }]);
    expect(part?.content.length).toBe(size);
    expect(hash(part?.content ?? Buffer.alloc(0))).toBe(hash(content));
  });

  it('without parts is empty', async () => {
    const { body } = multipart([], () => {});
    expect((await collect(body)).length).toBe(body.length);
  });

  it('has a boundary of its own each time', () => {
    const types = new Set([1, 2, 3].map(() => multipart([], () => {}).contentType));
    expect(types.size).toBe(3);
    for (const type of types) expect(type).toMatch(/^multipart\/form-data; boundary=[A-Za-z0-9-]{20,70}$/);
  });

  it('can be opened again, as for a second try', async () => {
    const { body } = multipart([{ name: 'a', filename: 'f', type: 'x/y', ...onDisk(randomBytes(300_000)) }], () => {});
    expect(hash(await collect(body))).toBe(hash(await collect(body)));
  });

  it('tells how much of the files on disk has gone out, after it has', async () => {
    const told: number[] = [];
    const { body } = multipart(
      [
        { name: 'a', text: 'x'.repeat(1_000) },
        { name: 'b', filename: 'f', type: 'x/y', ...onDisk(randomBytes(600_000)) },
      ],
      (bytes) => told.push(bytes),
    );
    await collect(body);
    expect(told).toEqual([262_144, 524_288, 600_000]);
  });

  it('fails when the file is gone', async () => {
    const { body } = multipart(
      [{ name: 'a', filename: 'f', type: 'x/y', path: join(folder, 'none'), size: 5 }],
      () => {},
    );
    await expect(collect(body)).rejects.toThrow('ENOENT');
  });

  it('arrives whole over HTTP, under the length that was reported, though its chunks use the same memory', async () => {
    const content = randomBytes(3_000_000);
    const { url } = await serve(async (request, response) => {
      const parts = await parse(String(request.headers['content-type']), request);
      const told = parts.map(({ name, content: data }) => [name, data.length, hash(data)]);
      response.end(JSON.stringify({ length: Number(request.headers['content-length']), told }));
    });
    const { body, contentType } = multipart(
      [
        { name: 'id', text: '01ABC' },
        { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', ...onDisk(content) },
      ],
      () => {},
    );
    const { text } = await createHttp()({ method: 'POST', url, body, headers: { 'content-type': contentType } });
    expect(JSON.parse(text)).toEqual({
      length: body.length,
      told: [
        ['id', 5, hash(Buffer.from('01ABC'))],
        ['bundle', 3_000_000, hash(content)],
      ],
    });
  });
});
