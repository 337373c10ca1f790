import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../emulators/client.ts';
import { connectAnswers } from '../emulators/connect/answers.ts';
import type { ConnectOptions } from '../emulators/connect/server.ts';
import { createConnectClient, makeBundle } from '../emulators/connect-client.ts';
import { answers, type Fault } from '../emulators/host/faults.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown } from '../tools/action.ts';
import { expectDecency, theOne } from '../tools/attempts.ts';
import { NBCONVERT, wsgi } from '../tools/connect.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let workspace: string;
/** A notebook, and the smallest app there is. */
let archives: { readonly notebook: string; readonly app: string; readonly page: string };

const RENDER = 'POST /__api__/v1/content/:guid/render';
const VARIANT = 'POST /__api__/variants/:variant/render';
const TASK = 'GET /__api__/v1/tasks/:id';
const STOP = 'DELETE /__api__/v1/content/:guid/jobs/:key';
const [NEW, OLD] = ['2026.07.0', '2025.03.0'];

/** What it does is said by the content's variables, which a deployment finds empty. */
const CODE = `import os, sys, time
print("Report for", os.environ.get("NAME", "nobody"), flush=True)
time.sleep(float(os.environ.get("SECONDS", "0")))
if os.environ.get("FAIL"):
    sys.exit("The report failed")
print("Done", flush=True)
`;
const NOTEBOOK = { cells: [{ cell_type: 'code', source: [CODE] }], metadata: {}, nbformat: 4, nbformat_minor: 5 };
beforeAll(async () => {
  const bare = { python: { version: '3.11.0', package_manager: { name: 'none' } } };
  const bundle = async (mode: string, entrypoint: string, files: Readonly<Record<string, string>>, manifest = {}) =>
    makeBundle(await place.project('service', files), mode, { entrypoint, manifest });
  const [notebook, app, page] = [
    await bundle(
      'jupyter-static',
      'report.ipynb',
      { 'report.ipynb': JSON.stringify(NOTEBOOK), 'nbconvert.py': NBCONVERT },
      bare,
    ),
    await bundle('python-api', 'app:app', { 'app.py': wsgi('hello') }, bare),
    await bundle('static', 'index.html', { 'index.html': '<title>A page</title>' }, { python: undefined }),
  ];
  archives = { notebook, app, page };
  workspace = await place.project('service');
});
afterAll(() => place.clear());

/** Content on a server of its own, deployed, and then given variables for what renders it next. */
const contentOn = async (
  variables: Readonly<Record<string, string>> = {},
  { archive = archives.notebook, ...options }: Partial<ConnectOptions> & { archive?: string } = {},
) => {
  const server = await place.connect(options);
  const client = createConnectClient(server);
  const { guid, id } = await client.send(archive, 'report');
  expect((await client.deploy(guid, id)).error).toBe('');
  const entries = Object.entries(variables).map(([name, value]) => ({ name, value }));
  await client.call('PATCH', `/v1/content/${guid}/environment`, entries);
  server.requests.clear();
  return { server, client, guid };
};
type Content = Awaited<ReturnType<typeof contentOn>>;

