import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/findings/finding.ts';
import { type Exec, systemExec } from '../../../src/ports/exec.ts';
import { git } from '../../../src/ports/git.ts';
import { createForest } from '../../tools/tree.ts';

const plant = createForest('git');
const signal = new AbortController().signal;
const init = (dir: string, ...args: string[]) => execFileSync('git', ['init', '--quiet', ...args, dir]);
const list = async (dir: string) =>
  (await git(dir, ['ls-files', '--others'], { exec: systemExec, signal }))?.stdout.trim().split('\n');

describe('git', () => {
  it('works for the repository of a folder, and of one above it', async () => {
    const dir = plant({ 'a.txt': '', 'sub/b.txt': '' });
    init(dir);
    expect(await list(dir)).toEqual(['a.txt', 'sub/b.txt']);
    expect(await list(`${dir}/sub`)).toEqual(['b.txt']);
  });

  it('passes over a folder called .git that is empty', async () => {
    const dir = plant({ 'sub/b.txt': '' });
    mkdirSync(`${dir}/sub/.git`);
    init(dir);
    expect(await list(`${dir}/sub`)).toEqual(['b.txt']);
  });

  it('is not started where no folder has a .git, whatever else looks like a repository', async () => {
    const dir = plant();
    init(dir, '--bare');
    const exec: Exec = () => expect.unreachable('git was started');
    expect(await git(dir, ['ls-files'], { exec, signal })).toBeUndefined();
  });

  it('answers nothing on a machine without git', async () => {
    const dir = plant();
    init(dir);
    expect(await git(dir, [], { exec: () => Promise.reject(new Error('ENOENT')), signal })).toBeUndefined();
  });

  it('ends the run with a sentence when it takes too long', async () => {
    const dir = plant();
    init(dir);
    const exec: Exec = (_, __, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const running = git(dir, ['ls-files'], { exec, signal, limitMs: 20 });
    await expect(running).rejects.toBeInstanceOf(Failure);
    await expect(running).rejects.toThrow(`git did not list the files of ${dir} within 0.02 seconds.`);
    await expect(running).rejects.toMatchObject({ findings: [{ code: 'git-timeout' }] });
  });
});
