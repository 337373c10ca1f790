// `npm run pictures`: makes the pictures in docs/images, right after a clone, on a machine that has Chromium.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installAll } from '../tools/install.mjs';

const { node, uv } = await installAll();
const pictures = join(import.meta.dirname, 'pictures.ts');
const done = spawnSync(node, ['--disable-warning=ExperimentalWarning', pictures], {
  stdio: 'inherit',
  env: { ...process.env, UV_DEPLOY_TEST_UV: uv },
});
process.exitCode = done.status ?? 1;
