import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionRun } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { lockText } from '../tools/lock-text.ts';

const attempts = createAttempts();

const LOCK = lockText('dash', 'fastapi', 'flask', 'shiny', 'streamlit', 'uvicorn');

/** A project without `_ricochet.toml`, with these files for code. */
const detect = (files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) =>
  attempts.check(
    { '_ricochet.toml': undefined, 'serve.py': undefined, 'uv.lock': LOCK, ...files },
    { platform: 'ricochet', ...inputs },
  );

const code = (fixture: string, file = 'app.py'): string =>
  readFileSync(join(resolve(import.meta.dirname, '../fixtures/projects'), fixture, file), 'utf8');
const FASTAPI = code('fastapi');

const expectTaken = (run: ActionRun, entrypoint: string, contentType: string) => {
  expect(run.annotations).toEqual([]);
  expect(run.outputs.status).toBe('checked');
  expect(run.log).toContain(`${entrypoint} is taken as ${contentType}`);
  expect(run.log).toContain(`entrypoint = "${entrypoint}"`);
  expect(run.log).toContain(`content_type = "${contentType}"`);
  expect(run.summary).toContain(`| App | ${contentType}, ${entrypoint.replaceAll('_', '\\_')} |`);
};

describe.concurrent('without a _ricochet.toml', () => {
  test.each([
    ['fast-api', 'app.py', FASTAPI, 'line 6 sets app = fastapi.FastAPI(…)'],
    ['flask', 'app.py', code('flask'), 'flask.Flask(…)'],
    ['dash', 'app.py', code('dash'), 'dash.Dash(…)'],
    ['shiny-py', 'app.py', code('shiny'), 'shiny.App(…)'],
    ['shiny-py', 'app.py', 'from shiny.express import ui\n\nui.h1("x")\n', 'it imports shiny.express'],
    ['streamlit', 'app.py', code('streamlit'), 'it imports streamlit'],
    ['python', 'report.py', 'if __name__ == "__main__":\n    print("x")\n', 'it has a __main__ guard'],
    ['python', 'main.py', 'print("x")\n', 'its name says so'],
    ['quarto-py', 'report.qmd', '---\ntitle: x\n---\n', 'it is a Quarto document'],
    ['quarto-py', '_quarto.yml', 'project:\n  type: website\n', 'it is a Quarto project'],
    ['fast-api', 'src/web/main.py', FASTAPI, 'fastapi.FastAPI(…)'],
  ])('a %s in %s is found, and the log says why', async (contentType, file, text, why) => {
    const run = await detect({ [file]: text });
    expectTaken(run, file, contentType);
    expect(run.log).toContain(why);
  });

  test.each([
    ['app = create_app()', 'def create_app():\n    api = FastAPI()\n    return api\n\n\napp = create_app()\n'],
    ['app = application = FastAPI()', 'app = application = FastAPI()\n'],
  ])('%s is an app, not a task', async (_, text) => {
    const main = 'if __name__ == "__main__": uvicorn.run(app)\n';
    const run = await detect({ 'main.py': `import uvicorn\nfrom fastapi import FastAPI\n\n${text}${main}` });
    expectTaken(run, 'main.py', 'fast-api');
  });

  test('a web app of another framework is asked about, with the lines to write', async () => {
    const run = await detect({ 'app.py': 'import gradio as gr\n\ndemo = gr.Interface()\n' });
    expect(places(run)).toEqual(['content-type-unknown pyproject.toml']);
    const { message } = theOne(run, 'content-type-unknown');
    expect(message).toContain('app.py is a web app (it imports gradio)');
    expect(message).toContain('`entrypoint = "app.py"` and `content_type = "python-service"`');
  });

  test.each([
    [
      'a Django project',
      {
        'shop/__init__.py': '',
        'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
      },
      'waitress.serve(application, host="0.0.0.0", port=int(os.environ["PORT"]))',
    ],
    [
      'an app for ASGI servers',
      { 'src/orders/app.py': 'from litestar import Litestar\n\napp = Litestar([])\n' },
      'uvicorn.run("orders.app:app", host="0.0.0.0", port=int(os.environ["PORT"]))',
    ],
    [
      'a factory of Flask',
      { 'web/__init__.py': 'from flask import Flask\n\n\ndef make():\n    return Flask(__name__)\n' },
      'Add the line `app = make()` at the end of that file: it is then taken as flask.',
    ],
  ])('%s is asked about, with the lines that serve it', async (_, files, lines) => {
    const run = await detect(files);
    expect(places(run)).toEqual(['content-type-unknown pyproject.toml']);
    expect(theOne(run, 'content-type-unknown').message).toContain(lines);
  });

  test('the file that is generated is printed, and goes into the bundle alone', async () => {
    const run = await detect({ 'app.py': FASTAPI });
    expect(run.log).toContain(
      [
        'A new item will be private. Generated _ricochet.toml:',
        ...['[content]', 'name = "echo-service"', 'entrypoint = "app.py"', 'access_type = "private"'].map(
          (l) => `  ${l}`,
        ),
        ...['content_type = "fast-api"', '', '[language]', 'name = "python"', 'packages = "uv.lock"'].map(
          (l) => `  ${l}`,
        ),
      ].join('\n'),
    );
    const { files } = JSON.parse(readFileSync(run.outputs['manifest-path'] ?? '', 'utf8'));
    expect(Object.keys(files)).toContain('_ricochet.toml');
  });

  test.each([
    [
      'two frameworks',
      { 'app.py': FASTAPI, 'page.py': code('streamlit') },
      ['"app.py"  # fast-api', '"page.py"  # streamlit'],
    ],
    ['two of one', { 'one.py': FASTAPI, 'two.py': FASTAPI }, ['"one.py"  # fast-api', '"two.py"  # fast-api']],
    ['two documents', { 'a.qmd': 'x', 'b.qmd': 'y' }, ['"a.qmd"  # quarto-py', '"b.qmd"  # quarto-py']],
  ])('%s are all listed, with what to set', async (_, files, listed) => {
    const run = await detect(files as unknown as Record<string, string>);
    expect(places(run)).toEqual(['entrypoint-ambiguous pyproject.toml']);
    const { message } = theOne(run, 'entrypoint-ambiguous');
    for (const line of listed) expect(message).toContain(`  entrypoint = ${line}: `);
    expect(message).toContain('Write one of these lines under [tool.uv-deploy] in pyproject.toml.');
  });

  test.each([
    ['nothing at all', {}],
    ['modules alone', { 'lib/tools.py': 'x = 1\n', 'tools.py': 'x = 1\n' }],
    ['apps in tests alone', { 'tests/app.py': FASTAPI, 'test_app.py': FASTAPI }],
    ['an app that .gitignore leaves out', { 'app.py': FASTAPI, '.gitignore': 'app.py\n' }],
  ])('%s is no app, and it is said what was looked for', async (_, files) => {
    const run = await detect(files as unknown as Record<string, string>);
    expect(places(run)).toEqual(['entrypoint-not-found pyproject.toml']);
    expect(theOne(run, 'entrypoint-not-found').message).toMatch(/^No app was found in the project: no FastAPI, Flask,/);
  });
});

