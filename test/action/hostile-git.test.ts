import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActionOptions, runAction } from '../tools/action.ts';
import { createAttempts, expectDecency } from '../tools/attempts.ts';
import { lockOf } from '../tools/lock-text.ts';

const { place, project } = createAttempts();

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });

/** Answers that somebody has to log in, as a server with a private repository does. */
const login = createServer((_, response) => {
  response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
});
beforeAll(() => new Promise<void>((done) => login.listen(0, '127.0.0.1', done)));
afterAll(() => login.close());
const loginUrl = () => `http://127.0.0.1:${(login.address() as AddressInfo).port}/repository`;

/** What a repository's configuration makes git run; `command` is a shell command that leaves a mark. */
type Trap = (command: string) => Readonly<Record<string, string>>;

const FETCHES: [string, Trap][] = [
  ['the program that serves the objects', (command) => ({ 'remote.o.url': '.', 'remote.o.uploadpack': command })],
  [
    'that program, where the repository allows the way to it',
    (command) => ({ 'remote.o.url': '.', 'remote.o.uploadpack': command, 'protocol.file.allow': 'always' }),
  ],
  ['the command for ssh', (command) => ({ 'remote.o.url': 'ssh://host.invalid/x', 'core.sshCommand': command })],
  [
    'a command as the address',
    (command) => ({ 'remote.o.url': `ext::sh -c ${command.replaceAll(' ', '% ')}`, 'protocol.ext.allow': 'always' }),
  ],
  ['the proxy for git', (command) => ({ 'remote.o.url': 'git://host.invalid/x', 'core.gitProxy': command })],
  ['the keeper of passwords', (command) => ({ 'remote.o.url': loginUrl(), 'credential.helper': `!${command}` })],
];

/**
 * Makes a repository of `folder` itself: not in a `.git`, which can't be committed, but as a bare one. The blob of its .gitignore is
 * missing, so that git fetches it to list the files.
 */
function makeBare(folder: string, config: Readonly<Record<string, string>>): void {
  const dir = mkdtempSync(place.path('bare-'));
  git(dir, 'init', '--quiet');
  writeFileSync(join(dir, '.gitignore'), '*.log\n');
  git(dir, 'add', '.gitignore');
  git(dir, 'update-index', '--skip-worktree', '.gitignore');
  rmSync(join(dir, '.git/objects'), { recursive: true });
  for (const name of ['objects', 'refs']) {
    mkdirSync(join(dir, '.git', name), { recursive: true });
    writeFileSync(join(dir, '.git', name, '.keep'), '');
  }
  const all = {
    ...{ 'core.repositoryformatversion': '1', 'core.bare': 'false', 'core.worktree': '.' },
    ...{ 'extensions.partialClone': 'o', 'remote.o.promisor': 'true', ...config },
  };
  for (const [name, value] of Object.entries(all)) git(dir, 'config', '--file', '.git/config', name, value);
  for (const name of ['HEAD', 'config', 'index', 'objects', 'refs']) {
    cpSync(join(dir, '.git', name), join(folder, name), { recursive: true });
  }
}

/** A command that leaves a mark, and whether it has run. */
function snare() {
  const folder = mkdtempSync(place.path('snare-'));
  const command = join(folder, 'command');
  const mark = join(folder, 'mark');
  writeFileSync(command, `#!/bin/sh\nenv >> ${mark}\nexit 1\n`, { mode: 0o755 });
  return { command, hasRun: () => existsSync(mark) };
}

const STATIC = { mode: 'check', preflight: 'static', 'github-token': 'ghs_of-the-job' };

/** The action, and whether the snare has caught something. */
async function run(options: ActionOptions, hasRun: () => boolean = () => false) {
  const done = await runAction(options);
  expect(hasRun(), done.log).toBe(false);
  expectDecency(done);
  return done;
}

/** The workspace as actions/checkout leaves it, with one folder below. */
async function checkout(below: string): Promise<{ workspace: string; folder: string }> {
  const workspace = mkdtempSync(place.path('workspace-'));
  const folder = join(workspace, below);
  cpSync(await project(), folder, { recursive: true });
  git(workspace, 'init', '--quiet');
  git(workspace, 'add', '--all');
  return { workspace, folder };
}

