import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject } from '../../tools/fixture.ts';
import { RSCONNECT, rsconnectEnvironment } from '../../tools/rsconnect.ts';
import { uv } from '../../tools/uv.ts';
import { type Bundled, bundle, realUv } from './bundle.ts';

type Manifest = {
  metadata: { appmode: string; entrypoint?: string };
  python?: { version?: string; package_manager: { version?: string } };
  locale?: string;
};

/** A fixture, how rsconnect-python is asked for its manifest, and what both have to say of it. */
type Case = {
  readonly what: string;
  readonly fixture: string;
  readonly mode: string;
  readonly entrypoint?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly edit?: (project: string) => void;
  /** Behind `[tool.uv-deploy.connect]`, and what rsconnect is given for it. */
  readonly settings?: string;
  readonly options?: readonly string[];
  /** Files that rsconnect has to be told of, because it takes only the document by itself. */
  readonly extra?: readonly string[];
};

const EXPRESS = 'from shiny.express import ui\n\nui.h1("Hello")\n';
const PAGE = '<!doctype html><title>Hello</title>';

const CASES: readonly Case[] = [
  { what: 'flask', fixture: 'flask', mode: 'python-api', entrypoint: 'app' },
  { what: 'api', fixture: 'flask', mode: 'python-api', entrypoint: 'app:app', inputs: { entrypoint: 'app:app' } },
  { what: 'fastapi', fixture: 'fastapi', mode: 'python-fastapi', entrypoint: 'app' },
  { what: 'dash', fixture: 'dash', mode: 'python-dash' },
  { what: 'streamlit', fixture: 'streamlit', mode: 'python-streamlit', entrypoint: 'app' },
  { what: 'shiny', fixture: 'shiny', mode: 'python-shiny', entrypoint: 'app' },
  {
    what: 'shiny',
    fixture: 'shiny',
    mode: 'python-shiny',
    entrypoint: 'shiny.express.app:app_2e_py',
    edit: (project) => writeFileSync(join(project, 'app.py'), EXPRESS),
  },
  { what: 'bokeh', fixture: 'bokeh', mode: 'python-bokeh', entrypoint: 'main' },
  { what: 'gradio', fixture: 'gradio', mode: 'python-gradio', entrypoint: 'app' },
  { what: 'panel', fixture: 'panel', mode: 'python-panel', entrypoint: 'app' },
  {
    what: 'notebook',
    fixture: 'notebook',
    mode: 'jupyter-static',
    entrypoint: 'hello.ipynb',
    extra: ['.python-version', 'pyproject.toml', 'uv.lock', 'data/numbers.csv'],
  },
  ...['all', 'tagged'].map(
    (hidden): Case => ({
      what: 'notebook',
      fixture: 'notebook',
      mode: 'jupyter-static',
      entrypoint: 'hello.ipynb',
      settings: `hide-${hidden}-input = true`,
      options: [`--hide-${hidden}-input`],
      extra: ['.python-version', 'pyproject.toml', 'uv.lock', 'data/numbers.csv'],
    }),
  ),
  {
    what: 'voila',
    fixture: 'notebook',
    mode: 'jupyter-voila',
    entrypoint: 'hello.ipynb',
    inputs: { 'content-type': 'jupyter-voila' },
  },
  { what: 'quarto', fixture: 'quarto', mode: 'quarto-static' },
  ...['server: shiny', 'server:\n  type: shiny'].map(
    (server): Case => ({
      what: 'quarto',
      fixture: 'quarto',
      mode: 'quarto-shiny',
      edit: (project) => {
        const path = join(project, 'report.qmd');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^---\n/, `---\n${server}\n`));
        const pyproject = join(project, 'pyproject.toml');
        writeFileSync(pyproject, readFileSync(pyproject, 'utf8').replace('["jupyter', '["shiny", "jupyter'));
      },
    }),
  ),
  {
    what: 'html',
    fixture: 'notebook',
    mode: 'static',
    entrypoint: 'index.html',
    edit: (project) => {
      rmSync(join(project, 'hello.ipynb'));
      writeFileSync(join(project, 'index.html'), PAGE);
      writeFileSync(join(project, 'other.html'), PAGE);
    },
  },
];

const HONOURS_INSTALLER = ['notebook', 'voila', 'quarto', 'html'];

