import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/findings/finding.ts';
import { checkLock, pythonRequirements } from '../../../../src/project/lock/presence.ts';
import { readProject } from '../../../../src/project/project.ts';
import { uvEnvironment } from '../../../emulators/host/environment.ts';
import { createForest, grow, type Tree } from '../../../tools/tree.ts';
import { uv } from '../../../tools/uv.ts';

const plant = createForest('lock');

const project = (name: string, requires = '>=3.11', more = ''): string =>
  `[project]\nname = "${name}"\nversion = "1"\n${requires && `requires-python = "${requires}"\n`}${more}`;
const lock = (requires = '>=3.11', name = 'x'): string =>
  `version = 1\nrevision = 3\nrequires-python = "${requires}"\n\n[[package]]\nname = "${name}"\nversion = "1"\nsource = { virtual = "." }\n`;

const check = async (tree: Tree, directory = '.'): Promise<Finding[]> =>
  checkLock(await readProject(plant(tree), directory));
const run = async (dir: string, ...args: string[]): Promise<{ exitCode: number; stderr: string }> => {
  const options = { cwd: dir, env: uvEnvironment({ UV_OFFLINE: '1', UV_NO_CACHE: '1', NO_COLOR: '1' }) };
  return promisify(execFile)(uv, args, options).then(
    ({ stderr }) => ({ exitCode: 0, stderr }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ exitCode: code, stderr }),
  );
};

describe('a lock', () => {
  it('that uv has just written is right', async () => {
    const dir = plant({ 'pyproject.toml': project('x') });
    expect((await run(dir, 'lock')).exitCode).toBe(0);
    expect(checkLock(await readProject(dir, '.'))).toEqual([]);
  });

  it('is missing', async () => {
    expect(await check({ 'pyproject.toml': project('x') })).toEqual([
      {
        level: 'error',
        code: 'missing-lock',
        message: 'uv.lock is missing: the server installs exactly what it lists.',
        remedy: 'Run `uv lock` and commit uv.lock.',
        file: 'pyproject.toml',
        line: 1,
      },
    ]);
  });

  it('is missing with its project', async () => {
    const findings = await check({ 'sub/x': '' }, 'sub');
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['missing-pyproject', 'sub/pyproject.toml'],
      ['missing-lock', 'sub/uv.lock'],
    ]);
  });

  it('is missing at the root of the workspace', async () => {
    const findings = await check(
      {
        'pyproject.toml': `[tool.uv.workspace]\nmembers = ["apps/*"]\n`,
        'apps/api/pyproject.toml': project('api'),
        'apps/api/uv.lock': lock('>=3.11', 'api'),
      },
      'apps/api',
    );
    expect(findings).toMatchObject([
      {
        code: 'missing-lock',
        message: expect.stringContaining('uv.lock is missing:'),
        file: 'apps/api/pyproject.toml',
      },
    ]);
  });

  it('that is broken is reported where it was read, not again', async () => {
    expect(await check({ 'pyproject.toml': project('x'), 'uv.lock': 'version = \n' })).toEqual([]);
    expect(await check({ 'pyproject.toml': '[project', 'uv.lock': lock() })).toEqual([]);
  });

  it.each<[what: string, text: string, code: string, line: number]>([
    ['without a version', 'requires-python = ">=3.11"\n[[package]]\nname = "x"\n', 'lock-version', 1],
    ['of a later version', '\nversion = 2\nrequires-python = ">=3.11"\n[[package]]\nname = "x"\n', 'lock-version', 2],
    [
      'of a version that is a text',
      'version = "1"\nrequires-python = ">=3.11"\n[[package]]\nname = "x"\n',
      'lock-version',
      1,
    ],
    [
      'of a later revision',
      'version = 1\nrevision = 99\nrequires-python = ">=3.11"\n[[package]]\nname = "x"\n',
      'lock-revision',
      2,
    ],
    ['without requires-python', 'version = 1\n\n[[package]]\nname = "x"\n', 'lock-requires-python', 1],
    [
      'with a requires-python that is no text',
      'version = 1\nrequires-python = 3\n[[package]]\nname = "x"\n',
      'lock-requires-python',
      2,
    ],
  ])('%s is reported, with its line', async (_, text, code, line) => {
    const findings = await check({ 'pyproject.toml': project('x'), 'uv.lock': text });
    expect(findings).toMatchObject([
      { level: code === 'lock-revision' ? 'notice' : 'error', code, file: 'uv.lock', line },
    ]);
  });
});

