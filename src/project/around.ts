/** What uv needs of the workspace around a member, where the member's folder is deployed. */
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { TomlFile } from './files/toml.ts';
import { EVERYWHERE, reach } from './lock/graph.ts';
import { lockedPackages } from './lock/packages.ts';
import { defaultGroups, memberName, rootsOf } from './lock/roots.ts';
import type { Project } from './project.ts';

export type Around = {
  /** The pyproject.toml of the workspace's root: at the top of the bundle, it takes the place of the member's. */
  readonly root: TomlFile;
  /** Folders that go into the bundle at the place that they have in the workspace. */
  readonly folders: readonly {
    /** Absolute. */
    readonly folder: string;
    /** Below the workspace's root, with forward slashes. */
    readonly path: string;
    /** Whether uv installs from it; of others, it reads pyproject.toml alone. */
    readonly isBuilt: boolean;
  }[];
};

/**
 * How the bundle of a member's folder becomes one that `uv sync` takes, with `--locked` and with `--frozen`: it is the workspace, with
 * the member's files at the top as well. That needs a root which installs the member, and which is not built from files at the top.
 */
export function workspaceAround(project: Project): Around | undefined {
  const { workspace, lock, dir, pyproject } = project;
  const [root] = workspace.members;
  if (workspace.root === dir || !lock || !root || !pyproject) return undefined;
  const packages = lockedPackages(lock);
  const roots = rootsOf(lock, root, workspace.members);
  const groups = defaultGroups(root);
  const asked = groups.flatMap((group) => roots.groups.get(group) ?? []);
  const starts = roots.names.map((name) => ({ name, groups, extras: [] }));
  const reached = [...reach({ packages, roots: starts, asked, judge: EVERYWHERE }).keys()];
  const isBuilt = (kind: string | undefined) => kind === 'editable' || kind === 'directory';
  const own = memberName(pyproject);
  const isRoot = ({ source }: (typeof packages)[number]) => source?.at === '.' && isBuilt(source.kind);
  if (!reached.some(({ name }) => name === own) || reached.some(isRoot)) return undefined;

  const built = new Set(reached.flatMap(({ source }) => (source && isBuilt(source.kind) ? [source.at] : [])));
  const members = workspace.members.map(({ path }) => relative(workspace.root, dirname(path)).split(sep).join('/'));
  const paths = [...new Set([...members, ...built])].filter(
    (path) => path !== '' && !path.startsWith('..') && !isAbsolute(path),
  );
  return {
    root,
    folders: paths.map((path) => ({ folder: join(workspace.root, path), path, isBuilt: built.has(path) })),
  };
}
