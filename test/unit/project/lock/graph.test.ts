import { describe, expect, it } from 'vitest';
import { block, fired, PYPROJECT, REGISTRY, root, wheels } from './locks.ts';

/** A package that fails wherever it is reached. */
const trap = (name = 'trap', more = '', version = '1.0') =>
  block(name, undefined, `${more}${wheels(`${name}-${version}-py3-none-win32.whl`)}`, version);
const reached = (one: Parameters<typeof fired>[0]): boolean => {
  const told = fired(one);
  expect(told.every((line) => line.startsWith('error lock-no-wheel'))).toBe(true);
  return told.length > 0;
};
const lib = (dependencies: string, extras = '') =>
  block('lib', undefined, `${dependencies}${wheels('lib-1.0-py3-none-any.whl')}${extras}`);
const dist = (requires: string) => `[package.metadata]\nrequires-dist = [${requires}]\n`;

describe('what is installed', () => {
  it('is what the project needs, and what that needs, in circles too', () => {
    const circle = lib('dependencies = [{ name = "app" }, { name = "trap" }]\n');
    const pyproject = `${PYPROJECT}dependencies = ["lib"]\n`;
    expect(reached({ lock: root(['lib'], dist('{ name = "lib" }')) + circle + trap(), pyproject })).toBe(true);
    expect(reached({ lock: root() + circle + trap() })).toBe(false);
  });

  it('is an extra only where it is asked for', () => {
    const optional = '[package.optional-dependencies]\nfast = [{ name = "trap" }]\n';
    const lock = (dependency: string, requires: string) =>
      root([dependency], dist(requires)) + lib('', optional) + trap();
    const asking = (name: string) => ({ pyproject: `${PYPROJECT}dependencies = ["${name}"]\n` });
    expect(reached({ lock: lock('lib', '{ name = "lib" }'), ...asking('lib') })).toBe(false);
    expect(
      reached({
        lock: lock('{ name = "lib", extra = ["fast"] }', '{ name = "lib", extras = ["fast"] }'),
        ...asking('lib[fast]'),
      }),
    ).toBe(true);
  });

  it('is no extra of the project itself', () => {
    const optional = `[package.optional-dependencies]\nwin = [{ name = "trap" }]\n${dist('{ name = "trap", marker = "extra == \'win\'" }')}`;
    const pyproject = `${PYPROJECT}[project.optional-dependencies]\nwin = ["trap"]\n`;
    expect(reached({ lock: root([], optional) + trap(), pyproject })).toBe(false);
  });

  const groups = (name: string) =>
    root(
      [],
      `[package.dev-dependencies]\n${name} = [{ name = "trap" }]\n[package.metadata.requires-dev]\n${name} = [{ name = "trap" }]\n`,
    ) + trap();

  it('is the group dev, or those that are named', () => {
    const pyproject = (name: string, more = '') => `${PYPROJECT}[dependency-groups]\n${name} = ["trap"]\n${more}`;
    expect(reached({ lock: groups('dev'), pyproject: pyproject('dev') })).toBe(true);
    expect(reached({ lock: groups('docs'), pyproject: pyproject('docs') })).toBe(false);
    expect(
      reached({ lock: groups('docs'), pyproject: pyproject('docs', '[tool.uv]\ndefault-groups = ["docs"]\n') }),
    ).toBe(true);
    expect(reached({ lock: groups('docs'), pyproject: pyproject('docs', '[tool.uv]\ndefault-groups = "all"\n') })).toBe(
      true,
    );
    expect(reached({ lock: groups('dev'), pyproject: pyproject('dev', '[tool.uv]\ndefault-groups = []\n') })).toBe(
      false,
    );
  });

  it('is the older dev-dependencies', () => {
    expect(reached({ lock: groups('dev'), pyproject: `${PYPROJECT}[tool.uv]\ndev-dependencies = ["trap"]\n` })).toBe(
      true,
    );
  });

  it('is all members where the root is no project, with its own groups', () => {
    const pyproject = '[tool.uv.workspace]\nmembers = ["a"]\n[dependency-groups]\ndev = ["trap"]\n';
    const member = '[project]\nname = "a"\nversion = "1"\n';
    const own = block('a', '{ virtual = "a" }', '', '1');
    const asked = '[manifest.dependency-groups]\ndev = [{ name = "trap" }]\n';
    expect(reached({ lock: asked + own + trap(), pyproject, members: { a: member } })).toBe(true);
    expect(reached({ lock: own + trap(), pyproject, members: { a: member } })).toBe(false);
    const needy = block(
      'a',
      '{ virtual = "a" }',
      `dependencies = [{ name = "trap" }]\n${dist('{ name = "trap" }')}`,
      '1',
    );
    const asking = '[project]\nname = "a"\nversion = "1"\ndependencies = ["trap"]\n';
    expect(reached({ lock: needy + trap(), pyproject, members: { a: asking } })).toBe(true);
  });

  it('is the version and source that an arrow names', () => {
    const fine = block('trap', undefined, wheels('trap-2.0-py3-none-any.whl'), '2.0');
    const lock = (dependency: string) => root([dependency], dist('{ name = "trap" }')) + trap() + fine;
    const pyproject = `${PYPROJECT}dependencies = ["trap"]\n`;
    expect(reached({ lock: lock(`{ name = "trap", version = "2.0", source = ${REGISTRY} }`), pyproject })).toBe(false);
    expect(reached({ lock: lock(`{ name = "trap", version = "1.0", source = ${REGISTRY} }`), pyproject })).toBe(true);
  });

  it('is the fork of the resolution that fits, where an arrow names no version', () => {
    const old = 'resolution-markers = ["python_full_version < \'3.12\'"]\n';
    const fine = block('trap', undefined, wheels('trap-2.0-py3-none-any.whl'), '2.0');
    const arrow = `{ name = "trap", source = ${REGISTRY} }`;
    const lock = root([arrow], dist('{ name = "trap" }')) + trap('trap', old) + fine;
    const pyproject = `${PYPROJECT}dependencies = ["trap"]\n`;
    expect(reached({ lock, pyproject })).toBe(false);
    expect(reached({ lock, pyproject, pin: '3.11' })).toBe(true);
  });
});

