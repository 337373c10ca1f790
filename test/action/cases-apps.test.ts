import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionRun } from '../tools/action.ts';
import { expectDecency, places } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';
import { lockText } from '../tools/lock-text.ts';

const place = createWorkplace();
afterAll(() => place.clear());

type Made = {
  readonly files: Readonly<Record<string, string>>;
  /** What the lock has. */
  readonly packages?: readonly string[];
  /** In place of the whole file. */
  readonly pyproject?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

let count = 0;
/** A project with a lock that is only read. */
function plant({ files, packages = [], pyproject }: Made): string {
  count += 1;
  const all = {
    'pyproject.toml':
      pyproject ??
      `[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = []\n`,
    'uv.lock': lockText(...packages),
    '.python-version': '3.12\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    const file = join(place.path(`case-${count}`), path);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== '-') writeFileSync(file, text);
  }
  return place.path(`case-${count}`);
}

const check = async (platform: 'ricochet' | 'connect', made: Made): Promise<ActionRun> => {
  const inputs = { mode: 'check', preflight: 'static', platform, ...made.inputs };
  const run = await runCase({ workspace: plant(made), inputs, withUv: true });
  expectDecency(run);
  return run;
};

const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';

describe('a file that is no secret', () => {
  test.each([
    ['the example key of documentation', 'KEY = "AKIAIOSFODNN7EXAMPLE"\n', []],
    ['the example of a temporary key', 'KEY = "ASIAIOSFODNN7EXAMPLE"\n', []],
    ['a key like any other', `KEY = "AKIA${'ABCDEFGH'.repeat(2)}"\n`, ['secret-in-bundle app.py:1']],
  ])('is told from one that is: %s', async (_, text, told) => {
    expect(places(await check('ricochet', { files: { 'app.py': text + FLASK }, packages: ['flask'] }))).toEqual(told);
  });

  test('templates of .env files pass in silence, and all others get one notice', async () => {
    const env = Object.fromEntries(
      ['.env.example', 'a/.env.sample', '.env-template', '.env.local.dist'].map((path) => [path, 'A=\n']),
    );
    const made = { files: { 'app.py': FLASK, ...env }, packages: ['flask'] };
    expect(places(await check('ricochet', made))).toEqual([]);
    const files = { ...made.files, 'a/.env.dev': 'A=1\n', 'b/.env.dev': 'A=2\n', 'b/.env': 'A=3\n' };
    const run = await check('ricochet', { ...made, files });
    expect(places(run)).toEqual(['env-file-left-out a/.env.dev']);
    expect(run.log).toContain('a/.env.dev and 2 more of the kind are never deployed.');
  });
});

describe('a project without a pin', () => {
  const ranged = (range: string) =>
    `[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = "${range}"\ndependencies = []\n`;
  const made = (range: string): Made => ({
    files: {
      'app.py': FLASK,
      '.python-version': '-',
      'uv.lock': lockText('flask').replace('>=3.11', range),
    },
    pyproject: ranged(range),
  });

  test('is well on Connect, where requires-python decides', async () => {
    const run = await check('connect', made('>=3.13'));
    expect(places(run)).toEqual([]);
    expect(run.log).toContain("There is no .python-version: requires-python '>=3.13' decides.");
  });

  test.each([
    ['>=3.13', '3.13'],
    ['>=3.9,<3.11', '3.10'],
    ['>=3.11', '3.12'],
  ])('is asked for one on ricochet that %s accepts', async (range, version) => {
    const run = await check('ricochet', made(range));
    expect(places(run)).toEqual(['missing-pin .python-version']);
    expect(run.log).toContain(`Run \`uv python pin ${version}\``);
  });
});

/** How a run says what was taken. */
const taken = (run: ActionRun): string =>
  /(\S+)(?: \([^)]*\))? is taken as (\S+):/.exec(run.log)?.slice(1).join(' ') ?? '';

const GUARD = 'if __name__ == "__main__":\n    ';
const HELLO = `def main():\n    print("Hello from demo!")\n\n\n${GUARD}main()\n`;
const PORT = 'int(os.environ["PORT"])';

