import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { matcher, readGlob } from './pattern.ts';

/**
 * The files below `dir` that a path or a glob names, or that are in a folder it names, whatever .gitignore says: relative to `dir`,
 * with forward slashes. Links are named like files and not followed, unless the pattern spells their name out and goes on.
 */
export function expand(dir: string, pattern: string): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const parts = posix
    .normalize(pattern)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map(readPart);

  const visit = (folder: string, index: number): void => {
    const key = `${index} ${folder}`;
    if (done.has(key)) return;
    done.add(key);
    const part = parts[index];
    const isLast = index >= parts.length - 1;
    if (part?.name !== undefined && !isLast) {
      const path = posix.join(folder, part.name);
      if (isFolder(join(dir, path))) visit(path, index + 1);
      return;
    }
    if (part?.isAnyDepth) visit(folder, index + 1);
    for (const entry of entriesOf(join(dir, folder))) {
      const path = posix.join(folder, entry.name);
      if (part && !part.isAnyDepth && !part.fits(entry.name)) continue;
      const next = part === undefined || part.isAnyDepth ? index : index + 1;
      if (entry.isDirectory()) visit(path, next);
      else if (isLast) found.add(path);
    }
  };
  visit('', 0);
  return [...found];
}

type Part = {
  readonly isAnyDepth: boolean;
  /** Where nothing in it is a wildcard. */
  readonly name: string | undefined;
  readonly fits: (name: string) => boolean;
};

function readPart(part: string): Part {
  const steps = readGlob(part, { braces: false });
  const isPlain = !/[*?[\\]/.test(part);
  const fits = steps ? matcher(steps) : () => false;
  return { isAnyDepth: part === '**', name: isPlain ? part : undefined, fits };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
