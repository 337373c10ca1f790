import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, until } from '../emulators/client.ts';
import { answers, type Fault } from '../emulators/host/faults.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { configOf, createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown } from '../tools/action.ts';
import { expectDecency, theOne } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let server: RicochetServer;
let client: Client;
/** The task of the fixture, which says what parameters it got by what it does. */
let report: { workspace: string; id: string };

const INVOKE = 'POST /api/v0/content/:id/invoke';
const STATUS = 'GET /api/v0/content/:id/invocations/:invocation';
const STOP = 'POST /api/v0/content/:id/invocations/:invocation/stop';

beforeAll(async () => {
  server = await place.start();
  client = createClient(server);
  report = await task('script');
});
afterAll(() => place.clear());

/** A task that is on the server, and its project. `code` stands for the script of the fixture. */
const task = async (name: string, code?: string, on = server) => {
  const project =
    name === 'script'
      ? await place.project(name, code === undefined ? undefined : { 'main.py': code })
      : await place.project(name);
  return { workspace: project, id: (await createClient(on).deploy(project)).content_id };
};

type Options = Partial<ActionOptions> & { readonly on?: RicochetServer };

/** The action in mode invoke; asserts what every run owes. */
const invoke = async (
  inputs: Readonly<Record<string, string>> = {},
  { on = server, ...options }: Options = {},
): Promise<ActionRun> => {
  const done = await runCase({
    workspace: report.workspace,
    ...options,
    inputs: { mode: 'invoke', server: on.url, token: on.apiKey, id: report.id, ...inputs },
  });
  if (!done.titles().includes('cancelled')) expectDecency(done);
  expect(everythingShown(done)).not.toContain(on.apiKey);
  return done;
};

const statusOf = async (done: ActionRun, on = client): Promise<unknown> =>
  (await on.call('GET', `/content/${done.outputs.id}/invocations/${done.outputs['invocation-id']}`)).body.status;

/** The lines that the run has printed, as the log of the step shows them. */
const printed = (done: ActionRun): string[] => done.log.split('\n').filter((line) => line.startsWith('  | '));

