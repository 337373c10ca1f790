import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Call } from './listener.ts';
import { Refusal } from './refusal.ts';
import type { Part } from './requests.ts';

/** A multipart body: files on disk, texts in memory. */
export type Form = {
  readonly files: ReadonlyMap<string, { readonly path: string; readonly type: string; readonly tooLarge: boolean }>;
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * Streams a multipart body to disk; `pathFor` names the file for a part.
 * A file over `maxFileBytes` is cut and marked, and the rest of the body read, so that the sender hears the answer.
 */
export const readForm = async (call: Call, pathFor: (name: string) => string, maxFileBytes: number): Promise<Form> => {
  const type = call.request.headers['content-type'];
  if (type === undefined || !type.startsWith('multipart/form-data')) {
    throw new Refusal(400, 'The request body must be multipart/form-data');
  }
  const files = new Map<string, { path: string; type: string; tooLarge: boolean }>();
  const texts = new Map<string, string>();
  const streams: Readable[] = [];
  const written: Promise<void>[] = [];
  const parser = new Busboy({
    headers: call.request.headers as BusboyHeaders,
    limits: { fileSize: maxFileBytes, files: 10, fields: 100 },
  });

  parser.on('file', (name, stream, filename, _encoding, mime) => {
    const path = pathFor(name);
    const part: Part = { name, type: mime, filename, bytes: 0 };
    call.record.parts.push(part);
    streams.push(stream);
    written.push(
      pipeline(stream, createWriteStream(path)).then(() => {
        part.bytes = stream.bytesRead;
        files.set(name, { path, type: mime, tooLarge: stream.truncated });
      }),
    );
  });
  parser.on('field', (name, text, _nameCut, _textCut, _encoding, mime) => {
    call.record.parts.push({ name, type: mime, bytes: Buffer.byteLength(text), text });
    texts.set(name, text);
  });

  try {
    await pipeline(call.body, parser);
    await Promise.all(written);
  } catch (error) {
    for (const stream of streams) stream.destroy(); // a body cut short leaves them open
    await Promise.allSettled(written);
    throw new Refusal(400, `The request body cannot be read: ${(error as Error).message}`);
  }
  return { files, texts };
};
