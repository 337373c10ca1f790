import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitAll, createForest, git, type Tree } from '../tools/tree.ts';
import { pack, until } from './client.ts';
import type { ConnectServer } from './connect/server.ts';
import { type ConnectClient, createConnectClient, type ManifestOptions, makeBundle } from './connect-client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
const grow = createForest('connect-deploy');
let server: ConnectServer;
let client: ConnectClient;
beforeAll(async () => {
  server = await place.connect();
  client = createConnectClient(server);
});
afterAll(() => place.clear());

/** An app that needs no packages: it says `text`, and the environment variable GREETING. */
const app = (text = 'one'): string => `import os

def app(environ, start_response):
    start_response("200 OK", [("content-type", "text/plain")])
    said = "${text} " + os.environ.get("GREETING", "") + environ.get("HTTP_AUTHORIZATION", "")
    return [said.strip().encode()]
`;

const bundleOf = (text?: string, options: ManifestOptions & { files?: Tree; appmode?: string } = {}): Promise<string> =>
  makeBundle(
    grow({ 'requirements.txt': '', 'app.py': app(text), ...options.files }),
    options.appmode ?? 'python-api',
    options,
  );

const python = (version: string) => ({
  python: { version, package_manager: { name: 'pip', version: '24.0', package_file: 'requirements.txt' } },
});

const refusal = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown[]> => {
  const { status, body } = await answer;
  return [status, (body as { code?: number }).code];
};

/** Uploads a bundle to a new item, or to one that is there. */
const send = async (archive: string, name: string): Promise<{ guid: string; id: unknown }> => {
  const guid = await client.create(name);
  const { body } = await client.upload(guid, archive);
  return { guid, id: body.id };
};

describe('a bundle', () => {
  it('is taken with its length and checksum, listed, downloaded and deleted', async () => {
    const archive = await bundleOf();
    const content = await readFile(archive);
    const guid = await client.create('bundles');
    const checksum = createHash('md5').update(content).digest('base64');
    const { status, body } = await client.upload(guid, archive, { 'x-content-checksum': checksum });
    expect([status, body]).toMatchObject([200, { content_guid: guid, active: false, size: content.length }]);
    const sha1 = createHash('sha1').update(content).digest('hex');
    const listed = await client.call<unknown[]>('GET', `/v1/content/${guid}/bundles`);
    expect(listed.body).toMatchObject([{ id: body.id, metadata: { archive_sha1: sha1, source: null } }]);
    const headers = { authorization: `Key ${server.apiKey}` };
    const path = `${server.url}/__api__/v1/content/${guid}/bundles/${body.id}`;
    expect(Buffer.from(await (await fetch(`${path}/download`, { headers })).arrayBuffer())).toEqual(content);
    expect((await fetch(path, { method: 'DELETE', headers })).status).toBe(204);
    expect(await refusal(client.call('GET', `/v1/content/${guid}/bundles/${body.id}`))).toEqual([404, 4]);
  });

  it('is taken in chunks of unknown length, as rsconnect-python sends it', async () => {
    const guid = await client.create('chunks');
    const body = new Blob([await readFile(await bundleOf())]).stream();
    const headers = { authorization: `Key ${server.apiKey}` };
    const url = `${server.url}/__api__/v1/content/${guid}/bundles`;
    expect((await fetch(url, { method: 'POST', headers, body, duplex: 'half' })).status).toBe(200);
    const [record] = server.requests.matching(`POST /__api__/v1/content/${guid}/bundles`);
    expect(record?.sent).toMatchObject({ 'transfer-encoding': 'chunked' });
  });

  it('is refused when its checksum differs, and when it is no bundle', async () => {
    const guid = await client.create('refused');
    const archive = await bundleOf();
    expect(await refusal(client.upload(guid, archive, { 'x-content-checksum': 'AAAA' }))).toEqual([400, 104]);
    expect(await refusal(client.upload(guid, Buffer.from('nothing')))).toEqual([400, 135]);
    expect(await refusal(client.upload(guid, Buffer.alloc(0)))).toEqual([400, 125]);
    const bare = await pack(grow({ 'app.py': app() }));
    expect(await refusal(client.upload(guid, bare))).toEqual([400, 38]);
    const strange = await bundleOf('one', { appmode: 'python-flask' });
    expect(await client.upload(guid, strange)).toMatchObject({
      body: { code: 38, error: 'Cannot process manifest: Unrecognized app mode' },
    });
    expect(server.bundles(guid)).toEqual([]);
  });

  it('is refused by its size', async () => {
    const small = await place.connect({ maxBundleSize: 100 });
    const other = createConnectClient(small);
    expect((await other.upload(await other.create('large'), await bundleOf())).status).toBe(413);
  });

  it('comes with its metadata in a form', async () => {
    const guid = await client.create('metadata');
    const form = new FormData();
    form.set('archive', new Blob([await readFile(await bundleOf())], { type: 'application/x-tar' }), 'bundle.tar.gz');
    form.set('metadata', JSON.stringify({ source: 'github-actions', source_commit: 'abc', extra: 'yes' }));
    const url = `${server.url}/__api__/v1/content/${guid}/bundles`;
    const answer = await fetch(url, { method: 'POST', headers: { authorization: `Key ${server.apiKey}` }, body: form });
    const metadata = { source: 'github-actions', source_commit: 'abc', source_repo: null, extra: 'yes' };
    expect(await answer.json()).toMatchObject({ metadata });
  });
});

