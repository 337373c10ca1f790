import { describe, expect, it } from 'vitest';
import { createForest, type Tree } from '../../../../tools/tree.ts';
import { planned, withPackages } from './planned.ts';

const plant = createForest('clever-plan');

const FASTAPI = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';
const SERVICE =
  'import os\nfrom wsgiref.simple_server import make_server\n\nmake_server("0.0.0.0", int(os.environ["PORT"]), None).serve_forever()\n';

describe('the run command is found in the code', () => {
  it.each<[what: string, packages: string[], files: Tree, command: string, type: string]>([
    [
      'FastAPI',
      ['fastapi', 'uvicorn'],
      { 'main.py': FASTAPI },
      'uvicorn main:app --host 0.0.0.0 --port 8080',
      'fastapi',
    ],
    [
      'FastAPI in a package',
      ['fastapi', 'hypercorn'],
      { 'shop/__init__.py': '', 'shop/api.py': FASTAPI },
      'hypercorn --bind 0.0.0.0:8080 shop.api:app',
      'fastapi',
    ],
    [
      'Flask with gunicorn',
      ['flask', 'gunicorn'],
      { 'app.py': FLASK },
      'gunicorn --bind 0.0.0.0:8080 app:app',
      'flask',
    ],
    [
      'Flask with waitress',
      ['flask', 'waitress'],
      { 'app.py': FLASK },
      'waitress-serve --host 0.0.0.0 --port 8080 app:app',
      'flask',
    ],
    ['Flask alone', ['flask'], { 'app.py': FLASK }, 'flask --app app:app run --host 0.0.0.0 --port 8080', 'flask'],
    [
      'a Flask factory',
      ['flask', 'gunicorn'],
      { 'web.py': 'from flask import Flask\n\ndef create_app():\n    return Flask(__name__)\n' },
      'gunicorn --bind 0.0.0.0:8080 web:create_app()',
      'flask',
    ],
    [
      'Shiny',
      ['shiny'],
      { 'app.py': 'from shiny import App, ui\n\napp = App(ui.page_fluid(), None)\n' },
      'shiny run --host 0.0.0.0 --port 8080 app.py',
      'shiny',
    ],
    [
      'Panel',
      ['panel'],
      { 'app.py': 'import panel as pn\n\npn.Row().servable()\n' },
      'panel serve app.py --address 0.0.0.0 --port 8080 --allow-websocket-origin=*',
      'panel',
    ],
    [
      'Bokeh',
      ['bokeh'],
      { 'main.py': 'from bokeh.io import curdoc\n\ncurdoc().title = "Trend"\n' },
      'bokeh serve main.py --address 0.0.0.0 --port 8080 --allow-websocket-origin=*',
      'bokeh',
    ],
    ['a script that draws with Bokeh', ['bokeh'], { 'main.py': 'import bokeh.plotting\n' }, 'python main.py', 'task'],
    ['Dash', ['dash'], { 'app.py': 'from dash import Dash\n\napp = Dash()\napp.run()\n' }, 'python app.py', 'dash'],
    [
      'FastAPI in a package that is called src',
      ['fastapi', 'uvicorn'],
      { 'src/__init__.py': '', 'src/main.py': FASTAPI },
      'uvicorn src.main:app --host 0.0.0.0 --port 8080',
      'fastapi',
    ],
    ['a server of its own', [], { 'server.py': SERVICE }, 'python server.py', 'app'],
    ['a script', [], { 'main.py': 'print(1)\n' }, 'python main.py', 'task'],
    [
      'a marimo notebook',
      ['marimo'],
      { 'main.py': 'import marimo\n\napp = marimo.App()\n\nif __name__ == "__main__":\n    app.run()\n' },
      'marimo run main.py --host 0.0.0.0 --port 8080 --headless',
      'app',
    ],
  ])('%s', async (_what, packages, files, command, type) => {
    const { plan, spec, told } = await planned(plant(withPackages(packages, files)));
    expect(told).toEqual([]);
    expect(spec?.env.CC_PYTHON_UV_RUN_COMMAND).toBe(`.venv/bin/${command}`);
    expect(plan?.contentType).toBe(type);
    expect(plan?.reasons).toContain(`Run command: .venv/bin/${command}`);
  });

  it('with where to listen for what reads that from variables', async () => {
    const files = { 'app.py': 'import gradio as gr\n\nwith gr.Blocks() as app:\n    pass\n\napp.launch()\n' };
    const { spec, plan, told } = await planned(plant(withPackages(['gradio'], files)));
    expect(told).toEqual([]);
    expect(spec?.env).toMatchObject({ GRADIO_SERVER_NAME: '0.0.0.0', GRADIO_SERVER_PORT: '8080' });
    const place = { python: '/env/bin/python', host: '127.0.0.1', port: 4567 };
    expect(plan?.launch?.(place)).toEqual({
      command: ['/env/bin/python', 'app.py'],
      env: { GRADIO_SERVER_NAME: '0.0.0.0', GRADIO_SERVER_PORT: '4567', PORT: '4567' },
    });
  });

  it('as the inputs say where they name kind, file and object, which no code needs to confirm', async () => {
    const files = {
      'app.py': 'def app(environ, start_response):\n    start_response("200 OK", [])\n    return [b"hello"]\n',
    };
    const inputs = { 'content-type': 'python-api', entrypoint: 'app:app' };
    const { spec, plan, told } = await planned(plant(withPackages(['gunicorn'], files)), inputs);
    expect(told).toEqual([]);
    expect(plan?.contentType).toBe('wsgi');
    expect(spec?.env.CC_PYTHON_UV_RUN_COMMAND).toMatch(/gunicorn .*app:app/);
  });

  it('on port 9000 behind a service', async () => {
    const { spec, told, plan } = await planned(
      plant(withPackages(['fastapi', 'uvicorn'], { 'main.py': FASTAPI, 'clevercloud/varnish.vcl': '' })),
    );
    expect(told).toEqual([]);
    expect(spec?.env).toMatchObject({ PORT: '9000', CC_PYTHON_UV_RUN_COMMAND: expect.stringContaining('--port 9000') });
    expect(plan?.reasons.at(-1)).toContain('clevercloud/varnish.vcl');
  });

  it.each<[what: string, packages: string[], files: Tree, inputs: Record<string, string>, told: string]>([
    ['no server', ['fastapi'], { 'main.py': FASTAPI }, {}, 'error framework-not-locked pyproject.toml:5'],
    ['nothing to start', [], { 'pkg/__init__.py': '' }, {}, 'error entrypoint-not-found pyproject.toml'],
    ['two apps', ['flask'], { 'a.py': FLASK, 'b.py': FLASK }, {}, 'error entrypoint-ambiguous pyproject.toml'],
    ['a file that is not there', ['flask'], {}, { entrypoint: 'web.py' }, 'error entrypoint-missing pyproject.toml'],
    ['a notebook', [], { 'report.ipynb': '{}' }, {}, 'error entrypoint-not-found pyproject.toml'],
    ['another content type', [], {}, { 'content-type': 'quarto-py' }, 'error content-type'],
  ])('or it is said why not: %s', async (_what, packages, files, inputs, told) => {
    expect((await planned(plant(withPackages(packages, files)), inputs)).told).toEqual([told]);
  });
});

