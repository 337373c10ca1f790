import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Client, createClient, pack, until } from './client.ts';
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

const sized = (minInstances: number): string =>
  `\n[serve]\nmin_instances = ${minInstances}\nmax_instances = 5\nspawn_threshold = 80\nmax_connections = 10\n`;

/** Answers with one variable of its environment, and with the headers it was sent. */
const SHOW = `import json, os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Show(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"env": dict(os.environ), "headers": {name.lower(): value for name, value in self.headers.items()}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Show).serve_forever()
`;

describe('an app', () => {
  type Shown = { env: Record<string, string>; headers: Record<string, string> };
  const show = async (id: string, headers?: Record<string, string>): Promise<Shown> =>
    JSON.parse((await client.visit(`/${id}/`, headers)).text) as Shown;

  it('gets its variables, and new ones with its next process', async () => {
    const project = await place.project('fastapi');
    const envVars = await client.encrypt({ GREETING: 'Welcome' });
    const { content_id: id } = await client.deploy(project, { envVars });
    expect((await client.visit(`/${id}/`)).text).toContain('Welcome, Ada');
    await client.call('PATCH', `/content/${id}/env-vars`, await client.encrypt({ GREETING: 'Good morning' }));
    const [instance] = await client.instances(id);
    await client.call('POST', `/content/${id}/instances/${instance?.instance_id}/stop`);
    expect(await client.instances(id)).toEqual([]);
    expect((await client.visit(`/${id}/`)).text).toContain('Good morning, Ada');
  });

  it('gets neither our variables, nor the API key, nor the word of a client on who is calling', async () => {
    const { content_id: id } = await client.deploy(await place.project('service', { 'serve.py': SHOW }));
    const { env, headers } = await show(id, {
      authorization: `Key ${server.apiKey}`,
      'x-ricochet-user': 'forged',
      'x-forwarded-for': '10.0.0.1',
      cookie: 'ricochet_session=secret; theme=dark',
    });
    expect(Object.keys(env).filter((name) => /^(npm_|VITEST|NODE|UV_(?!PYTHON$)|PIP_)/.test(name))).toEqual([]);
    expect(env).toMatchObject({
      RICOCHET_CONTENT_ID: id,
      PYTHONUNBUFFERED: '1',
      VIRTUAL_ENV: expect.stringContaining('.venv'),
    });
    expect(headers).toMatchObject({
      cookie: 'theme=dark',
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-prefix': `/${id}`,
      'x-forwarded-proto': 'http',
    });
    expect(JSON.stringify(headers)).not.toMatch(/rico_|forged|secret/);
    expect((await show(id, { authorization: 'Bearer its-own' })).headers.authorization).toBe('Bearer its-own');
  });

  it('is shown to everybody only when it is external', async () => {
    const { content_id: id } = await client.deploy(await place.project('service'));
    const stranger = createClient(server, server.createKey({ user: 'somebody' }));
    const access = (access_type: string) =>
      client.call('PATCH', `/content/${id}/settings`, { content: { access_type } });

    expect((await client.visit(`/${id}/`, {})).status).toBe(200);
    await access('internal');
    expect((await client.visit(`/${id}/`, {})).status).toBe(401);
    expect((await stranger.visit(`/${id}/`)).status).toBe(200);
    await access('private');
    expect((await stranger.visit(`/${id}/`)).status).toBe(403);
    expect((await client.visit(`/${id}/`)).status).toBe(200);

    const browser = await fetch(`${server.url}/${id}/`, { headers: { accept: 'text/html' } });
    expect([browser.status, new URL(browser.url).pathname]).toEqual([200, '/login']);
    expect((await client.visit(`/${id}/`, { authorization: 'Key rico_wrong' })).status).toBe(403);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/${id}/socket`);
    expect(await new Promise((resolve) => socket.once('error', resolve))).toMatchObject({
      message: 'Unexpected server response: 401',
    });
  });

  it('is replaced by its next deployment, and its old instance stopped', async () => {
    const text = await readFile(join(await place.project('service'), 'serve.py'), 'utf8');
    const version = (n: number): string => text.replace('self.path.encode()', `b"version ${n}"`);
    const { content_id: id } = await client.deploy(await place.project('service', { 'serve.py': version(1) }));
    expect((await client.visit(`/${id}/`)).text).toBe('version 1');
    const [before] = await client.instances(id);

    await client.deploy(await place.project('service', { 'serve.py': version(2) }), { id });
    expect(await client.instances(id)).toEqual([]);
    expect((await client.visit(`/${id}/`)).text).toBe('version 2');
    const [after] = await client.instances(id);
    expect(after?.instance_id).not.toBe(before?.instance_id);
    expect(server.deployments(id).map(({ status }) => status)).toEqual(['success', 'success']);
  });

  it('goes on with the old release when the next deployment fails', async () => {
    const { content_id: id } = await client.deploy(await place.project('service'));
    const broken = await place.project('service');
    rmSync(join(broken, 'uv.lock'));
    expect((await client.deploy(broken, { id })).status).toBe('failure');
    expect((await client.visit(`/${id}/still`)).text).toBe('/still');
  });

  it('with min_instances is started at once, and again when it ends', async () => {
    const project = await place.project('service');
    const { content_id: id } = await client.deploy(project, { config: (await configOf(project)) + sized(2) });
    const both = await until(async () => {
      const running = await client.instances(id);
      return running.length === 2 ? running : undefined;
    });
    expect(both[0]).toEqual({
      instance_id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      connections: 0,
      created_at: expect.stringMatching(/Z$/),
      last_connection: 0,
    });
    await client.call('POST', `/content/${id}/instances/${both[0]?.instance_id}/stop`);
    await until(async () => {
      const running = await client.instances(id);
      return running.length === 2 && running.every(({ instance_id }) => instance_id !== both[0]?.instance_id);
    });
    expect(await client.call('POST', `/content/${id}/instances/nothing/stop`)).toEqual({
      status: 404,
      body: { error: 'Instance not found' },
    });
  });

  it('that has drifted from its lock is invalidated and deployed again, once', async () => {
    const { id: first, content_id: id } = await client.deploy(await place.project('flask'));
    const damage = (deployment: string) =>
      rmSync(join(server.home, 'releases', deployment, '.venv'), { recursive: true, force: true });
    damage(first);
    expect((await client.visit(`/${id}/`)).text).toBe('Hello from Flask');
    expect(server.deployments(id).map(({ status }) => status)).toEqual(['success', 'invalidated']);

    const [instance] = await client.instances(id);
    await client.call('POST', `/content/${id}/instances/${instance?.instance_id}/stop`);
    damage(server.deployments(id)[0]?.id ?? '');
    const page = await client.visit(`/${id}/`);
    expect(page.status).toBe(502);
    expect(page.text).toContain('The environment does not match its lock');
  });
});

it('shows nothing where no app is, or before its first deployment has succeeded', async () => {
  for (const path of ['/no-such-app/', '/%', '/static/nothing/']) expect((await client.visit(path)).status).toBe(404);
  const project = await place.project('service');
  server.force('pending');
  const { body } = await client.upload({ bundle: await pack(project), config: await configOf(project) });
  expect(await client.visit(`/${body.id}/`)).toMatchObject({
    status: 404,
    text: expect.stringContaining('no successful'),
  });
});
