// `npm run try -- FOLDER [platform]`: the committed action on a project of yours, right after a clone and with any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installAll } from '../tools/install.mjs';

const { node, uv } = await installAll();
const trial = join(import.meta.dirname, 'try.ts');
const done = spawnSync(node, ['--disable-warning=ExperimentalWarning', trial, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // npm starts scripts in the folder of the package, and says where it was started itself.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, UV_DEPLOY_TEST_UV: uv },
});
process.exitCode = done.status ?? 1;