/** What is the machine's, and not the content's. */
const comparable = (manifest: unknown) => {
  const { locale, ...rest } = structuredClone(manifest) as Manifest;
  delete rest.python?.version;
  delete rest.python?.package_manager.version;
  return rest;
};

const folder = mkdtempSync(join(tmpdir(), 'connect-conformance-'));
/** As many locks are exported by rsconnect, too. */
const EXPORTS = 3;
const exported: string[] = [];
const results: { ours: Bundled; theirs: Manifest }[] = [];

beforeAll(async () => {
  const cacheDir = resolve(import.meta.dirname, '../../../.tools/uv-cache');
  const ours: Bundled[] = [];
  const requests: object[] = [];
  const exports: object[] = [];
  const projects = await Promise.all(
    CASES.map(({ fixture, edit }) => makeProject(fixture, folder, { uv, cacheDir, ...(edit && { edit }) })),
  );
  for (const [index, { what, mode, inputs, settings, options: own = [], extra = [] }] of CASES.entries()) {
    const directory = projects[index] ?? '';
    // rsconnect's write-manifest takes no notice of --package-installer for apps: what both leave to the server is compared there.
    if (!HONOURS_INSTALLER.includes(what)) {
      appendFileSync(join(directory, 'pyproject.toml'), '\n[tool.uv-deploy.connect]\npackage-installer = "auto"\n');
    }
    if (settings) appendFileSync(join(directory, 'pyproject.toml'), `\n[tool.uv-deploy.connect]\n${settings}\n`);
    const made = await bundle(directory, inputs, { uv: realUv });
    ours.push(made);
    const copy = `${directory}-rsconnect`;
    cpSync(directory, copy, { recursive: true });
    if (made.requirements !== undefined) writeFileSync(join(copy, 'requirements.txt'), made.requirements);
    const options = ['--overwrite', '--package-installer', 'UV', ...own];
    const entry = inputs?.entrypoint ? ['--entrypoint', inputs.entrypoint] : [];
    const main =
      what === 'notebook' ? [join(copy, 'hello.ipynb'), ...extra.map((path) => join(copy, path))] : [`${copy}/`];
    const documents = [join(copy, 'report.qmd')];
    const inspection = { quarto: { version: '99.9.9' }, engines: ['jupyter'], files: { input: documents } };
    exports.push({ what: 'export', directory: copy });
    requests.push({ what, mode, directory: copy, arguments: [what, ...options, ...entry, ...main], inspection });
  }
  const script = join(import.meta.dirname, '../../tools/rsconnect_manifest.py');
  const args = ['tool', 'run', '--quiet', '--from', RSCONNECT, 'python', script];
  const asked = spawnSync(uv, args, {
    input: JSON.stringify([...requests, ...exports.slice(0, EXPORTS)]),
    encoding: 'utf8',
    env: rsconnectEnvironment(),
  });
  expect(asked.status, asked.stderr).toBe(0);
  const theirs = JSON.parse(asked.stdout) as Manifest[];
  for (const text of theirs.splice(CASES.length)) exported.push(String(text));
  for (const [index, made] of ours.entries()) results.push({ ours: made, theirs: theirs[index] as Manifest });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the manifest of the same directory', () => {
  it.each(CASES.map((one, index) => [`${one.what} (${one.fixture})`, index] as const))(
    'equals the one that rsconnect-python writes: %s',
    (_, index) => {
      const { ours, theirs } = results[index] ?? {};
      const { mode, entrypoint } = CASES[index] ?? {};
      expect(ours?.findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(comparable(ours?.manifest)).toEqual(comparable(theirs));
      expect(theirs?.metadata.appmode).toBe(mode);
      if (entrypoint !== undefined) expect(theirs?.metadata.entrypoint).toBe(entrypoint);
    },
  );

  it('comes with the requirements that rsconnect makes of the lock, but for the line that tells when', () => {
    expect(exported).toHaveLength(EXPORTS);
    for (const [index, text] of exported.entries()) {
      const [first, ...rest] = text.trimEnd().split('\n');
      expect(first).toMatch(/^# /);
      expect(results[index]?.ours.requirements).toBe(`${rest.join('\n')}\n`);
    }
  });

  it('never takes its Python from the machine', () => {
    const versions = results.map(({ ours }) => (ours.manifest as Manifest).python?.version);
    expect(new Set(versions)).toEqual(new Set(['3.11.0', undefined]));
  });
});
