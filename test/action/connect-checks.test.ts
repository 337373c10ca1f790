import { hash } from 'node:crypto';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { places } from '../tools/attempts.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

type Made = {
  readonly files: Readonly<Record<string, string>>;
  /** In place of the dependencies of the project, which has none. */
  readonly dependencies?: string;
  /** Behind pyproject.toml. */
  readonly tables?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

const project = ({ files, dependencies = '', tables = '' }: Made): Promise<string> =>
  place.project('service', async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const pyproject = '[project]\nname = "site"\nversion = "1"\nrequires-python = ">=3.11"\n';
    await writeFile(join(folder, 'pyproject.toml'), `${pyproject}dependencies = [${dependencies}]\n`);
    await appendFile(join(folder, 'pyproject.toml'), `${tables}\n[tool.uv-deploy]\ncontent-type = "python-api"\n`);
  });

const check = async (made: Made, preflight = 'static') => {
  const inputs = { mode: 'check', preflight, entrypoint: 'app', 'health-check-timeout': '60', ...made.inputs };
  return run(server, { workspace: await project(made), inputs });
};

/** What becomes of it when nobody minds the finding: what the deployment ends with. */
const fate = async (made: Made, code: string, name: string): Promise<string> => {
  const workspace = await project(made);
  const ignore = `ignore = [{ code = "${code}", reason = "To see what the server does." }]\n`;
  await appendFile(join(workspace, 'pyproject.toml'), ignore);
  const inputs = { name, entrypoint: 'app', 'health-check-timeout': '1', ...made.inputs };
  return (await run(server, { workspace, inputs })).titles('error').join();
};

const IMPORTS = (module: string) => `import ${module}\n${wsgi('hello')}`;
const GROUP = '[dependency-groups]\ndev = ["six"]\n';

describe.concurrent('what would fail on Connect is reported with its line:', () => {
  test.each<[string, string, Made]>([
    ['an import that nothing brings', 'import-missing app.py:1', { files: { 'app.py': IMPORTS('six') } }],
    [
      'an import that only the dev group brings, which is not exported',
      'import-dev-only app.py:1',
      { files: { 'app.py': IMPORTS('six') }, tables: GROUP },
    ],
    [
      'an import that the requirements file leaves out, though the lock has it',
      'import-missing app.py:1',
      { files: { 'app.py': IMPORTS('six'), 'requirements.txt': 'idna\n' }, dependencies: '"six", "idna"' },
    ],
    [
      'an import of a notebook, at its line of the file',
      'import-missing report.ipynb:7',
      {
        files: {
          'report.ipynb': JSON.stringify(
            {
              cells: [
                { cell_type: 'code', metadata: {}, source: ['import six_of_them'], outputs: [], execution_count: null },
              ],
              ...{
                metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' } },
                nbformat: 4,
                nbformat_minor: 4,
              },
            },
            undefined,
            1,
          ),
        },
        inputs: { 'content-type': 'jupyter-static', entrypoint: 'report.ipynb' },
      },
    ],
    [
      'an app object under another name',
      'app-object-missing app.py:2',
      { files: { 'app.py': 'import flask\nsite = flask.Flask(__name__)\n' }, dependencies: '"flask"' },
    ],
    [
      'an object that the entrypoint names and the module has not',
      'app-object-missing app.py:1',
      { files: { 'app.py': wsgi('hello') }, inputs: { entrypoint: 'app:server' } },
    ],
  ])('%s', async (that, told, made) => {
    expect(places(await check(made))).toEqual([told]);
    const [code = ''] = told.split(' ');
    expect(await fate(made, code, that.replaceAll(/\W+/g, '-').slice(0, 40))).toMatch(
      /^(?:draft-unhealthy|deployment-failed)$/,
    );
  });
});

