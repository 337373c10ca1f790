import { chmod, lchown, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Takes from a program of root's what lets it write where nobody may (setpriv, of util-linux). */
const WITHOUT_CAPABILITIES = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'];
/** `nobody`, as most systems have it. */
const NOBODY = 65_534;
const AS_NOBODY = [...WITHOUT_CAPABILITIES, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/** By its whole path, as it imports its modules. */
const LOOK = 'import os; os.listdir(os.getcwd())';

/** What is confined: a tree below `root`; `cwd`, where it is run; `python`, which runs it; `own`, its home and its place for temporary files. */
type Confining = {
  readonly root: string;
  readonly tree: FileTree;
  readonly cwd: string;
  readonly python: string;
  readonly own: readonly string[];
};

/**
 * Takes from a tree on disk the right to be written, but for the folders that the platform mounts. Where the step runs as root, the
 * program becomes that of another user, if that one can read what it needs; else it loses the capabilities of root, by which it writes
 * all the same. The log says which.
 */
export async function confine({ root, tree, cwd, python, own }: Confining, deps: Deps): Promise<Confined> {
  const { exec, host, signal } = deps;
  if (process.platform === 'win32') return { prefix: [], release: async () => {} };
  const writable = tree.writable.map((path) => join(root, path));
  for (const path of writable) await mkdir(path, { recursive: true });
  const paths = await pathsBelow(root, new Set(writable));
  await setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644) & ~WRITE);
  const release = () => setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644));
  if (process.getuid?.() !== 0) {
    host.info('As on the server, the app can’t write to its files.');
    return { prefix: [], release };
  }
  const works = async ([program = '', ...args]: readonly string[]) => {
    const done = await exec(program, [...args, python, '-c', LOOK], { cwd, signal }).catch(() => undefined);
    signal.throwIfAborted();
    return done?.exitCode === 0;
  };
  // Ours is the folder around the tree, which is closed to others.
  await chmod(dirname(root), 0o711);
  const given = (await Promise.all([...own, ...writable].map((path) => pathsBelow(path, new Set())))).flat();
  const give = async (id: number) => {
    for (const { path } of given) await lchown(path, id, id);
  };
  await give(NOBODY);
  if (await works(AS_NOBODY)) {
    host.info('As on the server, the app can’t write to its files, and is not run by root.');
    return { prefix: AS_NOBODY, release };
  }
  await give(0);
  const isBound = await works(WITHOUT_CAPABILITIES);
  host.info(
    isBound
      ? 'As on the server, the app can’t write to its files, and has no privileges of root.'
      : 'The step runs as root, so the app could write to its files here, which it can’t on the server.',
  );
  return { prefix: isBound ? WITHOUT_CAPABILITIES : [], release };
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
