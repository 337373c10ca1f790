import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CONSUMER, SERVICE_TOKEN } from '../../emulators/clever-cloud/access.ts';
import { ORGANISATION, USER } from '../../emulators/clever-cloud/api.ts';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import type { App } from '../../emulators/clever-cloud/store.ts';
import { type CleverClient, createCleverClient } from '../../emulators/clever-cloud-client.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { filesOf } from './project.ts';
import { createSteps, errors, unique, well } from './steps.ts';

const place = createWorkplace();
let server: CleverCloudServer;
let client: CleverClient;
let steps: ReturnType<typeof createSteps>;

beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 5_000 });
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  client = createCleverClient(server);
  steps = createSteps(place, server);
});
afterEach(() => {
  server.faults.clear();
  server.knobs.consumer = CONSUMER;
});
afterAll(() => place.clear());

/** The files of an app with another owner than usual; nothing for none. */
const ownedBy = (name: string, owner = ''): Record<string, string> => {
  const files = filesOf({ name, says: 'one' });
  const line = owner === '' ? '' : `owner = "${owner}"\n`;
  return { ...files, 'pyproject.toml': (files['pyproject.toml'] ?? '').replace('owner = "Example"\n', line) };
};

const changes = () => server.requests.all().filter(({ method }) => method !== 'GET');

describe('an app on Clever Cloud that can’t be deployed to is refused with its reason, and nothing is changed:', () => {
  test.each<[string, Partial<App>, string, RegExp]>([
    ['one that is unpaid', { state: 'DEFAULT_OF_PAYMENT' }, 'app-blocked', /its organisation has not paid/],
    ['one that is moderated', { state: 'MODERATED' }, 'app-blocked', /Clever Cloud has blocked it/],
    ['one that is archived', { settings: { archived: true } }, 'app-blocked', /it is archived/],
    ['one of another runtime', { runtime: 'node' }, 'app-blocked', /its runtime is node, not python/],
    ['one that GitHub deploys', { github: 'https://github.com/octo/app.git' }, 'git-managed', /from GitHub/],
  ])('%s', async (_, change, code, reason) => {
    const name = unique();
    const id = await client.create({ name });
    const { settings } = steps.appOf(name);
    server.edit(id, { ...change, ...(change.settings && { settings: { ...settings, ...change.settings } }) });
    server.requests.clear();
    const [refused, ...others] = errors(await steps.run(filesOf({ name, says: 'one' })));
    expect(refused).toMatchObject({ code, message: expect.stringMatching(reason) });
    expect(refused?.message).toContain(id);
    expect(others).toEqual([]);
    expect(changes()).toEqual([]);
  });
});

describe('without an owner', () => {
  test('an app is created in the user’s own space, and found there again', async () => {
    const name = unique();
    const first = well(await steps.run(ownedBy(name)));
    expect(steps.appOf(name).owner).toBe(USER);
    expect(well(await steps.run(ownedBy(name)), 'unchanged').outputs.id).toBe(first.outputs.id);
  });

  test('an app of the same name in an organisation is named with the line to write, and none is created', async () => {
    const name = unique();
    const id = await client.create({ name });
    server.requests.clear();
    const [elsewhere] = errors(await steps.run(ownedBy(name)));
    expect(elsewhere).toMatchObject({ code: 'app-elsewhere', message: expect.stringContaining(id) });
    expect(elsewhere?.message).toContain(`'Example' (${ORGANISATION})`);
    expect(elsewhere?.remedy).toContain(`owner = "${ORGANISATION}"`);
    expect(elsewhere?.remedy).toContain(`owner = "${USER}"`);
    expect(changes()).toEqual([]);
    const other = well(await steps.run(ownedBy(name, USER)));
    expect(other.outputs.id).not.toBe(id);
    expect(well(await steps.run(ownedBy(name, ORGANISATION))).outputs.id).toBe(id);
  });

  test('an app that is named by its id has its preview where it is itself', async () => {
    const name = unique();
    const id = await client.create({ name });
    const context = {
      ...{ event: 'pull_request', eventAction: 'synchronize', ref: 'refs/pull/7/merge' },
      pullRequest: { number: 7, sha: 'f'.repeat(40), isOutside: false },
    };
    well(await steps.run(ownedBy(name), { mode: 'preview', id }, { context }));
    expect(steps.appOf(`${name}-pr-7`).owner).toBeUndefined();
    well(await steps.run(ownedBy(name), { mode: 'teardown', id }, { context }), 'removed');
    expect(server.apps().map(({ settings }) => settings.name)).not.toContain(`${name}-pr-7`);
  });
});

