import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { pullRequest } from '../tools/events.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
const connect = createConnectRuns(place);
let ricochet: RicochetServer;
let server: ConnectServer;
let old: ConnectServer;
beforeAll(async () => {
  [ricochet, server, old] = await Promise.all([
    place.start(),
    place.connect(),
    place.connect({ version: '2025.11.0' }),
  ]);
});
afterAll(() => place.clear());

const STAGING = { variant: 'staging' };
const closed = (number: number) => pullRequest(number, { action: 'closed' });

describe('on ricochet', () => {
  type Config = { name: string; slug?: string; type?: string; more?: string };
  const project = ({ name, slug, type = 'python-service', more = '' }: Config) =>
    place.project('service', {
      '_ricochet.toml': `[content]\nname = "${name}"\n${slug ? `slug = "${slug}"\n` : ''}entrypoint = "serve.py"\naccess_type = "external"\ncontent_type = "${type}"\n${more}\n[language]\nname = "python"\npackages = "uv.lock"\n`,
    });
  const run = (workspace: string, options: Partial<ActionOptions> = {}): Promise<ActionRun> =>
    runCase({
      workspace,
      temp: place.path('temp'),
      ...options,
      inputs: {
        ...{ server: ricochet.url, token: ricochet.apiKey, preflight: 'static', 'health-check-timeout': '60' },
        ...options.inputs,
      },
    });
  const items = (name: string) => ricochet.items().filter(({ config }) => config.name.startsWith(name));
  const names = (name: string) =>
    items(name)
      .map(({ config }) => config.name)
      .sort();
  const toml = async (id = '') =>
    (
      await fetch(`${ricochet.url}/api/v0/content/${id}/toml`, { headers: { authorization: `Key ${ricochet.apiKey}` } })
    ).text();

  test('a variant is an item of its own, found again, with previews of its own', async () => {
    const workspace = await project({ name: 'Sales', slug: 'sales' });
    const production = await run(workspace);
    const before = await toml(production.outputs.id);
    const staging = await run(workspace, { inputs: STAGING });
    expect(staging.titles()).toEqual([]);
    expect(staging.outputs).toMatchObject({ status: 'deployed', url: `${ricochet.url}/sales-staging` });
    expect(staging.outputs.id).not.toBe(production.outputs.id);
    expect(names('Sales')).toEqual(['Sales', 'Sales (staging)']);

    await appendFile(join(workspace, 'serve.py'), '\n# a change\n');
    const again = await run(workspace, { inputs: STAGING });
    expect(again.outputs).toMatchObject({ status: 'deployed', id: staging.outputs.id });
    expect(ricochet.deployments(production.outputs.id ?? '')).toHaveLength(1);
    expect(await toml(production.outputs.id)).toBe(before);

    const own = await run(workspace, { event: pullRequest(7) });
    const preview = await run(workspace, { event: pullRequest(7), inputs: STAGING });
    expect(preview.outputs.url).toBe(`${ricochet.url}/sales-staging-pr-7`);
    expect(preview.outputs.id).not.toBe(own.outputs.id);
    expect(names('Sales')).toEqual(['Sales', 'Sales (PR #7)', 'Sales (staging)', 'Sales (staging) (PR #7)']);

    await run(workspace, { event: closed(7) });
    expect(names('Sales')).toEqual(['Sales', 'Sales (staging)', 'Sales (staging) (PR #7)']);
    await run(workspace, { event: closed(7), inputs: STAGING });
    expect(names('Sales')).toEqual(['Sales', 'Sales (staging)']);
  });

  test('a variant leaves out the id and the schedule, which are those of production', async () => {
    const task = { name: 'Nightly', type: 'python' };
    const production = await run(await project(task));
    const workspace = await project({
      ...task,
      more: `id = "${production.outputs.id}"\n[schedule]\ncron = "0 4 * * *"`,
    });
    const staging = await run(workspace, { inputs: STAGING });
    expect(staging.outputs.status).toBe('deployed');
    expect(names('Nightly')).toEqual(['Nightly', 'Nightly (staging)']);
    expect(await toml(staging.outputs.id)).not.toContain('0 4 * * *');
    const invoked = await run(workspace, { inputs: { ...STAGING, mode: 'invoke', timeout: '60' } });
    expect(invoked.outputs.id).toBe(staging.outputs.id);
  });

  test('variants of long names stay apart, and so do their previews', async () => {
    const long = `Long ${'x'.repeat(114)}`;
    const [one, two] = await Promise.all([project({ name: `${long}1` }), project({ name: `${long}2` })]);
    for (const workspace of [one, two]) {
      expect((await run(workspace, { inputs: STAGING })).outputs.status).toBe('deployed');
      expect((await run(workspace, { inputs: { variant: 'stagin' } })).outputs.status).toBe('deployed');
    }
    expect(names('Long')).toHaveLength(4);
    await run(one, { event: pullRequest(1_234_567_890), inputs: STAGING });
    await run(one, { event: pullRequest(1_234_567_890), inputs: { variant: 'stagin' } });
    expect(names('Long')).toHaveLength(6);
  });

  test('the slug of a variant that is another item’s is refused, and that is left alone', async () => {
    const other = await run(await project({ name: 'Other', slug: 'held-staging' }));
    const refused = await run(await project({ name: 'Held', slug: 'held' }), { inputs: STAGING });
    expect(refused.titles()).toEqual(['conflict']);
    expect(refused.annotations[0]?.message).toContain(other.outputs.id);
    expect(names('Other')).toEqual(['Other']);
    expect(ricochet.deployments(other.outputs.id ?? '')).toHaveLength(1);
  });

  test.each<[where: string, inputs: Record<string, string>, settings: string]>([
    ['the input', { name: 'Fixed 1 (staging)' }, ''],
    ['pyproject.toml', {}, '\n[tool.uv-deploy.ricochet]\nname = "Fixed 2 (staging)"\n'],
  ])(
    '%s with another name than that of the slug’s item renames nothing and deploys nothing',
    async (where, inputs, settings) => {
      const number = where === 'the input' ? 1 : 2;
      const workspace = await project({ name: `Fixed ${number}`, slug: `fixed-${number}` });
      const production = await run(workspace);
      await appendFile(join(workspace, 'pyproject.toml'), settings);
      await appendFile(join(workspace, 'serve.py'), '\n# staged\n');
      for (const mode of ['deploy', 'invoke']) {
        const refused = await run(workspace, { inputs: { ...inputs, mode } });
        expect(refused.exitCode).toBe(1);
        expect(refused.titles('error')).toEqual(['name-differs']);
        expect(refused.annotations[0]?.message).toContain('variant: staging');
      }
      expect(names(`Fixed ${number}`)).toEqual([`Fixed ${number}`]);
      expect(ricochet.deployments(production.outputs.id ?? '')).toHaveLength(1);
    },
  );

  test('a name that was changed in _ricochet.toml is what the owner wrote: the item is renamed', async () => {
    const first = await run(await project({ name: 'Before', slug: 'renamed' }));
    const second = await run(await project({ name: 'After', slug: 'renamed' }));
    expect(second.outputs).toMatchObject({ status: 'deployed', id: first.outputs.id });
    expect(names('After')).toEqual(['After']);
  });
});

