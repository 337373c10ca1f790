import { hash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createConnectClient } from '../emulators/connect-client.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionRun } from '../tools/action.ts';
import { places } from '../tools/attempts.ts';
import { createConnectRuns, NBCONVERT, wsgi } from '../tools/connect.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

type Files = Readonly<Record<string, string | Uint8Array>>;
type Made = {
  readonly files: Files;
  readonly dependencies?: readonly string[];
  /** Behind the tables of pyproject.toml. */
  readonly tables?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

let count = 0;
/** A project with a name of its own, locked by uv. */
const plant = ({ files, dependencies = [], tables = '' }: Made): Promise<string> => {
  count += 1;
  const project = `[project]\nname = "shop${count}"\nversion = "0.3.0"\nrequires-python = ">=3.11"\ndependencies = ${JSON.stringify(dependencies)}\n`;
  return place.project('service', async (folder) => {
    for (const [path, content] of Object.entries({ 'pyproject.toml': `${project}${tables}`, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
  });
};

const APP = { entrypoint: 'app', 'content-type': 'python-api' };
const check = async (made: Made): Promise<ActionRun> =>
  run(server, { workspace: await plant(made), inputs: { mode: 'check', ...APP, ...made.inputs } });
/** What becomes of it on the server: a status, and the titles of what is wrong. */
const deploy = async (made: Made): Promise<ActionRun> =>
  run(server, { workspace: await plant(made), inputs: { 'health-check-timeout': '20', ...APP, ...made.inputs } });
const ignoring = (made: Made, code: string): Made => ({
  ...made,
  tables: `${made.tables ?? ''}\n[tool.uv-deploy]\nignore = [{ code = "${code}", reason = "To see what the server does." }]\n`,
  inputs: { 'health-check-timeout': '2', ...made.inputs },
});

const BUILD = (backend: string, requires: string) =>
  `\n[build-system]\nrequires = ["${requires}"]\nbuild-backend = "${backend}"\n`;
const HATCH = BUILD('hatchling.build', 'hatchling');
const PRICE = `from store import price\n${wsgi('hello')}`;

describe('the code of a package is found wherever its build backend has it', () => {
  test.each<[what: string, folder: string, tables: string]>([
    [
      'Poetry, from a folder',
      'lib/',
      `${BUILD('poetry.core.masonry.api', 'poetry-core')}\n[tool.poetry]\npackages = [{ include = "store", from = "lib" }]\n`,
    ],
    [
      'Hatch, by sources',
      'python/',
      `${HATCH}\n[tool.hatch.build.targets.wheel]\nsources = ["python"]\nonly-include = ["python/store"]\n`,
    ],
    [
      'Hatch, by a table of sources',
      'code/',
      `${HATCH}\n[tool.hatch.build]\nonly-include = ["code/store"]\n\n[tool.hatch.build.sources]\n"code" = ""\n`,
    ],
    [
      'setuptools, by a package',
      'lib/',
      `${BUILD('setuptools.build_meta', 'setuptools')}\n[tool.setuptools]\npackages = ["store"]\npackage-dir = { store = "lib/store" }\n`,
    ],
    ['PDM, by its folder', 'lib/', `${BUILD('pdm.backend', 'pdm-backend')}\n[tool.pdm.build]\npackage-dir = "lib"\n`],
  ])('%s', async (_, folder, tables) => {
    const run = await check({ files: { 'app.py': PRICE, [`${folder}store/__init__.py`]: 'price = 1\n' }, tables });
    expect([places(run), run.outputs.status]).toEqual([[], 'checked']);
    expect(run.log).toMatch(/\| +10 B +store\/__init__\.py/);
  });

  test('and with its version and its entry points, which code asks for', async () => {
    const tables = `${BUILD('uv_build', 'uv_build>=0.9')}\n[project.entry-points."store.prices"]\nplain = "store.plain:price"\n\n[tool.uv.build-backend]\nmodule-name = "store"\n`;
    const files = {
      'app.py': PRICE,
      'src/store/__init__.py':
        'from importlib.metadata import entry_points, version\n\nprice = next(iter(entry_points(group="store.prices"))).load()\n',
      'src/store/plain.py': 'import importlib.metadata\n\nprice = 1\n',
    };
    const run = await deploy({ files, tables: tables.replace('\n[project.entry', '\n[project.entry') });
    expect([places(run), run.outputs.status]).toEqual([[], 'deployed']);
  });
});

describe('files that code of a src folder opens from where it is itself', () => {
  const tables = `${BUILD('uv_build', 'uv_build>=0.9')}\n[tool.uv.build-backend]\nmodule-name = "store"\n`;
  const made = (folder: string): Made => ({
    files: {
      'app.py': PRICE,
      'data/price.txt': '1',
      'src/store/__init__.py': `import os\nfrom pathlib import Path\n\nprice = open(${folder} / "data" / "price.txt").read()\n`,
    },
    tables,
  });

  test.each([
    'Path(__file__).parents[2]',
    'Path(__file__).resolve().parent.parent.parent',
    'Path(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))',
  ])('are not there where that leads above the folder: %s', async (folder) => {
    expect(places(await check(made(folder)))).toEqual(['path-above-package src/store/__init__.py:4']);
  });

  test('which fails on the server; from the working directory, they are found', async () => {
    const wrong = await deploy(ignoring(made('Path(__file__).parents[2]'), 'path-above-package'));
    expect(wrong.outputs.status).toBe('failed');
    const right = await deploy(made('Path(".")'));
    expect([places(right), right.outputs.status]).toEqual([[], 'deployed']);
  });
});

describe("a version that comes from git's history", () => {
  const tables = `${BUILD('hatchling.build', 'hatchling", "hatch-vcs')}\n[tool.hatch.version]\nsource = "vcs"\n`;
  const plantDynamic = async (name: string, more = '', files: Files = {}): Promise<string> => {
    const lock = `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n[[package]]\nname = "${name}"\nsource = { editable = "." }\n`;
    const store = `from importlib.metadata import version\n\nprice = version("${name}")\n`;
    const workspace = await plant({ files: { 'app.py': PRICE, 'src/store/__init__.py': store, ...files } });
    const pyproject = `[project]\nname = "${name}"\ndynamic = ["version"]\nrequires-python = ">=3.11"\n${tables}${more}`;
    await writeFile(join(workspace, 'pyproject.toml'), pyproject);
    await writeFile(join(workspace, 'uv.lock'), lock);
    return workspace;
  };

  test('is asked for at startup, and does not keep the app from starting', async () => {
    const inputs = { 'health-check-timeout': '20', ...APP };
    const done = await run(server, { workspace: await plantDynamic('from-git'), inputs });
    expect([places(done), done.outputs.status]).toEqual([[], 'deployed']);
    expect(done.summary).toContain('The version of from-git is not written down');
  });

  test('is no error beside another one', async () => {
    const files = {
      'app.py': 'import flask\n\none = flask.Flask("a")\n',
      'other.py': 'import flask\n\ntwo = flask.Flask("b")\n',
    };
    const inputs = { mode: 'check', preflight: 'static', entrypoint: '', 'content-type': 'python-dash' };
    const done = await run(server, { workspace: await plantDynamic('from-git-too', '', files), inputs });
    expect(done.titles('error')).not.toContain('build-version');
  });
});

describe('an entrypoint that is a module looks for others from the top only', () => {
  const files = { 'src/app.py': `from store import price\n${wsgi('hello')}`, 'src/store.py': 'price = 1\n' };
  const inputs = { entrypoint: 'src/app.py' };

  test('what lies beside it is an error, and fails on the server', async () => {
    const run = await check({ files, inputs });
    expect(places(run)).toEqual(['import-missing src/app.py:1']);
    expect(run.log).toContain('lies in the folder src');
    const fate = await deploy(ignoring({ files, inputs }, 'import-missing'));
    expect(fate.outputs.status).toBe('failed');
  });

  test('spelt out from the top, it runs', async () => {
    const fixed = { ...files, 'src/app.py': files['src/app.py'].replace('from store', 'from src.store') };
    const run = await deploy({ files: fixed, inputs });
    expect([places(run), run.outputs.status]).toEqual([[], 'deployed']);
  });

  test('a modular Shiny app is found out, too', async () => {
    const shiny =
      'from shiny import App, ui\nfrom modules.counter import label\n\napp = App(ui.page_fluid(label), None)\n';
    const run = await check({
      files: {
        'app/app.py': shiny,
        'app/modules/__init__.py': '',
        'app/modules/counter.py': 'label = 1\n',
        'requirements.txt': 'shiny\n',
      },
      inputs: { entrypoint: 'app/app.py', 'content-type': 'python-shiny' },
    });
    expect(places(run)).toEqual(['import-missing app/app.py:2']);
  });
});

describe('requirements that the project brings along are read as pip reads them', () => {
  const app = `import six\nimport idna\n${wsgi('hello')}`;
  const dependencies = ['six', 'idna'];
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('six\r\nidna\r\n', 'utf16le')]);

  test.each<[what: string, requirements: Files]>([
    ['over several lines', { 'requirements.txt': 'six \\\n  >=1.0\nidna \\\n  >=3\n' }],
    ['in UTF-16', { 'requirements.txt': utf16 }],
    ['with a byte order mark', { 'requirements.txt': '\ufeffsix\nidna\n' }],
    [
      'by another file beside them',
      { 'requirements.txt': '-r reqs/all.txt\n', 'reqs/all.txt': '-r base.txt\nsix\n', 'reqs/base.txt': 'idna\n' },
    ],
    ['by the address of a wheel', { 'requirements.txt': 'six\nhttps://files.example/idna-3.7-py3-none-any.whl\n' }],
  ])('%s', async (_, requirements) => {
    expect(
      places(await check({ files: { 'app.py': app, ...requirements }, dependencies, inputs: { preflight: 'static' } })),
    ).toEqual([]);
  });

  test.each<[what: string, line: string, told: string[]]>([
    [
      'what no requirement is',
      '[notice] A new release of pip is available',
      ['requirements-invalid requirements.txt:3'],
    ],
    ['a name with blanks', 'two words', ['requirements-invalid requirements.txt:3']],
    ['a file that is not there', '-r reqs/none.txt', ['requirements-file-missing requirements.txt:3']],
  ])('with an error at the line: %s', async (_, line, told) => {
    const made = { files: { 'app.py': app, 'requirements.txt': `six\nidna\n${line}\n` }, dependencies };
    expect(places(await check(made))).toEqual(told);
  });

  test('the server refuses a line that is no requirement', async () => {
    const made = { files: { 'app.py': wsgi('x'), 'requirements.txt': 'two words\n' } };
    expect((await deploy(ignoring(made, 'requirements-invalid'))).outputs.status).toBe('failed');
  });
});

describe('a manifest.json that the project brings along', () => {
  const md5 = (text: string): string => hash('md5', text);
  const app = wsgi('hello');
  const manifest = (changes: { entrypoint?: string; appmode?: string; requires?: string; listed?: boolean }): Made => {
    const { entrypoint = 'app:app', appmode = 'python-api', requires = '~=3.11.0', listed = true } = changes;
    const data = {
      version: 1,
      locale: 'en_US.UTF-8',
      metadata: { appmode, entrypoint },
      python: {
        version: '3.11.7',
        package_manager: { name: 'pip', version: '24.0', package_file: 'requirements.txt' },
      },
      environment: { python: { requires } },
      files: {
        'app.py': { checksum: md5(app) },
        ...(listed && { 'requirements.txt': { checksum: md5('') } }),
      },
    };
    const files = { 'app.py': app, 'requirements.txt': '', 'manifest.json': JSON.stringify(data, undefined, 1) };
    return { files, inputs: { entrypoint: '', 'content-type': '' } };
  };

  test.each<[what: string, changes: Parameters<typeof manifest>[0], told: string[]]>([
    ['with all that it names', {}, []],
    ['without its requirements', { listed: false }, ['manifest-invalid manifest.json:13']],
    ['with a version that has no operator', { requires: '3.11' }, ['manifest-invalid manifest.json:18']],
    ['for a kind that Connect does not know', { appmode: 'python-wsgi' }, ['manifest-invalid manifest.json:5']],
    ['for a module that it does not list', { entrypoint: 'other:app' }, ['manifest-invalid manifest.json:6']],
  ])('is judged by what the server needs: %s', async (_, changes, told) => {
    expect(places(await check(manifest(changes)))).toEqual(told);
  });

  test('decides the Python, in place of a pin and requires-python', async () => {
    const made = manifest({});
    const pyproject = '[project]\nname = "pinless"\nversion = "0.3.0"\n';
    const workspace = await plant({ ...made, files: { ...made.files, 'pyproject.toml': pyproject } });
    await rm(join(workspace, '.python-version'));
    const inputs = { 'health-check-timeout': '20', ...APP, ...made.inputs, preflight: 'auto' };
    const done = await run(server, { workspace, inputs });
    expect([places(done), done.outputs.status]).toEqual([[], 'deployed']);
    expect(done.log).toContain('manifest.json decides the Python: ~=3.11.0.');
    expect(done.log).toMatch(/uv pip install --requirements requirements\.txt \(Python ~?=.*3\.11/);
  });

  test('fails on the server without its requirements, and runs with them', async () => {
    const wrong = await deploy(ignoring(manifest({ listed: false }), 'manifest-invalid'));
    expect(wrong.outputs.status).toBe('failed');
    expect((await deploy(manifest({}))).outputs.status).toBe('deployed');
  });
});

describe('what of the files is deployed', () => {
  const inputs = { preflight: 'static' };
  const bundled = (run: ActionRun): string => /Files:[\s\S]*?Status/.exec(run.log)?.[0] ?? '';

  test('are no environments of Python, of whatever kind', async () => {
    const files = Object.fromEntries(
      [
        ...['.pixi/envs/default/bin/x', '__pypackages__/3.11/lib/six.py', 'mini/conda-meta/history', 'mini/lib/six.py'],
        ...['old/bin/activate', 'old/bin/python', 'old/lib/six.py'],
        ...['win/Scripts/python.exe', 'win/Lib/site-packages/six.py', '.uv-cache/x'],
      ].map((path) => [path, '']),
    );
    const run = await check({ files: { 'app.py': wsgi('x'), 'bin/python': '', ...files }, inputs });
    expect(bundled(run)).toContain('bin/python');
    expect(bundled(run)).not.toMatch(/six|pixi|conda|win\/|old\/|uv-cache/);
  });

  test('is what ! gives back, as in a .gitignore', async () => {
    const files = { 'app.py': wsgi('x'), 'data/a.csv': '1', 'data/keep.csv': '2' };
    const run = await check({ files, inputs: { ...inputs, exclude: 'data/*.csv\n!data/keep.csv' } });
    expect(bundled(run)).toContain('data/keep.csv');
    expect(bundled(run)).not.toContain('data/a.csv');
    const tables = '\n[tool.uv-deploy.connect]\nexclude = ["!data/keep.csv"]\n';
    expect(places(await check({ files, tables, inputs }))).toEqual(['invalid-setting pyproject.toml:8']);
  });

  test('is no pointer of Git LFS', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n`;
    const files = { 'app.py': wsgi('x'), 'a.bin': pointer, 'b.bin': pointer, 'c.bin': 'version 1\n' };
    const run = await check({ files, inputs });
    expect(places(run)).toEqual(['lfs-pointer a.bin']);
    expect(run.log).toContain('So are 1 more.');
  });
});

describe('of a Quarto project, what is rendered counts', () => {
  const R = '---\ntitle: old\n---\n\n```{r}\n1 + 1\n```\n';
  const PYTHON = '---\ntitle: new\n---\n\n```{python}\n1 + 1\n```\n';
  const NOTEBOOK = JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const quarto = (files: Files): Made => ({
    files: { 'app.py': '', ...files },
    dependencies: ['ipykernel'],
    inputs: { entrypoint: '', 'content-type': 'quarto-static', preflight: 'static' },
  });

  test.each<[what: string, files: Files, told: string[]]>([
    [
      'what the list names',
      { '_quarto.yml': 'project:\n  render:\n    - index.qmd\n', 'index.qmd': PYTHON, 'archive/old.qmd': R },
      [],
    ],
    [
      'what it does not take away',
      { '_quarto.yml': 'project:\n  render: ["*.qmd", "!old.qmd"]\n', 'index.qmd': PYTHON, 'old.qmd': R },
      [],
    ],
    [
      'all where it says nothing',
      { '_quarto.yml': 'project:\n  type: website\n', 'index.qmd': PYTHON, 'more/old.qmd': R },
      ['quarto-engine more/old.qmd:1'],
    ],
    [
      'one of R Markdown, too',
      { '_quarto.yml': 'project:\n  type: website\n', 'index.qmd': PYTHON, 'old.Rmd': '---\ntitle: x\n---\n' },
      ['quarto-engine old.Rmd:1'],
    ],
    ['the chosen one without a project', { 'index.qmd': PYTHON, 'old.qmd': R }, []],
  ])('%s', async (_, files, told) => {
    expect(places(await check(quarto(files)))).toEqual(told);
  });

  test('a notebook needs Python, requirements and Jupyter', async () => {
    const made = quarto({ '_quarto.yml': 'project:\n  type: website\n', 'index.ipynb': NOTEBOOK });
    const run = await check(made);
    expect(places(run)).toEqual([]);
    expect(run.log).toContain('requirements.txt');
    const without = await check({ ...made, dependencies: ['six'] });
    expect(places(without)).toEqual(['framework-not-locked pyproject.toml:5']);
  });
});

describe("Posit Publisher's configuration", () => {
  const CONFIG = [
    ...['type = "python-flask"', 'entrypoint = "service.py"', 'entrypoint_object_ref = "service:api"'],
    ...['title = "The Scores"', 'validate = true', 'files = ["/service.py", "/requirements.txt", "/data/", "!*.tmp"]'],
    ...['[python]', 'version = "3.11.5"', 'package_file = "requirements.txt"', 'package_manager = "pip"'],
    ...['[environment]', 'REGION = "eu"', 'LEVEL = "high"', '[connect.runtime]', 'max_processes = 3'],
  ];
  const config = (lines = CONFIG): Files => ({ '.posit/publish/scores.toml': `${lines.join('\n')}\n` });
  const service = wsgi('x').replace('def app', 'def api');
  const files = {
    ...{ 'service.py': `import os\n\nREGION = os.environ["REGION"]\n\n\n${service}` },
    ...{ 'other.py': service, 'notes.txt': 'x', 'data/a.csv': '1', 'data/a.tmp': '1' },
  };
  const UNSAID = { entrypoint: '', 'content-type': '' };
  const bundled = (run: ActionRun): string[] =>
    [...run.log.matchAll(/\| +\d+ k?B +(\S+)/g)].map(([, path = '']) => path);

  test('says what the project is, which files it has, its variables and its settings', async () => {
    const client = createConnectClient(server);
    const guid = await client.create('from-the-editor');
    const record = `server_url = "${server.url}"\nid = "${guid}"\nconfiguration_name = "scores"\n`;
    const made = { ...files, ...config(), '.posit/publish/deployments/one.toml': record };
    const done = await deploy({ files: made, inputs: { ...UNSAID, env: 'LEVEL=low' } });
    expect([places(done), done.outputs.status, done.outputs.id]).toEqual([[], 'deployed', guid]);
    expect(bundled(done)).toEqual(expect.arrayContaining(['service.py', 'data/a.csv']));
    expect(bundled(done).join(' ')).not.toMatch(/other|notes|tmp/);
    expect(server.variables(guid)).toEqual({ REGION: 'eu', LEVEL: 'low' });
    const [content] = server.content().filter((one) => one.guid === guid);
    expect(content).toMatchObject({ app_mode: 'python-api', settings: { title: 'The Scores', max_processes: 3 } });
  });

  test('gives way to what is said here', async () => {
    const tables = '\n[tool.uv-deploy.connect]\ntitle = "Ours"\n';
    const inputs = { entrypoint: 'other:api', 'content-type': 'python-api', exclude: 'data', name: 'ours-alone' };
    const done = await deploy({ files: { ...files, ...config() }, tables, inputs });
    expect([places(done), done.outputs.status]).toEqual([[], 'deployed']);
    expect(bundled(done)).toContain('notes.txt');
    const [content] = server.content().filter(({ name }) => name === 'ours-alone');
    expect(content?.settings).toMatchObject({ title: 'Ours' });
  });

  test.each<[what: string, lines: string[], told: string[]]>([
    ['another Python', ['[python]', 'version = "3.9.1"'], ['publisher-value .posit/publish/scores.toml:4']],
    ['a type of R', ['type = "r-shiny"'], ['publisher-value .posit/publish/scores.toml:1', 'entrypoint-not-found']],
    [
      'a file that is gone',
      ['entrypoint = "gone.py"'],
      ['publisher-value .posit/publish/scores.toml:2', 'entrypoint-not-found'],
    ],
    ['a number as the title', ['title = 3'], ['publisher-value .posit/publish/scores.toml:3']],
    [
      'requirements that are gone',
      ['[python]', 'package_file = "r.txt"'],
      ['publisher-value .posit/publish/scores.toml:4'],
    ],
    ['what nobody knows', ['[[integration_requests]]', 'name = "x"'], ['publisher-value .posit/publish/scores.toml:3']],
  ])('that can not be used is a notice: %s', async (_, lines, told) => {
    const [type = '', entrypoint = ''] = CONFIG;
    const rest = lines.filter((line) => !/^(?:type|entrypoint)/.test(line));
    const own = [
      lines.find((line) => line.startsWith('type')) ?? type,
      lines.find((line) => line.startsWith('entrypoint')) ?? entrypoint,
    ];
    const made = { 'service.py': wsgi('x'), ...config([...own, ...rest]) };
    const run = await check({ files: made, inputs: { ...UNSAID, preflight: 'static' } });
    expect(places(run)).toEqual(told);
    expect(run.titles('error')).not.toContain('publisher-value');
  });

  test('of several, that of the deployment to this server counts', async () => {
    const record = `server_url = "${server.url}"\nid = ""\nconfiguration_name = "other"\n`;
    const other = config(['type = "python-flask"', 'entrypoint = "other.py"', 'entrypoint_object_ref = "other:api"']);
    const two = { ...files, ...config(), '.posit/publish/other.toml': other['.posit/publish/scores.toml'] ?? '' };
    const inputs = { ...UNSAID, preflight: 'static' };
    const run = await check({ files: { ...two, '.posit/publish/deployments/one.toml': record }, inputs });
    expect(run.log).toContain('entrypoint says other:api');
    expect(places(await check({ files: two, inputs }))).toContain('publisher-value');
  });
});

describe("a notebook's code", () => {
  const cells = [{ cell_type: 'code', source: ['1'], metadata: {}, outputs: [], execution_count: null }];
  const report = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const inputs = { entrypoint: 'report.ipynb', 'content-type': 'jupyter-static' };
  const settings = '\n[tool.uv-deploy.connect]\nhide-all-input = true\n';

  test.each([
    ['is shown', '[tool.uv-deploy.connect]\n', true],
    ['is not shown where that is set', settings, false],
  ])('%s', async (_, tables, isShown) => {
    const files = { 'report.ipynb': report, 'nbconvert.py': NBCONVERT };
    const done = await deploy({ files, inputs, tables: `\n${tables}environment-management = false\n` });
    expect(done.outputs.status).toBe('deployed');
    const page = await fetch(`${done.outputs.url}/`, { headers: { authorization: `Key ${server.apiKey}` } });
    expect((await page.text()).includes('<code>')).toBe(isShown);
  });

  test('is no matter of an app', async () => {
    const run = await check({ files: { 'app.py': wsgi('x') }, tables: settings, inputs: { preflight: 'static' } });
    expect(places(run)).toEqual(['setting-without-effect pyproject.toml:8']);
  });
});

describe('packages that the administrator provides or keeps out', () => {
  const SETTINGS = '\n[tool.uv-deploy.connect]\nexternal = ["Six"]\nprohibited = ["idna"]\n';
  const app = `import six\n${wsgi('hello').replace("b'hello'", 'six.__version__.encode()')}`;
  let own: ConnectServer;
  beforeAll(async () => {
    own = await place.connect({ external: ['six==1.15.0'], prohibited: ['idna'] });
  });

  test('are not judged by version, and named', async () => {
    const workspace = await plant({ files: { 'app.py': app }, dependencies: ['six>=1.16'], tables: SETTINGS });
    const done = await run(own, { workspace, inputs: { 'health-check-timeout': '20', ...APP } });
    expect([places(done), done.outputs.status]).toEqual([['external-version pyproject.toml:8'], 'deployed']);
    const url = `${done.outputs.url}/`;
    const answer = await fetch(url, { headers: { authorization: `Key ${own.apiKey}` } });
    expect(await answer.text()).toBe('1.15.0');
  });

  test('are not installed on the runner where they can not be had there, and nothing is started without them', async () => {
    const url = 'https://index.example/simple';
    const wheel = `https://files.example/orabase-1.0-py3-none-any.whl`;
    const lock = `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n[[package]]\nname = "site"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "orabase" }]\n\n[package.metadata]\nrequires-dist = [{ name = "orabase", specifier = "==1.0" }]\n\n[[package]]\nname = "orabase"\nversion = "1.0"\nsource = { registry = "${url}" }\nwheels = [{ url = "${wheel}", hash = "sha256:${'0'.repeat(64)}" }]\n`;
    const workspace = await plant({ files: { 'app.py': `import orabase\n${wsgi('x')}` } });
    const pyproject =
      '[project]\nname = "site"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["orabase==1.0"]\n';
    await writeFile(
      join(workspace, 'pyproject.toml'),
      `${pyproject}\n[tool.uv-deploy.connect]\nexternal = ["orabase"]\n`,
    );
    await writeFile(join(workspace, 'uv.lock'), lock);
    const inputs = { mode: 'check', preflight: 'start', ...APP };
    const done = await run(server, { workspace, inputs });
    expect(done.titles('error')).toEqual([]);
    expect(done.log).toContain('the environment installs.');
    expect(done.titles()).toContain('external-version');
  });

  test('count by version where the server matches it', async () => {
    const tables = `${SETTINGS}external-version-matching = true\n`;
    expect(
      places(await check({ files: { 'app.py': app }, dependencies: ['six'], tables, inputs: { preflight: 'static' } })),
    ).toEqual([]);
  });

  test('are an error at the import, where they are kept out, and fail there', async () => {
    const made: Made = { files: { 'app.py': `import idna\n${wsgi('x')}` }, dependencies: ['idna'] };
    const told = await check({ ...made, tables: SETTINGS });
    expect(places(told)).toEqual(['import-missing app.py:1']);
    const inputs = { 'health-check-timeout': '2', ...APP };
    const done = await run(own, { workspace: await plant(made), inputs });
    expect(done.outputs.status).toBe('failed');
  });

  test('and a group that is not installed is not judged', async () => {
    const lock = `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n[[package]]\nname = "site"\nversion = "1"\nsource = { virtual = "." }\n\n[package.dev-dependencies]\ndev = [{ name = "winonly" }]\n\n[package.metadata]\n\n[package.metadata.requires-dev]\ndev = [{ name = "winonly" }]\n\n[[package]]\nname = "winonly"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\nwheels = [{ url = "https://files.example/winonly-1.0-cp312-cp312-win_amd64.whl", hash = "sha256:${'0'.repeat(64)}" }]\n`;
    const made: Made = { files: { 'app.py': wsgi('x') } };
    const workspace = await plant(made);
    await writeFile(
      join(workspace, 'pyproject.toml'),
      '[project]\nname = "site"\nversion = "1"\nrequires-python = ">=3.11"\n\n[dependency-groups]\ndev = ["winonly"]\n',
    );
    await writeFile(join(workspace, 'uv.lock'), lock);
    const inputs = { mode: 'check', preflight: 'static', ...APP };
    const titles = (await run(server, { workspace, inputs })).titles('error');
    expect(titles).toEqual([]);
  });
});
