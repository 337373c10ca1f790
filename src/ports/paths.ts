import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { attempt } from './attempt.ts';

/** Whether `path` is `folder` or below it. Both absolute and real. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** How annotations name a path: relative to the checkout, with forward slashes. */
export const shownIn = (checkout: string, path: string): string => relative(checkout, path).split(sep).join('/') || '.';

/** A folder and those around it, the nearest first: up to `top`, else to where there is none above. */
export function foldersUp(folder: string, top?: string): string[] {
  const found = [folder];
  for (let last = folder; last !== top && last !== dirname(last); ) {
    last = dirname(last);
    found.push(last);
  }
  return found;
}

/** A path without links; `undefined` where nothing is there, or it can't be looked at. */
export const realPathOf = (path: string): string | undefined => attempt(() => realpathSync.native(path));

/** What a folder holds, in the order of its names; nothing where it is none. */
export const entriesOf = (folder: string): Dirent[] =>
  (attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
