import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLockDeeply } from '../../../../src/project/lock/checks.ts';
import { readProject } from '../../../../src/project/project.ts';
import { readTarget } from '../../../../src/project/target.ts';
import { uvEnvironment } from '../../../emulators/host/environment.ts';
import { makeDistributions } from '../../../tools/distributions.ts';
import { createForest } from '../../../tools/tree.ts';
import { uv } from '../../../tools/uv.ts';
import { block, fired, judge, PYPROJECT, root } from './locks.ts';

const plant = createForest('lock-freshness');
/** One for the file: asking an interpreter what it is takes longer than all else. */
const cache = plant();

describe('a lock that was made from another pyproject.toml', () => {
  const ORIGINAL = {
    version: '"1.0"',
    dependencies: '["pure>=1,<3", "other[x]; python_version < \'4\'"]',
    extras: 'fast = ["pure~=1.0"]\nall = ["app[fast]", "other"]\n',
    groups: 'dev = ["pure", {include-group = "lint"}]\nlint = ["other==1.*"]\nempty = []\n',
    uv: '',
    end: '',
  };
  type Text = typeof ORIGINAL;
  const text = (changes: Partial<Text>): string => {
    const { version, dependencies, extras, groups, uv: settings, end } = { ...ORIGINAL, ...changes };
    return [
      ...[
        '[project]',
        'name = "app"',
        `version = ${version}`,
        'requires-python = ">=3.9"',
        `dependencies = ${dependencies}`,
      ],
      ...['[project.optional-dependencies]', extras, '[dependency-groups]', groups],
      ...['[tool.uv]', 'no-index = true', 'find-links = ["wheels"]', settings, end],
    ].join('\n');
  };

  const run = async (dir: string, ...args: string[]): Promise<number> => {
    const env = uvEnvironment({ UV_OFFLINE: '1', UV_CACHE_DIR: cache, UV_PYTHON_DOWNLOADS: 'never' });
    return promisify(execFile)(uv, args, { cwd: dir, env }).then(
      () => 0,
      ({ code }) => Number(code),
    );
  };
  let dir = '';
  beforeAll(async () => {
    dir = plant({ 'pyproject.toml': text({}) });
    makeDistributions(join(dir, 'wheels'), ['pure-1.0-py3-none-any.whl', 'other-1.0-py3-none-any.whl']);
    expect(await run(dir, 'lock')).toBe(0);
  });
  const change = async (changes: Partial<Text>) => {
    writeFileSync(join(dir, 'pyproject.toml'), text(changes));
    const { lock, pyproject, workspace } = await readProject(dir, '.');
    const target = readTarget(pyproject, undefined);
    if (lock === undefined || !('minors' in target)) throw new Error('There is no lock or no target.');
    const findings = checkLockDeeply({ lock, pyproject, members: workspace.members, target });
    return { findings, exitCode: await run(dir, 'lock', '--check') };
  };

  it.each<[string, Partial<Text>]>([
    ['nothing', {}],
    ['the spelling of a version', { version: '"1.0"' }],
    ['the spelling of names and ranges', { dependencies: '["Pure < 3, >= 1", "OTHER[X]; python_version<\'4\'"]' }],
    ['the order', { dependencies: '["other[x]; python_version < \'4\'", "pure>=1,<3"]' }],
    ['a group written out', { groups: 'dev = ["pure", "other==1.*"]\nlint = ["other==1.*"]\nempty = []\n' }],
    ['brackets', { dependencies: '["pure (>=1,<3)", "other[x]; python_version < \'4\'"]' }],
    ['the older dev-dependencies, of which uv takes no notice here', { uv: 'dev-dependencies = ["other<9"]' }],
    ['a table of another tool', { end: '[tool.other]\nx = 1\n' }],
  ])('is fresh after a change of %s', async (_, changes) => {
    const { findings, exitCode } = await change(changes);
    expect(exitCode).toBe(0);
    expect(findings).toEqual([]);
  });

  it.each<[string, Partial<Text>, where: string]>([
    ['the version', { version: '"1.1"' }, 'uv.lock'],
    ['a range', { dependencies: '["pure>=1,<4", "other[x]"]' }, 'pyproject.toml'],
    ['a dependency that is new', { dependencies: '["pure>=1,<3", "other[x]", "third"]' }, 'pyproject.toml'],
    ['a dependency that is gone', { dependencies: '["pure>=1,<3"]' }, 'uv.lock'],
    ['an extra of a dependency', { dependencies: '["pure>=1,<3", "other"]' }, 'pyproject.toml'],
    ['all dependencies', { dependencies: '[]' }, 'uv.lock'],
    [
      'a group',
      { groups: 'dev = ["pure", {include-group = "lint"}]\nlint = ["other"]\nempty = []\n' },
      'pyproject.toml',
    ],
    ['a group that is gone', { groups: 'dev = ["pure", "other==1.*"]\n' }, 'uv.lock'],
    ['a group that is new', { groups: `${ORIGINAL.groups}docs = ["other"]\n` }, 'pyproject.toml'],
    ['whether it is a package', { uv: 'package = true' }, 'uv.lock'],
    ['its build system', { end: '[build-system]\nrequires = []\n' }, 'uv.lock'],
    ['the older dev-dependencies', { uv: 'dev-dependencies = ["third"]' }, 'pyproject.toml'],
  ])('is stale after a change of %s', async (_, changes, where) => {
    const { findings, exitCode } = await change(changes);
    expect(exitCode).not.toBe(0);
    expect(findings).toMatchObject([
      { level: 'error', code: 'lock-stale', file: where, remedy: 'Run `uv lock` and commit uv.lock.' },
    ]);
    expect(findings[0]?.line).toBeGreaterThan(1);
  });
});

