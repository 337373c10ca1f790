import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PLATFORMS, type PlatformName } from '../../src/inputs/inputs.ts';
import { startCleverCloud } from '../emulators/clever-cloud/server.ts';
import { startConnect } from '../emulators/connect/server.ts';
import { startDeploymill } from '../emulators/deploymill/server.ts';
import { startRicochet } from '../emulators/ricochet/server.ts';
import { type ActionRun, runAction } from '../tools/action.ts';
import { uv } from '../tools/uv.ts';
import { adapt, type Checkout, copyOut } from './checkout.ts';
import { createScreen } from './screen.ts';

const say = (line = ''): void => console.log(line);
const cacheDir = resolve(import.meta.dirname, '../../.tools/uv-cache');

const USAGE = `Usage: npm run try -- FOLDER [platform]

Runs the committed action, as the runner does, on a copy of the uv project in FOLDER: a deployment to an embedded server of the platform
(${PLATFORMS.join(', ')}), or, without a platform, mode: check for each of them.

The exit code is 0 when the step succeeds; without a platform, when it does for one of them.`;

/** An embedded server, and what a step and its project need to know of it. */
type Server = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What opens an app that is not public. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Brings the checkout in line with the server, where it has to know it. Answers the commit. */
  settle(checkout: Checkout): Promise<string>;
  close(): Promise<void>;
};

type Start = (home: string) => Promise<Server>;

const settle = async (checkout: Checkout): Promise<string> => {
  await adapt(checkout);
  return checkout.commit();
};

const SERVERS: Readonly<Record<PlatformName, Start>> = {
  ricochet: async (home) => {
    const { url, apiKey, close } = await startRicochet({ home, uv, cacheDir });
    return { inputs: { server: url, token: apiKey }, headers: { authorization: `Key ${apiKey}` }, settle, close };
  },
  connect: async (folder) => {
    const { url, apiKey, close } = await startConnect({ folder, uv, cacheDir });
    return { inputs: { server: url, token: apiKey }, headers: { authorization: `Key ${apiKey}` }, settle, close };
  },
  'clever-cloud': async (home) => {
    const server = await startCleverCloud({ home, uv, cacheDir });
    // Domains that lead to the server itself, where an app can be asked.
    server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
    const { url, token, secret, close } = server;
    return { inputs: { server: url, token, secret }, settle, close };
  },
  deploymill: async (home) => {
    const server = await startDeploymill({ home, uv, cacheDir });
    const app = await server.createApp('try', 'octo/app');
    return {
      inputs: { server: server.url, token: server.token, id: app.id },
      env: { GITHUB_SERVER_URL: `${server.url}/git` },
      // It builds from a repository, not from what it is sent.
      settle: async (checkout) => {
        await adapt(checkout, server.address(app));
        return checkout.commit(`${server.url}/git/octo/app`);
      },
      close: server.close,
    };
  },
};

/** Runs the step on the checkout, and shows all that it says. */
async function step(
  { folder, directory }: Checkout,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<ActionRun> {
  const temp = await mkdtemp(join(folder, '..', 'runner-temp-'));
  const run = await runAction({
    ...{ workspace: folder, temp, withUv: true, watch: createScreen(say) },
    inputs: { 'working-directory': directory, ...inputs },
    env: { UV_CACHE_DIR: cacheDir, ...env },
  });
  say(`\n━━ The summary\n\n${run.summary.trimEnd()}`);
  return run;
}

async function deployTo(platform: PlatformName, project: string, folder: string): Promise<boolean> {
  say(`Starting an embedded server of ${platform} ...`);
  const server = await SERVERS[platform](join(folder, 'server'));
  try {
    const checkout = await copyOut(project, folder);
    const sha = await server.settle(checkout);
    say(`\n━━ uv-deploy, mode: deploy, platform: ${platform}`);
    const inputs = { mode: 'deploy', platform, ...server.inputs };
    const { exitCode, outputs } = await step(checkout, inputs, { GITHUB_SHA: sha, ...server.env });
    if (exitCode === 0 && outputs['url']) await show(outputs['url'], server.headers);
    return exitCode === 0;
  } finally {
    await server.close();
  }
}

/** Asks the app once; on a terminal, it stays up until somebody has seen enough. */
async function show(url: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { status } = await fetch(url, { headers });
  say(`\n━━ ${url} answers ${status}.`);
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const header = Object.entries(headers).map(([name, value]) => ` --header '${name}: ${value}'`);
  say(`  curl --location${header.join('')} ${url}\nCtrl-C stops it.`);
  await new Promise((stop) => process.once('SIGINT', stop));
}

async function checkForAll(project: string, folder: string): Promise<boolean> {
  const checkout = await copyOut(project, folder);
  const sha = await checkout.commit();
  const results: [PlatformName, ActionRun][] = [];
  for (const platform of PLATFORMS) {
    say(`\n━━ uv-deploy, mode: check, platform: ${platform}`);
    results.push([platform, await step(checkout, { mode: 'check', platform }, { GITHUB_SHA: sha })]);
  }
  say('\n━━ The result\n');
  for (const [platform, { titles, outputs }] of results) {
    const [errors, warnings] = [titles('error'), titles('warning')];
    const found = [...errors.map((code) => `error ${code}`), ...warnings.map((code) => `warning ${code}`)];
    say(`  ${platform.padEnd(13)} ${outputs['status']}${found.length > 0 ? `: ${found.join(', ')}` : ''}`);
  }
  return results.some(([, { exitCode }]) => exitCode === 0);
}

async function main([project, platform, ...others]: readonly string[]): Promise<number> {
  const known = PLATFORMS.find((name) => name === platform);
  if (project === undefined || others.length > 0 || (platform !== undefined && known === undefined)) {
    console.error(USAGE);
    return 2;
  }
  if (!existsSync(project) || !statSync(project).isDirectory()) {
    console.error(`There is no folder ${project}.\n\n${USAGE}`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-try-'));
  try {
    return (await (known ? deployTo(known, project, folder) : checkForAll(project, folder))) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
