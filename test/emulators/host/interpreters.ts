import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uvEnvironment } from './environment.ts';
import { parseVersion, type Version } from './versions.ts';

/** A Python interpreter of this machine. */
export type Interpreter = { readonly version: Version; readonly path: string };

/** The part of `uv python list --output-format json` that is read here. */
type Listed = { version: string; path: string | null; implementation: string; variant?: string };

const run = promisify(execFile);

/** A version manager's shim stands for another interpreter in another folder, and uv tells the two apart. */
const ownPath = async (path: string): Promise<string> => {
  const { stdout } = await run(path, ['-I', '-c', 'import os, sys; print(os.path.realpath(sys.executable))'], {
    cwd: '/',
  });
  return stdout.trim();
};

/** Where pyenv keeps the interpreters of a machine, of which only some are on PATH. */
export const pyenvFolders = (): string[] => {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  return existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, 'bin')) : [];
};

/**
 * Finds the interpreters that uv finds, once: the answer is kept, as an installation does not change under a server.
 * `searchPaths` are folders that hold interpreters outside PATH, such as `~/.pyenv/versions/3.12.1/bin`.
 */
export const createInterpreters = (uv: string, searchPaths: readonly string[]): (() => Promise<Interpreter[]>) => {
  const find = async (): Promise<Interpreter[]> => {
    const args = ['python', 'list', '--only-installed', '--output-format', 'json'];
    const { stdout } = await run(uv, args, { env: uvEnvironment({}, searchPaths) });
    const found = new Map<string, Promise<Interpreter>>();
    for (const { version, path, implementation, variant = 'default' } of JSON.parse(stdout) as Listed[]) {
      const parsed = parseVersion(version);
      // A pre-release or free-threaded build is never what a plain pin asks for.
      if (parsed === undefined || path === null || implementation !== 'cpython' || variant !== 'default') continue;
      if (found.has(version)) continue;
      found.set(
        version,
        ownPath(path).then((own) => ({ version: parsed, path: own })),
      );
    }
    return Promise.all(found.values());
  };
  let found: Promise<Interpreter[]> | undefined;
  return () => {
    found ??= find();
    return found;
  };
};