describe('extras and groups that conflict', () => {
  const head = 'conflicts = [[\n    { package = "app", group = "dev" },\n    { package = "app", extra = "gpu" },\n]]\n';
  const pyproject = `${PYPROJECT}dependencies = ["lib"]\n[project.optional-dependencies]\ngpu = []\n[dependency-groups]\ndev = []\n`;
  const lock = (marker: string) =>
    root(['lib'], dist('{ name = "lib" }')) +
    lib(`dependencies = [{ name = "trap", marker = "${marker}" }]\n`) +
    trap();
  const notice = 'notice lock-conflicts uv.lock:4';

  it.each([
    ["extra == 'group-3-app-dev'", true],
    ["extra != 'group-3-app-dev'", false],
    ["extra == 'extra-3-app-gpu'", false],
    ["extra != 'extra-3-app-gpu'", true],
    ["sys_platform == 'win32' or extra == 'extra-3-app-gpu'", false],
    ["extra == 'project-3-app'", true],
    ["extra == 'group-3-app-dev' and extra != 'extra-3-app-gpu'", true],
  ])('decide by what is asked for: %s', (marker, isReached) => {
    expect(fired({ lock: lock(marker), head, pyproject }).map((line) => line.replace(/:\d+$/, ''))).toEqual(
      isReached ? ['notice lock-conflicts uv.lock', 'error lock-no-wheel uv.lock'] : [notice.replace(/:\d+$/, '')],
    );
  });

  it('may be asked for by a dependency', () => {
    const optional =
      '[package.optional-dependencies]\ngpu = [{ name = "trap", marker = "extra == \'extra-3-lib-gpu\'" }]\n';
    const asking =
      root(['{ name = "lib", extra = ["gpu"] }'], dist('{ name = "lib", extras = ["gpu"] }')) +
      lib('', optional) +
      trap();
    expect(reached({ lock: asking, pyproject: `${PYPROJECT}dependencies = ["lib[gpu]"]\n` })).toBe(true);
  });
});
