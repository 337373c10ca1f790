import { cp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Cancelled } from '../../../src/findings/finding.ts';
import { createHttp, type Http } from '../../../src/ports/http/http.ts';
import { answers, endless, type Fault, type Faults } from '../../emulators/host/faults.ts';
import type { Requests } from '../../emulators/host/requests.ts';
import { matchRoute } from '../../emulators/host/router.ts';
import { createWorkplace, type Workplace } from '../../emulators/workplace.ts';
import { type ActionRun, everythingShown, runAction } from '../../tools/action.ts';
import { selfSigned } from '../../tools/certificate.ts';
import { createFastClock, runHere, type StepOptions } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';

/** An emulated server, as far as every platform has the same. */
type FaultyServer = {
  readonly url: string;
  readonly faults: Faults;
  readonly requests: Requests;
  close(): Promise<void>;
};

/** What the suite has to know of a platform. Calls are routes as faults name them. */
export type Subject<Server extends FaultyServer> = {
  readonly name: string;
  start(place: Workplace): Promise<Server>;
  /** The inputs that a server is reached with, besides its address. */
  credentials(server: Server): Readonly<Record<string, string>>;
  /** The same for a server that is not there. */
  readonly foreignCredentials: Readonly<Record<string, string>>;
  /** The smallest project that is deployed with all calls. */
  project(place: Workplace): Promise<string>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether uv has to be on PATH. */
  readonly withUv?: boolean;
  /** The ids of all that is on the server, those of releases as the step tells them. */
  count(server: Server): { readonly items: readonly string[]; readonly deployments: readonly string[] };
  readonly checkKey: string;
  readonly upload: string;
  /** The calls of a first deployment, in their order, and the further ones of a later one with variables. */
  readonly first: readonly string[];
  readonly later: readonly string[];
  /** Those whose answer, cut off, makes no sense; it is asked for again. */
  readonly cut: readonly string[];
  /** Statuses that pass, tried at each call. */
  readonly passing: readonly number[];
  /** Errors in the platform's own form. */
  error(status: number, words: string): ReturnType<typeof answers.error>;
  /** What a check of the key may answer, and what the run calls that. */
  readonly keyRefusals: readonly (readonly [status: number, words: string, title: string])[];
  readonly unknownId: string;
  /** What a web page in place of the API is called. */
  readonly foreign: string;
};

