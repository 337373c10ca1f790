import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { pullRequest } from '../tools/events.ts';

const place = createWorkplace();
const { run, project, guidOf, calls } = createConnectRuns(place);
let server: ConnectServer;
let old: ConnectServer;
beforeAll(async () => {
  [server, old] = await Promise.all([place.connect(), place.connect({ version: '2025.11.0' })]);
});
afterAll(() => place.clear());

const bundleOf = (at: ConnectServer, name: string) => at.content().find((one) => one.name === name)?.bundle_id;
const ids = (at: ConnectServer, name: string) => at.bundles(guidOf(at, name)).map(({ id }) => id);
const page = async (url = '', at = server): Promise<string> =>
  (await fetch(`${url}/`, { headers: { authorization: `Key ${at.apiKey}` } })).text();
const closed = (number: number) => pullRequest(number, { action: 'closed' });

describe.concurrent('on a server that keeps what bundles are marked with, a preview', () => {
  test('is a draft of the live content from its opening to its end', async () => {
    await run(server, { workspace: await project('drafts'), inputs: { env: 'GREETING=live' } });
    const guid = guidOf(server, 'drafts');
    const live = bundleOf(server, 'drafts');
    const settings = 'description = "Only for the live one"\n';
    const opened = await run(server, {
      workspace: await project('drafts', { 'app.py': wsgi('preview') }, settings),
      event: pullRequest(7),
      inputs: { env: 'GREETING=preview' },
    });
    expect(opened.titles()).toEqual([]);
    const draft = opened.outputs['deployment-id'];
    expect(opened.outputs).toMatchObject({
      ...{ status: 'deployed', id: guid, url: `${server.url}/content/${guid}/_bundle${draft}` },
      'console-url': `${server.url}/connect/#/apps/${guid}/draft/${draft}`,
    });
    expect(await page(opened.outputs.url)).toBe('preview');
    expect(await page(`${server.url}/content/${guid}`)).toBe('hello');
    expect(bundleOf(server, 'drafts')).toBe(live);
    expect(server.variables(guid)).toEqual({ GREETING: 'live' });
    expect(server.content().find((one) => one.guid === guid)?.settings.description).toBe('');
    expect(opened.log).toContain('GREETING of this run are not set');
    expect(server.bundles(guid)[0]?.metadata).toMatchObject({
      ...{ source_pull_request: '7', source_commit: 'a'.repeat(40) },
    });

    const workspace = await project('drafts', { 'app.py': wsgi('pushed') });
    const pushed = await run(server, { workspace, event: pullRequest(7, { action: 'synchronize' }) });
    expect(await page(pushed.outputs.url)).toBe('pushed');
    expect(ids(server, 'drafts')).toEqual([Number(pushed.outputs['deployment-id']), live]);
    const again = await run(server, { workspace, event: pullRequest(7, { action: 'synchronize' }) });
    expect(again.outputs).toMatchObject({ status: 'unchanged', url: pushed.outputs.url });

    const done = await run(server, { workspace, event: closed(7) });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('removed');
    expect(ids(server, 'drafts')).toEqual([live]);
    const twice = await run(server, { workspace, event: closed(7) });
    expect(twice.log).toContain('nothing to remove');
  });

  test('is made live by the deployment of the same files, without another upload, and then stays', async () => {
    await run(server, { workspace: await project('promoted') });
    const merged = await project('promoted', { 'app.py': wsgi('merged') });
    const opened = await run(server, { workspace: merged, event: pullRequest(8) });
    const deployed = await run(server, { workspace: merged });
    expect(deployed.log).toContain('the preview of pull request #8');
    expect(deployed.outputs['deployment-id']).toBe(opened.outputs['deployment-id']);
    expect(await page(deployed.outputs.url)).toBe('merged');
    await run(server, { workspace: merged, event: closed(8) });
    expect(String(bundleOf(server, 'promoted'))).toBe(opened.outputs['deployment-id']);
    expect(ids(server, 'promoted')).toHaveLength(2);
  });

  test('of another pull request or repository is left alone', async () => {
    await run(server, { workspace: await project('neighbours') });
    const draft = (text: string) => project('neighbours', { 'app.py': wsgi(text) });
    const one = await run(server, { workspace: await draft('one'), event: pullRequest(1) });
    const eleven = await run(server, { workspace: await draft('eleven'), event: pullRequest(11) });
    const env = { GITHUB_REPOSITORY: 'octo/fork' };
    await run(server, { workspace: await draft('one'), event: closed(1), env });
    expect(ids(server, 'neighbours')).toContain(Number(one.outputs['deployment-id']));
    await run(server, { workspace: await draft('one'), event: closed(1) });
    expect(ids(server, 'neighbours')).toContain(Number(eleven.outputs['deployment-id']));
    expect(ids(server, 'neighbours')).not.toContain(Number(one.outputs['deployment-id']));
  });

  test('is none where the server refuses drafts after all', async () => {
    const workspace = await project('refused');
    await run(server, { workspace });
    server.faults.add({
      on: `POST /__api__/v1/content/${guidOf(server, 'refused')}/deploy`,
      answer: { status: 400, body: '{"code":121,"error":"unknown field activate"}' },
    });
    const opened = await run(server, {
      workspace: await project('refused', { 'app.py': wsgi('new') }),
      event: pullRequest(4),
    });
    expect(opened.titles('error')).toEqual(['no-drafts']);
  });

  test('of an app that is not live yet is content of its own', async () => {
    const workspace = await project('unborn');
    const opened = await run(server, { workspace, event: pullRequest(3) });
    expect(opened.outputs).toMatchObject({ status: 'deployed', id: guidOf(server, 'unborn_pr_3') });
    expect(guidOf(server, 'unborn')).toBe('');
    await run(server, { workspace, event: closed(3) });
    expect(guidOf(server, 'unborn_pr_3')).toBe('');
  });

  test('that does not start is red, and what is live stays', async () => {
    await run(server, { workspace: await project('sick') });
    const live = bundleOf(server, 'sick');
    const workspace = await project('sick', { 'app.py': 'import nothing_here\n\ndef app(e, s):\n    return []\n' });
    const opened = await run(server, {
      ...{ workspace, event: pullRequest(4) },
      inputs: { 'health-check-timeout': '1' },
    });
    expect(opened.titles('error')).toEqual(['unhealthy']);
    expect(opened.outputs.status).toBe('failed');
    expect(bundleOf(server, 'sick')).toBe(live);
  });
});

