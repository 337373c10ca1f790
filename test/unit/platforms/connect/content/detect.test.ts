import { describe, expect, it } from 'vitest';
import { bundle } from '../../../../platforms/connect/bundle.ts';
import { codesOf } from '../../../../tools/fakes.ts';
import { createForest, type Tree } from '../../../../tools/tree.ts';

const makeTree = createForest('connect-decision');

const PROJECT = '[project]\nname = "My Shop"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';
const tree = (files: Tree, more = '') =>
  makeTree({ '.python-version': '3.12\n', 'pyproject.toml': `${PROJECT}${more}`, ...files });
const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';
const FASTAPI = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const notebook = (language = 'python') =>
  JSON.stringify({ cells: [], metadata: { kernelspec: { language, name: language } }, nbformat: 4, nbformat_minor: 5 });

const decided = async (files: Tree, inputs: Record<string, string> = {}, more = '') => {
  const { plan, findings } = await bundle(tree(files, more), inputs);
  return { mode: plan?.contentType, entrypoint: plan?.entrypoint, findings, plan };
};

describe('the mode and the entrypoint', () => {
  it.each<[string, Tree, string, string]>([
    ['Flask', { 'app.py': FLASK }, 'python-api', 'app'],
    ['an object of another name', { 'main.py': FASTAPI.replace('app =', 'api =') }, 'python-fastapi', 'main:api'],
    [
      'Starlette',
      { 'app.py': 'from starlette.applications import Starlette\napp = Starlette()\n' },
      'python-fastapi',
      'app',
    ],
    [
      'Django',
      { 'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n' },
      'python-api',
      'shop.wsgi',
    ],
    [
      'Streamlit',
      { 'app.py': 'import streamlit as st\n', 'pages/a.py': 'import streamlit as st\n' },
      'python-streamlit',
      'app',
    ],
    ['Streamlit in a folder', { 'web/home.py': 'import streamlit\n' }, 'python-streamlit', 'web/home.py'],
    ['Gradio', { 'demo.py': 'import gradio as gr\n' }, 'python-gradio', 'demo'],
    ['Gradio in FastAPI', { 'app.py': `${FASTAPI}import gradio as gr\n` }, 'python-fastapi', 'app'],
    [
      'Panel, though it is made of Bokeh',
      { 'app.py': 'import panel as pn\nfrom bokeh.plotting import figure\n' },
      'python-panel',
      'app',
    ],
    ['Bokeh', { 'app.py': 'from bokeh.io import curdoc\n' }, 'python-bokeh', 'app'],
    ['Shiny', { 'app.py': 'from shiny import App\napp = App(1, 2)\n' }, 'python-shiny', 'app'],
    [
      'Shiny Express by its comment',
      { 'app.py': '# shiny_mode: express\nimport shiny\n' },
      'python-shiny',
      'shiny.express.app:app_2e_py',
    ],
    [
      'an app that mounts another',
      { 'app.py': `from dash import Dash\n${FASTAPI}inner = Dash("x")\napp.mount("/x", Wsgi(inner.server))\n` },
      ...(['python-fastapi', 'app'] as const),
    ],
    [
      'an app of another name that mounts another',
      {
        'app.py': `from dash import Dash\n${FASTAPI.replace('app =', 'api =')}inner = Dash("x")\napi.mount("/x", inner)\n`,
      },
      ...(['python-fastapi', 'app:api'] as const),
    ],
    [
      'a factory of another module',
      {
        'main.py': 'from shop.web import make\napp = make()\n',
        'shop/web.py': FLASK.replace('app =', 'def make(): return'),
      },
      ...(['python-api', 'main'] as const),
    ],
    ['a notebook', { 'a.ipynb': notebook() }, 'jupyter-static', 'a.ipynb'],
    ['an app with a notebook beside it', { 'app.py': FLASK, 'a.ipynb': notebook() }, 'python-api', 'app'],
    ['a page', { 'index.html': '<p>', 'about.html': '<p>' }, 'static', 'index.html'],
    ['a Quarto document', { 'a.qmd': '# A\n' }, 'quarto-static', ''],
    [
      'a Quarto project',
      { '_quarto.yml': 'project:\n  type: website\n', 'a.qmd': '# A\n', 'b.qmd': '# B\n' },
      'quarto-static',
      '',
    ],
  ])('are found by the code: %s', async (_, files, mode, entrypoint) => {
    expect(await decided(files)).toMatchObject({ mode, entrypoint, findings: [] });
  });

  it('are reported with the reason', async () => {
    const { plan } = await decided({ 'app.py': FLASK });
    expect(plan?.reasons[0]).toBe('app.py (entrypoint app) is taken as python-api: line 3 sets app = flask.Flask(…).');
    expect(plan?.reasons[1]).toBe('Its name on Connect is my_shop, its title My Shop.');
    expect(plan?.reasons[2]).toBe('The manifest asks for Python 3.12.0 (requires ~=3.12.0: .python-version).');
  });

  it('are an error when several could be meant, with all of them', async () => {
    const { findings, plan } = await decided({ 'app.py': FASTAPI, 'dash.py': 'import streamlit\n' });
    expect(plan).toBeUndefined();
    expect(codesOf(findings)).toEqual(['entrypoint-ambiguous']);
    expect(findings[0]?.message).toContain(
      '  entrypoint = "app:app"  # python-fastapi: line 3 sets app = fastapi.FastAPI(…)',
    );
    expect(findings[0]?.message).toContain('  entrypoint = "dash.py"  # python-streamlit: it imports streamlit');
  });

  it('are an error when one file has two apps that nothing tells apart', async () => {
    const { findings } = await decided({ 'app.py': `${FASTAPI.replace('app =', 'one =')}two = FastAPI()\n` });
    expect(codesOf(findings)).toEqual(['entrypoint-ambiguous']);
  });

  it('are never those of a file that a build tool loads', async () => {
    const pyproject = `${PROJECT}dependencies = ["starlette"]\n`;
    const { findings } = await decided({ 'hatch_build.py': 'class BuildHook: ...\n', 'pyproject.toml': pyproject });
    expect(codesOf(findings)).toEqual(['entrypoint-not-found']);
  });

  it('are an error when there is nothing', async () => {
    expect(codesOf((await decided({ 'util.py': 'x = 1\n', 'other.py': '' })).findings)).toEqual([
      'entrypoint-not-found',
    ]);
  });

  it('are those of the input before all else', async () => {
    const inputs = { 'content-type': 'python-fastapi', entrypoint: 'web/main.py:api' };
    const more = '[tool.rsconnect]\napp_mode = "python-api"\nentrypoint = "app"\n';
    const files = { 'app.py': FLASK, 'web/main.py': 'api = 1\n' };
    expect(await decided(files, inputs, more)).toMatchObject({ mode: 'python-fastapi', entrypoint: 'web.main:api' });
  });

  it('are those of [tool.rsconnect] before the code', async () => {
    const more = '[tool.rsconnect]\napp_mode = "python-fastapi"\nentrypoint = "app:app"\ntitle = "A Shop"\n';
    const { mode, entrypoint, plan } = await decided({ 'app.py': FLASK }, {}, more);
    expect({ mode, entrypoint, title: plan?.title }).toEqual({
      mode: 'python-fastapi',
      entrypoint: 'app:app',
      title: 'A Shop',
    });
  });

  it('take the file that was named, and its code decides', async () => {
    const files = { 'app.py': FASTAPI, 'dash.py': 'import streamlit\n' };
    expect(await decided(files, { entrypoint: './dash.py' })).toMatchObject({
      mode: 'python-streamlit',
      entrypoint: 'dash.py',
    });
  });

  it('take what the project depends on where the code does not tell', async () => {
    const files = { 'main.py': 'from elsewhere import make\napp = make()\n' };
    const pyproject = `${PROJECT}dependencies = ["FastAPI[standard]>=0.115"]\n`;
    const { mode, entrypoint, plan } = await decided({ ...files, 'pyproject.toml': pyproject });
    expect({ mode, entrypoint }).toEqual({ mode: 'python-fastapi', entrypoint: 'main' });
    expect(plan?.reasons[0]).toContain('the project depends on fastapi');
  });

  it.each([
    ['python-flask', "Did you mean 'python-api'?"],
    ['python-streamlt', "Did you mean 'python-streamlit'?"],
    ['fastapi', "Did you mean 'python-fastapi'?"],
  ])('are refused for the unknown content type %s', async (type, remedy) => {
    const { findings } = await decided({ 'app.py': FLASK }, { 'content-type': type });
    expect(findings).toMatchObject([{ code: 'content-type', remedy }]);
  });

  it('are refused for the short names that are those of R', async () => {
    const { findings } = await decided({ 'app.py': FLASK }, { 'content-type': 'shiny' });
    expect(findings[0]?.remedy).toContain("Write python-shiny for Python's.");
  });

  it('send content of R and Node to a manifest of their own', async () => {
    const more = '[tool.rsconnect]\napp_mode = "nodejs-api"\nentrypoint = "app.js"\n';
    const { findings } = await decided({ 'app.js': '' }, {}, more);
    expect(findings).toMatchObject([{ code: 'content-type', file: 'pyproject.toml', line: 6 }]);
    expect(findings[0]?.message).toContain('nodejs');
  });

  it('need both keys of [tool.rsconnect]', async () => {
    const { findings } = await decided({ 'app.py': FLASK }, {}, '[tool.rsconnect]\napp_mode = ""\n');
    expect(codesOf(findings)).toEqual(['rsconnect-table', 'rsconnect-table']);
    expect(findings[0]).toMatchObject({ file: 'pyproject.toml', line: 6 });
  });
});

