import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is `folder` or below it. Both absolute and real. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** How annotations name a path: relative to the checkout, with forward slashes. */
export const shownIn = (checkout: string, path: string): string => relative(checkout, path).split(sep).join('/') || '.';
