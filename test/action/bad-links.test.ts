import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ActionRun, everythingShown } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { grow, makePipe, type Tree } from '../tools/tree.ts';

const { place, run, refuse } = createAttempts();

/** What must reach neither the server nor the log. */
const SECRET = 'AUTHORIZATION: basic c2VjcmV0LW9mLXRoZS1qb2I=';

/** A folder `checkout` with a secret in a folder `outside` of it. */
const checkout = (tree: Tree): string => {
  const folder = mkdtempSync(place.path('links-'));
  const workspace = join(folder, 'checkout');
  mkdirSync(workspace);
  grow(join(folder, 'outside'), {
    'secret.py': `${SECRET}\n`,
    '.python-version': `3.12\n${SECRET}\n`,
    'uv.lock': `# ${SECRET}\nversion = 1\nrequires-python = ">=3.11"\n`,
    'requirements.txt': `${SECRET}\n`,
  });
  return grow(workspace, tree);
};

const pyproject = (more = '') => `[project]\nname = "web"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n${more}`;
const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';
const lockWith = (name: string, directory: string) =>
  'version = 1\nrequires-python = ">=3.11"\n\n' +
  `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { directory = "${directory}" }\n\n` +
  `[[package]]\nname = "web"\nversion = "0.1.0"\nsource = { virtual = "." }\ndependencies = [{ name = "${name}" }]\n\n` +
  `[package.metadata]\nrequires-dist = [{ name = "${name}", directory = "${directory}" }]\n`;

/** A project for Connect in `app`, whose lock takes a package from a folder. */
const dependent = (name: string, directory: string): Tree => ({
  'app/pyproject.toml': pyproject(
    `dependencies = ["${name}"]\n\n[tool.uv.sources]\n${name} = { path = "${directory}" }\n`,
  ),
  'app/.python-version': '3.12\n',
  'app/app.py': FLASK,
  'app/requirements.txt': 'flask\n',
  'app/uv.lock': lockWith(name, directory),
});
const checkOnConnect = (workspace: string, directory = 'app'): Promise<ActionRun> =>
  run({
    workspace,
    inputs: { mode: 'check', preflight: 'static', platform: 'connect', 'working-directory': directory },
  });
const namesIn = ({ outputs }: ActionRun): string[] =>
  outputs['bundle-path']
    ? execFileSync('tar', ['-tzf', outputs['bundle-path']], { encoding: 'utf8' }).trim().split('\n')
    : [];

describe.concurrent('a local package for Connect', () => {
  test('that is a link out of the checkout is an error, and nothing of it is sent', async () => {
    const workspace = checkout({ ...dependent('secret', '../libs/secret'), 'libs/secret': { link: '../../outside' } });
    const done = await checkOnConnect(workspace);
    expect(namesIn(done)).toEqual([]);
    expect(places(done)).toContain('local-package-outside app/uv.lock:5');
    expect(theOne(done, 'local-package-outside').message).toContain('leads out of the repository');
  });

  test('in .git is an error, and the credential of the job stays there', async () => {
    const workspace = checkout({
      ...dependent('config', '../.git'),
      '.git/config': `[http "https://github.com/"]\n\textraheader = ${SECRET}\n`,
      '.git/config.py': `${SECRET}\n`,
    });
    const done = await checkOnConnect(workspace);
    expect(namesIn(done)).toEqual([]);
    expect(places(done)).toContain('local-package-outside app/uv.lock:5');
    expect(theOne(done, 'local-package-outside').message).toContain('is in a folder that is never deployed');
    expect(everythingShown(done)).not.toContain(SECRET);
  });

  test.each([
    ['.git/config', '../.git/config'],
    ['.env', '../.env'],
  ])('brings nothing of %s along, which a module of it links to', async (_, link) => {
    const workspace = checkout({
      ...dependent('shared', '..'),
      'shared/__init__.py': '',
      'shared/given.py': { link },
      '.git/config': `[http "https://github.com/"]\n\textraheader = ${SECRET}\n`,
      '.env': `${SECRET}\n`,
    });
    const done = await checkOnConnect(workspace);
    expect(done.titles('error')).toEqual([]);
    expect(namesIn(done)).toContain('shared/__init__.py');
    expect(namesIn(done)).not.toContain('shared/given.py');
  });

  test('is deployed through a link that stays in the checkout', async () => {
    const workspace = checkout({
      ...dependent('shared', '../libs/link'),
      'libs/shared/shared.py': 'x = 1\n',
      'libs/link': { link: 'shared' },
    });
    const done = await checkOnConnect(workspace);
    expect(done.titles('error')).toEqual([]);
    expect(namesIn(done)).toContain('shared.py');
  });
});

