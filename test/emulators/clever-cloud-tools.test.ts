import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/findings/finding.ts';
import { filesOf } from '../platforms/clever-cloud/project.ts';
import { selfSigned } from '../tools/certificate.ts';
import { type CleverGit, createCleverTools, installCleverTools } from '../tools/clever-tools.ts';
import { runStep, type StepOptions } from '../tools/in-process.ts';
import { commitAll } from '../tools/tree.ts';
import { uv } from '../tools/uv.ts';
import type { CleverCloudServer } from './clever-cloud/server.ts';
import { until } from './client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
const bin = await installCleverTools();
const doors: Server[] = [];
afterAll(async () => {
  for (const door of doors) door.close();
  await place.clear();
});

/** Has the API tell that the repositories are behind TLS, and answers the certificate to trust. */
const withTls = async (server: CleverCloudServer, folder: string): Promise<string> => {
  const { key, cert, certFile } = selfSigned(folder);
  const door = createServer({ key, cert }, (socket) => {
    const inside = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.pipe(inside).pipe(socket);
    for (const end of [socket, inside]) end.on('error', () => void [socket.destroy(), inside.destroy()]);
  });
  doors.push(door);
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  server.knobs.git = `https://127.0.0.1:${(door.address() as { port: number }).port}`;
  return certFile;
};

let opened = 0;
/** A server of its own, and the client for it. */
const open = async (by: CleverGit['by']) => {
  const home = place.path(`clever-home-${opened++}`);
  mkdirSync(home);
  const server = await place.cleverCloud();
  const git: CleverGit = by === 'own git' ? { by, certFile: await withTls(server, home) } : { by };
  return { server, clever: await createCleverTools(bin ?? '', server, home, git) };
};

const RUN = ['env', 'set', 'CC_PYTHON_UV_RUN_COMMAND', 'uv run --no-sync serve.py'];
const create = ({ organisation }: CleverCloudServer, name: string): string[] => [
  ...['create', '--type', 'python', '--org', organisation, name],
];

describe.skipIf(bin === undefined).concurrent.each(['system-git', 'own git'] as const)(
  'clever-tools, the client from npm, with its %s',
  (by) => {
    it('creates an app, sets a variable, deploys, and deletes the app', async () => {
      const { server, clever } = await open(by);
      const project = await place.project('service');
      commitAll(project);

      const created = await clever(create(server, 'demo'), project);
      expect(created).toMatchObject({ code: 0, said: expect.stringContaining('successfully created') });
      expect(await clever(RUN, project)).toMatchObject({ code: 0 });
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

      const refused = server.requests.all().filter(({ status }) => status >= 400);
      expect([...new Set(refused.map(({ status, path }) => `${status} ${path.split('/').at(-1)}`))].sort()).toEqual([
        '401 refs', // git asks without its credentials first
        '404 favourite',
      ]);
    });

    it('sees a deployment fail, and the same commit refused', async () => {
      const { server, clever } = await open(by);
      const project = await place.project('service');
      writeFileSync(join(project, 'uv.lock'), 'version = 1\nrequires-python = ">=3.12"\n');
      commitAll(project);
      await clever(create(server, 'broken'), project);
      await clever(RUN, project);
      const first = await clever(['deploy'], project);
      expect(first).toMatchObject({ code: 1, said: expect.stringContaining('Deployment failed') });
      expect(first.said).toContain('uv sync has ended with exit code');
      const again = await clever(['deploy'], project);
      expect(again).toMatchObject({ code: 1, said: expect.stringContaining('has the same commit') });
    });

    it('cancels a deployment that is under way', async () => {
      const { server, clever } = await open(by);
      const project = await place.project('service');
      commitAll(project);
      await clever(create(server, 'slow'), project);
      await clever(RUN, project);
      await clever(['env', 'set', 'CC_PRE_BUILD_HOOK', 'sleep 300'], project);
      expect(await clever(['deploy', '--exit-on', 'deploy-start'], project)).toMatchObject({ code: 0 });
      expect(await clever(['cancel-deploy'], project)).toMatchObject({ code: 0 });
      const id = server.apps().at(-1)?.id ?? '';
      await until(() => server.deployments(id)[0]?.state === 'CANCELLED');
    });
  },
);

/** What was asked, each call once, without what differs from run to run. */
const callsOf = (server: CleverCloudServer): string[] => {
  const routes = server.requests.all().map(({ method, path }) =>
    `${method} ${path}`
      .replace(server.organisation, ':owner')
      .replace(/app_[0-9a-f-]{36}/, ':app')
      .replace(/(deployments\/)(?:deployment_[0-9a-f-]{36}|\d+)/, '$1:deployment')
      .replace(/(\/env\/).+/, '$1:name')
      .replace(/(\/vhosts\/)(?!favourite).+/, '$1:fqdn'),
  );
  return [...new Set(routes)].sort();
};

type Exchange = Readonly<Record<'deploy' | 'cancel' | 'delete', readonly string[]>>;

