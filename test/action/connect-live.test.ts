import { afterAll, describe, expect, test } from 'vitest';
import { connectAnswers } from '../emulators/connect/answers.ts';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createConnectClient, makeBundle } from '../emulators/connect-client.ts';
import { answers } from '../emulators/host/faults.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, everythingShown } from '../tools/action.ts';
import { theOne } from '../tools/attempts.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
const { run, project, guidOf } = createConnectRuns(place);
afterAll(() => place.clear());

describe.concurrent('a deployment that does not become live', () => {
  const BROKEN = { 'app.py': wsgi('broken', '500 Internal Server Error') };
  const TASK = 'GET /__api__/v1/tasks/:id';
  /** A deployment that is live with some variables, and then one that fails, with others. */
  const failing = async (
    env: readonly [before: string, then: string],
    { settings = '', arrange = (_: ConnectServer) => {}, files = BROKEN as Readonly<Record<string, string>> } = {},
  ) => {
    const own = await place.connect();
    const inputs = { 'health-check-timeout': '1' };
    await run(own, { workspace: await project('failing'), inputs: { env: env[0] } });
    arrange(own);
    const done = await run(own, {
      workspace: await project('failing', files, settings),
      inputs: { ...inputs, env: env[1] },
    });
    const guid = guidOf(own, 'failing');
    const variables = own.variables(guid);
    const live = own.content()[0]?.bundle_id;
    await own.close();
    expect(live).toBe(1);
    expect(everythingShown(done)).not.toMatch(/Bonjour|Salut/);
    return { done, variables, told: done.annotations.filter(({ title }) => title === 'partly-done') };
  };

  test('leaves nothing of the variables that it has added', async () => {
    const { done, variables, told } = await failing(['', 'GREETING=Bonjour']);
    expect(done.titles('error')).toEqual(['draft-unhealthy']);
    expect(told).toEqual([]);
    expect(done.log).toContain('Removed GREETING again');
    expect(variables).toEqual({});
  });

  test('says that variables that were there before are new, by their names', async () => {
    const { done, variables, told } = await failing(['GREETING=Salut', 'GREETING=Bonjour\nFRESH=Bonjour']);
    expect(done.titles('error')).toEqual(['draft-unhealthy']);
    expect(variables).toEqual({ GREETING: 'Bonjour' });
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toContain('is that of bundle 1, but it has the variables GREETING of this run');
    expect(told[0]?.message).not.toContain('FRESH');
    expect(done.summary).toContain('the variables GREETING of this run');
  });

  test('says so when they can not be taken away again, or were not to be seen before', async () => {
    const path = '/__api__/v1/content/:guid/environment';
    const answer = connectAnswers.error(403, 22, 'Not yours');
    for (const fault of [
      { on: `PATCH ${path}`, after: 1, answer },
      { on: `GET ${path}`, answer },
    ]) {
      const { told, variables } = await failing(['', 'GREETING=Bonjour'], {
        arrange: (own) => own.faults.add(fault),
      });
      expect(told[0]?.message).toContain('the variables GREETING of this run');
      expect(variables).toEqual({ GREETING: 'Bonjour' });
    }
  });

  /** A second deployment whose task never ends. */
  const endless = async (options: Partial<ActionOptions>) => {
    const own = await place.connect();
    const common = { platform: 'connect', server: own.url, token: own.apiKey, preflight: 'static', timeout: '60' };
    await run(own, { workspace: await project('endless'), inputs: { env: 'GREETING=Salut' } });
    own.stickTasks();
    const done = await runCase({
      ...{ workspace: await project('endless', { 'note.txt': 'x' }), withUv: true },
      ...options,
      inputs: { ...common, env: 'GREETING=Bonjour\nFRESH=Bonjour', ...options.inputs },
    });
    const variables = own.variables(guidOf(own, 'endless'));
    await own.close();
    expect(variables).toEqual({ GREETING: 'Bonjour' });
    const [error] = done.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toContain('bundle 2 does not become live. Bundle 1 stays live.');
    expect(error?.message).not.toContain('goes on');
    expect(theOne(done, 'partly-done').message).toContain('it has the variables GREETING of this run');
    return done;
  };

  test('because the time is up does not go on, and is taken back', async () => {
    const done = await endless({ inputs: { timeout: '1' } });
    expect(done.titles('error')).toEqual(['deployment-timeout']);
    expect(done.outputs.status).toBe('timed-out');
  });

  test('because the run is cancelled is taken back, too', async () => {
    let isSent = false;
    const done = await endless({
      watch: (log, kill) => {
        if (isSent || !log.includes('Upload accepted')) return;
        isSent = true;
        kill('SIGINT');
      },
    });
    expect(done.titles('error')).toEqual(['cancelled']);
  });

  test('because the server can not build it says what was set, too', async () => {
    const body = '{"id":"T","output":[],"finished":true,"code":1,"error":"No luck","last":0,"result":null}';
    const { done, told } = await failing(['', ''], {
      ...{ settings: 'access-type = "all"\n', files: { 'note.txt': 'x' } },
      arrange: (own) => own.faults.add({ on: TASK, answer: { status: 200, body } }),
    });
    expect(done.titles('error')).toEqual(['deployment-failed']);
    expect(told[0]?.message).toContain('but it has the settings access_type of this run');
  });
});

