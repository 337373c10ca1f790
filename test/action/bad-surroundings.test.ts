import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ActionOptions, type ActionRun, runAction } from '../tools/action.ts';
import { createAttempts, expectOwnCommands, places, snapshot, theOne } from '../tools/attempts.ts';

const { place, project, check, run } = createAttempts();

const STATIC = { mode: 'check', preflight: 'static' };
const NO_GIT = 'This is not a git checkout: all files that .gitignore does not exclude are bundled.';
const isRoot = process.getuid?.() === 0;

const git = (cwd: string, ...args: string[]) => {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
};
/** A project in a git checkout of its own, with a file that git does not know and one that it ignores. */
const repository = async (): Promise<string> => {
  const folder = await project({ '.gitignore': '*.log\n' });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=All');
  return folder;
};
const inspect = async (workspace: string, options: Partial<ActionOptions> = {}): Promise<ActionRun> => {
  writeFileSync(join(workspace, 'new.txt'), 'new');
  writeFileSync(join(workspace, 'debug.log'), 'ignored');
  return run({ workspace, inputs: STATIC, ...options });
};

describe.concurrent('the same bundle comes from', () => {
  const expected = repository().then((workspace) => inspect(workspace));
  const expectSame = async (done: ActionRun, { withGit = true } = {}) => {
    expect(done.annotations).toEqual([]);
    expect(done.log.includes(NO_GIT)).toBe(!withGit);
    expect(done.outputs['bundle-sha256']).toBe((await expected).outputs['bundle-sha256']);
    expect(done.log).toContain('new.txt');
    expect(done.log).not.toContain('debug.log');
  };

  test('a git checkout', async () => expectSame(await expected));

  test('a folder that is none', async () => {
    const workspace = await repository();
    rmSync(join(workspace, '.git'), { recursive: true });
    await expectSame(await inspect(workspace), { withGit: false });
  });

  test('a machine without git', async () => {
    const PATH = mkdtempSync(place.path('bin-'));
    await expectSame(await inspect(await repository(), { env: { PATH } }), { withGit: false });
  });

  test('a checkout whose .git is damaged', async () => {
    const workspace = await repository();
    writeFileSync(join(workspace, '.git/config'), '[core');
    await expectSame(await inspect(workspace), { withGit: false });
  });

  test('a shallow clone', async () => {
    const workspace = join(mkdtempSync(place.path('clone-')), 'app');
    git(place.path(), 'clone', '--quiet', '--depth=1', `file://${await repository()}`, workspace);
    await expectSame(await inspect(workspace));
  });

  test('a worktree', async () => {
    const workspace = join(mkdtempSync(place.path('worktree-')), 'app');
    git(await repository(), 'worktree', 'add', '--quiet', workspace);
    await expectSame(await inspect(workspace));
  });

  test('a folder of a larger repository', async () => {
    const workspace = await repository();
    const folder = join(workspace, 'apps/api');
    cpSync(await project({ '.gitignore': '*.log\n' }), folder, { recursive: true });
    for (const file of ['new.txt', 'debug.log']) writeFileSync(join(folder, file), file === 'new.txt' ? 'new' : '');
    await expectSame(await run({ workspace, inputs: { ...STATIC, 'working-directory': 'apps/api' } }));
  });

  test.runIf(isRoot)('a checkout that another user owns', async () => {
    const workspace = await repository();
    execFileSync('chown', ['--recursive', '12345:12345', workspace]);
    await expectSame(await inspect(workspace, { env: { HOME: mkdtempSync(place.path('home-')) } }));
  });

  test.each(['[x] (1) {y}', 'a b*c?', "it's $HOME", '-rf', '日本'])('a folder called %s', async (name) => {
    const workspace = join(mkdtempSync(place.path('odd-')), name);
    renameSync(await repository(), workspace);
    await expectSame(await inspect(workspace, { inputs: { ...STATIC, include: 'serve.py\n*.txt' } }));
    const above = { ...STATIC, 'working-directory': name };
    rmSync(join(workspace, '.git'), { recursive: true });
    await expectSame(await run({ workspace: join(workspace, '..'), inputs: above }), { withGit: false });
  });
});

describe('a project that can not be written to', () => {
  test.runIf(isRoot)('is checked, with uv too, on a file system that is mounted for reading', async ({ skip }) => {
    const workspace = await repository();
    const shell = (script: string) => execFileSync('sh', ['-c', script, workspace], { stdio: 'pipe' });
    try {
      shell('mount --bind "$0" "$0"');
    } catch {
      skip('nothing may be mounted here');
    }
    try {
      shell('mount -o remount,bind,ro "$0"');
      const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
      expect(done.annotations).toEqual([]);
      expect(done.log).toContain('the environment installs');
    } finally {
      shell('umount -l "$0"');
    }
  });

  test.skipIf(isRoot)('is checked, with uv too, without permission to write', async () => {
    const workspace = await repository();
    chmodSync(workspace, 0o555);
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true }).finally(() =>
      chmodSync(workspace, 0o755),
    );
    expect(done.annotations).toEqual([]);
  });
});

