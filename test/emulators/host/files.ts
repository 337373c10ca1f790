import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Answer } from './listener.ts';
import { Refusal } from './refusal.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** A file below a folder. @throws Refusal (404) when there is none, or it lies elsewhere */
export const serveFile = async (folder: string, path: string): Promise<Answer> => {
  const root = resolve(folder);
  const file = join(root, path);
  const found = file.startsWith(root + sep) ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) throw new Refusal(404, 'Not found');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type }, body: createReadStream(file) };
};
