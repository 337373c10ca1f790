import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startActionsCache } from '../emulators/actions-cache/server.ts';
import { startConnect } from '../emulators/connect/server.ts';
import { startRicochet } from '../emulators/ricochet/server.ts';
import { runAction, surround } from '../tools/action.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { RSCONNECT, rsconnectEnvironment } from '../tools/rsconnect.ts';
import { inTurn, peakMemory, processTime, table, times } from './measure.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 5;

/** A bundle that is measured. */
type Side = { readonly name: string; readonly bundle: string };

type Ground = {
  readonly folder: string;
  readonly uv: string;
  readonly cacheDir: string;
  readonly sides: readonly Side[];
};

/** The bundle of this checkout, and the one that was committed in the revision `against`. */
async function sidesOf(folder: string, against: string | undefined): Promise<readonly Side[]> {
  const ours = { name: 'now', bundle: join(ROOT, 'dist/index.js') };
  if (against === undefined) return [ours];
  const place = join(folder, 'against');
  await mkdir(place, { recursive: true });
  await promisify(execFile)('sh', ['-c', 'git archive "$1" dist package.json | tar -x -C "$2"', 'sh', against, place], {
    cwd: ROOT,
  });
  return [ours, { name: against, bundle: join(place, 'dist/index.js') }];
}

/** As after setup-uv, with a warm cache. */
const stepVariables = (uv: string, cacheDir: string) => ({
  PATH: [dirname(uv), process.env.PATH].join(delimiter),
  UV_CACHE_DIR: cacheDir,
});

/** How a step is run on a platform: a project for each side, with the variables of its runner. */
type Scene = {
  readonly title: string;
  readonly fixture: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Whether there is something new to deploy each time. */
  readonly changes: boolean;
};

/** The row of a scene: the time of each side, of the processes as a whole and in turn; and the most memory that each has resident. */
async function row(scene: Scene, { folder, uv, cacheDir, sides }: Ground): Promise<string[]> {
  let count = 0;
  const steps = await Promise.all(
    sides.map(async ({ bundle }, index) => {
      const workspace = await makeProject(scene.fixture, folder, { uv, cacheDir });
      const temp = await mkdtemp(join(folder, 'temp-'));
      const options = {
        ...{ workspace, temp, bundle },
        inputs: { mode: 'deploy', name: `${scene.title}-${index}`.replace(/\W+/g, '-'), ...scene.inputs },
        env: { ...scene.env, ...stepVariables(uv, cacheDir) },
      };
      const change = () => writeFile(join(workspace, 'count.txt'), String(count++));
      return { options, change };
    }),
  );
  const commands = steps.map(({ options, change }) => async () => {
    if (scene.changes) await change();
    const { ms, exitCode, log, state } = await runAction(options);
    if (exitCode !== 0) throw new Error(log);
    await runAction({ ...options, state }); // the end of the job, which saves what is remembered
    return ms;
  });
  const [now = 0, before] = await inTurn(ROUNDS, commands);
  const peaks: number[] = [];
  for (const { options, change } of steps) {
    if (scene.changes) await change();
    peaks.push(await peakMemory(process.execPath, [options.bundle], surround(options).env));
  }
  return cells(scene.title, [now, before], peaks);
}

function cells(title: string, [now = 0, before]: readonly (number | undefined)[], peaks: readonly number[]): string[] {
  const [peak = 0, other] = peaks;
  return [
    ...[title, `${Math.round(now)} ms`, before === undefined ? '-' : `${Math.round(before)} ms`],
    ...[before === undefined ? '-' : times(now / before), `${Math.round(peak)} MB`],
    other === undefined ? '-' : `${Math.round(other)} MB`,
  ];
}

/**
 * Whole runs on ricochet and Connect with a warm cache of uv: changed, unchanged, and with the start tried; against the bundle of another
 * revision (`npm run bench -- runs --against REV`), in turns.
 */