describe('a deployment', () => {
  it('answers a task whose lines come as they are asked for', async () => {
    const { guid, id } = await send(await bundleOf(), 'deployed');
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
    const { guid, id } = await send(
      await bundleOf('one', { files: { 'requirements.txt': 'iniconfig==2.0.0\n' } }),
      'cached',
    );
    expect((await client.deploy(guid, id)).output.join('\n')).toContain('Creating environment: ');
    expect((await client.deploy(guid, id)).output.join('\n')).toContain('Reusing cached environment: ');
    expect((await client.call('GET', `/v1/content/${guid}/lockfile`)).body).toContain('iniconfig==2.0.0');
  });

  it('is visited with a key only, unless it is for all, and starts again with new variables', async () => {
    const { guid, id } = await send(await bundleOf('two'), 'visited');
    await client.deploy(guid, id);
    const path = `/content/${guid}/`;
    expect(await client.visit(path)).toMatchObject({ status: 200, text: 'two' }); // and the app never sees the key
    expect((await client.visit(path, {})).status).toBe(401);
    const browser = await client.visit(path, { accept: 'text/html' });
    expect([browser.status, browser.headers.get('location')]).toMatchObject([302, /^\/__login__/]);
    const stranger = createConnectClient(server, server.createKey('stranger'));
    expect((await stranger.visit(path)).status).toBe(403);
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
    const { guid, id: first } = await send(await bundleOf('first'), 'drafts');
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
    const { guid, id } = await send(await bundleOf(), 'fixed-mode');
    expect(await refusal(client.call('POST', `/v1/content/${await client.create('empty')}/deploy`, {}))).toEqual([
      404, 28,
    ]);
    await client.deploy(guid, id);
    const { body: other } = await client.upload(guid, await bundleOf('one', { appmode: 'python-fastapi' }));
    expect(await refusal(client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: other.id }))).toEqual([
      403, 48,
    ]);
    const { id: foreign } = await send(await bundleOf(), 'foreign');
    expect(await refusal(client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: foreign }))).toEqual([400, 82]);
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

describe('a deployment fails', () => {
  const failed = async (name: string, archive: string): Promise<string> => {
    const { guid, id } = await send(archive, name);
    const { code, error, result } = await client.deploy(guid, id);
    expect({ code, result }).toMatchObject({ code: 1, result: { type: 'build-failed-error' } });
    expect((await client.call('GET', `/v1/content/${guid}`)).body).toMatchObject({
      app_mode: 'unknown',
      bundle_id: null,
    });
    return error;
  };

  it('when a file is not what the manifest says, or is missing', async () => {
    const files = { 'app.py': { checksum: '0'.repeat(32) } };
    expect(await failed('checksum', await bundleOf('one', { manifest: { files } }))).toMatch(
      /^The checksum of app.py is/,
    );
    const missing = { 'model.bin': { checksum: '0'.repeat(32) } };
    expect(await failed('missing', await bundleOf('one', { manifest: { files: missing } }))).toContain('model.bin');
  });

  it('when no installed Python will do', async () => {
    const requires = { ...python('3.11.0'), environment: { python: { requires: '~=3.99.0' } } };
    expect(await failed('requires', await bundleOf('one', { manifest: requires }))).toBe(
      'Cannot find compatible environment: no compatible Local environment with Python version 3.11.0 (~=3.99.0)',
    );
    expect(await failed('major', await bundleOf('one', { manifest: python('4.0.0') }))).toContain(
      'Python version 4.0.0',
    );
  });

  it('when its packages cannot be installed, and its job says so', async () => {
    const files = { 'requirements.txt': './not-in-the-bundle\n' };
    expect(await failed('packages', await bundleOf('one', { files }))).toMatch(/uv pip exited with/);
    const guid = server.content().find(({ name }) => name === 'packages')?.guid;
    const [job] = (await client.call<{ key: string; tag: string }[]>('GET', `/v1/content/${guid}/jobs`)).body;
    expect(job?.tag).toBe('python_restore');
    const path = `/v1/content/${guid}/jobs/${job?.key}`;
    expect((await client.call('GET', `${path}/error`)).body.summary).toMatch(/Unable to build/);
    const { entries } = (await client.call<{ entries: { data: string }[] }>('GET', `${path}/log?max_log_lines=50`))
      .body;
    expect(entries.map(({ data }) => data).join('\n')).toContain('not-in-the-bundle');
    expect((await client.call<string>('GET', `${path}/tail`)).body).toContain('not-in-the-bundle');
  });

  it('when requirements have hashes, or the mode is none that is run here', async () => {
    const hashed = `iniconfig==2.0.0 --hash=sha256:${'0'.repeat(64)}\n`;
    expect(await failed('hashes', await bundleOf('one', { files: { 'requirements.txt': hashed } }))).toContain(
      'hashes',
    );
    const quarto = { manifest: { metadata: { appmode: 'quarto-static' } } };
    expect(await failed('quarto', await bundleOf('one', quarto))).toBe('This server cannot build Quarto documents');
  });

  it('only at the first visit, when the app does not start', async () => {
    const { guid, id } = await send(await bundleOf('one', { files: { 'app.py': 'import not_there\n' } }), 'broken');
    expect((await client.deploy(guid, id)).code).toBe(0);
    const page = await client.visit(`/content/${guid}/`);
    expect(page.status).toBe(500);
    expect(page.text).toContain("No module named 'not_there'");
    const [job] = server.jobs(guid);
    expect(job).toMatchObject({ tag: 'run_python_api', exit_code: 1, error: expect.stringContaining('exit code 1') });
  });

  it('never, when its task is stuck', async () => {
    const { guid, id } = await send(await bundleOf(), 'stuck');
    server.stickTasks();
    const { body } = await client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: id });
    const task = await client.call('GET', `/v1/tasks/${body.task_id}`);
    expect(task.body).toMatchObject({ finished: false, output: [], code: 0, last: 0 });
    expect((await client.deploy(guid, id)).code).toBe(0);
  });
});