describe.concurrent('a bundle that somebody else makes live', () => {
  /** What another client deploys, in full, before the given call of our second deployment is served. */
  const meanwhile = async (name: string, on: string) => {
    const own = await place.connect();
    await run(own, { workspace: await project(name) });
    const python = { version: '3.11.0', package_manager: { name: 'none' } };
    const theirs = await makeBundle(await project(name, { 'app.py': wsgi('theirs') }), 'python-api', {
      manifest: { python },
    });
    const client = createConnectClient(own);
    const guid = guidOf(own, name);
    const deployTheirs = async () => client.deploy(guid, (await client.upload(guid, theirs)).body.id);
    own.faults.add({ on, times: 1, meanwhile: deployTheirs });
    own.requests.clear();
    const done = await run(own, {
      workspace: await project(name, { 'app.py': wsgi('ours') }),
      inputs: { env: 'OURS=Bonjour' },
    });
    expect(done.titles('error')).toEqual(['superseded']);
    // Theirs may need it.
    expect(own.variables(guid)).toEqual({ OURS: 'Bonjour' });
    expect(theOne(done, 'partly-done').message).toContain(
      'is that of bundle 3, but it has the variables OURS of this run',
    );
    expect(done.annotations[0]?.message).toContain('made bundle 3 of');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('theirs');
    const deploys = own.requests.matching('POST /__api__/v1/content/:guid/deploy').length;
    await own.close();
    return deploys;
  };

  test('while ours is looked at as a draft stays live', async () => {
    // Our draft's, and theirs.
    expect(await meanwhile('overtaken', 'GET /content/:guid/_bundle2/')).toBe(2);
  });

  test('after ours was activated is noticed', async () => {
    expect(await meanwhile('replaced', 'GET /content/:guid/')).toBe(3);
  });
});

describe.concurrent('a redirect', () => {
  const USER = '/__api__/v1/user';
  /** A deployment to a server that answers one call with a redirect, and how often which call was made. */
  const redirected = async (name: string, on: string, to: string, times?: number) => {
    const own = await place.connect();
    own.faults.add({ on, answer: answers.redirect(to, 307), ...(times && { times }) });
    const done = await run(own, { workspace: await project(name) });
    const asked = own.requests.all().filter(({ path }) => path === on.split(' ')[1] || path === to);
    await own.close();
    return { done, asked };
  };

  test('of a question within the API is followed, with the key', async () => {
    const { done, asked } = await redirected('led', `GET ${USER}`, `${USER}?again=1`, 1);
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(asked.map(({ query }) => query)).toEqual(['', 'again=1']);
    expect(asked[1]?.headers).toEqual(expect.arrayContaining(['authorization']));
  });

  test('is followed five times', async () => {
    const { done, asked } = await redirected('circle', `GET ${USER}`, USER);
    expect(done.titles('error')).toEqual(['server-redirects']);
    expect(asked).toHaveLength(6);
  });

  test.each([
    ['to a login page', `GET ${USER}`, '/__login__'],
    ['to another place that looks like the API', `GET ${USER}`, '/other/__api__/v1/user'],
    ['out of the API', `GET ${USER}`, '/__api__/..%2fother/__api__/v1/user'],
    ['of what changes something', 'POST /__api__/v1/content', '/rsc/__api__/v1/content'],
  ])('%s is not followed', async (_, on, to) => {
    const { done, asked } = await redirected('straight', on, to);
    expect(done.titles('error')).toEqual(['server-redirects']);
    expect(asked.map(({ path }) => path)).not.toContain(to);
    if (to.startsWith('/rsc')) expect(done.annotations[0]?.message).toMatch(/Set 'server' to http:\S+\/rsc\.$/);
  });

  test('to another origin is not followed: the key stays', async () => {
    const other = await place.connect();
    const { done } = await redirected('elsewhere', `GET ${USER}`, `${other.url}${USER}`);
    expect(done.titles('error')).toEqual(['server-redirects']);
    expect(done.annotations[0]?.message).toContain(`Set 'server' to ${other.url}.`);
    expect(other.requests.all()).toEqual([]);
    await other.close();
  });
});
