import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CleverCloudServer } from './clever-cloud/server.ts';
import type { Deployment } from './clever-cloud/store.ts';
import { authorizationOf, type CleverClient, createCleverClient } from './clever-cloud-client.ts';
import { until } from './client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: CleverCloudServer;
let client: CleverClient;

beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 20_000 });
  // Domains that lead to the server itself, where an app can be asked.
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  client = createCleverClient(server);
});
afterAll(() => place.clear());

const RUN = { CC_PYTHON_UV_RUN_COMMAND: 'uv run --no-sync serve.py' };

const deployed = async (env: Record<string, string>, edit?: (project: string) => Promise<void>, settings = {}) => {
  const id = await client.create({ env, ...settings });
  const commit = await client.push(id, await place.project('service', edit));
  const deployment = await client.ended(id, commit);
  return { id, commit, deployment, log: server.log(deployment.uuid) };
};

const ask = async (id: string, path: string): Promise<string> => {
  const { body } = await client.call<{ vhosts: { fqdn: string }[] }>('GET', client.app(id));
  return (await fetch(`http://${body.vhosts[0]?.fqdn}${path}`)).text();
};

describe('an app', () => {
  it('is created, gets its variables at once, is pushed, and answers', async () => {
    const id = await client.create();
    const { status, body } = await client.call('PUT', `${client.app(id)}/env`, { ...RUN, GREETING: 'line 1\nline 2' });
    expect([status, body.env]).toEqual([
      200,
      [
        { name: 'CC_PYTHON_UV_RUN_COMMAND', value: 'uv run --no-sync serve.py' },
        { name: 'GREETING', value: 'line 1\nline 2' },
      ],
    ]);
    const commit = await client.push(id, await place.project('service'));
    expect(await client.ended(id, commit)).toMatchObject({
      id: 1,
      state: 'OK',
      action: 'DEPLOY',
      cause: 'Git',
      commit,
    });
    expect((await client.call('GET', client.app(id))).body).toMatchObject({ state: 'SHOULD_BE_UP', commitId: commit });
    expect((await client.call('GET', `${client.app(id)}/instances`)).body).toMatchObject([{ state: 'UP', commit }]);
    expect(await ask(id, 'hello')).toBe('/hello');

    // The same commit again, with other variables.
    const again = await client.call('POST', `${client.app(id)}/instances?commit=${commit}&useCache=no`);
    const restarted = String(again.body.deploymentId);
    await until(() => server.deployments(id).find(({ uuid, state }) => uuid === restarted && state === 'OK'));
    expect(await ask(id, 'again')).toBe('/again');

    await client.call('DELETE', client.app(id));
    expect((await client.call('GET', client.app(id))).status).toBe(404);
  });

  it('names its port in its command, and has a path that says whether it is well', async () => {
    const env = {
      CC_PYTHON_UV_RUN_COMMAND: '.venv/bin/python -m http.server --bind 0.0.0.0 8080',
      CC_HEALTH_CHECK_PATH: '/pyproject.toml',
    };
    const { deployment, id } = await deployed(env);
    expect(deployment.state).toBe('OK');
    expect(await ask(id, 'pyproject.toml')).toContain('echo-service');
  });

  it('goes on after a restart of the server', async () => {
    const home = place.path('again');
    const first = await place.cleverCloud({ home });
    first.knobs.domain = (id) => `${id}.example/`;
    const one = createCleverClient(first);
    const id = await one.create({ env: RUN });
    const commit = await one.push(id, await place.project('service'));
    await one.ended(id, commit);
    await first.close();
    const second = await place.cleverCloud({ home });
    const two = createCleverClient(second);
    await until(async () =>
      (await two.call<unknown[]>('GET', `${two.app(id)}/instances`)).body.length > 0 ? true : undefined,
    );
    expect((await two.call('GET', two.app(id))).body).toMatchObject({
      commitId: commit,
      vhosts: [{ fqdn: `${id}.example/` }],
    });
  });
});

