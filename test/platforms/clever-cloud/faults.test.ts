import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Cancelled } from '../../../src/findings/finding.ts';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import type { App } from '../../emulators/clever-cloud/store.ts';
import { type CleverClient, createCleverClient } from '../../emulators/clever-cloud-client.ts';
import { answers } from '../../emulators/host/faults.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { createHastyClock, runStep, type StepOptions, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import type { Wish } from '../contract.ts';
import { filesOf } from './project.ts';

const place = createWorkplace();
let server: CleverCloudServer;
let client: CleverClient;

beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 5_000 });
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  client = createCleverClient(server);
});
afterEach(() => {
  server.faults.clear();
  server.knobs.creatingPolls = 0;
  server.knobs.logs = 'live';
});
afterAll(() => place.clear());

const PUSH = 'POST /:app/git-receive-pack';
const ENV = 'PUT /v2/organisations/:owner/applications/:app/env';
const LOGS = 'GET /v4/logs/organisations/:owner/applications/:app/logs';

type Run = { readonly inputs?: Record<string, string>; readonly source?: string; readonly more?: Partial<StepOptions> };

/** Deploys; `source` replaces what the app does. */
const run = async (wish: Wish, { inputs = {}, source, more = {} }: Run = {}): Promise<StepRun> => {
  const workspace = more.workspace ?? (await place.project('service', filesOf(wish)));
  if (source !== undefined) await writeFile(join(workspace, 'serve.py'), source);
  return runStep({
    ...{ uv, ...more, workspace },
    inputs: {
      ...{
        mode: 'deploy',
        preflight: 'static',
        comment: 'false',
        'health-check-timeout': '20',
        platform: 'clever-cloud',
      },
      ...{ server: server.url, token: server.token, secret: server.secret, ...inputs },
    },
  });
};
const unique = (): string => `app-${randomUUID().slice(0, 8)}`;
const appOf = (name: string): App => {
  const app = server.apps().find(({ settings }) => settings.name === name);
  if (app === undefined) throw new Error(`There is no ${name}.`);
  return app;
};
const errors = (done: StepRun) => done.findings.filter(({ level }) => level === 'error');
const well = (done: StepRun, status = 'deployed'): StepRun => {
  expect(errors(done)).toEqual([]);
  expect(done.outputs.status).toBe(status);
  return done;
};
const BROKEN = 'import nope\n';

