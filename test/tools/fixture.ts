import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { uvEnvironment } from '../emulators/host/environment.ts';

export type FixtureOptions = {
  readonly uv: string;
  readonly cacheDir: string;
  /** Changes the copy before it is locked. */
  readonly edit?: (project: string) => Promise<void> | void;
};

const PROJECTS = resolve(import.meta.dirname, '../fixtures/projects');

const lock = async (project: string, { uv, cacheDir }: FixtureOptions): Promise<void> => {
  const known = await keptLock(project);
  const file = join(project, 'uv.lock');
  const kept = known && (await readFile(known, 'utf8').catch(() => undefined));
  if (kept !== undefined) return writeFile(file, kept);
  const args = ['lock', '--quiet', '--no-python-downloads', '--directory', project, '--cache-dir', cacheDir];
  await promisify(execFile)(uv, args, { env: uvEnvironment() });
  if (known === undefined) return;
  // Another process may write the same one.
  const own = join(project, '..', `lock-${randomUUID()}`);
  await writeFile(own, await readFile(file));
  await mkdir(dirname(known), { recursive: true });
  await rename(own, known);
};

/** What may lead uv to more than pyproject.toml says. */
const MORE = /\b(?:build-system|dynamic|path|workspace|git|index|find-links|exclude-newer)\b/;

/** Where the lock of a project is kept for the other tests of a run; nothing for one that depends on more than its pyproject.toml. */
const keptLock = async (project: string): Promise<string | undefined> => {
  const folder = process.env.UV_DEPLOY_TEST_LOCKS;
  if (folder === undefined || (await readdir(project)).some((name) => name === 'uv.lock' || name === 'uv.toml')) return;
  const read = (name: string) => readFile(join(project, name), 'utf8').catch(() => '');
  const text = await read('pyproject.toml');
  if (MORE.test(text)) return;
  return join(
    folder,
    createHash('sha256')
      .update(`${text}\n${await read('.python-version')}`)
      .digest('hex'),
  );
};

/** Copies the project `test/fixtures/projects/<name>` into a fresh folder below `dir` and locks it with uv. */
export const makeProject = async (name: string, dir: string, options: FixtureOptions): Promise<string> => {
  await mkdir(dir, { recursive: true });
  const project = await mkdtemp(join(dir, `${name}-`));
  await cp(join(PROJECTS, name), project, { recursive: true });
  await options.edit?.(project);
  await lock(project, options);
  return project;
};