test('a manifest.json that lists links to .git and .env is an error, and nothing of them is sent', async () => {
  const listed = ['app.py', 'given.txt', 'folder/config', 'settings.txt'];
  const manifest = {
    ...{ version: 1, metadata: { appmode: 'python-api', entrypoint: 'app' } },
    files: Object.fromEntries(listed.map((path) => [path, { checksum: '0'.repeat(32) }])),
  };
  const workspace = checkout({
    ...{ 'pyproject.toml': pyproject(), 'app.py': FLASK, 'manifest.json': JSON.stringify(manifest) },
    ...{ 'given.txt': { link: '.git/config' }, folder: { link: '.git' }, 'settings.txt': { link: '.env' } },
    ...{ '.git/config': SECRET, '.env': SECRET },
  });
  const done = await checkOnConnect(workspace, '.');
  expect(namesIn(done)).toEqual([]);
  const told = done.annotations.filter(({ title }) => title === 'manifest-file-missing').map(({ message }) => message);
  for (const path of listed.slice(1)) expect(told.join()).toContain(path);
});

describe.concurrent('a file of the workspace root that is a link out of the checkout', () => {
  const member: Tree = {
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["app"]\n',
    'app/pyproject.toml': pyproject(),
    'app/app.py': FLASK,
    'app/_ricochet.toml':
      '[content]\nname = "web"\nentrypoint = "app.py"\naccess_type = "private"\ncontent_type = "flask"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
  };
  const own: Tree = {
    '.python-version': '3.12\n',
    'uv.lock': lockWith('web', '.').slice(0, 43),
  };

  test.each(['.python-version', 'uv.lock'])('is an error and is not read: %s', async (name) => {
    const workspace = checkout({ ...member, ...own });
    rmSync(join(workspace, name));
    symlinkSync(`../outside/${name}`, join(workspace, name));
    const done = await run({
      workspace,
      inputs: { mode: 'check', preflight: 'static', platform: 'ricochet', 'working-directory': 'app' },
    });
    expect(namesIn(done)).toEqual([]);
    expect(places(done)).toContain(`link-leaves-project ${name}`);
    expect(theOne(done, 'link-leaves-project').message).toContain('leads out of the repository and is not read');
    expect(everythingShown(done)).not.toContain(SECRET);
  });

  test.each(['.git/config', '.env'])('and so is one to %s, which is never deployed', async (target) => {
    const workspace = checkout({ ...member, ...own, [target]: `3.12\n${SECRET}\n` });
    rmSync(join(workspace, '.python-version'));
    symlinkSync(target, join(workspace, '.python-version'));
    const done = await run({
      workspace,
      inputs: { mode: 'check', preflight: 'static', platform: 'ricochet', 'working-directory': 'app' },
    });
    expect(places(done)).toContain('link-leaves-project .python-version');
    expect(theOne(done, 'link-leaves-project').message).toContain(`leads to ${target}, which is never deployed`);
    expect(everythingShown(done)).not.toContain(SECRET);
  });
});

test('a .python-version that is a link out of the checkout is reported once, and none of its lines is shown', async () => {
  const done = await refuse({
    '.python-version': (path) => {
      writeFileSync(place.path('pins'), `${SECRET}\n`);
      symlinkSync(place.path('pins'), path);
    },
  });
  expect(places(done)).toEqual(['link-leaves-project .python-version']);
  expect(everythingShown(done)).not.toContain(SECRET);
});

describe.concurrent('a requirements_file', () => {
  const table = (name: string) =>
    pyproject(
      `dependencies = []\n\n[tool.rsconnect]\napp_mode = "python-api"\nentrypoint = "app:app"\nrequirements_file = "${name}"\n`,
    );
  const project = (name: string, tree: Tree = {}) =>
    checkout({
      'pyproject.toml': table(name),
      '.python-version': '3.12\n',
      'app.py': FLASK,
      'uv.lock': lockWith('web', '.').slice(0, 43),
      ...tree,
    });

  test.each<[what: string, workspace: () => string, told: string]>([
    ['a folder', () => project('requirements', { 'requirements/base.txt': '' }), 'not-a-file requirements'],
    [
      '3 GB',
      () => {
        const workspace = project('big.txt', { 'big.txt': '' });
        truncateSync(join(workspace, 'big.txt'), 3_000_000_000);
        return workspace;
      },
      'file-too-large big.txt',
    ],
    [
      'a pipe',
      () => {
        const workspace = project('pipe');
        makePipe(join(workspace, 'pipe'));
        return workspace;
      },
      'not-a-file pipe',
    ],
    ['a link to a device', () => project('zero', { zero: { link: '/dev/zero' } }), 'link-leaves-project zero'],
    ['a path out of the checkout', () => project('../outside/requirements.txt'), 'link-leaves-project ../outside'],
    ['.git/config', () => project('.git/config', { '.git/config': SECRET }), 'link-leaves-project .git/config'],
  ])('that is %s ends with a sentence', async (_, workspace, told) => {
    const done = await checkOnConnect(workspace(), '.');
    expect(places(done).map((one) => one.slice(0, told.length))).toContain(told);
    expect(everythingShown(done)).not.toContain(SECRET);
    expect(done.ms).toBeLessThan(10_000);
  });
});
