import { createPublicKey } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createClient, until } from './client.ts';
import { answers } from './host/faults.ts';
import { bundle, client, config, place, server, service } from './ricochet-service.ts';

describe('keys', () => {
  it('have the form of ricochet and are checked', async () => {
    expect(server.apiKey).toMatch(/^rico_\w{8,}_\w{40,}$/);
    expect(await client.call('GET', '/check_key')).toEqual({ status: 200, body: { valid: true } });
  });

  it('are refused when they are wrong, and asked for when there is none', async () => {
    const wrong = createClient(server, 'rico_AAAAAAAA_wrong');
    expect(await wrong.call('GET', '/check_key')).toEqual({ status: 403, body: { error: 'Invalid API key' } });
    expect(await wrong.upload({ bundle, config })).toEqual({ status: 403, body: { error: 'Invalid API key' } });
    const none = await fetch(`${server.url}/api/v0/check_key`);
    expect([none.status, await none.json()]).toEqual([401, { error: 'Unauthorized' }]);
  });

  it('are refused once they have expired', async () => {
    const expired = createClient(server, server.createKey({ user: 'guest', lifetimeMs: 0 }));
    expect((await expired.call('GET', '/check_key')).status).toBe(403);
  });

  it('must carry the scope content:deploy to upload', async () => {
    const reader = createClient(server, server.createKey({ user: 'owner', scopes: [] }));
    expect(await reader.upload({ bundle, config })).toEqual({
      status: 403,
      body: { error: 'The API key lacks the scope content:deploy' },
    });
  });

  it("of others open nothing of the owner's, but those of admins do", async () => {
    const id = await service();
    const stranger = createClient(server, server.createKey({ user: 'stranger' }));
    expect((await stranger.call('GET', `/content/${id}/toml`)).status).toBe(403);
    expect((await stranger.call('POST', `/content/${id}/invoke`, {})).status).toBe(403);
    expect((await stranger.upload({ bundle, id })).status).toBe(403);
    expect((await stranger.call('GET', '/user/items')).body).toEqual([]);
    const admin = createClient(server, server.createKey({ user: 'root', role: 'admin' }));
    expect((await admin.call('GET', `/content/${id}/toml`)).status).toBe(200);
  });

  it('are not needed for the public key, which is PKCS#1 of 2048 bits', async () => {
    const pem = await (await fetch(`${server.url}/api/v0/public-key`)).text();
    expect(pem).toMatch(/^-----BEGIN RSA PUBLIC KEY-----/);
    expect(createPublicKey(pem).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });
});

describe('an upload', () => {
  it('is accepted as pending and succeeds by itself', async () => {
    const { status, body } = await client.upload({ bundle, config });
    expect({ status, body }).toEqual({
      status: 200,
      body: { id: expect.stringMatching(/^[0-9A-Z]{26}$/), deployment_id: expect.any(String), status: 'pending' },
    });
    const ended = await client.ended(body.deployment_id ?? '');
    expect(ended).toEqual({
      id: body.deployment_id,
      content_id: body.id,
      deployed_at: expect.any(Number),
      status: 'success',
      deployed_by: expect.any(String),
      ip_address: '127.0.0.1',
      requested_ver: '3.11',
      matched_ver: expect.stringMatching(/^3\.11\.\d+$/),
      git_hash: null,
    });
    expect(ended.deployed_at).toBeLessThanOrEqual(Date.now() / 1000);
    expect((await client.call('GET', `/content/${body.id}/deployments`)).body).toEqual([ended]);
  });

  it('needs a bundle, and a config for a new item', async () => {
    expect((await client.upload({ config })).body).toEqual({ error: 'The part `bundle` is missing' });
    expect((await client.upload({ bundle })).status).toBe(400);
  });

  it('is refused with 413 over max_bundle_size, and leaves no file', async () => {
    const small = await place.start({ maxBundleSize: 200 });
    const { status, body } = await createClient(small).upload({ bundle, config });
    expect(status).toBe(413);
    expect(body.error).toContain('max_bundle_size (200 bytes)');
    expect(small.items()).toEqual([]);
    expect(readdirSync(`${small.home}/incoming`)).toEqual([]);
  });

  it('that breaks off leaves no file and no item', async () => {
    const before = server.items().length;
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['POST /api/v0/content/upload HTTP/1.1', 'Host: x', `Authorization: Key ${server.apiKey}`];
    const type = ['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 100000'];
    const part = '--b\r\nContent-Disposition: form-data; name="bundle"; filename="b"\r\n\r\nabc';
    socket.write([...head, ...type, '', part].join('\r\n'));
    await until(() => readdirSync(`${server.home}/incoming`).length === 1);
    socket.destroy();
    await until(() => readdirSync(`${server.home}/incoming`).length === 0);
    expect(server.items().length).toBe(before);
  });

  it('of an unknown id is refused', async () => {
    expect((await client.upload({ bundle, id: '01JT1AAJY0EVDE4C0277XX148R' })).status).toBe(403);
  });

  it('spells the id of the deployment as older servers do, or leaves it out', async () => {
    const camel = await createClient(await place.start({ deploymentIdSpelling: 'deploymentId' })).upload({
      bundle,
      config,
    });
    expect(Object.keys(camel.body)).toEqual(['id', 'deploymentId', 'status']);
    const absent = await createClient(await place.start({ deploymentIdSpelling: 'absent' })).upload({ bundle, config });
    expect(Object.keys(absent.body)).toEqual(['id', 'status']);
  });

  it('is recorded with its parts, and without the key', async () => {
    server.requests.clear();
    const id = await service();
    await client.upload({ bundle, id, config: 'ignored = true' });
    const [first, second] = server.requests.matching('POST /api/v0/content/upload');
    expect(first?.parts).toMatchObject([
      { name: 'bundle', type: 'application/x-tar', filename: 'bundle.tar.gz', bytes: expect.any(Number) },
      { name: 'config', type: 'application/toml', filename: '_ricochet.toml', bytes: config.length },
    ]);
    expect(second?.parts.map(({ name, text }) => [name, text])).toEqual([
      ['bundle', undefined],
      ['id', id],
      ['config', undefined],
    ]);
    expect(JSON.stringify(server.requests.all())).not.toContain(server.apiKey);
  });
});

describe('items', () => {
  it('are listed with what clients look for', async () => {
    const id = await service({ Echo: 'Listed' });
    const { body } = await client.call<Record<string, unknown>[]>('GET', '/user/items');
    expect(body.find((item) => item.id === id)).toEqual({
      id,
      name: 'Listed',
      content_type: 'python-service',
      language: 'Python',
      visibility: 'external',
      status: 'deployed',
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('are gone once deleted, with their files', async () => {
    const id = await service();
    const [deployment] = server.deployments(id);
    expect((await client.call('DELETE', `/content/${id}`)).status).toBe(200);
    expect(await client.call('GET', `/content/${id}/toml`)).toEqual({
      status: 404,
      body: { error: 'Content not found' },
    });
    expect((await client.call('GET', `/content/deployments/${deployment?.id}`)).status).toBe(404);
    expect((await client.visit(`/${id}/`)).status).toBe(404);
    expect(readdirSync(`${server.home}/releases`)).not.toContain(deployment?.id);
  });

  it('have pages for people, behind the login', async () => {
    const id = await service();
    const [deployment] = server.deployments(id);
    const page = await client.visit(`/deployments/${deployment?.id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('uv sync --python');
    expect((await client.visit(`/apps/${id}/overview`)).text).toContain('Echo');
    const browser = await client.visit(`/apps/${id}/overview`, { accept: 'text/html' });
    expect([browser.status, browser.headers.get('location')]).toEqual([302, `/login?next=%2Fapps%2F${id}%2Foverview`]);
    const body = new URLSearchParams({ key: server.apiKey });
    const login = await fetch(`${server.url}/login?next=/apps/${id}/overview`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toContain(server.apiKey);
    expect((await client.visit(login.headers.get('location') ?? '', { cookie })).status).toBe(200);
  });
});

it('answers JSON for a path that the API does not have', async () => {
  expect(await client.call('GET', '/nothing')).toEqual({ status: 404, body: { error: 'Not found' } });
});

it('processes an upload in full although its answer is lost', async () => {
  server.faults.add({ on: 'POST /api/v0/content/upload', times: 1, reset: 'before-answer' });
  const before = server.items().length;
  await expect(client.upload({ bundle, config })).rejects.toThrow();
  expect(server.items().length).toBe(before + 1);
});

it('serves a fault for one call of the API and not for the others', async () => {
  server.faults.add({ on: 'GET /api/v0/check_key', times: 1, answer: answers.rateLimited(1) });
  expect((await client.call('GET', '/user/items')).status).toBe(200);
  expect((await client.call('GET', '/check_key')).status).toBe(429);
  expect((await client.call('GET', '/check_key')).status).toBe(200);
});
