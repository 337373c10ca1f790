import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { uvEnvironment } from '../emulators/host/environment.ts';

export type FixtureOptions = {
  readonly uv: string;
  readonly cacheDir: string;
  /** Changes the copy before it is locked. */
  readonly edit?: (project: string) => Promise<void> | void;
};

const PROJECTS = resolve(import.meta.dirname, '../fixtures/projects');

const lock = async (project: string, uv: string, cacheDir: string): Promise<string> => {
  const args = ['lock', '--quiet', '--no-python-downloads', '--directory', project, '--cache-dir', cacheDir];
  await promisify(execFile)(uv, args, { env: uvEnvironment() });
  return readFile(join(project, 'uv.lock'), 'utf8');
};

/** Copies that nobody has changed are locked once in a process. */
const locks = new Map<string, Promise<string>>();

/** Copies the project `test/fixtures/projects/<name>` into a fresh folder below `dir` and locks it with uv. */
export const makeProject = async (name: string, dir: string, options: FixtureOptions): Promise<string> => {
  const { uv, cacheDir, edit } = options;
  await mkdir(dir, { recursive: true });
  const project = await mkdtemp(join(dir, `${name}-`));
  await cp(join(PROJECTS, name), project, { recursive: true });
  if (edit === undefined) {
    const locked = locks.get(name) ?? lock(project, uv, cacheDir);
    locks.set(name, locked);
    await writeFile(join(project, 'uv.lock'), await locked);
  } else {
    await edit(project);
    await lock(project, uv, cacheDir);
  }
  return project;
};