describe.concurrent('a runner without a temporary folder', () => {
  test.each([
    ['that exists', () => join(place.path(), 'missing', 'temp')],
    ['that is one', () => process.execPath],
    ['that can be written to', () => '/proc'],
  ])('%s is reported as such', async (_, temp) => {
    const done = await run({ workspace: await project(), inputs: STATIC, env: { RUNNER_TEMP: temp() } });
    expect(places(done)).toEqual(['no-temp']);
    expect(theOne(done, 'no-temp').message).toContain('Check that RUNNER_TEMP is a folder');
    expect(done.outputs.status).toBe('failed');
  });

  test('of its own uses that of the system', async () => {
    const TMPDIR = mkdtempSync(place.path('tmp-'));
    const done = await run({ workspace: await project(), inputs: STATIC, env: { RUNNER_TEMP: '', TMPDIR } });
    expect(done.outputs['bundle-path']).toContain(TMPDIR);
  });
});

/** As `run`, where the runner's own files are not there to be looked at. */
const runWithout = async (env: Record<string, string>, changes: Parameters<typeof project>[0] = {}) => {
  const workspace = await project(changes);
  const before = snapshot(workspace);
  const done = await runAction({ workspace, inputs: STATIC, env });
  expect(snapshot(workspace)).toEqual(before);
  return done;
};

describe.concurrent('a report that can not be given', () => {
  const folder = (): string => mkdtempSync(place.path('folder-'));

  test.each([
    ['no summary', () => ''],
    ['a summary that is missing', () => join(folder(), 'summary')],
    ['a summary that is a folder', folder],
  ])('does not change the verdict: %s', async (_, path) => {
    const good = await runWithout({ GITHUB_STEP_SUMMARY: path() });
    expect([good.exitCode, good.outputs.status]).toEqual([0, 'checked']);
    expect(good.log).toContain('No job summary: ');
    const bad = await runWithout({ GITHUB_STEP_SUMMARY: path() }, { 'serve.py': undefined });
    expect([bad.exitCode, bad.outputs.status, bad.titles()]).toEqual([1, 'failed', ['entrypoint-missing']]);
    for (const done of [good, bad]) expectOwnCommands(done.log);
  });

  test('falls back to commands where the runner has no file for outputs', async () => {
    const done = await runWithout({ GITHUB_OUTPUT: '' });
    expect(done.exitCode).toBe(0);
    expect(done.log).toContain('::set-output name=status::checked');
  });

  test.each([
    ['is missing', () => join(folder(), 'output')],
    ['is a folder', folder],
  ])('does not change the verdict: the file for outputs %s', async (_, path) => {
    const good = await runWithout({ GITHUB_OUTPUT: path() });
    expect([good.exitCode, places(good)]).toEqual([0, ['no-outputs']]);
    expect(theOne(good, 'no-outputs').message).toContain('Check that GITHUB_OUTPUT names');
    expect(good.summary).toContain('is ready for');
    const bad = await runWithout({ GITHUB_OUTPUT: path() }, { 'serve.py': undefined });
    expect([bad.exitCode, bad.titles()]).toEqual([1, ['entrypoint-missing', 'no-outputs']]);
    for (const done of [good, bad]) expectOwnCommands(done.log);
  });

  test('ends the run at once where nothing can be left for the end of the job', async () => {
    const done = await runWithout({ GITHUB_STATE: folder() });
    expect([done.exitCode, places(done)]).toEqual([1, ['no-state']]);
    expect(done.log).not.toContain('::group::');
    expectOwnCommands(done.log);
  });
});

describe.concurrent('surroundings that are not as they should be', () => {
  test('a checkout that is not there is reported with the step that makes it', async () => {
    const env = { GITHUB_WORKSPACE: place.path('never-checked-out') };
    const done = await run({ workspace: await project(), inputs: STATIC, env });
    expect(places(done)).toEqual(['no-checkout']);
    expect(theOne(done, 'no-checkout').message).toContain('actions/checkout');
  });

  test.each(['', '/nowhere/event.json', process.execPath])('no event to read is no matter: %j', async (path) => {
    const env = { GITHUB_EVENT_PATH: path };
    expect((await run({ workspace: await project(), inputs: STATIC, env })).annotations).toEqual([]);
  });

  test('UV_PYTHON that hides the pin is reported, and one that is the pin is not', async () => {
    const checkWith = async (UV_PYTHON: string, withUv = false) =>
      run({ workspace: await project(), inputs: withUv ? { mode: 'check' } : STATIC, env: { UV_PYTHON }, withUv });
    const other = await checkWith('3.12\n::error::x', true);
    expect(places(other)).toEqual(['uv-python-set .python-version:1']);
    expect(theOne(other, 'uv-python-set').message).toContain("UV_PYTHON is '3.12 : :error::x' in this job");
    expect(other.log).toContain('--python 3.11: the environment installs');
    expect((await checkWith('3.11')).annotations).toEqual([]);
  });

  test('variables that would make uv act otherwise are kept from it', async () => {
    const env = { UV_FROZEN: '1', UV_NO_SYNC: '1', UV_PROJECT: '/nowhere', VIRTUAL_ENV: '/nowhere', UV_NO_CONFIG: '1' };
    const done = await run({ workspace: await project(), inputs: { mode: 'check' }, env, withUv: true });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('the environment installs');
  });

  test('a project that git leaves out altogether is walked through', async () => {
    const done = await check({ '.gitignore': '/.gitignore\n' });
    expect(done.log).toContain(NO_GIT);
    expect(done.outputs.status).toBe('checked');
  });
});