describe.concurrent('a run', () => {
  test('gets its parameters, is followed to its end, and shows what the task prints', async () => {
    const done = await invoke({ params: '{"name": "Ada"}' });
    expect(done.annotations).toEqual([]);
    expect(done.outputs).toMatchObject({
      status: 'invoked',
      id: report.id,
      url: `${server.url}/${report.id}`,
      'console-url': `${server.url}/tasks/${report.id}/overview`,
      'invocation-id': expect.stringMatching(/^[0-9A-Z]{26}$/),
      'deployment-id': '',
    });
    expect(await statusOf(done)).toBe('success');
    expect(printed(done)).toEqual(['  | Report for Ada', '  | Done']);
    expect(done.log).toContain('Parameters: name.');
    expect(done.summary).toMatch(/^### ✅ Report ran on ricochet$/m);
    expect(done.summary).toContain(`/tasks/${report.id}/overview">${done.outputs['invocation-id']}</a>`);
    expect(done.summary).toMatch(/\| Duration \| [\d.]+ m?s \|\n\| Parameters \| name \|/);
    expect(done.summary).toContain('<pre>Report for Ada\nDone</pre>');
    expect(server.deployments(report.id)).toHaveLength(1);
  });

  test('finds the task by the name in the project as well', async () => {
    const own = await place.start();
    const { workspace, id } = await task('script', undefined, own);
    const done = await invoke({ id: '' }, { on: own, workspace });
    expect(done.outputs).toMatchObject({ status: 'invoked', id });
    expect(printed(done)).toEqual(['  | Report for nobody', '  | Done']);
  });

  test('shows each line once, and while the task still runs', async () => {
    let early = 0;
    const watch = (log: string) => {
      if (log.includes('  | Report for Ada') && !log.includes('  | Done')) early += 1;
    };
    const done = await invoke({ params: '{"name": "Ada", "seconds": 4}' }, { watch });
    expect(printed(done)).toEqual(['  | Report for Ada', '  | Done']);
    expect(early).toBeGreaterThan(0);
  });

  test('of a task that fails is red, with the end of its log', async () => {
    const done = await invoke({ params: '{"fail": true}' });
    expect(done.titles()).toEqual(['run-failed']);
    expect(done.outputs.status).toBe('failed');
    const { message } = theOne(done, 'run-failed');
    expect(message).toMatch(/^The task has failed \(run [0-9A-Z]{26}\)\.\nReport for nobody\nThe report failed\n/);
    expect(message).toContain(`/tasks/${report.id}/overview`);
    expect(done.summary).toContain('The report failed');
    expect(printed(done)).toContain('  | The report failed');
  });

  test('that somebody stops on the server is reported as such', async () => {
    const { workspace, id } = await task('script');
    const running = invoke({ id, params: '{"seconds": 60}' }, { workspace });
    const [run] = await until(async () => {
      const { body } = await client.call<{ id: string; started?: number }[]>(
        'GET',
        `/content/${id}/invocations/active`,
      );
      return body[0]?.started ? body : undefined;
    });
    await client.call('POST', `/content/${id}/invocations/${run?.id}/stop`);
    const done = await running;
    expect(theOne(done, 'run-failed').message).toContain(
      'The run was stopped on the server, by somebody or by its time limit',
    );
    expect(done.outputs.status).toBe('failed');
  });

  test('is not waited for with wait: false, which is said', async () => {
    const done = await invoke({ wait: 'false' });
    expect(done.titles()).toEqual(['not-followed']);
    expect(done.outputs).toMatchObject({ status: 'invoked', 'invocation-id': expect.stringMatching(/^[0-9A-Z]{26}$/) });
    expect(printed(done)).toEqual([]);
  });

  test('that takes longer than the timeout is stopped', async () => {
    const done = await invoke({ params: '{"seconds": 60}', timeout: '3' });
    expect(done.titles()).toEqual(['run-timeout']);
    expect(done.outputs.status).toBe('timed-out');
    expect(theOne(done, 'run-timeout').message).toMatch(
      /not finished after 3\.0 s\. Run \w+ was stopped on the server\./,
    );
    expect(await statusOf(done)).toBe('cancelled');
  });
});

describe.concurrent('a job that is cancelled', () => {
  /** Cancels when the log shows `at`; a cancelled step has 7 s. */
  const cancel = async (signal: NodeJS.Signals, at: RegExp, on: RicochetServer, id: string, workspace: string) => {
    let sent = 0;
    const done = await invoke(
      { id, params: '{"seconds": 60}' },
      {
        ...{ on, workspace },
        watch: (log, kill) => {
          if (sent > 0 || !at.test(log)) return;
          sent = performance.now();
          kill(signal);
        },
      },
    );
    expect(performance.now() - sent).toBeLessThan(7_000);
    expect(done.titles()).toEqual(['cancelled']);
    expect(done.outputs.status).toBe('failed');
    return done;
  };

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s stops the run on the server', async (signal) => {
    const { workspace, id } = await task('script');
    const done = await cancel(signal, /\| Report for/, server, id, workspace);
    expect(theOne(done, 'cancelled').message).toMatch(/Run \w+ was stopped on the server\.$/);
    expect(await statusOf(done)).toBe('cancelled');
  });

  test.each([
    ['answers with an error', { answer: answers.error(500, 'no luck') }, 'could not be stopped'],
    ['does not answer', { delayMs: 20_000 }, 'the server did not answer in time'],
  ])('says when the run goes on, where the server %s', async (_, fault, words) => {
    const own = await place.start();
    const { workspace, id } = await task('script', undefined, own);
    own.faults.add({ on: STOP, ...fault });
    const done = await cancel('SIGTERM', /The task was started/, own, id, workspace);
    expect(theOne(done, 'cancelled').message).toContain(words);
    expect(theOne(done, 'cancelled').message).toContain(`continues on the server (${own.url}/tasks/${id}/overview)`);
    own.faults.clear();
    expect(await statusOf(done, createClient(own))).toBe('pending');
  });

  /** Cancels once the server has got the request to start, which it answers `delayMs` later. */
  const cancelStart = async (delayMs: number) => {
    const own = await place.start();
    const { workspace, id } = await task('script', undefined, own);
    own.faults.add({ on: INVOKE, delayMs });
    let terminate: ((signal: NodeJS.Signals) => void) | undefined;
    const running = invoke(
      { id, params: '{"seconds": 60}' },
      {
        ...{ on: own, workspace },
        watch: (_, kill) => {
          terminate = kill;
        },
      },
    );
    await until(() => own.requests.matching(INVOKE).length > 0);
    const cancelled = performance.now();
    terminate?.('SIGTERM');
    const done = await running;
    expect(performance.now() - cancelled).toBeLessThan(7_000);
    return { done, own };
  };

  test('while the start is under way waits for its answer, and stops that run', async () => {
    const { done, own } = await cancelStart(1_000);
    expect(theOne(done, 'cancelled').message).toMatch(/Run \w+ was stopped on the server\.$/);
    expect(await statusOf(done, createClient(own))).toBe('cancelled');
  });

  test('says where to look when the start gets no answer any more', async () => {
    const { done, own } = await cancelStart(20_000);
    expect(theOne(done, 'cancelled').message).toContain(
      `The task was being started: check at ${own.url}/tasks/${done.outputs.id}/overview`,
    );
  });
});

