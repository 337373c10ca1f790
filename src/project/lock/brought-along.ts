import type { TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';

/** A package of uv.lock that the content needs. */
export type InstalledPackage = {
  readonly name: string;
  readonly version: string;
  /** Its line in the lock. */
  readonly line: number;
  readonly source: Source;
};

/** Where uv takes a package from. A `folder` is relative to the lock, and `isBuilt` when uv installs what is in it. */
type Source =
  | { readonly kind: 'registry'; readonly url: string }
  | { readonly kind: 'git' | 'url'; readonly url: string }
  | { readonly kind: 'archive'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly isBuilt: boolean };

/** What of the project's optional dependencies goes along. */
export type Wanted = { readonly groups: readonly string[]; readonly extras: readonly string[] };

/**
 * The packages that `project` brings along, itself first: its dependencies, with those of the wanted extras and groups, and theirs
 * in turn. Markers are not looked at: what one machine skips, another needs. Empty when the lock does not list the project.
 */
export function lockedPackages(lock: TomlFile, project: string, { groups, extras }: Wanted): InstalledPackage[] {
  const list = at(lock.data, 'package');
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  // Looking through all packages for each arrow would take hours in a large lock.
  const named = Map.groupBy(entries.keys(), (index) => at(entries[index], 'name'));
  const found = new Map<number, InstalledPackage>();
  const seen = new Set<string>();

  const start = entries.findIndex((entry) => at(entry, 'name') === normalName(project));
  if (start < 0) return [];
  const own = [
    'dependencies',
    ...extras.map((extra) => `optional-dependencies ${normalName(extra)}`),
    ...groups.map((group) => `dev-dependencies ${normalName(group)}`),
  ];
  // What is still to be looked at, the next one last: a chain may be longer than functions can call each other.
  const open = own.map((part): readonly [index: number, part: string] => [start, part]).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const [index, part] = next;
    const key = `${index} ${part}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = entries[index];
    if (!found.has(index)) found.set(index, read(entry, lock.lineOf(`package.${index}.name`)));
    const dependencies = at(entry, ...part.split(' '));
    const asked = (Array.isArray(dependencies) ? dependencies : []).flatMap((dependency) => {
      const [name, version] = [at(dependency, 'name'), at(dependency, 'version')];
      const parts = [
        'dependencies',
        ...strings(at(dependency, 'extra')).map((extra) => `optional-dependencies ${extra}`),
      ];
      return (named.get(name) ?? [])
        .filter((other) => version === undefined || at(entries[other], 'version') === version)
        .flatMap((other) => parts.map((one) => [other, one] as const));
    });
    open.push(...asked.reverse());
  }
  return [...found.values()];
}

function read(entry: unknown, line: number): InstalledPackage {
  const text = (...path: string[]) => {
    const value = at(entry, ...path);
    return typeof value === 'string' ? value : undefined;
  };
  const [git, url, archive] = [text('source', 'git'), text('source', 'url'), text('source', 'path')];
  const built = text('source', 'editable') ?? text('source', 'directory');
  const folder = built ?? text('source', 'virtual');
  let source: Source = { kind: 'registry', url: text('source', 'registry') ?? '' };
  if (git !== undefined) source = { kind: 'git', url: git };
  else if (url !== undefined) source = { kind: 'url', url };
  else if (archive !== undefined) source = { kind: 'archive', path: archive };
  else if (folder !== undefined) source = { kind: 'folder', path: folder, isBuilt: built !== undefined };
  return { name: text('name') ?? '', version: text('version') ?? '', line, source };
}
