/** Folders that setuptools does not take for packages, and modules that it does not take either (`FlatLayoutPackageFinder`, `FlatLayoutModuleFinder`). */
const NO_PACKAGES = new Set([
  ...['ci', 'bin', 'debian', 'doc', 'docs', 'documentation', 'manpages', 'news', 'newsfragments', 'changelog'],
  ...['test', 'tests', 'unit_test', 'unit_tests', 'example', 'examples', 'scripts', 'tools', 'util', 'utils', 'python'],
  ...['build', 'benchmark', 'benchmarks', 'exercise', 'exercises', 'htmlcov', 'tasks', 'fabfile', 'site_scons'],
]);
const NO_MODULES = new Set([
  ...['setup', 'conftest', 'test', 'tests', 'example', 'examples', 'build', 'toxfile', 'noxfile', 'pavement', 'dodo'],
  ...['tasks', 'fabfile', 'sconstruct', 'Sconstruct', 'SConstruct', 'conanfile', 'manage', 'benchmark', 'benchmarks'],
  ...['exercise', 'exercises'],
]);
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * The packages, or else the modules, among which setuptools would have to choose; none where there is no choice to be made. Any folder
 * counts, also one without Python in it, such as `data`.
 */
export function manyTopLevels(paths: readonly string[]): string[] {
  if (paths.some((path) => path.startsWith('src/'))) return [];
  const named = (name: string | undefined): string[] =>
    name !== undefined && IDENTIFIER.test(name) && !name.startsWith('_') ? [name] : [];
  const folders = paths.flatMap((path) => (path.includes('/') ? named(path.split('/')[0]) : []));
  const packages = new Set(folders.filter((name) => !NO_PACKAGES.has(name)));
  const files = paths.flatMap((path) => named(/^([^/]+)\.py$/.exec(path)?.[1]));
  const modules = new Set(files.filter((name) => !NO_MODULES.has(name)));
  const found = packages.size > 0 ? packages : modules;
  return found.size > 1 ? [...found].sort() : [];
}
