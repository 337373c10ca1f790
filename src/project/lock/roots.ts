/** Where the graph of a lock begins. */
import type { TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';
import { type Dependency, text, toMap } from './packages.ts';

type Roots = {
  /** Normalised names of what is synced: the project, or all members where the workspace's root is not a project. */
  readonly names: readonly string[];
  /** The groups of such a root, which no package of the lock has. */
  readonly groups: ReadonlyMap<string, readonly Dependency[]>;
};

export function rootsOf(lock: TomlFile, pyproject: TomlFile | undefined, members: readonly TomlFile[]): Roots {
  const own = pyproject && memberName(pyproject);
  if (own !== undefined) return { names: [own], groups: new Map() };
  return {
    names: members.map((file) => memberName(file) ?? ''),
    groups: toMap(at(lock.data, 'manifest', 'dependency-groups')),
  };
}

export const memberName = (file: TomlFile): string | undefined => {
  const name = text(at(file.data, 'project', 'name'));
  return name === undefined ? undefined : normalName(name);
};

/** `[tool.uv] default-groups`, else the group dev. */
export function defaultGroups(file: TomlFile | undefined): string[] {
  const named = at(file?.data, 'tool', 'uv', 'default-groups');
  if (named === 'all') return [...groupNames(file)];
  return Array.isArray(named) ? strings(named).map(normalName) : ['dev'];
}

/** The dependency groups that a pyproject.toml defines. */
export function groupNames(file: TomlFile | undefined): Set<string> {
  const names = Object.keys(at(file?.data, 'dependency-groups') ?? {}).map(normalName);
  return new Set(at(file?.data, 'tool', 'uv', 'dev-dependencies') === undefined ? names : [...names, 'dev']);
}