describe('versions', () => {
  const on = async (version: string) => {
    const old = await place.connect({ version });
    const other = createConnectClient(old);
    const guid = await other.create('versions');
    const { body } = await other.upload(
      guid,
      await bundleOf('old', { manifest: { ...python('3.0.0'), environment: { python: { requires: '~=3.99.0' } } } }),
    );
    return { other, guid, id: body.id, old };
  };

  it('before 2025.06 know no drafts, and before 2025.03 no `requires`', async () => {
    const { other, guid, id } = await on('2024.12.0');
    expect((await other.call('GET', '/v1/server_settings/nodejs')).status).toBe(404); // came with 2026.04
    const draft = await other.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: id, activate: false });
    expect(draft).toMatchObject({ status: 400, body: { code: 121, error: expect.stringContaining('"activate"') } });
    expect((await other.deploy(guid, id)).code).toBe(0); // any Python 3 will do
  });

  it('before 2025.07 do not show drafts, and before 2025.12 take no metadata', async () => {
    const { other, guid, old } = await on('2025.06.0');
    const { body } = await other.upload(guid, await bundleOf('draft'));
    expect((await other.deploy(guid, body.id, { activate: false })).code).toBe(0);
    expect((await other.visit(`/content/${guid}/_bundle${body.id}/`)).status).toBe(404);
    const form = new FormData();
    form.set('archive', new Blob([await readFile(await bundleOf())]), 'bundle.tar.gz');
    const url = `${old.url}/__api__/v1/content/${guid}/bundles`;
    const answer = await fetch(url, { method: 'POST', headers: { authorization: `Key ${old.apiKey}` }, body: form });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([400, 135]);
    const panel = await bundleOf('one', { appmode: 'python-panel' });
    expect(await refusal(other.upload(guid, panel))).toEqual([400, 38]);
  });

  it('match Python as strictly as their administrator asks', async () => {
    const strict = await place.connect({ version: '2024.12.0', matching: 'exact' });
    const other = createConnectClient(strict);
    const guid = await other.create('strict');
    const { body } = await other.upload(guid, await bundleOf());
    expect((await other.deploy(guid, body.id)).error).toContain(
      'no compatible Local environment with Python version 3.11.0',
    );
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
    const { guid, id } = await send(await site('site'), 'static');
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
    const { guid, id } = await send(await bundleOf('bare', { files, manifest: management }), 'unmanaged');
    const { output } = await client.deploy(guid, id);
    expect(output.join('\n')).toContain('environment management is disabled');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('bare');
  });

  it('lies in the one folder of an archive', async () => {
    const project = grow({ 'inner/requirements.txt': '', 'inner/app.py': app('inner') });
    await makeBundle(join(project, 'inner'), 'python-api');
    await rm(`${join(project, 'inner')}.tar.gz`);
    const { guid, id } = await send(await pack(project), basename(project));
    expect((await client.deploy(guid, id)).error).toBe('');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('inner');
  });

  it('comes from git, and takes no uploads then', async () => {
    const project = grow({ 'requirements.txt': '', 'app.py': app('from git') });
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
