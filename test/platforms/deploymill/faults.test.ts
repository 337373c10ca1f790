import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { App } from '../../emulators/deploymill/deployer.ts';
import type { Knobs } from '../../emulators/deploymill/mcp.ts';
import type { DeploymillServer } from '../../emulators/deploymill/server.ts';
import { answers } from '../../emulators/host/faults.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { createFastClock, runStep, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import { checkOut, DOCKERFILE, filesOf, projectJson, push } from './project.ts';

const place = createWorkplace();
const REPOSITORY = 'octo/shop';
let server: DeploymillServer;
let app: App;
let defaults: Knobs;
beforeAll(async () => {
  server = await place.deploymill({ patienceMs: 10_000 });
  app = await server.createApp('shop', REPOSITORY);
  defaults = { ...server.knobs };
});
afterAll(() => place.clear());
beforeEach(() => {
  Object.assign(server.knobs, defaults);
  Object.assign(server.oauth, { rotates: false, grants: ['authorization_code', 'refresh_token'] });
  server.calls.length = 0;
  server.faults.clear();
});

type Options = {
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** A pull request from the branch `draft`. */
  readonly pullRequest?: number;
  /** Happens between the push and the run. */
  readonly meanwhile?: (folder: string) => Promise<unknown>;
};

/** Pushes the app, with changes, and runs a step for that commit. */
const run = async ({ files, settings, inputs, pullRequest, meanwhile }: Options = {}): Promise<StepRun> => {
  const url = server.address(app);
  const own = filesOf({ name: 'shop', says: `hello ${Math.random()}` }, { id: app.id, url }, settings);
  const folder = await checkOut(server, REPOSITORY, { ...own, ...files });
  const pushed = await push(server, REPOSITORY, folder, pullRequest === undefined ? 'main' : 'draft');
  await meanwhile?.(folder);
  const event = { event: 'pull_request', ref: `refs/pull/${pullRequest}/merge` };
  return runStep({
    ...{ workspace: folder, uv, clock: createFastClock(20) },
    context: {
      ...pushed,
      ...(pullRequest !== undefined && {
        ...event,
        pullRequest: { number: pullRequest, sha: pushed.sha ?? '', isOutside: false },
      }),
    },
    inputs: {
      ...{ mode: 'deploy', platform: 'deploymill', server: server.url, token: server.token, preflight: 'static' },
      ...{ comment: 'false', 'health-check-timeout': '60', ...inputs },
    },
  });
};

const codes = ({ findings }: StepRun, level = 'error'): string[] =>
  findings.filter((finding) => finding.level === level).map(({ code }) => code);
