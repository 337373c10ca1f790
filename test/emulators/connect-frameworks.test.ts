import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { exportRequirements, makeBundle } from './connect-client.ts';
import { client, place, server } from './connect-service.ts';

/** Deploys a fixture and answers the path of its content. */
const deploy = async (name: string, appmode: string, entrypoint: string): Promise<string> => {
  const project = await place.project(name);
  await exportRequirements(project);
  const guid = await client.create(`my-${name}`);
  const { body: bundle } = await client.upload(guid, await makeBundle(project, appmode, { entrypoint }));
  const { output, error, code } = await client.deploy(guid, bundle.id);
  expect({ error, code }, output.join('\n')).toEqual({ error: '', code: 0 });
  return `/content/${guid}`;
};

const open = async (path: string): Promise<WebSocket> => {
  const headers = { authorization: `Key ${server.apiKey}` };
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
};

describe('what is deployed to Connect', () => {
  it('is started on the first visit, and FastAPI knows its path', async () => {
    const path = await deploy('fastapi', 'python-fastapi', 'app:app');
    expect((await client.visit(`${path}/`)).text).toBe('{"message":"Hello, Ada"}');
    expect((await client.visit(`${path}/health`)).text).toBe('{"status":"ok"}');
    expect((await client.visit(`${path}/docs`)).text).toContain(`${path}/openapi.json`);
    expect((await client.visit(`${path}/nothing`)).status).toBe(404);
  });

  it('may be Dash, whose callbacks work below the prefix', async () => {
    const path = await deploy('dash', 'python-dash', 'app:app');
    const page = (await client.visit(`${path}/`)).text;
    const [script] = /\/content\/[^"/]+\/_dash-component-suites[^"]+\.js/.exec(page) ?? [];
    expect((await client.visit(script ?? '/missing')).status).toBe(200);
    expect((await client.visit(`${path}/_dash-layout`)).text).toContain('Hello from Dash');
  });

  it('may be Streamlit, with its WebSocket', async () => {
    const path = await deploy('streamlit', 'python-streamlit', 'app.py');
    expect((await client.visit(`${path}/`)).text).toContain('<title>Streamlit</title>');
    (await open(`${path}/_stcore/stream`)).close();
  });

  it('may be Shiny, whose session starts over the WebSocket', async () => {
    const path = await deploy('shiny', 'python-shiny', 'app');
    expect((await client.visit(`${path}/`)).text).toContain('Hello from Shiny');
    const socket = await open(`${path}/websocket/`);
    const message = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send(JSON.stringify({ method: 'init', data: { name: 'Ada' } }));
    expect(await message).toContain('sessionId');
    socket.close();
  });

  it('may be a notebook, that is run again when a render is asked for', async () => {
    const path = await deploy('report', 'jupyter-static', 'report.ipynb');
    const guid = path.split('/').at(-1) ?? '';
    expect((await client.visit(`${path}/`)).text).toContain('Hello 42');
    await client.call('PATCH', `/v1/content/${guid}/environment`, [{ name: 'GREETING', value: 'Howdy' }]);
    const { body: variants } = await client.call<{ id: number }[]>('GET', `/applications/${guid}/variants`);
    const { body: task } = await client.call('POST', `/variants/${variants[0]?.id}/render`);
    expect((await client.ended(task.id)).error).toBe('');
    expect((await client.visit(`${path}/`)).text).toContain('Howdy 42');
    const { body: newer, status } = await client.call('POST', `/v1/content/${guid}/render`, {});
    expect([status, (await client.ended(newer.task_id)).code]).toEqual([202, 0]);
    expect(server.jobs(guid).map(({ tag }) => tag)).toContain('render_jupyter_notebook');
  });
});
