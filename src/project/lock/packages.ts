/** The packages of a uv.lock as values; what is not of the right kind is left out, since uv itself ignores unknown keys. */

import type { TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';

export const SOURCE_KINDS = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'] as const;

/** Where a package comes from: an address, or a path relative to the lock's folder. */
export type Source = { readonly kind: (typeof SOURCE_KINDS)[number]; readonly at: string };

/** An arrow to another package; `version` and `source` are given where the name alone is ambiguous. */
export type Dependency = {
  readonly name: string;
  readonly version: string | undefined;
  readonly source: Source | undefined;
  readonly extras: readonly string[];
  readonly marker: string | undefined;
};

export type LockedPackage = Readonly<ReturnType<typeof packagesOf>[number]>;

/** The packages in the order of the lock: made once, as nearly every check asks for them. */
export function lockedPackages(lock: TomlFile): readonly LockedPackage[] {
  const known = made.get(lock) ?? packagesOf(lock);
  made.set(lock, known);
  return known;
}

const made = new WeakMap<TomlFile, readonly LockedPackage[]>();

function packagesOf(lock: TomlFile) {
  const list = Array.isArray(lock.data.package) ? 'package' : 'distribution';
  return tables(lock.data[list]).map((table, index) => ({
    /** Its key for `TomlFile.lineOf`, such as `package.3`. */
    key: `${list}.${index}`,
    name: normalName(text(at(table, 'name')) ?? ''),
    /** Absent where the build backend decides it. */
    version: text(at(table, 'version')),
    source: toSource(at(table, 'source')),
    /** The forks of the resolution that it belongs to; none means all. */
    markers: strings(at(table, 'resolution-markers')),
    dependencies: toDependencies(at(table, 'dependencies')),
    extras: toMap(at(table, 'optional-dependencies')),
    groups: toMap(at(table, 'dev-dependencies') ?? at(table, 'dependency-groups')),
    /** The file name of the source distribution, without one an empty text; `undefined` when there is no distribution. */
    sdist: toSdist(at(table, 'sdist')),
    /** File names. */
    wheels: tables(at(table, 'wheels')).flatMap((wheel) => fileName(wheel) ?? []),
    /** What the lock was made from, for a package of this workspace. */
    metadata: at(table, 'metadata'),
  }));
}

/** A package as people name it: `numpy 2.1.0`. */
export const packageName = ({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string =>
  version === undefined ? name : `${name} ${version}`;

export const tables = (value: unknown): object[] =>
  Array.isArray(value) ? value.filter((item): item is object => typeof item === 'object' && item !== null) : [];

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function toDependencies(value: unknown): Dependency[] {
  return tables(value).map((table) => ({
    name: normalName(text(at(table, 'name')) ?? ''),
    version: text(at(table, 'version')),
    source: toSource(at(table, 'source')),
    extras: strings(at(table, 'extra')).map(normalName),
    marker: text(at(table, 'marker')),
  }));
}

/** Groups or extras with what each asks for. */
export function toMap(value: unknown): Map<string, Dependency[]> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.map(([name, list]) => [normalName(name), toDependencies(list)]));
}

function toSource(value: unknown): Source | undefined {
  for (const kind of SOURCE_KINDS) {
    const place = text(at(value, kind));
    if (place !== undefined) return { kind, at: place };
  }
  return undefined;
}

const toSdist = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (fileName(value) ?? '') : undefined;

/** The last part of the address or path of a distribution. */
function fileName(distribution: object): string | undefined {
  // A lock may have a hundred thousand of them: read without a detour.
  const { filename, url, path: file } = distribution as Readonly<Record<string, unknown>>;
  const place = text(filename) ?? text(url) ?? text(file) ?? '';
  if (place === '') return undefined;
  const path = place.includes('#') || place.includes('?') ? place.replace(/[#?].*$/s, '') : place;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
