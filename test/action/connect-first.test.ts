import { afterAll, describe, expect, test } from 'vitest';
import { connectAnswers } from '../emulators/connect/answers.ts';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createConnectClient, makeBundle } from '../emulators/connect-client.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { theOne } from '../tools/attempts.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
const { run, project, guidOf } = createConnectRuns(place);
afterAll(() => place.clear());

const API = '/__api__/v1';
const UPLOAD = `POST ${API}/content/:guid/bundles`;
const VANITY = 'vanity-url = "/reports/q1"\n';
const BROKEN = { 'app.py': wsgi('broken', '500 Internal Server Error') };
const consoleOf = (server: ConnectServer, guid: string) => `${server.url}/connect/#/apps/${guid}`;

describe.concurrent('a first deployment that fails', () => {
  test.each(['/reports/q1', '/reports', '/reports/q1/europe'])(
    'because other content has the vanity URL %s creates nothing',
    async (taken) => {
      const server = await place.connect();
      await run(server, { workspace: await project('holder', {}, `vanity-url = "${taken}"\n`) });
      const holder = guidOf(server, 'holder');
      const done = await run(server, { workspace: await project('late', {}, VANITY) });
      expect(done.titles()).toEqual(['vanity-url-refused']);
      expect(theOne(done, 'vanity-url-refused').message).toContain(`${consoleOf(server, holder)} has ${taken}/`);
      expect(server.requests.matching(`POST ${API}/content`)).toHaveLength(1);
      expect(server.content().map(({ name }) => name)).toEqual(['holder']);
      await server.close();
    },
  );

  test('because of a vanity URL that this key can not look up leaves no empty content', async () => {
    const server = await place.connect();
    await run(server, { workspace: await project('holder', {}, VANITY) });
    server.faults.add({ on: `GET ${API}/vanities`, answer: connectAnswers.error(403, 22, 'For administrators') });
    const done = await run(server, { workspace: await project('late', {}, VANITY) });
    expect(done.titles()).toEqual(['vanity-url-refused']);
    expect(done.log).toContain('Nothing is live:');
    expect(done.outputs).toMatchObject({ id: '', 'console-url': '', url: '' });
    expect(server.content().map(({ name }) => name)).toEqual(['holder']);
    await server.close();
  });

  test('and whose content can not be removed names it', async () => {
    const server = await place.connect();
    server.faults.add({ on: UPLOAD, answer: connectAnswers.error(400, 38, 'No') });
    server.faults.add({ on: `DELETE ${API}/content/:guid`, answer: connectAnswers.error(403, 22, 'Not yours') });
    const done = await run(server, { workspace: await project('stuck') });
    expect(done.titles()).toEqual(['manifest-refused', 'partly-done']);
    const guid = guidOf(server, 'stuck');
    expect(done.outputs).toMatchObject({ id: guid, 'console-url': consoleOf(server, guid) });
    const { message } = theOne(done, 'partly-done');
    expect(message).toContain(`Nothing is live: 'stuck' (${guid}), which this run had created`);
    expect(message).not.toContain('the one before');
    await server.close();
  });

  test('leaves content alone that somebody else has deployed to since', async () => {
    const server = await place.connect();
    const python = { version: '3.11.0', package_manager: { name: 'none' } };
    const theirs = await makeBundle(await project('shared', { 'app.py': wsgi('theirs') }), 'python-api', {
      manifest: { python },
    });
    const client = createConnectClient(server);
    const deployTheirs = async () => {
      const guid = guidOf(server, 'shared');
      await client.deploy(guid, (await client.upload(guid, theirs)).body.id);
    };
    server.faults.add({ on: `GET ${API}/content/:guid/environment`, meanwhile: deployTheirs, times: 1 });
    server.faults.add({ on: `PATCH ${API}/content/:guid/environment`, answer: connectAnswers.error(400, 108, 'No') });
    const done = await run(server, { workspace: await project('shared'), inputs: { env: 'GREETING=Bonjour' } });
    expect(done.titles()).toEqual(['env-refused', 'partly-done']);
    expect(theOne(done, 'partly-done').message).toContain('Somebody else has deployed to');
    expect(server.content()).toHaveLength(1);
    await server.close();
  });

  test('as a draft says that nothing is live, and the next one goes to the same content', async () => {
    const server = await place.connect();
    const inputs = { 'health-check-timeout': '1' };
    const done = await run(server, { workspace: await project('sick', BROKEN), inputs });
    expect(done.titles()).toEqual(['draft-unhealthy']);
    expect(theOne(done, 'draft-unhealthy').message).toContain('was not activated. Nothing is live yet.');
    const guid = guidOf(server, 'sick');
    expect(done.outputs).toMatchObject({ id: guid, 'console-url': consoleOf(server, guid) });
    const next = await run(server, { workspace: await project('sick') });
    expect(next.outputs).toMatchObject({ id: guid, status: 'deployed' });
    await server.close();
  });
});

