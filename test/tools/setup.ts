import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installPython, installUv } from './install.mjs';

/**
 * Runs once before the tests: real uv, from PATH or from PyPI, the Python that the fixtures are pinned to, and a folder for all
 * temporary files, those of steps, servers and tools too. Answers what removes that folder after the tests.
 */
export function setup(): () => void {
  const uv = installUv();
  const python = installPython(uv);
  process.env.UV_DEPLOY_TEST_UV = uv;
  process.env.PATH = withoutShims(process.env.PATH ?? '', python);
  const temp = mkdtempSync(join(realpathSync(tmpdir()), 'uvd-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temp;
  process.env.UV_DEPLOY_TEST_LOCKS = join(temp, 'locks');
  return () => rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * PATH with the interpreter itself instead of the shims of a version manager: uv asks every one of those each time it looks for a
 * Python, and each of them starts tens of processes to answer.
 */
function withoutShims(path: string, python: string): string {
  const folders = path.split(delimiter);
  const kept = folders.filter((folder) => !pythonsIn(folder).some(isScript));
  if (kept.length === folders.length) return path;
  const code = 'import os, sys; print(os.path.realpath(sys.executable))';
  const own = execFileSync(python, ['-I', '-c', code], { encoding: 'utf8' }).trim();
  return [dirname(own), ...kept].join(delimiter);
}

function pythonsIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^python[\d.]*$/.test(name));
    return names.map((name) => join(folder, name));
  } catch {
    return []; // a folder of PATH need not exist
  }
}

function isScript(file: string): boolean {
  try {
    return readFileSync(file).subarray(0, 2).toString() === '#!';
  } catch {
    return false; // a broken link
  }
}
