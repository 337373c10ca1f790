import { delimiter, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/findings/finding.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { findUv, indexPasswords, type Uv, uvEnvironment, uvReason } from '../../../src/ports/uv.ts';
import { createForest } from '../../tools/tree.ts';
import { uv as realUv } from '../../tools/uv.ts';

const plant = createForest('uv');
const signal = new AbortController().signal;

/** The PATH by which the program is found is that of the process. */
const path = process.env.PATH ?? '';
beforeAll(() => {
  process.env.PATH = [dirname(realUv), path].join(delimiter);
});
afterAll(() => {
  process.env.PATH = path;
});
const find = async (environment: Record<string, string> = {}): Promise<Uv> => {
  const uv = await findUv(systemExec, plant(), { ...process.env, UV_OFFLINE: '1', ...environment }, signal);
  if (uv === undefined) throw new Error('There is no uv.');
  return uv;
};

describe('the environment of uv', () => {
  it.each([
    ...[
      'INPUT_TOKEN',
      'INPUT_ENV',
      'ACTIONS_RUNTIME_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_CACHE_URL',
      'STATE_savings',
    ],
    ...[
      'GITHUB_TOKEN',
      'RICOCHET_API_KEY',
      'CONNECT_API_KEY',
      'CLEVER_TOKEN',
      'CLEVER_SECRET',
      'DEPLOYMILL_TOKEN',
      'TOKEN',
    ],
    ...['MY_SECRET', 'DB_PASSWORD', 'UV_PUBLISH_TOKEN', 'UV_PUBLISH_PASSWORD', 'API_KEY'],
  ])('holds no secret of the run: %s', (name) => expect(uvEnvironment({ [name]: 'hunter2' })).not.toHaveProperty(name));

  it.each([
    ...['UV_INDEX_PRIVATE_PASSWORD', 'UV_INDEX_PRIVATE_USERNAME', 'UV_DEFAULT_INDEX', 'UV_INDEX', 'UV_INDEX_URL'],
    ...[
      'HOME',
      'PATH',
      'UV_CACHE_DIR',
      'UV_PYTHON_INSTALL_DIR',
      'SSL_CERT_FILE',
      'HTTPS_PROXY',
      'no_proxy',
      'UV_SYSTEM_CERTS',
      'UV_HTTP_TIMEOUT',
      'UV_CONCURRENT_DOWNLOADS',
    ],
    ...['NETRC', 'UV_KEYRING_PROVIDER', 'SSH_AUTH_SOCK', 'GIT_CONFIG_KEY_0', 'LC_ALL', 'TMPDIR', 'RUNNER_TRACKING_ID'],
    ...['SystemRoot', 'AppData', 'LOCALAPPDATA', 'USERPROFILE', 'PathExt', 'ComSpec', 'ProgramFiles(x86)'],
  ])('holds what uv needs: %s', (name) => expect(uvEnvironment({ [name]: '/value' })[name]).toBe('/value'));

  it.each([
    ...[
      'UV_FROZEN',
      'UV_LOCKED',
      'UV_PYTHON',
      'UV_PROJECT',
      'UV_PROJECT_ENVIRONMENT',
      'UV_NO_SYNC',
      'UV_NO_CONFIG',
      'UV_DEV',
    ],
    ...[
      'UV_NO_DEV',
      'UV_ONLY_DEV',
      'UV_NO_DEFAULT_GROUPS',
      'UV_NO_GROUP',
      'UV_NO_BINARY',
      'UV_NO_BINARY_PACKAGE',
      'UV_NO_BUILD',
    ],
    ...[
      'UV_NO_BUILD_PACKAGE',
      'UV_NO_SOURCES',
      'UV_CONFIG_FILE',
      'VIRTUAL_ENV',
      'PYTHONPATH',
      'PYTHONHOME',
      'UV_WORKING_DIR',
    ],
    ...[
      'UV_EXCLUDE_NEWER',
      'UV_RESOLUTION',
      'UV_PRERELEASE',
      'UV_FORK_STRATEGY',
      'UV_NO_INSTALL_PROJECT',
      'UV_NO_CACHE',
    ],
    ...['SETUPTOOLS_SCM_PRETEND_VERSION', 'SETUPTOOLS_SCM_PRETEND_VERSION_FOR_X', 'PDM_BUILD_SCM_VERSION'],
    ...['UV_DYNAMIC_VERSIONING_BYPASS', 'HATCH_BUILD_HOOKS_ENABLE', 'CFLAGS', 'CI', 'GITHUB_ACTIONS', 'A_NEW_ONE'],
  ])('holds nothing that no server has: %s', (name) => expect(uvEnvironment({ [name]: '1' })).not.toHaveProperty(name));

  it('asks for plain words', () => {
    expect(uvEnvironment({ NO_COLOR: '', FORCE_COLOR: '1', GONE: undefined })).toMatchObject({
      NO_COLOR: '1',
      UV_NO_PROGRESS: '1',
    });
    expect(uvEnvironment({ GONE: undefined })).not.toHaveProperty('GONE');
  });
});

describe('finding uv', () => {
  it('answers the version of the one on PATH', async () => {
    const { version, run } = await find();
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { exitCode, stdout } = await run(['--version'], { cwd: plant() });
    expect([exitCode, stdout.startsWith(`uv ${version}`)]).toEqual([0, true]);
  });

  it('runs it in a folder, with variables added, and without those of the run', async () => {
    const dir = plant({ 'pyproject.toml': '[project]\nname = "x"\nversion = "1"\n' });
    const { run } = await find({ UV_PROJECT_ENVIRONMENT: '/wrong', UV_PROJECT: '/wrong', INPUT_TOKEN: 'x' });
    const { stdout } = await run(['cache', 'dir'], { cwd: dir, env: { UV_CACHE_DIR: `${dir}/cache` } });
    expect(stdout.trim()).toBe(`${dir}/cache`);
    expect((await run(['version', '--short'], { cwd: dir })).stdout.trim()).toBe('1');
  });

  it.each([
    ['there is none', {}],
    ['what is called so is none', { uv: { run: '#!/bin/sh\necho hello\n' } }],
    ['what is called so fails', { uv: { run: '#!/bin/sh\necho uv 1.2.3\nexit 3\n' } }],
  ])('answers nothing where %s', async (_, tree) => {
    const before = process.env.PATH;
    process.env.PATH = `${plant(tree)}:/usr/bin:/bin`;
    try {
      expect(await findUv(systemExec, plant(), process.env, signal)).toBeUndefined();
    } finally {
      process.env.PATH = before;
    }
  });

  it('ends when the run is cancelled', async () => {
    const reason = new Cancelled('cancelled');
    await expect(findUv(systemExec, plant(), process.env, AbortSignal.abort(reason))).rejects.toBe(reason);
    const cancel = new AbortController();
    const sleepy = plant({ uv: { run: '#!/bin/sh\nexec sleep 60\n' } });
    const before = process.env.PATH;
    process.env.PATH = `${sleepy}:/usr/bin:/bin`;
    try {
      const finding = findUv(systemExec, plant(), process.env, cancel.signal);
      setTimeout(() => cancel.abort(reason), 50);
      await expect(finding).rejects.toBe(reason);
    } finally {
      process.env.PATH = before;
    }
  });
});

describe('the reason why uv failed', () => {
  const PROJECT = '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11"\n';
  const BACKEND = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';

  it.each<[what: string, tree: Record<string, string>, args: string[], reason: RegExp]>([
    [
      'a pyproject.toml that is no TOML',
      { 'pyproject.toml': '[project\n' },
      ['lock', '--check'],
      /^error: .*\n?[\s\S]*TOML parse error/,
    ],
    ['a project that is none', {}, ['sync', '--frozen'], /^error: No `pyproject\.toml` found/],
    ['a lock that is missing', { 'pyproject.toml': PROJECT }, ['sync', '--frozen'], /^error: Unable to find lockfile/],
    [
      'a Python that is missing',
      { 'pyproject.toml': PROJECT },
      ['sync', '--python', '3.99', '--no-python-downloads'],
      /^error: No interpreter found for Python 3\.99/,
    ],
    ['a Python that does not fit', { 'pyproject.toml': PROJECT.replace('3.11', '4') }, ['lock'], /^error: /],
    [
      'a package that there is not',
      { 'pyproject.toml': `${PROJECT}dependencies = ["no-such"]\n[tool.uv]\nno-index = true\n` },
      ['lock'],
      /^(?:error:|×)/,
    ],
    [
      'a build that fails',
      { 'pyproject.toml': PROJECT + BACKEND, 'backend.py': 'raise SystemExit("no way to build")\n' },
      ['sync'],
      /^(?:error:|×) ?Failed to build `x @[\s\S]*no way to build/,
    ],
  ])('is known by its own words: %s', async (_, tree, args, reason) => {
    const { run } = await find({ UV_NO_CACHE: '1' });
    const { exitCode, stderr } = await run(args, { cwd: plant(tree) });
    expect(exitCode).toBeGreaterThan(0);
    const told = uvReason(stderr);
    expect(told).toMatch(reason);
    expect(told).not.toMatch(/^warning:|Using CPython|Creating virtual/m);
  });

  it.each([
    ['', ''],
    ['something odd\n', 'something odd'],
    ['warning: a\nUsing CPython 3.12\nerror: b\n  cause: c\nhint: d\n', 'error: b\n  cause: c\nhint: d'],
    ['Resolved 5 packages in 1ms\n  × Failed to build `a`\n  ├─▶ b\n', '× Failed to build `a`\n  ├─▶ b'],
    ['warning: only a warning\n', ''],
  ])('of %j is %j', (stderr, reason) => expect(uvReason(stderr)).toBe(reason));
});

it('knows the passwords of package indexes, which a build may print', () => {
  const environment = {
    UV_INDEX_COMPANY_PASSWORD: 'a',
    uv_index_other_password: 'b',
    UV_INDEX_COMPANY_USERNAME: 'octo',
  };
  expect(indexPasswords({ ...environment, UV_INDEX_EMPTY_PASSWORD: '' })).toEqual(['a', 'b']);
});
