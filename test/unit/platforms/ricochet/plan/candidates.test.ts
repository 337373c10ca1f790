import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../../src/bundle/source.ts';
import { type Candidate, findCandidates, pick } from '../../../../../src/platforms/ricochet/plan/candidates.ts';
import { createForest, type Tree } from '../../../../tools/tree.ts';

const plant = createForest('entrypoint');

const filesOf = (dir: string, paths: readonly string[]): BundleFile[] =>
  paths.map((path) => ({ path, source: join(dir, path), size: statSync(join(dir, path)).size, executable: false }));
const find = (tree: Tree): Promise<Candidate[]> => findCandidates(filesOf(plant(tree), Object.keys(tree)));
const found = async (tree: Tree): Promise<[string, string | undefined][]> =>
  (await find(tree)).map(({ path, contentType }) => [path, contentType]);
const picked = async (tree: Tree): Promise<string | undefined> => pick(await find(tree))?.path;

const FASTAPI = 'from fastapi import FastAPI\napp = FastAPI()\n';
const FLASK = 'from flask import Flask\napp = Flask(__name__)\n';
const DASH = 'from dash import Dash\napp = Dash()\n';
const STREAMLIT = 'import streamlit as st\nst.title("x")\n';
const GUARD = 'if __name__ == "__main__":\n    main()\n';

describe('the content type', () => {
  const TYPES: Record<string, string> = {
    fastapi: 'fast-api',
    flask: 'flask',
    dash: 'dash',
    streamlit: 'streamlit',
    shiny: 'shiny-py',
    script: 'python',
  };
  it.each(['fastapi/app.py', 'flask/app.py', 'dash/app.py', 'streamlit/app.py', 'shiny/app.py', 'script/main.py'])(
    'in the fixture %s',
    async (path) => {
      const projects = resolve(import.meta.dirname, '../../../../fixtures/projects');
      expect(readFileSync(join(projects, path), 'utf8')).not.toBe('');
      const [folder = '', file = ''] = path.split('/');
      expect(await findCandidates(filesOf(join(projects, folder), [file]))).toMatchObject([
        { path: file, contentType: TYPES[folder] },
      ]);
    },
  );
});

describe('candidates', () => {
  it('are apps where there are any, else scripts', async () => {
    expect(await found({ 'run.py': GUARD, 'app.py': FASTAPI })).toEqual([['app.py', 'fast-api']]);
    expect(await found({ 'run.py': GUARD, 'main.py': 'print()', 'lib.py': 'x = 1', '__init__.py': GUARD })).toEqual([
      ['run.py', 'python'],
      ['main.py', 'python'],
    ]);
  });

  it('are no modules of a package', async () =>
    expect(await found({ 'pkg/main.py': GUARD, 'pkg/__main__.py': GUARD })).toEqual([]));

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
  ])('are not those aside: %s', async (path) => expect(await found({ [path]: FASTAPI })).toEqual([]));

  it.each([
    'latest/app.py',
    'contest.py',
    'testing/app.py',
    'attestation/x.py',
    'docstore/app.py',
    'mytests.py',
    'a/b/c/app.py',
  ])('are those that only sound like it: %s', async (path) =>
    expect(await found({ [path]: FASTAPI })).toEqual([[path, 'fast-api']]),
  );

  it('are not looked for deeper than four folders', async () =>
    expect(await found({ 'a/b/c/d/app.py': FASTAPI })).toEqual([]));

  it('are Quarto documents and projects at the root', async () => {
    expect(await found({ 'index.qmd': '', 'sub/other.qmd': '', '_quarto.yml': '', 'sub/_quarto.yml': '' })).toEqual([
      ['index.qmd', 'quarto-py'],
      ['_quarto.yml', 'quarto-py'],
    ]);
  });

  it('are no files that are huge, gone or generated', async () => {
    const dir = plant({ 'app.py': FASTAPI });
    const [file] = filesOf(dir, ['app.py']);
    if (!file) throw new Error('There is no file.');
    const huge = join(plant({ 'app.py': FASTAPI.padEnd(1_000_001) }), 'app.py');
    expect(await findCandidates([{ ...file, source: huge }])).toEqual([]);
    expect(await findCandidates([{ ...file, source: join(dir, 'none.py') }])).toEqual([]);
    expect(await findCandidates([{ ...file, source: Buffer.from(FASTAPI) }])).toEqual([]);
    expect(await findCandidates([file])).toHaveLength(1);
  });

  it('in any encoding break nothing', async () => {
    expect(
      await found({ 'app.py': Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from(`\n${FASTAPI}`)]) }),
    ).toEqual([['app.py', 'fast-api']]);
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
  ])('is %s', async (_, tree, path) => expect(await picked(tree)).toBe(path));

  it('does not depend on the order of the files', async () => {
    const tree = { 'z.py': FASTAPI, 'app.py': FASTAPI, 'src/main.py': FASTAPI };
    expect(await picked(Object.fromEntries(Object.entries(tree).reverse()))).toBe(await picked(tree));
  });
});

describe('a web app that no content type is known to start', () => {
  it.each<[what: string, tree: Tree, path: string, line?: string]>([
    ['of Gradio', { 'app.py': `import gradio as gr\n${GUARD}` }, 'app.py'],
    ['of Starlette', { 'web.py': 'from starlette.applications import Starlette\napp = Starlette()\n' }, 'web.py'],
    [
      'of a factory that nobody calls',
      { 'web/app.py': 'from flask import Flask\ndef make():\n    return Flask("x")\n', 'job.py': GUARD },
      'web/app.py',
      'app = make()',
    ],
    [
      'of a factory that another file calls',
      {
        'app.py': 'from shop.factory import make\napp = make()\n',
        'shop/factory.py': 'from litestar import Litestar\ndef make() -> Litestar:\n    return Litestar()\n',
      },
      'app.py',
    ],
    [
      'of a factory that says what it gives',
      { 'web.py': 'from flask import Flask\ndef make() -> Flask:\n    return Flask("x")\n' },
      'web.py',
      'app = make()',
    ],
  ])('is not taken for a task: one %s', async (_, tree, path, line) => {
    const chosen = pick(await find(tree));
    expect(chosen).toMatchObject({ path, ...(line && { line }) });
    expect(chosen).not.toHaveProperty('contentType');
  });

  it('gives way to one of a known type', async () =>
    expect(await picked({ 'main.py': FASTAPI, 'ui.py': 'import gradio\n' })).toBe('main.py'));

  it('is what has a document of Bokeh’s server, but not what draws a plot and ends', async () => {
    expect(await found({ 'main.py': 'from bokeh.plotting import figure\n' })).toEqual([['main.py', 'python']]);
    expect(await found({ 'main.py': 'from bokeh.plotting import curdoc\n' })).toEqual([['main.py', undefined]]);
  });
});
