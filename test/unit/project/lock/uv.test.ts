import { execFile, execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/findings/finding.ts';
import { checkLockDeeply } from '../../../../src/project/lock/checks.ts';
import { parsePythonRequest } from '../../../../src/project/pin/python-request.ts';
import { readProject } from '../../../../src/project/project.ts';
import { readTarget } from '../../../../src/project/target.ts';
import { uvEnvironment } from '../../../emulators/host/environment.ts';
import { makeDistributions } from '../../../tools/distributions.ts';
import { commitAll, createForest, grow, type Tree } from '../../../tools/tree.ts';
import { uv } from '../../../tools/uv.ts';
import { told } from './locks.ts';

const plant = createForest('lock-uv');
/** One for the file: asking an interpreter what it is takes longer than all else. */
const cache = plant();

const run = async (dir: string, args: readonly string[], more: Record<string, string> = {}) => {
  const env = uvEnvironment({
    UV_OFFLINE: '1',
    UV_CACHE_DIR: cache,
    UV_PYTHON_DOWNLOADS: 'never',
    NO_COLOR: '1',
    ...more,
  });
  return promisify(execFile)(uv, args, { cwd: dir, env }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ exitCode: Number(code), stdout: String(stdout), stderr: String(stderr) }),
  );
};

let python = '';
let version = '';
let index = '';
beforeAll(async () => {
  python = (await run(plant(), ['python', 'find', '--no-project', '--show-version'])).stdout.trim();
  version = /^uv (\S+)/.exec((await run(plant(), ['--version'])).stdout)?.[1] ?? '';
  index = makeDistributions(join(plant(), 'wheels'), [
    ...['pure-1.0-py3-none-any.whl', 'pure-1.0.tar.gz', 'pure-2.0-py3-none-any.whl', 'other-1.0-py3-none-any.whl'],
    ...['windows-1.0-py3-none-win_amd64.whl', 'future-1.0-py3-none-manylinux_2_99_x86_64.manylinux_2_99_aarch64.whl'],
    ...['elsewhere-1.0-cp399-cp399-linux_x86_64.linux_aarch64.whl', 'source-1.0.tar.gz'],
  ]);
});

const pyproject = (dependencies: readonly string[], more = '', name = 'app'): string =>
  `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.9"\ndependencies = ${JSON.stringify(dependencies)}\n[tool.uv]\nno-index = true\nfind-links = ["wheels"]\n${more}`;

/** A project with its own folder of wheels, locked by uv as it then is. */
const locked = async (
  dependencies: readonly string[],
  more = '',
  tree: Tree = {},
  env: Record<string, string> = {},
): Promise<string> => {
  const dir = plant({ 'pyproject.toml': pyproject(dependencies, more), ...tree });
  cpSync(index, join(dir, 'wheels'), { recursive: true });
  const { exitCode, stderr } = await run(dir, ['lock'], env);
  expect(stderr).not.toMatch(/error/);
  expect(exitCode).toBe(0);
  return dir;
};

const edit = (dir: string, file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(dir, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(dir, file), after);
};

const judge = async (dir: string, folder = '.', bundled?: readonly string[]): Promise<Finding[]> => {
  const { lock, pyproject: own, workspace } = await readProject(dir, folder);
  const target = readTarget(
    own,
    { request: parsePythonRequest(python) },
    {
      platform: `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-gnu`,
      ...{ glibc: '2.28', uv: version },
    },
  );
  if (lock === undefined || !('minors' in target)) throw new Error('There is no lock or no target.');
  const set = bundled && { bundled: new Set(['pyproject.toml', 'uv.lock', ...bundled]) };
  return checkLockDeeply({ lock, pyproject: own, members: workspace.members, target, ...set });
};

/** What the server would run; nothing is kept. */
const sync = (dir: string) => run(dir, ['sync', '--frozen', '--dry-run']);

const codes = (findings: readonly Finding[], level: Finding['level'] = 'error') =>
  findings.filter((finding) => finding.level === level).map(({ code }) => code);

/** The line that a finding points to. */
const lineOf = (dir: string, { file = '', line = 0 }: Finding) =>
  readFileSync(join(dir, file), 'utf8').split('\n')[line - 1];