/** What the client asks for a first deployment, for one that it cancels, and for the removal of the app. */
const theirs = async (): Promise<Exchange> => {
  const { server, clever } = await open('system-git');
  const project = await place.project('service');
  commitAll(project);
  server.requests.clear();
  await clever(create(server, 'demo'), project);
  await clever(RUN, project);
  expect(await clever(['deploy'], project)).toMatchObject({ code: 0 });
  const deploy = callsOf(server);

  server.force('WIP');
  writeFileSync(join(project, 'note.txt'), 'another state');
  commitAll(project);
  await clever(['deploy', '--exit-on', 'deploy-start'], project);
  server.requests.clear();
  expect(await clever(['cancel-deploy'], project)).toMatchObject({ code: 0 });
  const cancel = callsOf(server);

  server.requests.clear();
  expect(await clever(['delete', '--yes'], project)).toMatchObject({ code: 0 });
  return { deploy, cancel, delete: callsOf(server) };
};

/** What a step asks for the same: the removal is that of a preview. */
const ours = async (): Promise<Exchange> => {
  const server = await place.cleverCloud();
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  const { token, secret, url } = server;
  const step = async (says: string, inputs: Record<string, string>, more: Partial<StepOptions> = {}) => {
    server.requests.clear();
    const own = { platform: 'clever-cloud', preflight: 'static', comment: 'false', server: url, token, secret };
    const workspace = await place.project('service', filesOf({ name: 'demo', says }));
    const { outputs } = await runStep({ uv, workspace, inputs: { mode: 'deploy', ...own, ...inputs }, ...more });
    return { status: outputs.status, calls: callsOf(server).filter((route) => !route.startsWith('GET /app-')) };
  };
  const deploy = await step('one', {});
  expect(deploy.status).toBe('deployed');

  server.force('WIP');
  const cancel = new AbortController();
  const watch = (line: string) => {
    if (!line.includes('has begun')) return;
    server.requests.clear();
    cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
  };
  const cancelled = await step('two', {}, { watch, signal: cancel.signal });
  expect(server.deployments(server.apps()[0]?.id ?? '')[0]?.state).toBe('CANCELLED');

  const pullRequest = { 'pull-request': '7' };
  expect(await step('one', { ...pullRequest, mode: 'preview' })).toMatchObject({ status: 'deployed' });
  const removed = await step('one', { ...pullRequest, mode: 'teardown' });
  expect(removed.status).toBe('removed');
  return { deploy: deploy.calls, cancel: cancelled.calls, delete: removed.calls };
};

const APPS = '/v2/organisations/:owner/applications';
const APP = `${APPS}/:app`;

/** Each call that only one of the two makes, and why that is meant. */
const DIFFERENCES: Readonly<Record<keyof Exchange, Readonly<Record<'ours' | 'theirs', Record<string, string>>>>> = {
  deploy: {
    ours: {
      'GET /v2/self': 'the credential is checked before anything else',
      'GET /v2/self/tokens/current': 'a token that ends soon is warned of',
      'GET /v2/summary': 'the owner is given by name, and an id needs no look',
      [`GET ${APPS}`]: 'the app is found by its name, where the client remembers its id in a file of the checkout',
      'GET /v2/self/applications/:app': 'an app is read by its id, wherever it is',
      [`GET ${APP}/env`]: 'the variables that are there are kept',
      [`PUT ${APP}/env`]: 'all variables are set at once, and can be put back at once',
      [`GET ${APP}/instances`]: 'what answers has to be the commit that was pushed',
    },
    theirs: {
      'POST /:app.git/git-upload-pack': 'the client reads the branch as a clone does; the push tells where it is, too',
      [`GET ${APP}/deployments/:deployment`]: 'the list has the state as well, and other deployments beside it',
      [`PUT ${APP}/env/:name`]: 'the client sets one variable at a time',
      [`GET ${APP}/vhosts`]: 'the domains are in the app itself',
    },
  },
  cancel: {
    ours: {
      [`GET ${APP}/env`]: 'what somebody has changed since is theirs',
      [`PUT ${APP}/env`]: 'the variables of a release that does not go live are put back',
    },
    theirs: {},
  },
  delete: {
    ours: {
      'GET /v2/self': 'the credential is checked before anything else',
      'GET /v2/self/tokens/current': 'a token that ends soon is warned of',
      'GET /v2/summary': 'the owner is given by name, and an id needs no look',
      [`GET ${APPS}`]: 'previews are found by their names',
      [`GET ${APP}/env`]: 'only what is marked as a preview is removed',
      [`GET ${APP}/deployments`]: 'a deployment that is under way is cancelled before',
      [`GET ${APP}/vhosts/favourite`]: 'the address of what was removed is reported',
      'GET /v2/self/applications/:app': 'an app is read by its id, wherever it is',
    },
    theirs: { [`GET ${APP}`]: 'the client asks for the name to show' },
  },
};

describe.skipIf(bin === undefined)('the calls of a step and those of clever-tools', () => {
  it('differ where that is meant, and nowhere else', async () => {
    const [own, client] = await Promise.all([ours(), theirs()]);
    for (const [name, meant] of Object.entries(DIFFERENCES)) {
      const [mine, other] = [own[name as keyof Exchange], client[name as keyof Exchange]];
      const only = (these: readonly string[], those: readonly string[]) => these.filter((one) => !those.includes(one));
      const found = { ours: only(mine, other), theirs: only(other, mine) };
      const wanted = { ours: Object.keys(meant.ours).sort(), theirs: Object.keys(meant.theirs).sort() };
      expect(found, name).toEqual(wanted);
    }
  });
});
