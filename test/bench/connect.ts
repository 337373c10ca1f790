import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startConnect } from '../servers/connect/server.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { RSCONNECT, rsconnectEnvironment } from '../tools/rsconnect.ts';
import { inTurn, peakMemory, processTime, table, times } from './measure.ts';
import { stepEnvironment } from './start.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

/**
 * The whole step against `rsconnect deploy fastapi`, which the same project with the same variables goes through on the same server.
 * rsconnect is not given the time it takes to be installed, nor to make the requirements file, which the step makes itself.
 */
export async function connect(folder: string): Promise<string> {
  const uv = installUv();
  const cacheDir = join(folder, 'uv-cache');
  const server = await startConnect({ folder: join(folder, 'connect'), uv, cacheDir });
  const workspace = await makeProject('fastapi', folder, { uv, cacheDir });
  const env = { ...process.env, ...rsconnectEnvironment(), UV_CACHE_DIR: cacheDir, HOME: join(folder, 'home') };
  const run = promisify(execFile);
  const install = ['tool', 'install', '--quiet', RSCONNECT];
  const tools = { ...env, UV_TOOL_DIR: join(folder, 'tools'), UV_TOOL_BIN_DIR: join(folder, 'bin') };
  await run(uv, install, { env: tools });
  const requirements = ['export', '--quiet', '--no-dev', '--no-hashes', '--no-emit-project', '--frozen'];
  const { stdout } = await run(uv, requirements, { cwd: workspace, env });
  await writeFile(join(workspace, 'requirements.txt'), stdout);

  const ours = stepEnvironment(workspace, join(folder, 'temp'), {
    ...{ platform: 'connect', mode: 'deploy', server: server.url, token: server.apiKey },
    ...{ name: 'ours', force: 'true' },
  });
  const step = [process.execPath, [BUNDLE]] as const;
  const access = ['--server', server.url, '--api-key', server.apiKey];
  const client = [
    join(folder, 'bin', 'rsconnect'),
    ['deploy', 'fastapi', ...access, '--title', 'theirs', workspace],
  ] as const;
  try {
    // Something to upload each time: the step would find what it has uploaded before.
    let count = 0;
    const change = () => writeFile(join(workspace, 'count.txt'), String(count++));
    const timed = (command: readonly [string, readonly string[]], environment: NodeJS.ProcessEnv) => async () => {
      await change();
      return processTime(...command, { cwd: workspace, env: environment });
    };
    const [mine = 0, theirs = 0] = await inTurn(5, [timed(step, ours), timed(client, tools)]);
    await change();
    const memory = [await peakMemory(...step, ours), await peakMemory(...client, tools)] as const;
    return table(
      'Deploying the FastAPI fixture to Posit Connect',
      ['', 'uv-deploy', 'rsconnect', 'ratio', 'limit'],
      [
        ['wall time', `${Math.round(mine)} ms`, `${Math.round(theirs)} ms`, times(mine / theirs), '1x'],
        [
          'peak memory',
          `${Math.round(memory[0])} MB`,
          `${Math.round(memory[1])} MB`,
          times(memory[0] / memory[1]),
          '3x',
        ],
      ],
    );
  } finally {
    await server.close();
  }
}
