import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGitHub } from '../emulators/github/server.ts';
import { answers, type CannedAnswer, endless, type Fault } from '../emulators/host/faults.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, runAction } from '../tools/action.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { pullRequest } from '../tools/events.ts';

const place = createWorkplace();
let workspace: string;
beforeAll(async () => {
  workspace = await place.project('service');
});
afterAll(() => place.clear());

const KEY = 'GET /api/v0/check_key';
const ITEMS = 'GET /api/v0/user/items';
const UPLOAD = 'POST /api/v0/content/upload';
const PROGRESS = 'GET /api/v0/content/deployments/:id';
const INVOKE = 'POST /api/v0/content/:id/invoke';
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const json = (value: unknown): CannedAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const toml = (slug: string): Fault => ({
  on: 'GET /api/v0/content/:id/toml',
  answer: {
    status: 200,
    body: `[content]\nname = "Echo"\nslug = ${JSON.stringify(slug)}\ncontent_type = "python-service"\n`,
  },
});
/** A server that says of every deployment at once that it is live, whatever is behind it. */
const deployed = (slug = ''): Fault[] => [
  { on: UPLOAD, answer: json({ id: ID, deployment_id: '01BX5ZZKBKACTAV9WEVGEMMVRZ' }) },
  { on: PROGRESS, answer: json({ id: '01BX5ZZKBKACTAV9WEVGEMMVRZ', status: 'success', deployed_at: 1 }) },
  toml(slug),
  { on: 'PATCH /api/v0/content/:id/settings', answer: json({}) },
];

/** A run with little time on a server with these faults. */
const runWith = async (faults: readonly Fault[], options: Partial<ActionOptions> = {}) => {
  const server = await place.start();
  for (const fault of faults) server.faults.add(fault);
  const access = { platform: 'ricochet', server: server.url, token: server.apiKey, preflight: 'static' };
  const short = { timeout: '2', 'health-check-timeout': '2' };
  const run = await runAction({ workspace, ...options, inputs: { ...access, ...short, ...options.inputs } });
  const requests = server.requests.all().map(({ method, path }) => `${method} ${path}`);
  await server.close();
  return { run, requests, starts: server.requests.matching(INVOKE).length };
};

/** One error, all outputs and a summary, in time. */
const expectReport = (run: ActionRun, title: string, seconds: number, status = 'failed') => {
  expect(run.titles('error')).toEqual([title]);
  expect(run.exitCode).toBe(1);
  expect(run.outputs.status).toBe(status);
  expect(run.summary).toContain(title);
  expect(run.ms).toBeLessThan(seconds * 1000);
};

const kinds = Object.entries(endless);

describe.concurrent('a server that never comes to an end of its answer', () => {
  test.each(kinds)('to the check of the key: %s', async (_, raw) => {
    const { run } = await runWith([{ on: KEY, raw }]);
    expectReport(run, 'server-unreachable', 15);
  });

  test.each(kinds)('to the question how the deployment goes: %s', async (_, raw) => {
    const { run } = await runWith([{ on: PROGRESS, raw }, ...deployed()]);
    expectReport(run, 'deployment-timeout', 20, 'timed-out');
  });

  test.each(kinds.filter(([kind]) => kind !== 'a body that trickles'))('at the path of the app: %s', async (_, raw) => {
    const { run } = await runWith([{ on: `GET /${ID}/`, raw }, ...deployed()]);
    expectReport(run, 'unhealthy', 25);
  });

  test.each(kinds.slice(0, 2))('to an upload: %s', async (_, raw) => {
    const { run } = await runWith([{ on: UPLOAD, raw }]);
    expectReport(run, 'upload-lost', 60);
  });

  test('a page of the app that trickles is as good as a whole one', async () => {
    const raw = endless['a body that trickles'];
    const { run } = await runWith([{ on: `GET /${ID}/`, raw }, ...deployed()]);
    expect(run.titles('error')).toEqual([]);
    expect(run.outputs).toMatchObject({ status: 'deployed' });
  });

  test('nor GitHub does, which changes no verdict', async () => {
    const github = await startGitHub();
    github.faults.add({ on: '* *', raw: endless['101'] });
    const event = pullRequest(github.pulls.open());
    const inputs = { 'github-token': github.createToken() };
    const options = { event, inputs, env: { GITHUB_API_URL: github.url } };
    const raw = endless['a body that trickles'];
    const { run } = await runWith([{ on: `GET /${ID}/`, raw }, ...deployed()], options);
    await github.close();
    expect(run.titles('error')).toEqual([]);
    expect(run.titles('warning')).toContain('github-unreachable');
    expect(run.outputs.status).toBe('deployed');
  });
});

