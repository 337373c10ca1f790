import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createConnectRuns } from '../tools/connect.ts';

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
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(server.content().find(({ guid }) => guid === done.outputs.id)?.app_mode).toBe(mode);
    expect(JSON.parse(done.outputs.health ?? '')).toMatchObject([{ path: '/', status: 200 }]);
  });
});

test.each(['2026.07.0', '2025.03.0'])(
  'a notebook on Connect %s is rendered by its deployment, once, and again when it is invoked',
  async (version) => {
    const own = await place.connect({ version });
    const workspace = await place.project('notebook');
    const done = await run(own, { workspace, inputs: { name: 'report' } });
    expect(done.titles('error')).toEqual([]);
    const rendered = () => own.jobs(done.outputs.id ?? '').filter(({ tag }) => tag.startsWith('render')).length;
    expect(rendered()).toBe(1);
    const invoked = await run(own, { workspace, inputs: { name: 'report', mode: 'invoke', timeout: '120' } });
    expect(invoked.annotations).toEqual([]);
    expect(rendered()).toBe(2);
    await own.close();
  },
);