describe.skipIf(process.platform !== 'linux').concurrent('a lock by uv itself', () => {
  it.each<[dependency: string]>([
    ['pure'],
    ['pure>=1,<2'],
    ["windows; sys_platform == 'win32'"],
    ["elsewhere; python_version >= '3.99'"],
  ])('is right with %s, and uv installs it', async (dependency) => {
    const dir = await locked([dependency]);
    expect(told(await judge(dir))).toEqual([]);
    expect((await sync(dir)).exitCode).toBe(0);
  });

  it.each<[dependency: string, why: string]>([
    ['windows', 'its wheels are for Windows'],
    ['future', 'its wheels need glibc 2.99'],
    ['elsewhere', 'its wheels are for Python 3.99'],
  ])('can not be installed for %s alone, as uv says too', async (dependency, why) => {
    const dir = await locked([dependency]);
    const findings = await judge(dir);
    // The glibc of the server is not known unless somebody says it.
    expect(codes(findings, dependency === 'future' ? 'warning' : 'error')).toEqual(['lock-no-wheel']);
    expect(findings[0]?.message).toContain(why);
    expect(findings[0] && lineOf(dir, findings[0])).toBe('[[package]]');
    const { exitCode, stderr } = await sync(dir);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("doesn't have a source distribution or wheel for the current platform");
  });

  it('is a notice where there is only a source, and fails once no-build forbids to build it', async () => {
    const dir = await locked(['source']);
    expect(codes(await judge(dir), 'notice')).toEqual(['lock-compiles']);
    expect((await sync(dir)).exitCode).toBe(0);
    edit(dir, 'pyproject.toml', (text) => `${text}no-build = true\n`);
    expect(codes(await judge(dir))).toEqual(['lock-no-wheel']);
    expect((await sync(dir)).stderr).toContain('marked as `--no-build` but has no binary distribution');
  });

  it('fails where no-binary leaves nothing', async () => {
    const dir = await locked(['other']);
    edit(dir, 'pyproject.toml', (text) => `${text}no-binary-package = ["other"]\n`);
    expect(codes(await judge(dir))).toEqual(['lock-no-wheel']);
    expect((await sync(dir)).stderr).toContain('marked as `--no-binary` but has no source distribution');
  });

  it.each<[what: string, code: string, stderr: string, change: (text: string) => string]>([
    [
      'a wheel of another version',
      'lock-wheel-name',
      'inconsistent version',
      (text) => text.replace('pure-2.0-py3', 'pure-3.0-py3'),
    ],
    [
      'a wheel without a name',
      'lock-wheel-name',
      'is invalid',
      (text) => text.replace('pure-2.0-py3-none-any', 'pure'),
    ],
    [
      'a package twice',
      'lock-broken',
      'Failed to parse',
      (text) => `${text}\n${text.slice(text.indexOf('[[package]]\nname = "pure"'))}`,
    ],
    [
      'a package too few',
      'lock-broken',
      'Failed to parse',
      (text) => text.slice(0, text.indexOf('[[package]]\nname = "pure"')),
    ],
    [
      'other systems only',
      'lock-environments',
      'not compatible with the lockfile',
      (text) => text.replace('\n\n', '\nsupported-markers = ["sys_platform == \'win32\'"]\n\n'),
    ],
  ])('fails after an edit to %s', async (_, code, stderr, change) => {
    const dir = await locked(['pure']);
    edit(dir, 'uv.lock', change);
    expect(codes(await judge(dir))).toEqual([code]);
    const synced = await sync(dir);
    expect(synced.exitCode).toBe(2);
    expect(synced.stderr).toContain(stderr);
  });

  it.each<[what: string, code: string, line: string]>([
    ['required-version', 'required-uv', 'required-version = ">=99"'],
    ['default-groups', 'default-group', 'default-groups = ["web"]'],
  ])('fails after an edit of %s', async (key, code, line) => {
    const dir = await locked(['pure']);
    edit(dir, 'pyproject.toml', (text) => `${text}${line}\n`);
    const findings = await judge(dir);
    expect(codes(findings)).toEqual([code]);
    expect(findings[0] && lineOf(dir, findings[0])).toContain(key);
    expect((await sync(dir)).exitCode).toBe(2);
  });

  it('fails where default groups conflict, and only there', async () => {
    const groups =
      'default-groups = ["dev", "web"]\nconflicts = [[{ group = "dev" }, { group = "web" }]]\n[dependency-groups]\ndev = ["pure==1.0"]\nweb = ["pure==2.0"]\n';
    const dir = await locked([], groups);
    expect(codes(await judge(dir))).toEqual(['lock-conflict']);
    expect((await sync(dir)).stderr).toContain('incompatible');
    edit(dir, 'pyproject.toml', (text) => text.replace('"dev", "web"', '"web"'));
    expect(told(await judge(dir))).toEqual(['notice lock-conflicts uv.lock:4']);
    expect((await sync(dir)).exitCode).toBe(0);
  });

  it('installs of conflicting extras what is asked for', async () => {
    const extras =
      'conflicts = [[{ extra = "cpu" }, { extra = "win" }]]\n[project.optional-dependencies]\ncpu = ["pure==1.0"]\nwin = ["pure==2.0", "windows"]\n';
    const dir = await locked(['other'], extras);
    expect(codes(await judge(dir))).toEqual([]);
    expect((await sync(dir)).exitCode).toBe(0);
  });
});

