import { describe, expect, test } from 'vitest';
import { MILL } from '../../fixtures/mill.ts';
import { runStep } from '../../tools/in-process.ts';
import { lockText } from '../../tools/lock-text.ts';
import { createForest, git, grow } from '../../tools/tree.ts';
import { projectJson } from './project.ts';

const plant = createForest('mill-volumes');
const FILE = '.deploymill/project.json';
const volume = (sizeGb: number) =>
  projectJson('shop', { mounts: [{ volumeName: 'data', mountPath: '/data', sizeGb }] });

/** A repository whose volume had one size, and has another now. Answers its folder and the earlier commit. */
const repository = (before: string, now: string, folder = '.') => {
  const dir = plant();
  const files = {
    ...MILL,
    'pyproject.toml': '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n',
    'uv.lock': lockText(),
    '.python-version': '3.11\n',
  };
  git(dir, 'init', '--quiet', '--initial-branch=main');
  const commit = (text: string): string => {
    grow(`${dir}/${folder}`, { ...files, [FILE]: text });
    git(dir, 'add', '--all');
    git(dir, 'commit', '--quiet', '--message', 'Change');
    return git(dir, 'rev-parse', 'HEAD').trim();
  };
  const base = commit(before);
  commit(now);
  return { dir, base };
};

const toldOf = async (dir: string, bases: readonly string[], folder = '.') => {
  const { findings } = await runStep({
    ...{ workspace: dir, context: { bases } },
    inputs: { mode: 'check', platform: 'deploymill', preflight: 'static', 'working-directory': folder },
  });
  return findings.filter(({ level }) => level === 'error').map(({ code, file, line }) => `${code} ${file}:${line}`);
};

describe('a volume', () => {
  test('must not be smaller than on the branch that the commit is for', async () => {
    const { dir, base } = repository(volume(5), volume(3));
    expect(await toldOf(dir, [base])).toEqual([`project-json-mounts ${FILE}:13`]);
    expect(await toldOf(dir, ['refs/remotes/origin/main', 'HEAD^1'])).toEqual([`project-json-mounts ${FILE}:13`]);
  });

  test('may be larger, and as large as before', async () => {
    const { dir, base } = repository(volume(5), volume(6));
    expect(await toldOf(dir, [base])).toEqual([]);
    expect(await toldOf(dir, ['HEAD'])).toEqual([]);
  });

  test('is compared below the folder of the app', async () => {
    const { dir, base } = repository(volume(5), volume(3), 'apps/shop');
    expect(await toldOf(dir, [base], 'apps/shop')).toEqual([`project-json-mounts apps/shop/${FILE}:13`]);
  });

  test('is compared with nothing where git has no such commit, and where that file was broken', async () => {
    const { dir } = repository(volume(5), volume(3));
    expect(await toldOf(dir, ['0'.repeat(40), 'refs/remotes/origin/main'])).toEqual([]);
    expect(await toldOf(dir, [])).toEqual([]);
    const { dir: other, base } = repository('{', volume(3));
    expect(await toldOf(other, [base])).toEqual([]);
  });
});
