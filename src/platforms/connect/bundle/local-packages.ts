import { join } from 'node:path';
import { leftOut } from '../../../bundle/left-out.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside, realPathOf, shownIn } from '../../../ports/paths.ts';
import { readText } from '../../../project/files/text-file.ts';
import { isFinding, placeIn, readToml, type TomlFile } from '../../../project/files/toml.ts';
import { at, strings, textAt } from '../../../project/files/values.ts';
import type { LockedPackage } from '../../../project/lock/packages.ts';
import type { Project } from '../../../project/project.ts';
import { type PackageRoot, rootsOf } from './package-roots.ts';

/**
 * A package whose code lies in the checkout: the project itself with a `src` folder, a member of its workspace, a path dependency.
 *
 * Connect installs from requirements.txt, where such a package can't be named: whether pip and uv on a server take a wheel by a
 * path within the bundle is nowhere promised, and a build there would need the build backend and its index. So its modules are
 * copied to the root of the bundle, from where every Python content of Connect imports, and which needs nothing of the server.
 * Copies of committed files are also the same bytes every time; a built wheel is that only as far as its backend takes care.
 * Its metadata (its version, its entry points) goes along as a `.dist-info` folder. What it costs: code that has to be compiled is refused.
 */
export type LocalPackage = {
  readonly name: string;
  /** Absolute folder of the package. */
  readonly folder: string;
  readonly roots: readonly PackageRoot[];
  /** What it says of itself, where it has a pyproject.toml. */
  readonly file?: TomlFile;
  /** `UNKNOWN` where only its build backend knows, such as from git's history. */
  readonly version: string;
};

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
  for (const { key, name, source, version } of locked) {
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
    const roots = rootsOf(folder, name, file, folder === project.dir);
    packages.push({ name, folder, roots, ...(file && { file }), version: version ?? versionOf(project, folder, file) });
  }
  return { packages, findings };
}

/** What `importlib.metadata` says of a package whose version nobody has written down: without any, asking for it is an exception. */
export const UNKNOWN = '0.0.0';

/** A version that is written in a file of the package, or that its build backend falls back on. */
function versionOf(project: Project, folder: string, file: TomlFile | undefined): string {
  const said = (...keys: string[]) =>
    keys.map((key) => textAt(file?.data, ...key.split('.'))).find((text) => text !== '');
  const path = said('tool.hatch.version.path', 'tool.pdm.version.path');
  const source = path === undefined ? undefined : readText(project.checkout, join(folder, path), PYPROJECT_LIMIT);
  const text = source === undefined || 'level' in source ? '' : source.text;
  const written = /^(?:__version__|VERSION)\s*(?::\s*str\s*)?=\s*(['"])v?([^'"\n]+)\1/m.exec(text)?.[2];
  return said('project.version', 'tool.poetry.version') ?? written ?? said(...FALLBACKS) ?? UNKNOWN;
}

const FALLBACKS = [
  ...['tool.hatch.version.raw-options.fallback_version', 'tool.hatch.version.fallback-version'],
  ...['tool.uv-dynamic-versioning.fallback-version', 'tool.setuptools_scm.fallback_version'],
  'tool.pdm.version.fallback_version',
];

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

/** The folders, absolute, that hold what is copied to the root. */
export const importFolders = (packages: readonly LocalPackage[]): string[] =>
  packages.flatMap(({ folder, roots }) => roots.map(({ path }) => join(folder, path)));
