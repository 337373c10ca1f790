import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActionsCache, startActionsCache } from '../emulators/actions-cache/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { pullRequest } from '../tools/events.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let server: RicochetServer;
let cache: ActionsCache;

beforeAll(async () => {
  [server, cache] = await Promise.all([place.start(), startActionsCache()]);
});
afterAll(async () => {
  await cache.close();
  await place.clear();
});

type Config = { name: string; slug?: string; more?: string };

const config = ({ name, slug, more = '' }: Config) => `
[content]
name = "${name}"
${slug ? `slug = "${slug}"` : ''}
entrypoint = "serve.py"
access_type = "external"
content_type = "python-service"
${more}
[language]
name = "python"
packages = "uv.lock"
`;

const project = (which: Config) => place.project('service', { '_ricochet.toml': config(which) });

const run = (workspace: string, options: Partial<ActionOptions> = {}, at = server): Promise<ActionRun> =>
  runCase({
    workspace,
    temp: place.path('temp'),
    ...options,
    env: { ...cache.environment(), ...options.env },
    inputs: {
      ...{ server: at.url, token: at.apiKey, preflight: 'static', 'health-check-timeout': '60' },
      ...options.inputs,
    },
  });

type Row = { readonly id: string; readonly name: string; readonly slug?: string };

const api = (path: string, at = server) =>
  fetch(`${at.url}/api/v0/${path}`, { headers: { authorization: `Key ${at.apiKey}` } });

/** The items of an app and of its previews, by their names. */
const items = async (app: string, at = server): Promise<Row[]> =>
  ((await (await api('user/items', at)).json()) as Row[]).filter(({ name }) => name.startsWith(app));

const names = async (app: string, at = server) => (await items(app, at)).map(({ name }) => name).sort();

test('a pull request has its own item from its opening to its end, and production is left alone', async () => {
  const workspace = await project({ name: 'Report', slug: 'report' });
  const production = await run(workspace, { inputs: { env: 'GREETING=Hello' } });
  expect(production.outputs.status).toBe('deployed');
  const settings = async () => (await api(`content/${production.outputs.id}/toml`)).text();
  const before = await settings();

  await appendFile(join(workspace, 'serve.py'), '\n# a change\n');
  const opened = await run(workspace, { event: pullRequest(7), inputs: { env: 'GREETING=Preview' } });
  expect(opened.titles()).toEqual([]);
  expect(opened.outputs).toMatchObject({ status: 'deployed', url: `${server.url}/report-pr-7` });
  expect(opened.outputs.id).toBe((await items('Report (PR #7)'))[0]?.id);
  expect(opened.outputs.id).not.toBe(production.outputs.id);

  await appendFile(join(workspace, 'serve.py'), '\n# another\n');
  const pushed = await run(workspace, { event: pullRequest(7, { action: 'synchronize' }) });
  expect(pushed.outputs).toMatchObject({ status: 'deployed', id: opened.outputs.id });
  expect(await names('Report')).toEqual(['Report', 'Report (PR #7)']);
  expect(server.deployments(production.outputs.id ?? '')).toHaveLength(1);
  expect(await settings()).toBe(before);

  const closed = await run(workspace, { event: pullRequest(7, { action: 'closed' }) });
  expect(closed.titles()).toEqual([]);
  expect(closed.outputs).toMatchObject({ status: 'removed', id: opened.outputs.id });
  expect(await names('Report')).toEqual(['Report']);

  const again = await run(workspace, { event: pullRequest(7, { action: 'closed' }) });
  expect(again.exitCode).toBe(0);
  expect(again.outputs.status).toBe('removed');
  expect(again.log).toContain('nothing to remove');

  const reopened = await run(workspace, { event: pullRequest(7, { action: 'reopened' }) });
  expect(reopened.outputs.status).toBe('deployed');
  expect(reopened.outputs.id).not.toBe(opened.outputs.id);
});

