import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAnswers } from './connect/answers.ts';
import type { ConnectServer } from './connect/server.ts';
import { type ConnectClient, createConnectClient, refusal } from './connect-client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: ConnectServer;
let admin: ConnectClient;
let ada: ConnectClient;
let grace: ConnectClient;
let viewer: ConnectClient;
beforeAll(async () => {
  server = await place.connect();
  admin = createConnectClient(server);
  ada = createConnectClient(server, server.createKey('ada'));
  grace = createConnectClient(server, server.createKey('grace'));
  viewer = createConnectClient(server, server.createKey('victor', 'viewer'));
});
afterAll(() => place.clear());

const guidOf = async (client: ConnectClient): Promise<string> =>
  String((await client.call('GET', '/v1/user')).body.guid);

describe('who calls', () => {
  it('is told from the key, and the settings need none', async () => {
    const settings = await fetch(`${server.url}/__api__/server_settings`);
    expect(await settings.json()).toMatchObject({ version: '2026.07.0', license: { tier: 'advanced' } });
    expect((await ada.call('GET', '/v1/user')).body).toMatchObject({ username: 'ada', user_role: 'publisher' });
    const anonymous = await fetch(`${server.url}/__api__/v1/user`);
    expect([anonymous.status, ((await anonymous.json()) as { code: number }).code]).toEqual([401, 24]);
    expect(await refusal(createConnectClient(server, 'wrong').call('GET', '/v1/user'))).toEqual([401, 30]);
  });

  it('may be locked, or no publisher', async () => {
    const locked = createConnectClient(server, server.createKey('mallory'));
    server.lockUser('mallory');
    expect(await refusal(locked.call('GET', '/v1/user'))).toEqual([403, 50]);
    expect(await refusal(viewer.call('POST', '/v1/content', { name: 'mine' }))).toEqual([403, 22]);
  });

  it('may come through Snowflake, with the key beside its token', async () => {
    const key = server.createKey('ada');
    for (const beside of [`Key ${key}`, key]) {
      const headers = { authorization: 'Snowflake Token="abc"', 'x-rsc-authorization': beside };
      const answer = await fetch(`${server.url}/__api__/v1/user`, { headers });
      expect(await answer.json()).toMatchObject({ username: 'ada' });
    }
  });
});

