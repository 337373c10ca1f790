import { relative } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listFiles } from '../../../src/bundle/listing.ts';
import { type Selection, type SelectionRules, selectFiles } from '../../../src/bundle/selection.ts';
import type { BundleFile } from '../../../src/bundle/source.ts';
import { ricochet } from '../../../src/platforms/ricochet/ricochet.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { readProject } from '../../../src/project/project.ts';
import { createInputs } from '../../tools/fakes.ts';
import { commitAll, createForest, git, grow, type Tree } from '../../tools/tree.ts';

const plant = createForest('selection');

// The toolkit's glob writes debug commands.
beforeEach(() => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return () => write.mockRestore();
});

const select = async (dir: string, rules: Partial<SelectionRules> = {}, root = dir): Promise<Selection> => {
  const shown = (path: string) => relative(root, path);
  const listing = await listFiles(dir, shown, { exec: systemExec, signal: new AbortController().signal });
  const all = { platformKeeps: () => true, platformNames: () => false, exclude: [], include: [], added: [], ...rules };
  return selectFiles(dir, shown, all, listing);
};
const pathsOf = async (dir: string, rules: Partial<SelectionRules> = {}): Promise<string[]> => {
  const { files, findings } = await select(dir, rules);
  expect(findings).toEqual([]);
  return files.map(({ path }) => path);
};
const codesOf = ({ findings }: Selection): [string, string, string | undefined][] =>
  findings.map(({ level, code, file }) => [level, code, file]);