describe('a deployment on Clever Cloud', () => {
  test('that never begins fails after the limit for that, and says what may hold it', async () => {
    const name = unique();
    server.force('never');
    const done = await run({ name, says: 'one' }, { more: { clock: createHastyClock() } });
    expect(errors(done)).toMatchObject([{ code: 'deployment-failed', message: expect.stringContaining('no credit') }]);
    expect(appOf(name).env).not.toHaveProperty('UV_DEPLOY_ID');
  });

  test('that fails shows the end of its log and the cause in it, and has its variables put back', async () => {
    const name = unique();
    well(await run({ name, says: 'one', variable: 'GREETING' }, { inputs: { env: 'GREETING=one' } }));
    const { env } = appOf(name);
    const done = await run({ name, says: 'two' }, { inputs: { env: 'GREETING=two\nOTHER=2' }, source: BROKEN });
    const [failed] = errors(done);
    expect(failed?.code).toBe('deployment-failed');
    expect(failed?.message).toContain("needs the module 'nope', which is not installed");
    expect(failed?.message).toContain("ModuleNotFoundError: No module named 'nope'");
    expect(appOf(name).env).toEqual(env);
    // The repository has the commit that failed; what was live is live, and not deployed again.
    well(await run({ name, says: 'one', variable: 'GREETING' }, { inputs: { env: 'GREETING=one' } }), 'unchanged');
  });

  test('that fails while the variables can not be put back says which ones are new', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    server.faults.add({ on: ENV, after: 1, answer: answers.error(400, 'No') });
    const done = await run({ name, says: 'two' }, { inputs: { env: 'GREETING=two' }, source: BROKEN });
    expect(errors(done)[0]?.remedy).toContain('already has the new values of GREETING');
  });

  test.each<[string, () => void]>([
    ['answered with 400', () => server.faults.add({ on: LOGS, answer: answers.error(400, 'No') })],
    ['answered with 500', () => server.faults.add({ on: LOGS, answer: answers.error(500, 'No') })],
    ['cut off', () => server.faults.add({ on: LOGS, reset: 'before-answer' })],
  ])('whose log is %s ends as it ends', async (_, arrange) => {
    arrange();
    const [good, bad] = await Promise.all([
      run({ name: unique(), says: 'one' }),
      run({ name: unique(), says: 'two' }, { source: BROKEN }),
    ]);
    well(good);
    expect(errors(bad)).toMatchObject([{ code: 'deployment-failed' }]);
  });

  // Each waits in earnest, on a server of its own.
  test.concurrent.each(['silent', 'endless'] as const)('whose log is %s ends as it ends', async (logs) => {
    const own = await place.cleverCloud({ patienceMs: 5_000 });
    Object.assign(own.knobs, { logs, domain: server.knobs.domain });
    const inputs = { server: own.url, token: own.token, secret: own.secret };
    const [good, bad] = await Promise.all([
      run({ name: unique(), says: 'one' }, { inputs }),
      run({ name: unique(), says: 'two' }, { inputs, source: BROKEN }),
    ]);
    well(good);
    expect(errors(bad)).toMatchObject([{ code: 'deployment-failed' }]);
  });

  test('of an app without a domain is live, and has no URL', async () => {
    const name = unique();
    const { domain } = server.knobs;
    server.knobs.domain = () => undefined;
    const done = await run({ name, says: 'one' }).finally(() => (server.knobs.domain = domain));
    expect(well(done).outputs.url).toBe('');
    expect(done.findings).toMatchObject([
      { code: 'url-unknown', level: 'warning', remedy: expect.stringContaining('`domains`') },
    ]);
  });

  test('whose row is taken away was cancelled', async () => {
    server.force('vanished');
    const done = await run({ name: unique(), says: 'one' });
    expect(errors(done)).toMatchObject([{ code: 'deployment-failed', message: expect.stringContaining('cancelled') }]);
  });

  test('is not waited for longer than the time there is, however slow the server answers', async () => {
    server.force('WIP');
    const list = 'GET /v2/organisations/:owner/applications/:app/deployments';
    const watch = (line: string) => {
      if (line.includes('has begun')) server.faults.add({ on: list, delayMs: 60_000 });
    };
    const began = Date.now();
    const done = await run({ name: unique(), says: 'one' }, { inputs: { timeout: '4' }, more: { watch } });
    expect(errors(done)).toMatchObject([{ code: 'deployment-timeout' }]);
    expect(Date.now() - began).toBeLessThan(40_000);
  });

  test('in a state that nobody knows is waited for, and told once', async () => {
    server.force('PAUSED');
    const done = await run(
      { name: unique(), says: 'one' },
      { inputs: { timeout: '60' }, more: { clock: createHastyClock() } },
    );
    expect(errors(done)).toMatchObject([{ code: 'deployment-timeout' }]);
    expect(done.lines.filter((line) => line.includes("'PAUSED'"))).toHaveLength(1);
  });

  test('is cancelled along with the step, and its variables are put back', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    const { env } = appOf(name);
    server.force('WIP');
    const cancel = new AbortController();
    const watch = (line: string) => {
      if (line.includes('has begun')) cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
    };
    const more = { watch, signal: cancel.signal };
    const done = await run({ name, says: 'two' }, { inputs: { env: 'GREETING=two' }, more });
    expect(errors(done)).toMatchObject([
      { code: 'cancelled', message: expect.stringContaining('was cancelled on Clever Cloud') },
    ]);
    expect(server.deployments(appOf(name).id)[0]?.state).toBe('CANCELLED');
    expect(appOf(name).env).toEqual(env);
  });

  // Clever Cloud asks once, and is content with the answer.
  const WELL_ONCE = '500 if globals().get("asked") else globals().update(asked=True) or 200';
  test('that is live and not healthy is replaced by the one before, with its variables', async () => {
    const name = unique();
    const first = well(await run({ name, says: 'one', variable: 'GREETING' }, { inputs: { env: 'GREETING=one' } }));
    const inputs = { env: 'GREETING=two', rollback: 'true', 'health-check-timeout': '2' };
    const workspace = filesOf({ name, says: 'gone', isBroken: true })['serve.py'] ?? '';
    const done = await run({ name, says: 'two' }, { inputs, source: workspace.replace('500', WELL_ONCE) });
    expect(errors(done).map(({ code }) => code)).toEqual(['unhealthy']);
    expect(done.findings.map(({ code }) => code)).toContain('rolled-back');
    expect(await (await fetch(first.outputs.url ?? '')).text()).toBe('one one');
  });
});

