import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import { type CleverClient, createCleverClient } from '../../emulators/clever-cloud-client.ts';
import { answers } from '../../emulators/host/faults.ts';
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
afterEach(() => server.faults.clear());
afterAll(() => place.clear());

const LITERAL = '.venv/bin/python -m http.server --bind 0.0.0.0 8080';
const changes = () => server.requests.all().filter(({ method }) => method !== 'GET');

/** The files of an app whose run command names its port. */
const literal = (name: string): Record<string, string> => {
  const files = filesOf({ name, says: 'one' });
  const command = '.venv/bin/uvicorn serve:app --host 0.0.0.0 --port 8080';
  const pyproject = (files['pyproject.toml'] ?? '')
    .replace('uv run --no-sync serve.py', command)
    .replace('dependencies = []', 'dependencies = ["uvicorn>=0.30"]');
  return { 'pyproject.toml': pyproject, 'serve.py': 'async def app(scope, receive, send):\n    pass\n' };
};

describe('the port follows from the variables that the app has on the server', () => {
  const OTOROSHI = { OTOROSHI_CHALLENGE_SECRET: 'hidden-value' };

  test('of a linked add-on: an app that reads PORT gets the other one, and the usual one without the add-on', async () => {
    const name = unique();
    const id = await client.create({ name });
    server.edit(id, { linked: OTOROSHI });
    const done = well(await steps.run(filesOf({ name, says: 'one' })));
    expect(steps.appOf(name).env.PORT).toBe('9000');
    expect(done.lines.join('\n')).toContain('has to listen on port 9000: OTOROSHI_CHALLENGE_SECRET is set');
    expect(done.lines.join('\n')).not.toContain('hidden-value');
    server.edit(id, { linked: {} });
    well(await steps.run(filesOf({ name, says: 'one' })));
    expect(steps.appOf(name).env.PORT).toBe('8080');
    well(await steps.run(filesOf({ name, says: 'one' })), 'unchanged');
  });

  test.each([
    ['the app’s own', { env: OTOROSHI }],
    ['an add-on’s', { linked: OTOROSHI }],
  ])('a command with the usual port is an error before anything is pushed: %s', async (_, change) => {
    const name = unique();
    const id = await client.create({ name });
    server.edit(id, change);
    server.requests.clear();
    const found = errors(await steps.run(literal(name)));
    expect(found).toMatchObject([{ code: 'command-port', file: 'pyproject.toml', line: 12 }]);
    expect(changes()).toEqual([]);
  });

  test('CC_REQUEST_FLOW replaces what would be detected', async () => {
    const name = unique();
    const id = await client.create({ name });
    server.edit(id, { env: { ...OTOROSHI, CC_REQUEST_FLOW: 'disable' } });
    well(await steps.run(filesOf({ name, says: 'one' })));
    expect(steps.appOf(name).env).not.toHaveProperty('PORT');
  });

  test('add-ons that the token may not see are none', async () => {
    const name = unique();
    await client.create({ name });
    const on = 'GET /v2/organisations/:owner/applications/:app/addons/env';
    server.faults.add({ on, answer: answers.error(403, 'Not yours') });
    well(await steps.run(filesOf({ name, says: 'one' })));
  });
});

describe('of the variables that the app has on the server', () => {
  test.each([
    ['CC_RUN_COMMAND', LITERAL, 'variable-wins'],
    ['APP_FOLDER', 'web', 'variable-folder'],
  ])('%s is an error before anything is pushed', async (variable, value, code) => {
    const name = unique();
    const id = await client.create({ name });
    server.edit(id, { env: { [variable]: value } });
    server.requests.clear();
    const [found, ...others] = errors(await steps.run(filesOf({ name, says: 'one' })));
    expect(found).toMatchObject({ code, message: expect.stringContaining('of the app on Clever Cloud') });
    expect(found?.remedy).toContain(`clever env rm ${variable}`);
    expect(others).toEqual([]);
    expect(changes()).toEqual([]);
  });

  test('those that have no effect are warned of, and stay', async () => {
    const name = unique();
    const id = await client.create({ name });
    const env = { CC_PYTHON_MODULE: 'serve:app', CC_PYTHON_BACKEND: 'uwsgi', OTHER: '1' };
    server.edit(id, { env });
    const done = well(await steps.run(filesOf({ name, says: 'one' })));
    const warned = done.findings.map(({ level, code, message }) => `${level} ${code} ${message.split(' ')[0]}`);
    expect(warned).toEqual(['warning variable-ignored CC_PYTHON_MODULE', 'warning variable-ignored CC_PYTHON_BACKEND']);
    expect(steps.appOf(name).env).toMatchObject(env);
  });

  test('paths of health checks that are not checked any more are removed, with the bare one', async () => {
    const name = unique();
    const files = filesOf({ name, says: 'one' });
    well(await steps.run(files, { 'health-check-path': '/a\n/b\n/c' }));
    expect(steps.appOf(name).env).toMatchObject({ CC_HEALTH_CHECK_PATH_0: '/a', CC_HEALTH_CHECK_PATH_2: '/c' });
    well(await steps.run(files, { 'health-check-path': '/a\n/b' }));
    well(await steps.run(files, { 'health-check-path': '/d' }));
    const paths = Object.entries(steps.appOf(name).env).filter(([key]) => key.startsWith('CC_HEALTH'));
    expect(paths).toEqual([['CC_HEALTH_CHECK_PATH', '/d']]);
  });
});

