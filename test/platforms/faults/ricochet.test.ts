import { describe, expect, test } from 'vitest';
import { answers, type Fault } from '../../emulators/host/faults.ts';
import type { RicochetServer } from '../../emulators/ricochet/server.ts';
import { everythingShown } from '../../tools/action.ts';
import { describeFaults, expectFailure } from './suite.ts';

const UPLOAD = 'POST /api/v0/content/upload';
const ITEMS = 'GET /api/v0/user/items';
const PROGRESS = 'GET /api/v0/content/deployments/:id';

const deployIn = describeFaults<RicochetServer>({
  name: 'ricochet',
  start: (place) => place.start(),
  credentials: (server) => ({ token: server.apiKey }),
  foreignCredentials: { token: 'rico_12345678_secret' },
  project: (place) => place.project('script'),
  count: (server) => {
    const items = server.items().map(({ id }) => id);
    return { items, deployments: items.flatMap((id) => server.deployments(id).map((one) => one.id)) };
  },
  checkKey: 'GET /api/v0/check_key',
  upload: UPLOAD,
  first: ['GET /api/v0/check_key', ITEMS, UPLOAD, PROGRESS],
  later: [
    'GET /api/v0/content/:id/deployments',
    'GET /api/v0/content/:id/toml',
    'GET /api/v0/public-key',
    'PATCH /api/v0/content/:id/env-vars',
  ],
  cut: [ITEMS, PROGRESS, 'GET /api/v0/content/:id/deployments', 'GET /api/v0/public-key'],
  passing: [500, 502, 503, 429],
  error: answers.error,
  keyRefusals: [
    [401, 'Unauthorized', 'invalid-key'],
    [403, 'Invalid API key', 'invalid-key'],
    [403, 'Missing permission', 'forbidden'],
  ],
  unknownId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  foreign: 'not-ricochet',
});

test('a list of items that keeps failing ends the run', async () => {
  const { run, uploads } = await deployIn({ faults: [{ on: ITEMS, answer: answers.error(503, 'no luck') }] });
  expectFailure(run, 'server-error');
  expect(uploads).toBe(0);
});

test('an upload that fails behind variables that were set says that these are new and the code is not', async () => {
  const faults: Fault[] = [{ on: UPLOAD, answer: answers.error(413, 'too large') }];
  const { run } = await deployIn({ faults, deployed: true, inputs: { env: 'GREETING=hello' } });
  expectFailure(run, 'bundle-too-large');
  expect(run.annotations.find(({ title }) => title === 'partly-done')?.message).toContain('GREETING');
  expect(everythingShown(run)).not.toContain('hello');
});

describe.concurrent('a deployment that does not go live', () => {
  test('is timed out when it stays pending, and it is said that it goes on', async () => {
    const { run } = await deployIn({ inputs: { timeout: '2' }, arrange: (server) => server.force('pending') });
    expectFailure(run, 'deployment-timeout', 'timed-out');
    expect(run.annotations[0]?.message).toContain('It continues on the server.');
    expect(run.annotations[0]?.message).toContain(`/deployments/${run.outputs['deployment-id']}`);
  });

  test.each(['failure', 'cancelled', 'invalidated', 'timeout'] as const)('is told apart: %s', async (status) => {
    const { run } = await deployIn({ arrange: (server) => server.force(status) });
    expectFailure(run, 'deployment-failed');
    expect(run.annotations[0]?.message).toContain(`/deployments/${run.outputs['deployment-id']}`);
    expect(run.outputs['deployment-id']).not.toBe('');
  });

  test('is followed through an outage of the server', async () => {
    const { run } = await deployIn({ faults: [{ on: PROGRESS, times: 9, answer: answers.error(503, 'restarting') }] });
    expect(run.outputs.status).toBe('deployed');
  });
});
