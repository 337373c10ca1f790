/** What a pyproject.toml asks for, before uv adds its own sources to it. */

import type { TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName, parseRequirement, type Requirement } from '../packaging/requirement.ts';
import { text } from './packages.ts';

/** A requirement as it is written, and the key that it stands under. */
export type Declared = Requirement & { readonly text: string; readonly key: string };

/** The dependencies without extras, and all of them; `undefined` when the build backend decides them or one can't be read. */
export function declaredRequirements(
  file: TomlFile,
): { readonly own: readonly Declared[]; readonly all: readonly Declared[] } | undefined {
  const project = at(file.data, 'project');
  const dynamic = strings(at(project, 'dynamic'));
  if (dynamic.includes('dependencies') || dynamic.includes('optional-dependencies')) return undefined;
  const own = read(strings(at(project, 'dependencies')), 'project.dependencies');
  const optional = Object.entries(at(project, 'optional-dependencies') ?? {}).map(([extra, list]) =>
    read(strings(list), `project.optional-dependencies.${extra}`),
  );
  const all = [own, ...optional];
  if (own === undefined || all.includes(undefined)) return undefined;
  return { own, all: all.flatMap((list) => list ?? []) };
}

/** The dependency groups with what they include; `undefined` when one can't be read. */
export function declaredGroups(file: TomlFile): ReadonlyMap<string, readonly Declared[]> | undefined {
  const tables = Object.entries(at(file.data, 'dependency-groups') ?? {});
  const entries = new Map(
    tables.map(([name, list]) => [normalName(name), { name, list: Array.isArray(list) ? list : [] }]),
  );
  const legacy = read(strings(at(file.data, 'tool', 'uv', 'dev-dependencies')), 'tool.uv.dev-dependencies');
  if (legacy === undefined) return undefined;

  const groups = new Map<string, readonly Declared[]>();
  const resolve = (key: string, above: readonly string[]): readonly Declared[] | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || above.includes(key)) return undefined;
    const parts = entry.list.map((item: unknown) => {
      const included = text(at(item, 'include-group'));
      return included === undefined
        ? read(strings([item]), `dependency-groups.${entry.name}`)
        : resolve(normalName(included), [...above, key]);
    });
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  };
  for (const key of entries.keys()) {
    const resolved = resolve(key, []);
    if (resolved === undefined) return undefined;
    groups.set(key, resolved);
  }
  const dev = groups.get('dev');
  if (legacy.length === 0) return groups;
  // Where both are there, uv does not always take the older one's ranges; the names are what can be reported.
  return groups.set('dev', dev ? [...dev, ...legacy.map((one) => ({ ...one, specifier: undefined }))] : legacy);
}

function read(list: readonly string[], key: string): readonly Declared[] | undefined {
  const read = list.map((text) => {
    const requirement = parseRequirement(text);
    return requirement && { ...requirement, text, key };
  });
  return read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []);
}