describe('a deployment that fails', () => {
  it('has a lock that is not up to date', async () => {
    const id = await client.create({ env: RUN });
    const project = await place.project('service');
    writeFileSync(
      join(project, 'pyproject.toml'),
      '[project]\nname = "other"\nversion = "2"\nrequires-python = ">=3.11"\n',
    );
    const deployment = await client.ended(id, await client.push(id, project));
    expect(deployment.state).toBe('FAIL');
    expect(server.log(deployment.uuid)).toMatch(
      /lockfile .* needs to be updated[\s\S]*uv sync has ended with exit code 1/,
    );
    expect(server.log(deployment.uuid)).toContain('Deploy failed in');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['ends before it listens', { CC_PYTHON_UV_RUN_COMMAND: '.venv/bin/python -c pass' }, /stopped with exit code 0/],
    [
      'listens on localhost only',
      { CC_PYTHON_UV_RUN_COMMAND: '.venv/bin/python -m http.server --bind 127.0.0.1 8080' },
      /listening on localhost instead of publicly/,
    ],
    [
      'knows no variables of a shell',
      { CC_PYTHON_UV_RUN_COMMAND: '.venv/bin/python -m http.server $PORT' },
      /invalid int value: '\$PORT'/,
    ],
    [
      'wants a Python that the image does not have',
      { ...RUN, CC_PYTHON_VERSION: '3.7' },
      /Python 3\.7 is not available/,
    ],
  ])('%s', async (_, env, reason) => {
    const { deployment, log } = await deployed(env);
    expect(deployment.state).toBe('FAIL');
    expect(log).toMatch(reason);
  });

  it('answers its health check with an error, or listens on the port of the middleware', async () => {
    const impatient = await place.cleverCloud({ patienceMs: 1_000 });
    const its = createCleverClient(impatient);
    const http = '.venv/bin/python -m http.server --bind 0.0.0.0';
    for (const [env, reason] of [
      [
        { CC_PYTHON_UV_RUN_COMMAND: `${http} 8080`, CC_HEALTH_CHECK_PATH: '/no' },
        'Response from GET /no is 404, expected 200...300',
      ],
      [{ CC_PYTHON_UV_RUN_COMMAND: `${http} 9999`, CC_REQUEST_FLOW: 'block' }, 'Nothing listening on 0.0.0.0:9000'],
    ] as const) {
      const id = await its.create({ env });
      const { uuid, state } = await its.ended(id, await its.push(id, await place.project('service')));
      expect(state).toBe('FAIL');
      expect(impatient.log(uuid)).toContain(reason);
    }
  });

  it('has a malformed clevercloud/cron.json', async () => {
    const { deployment, log } = await deployed(RUN, async (project) => {
      mkdirSync(join(project, 'clevercloud'));
      writeFileSync(join(project, 'clevercloud/cron.json'), '{"jobs": []}');
    });
    expect(deployment.state).toBe('FAIL');
    expect(log).toContain('clevercloud/cron.json is not valid');
  });
});

describe('the older backend', () => {
  const WSGI = 'def app(environ, start):\n    start("200 OK", [])\n    return [b"by the older backend"]\n';
  const withApp = async (project: string) => writeFileSync(join(project, 'web.py'), WSGI);
  const MODULE = { CC_PYTHON_MODULE: 'web:app' };

  it.each<[string, Record<string, string>, (project: string) => Promise<void>]>([
    ['without a run command', MODULE, withApp],
    [
      'without uv.lock at the root',
      { ...MODULE, ...RUN },
      async (project) => {
        await withApp(project);
        rmSync(join(project, 'uv.lock'));
      },
    ],
  ])('builds and starts an app %s, and does not say so', async (_, env, edit) => {
    const id = await client.create({ env });
    const project = await place.project('service');
    await edit(project);
    const deployment = await client.ended(id, await client.push(id, project));
    expect(deployment.state).toBe('OK');
    expect(server.log(deployment.uuid)).not.toMatch(/uv sync|legacy/);
    expect(await ask(id, '')).toBe('by the older backend');
  });

  it('answers with errors only where no module is named', async () => {
    const impatient = await place.cleverCloud({ patienceMs: 1_000 });
    const its = createCleverClient(impatient);
    const id = await its.create();
    const { uuid, state } = await its.ended(id, await its.push(id, await place.project('service')));
    expect(state).toBe('FAIL');
    expect(impatient.log(uuid)).toContain('Response from GET / is 500, expected 200...500');
  });
});