/** The action in mode invoke; asserts what every run owes. */
const invoke = async (
  { server, guid }: Pick<Content, 'server' | 'guid'>,
  inputs: Readonly<Record<string, string>> = {},
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> => {
  const access = { platform: 'connect', server: server.url, token: server.apiKey };
  const done = await runCase({ workspace, ...options, inputs: { mode: 'invoke', ...access, id: guid, ...inputs } });
  if (!done.titles().includes('cancelled')) expectDecency(done);
  expect(everythingShown(done)).not.toContain(server.apiKey);
  return done;
};

/** How often it was rendered, its deployment included, and how these ended. */
const ended = ({ server, guid }: Content) =>
  server
    .jobs(guid)
    .filter(({ tag }) => tag.startsWith('render'))
    .map(({ exit_code }) => exit_code);
const printed = (done: ActionRun): string[] => done.log.split('\n').filter((line) => line.startsWith('  | '));

describe.concurrent('a document', () => {
  test.each([NEW, OLD])('is rendered again, followed, and shows what it prints: Connect %s', async (version) => {
    const content = await contentOn({ NAME: 'Ada' }, { version });
    const done = await invoke(content);
    const { server, guid } = content;
    expect(done.annotations).toEqual([]);
    expect(done.outputs).toMatchObject({
      ...{ status: 'invoked', id: guid, url: `${server.url}/content/${guid}`, 'deployment-id': '' },
      ...{ 'console-url': `${server.url}/connect/#/apps/${guid}`, 'invocation-id': expect.stringMatching(/^\w+$/) },
    });
    expect(printed(done)).toContain('  | Report for Ada');
    expect(printed(done).at(-1)).toBe('  | Done');
    expect(done.summary).toMatch(/^### ✅ report ran on connect$/m);
    expect(done.summary).toContain('Report for Ada');
    expect(ended(content)).toEqual([0, 0]);
    expect(server.requests.matching(version === OLD ? VARIANT : RENDER)).toHaveLength(1);
  });

  test('is found by the name in the project as well', async () => {
    const content = await contentOn();
    expect((await invoke(content, { id: '', name: 'report' })).outputs).toMatchObject({ id: content.guid });
  });

  test('shows each line once, and while it is still rendered', async () => {
    const content = await contentOn({ SECONDS: '3' });
    let early = 0;
    const watch = (log: string) => {
      if (log.includes('  | Report for') && !log.includes('  | Done')) early += 1;
    };
    const done = await invoke(content, {}, { watch });
    expect(printed(done).filter((line) => /Report|Done/.test(line))).toEqual(['  | Report for nobody', '  | Done']);
    expect(early).toBeGreaterThan(0);
  });

  test('that fails is red, with the error of its job and the end of its log', async () => {
    const content = await contentOn({ FAIL: 'yes' });
    const done = await invoke(content);
    expect(done.titles()).toEqual(['run-failed']);
    expect(done.outputs.status).toBe('failed');
    const { message } = theOne(done, 'run-failed');
    expect(message).toMatch(/^Connect could not render the document: .*exit code 1; The Jupyter notebook ended with/);
    expect(message).toContain('\nThe report failed\n');
    expect(message).toContain(`/connect/#/apps/${content.guid}/logs`);
    expect(done.summary).toContain('The report failed');
    expect(ended(content)).toEqual([1, 0]);
  });

  test('that fails without a word of its task is explained by the log of its job', async () => {
    const content = await contentOn({ FAIL: 'yes' });
    const body = '{"id":"T","output":["Rendering"],"finished":true,"code":1,"error":"","last":1,"result":null}';
    content.server.faults.add({ on: TASK, answer: { status: 200, body } });
    await createConnectClient(content.server).call('POST', `/v1/content/${content.guid}/render`);
    await until(() => ended(content)[0] === 1);
    content.server.faults.add({ on: RENDER, answer: { status: 202, body: '{"task_id":"T"}' } });
    const done = await invoke(content);
    expect(theOne(done, 'run-failed').message).toMatch(
      /document: The Jupyter notebook ended with exit code 1 \(run T\)/,
    );
    expect(printed(done)).toContain('  | The report failed');
  });

  test('is not waited for with wait: false, which is said', async () => {
    const content = await contentOn({ SECONDS: '30' });
    const done = await invoke(content, { wait: 'false' });
    expect(done.titles()).toEqual(['not-followed']);
    expect(done.outputs).toMatchObject({ status: 'invoked', 'invocation-id': expect.stringMatching(/^\w+$/) });
    await until(() => ended(content).length === 2);
  });
});

describe.concurrent('a document that takes too long', () => {
  test('is stopped by ending the job that renders it', async () => {
    const content = await contentOn({ SECONDS: '60' });
    const done = await invoke(content, { timeout: '2' });
    expect(done.titles()).toEqual(['run-timeout']);
    expect(done.outputs.status).toBe('timed-out');
    expect(theOne(done, 'run-timeout').message).toMatch(
      /not finished after 2\.0 s\. Run \w+ was stopped on the server/,
    );
    await until(() => ended(content)[0] !== null);
  });

  test('goes on where there is no job yet that could be ended, and is told to', async () => {
    const content = await contentOn();
    content.server.stickTasks();
    const done = await invoke(content, { timeout: '2' });
    expect(done.titles()).toEqual(['run-timeout']);
    const { message } = theOne(done, 'run-timeout');
    expect(message).toContain('could not be stopped and continues on the server');
    expect(message).toContain('Connect ends jobs, and shows none of it.');
    expect(content.server.requests.matching(STOP)).toEqual([]);
  });
});

describe.concurrent('a job that is cancelled', () => {
  const cancel = async (content: Content, signal: NodeJS.Signals, at: RegExp) => {
    let sent = 0;
    const watch: ActionOptions['watch'] = (log, kill) => {
      if (sent > 0 || !at.test(log)) return;
      sent = performance.now();
      kill(signal);
    };
    const done = await invoke(content, {}, { watch });
    expect(performance.now() - sent).toBeLessThan(7_000);
    expect(done.titles()).toEqual(['cancelled']);
    expect(done.outputs.status).toBe('failed');
    return theOne(done, 'cancelled').message;
  };

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends the job that renders', async (signal) => {
    const content = await contentOn({ SECONDS: '60' });
    expect(await cancel(content, signal, /\| Report for/)).toMatch(/Run \w+ was stopped on the server\.$/);
    await until(() => ended(content)[0] !== null);
  });

  test('says that it goes on where the server does not end it', async () => {
    const content = await contentOn({ SECONDS: '60' });
    content.server.faults.add({ on: STOP, answer: connectAnswers.error(403, 22, 'Not yours') });
    const message = await cancel(content, 'SIGINT', /\| Report for/);
    expect(message).toContain(`continues on the server (${content.server.url}/connect/#/apps/${content.guid}/logs)`);
    expect(message).toContain('Not yours');
    expect(ended(content)).toEqual([null, 0]);
  });
});

