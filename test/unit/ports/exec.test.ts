import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/findings/finding.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { createForest } from '../../tools/tree.ts';

const plant = createForest('exec');
const signal = new AbortController().signal;
const shell = (script: string, options: { cwd?: string; env?: Record<string, string>; signal?: AbortSignal } = {}) =>
  systemExec('sh', ['-c', script], { cwd: plant(), signal, ...options });

describe('a program', () => {
  it('answers how it ended and both its streams', async () => {
    expect(await shell('echo ä; echo oh >&2; exit 3')).toEqual({ exitCode: 3, stdout: 'ä\n', stderr: 'oh\n' });
  });

  it('has an empty input', async () => expect((await shell('cat')).stdout).toBe(''));

  it('gets no variables of this process but those that every program needs', async () => {
    process.env.INPUT_SECRET_OF_TEST = 'x';
    const { stdout } = await shell('env', { env: { OWN: '1' } }).finally(() => delete process.env.INPUT_SECRET_OF_TEST);
    const names = stdout.split('\n').map((line) => line.replace(/=.*/, ''));
    expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'OWN']));
    expect(names).not.toContain('INPUT_SECRET_OF_TEST');
  });

  it('is not looked for in the working directory', async () => {
    const cwd = plant({ 'odd-tool': { run: '#!/bin/sh\necho ran\n' } });
    const PATH = process.env.PATH;
    process.env.PATH = `:.:${PATH}`;
    const running = systemExec('odd-tool', [], { cwd, signal });
    await expect(
      running.finally(() => {
        process.env.PATH = PATH;
      }),
    ).rejects.toThrow('odd-tool is not on PATH.');
  });

  it('ends with all it has started when the run is cancelled', async () => {
    const cwd = plant();
    const cancel = new AbortController();
    const reason = new Cancelled('cancelled');
    const started = new Promise<void>((done) => {
      const watcher = watch(cwd, () => {
        if (!existsSync(join(cwd, 'pid'))) return;
        watcher.close();
        done();
      });
    });
    const running = shell('sleep 60 & echo $! > part; mv part pid; wait', { cwd, signal: cancel.signal });
    running.catch(() => {});
    await started;
    cancel.abort(reason);
    await expect(running).rejects.toBe(reason);
    const pid = Number(readFileSync(join(cwd, 'pid'), 'utf8'));
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('goes on when one that started after it is cancelled', async () => {
    const cwd = plant();
    const cancel = new AbortController();
    const other = shell('mkfifo gate; echo > up; read line < gate; echo "went on"', { cwd });
    await expect.poll(() => existsSync(join(cwd, 'up'))).toBe(true);
    const ended = shell('sleep 60', { cwd, signal: cancel.signal });
    ended.catch(() => {});
    cancel.abort(new Cancelled('cancelled'));
    await expect(ended).rejects.toThrow('cancelled');
    await shell('echo > gate', { cwd });
    expect((await other).stdout).toBe('went on\n');
  });

  it('goes on when one that started before it is cancelled', async () => {
    const cwd = plant();
    const cancel = new AbortController();
    const ended = shell('mkfifo gate; echo > up; sleep 60', { cwd, signal: cancel.signal });
    ended.catch(() => {});
    await expect.poll(() => existsSync(join(cwd, 'up'))).toBe(true);
    const other = shell('echo > upper; read line < gate; echo "went on"', { cwd });
    await expect.poll(() => existsSync(join(cwd, 'upper'))).toBe(true);
    cancel.abort(new Cancelled('cancelled'));
    await expect(ended).rejects.toThrow('cancelled');
    await shell('echo > gate', { cwd });
    expect((await other).stdout).toBe('went on\n');
  });
});

/** A process that has ended and that nobody has asked for yet is still listed. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
