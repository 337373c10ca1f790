import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../../src/project/project.ts';
import { uvEnvironment } from '../../emulators/host/environment.ts';
import { codesOf, failureOf } from '../../tools/fakes.ts';
import { createForest, type Tree } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';

const plant = createForest('project');

const project = (name: string, more = ''): string =>
  `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.11"\n${more}`;
const WORKSPACE = '[tool.uv.workspace]\nmembers = ["apps/*"]\n';
const LOCK = 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n';

describe('the working-directory', () => {
  const tree: Tree = { 'apps/api/pyproject.toml': project('api'), file: '', 'with space/pyproject.toml': project('x') };

  it.each([
    ['.', ''],
    ['', ''],
    ['apps/api', 'apps/api'],
    ['./apps//api/', 'apps/api'],
    ['apps/../apps/api', 'apps/api'],
    ['with space', 'with space'],
  ])('%j is a folder of the checkout', async (directory, dir) => {
    const root = plant(tree);
    const found = await readProject(root, directory);
    expect([found.checkout, relative(root, found.dir)]).toEqual([root, dir]);
  });

  it('may be an absolute path in the checkout', async () => {
    const root = plant(tree);
    expect((await readProject(root, join(root, 'apps/api'))).dir).toBe(join(root, 'apps/api'));
  });

  it('may be a link in the checkout, and a checkout may be a link itself', async () => {
    const root = plant({ ...tree, link: { link: 'apps/api' } });
    expect((await readProject(root, 'link')).dir).toBe(join(root, 'apps/api'));
    const other = join(plant(), 'checkout');
    symlinkSync(root, other);
    const found = await readProject(other, 'apps/api');
    expect([found.checkout, found.dir, found.shown(found.dir)]).toEqual([root, join(root, 'apps/api'), 'apps/api']);
  });

  it.each(['none', 'file', 'apps/api/pyproject.toml', 'apps/none\n::error::x'])(
    '%j is no folder of it',
    async (directory) => {
      const { findings } = await failureOf(() => readProject(plant(tree), directory));
      expect(findings).toMatchObject([
        { code: 'working-directory', remedy: expect.stringContaining("Set 'working-directory'") },
      ]);
      expect(findings[0]?.message).toMatch(/^There is no folder '[^\n]+' in the checkout\.$/);
    },
  );

  it.each(['..', '../', '/', '/tmp', 'apps/../..', 'outside'])('%j leaves it', async (directory) => {
    const root = plant({ ...tree, outside: { link: '..' } });
    const { findings } = await failureOf(() => readProject(root, directory));
    expect(findings).toMatchObject([
      { code: 'working-directory', message: expect.stringContaining('leaves the checkout') },
    ]);
  });

  it('leaves it into a neighbour of nearly the same name', async () => {
    const root = plant({ 'app/a': '', 'app2/b': '' });
    const { findings } = await failureOf(() => readProject(join(root, 'app'), '../app2'));
    expect(findings[0]?.message).toContain('leaves the checkout');
  });
});

describe('a project', () => {
  it('is what lies in its folder', async () => {
    const root = plant({
      'pyproject.toml': project('x'),
      'uv.lock': LOCK,
      '.python-version': '3.11\n',
      'other.toml': 'a = 1',
    });
    const found = await readProject(root, '.');
    expect(found.pyproject?.data).toMatchObject({ project: { name: 'x' } });
    expect(found.lock?.data).toMatchObject({ version: 1 });
    expect(Buffer.from(found.pin?.bytes ?? []).toString()).toBe('3.11\n');
    expect(found.findings).toEqual([]);
    expect(await found.read('other.toml')).toMatchObject({ shown: 'other.toml', text: 'a = 1' });
    expect(await found.read('none.toml')).toBeUndefined();
    expect([found.shown(root), found.shown(join(root, 'a', 'b'))]).toEqual(['.', 'a/b']);
  });

  it('of an empty folder has nothing, and that is not told here', async () => {
    const found = await readProject(plant(), '.');
    expect([found.pyproject, found.lock, found.pin, found.findings]).toEqual([undefined, undefined, undefined, []]);
  });

  it('in a workspace has the lock of its root, not one that lies beside it', async () => {
    const root = plant({
      'pyproject.toml': project('root', WORKSPACE),
      'uv.lock': LOCK,
      'apps/api/pyproject.toml': project('api'),
      'apps/api/uv.lock': 'version = 99\n',
    });
    const found = await readProject(root, 'apps/api');
    expect([found.lock?.shown, found.workspace.root]).toEqual(['uv.lock', root]);
    expect(found.pyproject?.shown).toBe('apps/api/pyproject.toml');
  });

  it('tells every broken file, with its place', async () => {
    const root = plant({ 'pyproject.toml': '[project\n', 'uv.lock': Buffer.from([0xff]), '.python-version/x': '' });
    const found = await readProject(root, '.');
    expect(found.findings.map(({ code, file }) => [code, file])).toEqual([
      ['toml-syntax', 'pyproject.toml'],
      ['encoding', 'uv.lock'],
      ['not-a-file', '.python-version'],
    ]);
    expect([found.pyproject, found.lock, found.pin]).toEqual([undefined, undefined, undefined]);
  });

  it('reads other files with a limit', async () => {
    const found = await readProject(plant({ 'huge.toml': 'x'.repeat(1_000_001) }), '.');
    expect(codesOf([await found.read('huge.toml')].flatMap((file) => (file && 'level' in file ? [file] : [])))).toEqual(
      ['file-too-large'],
    );
  });
});

describe('the pin is the one that uv takes', () => {
  const member: Tree = { 'pyproject.toml': project('root', WORKSPACE), 'apps/api/pyproject.toml': project('api') };

  it.each<[what: string, tree: Tree, directory: string]>([
    ['beside the project', { 'pyproject.toml': project('x'), '.python-version': '3.11' }, '.'],
    ['at the root of the workspace', { ...member, '.python-version': '3.11' }, 'apps/api'],
    ['in a folder on the way', { ...member, '.python-version': '3.12', 'apps/.python-version': '3.11' }, 'apps/api'],
    ['of the member itself', { ...member, '.python-version': '3.12', 'apps/api/.python-version': '3.11' }, 'apps/api'],
    ['nowhere above the workspace', { '.python-version': '3.11', 'sub/pyproject.toml': project('x') }, 'sub'],
    ['nowhere', { 'pyproject.toml': project('x') }, '.'],
  ])('%s', async (_, tree, directory) => {
    const root = plant(tree);
    const found = await readProject(root, directory);
    // uv tells where it has read the request from.
    const { stderr } = await promisify(execFile)(uv, ['python', 'find', '--verbose', '--no-python-downloads'], {
      cwd: join(root, directory),
      env: uvEnvironment({ UV_NO_CACHE: '1', NO_COLOR: '1' }),
    }).catch((error: { stderr: string }) => error);
    const read =
      /(?:Reading Python requests from version file at|Using Python request `[^`]*` from version file at) `([^`]+)`/.exec(
        stderr,
      )?.[1];
    expect(found.pin && found.shown(found.pin.path)).toBe(
      read === undefined ? undefined : relative(root, resolve(root, directory, read)),
    );
  });
});
