import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders that are made again on every machine. */
const FOLDERS = new Set(
  `.git .hg .svn .venv .renv __pycache__ .pytest_cache .mypy_cache .ruff_cache
  .hypothesis .ipynb_checkpoints .tox .nox .eggs .pixi .conda __pypackages__ .uv-cache`.split(/\s+/),
);
const FILES = new Set(['.git', '.DS_Store']);
/** What a step before this one may have found: with it, no bundle would be like the last. */
const REPORT = /\.sarif(?:\.json)?$/;

/** What an environment of Python has at its top: a virtual one, one of conda, one of an old virtualenv, and one of Windows. */
const SIGNS: readonly (readonly string[])[] = [
  ['pyvenv.cfg'],
  ['conda-meta/history'],
  ['bin/activate', 'bin/python'],
  ['Lib/site-packages', 'Scripts/python.exe'],
];

/** Whether a folder never belongs in a bundle: by its name, or because it is a virtual environment. */
export const isLeftOutFolder = (name: string, path: string): boolean =>
  FOLDERS.has(name) || SIGNS.some((files) => files.every((file) => existsSync(join(path, file))));

/** `.env`, `.env.production`, `.envrc`: by custom these hold secrets. */
export const isEnvFile = (path: string): boolean => /(?:^|\/)\.env[^/]*$/.test(path);

/** `.env.example` and the like: lists of names, which are committed to be copied. */
export const isEnvTemplate = (path: string): boolean =>
  /(?:^|\/)\.env[^/]*[._-](?:example|sample|template|tmpl|dist)$/i.test(path);

/** Whether a path of the checkout has a name that never belongs in a bundle: it is in such a folder, or custom keeps secrets there. */
export const isNeverDeployed = (path: string): boolean =>
  path.split('/').some((name) => FOLDERS.has(name)) || isEnvFile(path);

/** Tells which files are always left out, whatever names them. Remembers what it has looked up below `dir`. */
export function leftOut(dir: string): (path: string) => boolean {
  const known = new Map<string, boolean>([['.', false]]);
  const isLeftOut = (folder: string): boolean => {
    const cached = known.get(folder);
    if (cached !== undefined) return cached;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const answer = isLeftOut(dirname(folder)) || isLeftOutFolder(name, join(dir, folder));
    known.set(folder, answer);
    return answer;
  };
  return (path) => FILES.has(path.slice(path.lastIndexOf('/') + 1)) || REPORT.test(path) || isLeftOut(dirname(path));
}