describe('the files of a bundle', () => {
  it('are sorted by the bytes of their paths', async () => {
    const names = ['b', 'a/z', 'a.txt', 'a', 'B', 'é', 'z', '漢', '🎉', '\uffe0', '_'].filter((name) => name !== 'a');
    const dir = plant(Object.fromEntries(names.map((name) => [name, ''])));
    expect(await pathsOf(dir)).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it('are without those that exclude names', async () => {
    const dir = plant({ 'app.py': '', 'a.csv': '', 'data/b.csv': '', 'data/c.txt': '', 'x/tests/t.py': '' });
    expect(await pathsOf(dir, { exclude: ['*.csv', 'tests'] })).toEqual(['app.py', 'data/c.txt']);
    expect(await pathsOf(dir, { exclude: ['/data/'] })).toEqual(['a.csv', 'app.py', 'x/tests/t.py']);
    expect(await pathsOf(dir, { exclude: ['/', '!a.csv'] })).toHaveLength(5);
  });

  it('are without those that the platform does not keep', async () => {
    const dir = plant({ 'app.py': '', 'a.csv': '' });
    expect(await pathsOf(dir, { platformKeeps: (path) => path !== 'a.csv' })).toEqual(['app.py']);
  });

  it('have generated ones in the place of those on disk, whatever the rules say', async () => {
    const source = Buffer.from('generated');
    const added: BundleFile[] = [{ path: 'app.py', source, size: source.length, executable: false }];
    const { files } = await select(plant({ 'app.py': 'on disk', 'b.py': '' }), { added, exclude: ['*'] });
    expect(files).toEqual(added);
  });
});

describe.each([
  ['in a git checkout', (dir: string) => commitAll(dir)],
  ['outside a checkout', (dir: string) => dir],
])('include %s', (_, prepare) => {
  const tree: Tree = {
    '.gitignore': '/build/\n*.log\n',
    'app.py': '',
    'keep.csv': '',
    'data/a.csv': '',
    'data/b.txt': '',
  };
  const ignored: Tree = { 'build/app.js': '', 'build/x/y.js': '', 'build/run.sh': { run: '' }, 'debug.log': '' };

  it.each<[pattern: string, taken: string[]]>([
    ['build/app.js', ['build/app.js']],
    ['./build/app.js', ['build/app.js']],
    ['build', ['build/app.js', 'build/run.sh', 'build/x/y.js']],
    ['build/', ['build/app.js', 'build/run.sh', 'build/x/y.js']],
    ['build/*.js', ['build/app.js']],
    ['build/**/*.js', ['build/app.js', 'build/x/y.js']],
    ['**/*.js', ['build/app.js', 'build/x/y.js']],
    ['*.log', ['debug.log']],
    ['/debug.log', ['debug.log']],
    ['debug.lo?', ['debug.log']],
    ['[d]ebug.log', ['debug.log']],
  ])('beats .gitignore: %s', async (pattern, taken) => {
    const dir = grow(prepare(plant(tree)), ignored);
    const before = await pathsOf(dir);
    expect((await pathsOf(dir, { include: [pattern] })).filter((path) => !before.includes(path))).toEqual(taken);
  });

  it('beats exclude, and what the platform does not keep', async () => {
    const dir = prepare(plant(tree));
    const rules = { exclude: ['*.csv', 'data'], platformKeeps: (path: string) => path === 'app.py' };
    expect(await pathsOf(dir, rules)).toEqual(['app.py']);
    expect(await pathsOf(dir, { ...rules, include: ['data/*.csv'] })).toEqual(['app.py', 'data/a.csv']);
  });

  it('takes the mode from the disk', async () => {
    const dir = grow(prepare(plant(tree)), ignored);
    const { files } = await select(dir, { include: ['build/run.sh', 'build/app.js'] });
    const modes = Object.fromEntries(files.map(({ path, executable }) => [path, executable]));
    expect(modes).toMatchObject({ 'build/run.sh': true, 'build/app.js': false });
  });

  it('never takes what is made anew on every machine', async () => {
    const dir = grow(prepare(plant(tree)), {
      '.venv/lib/x.py': '',
      'x/__pycache__/a.pyc': '',
      'my-env/pyvenv.cfg': '',
      'my-env/deep/y.py': '',
      '.git/config': '',
      'x/.DS_Store': '',
    });
    const { files } = await select(dir, { include: ['.venv', '**/*.pyc', 'my-env', '.git/config', 'x'] });
    expect(files.map(({ path }) => path)).toEqual(['.gitignore', 'app.py', 'data/a.csv', 'data/b.txt', 'keep.csv']);
  });

  it('takes links that the project has', async () => {
    const dir = prepare(plant({ ...tree, 'link.csv': { link: 'data/a.csv' }, folder: { link: 'data' } }));
    const rules = { exclude: ['*.csv', 'folder'] };
    expect(await pathsOf(dir, { ...rules, include: ['link.csv'] })).toEqual([
      '.gitignore',
      'app.py',
      'data/b.txt',
      'link.csv',
    ]);
    expect(await pathsOf(dir, { ...rules, include: ['folder'] })).toEqual([
      '.gitignore',
      'app.py',
      'data/b.txt',
      'folder/a.csv',
      'folder/b.txt',
    ]);
  });

  it.each(['none.txt', 'none/**', '*.nothing', 'app.py/x', 'data/none'])(
    'that matches nothing is an error: %s',
    async (pattern) => {
      const selection = await select(prepare(plant(tree)), { include: [pattern] });
      expect(codesOf(selection)).toEqual([['error', 'include-not-found', undefined]]);
      expect(selection.findings[0]?.message).toBe(`include '${pattern}' matches no file.`);
    },
  );

  it.each(['../other', '/../../etc/passwd', 'data/../../x', '!data', '..'])(
    'does not leave the project: %s',
    async (pattern) => {
      const root = plant({ 'other/secret.txt': 'hunter2', x: '' });
      const dir = prepare(grow(`${root}/project`, tree));
      const selection = await select(dir, { include: [pattern] });
      expect(codesOf(selection)).toEqual([['error', 'include-not-found', undefined]]);
      expect(selection.findings[0]?.message).toContain('does not name files inside the project');
    },
  );

  it('tells all that is wrong at once', async () => {
    const selection = await select(prepare(plant(tree)), { include: ['none', '../x', 'data', 'nothing*'] });
    expect(selection.findings).toHaveLength(3);
  });

  it.each(['a [b] {c} *d? (e)', '!bang', '#hash', '~home'])('works in a folder named %s', async (name) => {
    const dir = prepare(grow(`${plant()}/${name}`, { ...tree, 'sub/x.txt': '' }));
    grow(dir, ignored);
    expect(await pathsOf(dir, { include: ['build/*.js'], exclude: ['sub'] })).toEqual([
      '.gitignore',
      'app.py',
      'build/app.js',
      'data/a.csv',
      'data/b.txt',
      'keep.csv',
    ]);
  });
});

describe('files named .env', () => {
  const SECRET = 'PASSWORD=hunter2';

  it.each(['.env', '.env.production', '.envrc', 'sub/.env', '.env.local', '.environment'])(
    'are left out with a notice: %s',
    async (path) => {
      const selection = await select(plant({ 'app.py': '', [path]: SECRET }));
      expect(selection.files.map((file) => file.path)).toEqual(['app.py']);
      expect(codesOf(selection)).toEqual([['notice', 'env-file-left-out', path]]);
      expect(JSON.stringify(selection.findings)).not.toContain('hunter2');
    },
  );

  it.each(['app.env', 'env', 'my.env.py', '.env.d/x', 'environment'])(
    'are not those that only sound like it: %s',
    async (path) => {
      expect(await pathsOf(plant({ [path]: '' }))).toEqual([path]);
    },
  );

  it.each(['.env', '.env*', '*', '**', 'sub/.env'])(
    'are errors when include names them, ignored or not: %s',
    async (pattern) => {
      for (const rules of ['', '.env*\n']) {
        const dir = plant({ '.gitignore': rules, 'app.py': '', '.env': SECRET, 'sub/.env': SECRET });
        const selection = await select(dir, { include: [pattern] });
        const meant = selection.findings.filter(({ level }) => level === 'error');
        expect(meant.length).toBeGreaterThan(0);
        for (const finding of meant)
          expect(finding).toMatchObject({ code: 'secret-in-bundle', file: expect.stringMatching(/(^|\/)\.env$/) });
        expect(selection.files.map(({ path }) => path)).not.toContainEqual(expect.stringContaining('.env'));
        expect(JSON.stringify(selection.findings)).not.toContain('hunter2');
      }
    },
  );

  it('are errors when the include of the platform file names them', async () => {
    const selection = await select(plant({ '.env': SECRET }), { platformNames: (path) => path === '.env' });
    expect(codesOf(selection)).toEqual([['error', 'secret-in-bundle', '.env']]);
  });

  it('that exclude leaves out are not spoken of', async () => {
    expect(await pathsOf(plant({ 'app.py': '', '.env': SECRET }), { exclude: ['.env'] })).toEqual(['app.py']);
  });

  it.each([
    ['in a git checkout', (dir: string) => commitAll(dir)],
    ['outside a checkout', (dir: string) => dir],
  ])('do not get in under another name, by a link %s', async (_, prepare) => {
    const dir = prepare(plant({ '.gitignore': '.env\n', 'app.py': '', 'settings.txt': { link: '.env' } }));
    grow(dir, { '.env': SECRET });
    const selection = await select(dir);
    expect(selection.files.map(({ path }) => path)).toEqual(['.gitignore', 'app.py']);
    expect(codesOf(selection)).toEqual([['notice', 'env-file-left-out', 'settings.txt']]);
  });
});

describe('links', () => {
  it('open no way into .git or a virtual environment', async () => {
    const dir = commitAll(
      plant({
        'app.py': '',
        g: { link: '.git' },
        'config.txt': { link: '.git/config' },
        v: { link: '.venv/lib' },
        'y.py': { link: 'env3/lib/y.py' },
      }),
    );
    grow(dir, { '.venv/lib/x.py': '', 'env3/pyvenv.cfg': '', 'env3/lib/y.py': '' });
    expect((await select(dir)).files.map(({ path }) => path)).toEqual(['app.py']);
  });
});

describe('a virtual environment', () => {
  it.each(['venv', 'deep/er/env', 'a b'])('is known by its pyvenv.cfg, tracked or not: %s', async (name) => {
    const tree = {
      'app.py': '',
      [`${name}/pyvenv.cfg`]: '',
      [`${name}/lib/python3.12/x.py`]: '',
      [`${name}/bin/activate`]: '',
    };
    expect(await pathsOf(plant(tree))).toEqual(['app.py']);
    expect(await pathsOf(commitAll(plant(tree)))).toEqual(['app.py']);
    const untracked = commitAll(plant({ 'app.py': '' }));
    expect(await pathsOf(grow(untracked, tree))).toEqual(['app.py']);
  });

  it('is not the project itself, even with such a file at its root', async () => {
    expect(await pathsOf(plant({ 'app.py': '', 'pyvenv.cfg': '' }))).toEqual(['app.py', 'pyvenv.cfg']);
  });
});

describe('the .git of a worktree or a submodule', () => {
  it('is left out, though it is a file', async () => {
    const repository = commitAll(plant({ 'app.py': '' }));
    const tree = `${plant()}/worktree`;
    git(repository, 'worktree', 'add', '--quiet', tree);
    expect(await pathsOf(tree)).toEqual(['app.py']);
    expect(await pathsOf(tree, { include: ['**'] })).toEqual(['app.py']);
    expect(await pathsOf(plant({ 'app.py': '', '.git': 'gitdir: /nowhere' }))).toEqual(['app.py']);
  });
});

describe('a member of a uv workspace', () => {
  it('gets the uv.lock and the .python-version of the root at the root of its bundle', async () => {
    const root = commitAll(
      plant({
        'pyproject.toml': '[tool.uv.workspace]\nmembers = ["apps/*"]\n',
        'uv.lock': 'version = 1\nrequires-python = ">=3.11"\n',
        '.python-version': '3.11\n',
        'apps/api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\nrequires-python = ">=3.11"\n',
        'apps/api/app.py': 'import fastapi\napp = fastapi.FastAPI()\n',
        'apps/web/pyproject.toml': '[project]\nname = "web"\nversion = "1"\nrequires-python = ">=3.11"\n',
      }),
    );
    const project = await readProject(root, 'apps/api');
    const { plan } = await ricochet.plan(
      project,
      createInputs({ entrypoint: 'app.py', 'content-type': 'fast-api' }),
      async () => [],
      async () => undefined,
    );
    const { files } = await select(project.dir, { added: plan?.added ?? [], exclude: ['uv.lock', '*.toml'] });
    expect(
      files.map(({ path, source }) => [path, typeof source === 'string' ? relative(root, source) : 'generated']),
    ).toEqual([
      ['.python-version', '.python-version'],
      ['_ricochet.toml', 'generated'],
      ['app.py', 'apps/api/app.py'],
      ['pyproject.toml', 'apps/api/pyproject.toml'],
      ['uv.lock', 'uv.lock'],
    ]);
  });
});