test('a value of several lines arrives as it is, and is no change the next time', async () => {
  const name = unique();
  const inputs = { env: 'KEY="-----BEGIN-----\nline two\n\n-----END-----"' };
  const files = filesOf({ name, says: 'one', variable: 'KEY' });
  const done = well(await steps.run(files, inputs));
  expect(steps.appOf(name).env.KEY).toBe('-----BEGIN-----\nline two\n\n-----END-----');
  expect(await (await fetch(done.outputs.url ?? '')).text()).toContain('line two');
  well(await steps.run(files, inputs), 'unchanged');
});

test('a variable alone is deployed with the commit that is there', async () => {
  const name = unique();
  const files = filesOf({ name, says: 'one', variable: 'KEY' });
  well(await steps.run(files, { env: 'KEY=first' }));
  const { id } = steps.appOf(name);
  const head = await server.repositories.head(id);
  server.requests.clear();
  const done = well(await steps.run(files, { env: 'KEY=second' }));
  expect(await server.repositories.head(id)).toBe(head);
  expect(await (await fetch(done.outputs.url ?? '')).text()).toContain('second');
  well(await steps.run(files, { env: 'KEY=third', force: 'true' }));
  const starts = server.requests.matching('POST /v2/organisations/:owner/applications/:app/instances');
  // The second one builds again, as it was forced.
  expect(starts.map(({ query }) => query)).toEqual([`commit=${head}`, `commit=${head}&useCache=no`]);
});

describe('a new app of an app', () => {
  const production = async (more = '') => {
    const name = unique();
    const files = filesOf({ name, says: 'one' }, more);
    const { outputs } = well(await steps.run(files));
    const { settings, env } = steps.appOf(name);
    const own = { minFlavor: 'S', maxFlavor: 'M', maxInstances: 4, separateBuild: true, buildFlavor: 'L', zone: 'rbx' };
    server.edit(outputs.id ?? '', {
      settings: { ...settings, ...own, stickySessions: true },
      env: { ...env, API_URL: 'https://api.example.com', PASSWORD: 'secret of production' },
    });
    return { name, files };
  };
  const copied = { minFlavor: 'S', maxFlavor: 'M', separateBuild: true, buildFlavor: 'L', stickySessions: true };

  test('starts with the sizes of production, and one instance: a preview, with those variables that are named', async () => {
    const { name, files } = await production('preview-env = ["API_URL", "SEEN"]\n');
    const context = {
      ...{ event: 'pull_request', eventAction: 'synchronize', ref: 'refs/pull/7/merge' },
      pullRequest: { number: 7, sha: 'f'.repeat(40), isOutside: false },
    };
    const inputs = { mode: 'preview', env: 'SEEN=1\nHIDDEN=2' };
    well(await steps.run(files, inputs, { context }));
    const { settings, env } = steps.appOf(`${name}-pr-7`);
    expect(settings).toMatchObject({ ...copied, maxInstances: 1, zone: 'rbx' });
    expect(env).toMatchObject({ API_URL: 'https://api.example.com', SEEN: '1' });
    expect(Object.keys(env)).not.toContain('PASSWORD');
    expect(Object.keys(env)).not.toContain('HIDDEN');
    well(await steps.run(files, inputs, { context }), 'unchanged');
  });

  test('starts with the sizes of production: a variant, without the variables of production', async () => {
    const { name, files } = await production();
    well(await steps.run(files, { variant: 'staging' }));
    const { settings, env } = steps.appOf(`${name}-staging`);
    expect(settings).toMatchObject({ ...copied, zone: 'rbx' });
    expect(Object.keys(env)).not.toContain('PASSWORD');
  });
});
