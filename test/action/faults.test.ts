import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { answers, type Fault } from '../servers/host/faults.ts';
import type { RicochetServer } from '../servers/ricochet/server.ts';
import { createWorkplace } from '../servers/workplace.ts';
import { type ActionRun, everythingShown, runAction } from '../tools/action.ts';

const place = createWorkplace();
afterAll(() => place.clear());

const UPLOAD = 'POST /api/v0/content/upload';

type Situation = {
  readonly faults?: readonly Fault[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether the project is on the server already. */
  readonly deployed?: boolean;
  readonly arrange?: (server: RicochetServer) => void;
};

/** Deploys the smallest service to a server of its own, in the given situation. */
async function deployIn({ faults = [], inputs = {}, deployed = false, arrange }: Situation) {
  const [server, workspace] = await Promise.all([place.start(), place.project('service')]);
  const deploy = (more: Readonly<Record<string, string>> = {}) =>
    runAction({
      workspace,
      inputs: {
        ...{ server: server.url, token: server.apiKey, preflight: 'static' },
        ...{ 'health-check-timeout': '20', timeout: '30' },
        ...more,
      },
    });
  if (deployed) expect((await deploy()).outputs.status).toBe('deployed');
  server.requests.clear();
  for (const fault of faults) server.faults.add(fault);
  arrange?.(server);
  const run = await deploy(inputs);
  const uploads = server.requests.matching(UPLOAD).length;
  const items = server.items();
  const deployments = items.flatMap(({ id }) => server.deployments(id));
  expect(everythingShown(run)).not.toContain(server.apiKey);
  await server.close();
  return { run, uploads, items, deployments };
}

/** Exactly one error, with this title; the step is red. */
const expectFailure = (run: ActionRun, title: string, status = 'failed') => {
  expect(run.titles('error')).toEqual([title]);
  expect(run.exitCode).toBe(1);
  expect(run.outputs.status).toBe(status);
};

describe.concurrent('a server that can not be reached', () => {
  const against = async (server: string) => {
    const workspace = await place.project('service');
    return runAction({ workspace, inputs: { server, token: 'rico_12345678_secret', preflight: 'static' } });
  };

  test('a server that is down is named, with what to check', async () => {
    const run = await against('http://127.0.0.1:9');
    expectFailure(run, 'server-unreachable');
    expect(run.annotations[0]?.message).toContain('nothing listens at 127.0.0.1:9');
    expect(run.annotations.at(-1)?.message).toContain("'server'");
  });

  test('a name that does not exist is a matter of DNS', async () => {
    const run = await against('http://ricochet.invalid');
    expectFailure(run, 'server-unreachable');
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/ricochet\.invalid .*\(DNS\)/);
  });

  test('a self-signed certificate is not accepted', async () => {
    const [key, cert] = selfSigned();
    const server = createServer({ key, cert }, (_, response) => response.end('{}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const run = await against(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    expectFailure(run, 'server-unreachable');
    expect(run.annotations.map(({ message }) => message).join()).toContain('TLS certificate');
  });

  test('https to a port that speaks http is told as such', async () => {
    const server = await place.start();
    const run = await against(server.url.replace('http:', 'https:'));
    expectFailure(run, 'server-unreachable');
    expect(run.annotations.map(({ message }) => message).join()).toContain('does not speak TLS');
  });
});

const selfSigned = (): [Buffer, Buffer] => {
  const key = place.path('key.pem');
  const cert = place.path('cert.pem');
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    {
      stdio: 'ignore',
    },
  );
  return [readFileSync(key), readFileSync(cert)];
};

/** The calls of a first deployment of an app, in their order. */
const FIRST = ['GET /api/v0/check_key', 'GET /api/v0/user/items', UPLOAD, 'GET /api/v0/content/deployments/:id'];
/** The further calls of a later one. */
const LATER = [
  'GET /api/v0/content/:id/deployments',
  'GET /api/v0/content/:id/toml',
  'GET /api/v0/public-key',
  'PATCH /api/v0/content/:id/env-vars',
];
const withEnv = { env: 'GREETING=hello' };

describe.concurrent('a call that fails once', () => {
  test.each([...FIRST, ...LATER].flatMap((on) => [500, 502, 503, 429].map((status) => [on, status] as const)))(
    '%s that answers %i once is tried again, and nothing is done twice',
    async (on, status) => {
      const answer = status === 429 ? answers.rateLimited(1) : answers.error(status, 'not now');
      const deployed = LATER.includes(on);
      const { run, items, deployments } = await deployIn({
        faults: [{ on, times: 1, answer }],
        deployed,
        inputs: withEnv,
      });
      expect(run.titles('error')).toEqual([]);
      expect(run.outputs.status).toBe('deployed');
      expect(items).toHaveLength(1);
      expect(deployments).toHaveLength(deployed ? 2 : 1);
    },
  );

  test.each(
    [...FIRST, ...LATER].filter((on) => on.startsWith('GET') && !on.includes('check_key') && !on.includes('toml')),
  )('%s that is cut off once is asked for again', async (on) => {
    const answer = answers.truncatedJson();
    const { run, items } = await deployIn({
      faults: [{ on, times: 1, answer }],
      deployed: LATER.includes(on),
      inputs: withEnv,
    });
    expect(run.outputs.status).toBe('deployed');
    expect(items).toHaveLength(1);
  });
});

describe.concurrent('a call that keeps failing', () => {
  test.each([
    ['GET /api/v0/check_key', 500, 'server-error', 0],
    ['GET /api/v0/user/items', 503, 'server-error', 0],
    [UPLOAD, 413, 'bundle-too-large', 1],
    [UPLOAD, 400, 'refused', 1],
  ] as const)('%s with %i ends the run as %s, and says so once', async (on, status, title, expectedUploads) => {
    const { run, uploads, items } = await deployIn({ faults: [{ on, answer: answers.error(status, 'no luck') }] });
    expectFailure(run, title);
    expect(run.annotations.at(-1)?.message).toContain('no luck');
    expect(uploads).toBe(expectedUploads);
    expect(items).toEqual([]);
  });

  test.each([
    [401, 'Unauthorized', 'invalid-key'],
    [403, 'Invalid API key', 'invalid-key'],
    [403, 'Missing permission', 'forbidden'],
  ])('a %i that says "%s" is %s', async (status, words, title) => {
    const faults = [{ on: 'GET /api/v0/check_key', answer: answers.error(status, words) }];
    const { run, uploads } = await deployIn({ faults });
    expectFailure(run, title);
    expect(run.annotations[0]?.message).toContain(words);
    expect(uploads).toBe(0);
  });

  test('an id that the server does not know is named, and nothing is uploaded', async () => {
    const { run, uploads } = await deployIn({ inputs: { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } });
    expect(run.titles('error')).toHaveLength(1);
    expect(['forbidden', 'not-found']).toContain(run.titles('error')[0]);
    expect(uploads).toBe(0);
  });

  test.each(['GET /api/v0/check_key', 'GET /api/v0/user/items', UPLOAD])(
    'a login page in place of %s is recognised',
    async (on) => {
      const { run, items } = await deployIn({ faults: [{ on, answer: answers.loginPage() }] });
      expectFailure(run, 'not-ricochet');
      expect(run.annotations[0]?.message).toContain('a web page');
      expect(items).toEqual([]);
    },
  );

  test('a redirect is not followed: the right server is named', async () => {
    const faults = [
      { on: 'GET /api/v0/check_key', answer: answers.redirect('https://other.example/api/v0/check_key') },
    ];
    const { run } = await deployIn({ faults });
    expectFailure(run, 'server-redirects');
    expect(run.annotations[0]?.message).toContain("Set 'server' to https://other.example.");
  });
});

describe.concurrent('an upload that breaks', () => {
  test.each([
    ['before a byte was read', 'before-body'],
    ['in the middle', 'mid-body'],
  ] as const)('%s is sent again, and makes one item', async (_, reset) => {
    const { run, uploads, items, deployments } = await deployIn({ faults: [{ on: UPLOAD, times: 1, reset }] });
    expect(run.outputs.status).toBe('deployed');
    expect([uploads, items.length, deployments.length]).toEqual([2, 1, 1]);
  });

  test.each([
    ['a first', false],
    ['a later', true],
  ])('after the server has taken it is not sent again: %s deployment', async (_, deployed) => {
    const faults: Fault[] = [{ on: UPLOAD, times: 1, reset: 'before-answer' }];
    const { run, uploads, items, deployments } = await deployIn({ faults, deployed });
    expect(run.log).toContain('The server has it.');
    expect(run.outputs).toMatchObject({ status: 'deployed', 'deployment-id': deployments[0]?.id });
    expect([uploads, items.length, deployments.length]).toEqual([1, 1, deployed ? 2 : 1]);
  });

  test('an answer that is cut short is looked up too', async () => {
    const faults: Fault[] = [{ on: UPLOAD, times: 1, answer: answers.truncatedJson() }];
    const { run, items } = await deployIn({ faults });
    expect(run.outputs.status).toBe('deployed');
    expect(items).toHaveLength(1);
  });

  test('that breaks every time ends with one sentence, and nothing on the server', async () => {
    const { run, items } = await deployIn({ faults: [{ on: UPLOAD, reset: 'mid-body' }] });
    expectFailure(run, 'upload-lost');
    expect(items).toEqual([]);
  });

  test('behind variables that were set says that these are new and the code is not', async () => {
    const faults: Fault[] = [{ on: UPLOAD, answer: answers.error(413, 'too large') }];
    const { run } = await deployIn({ faults, deployed: true, inputs: withEnv });
    expectFailure(run, 'bundle-too-large');
    expect(run.annotations.find(({ title }) => title === 'partly-done')?.message).toContain('GREETING');
    expect(everythingShown(run)).not.toContain('hello');
  });
});

describe.concurrent('a deployment that does not go live', () => {
  test('is timed out when it stays pending, and it is said that it goes on', async () => {
    const { run } = await deployIn({ inputs: { timeout: '2' }, arrange: (server) => server.force('pending') });
    expectFailure(run, 'deployment-timeout', 'timed-out');
    expect(run.annotations[0]?.message).toContain('It goes on, on the server.');
    expect(run.annotations[0]?.message).toContain(`/deployments/${run.outputs['deployment-id']}`);
  });

  test.each(['failure', 'cancelled', 'invalidated', 'timeout'] as const)('is told apart: %s', async (status) => {
    const { run } = await deployIn({ arrange: (server) => server.force(status) });
    expectFailure(run, 'deployment-failed');
    expect(run.annotations[0]?.message).toContain(`/deployments/${run.outputs['deployment-id']}`);
    expect(run.outputs['deployment-id']).not.toBe('');
  });

  test('is followed through an outage of the server', async () => {
    const on = 'GET /api/v0/content/deployments/:id';
    const { run } = await deployIn({ faults: [{ on, times: 9, answer: answers.error(503, 'restarting') }] });
    expect(run.outputs.status).toBe('deployed');
  });
});
