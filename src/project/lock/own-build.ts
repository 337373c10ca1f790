/** Whether the server can build the project itself, which uv installs from its sources as soon as it is a package. */
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn, type TomlFile } from '../files/toml.ts';
import { at, strings, textAt } from '../files/values.ts';
import { normalName, parseRequirement } from '../packaging/requirement.ts';
import { memberName } from './roots.ts';
import type { LockSubject } from './subject.ts';

export function checkOwnBuild(subject: LockSubject): Finding[] {
  const { pyproject, lock, reached, copiesLocal } = subject;
  const own = pyproject && memberName(pyproject);
  const isBuilt = [...reached.keys()].some(
    ({ name, source }) => name === own && source?.at === '.' && ['editable', 'directory'].includes(source.kind),
  );
  if (
    !pyproject ||
    !isBuilt ||
    copiesLocal ||
    lock.path.replace(/uv\.lock$/, '') !== pyproject.path.replace(/pyproject\.toml$/, '')
  )
    return [];
  return [
    ...(subject.isCloned ? [] : checkVersionFromGit(pyproject, subject)),
    ...checkFiles(pyproject, subject),
    ...checkCompiled(pyproject, subject),
  ];
}

const requiresOf = (file: TomlFile): Set<string> =>
  new Set(strings(at(file.data, 'build-system', 'requires')).flatMap((one) => parseRequirement(one)?.name ?? []));

/** Who takes the version from git's history, by the package that does it: the key that turns it on, and the one for what else to take. */
const FROM_GIT = [
  {
    by: 'hatch-vcs',
    on: ['tool.hatch.version.source', 'vcs'],
    instead: ['tool.hatch.version.raw-options.fallback_version', 'tool.hatch.version.fallback-version'],
  },
  {
    by: 'uv-dynamic-versioning',
    on: ['tool.hatch.version.source', 'uv-dynamic-versioning'],
    instead: ['tool.uv-dynamic-versioning.fallback-version'],
  },
  { by: 'setuptools-scm', on: ['tool.setuptools_scm'], instead: ['tool.setuptools_scm.fallback_version'] },
  { by: 'pdm-backend', on: ['tool.pdm.version.source', 'scm'], instead: ['tool.pdm.version.fallback_version'] },
] as const;

const valueAt = (file: TomlFile, key: string): unknown => at(file.data, ...key.split('.'));

function checkVersionFromGit(file: TomlFile, { bundled }: LockSubject): Finding[] {
  if (!strings(at(file.data, 'project', 'dynamic')).includes('version')) return [];
  // An export of git or a source distribution says its version in these.
  if (bundled?.has('.git_archival.txt') || bundled?.has('PKG-INFO')) return [];
  const requires = requiresOf(file);
  const found = FROM_GIT.find(({ by, on: [key, value] }) => {
    const set = valueAt(file, key);
    return requires.has(by) && (value === undefined ? set !== undefined : set === value);
  });
  if (found === undefined || found.instead.some((key) => valueAt(file, key) !== undefined)) return [];
  const { by, on, instead } = found;
  const message = `The version of ${file.shown} comes from git's history (${by}), and the bundle has no .git: the build fails on the server.`;
  const [first] = instead;
  const cut = first.lastIndexOf('.');
  const remedy = `Add ${first.slice(cut + 1)} = "0.0.0" under [${first.slice(0, cut)}], or write version under [project].`;
  return [error('build-version', message, remedy, placeIn(file, on[0]))];
}

/** Files that the build reads, by the keys that name them; they fail it where the bundle leaves them out. */
function checkFiles(file: TomlFile, { bundled }: LockSubject): Finding[] {
  if (bundled === undefined) return [];
  const named = [
    ...['project.readme', 'project.readme.file', 'project.license.file', 'tool.hatch.version.path'],
    ...['tool.setuptools.dynamic.readme.file', 'tool.setuptools.dynamic.version.file'],
  ].map((key) => ({ key, path: textAt(file.data, ...key.split('.')) }));
  const hooks = ['tool.hatch.build.hooks.custom', 'tool.hatch.build.targets.wheel.hooks.custom']
    .filter((key) => valueAt(file, key) !== undefined)
    .map((key) => ({ key, path: textAt(file.data, ...key.split('.'), 'path') || 'hatch_build.py' }));
  const lost = [...named, ...hooks, ...moduleOf(file)]
    .map(({ key, path }) => ({ key, path: path.replace(/^(?:\.\/)+/, '') }))
    .filter(({ path }) => path !== '' && !path.startsWith('..') && !bundled.has(path));
  return lost.map(({ key, path }) => {
    const message = `${quote(path, 120)} is needed to build the project (${key} in ${file.shown}), and the bundle does not have it: the build fails on the server.`;
    const remedy = "Commit the file, and check .gitignore and 'exclude'; or correct the key.";
    return error('build-file-missing', message, remedy, placeIn(file, key));
  });
}

/** The module that uv's own build backend looks for, unless settings say more of it. */
function moduleOf(file: TomlFile): { key: string; path: string }[] {
  const settings = at(file.data, 'tool', 'uv', 'build-backend') ?? {};
  const isPlain = ['module-name', 'namespace'].every((key) => at(settings, key) === undefined);
  if (at(file.data, 'build-system', 'build-backend') !== 'uv_build' || !isPlain) return [];
  const root = at(settings, 'module-root') === undefined ? 'src' : textAt(settings, 'module-root');
  const name = normalName(textAt(file.data, 'project', 'name')).replaceAll('-', '_');
  const path = [root, name, '__init__.py'].filter(Boolean).join('/');
  return name.endsWith('_stubs') ? [] : [{ key: 'build-system.build-backend', path }];
}

const COMPILERS = [
  'maturin',
  'scikit-build-core',
  'scikit-build',
  'meson-python',
  'setuptools-rust',
  'cython',
  'pybind11',
  'mypy',
  'cffi',
];

/** Code in C, C++ or Rust needs a compiler on the server, whatever the runner has. */
function checkCompiled(file: TomlFile, { setupPy = '' }: LockSubject): Finding[] {
  const by = [...requiresOf(file)].find((name) => COMPILERS.includes(name));
  const hasExtensions =
    at(file.data, 'tool', 'setuptools', 'ext-modules') !== undefined ||
    /\b(?:ext_modules|rust_extensions|cffi_modules)\s*=|\bcythonize\(/.test(setupPy);
  if (by === undefined && !hasExtensions) return [];
  const message = `The project itself has code that is compiled (${by ?? 'extension modules'}): the server needs a compiler to install it.`;
  const remedy = 'Make sure that the server has one; or publish wheels of that part, and depend on it.';
  return [warning('lock-compiles', message, remedy, placeIn(file, 'build-system'))];
}