describe('a push to Clever Cloud', () => {
  test('behind the commit of somebody who was faster takes that one for its parent', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    const { id } = appOf(name);
    let other = '';
    server.faults.add({
      on: PUSH,
      times: 1,
      meanwhile: async () => {
        const repository = server.repositories;
        const words = ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid'];
        const head = (await repository.head(id)) ?? '';
        other = await repository.git(id, ...words, 'commit-tree', `${head}^{tree}`, '-p', head, '-m', 'faster');
        await repository.git(id, 'update-ref', 'refs/heads/master', other);
      },
    });
    const done = well(await run({ name, says: 'two' }));
    expect(done.lines.join('\n')).toContain('Somebody else has pushed in the meantime');
    expect(await server.repositories.git(id, 'rev-parse', 'master^')).toBe(other);
  });

  test.each([
    ['that has arrived is not sent again', true, 1],
    ['that has not arrived is sent again', false, 2],
  ])('without an answer %s', async (_, served, pushes) => {
    const name = unique();
    server.requests.clear();
    server.faults.add({ on: PUSH, times: 1, served, answer: { status: 200, body: '' } });
    well(await run({ name, says: 'one' }));
    const sent = server.requests.all().filter(({ path }) => path.endsWith('/git-receive-pack'));
    expect(sent).toHaveLength(pushes);
    expect(server.deployments(appOf(name).id)).toHaveLength(1);
  });

  test('that a hook refuses is reported in its words, and the variables are put back', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    const { id, env } = appOf(name);
    const words = 'You tried to push to a custom branch. This is not allowed.';
    const hook = join(server.repositories.path(id), 'hooks', 'update');
    await writeFile(hook, `#!/bin/sh\necho "${words}"\nexit 1\n`);
    const done = await run({ name, says: 'two' }, { inputs: { env: 'GREETING=two' } });
    expect(errors(done)).toMatchObject([{ code: 'push-refused', message: expect.stringContaining(words) }]);
    expect(appOf(name).env).toEqual(env);
    expect(server.deployments(id)).toHaveLength(1);
  });

  test('that is refused leaves no new app behind, unless somebody else has pushed to it', async () => {
    const refusal = { on: PUSH, answer: answers.error(413, 'Too large') };
    server.faults.add(refusal);
    const name = unique();
    const done = await run({ name, says: 'one' });
    expect(done.findings.map(({ code }) => code)).toEqual(['bundle-too-large']);
    expect(done.outputs.id).toBe('');
    expect(server.apps().filter(({ settings }) => settings.name === name)).toEqual([]);

    server.faults.clear();
    const other = unique();
    const meanwhile = async () => client.push(appOf(other).id, await place.project('service'));
    server.faults.add({ ...refusal, times: 1, meanwhile });
    const late = await run({ name: other, says: 'one' });
    expect(late.findings.map(({ code }) => code)).toEqual(['bundle-too-large', 'partly-done']);
    expect(late.outputs.id).toBe(appOf(other).id);
  });

  test('waits for the repository of a new app, which is not known at once', async () => {
    server.knobs.creatingPolls = 3;
    server.faults.add({
      on: 'GET /v2/organisations/:owner/applications/:app',
      times: 1,
      answer: answers.error(404, 'No'),
    });
    well(await run({ name: unique(), says: 'one' }));
  });

  test('of the same files deploys again what is there', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    const head = await server.repositories.head(appOf(name).id);
    well(await run({ name, says: 'one' }, { inputs: { env: 'GREETING=two' } }));
    well(await run({ name, says: 'one' }, { inputs: { env: 'GREETING=two', force: 'true' } }));
    expect(await server.repositories.head(appOf(name).id)).toBe(head);
    expect(server.deployments(appOf(name).id).map(({ commit }) => commit)).toEqual([head, head, head]);
  });
});

