import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createForest } from './tree.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = createForest('setup');

test('a run of the tests leaves no temporary files behind', async () => {
  const temp = join(folder(), 'temp');
  mkdirSync(temp);
  const { VITEST: _, ...environment } = process.env;
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  // Steps as the runner runs them, with servers and uv.
  await promisify(execFile)(process.execPath, [vitest, 'run', '--maxWorkers=1', 'test/action/platform.test.ts'], {
    cwd: ROOT,
    env: { ...environment, TMPDIR: temp, TEMP: temp, TMP: temp },
  });
  expect(readdirSync(temp)).toEqual([]);
});