describe('a web app that serves itself is a python-service on ricochet, never a task', () => {
  test.each<[what: string, files: Record<string, string>, packages: string[], told: string[], entrypoint?: string]>([
    [
      'Gradio on its usual port',
      { 'app.py': `import gradio as gr\n\ndemo = gr.Interface(str, "text", "text")\n${GUARD}demo.launch()\n` },
      ['gradio'],
      ['app-host-local app.py:5', 'app-port-fixed app.py:5'],
    ],
    [
      'Gradio on PORT, with a queue and in blocks',
      {
        'app.py': `import os\nimport gradio as gr\n\nwith gr.Blocks() as demo:\n    gr.Markdown("x")\n${GUARD}demo.queue().launch(server_name="0.0.0.0", server_port=${PORT})\n`,
        'main.py': HELLO,
      },
      ['gradio'],
      [],
    ],
    [
      'NiceGUI in one line behind the guard',
      {
        'main.py': `import os\nfrom nicegui import ui\n\nui.label("x")\nif __name__ == "__main__": ui.run(port=${PORT})\n`,
      },
      ['nicegui'],
      [],
      'main.py',
    ],
    [
      'Panel',
      { 'app.py': `import os\nimport panel as pn\n\npn.serve(pn.pane.Str("x"), port=${PORT}, show=False)\n` },
      ['panel'],
      [],
    ],
    [
      'Bokeh',
      {
        'app.py': `import os\nfrom bokeh.server.server import Server\n\nserver = Server({}, port=${PORT})\nserver.run_until_shutdown()\n`,
      },
      ['bokeh'],
      [],
    ],
    [
      'a program of the package that starts uvicorn',
      {
        'src/shop/__init__.py': '',
        'src/shop/web.py': `import os\nimport uvicorn\nfrom starlette.applications import Starlette\n\napp = Starlette()\n${GUARD}uvicorn.run(app, host="0.0.0.0", port=${PORT})\n`,
      },
      ['starlette', 'uvicorn'],
      [],
      'src/shop/web.py',
    ],
  ])('%s', async (_, files, packages, told, entrypoint = 'app.py') => {
    const run = await check('ricochet', { files, packages });
    expect([taken(run), places(run)]).toEqual([`${entrypoint} python-service`, told]);
  });

  test('the remedy has the words of the framework', async () => {
    const files = {
      'app.py': `import gradio as gr\n\ndemo = gr.Interface(str)\n${GUARD}demo.launch(server_name="127.0.0.1", server_port=7860)\n`,
    };
    const { log } = await check('ricochet', { files, packages: ['gradio'] });
    expect(log).toContain('server_name="0.0.0.0"');
    expect(log).toContain(`server_port=${PORT}`);
  });

  test.each([
    ['a Panel app for panel serve', 'import panel as pn\n\npn.panel(1).servable()\n'],
    ['a Marimo notebook', `import marimo\n\napp = marimo.App()\n${GUARD}app.run()\n`],
  ])('asked for is %s, which nothing starts there', async (_, text) => {
    expect(places(await check('ricochet', { files: { 'app.py': text } }))).toEqual([
      'content-type-unknown pyproject.toml',
    ]);
  });
});

