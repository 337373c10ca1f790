import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { leftOut } from '../../../bundle/left-out.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { entriesOf, isInside, realPathOf, shownIn } from '../../../ports/paths.ts';
import { isFinding, placeIn, readToml, type TomlFile } from '../../../project/files/toml.ts';
import { at, strings } from '../../../project/files/values.ts';
import type { LockedPackage } from '../../../project/lock/packages.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import type { Project } from '../../../project/project.ts';

/**
 * A package whose code lies in the checkout: the project itself with a `src` folder, a member of its workspace, a path dependency.
 *
 * Connect installs from requirements.txt, where such a package can't be named: whether pip and uv on a server take a wheel by a
 * path within the bundle is nowhere promised, and a build there would need the build backend and its index. So its modules are
 * copied to the root of the bundle, from where every Python content of Connect imports, and which needs nothing of the server.
 * Copies of committed files are also the same bytes every time; a built wheel is that only as far as its backend takes care.
 * What it costs: the package's metadata (its version, its entry points) is not there, and code that has to be compiled is refused.
 */
export type LocalPackage = {
  readonly name: string;
  /** Absolute folder of the package. */
  readonly folder: string;
  readonly roots: readonly PackageRoot[];
};

/** A folder from which modules are imported, relative to the package's, and which of them belong to it; all when absent. */
type PackageRoot = { readonly path: string; readonly modules?: readonly string[] };

/** Build backends that only copy Python files. Others compile, or may. */
const PURE =
  /^(?:uv_build|hatchling\.build|setuptools\.build_meta(?::__legacy__)?|flit_core\.buildapi|poetry\.core\.masonry\.api|pdm\.backend|pdm\.pep517\.api)$/;
const COMPILERS = /^(?:cython|maturin|pybind11|scikit-build|setuptools-rust|nanobind|cffi|mypyc?|numpy)\b/i;
const PYPROJECT_LIMIT = 5_000_000;

/** The packages of the lock whose code is in the checkout, and what can't be deployed of them. */
export async function readLocalPackages(
  project: Project,
  locked: readonly LockedPackage[],
): Promise<{ packages: LocalPackage[]; findings: Finding[] }> {
  const { lock } = project;
  const packages: LocalPackage[] = [];
  const findings: Finding[] = [];
  for (const { key, name, source } of locked) {
    if (source === undefined) continue;
    const complain = (code: string, message: string, remedy: string, place?: { file: string; line: number }) =>
      findings.push(error(code, message, remedy, place ?? (lock && placeIn(lock, `${key}.name`))));
    if (source.kind === 'path') {
      const message = `${quote(name)} is taken from the file ${quote(source.at, 200)}, which the server can't install.`;
      complain('local-archive', message, 'Publish it to a package index and depend on it there.');
      continue;
    }
    if (source.kind !== 'editable' && source.kind !== 'directory') continue;
    const path = join(project.workspace.root, source.at);
    // Without links, so that it is judged by what is really there; a folder that is missing stays as it is written.
    const folder = realPathOf(path) ?? path;
    const problem = placeProblem(project, folder);
    if (problem) {
      const message = `${quote(name)} at ${quote(source.at, 200)} ${problem}: its code can't be deployed.`;
      complain('local-package-outside', message, 'Move it into the repository, or publish it to a package index.');
      continue;
    }
    const file = readPyproject(project, folder);
    const compiler = file && compilerOf(file);
    if (file && compiler !== undefined) {
      const message = `${quote(name)} is built with ${quote(compiler)}: its code has to be compiled, which the server does not do for code of the bundle.`;
      const remedy = 'Publish it to a package index and depend on it there.';
      complain('local-package-compiled', message, remedy, placeIn(file, 'build-system'));
      continue;
    }
    packages.push({ name, folder, roots: rootsOf(folder, name, file, folder === project.dir) });
  }
  return { packages, findings };
}

function placeProblem({ checkout, dir }: Project, folder: string): string | undefined {
  if (!isInside(checkout, folder)) return 'leads out of the repository';
  const base = isInside(dir, folder) ? dir : checkout;
  const isLeftOut = leftOut(base)(`${shownIn(base, folder)}/pyproject.toml`);
  return isLeftOut ? 'is in a folder that is never deployed' : undefined;
}

function readPyproject(project: Project, folder: string): TomlFile | undefined {
  const path = join(folder, 'pyproject.toml');
  const known = [project.pyproject, ...project.workspace.members].find((file) => file?.path === path);
  if (known) return known;
  const file = readToml(project.checkout, path, PYPROJECT_LIMIT);
  return file === undefined || isFinding(file) ? undefined : file;
}

/** What makes a package more than a folder of Python files. */
function compilerOf({ data }: TomlFile): string | undefined {
  const backend = at(data, 'build-system', 'build-backend');
  if (typeof backend === 'string' && !PURE.test(backend)) return backend;
  const extensions = at(data, 'tool', 'setuptools', 'ext-modules');
  if (extensions !== undefined) return 'ext-modules';
  return strings(at(data, 'build-system', 'requires')).find((one) => COMPILERS.test(one));
}

/** Where a package keeps its modules, as its build backend is told, else by the two customs: a `src` folder, or none. */
function rootsOf(folder: string, name: string, file: TomlFile | undefined, isProject: boolean): PackageRoot[] {
  const tool = (...path: string[]) => at(file?.data, 'tool', ...path);
  const moduleRoot = tool('uv', 'build-backend', 'module-root');
  const wheel = strings(tool('hatch', 'build', 'targets', 'wheel', 'packages'));
  const where = strings(tool('setuptools', 'packages', 'find', 'where'));
  const packageDir = tool('setuptools', 'package-dir', '');
  let roots: PackageRoot[];
  if (typeof moduleRoot === 'string') roots = [{ path: moduleRoot }];
  else if (wheel.length > 0) {
    roots = wheel.map((path) => {
      const parts = path.split('/').filter((part) => part !== '' && part !== '.');
      return { path: parts.slice(0, -1).join('/'), modules: parts.slice(-1) };
    });
  } else if (where.length > 0) roots = where.map((path) => ({ path }));
  else if (typeof packageDir === 'string') roots = [{ path: packageDir }];
  else roots = [{ path: hasModules(join(folder, 'src')) ? 'src' : '' }];

  return (
    roots
      .map((root) => ({
        ...root,
        path: root.path
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .join('/'),
      }))
      // Of the project itself, what stands at its root is there already. Nothing above a package is its own.
      .filter(({ path }) => !(isProject && path === '') && !path.split('/').includes('..'))
      .map((root) => (root.path === '' && !root.modules ? { ...root, modules: modulesAt(folder, name) } : root))
  );
}

const hasModules = (folder: string): boolean =>
  entriesOf(folder).some((entry) => entry.isDirectory() || entry.name.endsWith('.py'));

/** The modules of a package without a `src` folder: its own name, and every package beside it that is not about testing it. */
function modulesAt(folder: string, name: string): string[] {
  const own = normalName(name).replaceAll('-', '_');
  const packages = entriesOf(folder)
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, '__init__.py')))
    .map((entry) => entry.name)
    .filter((module) => !/^(?:tests?|docs?|examples?|benchmarks?)$/.test(module));
  return [...new Set([own, ...packages])];
}

/** The folders, absolute, that hold what is copied to the root. */
export const importFolders = (packages: readonly LocalPackage[]): string[] =>
  packages.flatMap(({ folder, roots }) => roots.map(({ path }) => join(folder, path)));
