import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../../../ports/paths.ts';
import type { TomlFile } from '../../../project/files/toml.ts';
import { at, strings } from '../../../project/files/values.ts';
import { tables, text } from '../../../project/lock/packages.ts';
import { normalName } from '../../../project/packaging/requirement.ts';

/** A folder from which modules are imported, relative to the package's, and which of them belong to it; all when absent. */
export type PackageRoot = { readonly path: string; readonly modules?: readonly string[] };

/** Where a package keeps its modules: as its build backend is configured, else in a `src` folder, else at the top. */
export function rootsOf(folder: string, name: string, file: TomlFile | undefined, isProject: boolean): PackageRoot[] {
  const told = TELLERS.map((teller) => teller(file)).find((roots) => roots.length > 0);
  const roots = told ?? [{ path: hasModules(join(folder, 'src')) ? 'src' : '' }];
  return (
    roots
      .map((root) => ({ ...root, path: partsOf(root.path).join('/') }))
      // Of the project itself, what stands at its root is there already. Nothing above a package is its own.
      .filter(({ path }) => !(isProject && path === '') && !path.split('/').includes('..'))
      .map((root) => (root.path === '' && !root.modules ? { ...root, modules: modulesAt(folder, name) } : root))
  );
}

/** The settings of one build backend in pyproject.toml; none where it has none, or where the package uses another. */
type Teller = (file: TomlFile | undefined) => PackageRoot[];

const toolIn = (file: TomlFile | undefined, ...path: string[]): unknown => at(file?.data, 'tool', ...path);

/** The documentation of each: "Configuring files" (uv), "Build" (Hatch), "Package Discovery" (setuptools), "The pyproject.toml file" (Poetry), "Build" (PDM). */
const TELLERS: readonly Teller[] = [
  (file) => {
    const root = text(toolIn(file, 'uv', 'build-backend', 'module-root'));
    return root === undefined ? [] : [{ path: root }];
  },
  hatch,
  setuptools,
  (file) => tables(toolIn(file, 'poetry', 'packages')).flatMap(poetryPackage),
  (file) => {
    const root = text(toolIn(file, 'pdm', 'build', 'package-dir'));
    return root === undefined ? [] : [{ path: root }];
  },
];

/** Paths of packages, from which the prefixes of `sources` are taken away; those of `packages` lose all but their last part. */
function hatch(file: TomlFile | undefined): PackageRoot[] {
  const told = (key: string) =>
    toolIn(file, 'hatch', 'build', 'targets', 'wheel', key) ?? toolIn(file, 'hatch', 'build', key);
  const sources = sourcesOf(told('sources'));
  const packages = strings(told('packages')).map((path) => rootOf(partsOf(path), partsOf(path).length - 1));
  const only = strings(told('only-include')).map((path) => {
    const parts = partsOf(path);
    const source = sources.find((one) => one.every((part, index) => parts[index] === part)) ?? [];
    return rootOf(parts, source.length);
  });
  if (packages.length + only.length > 0) return [...packages, ...only];
  return sources.map((parts) => ({ path: parts.join('/') }));
}

/** A list of prefixes, or a table from prefixes to what stands in their place: only an empty one leaves the names alone. */
function sourcesOf(value: unknown): string[][] {
  if (Array.isArray(value)) return strings(value).map(partsOf);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([from, to]) => {
    const [parts, instead] = [partsOf(from), partsOf(String(to))];
    const isSame = instead.every((part, index) => parts.at(index - instead.length) === part);
    return isSame ? [parts.slice(0, parts.length - instead.length)] : [];
  });
}

function setuptools(file: TomlFile | undefined): PackageRoot[] {
  const where = strings(toolIn(file, 'setuptools', 'packages', 'find', 'where'));
  if (where.length > 0) return where.map((path) => ({ path }));
  const dirs = toolIn(file, 'setuptools', 'package-dir');
  const entries = typeof dirs === 'object' && dirs !== null ? Object.entries(dirs) : [];
  return entries.flatMap(([name, path]) => {
    if (typeof path !== 'string') return [];
    if (name === '') return [{ path }];
    const parts = partsOf(path);
    return parts.at(-1) === name ? [rootOf(parts, parts.length - 1)] : [];
  });
}

function poetryPackage(table: object): PackageRoot[] {
  const [include, from] = [text(at(table, 'include')), text(at(table, 'from'))];
  const [top] = partsOf(include ?? '');
  return top === undefined || /[*?[]/.test(top) ? [] : [{ path: from ?? '', modules: [top.replace(/\.py$/, '')] }];
}

/** The folder of the first parts of a path, with the module that follows. */
const rootOf = (parts: readonly string[], count: number): PackageRoot => {
  const module = parts[count]?.replace(/\.py$/, '');
  return { path: parts.slice(0, count).join('/'), ...(module !== undefined && { modules: [module] }) };
};

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const hasModules = (folder: string): boolean =>
  entriesOf(folder).some((entry) => entry.isDirectory() || entry.name.endsWith('.py'));

/** The modules of a package without a `src` folder: its own name, and every other package next to it except its tests. */
function modulesAt(folder: string, name: string): string[] {
  const own = normalName(name).replaceAll('-', '_');
  const packages = entriesOf(folder)
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, '__init__.py')))
    .map((entry) => entry.name)
    .filter((module) => !/^(?:tests?|docs?|examples?|benchmarks?)$/.test(module));
  return [...new Set([own, ...packages])];
}