describe.concurrent('whatever ends a run, it is reported', () => {
  /** Runs the step with a module in its process, while the server keeps it waiting. */
  const withModule = (code: string) => {
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(code)}`;
    return runWith([{ on: KEY, raw: [''] }], { env: { NODE_OPTIONS }, inputs: { timeout: '60' } });
  };

  test.each([
    ['an exception that nobody catches', 'setTimeout(() => { throw new Error("boom") }, 1500)', 'boom'],
    ['a rejection that nobody handles', 'setTimeout(() => Promise.reject(new Error("boom")), 1500)', 'boom'],
    [
      'nothing left to wait for',
      `import fs from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module";
       fs.readFile = () => new Promise(() => {}); fs.stat = fs.readFile; syncBuiltinESMExports();`,
      'nothing was left to wait for',
    ],
  ])('%s', async (_, code, words) => {
    const { run } = await withModule(code);
    expectReport(run, 'unexpected', 15);
    expect(run.annotations[0]?.message).toContain(words);
  });
});

describe.concurrent('a start of a task', () => {
  const task: Fault[] = [
    { on: ITEMS, answer: json([{ id: ID, name: 'Echo', content_type: 'python' }]) },
    { on: 'GET /api/v0/content/:id/invocations/active', answer: json([]) },
  ];

  test.each<[string, Fault]>([
    ['is answered 200 with half a body', { on: INVOKE, answer: answers.truncatedJson() }],
    ['is answered 200 with something else', { on: INVOKE, answer: json({ started: true }) }],
    ['is answered 200 with a body that trickles', { on: INVOKE, raw: endless['a body that trickles'] }],
    ['is answered 101', { on: INVOKE, raw: endless['101'] }],
    ['is answered 502', { on: INVOKE, answer: answers.error(502, 'Bad gateway') }],
    ['is cut off before its answer', { on: INVOKE, reset: 'before-answer' }],
  ])('that %s is not sent again, which is said', async (_, fault) => {
    const { run, starts } = await runWith([fault, ...task], { inputs: { mode: 'invoke' } });
    expect(starts).toBe(1);
    expectReport(run, 'start-unknown', 25);
    expect(run.annotations[0]?.message).toContain('so it was not started again');
  });

  test('is not sent again where the look at the server fails, which is said too', async () => {
    const active = { on: 'GET /api/v0/content/:id/invocations/active', answer: json([]), times: 1 };
    const gone = { on: active.on, answer: answers.error(403, 'Not yours') };
    const faults: Fault[] = [{ on: INVOKE, answer: answers.truncatedJson() }, active, gone, ...task];
    const { run, starts } = await runWith(faults, { inputs: { mode: 'invoke' } });
    expect(starts).toBe(1);
    expectReport(run, 'start-unknown', 15);
    expect(run.annotations[0]?.message).toContain('Not yours');
  });
});

describe.concurrent('a server that floods a run', () => {
  test('with answers about a task of Connect is asked now and then, and its log is cut', async () => {
    const runs = createConnectRuns(place);
    const server = await place.connect();
    const line = 'x'.repeat(99);
    const body = { id: 'T', output: Array(20_000).fill(line), finished: false, code: 0, error: '', last: 1 };
    server.faults.add({ on: 'GET /__api__/v1/tasks/:id', answer: json(body) });
    const run = await runs.run(server, { workspace: await runs.project('flood'), inputs: { timeout: '3' } });
    expectReport(run, 'deployment-timeout', 25, 'timed-out');
    expect(server.requests.matching('GET /__api__/v1/tasks/:id').length).toBeLessThan(10);
    expect(run.log.length).toBeLessThan(500_000);
    expect(run.log.match(/The log is long; the rest is on the server/g)).toHaveLength(1);
  });

  test('with 40,000 items of one name is reported in a message and a summary that can be read', async () => {
    const items = Array.from({ length: 40_000 }, (_, n) => ({
      ...{ id: `01ARZ3NDEKTSV4RRFFQ6${String(n).padStart(6, '0')}`, name: 'Echo', content_type: 'python-service' },
    }));
    const { run } = await runWith([{ on: ITEMS, answer: json(items) }]);
    expect(run.titles('error')).toEqual(['several-items']);
    expect(run.annotations[0]?.message.length).toBeLessThan(5_000);
    expect(run.summary.length).toBeLessThan(20_000);
  });
});

describe.concurrent('a server that leads elsewhere', () => {
  test.each([
    '/evil.example',
    'a/../../evil',
    '@evil.example',
    'https://evil.example/',
    'a\nurl=x',
    '%2e%2e',
    '..',
    'a?b',
    '日本',
  ])('with the slug %j is asked by id, and the url says so', async (slug) => {
    const { run, requests } = await runWith([{ on: `GET /${ID}/`, answer: json({}) }, ...deployed(slug)]);
    expect(run.outputs.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${ID}$`));
    expect(run.outputs.status).toBe('deployed');
    expect(requests).toContain(`GET /${ID}/`);
  });

  test('by a path to probe that climbs out of the app is not asked', async () => {
    const path = '/health\n/%2e%2e/api/v0/user/items';
    const { run, requests } = await runWith(deployed(), { inputs: { 'health-check-path': path } });
    expect(run.titles('error')).toEqual(['invalid-input']);
    expect(requests).toEqual([]);
  });

  test('by a redirect of the app out of the app is not followed', async () => {
    const to = `/${ID}/..%2fapi/v0/user/items`;
    const { run, requests } = await runWith([{ on: `GET /${ID}/`, answer: answers.redirect(to) }, ...deployed()]);
    expect(run.titles('error')).toEqual(['unhealthy']);
    expect(requests).not.toContain(`GET ${to}`);
  });

  test('by an item called (PR #NaN) gets nothing removed', async () => {
    const github = await startGitHub();
    const { run, requests } = await runWith(
      [{ on: ITEMS, answer: json([{ id: ID, name: 'Echo (PR #NaN)', content_type: 'python-service' }]) }],
      {
        inputs: { mode: 'teardown', 'github-token': github.createToken() },
        env: { GITHUB_API_URL: github.url },
      },
    );
    await github.close();
    expect(run.outputs.status).toBe('removed');
    expect(run.log).toContain('No previews to remove.');
    expect(requests.filter((one) => one.startsWith('DELETE'))).toEqual([]);
  });
});
