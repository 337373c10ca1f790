import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../../../src/platforms/clever-cloud/api/api.ts';
import type { Address } from '../../../../../src/platforms/clever-cloud/api/apps.ts';
import type { Runtime } from '../../../../../src/platforms/clever-cloud/api/values.ts';
import { createHttp } from '../../../../../src/ports/http/http.ts';
import type { CleverCloudServer } from '../../../../emulators/clever-cloud/server.ts';
import { type CleverClient, createCleverClient } from '../../../../emulators/clever-cloud-client.ts';
import { answers } from '../../../../emulators/host/faults.ts';
import { createWorkplace } from '../../../../emulators/workplace.ts';
import { codesOf, createFakeClock, failureOf, quietDeps } from '../../../../tools/fakes.ts';

const place = createWorkplace();
let server: CleverCloudServer;
let client: CleverClient;
beforeAll(async () => {
  server = await place.cleverCloud();
  client = createCleverClient(server);
});
afterAll(() => place.clear());
beforeEach(() => {
  server.faults.clear();
  server.requests.clear();
});

const api = (secret = server.secret, url = server.url) =>
  createApi(
    { server: url, token: server.token, secret },
    {
      ...{ http: createHttp(), clock: createFakeClock(), signal: new AbortController().signal },
      origin: { repository: '', branch: '', commit: '', run: '' },
      say: () => {},
      report: () => {},
      quoted: () => {},
      timeoutMs: 60_000,
      ...quietDeps,
    },
  );

const bodyOf = ({ type, version, variant, flavor }: Runtime, name = 'demo') => ({
  ...{ name, description: name, deploy: 'git', zone: 'par', minInstances: 1, maxInstances: 1 },
  ...{ instanceType: type, instanceVersion: version, instanceVariant: variant, minFlavor: flavor, maxFlavor: flavor },
});

const created = async (env: Record<string, string> = {}): Promise<Address> => ({
  ownerId: server.organisation,
  id: await client.create({ env }),
});

describe('the user and what is offered', () => {
  it('is asked for', async () => {
    expect(await api().self()).toEqual({ id: expect.stringMatching(/^user_/), name: 'Example' });
    expect(await api().organisations()).toEqual([
      { id: server.organisation, name: 'Example', apps: expect.any(Array) },
    ]);
    expect(await api().zones()).toContain('par');
    expect(await api().expiry()).toBe(server.knobs.expires);
  });

  it('does not need the end of the token to be known', async () => {
    server.faults.add({ on: 'GET /v2/self/tokens/current', answer: answers.error(500, 'x') });
    expect(await api().expiry()).toBeUndefined();
    server.faults.clear();
    server.faults.add({ on: 'GET /v2/self/tokens/current', answer: { status: 200, body: '[{"expirationDate":12}]' } });
    expect(await api().expiry()).toBe(12);
  });
});

describe('an app', () => {
  it('is created, found, changed and removed', async () => {
    const runtime = await api().runtime(server.organisation, 'python');
    const attempt = await api().createApp(server.organisation, bodyOf(runtime, 'whole'));
    if (attempt.outcome !== 'accepted') throw new Error(attempt.outcome);
    const app = attempt.taken;
    expect(app).toMatchObject({
      ...{
        name: 'whole',
        zone: 'par',
        runtime: 'python',
        lifetime: 'REGULAR',
        repoState: 'CREATED',
        commit: undefined,
      },
      httpUrl: `${server.url}/${app.id}.git`,
      settings: {
        minFlavor: 'XS',
        maxFlavor: 'XS',
        homogeneous: false,
        forceHttps: 'DISABLED',
        instanceLifetime: 'REGULAR',
      },
    });
    const address = { ownerId: app.ownerId, id: app.id };
    expect(await api().app(address)).toEqual(app);
    expect(await api().appById(app.id)).toEqual(app);
    expect((await api().apps(server.organisation)).map(({ id }) => id)).toContain(app.id);
    await api().updateApp(address, { minFlavor: 'S', maxFlavor: 'M', forceHttps: 'ENABLED' });
    expect((await api().app(address))?.settings).toMatchObject({ minFlavor: 'S', forceHttps: 'ENABLED' });
    expect(await api().removeApp(address)).toBe(true);
    expect(await api().removeApp(address)).toBe(false);
    expect(await api().app(address)).toBeUndefined();
    expect(await api().appById(app.id)).toBeUndefined();
  });

  it('has its variables replaced at once', async () => {
    const app = await created({ OLD: '1' });
    await api().setEnv(app, { A: 'line 1\nline 2', B: '' });
    expect(await api().env(app)).toEqual({ A: 'line 1\nline 2', B: '' });
    server.faults.add({
      on: 'GET /v2/organisations/:owner/applications/:app/addons/env',
      answer: {
        status: 200,
        body: '[{"addonId":"a","env":[{"name":"DB","value":"x"}]},{"env":[{"name":"S","value":"y"}]}]',
      },
    });
    expect(await api().linkedEnv(app)).toEqual({ DB: 'x', S: 'y' });
  });

  it('has domains', async () => {
    const app = await created();
    await api().addDomain(app, 'docs.example.org/api');
    expect((await api().app(app))?.domains).toContain('docs.example.org/api/');
    expect(await api().primaryDomain(app)).toBeUndefined();
    server.edit(app.id, { favourite: 'docs.example.org/api/' });
    expect(await api().primaryDomain(app)).toBe('docs.example.org/api/');
  });

  it('is deployed again and followed', async () => {
    const app = await created({ CC_PYTHON_UV_RUN_COMMAND: 'uv run --no-sync serve.py' });
    const commit = await client.push(app.id, await place.project('service'));
    await client.ended(app.id, commit);
    expect(await api().instances(app)).toMatchObject([{ state: 'UP', commit }]);
    const attempt = await api().redeploy(app, { commit, useCache: false });
    if (attempt.outcome !== 'accepted') throw new Error(attempt.outcome);
    expect(server.requests.matching('POST /v2/organisations/:owner/applications/:app/instances')).toMatchObject([
      { query: `commit=${commit}&useCache=no` },
    ]);
    expect(await api().deployment(app, attempt.taken)).toMatchObject({ uuid: attempt.taken, action: 'DEPLOY', commit });
    expect(await api().deployments(app, 1)).toMatchObject([{ uuid: attempt.taken }]);
    expect(await api().deployment(app, 'deployment_0')).toBeUndefined();
  });

  it('has a deployment cancelled', async () => {
    const app = await created();
    server.force('WIP');
    await client.push(app.id, await place.project('service'));
    const [row] = await api().deployments(app, 5);
    await api().cancel(app, row?.uuid ?? '');
    expect(await api().deployments(app, 5)).toMatchObject([{ state: 'CANCELLED' }]);
  });
});

