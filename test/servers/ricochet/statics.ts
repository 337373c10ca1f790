import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Answer } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import type { Folders } from './folders.ts';
import type { Item } from './items.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** A file of what a task has written to its `[static] output_dir`. */
export const serveStatic = async (item: Item, path: string, folders: Folders): Promise<Answer> => {
  const { static: site } = item.config;
  if (site === undefined || item.current === undefined) throw new Refusal(404, 'Not found');
  const release = folders.release(item.current);
  const root = resolve(release, site.outputDir);
  const file = join(root, path === '' ? site.index : path);
  const inside = root.startsWith(release + sep) && file.startsWith(root + sep);
  const found = inside ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) throw new Refusal(404, 'Not found');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type }, body: createReadStream(file) };
};
