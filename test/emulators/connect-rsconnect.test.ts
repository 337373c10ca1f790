import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRsconnect, credentials } from '../tools/rsconnect.ts';
import { commitAll } from '../tools/tree.ts';
import type { ConnectServer } from './connect/server.ts';
import { createConnectClient, exportRequirements } from './connect-client.ts';
import { startIssuer } from './oidc/issuer.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

const rsconnect = createRsconnect(place);

/** What was asked, in order, without repeating the same call in a row. */
const exchange = (guid: string): string[] =>
  server.requests
    .all()
    .map(({ method, path }) => `${method} ${path.replace(guid, ':guid').replace(/(?<=tasks\/)\w+/, ':task')}`)
    .filter((route, i, all) => route !== all[i - 1]);

describe('rsconnect-python, the client from PyPI,', () => {
  it('deploys FastAPI with a variable, verifies the draft and activates it', async () => {
    const project = await place.project('fastapi');
    await exportRequirements(project);
    commitAll(project); // so that it sends metadata
    await rm(join(project, 'uv.lock'));
    server.requests.clear();
    const { said } = await rsconnect(
      ['deploy', 'fastapi', ...credentials(server), '--title', 'Greeter', '-E', 'GREETING=Howdy', '.'],
      project,
    );
    expect(said).toContain('Launching FastAPI application...');
    const [item] = server.content();
    expect(item).toMatchObject({ app_mode: 'python-fastapi', settings: { title: 'Greeter' } });
    expect(exchange(item?.guid ?? '')).toEqual([
      'GET /__api__/server_settings',
      'GET /__api__/v1/user',
      'GET /__api__/v1/content',
      'GET /__api__/server_settings',
      'POST /__api__/v1/content',
      'PATCH /__api__/v1/content/:guid/environment',
      'PATCH /__api__/v1/content/:guid',
      'POST /__api__/v1/content/:guid/bundles',
      'POST /__api__/v1/content/:guid/deploy',
      'GET /__api__/v1/tasks/:task',
      'GET /content/:guid/_bundle1/',
      'POST /__api__/v1/content/:guid/deploy',
      'GET /__api__/v1/tasks/:task',
    ]);
    const path = `/content/${item?.guid}/`;
    expect((await createConnectClient(server).visit(path)).text).toBe('{"message":"Howdy, Ada"}');
    expect(server.bundles(item?.guid ?? '')).toMatchObject([{ metadata: { source: 'git' } }]);
    expect(server.requests.all().filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('deploys Flask to an item that is there, on a server of 2024.12', async () => {
    const old = await place.connect({ version: '2024.12.0' });
    const guid = await createConnectClient(old).create('flask-app');
    const project = await place.project('flask');
    await exportRequirements(project);
    await rsconnect(['deploy', 'flask', ...credentials(old), '--app-id', guid, '.'], project);
    expect((await createConnectClient(old).visit(`/content/${guid}/`)).text).toBe('Hello from Flask');
  });

  it('logs in with the identity token of a workflow, and deploys as nobody', async () => {
    const issuer = await startIssuer('ada/greeter');
    const guid = await createConnectClient(server).create('trusted');
    server.trust({ contentGuid: guid, issuer: issuer.url, claims: { repository: 'ada/greeter' } });
    const project = await place.project('flask');
    await exportRequirements(project);
    const name = ['--name', 'ci'];
    await rsconnect(['login', ...name, '--server', server.url, '--identity-token', issuer.token('connect')], project);
    await rsconnect(['deploy', 'flask', ...name, '--app-id', guid, '.'], project);
    expect((await createConnectClient(server).visit(`/content/${guid}/`)).text).toBe('Hello from Flask');
    await issuer.close();
  });

  it('is told what is wrong', async () => {
    const project = await place.project('flask', { 'requirements.txt': './not-there\n' });
    const failed = await rsconnect(['deploy', 'flask', ...credentials(server), '.'], project);
    expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('Unable to build the Python environment') });
  });
});
