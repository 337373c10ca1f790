import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../../tools/fakes.ts';
import { rsconnectEnvironment } from '../../tools/rsconnect.ts';
import { createForest, grow, type Tree } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';
import { bundle, realUv } from './bundle.ts';

const makeTree = createForest('connect-bundle');
const cacheDir = resolve(import.meta.dirname, '../../../.tools/uv-cache');

const lock = (dir: string) => {
  const args = ['lock', '--quiet', '--no-python-downloads', '--directory', dir, '--cache-dir', cacheDir];
  execFileSync(uv, args, { env: rsconnectEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  return dir;
};

const pyproject = (name: string, more = '') =>
  `[project]\nname = "${name}"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n${more}`;
const SETUPTOOLS = '\n[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';
const UV_BUILD = '\n[build-system]\nrequires = ["uv_build>=0.8"]\nbuild-backend = "uv_build"\n';
const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';
const PIN = { '.python-version': '3.11\n' };

const paths = (made: { files: ReadonlyMap<string, unknown> }) => [...made.files.keys()].sort();
const listed = (made: { manifest: Record<string, unknown> | undefined }) =>
  Object.keys((made.manifest?.files ?? {}) as object).sort();

describe('the requirements', () => {
  /** No setting of ours changes the lock: it is made once. */
  let lockText: string | undefined;
  const lockedProject = (more = '') => {
    lockText ??= readFileSync(join(lock(project()), 'uv.lock'), 'utf8');
    return grow(project(more), { 'uv.lock': lockText });
  };
  const project = (more = '') =>
    makeTree({
      ...PIN,
      'pyproject.toml': pyproject(
        'web',
        `dependencies = ["itsdangerous==2.2.0", "colorama==0.4.6; sys_platform == 'win32'"]\n\n[project.optional-dependencies]\nfast = ["blinker==1.9.0"]\n\n[dependency-groups]\ndev = ["iniconfig==2.1.0"]\nextra-group = ["packaging==24.2"]\n${more}`,
      ),
      'app.py': FLASK,
    });

  it('are those of the lock, with their markers and without the development group, the same every time', async () => {
    const dir = lockedProject();
    const made = await bundle(dir, {}, { uv: realUv });
    expect(made.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(made.requirements).toBe("colorama==0.4.6 ; sys_platform == 'win32'\nitsdangerous==2.2.0\n");
    expect(listed(made)).toEqual(['.python-version', 'app.py', 'pyproject.toml', 'requirements.txt', 'uv.lock']);
    expect((await bundle(dir, {}, { uv: realUv })).manifest).toEqual(made.manifest);
  });

  it('are more with the groups and extras that are wanted', async () => {
    const dir = lockedProject('\n[tool.uv-deploy.connect]\ngroups = ["extra-group"]\nextras = ["fast"]\n');
    const made = await bundle(dir, {}, { uv: realUv });
    expect(made.requirements).toBe(
      "blinker==1.9.0\ncolorama==0.4.6 ; sys_platform == 'win32'\nitsdangerous==2.2.0\npackaging==24.2\n",
    );
  });

  it('need groups and extras that are there', async () => {
    const dir = project('\n[tool.uv-deploy.connect]\ngroups = ["extra-grup"]\nextras = ["slow"]\n');
    const { findings } = await bundle(dir);
    expect(findings).toMatchObject([
      { code: 'invalid-setting', line: 15, remedy: "Did you mean 'extra-group'?" },
      { code: 'invalid-setting', line: 16 },
    ]);
  });

  it('can not be made without uv, unless the project brings its own', async () => {
    const dir = lockedProject();
    expect(codesOf((await bundle(dir)).findings)).toContain('no-uv');
    const own = { 'requirements.txt': '--index-url https://packages.example/simple\nitsdangerous==2.2.0\n' };
    const made = await bundle(makeTree({ ...copy(dir), ...own }));
    expect(made.findings).toEqual([]);
    expect(made.requirements).toBe(own['requirements.txt']);
    expect(made.manifest).toMatchObject({ python: { package_manager: { package_file: 'requirements.txt' } } });
  });

  it('may be those that [tool.rsconnect] names, where it does not name the lock', async () => {
    const table = (file: string) =>
      `\n[tool.rsconnect]\napp_mode = "python-api"\nentrypoint = "app"\nrequirements_file = "${file}"\n`;
    const dir = lockedProject(table('deploy/web.txt'));
    expect(codesOf((await bundle(dir)).findings)).toEqual(['requirements-file-missing']);
    const given = await bundle(makeTree({ ...copy(dir), 'deploy/web.txt': 'itsdangerous==2.2.0\n' }));
    expect(given.manifest).toMatchObject({ python: { package_manager: { package_file: 'deploy/web.txt' } } });

    const locked = lockedProject(table('uv.lock'));
    const made = await bundle(makeTree({ ...copy(locked), 'requirements.txt': 'old==1\n' }), {}, { uv: realUv });
    expect(made.requirements).toContain('itsdangerous==2.2.0');
  });

  it('are only named when the environment is not managed', async () => {
    const dir = lockedProject('\n[tool.uv-deploy.connect]\nenvironment-management = false\nimage = "img"\n');
    const made = await bundle(dir, {}, { uv: realUv });
    expect(made.manifest).toMatchObject({ environment: { image: 'img', environment_management: { python: false } } });
    expect(made.notes.join('\n')).toContain('Connect installs nothing.');
    expect(made.notes.join('\n')).toContain('colorama 0.4.6, itsdangerous 2.2.0');
  });

  it.each([
    ['uv', { name: 'uv', allow_uv: true }],
    ['pip', { name: 'pip', allow_uv: false }],
    ['auto', { name: 'pip' }],
  ])('are installed by %s when that is asked for', async (installer, manager) => {
    const dir = lockedProject(`\n[tool.uv-deploy.connect]\npackage-installer = "${installer}"\n`);
    const { manifest } = await bundle(dir, {}, { uv: realUv });
    const python = manifest?.python as { package_manager: object };
    expect(python.package_manager).toEqual({ ...manager, package_file: 'requirements.txt' });
  });

  it('have to hold what starts the content', async () => {
    const dir = lockedProject();
    const { findings } = await bundle(dir, { 'content-type': 'python-streamlit' }, { uv: realUv });
    expect(findings).toMatchObject([{ level: 'error', code: 'framework-not-locked', file: 'pyproject.toml', line: 5 }]);
  });
});

/** The files of a folder without subfolders. */
const copy = (dir: string): Tree =>
  Object.fromEntries(
    ['.python-version', 'pyproject.toml', 'app.py', 'uv.lock'].map((name) => [
      name,
      readFileSync(join(dir, name), 'utf8'),
    ]),
  );

describe('code that is a package', () => {
  it('of a src folder is copied to the root, from where the server imports it', async () => {
    const dir = lock(
      makeTree({
        ...PIN,
        'pyproject.toml': pyproject('my-shop', UV_BUILD),
        'src/my_shop/__init__.py': '',
        'src/my_shop/main.py': FLASK,
        'src/my_shop/data/prices.csv': 'a\n',
        'src/my_shop/.env': 'SECRET=1\n',
        'tests/test_main.py': '',
      }),
    );
    const made = await bundle(dir, {}, { uv: realUv });
    expect(made.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(made.plan?.entrypoint).toBe('my_shop.main');
    expect(paths(made)).toEqual([
      '.python-version',
      'my_shop-0.1.0.dist-info/METADATA',
      'my_shop/__init__.py',
      'my_shop/data/prices.csv',
      'my_shop/main.py',
      'pyproject.toml',
      'requirements.txt',
      'src/my_shop/__init__.py',
      'src/my_shop/data/prices.csv',
      'src/my_shop/main.py',
      'tests/test_main.py',
      'uv.lock',
    ]);
    expect(made.requirements).toBe('');
    expect(made.notes.join('\n')).toContain('The code of my-shop is at the root of the bundle');
  });

  it('of a workspace goes along with the project that needs it, and no other', async () => {
    const member = (name: string, more = '') => ({
      [`libs/${name}/pyproject.toml`]: pyproject(name, `dependencies = [${more}]\n${SETUPTOOLS}`),
    });
    const dir = lock(
      makeTree({
        'pyproject.toml':
          '[tool.uv.workspace]\nmembers = ["apps/*", "libs/*"]\n\n[tool.uv.sources]\ncore = { workspace = true }\ndeep = { workspace = true }\n',
        '.python-version': '3.11\n',
        ...member('core', '"itsdangerous==2.2.0", "deep"'),
        'libs/core/src/core/__init__.py': 'CORE = 1\n',
        'libs/core/src/core.egg-info/PKG-INFO': '',
        ...member('deep'),
        'libs/deep/deep/__init__.py': 'DEEP = 1\n',
        'libs/deep/tests/__init__.py': '',
        'libs/deep/.env': 'SECRET=1\n',
        ...member('other', '"blinker==1.9.0"'),
        'libs/other/other/__init__.py': '',
        'apps/web/pyproject.toml': pyproject('web', 'dependencies = ["core"]\n'),
        'apps/web/app.py': FLASK,
      }),
    );
    const made = await bundle(dir, {}, { uv: realUv, directory: 'apps/web' });
    expect(made.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(paths(made)).toEqual([
      'app.py',
      'core-0.1.0.dist-info/METADATA',
      'core/__init__.py',
      'deep-0.1.0.dist-info/METADATA',
      'deep/__init__.py',
      'pyproject.toml',
      'requirements.txt',
    ]);
    expect(made.requirements).toBe('itsdangerous==2.2.0\n');
    expect(made.manifest).toMatchObject({ environment: { python: { requires: '~=3.11.0' } } });
  });

  it.each([
    ['pyproject.toml', '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n', 'maturin'],
    [
      'pyproject.toml',
      '[build-system]\nrequires = ["setuptools", "Cython>=3"]\nbuild-backend = "setuptools.build_meta"\n',
      'Cython',
    ],
  ])('and has to be compiled is an error', async (file, build, named) => {
    const dir = makeTree({
      ...PIN,
      'pyproject.toml': pyproject('fast', build),
      'src/fast/app.py': FLASK,
      'uv.lock': `version = 1\nrequires-python = ">=3.11"\n\n[[package]]\nname = "fast"\nversion = "0.1.0"\nsource = { editable = "." }\n`,
    });
    const { findings } = await bundle(dir);
    expect(findings).toMatchObject([{ code: 'local-package-compiled', file, line: 5 }]);
    expect(findings[0]?.message).toContain(named);
  });

  const dependent = (source: string) =>
    makeTree({
      ...PIN,
      'pyproject.toml': pyproject('web', 'dependencies = ["other"]\n'),
      'app.py': FLASK,
      'uv.lock': `version = 1\nrequires-python = ">=3.11"\n\n[[package]]\nname = "web"\nversion = "0.1.0"\nsource = { virtual = "." }\ndependencies = [{ name = "other" }]\n\n[[package]]\nname = "other"\nversion = "1.0"\nsource = ${source}\n`,
    });

  it.each([
    ['{ path = "wheels/other-1.0-py3-none-any.whl" }', 'local-archive'],
    ['{ directory = "../other" }', 'local-package-outside'],
  ])('and lies where the server has nothing is an error at its line of the lock: %s', async (source, code) => {
    expect((await bundle(dependent(source))).findings).toMatchObject([{ code, file: 'uv.lock', line: 11 }]);
  });

  it('and would stand in the place of other code is an error', async () => {
    const dir = lock(
      makeTree({
        ...PIN,
        'pyproject.toml': pyproject('shop', UV_BUILD),
        'src/shop/__init__.py': 'x = 1\n',
        'shop/__init__.py': 'y = 1\n',
        'app.py': FLASK,
      }),
    );
    const { findings } = await bundle(dir, {}, { uv: realUv });
    expect(findings.at(-1)).toMatchObject({ code: 'flatten-conflict', file: 'src/shop/__init__.py' });
  });
});

describe('the files', () => {
  const files: Tree = {
    ...PIN,
    'pyproject.toml': pyproject('web', '\n[tool.uv-deploy.connect]\nexclude = ["data", "*.md", "**/*.log"]\n'),
    'app.py': FLASK,
    'README.md': '',
    'docs/a.md': '',
    'data/a.csv': '',
    'data/keep.csv': '',
    'logs/deep/x.log': '',
    'renv/x': '',
    'pkg/renv/x': '',
    'node_modules/x.js': '',
    'pkg/node_modules/x.js': '',
    'rsconnect-python/x.json': '',
  };

  it('are those that rsconnect would take, without what is excluded in its way', async () => {
    expect(paths(await bundle(makeTree(files)))).toEqual(
      ['.python-version', 'app.py', 'docs/a.md', 'pkg/renv/x', 'pyproject.toml'].sort(),
    );
  });

  it('that include names are taken in spite of it', async () => {
    expect(paths(await bundle(makeTree(files), { include: 'data/keep.csv\nREADME.md' }))).toEqual(
      ['.python-version', 'README.md', 'app.py', 'data/keep.csv', 'docs/a.md', 'pkg/renv/x', 'pyproject.toml'].sort(),
    );
  });

  it('hold no credential of a package index', async () => {
    const index = '\n[[tool.uv.index]]\nname = "ours"\nurl = "https://me:hunter2@packages.example/simple"\n';
    const dir = makeTree({ ...PIN, 'pyproject.toml': pyproject('web', index), 'app.py': FLASK });
    const { findings } = await bundle(dir);
    expect(findings).toMatchObject([{ code: 'credentials-in-url', file: 'pyproject.toml', line: 8 }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('of a pattern that rsconnect refuses are an error', async () => {
    const text = pyproject('web', '\n[tool.uv-deploy.connect]\nexclude = ["**/a/**"]\n');
    const { findings } = await bundle(makeTree({ ...PIN, 'pyproject.toml': text, 'app.py': FLASK }));
    expect(findings).toMatchObject([{ code: 'invalid-setting', file: 'pyproject.toml', line: 7 }]);
  });

  it('that Quarto makes are left out', async () => {
    const made = await bundle(
      makeTree({
        ...PIN,
        'pyproject.toml': pyproject('docs'),
        '_quarto.yml': 'project:\n  type: website\n',
        'index.qmd': '# Hello\n',
        'more/about.qmd': '# About\n',
        'index.html': '',
        'index_files/x.js': '',
        '_site/index.html': '',
        '.quarto/x': '',
      }),
    );
    expect(paths(made)).toEqual(['.python-version', '_quarto.yml', 'index.qmd', 'more/about.qmd', 'pyproject.toml']);
    expect(made.manifest).toMatchObject({
      metadata: { appmode: 'quarto-static', content_category: 'site' },
      quarto: { version: '99.9.9', engines: ['markdown'] },
    });
    expect(made.manifest).not.toHaveProperty('python');
  });
});

describe('a committed manifest.json', () => {
  const manifest = (files: Record<string, string>, more = {}) =>
    `${JSON.stringify(
      {
        version: 1,
        locale: 'de_DE.UTF-8',
        metadata: { appmode: 'shiny', entrypoint: 'app.R' },
        ...more,
        files: Object.fromEntries(Object.entries(files).map(([path, checksum]) => [path, { checksum }])),
      },
      undefined,
      2,
    )}\n`;
  const EMPTY = 'd41d8cd98f00b204e9800998ecf8427e';
  const project = (text: string, more: Tree = {}) =>
    makeTree({
      ...PIN,
      'pyproject.toml': pyproject('web'),
      'manifest.json': text,
      'app.py': FLASK,
      'app.R': '',
      'data/a.csv': '',
      ...more,
    });

  it('is deployed as it stands, with the files that it lists', async () => {
    const text = manifest({ 'app.R': EMPTY, 'data/a.csv': EMPTY, '.git/x': EMPTY });
    const made = await bundle(project(text));
    expect(made.findings).toEqual([]);
    expect(made.plan).toMatchObject({ contentType: 'shiny', entrypoint: 'app.R' });
    expect(paths(made)).toEqual(['app.R', 'data/a.csv']);
    expect(made.manifest).toEqual(JSON.parse(text));
  });

  it('gives way to what the inputs say', async () => {
    const made = await bundle(project(manifest({})), { 'content-type': 'python-api' });
    expect(made.manifest).toMatchObject({ metadata: { appmode: 'python-api', entrypoint: 'app' } });
    expect(made.plan?.reasons.at(-1)).toBe('manifest.json is not looked at: it is generated again.');
    expect(paths(made)).not.toContain('manifest.json');
  });

  it.each<[string, string, string, number]>([
    ['no JSON', '{', 'manifest-syntax', 1],
    ['without a mode', '{"version": 1}', 'manifest-invalid', 1],
    ['with a file that is not there', manifest({ 'gone.csv': EMPTY }), 'manifest-file-missing', 9],
    ['with a path that leaves the project', manifest({ '../x': EMPTY }), 'manifest-invalid', 9],
    ['with a file of secrets', manifest({ '.env': EMPTY }), 'secret-in-bundle', 9],
    ['with an old checksum', manifest({ 'app.R': 'x' }), 'manifest-stale', 9],
  ])('is checked: one %s', async (_, text, code, line) => {
    const { findings } = await bundle(project(text, { '.env': '' }));
    expect(findings).toMatchObject([{ code, file: 'manifest.json', line }]);
  });

  it('makes settings idle that it decides itself', async () => {
    const toml = pyproject('web', '\n[tool.uv-deploy.connect]\nimage = "x"\ntitle = "Web"\n');
    const { findings } = await bundle(project(manifest({}), { 'pyproject.toml': toml }));
    expect(findings).toMatchObject([{ level: 'warning', code: 'setting-without-effect', line: 7 }]);
  });
});
