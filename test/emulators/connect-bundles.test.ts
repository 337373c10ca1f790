import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createForest } from '../tools/tree.ts';
import { pack } from './client.ts';
import { connectAnswers } from './connect/answers.ts';
import { createConnectClient, refusal } from './connect-client.ts';
import { createSamples, python, sampleApp } from './connect-sample.ts';
import { client, place, server } from './connect-service.ts';

const grow = createForest('connect-bundles');
const bundleOf = createSamples();

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
    const bare = await pack(grow({ 'app.py': sampleApp() }));
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

  it('may have come although its sender never heard so, and has not when the connection broke before', async () => {
    const guid = await client.create('interrupted');
    const archive = await bundleOf();
    for (const [reset, left] of [
      ['mid-body', 0],
      ['before-answer', 1],
    ] as const) {
      server.faults.add({ on: 'POST /__api__/v1/content/:guid/bundles', times: 1, reset });
      await expect(client.upload(guid, archive)).rejects.toThrow();
      expect(server.bundles(guid)).toHaveLength(left);
    }
    server.faults.add({ on: 'GET /__api__/v1/content/:guid', times: 1, answer: connectAnswers.truncatedJson() });
    expect((await client.call('GET', `/v1/content/${guid}`)).body).toBe('{"guid":"01234567-89ab-cdef');
    server.faults.add({
      on: 'POST /__api__/v1/content/:guid/bundles',
      times: 1,
      answer: connectAnswers.checksumMismatch(),
    });
    expect(await refusal(client.upload(guid, archive))).toEqual([400, 104]);
    expect((await client.upload(guid, archive)).status).toBe(200);
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
