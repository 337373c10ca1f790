import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../src/bundle/source.ts';
import { findApps } from '../../../../src/project/apps/apps.ts';
import { createForest, type Tree } from '../../../tools/tree.ts';

const plant = createForest('apps');

const filesOf = (dir: string, paths: readonly string[]): BundleFile[] =>
  paths.map((path) => ({ path, source: join(dir, path), size: statSync(join(dir, path)).size, executable: false }));
const find = (tree: Tree, only?: string) => findApps(filesOf(plant(tree), Object.keys(tree)), only);
/** As `path:object framework`. */
const found = async (tree: Tree) =>
  (await find(tree)).apps.map(({ path, object, framework }) => `${path}${object ? `:${object}` : ''} ${framework}`);

const FASTAPI = 'from fastapi import FastAPI\napp = FastAPI()\n';
const FLASK = 'from flask import Flask\napp = Flask(__name__)\n';
const STREAMLIT = 'import streamlit as st\nst.title("x")\n';
const MAKE = 'from fastapi import FastAPI\n\ndef create_app():\n    api = FastAPI()\n    return api\n';

describe('a framework is known', () => {
  it.each<[what: string, text: string, framework: string, object: string | undefined, why: string]>([
    ['FastAPI', FASTAPI, 'fastapi', 'app', 'line 2 sets app = fastapi.FastAPI(…)'],
    [
      'FastAPI by its module',
      'import fastapi\n\napi = fastapi.FastAPI(title="x")\n',
      'fastapi',
      'api',
      'line 3 sets api = fastapi.FastAPI(…)',
    ],
    [
      'FastAPI by another name',
      'from fastapi import FastAPI as F\napp: F = F()\n',
      'fastapi',
      'app',
      'line 2 sets app = fastapi.FastAPI(…)',
    ],
    ['Flask', FLASK, 'flask', 'app', 'line 2 sets app = flask.Flask(…)'],
    ['Dash', 'from dash import Dash\napp = Dash()\n', 'dash', 'app', 'line 2 sets app = dash.Dash(…)'],
    [
      'Dash beside the Flask it makes',
      `import dash, flask\nserver = flask.Flask(__name__)\napp = dash.Dash(server=server)\n`,
      'dash',
      'app',
      'line 3 sets app = dash.Dash(…)',
    ],
    [
      'Shiny',
      'from shiny import App, ui\napp = App(ui.page_fluid(), None)\n',
      'shiny',
      'app',
      'line 2 sets app = shiny.App(…)',
    ],
    ['Shiny Express', 'from shiny.express import ui\nui.h1("x")\n', 'shiny', undefined, 'it imports shiny.express'],
    ['Streamlit', STREAMLIT, 'streamlit', undefined, 'it imports streamlit'],
    [
      'Streamlit, whatever else it imports',
      `import fastapi\nfrom streamlit import title\n`,
      'streamlit',
      undefined,
      'it imports streamlit',
    ],
    ['a byte order mark before', `\ufeff${FASTAPI}`, 'fastapi', 'app', 'line 2 sets app = fastapi.FastAPI(…)'],
    ['Windows line ends', FLASK.replaceAll('\n', '\r\n'), 'flask', 'app', 'line 2 sets app = flask.Flask(…)'],
    [
      'a factory of the same file',
      `${MAKE}\napp = create_app()\n`,
      'fastapi',
      'app',
      'line 7 sets app = create_app(…), which gives fastapi.FastAPI(…)',
    ],
    [
      'Shiny Express by its comment',
      '# shiny_mode: express\n',
      'shiny',
      undefined,
      'its first lines say shiny_mode: express',
    ],
    [
      'Starlette',
      'from starlette.applications import Starlette\nx = Starlette()\n',
      'asgi',
      'x',
      'line 2 sets x = starlette.applications.Starlette(…)',
    ],
    ['Gradio', 'import gradio.blocks\n', 'gradio', undefined, 'it imports gradio'],
  ])('%s', async (_, text, framework, object, why) => {
    expect((await find({ 'x.py': text })).apps).toEqual([{ path: 'x.py', framework, ...(object && { object }), why }]);
  });

  it.each<[what: string, text: string]>([
    ['a comment', `# from fastapi import FastAPI\n# app = FastAPI()\n`],
    ['a text', `"""\n${FASTAPI}"""\n`],
    ['an import alone', 'from fastapi import FastAPI, APIRouter\nrouter = APIRouter()\n'],
    ['a function', 'from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    return app\n'],
    ['another class of that name', 'from mine import FastAPI\napp = FastAPI()\n'],
    ['a module that sounds like it', 'import streamlit_extras\nimport shiny_tools\n'],
    ['nothing', ''],
  ])('but not by %s', async (_, text) => expect(await found({ 'x.py': text })).toEqual([]));

  const F = 'from fastapi import FastAPI\n';
  it.each<[what: string, text: string, ...found: string[]]>([
    ['two names at once', 'app = application = FastAPI()', 'app fastapi'],
    ['a type behind the name', 'app: FastAPI = FastAPI()', 'app fastapi'],
    ['a type behind the name alone', 'from lib import make\napp: FastAPI = make()', 'app fastapi'],
    ['a condition', 'from flask import Flask\napp = FastAPI() if x else Flask()', 'app fastapi', 'app flask'],
    ['a condition with nothing', 'app = FastAPI() if x else None', 'app fastapi'],
    ['a fallback', 'app = x or FastAPI()', 'app fastapi'],
    ['a name in an expression', 'print(app := FastAPI())', 'app fastapi'],
    ['a tuple', 'db, app = connect(), FastAPI()', 'app fastapi'],
    ['a tuple in brackets', '(app, db) = [FastAPI(), None]', 'app fastapi'],
    ['a tuple of something else', 'app, db = FastAPI()'],
    ['with', 'with x:\n    app = FastAPI()', 'app fastapi'],
    ['with brackets', 'with (\n    open(x) as y,\n    z as w,\n):\n    app = FastAPI()', 'app fastapi'],
    ['try', 'try:\n    app = FastAPI()\nfinally:\n    pass', 'app fastapi'],
    ['if', 'if x:\n    app = FastAPI()', 'app fastapi'],
    ['one line', 'if x: app = FastAPI(); y = 1', 'app fastapi'],
    ['match', 'match x:\n    case [1, *_]: app = FastAPI()', 'app fastapi'],
    ['an alias', 'make = FastAPI\napp = make()', 'app fastapi'],
    ['a class of its own', 'class Shop(FastAPI): ...\napp = Shop()', 'app fastapi'],
    ['a function of one line', 'def make(): return FastAPI()\napp = make()', 'app fastapi'],
    ['a function with type parameters', 'def make[T](x: T): return FastAPI()\napp = make(1)', 'app fastapi'],
    ['a function with decorators', '@cache\n@x.y(1)\ndef make():\n    return FastAPI()\napp = make()', 'app fastapi'],
    [
      'a function that says what it returns',
      'from lib import get\ndef make() -> "FastAPI": return get()\napp = make()',
      'app fastapi',
    ],
    [
      'a function that calls another',
      'def inner(): return FastAPI()\ndef make():\n    app = inner()\n    return app\napp = make()',
      'app fastapi',
    ],
    [
      'a function in a function',
      'def make():\n    def inner():\n        return Flask()\n    return FastAPI()\napp = make()',
      'app fastapi',
    ],
    ['what is awaited', 'async def make(): return FastAPI()\nasync with x as y: pass\napp = make()', 'app fastapi'],
    ['a name of a function', 'def make():\n    global app\n    app = FastAPI()\nmake()'],
    ['a lambda', 'make = lambda: FastAPI()'],
    ['a class', 'class A:\n    app = FastAPI()'],
    ['its own program only', 'if __name__ == "__main__":\n    app = FastAPI()'],
    ['text', 'x = "app = FastAPI()"\ny = f"{x}app = FastAPI()"'],
    ['an attribute', 'app.api = FastAPI()'],
    ['what is made of it', 'x = FastAPI().router'],
    ['a circle', 'def a(): return b()\ndef b(): return a()\napp = a()'],
    ['broken code before', 'x = (1\n\napp = FastAPI()', 'app fastapi'],
  ])('by %s', async (_, text, ...apps) => {
    expect(await found({ 'x.py': F + text })).toEqual(apps.map((app) => `x.py:${app}`));
  });
});

