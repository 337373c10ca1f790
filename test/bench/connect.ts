import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startConnect } from '../emulators/connect/server.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { RSCONNECT, rsconnectEnvironment } from '../tools/rsconnect.ts';
import { inTurn, median, peakMemory, processTime, table, times, type Usage, usage } from './measure.ts';
import { stepEnvironment } from './start.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

/**
 * The whole step against `rsconnect deploy fastapi`, which the same project with the same variables goes through on the same server.
 * rsconnect is not given the time it takes to be installed, nor to make the requirements file, which the step makes itself.
 *
 * Most of the wall time is the server's: it starts the app for the draft, which both look at, and once more for the step, which looks at
 * what is live, too. Most of the memory is Node's own program, which is shown beside.
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
    const used: Usage[][] = [[], []];
    for (let round = 0; round < 5; round++) {
      await change();
      used[0]?.push(await usage(...step, ours));
      used[1]?.push(await usage(...client, tools));
    }
    const [own, other] = used.map((all) => ({
      processor: median(all.map(({ processor }) => processor)),
      memory: median(all.map(({ memory }) => memory)),
    })) as [Usage, Usage];
    const floor = await peakMemory(process.execPath, ['-e', '0'], ours);
    const row = (what: string, unit: string, mine: number, theirs: number, limit: string) => [
      ...[what, `${Math.round(mine)} ${unit}`, `${Math.round(theirs)} ${unit}`, times(mine / theirs), limit],
    ];
    return table(
      'Deploying the FastAPI fixture to Posit Connect',
      ['', 'uv-deploy', 'rsconnect', 'ratio', 'limit'],
      [
        row('wall time', 'ms', mine, theirs, '1x'),
        row('processor time', 'ms', own.processor, other.processor, '0.5x'),
        row('peak memory', 'MB', own.memory, other.memory, '2.5x'),
        row('of it node -e 0', 'MB', floor, other.memory, ''),
      ],
    );
  } finally {
    await server.close();
  }
}