describe('which app is meant', () => {
  const QMD = '---\ntitle: Report\n---\n\n```{python}\nprint(1)\n```\n';
  const STREAMLIT = 'import streamlit as st\n';

  test.each<[what: string, platform: 'ricochet' | 'connect', files: Record<string, string>, right: string]>([
    [
      'a factory of the same file',
      'ricochet',
      {
        'app/__init__.py': '',
        'app/main.py':
          'from fastapi import FastAPI\n\n\ndef make() -> FastAPI:\n    api = FastAPI()\n    return api\n\n\napp = make()\n',
      },
      'app/main.py fast-api',
    ],
    [
      'the page that imports the others',
      'ricochet',
      {
        'Home.py': `${STREAMLIT}from charts import draw\nfrom ui.parts import x\n`,
        'charts.py': STREAMLIT,
        'ui/parts.py': STREAMLIT,
        'ui/__init__.py': '',
      },
      'Home.py streamlit',
    ],
    [
      'the page that names the others',
      'connect',
      { 'start.py': `${STREAMLIT}st.navigation([st.Page("views/one.py")]).run()\n`, 'views/one.py': STREAMLIT },
      'start.py python-streamlit',
    ],
    [
      'the WSGI side of Django',
      'connect',
      {
        'shop/__init__.py': '',
        'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
        'shop/asgi.py': 'from django.core.asgi import get_asgi_application\n\napplication = get_asgi_application()\n',
      },
      'shop/wsgi.py python-api',
    ],
    [
      'the app that a Gradio app is mounted in',
      'connect',
      {
        'main.py':
          'import gradio as gr\nfrom fastapi import FastAPI\n\napi = gr.mount_gradio_app(FastAPI(), gr.Blocks(), path="/ui")\n',
      },
      'main.py python-fastapi',
    ],
    [
      'the app that mounts another',
      'connect',
      {
        'app.py':
          'from dash import Dash\nfrom fastapi import FastAPI\nfrom starlette.middleware.wsgi import WSGIMiddleware\n\nboard = Dash(__name__)\napp = FastAPI()\napp.mount("/board", WSGIMiddleware(board.server))\n',
      },
      'app.py python-fastapi',
    ],
  ])('is certain: %s', async (_, platform, files, right) => {
    const run = await check(platform, {
      files,
      packages: ['fastapi', 'uvicorn', 'streamlit', 'django', 'gradio', 'dash', 'starlette'],
    });
    expect([taken(run), places(run)]).toEqual([right, []]);
  });

  test.each<[what: string, files: Record<string, string>, lines: string[]]>([
    [
      'a document below the root beside a script',
      { 'main.py': HELLO, 'reports/report.qmd': QMD },
      ['"main.py"  # python', '"reports/report.qmd"  # quarto-py'],
    ],
    [
      'two apps of two frameworks',
      { 'api.py': FLASK, 'ui.py': STREAMLIT },
      ['"api.py"  # flask', '"ui.py"  # streamlit'],
    ],
  ])('is asked for, with the line to write for each: %s', async (_, files, lines) => {
    const run = await check('ricochet', { files, packages: ['flask', 'streamlit'] });
    expect(places(run)).toEqual(['entrypoint-ambiguous pyproject.toml']);
    for (const line of lines) expect(run.log).toContain(`  entrypoint = ${line}: `);
  });

  test.each([
    ['ricochet', 'app.py flask'],
    ['connect', 'app.py python-api'],
  ] as const)('is taken for its name on %s, and the other one is reported', async (platform, right) => {
    const run = await check(platform, { files: { 'app.py': FLASK, 'admin.py': FLASK }, packages: ['flask'] });
    expect([taken(run), places(run)]).toEqual([right, ['entrypoint-passed-over']]);
    expect(run.log).toMatch(/admin\S* could also be the app/);
  });

  test.each(['hatch_build.py', 'setup.py', 'noxfile.py', 'tasks.py', 'conftest.py'])('is never %s', async (path) => {
    const run = await check('connect', { files: { [path]: `${FLASK}${GUARD}app.run()\n` }, packages: ['flask'] });
    expect(run.titles('error')).toEqual(['entrypoint-not-found']);
  });
});

describe('a folder that is no project gets one error with the line to write:', () => {
  const project = (name: string) => `[project]\nname = "${name}"\nversion = "1"\nrequires-python = ">=3.11"\n`;
  const repository = {
    'backend/pyproject.toml': project('backend'),
    'backend/main.py': FLASK,
    'frontend/pyproject.toml': project('frontend'),
    'uv.lock': '-',
    '.python-version': '-',
    'pyproject.toml': '-',
  };
  test.each(['ricochet', 'connect'] as const)('the root of a repository of several, on %s', async (platform) => {
    const run = await check(platform, { files: repository });
    expect(places(run)).toEqual(['missing-pyproject pyproject.toml']);
    for (const folder of ['backend', 'frontend']) expect(run.log).toContain(`  working-directory: ${folder}`);
  });

  test('the root of a workspace without a project', async () => {
    const files = { ...repository, 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["*end"]\n' };
    const run = await check('ricochet', { files });
    expect(places(run)).toEqual(['workspace-root pyproject.toml']);
    expect(run.log).toContain('  working-directory: frontend');
  });

  test('the root of a workspace that has only the program which `uv init` writes', async () => {
    const stub = 'def main():\n    print("Hello from shop!")\n\n\nif __name__ == "__main__":\n    main()\n';
    const root = `${project('shop')}[tool.uv.workspace]\nmembers = ["*end"]\n`;
    const files = { ...repository, 'pyproject.toml': root, 'main.py': stub };
    expect(places(await check('ricochet', { files }))).toEqual(['workspace-root pyproject.toml']);
    const more = {
      'NOTES.md': '# Notes\n',
      'main.py': '-',
      'pyproject.toml': root.replace('*end', 'src/*'),
      'src/api/pyproject.toml': project('api'),
      'src/api/main.py': FLASK,
    };
    expect(places(await check('ricochet', { files: { ...files, ...more } }))).toEqual([
      'workspace-root pyproject.toml',
    ]);
    const own = { ...files, 'main.py': `${stub}print("more")\n` };
    expect(places(await check('ricochet', { files: own }))).not.toContain('workspace-root pyproject.toml');
  });

  test('a name that is one letter off', async () => {
    const run = await check('ricochet', { files: repository, inputs: { 'working-directory': 'backnd' } });
    expect(places(run)).toEqual(['working-directory']);
    expect(run.log).toContain('Did you mean `working-directory: backend`');
  });
});