describe.concurrent('what can not be rendered', () => {
  /** Nothing but questions is asked. */
  const refused = async (content: Content, inputs: Readonly<Record<string, string>> = {}) => {
    const done = await invoke(content, inputs);
    expect(done.outputs).toMatchObject({ status: 'failed', 'invocation-id': '' });
    expect(content.server.requests.all().filter(({ method }) => method !== 'GET')).toEqual([]);
    return done;
  };

  test('an app', async () => {
    const done = await refused(await contentOn({}, { archive: archives.app }));
    expect(theOne(done, 'not-a-task').message).toContain('is python-api: only documents can be rendered');
  });

  test('a page', async () => {
    const done = await refused(await contentOn({}, { archive: archives.page }));
    expect(theOne(done, 'not-a-task').message).toContain('is static');
  });

  test('a document with parameters, whose values are not shown', async () => {
    const done = await refused(await contentOn(), { params: '{"patient": "Lovelace"}' });
    expect(done.titles()).toEqual(['params-unsupported']);
    expect(everythingShown(done)).not.toContain('Lovelace');
  });

  test('content without a bundle', async () => {
    const server = await place.connect();
    const client = createConnectClient(server);
    const guid = await client.create('empty');
    server.requests.clear();
    expect((await refused({ server, client, guid })).titles()).toEqual(['no-bundle']);
  });

  test('content that the server does not have, by name or by id', async () => {
    const content = await contentOn();
    expect((await refused(content, { id: '', name: 'nothing' })).titles()).toEqual(['no-item']);
    const id = '00000000-0000-4000-8000-000000000000';
    expect((await refused(content, { id })).titles()).toEqual(['not-found']);
  });
});

describe.concurrent('a start', () => {
  const startWith = async (faults: readonly Fault[], options: Partial<ConnectOptions> = {}) => {
    const content = await contentOn({}, options);
    for (const fault of faults) content.server.faults.add(fault);
    const done = await invoke(content);
    await until(() => !ended(content).includes(null));
    return { done, renderings: ended(content).length - 1 };
  };

  test.each<[string, Fault]>([['answers 429 once', { on: RENDER, times: 1, answer: answers.rateLimited(1) }]])(
    'that %s is made again, and renders once',
    async (_, fault) => {
      const { done, renderings } = await startWith([fault]);
      expect(done.titles()).toEqual([]);
      expect(done.outputs.status).toBe('invoked');
      expect(renderings).toBe(1);
    },
  );

  test.each<[string, string, Fault]>([
    ['is lost', NEW, { on: RENDER, times: 1, reset: 'before-answer' }],
    ['is lost', OLD, { on: VARIANT, times: 1, reset: 'before-answer' }],
    ['comes as a 504', NEW, { on: RENDER, times: 1, served: true, answer: answers.error(504, 'slow') }],
    ['is cut short', NEW, { on: RENDER, times: 1, served: true, answer: answers.truncatedJson() }],
  ])('whose answer %s renders once, and its job is followed: Connect %s', async (_, version, fault) => {
    const { done, renderings } = await startWith([fault], { version });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('invoked');
    expect(done.log).toMatch(/The server renders: job \w+\./);
    expect(printed(done)).toContain('  | Report for nobody');
    expect(renderings).toBe(1);
  });

  test.each<[string, Fault]>([
    ['answers 502', { on: RENDER, times: 1, answer: connectAnswers.error(502, 0, 'not now') }],
    ['is cut off', { on: RENDER, times: 1, reset: 'before-body' }],
    ['answers 200 with half a body', { on: RENDER, times: 1, answer: answers.truncatedJson() }],
  ])('that %s and shows no job is not made again: it may still render', async (_, fault) => {
    const { done, renderings } = await startWith([fault]);
    expect(renderings).toBe(0);
    expect(done.titles()).toEqual(['start-unknown']);
    expect(theOne(done, 'start-unknown').message).toContain('it was not started again');
  });

  test('whose answer is lost is not made again where the jobs can not be seen', async () => {
    const jobs = { on: 'GET /__api__/v1/content/:guid/jobs', answer: connectAnswers.error(403, 22, 'Not yours') };
    const { done } = await startWith([jobs, { on: RENDER, times: 1, answer: answers.error(500, 'not now') }]);
    expect(done.titles()).toEqual(['start-unknown']);
    expect(theOne(done, 'start-unknown').message).toContain('it was not started again');
  });

  test('that is refused is tried once', async () => {
    const { done, renderings } = await startWith([{ on: RENDER, answer: connectAnswers.error(403, 22, 'Not yours') }]);
    expect(done.titles()).toEqual(['forbidden']);
    expect(renderings).toBe(0);
  });
});

test('a server that is out of reach for a while is asked again how the rendering goes', async () => {
  const content = await contentOn({ SECONDS: '2' });
  content.server.faults.add({ on: TASK, after: 1, times: 5, answer: answers.error(503, 'restarting') });
  const done = await invoke(content);
  expect(done.titles('error')).toEqual([]);
  expect(done.outputs.status).toBe('invoked');
  expect(ended(content)).toEqual([0, 0]);
});
