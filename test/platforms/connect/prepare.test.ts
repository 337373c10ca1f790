import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extract, list } from 'tar';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/platforms/connect/connect.ts';
import { archiveOf } from '../../../src/platforms/shared/upload.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { readProject } from '../../../src/project/project.ts';
import type { Run } from '../../../src/report/deps.ts';
import { createJournal } from '../../../src/report/journal.ts';
import {
  codesOf,
  createContext,
  createFakeClock,
  createFakeHost,
  createInputs,
  failureOf,
  noCache,
  noVisit,
} from '../../tools/fakes.ts';
import { rsconnectEnvironment } from '../../tools/rsconnect.ts';
import { createForest, grow } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';

const makeTree = createForest('connect-prepare');
const cacheDir = resolve(import.meta.dirname, '../../../.tools/uv-cache');

const prepared = async (dir: string, inputs: Record<string, string> = {}, environment: Record<string, string> = {}) => {
  const host = createFakeHost();
  const run: Run = {
    inputs: createInputs({ cache: 'false', ...inputs }),
    project: await readProject(dir, '.'),
    platform: connect,
    host,
    context: createContext({ workspace: dir, temp: makeTree() }),
    environment,
    exec: (program, args, options) =>
      systemExec(program === 'uv' ? (environment.UV ?? 'no-uv-here') : program, args, options),
    visit: noVisit,
    http: async () => {
      throw new Error('No network is needed to prepare.');
    },
    clock: createFakeClock(),
    cache: noCache(false),
    journal: createJournal(),
    signal: new AbortController().signal,
    stage: (_, work) => work(),
    report: (findings) => host.findings.push(...findings),
    say: () => {},
    ...{ saveLater: () => {}, atEnd: () => {} },
  };
  const { pack, tryOut } = await prepare(run, { value: true, findings: [] });
  const source = await pack();
  await tryOut();
  return { bundle: archiveOf(source), entries: run.journal.entries, host };
};
const withUv = { ...rsconnectEnvironment(), UV: uv, UV_CACHE_DIR: cacheDir };

const project = () => {
  const dir = makeTree({
    '.python-version': '3.11\n',
    'pyproject.toml':
      '[project]\nname = "my-shop"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = ["itsdangerous==2.2.0"]\n\n[build-system]\nrequires = ["uv_build>=0.8"]\nbuild-backend = "uv_build"\n',
    'src/my_shop/__init__.py': '',
    'src/my_shop/prices.py': 'PRICES = [1, 2]\n',
    'src/my_shop/main.py':
      'from pathlib import Path\n\nfrom my_shop.prices import PRICES\n\n\ndef app(environ, start_response):\n    start_response("200 OK", [])\n    return [str(PRICES).encode(), Path("requirements.txt").read_bytes()]\n',
  });
  const args = ['lock', '--quiet', '--no-python-downloads', '--directory', dir, '--cache-dir', cacheDir];
  execFileSync(uv, args, { env: rsconnectEnvironment() });
  return dir;
};
const inputs = { 'content-type': 'python-api', entrypoint: 'my_shop.main:app' };

describe('a bundle for Connect', () => {
  it('has a manifest of every file, installs, and can be imported from its root', async () => {
    const { bundle, entries, host } = await prepared(project(), inputs, withUv);
    const folder = makeTree();
    await extract({ file: bundle.path, cwd: folder });
    const paths: string[] = [];
    await list({ file: bundle.path, onReadEntry: ({ path }) => paths.push(path) });
    expect(paths.at(-1)).toBe('manifest.json');

    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    expect(readFileSync(entries.manifestPath ?? '', 'utf8')).toBe(text);
    const { files, metadata } = JSON.parse(text) as { files: Record<string, { checksum: string }>; metadata: object };
    expect(metadata).toEqual({ appmode: 'python-api', entrypoint: 'my_shop.main:app' });
    expect(Object.keys(files)).toEqual(paths.slice(0, -1));
    for (const [path, { checksum }] of Object.entries(files)) {
      expect(checksum).toBe(hash('md5', readFileSync(join(folder, path))));
    }
    expect(host.lines.join('\n')).toContain('uv pip install --requirements requirements.txt (Python 3.11)');
    expect(entries.notes.join('\n')).toContain('The code of my-shop is at the root of the bundle');

    const serve = 'import my_shop.main as m; print(b" ".join(m.app({}, lambda *a: None)).decode().strip())';
    const isolated = { PATH: process.env.PATH ?? '', PYTHONDONTWRITEBYTECODE: '1' };
    const answer = execFileSync('python3', ['-c', serve], { cwd: folder, env: isolated, encoding: 'utf8' });
    expect(answer.trim()).toBe('[1, 2] itsdangerous==2.2.0');
  });

  it('has the same bytes in another folder', async () => {
    const one = project();
    const other = makeTree();
    cpSync(one, other, { recursive: true });
    const options = { ...inputs, preflight: 'static' };
    const [first, second] = [await prepared(one, options, withUv), await prepared(other, options, withUv)];
    expect(second.bundle.sha256).toBe(first.bundle.sha256);
  });

  it('has each file once, though one is generated in the place of another', async () => {
    const dir = grow(project(), { 'requirements.txt': 'old==1\n' });
    const table =
      '\n[tool.rsconnect]\napp_mode = "python-api"\nentrypoint = "my_shop.main:app"\nrequirements_file = "uv.lock"\n';
    appendFileSync(join(dir, 'pyproject.toml'), table);
    const { bundle } = await prepared(dir, { preflight: 'static' }, withUv);
    const paths = bundle.files.map(({ path }) => path);
    expect(paths.filter((path) => path === 'requirements.txt')).toHaveLength(1);
    const text = execFileSync('tar', ['-xzOf', bundle.path, 'requirements.txt'], { encoding: 'utf8' });
    expect(text).toBe('itsdangerous==2.2.0\n');
  });

  it('can not be made without uv, and the step that brings it is named', async () => {
    const { findings } = await failureOf(() => prepared(project(), inputs));
    expect(codesOf(findings)).toEqual(['no-uv']);
    expect(findings[0]?.remedy).toContain('astral-sh/setup-uv');
  });

  it('is not made when a package can not be installed', async () => {
    const dir = grow(project(), { 'requirements.txt': 'itsdangerous==99.0.0\n' });
    const { findings } = await failureOf(() => prepared(dir, inputs, withUv));
    expect(codesOf(findings)).toEqual(['restore-failed']);
    expect(findings[0]?.message).toContain('uv pip install -r requirements.txt');
  });
});
