import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Listing, listFiles } from '../../../src/bundle/listing.ts';
import { Cancelled } from '../../../src/findings/finding.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { codesOf } from '../../tools/fakes.ts';
import { commitAll, createForest, git, grow, makePipe } from '../../tools/tree.ts';

const plant = createForest('listing');

const list = (dir: string, root = dir): Promise<Listing> =>
  listFiles(dir, (path) => relative(root, path), { exec: systemExec, signal: new AbortController().signal });
const pathsOf = async (dir: string): Promise<string[]> => {
  const { files, findings } = await list(dir);
  expect(findings).toEqual([]);
  return files.map(({ path }) => path).sort();
};

describe('in a git checkout', () => {
  it('are what git tracks and what it would offer to add, not what it ignores', async () => {
    const dir = commitAll(
      plant({ 'app.py': '', 'data/a.csv': '', '.gitignore': '*.log\n/build/\n', 'tracked.log': '' }),
    );
    git(dir, 'add', '--force', 'tracked.log');
    grow(dir, {
      'new.py': '',
      'debug.log': '',
      'build/x.js': '',
      'sub/.gitignore': '*.tmp\n',
      'sub/a.tmp': '',
      'sub/b': '',
    });
    expect((await list(dir)).via).toBe('git');
    expect(await pathsOf(dir)).toEqual(
      ['.gitignore', 'app.py', 'data/a.csv', 'new.py', 'sub/.gitignore', 'sub/b', 'tracked.log'].sort(),
    );
  });

  it('are those of the folder alone, when it is a part of the checkout', async () => {
    const dir = commitAll(
      plant({ 'apps/api/app.py': '', 'apps/api/x/y.py': '', 'apps/web/index.js': '', 'root.py': '' }),
    );
    expect(await pathsOf(join(dir, 'apps/api'))).toEqual(['app.py', 'x/y.py']);
  });

  it('honour a .gitignore above the folder, and the one of the repository itself', async () => {
    const dir = commitAll(plant({ '.gitignore': '*.csv\n', 'api/app.py': '' }));
    grow(dir, { 'api/a.csv': '', 'api/private.txt': '', '.git/info/exclude': 'private.txt\n' });
    expect(await pathsOf(join(dir, 'api'))).toEqual(['app.py']);
  });

  it('are without those that were deleted, and with those that were renamed, before a commit', async () => {
    const dir = commitAll(plant({ 'a.py': 'a', 'b.py': 'b', 'c.py': 'c', 'd.py': 'd' }));
    rmSync(join(dir, 'a.py'));
    renameSync(join(dir, 'b.py'), join(dir, 'renamed.py'));
    git(dir, 'mv', 'c.py', 'moved.py');
    git(dir, 'rm', '--quiet', '--cached', 'd.py');
    expect(await pathsOf(dir)).toEqual(['d.py', 'moved.py', 'renamed.py']);
  });

  it('name a file in a merge conflict once', async () => {
    const dir = commitAll(plant({ 'app.py': 'base\n' }));
    git(dir, 'checkout', '--quiet', '-b', 'other');
    grow(dir, { 'app.py': 'theirs\n' });
    git(dir, 'commit', '--quiet', '--all', '--message', 'theirs');
    git(dir, 'checkout', '--quiet', '-');
    grow(dir, { 'app.py': 'ours\n' });
    git(dir, 'commit', '--quiet', '--all', '--message', 'ours');
    expect(() => git(dir, 'merge', 'other')).toThrow();
    const { files } = await list(dir);
    expect(files.map(({ path }) => path)).toEqual(['app.py']);
  });

  it('are executable where the index says so, whatever the disk says', async () => {
    const dir = commitAll(plant({ 'run.sh': { run: '' }, 'plain.txt': '' }));
    git(dir, 'config', 'core.fileMode', 'false');
    chmodSync(join(dir, 'run.sh'), 0o644);
    chmodSync(join(dir, 'plain.txt'), 0o755);
    grow(dir, { 'new.sh': { run: '' }, 'new.txt': '' });
    const { files } = await list(dir);
    expect(Object.fromEntries(files.map(({ path, executable }) => [path, executable]))).toEqual({
      'run.sh': true,
      'plain.txt': false,
      'new.sh': true,
      'new.txt': false,
    });
  });

  it('include those of a submodule, by its own rules', async () => {
    const library = commitAll(plant({ 'lib.py': '', 'x/y.py': '', '.gitignore': '*.so\n' }));
    const dir = commitAll(plant({ 'app.py': '' }));
    git(dir, 'submodule', '--quiet', 'add', library, 'vendor/lib');
    git(dir, 'commit', '--quiet', '--message', 'submodule');
    grow(dir, { 'vendor/lib/x.so': '', 'vendor/lib/new.py': '' });
    expect(await pathsOf(dir)).toEqual(
      [
        '.gitmodules',
        'app.py',
        ...['.git', '.gitignore', 'lib.py', 'new.py', 'x/y.py'].slice(1).map((name) => `vendor/lib/${name}`),
      ].sort(),
    );
  });

  it('are none of a submodule that was not checked out', async () => {
    const library = commitAll(plant({ 'lib.py': '' }));
    const origin = commitAll(plant({ 'app.py': '' }));
    git(origin, 'submodule', '--quiet', 'add', library, 'lib');
    git(origin, 'commit', '--quiet', '--message', 'submodule');
    const dir = plant();
    git(dir, 'clone', '--quiet', origin, 'clone');
    const { files, findings } = await list(join(dir, 'clone'));
    expect(files.map(({ path }) => path)).toEqual(['.gitmodules', 'app.py']);
    expect(findings).toEqual([
      {
        level: 'warning',
        code: 'submodule-missing',
        message: 'lib is a submodule that was not checked out.',
        remedy: 'Set `submodules: true` on the actions/checkout step, or remove the submodule.',
        file: 'lib',
      },
    ]);
  });

  it('include those of a repository within that git does not know', async () => {
    const dir = commitAll(plant({ 'app.py': '' }));
    commitAll(grow(join(dir, 'nested'), { 'lib.py': '', 'x/y.py': '' }));
    expect(await pathsOf(dir)).toEqual(['app.py', 'nested/lib.py', 'nested/x/y.py']);
  });

  it('are those of a worktree, without its .git file', async () => {
    const dir = commitAll(plant({ 'app.py': '', 'x.py': '' }));
    const tree = join(plant(), 'worktree');
    git(dir, 'worktree', 'add', '--quiet', tree);
    expect((await list(tree)).via).toBe('git');
    expect(await pathsOf(tree)).toEqual(['app.py', 'x.py']);
  });

  it('are found where a folder stands in the place of a tracked file, and the other way round', async () => {
    const dir = commitAll(plant({ a: '', 'b/c': '' }));
    rmSync(join(dir, 'a'));
    rmSync(join(dir, 'b'), { recursive: true });
    grow(dir, { 'a/new.py': '', b: '' });
    expect(await pathsOf(dir)).toEqual(['a/new.py', 'b']);
  });

  it('keep every name that git can hold', async () => {
    const names = ['with space', 'new\nline', 'tab\there', 'quote"', 'ümlaut', '漢字', '-dash', 'back\\slash', '🎉'];
    const dir = commitAll(plant(Object.fromEntries(names.map((name) => [name, '']))));
    expect(await pathsOf(dir)).toEqual([...names].sort());
    git(dir, 'rm', '--quiet', '--cached', '-r', '.');
    expect(await pathsOf(dir)).toEqual([...names].sort());
  });

  it('are walked through when the repository around ignores the whole project', async () => {
    const dir = commitAll(plant({ '.gitignore': 'generated/\n', 'root.py': '' }));
    grow(dir, { 'generated/app.py': '', 'generated/x/y.py': '', 'generated/.gitignore': 'z\n', 'generated/z': '' });
    expect((await list(join(dir, 'generated'))).via).toBe('walk');
    expect(await pathsOf(join(dir, 'generated'))).toEqual(['.gitignore', 'app.py', 'x/y.py']);
  });

  it('are those of a repository that belongs to somebody else, and none of its programs runs', async () => {
    const dir = commitAll(plant({ 'app.py': '' }));
    const trace = join(plant(), 'trace');
    writeFileSync(join(dir, '.git/monitor'), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
    git(dir, 'config', 'core.fsmonitor', join(dir, '.git/monitor'));
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', '12345', dir]);
    expect((await list(dir)).via).toBe('git');
    expect(await pathsOf(dir)).toEqual(['app.py']);
    expect(() => execFileSync('cat', [trace], { stdio: 'pipe' })).toThrow();
  });

  it('are walked through on a machine without git', async () => {
    const dir = commitAll(plant({ 'app.py': '', '.gitignore': '*.log\n', 'a.log': '' }));
    const exec = async () => {
      throw new Error('Unable to locate executable file: git');
    };
    const { files, via } = await listFiles(dir, (path) => path, { exec, signal: new AbortController().signal });
    expect([via, files.map(({ path }) => path).sort()]).toEqual(['walk', ['.gitignore', 'app.py']]);
  });

  it('are not looked for when the run is cancelled', async () => {
    const reason = new Cancelled('cancelled');
    const listing = listFiles(plant({ a: '' }), (path) => path, {
      exec: systemExec,
      signal: AbortSignal.abort(reason),
    });
    await expect(listing).rejects.toBe(reason);
  });
});

describe('outside a checkout', () => {
  it('are all that no .gitignore leaves out', async () => {
    const dir = plant({
      '.gitignore': '*.log\n/build/\n!keep.log\n',
      'app.py': '',
      'a.log': '',
      'keep.log': '',
      'build/x': '',
      'x/build/y': '',
      'x/.gitignore': 'y.csv\n!b.log\n',
      'x/y.csv': '',
      'x/b.log': '',
      'z/y.csv': '',
    });
    expect((await list(dir)).via).toBe('walk');
    expect(await pathsOf(dir)).toEqual(
      ['.gitignore', 'app.py', 'keep.log', 'x/.gitignore', 'x/b.log', 'x/build/y', 'z/y.csv'].sort(),
    );
  });

  it('take their mode from the disk', async () => {
    const { files } = await list(plant({ 'run.sh': { run: '' }, 'plain.txt': '' }));
    expect(files.map(({ path, executable }) => [path, executable]).sort()).toEqual([
      ['plain.txt', false],
      ['run.sh', true],
    ]);
  });

  it('have the sizes and places that they have on disk', async () => {
    const dir = plant({ 'a/b.txt': 'grüße' });
    expect((await list(dir)).files).toEqual([
      { path: 'a/b.txt', source: join(dir, 'a/b.txt'), size: 7, executable: false },
    ]);
  });

  it('are not looked for in folders that are made again on every machine', async () => {
    const dir = plant({
      'app.py': '',
      '.venv/lib/x.py': '',
      'x/__pycache__/a.pyc': '',
      'env3/pyvenv.cfg': '',
      'env3/lib/y.py': '',
      'deep/er/my env/pyvenv.cfg': '',
      'deep/er/my env/z.py': '',
      '.git/config': '',
      'node/.mypy_cache/x': '',
    });
    expect(await pathsOf(dir)).toEqual(['app.py']);
  });

  it('are no pipes and sockets', async () => {
    const dir = plant({ 'app.py': '' });
    makePipe(join(dir, 'pipe'));
    expect(await pathsOf(dir)).toEqual(['app.py']);
  });

  it('are none in an empty folder', async () => expect(await pathsOf(plant())).toEqual([]));

  it.skipIf(process.getuid?.() === 0)('can not be told where a folder must not be read', async () => {
    const dir = plant({ 'app.py': '', 'closed/x': '' });
    chmodSync(join(dir, 'closed'), 0);
    const { findings } = await list(dir);
    chmodSync(join(dir, 'closed'), 0o755);
    expect(findings).toMatchObject([{ code: 'unreadable-file', file: 'closed' }]);
  });
});

describe('a .gitignore is read as git reads it', () => {
  const tree = {
    'a.py': '',
    'a.PY': '',
    'A.txt': '',
    'a.txt': '',
    'Data/x': '',
    'data/x': '',
    'data/raw/x.csv': '',
    'data/raw/keep.csv': '',
    'src/data/x': '',
    'src/a b/x': '',
    'src/[x]/y': '',
    'src/x/y': '',
    'docs/a/b/c.md': '',
    'docs/c.md': '',
    'foo/bar/baz': '',
    'bar/foo/baz': '',
    '#hash': '',
    '!bang': '',
    'space ': '',
    space: '',
    'back\\slash': '',
    '.hidden/x': '',
    '.env': '',
    'ümlaut/x': '',
    'long/er/path/to/file.tmp': '',
    'file.tmp/inside': '',
    x1: '',
    x2: '',
    x10: '',
    xa: '',
    'sub/.keep': '',
  };
  it.each([
    ['plain names', 'data\n'],
    ['a name in another case', 'DATA\nREADME\nA.TXT\n'],
    ['folders only', 'data/\na.py/\nfile.tmp/\n'],
    ['anchored names', '/data\n/src/data\n'],
    ['a slash in the middle', 'src/data\nraw/x.csv\n'],
    ['stars', '*.py\n*.tmp\nx*\n'],
    ['two stars', 'docs/**/c.md\n**/foo\nlong/**\n**/raw/*.csv\n'],
    ['question marks and sets', 'x?\n'],
    ['sets', 'x[0-9]\n[ab].py\n'],
    ['negated sets', 'x[!0-9]\n'],
    ['sets with ^', 'x[^0-9]\n'],
    ['negation', '*\n!*/\n!*.py\n!data/raw/keep.csv\n'],
    ['negation below an ignored folder', 'data/\n!data/raw/keep.csv\n'],
    ['negation below ignored files', 'data/raw/*\n!data/raw/keep.csv\n'],
    ['escapes', '\\#hash\n\\!bang\n\\a.txt\n'],
    ['comments and blank lines', '# a.py\n\n   \n#hash\na.txt\n'],
    ['blanks at the end', 'a.py   \nspace\\ \n'],
    ['names with blanks', 'src/a b\n'],
    ['brackets as names', 'src/\\[x\\]\n'],
    ['a byte order mark', '\ufeffa.py\na.txt\n'],
    ['Windows line ends', 'a.py\r\ndata/\r\n'],
    ['no line end', 'a.py'],
    ['names beyond ASCII', 'ümlaut\n'],
    ['hidden names', '.*\n'],
    ['everything', '*\n'],
    ['everything but one folder', '/*\n!/src\n/src/*\n!/src/data\n'],
    ['braces, which git does not know', '{a.py,a.txt}\n'],
    ['backslashes', 'back\\\\slash\n'],
    ['a lone slash', '/\n'],
    ['a lone bang', '!\n'],
  ])('%s', async (_, rules) => {
    const walked = plant({ ...tree, '.gitignore': rules });
    const known = plant();
    cpSync(walked, known, { recursive: true });
    git(known, 'init', '--quiet');
    const want = git(known, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean).sort();
    const { files, findings, via } = await list(walked);
    expect([via, findings]).toEqual(['walk', []]);
    expect(files.map(({ path }) => path).sort()).toEqual(want);
  });

  it('in every folder, the nearest one last', async () => {
    const rules = {
      '.gitignore': '*.csv\n!keep.csv\nx1\n',
      'data/.gitignore': '!*.csv\nkeep.csv\n/x\n',
      'data/raw/.gitignore': 'x.csv\n',
      'src/.gitignore': '*\n!x/\n!x/*\n',
    };
    const walked = plant({ ...tree, ...rules, 'keep.csv': '', 'src/keep.csv': '' });
    const known = plant();
    cpSync(walked, known, { recursive: true });
    git(known, 'init', '--quiet');
    const want = git(known, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean).sort();
    expect(await pathsOf(walked)).toEqual(want);
  });
});

describe.each([
  ['in a git checkout', (dir: string) => commitAll(dir)],
  ['outside a checkout', (dir: string) => dir],
])('links %s', (_, prepare) => {
  it('to a file of the project stand for it', async () => {
    const dir = prepare(
      plant({ 'a.txt': 'content', 'x/link.txt': { link: '../a.txt' }, 'near.txt': { link: 'a.txt' } }),
    );
    const { files, findings } = await list(dir);
    expect(findings).toEqual([]);
    expect(files.find(({ path }) => path === 'x/link.txt')).toEqual({
      path: 'x/link.txt',
      source: join(dir, 'a.txt'),
      size: 7,
      executable: false,
    });
  });

  it('to a program are programs', async () => {
    const dir = prepare(plant({ 'x/run.sh': { run: '' }, link: { link: 'x/run.sh' }, folder: { link: 'x' } }));
    const { files } = await list(dir);
    expect(Object.fromEntries(files.map(({ path, executable }) => [path, executable]))).toEqual({
      'x/run.sh': true,
      link: true,
      'folder/run.sh': true,
    });
  });

  it('to a folder of the project stand for its files', async () => {
    const dir = prepare(
      plant({ 'data/a.csv': '', 'data/x/b.csv': '', link: { link: 'data' }, 'y/deep': { link: '../data/x' } }),
    );
    expect(await pathsOf(dir)).toEqual(['data/a.csv', 'data/x/b.csv', 'link/a.csv', 'link/x/b.csv', 'y/deep/b.csv']);
  });

  it('to a folder stand for none of its files that are ignored', async () => {
    const dir = prepare(plant({ '.gitignore': '*.log\n/data/private/\n', 'data/a.csv': '', link: { link: 'data' } }));
    grow(dir, { 'data/debug.log': '', 'data/private/key': '' });
    expect(await pathsOf(dir)).toEqual(['.gitignore', 'data/a.csv', 'link/a.csv']);
  });

  it('to a folder that is ignored as a whole stand for its files: they are meant', async () => {
    const dir = prepare(plant({ '.gitignore': '/build/\n', static: { link: 'build/static' } }));
    grow(dir, { 'build/static/app.js': '' });
    expect(await pathsOf(dir)).toEqual(['.gitignore', 'static/app.js']);
  });

  it('to a link stand for what that one leads to', async () => {
    const dir = prepare(
      plant({
        'a.txt': '',
        one: { link: 'a.txt' },
        two: { link: 'one' },
        'data/b': '',
        d1: { link: 'data' },
        d2: { link: 'd1' },
      }),
    );
    expect(await pathsOf(dir)).toEqual(['a.txt', 'd1/b', 'd2/b', 'data/b', 'one', 'two']);
  });

  it('within a folder that is linked are followed as well', async () => {
    const dir = prepare(
      plant({ 'data/a': '', 'x/file': { link: '../data/a' }, 'x/folder': { link: '../data' }, link: { link: 'x' } }),
    );
    expect(await pathsOf(dir)).toEqual(['data/a', 'link/file', 'link/folder/a', 'x/file', 'x/folder/a']);
  });

  it('that leave the project are errors', async () => {
    const outside = plant({ 'secret.txt': 'hunter2', 'x/y': '' });
    const dir = prepare(
      plant({
        'app.py': '',
        file: { link: join(outside, 'secret.txt') },
        folder: { link: join(outside, 'x') },
        up: { link: '..' },
      }),
    );
    const { files, findings } = await list(dir);
    expect(files.map(({ path }) => path)).toEqual(['app.py']);
    expect(findings.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['link-leaves-project', 'file'],
      ['link-leaves-project', 'folder'],
      ['link-leaves-project', 'up'],
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('that leave the project by a neighbour of nearly the same name are errors', async () => {
    const root = plant({ 'app/a': '', 'app2/b': '' });
    grow(root, { 'app/link': { link: '../app2/b' } });
    prepare(root);
    expect(codesOf((await list(join(root, 'app'))).findings)).toEqual(['link-leaves-project']);
  });

  it('that lead nowhere are errors', async () => {
    const dir = prepare(
      plant({
        'app.py': '',
        broken: { link: 'none/at\nall' },
        self: { link: 'self' },
        a: { link: 'b' },
        b: { link: 'a' },
      }),
    );
    const { findings } = await list(dir);
    expect(findings.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['broken-link', 'a'],
      ['broken-link', 'b'],
      ['broken-link', 'broken'],
      ['broken-link', 'self'],
    ]);
    expect(findings.find(({ file }) => file === 'broken')?.message).toBe(
      'broken is a link to none/at all, which does not exist.',
    );
  });

  it('to a folder that holds them are errors, and nothing runs in circles', async () => {
    const dir = prepare(plant({ 'x/a': '', 'x/loop': { link: '.' }, 'x/y/up': { link: '../..' } }));
    const { files, findings } = await list(dir);
    expect(files.map(({ path }) => path).sort()).toEqual(['x/a']);
    expect(findings.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['link-cycle', 'x/loop'],
      ['link-cycle', 'x/y/up'],
    ]);
  });

  it('between two folders that lead into each other run in no circle', async () => {
    const dir = prepare(plant({ 'a/x': '', 'b/y': '', 'a/to-b': { link: '../b' }, 'b/to-a': { link: '../a' } }));
    const { files } = await list(dir);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['a/x', 'b/y', 'a/to-b/y', 'b/to-a/x']));
    expect(files.length).toBeLessThan(10);
  });
});

describe('a name that is not UTF-8', () => {
  it.each([
    ['in a git checkout', true],
    ['outside a checkout', false],
  ])('is an error %s', async (_, isCheckout) => {
    const dir = plant({ 'app.py': '' });
    const name = Buffer.concat([Buffer.from(`${dir}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]);
    writeFileSync(name, '');
    const folder = Buffer.concat([Buffer.from(`${dir}/d`), Buffer.from([0xff])]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/x')]), '');
    if (isCheckout) git(dir, 'init', '--quiet');
    const { files, findings } = await list(dir);
    expect(files.map(({ path }) => path)).toEqual(['app.py']);
    expect(codesOf(findings)).toEqual(['file-name', 'file-name']);
    expect(findings.map(({ message }) => message).sort()).toEqual([
      'The name of caf\ufffd.txt is not valid UTF-8.',
      expect.stringMatching(/^The name of d\ufffd(?:\/x)? is not valid UTF-8\.$/),
    ]);
  });
});