describe.concurrent('what can not be invoked', () => {
  test('an app is refused before anything is started', async () => {
    const own = await place.start();
    const { workspace, id } = await task('service', undefined, own);
    own.requests.clear();
    const done = await invoke({ id }, { on: own, workspace });
    expect(done.titles()).toEqual(['not-a-task']);
    expect(done.outputs).toMatchObject({ status: 'failed', id, 'invocation-id': '' });
    expect(own.requests.all().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a name that the server does not have is named', async () => {
    const done = await invoke({ id: '', name: 'Nothing' });
    expect(done.titles()).toEqual(['no-item']);
    expect(theOne(done, 'no-item').message).toMatch(/There is no 'Nothing' on .*\nDeploy it first/);
  });

  test('a task without a good deployment is refused in the words of the server', async () => {
    const own = await place.start();
    own.force('failure');
    const { workspace, id } = await task('script', undefined, own);
    const done = await invoke({ id }, { on: own, workspace });
    expect(done.titles()).toEqual(['refused']);
    expect(theOne(done, 'refused').message).toContain('Content has no successful deployment');
  });

  test('nothing is without a credential', async () => {
    const done = await invoke({ token: '' });
    expect(done.titles()).toEqual(['no-token']);
  });
});

describe.concurrent('a start', () => {
  /** Invokes a task on a server of its own with these faults, and counts the runs that this has made. */
  const startWith = async (faults: readonly Fault[], inputs: Readonly<Record<string, string>> = {}) => {
    const own = await place.start();
    const { workspace, id } = await task('script', undefined, own);
    for (const fault of faults) own.faults.add(fault);
    const done = await invoke({ id, params: '{"seconds": 3}', ...inputs }, { on: own, workspace });
    const starts = own.requests
      .matching(INVOKE)
      .filter(({ status, fault }) => status === 200 || fault?.includes('before-answer'));
    await own.close();
    return { done, runs: starts.length };
  };

  test.each<[string, Fault]>([
    ['answers 429 once', { on: INVOKE, times: 1, answer: answers.rateLimited(1) }],
    ['is cut off before its answer', { on: INVOKE, times: 1, reset: 'before-answer' }],
  ])('that %s makes one run', async (_, fault) => {
    const { done, runs } = await startWith([fault]);
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('invoked');
    expect(runs).toBe(1);
  });

  test.each<[string, Fault]>([
    ['takes long and is 504', { on: INVOKE, delayMs: 1_000, times: 1, answer: answers.error(504, 'slow') }],
    ['is 503', { on: INVOKE, times: 1, answer: answers.error(503, 'not now') }],
    ['is cut off', { on: INVOKE, times: 1, reset: 'mid-body' }],
  ])('whose answer %s is not repeated: the run may have ended by then', async (_, fault) => {
    const { done, runs } = await startWith([fault]);
    expect(done.titles()).toEqual(['start-unknown']);
    expect(theOne(done, 'start-unknown').message).toContain('so it was not started again');
    expect(runs).toBe(0);
  });

  test('without an answer is not repeated where the server lists no runs', async () => {
    const { done } = await startWith([
      { on: 'GET /api/v0/content/:id/invocations/active', answer: answers.error(404, 'Not found') },
      { on: INVOKE, times: 1, answer: answers.error(500, 'not now') },
    ]);
    expect(done.titles()).toEqual(['start-unknown']);
  });

  test.each([
    [401, 'Unauthorized', 'invalid-key', 'Create a new key'],
    [403, 'Unauthorized', 'forbidden', 'Only its owner, its collaborators and admins may run it'],
    [403, 'Invalid API key', 'invalid-key', 'Create a new key'],
    [404, 'Content not found', 'not-found', "Check 'id' and 'server'"],
    [400, 'Bad params', 'refused', 'Fix what the server names'],
  ])('that is refused with %i "%s" is %s, and tried once', async (status, words, title, remedy) => {
    const { done, runs } = await startWith([{ on: INVOKE, answer: answers.error(status, words) }]);
    expect(done.titles()).toEqual([title]);
    expect(theOne(done, title).message).toContain(remedy);
    expect(theOne(done, title).message).toContain(`${status}: "${words}"`);
    expect(runs).toBe(0);
  });

  test('that a login page answers is reported as such', async () => {
    const { done } = await startWith([{ on: INVOKE, answer: answers.loginPage() }]);
    expect(done.titles()).toEqual(['not-ricochet']);
  });
});

describe.concurrent('a server', () => {
  test('that can not be asked for its runs is reported, and is no failure', async () => {
    const old = await place.start({ followable: false });
    const { workspace, id } = await task('script', undefined, old);
    const done = await invoke({ id }, { on: old, workspace });
    expect(done.titles()).toEqual(['run-not-followed']);
    expect(done.outputs).toMatchObject({ status: 'invoked', id });
    expect(done.outputs['invocation-id']).not.toBe('');
    expect(done.summary).not.toContain('Duration');
  });

  test.each([404, 500])(
    'that answers %i to the question for the log does not keep the run from its end',
    async (status) => {
      const own = await place.start();
      const { workspace, id } = await task('script', undefined, own);
      own.faults.add({ on: 'GET /api/v0/content/logs/:id', answer: answers.error(status, 'No log') });
      const done = await invoke({ id }, { on: own, workspace });
      expect(done.annotations).toEqual([]);
      expect(done.outputs.status).toBe('invoked');
      expect(printed(done)).toEqual([]);
    },
  );

  test('that is out of reach for a while is asked again', async () => {
    const own = await place.start();
    const { workspace, id } = await task('script', undefined, own);
    own.faults.add({ on: STATUS, after: 1, times: 5, answer: answers.error(503, 'restarting') });
    const done = await invoke({ id, params: '{"seconds": 2}' }, { on: own, workspace });
    expect(done.titles('error')).toEqual([]);
    expect(done.outputs.status).toBe('invoked');
  });
});

describe.concurrent('what a task prints', () => {
  test('is no workflow command and no markup', async () => {
    const { workspace, id } = await task(
      'script',
      String.raw`
print("::set-output name=status::x\n::error::y\r::stop-commands::z\n   ::add-mask::Done\n##[error]w")
print("a\r\n::warning::b\u2028::error::c\u0085::error::d\x1b]0;title\n::error::e")
print("</pre><img src=x onerror=alert(1)> @octo/team", flush=True)
raise SystemExit(1)
`,
    );
    const done = await invoke({ id }, { workspace });
    expect(done.titles()).toEqual(['run-failed']);
    expect(done.masks).not.toContain('Done');
    expect(printed(done).join('\n')).toContain('  | : :set-output name=status::x');
    expect(printed(done).join('\n')).toContain('  | # #[error]w');
    expect(done.summary).toContain('&lt;/pre&gt;&lt;img src=x');
    expect(done.summary).not.toMatch(/<img|<\/pre>.*<img/);
    expect(done.outputs.status).toBe('failed');
  });

  test('does not bring secrets to light', async () => {
    const secret = 'p4ss_w*rd|[x]';
    const { workspace, id } = await task(
      'script',
      `s = ${JSON.stringify(secret)}\nprint(s, "x" * 1480 + s, s[:4] + "\\x1b[1m" + s[4:])\nraise SystemExit(1)\n`,
    );
    const done = await invoke({ id, env: `PASSWORD='${secret}'` }, { workspace });
    expect(done.titles()).toEqual(['run-failed']);
    const shown = everythingShown(done);
    for (const part of [secret, 'w*rd', 'w\\*rd', '[x]', 'x\\]']) expect(shown).not.toContain(part);
    expect(printed(done)[0]).toMatch(/^ {2}\| \*\*\* x+\*\*\* \*\*\*/);
  });

  test('is cut when it is very long, with its beginning and its end', async () => {
    const { workspace, id } = await task(
      'script',
      'for n in range(60_000):\n    print(f"line {n} " + "é" * 30)\nprint("The end")\nraise SystemExit(2)\n',
    );
    const done = await invoke({ id }, { workspace });
    const lines = printed(done);
    expect(done.log.length).toBeLessThan(400_000);
    expect(lines.at(-2)).toBe('  | The end');
    expect(done.log).toContain('Part of the log is not shown');
    expect(theOne(done, 'run-failed').message).toContain('The end');
    for (const line of lines)
      expect(line).toMatch(/^ {2}\| (?:line \d+ é{30}|The end|The task ended with exit code 2)$/);
  });
});

describe.concurrent('parameters', () => {
  /** A task that prints what it was given, with nothing but ASCII. */
  const ECHO = 'import os\nprint(os.environ["RICOCHET_PARAMS"].encode("unicode_escape").decode())\n';

  test.each([
    ['nested, in any script', '{"a": {"b": [1, null, {"ü": "日本 🚀"}]}, "t": true}'],
    ['named like parts of JavaScript', '{"__proto__": {"x": 1}, "constructor": "y", "": 0}'],
    ['with workflow commands', '{"::error::": "x\\n::set-output name=status::y"}'],
  ])('are passed on faithfully: %s', async (_, params) => {
    const { workspace, id } = await task('script', ECHO);
    const done = await invoke({ id, params }, { workspace });
    expect(done.outputs.status).toBe('invoked');
    expect(done.annotations).toEqual([]);
    const [line = ''] = printed(done);
    const echoed = line
      .slice(4)
      .replaceAll('\\\\', '\\')
      .replace(/\\U([0-9a-f]{8})/g, (_match, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    const plain = echoed
      .replace(/\\x([0-9a-f]{2})/g, '\\u00$1')
      .replace(/\\u([0-9a-f]{4})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    expect(JSON.parse(plain)).toEqual(JSON.parse(params));
  });

  test.each([
    ['no JSON', '{"name": Ada}', 'is not a JSON object'],
    ['a list', '["Ada"]', 'is not a JSON object'],
    ['a text', '"Ada"', 'is not a JSON object'],
    ['too large', `{"name": "Ada${'x'.repeat(110_000)}"}`, 'has 110 kB, more than 100 kB'],
  ])('that are %s are refused without being shown, before anything is asked', async (_, params, words) => {
    const own = await place.start();
    const done = await invoke({ params }, { on: own });
    expect(done.titles()).toEqual(['invalid-input']);
    expect(theOne(done, 'invalid-input').message).toContain(`Input 'params' ${words}`);
    expect(everythingShown(done)).not.toContain('Ada');
    expect(own.requests.all()).toEqual([]);
  });

  test('are named, and their values are not shown', async () => {
    const { workspace, id } = await task('script', 'print("quiet")\n');
    const done = await invoke({ id, params: '{"patient": "Ada Lovelace", "day": "2026-01-31"}' }, { workspace });
    expect(done.log).toContain('Parameters: patient, day.');
    expect(everythingShown(done)).not.toMatch(/Lovelace|2026-01-31/);
  });
});

test('a deployment sets the schedule of _ricochet.toml on the server, and changes it later', async () => {
  const own = await place.start();
  const schedule = async (cron: string) => {
    const workspace = await place.project('script');
    const config = `${await configOf(workspace)}\n[schedule]\ncron = "${cron}"\n`;
    await writeFile(join(workspace, '_ricochet.toml'), config);
    return runCase({
      workspace,
      inputs: { mode: 'deploy', server: own.url, token: own.apiKey, preflight: 'static' },
    });
  };
  for (const cron of ['17 3 * * 1-5', '43 4 * * *']) {
    const done = await schedule(cron);
    expect(done.outputs.status).toBe('deployed');
    const toml = (await createClient(own).call<string>('GET', `/content/${done.outputs.id}/toml`)).body;
    expect(toml).toContain(`cron = "${cron}"`);
  }
  expect(own.items()).toHaveLength(1);
  expect(own.requests.matching('PATCH /api/v0/content/:id/schedule')).toHaveLength(1);
});
