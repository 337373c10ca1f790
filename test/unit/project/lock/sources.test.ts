import { describe, expect, it } from 'vitest';
import { block, fired, judge, PYPROJECT, root, wheels } from './locks.ts';

const asked = { pyproject: `${PYPROJECT}dependencies = ["lib"]\n` };
const metadata = '[package.metadata]\nrequires-dist = [{ name = "lib" }]\n';
const lockOf = (source: string, more = '') => root(['lib'], metadata) + block('lib', source, more);
const LINE = 18;
const HASH = '0123456789abcdef0123456789abcdef01234567';

describe('a package from a folder or file', () => {
  it.each([
    ['directory', '../lib'],
    ['editable', '../lib'],
    ['path', '../lib-1.0-py3-none-any.whl'],
    ['directory', '/srv/lib'],
    ['directory', 'libs/../../lib'],
    ['editable', 'C:/lib'],
    ['path', '..\\\\lib.zip'],
    ['url', 'file:///srv/lib.zip'],
    ['git', `file:///srv/lib?rev=main#${HASH}`],
  ])('is not on the server: %s %s', (kind, place) => {
    const lock = lockOf(`{ ${kind} = "${place}" }`, wheels('lib-1.0-py3-none-any.whl'));
    const [finding, ...others] = judge({ lock, ...asked, bundled: [] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'error', code: 'lock-path', file: 'uv.lock', line: LINE });
    expect(finding?.message).toContain('which is not part of the deployment');
  });

  it('is not on the server when the bundle leaves it out', () => {
    const lock = lockOf('{ directory = "libs/lib" }');
    const [finding] = judge({ lock, ...asked, bundled: ['libs/library/pyproject.toml'] });
    expect(finding).toMatchObject({ level: 'error', code: 'lock-path', line: LINE });
    expect(finding?.message).toContain("comes from 'libs/lib', which is not in the bundle");
    expect(fired({ lock, ...asked, bundled: ['libs/lib/pyproject.toml'] })).toEqual([]);
    expect(fired({ lock, ...asked })).toEqual([]);
  });

  it('is taken from the bundle as a file', () => {
    const lock = lockOf(
      '{ path = "libs/lib-1.0-py3-none-any.whl" }',
      'wheels = [{ filename = "lib-1.0-py3-none-any.whl" }]\n',
    );
    expect(fired({ lock, ...asked, bundled: ['libs/lib-1.0-py3-none-any.whl'] })).toEqual([]);
    expect(fired({ lock, ...asked, bundled: [] })).toEqual([`error lock-path uv.lock:${LINE}`]);
  });

  it('may be anywhere when it is not to be installed', () => {
    expect(fired({ lock: lockOf('{ virtual = "../lib" }'), ...asked, bundled: [] })).toEqual([]);
    expect(fired({ lock: root() + block('lib', '{ directory = "../lib" }', ''), bundled: [] })).toEqual([]);
  });
});

describe('a member of a workspace that is deployed alone', () => {
  const member = `${PYPROJECT}[build-system]\nrequires = []\n`;
  const lockFor = (kind: string) =>
    block('app', `{ ${kind} = "apps/api" }`, '', '1') + block('base', '{ virtual = "." }', '', '1');
  const base = '[project]\nname = "base"\nversion = "1"\n[tool.uv.workspace]\nmembers = ["apps/*"]\n';
  const workspace = { folder: 'apps/api', members: { '': base }, bundled: [] };

  it.each(['editable', 'directory'])('is looked for in the wrong place when it is %s', (kind) => {
    const [finding, ...others] = judge({ lock: lockFor(kind), pyproject: member, ...workspace });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'error', code: 'lock-root', file: 'uv.lock', line: 8 });
    expect(finding?.remedy).toContain('Run `uv add app`');
  });

  it('is no trouble when nothing is built from it', () => {
    expect(fired({ lock: lockFor('virtual'), ...workspace })).toEqual([]);
  });

  it('misses the members that it needs, which is one finding', () => {
    const lock = `${block('app', '{ virtual = "apps/api" }', 'dependencies = [{ name = "lib" }]\n[package.metadata]\nrequires-dist = [{ name = "lib", editable = "libs/lib" }]\n', '1')}${block('lib', '{ editable = "libs/lib" }', '')}`;
    expect(fired({ lock, ...workspace, ...asked })).toEqual(['error lock-root uv.lock:8']);
  });

  it('is fine from the root', () => {
    const lock = `${lockFor('editable')}${block('other', '{ editable = "../x" }', '')}`;
    expect(
      fired({ lock, pyproject: base, members: { 'apps/api': member }, bundled: ['apps/api/pyproject.toml'] }),
    ).toEqual([]);
  });
});

describe('a package from git', () => {
  it.each([
    ['ssh://git@github.com/a/lib', 'error lock-git-ssh', 'github.com'],
    ['ssh://git@git.corp.example:2222/a/lib', 'error lock-git-ssh', 'git.corp.example'],
    ['git@github.com:a/lib', 'error lock-git-ssh', 'github.com'],
    ['https://github.com/a/lib', 'notice lock-git', 'github.com'],
    ['https://user:hunter22@gitlab.com/a/lib', 'notice lock-git', 'gitlab.com'],
    ['https://git.corp.example/a/lib', 'warning lock-git', 'git.corp.example'],
    ['http://10.0.0.1/lib', 'warning lock-git', '10.0.0.1'],
  ])('%s is reported as %s', (place, expected, host) => {
    const findings = judge({ lock: lockOf(`{ git = "${place}?rev=main#${HASH}" }`), ...asked }).filter(
      ({ code }) => code !== 'url-credentials',
    );
    expect(findings.map(({ level, code, line }) => `${level} ${code} ${line}`)).toEqual([`${expected} ${LINE}`]);
    expect(findings[0]?.message).toContain(`from ${host}`);
    expect(findings[0]?.message).not.toContain('hunter22');
  });
});