describe('the plan', () => {
  const files = withPackages(['fastapi', 'uvicorn'], { 'main.py': FASTAPI });

  it('installs as the platform does, with dev where the app is to be a development one', async () => {
    const folder = plant(files);
    expect((await planned(folder)).plan?.install).toEqual({
      by: 'sync',
      flags: ['--locked', '--no-progress', '--no-dev'],
    });
    const dev = await planned(folder, { env: 'ENVIRONMENT=development' });
    expect(dev.plan?.install).toEqual({ by: 'sync', flags: ['--locked', '--no-progress'] });
  });

  it('selects the pinned Python, and has the health paths checked that are named', async () => {
    const folder = plant(files);
    const one = await planned(folder, { 'health-check-path': '/health' });
    expect(one.spec?.env).toMatchObject({ CC_PYTHON_VERSION: '3.12', CC_HEALTH_CHECK_PATH: '/health' });
    const two = await planned(folder, { 'health-check-path': '/\n/health' });
    expect(two.spec?.env).toMatchObject({ CC_HEALTH_CHECK_PATH_0: '/', CC_HEALTH_CHECK_PATH_1: '/health' });
    const none = await planned(folder);
    expect(Object.keys(none.spec?.env ?? {})).toEqual(['CC_PYTHON_VERSION', 'CC_PYTHON_UV_RUN_COMMAND']);
    expect(none.plan?.healthPaths).toEqual([]);
  });

  it('starts the command without a shell, with another port and the interpreter of the trial', async () => {
    const { plan } = await planned(plant(files));
    expect(plan?.launch?.({ python: '/env/bin/python', host: '127.0.0.1', port: 4567 })).toEqual({
      command: ['/env/bin/uvicorn', 'main:app', '--host', '0.0.0.0', '--port', '4567'],
      env: { PORT: '4567' },
    });
    expect(plan?.start).toMatchObject({
      file: 'main.py',
      app: { loader: 'uvicorn', names: ['app'], inEventLoop: true },
    });
  });

  it('of a task has its command run, in a shell', async () => {
    const settings = 'run-command = ".venv/bin/python job.py && echo done"';
    const tree = withPackages([], { 'job.py': 'print(1)\n' }, settings);
    const { plan, spec, told } = await planned(plant(tree), { 'content-type': 'task' });
    expect(told).toEqual([]);
    expect(plan?.kind).toBe('task');
    expect(spec?.env.CC_RUN_COMMAND).toBe('.venv/bin/python job.py && echo done');
  });

  it('brings the files of the workspace along', async () => {
    const { plan } = await planned(plant(files));
    expect(plan?.added.map(({ path }) => path)).toEqual(['pyproject.toml', 'uv.lock', '.python-version']);
  });
});

