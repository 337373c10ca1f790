import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../src/bundle/source.ts';
import { type Candidate, findCandidates, pick } from '../../../../src/project/source/frameworks.ts';
import { createForest, type Tree } from '../../../tools/tree.ts';

const plant = createForest('entrypoint');

const filesOf = (dir: string, paths: readonly string[]): BundleFile[] =>
  paths.map((path) => ({ path, source: join(dir, path), size: statSync(join(dir, path)).size, executable: false }));
const find = (tree: Tree): Candidate[] => findCandidates(filesOf(plant(tree), Object.keys(tree)));
const found = (tree: Tree): [string, string][] => find(tree).map(({ path, framework }) => [path, framework]);
const picked = (tree: Tree): string | undefined => pick(find(tree))?.path;

const FASTAPI = 'from fastapi import FastAPI\napp = FastAPI()\n';
const FLASK = 'from flask import Flask\napp = Flask(__name__)\n';
const DASH = 'from dash import Dash\napp = Dash()\n';
const STREAMLIT = 'import streamlit as st\nst.title("x")\n';
const GUARD = 'if __name__ == "__main__":\n    main()\n';

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
    ['Dash', DASH, 'dash', 'app', 'line 2 sets app = dash.Dash(…)'],
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
    ['a script', GUARD, 'script', undefined, 'it has a __main__ guard'],
    ['a byte order mark before', `\ufeff${FASTAPI}`, 'fastapi', 'app', 'line 2 sets app = fastapi.FastAPI(…)'],
    ['Windows line ends', FLASK.replaceAll('\n', '\r\n'), 'flask', 'app', 'line 2 sets app = flask.Flask(…)'],
  ])('%s', (_, text, framework, object, why) => {
    expect(find({ 'x.py': text })).toEqual([{ path: 'x.py', framework, ...(object && { object }), why }]);
  });

  it.each<[what: string, text: string]>([
    ['a comment', `# from fastapi import FastAPI\n# app = FastAPI()\n`],
    ['a text', `"""\n${FASTAPI}"""\n`],
    ['an import alone', 'from fastapi import FastAPI, APIRouter\nrouter = APIRouter()\n'],
    ['a function', 'from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    return app\n'],
    ['another class of that name', 'from mine import FastAPI\napp = FastAPI()\n'],
    ['a module that sounds like it', 'import streamlit_extras\nimport shiny_tools\n'],
    ['nothing', ''],
  ])('but not by %s', (_, text) => expect(find({ 'x.py': text })).toEqual([]));

  it.each(['fastapi/app.py', 'flask/app.py', 'dash/app.py', 'streamlit/app.py', 'shiny/app.py', 'script/main.py'])(
    'in the fixture %s',
    (path) => {
      const projects = resolve(import.meta.dirname, '../../../fixtures/projects');
      expect(readFileSync(join(projects, path), 'utf8')).not.toBe('');
      const [folder = '', file = ''] = path.split('/');
      expect(findCandidates(filesOf(join(projects, folder), [file]))).toMatchObject([
        { path: file, framework: folder },
      ]);
    },
  );
});