describe('a lock for other Pythons than pyproject.toml asks for', () => {
  const OK: [wanted: string, locked: string][] = [
    ['>=3.11', '>=3.11'],
    ['>=3.11', '>=3.11.0'],
    ['~=3.11', '>=3.11, <4'],
    ['~=3.11.0', '==3.11.*'],
    ['>=3.11,<3.12', '==3.11.*'],
    ['>=3.11, !=3.11.4', '>=3.11'],
    ['==3.11.*', '>=3.11,<3.12'],
  ];
  const STALE: [wanted: string, locked: string][] = [
    ['>=3.11', '>=3.10'],
    ['>=3.11', '>=3.12'],
    ['>=3.11', '>=3.11, <4'],
    ['>=3.11,<4', '>=3.11'],
    ['==3.11.*', '>=3.11'],
    ['>=3.11.2', '>=3.11'],
  ];

  it.each(OK)('is the same for %s and %s', async (wanted, locked) => {
    expect(await check({ 'pyproject.toml': project('x', wanted), 'uv.lock': lock(locked) })).toEqual([]);
  });

  it.each(STALE)('is stale for %s and %s', async (wanted, locked) => {
    const findings = await check({ 'pyproject.toml': project('x', wanted), 'uv.lock': lock(locked) });
    expect(findings).toEqual([
      {
        level: 'error',
        code: 'lock-stale',
        message: `uv.lock was locked for Python '${locked}'; pyproject.toml asks for '${wanted}'.`,
        remedy: 'Run `uv lock` and commit uv.lock.',
        file: 'uv.lock',
        line: 3,
      },
    ]);
  });

  describe('is what uv itself calls stale', () => {
    let dir: string;
    beforeAll(async () => {
      dir = plant({ 'pyproject.toml': project('x') });
      await run(dir, 'lock');
    });

    it.each([
      '>=3.11',
      '>=3.11.0',
      '>= 3.11',
      '>=3.10',
      '>=3.11,<4',
      '>=3.11,<3.13',
      '>=3.11, !=3.11.99',
      '~=3.11',
      '==3.11.*',
    ])('for %s, locked for >=3.11', async (wanted) => {
      grow(dir, { 'pyproject.toml': project('x', wanted) });
      const { exitCode } = await run(dir, 'lock', '--check');
      expect(exitCode).toBeLessThan(2);
      expect(checkLock(await readProject(dir, '.')).map(({ code }) => code)).toEqual(
        exitCode === 0 ? [] : ['lock-stale'],
      );
    });
  });

  it('is judged by all members of a workspace together', async () => {
    const tree = (root: string, member: string, locked: string): Tree => ({
      'pyproject.toml': project('root', root, '[tool.uv.workspace]\nmembers = ["m"]\n'),
      'm/pyproject.toml': project('m', member),
      'uv.lock': `${lock(locked, 'root')}\n[[package]]\nname = "m"\nversion = "1"\nsource = { virtual = "m" }\n`,
    });
    expect(await check(tree('>=3.10', '>=3.11,<3.14', '>=3.11, <3.14'), 'm')).toEqual([]);
    expect(await check(tree('>=3.12', '>=3.11', '>=3.12'), '.')).toEqual([]);
    const stale = await check(tree('>=3.12', '>=3.11', '>=3.11'), 'm');
    expect(stale).toMatchObject([{ code: 'lock-stale', file: 'uv.lock' }]);
    expect(stale[0]?.message).toContain("'>=3.12'");
    const conflict = await check(tree('>=3.12', '<3.12', '>=3.12'), 'm');
    expect(conflict).toMatchObject([{ code: 'requires-conflict', file: 'm/pyproject.toml', line: 4 }]);
    expect(conflict[0]?.message).toContain("'>=3.12' (.)");
    expect(conflict[0]?.message).toContain("'<3.12' (m)");
  });

  it('that no Python satisfies at all is reported for the project', async () => {
    const findings = await check({ 'pyproject.toml': project('x', '>=3.12,<3.11'), 'uv.lock': lock() });
    expect(findings).toMatchObject([{ code: 'requires-conflict', file: 'pyproject.toml', line: 4 }]);
  });

  it('is left to others where a range can not be read, and where there is none', async () => {
    expect(await check({ 'pyproject.toml': project('x', '^3.11'), 'uv.lock': lock() })).toEqual([]);
    expect(await check({ 'pyproject.toml': project('x'), 'uv.lock': lock('^3.11') })).toEqual([]);
    expect(await check({ 'pyproject.toml': project('x', ''), 'uv.lock': lock() })).toEqual([]);
  });
});

describe('the requirements of a pin', () => {
  it('are those of the lock, of the project, and of the other members, with their lines', async () => {
    const root = plant({
      'pyproject.toml': project('root', '>=3.10', '[tool.uv.workspace]\nmembers = ["m"]\n'),
      'm/pyproject.toml': project('m', '>=3.11,<4'),
      'uv.lock': lock('>=3.11, <4', 'm'),
    });
    expect(pythonRequirements(await readProject(root, 'm'))).toEqual([
      { text: '>=3.11, <4', file: 'uv.lock', line: 3 },
      { text: '>=3.11,<4', file: 'm/pyproject.toml', line: 4 },
      { text: '>=3.10', file: 'pyproject.toml', line: 4 },
    ]);
    expect((await readProject(root, 'm')).workspace.members.map(({ path }) => relative(root, path))).toContain(
      join('m', 'pyproject.toml'),
    );
  });

  it('are none where nothing asks for anything', async () => {
    expect(pythonRequirements(await readProject(plant({ 'pyproject.toml': project('x', '') }), '.'))).toEqual([]);
    expect(pythonRequirements(await readProject(plant(), '.'))).toEqual([]);
  });
});
