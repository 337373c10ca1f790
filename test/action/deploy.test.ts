import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ActionsCache, startActionsCache } from '../emulators/actions-cache/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown, runAction } from '../tools/action.ts';

const place = createWorkplace();
let server: RicochetServer;
let cache: ActionsCache;

beforeAll(async () => {
  [server, cache] = await Promise.all([place.start(), startActionsCache()]);
});
afterAll(async () => {
  await cache.close();
  await place.clear();
});

/** Main and post, as a job has them, with the cache service and a temp folder that is the same in every job. */
const job = async (options: ActionOptions & { post?: boolean }): Promise<ActionRun> => {
  const common = {
    temp: place.path('temp'),
    env: { ...cache.environment(), ...options.env },
    ...{ workspace: options.workspace, inputs: inputs(options.inputs) },
  };
  const run = await runAction({ ...options, ...common });
  const post = await runAction({ ...common, state: run.state });
  expect(post.exitCode).toBe(0);
  return run;
};

const inputs = (more: Record<string, string> = {}) => ({
  server: server.url,
  token: server.apiKey,
  'health-check-timeout': '60',
  ...more,
});

const visit = async (run: ActionRun, path = '/'): Promise<string> =>
  (await fetch(`${run.outputs.url}${path}`, { headers: { authorization: `Key ${server.apiKey}` } })).text();

test('a FastAPI project goes from its folder to a healthy URL, and on from there', async () => {
  const workspace = await place.project('fastapi');

  const first = await job({
    workspace,
    withUv: true,
    inputs: { env: 'GREETING=Bonjour', 'health-check-path': '/\n/health' },
  });
  expect(first.log).toContain('GET / returned 200');
  expect(first.log).toContain('GET /health returned 200');
  expect(first.log).toContain('the environment installs');
  expect(first.exitCode).toBe(0);
  expect(first.annotations).toEqual([]);
  const [item] = server.items();
  expect(first.outputs).toMatchObject({ status: 'deployed', 'python-version': '3.11', id: item?.id });
  expect(first.outputs['deployment-id']).toBe(server.deployments(item?.id ?? '')[0]?.id);
  expect(JSON.parse(first.outputs.health ?? '')).toMatchObject([
    { path: '/', status: 200 },
    { path: '/health', status: 200 },
  ]);
  expect(await visit(first)).toContain('Bonjour');
  expect(first.summary).toContain('was deployed to ricochet');
  expect(everythingShown(first)).not.toContain(server.apiKey);
  expect(everythingShown(first)).not.toContain('Bonjour');

  cache.calls.length = 0;
  const again = await job({ workspace, withUv: true, inputs: { env: 'GREETING=Bonjour' } });
  expect(again.outputs).toMatchObject({ status: 'unchanged', id: item?.id });
  expect(again.log).toContain('Not tried out again: deployment');
  expect(again.log).not.toContain('the environment installs');
  expect(cache.calls).toEqual([expect.stringContaining('GetCacheEntryDownloadURL uv-deploy-release-')]);
  expect(again.outputs['deployment-id']).toBe(first.outputs['deployment-id']);
  expect(server.deployments(item?.id ?? '')).toHaveLength(1);

  const greeted = await job({ workspace, inputs: { env: 'GREETING=Moin' } });
  expect(greeted.outputs.status).toBe('deployed');
  expect(await visit(greeted)).toContain('Moin');

  await appendFile(join(workspace, 'app.py'), '\n\n@app.get("/new")\ndef new() -> str:\n    return "new here"\n');
  const changed = await job({ workspace, inputs: { env: 'GREETING=Moin', 'health-check-path': '/new' } });
  expect(changed.outputs).toMatchObject({ status: 'deployed', id: item?.id, url: first.outputs.url });
  expect(await visit(changed, '/new')).toContain('new here');
  expect(server.items()).toHaveLength(1);

  const forced = await job({ workspace, inputs: { env: 'GREETING=Moin', force: 'true' } });
  expect(forced.outputs.status).toBe('deployed');
});

test('without a hint in the cache the project is deployed again', async () => {
  const workspace = await place.project('service');
  const deploy = () => runAction({ workspace, inputs: inputs() });
  expect((await deploy()).outputs.status).toBe('deployed');
  expect((await deploy()).outputs.status).toBe('deployed');
});

test('a bundle that another deployment has replaced is deployed again', async () => {
  const workspace = await place.project('service', { 'note.txt': 'A' });
  const inputs = { name: 'back-and-forth' };
  expect((await job({ workspace, inputs })).outputs.status).toBe('deployed');
  await writeFile(join(workspace, 'note.txt'), 'B');
  expect((await job({ workspace, inputs })).outputs.status).toBe('deployed');
  await writeFile(join(workspace, 'note.txt'), 'A');
  expect((await job({ workspace, inputs })).outputs.status).toBe('deployed');
  expect((await job({ workspace, inputs })).outputs.status).toBe('unchanged');
});