describe('a task', () => {
  it.each([
    ['echo "run $WHO" && test -d .venv', 'OK'],
    ['echo "run $WHO"; exit 3', 'FAIL'],
  ])('runs its command in a shell: %s', async (command, state) => {
    const env = { ...RUN, CC_RUN_COMMAND: command, WHO: 'me' };
    const { deployment, log } = await deployed(env, undefined, { instanceLifetime: 'TASK' });
    expect(deployment.state).toBe(state);
    expect(log).toContain('run me');
  });
});

describe('a push', () => {
  it('is taken for master only', async () => {
    const id = await client.create();
    const pushing = client.push(id, await place.project('service'), 'main');
    await expect(pushing).rejects.toThrow(/You tried to push to a custom branch\.[\s\S]*This is not allowed\./);
    expect(server.deployments(id)).toEqual([]);
  });

  it('starts nothing in an app that is moderated, or when told so', async () => {
    const id = await client.create({ env: RUN });
    server.edit(id, { state: 'MODERATED' });
    await client.push(id, await place.project('service'));
    server.edit(id, { state: 'WANTS_TO_BE_UP' });
    server.force('never');
    await client.push(id, await place.project('service'));
    expect(server.deployments(id)).toEqual([]);
  });

  it('cancels the deployment before it where the app says so', async () => {
    const id = await client.create({ env: { ...RUN, CC_PRE_BUILD_HOOK: 'sleep 100' }, cancelOnPush: true });
    const first = await client.push(id, await place.project('service'));
    await client.call('PUT', `${client.app(id)}/env`, RUN);
    const second = await client.push(id, await place.project('service'));
    expect((await client.ended(id, first)).state).toBe('CANCELLED');
    expect((await client.ended(id, second)).state).toBe('OK');
  });

  it('waits for a repository that is still being created', async () => {
    server.knobs.creatingPolls = 2;
    const id = await client.create();
    server.knobs.creatingPolls = 0;
    const states = [];
    for (let poll = 0; poll < 3; poll++) {
      const { body } = await client.call<{ deployment: { repoState: string } }>('GET', client.app(id));
      states.push(body.deployment.repoState);
    }
    expect(states).toEqual(['CREATING', 'CREATING', 'CREATED']);
  });
});

describe('a deployment', () => {
  it.each(['CANCELLED', 'vanished', 'SOMETHING_NEW'])('can end as it should: %s', async (state) => {
    const id = await client.create();
    server.force(state);
    const commit = await client.push(id, await place.project('service'));
    const rows = (await client.call<Deployment[]>('GET', `${client.app(id)}/deployments?limit=5`)).body;
    const expected = state === 'vanished' ? [{ action: 'CANCEL', commit }] : [{ action: 'DEPLOY', commit, state }];
    expect(rows).toMatchObject(expected);
  });

  it('is cancelled by its number or its uuid', async () => {
    for (const key of ['id', 'uuid'] as const) {
      const id = await client.create({ env: { ...RUN, CC_PRE_BUILD_HOOK: 'sleep 100' } });
      const commit = await client.push(id, await place.project('service'));
      const row = server.deployments(id)[0];
      const { body } = await client.call('DELETE', `${client.app(id)}/deployments/${row?.[key]}/instances`);
      expect(body).toMatchObject({ type: 'success' });
      expect((await client.ended(id, commit)).state).toBe('CANCELLED');
    }
  });
});

