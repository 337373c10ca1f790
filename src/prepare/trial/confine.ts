import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileTree } from '../../platforms/plan.ts';
import type { Deps } from '../../report/deps.ts';

/** A tree that can't be written while a program runs in it. */
export type Confined = {
  /** What goes before the program's command. */
  readonly prefix: readonly string[];
  /** Gives the rights back: what can't be written can't be removed either. */
  release(): Promise<void>;
};

const WRITE = 0o222;

/**
 * Takes from a tree on disk the right to be written, but for the folders that the platform mounts. Root writes all the same, so a program
 * of root's loses the capabilities by which it does (setpriv, of util-linux); the log says so where that can't be had.
 */
export async function confine(root: string, { writable }: FileTree, cwd: string, deps: Deps): Promise<Confined> {
  const { exec, host, signal } = deps;
  if (process.platform === 'win32') return { prefix: [], release: async () => {} };
  for (const path of writable) await mkdir(join(root, path), { recursive: true });
  const paths = await pathsBelow(root, new Set(writable.map((path) => join(root, path))));
  await setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644) & ~WRITE);
  const isRoot = process.getuid?.() === 0;
  const prefix = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'];
  const works = async () => {
    const [program = '', ...args] = prefix;
    const done = await exec(program, [...args, 'true'], { cwd, signal }).catch(() => undefined);
    signal.throwIfAborted();
    return done?.exitCode === 0;
  };
  const isFree = isRoot && !(await works());
  host.info(
    isFree
      ? 'The step runs as root, so the app could write to its files here, which it can’t on the server.'
      : `As on the server, the app can’t write to its files${isRoot ? ', and has no privileges of root' : ''}.`,
  );
  return {
    prefix: isRoot && !isFree ? prefix : [],
    release: () => setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644)),
  };
}

type Entry = { readonly path: string; readonly isFolder: boolean; readonly isProgram: boolean };

/** Folders come before what is in them. */
async function pathsBelow(folder: string, without: ReadonlySet<string>): Promise<Entry[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    inside.map(async (entry): Promise<Entry[]> => {
      const path = join(folder, entry.name);
      if (without.has(path)) return [];
      if (entry.isDirectory()) return pathsBelow(path, without);
      return [{ path, isFolder: false, isProgram: ((await stat(path)).mode & 0o100) !== 0 }];
    }),
  );
  return [{ path: folder, isFolder: true, isProgram: false }, ...below.flat()];
}

async function setModes(entries: readonly Entry[], mode: (isFolder: boolean, isProgram: boolean) => number) {
  for (const { path, isFolder, isProgram } of entries) await chmod(path, mode(isFolder, isProgram));
}
