import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Upload } from './http.ts';

/** A part of a form: a text field, a small file, or a large one on disk. */
export type Part = { readonly name: string } & (
  | { readonly text: string }
  | { readonly filename: string; readonly type: string; readonly content: string }
  | { readonly filename: string; readonly type: string; readonly path: string; readonly size: number }
);

const READ = 256 * 1024;

/**
 * A multipart/form-data body (RFC 7578) that is streamed and whose length is known before it is sent.
 * Names and file names are our own constants. `sent` is told how many bytes of files on disk have gone out.
 */
export function multipart(
  parts: readonly Part[],
  sent: (bytes: number) => void,
): { body: Upload; contentType: string } {
  const boundary = `uv-deploy-${randomUUID()}`;
  const headers = parts.map((part) => {
    const file = 'filename' in part ? `; filename="${part.filename}"\r\nContent-Type: ${part.type}` : '';
    return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${file}\r\n\r\n`);
  });
  const inline = parts.map((part) => Buffer.from('text' in part ? part.text : 'content' in part ? part.content : ''));
  const end = Buffer.from(`--${boundary}--\r\n`);
  const newline = Buffer.from('\r\n');

  let length = end.length;
  for (const [index, part] of parts.entries()) {
    const content = 'size' in part ? part.size : (inline[index]?.length ?? 0);
    length += (headers[index]?.length ?? 0) + content + newline.length;
  }

  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (const [index, part] of parts.entries()) {
      yield headers[index] as Buffer;
      if ('path' in part) yield* readFile(part.path, sent);
      else yield inline[index] as Buffer;
      yield newline;
    }
    yield end;
  };
  return { body: { length, open: stream }, contentType: `multipart/form-data; boundary=${boundary}` };
}

/** A file on disk as a body of its own. */
export const fileBody = (path: string, size: number, sent: (bytes: number) => void): Upload => ({
  length: size,
  open: () => readFile(path, sent),
});

async function* readFile(path: string, sent: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  await using file = await open(path);
  const buffer = Buffer.allocUnsafeSlow(READ);
  for (let total = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, READ);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    total += bytesRead;
    sent(total);
  }
}