describe('a package from an address', () => {
  const wheel = 'wheels = [{ url = "https://a.example/lib-1.0-py3-none-any.whl" }]\n';

  it.each([
    ['https://a.example/lib.whl', []],
    ['https://192.0.2.1/lib.whl', []],
    ['http://a.example/lib.whl', ['without encryption']],
    ['https://files/lib.whl', ['private network']],
    ['https://files.corp/lib.whl', ['private network']],
    ['https://10.1.2.3/lib.whl', ['private network']],
    ['https://172.20.0.1:8443/lib.whl', ['private network']],
    ['https://172.32.0.1/lib.whl', []],
    ['https://192.168.0.1/lib.whl', ['private network']],
    ['https://[fd00::1]/lib.whl', ['private network']],
    ['https://[2001:db8::1]/lib.whl', []],
  ])('%s: %j', (place, complaints) => {
    const findings = judge({ lock: lockOf(`{ url = "${place}" }`, wheel), ...asked });
    expect(findings).toMatchObject(
      complaints.map((text) => ({
        level: 'warning',
        code: 'lock-url',
        line: LINE,
        message: expect.stringContaining(text),
      })),
    );
    expect(findings).toHaveLength(complaints.length);
  });
});

describe('a package index', () => {
  const wheel = wheels('lib-1.0-py3-none-any.whl');
  const lockFor = (place: string) => lockOf(`{ registry = "${place}" }`, wheel);
  const torch = ['https://download.py', 'torch.org/whl/cpu'].join('');

  it.each([
    'https://pip.corp.example/simple',
    'https://user:hunter22@pip.corp.example/simple',
    'http://localhost:8080/simple',
  ])('that is not public is reported: %s', (place) => {
    const findings = judge({ lock: lockFor(place), ...asked }).filter(({ code }) => code !== 'url-credentials');
    expect(findings).toMatchObject([{ level: 'warning', code: 'lock-index', file: 'uv.lock', line: LINE }]);
    expect(findings[0]?.message).toMatch(/lib 1\.0 comes from the package index at (?:pip\.corp\.example|localhost):/);
  });

  it('that is public is fine', () => {
    expect(fired({ lock: lockOf(`{ registry = "${torch}" }`, wheel), ...asked })).toEqual([]);
  });

  it('that the server reaches is fine, by its address or the beginning of it', () => {
    const target = 'indexes = ["https://pip.corp.example/simple/"]';
    expect(fired({ lock: lockFor('https://pip.corp.example/simple'), ...asked, target })).toEqual([]);
    expect(fired({ lock: lockFor('https://pip.corp.example/simple/team'), ...asked, target })).toEqual([]);
    expect(fired({ lock: lockFor('https://pip.corp.example/simpleton'), ...asked, target })).toEqual([
      `warning lock-index uv.lock:${LINE}`,
    ]);
  });

  it('is reported once, for all its packages', () => {
    const source = '{ registry = "https://pip.corp.example/simple" }';
    const lock = `${root(['lib', 'two'], '[package.metadata]\nrequires-dist = [{ name = "lib" }, { name = "two" }]\n')}${block('lib', source)}${block('two', source)}`;
    const findings = judge({ lock, pyproject: `${PYPROJECT}dependencies = ["lib", "two"]\n` });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('lib and 1 more come from');
  });

  it('in a folder has to be in the bundle', () => {
    const place = `error lock-local-index uv.lock:${LINE}`;
    expect(fired({ lock: lockFor('../wheels'), ...asked, bundled: [] })).toEqual([place]);
    expect(fired({ lock: lockFor('/srv/wheels'), ...asked })).toEqual([place]);
    expect(fired({ lock: lockFor('file:///srv/wheels'), ...asked })).toEqual([place]);
    expect(fired({ lock: lockFor('wheels'), ...asked, bundled: [] })).toEqual([place]);
    expect(fired({ lock: lockFor('wheels'), ...asked, bundled: ['wheels/lib-1.0-py3-none-any.whl'] })).toEqual([]);
  });
});

describe('an address with a password', () => {
  const table = (url: string) => `${PYPROJECT}[[tool.uv.index]]\nname = "corp"\nurl = "${url}"\n`;

  it.each(['https://me:hunter22@pip.corp.example/simple', 'https://ghp_0123456789abcdef0123@pip.corp.example/simple'])(
    'is reported in pyproject.toml, and not shown: %s',
    (url) => {
      const findings = judge({ lock: root(), pyproject: table(url) });
      expect(findings).toMatchObject([{ level: 'warning', code: 'url-credentials', file: 'pyproject.toml', line: 7 }]);
      expect(JSON.stringify(findings)).not.toMatch(/hunter22|ghp_/);
    },
  );

  it('is reported in uv.lock', () => {
    const lock = lockOf(`{ url = "https://me:hunter22@a.example/lib.whl" }`, wheels('lib-1.0-py3-none-any.whl'));
    const findings = judge({ lock, ...asked });
    expect(findings).toMatchObject([{ level: 'warning', code: 'url-credentials', file: 'uv.lock', line: LINE }]);
  });

  it.each([
    'https://pip.corp.example/simple',
    'https://me@pip.corp.example/simple',
    'ssh://git@pip.corp.example:22/x',
    'https://pip.corp.example:8443/a@b',
  ])('is not %s', (url) => expect(fired({ lock: root(), pyproject: table(url) })).toEqual([]));
});