describe('an app that is made elsewhere', () => {
  it.each<[what: string, tree: Tree, ...found: string[]]>([
    [
      'in a module beside it',
      { 'main.py': MAKE, 'asgi.py': 'from main import create_app\napp = create_app()\n' },
      'asgi.py:app fastapi',
    ],
    [
      'in a module of its package',
      {
        'shop/__init__.py': '',
        'shop/main.py': MAKE,
        'shop/asgi.py': 'from .main import create_app as make\napp = make()\n',
      },
      'shop/asgi.py:app fastapi',
    ],
    [
      'by way of a package',
      {
        'src/shop/__init__.py': 'from .main import create_app\n',
        'src/shop/main.py': MAKE,
        'wsgi.py': 'import shop\napp = shop.create_app()\n',
      },
      'wsgi.py:app fastapi',
    ],
    [
      'by a function that calls one of another module',
      {
        'core.py': MAKE,
        'web.py': 'import fastapi\nfrom core import create_app\ndef build(): return create_app()\n',
        'run.py': 'from web import build\napp = build()\n',
      },
      'run.py:app fastapi',
    ],
    [
      'by a module that is not there',
      { 'core.py': MAKE, 'run.py': 'from other import create_app\napp = create_app()\n' },
    ],
    ['by one that only imports it', { 'core.py': FASTAPI, 'run.py': 'from core import app\n' }, 'core.py:app fastapi'],
    [
      'in the package that is the project itself',
      {
        '__init__.py': MAKE,
        'main.py': 'from . import create_app\napp = create_app()\n',
      },
      'main.py:app fastapi',
    ],
  ])('is known: %s', async (_, tree, ...apps) => expect(await found(tree)).toEqual(apps));

  it.each([
    ['whose annotation says less', MAKE],
    ['whose annotation says the same', MAKE.replace('create_app():', 'create_app() -> FastAPI:')],
  ])('is one factory where nobody calls it, %s', async (_, text) => {
    expect(await find({ 'shop/app.py': text })).toEqual({
      apps: [],
      scripts: [],
      commands: [],
      factories: [
        {
          path: 'shop/app.py',
          name: 'create_app',
          line: 3,
          framework: 'fastapi',
          why: 'line 3 defines create_app, which gives fastapi.FastAPI(…)',
        },
      ],
    });
  });
});

