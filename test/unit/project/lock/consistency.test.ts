import { describe, expect, it } from 'vitest';
import { block, fired, judge, PYPROJECT, REGISTRY, root } from './locks.ts';

describe('the bundle', () => {
  const lock = root();

  it('has to hold pyproject.toml and uv.lock', () => {
    expect(fired({ lock, bundled: [] })).toEqual([]);
    expect(fired({ lock, folder: 'apps/api', bundled: [] })).toEqual([]);
  });

  it.each(['pyproject.toml', 'uv.lock'])('without %s is of no use', (name) => {
    const others = ['pyproject.toml', 'uv.lock'].filter((other) => other !== name);
    expect(fired({ lock, bundledOnly: others })).toEqual([`error not-bundled ${name}:1`]);
  });
});

describe('a lock that does not hold together', () => {
  const needs = '[package.metadata]\nrequires-dist = [{ name = "lib" }]\n';
  const asked = { pyproject: `${PYPROJECT}dependencies = ["lib"]\n` };

  it('lists a package twice', () => {
    const lock = root(['lib'], needs) + block('lib') + block('lib');
    const [finding, ...others] = judge({ lock, ...asked });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'error', code: 'lock-broken', file: 'uv.lock', line: 23 });
    expect(finding?.message).toContain('lists lib 1.0 twice');
  });

  it('may list two versions of a package', () => {
    const lib = (version: string, more = '') => `{ name = "lib", version = "${version}", source = ${REGISTRY}${more} }`;
    const two = `${lib('1.0')},\n    ${lib('2.0', ', marker = "sys_platform == \'win32\'"')}`;
    const lock =
      root([two], needs) + block('lib') + block('lib', undefined, undefined, '2.0').replace('lib-1.0', 'lib-2.0');
    expect(fired({ lock, ...asked })).toEqual([]);
  });

  it.each([
    ['a package', 'lib', ''],
    ['that version of a package', '{ name = "lib", version = "3.0" }', block('lib')],
    ['that source of a package', '{ name = "lib", source = { git = "https://github.com/a/lib#0" } }', block('lib')],
  ])('needs %s that it does not list', (_, dependency, more) => {
    const [finding] = judge({ lock: root([dependency], needs) + more, ...asked });
    expect(finding).toMatchObject({ level: 'error', code: 'lock-broken', file: 'uv.lock', line: 5 });
    expect(finding?.message).toContain('app 1 needs lib');
  });

  it('lists nothing, and there is no project either', () => {
    const pyproject = '[tool.ruff]\nline-length = 100\n';
    expect(fired({ lock: '', pyproject })).toEqual(['warning lock-empty uv.lock:1']);
    expect(fired({ lock: block('lib'), pyproject })).toEqual(['error no-project-table pyproject.toml:1']);
  });
});

describe('the systems that a lock is made for', () => {
  const environments = (...markers: string[]) => ({
    lock: root(),
    head: `supported-markers = ${JSON.stringify(markers)}\n`,
  });

  it('have to include the server', () => {
    const head = environments("sys_platform == 'darwin'", "sys_platform == 'win32'");
    const [finding] = judge(head);
    expect(finding).toMatchObject({ level: 'error', code: 'lock-environments', file: 'uv.lock', line: 4 });
    const pyproject = `${PYPROJECT}[tool.uv]\nenvironments = ["sys_platform == 'darwin'"]\n`;
    expect(fired({ ...head, pyproject })).toEqual(['error lock-environments pyproject.toml:6']);
  });

  it.each(["sys_platform == 'linux'", "platform_release == '5'", "python_version >= '3.11'"])(
    'do so with %s',
    (marker) => {
      expect(fired(environments("sys_platform == 'darwin'", marker))).toEqual([]);
    },
  );
});

describe('required-version', () => {
  const requiring = (version: string) => ({
    lock: root(),
    pyproject: `${PYPROJECT}[tool.uv]\nrequired-version = "${version}"\n`,
  });
  const target = 'uv = "0.12.5"';

  it.each(['>=0.13', '<0.12', '0.12.4', '==0.12.4'])('%s shuts uv 0.12.5 out', (version) => {
    expect(fired({ ...requiring(version), target })).toEqual(['error required-uv pyproject.toml:6']);
  });

  it.each(['>=0.9', '0.12.5', '~=0.12.0', 'nonsense'])('%s does not', (version) => {
    expect(fired({ ...requiring(version), target })).toEqual([]);
  });

  it('is not judged while the server’s uv is not known', () => expect(fired(requiring('>=99'))).toEqual([]));
});

describe('default groups', () => {
  const grouped = (groups: string, more = '') => ({
    pyproject: `${PYPROJECT}[tool.uv]\ndefault-groups = ${groups}\n[dependency-groups]\ndev = []\nDocs_all = []\n${more}`,
    lock: root(),
  });

  it.each(['["dev"]', '["docs-all"]', '"all"', '[]'])('are fine as %s', (groups) =>
    expect(fired(grouped(groups))).toEqual([]),
  );

  it('have to be defined', () => {
    expect(fired(grouped('["dev", "web"]'))).toEqual(['error default-group pyproject.toml:6']);
  });

  const conflicts =
    'conflicts = [[\n    { package = "app", group = "dev" },\n    { package = "app", group = "docs-all" },\n]]\n';

  it('must not be such as can not be together', () => {
    expect(fired({ ...grouped('["dev", "docs-all"]'), head: conflicts })).toEqual(['error lock-conflict uv.lock:4']);
    expect(fired({ ...grouped('["dev"]'), head: conflicts })).toEqual(['notice lock-conflicts uv.lock:4']);
    expect(fired(grouped('["dev", "docs-all"]'))).toEqual([]);
  });
});
