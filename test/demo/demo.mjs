// `npm run demo`: the action's main job on this machine, right after a clone and with any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installAll } from '../tools/install.mjs';

const { node, uv } = await installAll();
const tour = join(import.meta.dirname, 'tour.ts');
const done = spawnSync(node, ['--disable-warning=ExperimentalWarning', tour], {
  stdio: 'inherit',
  env: { ...process.env, UV_DEPLOY_TEST_UV: uv },
});
process.exitCode = done.status ?? 1;