describe('on Posit Connect', () => {
  const { run, project, guidOf } = connect;
  const page = async (url = '', at = server): Promise<string> =>
    (await fetch(`${url}/`, { headers: { authorization: `Key ${at.apiKey}` } })).text();
  const contents = (at: ConnectServer, name: string) =>
    at
      .content()
      .filter((one) => one.name.startsWith(name))
      .map((one) => one.name)
      .sort();

  test('a variant is content of its own at an address of its own, and its previews are its drafts', async () => {
    const settings = 'title = "Sales"\nvanity-url = "/team/sales/"\n';
    const make = (text: string) => project('sales', { 'app.py': wsgi(text) }, settings);
    const production = await run(server, { workspace: await make('live') });
    expect(production.titles()).toEqual([]);
    const staging = await run(server, { workspace: await make('staged'), inputs: STAGING });
    expect(staging.titles()).toEqual([]);
    const guid = guidOf(server, 'sales__staging');
    expect(staging.outputs).toMatchObject({ status: 'deployed', id: guid });
    expect(server.content().find((one) => one.guid === guid)).toMatchObject({ settings: { title: 'Sales (staging)' } });
    expect(await page(`${server.url}/team/sales-staging`)).toBe('staged');
    expect(await page(`${server.url}/team/sales`)).toBe('live');

    const preview = await run(server, {
      workspace: await make('preview'),
      event: pullRequest(7),
      inputs: STAGING,
    });
    expect(preview.outputs).toMatchObject({ status: 'deployed', id: guid });
    expect(await page(preview.outputs.url)).toBe('preview');
    await run(server, { workspace: await make('live'), event: closed(7) });
    expect(server.bundles(guid)).toHaveLength(2);
    await run(server, { workspace: await make('live'), event: closed(7), inputs: STAGING });
    expect(server.bundles(guid)).toHaveLength(1);
    expect(server.bundles(guidOf(server, 'sales'))).toHaveLength(1);
    const again = await run(server, { workspace: await make('staged'), inputs: STAGING });
    expect(again.outputs).toMatchObject({ status: 'unchanged', id: guid });
  });

  test('previews that are content of their own are those of production or of the variant, never of both', async () => {
    const workspace = await project('apart');
    await run(old, { workspace });
    await run(old, { workspace, inputs: STAGING });
    await run(old, { workspace, event: pullRequest(3) });
    await run(old, { workspace, event: pullRequest(3), inputs: STAGING });
    expect(contents(old, 'apart')).toEqual(['apart', 'apart__staging', 'apart__staging_pr_3', 'apart_pr_3']);
    await run(old, { workspace, event: closed(3) });
    expect(contents(old, 'apart')).toEqual(['apart', 'apart__staging', 'apart__staging_pr_3']);
    await run(old, { workspace, event: closed(3), inputs: STAGING });
    expect(contents(old, 'apart')).toEqual(['apart', 'apart__staging']);
  });

  test('the id in the settings is that of production', async () => {
    const workspace = await project('pinned');
    const production = await run(server, { workspace });
    await appendFile(join(workspace, 'pyproject.toml'), `id = "${production.outputs.id}"\n`);
    const staging = await run(server, { workspace, inputs: STAGING });
    expect(staging.outputs.status).toBe('deployed');
    expect(contents(server, 'pinned')).toEqual(['pinned', 'pinned__staging']);
  });
});
