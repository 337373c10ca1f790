import { chmod, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGitHub } from '../emulators/github/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { everythingShown, runAction } from '../tools/action.ts';
import { uv } from '../tools/uv.ts';

const place = createWorkplace();
let server: RicochetServer;
beforeAll(async () => {
  server = await place.start();
});
afterAll(() => place.clear());

/** The runner sends SIGINT, SIGTERM after 7.5 s and SIGKILL 2.5 s later; what is not told by then is not told. */
const PATIENCE_MS = 7_000;

type Case = {
  /** The signal is sent when the log shows this. */
  readonly at: RegExp;
  readonly workspace: string;
  readonly server?: RicochetServer;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

const cancel = async (signal: NodeJS.Signals, { at, workspace, inputs, env = {}, server: own = server }: Case) => {
  let sent = 0;
  const run = await runAction({
    workspace,
    env,
    inputs: { server: own.url, token: own.apiKey, preflight: 'static', ...inputs },
    watch: (log, kill) => {
      if (sent > 0 || !at.test(log)) return;
      sent = performance.now();
      kill(signal);
    },
  });
  expect(sent).toBeGreaterThan(0);
  expect(performance.now() - sent).toBeLessThan(PATIENCE_MS);
  expect(run.exitCode).toBe(1);
  expect(run.titles('error')).toEqual(['cancelled']);
  expect(run.outputs.status).toBe('failed');
  expect(everythingShown(run)).not.toContain(own.apiKey);
  return run;
};

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('while uv works stops uv too, and nothing is left on the server', async () => {
    const workspace = await place.project('service');
    // The real uv, but for the one command that is to take long.
    const bin = place.path(`bin-${signal}`);
    await mkdir(bin, { recursive: true });
    const pid = join(bin, 'pid');
    await writeFile(
      join(bin, 'uv'),
      `#!/bin/sh\ncase "$1" in sync) echo $$ > ${pid}; exec sleep 60;; *) exec ${uv} "$@";; esac\n`,
    );
    await chmod(join(bin, 'uv'), 0o755);
    const run = await cancel(signal, {
      at: /The uv cache is not kept/,
      workspace,
      inputs: { preflight: 'sync' },
      env: { PATH: `${bin}:${process.env.PATH}` },
    });
    expect(run.annotations[0]?.message).toContain('Nothing was left running on the server.');
    expect(await isRunning(pid)).toBe(false);
  });

  test('while a large project is packed leaves no half bundle behind', async () => {
    const workspace = await place.project('service');
    const large = join(workspace, 'large.bin');
    await writeFile(large, '');
    await truncate(large, 8_000_000_000);
    const run = await cancel(signal, { at: /::group::Bundle/, workspace });
    expect(run.annotations[0]?.message).toContain('Nothing was left running on the server.');
    expect(run.outputs['bundle-path']).toBe('');
  });

  test.each([
    ['the API key is being checked', 'GET /api/v0/check_key', /, sha256 /],
    ['the items are being listed', 'GET /api/v0/user/items', /, sha256 /],
    ['the bundle is being uploaded', 'POST /api/v0/content/upload', /Uploading/],
  ])('while %s ends at once', async (_, on, at) => {
    const own = await place.start();
    own.faults.add({ on, delayMs: 20_000 });
    const run = await cancel(signal, { at, workspace: await place.project('service'), server: own });
    const isUpload = on.startsWith('POST');
    expect(run.annotations[0]?.message).toContain(isUpload ? 'An upload was in progress' : 'Nothing was left running');
    expect(own.items()).toEqual([]);
  });

  test('while the deployment is followed says that it goes on, and where', async () => {
    const own = await place.start();
    own.force('pending');
    const run = await cancel(signal, {
      at: /Upload accepted/,
      workspace: await place.project('service'),
      server: own,
    });
    const id = run.outputs['deployment-id'];
    expect(id).toBe(own.deployments(run.outputs.id ?? '')[0]?.id);
    expect(run.annotations[0]?.message).toContain(
      `Deployment ${id} continues on the server: ${own.url}/deployments/${id}`,
    );
  });

  const busy = { status: 503, headers: { 'retry-after': '20' }, body: '{"error":"busy"}' };
  test.each([
    ['the bundle is uploaded', { on: 'POST /api/v0/content/upload', delayMs: 20_000 }, /Set GREETING, OTHER/],
    ['variables are set', { on: 'PATCH /api/v0/content/:id/env-vars', answer: busy, served: true }, /retrying in/],
  ])('while %s names the variables that the live item has by then', async (_, fault, at) => {
    const own = await place.start();
    const inputs = { server: own.url, token: own.apiKey, preflight: 'static' };
    const workspace = await place.project('service');
    const first = await runAction({ workspace, inputs });
    own.faults.add(fault);
    const run = await cancel(signal, { at, workspace, server: own, inputs: { env: 'GREETING=a1b2c3\nOTHER=d4e5f6' } });
    const has = 'answer' in fault ? 'may already have' : 'already has';
    expect(run.annotations[0]?.message).toContain(`(${first.outputs.id}) ${has} the new values of GREETING, OTHER.`);
  });

  test('while a release is followed names the variables that the live item has by then', async () => {
    const own = await place.start();
    const inputs = { server: own.url, token: own.apiKey, preflight: 'static' };
    const workspace = await place.project('service');
    await runAction({ workspace, inputs });
    own.force('pending');
    const run = await cancel(signal, {
      ...{ at: /Upload accepted/, workspace, server: own },
      inputs: { env: 'GREETING=a1b2c3' },
    });
    expect(run.annotations[0]?.message).toContain('already has the new values of GREETING. Deployment ');
  });

  test('while previews are removed says which are gone, and which are not', async () => {
    const own = await place.start();
    const inputs = { server: own.url, token: own.apiKey, preflight: 'static', mode: 'preview' };
    const workspace = await place.project('service');
    for (const number of ['7', '8', '9']) {
      await runAction({ workspace, inputs: { ...inputs, 'pull-request': number } });
    }
    const github = await startGitHub();
    const ids = own.items().map(({ id }) => id);
    own.faults.add({ on: 'DELETE /api/v0/content/:id', after: 1, delayMs: 20_000 });
    const run = await cancel(signal, {
      ...{ at: /Removed '/, workspace, server: own },
      inputs: { mode: 'teardown', 'github-token': github.createToken() },
      env: { GITHUB_API_URL: github.url },
    });
    await github.close();
    const [first, second, third] = ids;
    expect(run.annotations[0]?.message).toMatch(
      new RegExp(
        `Removed: '[^']+' \\(${first}\\)\\. The removal of '[^']+' \\(${second}\\) was in progress.* Still there: '[^']+' \\(${third}\\)`,
      ),
    );
  });

  test('while the app is probed says what was deployed', async () => {
    const code =
      'import os, socket, time\ns = socket.create_server(("0.0.0.0", int(os.environ["PORT"])))\ntime.sleep(60)\n';
    const workspace = await place.project('service', { 'serve.py': code });
    const run = await cancel(signal, { at: /::group::Health/, workspace, inputs: { name: `Hanging ${signal}` } });
    expect(run.outputs['deployment-id']).not.toBe('');
    expect(run.annotations[0]?.message).toContain(run.outputs['deployment-id']);
  });
});

/** Whether the process whose id is in a file is there. */
async function isRunning(file: string): Promise<boolean> {
  const pid = await readFile(file, 'utf8').catch(() => '');
  if (pid === '') return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
