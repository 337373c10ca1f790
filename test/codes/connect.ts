import { type Changes, last, pyproject } from '../fixtures/variant.ts';
import { wsgi } from '../tools/connect.ts';
import { lockOf, PUBLIC, wheel } from '../tools/lock-text.ts';
import type { Pair, Rows } from './pair.ts';

const on = 'connect';
const WHEEL = wheel('shared-1.0-py3-none-any.whl');
const GOOD = { 'pyproject.toml': pyproject(['shared']), 'uv.lock': lockOf('shared', '', PUBLIC, WHEEL) };

/** A package from elsewhere than the index. */
const from = (kind: string, place: string, files: Changes = {}, more = ''): Pair => ({
  on,
  wrong: {
    'pyproject.toml': pyproject(['shared'], `[tool.uv.sources]\nshared = { path = "x" }\n`),
    'uv.lock': lockOf('shared', `, ${kind} = "${place}"`, `{ ${kind} = "${place}" }`, more),
    ...files,
  },
  at: 'uv.lock:15',
  mended: GOOD,
});
const FOLDER = 'libs/shared';
const built = (backend: string): Changes => ({
  [`${FOLDER}/pyproject.toml`]: `[project]\nname = "shared"\nversion = "1.0"\n\n[build-system]\nrequires = ["${backend}"]\nbuild-backend = "${backend}"\n`,
});
const inFolder = (backend: string, files: Changes = {}): Pair =>
  from('directory', FOLDER, { ...built(backend), ...files });

/** An app below the root of the repository that depends on a folder. */
const inApi = (place: string): Changes => ({
  'apps/api/app.py': wsgi('hello'),
  'apps/api/.python-version': '3.11\n',
  'apps/api/pyproject.toml': pyproject(['shared'], `[tool.uv.sources]\nshared = { path = "${place}" }\n`),
  'apps/api/uv.lock': lockOf('shared', `, directory = "${place}"`, `{ directory = "${place}" }`),
});

const registry = (place: string, more = ''): Changes => ({
  'pyproject.toml': pyproject(['shared'], more),
  'uv.lock': lockOf('shared', '', `{ registry = "${place}" }`, WHEEL),
});

const said = (entrypoint: string, type = 'python-api') => ({ entrypoint, 'content-type': type });
const UNSAID = { entrypoint: '', 'content-type': '' };

/** The md5 of an empty file. */
const EMPTY = 'd41d8cd98f00b204e9800998ecf8427e';
const manifest = (path: string, checksum = EMPTY, appmode = 'python-api') => ({
  'manifest.json': JSON.stringify(
    { version: 1, metadata: { appmode, entrypoint: 'app' }, files: { [path]: { checksum } } },
    null,
    1,
  ),
});
const committed = (wrong: Changes, line: number, mended: Changes = manifest('app.py')): Pair => ({
  ...{ on, inputs: UNSAID, at: `manifest.json:${line}` },
  wrong: { 'app.py': '', ...wrong },
  mended: { 'app.py': '', ...mended },
});

const notebook = (text: string): Pair => ({
  ...{ on, inputs: said('report.ipynb', 'jupyter-static'), at: 'report.ipynb:1' },
  wrong: { 'report.ipynb': text },
  mended: { 'report.ipynb': '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}' },
});
const document = (text: string, at: string): Pair => ({
  ...{ on, inputs: said('report.qmd', 'quarto-static'), at },
  wrong: { 'report.qmd': text },
  mended: { 'report.qmd': '---\ntitle: x\n---\n' },
});
const requirements = (line: string, mended: string, files: Changes = {}): Pair => ({
  ...{ on, at: 'requirements.txt:1' },
  wrong: { ...files, 'requirements.txt': `${line}\n` },
  mended: { ...files, 'requirements.txt': `${mended}\n` },
});
const table = (text: string): Changes => ({ 'pyproject.toml': last(`\n${text}`) });

