import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, pack } from '../emulators/client.ts';
import { fateOf } from '../emulators/fate.ts';
import { configOf } from '../emulators/workplace.ts';
import { type Changes, last, makeVariant, pyproject, swap } from '../fixtures/variant.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { place, server, run } = createAttempts({ startTimeoutMs: 20_000 });
let client: Client;
beforeAll(() => {
  client = createClient(server());
});

const make = (later: Changes, files?: Changes): Promise<string> =>
  makeVariant(place, { from: 'service', later, ...(files && { files }) });
const check = (workspace: string, preflight: 'static' | 'sync' = 'static', inputs: Record<string, string> = {}) =>
  run({ workspace, inputs: { mode: 'check', preflight, cache: 'false', ...inputs }, withUv: preflight !== 'static' });
const fate = async (project: string, leftOut: readonly string[] = []): Promise<string> =>
  (await fateOf(client, await pack(project, leftOut), await configOf(project))).fate;

const project = (more: string): Changes => ({ 'pyproject.toml': last(`\n${more}`) });
const keys = (from: string, to: string): Changes => ({ 'pyproject.toml': swap(from, to) });
const tool = (line: string): Changes => project(`[tool.uv]\n${line}`);
const PACKAGE = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const asPackage = { 'uv.lock': swap('{ virtual = "." }', '{ editable = "." }') };
const shared = (version: string, more = ''): string =>
  `\n[[package]]\nname = "shared"\nversion = "${version}"\nsource = { registry = "https://index.invalid/simple" }\n${more}`;
const needs = (arrow: string, ...packages: string[]): Changes => ({
  'pyproject.toml': swap('[]', '["shared"]'),
  'uv.lock': last(`dependencies = [${arrow}]\n${packages.join('')}`),
});

type Row = readonly [what: string, changes: Changes, code: string, leftOut?: string];

/** What uv refuses whatever the lock says; the server's `uv sync --frozen` as well. */
const REFUSED: readonly Row[] = [
  [
    'dependencies are a table',
    keys('dependencies = []', 'dependencies = { shared = "1" }'),
    'uv-refuses pyproject.toml:5',
  ],
  ['dependencies are numbers', keys('[]', '[1]'), 'uv-refuses pyproject.toml:5'],
  ['a version is not one', keys('"0.1.0"', '"0.1.0-final_x"'), 'uv-refuses pyproject.toml:3'],
  ['a version is a number', keys('"0.1.0"', '0.1'), 'uv-refuses pyproject.toml:3'],
  ['an extra is a text', project('[project.optional-dependencies]\nmore = "shared"'), 'uv-refuses pyproject.toml:8'],
  ['dynamic is a text', keys('dependencies = []', 'dynamic = "readme"'), 'uv-refuses pyproject.toml:5'],
  [
    'a group includes itself',
    project('[dependency-groups]\na = [{ include-group = "b" }]\nb = [{ include-group = "a" }]'),
    'uv-refuses pyproject.toml:9',
  ],
  [
    'a group includes what is not there',
    project('[dependency-groups]\na = [{ include-group = "b" }]'),
    'uv-refuses pyproject.toml:8',
  ],
  [
    'a group lists what is not a dependency',
    project('[dependency-groups]\ndocs = ["not one!"]'),
    'uv-refuses pyproject.toml:8',
  ],
  [
    'a group has a table of another kind',
    project('[dependency-groups]\ndocs = [{ group = "a" }]'),
    'uv-refuses pyproject.toml:8',
  ],
  [
    'settings are for a group that is not there',
    project('[tool.uv.dependency-groups]\na = { requires-python = ">=3.11" }'),
    'uv-refuses pyproject.toml:8',
  ],
  ['uv is told to leave the project alone', tool('managed = false'), 'uv-refuses pyproject.toml:8'],
  ['development dependencies are a text', tool('dev-dependencies = "shared"'), 'uv-refuses pyproject.toml:8'],
  ['environments are not markers', tool('environments = ["linux"]'), 'uv-refuses pyproject.toml:8'],
  ['default groups are a name', tool('default-groups = "docs"'), 'uv-refuses pyproject.toml:8'],
  [
    'a source has two references',
    tool('sources = { shared = { git = "https://git.invalid/a", tag = "1", branch = "b" } }'),
    'uv-refuses pyproject.toml:8',
  ],
  [
    'a source is of two kinds',
    tool('sources = { shared = { path = "a", url = "https://a.invalid/b.whl" } }'),
    'uv-refuses pyproject.toml:8',
  ],
  [
    'two indexes have one name',
    project(
      '[[tool.uv.index]]\nname = "a"\nurl = "https://a.invalid"\n[[tool.uv.index]]\nname = "a"\nurl = "https://b.invalid"',
    ),
    'uv-refuses pyproject.toml:10',
  ],
  ['an index has no address', project('[[tool.uv.index]]\nname = "a"'), 'uv-refuses pyproject.toml:7'],
  ['a conflict is about one', tool('conflicts = [[{ extra = "a" }]]'), 'uv-refuses pyproject.toml:8'],
  ['a workspace has a key of its own', project('[tool.uv.workspace]\nmember = ["a"]'), 'uv-refuses pyproject.toml:8'],
  ['uv.toml is not valid', { 'uv.toml': 'index = [\n' }, 'uv-refuses uv.toml:2:1'],
  ['uv.toml has a key that uv does not know', { 'uv.toml': 'no-builds = true\n' }, 'uv-refuses uv.toml:1'],
  ['uv.toml says something of the project', { 'uv.toml': '[workspace]\nmembers = []\n' }, 'uv-refuses uv.toml:1'],
  ['uv.toml has a value of another kind', { 'uv.toml': '\nno-build = "yes"\n' }, 'uv-refuses uv.toml:2'],
  [
    'a default group needs another Python',
    project(
      '[dependency-groups]\ndocs = []\ndev = [{ include-group = "docs" }]\n[tool.uv.dependency-groups]\ndocs = { requires-python = ">=3.30" }',
    ),
    'incompatible-pin pyproject.toml:11',
  ],
  [
    'a package of the lock has no source',
    needs('{ name = "shared" }', shared('1.0').replace(/source = .*\n/, '')),
    'lock-broken uv.lock:11',
  ],
  [
    'an arrow of the lock leads to two packages',
    needs('{ name = "shared" }', shared('1.0'), shared('2.0')),
    'lock-broken uv.lock:5',
  ],
  [
    'a marker of the lock is not one',
    needs('{ name = "shared", marker = "os_name = \'posix\'" }', shared('1.0')),
    'lock-broken uv.lock:5',
  ],
  [
    'a package of the lock comes from git without a commit',
    needs('{ name = "shared" }', shared('1.0').replace('registry', 'git')),
    'lock-broken uv.lock:11',
  ],
  [
    'the project conflicts with a default group',
    {
      ...project(
        '[dependency-groups]\ndev = []\n[tool.uv]\nconflicts = [[{ package = "echo-service" }, { group = "dev" }]]',
      ),
      'uv.lock': swap(
        '\n[[',
        '\nconflicts = [[{ package = "echo-service", group = "dev" }, { package = "echo-service" }]]\n\n[[',
      ),
    },
    'lock-conflict pyproject.toml:10',
  ],
  [
    'the build reads a file that is left out',
    {
      'pyproject.toml': (text) => `${text.replace('dependencies', 'readme = "README.md"\ndependencies')}\n${PACKAGE}`,
      ...asPackage,
      'README.md': '# Echo\n',
      'echo_service.py': '',
    },
    'build-file-missing pyproject.toml:5',
    'README.md',
  ],
];