describe('candidates', () => {
  it('are apps where there are any, else scripts', () => {
    expect(found({ 'run.py': GUARD, 'app.py': FASTAPI })).toEqual([['app.py', 'fastapi']]);
    expect(found({ 'run.py': GUARD, 'main.py': 'print()', 'lib.py': 'x = 1', '__init__.py': GUARD })).toEqual([
      ['run.py', 'script'],
      ['main.py', 'script'],
    ]);
  });

  it('are no modules of a package', () =>
    expect(found({ 'pkg/main.py': GUARD, 'pkg/__main__.py': GUARD })).toEqual([]));

  it.each([
    ...[
      'tests/app.py',
      'test/app.py',
      'docs/app.py',
      'doc/app.py',
      'examples/x/app.py',
      'example/app.py',
      'scripts/app.py',
    ],
    ...['notebooks/app.py', 'migrations/app.py', 'pages/app.py', 'benchmarks/app.py', 'src/pkg/tests/app.py'],
    ...['test_app.py', 'app_test.py', 'src/test_x.py', 'conftest.py', 'setup.py', 'noxfile.py'],
  ])('are not those aside: %s', (path) => expect(found({ [path]: FASTAPI })).toEqual([]));

  it.each([
    'latest/app.py',
    'contest.py',
    'testing/app.py',
    'attestation/x.py',
    'docstore/app.py',
    'mytests.py',
    'a/b/c/app.py',
  ])('are those that only sound like it: %s', (path) =>
    expect(found({ [path]: FASTAPI })).toEqual([[path, 'fastapi']]),
  );

  it('are not looked for deeper than four folders', () => expect(found({ 'a/b/c/d/app.py': FASTAPI })).toEqual([]));

  it('are Quarto documents and projects at the root', () => {
    expect(found({ 'index.qmd': '', 'sub/other.qmd': '', '_quarto.yml': '', 'sub/_quarto.yml': '' })).toEqual([
      ['index.qmd', 'quarto'],
      ['_quarto.yml', 'quarto'],
    ]);
  });

  it('are no files that are huge, gone or generated', () => {
    const dir = plant({ 'app.py': FASTAPI });
    const [file] = filesOf(dir, ['app.py']);
    if (!file) throw new Error('There is no file.');
    const huge = join(plant({ 'app.py': FASTAPI.padEnd(1_000_001) }), 'app.py');
    expect(findCandidates([{ ...file, source: huge }])).toEqual([]);
    expect(findCandidates([{ ...file, source: join(dir, 'none.py') }])).toEqual([]);
    expect(findCandidates([{ ...file, source: Buffer.from(FASTAPI) }])).toEqual([]);
    expect(findCandidates([file])).toHaveLength(1);
  });

  it('in any encoding break nothing', () => {
    expect(found({ 'app.py': Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from(`\n${FASTAPI}`)]) })).toEqual([
      ['app.py', 'fastapi'],
    ]);
  });
});

describe('the one that stands out', () => {
  it.each<[what: string, tree: Tree, path: string | undefined]>([
    ['the only one, whatever its name', { 'src/shop/web.py': FASTAPI }, 'src/shop/web.py'],
    ['the one of a usual name', { 'app.py': FASTAPI, 'admin.py': FASTAPI }, 'app.py'],
    ['the one nearest to the root', { 'main.py': FLASK, 'src/app.py': FLASK, 'src/x/main.py': FLASK }, 'main.py'],
    ['the nearest of a usual name, not the nearest', { 'web.py': FLASK, 'src/app.py': FLASK }, 'src/app.py'],
    [
      'streamlit_app.py beside its parts',
      { 'streamlit_app.py': STREAMLIT, 'charts.py': STREAMLIT, 'ui/x.py': STREAMLIT },
      'streamlit_app.py',
    ],
    ['a Quarto project before its documents', { 'index.qmd': '', 'about.qmd': '', '_quarto.yml': '' }, '_quarto.yml'],
    ['index.qmd among documents', { 'index.qmd': '', 'about.qmd': '' }, 'index.qmd'],
    ['the only script', { 'job.py': GUARD, 'lib.py': '' }, 'job.py'],
    ['main.py among scripts', { 'main.py': GUARD, 'other.py': GUARD }, 'main.py'],
    ['none of two usual names', { 'app.py': FASTAPI, 'main.py': FASTAPI }, undefined],
    ['none of two at one depth', { 'a/app.py': FASTAPI, 'b/app.py': FASTAPI }, undefined],
    ['none of two that say nothing', { 'one.py': FASTAPI, 'two.py': FASTAPI }, undefined],
    ['none of two frameworks', { 'app.py': FASTAPI, 'dashboard.py': STREAMLIT }, undefined],
    ['none of two frameworks, even if one has a usual name', { 'app.py': FLASK, 'deep/er/x.py': DASH }, undefined],
    ['none where there is none', { 'lib.py': '' }, undefined],
  ])('is %s', (_, tree, path) => expect(picked(tree)).toBe(path));

  it('does not depend on the order of the files', () => {
    const tree = { 'z.py': FASTAPI, 'app.py': FASTAPI, 'src/main.py': FASTAPI };
    expect(picked(Object.fromEntries(Object.entries(tree).reverse()))).toBe(picked(tree));
  });
});
