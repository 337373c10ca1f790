import type { Installs } from '../contract/start-contract.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';
import type { Project } from '../project.ts';

/** Why a locked package is not on the server: the group or the extra that alone asks for it, or the file that does not. */
type Aside = { readonly kind: 'group' | 'extra' | 'requirements'; readonly name: string };

/** The packages of uv.lock by their normalised names. */
export type RequiredPackages = {
  /** Those that the server installs. Markers are not judged: all are taken to hold. */
  readonly installed: ReadonlySet<string>;
  readonly aside: ReadonlyMap<string, Aside>;
  /** Whether the server installs more than the lock tells of. */
  readonly isOpen: boolean;
};

type Package = { readonly dependencies: readonly Edge[]; readonly extras: Groups; readonly groups: Groups };
type Edge = { readonly name: string; readonly extras: readonly string[] };
type Groups = ReadonlyMap<string, readonly Edge[]>;

/** uv's own default; `tool.uv.default-groups` says otherwise. */
const DEFAULT_GROUPS = ['dev'];

/** Sorts what uv.lock lists by who asks for it. */
export function readLocked(
  project: Project,
  { defaultGroups, groups, extras, requirements }: Installs,
): RequiredPackages {
  const packages = readPackages(project.lock?.data.package);
  const own = at(project.pyproject?.data, 'project', 'name');
  const root = typeof own === 'string' ? packages.get(normalName(own)) : undefined;
  const members = strings(at(project.lock?.data, 'manifest', 'members')).map(normalName);
  // A workspace root that is no package stands for all members.
  const roots = root ? [root] : members.flatMap((name) => packages.get(name) ?? []);

  const installed = new Set<string>();
  const aside = new Map<string, Aside>();
  const rest: (readonly [Aside, readonly Edge[]])[] = [];
  const add = (isWanted: boolean, why: Aside, edges: readonly Edge[]) => {
    if (isWanted) reach(edges, packages, installed);
    else rest.push([why, edges]);
  };
  if (requirements) {
    const { file, names } = requirements;
    reach(
      names.map((name) => ({ name, extras: [] })),
      packages,
      installed,
    );
    for (const one of packages.keys()) if (!installed.has(one)) aside.set(one, { kind: 'requirements', name: file });
  } else {
    const chosen = at(project.pyproject?.data, 'tool', 'uv', 'default-groups');
    const isDefault = (group: string) =>
      defaultGroups && (chosen === 'all' || (chosen === undefined ? DEFAULT_GROUPS : strings(chosen)).includes(group));
    const isNamed = (name: string, list: readonly string[]) => list.some((one) => normalName(one) === normalName(name));
    for (const one of roots) {
      reach(one.dependencies, packages, installed);
      for (const [name, edges] of one.groups)
        add(isDefault(name) || isNamed(name, groups), { kind: 'group', name }, edges);
      for (const [name, edges] of one.extras) add(isNamed(name, extras), { kind: 'extra', name }, edges);
    }
  }
  for (const [why, edges] of rest) {
    const reached = new Set<string>();
    reach(edges, packages, reached);
    for (const name of reached) if (!installed.has(name) && !aside.has(name)) aside.set(name, why);
  }
  return { installed, aside, isOpen: requirements?.names.some((name) => !packages.has(name)) ?? false };
}

function reach(edges: readonly Edge[], packages: ReadonlyMap<string, Package>, reached: Set<string>): void {
  const seen = new Set<string>();
  const queue = [...edges];
  for (let edge = queue.pop(); edge; edge = queue.pop()) {
    const key = `${edge.name}[${edge.extras.join()}]`;
    if (seen.has(key)) continue;
    seen.add(key);
    reached.add(edge.name);
    const { dependencies = [], extras } = packages.get(edge.name) ?? {};
    queue.push(...dependencies, ...edge.extras.flatMap((extra) => extras?.get(extra) ?? []));
  }
}

/** Forks of one package, under different markers, count as one. */
function readPackages(list: unknown): Map<string, Package> {
  const packages = new Map<string, Package>();
  for (const entry of Array.isArray(list) ? list : []) {
    const name = at(entry, 'name');
    if (typeof name !== 'string') continue;
    const known = packages.get(normalName(name));
    packages.set(normalName(name), {
      dependencies: [...(known?.dependencies ?? []), ...edges(at(entry, 'dependencies'))],
      extras: new Map([...(known?.extras ?? []), ...groups(at(entry, 'optional-dependencies'))]),
      groups: new Map([...(known?.groups ?? []), ...groups(at(entry, 'dev-dependencies'))]),
    });
  }
  return packages;
}

const edges = (list: unknown): Edge[] =>
  (Array.isArray(list) ? list : []).flatMap((entry) => {
    const name = at(entry, 'name');
    return typeof name === 'string' ? [{ name: normalName(name), extras: strings(at(entry, 'extra')) }] : [];
  });

const groups = (table: unknown): Groups =>
  new Map(
    typeof table === 'object' && table !== null ? Object.entries(table).map(([name, list]) => [name, edges(list)]) : [],
  );