describe('the log', () => {
  const events = async (id: string, query: string): Promise<string> => {
    const path = `/v4/logs/organisations/${server.organisation}/applications/${id}/logs?${query}`;
    const answer = await fetch(`${server.url}${path}`, { headers: { authorization: authorizationOf(server) } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    return answer.text();
  };

  it('is a stream of events that ends where it was asked to', async () => {
    const { id, deployment } = await deployed(RUN);
    const all = await events(id, `deploymentId=${deployment.uuid}&until=${new Date(Date.now() + 1_000).toISOString()}`);
    expect(all).toMatch(/^event:HEARTBEAT\n/);
    expect(all).toMatch(/event:APPLICATION_LOG\nid:\d+-1\ndata:\{"date":"[^"]+Z","message":"\$ uv sync/);
    expect(all).toMatch(/event:END_OF_STREAM\ndata:\{"endedBy":"UNTIL_REACHED"\}\n\n$/);
    const one = await events(id, `deploymentId=${deployment.uuid}&limit=1`);
    expect(one.match(/APPLICATION_LOG/g)).toHaveLength(1);
    const none = await events(id, `until=${new Date(deployment.date - 10_000).toISOString()}`);
    expect(none).not.toContain('APPLICATION_LOG');
  });
});

describe('the API', () => {
  it.each([
    ['no header', {}],
    ['another secret', { authorization: authorizationOf({ token: 'tok', secret: 'wrong' }) }],
    [
      'another way to sign',
      { authorization: authorizationOf({ token: 'tok', secret: 'sec' }) + ', oauth_signature_method="HMAC-SHA1"' },
    ],
  ])('refuses a call with %s', async (_, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/v2/self`, { headers });
    expect([answer.status, await answer.json()]).toMatchObject([401, { id: 2001, type: 'error' }]);
  });

  it.each([
    [{ flavour: 'XS' }, 'The field flavour is not known'],
    [{ minFlavor: 'XXS' }, 'The field minFlavor can\'t be "XXS"'],
    [{ homogeneous: 'true' }, 'The field homogeneous can\'t be "true"'],
    [{ env: { A: 1 } }, 'The field env can\'t be {"A":1}'],
  ])('refuses a field that its schema does not have: %j', async (fields, message) => {
    await expect(client.create(fields)).rejects.toThrow(message);
  });

  it('knows one organisation only, and what belongs to it', async () => {
    expect((await client.call('GET', '/v2/organisations/orga_x/applications')).status).toBe(403);
    const id = await client.create({ name: 'by-name' });
    expect((await client.call('GET', '/v2/summary')).body).toMatchObject({
      organisations: [
        {
          id: server.organisation,
          name: 'Example',
          applications: expect.arrayContaining([expect.objectContaining({ id })]),
        },
      ],
    });
    expect((await client.call('GET', `/v2/self/applications/${id}`)).body).toMatchObject({
      ownerId: server.organisation,
    });
    expect((await client.call('PUT', client.app(id), { minFlavor: 'S', maxFlavor: 'M' })).body).toMatchObject({
      instance: { minFlavor: { name: 'S' }, maxFlavor: { name: 'M' } },
    });
    expect((await client.call('POST', `${client.app(id)}/instances`)).body).toMatchObject({ id: 4014 });
  });

  it('keeps domains, and one that is preferred', async () => {
    const [one, two] = [await client.create(), await client.create()];
    const favourite = `${client.app(one)}/vhosts/favourite`;
    expect(await client.call('GET', favourite)).toMatchObject({ status: 404, body: { id: 4021 } });
    const name = encodeURIComponent('docs.example.org/api');
    await client.call('PUT', `${client.app(one)}/vhosts/${name}`);
    expect((await client.call('PUT', `${client.app(two)}/vhosts/${name}`)).status).toBe(409);
    await client.call('PUT', favourite, { fqdn: 'docs.example.org/api/' });
    expect((await client.call('GET', favourite)).body).toEqual({ fqdn: 'docs.example.org/api/' });
    expect((await client.call<unknown[]>('GET', `${client.app(one)}/vhosts`)).body).toHaveLength(2);
    await client.call('DELETE', `${client.app(one)}/vhosts/${name}`);
    expect((await client.call<unknown[]>('GET', `${client.app(one)}/vhosts`)).body).toHaveLength(1);
  });
});
