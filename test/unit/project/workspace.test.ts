import { execFile } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/project/files/text-file.ts';
import { isFinding, parseToml, type TomlFile } from '../../../src/project/files/toml.ts';
import { findWorkspace } from '../../../src/project/workspace.ts';
import { uvEnvironment } from '../../emulators/host/environment.ts';
import { createForest, type Tree } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';

const plant = createForest('workspace');

const project = (name: string, more = ''): string =>
  `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.11"\n${more}`;
const workspace = (members: string[], exclude: string[] = []): string =>
  `[tool.uv.workspace]\nmembers = ${JSON.stringify(members)}\nexclude = ${JSON.stringify(exclude)}\n`;

type Found = { readonly root: string; readonly members: readonly string[] };

const ours = async (root: string, directory: string): Promise<Found & { findings: string[] }> => {
  const dir = join(root, directory);
  const text = readText(root, join(dir, 'pyproject.toml'), 1e6);
  const own: TomlFile | undefined = text === undefined || 'level' in text ? undefined : (parseToml(text) as TomlFile);
  if (own && isFinding(own)) throw new Error(own.message);
  const { workspace: found, findings } = await findWorkspace(dir, own, root);
  return {
    root: relative(root, found.root),
    // A root that is no project is read as well; uv does not count it.
    members: found.members
      .filter(({ data }) => 'project' in data)
      .map(({ path }) => relative(root, dirname(path)))
      .sort(),
    findings: findings.map(({ code, file }) => `${code} ${file}`),
  };
};

/** What uv itself says, run in the project. */
const theirs = async (root: string, directory: string): Promise<Found> => {
  const run = async (...args: string[]): Promise<string[]> => {
    const options = { cwd: join(root, directory), env: uvEnvironment({ UV_NO_CACHE: '1' }) };
    const { stdout } = await promisify(execFile)(uv, ['workspace', ...args], options);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((path) => relative(root, path));
  };
  const [[found = ''], members] = await Promise.all([run('dir'), run('list', '--paths')]);
  return { root: found, members: members.sort() };
};

const api = { 'apps/api/pyproject.toml': project('api') };
const apps: Tree = { ...api, 'apps/web/pyproject.toml': project('web') };

