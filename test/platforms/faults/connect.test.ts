import { describe, expect, test } from 'vitest';
import { connectAnswers } from '../../emulators/connect/answers.ts';
import type { ConnectServer } from '../../emulators/connect/server.ts';
import { answers, type Fault } from '../../emulators/host/faults.ts';
import { everythingShown } from '../../tools/action.ts';
import { createConnectRuns } from '../../tools/connect.ts';
import { describeFaults, expectFailure } from './suite.ts';

const API = '/__api__/v1';
const USER = `GET ${API}/user`;
const LIST = `GET ${API}/content`;
const BUNDLES = `GET ${API}/content/:guid/bundles`;
const UPLOAD = `POST ${API}/content/:guid/bundles`;
const DEPLOY = `POST ${API}/content/:guid/deploy`;
const TASK = `GET ${API}/tasks/:id`;
const VARIABLES = `PATCH ${API}/content/:guid/environment`;
const CONTENT = `GET ${API}/content/:guid`;

const deployIn = describeFaults<ConnectServer>({
  name: 'connect',
  start: (place) => place.connect(),
  credentials: (server) => ({ token: server.apiKey }),
  foreignCredentials: { token: 'rico_12345678_secret' },
  project: (place) => createConnectRuns(place).project('faulty'),
  withUv: true,
  count: (server) => {
    const items = server.content().map(({ guid }) => guid);
    return { items, deployments: items.flatMap((guid) => server.bundles(guid).map(({ id }) => String(id))) };
  },
  checkKey: USER,
  upload: UPLOAD,
  first: [
    ...[USER, LIST, 'GET /__api__/server_settings', `GET ${API}/server_settings/python`, `POST ${API}/content`],
    ...[BUNDLES, UPLOAD, `GET ${API}/content/:guid/environment`, VARIABLES, DEPLOY, TASK],
  ],
  later: [CONTENT],
  cut: [USER, LIST, BUNDLES, TASK, CONTENT, `POST ${API}/content`],
  passing: [502, 429],
  error: (status, words) => connectAnswers.error(status, 0, words),
  keyRefusals: [
    [401, 'Authentication is required', 'invalid-key'],
    [403, 'Something else', 'forbidden'],
  ],
  unknownId: '00000000-0000-4000-8000-000000000000',
  foreign: 'not-connect',
});

describe.concurrent("Connect's own codes", () => {
  test.each([
    [USER, 401, 30, 'invalid-key'],
    [USER, 403, 50, 'user-locked'],
    [`POST ${API}/content`, 403, 22, 'forbidden'],
    [`POST ${API}/content`, 400, 5, 'invalid-name'],
    [`POST ${API}/content`, 400, 122, 'text-length'],
    [`POST ${API}/content`, 400, 121, 'not-supported'],
    [UPLOAD, 400, 38, 'manifest-refused'],
    [UPLOAD, 409, 144, 'git-managed'],
    [UPLOAD, 400, 135, 'bundle-unreadable'],
    [DEPLOY, 403, 48, 'content-type-changed'],
    [DEPLOY, 403, 109, 'content-type-refused'],
    [DEPLOY, 403, 65, 'license'],
  ] as const)('%s with %i and code %i is %s', async (on, status, code, title) => {
    const answer = connectAnswers.error(status, code, 'What the server says of it');
    const { run } = await deployIn({ faults: [{ on, answer }] });
    expectFailure(run, title);
    const message = run.annotations.find(({ level }) => level === 'error')?.message;
    expect(message).toContain(`(${status}, code ${code}: "What the server says of it")`);
  });
});

describe.concurrent('an upload', () => {
  test('whose checksum does not match is sent again', async () => {
    const faults = [{ on: UPLOAD, times: 1, answer: connectAnswers.checksumMismatch() }];
    const { run, uploads } = await deployIn({ faults });
    expect(run.outputs.status).toBe('deployed');
    expect(uploads).toBe(2);
  });

  test('whose checksum never matches ends the run', async () => {
    const { run } = await deployIn({ faults: [{ on: UPLOAD, answer: connectAnswers.checksumMismatch() }] });
    expectFailure(run, 'upload-damaged');
  });
});

describe.concurrent('a task', () => {
  test('that another node is asked for once is found the next time', async () => {
    const { run } = await deployIn({ faults: [{ on: TASK, times: 2, answer: connectAnswers.lostCookie() }] });
    expect(run.outputs.status).toBe('deployed');
  });

  test('that no node knows is reported with what to do about the load balancer', async () => {
    const { run } = await deployIn({ faults: [{ on: TASK, answer: connectAnswers.lostCookie() }] });
    expectFailure(run, 'task-lost');
    expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain('sticky sessions');
  });

  test('that never ends is timed out', async () => {
    const { run } = await deployIn({ inputs: { timeout: '2' }, arrange: (server) => server.stickTasks() });
    expectFailure(run, 'deployment-timeout', 'timed-out');
  });

  test('is followed through an outage of the server', async () => {
    const { run } = await deployIn({ faults: [{ on: TASK, times: 9, answer: answers.error(503, 'restarting') }] });
    expect(run.outputs.status).toBe('deployed');
  });

  test('that fails is reported with what the server says, and with the end of the log', async () => {
    const body =
      '{"id":"T1","output":["one","::error::two"],"finished":true,"code":1,"error":"No luck","last":2,"result":null}';
    const { run } = await deployIn({ faults: [{ on: TASK, answer: { status: 200, body } }] });
    expectFailure(run, 'deployment-failed');
    expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain('No luck');
    expect(run.log).toContain('  | one');
  });
});

describe.concurrent('a deployment that is only half done', () => {
  test('says that the variables were refused, and takes the bundle back', async () => {
    const faults: Fault[] = [{ on: VARIABLES, answer: connectAnswers.error(400, 108, 'PATH is prohibited') }];
    const { run, deployments } = await deployIn({ faults, deployed: true, inputs: { env: 'PATH=hello' } });
    expectFailure(run, 'env-refused');
    const told = run.annotations.find(({ title }) => title === 'partly-done')?.message;
    expect(told).toContain('is removed again');
    expect(told).toContain('Nothing else has changed.');
    expect(deployments).toHaveLength(1);
    expect(everythingShown(run)).not.toContain('hello');
  });

  test('names the bundle that it could not take back', async () => {
    const faults: Fault[] = [
      { on: VARIABLES, answer: connectAnswers.error(400, 108, 'PATH is prohibited') },
      { on: `DELETE ${API}/content/:guid/bundles/:id`, answer: connectAnswers.error(403, 22, 'Not yours') },
    ];
    const { run, deployments } = await deployIn({ faults, deployed: true, inputs: { env: 'PATH=hello' } });
    expectFailure(run, 'env-refused');
    const told = run.annotations.find(({ title }) => title === 'partly-done')?.message;
    expect(told).toContain(`Bundle ${deployments[0]} was uploaded but not deployed, and could not be removed`);
  });

  test('names the variables that are new when the deployment is refused', async () => {
    const faults: Fault[] = [{ on: DEPLOY, answer: connectAnswers.error(403, 22, 'Not now') }];
    const { run } = await deployIn({ faults, deployed: true, inputs: { env: 'GREETING=hello' } });
    expectFailure(run, 'forbidden');
    expect(run.annotations.find(({ title }) => title === 'partly-done')?.message).toContain('GREETING');
  });
});
