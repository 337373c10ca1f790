import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ActionsCache, startActionsCache } from '../emulators/actions-cache/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionRun, runAction } from '../tools/action.ts';

const place = createWorkplace();
let workspace: string;
let cache: ActionsCache;
beforeAll(async () => {
  workspace = await place.project('flask');
});
beforeEach(async () => {
  cache = await startActionsCache();
});
afterAll(() => place.clear());

/** A job on a GitHub-hosted runner: each has fresh folders, but of the same names. */
const job = async (
  env: Record<string, string> = {},
  inputs: Record<string, string> = {},
): Promise<{ main: ActionRun; post: ActionRun }> => {
  const temp = place.path('runner-temp');
  await mkdir(temp, { recursive: true });
  const step = {
    ...{ workspace, temp, withUv: true, inputs: { mode: 'check', ...inputs } },
    env: { ...cache.environment(), RUNNER_ENVIRONMENT: 'github-hosted', ...env },
  };
  const main = await runAction(step);
  const post = await runAction({ ...step, state: main.state });
  expect(post.exitCode).toBe(0);
  return { main, post };
};

const uvEntries = () => cache.entries.filter(({ key }) => key.startsWith('uv-deploy-uv-'));

test('the uv cache is saved after a miss and restored by the next job', async () => {
  const first = await job();
  expect(first.main.outputs).toMatchObject({ status: 'checked', 'cache-hit': 'false' });
  expect(uvEntries()).toHaveLength(1);
  expect(uvEntries()[0]).toMatchObject({
    ready: true,
    key: expect.stringMatching(/-Linux-X64-glibc-py3\.\d+-[0-9a-f]{32}$/),
  });

  const second = await job();
  expect(second.main.outputs['cache-hit']).toBe('true');
  expect(second.main.log).toContain('Restored the uv cache');
  expect(uvEntries()).toHaveLength(1);
  expect(cache.calls.filter((call) => call.startsWith('CreateCacheEntry'))).toHaveLength(1);
});

test('a save that is refused, as for the runs of strangers, is information', async () => {
  cache.mode = 'read-only';
  const { main, post } = await job();
  expect(main.outputs.status).toBe('checked');
  expect(post.titles('error')).toEqual([]);
  expect(uvEntries()).toEqual([]);
});

test('a cache service that is down costs time, and nothing else', async () => {
  cache.mode = 'down';
  const { main, post } = await job();
  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ status: 'checked', 'cache-hit': 'false' });
  expect(post.exitCode).toBe(0);
});

test('a cache service that nobody answers for is given up', async () => {
  const { main } = await job({ ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' });
  expect(main.exitCode).toBe(0);
  expect(main.outputs.status).toBe('checked');
});

test('a runner without a cache service is no trouble', async () => {
  const { main } = await job({ ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_SERVICE_V2: '', ACTIONS_RUNTIME_TOKEN: '' });
  expect(main.outputs).toMatchObject({ status: 'checked', 'cache-hit': 'false' });
});

test.each([
  ['setup-uv caches it already', { UV_CACHE_DIR: '/tmp/runner/setup-uv-cache' }, {}],
  ['this runner keeps its own files', { RUNNER_ENVIRONMENT: 'self-hosted' }, {}],
  ['nothing from it is run', { GITHUB_EVENT_NAME: 'pull_request_target' }, {}],
  ['a cache saved for a tag', { GITHUB_REF: 'refs/tags/v1' }, {}],
  ['the input cache is false', {}, { cache: 'false' }],
])('nothing is cached where %s', async (reason, env, inputs) => {
  const { main } = await job(env, inputs);
  expect(main.outputs.status).toBe('checked');
  expect(main.log).toContain(reason);
  expect(cache.calls).toEqual([]);
});

test('another lock is another cache', async () => {
  await job();
  const lock = join(workspace, 'uv.lock');
  await writeFile(lock, `${await readFile(lock, 'utf8')}\n# changed\n`);
  const { main } = await job();
  expect(main.outputs['cache-hit']).toBe('false');
  expect(uvEntries()).toHaveLength(2);
});