describe('content', () => {
  it('is made, found by its exact name and owner, changed and deleted', async () => {
    const guid = await ada.create('my-report', { title: 'My report' });
    const { body } = await ada.call<Record<string, unknown>[]>(
      'GET',
      `/v1/content?name=my-report&owner_guid=${await guidOf(ada)}&include=owner,tags,vanity_url`,
    );
    expect(body).toMatchObject([
      {
        ...{ guid, title: 'My report', access_type: 'acl', app_mode: 'unknown', bundle_id: null, app_role: 'owner' },
        ...{ content_url: `${server.url}/content/${guid}/`, dashboard_url: `${server.url}/connect/#/apps/${guid}` },
        owner: { username: 'ada' },
      },
    ]);
    const changed = await ada.call('PATCH', `/v1/content/${guid}`, { description: 'x', min_processes: 1 });
    expect(changed).toMatchObject({ status: 200, body: { description: 'x', min_processes: 1, title: 'My report' } });
    expect((await ada.call('DELETE', `/v1/content/${guid}`)).status).toBe(204);
    expect(await refusal(ada.call('GET', `/v1/content/${guid}`))).toEqual([404, 4]);
  });

  it('has a name that is unique for its owner only, and one is made where none is given', async () => {
    const guid = await ada.create('same-name');
    await grace.create('same-name');
    expect(await refusal(ada.call('POST', '/v1/content', { name: 'same-name' }))).toEqual([409, 26]);
    const other = await ada.create('other-name');
    expect(await refusal(ada.call('PATCH', `/v1/content/${other}`, { name: 'same-name' }))).toEqual([409, 26]);
    expect((await ada.call('PATCH', `/v1/content/${guid}`, { name: 'same-name' })).status).toBe(200);
    expect((await admin.call<unknown[]>('GET', '/v1/content?name=same-name')).body).toHaveLength(2);
    expect((await ada.call('POST', '/v1/content', { name: '' })).body.name).toMatch(/^content-/);
  });

  it.each([
    ['a name with spaces', { name: 'no spaces' }, 400, 5],
    ['a short name', { name: 'ab' }, 400, 5],
    ['a short title', { name: 'named', title: 'ab' }, 400, 122],
    ['a long description', { name: 'named', description: 'x'.repeat(4097) }, 400, 123],
    ['an unknown access type', { name: 'named', access_type: 'everybody' }, 400, 117],
    ['an unknown field', { name: 'named', surprise: true }, 400, 121],
    ['a text for a number', { name: 'named', min_processes: 'one' }, 400, 121],
  ])('refuses %s', async (_what, body, status, code) => {
    expect(await refusal(ada.call('POST', '/v1/content', body))).toEqual([status, code]);
  });

  it('is not for everybody, and says so', async () => {
    const guid = await ada.create('private');
    expect(await refusal(grace.call('GET', `/v1/content/${guid}`))).toEqual([403, 19]);
    expect(await refusal(ada.call('GET', '/v1/content/not-a-guid'))).toEqual([400, 3]);
    expect(await refusal(ada.call('GET', '/v1/content?include=everything'))).toEqual([400, 161]);
    expect(await refusal(ada.call('GET', '/v1/nothing'))).toEqual([404, 2]);
    const permission = { principal_guid: await guidOf(grace), principal_type: 'user', role: 'viewer' };
    const { body } = await ada.call('POST', `/v1/content/${guid}/permissions`, permission);
    expect((await grace.call('GET', `/v1/content/${guid}`)).body.app_role).toBe('viewer');
    expect(await refusal(grace.call('PATCH', `/v1/content/${guid}`, { title: 'Mine now' }))).toEqual([403, 19]);
    const changed = { ...permission, role: 'owner' };
    await ada.call('PUT', `/v1/content/${guid}/permissions/${body.id}`, changed);
    expect((await grace.call('PATCH', `/v1/content/${guid}`, { title: 'Ours' })).body.app_role).toBe('editor');
    await ada.call('DELETE', `/v1/content/${guid}/permissions/${body.id}`);
    expect((await ada.call('GET', `/v1/content/${guid}/permissions`)).body).toEqual([]);
  });
});

describe('environment variables', () => {
  it('are merged by PATCH, replaced by PUT, and only their names are shown', async () => {
    const guid = await ada.create('variables');
    const path = `/v1/content/${guid}/environment`;
    const b = { name: 'B', value: '2' };
    expect((await ada.call('PATCH', path, [{ name: 'A', value: '1' }, b])).body).toEqual(['A', 'B']);
    expect((await ada.call('PATCH', path, [{ name: 'A', value: null }])).body).toEqual(['B']);
    expect((await ada.call('PUT', path, [{ name: 'C', value: '3' }])).body).toEqual(['C']);
    expect((await ada.call('GET', path)).body).toEqual(['C']);
    expect(server.variables(guid)).toEqual({ C: '3' });
    expect(await refusal(ada.call('PATCH', path, [b, b]))).toEqual([409, 149]);
    expect(await refusal(ada.call('PATCH', path, [{ name: 'PATH', value: 'x' }]))).toEqual([400, 108]);
    expect(await refusal(ada.call('PATCH', path, [{ ...b, secret: true }]))).toEqual([400, 121]);
    expect(await refusal(ada.call('PATCH', path, b))).toEqual([400, 121]);
  });
});