describe('the settings', () => {
  const withSettings = (settings: string) =>
    planned(plant(withPackages(['flask', 'gunicorn'], { 'app.py': FLASK }, settings)));

  it('become what the API takes', async () => {
    const { spec, told } = await withSettings(
      'owner = "Acme"\nzone = "rbx"\nflavor = "S"\nmax-flavor = "L"\ninstances = 2\nbuild-flavor = "M"\nzero-downtime = true\nforce-https = true\nsticky-sessions = false\ndomains = ["app.example.com"]\nparams-as-env = true\npreview-env = ["API_URL"]',
    );
    expect(told).toEqual([]);
    expect(spec).toMatchObject({
      ...{ owner: 'Acme', zone: 'rbx', domains: ['app.example.com'], paramsAsEnv: true, previewEnv: ['API_URL'] },
      settings: {
        ...{ minFlavor: 'S', maxFlavor: 'L', minInstances: 2, maxInstances: 2, buildFlavor: 'M', separateBuild: true },
        ...{ homogeneous: false, forceHttps: 'ENABLED', stickySessions: false },
      },
    });
  });

  it.each([
    'flavor = "XXL"',
    'instances = 0',
    'max-instances = 41',
    'domains = ["https://app.example.com"]',
    'preview-env = ["A-B"]',
    'zero-downtime = "yes"',
    'min-flavor = "L"\nmax-flavor = "S"',
    'min-instances = 3\nmax-instances = 2',
    'run-command = ""',
  ])('are refused at their line: %j', async (settings) => {
    expect((await withSettings(settings)).told).toEqual(['error invalid-setting pyproject.toml:7']);
  });
});

it('an id that the platform does not give is refused', async () => {
  const folder = plant(withPackages(['flask', 'gunicorn'], { 'app.py': FLASK }));
  expect((await planned(folder, { id: 'demo' })).told).toEqual(['error invalid-id']);
});
