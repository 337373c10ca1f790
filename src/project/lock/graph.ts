/** Which packages of a lock `uv sync` installs: the ones that can be reached from the roots on the target. */
import type { TomlFile } from '../files/toml.ts';
import type { Truth } from '../packaging/markers.ts';
import { type Dependency, type LockedPackage, lockedPackages } from './packages.ts';

/** What of a project's optional dependencies goes along; normalised names. */
export type Wanted = { readonly groups: readonly string[]; readonly extras: readonly string[] };

/** A project whose environment is synced. */
export type GraphRoot = Wanted & { readonly name: string };

/** How a package is reached: surely, or only perhaps, and which package asks for it; a root is asked for by none. */
type Reach = { readonly surely: boolean; readonly by: LockedPackage | undefined };

export type Reached = ReadonlyMap<LockedPackage, Reach>;

export type Graph = {
  readonly packages: readonly LockedPackage[];
  readonly roots: readonly GraphRoot[];
  /** What is asked for without a package that asks. */
  readonly asked: readonly Dependency[];
  /** Judges markers for the target, given what decides over its extras. */
  judge(extra: (name: string) => Truth): (marker: string | undefined) => Truth;
};

/** Takes every marker to hold: what one machine skips, another needs. */
export const EVERYWHERE: Graph['judge'] = () => () => true;

/** The packages that a root brings along on any machine, itself first. Empty when the lock does not list it. */
export const broughtAlong = (lock: TomlFile, root: GraphRoot): LockedPackage[] => [
  ...reach({ packages: lockedPackages(lock), roots: [root], asked: [], judge: EVERYWHERE }).keys(),
];

/**
 * Follows all arrows whose markers hold. Where extras or groups conflict, uv writes into markers which of them are asked for;
 * that is known once everything has been followed, so a second round goes by what the first has found.
 */
export function reach(graph: Graph): Reached {
  const asked = new Set(
    graph.roots.flatMap(({ name, groups }) => [
      conflictName('project', name),
      ...groups.map((one) => conflictName('group', name, one)),
    ]),
  );
  const isConflict = /^(?:extra|group|project)-\d+-/;
  let hasConflicts = false;
  const first = walk(graph, (name) => {
    hasConflicts ||= isConflict.test(name);
    return undefined;
  });
  if (!hasConflicts) return first.reached;
  for (const [{ name }, extra] of first.extras) asked.add(conflictName('extra', name, extra));
  return walk(graph, (name) => (isConflict.test(name) ? asked.has(name) : undefined)).reached;
}

/** uv's own encoding of what conflicts are about: the length keeps `a-b` + `c` from being `a` + `b-c`. */
const conflictName = (kind: string, ...[name = '', item]: readonly string[]): string =>
  [kind, name.length, name, item].filter((part) => part !== undefined).join('-');

type Walked = { readonly reached: Map<LockedPackage, Reach>; readonly extras: (readonly [LockedPackage, string])[] };

function walk({ packages, roots, asked, judge }: Graph, extra: (name: string) => Truth): Walked {
  const holds = judge(extra);
  const named = byName(packages);
  const reached = new Map<LockedPackage, Reach>();
  const extras: (readonly [LockedPackage, string])[] = [];
  /** What has been followed already, by how surely: the package itself and each of its extras. */
  const done = new Map<LockedPackage, Map<string, boolean>>();
  const queue: { from: LockedPackage | undefined; surely: boolean; dependency: Dependency }[] = [];
  const follow = (from: LockedPackage | undefined, surely: boolean, dependencies: readonly Dependency[]) => {
    for (const dependency of dependencies) queue.push({ from, surely, dependency });
  };
  const visit = (one: LockedPackage, surely: boolean, by: LockedPackage | undefined, part: string): boolean => {
    const parts = done.get(one) ?? new Map<string, boolean>();
    done.set(one, parts);
    if (parts.get(part) || parts.get(part) === surely) return false;
    parts.set(part, surely);
    if (!reached.get(one)?.surely) reached.set(one, { surely: surely || reached.get(one)?.surely === true, by });
    return true;
  };

  for (const { name, groups, extras } of roots) {
    for (const one of named.get(name) ?? []) {
      visit(one, true, undefined, '');
      follow(one, true, one.dependencies);
      for (const extra of extras) follow(one, true, one.extras.get(extra) ?? []);
      for (const group of groups) follow(one, true, one.groups.get(group) ?? []);
    }
  }
  follow(undefined, true, asked);
  // The queue grows while it is gone through.
  for (const { from, surely, dependency } of queue) {
    const truth = holds(dependency.marker);
    if (truth === false) continue;
    for (const one of candidates(named, dependency, holds)) {
      const isSure = surely && truth === true;
      if (visit(one, isSure, from, '')) follow(one, isSure, one.dependencies);
      for (const name of dependency.extras) {
        if (!visit(one, isSure, from, name)) continue;
        extras.push([one, name]);
        follow(one, isSure, one.extras.get(name) ?? []);
      }
    }
  }
  return { reached, extras };
}

/** Packages by their names, and by names with versions. */
type Named = ReadonlyMap<string, readonly LockedPackage[]>;

const versioned = (name: string, version: string): string => `${name} ${version}`;

export function byName(packages: readonly LockedPackage[]): Named {
  const named = new Map<string, LockedPackage[]>();
  const add = (key: string, one: LockedPackage) => {
    const list = named.get(key);
    if (list) list.push(one);
    else named.set(key, [one]);
  };
  for (const one of packages) {
    add(one.name, one);
    if (one.version !== undefined) add(versioned(one.name, one.version), one);
  }
  return named;
}

/** More packages of one name than any lock has; without a limit, a hostile one could keep a run busy for days. */
const MOST_OF_A_NAME = 32;

/** The packages an arrow may lead to: one, unless it names less than it has to. */
export function candidates(
  named: Named,
  { name, version, source }: Dependency,
  holds: (marker: string | undefined) => Truth = () => true,
): readonly LockedPackage[] {
  const found = named.get(version === undefined ? name : versioned(name, version)) ?? [];
  if (found.length < 2 && source === undefined) return found;
  const all = found
    .slice(0, MOST_OF_A_NAME)
    .filter((one) => source === undefined || (one.source?.kind === source.kind && one.source.at === source.at));
  if (all.length < 2) return all;
  return all.filter(({ markers }) => markers.length === 0 || markers.some((marker) => holds(marker) !== false));
}