describe.concurrent('the inputs entrypoint and content-type', () => {
  const both = { 'app.py': FASTAPI, 'page.py': code('streamlit'), 'start.py': 'print("x")\n' };

  test.each([
    [{ entrypoint: 'page.py' }, 'page.py', 'streamlit'],
    [{ entrypoint: './page.py' }, 'page.py', 'streamlit'],
    [{ 'content-type': 'fast-api' }, 'app.py', 'fast-api'],
    [{ entrypoint: 'start.py', 'content-type': 'python-service' }, 'start.py', 'python-service'],
    [{ entrypoint: 'app.py', 'content-type': 'python' }, 'app.py', 'python'],
  ])('%j decide', async (inputs, entrypoint, contentType) => {
    expectTaken(await detect(both, inputs as unknown as Record<string, string>), entrypoint, contentType);
  });

  test.each([
    [{ entrypoint: 'start.py' }, 'entrypoint-not-found', 'start.py does not look like an app'],
    [{ entrypoint: 'gone.py' }, 'entrypoint-missing', 'The entrypoint gone.py does not exist.'],
    [{ entrypoint: 'gone.py', 'content-type': 'python' }, 'entrypoint-missing', 'gone.py does not exist.'],
    [{ 'content-type': 'flask' }, 'entrypoint-not-found', 'no file is known to be a flask app'],
    [{ 'content-type': 'fastapi' }, 'config-content-type', "Did you mean 'fast-api'?"],
    [{ 'content-type': 'shiny' }, 'config-content-type', 'shiny-py, python-service'],
    [{ entrypoint: '../app.py', 'content-type': 'fast-api' }, 'config-entrypoint', 'not a path inside the project'],
    [{ entrypoint: '/etc/passwd', 'content-type': 'fast-api' }, 'config-entrypoint', 'not a path inside the project'],
    [{ entrypoint: 'start.py', 'content-type': 'quarto-py' }, 'config-entrypoint', 'a .qmd file or _quarto.yml'],
    [{ entrypoint: 'app.py', exclude: 'app.py' }, 'entrypoint-not-bundled', 'app.py is left out of the bundle'],
  ])('%j are refused as %s', async (inputs, title, words) => {
    const run = await detect(both, inputs as unknown as Record<string, string>);
    expect(run.titles()).toEqual([title]);
    expect(theOne(run, title).message).toContain(words);
    expect(run.outputs.status).toBe('failed');
  });

  test.each([
    [{ entrypoint: 'other.py' }, 'entrypoint other.py', 'The inputs set entrypoint.'],
    [{ 'content-type': 'python' }, '_ricochet.toml: python, entrypoint serve.py', 'The inputs set content_type.'],
    [{ name: 'Other' }, 'entrypoint serve.py', 'The inputs set name.'],
  ])('%j win over the _ricochet.toml, and the log says so', async (inputs, decided, told) => {
    const run = await attempts.check({ 'other.py': 'print("x")\n' }, inputs as unknown as Record<string, string>);
    expect(run.annotations).toEqual([]);
    expect(run.log).toContain(decided);
    expect(run.log).toContain(told);
  });
});

describe.concurrent('an entrypoint of the _ricochet.toml', () => {
  test.each([
    ['is excluded', {}, { exclude: '*.py' }],
    ['is ignored by git', { '.gitignore': 'serve.py\n' }, {}],
  ])('that %s is told where it is named', async (_, files, inputs) => {
    const run = await attempts.check(files, inputs);
    expect(places(run)).toEqual(['entrypoint-not-bundled _ricochet.toml:3']);
    expect(theOne(run, 'entrypoint-not-bundled').message).toContain('Check .gitignore, and include and exclude.');
  });

  test('that is ignored goes along when include names it', async () => {
    const run = await attempts.check({ '.gitignore': 'serve.py\n' }, { include: 'serve.py' });
    expect(run.annotations).toEqual([]);
  });
});
