import { resolve, sep } from 'node:path';
import { serveFile } from '../host/files.ts';
import type { Answer } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import type { Folders } from './folders.ts';
import type { Item } from './items.ts';

/** A file of what a task has written to its `[static] output_dir`. */
export const serveStatic = async (item: Item, path: string, folders: Folders): Promise<Answer> => {
  const { static: site } = item.config;
  if (site === undefined || item.current === undefined) throw new Refusal(404, 'Not found');
  const release = folders.release(item.current);
  const root = resolve(release, site.outputDir);
  if (!root.startsWith(release + sep)) throw new Refusal(404, 'Not found');
  return serveFile(root, path === '' ? site.index : path);
};