describe('a function that makes an app', () => {
  const factories = async (head: string) =>
    (await find({ 'app.py': MAKE.replace('create_app()', `create_app(${head})`) })).factories.map(({ name }) => name);
  it.each(['', 'name=None', '*rest, **options', 'name: str = "x", *, debug: bool = False'])(
    'can be called by a server with nothing for (%s)',
    async (head) => expect(await factories(head)).toEqual(['create_app']),
  );
  it.each(['settings', 'settings: Settings', 'name="x", *, settings', 'settings, /'])(
    'can be called by nobody who has nothing for (%s)',
    async (head) => expect(await factories(head)).toEqual([]),
  );
});

describe('of several apps in one project', () => {
  const BOTH = 'from dash import Dash\nfrom fastapi import FastAPI\nfrom flask import Flask\n';
  it.each<[what: string, tree: Tree, ...found: string[]]>([
    [
      'the one that mounts the other',
      { 'x.py': `${BOTH}a = Dash()\nb = FastAPI()\nb.mount("/a", Wsgi(a.server))\n` },
      'x.py:b fastapi',
    ],
    [
      'the one that mounts all others',
      { 'x.py': `${BOTH}app = Dash()\nv1 = FastAPI()\nb = FastAPI()\nb.mount("/a", app)\nb.mount("/v1", v1)` },
      'x.py:b fastapi',
    ],
    [
      'the one that is given the other',
      {
        'x.py': `${BOTH}from starlette.applications import Starlette\na = FastAPI()\nb = Starlette(routes=[Mount("/", a)])\n`,
      },
      'x.py:b asgi',
    ],
    [
      'the one that mounts one of another file',
      {
        'a.py': 'from dash import Dash\ndashboard = Dash()\n',
        'x.py': `${FASTAPI}from a import dashboard as d\napp.mount("/d", d.server)\n`,
      },
      'x.py:app fastapi',
    ],
    [
      'the one of the usual name',
      { 'x.py': `${BOTH}a = FastAPI()\napp = FastAPI()\napplication = FastAPI()` },
      'x.py:app fastapi',
    ],
    [
      'the Dash app of a Flask server',
      { 'x.py': `${BOTH}server = Flask("x")\nboard = Dash(server=server)\n` },
      'x.py:board dash',
    ],
    [
      'all that nothing tells apart',
      { 'x.py': `${BOTH}a = FastAPI()\nb = FastAPI()\n` },
      'x.py:a fastapi',
      'x.py:b fastapi',
    ],
  ])('is found %s', async (_, tree, ...apps) => expect(await found(tree)).toEqual(apps));
});