describe.concurrent('what Connect installs or brings is no finding:', () => {
  test.each<[string, Made]>([
    [
      'a group that the settings name',
      { files: { 'app.py': IMPORTS('six') }, tables: `${GROUP}[tool.uv-deploy.connect]\ngroups = ["dev"]\n` },
    ],
    [
      'an extra that the settings name',
      {
        files: { 'app.py': IMPORTS('six') },
        tables: '[project.optional-dependencies]\nmore = ["six"]\n[tool.uv-deploy.connect]\nextras = ["more"]\n',
      },
    ],
    [
      'a member of the workspace, whose modules have another name',
      {
        files: {
          'app.py': IMPORTS('tools'),
          'packages/kit/pyproject.toml':
            '[project]\nname = "our-kit"\nversion = "1"\nrequires-python = ">=3.11"\n[build-system]\nrequires = ["uv_build"]\nbuild-backend = "uv_build"\n[tool.uv.build-backend]\nmodule-name = "tools"\n',
          'packages/kit/src/tools/__init__.py': '',
        },
        dependencies: '"our-kit"',
        tables: '[tool.uv.workspace]\nmembers = ["packages/*"]\n[tool.uv.sources]\nour-kit = { workspace = true }\n',
      },
    ],
    [
      'what an administrator installs by hand',
      {
        files: { 'app.py': IMPORTS('six') },
        tables: '[tool.uv-deploy.connect]\nenvironment-management = false\n',
      },
    ],
  ])('%s', async (_, made) => {
    const done = await check(made);
    expect(places(done)).toEqual([]);
    expect(done.outputs.status).toBe('checked');
  });
});

describe.concurrent('preflight: start', () => {
  test('starts the app as Connect does, and passes', async () => {
    const done = await check({ files: { 'app.py': wsgi('hello') } }, 'start');
    expect(places(done)).toEqual([]);
    expect(done.log).toContain('The app starts and is healthy on this runner.');
  });

  test('adds what Connect adds: an ASGI app needs no server among its own packages', async () => {
    const app =
      'async def app(scope, receive, send):\n    if scope["type"] != "http":\n        return\n    await send({"type": "http.response.start", "status": 200, "headers": []})\n    await send({"type": "http.response.body", "body": b"hello"})\n';
    const inputs = { 'content-type': 'python-fastapi' };
    const done = await check({ files: { 'app.py': app }, inputs }, 'start');
    expect(places(done)).toEqual([]);
    expect(done.log).toContain('The app starts and is healthy on this runner.');
  });

  test('tells the line of the project that raises', async () => {
    const app = `import os\nKEY = os.environ["REPORT_KEY"]\n${wsgi('hello')}`;
    const done = await check({ files: { 'app.py': app } }, 'start');
    expect(places(done)).toEqual(['start-missing-variable app.py:2']);
  });

  test('asks the health paths', async () => {
    const done = await check({ files: { 'app.py': wsgi('hello', '500 Broken') } }, 'start');
    expect(places(done)).toEqual(['start-unhealthy']);
  });

  test.each(['gradio', 'panel'])('knows how to start %s', async (fixture) => {
    const workspace = await place.project(fixture);
    const inputs = { mode: 'check', preflight: 'start', 'health-check-timeout': '90' };
    const done = await run(server, { workspace, inputs });
    expect(places(done)).toEqual([]);
    expect(done.log).toContain('The app starts and is healthy on this runner.');
  });
});

describe.concurrent('a committed manifest.json of an app', () => {
  /** A check of an app whose manifest has the server install nothing. */
  const committed = async (app: string, preflight: string) => {
    const files = { 'app.py': app, 'requirements.txt': '' };
    const checksums = Object.entries(files).map(([path, text]) => [path, { checksum: hash('md5', text) }]);
    const manifest = {
      ...{ version: 1, metadata: { appmode: 'python-api', entrypoint: 'app' }, files: Object.fromEntries(checksums) },
      python: { version: '3.11.0', package_manager: { name: 'pip', package_file: 'requirements.txt' } },
    };
    const workspace = await place.project('service', { ...files, 'manifest.json': JSON.stringify(manifest) });
    const inputs = { mode: 'check', preflight, 'health-check-timeout': '60' };
    return run(server, { workspace, inputs });
  };

  test('is held against what its package file brings', async () => {
    expect(places(await committed(IMPORTS('six'), 'static'))).toEqual(['import-missing app.py:1']);
  });

  test('is started as Connect does', async () => {
    const done = await committed(wsgi('hello'), 'start');
    expect(places(done)).toEqual([]);
    expect(done.log).toContain('The app starts and is healthy on this runner.');
  });
});
