import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ActionOptions, type ActionRun, runAction } from '../tools/action.ts';
import { createAttempts, expectDecency, places, theOne } from '../tools/attempts.ts';

const { place, project } = createAttempts();

const isRoot = process.getuid?.() === 0;
const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });
const shell = (script: string, folder: string) => execFileSync('sh', ['-c', script, folder], { stdio: 'pipe' });
const STATIC = { mode: 'check', preflight: 'static' };

async function run(options: ActionOptions): Promise<ActionRun> {
  const done = await runAction({ inputs: STATIC, ...options });
  expectDecency(done);
  expect(done.outputs.status).toBe('failed');
  return done;
}

/** A project whose bundle has a few megabytes. */
const large = () => project({ 'data.bin': randomBytes(4_000_000) });

/** Runs `work` with a folder on a file system of one megabyte. */
async function onSmallDisk(work: (folder: string) => Promise<void>, skip: (note: string) => void): Promise<void> {
  const folder = mkdtempSync(place.path('disk-'));
  try {
    shell('mount -t tmpfs -o size=1m tmpfs "$0"', folder);
  } catch {
    skip('nothing may be mounted here');
  }
  await work(folder).finally(() => shell('umount -l "$0"', folder));
}

describe('a disk that is full', () => {
  test.runIf(isRoot)('is named with the bundle that has no room on it', async ({ skip }) => {
    const workspace = await large();
    await onSmallDisk(async (temp) => {
      const done = await run({ workspace, temp });
      expect(places(done)).toEqual(['disk-full']);
      expect(theOne(done, 'disk-full').message).toMatch(/^\S+bundle\.tar\.gz can't be written: the disk is full/);
    }, skip);
  });

  test.runIf(isRoot)('is named with the copy for the preflight', async ({ skip }) => {
    const workspace = await large();
    writeFileSync(
      join(workspace, 'uv.toml'),
      'find-links = ["."]\n', // uv then reads more than the project's own files
    );
    await onSmallDisk(async (temp) => {
      const done = await run({ workspace, temp, inputs: { mode: 'check' }, withUv: true });
      expect(theOne(done, 'disk-full').message).toContain('the disk is full');
    }, skip);
  });
});

describe('a folder that vanishes during the run', () => {
  /** A git that does its work, and then removes a folder, once there is a file like `awaited`. */
  const removing = (folder: string, awaited = '.'): string => {
    const bin = mkdtempSync(place.path('bin-'));
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\n${real} "$@" || exit 1\nuntil ls -d ${awaited}; do sleep 0.01; done > /dev/null 2>&1\nrm -rf '${folder}'\n`;
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 });
    return `${bin}:${process.env.PATH ?? ''}`;
  };
  const repository = async (): Promise<string> => {
    const workspace = await project();
    git(workspace, 'init', '--quiet');
    return workspace;
  };

  test('is named: the temporary one', async () => {
    const temp = mkdtempSync(place.path('temp-'));
    const done = await run({
      workspace: await repository(),
      temp,
      env: { PATH: removing(temp, `${temp}/uv-deploy-*`) },
    });
    expect(places(done)).toEqual(['file-gone']);
    expect(theOne(done, 'file-gone').message).toContain(temp);
  });

  test('is reported: the checkout', async () => {
    const workspace = await repository();
    const done = await run({ workspace, env: { PATH: removing(workspace) } });
    expect(done.titles('error')).not.toContain('unexpected');
    expect(done.titles('error').length).toBeGreaterThan(0);
  });
});