describe('an app on Clever Cloud', () => {
  test.each([
    ['that is unpaid', { state: 'DEFAULT_OF_PAYMENT' }, 'app-blocked'],
    ['that is moderated', { state: 'MODERATED' }, 'app-blocked'],
    ['that GitHub deploys', { github: 'https://github.com/octo/app.git' }, 'git-managed'],
  ] as const)('%s is refused, and nothing is changed', async (_, change, code) => {
    const name = unique();
    const id = await client.create({ name });
    server.edit(id, change);
    const before = appOf(name);
    expect(errors(await run({ name, says: 'one' }))).toMatchObject([{ code }]);
    expect(appOf(name)).toEqual(before);
  });

  test('of whose name there are two has to be named by its id', async () => {
    const name = unique();
    const ids = [await client.create({ name }), await client.create({ name })];
    const [several] = errors(await run({ name, says: 'one' }));
    expect(several).toMatchObject({ code: 'several-items', message: expect.stringContaining(ids[1] ?? '') });
    well(await run({ name, says: 'one' }, { inputs: { id: ids[1] ?? '' } }));
  });

  test('gets those of its settings that differ, and no others', async () => {
    const name = unique();
    const deploy = async (more: string) => {
      const workspace = await place.project('service', filesOf({ name, says: 'one' }, more));
      return run({ name, says: 'one' }, { more: { workspace } });
    };
    well(await deploy('flavor = "S"\nsticky-sessions = true\n'));
    expect(appOf(name).settings).toMatchObject({ minFlavor: 'S', maxFlavor: 'S', stickySessions: true });
    server.requests.clear();
    const done = well(await deploy('min-flavor = "S"\nmax-flavor = "M"\nsticky-sessions = true\n'));
    expect(done.lines.filter((line) => line.startsWith('Updated'))).toEqual(['Updated maxFlavor: "S" -> "M"']);
    expect(appOf(name).settings).toMatchObject({ minFlavor: 'S', maxFlavor: 'M' });
    well(await deploy('min-flavor = "S"\nmax-flavor = "M"\nsticky-sessions = true\n'), 'unchanged');
  });

  test('that two runs create at the same time is one app', async () => {
    const name = unique();
    let first = '';
    const meanwhile = async () => {
      first = await client.create({ name });
      // The server tells times to the millisecond.
      await expect.poll(() => Date.now()).toBeGreaterThan((appOf(name).created ?? 0) + 1);
    };
    server.faults.add({ on: 'POST /v2/organisations/:owner/applications', times: 1, meanwhile });
    const done = await run({ name, says: 'one' });
    expect(well(done).outputs.id).toBe(first);
    expect(server.apps().filter(({ settings }) => settings.name === name)).toHaveLength(1);
  });

  test('is not asked for anything while the token service does not work', async () => {
    const body = '{"id":21002,"message":"Failed to communicate with token service","type":"error"}';
    server.requests.clear();
    server.faults.add({ on: 'GET /v2/self', answer: { status: 503, body } });
    const done = await run({ name: unique(), says: 'one' }, { more: { clock: createHastyClock() } });
    const message = expect.stringMatching(/the token service does not work.*error 21002/);
    expect(errors(done)).toMatchObject([{ code: 'server-error', message }]);
    expect(new Set(server.requests.all().map(({ path }) => path))).toEqual(new Set(['/v2/self']));
  });

  test('needs a token together with its secret, one that lasts', async () => {
    const name = unique();
    expect(errors(await run({ name, says: 'one' }, { inputs: { secret: '' } }))).toMatchObject([{ code: 'no-secret' }]);
    const { expires } = server.knobs;
    server.knobs.expires = Date.now() + 86_400_000;
    const done = well(await run({ name, says: 'one' }));
    server.knobs.expires = expires;
    expect(done.findings).toMatchObject([{ code: 'token-expires', level: 'warning' }]);
  });
});

