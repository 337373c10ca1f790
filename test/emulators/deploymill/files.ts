import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, matchesGlob, relative } from 'node:path';

/** The paths of all files and links below a folder, relative to it. */
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : [];

/** Removes from a build context what `.dockerignore` and git leave out of it. */
export const applyDockerignore = (context: string): void => {
  const file = join(context, '.dockerignore');
  if (!existsSync(file)) return;
  const rules = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), glob: line.replace(/^!?\/?|\/$/g, '') }));
  for (const path of filesBelow(context)) {
    if (path === 'Dockerfile') continue;
    const fits = ({ glob }: { glob: string }) => matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`);
    if (rules.findLast(fits)?.keeps === false) rmSync(join(context, path), { force: true });
  }
};

/** `COPY`: each source is a file, a folder whose contents are meant, or a pattern. @throws Error for one that is not there */
export const copyInto = (origin: string, sources: readonly string[], target: string, isFolder: boolean): string[] => {
  const copied: string[] = [];
  for (const source of sources) {
    const pattern = source.replace(/^\/+|\/+$/g, '') || '.';
    const found = /[*?[]/.test(pattern)
      ? [
          ...new Set(
            readdirSync(join(origin, dirname(pattern))).filter((name) => matchesGlob(name, basename(pattern))),
          ),
        ].map((name) => join(dirname(pattern), name))
      : [pattern];
    for (const path of found) {
      const from = join(origin, path);
      const stat = lstatSync(from, { throwIfNoEntry: false });
      if (stat === undefined) throw new Error(`"/${path}": not found`);
      const into = stat.isDirectory()
        ? target
        : isFolder || (existsSync(target) && lstatSync(target).isDirectory())
          ? join(target, basename(path))
          : target;
      mkdirSync(dirname(into), { recursive: true });
      cpSync(from, into, { recursive: true, verbatimSymlinks: true, force: true });
      copied.push(into);
    }
  }
  return copied;
};

/** Files that name the folder they were made in, as scripts and environments do, name another one after they were copied. */
export const relocate = (copied: readonly string[], from: string, to: string): void => {
  const fix = (path: string): void => {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) {
      const target = readlinkSync(path);
      if (!target.startsWith(from)) return;
      rmSync(path);
      symlinkSync(to + target.slice(from.length), path);
    } else if (
      stat.isFile() &&
      stat.size < 200_000 &&
      /(?:\/bin\/[^/]+|\.pth|pyvenv\.cfg|direct_url\.json)$/.test(path)
    ) {
      const text = readFileSync(path, 'latin1');
      if (text.includes(from)) writeFileSync(path, text.replaceAll(from, to), 'latin1');
    }
  };
  for (const path of copied) {
    if (lstatSync(path).isDirectory()) for (const file of filesBelow(path)) fix(join(path, file));
    else fix(path);
  }
};