describe.concurrent('on an older server, a preview', () => {
  test('is content of its own, with its own variables, and is removed by name and title', async () => {
    await run(old, { workspace: await project('single'), inputs: { env: 'GREETING=live' } });
    const workspace = await project('single', { 'app.py': wsgi('preview') }, 'vanity-url = "/single"\n');
    const inputs = { env: 'GREETING=preview' };
    const opened = await run(old, { workspace, event: pullRequest(7), inputs });
    expect(opened.titles()).toEqual([]);
    const guid = guidOf(old, 'single_pr_7');
    expect(opened.outputs).toMatchObject({ status: 'deployed', id: guid, url: `${old.url}/content/${guid}` });
    expect(old.content().find((one) => one.guid === guid)?.settings.title).toBe('single (PR #7)');
    expect(old.variables(guid)).toEqual({ GREETING: 'preview' });
    expect(old.variables(guidOf(old, 'single'))).toEqual({ GREETING: 'live' });
    expect((await fetch(`${old.url}/single/`)).status).toBe(404);
    const again = await run(old, { workspace, event: pullRequest(7, { action: 'synchronize' }) });
    expect(again.outputs).toMatchObject({ status: 'unchanged', id: guid });
    const done = await run(old, { workspace, event: closed(7) });
    expect(done.outputs).toMatchObject({ status: 'removed', id: guid });
    expect(guidOf(old, 'single_pr_7')).toBe('');
    expect(guidOf(old, 'single')).not.toBe('');
  });

  test('is not mistaken for content that only has such a name', async () => {
    await fetch(`${old.url}/__api__/v1/content`, {
      method: 'POST',
      headers: { authorization: `Key ${old.apiKey}`, 'content-type': 'application/json' },
      body: '{"name":"namesake_pr_5","title":"Quarterly report"}',
    });
    const done = await run(old, { workspace: await project('namesake'), event: closed(5) });
    expect(done.log).toContain('nothing to remove');
    expect(guidOf(old, 'namesake_pr_5')).not.toBe('');
    expect(calls(old).some((call) => call.startsWith('DELETE') && call.includes('namesake'))).toBe(false);
  });
});