describe('a variant on Clever Cloud', () => {
  test('is an app of its own, and the domains stay with production', async () => {
    const name = unique();
    const domain = `${name}.example.com`;
    const files = filesOf({ name, says: 'one' }, `domains = ["${domain}"]\n`);
    const deploy = async (inputs: Record<string, string>) => {
      const workspace = await place.project('service', files);
      return well(await run({ name, says: 'one' }, { inputs, more: { workspace } }));
    };
    const production = await deploy({});
    const staging = await deploy({ variant: 'staging' });
    expect(staging.outputs.id).not.toBe(production.outputs.id);
    expect(appOf(name).vhosts).toContain(`${domain}/`);
    expect(appOf(`${name}-staging`).vhosts).toHaveLength(1);
    const again = await run(
      { name, says: 'one' },
      { inputs: { variant: 'staging' }, more: { workspace: await place.project('service', files) } },
    );
    expect(well(again, 'unchanged').outputs.id).toBe(staging.outputs.id);
  });
});

describe('a preview on Clever Cloud', () => {
  const context = {
    ...{ event: 'pull_request', eventAction: 'synchronize', ref: 'refs/pull/7/merge' },
    pullRequest: { number: 7, sha: 'f'.repeat(40), isOutside: false },
  };

  test('is marked, and gets those variables of the step that are named for it', async () => {
    const name = unique();
    const workspace = await place.project('service', filesOf({ name, says: 'one' }, 'preview-env = ["SEEN"]\n'));
    const inputs = { mode: 'preview', env: 'SEEN=1\nHIDDEN=2' };
    well(await run({ name, says: 'one' }, { inputs, more: { context, workspace } }));
    const { env, vhosts } = appOf(`${name}-pr-7`);
    expect(env).toMatchObject({ SEEN: '1', UV_DEPLOY_PREVIEW: 'octo/app#7' });
    expect(env).not.toHaveProperty('HIDDEN');
    expect(vhosts).toContain(`${name}-pr-7.cleverapps.io/`);
  });

  test('is never taken for one without its mark', async () => {
    const name = unique();
    await client.create({ name: `${name}-pr-7` });
    expect(errors(await run({ name, says: 'one' }, { inputs: { mode: 'preview' }, more: { context } }))).toMatchObject([
      { code: 'conflict' },
    ]);
    well(await run({ name, says: 'one' }, { inputs: { mode: 'teardown' }, more: { context } }), 'removed');
    expect(appOf(`${name}-pr-7`).settings.name).toBe(`${name}-pr-7`);
  });
});

describe('a task on Clever Cloud', () => {
  const TASK = 'import os\nprint(os.environ.get("UV_DEPLOY_PARAMS"), os.environ.get("day"))\n';
  const invoke = async (name: string, inputs: Record<string, string>, more = '') => {
    const files = { ...filesOf({ name, says: 'done', kind: 'task' }, more), 'task.py': TASK };
    const workspace = await place.project('service', files);
    return run({ name, says: 'done' }, { inputs, more: { workspace } });
  };

  test('gets its parameters as variables, and those of the run before are gone', async () => {
    const name = unique();
    const asEnv = 'params-as-env = true\n';
    well(await invoke(name, {}, asEnv));
    const first = well(await invoke(name, { mode: 'invoke', params: '{"day": "monday"}' }, asEnv), 'invoked');
    expect(first.lines.join('\n')).toContain('{"day":"monday"} monday');
    const second = well(await invoke(name, { mode: 'invoke' }, asEnv), 'invoked');
    expect(second.lines.join('\n')).toContain('None None');
  });

  test('is started once, although the answer is lost', async () => {
    const name = unique();
    well(await invoke(name, {}));
    server.faults.add({
      on: 'POST /v2/organisations/:owner/applications/:app/instances',
      times: 1,
      reset: 'before-answer',
    });
    well(await invoke(name, { mode: 'invoke' }), 'invoked');
    expect(server.deployments(appOf(name).id)).toHaveLength(2);
  });

  test('is the only kind of app that can be invoked', async () => {
    const name = unique();
    well(await run({ name, says: 'one' }));
    expect(errors(await run({ name, says: 'one' }, { inputs: { mode: 'invoke' } }))).toMatchObject([
      { code: 'not-a-task' },
    ]);
  });
});