test('two first deployments at once make one content item, and a later one finds it', async () => {
  const server = await place.connect();
  let arrived = 0;
  let open = () => {};
  const both = new Promise<void>((done) => {
    open = done;
  });
  server.faults.add({
    ...{ on: `POST ${API}/content`, times: 2 },
    meanwhile: () => {
      arrived += 1;
      if (arrived === 2) open();
      return both;
    },
  });
  const workspaces = await Promise.all([project('twins'), project('twins')]);
  const runs = await Promise.all(workspaces.map((workspace) => run(server, { workspace })));
  expect(server.content()).toHaveLength(1);
  const guid = guidOf(server, 'twins');
  expect(runs.map(({ outputs }) => outputs.id)).toEqual([guid, guid]);
  // Where both look at their drafts at once, the one that comes second may find the other live.
  for (const done of runs) expect([[], ['superseded']]).toContainEqual(done.titles('error'));
  expect(runs.some(({ outputs }) => outputs.status === 'deployed')).toBe(true);
  expect(runs.some(({ log }) => log.includes('Another run has just created'))).toBe(true);
  const later = await run(server, { workspace: await project('twins', { 'note.txt': 'new' }) });
  expect(later.outputs).toMatchObject({ id: guid, status: 'deployed' });
  await server.close();
});

describe.concurrent('a run that is cancelled', () => {
  const cancelled = async (server: ConnectServer, name: string, at: RegExp, env: string) => {
    let isSent = false;
    return runCase({
      ...{ workspace: await project(name, { 'note.txt': 'new' }), withUv: true },
      inputs: { platform: 'connect', server: server.url, token: server.apiKey, preflight: 'static', env },
      watch: (log, kill) => {
        if (isSent || !at.test(log)) return;
        isSent = true;
        kill('SIGINT');
      },
    });
  };

  test('once variables are set names those that the live content has by then', async () => {
    const server = await place.connect();
    await run(server, { workspace: await project('varied') });
    server.faults.add({ on: `POST ${API}/content/:guid/deploy`, delayMs: 20_000 });
    const done = await cancelled(server, 'varied', /Set GREETING, OTHER/, 'GREETING=Bonjour\nOTHER=Salut');
    expect(done.titles('error')).toEqual(['cancelled']);
    const what = `'varied' (${guidOf(server, 'varied')})`;
    expect(theOne(done, 'cancelled').message).toContain(`${what} already has the new values of GREETING, OTHER.`);
    await server.close();
  });

  test('while content is new names it, and that nothing is live', async () => {
    const server = await place.connect();
    server.faults.add({ on: `POST ${API}/content/:guid/deploy`, delayMs: 20_000 });
    const done = await cancelled(server, 'fresh', /Set GREETING/, 'GREETING=Bonjour');
    const guid = guidOf(server, 'fresh');
    expect(theOne(done, 'cancelled').message).toContain(
      `'fresh' (${guid}) is new, and nothing of it is live: ${consoleOf(server, guid)}`,
    );
    expect(done.outputs).toMatchObject({ id: guid, 'console-url': consoleOf(server, guid) });
    await server.close();
  });
});

describe.concurrent('a list of content', () => {
  const ROW = { guid: '00000000-0000-4000-8000-000000000000', name: 'rows', owner_guid: 'somebody' };

  test.each([
    ['without a GUID', { ...ROW, guid: '7' }],
    ['without a name', { ...ROW, name: null }],
    ['without an owner', { ...ROW, owner_guid: 7 }],
    ['that is nothing', null],
  ])('with a row %s ends the run before anything is created', async (_, row) => {
    const server = await place.connect();
    const body = JSON.stringify([row]);
    server.faults.add({ on: `GET ${API}/content`, answer: { status: 200, body } });
    const done = await run(server, { workspace: await project('rows') });
    expect(done.titles('error')).toEqual(['unreadable-row']);
    expect(server.content()).toEqual([]);
    await server.close();
  });
});