describe.skipIf(process.platform !== 'linux').concurrent('sources by uv itself', () => {
  const library = { 'pyproject.toml': pyproject([], '', 'lib').replace(/find-links.*/, '') };
  const tree = (folder: string): Tree => ({ [`${folder}/pyproject.toml`]: library['pyproject.toml'] });

  it('outside of the project are not there once it is deployed', async () => {
    const parent = plant({
      ...tree('lib'),
      'app/pyproject.toml': pyproject(['lib'], '[tool.uv.sources]\nlib = { path = "../lib", package = true }\n'),
    });
    cpSync(index, join(parent, 'app/wheels'), { recursive: true });
    expect((await run(join(parent, 'app'), ['lock'])).exitCode).toBe(0);
    const findings = await judge(parent, 'app', []);
    expect(told(findings)).toEqual([expect.stringContaining('error lock-path app/uv.lock:')]);
    expect(findings[0] && lineOf(parent, findings[0])).toBe('source = { directory = "../lib" }');
    const server = plant();
    cpSync(join(parent, 'app'), server, { recursive: true });
    const synced = await run(server, ['sync', '--frozen']);
    expect(synced.exitCode).toBe(2);
    expect(synced.stderr).toContain('Distribution not found');
  });

  it('in the project are fine when they are bundled', async () => {
    const dir = await locked(['lib'], '[tool.uv.sources]\nlib = { path = "lib", package = true }\n', tree('lib'));
    expect(told(await judge(dir, '.', ['lib/pyproject.toml']))).toEqual([]);
    expect(codes(await judge(dir, '.', []))).toEqual(['lock-path']);
  });

  it('that are a folder of wheels have to be bundled', async () => {
    const dir = await locked(['pure']);
    expect(told(await judge(dir, '.', ['wheels/pure-2.0-py3-none-any.whl']))).toEqual([]);
    expect(codes(await judge(dir, '.', []))).toEqual(['lock-local-index']);
    execFileSync('rm', ['-r', join(dir, 'wheels')]);
    expect((await run(dir, ['sync', '--frozen'])).exitCode).not.toBe(0);
  });

  it('that are members of a workspace need its root', async () => {
    const build = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';
    const member = (name: string) => `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.9"\n`;
    const dir = await locked([], '[tool.uv.workspace]\nmembers = ["apps/*"]\n', {
      'apps/package/pyproject.toml': `${member('package')}${build}`,
      'apps/plain/pyproject.toml': member('plain'),
    });
    expect(codes(await judge(dir, 'apps/package', []))).toEqual(['lock-root']);
    expect(told(await judge(dir, 'apps/plain', []))).toEqual([]);
    for (const [name, exitCode] of [
      ['package', 2],
      ['plain', 0],
    ] as const) {
      const server = grow(plant(), { 'uv.lock': readFileSync(join(dir, 'uv.lock')) });
      cpSync(join(dir, 'apps', name), server, { recursive: true });
      expect((await run(server, ['sync', '--frozen'])).exitCode).toBe(exitCode);
    }
  });

  it('that are fetched over SSH need a key', async () => {
    const repository = commitAll(plant(library));
    const settings = plant({
      gitconfig: `[url "file://${repository}"]\n\tinsteadOf = ssh://git@git.example/team/lib\n[protocol "file"]\n\tallow = always\n`,
    });
    const source = '[tool.uv.sources]\nlib = { git = "ssh://git@git.example/team/lib" }\n';
    const env = { GIT_CONFIG_GLOBAL: join(settings, 'gitconfig'), UV_OFFLINE: '0' };
    const dir = await locked(['lib'], source, {}, env);
    const findings = await judge(dir);
    expect(codes(findings)).toEqual(['lock-git-ssh']);
    expect(findings[0]?.message).toContain('lib 1 is fetched from git.example over SSH');
    expect(findings[0] && lineOf(dir, findings[0])).toMatch(/^source = \{ git = "ssh:/);
  });
});