test('a preview whose domain is taken gets one with a suffix, one level under Clever Cloud’s own', async () => {
  const name = unique();
  server.edit(await client.create({ name: `${name}-other` }), { vhosts: [`${name}-pr-7.cleverapps.io/`] });
  const context = {
    ...{ event: 'pull_request', eventAction: 'synchronize', ref: 'refs/pull/7/merge' },
    pullRequest: { number: 7, sha: 'f'.repeat(40), isOutside: false },
  };
  const done = await steps.run(filesOf({ name, says: 'one' }), { mode: 'preview', wait: 'false' }, { context });
  expect(errors(done)).toEqual([]);
  const { id, vhosts } = steps.appOf(`${name}-pr-7`);
  expect(vhosts).toContain(`${name}-pr-7-${id.slice(-6)}.cleverapps.io/`);
});

test('a zone that does not exist is named with the one that is meant, and no app is created', async () => {
  const name = unique();
  const done = await steps.run(filesOf({ name, says: 'one' }, 'zone = "parr"\n'));
  expect(errors(done)).toMatchObject([{ code: 'no-zone', remedy: 'Did you mean "par"?' }]);
  expect(server.apps().map(({ settings }) => settings.name)).not.toContain(name);
});

describe('the credential', () => {
  test('may belong to another application than Clever Cloud’s own client', async () => {
    server.knobs.consumer = { key: 'ours', secret: 'shared secret' };
    const files = filesOf({ name: unique(), says: 'one' });
    expect(errors(await steps.run(files))).toMatchObject([{ code: 'invalid-key' }]);
    const environment = { CLEVER_CONSUMER_KEY: 'ours', CLEVER_CONSUMER_SECRET: 'shared secret' };
    const done = well(await steps.run(files, {}, { environment }));
    expect(done.masks).toContain('shared secret');
  });

  test('needs both halves of that application', async () => {
    const environment = { CLEVER_CONSUMER_KEY: 'ours' };
    const done = await steps.run(filesOf({ name: unique(), says: 'one' }), {}, { environment });
    expect(errors(done)).toMatchObject([
      { code: 'invalid-input', message: expect.stringContaining('without CLEVER_CONSUMER_SECRET') },
    ]);
  });

  test('may be a service token, which reaches the organisation alone, and is called experimental', async () => {
    const name = unique();
    const environment = { CLEVER_SERVICE_TOKEN: SERVICE_TOKEN };
    const inputs = { token: '', secret: '' };
    const [nameless] = errors(await steps.run(filesOf({ name, says: 'one' }), inputs, { environment }));
    expect(nameless).toMatchObject({ code: 'no-owner', remedy: expect.stringContaining('owner = "orga_') });

    await client.create({ name });
    server.requests.clear();
    const done = well(await steps.run(ownedBy(name, ORGANISATION), inputs, { environment }));
    expect(done.lines.join('\n')).toContain('are experimental: Clever Cloud documents them in a draft only.');
    expect(done.masks).toContain(SERVICE_TOKEN);
    const paths = server.requests.all().map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/v2/self') || path === '/v2/summary')).toEqual([]);
    expect(await (await fetch(done.outputs.url ?? '')).text()).toContain('one');
  });
});