describe('what can not be compared', () => {
  const dist = '[package.metadata]\nrequires-dist = [{ name = "lib", git = "https://github.com/a/lib" }]\n';
  const lib = block('lib');

  it('goes by the name where there is a source or an address', () => {
    const lock = root(['lib'], dist) + lib;
    const sources = '[tool.uv.sources]\nlib = { git = "https://github.com/a/lib" }\n';
    expect(fired({ lock, pyproject: `${PYPROJECT}dependencies = ["lib>=5"]\n${sources}` })).toEqual([]);
    expect(fired({ lock, pyproject: `${PYPROJECT}dependencies = ["lib @ git+https://github.com/a/lib"]\n` })).toEqual(
      [],
    );
    expect(fired({ lock, pyproject: `${PYPROJECT}dependencies = ["libs"]\n` })).toEqual([
      'error lock-stale pyproject.toml:5',
    ]);
  });

  it.each([
    ['dependencies that the build backend decides', 'dynamic = ["dependencies"]\n'],
    ['extras that the build backend decides', 'dynamic = ["optional-dependencies"]\n'],
    ['a dependency that can not be read', 'dependencies = ["lib>=1 or so"]\n'],
  ])('is left to uv: %s', (_, line) => {
    expect(fired({ lock: root(['lib'], dist) + lib, pyproject: PYPROJECT + line })).toEqual([]);
  });

  it.each([
    ['that include one another', 'dev = [{include-group = "docs"}]\ndocs = [{include-group = "dev"}]\n'],
    ['that include what is not there', 'dev = [{include-group = "docs"}]\n'],
  ])('is left to uv: groups %s', (_, groups) => {
    expect(fired({ lock: root(), pyproject: `${PYPROJECT}[dependency-groups]\n${groups}` })).toEqual([]);
  });

  it('is a version that the build backend decides', () => {
    const lock = root().replace('version = "1"\n', '');
    expect(fired({ lock, pyproject: PYPROJECT.replace('version = "1"', 'dynamic = ["version"]') })).toEqual([]);
  });

  it('is a lock without its metadata, where only a dependency that it does not list is sure', () => {
    const pyproject = `${PYPROJECT}dependencies = [\n  "lib>=1; sys_platform == 'win32'",\n  "lib>=1",\n]\n`;
    const read = (lock: string) => judge({ lock, pyproject, revision: 5 });
    expect(read(root())).toMatchObject([{ code: 'lock-stale', file: 'pyproject.toml', line: 7 }]);
    expect(read(root() + lib)).toEqual([]);
    expect(read(`[manifest]\noverrides = [{ name = "lib" }]\n${root()}`)).toEqual([]);
  });
});

describe('the members of a workspace', () => {
  const member = (name: string, more = '') => `[project]\nname = "${name}"\nversion = "1"\n${more}`;
  const head = (...names: string[]) => `[manifest]\nmembers = ${JSON.stringify(names)}\n`;
  const a = block('a', '{ virtual = "a" }', '', '1');

  it('are those that the lock knows', () => {
    expect(fired({ lock: head('app', 'a') + root() + a, members: { a: member('a') } })).toEqual([]);
    expect(fired({ lock: head('app', 'a', 'b') + root() + a, members: { a: member('a') } })).toEqual([
      'error lock-stale uv.lock:6',
    ]);
  });

  it('are compared each with its own file', () => {
    const changed = member('a', 'dependencies = ["lib"]\n');
    expect(fired({ lock: root() + a, members: { a: changed } })).toEqual(['error lock-stale a/pyproject.toml:4']);
  });

  it('may be packages because others need them', () => {
    const lock = (kind: string) =>
      `${root(['a'], '[package.metadata]\nrequires-dist = [{ name = "a", editable = "a" }]\n')}${block('a', `{ ${kind} = "a" }`, '', '1')}`;
    const pyproject = `${PYPROJECT}dependencies = ["a"]\n[tool.uv.sources]\na = { workspace = true }\n`;
    for (const kind of ['editable', 'virtual']) {
      expect(fired({ lock: lock(kind), pyproject, members: { a: member('a') } })).toEqual([]);
    }
    const never = member('a', '[tool.uv]\npackage = false\n');
    expect(fired({ lock: lock('editable'), pyproject, members: { a: never } })).toEqual([
      expect.stringContaining('error lock-stale uv.lock:'),
    ]);
  });
});
