import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { commitAll } from '../tools/tree.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const place = createWorkplace();
const temp = place.path('temp');
let bin: string;

/** The package as npm installs it: what is packed, and a link to it. */
beforeAll(() => {
  const folder = place.path('installed');
  mkdirSync(folder, { recursive: true });
  mkdirSync(temp);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  bin = join(folder, 'uv-deploy');
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
  symlinkSync(join(folder, 'package', bins['uv-deploy']), bin);
});
afterAll(() => place.clear());

/** Runs the command in `cwd`, with variables that a job or a shell may have. */
const run = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd, env: { ...uvEnvironment(), TMPDIR: temp, ...env } },
      (_, stdout, stderr) => done({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });

/** A repository with an app in a folder; `files` replace some of its own. */
async function repository(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const project = await place.project('service', files);
  const root = realpathSync(project);
  return commitAll(root);
}

test('a folder within a project is checked as that project, as uv finds it', async () => {
  const root = await repository();
  mkdirSync(join(root, 'notebooks'));
  expect(await run(join(root, 'notebooks'), ['check'])).toMatchObject({
    exitCode: 0,
    stdout: 'uv-deploy: no problems\n',
  });
  const asked = await run(root, ['check', 'notebooks', '--platform', 'ricochet']);
  expect(asked.stdout).toContain('error missing-pyproject There is no notebooks/pyproject.toml');
});

test('a project that would run on the server passes, and nothing is left behind', async () => {
  const { exitCode, stdout, stderr } = await run(await repository(), ['check']);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: 'uv-deploy: no problems\n', stderr: '' });
  expect(readdirSync(temp)).toEqual([]);
});

test('what would fail on the server fails the check, with the place as an editor takes it', async () => {
  const root = await repository();
  writeFileSync(join(root, '.python-version'), '3.8\n');
  const whole = await run(root, ['check']);
  expect(whole.stdout).toMatch(/^\.python-version:1:1: error incompatible-pin .*\n {2}Run `uv python pin 3\.11`.*\n/);
  expect(whole.stdout).toMatch(/\nuv-deploy: 1 error\n$/);
  expect([whole.exitCode, whole.stderr]).toEqual([1, '']);

  mkdirSync(join(root, 'below'));
  const fromBelow = await run(join(root, 'below'), ['check', '..', '--platform', 'ricochet']);
  expect(fromBelow.stdout).toMatch(/^\.\.\/\.python-version:1:1: error incompatible-pin /);
  expect(readdirSync(temp)).toEqual([]);
});

test('warnings fail the check only where they are asked to', async () => {
  const root = await repository();
  const config = join(root, '_ricochet.toml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('[content]', '[content]\ncolour = "red"'));
  const [plain, strict] = [await run(root, ['check']), await run(root, ['check', '--fail-on=warning'])];
  expect(plain.stdout).toMatch(/^_ricochet\.toml:\d+: warning config-unknown-key [\s\S]*\nuv-deploy: 1 warning\n$/);
  expect([plain.exitCode, strict.exitCode]).toEqual([0, 1]);
});

test('nothing around it changes the check: no job, no input, no credential', async () => {
  const around = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/nowhere', GITHUB_EVENT_NAME: 'pull_request_target' },
    ...{ GITHUB_OUTPUT: '/nowhere/output', GITHUB_STATE: '/nowhere/state', RUNNER_TEMP: '/nowhere' },
    ...{ INPUT_MODE: 'deploy', INPUT_TOKKEN: 'x', STATE_phase: 'post' },
    ...{ RICOCHET_SERVER: 'http://127.0.0.1:9', RICOCHET_API_KEY: 'rico_secret_key' },
  };
  const { exitCode, stdout } = await run(await repository(), ['check'], around);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'uv-deploy: no problems\n' });
});

test('a project without a platform gets the line to write for it', async () => {
  const root = await repository();
  rmSync(join(root, '_ricochet.toml'));
  const { exitCode, stdout } = await run(root, ['check']);
  expect(stdout).toMatch(
    /^error no-platform .*\n.*write `platform = "ricochet"` under `\[tool\.uv-deploy\]` in pyproj/,
  );
  expect(exitCode).toBe(1);
});

test('without arguments it shows how it is used, and a mistake is no failed check', async () => {
  const [usage, mistake] = [await run(ROOT, []), await run(ROOT, ['check', '--plattform', 'x'])];
  expect(usage).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Usage: uv-deploy check /), stderr: '' });
  expect(mistake).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--plattform') });
});

test('the pre-commit hook runs the same command', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hook).toMatchObject({ id: 'uv-deploy', entry: 'uv-deploy check', language: 'node', pass_filenames: false });
});