export async function runs(folder: string, against?: string): Promise<string> {
  const uv = installUv();
  const cacheDir = join(folder, 'uv-cache');
  const ground = { folder, uv, cacheDir, sides: await sidesOf(folder, against) };
  const cache = await startActionsCache();
  const ricochet = await startRicochet({ home: join(folder, 'ricochet-runs'), uv, cacheDir });
  const connect = await startConnect({ folder: join(folder, 'connect-runs'), uv, cacheDir });
  const onRicochet = { platform: 'ricochet', server: ricochet.url, token: ricochet.apiKey };
  const onConnect = { platform: 'connect', server: connect.url, token: connect.apiKey };
  const sync = { preflight: 'sync' };
  const fixture = 'fastapi';
  try {
    const rows: string[][] = [];
    for (const scene of [
      { title: 'ricochet, changed', inputs: { ...onRicochet, ...sync }, env: {}, changes: true },
      { title: 'ricochet, unchanged', inputs: { ...onRicochet, ...sync }, env: cache.environment(), changes: false },
      { title: 'ricochet, start tried', inputs: { ...onRicochet, preflight: 'start' }, env: {}, changes: true },
      { title: 'Connect, changed', inputs: { ...onConnect, ...sync }, env: {}, changes: true },
      { title: 'Connect, unchanged', inputs: { ...onConnect, ...sync }, env: {}, changes: false },
    ])
      rows.push(await row({ fixture, ...scene }, ground));
    return table(
      `Whole runs with the ${fixture} fixture${against === undefined ? '' : `, against ${against}`}`,
      ['', 'now', 'before', 'ratio', 'peak memory', 'before'],
      rows,
    );
  } finally {
    await Promise.all([ricochet.close(), connect.close(), cache.close()]);
  }
}

/** The client with which people deploy today, installed by uv for the job, with the requirements that it needs. */
const THEIRS = `set -e; "$1" tool install --quiet --force "$2"
"$1" export --quiet --no-dev --no-hashes --no-emit-project --frozen > requirements.txt
"$UV_TOOL_BIN_DIR/rsconnect" deploy fastapi --server "$3" --api-key "$4" --title theirs .`;

/** A job that deploys to Connect with the static checks, against one that installs rsconnect-python for it: both from an empty runner. */
export async function jobs(folder: string): Promise<string> {
  const uv = installUv();
  const cacheDir = join(folder, 'uv-cache');
  const server = await startConnect({ folder: join(folder, 'connect-jobs'), uv, cacheDir });
  const [mine, other] = [
    await makeProject('fastapi', folder, { uv, cacheDir }),
    await makeProject('fastapi', folder, { uv, cacheDir }),
  ];
  const tools = { UV_TOOL_DIR: join(folder, 'job-tools'), UV_TOOL_BIN_DIR: join(folder, 'job-bin') };
  const env = {
    ...process.env,
    ...rsconnectEnvironment(),
    ...tools,
    UV_CACHE_DIR: cacheDir,
    HOME: join(folder, 'home'),
  };
  const inputs = { platform: 'connect', mode: 'deploy', preflight: 'static', name: 'ours' };
  const access = { server: server.url, token: server.apiKey };
  let count = 0;
  const change = (workspace: string) => writeFile(join(workspace, 'count.txt'), String(count++));
  try {
    const [ours = 0, theirs = 0] = await inTurn(ROUNDS, [
      async () => {
        await change(mine);
        const options = {
          workspace: mine,
          inputs: { ...inputs, ...access },
          env: stepVariables(uv, cacheDir),
        };
        const { ms, exitCode, log } = await runAction(options);
        if (exitCode !== 0) throw new Error(log);
        return ms;
      },
      async () => {
        await change(other);
        await rm(tools.UV_TOOL_DIR, { recursive: true, force: true });
        const args = ['-c', THEIRS, 'sh', uv, RSCONNECT, server.url, server.apiKey];
        return processTime('sh', args, { cwd: other, env });
      },
    ]);
    return table(
      'A job that deploys to Posit Connect, with the static checks',
      ['', 'uv-deploy', 'uv tool install rsconnect-python, uv export, deploy', 'ratio', 'limit'],
      [['wall time', `${Math.round(ours)} ms`, `${Math.round(theirs)} ms`, times(ours / theirs), '0.7x']],
    );
  } finally {
    await server.close();
  }
}
