import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCleverTools, installCleverTools } from '../tools/clever-tools.ts';
import { commitAll } from '../tools/tree.ts';
import type { CleverCloudServer } from './clever-cloud/server.ts';
import { until } from './client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
const bin = await installCleverTools();
let server: CleverCloudServer;
let clever: Awaited<ReturnType<typeof createCleverTools>>;
beforeAll(async () => {
  server = await place.cleverCloud();
  clever = await createCleverTools(bin ?? '', server, place.path('clever-home'));
});
afterAll(() => place.clear());

/** What was asked, in order, without repeating the same call in a row. */
const exchange = (): string[] =>
  server.requests
    .all()
    .map(({ method, path }) =>
      `${method} ${path}`
        .replace(server.organisation, ':owner')
        .replace(/app_[0-9a-f-]{36}/, ':app')
        .replace(/deployment_[0-9a-f-]{36}/, ':deployment'),
    )
    .filter((route, i, all) => route !== all[i - 1]);

const APP = '/v2/organisations/:owner/applications/:app';

describe.skipIf(bin === undefined)('clever-tools, the client from npm,', () => {
  it('creates an app, sets a variable, deploys, and deletes the app', async () => {
    const project = await place.project('service');
    commitAll(project);
    server.requests.clear();

    const created = await clever(['create', '--type', 'python', '--org', server.organisation, 'demo'], project);
    expect(created).toMatchObject({ code: 0, said: expect.stringContaining('successfully created') });
    const run = ['env', 'set', 'CC_PYTHON_UV_RUN_COMMAND', 'uv run --no-sync serve.py'];
    expect(await clever(run, project)).toMatchObject({ code: 0 });
    const { code, said } = await clever(['deploy'], project);
    expect(said).toContain('Successfully deployed in');
    expect(said).toContain('Access your application: https://app-');
    expect(code).toBe(0);

    const [app] = server.apps();
    expect(app).toMatchObject({ settings: { name: 'demo' }, state: 'SHOULD_BE_UP' });
    expect(server.deployments(app?.id ?? '')).toMatchObject([{ state: 'OK', commit: app?.commit }]);
    expect((await clever(['status'], project)).said).toContain('running');
    expect(await clever(['delete', '--yes'], project)).toMatchObject({ code: 0 });
    expect(server.apps()).toEqual([]);

    expect(exchange()).toEqual(
      expect.arrayContaining([
        'GET /v2/products/instances',
        'POST /v2/organisations/:owner/applications',
        `PUT ${APP}/env/CC_PYTHON_UV_RUN_COMMAND`,
        'GET /:app.git/info/refs',
        'POST /:app.git/git-receive-pack',
        `GET ${APP}/deployments`,
        `GET ${APP}/deployments/:deployment`,
        'GET /v4/logs/organisations/:owner/applications/:app/logs',
        `GET ${APP}/vhosts/favourite`,
        `GET ${APP}/vhosts`,
        `DELETE ${APP}`,
      ]),
    );
    const refused = server.requests.all().filter(({ status }) => status >= 400);
    expect([...new Set(refused.map(({ status, path }) => `${status} ${path.split('/').at(-1)}`))].sort()).toEqual([
      '401 refs', // git asks without its credentials first
      '404 favourite',
    ]);
  });

  it('sees a deployment fail, and the same commit refused', async () => {
    const project = await place.project('service');
    writeFileSync(join(project, 'uv.lock'), 'version = 1\nrequires-python = ">=3.12"\n');
    commitAll(project);
    await clever(['create', '--type', 'python', '--org', server.organisation, 'broken'], project);
    await clever(['env', 'set', 'CC_PYTHON_UV_RUN_COMMAND', 'uv run --no-sync serve.py'], project);
    const first = await clever(['deploy'], project);
    expect(first).toMatchObject({ code: 1, said: expect.stringContaining('Deployment failed') });
    expect(first.said).toContain('uv sync has ended with exit code');
    const again = await clever(['deploy'], project);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('has the same commit') });
  });

  it('cancels a deployment that is under way', async () => {
    const project = await place.project('service');
    commitAll(project);
    await clever(['create', '--type', 'python', '--org', server.organisation, 'slow'], project);
    await clever(['env', 'set', 'CC_PYTHON_UV_RUN_COMMAND', 'uv run --no-sync serve.py'], project);
    await clever(['env', 'set', 'CC_PRE_BUILD_HOOK', 'sleep 300'], project);
    expect(await clever(['deploy', '--exit-on', 'deploy-start'], project)).toMatchObject({ code: 0 });
    expect(await clever(['cancel-deploy'], project)).toMatchObject({ code: 0 });
    const id = server.apps().at(-1)?.id ?? '';
    await until(() => server.deployments(id)[0]?.state === 'CANCELLED');
  });
});
