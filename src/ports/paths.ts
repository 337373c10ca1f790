import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { attempt } from './attempt.ts';

/** Whether `path` is `folder` or below it. Both absolute and real. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** How annotations name a path: relative to the checkout, with forward slashes. */
export const shownIn = (checkout: string, path: string): string => relative(checkout, path).split(sep).join('/') || '.';

/** A path without links; `undefined` where nothing is there, or it can't be looked at. */
export const realPathOf = (path: string): string | undefined => attempt(() => realpathSync.native(path));

/** What a folder holds, in the order of its names; nothing where it is none. */
export const entriesOf = (folder: string): Dirent[] =>
  (attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
