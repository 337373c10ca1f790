import { createHash } from 'node:crypto';
import { last, pyproject, swap } from '../fixtures/variant.ts';
import type { Rows } from './pair.ts';

/** What `git ls-files --stage` prints of these paths; a folder is a submodule. */
const listed = (...paths: readonly string[]): string =>
  paths
    .map((path) => `${path.endsWith('/') ? '160000' : '100644'} ${'0'.repeat(40)} 0\t${path.replace(/\/$/, '')}\0`)
    .join('');

const OWN = ['_ricochet.toml', 'serve.py', 'pyproject.toml', 'uv.lock', '.python-version'];
const CONFLICT = '<<<<<<< HEAD\n=======\n>>>>>>> feature';
const NOISE = createHash('shake256', { outputLength: 3000 }).update('noise').digest();
const limit = (size: string) => ({
  'pyproject.toml': pyproject([], `[tool.uv-deploy.ricochet]\nmax-bundle-size = "${size}"\n`),
});

const SCRIPT = 'if __name__ == "__main__":\n    print(1)\n';

/** What can be wrong with files as such, with the bundle and with what is started. */
export const FILES: Rows = {
  'broken-link': { wrong: { 'old.txt': { link: 'gone.txt' } }, at: 'old.txt' },
  'bundle-too-large': {
    wrong: { ...limit('3KB'), 'data.bin': NOISE },
    at: '',
    mended: { ...limit('5KB'), 'data.bin': NOISE },
  },
  encoding: { wrong: { 'pyproject.toml': Buffer.from(pyproject([], '# caf\xe9\n'), 'latin1') }, at: 'pyproject.toml' },
  'entrypoint-ambiguous': {
    wrong: {
      '_ricochet.toml': undefined,
      'one.py': 'import flask\napp = flask.Flask("one")\n',
      'two.py': 'import flask\napp = flask.Flask("two")\n',
    },
    at: 'pyproject.toml',
  },
  'entrypoint-empty': { wrong: { 'serve.py': '' }, at: 'serve.py:1' },
  'entrypoint-missing': { wrong: { 'serve.py': undefined }, at: '_ricochet.toml:3' },
  'entrypoint-not-bundled': {
    wrong: { '.gitignore': 'serve.py\n' },
    at: '_ricochet.toml:3',
    mended: { '.gitignore': 'data\n' },
  },
  'entrypoint-not-found': { wrong: { '_ricochet.toml': undefined, 'serve.py': 'x = 1\n' }, at: 'pyproject.toml' },
  'entrypoint-passed-over': {
    wrong: { '_ricochet.toml': undefined, 'serve.py': undefined, 'main.py': SCRIPT, 'other.py': SCRIPT },
    at: '',
    mended: { '_ricochet.toml': undefined, 'serve.py': undefined, 'main.py': SCRIPT, 'other.py': 'x = 1\n' },
  },
  'env-file-left-out': { wrong: { '.env': 'MODE=test\n' }, at: '.env' },
  'env-too-long': {
    wrong: {},
    at: '',
    inputs: { env: `KEY=${'x'.repeat(191)}` },
    mendedInputs: { env: `KEY=${'x'.repeat(190)}` },
  },
  'file-name': {
    wrong: {},
    at: 'caf\ufffd.txt',
    runner: { files: listed(...OWN, 'caf\ufffd.txt') },
    mendedRunner: { files: listed(...OWN) },
  },
  'file-too-large': { wrong: { '.python-version': '#'.repeat(1_000_001) }, at: '.python-version' },
  'include-not-found': { wrong: {}, at: '', inputs: { include: 'dist/*.js' }, mended: { 'dist/main.js': '' } },
  'invalid-id': { wrong: {}, at: '', inputs: { id: 'my app' }, mendedInputs: { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } },
  'link-cycle': { wrong: { 'data/self': { link: '../data' } }, at: 'data/self' },
  'lfs-pointer': {
    wrong: {
      'model.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345678\n`,
    },
    at: 'model.bin',
    mended: { 'model.bin': 'weights\n' },
  },
  'link-leaves-project': { wrong: { outside: { link: '..' } }, at: 'outside' },
  'merge-conflict': { wrong: { 'pyproject.toml': last(CONFLICT) }, at: 'pyproject.toml:6:1' },
  'missing-pyproject': { wrong: { 'pyproject.toml': undefined }, at: 'pyproject.toml' },
  'not-a-file': { wrong: { '.python-version': undefined, '.python-version/3.11': '' }, at: '.python-version' },
  'over-limit': {
    wrong: { 'pyproject.toml': last(`[tool.uv.workspace]\nmembers = ["${'a'.repeat(1_001)}"]\n`) },
    at: 'pyproject.toml:7',
  },
  'project-name': {
    wrong: { 'pyproject.toml': swap('echo-service', 'echo service') },
    at: 'pyproject.toml:2',
    with: ['lock-stale'],
  },
  'project-version': { wrong: { 'pyproject.toml': swap('version = "0.1.0"\n', '') }, at: 'pyproject.toml:1' },
  'secret-in-bundle': { wrong: { 'notes.txt': `\n-----BEGIN ${'PRIVATE KEY'}-----\n` }, at: 'notes.txt:2' },
  'submodule-missing': {
    wrong: { 'vendor/.gitkeep': '' },
    at: 'vendor',
    runner: { files: listed(...OWN, 'vendor/') },
    mended: { 'vendor/serve.py': '' },
    mendedRunner: { files: listed(...OWN, 'vendor/') },
  },
  'toml-syntax': { wrong: { 'pyproject.toml': swap('[]', '[') }, at: 'pyproject.toml:6:1' },
  'unreadable-file': {
    wrong: { '.python-version': { link: '.python-version' } },
    at: '.python-version',
    inputs: { exclude: '.python-version' },
  },
  'workspace-root': {
    wrong: {
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api"]\n',
      'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
    },
    at: 'pyproject.toml',
    mended: {},
  },
};
