import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheDir, createWorkplace } from '../emulators/workplace.ts';
import { MILL } from '../fixtures/mill.ts';
import { runAction } from '../tools/action.ts';
import { grow } from '../tools/tree.ts';
import { uv } from '../tools/uv.ts';

const DOCKER = resolve(import.meta.dirname, '../emulators/deploymill/docker.ts');
const place = createWorkplace();
afterAll(() => place.clear());

test('an image is built and started with docker by the bundle', async () => {
  const home = place.path('docker');
  mkdirSync(home);
  const run = `#!/bin/sh\nexec '${process.execPath}' '${DOCKER}' '${home}' '${uv}' '${cacheDir}' "$@"\n`;
  const bin = grow(place.path('bin'), { docker: { run } });
  const workspace = await place.project('service', async (folder) => {
    grow(folder, { '.dockerignore': '.git\n.venv\n', ...MILL });
  });
  const done = await runAction({
    ...{ workspace, withUv: true, env: { PATH: [bin, join(uv, '..'), process.env.PATH].join(delimiter) } },
    inputs: { mode: 'check', platform: 'deploymill', preflight: 'image', cache: 'false' },
  });
  expect(done.titles()).toEqual([]);
  expect(done.log).toContain('The app starts and is healthy on this runner.');
  expect(readFileSync(join(home, 'calls.jsonl'), 'utf8')).toContain('"--read-only"');
});
