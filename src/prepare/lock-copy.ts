import { dirname, join, relative } from 'node:path';
import { copyFiles } from '../bundle/copy.ts';
import { listFiles } from '../bundle/listing.ts';
import type { Exec } from '../ports/exec.ts';
import { commitAll } from '../ports/git.ts';
import type { TomlFile } from '../project/files/toml.ts';
import { at, strings } from '../project/files/values.ts';
import { lockedPackages } from '../project/lock/packages.ts';
import type { Project } from '../project/project.ts';

/**
 * The folder to run `uv lock --check` in: the project's own where uv reads no more than files there; else that of a copy of the
 * workspace below `folder`, because a build (setuptools, for one) writes into its sources.
 */
export async function lockPlace(
  project: Project,
  lock: TomlFile,
  folder: string,
  deps: { exec: Exec; signal: AbortSignal },
): Promise<string> {
  const { root, members } = project.workspace;
  const sources = localSources(lock);
  const known = new Set(members.map(({ path }) => relative(root, dirname(path)) || '.'));
  const builds = members.some(isDynamic) || sources.some((source) => !known.has(source));
  // A copy would not have what lies beside the workspace.
  if (!builds || sources.some((source) => source.startsWith('..'))) return project.dir;
  const { files } = await listFiles(root, project.shown, deps);
  const own = { path: 'uv.lock', source: lock.path, size: Buffer.byteLength(lock.text), executable: false };
  await copyFiles([...files, own], folder, deps.signal);
  // A build may ask git for the version, which no lock holds: any will do.
  if (members.some(isDynamic)) await commitAll(folder, deps);
  return join(folder, relative(root, project.dir));
}

/** Whether uv has to ask the build backend what the project is. */
export function isDynamic(file: TomlFile): boolean {
  const dynamic = strings(at(file.data, 'project', 'dynamic'));
  return ['version', 'dependencies', 'optional-dependencies'].some((key) => dynamic.includes(key));
}

/** The folders of the packages that the lock takes from disk, relative to its own. */
const localSources = (lock: TomlFile): string[] =>
  lockedPackages(lock).flatMap(({ source }) =>
    source && ['editable', 'directory', 'virtual'].includes(source.kind) ? [source.at] : [],
  );