describe('a function that makes the app', () => {
  const FACTORY = 'from flask import Flask\n\n\ndef create_app():\n    return Flask(__name__)\n';

  it('is called by Connect, and so its module is the entrypoint', async () => {
    const { plan, findings } = await decided({ 'shop/__init__.py': '', 'shop/web.py': FACTORY });
    expect([plan?.entrypoint, plan?.contentType, codesOf(findings)]).toEqual(['shop.web', 'python-api', []]);
  });

  it('of another name is not', async () => {
    expect(codesOf((await decided({ 'web.py': FACTORY.replace('create_app', 'build') })).findings)).toEqual([
      'entrypoint-not-found',
    ]);
  });

  it.each([
    ['web:create_app()', 'Write only the module, web: Connect calls create_app() if'],
    ['web:build()', 'add `app = build()` to a module'],
  ])('is not written as a call: %s', async (entrypoint, remedy) => {
    const { findings } = await decided({ 'web.py': FACTORY }, { entrypoint, 'content-type': 'python-api' });
    expect(codesOf(findings)).toEqual(['entrypoint-form']);
    expect(findings[0]?.remedy).toContain(remedy);
  });
});

describe('where nothing is taken by itself', () => {
  it.each<[string, Tree, string, string]>([
    [
      'a notebook in a folder',
      { 'notebooks/a.ipynb': notebook('python') },
      'notebooks/a.ipynb is a notebook',
      'entrypoint: notebooks/a.ipynb',
    ],
    ['a document in a folder', { 'docs/a.qmd': '# A\n' }, 'docs/a.qmd is a Quarto document', 'entrypoint: docs/a.qmd'],
    ['an app of R', { 'app.R': 'library(shiny)\n' }, "app.R is R's", 'rsconnect::writeManifest()'],
    ['a script', { 'main.py': 'print(1)\n' }, 'main.py is a plain script', 'a notebook or a Quarto document'],
    ['a server', { 'main.py': 'from nicegui import ui\n\nui.run()\n' }, 'it imports nicegui', 'ASGI or WSGI object'],
  ])('%s is named, with what to do', async (_, files, what, remedy) => {
    const { findings } = await decided(files);
    expect(codesOf(findings)).toEqual(['entrypoint-not-found']);
    expect(findings[0]?.message).toContain(what);
    expect(findings[0]?.remedy).toContain(remedy);
  });
});