/** What only Posit Connect minds. */
export const CONNECT: Rows = {
  'content-type': { on, wrong: {}, at: '', inputs: said('app', 'python-rest'), mendedInputs: {} },
  'content-type-unknown': {
    on,
    wrong: { 'app.py': 'app = object()\n' },
    at: '',
    inputs: said('app', ''),
    mendedInputs: {},
  },
  'credentials-in-url': requirements(
    'shared @ https://octo:hunter22@files.example/shared.whl',
    'shared @ https://files.example/shared.whl',
  ),
  'entrypoint-form': { on, wrong: {}, at: '', inputs: said('app:app:app'), mendedInputs: {} },
  'export-failed': {
    on,
    wrong: {},
    at: 'uv.lock:1',
    runner: { uv: { export: { exitCode: 2, stderr: 'error: Failed to parse lockfile' } } },
  },
  'external-version': {
    on,
    wrong: {
      'pyproject.toml': pyproject(['streamlit'], '\n[tool.uv-deploy.connect]\nexternal = ["Streamlit"]\n'),
      'uv.lock': lockOf('streamlit', '', PUBLIC, wheel('streamlit-1.0-py3-none-any.whl')),
    },
    at: 'pyproject.toml:9',
    inputs: said('app.py', 'python-streamlit'),
    mended: {
      'pyproject.toml': pyproject(['streamlit']),
      'uv.lock': lockOf('streamlit', '', PUBLIC, wheel('streamlit-1.0-py3-none-any.whl')),
    },
  },
  'flatten-conflict': {
    ...inFolder('uv_build', { [`${FOLDER}/shared.py`]: 'x = 1\n', 'shared.py': 'x = 2\n' }),
    at: `${FOLDER}/shared.py`,
  },
  'framework-not-locked': {
    on,
    wrong: GOOD,
    at: 'pyproject.toml:5',
    inputs: said('app.py', 'python-streamlit'),
    mended: {
      'pyproject.toml': pyproject(['streamlit']),
      'uv.lock': lockOf('streamlit', '', PUBLIC, wheel('streamlit-1.0-py3-none-any.whl')),
    },
  },
  'local-archive': from(
    'path',
    'shared.whl',
    { 'shared.whl': 'PK' },
    'wheels = [{ filename = "shared-1.0-py3-none-any.whl" }]\n',
  ),
  'local-index': { on, wrong: { ...registry('wheels'), 'wheels/x.whl': 'PK' }, at: 'uv.lock:15', mended: GOOD },
  'local-package-compiled': { ...inFolder('maturin'), at: `${FOLDER}/pyproject.toml:5` },
  'local-package-outside': {
    on,
    wrong: inApi('../../../shared'),
    at: 'apps/api/uv.lock:15',
    mended: { ...inApi('../../libs/shared'), 'libs/shared/shared.py': '' },
    inputs: { 'working-directory': 'apps/api' },
  },
  'manifest-file-missing': committed(manifest('data.csv'), 8),
  'manifest-invalid': committed(manifest('app.py', EMPTY, ''), 1),
  'manifest-large-file': { in: 'test/action/bad-limits.test.ts' },
  'manifest-stale': committed(manifest('app.py', '0'.repeat(32)), 8),
  'manifest-syntax': committed({ 'manifest.json': '{' }, 1),
  'notebook-invalid': notebook('{}'),
  'notebook-language': notebook('{"cells": [], "metadata": {"kernelspec": {"language": "R"}}, "nbformat": 4}'),
  'path-above-package': {
    ...inFolder('uv_build', {
      [`${FOLDER}/src/shared/__init__.py`]: 'from pathlib import Path\n\nDATA = Path(__file__).parents[2] / "data"\n',
    }),
    at: `${FOLDER}/src/shared/__init__.py:3`,
  },
  'pin-not-for-connect': {
    on,
    wrong: { '.python-version': '3.13t\n' },
    at: '.python-version:1',
    with: ['nonportable-pin', 'variant-pin'],
  },
  'publisher-value': {
    ...{ on, at: '.posit/publish/app.toml:3' },
    wrong: { '.posit/publish/app.toml': 'type = "python-api"\nentrypoint = "app.py"\ntitle = 3\n' },
    mended: { '.posit/publish/app.toml': 'type = "python-api"\nentrypoint = "app.py"\ntitle = "The app"\n' },
  },
  'python-not-installed': { in: 'test/action/connect.test.ts' },
  'quarto-engine': document('---\nengine: knitr\n---\n', 'report.qmd:1'),
  'quarto-interactive': document('---\nserver: shiny\n---\n', 'report.qmd:1'),
  'requirements-file-missing': requirements('-r more.txt', 'shared'),
  'requirements-hashes': requirements(`shared==1.0 --hash=sha256:${'0'.repeat(64)}`, 'shared==1.0', GOOD),
  'requirements-invalid': requirements('[notice] A new release of pip is available', 'shared'),
  'requirements-local': requirements('-e .', 'shared'),
  'requirements-stale': requirements('shared==2.0', 'shared==1.0', GOOD),
  'rsconnect-table': {
    on,
    wrong: table('[tool.rsconnect]\napp_mode = "python-api"'),
    at: 'pyproject.toml:7',
    mended: table('[tool.rsconnect]\napp_mode = "python-api"\nentrypoint = "app"'),
  },
  'setting-without-effect': {
    ...committed({ ...manifest('app.py'), ...table('[tool.uv-deploy.connect]\nimage = "x"') }, 0),
    at: 'pyproject.toml:8',
  },
};