export type Situation<Server> = {
  readonly faults?: readonly Fault[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether the project is on the server already, in an earlier state. */
  readonly deployed?: boolean;
  readonly arrange?: (server: Server) => void | Promise<void>;
  /** Runs the bundle as the runner does, in real time: once for each kind of fault. */
  readonly bundled?: boolean;
  /** What stands between the step and the server. */
  readonly http?: Http;
  /** Called with what cancels the step. */
  readonly cancel?: AbortController;
};

/** What passes between two tries is most of a run's time. */
const TIMES = 10;

/** Exactly one error, with this title; the step is red. */
export const expectFailure = (run: ActionRun, title: string, status = 'failed') => {
  expect(run.titles('error')).toEqual([title]);
  expect(run.exitCode).toBe(1);
  expect(run.outputs.status).toBe(status);
};

const messages = (run: ActionRun) => run.annotations.map(({ message }) => message).join('\n');

/** What goes wrong between the runner and any server. Answers how to deploy in a situation, for what only this platform has. */
export function describeFaults<Server extends FaultyServer>(subject: Subject<Server>) {
  const { checkKey, upload, first, later } = subject;
  const place = createWorkplace();
  afterAll(() => place.clear());
  const own = { platform: subject.name, preflight: 'static', ...subject.inputs };
  const withUv = subject.withUv ?? false;

  let original: Promise<string> | undefined;
  let copies = 0;
  const project = async (): Promise<string> => {
    original ??= subject.project(place);
    const copy = place.path(`copy-${copies++}`);
    await cp(await original, copy, { recursive: true });
    return copy;
  };
  const step = (workspace: string, inputs: Readonly<Record<string, string>>, more: Partial<StepOptions> = {}) =>
    runHere({ workspace, inputs, clock: createFastClock(TIMES), ...(withUv && { uv }), ...more });

  /** Deploys the smallest project to a server of its own, in the given situation. */
  const deployIn = async (situation: Situation<Server>) => {
    const { faults = [], inputs = {}, deployed = false, bundled = false, arrange, http, cancel } = situation;
    const [server, workspace] = await Promise.all([subject.start(place), project()]);
    const credentials = subject.credentials(server);
    const deploy = (more: Readonly<Record<string, string>> = {}, options: Partial<StepOptions> = {}) => {
      const access = { server: server.url, ...credentials };
      const all = { ...own, ...access, 'health-check-timeout': '600', timeout: '900', ...more };
      return bundled ? runAction({ workspace, withUv, inputs: all }) : step(workspace, all, options);
    };
    if (deployed) {
      expect((await deploy()).outputs.status).toBe('deployed');
      await writeFile(join(workspace, 'note.txt'), 'another state');
    }
    server.requests.clear();
    for (const fault of faults) server.faults.add(fault);
    await arrange?.(server);
    const run = await deploy(inputs, { ...(http && { http }), ...(cancel && { signal: cancel.signal }) });
    const uploads = server.requests.matching(upload).length;
    const requests = server.requests.all().map(({ method, path }) => `${method} ${path}`);
    const { items, deployments } = subject.count(server);
    for (const secret of Object.values(credentials)) expect(everythingShown(run)).not.toContain(secret);
    await server.close();
    return { run, uploads, items, deployments, requests };
  };

  describe.concurrent('a server that can not be reached', () => {
    const against = async (server: string) => {
      return step(await project(), { ...own, server, ...subject.foreignCredentials });
    };

    test('a server that is down is named, with what to check', async () => {
      const run = await against('http://127.0.0.1:9');
      expectFailure(run, 'server-unreachable');
      expect(messages(run)).toContain('nothing listens at 127.0.0.1:9');
      expect(run.annotations.at(-1)?.message).toContain("'server'");
    });

    test('a name that does not exist is a matter of DNS', async () => {
      const run = await against('http://server.invalid');
      expectFailure(run, 'server-unreachable');
      expect(messages(run)).toMatch(/server\.invalid .*\(DNS\)/);
    });

    test('a self-signed certificate is not accepted', async () => {
      const { key, cert } = selfSigned(place.path());
      const server = createServer({ key, cert }, (_, response) => response.end('{}'));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const run = await against(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.close();
      expectFailure(run, 'server-unreachable');
      expect(messages(run)).toContain('TLS certificate');
    });

    test('https to a port that speaks http is reported as such', async () => {
      const server = await subject.start(place);
      const run = await against(server.url.replace('http:', 'https:'));
      expectFailure(run, 'server-unreachable');
      expect(messages(run)).toContain('does not speak HTTPS');
    });
  });

  const withEnv = { env: 'GREETING=hello' };

  describe.concurrent('a call that fails once', () => {
    test.each([...first, ...later].flatMap((on) => subject.passing.map((status) => [on, status] as const)))(
      '%s that answers %i once is tried again, and nothing is done twice',
      async (on, status) => {
        const answer = status === 429 ? answers.rateLimited(1) : subject.error(status, 'not now');
        const deployed = later.includes(on);
        const bundled = on === upload && status === subject.passing[0];
        const situation = { faults: [{ on, times: 1, answer }], deployed, inputs: withEnv, bundled };
        const { run, items, deployments } = await deployIn(situation);
        expect(run.titles('error')).toEqual([]);
        expect(run.outputs.status).toBe('deployed');
        expect(items).toHaveLength(1);
        expect(deployments).toHaveLength(deployed ? 2 : 1);
      },
    );

    test.each(subject.cut)('%s that is cut off once is asked for again', async (on) => {
      const faults = [{ on, times: 1, answer: answers.truncatedJson() }];
      const { run, items } = await deployIn({ faults, deployed: later.includes(on), inputs: withEnv });
      expect(run.outputs.status).toBe('deployed');
      expect(items).toHaveLength(1);
    });
  });

  /** What every run owes on a server that does not behave: the truth, one sentence where it fails, and nothing twice. */
  const expectTruth = ({ run, items, deployments }: Awaited<ReturnType<typeof deployIn>>, on: string) => {
    expect(run.titles()).not.toContain('unexpected');
    const isGreen = run.outputs.status === 'deployed';
    expect(run.titles('error')).toHaveLength(isGreen ? 0 : 1);
    expect(run.exitCode).toBe(isGreen ? 0 : 1);
    expect(items.length).toBeLessThanOrEqual(1);
    expect(deployments.length).toBeLessThanOrEqual(later.includes(on) ? 2 : 1);
  };
  const all = [...first, ...later];
  const around = (on: string): Pick<Situation<Server>, 'deployed' | 'inputs'> => ({
    deployed: later.includes(on),
    inputs: { ...withEnv, timeout: '60', 'health-check-timeout': '60' },
  });

  describe.concurrent('whatever becomes of a call, the run tells the truth:', () => {
    test.each(all)('%s is cut off before its answer, once', async (on) => {
      const done = await deployIn({ faults: [{ on, times: 1, reset: 'before-answer' }], ...around(on) });
      expectTruth(done, on);
      expect(done.run.outputs.status).toBe('deployed');
    });

    test.each(all)('%s is answered too late, once', async (on) => {
      const done = await deployIn({ faults: [{ on, times: 1, delayMs: 2_000 }], http: impatient(on), ...around(on) });
      expectTruth(done, on);
      if (!on.startsWith('POST')) expect(done.run.outputs.status).toBe('deployed');
    });

    test.each(all)('%s has an answer that never ends', async (on) => {
      const raw = endless['a body that trickles'];
      expectTruth(await deployIn({ faults: [{ on, raw }], http: impatient(on), ...around(on) }), on);
    });

    test.each(all)('%s is forbidden for good', async (on) => {
      expectTruth(await deployIn({ faults: [{ on, answer: subject.error(403, 'not you') }], ...around(on) }), on);
    });

    test.each(all)('%s is under way when the job is cancelled', async (on) => {
      const cancel = new AbortController();
      let since = 0;
      const meanwhile = async () => {
        since = performance.now();
        cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
      };
      const done = await deployIn({ faults: [{ on, times: 1, meanwhile }], cancel, ...around(on) });
      expectFailure(done.run, 'cancelled');
      expectTruth(done, on);
      // The runner ends the process after that, whatever it has to say.
      expect(performance.now() - since).toBeLessThan(7_000);
    });
  });

  describe.concurrent('a call that keeps failing', () => {
    test.each([
      [checkKey, 500, 'server-error', 0],
      [upload, 413, 'bundle-too-large', 1],
      [upload, 400, 'refused', 1],
    ] as const)('%s with %i ends the run as %s, and says so once', async (on, status, title, expectedUploads) => {
      const faults = [{ on, answer: subject.error(status, 'no luck') }];
      const { run, uploads, items } = await deployIn({ faults, bundled: on === checkKey });
      expectFailure(run, title);
      expect(messages(run)).toContain('no luck');
      expect(uploads).toBe(expectedUploads);
      expect(items).toEqual([]);
    });

    test.each(subject.keyRefusals)('a %i that says "%s" is %s', async (status, words, title) => {
      const faults = [{ on: checkKey, answer: subject.error(status, words) }];
      const { run, uploads } = await deployIn({ faults });
      expectFailure(run, title);
      expect(messages(run)).toContain(words);
      expect(uploads).toBe(0);
    });

    test('an id that the server does not know is named, and nothing is uploaded', async () => {
      const { run, uploads } = await deployIn({ inputs: { id: subject.unknownId } });
      expect(run.titles('error')).toHaveLength(1);
      expect(['forbidden', 'not-found']).toContain(run.titles('error')[0]);
      expect(uploads).toBe(0);
    });

    test.each([...new Set([checkKey, first[1] ?? checkKey, upload])])(
      'a login page in place of %s is recognised',
      async (on) => {
        const faults = [{ on, answer: answers.loginPage() }];
        const { run, items } = await deployIn({ faults, bundled: on === checkKey });
        expectFailure(run, subject.foreign);
        expect(messages(run)).toContain('a web page');
        expect(items).toEqual([]);
      },
    );

    test('a redirect is not followed: the right server is named', async () => {
      const [, path = ''] = checkKey.split(' ');
      const faults = [{ on: checkKey, answer: answers.redirect(`https://other.example${path}`) }];
      const { run } = await deployIn({ faults });
      expectFailure(run, 'server-redirects');
      expect(messages(run)).toContain("Set 'server' to https://other.example.");
    });
  });

  describe.concurrent('an upload that breaks', () => {
    test.each([
      ['before a byte was read', 'before-body'],
      ['in the middle', 'mid-body'],
    ] as const)('%s is sent again, and makes one deployment', async (_, reset) => {
      const faults: Fault[] = [{ on: upload, times: 1, reset }];
      const { run, uploads, items, deployments } = await deployIn({ faults, bundled: reset === 'mid-body' });
      expect(run.outputs.status).toBe('deployed');
      expect([uploads, items.length, deployments.length]).toEqual([2, 1, 1]);
    });

    test.each([
      ['a first', false],
      ['a later', true],
    ])('after the server has taken it is not sent again: %s deployment', async (_, deployed) => {
      const faults: Fault[] = [{ on: upload, times: 1, reset: 'before-answer' }];
      const { run, uploads, items, deployments } = await deployIn({ faults, deployed });
      expect(run.log).toContain('The server has it.');
      expect(run.outputs).toMatchObject({ status: 'deployed', 'deployment-id': deployments[0] });
      expect([uploads, items.length, deployments.length]).toEqual([1, 1, deployed ? 2 : 1]);
    });

    test('and whose answer is cut short is looked up too', async () => {
      const { run, items } = await deployIn({ faults: [{ on: upload, times: 1, answer: answers.truncatedJson() }] });
      expect(run.outputs.status).toBe('deployed');
      expect(items).toHaveLength(1);
    });

    test('every time ends with one sentence, and no deployment on the server', async () => {
      const { run, items, deployments } = await deployIn({ faults: [{ on: upload, reset: 'mid-body' }] });
      expectFailure(run, 'upload-lost');
      expect([items.length, deployments.length]).toEqual([0, 0]);
    });
  });

  return deployIn;
}

/** The network, with calls of a route given up early: so that tests need not wait as long as a job would. */
const impatient = (on: string): Http => {
  const http = createHttp();
  const limits = { silenceMs: 1_000, limitMs: 1_500 };
  return (request) =>
    http({ ...request, ...(matchRoute(on, request.method, new URL(request.url).pathname) && limits) });
};