describe('a Quarto document with server: shiny', () => {
  const CELL = '\n```{python}\n1\n```\n';
  const SHINY = `---\nserver: shiny\n---\n${CELL}`;
  const PLAIN = `---\ntitle: A\n---\n${CELL}`;

  it.each<[string, Tree]>([
    ['of its own', { 'a.qmd': SHINY }],
    ['as a type', { 'a.qmd': `---\nserver:\n  type: shiny\n---\n${CELL}` }],
    ['of its project', { 'a.qmd': PLAIN, '_quarto.yml': 'server: shiny\n' }],
    [
      'the only one that is rendered',
      { 'a.qmd': SHINY, 'b.qmd': PLAIN, '_quarto.yml': 'project:\n  render: [a.qmd]\n' },
    ],
  ])('is an interactive document: %s', async (_, files) => {
    const { plan, findings } = await decided(files);
    expect([plan?.contentType, plan?.install.by, codesOf(findings)]).toEqual(['quarto-shiny', 'requirements', []]);
  });

  it.each<[string, Tree, Record<string, string>]>([
    ['that is to be rendered', { 'a.qmd': SHINY }, { 'content-type': 'quarto-static' }],
    ['in a website', { 'a.qmd': SHINY, 'b.qmd': PLAIN, '_quarto.yml': 'project:\n  type: website\n' }, {}],
  ])('is an error: one %s', async (_, files, inputs) => {
    expect(codesOf((await decided(files, inputs)).findings)).toEqual(['quarto-interactive']);
  });
});