describe.concurrent('the preview of an app', () => {
  test('is a new item even when the files name the id of production', async () => {
    const production = await run(await project({ name: 'Named' }));
    const workspace = await project({ name: 'Named', more: `id = "${production.outputs.id}"` });
    const opened = await run(workspace, { event: pullRequest(3), inputs: { id: production.outputs.id ?? '' } });
    expect(opened.outputs).toMatchObject({ status: 'deployed' });
    expect(opened.outputs.id).not.toBe(production.outputs.id);
    expect(await names('Named')).toEqual(['Named', 'Named (PR #3)']);
  });

  test('does not do the regular work of a scheduled task a second time', async () => {
    const task = `${config({ name: 'Nightly' }).replace('python-service', 'python')}\n[schedule]\ncron = "0 4 * * *"\n`;
    const workspace = await place.project('service', { '_ricochet.toml': task });
    const opened = await run(workspace, { event: pullRequest(4) });
    expect(opened.outputs.status).toBe('deployed');
    expect(await (await api(`content/${opened.outputs.id}/toml`)).text()).not.toContain('0 4 * * *');
  });

  test('has a name that the server takes, however long the name of the app is', async () => {
    const long = `Long ${'ä'.repeat(115)}`;
    const opened = await run(await project({ name: long }), { event: pullRequest(123) });
    expect(opened.outputs.status).toBe('deployed');
    const [name = ''] = await names('Long');
    expect([...name]).toHaveLength(120);
    expect(name).toMatch(/ \(PR #123\)$/);
    const closed = await run(await project({ name: long }), { event: pullRequest(123, { action: 'closed' }) });
    expect(closed.outputs.status).toBe('removed');
    expect(await names('Long')).toEqual([]);
  });

  test('is made for a branch of any name', async () => {
    const branch = '-x"; echo `id` $(id) ::error::%0A <b> @here #1 ü';
    const opened = await run(await project({ name: 'Branchy' }), { event: pullRequest(5, { branch }) });
    expect(opened.outputs.status).toBe('deployed');
    expect(opened.titles()).toEqual([]);
  });

  test('says which item holds its slug, and leaves that alone', async () => {
    await run(await project({ name: 'Holder', slug: 'taken-pr-6' }));
    const refused = await run(await project({ name: 'Taken', slug: 'taken' }), { event: pullRequest(6) });
    expect(refused.titles()).toEqual(['conflict']);
    expect(refused.exitCode).toBe(1);
    expect(await names('Holder')).toEqual(['Holder']);
    expect(await names('Taken')).toEqual([]);
  });
});

describe.concurrent('two runs that make the same preview at once', () => {
  /** Both have looked before either uploads. */
  const race = async (which: Config) => {
    const own = await place.start();
    own.faults.add({ on: 'POST /api/v0/content/upload', times: 2, delayMs: 1_500 });
    const workspaces = await Promise.all([project(which), project(which)]);
    const runs = await Promise.all(workspaces.map((workspace) => run(workspace, { event: pullRequest(9) }, own)));
    expect(runs.map(({ outputs }) => outputs.status)).toEqual(['deployed', 'deployed']);
    const left = await items(which.name, own);
    expect(left.map(({ name }) => name)).toEqual([`${which.name} (PR #9)`]);
    expect(runs.map(({ outputs }) => outputs.id)).toEqual([left[0]?.id, left[0]?.id]);
    expect(own.deployments(left[0]?.id ?? '')).toHaveLength(2);
    await own.close();
  };

  test('end with one item, where the slug keeps the second one out', () => race({ name: 'Slugged', slug: 'slugged' }));
  test('end with one item, where nothing keeps the second one out', () => race({ name: 'Bare' }));
});

describe.concurrent('a run that GitHub gives no secrets', () => {
  const without = async (event: ReturnType<typeof pullRequest>, env: Record<string, string> = {}) =>
    run(await project({ name: 'Guest' }), { event, env, inputs: { token: '' } });

  test.each([
    ['of a fork', pullRequest(1, { head: 'stranger/app' }), {}],
    ['of a fork that was deleted', pullRequest(1, { head: null }), {}],
    ['of Dependabot', pullRequest(1), { GITHUB_ACTOR: 'dependabot[bot]' }],
    ['of a fork that is closed', pullRequest(1, { head: 'stranger/app', action: 'closed' }), {}],
  ])('because it is %s, is skipped with a word why', async (_, event, env) => {
    const skipped = await without(event, env);
    expect(skipped.exitCode).toBe(0);
    expect(skipped.titles()).toEqual(['no-secrets']);
    expect(skipped.titles('notice')).toEqual(['no-secrets']);
    expect(skipped.outputs.status).toBe('skipped');
  });

  test('though the branch is of the repository itself, is told to set the secret', async () => {
    const failed = await without(pullRequest(1));
    expect(failed.exitCode).toBe(1);
    expect(failed.titles('error')).toEqual(['no-token']);
  });
});

test('in pull_request_target nothing of the checkout is run, and it is said so', async () => {
  const workspace = await project({ name: 'Target' });
  const event = pullRequest(2, { event: 'pull_request_target', head: 'stranger/app' });
  const opened = await run(workspace, { event, withUv: true, inputs: { preflight: 'sync' } });
  expect(opened.titles('notice')).toEqual(['untrusted-head']);
  expect(opened.log).not.toContain('the environment installs');
  expect(opened.outputs.status).toBe('deployed');
});

describe('without the number of a pull request', () => {
  test('no preview is made', async () => {
    const failed = await run(await project({ name: 'Numberless' }), { inputs: { mode: 'preview' } });
    expect(failed.titles('error')).toEqual(['no-pull-request']);
    expect(await names('Numberless')).toEqual([]);
  });

  test('the input gives it', async () => {
    const workspace = await project({ name: 'Given' });
    const made = await run(workspace, { inputs: { mode: 'preview', 'pull-request': '12' } });
    expect(made.outputs.status).toBe('deployed');
    expect(await names('Given')).toEqual(['Given (PR #12)']);
    await run(workspace, { inputs: { mode: 'teardown', 'pull-request': '12' } });
    expect(await names('Given')).toEqual([]);
  });
});

describe.concurrent('the removal of a preview', () => {
  test('needs no project that passes the checks', async () => {
    const workspace = await project({ name: 'Broken' });
    await run(workspace, { event: pullRequest(8) });
    await writeFile(join(workspace, 'uv.lock'), '<<<<<<< ours');
    await writeFile(join(workspace, '.python-version'), 'nonsense');
    const closed = await run(workspace, { event: pullRequest(8, { action: 'closed' }) });
    expect(closed.titles()).toEqual([]);
    expect(await names('Broken')).toEqual([]);
  });

  test('touches neither the previews of other pull requests nor those of apps with a similar name', async () => {
    for (const [name, number] of [
      ['Similar', 8],
      ['Similar', 88],
      ['Similar too', 8],
    ] as const) {
      await run(await project({ name }), { event: pullRequest(number) });
    }
    const closed = await run(await project({ name: 'Similar' }), { event: pullRequest(8, { action: 'closed' }) });
    expect(closed.outputs.status).toBe('removed');
    expect(await names('Similar')).toEqual(['Similar (PR #88)', 'Similar too (PR #8)']);
  });

  test('that the server refuses is reported, and nothing else is said to be removed', async () => {
    const own = await place.start();
    const workspace = await project({ name: 'Kept' });
    await run(workspace, { event: pullRequest(1) }, own);
    own.faults.add({ on: 'DELETE *', answer: { status: 403, body: '{"error":"Not yours"}' } });
    const refused = await run(workspace, { event: pullRequest(1, { action: 'closed' }) }, own);
    expect(refused.titles('error')).toEqual(['forbidden']);
    expect(refused.outputs.status).toBe('failed');
    expect(await names('Kept', own)).toEqual(['Kept (PR #1)']);
    await own.close();
  });

  test('whose answer got lost is done, and told as done', async () => {
    const own = await place.start();
    const workspace = await project({ name: 'Lost' });
    await run(workspace, { event: pullRequest(1) }, own);
    own.faults.add({ on: 'DELETE *', times: 1, reset: 'before-answer' });
    const removed = await run(workspace, { event: pullRequest(1, { action: 'closed' }) }, own);
    expect(removed.outputs.status).toBe('removed');
    expect(await names('Lost', own)).toEqual([]);
    await own.close();
  });
});
