import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLockDeeply } from '../../../../src/project/lock/checks.ts';
import { checkPin } from '../../../../src/project/pin/pin.ts';
import { readProject } from '../../../../src/project/project.ts';
import { readTarget } from '../../../../src/project/target.ts';
import { told } from './locks.ts';

/** Real locks that are no part of this repository; where they are not at hand, nothing is tested. */
const CORPUS = process.env.UV_DEPLOY_LOCK_CORPUS ?? '';

/** Every finding there is in them, looked at by hand, with why it is true. */
const EXPECTED: Readonly<Record<string, readonly (readonly [finding: string, why: string])[]>> = {
  '812865052+TradingAgents-CN': [
    ['error lock-stale uv.lock:4693', 'the project is 0.1.13-preview, the lock has 0.1.0'],
    ['error lock-stale uv.lock:4694', 'it has a [build-system] now, and is virtual in the lock'],
    ['error lock-stale pyproject.toml:14', 'baostock, its first dependency, is nowhere in the lock'],
  ],
  'Clinical-Genomics+scout': [
    ['notice lock-git uv.lock:759', 'flask-login is a commit on GitHub'],
    ['notice lock-compiles uv.lock:704', 'flask-bootstrap 3.3.7.1 was published as a source only'],
    ['notice lock-compiles uv.lock:938', 'intervaltree 3.0.2 was published as a source only'],
    ['notice lock-compiles uv.lock:1959', 'pyscss 1.4.0 was published as a source only'],
    ['notice lock-compiles uv.lock:2608', 'visitor 0.1.3 was published as a source only'],
  ],
  'astral-sh+uv__test_packages_built-by-uv': [
    ['error lock-stale uv.lock:30', 'the lock has a group dev with pytest, the project has no group at all'],
  ],
  'fastapi+full-stack-fastapi-template': [
    ['notice lock-compiles uv.lock:370', 'dkimpy 1.1.8, which emails needs, was published as a source only'],
  ],
  'indiVar0508+uv-workspace-dynamic-versioning': [
    ['error build-version pyproject.toml:63', 'hatch-vcs asks git for the version'],
    ['error lock-stale pyproject.toml:39', 'pre-commit, in the extra dev, is nowhere in the lock'],
    ['warning lock-compiles uv.lock:511', 'markupsafe 2.1.5 has wheels up to Python 3.12, and the pin is 3.13'],
  ],
  'jlowin+fastmcp': [['notice lock-compiles uv.lock:2175', 'pytest-report 0.2.1 was published as a source only']],
  'modelcontextprotocol+python-sdk': [
    ['error build-version pyproject.toml:119', 'uv-dynamic-versioning asks git for the version'],
    ['notice lock-git uv.lock:2653', 'strict-no-cover is a commit on GitHub'],
  ],
};

const judge = async (name: string): Promise<string[]> => {
  const { lock, pyproject, pin, workspace } = await readProject(join(CORPUS, name), '.');
  if (lock === undefined) throw new Error(`${name} has no lock.`);
  const target = readTarget(pyproject, pin && checkPin({ path: pin.shown, bytes: pin.bytes }, []).pin);
  if (!('minors' in target)) throw new Error(`${name} has a target of its own.`);
  const indexes = ['https://index.example/simple'];
  return told(checkLockDeeply({ lock, pyproject, members: workspace.members, target: { ...target, indexes } }));
};

describe.skipIf(!existsSync(CORPUS))('real locks', () => {
  const names = existsSync(CORPUS)
    ? readdirSync(CORPUS).filter((name) => existsSync(join(CORPUS, name, 'uv.lock')))
    : [];

  it('are there', () => expect(names).toEqual(expect.arrayContaining(Object.keys(EXPECTED))));

  it.each(names)('have no finding but true ones: %s', async (name) => {
    expect((await judge(name)).sort()).toEqual((EXPECTED[name] ?? []).map(([finding]) => finding).sort());
  });
});