describe('vanity URLs and tags', () => {
  it('belong to one item, and not to one below another', async () => {
    const [first, second] = [await ada.create('first'), await ada.create('second')];
    const put = (guid: string, path: string, force = false) =>
      ada.call('PUT', `/v1/content/${guid}/vanity`, { path, force });
    expect((await put(first, 'sales')).body).toMatchObject({ path: '/sales/', content_guid: first });
    expect(await refusal(put(second, '/sales/'))).toEqual([409, 51]);
    expect(await refusal(put(second, '/sales/europe/', true))).toEqual([409, 51]);
    expect(await refusal(put(second, '/content/x/'))).toEqual([400, 52]);
    expect((await put(second, '/sales/', true)).status).toBe(200);
    expect(await refusal(ada.call('GET', `/v1/content/${first}/vanity`))).toEqual([404, 4]);
    expect((await ada.call('DELETE', `/v1/content/${second}/vanity`)).status).toBe(204);
  });

  it('are put on content from those that there are', async () => {
    const [guid, tag] = [await ada.create('tagged'), server.createTag('Finance')];
    expect((await ada.call('POST', `/v1/content/${guid}/tags`, { tag_id: tag })).status).toBe(204);
    expect((await ada.call('GET', `/v1/content/${guid}/tags`)).body).toMatchObject([{ id: tag, name: 'Finance' }]);
    expect(await refusal(ada.call('POST', `/v1/content/${guid}/tags`, { tag_id: '999' }))).toEqual([404, 4]);
    await ada.call('DELETE', `/v1/content/${guid}/tags/${tag}`);
    expect((await ada.call('GET', `/v1/content/${guid}/tags`)).body).toEqual([]);
  });
});

describe('the server', () => {
  it('tells its installations, access types and time zones', async () => {
    const { body } = await ada.call<{ installations: { version: string }[] }>('GET', '/v1/server_settings/python');
    expect(body.installations[0]?.version).toMatch(/^3\.\d+\.\d+$/);
    const { body: applications } = await ada.call('GET', '/server_settings/applications');
    expect(applications.access_types).toEqual(['all', 'logged_in', 'acl']);
    const { body: zones } = await ada.call<unknown[]>('GET', '/v1/timezones');
    expect(zones).toContainEqual({ timezone: 'Asia/Tokyo', offset: '+09:00' });
  });

  it('can be below a path, hide its version, allow less and answer changes without a body', async () => {
    const options = { root: '/rsc', hideVersion: true, accessTypes: ['acl'], patchStatus: 204 } as const;
    const other = await place.connect({ ...options, publishersManageVanities: false });
    const client = createConnectClient(other, other.createKey('ada'));
    expect((await client.call('GET', '/server_settings')).body.version).toBe('');
    const guid = await client.create('here');
    const { body } = await client.call('GET', `/v1/content/${guid}`);
    expect(body.content_url).toBe(`${other.url}/content/${guid}/`);
    expect(other.url).toMatch(/\/rsc$/);
    expect((await client.call('PATCH', `/v1/content/${guid}`, { title: 'Here' })).status).toBe(204);
    expect(await refusal(client.call('PATCH', `/v1/content/${guid}`, { access_type: 'all' }))).toEqual([403, 118]);
    expect(await refusal(client.call('PUT', `/v1/content/${guid}/vanity`, { path: 'x' }))).toEqual([403, 22]);
    expect((await fetch(new URL('/__api__/server_settings', other.url))).status).toBe(404);
  });

  it('keeps what it has when it is started again on its folder', async () => {
    const folder = place.path('kept');
    const first = await place.connect({ folder });
    const guid = await createConnectClient(first).create('kept');
    await first.close();
    const second = await place.connect({ folder });
    expect(second.apiKey).toBe(first.apiKey);
    expect((await createConnectClient(second).call('GET', `/v1/content/${guid}`)).body.name).toBe('kept');
  });

  it('records requests without what is secret, and fails on purpose with its own kind of errors', async () => {
    server.requests.clear();
    server.faults.add({ on: 'GET /__api__/v1/content/:guid', times: 1, answer: connectAnswers.error(500, 0, 'Oh no') });
    server.faults.add({ on: 'GET /__api__/v1/tasks/:id', times: 1, answer: connectAnswers.lostCookie() });
    expect(await ada.call('GET', '/v1/content/x')).toMatchObject({ status: 500, body: { code: 0, error: 'Oh no' } });
    expect(await refusal(ada.call('GET', '/v1/tasks/x'))).toEqual([404, 141]);
    await ada.call('GET', '/v1/content?name=a-name', undefined, { 'user-agent': 'me/1.0' });
    const [record] = server.requests.matching('GET /__api__/v1/content');
    expect(record).toMatchObject({ query: 'name=a-name', sent: { 'user-agent': 'me/1.0' }, status: 200 });
    expect(record?.headers).toContain('authorization');
    expect(JSON.stringify(server.requests.all())).not.toContain('Key ');
  });
});
