import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installPython, installUv } from './install.mjs';

/** Runs once before the tests: real uv, from PATH or from PyPI, and the Python that the fixtures are pinned to. */
export function setup(): void {
  const uv = installUv();
  const python = installPython(uv);
  process.env.UV_DEPLOY_TEST_UV = uv;
  process.env.PATH = withoutShims(process.env.PATH ?? '', python);
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