const well = (done: StepRun, status = 'deployed'): StepRun => {
  expect(done.findings.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
  expect(done.outputs.status).toBe(status);
  return done;
};
const called = (name: string) => server.calls.filter((call) => call.name.endsWith(name));

describe('the server of deploymill', () => {
  test.each([
    ...([
      ['both', 'auto'],
      ['both', 'sse'],
      ['both', 'json'],
      ['sessions', 'sse'],
      ['sessions', 'json'],
    ] as const),
  ])('is understood with protocols %s and answers as %s', async (era, form) => {
    Object.assign(server.knobs, { era, answers: form, structured: form !== 'json' });
    well(await run({ inputs: { mode: 'check' } }), 'checked');
    if (era === 'sessions') well(await run());
  });

  test('that does not accept the token is asked what its sign-in offers', async () => {
    const done = await run({ inputs: { token: 'wrong-token-0123456789' } });
    expect(codes(done)).toEqual(['invalid-key']);
    expect(done.findings.at(-1)?.message).toContain('offers: authorization_code, refresh_token');
    expect(server.calls).toEqual([]);
  });

  test.each([false, true])(
    'gives access for a refresh token, and warns where it replaces that one: %s',
    async (rotates) => {
      server.oauth.rotates = rotates;
      const inputs = { mode: 'check', token: server.oauth.refreshToken };
      const done = well(await run({ settings: 'client-id = "mill-client"\n', inputs }), 'checked');
      expect(codes(done, 'warning').includes('token-rotated')).toBe(rotates);
      expect(done.masks.some((mask) => mask.startsWith('mill-access-'))).toBe(true);
    },
  );

  test('that does not accept a refresh token needs somebody at a browser', async () => {
    const inputs = { mode: 'check', token: 'mill-refresh-token-of-old' };
    expect(codes(await run({ settings: 'client-id = "mill-client"\n', inputs }))).toEqual(['sign-in-needed']);
  });

  test('gives access to a client with its secret only where its sign-in offers that', async () => {
    const { id, secret } = server.oauth.client;
    const inputs = { mode: 'check', token: id, secret };
    expect(codes(await run({ inputs }))).toEqual(['no-client-credentials']);
    server.oauth.grants.push('client_credentials');
    well(await run({ inputs }), 'checked');
  });

  test('is not shown the token where the connection is not encrypted, or leads elsewhere', async () => {
    expect(codes(await run({ inputs: { server: 'http://mill.example' } }))).toEqual(['invalid-server']);
    const other = await place.deploymill();
    server.faults.add({ on: '* /mcp', answer: answers.redirect(`${other.url}/mcp`, 307) });
    expect(codes(await run())).toEqual(['server-redirects']);
    expect(other.requests.all()).toEqual([]);
  });

  test('without a tool that is needed is known by that name, and the summary has all its tools', async () => {
    server.knobs.tools = ({ deploy: _, ...others }) => others;
    const done = await run();
    expect(codes(done)).toEqual(['tool-missing']);
    expect(server.calls).toEqual([]);
  });

  test('may have something before the names of all its tools', async () => {
    server.knobs.tools = (tools) =>
      Object.fromEntries(Object.entries(tools).map(([name, tool]) => [`mill__${name}`, tool]));
    well(await run());
    expect(called('mill__deploy')).toHaveLength(1);
  });

  test('may call an argument by another of its known names', async () => {
    server.knobs.tools = ({ deploy, ...others }) => {
      if (deploy === undefined) throw new Error('There is no deploy.');
      const schema = { type: 'object', properties: { appId: { type: 'string' } }, required: ['appId'] } as const;
      const renamed = { ...deploy, schema: { ...schema, additionalProperties: false } };
      return {
        ...others,
        deploy: { ...renamed, run: ({ appId }, progress) => deploy.run({ applicationId: appId }, progress) },
      };
    };
    well(await run());
    expect(called('deploy')).toEqual([{ name: 'deploy', args: { appId: app.id } }]);
  });

  test('that wants an argument nobody knows is not called, until the settings name it', async () => {
    server.knobs.tools = ({ deploy, ...others }) => {
      if (deploy === undefined) throw new Error('There is no deploy.');
      const properties = { ...deploy.schema.properties, region: { type: 'string' } };
      return {
        ...others,
        deploy: { ...deploy, schema: { ...deploy.schema, properties, required: ['applicationId', 'region'] } },
      };
    };
    const refused = await run();
    expect(codes(refused)).toEqual(['tool-arguments']);
    expect(refused.findings.at(-1)?.message).toContain('region');
    expect(refused.summaries.join('')).toContain('list\\_previews');
    expect(called('deploy')).toEqual([]);
    well(await run({ settings: 'tool-args = { deploy = { region = "eu" } }\n' }));
    expect(called('deploy')[0]?.args).toEqual({ applicationId: app.id, region: 'eu' });
  });

  test('is quoted where it refuses, and its text can’t act as a command', async () => {
    const refusal = { ok: false, errorCode: 'upgrade_required', message: 'Pay up.\n::error::pwned' };
    server.knobs.before = async (name) =>
      name === 'deploy' ? { isError: true, content: [{ type: 'text', text: JSON.stringify(refusal) }] } : undefined;
    const done = await run();
    expect(codes(done)).toEqual(['tool-refused']);
    expect(done.findings.at(-1)?.message).toContain('upgrade_required');
    expect(done.lines.join('\n')).not.toMatch(/^::(?!(?:end)?group\b)/m);
  });

  test('that forgets the session in the middle is asked again, and deploys once', async () => {
    server.knobs.era = 'sessions';
    server.knobs.before = async (name) => {
      if (name === 'reconcile_project') server.forgetSessions();
      return undefined;
    };
    well(await run());
    expect(called('deploy')).toHaveLength(1);
  });
});

describe('a deployment to deploymill', () => {
  test('whose answer is lost is looked for, and never started twice', async () => {
    server.knobs.cut = 'deploy';
    well(await run());
    expect(called('deploy')).toHaveLength(1);
  });

  test.each(['json', 'sse'] as const)(
    'may be silent for longer than five minutes, with answers as %s',
    async (form) => {
      server.knobs.answers = form;
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
      try {
        server.knobs.before = async (name) => {
          if (name === 'deploy') await vi.advanceTimersByTimeAsync(7 * 60_000);
          return undefined;
        };
        well(await run());
        expect(called('deploy')).toHaveLength(1);
        // Given up by then, and found in the list of deployments.
        const done = await run({ inputs: { timeout: '300' } });
        expect(done.lines.join('\n')).toMatch(/call of 'deploy'/);
        expect(called('deploy')).toHaveLength(2);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  test('of which the server shows nothing fails, and is not started again', async () => {
    server.knobs.tools = (tools) => ({
      ...tools,
      ...(tools.deploy && { deploy: { ...tools.deploy, run: async () => ({}) } }),
    });
    server.knobs.cut = 'deploy';
    const done = await run();
    expect(codes(done)).toEqual(['start-unknown']);
    expect(called('deploy')).toHaveLength(1);
  });

  test('that changes no image is made once more, without the cache', async () => {
    const files = {
      'serve.py': filesOf({ name: 'shop', says: 'the same' }, { id: app.id, url: '' })['serve.py'] ?? '',
    };
    well(await run({ files }));
    server.calls.length = 0;
    well(await run({ files, settings: '# another commit, and the same image\n' }));
    expect(called('deploy').map(({ args }) => args.noCache ?? false)).toEqual([false, true]);
  });

  test('is only begun for the commit that would be deployed, which is named otherwise', async () => {
    const done = await run({
      meanwhile: async () => {
        const files = filesOf({ name: 'shop', says: 'newer' }, { id: app.id, url: server.address(app) });
        await push(server, REPOSITORY, await checkOut(server, REPOSITORY, files));
      },
    });
    expect(codes(done)).toEqual(['not-the-head']);
    expect(done.findings.at(-1)?.message).toContain(await server.repositories.head(REPOSITORY, 'main'));
    expect(called('deploy')).toEqual([]);
    expect(codes(await run({ settings: 'branch = "trunk"\n' }))).toEqual(['no-branch']);
  });

  test('whose build fails is reported at the line of the Dockerfile', async () => {
    const Dockerfile = DOCKERFILE.replace(
      'RUN useradd --create-home app',
      "RUN echo '::error::x' && python -c 'import sys; sys.exit(3)'",
    );
    const done = await run({ files: { Dockerfile } });
    expect(codes(done)).toEqual(['deployment-cause', 'deployment-failed']);
    expect(done.findings.find(({ code }) => code === 'deployment-cause')).toMatchObject({
      file: 'Dockerfile',
      line: 5,
    });
    expect(done.lines.join('\n')).not.toMatch(/^::(?!(?:end)?group\b)/m);
  });

  test('that does not start is reported at the line of the source', async () => {
    const files = {
      'serve.py':
        'import os\n\n\ndef serve() -> None:\n    raise RuntimeError(f"no /healthz on {os.environ[\'PORT\']}")\n\n\nserve()\n',
      '.deploymill/project.json': projectJson('shop', { rollback: false }),
    };
    const done = await run({ files, inputs: { 'health-check-timeout': '2' } });
    expect(codes(done)).toEqual(['unhealthy']);
    expect(done.findings.at(-1)).toMatchObject({ file: 'serve.py', line: 5 });
    expect(done.findings.at(-1)?.message).toContain('The last exception in its log: RuntimeError: no /healthz on ');
  });

  test('adds plain variables to those of the app, and refuses secrets before anything is changed', async () => {
    const secret = await run({ inputs: { env: 'STRIPE_API_KEY=abc123456\nDATABASE=postgres://u:pw123456@db/x' } });
    expect(codes(secret)).toEqual(['env-secret', 'env-secret']);
    expect(called('set_env_vars')).toEqual([]);
    expect(secret.findings.at(-1)?.remedy).toContain('request_secret');
    app.env.set('KEPT', 'yes');
    well(await run({ inputs: { env: 'GREETING=hi there' } }));
    expect(Object.fromEntries(app.env)).toMatchObject({ KEPT: 'yes', GREETING: 'hi there' });
  });

  test('is not what invoke does: schedules are named instead', async () => {
    const done = await run({ inputs: { mode: 'invoke' } });
    expect(codes(done)).toEqual(['no-tasks']);
    expect(done.findings.at(-1)?.remedy).toContain('schedules');
  });
});

describe('a preview on deploymill', () => {
  test('is warned of where it uses the data of production', async () => {
    server.knobs.sharesData = true;
    const done = well(await run({ pullRequest: 31, inputs: { mode: 'preview' } }));
    expect(codes(done, 'warning')).toContain('preview-hits-production');
    expect(called('create_preview')[0]?.args).toMatchObject({ ref: 'draft', prNumber: 31, ttlHours: 72 });
    well(await run({ pullRequest: 31, inputs: { mode: 'teardown' } }), 'removed');
    expect(called('delete_preview')).toHaveLength(1);
  });

  test('is only removed where the server lists it for this app and this pull request', async () => {
    const rows = [
      { applicationId: 'app_other', parentApplicationId: 'app_somebody', ref: 'draft', prNumber: 32 },
      { applicationId: 'app_foreign', parentApplicationId: app.id, ref: 'elsewhere', prNumber: 33 },
      { applicationId: app.id, parentApplicationId: app.id, ref: 'draft', prNumber: 32 },
    ];
    server.knobs.before = async (name) =>
      name === 'list_previews' ? { content: [{ type: 'text', text: JSON.stringify({ previews: rows }) }] } : undefined;
    well(await run({ pullRequest: 32, inputs: { mode: 'teardown' } }), 'removed');
    expect(called('delete_preview')).toEqual([]);
  });
});
