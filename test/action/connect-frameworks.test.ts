import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createHttp } from '../../src/http.ts';
import { connect } from '../../src/platforms/connect/connect.ts';
import type { Invocation, Tasks } from '../../src/platforms/platform.ts';
import type { ConnectServer } from '../servers/connect/server.ts';
import { createWorkplace } from '../servers/workplace.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { failureOf } from '../tools/fakes.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

describe.concurrent('detected, and up when its page loads:', () => {
  test.each([
    ['flask', 'python-api'],
    ['fastapi', 'python-fastapi'],
    ['dash', 'python-dash'],
    ['streamlit', 'python-streamlit'],
    ['shiny', 'python-shiny'],
    ['bokeh', 'python-bokeh'],
    ['gradio', 'python-gradio'],
    ['panel', 'python-panel'],
  ])('%s as %s', async (fixture, mode) => {
    const workspace = await place.project(fixture);
    const done = await run(server, { workspace, inputs: { name: `app-${fixture}`, 'health-check-timeout': '90' } });
    expect(done.titles('error')).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(server.content().find(({ guid }) => guid === done.outputs.id)?.app_mode).toBe(mode);
    expect(JSON.parse(done.outputs.health ?? '')).toMatchObject([{ path: '/', status: 200 }]);
  });
});

const open = (at: ConnectServer, id: string) => {
  const deps = {
    ...{ http: createHttp(), clock: systemClock, signal: new AbortController().signal },
    ...{ say: () => {}, quoted: () => {}, origin: { repository: '', branch: '', commit: '', run: '' } },
  };
  return connect.open({ id, name: 'content', slug: '' }, { server: at.url, token: at.apiKey, secret: '' }, deps);
};

const finish = async (tasks: Tasks, invocation: Invocation) => {
  let progress = await tasks.progress(invocation);
  while (progress.state === 'running') progress = await tasks.progress(invocation);
  return progress;
};

describe.each(['2026.07.0', '2025.03.0'])('a notebook on Connect %s', (version) => {
  test('is rendered by its deployment, once, and again when it is invoked', async () => {
    const own = await place.connect({ version });
    const workspace = await place.project('notebook');
    const done = await run(own, { workspace, inputs: { name: 'report' } });
    expect(done.titles('error')).toEqual([]);
    const id = done.outputs.id ?? '';
    const rendered = () => own.jobs(id).filter(({ tag }) => tag.startsWith('render')).length;
    expect(rendered()).toBe(1);

    const connection = open(own, id);
    const item = await connection.find();
    const { tasks } = connection;
    if (item === undefined || tasks === undefined) throw new Error('The notebook is there.');
    const invocation = await tasks.start(item, undefined);
    expect(await finish(tasks, invocation)).toEqual({ state: 'live' });
    expect(rendered()).toBe(2);

    const refused = await failureOf(() => tasks.start(item, { year: 2026 }));
    expect(refused.findings[0]?.code).toBe('params-unsupported');
    expect(rendered()).toBe(2);
    await own.close();
  });
});

test('an app is no task, and is told so', async () => {
  const workspace = await createConnectRuns(place).project('no-task');
  const { outputs } = await run(server, { workspace });
  const { find, tasks } = open(server, outputs.id ?? '');
  const item = await find();
  if (item === undefined || tasks === undefined) throw new Error('The app is there.');
  expect((await failureOf(() => tasks.start(item, undefined))).findings[0]?.code).toBe('not-a-task');
});
