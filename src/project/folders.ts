import { join } from 'node:path';
import { error, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { entriesOf, foldersUp, shownIn } from '../ports/paths.ts';

/** Where projects of a repository are looked for: as deep as people put them. */
const DEPTH = 3;
const MOST_FOLDERS = 2_000;
const ASIDE = /^(?:\..*|node_modules|venv|tests?|docs?|examples?)$/;

/** The folders below `dir` that have a pyproject.toml, relative to the checkout; none inside of another. */
export function projectsBelow(dir: string, checkout: string): string[] {
  const found: string[] = [];
  let level = [dir];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEPTH; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      for (const entry of entriesOf(folder)) {
        if (!entry.isDirectory() || ASIDE.test(entry.name) || left === 0) continue;
        left -= 1;
        const path = join(folder, entry.name);
        if (entriesOf(path).some(({ name }) => name === 'pyproject.toml')) found.push(shownIn(checkout, path));
        else next.push(path);
      }
    }
    level = next;
  }
  return found.sort();
}

/** The nearest folder above `dir` in the checkout that has a pyproject.toml, as an absolute path. */
export function projectAbove(dir: string, checkout: string): string | undefined {
  const hasProject = (folder: string) => entriesOf(folder).some(({ name }) => name === 'pyproject.toml');
  return foldersUp(dir, checkout).slice(1).find(hasProject);
}

/** The finding of a run without a checkout. */
export const noCheckout = (message: string): Finding =>
  error('no-checkout', message, 'Add `- uses: actions/checkout@v7` before this step.');

/** The folder of a project that may have been meant by a name, or the only one there is. */
export function meantFolder(asked: string, checkout: string): string | undefined {
  const folders = projectsBelow(checkout, checkout);
  return nearest(asked.replace(/^\.\/|\/+$/g, ''), folders) ?? (folders.length === 1 ? folders[0] : undefined);
}