describe('an entrypoint that the server could not load', () => {
  it.each<[string, Record<string, string>, Tree, string]>([
    ['of a form that is no object', { entrypoint: 'app:make()' }, { 'app.py': FLASK }, 'entrypoint-form'],
    ['of another form', { entrypoint: 'a:b:c' }, { 'app.py': FLASK }, 'entrypoint-form'],
    ['that is not there', { entrypoint: 'missing:app' }, { 'app.py': FLASK }, 'entrypoint-missing'],
    ['that is empty', { entrypoint: 'web' }, { 'web.py': '\n' }, 'entrypoint-empty'],
    ['that is excluded', { entrypoint: 'app', exclude: 'app.py' }, { 'app.py': FLASK }, 'entrypoint-not-bundled'],
  ])('is an error here: one %s', async (_, inputs, files, code) => {
    const { findings } = await decided(files, { 'content-type': 'python-api', ...inputs });
    expect(codesOf(findings)).toEqual([code]);
  });

  it.each(['from elsewhere import *\n', 'globals()["server"] = 1\n', 'def __getattr__(name): ...\n'])(
    'is not presumed where the code decides when it runs: %j',
    async (code) => {
      const inputs = { 'content-type': 'python-api', entrypoint: 'app:server' };
      expect((await decided({ 'app.py': code }, inputs)).findings).toEqual([]);
    },
  );

  it.each<[string, string, string]>([
    ['of another language', notebook('R'), 'notebook-language'],
    ['that is no notebook', '{"a": 1}', 'notebook-invalid'],
  ])('is an error here: a notebook %s', async (_, text, code) => {
    expect(codesOf((await decided({ 'a.ipynb': text })).findings)).toEqual([code]);
  });

  it('is an error here: a Quarto document for R', async () => {
    expect(codesOf((await decided({ 'a.qmd': '```{r}\n1\n```\n' })).findings)).toEqual(['quarto-engine']);
  });
});

describe('the name and the title', () => {
  it('are those of the project, as rsconnect would write them', async () => {
    const { plan } = await decided({ 'app.py': FLASK });
    expect({ name: plan?.name, title: plan?.title }).toEqual({ name: 'my_shop', title: 'My Shop' });
  });

  it('may be set apart', async () => {
    const { plan } = await decided(
      { 'app.py': FLASK },
      { name: 'shop-eu' },
      '[tool.uv-deploy.connect]\ntitle = "The Shop"\n',
    );
    expect({ name: plan?.name, title: plan?.title }).toEqual({ name: 'shop-eu', title: 'The Shop' });
  });

  it('give way to an id, which has to be one', async () => {
    const id = '01234567-89AB-cdef-0123-456789abcdef';
    expect((await decided({ 'app.py': FLASK }, { id })).plan?.id).toBe(id.toLowerCase());
    expect(codesOf((await decided({ 'app.py': FLASK }, { id: '../x' })).findings)).toEqual(['invalid-id']);
  });
});

describe('the Python', () => {
  const python = async (files: Tree) => {
    const { plan, findings } = await decided({ 'app.py': FLASK, ...files });
    return { python: plan?.python, findings };
  };

  it.each([
    ['3.12.4\n', '~=3.12.0', '3.12.4'],
    ['# the server has it\n3.12\n', '~=3.12.0', '3.12.0'],
    ['>=3.12.2,<3.14\n', '>=3.12.2,<3.14', '3.12.2'],
    ['3.13\n3.12\n', '~=3.13.0', '3.13.0'],
  ])('of the pin %j is %s, %s', async (pin, requires, version) => {
    expect((await python({ '.python-version': pin })).python).toMatchObject({ requires, version });
  });

  it('fits requires-python too', async () => {
    const pyproject = PROJECT.replace('>=3.11', '>=3.12.3');
    const found = await python({ '.python-version': '3.12', 'pyproject.toml': pyproject });
    expect(found.python).toMatchObject({ requires: '~=3.12.0', version: '3.12.3' });
  });

  it('is that of requires-python where Connect does not know the pin, with a warning', async () => {
    const found = await python({ '.python-version': '\npypy3.11\n' });
    expect(found.python).toEqual({ requires: '>=3.11', version: '3.11.0', from: 'pyproject.toml' });
    expect(found.findings).toMatchObject([
      { level: 'warning', code: 'pin-not-for-connect', file: '.python-version', line: 2 },
    ]);
  });
});