describe('a script', () => {
  const scripts = async (tree: Tree) => (await find(tree)).scripts;
  it('has a guard or a usual name, and is at the root', async () => {
    const guard = 'if __name__ == "__main__": main()\n';
    expect(await scripts({ 'job.py': guard, 'main.py': 'x', 'lib.py': 'x', 'a/b.py': guard })).toEqual([
      { path: 'job.py', why: 'it has a __main__ guard' },
      { path: 'main.py', why: 'its name says so' },
    ]);
  });

  it.each(['aiohttp.web', 'http.server', 'uvicorn', 'flask', 'django.core.management', 'nicegui'])(
    'that imports %s is a web app',
    async (web) => {
      expect(await scripts({ 'app.py': `import ${web}\n` })).toMatchObject([
        { path: 'app.py', web: expect.stringMatching(/\w/) },
      ]);
    },
  );

  it('that starts a browser serves nobody', async () => {
    const browse = 'from flask import url_for\n\ndef open_page(play):\n    return play.chromium.launch()\n';
    expect(await scripts({ 'web/browse.py': browse })).toEqual([]);
    expect(await scripts({ 'main.py': browse })).toEqual([{ path: 'main.py', why: 'its name says so', web: 'flask' }]);
  });

  it('that starts a Gradio app of another file serves', async () => {
    const show = 'import gradio\nfrom ui import build\n\nbuild().launch()\n';
    expect((await find({ 'main.py': show })).apps).toMatchObject([{ serves: expect.stringContaining('line 4') }]);
  });

  it.each(['aiohttp', 'http.client', 'bokeh.plotting', 'requests'])('that imports %s may be none', async (name) => {
    for (const script of await scripts({ 'app.py': `import ${name}\n` })) expect(script).not.toHaveProperty('web');
  });
});

describe('a program of [project.scripts]', () => {
  const commands = async (scripts: string, tree: Tree) =>
    (await find({ 'pyproject.toml': `[project.scripts]\n${scripts}\n`, ...tree })).commands;

  it('is known where its file does nothing when it is run', async () => {
    const tree = { 'src/shop/__init__.py': 'def main():\n    pass\n' };
    const command = { name: 'shop', module: 'shop', object: 'main', path: 'src/shop/__init__.py' };
    expect(await commands('shop = "shop:main"', tree)).toEqual([command]);
    const web = { 'src/shop/__init__.py': 'import uvicorn\n\ndef main():\n    uvicorn.run("shop.api:app")\n' };
    expect(await commands('shop = "shop:main"', web)).toEqual([{ ...command, web: 'uvicorn' }]);
    expect(await commands('"a b" = "shop:main"\nlost = "gone:main"\nodd = 1', tree)).toEqual([]);
  });

  it('goes behind everything else', async () => {
    const tree = { 'src/shop/__init__.py': 'def main():\n    pass\n', 'main.py': 'print(1)\n' };
    expect(await commands('shop = "shop:main"', tree)).toEqual([]);
  });
});

describe('files that tools load', () => {
  it.each(['hatch_build.py', 'setup.py', 'noxfile.py', 'tasks.py', 'conftest.py', 'a/conftest.py'])(
    'are no apps: %s',
    async (path) => {
      expect(await find({ [path]: `${FASTAPI}if __name__ == "__main__": app.run()\n` })).toEqual({
        apps: [],
        factories: [],
        scripts: [],
        commands: [],
      });
    },
  );
});

it('an app is known by a factory in a setup.py that is a module of a package', async () => {
  const tree = {
    'src/app/main.py': 'from .core.setup import create_app\napp = create_app()\n',
    'src/app/core/setup.py': MAKE,
    'src/app/__init__.py': '',
    'src/app/core/__init__.py': '',
  };
  expect(await found(tree)).toEqual(['src/app/main.py:app fastapi']);
});

describe('a file that is named', () => {
  it('is looked at wherever it is, and alone', async () => {
    const { apps } = await find({ 'scripts/a/b/c/d.py': FLASK, 'app.py': STREAMLIT }, 'scripts/a/b/c/d.py');
    expect(apps).toMatchObject([{ path: 'scripts/a/b/c/d.py', framework: 'flask', object: 'app' }]);
  });
});
