import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, createForest, git } from '../tools/tree.ts';
import { pack, until } from './client.ts';
import { createConnectClient, makeBundle, refusal } from './connect-client.ts';
import { createSamples, sampleApp } from './connect-sample.ts';
import { client, place, server } from './connect-service.ts';

const grow = createForest('connect-deploy');
const bundleOf = createSamples();

describe('a deployment', () => {
  it('answers a task whose lines come as they are asked for', async () => {
    const { guid, id } = await client.send(await bundleOf(), 'deployed');
    const begun = await client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: id });
    expect(begun.status).toBe(202);
    const { output, code, last, finished } = await client.ended(begun.body.task_id);
    expect({ code, finished, last }).toEqual({ code: 0, finished: true, last: output.length });
    expect(output[0]).toBe('Building Python API...');
    expect(output.join('\n')).toMatch(/Bundle created with Python version 3.11.0 is compatible with environment Local/);
    expect(output.at(-1)).toBe('Launching Python API...');
    const end = await client.call('GET', `/v1/tasks/${begun.body.task_id}?first=${last}`);
    expect(end.body.output).toEqual([]);
    expect(await refusal(client.call('GET', `/v1/tasks/${begun.body.task_id}?first=${last + 1}`))).toEqual([400, 3]);
    expect(await refusal(client.call('GET', `/v1/tasks/${begun.body.task_id}?wait=21`))).toEqual([400, 3]);
    expect((await client.call('GET', `/v1/content/${guid}`)).body).toMatchObject({
      ...{ app_mode: 'python-api', bundle_id: id, py_version: expect.stringMatching(/^3\./) },
    });
    expect(await refusal(client.call('DELETE', `/v1/content/${guid}/bundles/${id}`))).toEqual([400, 75]);
  });

  it('reuses the environment of the same requirements, and tells what is in it', async () => {
    const { guid, id } = await client.send(
      await bundleOf('one', { files: { 'requirements.txt': 'iniconfig==2.0.0\n' } }),
      'cached',
    );
    expect((await client.deploy(guid, id)).output.join('\n')).toContain('Creating environment: ');
    expect((await client.deploy(guid, id)).output.join('\n')).toContain('Reusing cached environment: ');
    expect((await client.call('GET', `/v1/content/${guid}/lockfile`)).body).toContain('iniconfig==2.0.0');
  });

  it('is visited with a key only, unless it is for all, and starts again with new variables', async () => {
    const { guid, id } = await client.send(await bundleOf('two'), 'visited');
    await client.deploy(guid, id);
    const path = `/content/${guid}/`;
    expect(await client.visit(path)).toMatchObject({ status: 200, text: 'two' }); // and the app never sees the key
    expect((await client.visit(path, {})).status).toBe(401);
    const browser = await client.visit(path, { accept: 'text/html' });
    expect([browser.status, browser.headers.get('location')]).toMatchObject([302, /^\/__login__/]);
    const stranger = createConnectClient(server, server.createKey('stranger'));
    expect((await stranger.visit(path)).status).toBe(403);
    await client.call('PATCH', `/v1/content/${guid}`, { access_type: 'logged_in' });
    expect((await stranger.visit(path)).status).toBe(200);
    expect((await client.visit(path, {})).status).toBe(401);
    await client.call('PATCH', `/v1/content/${guid}`, { access_type: 'all' });
    await client.call('PATCH', `/v1/content/${guid}/environment`, [{ name: 'GREETING', value: 'hello' }]);
    expect(await client.visit(path, {})).toMatchObject({ status: 200, text: 'two hello' });
    await client.call('PUT', `/v1/content/${guid}/vanity`, { path: '/two/' });
    expect((await client.visit('/two/', {})).text).toBe('two hello');
    await client.call('PATCH', `/v1/content/${guid}`, { locked: true, locked_message: 'Closed for today' });
    expect(await client.visit(path)).toMatchObject({ status: 403, text: 'This content is locked. Closed for today' });
    expect(server.jobs(guid).map(({ tag }) => tag)).toEqual([
      'run_python_api',
      'run_python_api',
      'run_python_api',
      'python_restore',
    ]);
  });

  it('can be a draft with its own page, be activated, and be taken back', async () => {
    const { guid, id: first } = await client.send(await bundleOf('first'), 'drafts');
    await client.deploy(guid, first);
    const { body: second } = await client.upload(guid, await bundleOf('second'));
    expect((await client.deploy(guid, second.id, { activate: false })).code).toBe(0);
    expect((await client.visit(`/content/${guid}/`)).text).toBe('first');
    expect((await client.visit(`/content/${guid}/_bundle${second.id}/`)).text).toBe('second');
    await client.call('PATCH', `/v1/content/${guid}`, { access_type: 'all' });
    expect((await client.visit(`/content/${guid}/_bundle${second.id}/`, {})).status).toBe(401);
    await client.deploy(guid, second.id);
    expect((await client.visit(`/content/${guid}/`)).text).toBe('second');
    await client.deploy(guid, first);
    expect((await client.visit(`/content/${guid}/`)).text).toBe('first');
    expect((await client.call('DELETE', `/v1/content/${guid}/bundles/${second.id}`)).status).toBe(204);
  });

  it('keeps the app mode, and takes no bundle of others', async () => {
    const { guid, id } = await client.send(await bundleOf(), 'fixed-mode');
    expect(await refusal(client.call('POST', `/v1/content/${await client.create('empty')}/deploy`, {}))).toEqual([
      404, 28,
    ]);
    await client.deploy(guid, id);
    const { body: other } = await client.upload(guid, await bundleOf('one', { appmode: 'python-fastapi' }));
    expect(await refusal(client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: other.id }))).toEqual([
      403, 48,
    ]);
    const { id: foreign } = await client.send(await bundleOf(), 'foreign');
    expect(await refusal(client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: foreign }))).toEqual([400, 82]);
  });

  it('is there again when the server is, on its folder', async () => {
    const folder = place.path('restarted');
    const first = await place.connect({ folder });
    const other = createConnectClient(first);
    const guid = await other.create('restarted');
    await other.upload(guid, await bundleOf('still here'));
    await other.deploy(guid, null);
    await first.close();
    const second = await place.connect({ folder });
    expect((await createConnectClient(second).visit(`/content/${guid}/`)).text).toBe('still here');
  });

  it('keeps as many bundles as the server retains', async () => {
    const tidy = await place.connect({ bundleRetention: 2 });
    const other = createConnectClient(tidy);
    const guid = await other.create('retained');
    const archive = await bundleOf();
    const ids: unknown[] = [];
    for (let i = 0; i < 3; i++) ids.push((await other.upload(guid, archive)).body.id);
    await other.deploy(guid, ids[2]);
    expect(tidy.bundles(guid).map(({ id }) => String(id))).toEqual([ids[2], ids[1]]);
  });
});