describe.concurrent('the server refuses it, and the check says so at the key:', () => {
  test.each(REFUSED.map((row) => [row[0], row] as const))('%s', async (...[, [, changes, code, leftOut]]) => {
    const workspace = await make(changes);
    const done = await check(workspace, 'static', { ...(leftOut && { exclude: leftOut }) });
    expect(places(done)).toEqual([code]);
    expect(done.outputs.status).toBe('failed');
    expect(await fate(workspace, leftOut ? [leftOut] : [])).toBe('can not install it');
  });
});

/** What looks odd, and works. */
const FINE: readonly Row[] = [
  [
    'a group that nobody installs needs another Python',
    project('[dependency-groups]\ndocs = []\n[tool.uv.dependency-groups]\ndocs = { requires-python = ">=3.30" }'),
    '',
  ],
  ['a setting has a value that uv does not know', tool('resolution = "newest"'), 'uv-ignores pyproject.toml:8'],
  [
    'the lock was made with pre-releases',
    { 'uv.lock': swap('\n[[', '\n[options]\nprerelease-mode = "allow"\n\n[[') },
    'lock-options uv.lock:5',
  ],
  [
    'the pin has a no-break space behind it',
    { '.python-version': '3.11\u00a0\n' },
    'nonportable-pin .python-version:1:1',
  ],
];

describe.concurrent('the server runs it, and the check lets it pass:', () => {
  test.each(FINE.map((row) => [row[0], row] as const))('%s', async (...[, [, changes, code]]) => {
    const workspace = await make(changes);
    const done = await check(workspace);
    expect(places(done)).toEqual(code === '' ? [] : [code]);
    expect(done.outputs.status).toBe('checked');
    if (!('.python-version' in changes)) expect(await fate(workspace)).toBe('runs it');
  });

  test.each(['static', 'sync'] as const)(
    'a package that is asked for twice, or for an extra only; preflight: %s',
    async (preflight) => {
      const more = '[project.optional-dependencies]\nmore = ["idna"]\nall = ["echo-service[more]"]\n';
      const asked = ["six ; extra == 'none'", 'idna>=3'];
      const workspace = await make(
        {
          'uv.lock': swap(
            '{ name = "idna", specifier = ">=3" }',
            '{ name = "idna", specifier = ">=2" },\n    { name = "idna", specifier = ">=3" }',
          ),
        },
        { 'pyproject.toml': pyproject(asked, more) },
      );
      const done = await check(workspace, preflight);
      expect(done.titles('error')).toEqual([]);
    },
  );
});

describe.concurrent('what the preflight is known by uv', () => {
  const failing = (text: string): Changes => ({
    ...project(`[tool.hatch.build.hooks.custom]\n${PACKAGE}`),
    ...asPackage,
    'hatch_build.py': `from hatchling.builders.hooks.plugin.interface import BuildHookInterface
class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        raise RuntimeError("${text}")
`,
    'echo_service.py': '',
  });

  test('is a failed build with its last line, and not the network, whatever the build prints', async () => {
    const done = await check(await make(failing('the request timed out')), 'sync');
    expect(done.titles('error')).toEqual(['restore-failed']);
    const { message } = theOne(done, 'restore-failed');
    expect(message).toContain('Failed to build');
    expect(message).toContain('RuntimeError: the request timed out');
  });
});