describe.concurrent('a folder that is a repository by itself runs nothing:', () => {
  test.each([
    ...FETCHES,
    ['the monitor of the file system', (command: string) => ({ 'core.fsmonitor': command })] satisfies [string, Trap],
  ])('%s', async (_, trap) => {
    const { workspace, folder } = await checkout('app');
    const { command, hasRun } = snare();
    makeBare(folder, trap(command));
    const done = await run({ workspace, inputs: { ...STATIC, 'working-directory': 'app' } }, hasRun);
    expect(done.outputs.status).toBe('checked');
  });

  test('as an app that its own pyproject.toml names', async () => {
    const { workspace, folder } = await checkout('app');
    const { command, hasRun } = snare();
    makeBare(folder, { 'remote.o.url': '.', 'remote.o.uploadpack': command });
    writeFileSync(join(workspace, 'pyproject.toml'), '[[tool.uv-deploy.app]]\ndirectory = "app"\n');
    const done = await run({ workspace, inputs: STATIC }, hasRun);
    expect(done.outputs.status).toBe('checked');
  });

  test('as the root of a workspace without .git', async () => {
    const workspace = await project();
    const { command, hasRun } = snare();
    makeBare(workspace, { 'remote.o.url': '.', 'remote.o.uploadpack': command });
    const done = await run({ workspace, inputs: STATIC }, hasRun);
    expect(done.outputs.status).toBe('checked');
  });

  test('as a package that an app on Connect depends on', async () => {
    const { workspace, folder } = await checkout('app');
    const { command, hasRun } = snare();
    const library = join(workspace, 'library');
    mkdirSync(join(library, 'shared'), { recursive: true });
    writeFileSync(join(library, 'pyproject.toml'), '[project]\nname = "shared"\nversion = "1.0"\n');
    writeFileSync(join(library, 'shared/__init__.py'), '');
    makeBare(library, { 'remote.o.url': '.', 'remote.o.uploadpack': command });
    const source = '{ directory = "../library" }';
    writeFileSync(join(folder, 'uv.lock'), lockOf('shared', ', directory = "../library"', source));
    writeFileSync(
      join(folder, 'pyproject.toml'),
      '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = ["shared"]\n' +
        '[tool.uv.sources]\nshared = { path = "../library" }\n',
    );
    writeFileSync(join(folder, 'app.py'), 'import shared\n\n\ndef app(environ, start_response): ...\n');
    const inputs = { ...STATIC, platform: 'connect', entrypoint: 'app:app', 'content-type': 'python-api' };
    const done = await run({ workspace, inputs: { ...inputs, 'working-directory': 'app' }, withUv: true }, hasRun);
    expect(done.log).toContain('shared/__init__.py');
  });
});

describe.concurrent('a repository with a .git from elsewhere, such as an artifact, runs nothing:', () => {
  test.each([
    ...FETCHES,
    ['the monitor of the file system', (command: string) => ({ 'core.fsmonitor': command })] satisfies [string, Trap],
  ])('%s', async (_, trap) => {
    const workspace = await project();
    const { command, hasRun } = snare();
    const dir = mkdtempSync(place.path('made-'));
    makeBare(dir, trap(command));
    cpSync(dir, join(workspace, '.git'), { recursive: true });
    git(workspace, 'config', '--file', '.git/config', 'core.worktree', '..');
    for (const hook of ['post-index-change', 'fsmonitor-watchman']) {
      mkdirSync(join(workspace, '.git/hooks'), { recursive: true });
      cpSync(command, join(workspace, '.git/hooks', hook));
    }
    await run({ workspace, inputs: STATIC }, hasRun);
  });
});

test('git hears nothing of the job: neither its inputs nor its own variables', async () => {
  const { workspace } = await checkout('.');
  appendFileSync(join(workspace, '.gitignore'), '*.log\n');
  writeFileSync(join(workspace, 'debug.log'), '');
  const bin = mkdtempSync(place.path('bin-'));
  const heard = join(bin, 'heard');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(bin, 'git'), `#!/bin/sh\nenv > ${heard}\nexec ${real} "$@"\n`, { mode: 0o755 });
  const env = {
    ...{ GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere', GIT_WORK_TREE: '/nowhere', GIT_EXTERNAL_DIFF: 'false' },
    ...{
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.excludesFile',
      GIT_CONFIG_VALUE_0: join(workspace, '.gitignore'),
    },
    ...{ GITHUB_TOKEN: 'ghs_of-the-job', CLEVER_TOKEN: 'clever-of-the-job', DB_PASSWORD: 'of-the-job' },
    PATH: `${bin}:${process.env.PATH ?? ''}`,
  };
  const done = await run({ workspace, inputs: STATIC, env });
  expect(done.annotations).toEqual([]);
  expect(done.log).not.toContain('debug.log');
  const lines = execFileSync('cat', [heard], { encoding: 'utf8' });
  expect(lines).toContain('GIT_NO_LAZY_FETCH=1');
  expect(lines).not.toMatch(/of-the-job|^INPUT_|\/nowhere|^GIT_EXTERNAL_DIFF|^GIT_CONFIG_/m);
});

test('a program that lies in the checkout is not taken for git', async () => {
  const { workspace } = await checkout('.');
  const { command, hasRun } = snare();
  cpSync(command, join(workspace, 'git'));
  const done = await run({ workspace, inputs: STATIC, env: { PATH: `:.:${process.env.PATH ?? ''}` } }, hasRun);
  expect(done.outputs.status).toBe('checked');
});