describe('other content', () => {
  it('is static, and keeps its category', async () => {
    const site = (category: string): Promise<string> => {
      const files = { 'index.html': '<h1>Hi</h1>', 'style.css': 'h1 {}' };
      const metadata = {
        appmode: 'static',
        primary_html: 'index.html',
        entrypoint: 'index.html',
        content_category: category,
      };
      return bundleOf('one', { files, manifest: { metadata, python: undefined } });
    };
    const { guid, id } = await client.send(await site('site'), 'static');
    expect((await client.deploy(guid, id)).code).toBe(0);
    expect((await client.visit(`/content/${guid}/`)).text).toBe('<h1>Hi</h1>');
    expect((await client.visit(`/content/${guid}/style.css`)).headers.get('content-type')).toBe('text/css');
    expect((await client.visit(`/content/${guid}`)).headers.get('location')).toBe(`/content/${guid}/`);
    const { body } = await client.upload(guid, await site('plot'));
    expect(await refusal(client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: body.id }))).toEqual([
      400, 110,
    ]);
  });

  it('runs without an environment where that is not managed', async () => {
    const management = { environment: { environment_management: { python: false } } };
    const files = { 'requirements.txt': './would-fail\n' };
    const { guid, id } = await client.send(await bundleOf('bare', { files, manifest: management }), 'unmanaged');
    const { output } = await client.deploy(guid, id);
    expect(output.join('\n')).toContain('environment management is disabled');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('bare');
  });

  it('lies in the one folder of an archive', async () => {
    const project = grow({ 'inner/requirements.txt': '', 'inner/app.py': sampleApp('inner') });
    await makeBundle(join(project, 'inner'), 'python-api');
    await rm(`${join(project, 'inner')}.tar.gz`);
    const { guid, id } = await client.send(await pack(project), basename(project));
    expect((await client.deploy(guid, id)).error).toBe('');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('inner');
  });

  it('comes from git, and takes no uploads then', async () => {
    const project = grow({ 'requirements.txt': '', 'app.py': sampleApp('from git') });
    await makeBundle(project, 'python-api');
    git(commitAll(project), 'branch', '-M', 'main');
    const guid = await client.create('git-backed');
    const repository = { repository: `file://${project}`, branch: 'main', directory: '.', polling: false };
    expect((await client.call('PUT', `/v1/content/${guid}/repository`, repository)).body).toMatchObject(repository);
    expect(await refusal(client.upload(guid, await bundleOf()))).toEqual([409, 144]);
    const { body } = await client.call('POST', `/v1/content/${guid}/repository/bundle`, {});
    expect((await client.ended(body.task_id)).error).toBe('');
    expect((await client.deploy(guid, null)).code).toBe(0);
    expect((await client.visit(`/content/${guid}/`)).text).toBe('from git');
    expect(server.bundles(guid)[0]?.metadata).toMatchObject({ source: 'git', source_branch: 'main' });
    expect((await client.call('DELETE', `/v1/content/${guid}/repository`)).status).toBe(204);
    expect((await client.upload(guid, await bundleOf())).status).toBe(200);
  });
});

describe('behind a load balancer', () => {
  it('a task is only found with the cookie of the session that has started it', async () => {
    const cluster = await place.connect({ sticky: true });
    const other = createConnectClient(cluster);
    const guid = await other.create('sticky');
    await other.upload(guid, await bundleOf());
    const { body, headers } = await other.call('POST', `/v1/content/${guid}/deploy`, {});
    const path = `/v1/tasks/${body.task_id}`;
    expect(await refusal(other.call('GET', path))).toEqual([404, 141]);
    const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
    await until(async () => (await other.call('GET', path, undefined, { cookie })).body.finished);
  });
});
