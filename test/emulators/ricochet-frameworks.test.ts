import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Client, createClient, until } from './client.ts';
import type { RicochetServer } from './ricochet/server.ts';
import { configOf, createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: RicochetServer;
let client: Client;
beforeAll(async () => {
  server = await place.start();
  client = createClient(server);
});
afterAll(() => place.clear());

const deploySlug = async (name: string): Promise<{ id: string; slug: string }> => {
  const project = await place.project(name);
  const slug = `my-${name}`;
  const config = (await configOf(project)).replace('[content]', `[content]\nslug = "${slug}"`);
  const { status, content_id: id } = await client.deploy(project, { config });
  expect(status).toBe('success');
  return { id, slug };
};

const open = async (path: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
};

describe('behind the proxy', () => {
  it('FastAPI answers, reads its files and knows its path', async () => {
    const { id, slug } = await deploySlug('fastapi');
    expect((await client.visit(`/${slug}/`)).text).toBe('{"message":"Hello, Ada"}');
    expect((await client.visit(`/${id}/health`)).text).toBe('{"status":"ok"}');
    expect((await client.visit(`/${slug}/docs`)).text).toContain(`/${slug}/openapi.json`);
    expect((await client.visit(`/${slug}/nothing`)).status).toBe(404);
  });

  it('Flask answers', async () => {
    const { slug } = await deploySlug('flask');
    expect((await client.visit(`/${slug}/`)).text).toBe('Hello from Flask');
    expect((await client.visit(`/${slug}/health`)).status).toBe(200);
  });

  it('Dash answers, and its callbacks work below the prefix', async () => {
    const { slug } = await deploySlug('dash');
    const page = (await client.visit(`/${slug}/`)).text;
    const [script] = /\/my-dash\/_dash-component-suites[^"]+\.js/.exec(page) ?? [];
    expect((await client.visit(script ?? '/missing')).status).toBe(200);
    expect((await client.visit(`/${slug}/_dash-layout`)).text).toContain('Hello from Dash');
    const inputs = [{ id: 'name', property: 'value', value: 'Grace' }];
    const update = {
      output: 'greeting.children',
      outputs: { id: 'greeting', property: 'children' },
      inputs,
      changedPropIds: ['name.value'],
    };
    const answer = await fetch(`${server.url}/${slug}/_dash-update-component`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(update),
    });
    expect(await answer.text()).toContain('Hello, Grace');
  });

  it('Streamlit answers, and its WebSocket is counted as a connection', async () => {
    const { id, slug } = await deploySlug('streamlit');
    expect((await client.visit(`/${slug}/`)).text).toContain('<title>Streamlit</title>');
    expect((await client.visit(`/${slug}/_stcore/health`)).text).toBe('ok');
    const socket = await open(`/${slug}/_stcore/stream`);
    expect(await client.instances(id)).toMatchObject([{ connections: 1, last_connection: expect.any(Number) }]);
    socket.close();
    await until(async () => (await client.instances(id))[0]?.connections === 0);
  });

  it('Shiny answers, and its session starts over the WebSocket', async () => {
    const { slug } = await deploySlug('shiny');
    expect((await client.visit(`/${slug}/`)).text).toContain('Hello from Shiny');
    const socket = await open(`/${slug}/websocket/`);
    const message = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send(JSON.stringify({ method: 'init', data: { name: 'Ada' } }));
    expect(await message).toContain('sessionId');
    socket.close();
  });

  it('a service of its own binds to PORT and sees the path without the prefix', async () => {
    const { id, slug } = await deploySlug('service');
    expect((await client.visit(`/${slug}/a/b?c=d`)).text).toBe('/a/b?c=d');
    const moved = await client.visit(`/${slug}?c=d`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `/${slug}/?c=d`]);
    expect((await client.visit(`/${id}/x`)).text).toBe('/x');
  });
});