describe('the workspace of a project is the one that uv finds', () => {
  it.each<[what: string, tree: Tree, directory: string]>([
    ['a project alone', { 'pyproject.toml': project('x') }, '.'],
    ['a project in a folder of a repository', api, 'apps/api'],
    ['a member of a project', { ...apps, 'pyproject.toml': project('root', workspace(['apps/*'])) }, 'apps/api'],
    ['a member of a root that is no project', { ...apps, 'pyproject.toml': workspace(['apps/*']) }, 'apps/api'],
    ['the root itself', { ...apps, 'pyproject.toml': project('root', workspace(['apps/*'])) }, '.'],
    ['a project below another project', { ...api, 'pyproject.toml': project('root') }, 'apps/api'],
    [
      'a project below a pyproject.toml of tools only',
      { ...api, 'pyproject.toml': '[tool.ruff]\nline-length = 1\n' },
      'apps/api',
    ],
    [
      'a project below tools only, in a workspace',
      { ...api, 'apps/pyproject.toml': '[tool.ruff]\n', 'pyproject.toml': project('root', workspace(['apps/*'])) },
      'apps/api',
    ],
    [
      'a project between which and the workspace there is another one',
      {
        'a/b/pyproject.toml': project('b'),
        'a/pyproject.toml': project('a'),
        'pyproject.toml': project('root', workspace(['a', 'a/b'])),
      },
      'a/b',
    ],
    [
      'a project that the workspace does not list',
      { ...api, 'libs/x/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['libs/*'])) },
      'apps/api',
    ],
    ['a workspace without members', { ...api, 'pyproject.toml': project('root', '[tool.uv.workspace]\n') }, 'apps/api'],
    [
      'a project that is excluded',
      { ...apps, 'pyproject.toml': project('root', workspace(['apps/*'], ['apps/api'])) },
      'apps/api',
    ],
    [
      'a neighbour of one that is excluded',
      { ...apps, 'pyproject.toml': project('root', workspace(['apps/*'], ['apps/w*'])) },
      'apps/api',
    ],
    [
      'members that are named',
      { ...apps, 'pyproject.toml': project('root', workspace(['apps/api', 'apps/web'])) },
      'apps/web',
    ],
    [
      'patterns with a dot in front and a slash at the end',
      { ...apps, 'pyproject.toml': project('root', workspace(['./apps/*/'], ['./none/'])) },
      'apps/api',
    ],
    [
      'folders in folders',
      { 'a/b/c/pyproject.toml': project('c'), 'pyproject.toml': project('root', workspace(['a/*/*'])) },
      'a/b/c',
    ],
    [
      'one star for two folders',
      {
        'a/b/c/pyproject.toml': project('c'),
        'a/b/pyproject.toml': project('b'),
        'pyproject.toml': project('root', workspace(['a/*'])),
      },
      'a/b/c',
    ],
    [
      'two stars',
      {
        'a/b/c/pyproject.toml': project('c'),
        'a/pyproject.toml': project('a'),
        'a/b/pyproject.toml': project('b'),
        'pyproject.toml': project('root', workspace(['a/**'])),
      },
      '.',
    ],
    [
      'question marks and sets',
      {
        'p1/pyproject.toml': project('p1'),
        'p2/pyproject.toml': project('p2'),
        'pa/pyproject.toml': project('pa'),
        'pyproject.toml': project('root', workspace(['p[0-9]'])),
      },
      'p1',
    ],
    [
      'negated sets',
      {
        'p1/pyproject.toml': project('p1'),
        'pa/pyproject.toml': project('pa'),
        'pyproject.toml': project('root', workspace(['p[!0-9]'])),
      },
      'pa',
    ],
    [
      'hidden folders',
      { '.hidden/x/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['.hidden/*'])) },
      '.hidden/x',
    ],
    [
      'a hidden member',
      {
        'a/.x/pyproject.toml': project('x'),
        'a/y/pyproject.toml': project('y'),
        'pyproject.toml': project('root', workspace(['a/*'])),
      },
      '.',
    ],
    [
      'a hidden folder without a project',
      { 'a/.x/notes': '', 'a/y/pyproject.toml': project('y'), 'pyproject.toml': project('root', workspace(['a/*'])) },
      'a/y',
    ],
    [
      'files among the members',
      { ...apps, 'apps/README.md': '', 'pyproject.toml': project('root', workspace(['apps/*'])) },
      '.',
    ],
    [
      'braces, which uv does not know',
      {
        ...apps,
        '{apps,libs}/x/pyproject.toml': project('x'),
        'pyproject.toml': project('root', workspace(['{apps,libs}/*'])),
      },
      'apps/api',
    ],
    [
      'braces in the name of a folder',
      {
        ...apps,
        '{apps,libs}/x/pyproject.toml': project('x'),
        'pyproject.toml': project('root', workspace(['{apps,libs}/*'])),
      },
      '.',
    ],
    [
      'parentheses in the name of a folder',
      { 'a (1)/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['a (1)'])) },
      'a (1)',
    ],
    [
      'exclamation marks in the name of a folder',
      {
        '!a/pyproject.toml': project('x'),
        'b/pyproject.toml': project('b'),
        'pyproject.toml': project('root', workspace(['!a'])),
      },
      'b',
    ],
    [
      'upper and lower case',
      { 'Apps/x/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['apps/*'])) },
      'Apps/x',
    ],
    [
      'a member that uv does not manage',
      {
        ...apps,
        'apps/old/pyproject.toml': project('old', '[tool.uv]\nmanaged = false\n'),
        'pyproject.toml': project('root', workspace(['apps/*'])),
      },
      'apps/api',
    ],
    [
      'emoji in the name of a folder',
      { '🎉/x/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['🎉/*'])) },
      '🎉/x',
    ],
    [
      'a link to a folder',
      {
        'apps/api/pyproject.toml': project('api'),
        'libs/link': { link: '../apps/api' },
        'pyproject.toml': project('root', workspace(['apps/*'])),
      },
      '.',
    ],
    [
      'a name beyond ASCII',
      { 'größe/pyproject.toml': project('x'), 'pyproject.toml': project('root', workspace(['gr*'])) },
      'größe',
    ],
  ])('%s', async (_, tree, directory) => {
    const root = plant(tree);
    const { findings, ...found } = await ours(root, directory);
    expect(found).toEqual(await theirs(root, directory));
    expect(findings).toEqual([]);
  });
});

describe('the workspace', () => {
  it('is not looked for above the checkout', async () => {
    const root = plant({ ...apps, 'pyproject.toml': project('root', workspace(['apps/*'])) });
    const dir = join(root, 'apps/api');
    const own = parseToml({
      path: join(dir, 'pyproject.toml'),
      shown: 'pyproject.toml',
      text: project('api'),
    }) as TomlFile;
    for (const checkout of [dir, join(root, 'apps')]) {
      const { workspace: found } = await findWorkspace(dir, own, checkout);
      expect([found.root, found.members.length]).toEqual([dir, 1]);
    }
    expect((await findWorkspace(dir, own, root)).workspace.root).toBe(root);
  });

  it('has the own file of the project as it was read, and the others with their places', async () => {
    const root = plant({ ...apps, 'pyproject.toml': project('root', workspace(['apps/*'])) });
    const dir = join(root, 'apps/api');
    const own = parseToml({ path: join(dir, 'pyproject.toml'), shown: 'own', text: project('api') }) as TomlFile;
    const { workspace: found } = await findWorkspace(dir, own, root);
    expect(found.members).toContain(own);
    expect(found.members.map(({ shown }) => shown).sort()).toEqual([
      'apps/web/pyproject.toml',
      'own',
      'pyproject.toml',
    ]);
  });

  it('with two stars runs in no circle', async () => {
    const root = plant({
      ...apps,
      'apps/api/loop': { link: '../..' },
      'pyproject.toml': project('root', workspace(['**/apps/*', 'apps/**'])),
    });
    expect((await ours(root, '.')).members).toEqual(['', 'apps/api', 'apps/web']);
  });

  it('tells of files that can not be read, each once', async () => {
    const root = plant({
      ...apps,
      'pyproject.toml': project('root', workspace(['apps/*', 'apps/broken'])),
      'apps/broken/pyproject.toml': '[project\n',
    });
    const { findings, members } = await ours(root, 'apps/api');
    expect(findings).toEqual(['toml-syntax apps/broken/pyproject.toml']);
    expect(members).toEqual(['', 'apps/api', 'apps/web']);
  });

  it('that can not be read on the way up is reported', async () => {
    const root = plant({ ...api, 'pyproject.toml': '<<<<<<< HEAD\n' });
    const { findings, root: found } = await ours(root, 'apps/api');
    expect(findings).toEqual(['merge-conflict pyproject.toml']);
    expect(found).toBe('apps/api');
  });

  it.each(['members = "apps/*"', 'members = [1, true]', 'members = { a = 1 }', ''])(
    'with odd members has none: %s',
    async (members) => {
      const root = plant({ ...apps, 'pyproject.toml': project('root', `[tool.uv.workspace]\n${members}\n`) });
      expect((await ours(root, '.')).members).toEqual(['']);
      expect((await ours(root, 'apps/api')).root).toBe('apps/api');
    },
  );

  it.each(['', '/', '[', '{', '\\', '..', '../*', '/etc'])('with the pattern %j does not break', async (pattern) => {
    const root = plant({ ...apps, 'pyproject.toml': project('root', workspace([pattern, 'apps/api'], [pattern])) });
    expect((await ours(root, '.')).members).toEqual(expect.arrayContaining(['', 'apps/api']));
  });
});
