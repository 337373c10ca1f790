import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Cancelled } from '../../../src/findings/finding.ts';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import { authorizationOf } from '../../emulators/clever-cloud-client.ts';
import { until } from '../../emulators/client.ts';
import { answers } from '../../emulators/host/faults.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { expectOwnCommands } from '../../tools/attempts.ts';
import { createHastyClock } from '../../tools/in-process.ts';
import { filesOf } from './project.ts';
import { createSteps, errors, unique, well } from './steps.ts';

const place = createWorkplace();
let server: CleverCloudServer;
let steps: ReturnType<typeof createSteps>;

beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 5_000 });
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  steps = createSteps(place, server);
});
afterEach(() => {
  server.faults.clear();
  server.knobs.logs = 'live';
});
afterAll(() => place.clear());

const LOGS = 'GET /v4/logs/organisations/:owner/applications/:app/logs';
const ABOUT_TO_START = (file: string) =>
  `echo "::error::about to start with $KEY"; until [ -e ${file} ]; do sleep 0.1; done`;

describe('the log of a deployment', () => {
  test('is shown while the deployment is followed: as words of the server, once each, without secrets', async () => {
    const flag = place.path(randomUUID());
    const seen: string[] = [];
    const watch = (line: string) => {
      if (!line.includes('about to start')) return;
      seen.push(line);
      // Only now the deployment can go on.
      writeFileSync(flag, '');
    };
    const env = `KEY=a-long-secret-value\nCC_PRE_RUN_HOOK='${ABOUT_TO_START(flag)}'`;
    const done = well(await steps.run(filesOf({ name: unique(), says: 'one' }), { env }, { watch }));
    expect(seen).toHaveLength(1);
    const shown = done.lines.join('\n').split('\n');
    const lines = shown.filter((line) => line.includes('about to start with'));
    expect(lines).toEqual([expect.stringMatching(/^ {2}\| : :error::about to start with \*\*\*$/)]);
    expect(shown.filter((line) => line.includes('Build succeeded'))).toHaveLength(1);
    expectOwnCommands(shown.join('\n'));
  });

  test('has its end in the summary when the deployment fails, with the cause that is in it', async () => {
    const files = { ...filesOf({ name: unique(), says: 'one' }), 'serve.py': 'import nope\n' };
    const done = await steps.run(files);
    const [failed] = errors(done);
    expect(failed?.message).toContain("The app needs the module 'nope', which is not installed.");
    expect(failed?.remedy).toContain('Nothing is live yet.');
    expect(done.summaries.join('\n')).toContain("ModuleNotFoundError: No module named 'nope'");
  });

  test.each([
    ['a port', 'import time\ntime.sleep(60)\n', 'nothing listens on port 8080'],
    [
      'a health check',
      filesOf({ name: 'x', says: 'one', isBroken: true })['serve.py'] ?? '',
      'the health check of / got 500',
    ],
  ])('tells %s as the cause', async (_, source, cause) => {
    const done = await steps.run({ ...filesOf({ name: unique(), says: 'one' }), 'serve.py': source });
    expect(errors(done)[0]?.message).toContain(cause);
  });

  test.each([400, 500])('has no say in how it ends when it answers %d', async (status) => {
    server.faults.add({ on: LOGS, answer: answers.error(status, 'No') });
    server.requests.clear();
    const name = unique();
    well(await steps.run(filesOf({ name, says: 'one' })));
    const files = { ...filesOf({ name, says: 'two' }), 'serve.py': 'import nope\n' };
    expect(errors(await steps.run(files)).map(({ code }) => code)).toEqual(['deployment-failed']);
    const asked = server.requests.matching(LOGS);
    // After two answers in a row that are none, it is not asked for any more.
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  test('has no say in how it ends when it says nothing', async () => {
    server.knobs.logs = 'silent';
    well(await steps.run(filesOf({ name: unique(), says: 'one' })));
  });
});

describe('a deployment on Clever Cloud', () => {
  test('is not followed with wait: false, and goes live by itself', async () => {
    const name = unique();
    const done = await steps.run(filesOf({ name, says: 'one' }), { wait: 'false' });
    expect(errors(done)).toEqual([]);
    expect(done.findings).toMatchObject([{ code: 'not-followed', level: 'warning' }]);
    expect(done.outputs['deployment-id']).toMatch(/^[0-9a-f]{40}$/);
    const { id } = steps.appOf(name);
    await expect.poll(() => server.deployments(id)[0]?.state, { timeout: 60_000 }).toBe('OK');
    well(await steps.run(filesOf({ name, says: 'one' })), 'unchanged');
  });

  test('that waits behind another one says behind which', async () => {
    const name = unique();
    server.force('WIP');
    await steps.run(filesOf({ name, says: 'one' }), { wait: 'false' });
    const [ahead] = server.deployments(steps.appOf(name).id);
    server.force('never');
    const done = await steps.run(filesOf({ name, says: 'two' }), {}, { clock: createHastyClock() });
    const message = expect.stringContaining(`it waits behind deployment ${ahead?.uuid}`);
    expect(errors(done)).toMatchObject([{ code: 'deployment-failed', message }]);
  });

  test('of somebody else goes on when this one is cancelled', async () => {
    const name = unique();
    well(await steps.run(filesOf({ name, says: 'one' })));
    const { id, commit } = steps.appOf(name);
    server.force('WIP', 2);
    const cancel = new AbortController();
    const watch = async (line: string) => {
      if (!line.includes('has begun')) return;
      await fetch(
        `${server.url}/v2/organisations/${server.organisation}/applications/${id}/instances?commit=${commit}`,
        {
          method: 'POST',
          headers: { authorization: authorizationOf(server) },
        },
      );
      cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
    };
    await steps.run(filesOf({ name, says: 'two' }), {}, { watch, signal: cancel.signal });
    const [theirs, ours] = server.deployments(id);
    expect(theirs).toMatchObject({ commit, state: 'WIP' });
    expect(ours?.commit).not.toBe(commit);
    await until(() => server.deployments(id)[1]?.state === 'CANCELLED');
  });

  test('that is live already is not cancelled any more, and keeps its variables', async () => {
    const name = unique();
    const cancel = new AbortController();
    const watch = (line: string) => {
      if (line === 'Packages installed.') cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
    };
    const files = filesOf({ name, says: 'one', variable: 'KEY' });
    const done = await steps.run(files, { env: 'KEY=kept' }, { watch, signal: cancel.signal });
    expect(errors(done).map(({ code }) => code)).toEqual(['cancelled']);
    const { id, env } = steps.appOf(name);
    expect(env.KEY).toBe('kept');
    expect(server.deployments(id).map(({ state }) => state)).toEqual(['OK']);
  });
});

describe('a task on Clever Cloud', () => {
  const task = (name: string, source: string) => ({
    ...filesOf({ name, says: 'done', kind: 'task' }),
    'task.py': source,
  });
  const SOURCE = `import os, sys
print("run with", os.environ.get("UV_DEPLOY_PARAMS"))
sys.exit(3 if "fail" in os.environ.get("UV_DEPLOY_PARAMS", "") else 0)
`;

  test('that ends with an error fails the run, with the end of its log', async () => {
    const files = task(unique(), SOURCE);
    well(await steps.run(files));
    const done = await steps.run(files, { mode: 'invoke', params: '{"do": "fail"}' });
    expect(errors(done)).toMatchObject([
      { code: 'run-failed', message: expect.stringContaining('run with {"do":"fail"}') },
    ]);
    expect(done.summaries.join('\n')).toContain('run with');
  });

  test('is not followed with wait: false', async () => {
    const files = task(unique(), SOURCE);
    well(await steps.run(files));
    const done = await steps.run(files, { mode: 'invoke', wait: 'false' });
    expect(done.findings).toMatchObject([{ code: 'not-followed', level: 'warning' }]);
    expect(done.outputs).toMatchObject({ status: 'invoked', 'invocation-id': expect.stringMatching(/^deployment_/) });
  });

  test('that takes longer than the timeout is stopped', async () => {
    const name = unique();
    const files = task(name, 'import os, time\ntime.sleep(600 if os.environ.get("UV_DEPLOY_PARAMS") else 0)\n');
    well(await steps.run(files));
    const done = await steps.run(files, { mode: 'invoke', params: '{"slow": "yes"}', timeout: '5' });
    expect(errors(done).map(({ code }) => code)).toEqual(['run-timeout']);
    // The server has been told: it ends the process in its own time.
    await until(() => server.deployments(steps.appOf(name).id)[0]?.state === 'CANCELLED');
  });
});
