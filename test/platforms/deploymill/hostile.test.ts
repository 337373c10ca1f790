import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../emulators/deploymill/deployer.ts';
import type { Knobs } from '../../emulators/deploymill/mcp.ts';
import type { DeploymillServer } from '../../emulators/deploymill/server.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { createFastClock, runStep, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import { checkOut, filesOf, push } from './project.ts';

const place = createWorkplace();
const REPOSITORY = 'octo/shop';
let server: DeploymillServer;
let app: App;
let defaults: Knobs;
let folder: string;
let pushed: Awaited<ReturnType<typeof push>>;
beforeAll(async () => {
  server = await place.deploymill({ patienceMs: 10_000 });
  app = await server.createApp('shop', REPOSITORY);
  defaults = { ...server.knobs };
  folder = await checkOut(
    server,
    REPOSITORY,
    filesOf({ name: 'shop', says: 'hi' }, { id: app.id, url: server.address(app) }),
  );
  pushed = await push(server, REPOSITORY, folder, 'main');
});
afterAll(() => place.clear());
beforeEach(() => {
  Object.assign(server.knobs, defaults);
  server.calls.length = 0;
});

const run = (inputs: Readonly<Record<string, string>> = {}): Promise<StepRun> =>
  runStep({
    ...{ workspace: folder, uv, clock: createFastClock(200), context: pushed },
    inputs: {
      ...{ mode: 'deploy', platform: 'deploymill', server: server.url, token: server.token, preflight: 'static' },
      ...{ comment: 'false', 'health-check-timeout': '5', timeout: '60', rollback: 'true', ...inputs },
    },
  });

/** What no run may end in, whatever a server says: an error of ours, a command in the log, an id that leads elsewhere. */
const keepsItsHead = (done: StepRun): void => {
  expect(done.findings.map(({ code }) => code)).not.toContain('unexpected');
  expect(['deployed', 'failed', 'timed-out', 'unchanged']).toContain(done.outputs.status);
  for (const text of [...done.lines, ...done.summaries]) {
    expect(text).not.toMatch(/^::(?!(?:end)?group\b)/m);
    expect(text.length).toBeLessThan(300_000);
  }
  expect(done.findings.every(({ message }) => message.length < 20_000)).toBe(true);
};

const HUGE = 'x'.repeat(500_000);
const NASTY = '\n::error::pwned\n\u001b[31m<!-- -->| [x](javascript:1)';
const VALUES: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['a number', 7],
  ['a list of lists', [[[]]]],
  ['a text that is a command', NASTY],
  ['a huge text', HUGE],
  ['an id with a path', { deploymentId: '../../x', status: 'done', id: '../y', applicationId: '/etc' }],
  [
    'objects in the place of texts',
    { deploymentId: {}, status: { a: 1 }, deployments: { 0: 'x' }, logs: [null, 3, { text: 4 }], plan: 5 },
  ],
  [
    'commands in each field',
    {
      deploymentId: NASTY,
      status: NASTY,
      commit: NASTY,
      rolloverNote: NASTY,
      edgeNote: HUGE,
      logs: NASTY,
      message: NASTY,
      plan: { domains: { blocked: [{ host: NASTY, code: NASTY, reason: HUGE }] } },
    },
  ],
  [
    'prototypes',
    JSON.parse('{"__proto__": {"ok": false}, "constructor": 1, "status": "done", "deployments": [{"__proto__": 1}]}'),
  ],
  [
    'thousands of rows',
    {
      deployments: Array.from({ length: 20_000 }, (_, id) => ({
        deploymentId: `d${id}`,
        status: 'running',
        createdAt: NASTY,
      })),
    },
  ],
];
const TOOLS = ['list_deployments', 'deploy', 'reconcile_project', 'get_logs'];

describe('a server of deploymill that answers', () => {
  test.each(VALUES)('%s ends no run in an error of ours', async (_, value) => {
    for (const tool of TOOLS) {
      server.knobs.before = async (name) =>
        name === tool ? { content: [{ type: 'text', text: JSON.stringify(value) }] } : undefined;
      keepsItsHead(await run());
      expect(server.calls.filter(({ name }) => name === 'deploy').length, tool).toBeLessThan(3);
      server.calls.length = 0;
    }
  });

  test('with an error in words that are commands is quoted', async () => {
    server.knobs.before = async (name) =>
      name === 'deploy' ? { isError: true, content: [{ type: 'text', text: `${NASTY}${HUGE}` }] } : undefined;
    keepsItsHead(await run());
  });
});

/** A server that speaks just enough to be asked for its tools. */
const withTools = async (
  page: (cursor: string | undefined, asked: number) => object,
): Promise<{ done: StepRun; asked: number }> => {
  let asked = 0;
  const raw = createServer(async (request, response) => {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const body = (await json(request)) as { id?: number; method: string; params?: { cursor?: string } };
    if (body.id === undefined) return response.writeHead(202).end();
    const results: Readonly<Record<string, () => object>> = {
      initialize: () => ({
        ...{ protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'x', version: '1' } },
      }),
      'tools/list': () => page(body.params?.cursor, ++asked),
    };
    const result = results[body.method]?.();
    const error = { code: -32601, message: 'Method not found' };
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ jsonrpc: '2.0', id: body.id, ...(result ? { result } : { error }) }));
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`;
  try {
    return { done: await run({ mode: 'check', server: url, token: 'token-0123456789' }), asked };
  } finally {
    raw.closeAllConnections();
    raw.close();
  }
};
const tool = (name: string, inputSchema: unknown = { type: 'object' }) => ({ name, inputSchema });

describe('a list of tools', () => {
  test('that never ends is given up', async () => {
    const { done, asked } = await withTools((_, count) => ({ tools: [tool(`t${count}`)], nextCursor: `c${count}` }));
    expect(done.findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'server-unreachable',
    ]);
    expect(asked).toBe(20);
    const same = await withTools(() => ({ tools: [tool('deploy')], nextCursor: 'again' }));
    expect(same.asked).toBeLessThan(4);
  });

  test.each<[what: string, tools: unknown]>([
    ['is none', null],
    ['has tools without names', [{}, 7]],
    ['has names that are commands', [tool(NASTY), tool(HUGE)]],
    ['has schemas of wrong types', [tool('deploy', 'x'), tool('list_deployments', null)]],
    ['is huge', Array.from({ length: 20_000 }, (_, index) => tool(`tool-${index}`))],
  ])('that %s is reported', async (_, tools) => {
    const { done } = await withTools(() => ({ tools }));
    expect(done.findings.map(({ code }) => code)).not.toContain('unexpected');
    expect(done.outputs.status).toBe('failed');
    for (const text of [...done.lines, ...done.summaries]) {
      expect(text).not.toMatch(/^::(?!(?:end)?group\b)/m);
      expect(text.length).toBeLessThan(1_000_000);
    }
  });
});