describe('the log of a deployment', () => {
  const LOGS = 'GET /v4/logs/organisations/:owner/applications/:app/logs';
  const failed = async () => {
    const app = await created({ CC_PYTHON_UV_RUN_COMMAND: '.venv/bin/python -c pass' });
    const commit = await client.push(app.id, await place.project('service'));
    const { uuid } = await client.ended(app.id, commit);
    return { app, query: { deployment: uuid, since: new Date(0), until: new Date(Date.now() + 60_000) } };
  };

  it('is read up to a point in time', async () => {
    const { app, query } = await failed();
    const lines = await api().logs(app, query);
    expect(lines?.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Deploy failed in/));
  });

  it.each([400, 500])('is missing, and nothing more, when the server answers %d', async (status) => {
    const { app, query } = await failed();
    server.faults.add({ on: LOGS, answer: { status, body: '{"error":"x"}' } });
    expect(await api().logs(app, query)).toBeUndefined();
  });
});

describe('what the server refuses', () => {
  const SELF = 'GET /v2/self';
  it.each<[string, number, string, string]>([
    ['a pair that is not valid', 401, '{"id":2001,"message":"Unauthorized"}', 'invalid-key'],
    ['a call that is not allowed', 403, '{"id":2002,"message":"Not yours"}', 'forbidden'],
    ['something that is not there', 404, '{"id":4004,"message":"Gone"}', 'not-found'],
    ['a conflict', 409, '{"message":"Taken"}', 'conflict'],
    ['too many calls', 429, '', 'rate-limited'],
    ['an error of its own', 503, '{"id":21002,"message":"Failed to communicate with token service"}', 'server-error'],
    ['a bad request', 400, '{"error":"No such field"}', 'refused'],
    ['a redirect', 302, '', 'server-redirects'],
  ])('is %s', async (_, status, body, code) => {
    server.faults.add({ on: SELF, answer: { status, body, headers: { 'sozu-id': '01ABC', 'retry-after': '0' } } });
    const failure = await failureOf(() => api().self());
    expect(codesOf(failure.findings)).toEqual([code]);
    if (status !== 302) expect(failure.message).toMatch(/^Checking the token and the secret failed: .*Sozu-Id 01ABC/);
  });

  it('names the number and the words of the error', async () => {
    expect((await failureOf(() => api('wrong').self())).message).toBe(
      'Checking the token and the secret failed: the token and the secret are not accepted (401, error 2001: "Unauthorized, invalid token or signature").',
    );
  });

  it('is tried again while it may pass, and asked for again when it is cut short', async () => {
    server.faults.add({ on: SELF, times: 2, answer: answers.error(503, 'Busy') });
    server.faults.add({ on: SELF, times: 1, answer: answers.truncatedJson() });
    expect(await api().self()).toMatchObject({ name: 'Example' });
    expect(server.requests.all()).toHaveLength(4);
  });

  it('is a login page', async () => {
    server.faults.add({ on: SELF, answer: answers.loginPage() });
    expect(codesOf((await failureOf(() => api().self())).findings)).toEqual(['not-clever-cloud']);
  });

  it('is nothing at all where no server listens', async () => {
    const failure = await failureOf(() => api('sec', 'http://127.0.0.1:1').self());
    expect(codesOf(failure.findings)).toEqual(['server-unreachable']);
  });
});

describe('what must not be sent twice', () => {
  const CREATE = 'POST /v2/organisations/:owner/applications';
  const create = async () => {
    const runtime = await api().runtime(server.organisation, 'python');
    return api().createApp(server.organisation, bodyOf(runtime));
  };

  it.each<[string, object, object]>([
    ['lost answers are not known', { reset: 'before-answer' }, { outcome: 'unknown' }],
    [
      'errors are not known',
      { answer: answers.error(502, 'x') },
      { outcome: 'unknown', why: 'the answer was 502: "x"' },
    ],
    [
      'cut answers are not known',
      { answer: answers.truncatedJson() },
      { outcome: 'unknown', why: 'the answer was cut short' },
    ],
    ['a wish for patience is a reason to try again', { answer: answers.rateLimited(1) }, { outcome: 'again' }],
  ])('is sent once: %s', async (_, fault, outcome) => {
    server.faults.add({ on: CREATE, ...fault });
    expect(await create()).toMatchObject(outcome);
    expect(server.requests.matching(CREATE)).toHaveLength(1);
  });

  it('may be refused for good', async () => {
    server.faults.add({ on: CREATE, answer: { status: 403, body: '{}' } });
    expect(codesOf((await failureOf(create)).findings)).toEqual(['forbidden']);
  });
});
