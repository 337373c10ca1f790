import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActionsCache, startActionsCache } from '../emulators/actions-cache/server.ts';
import { type GitHubServer, startGitHub } from '../emulators/github/server.ts';
import type { TokenOptions } from '../emulators/github/tokens.ts';
import { answers, type Fault } from '../emulators/host/faults.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown, runAction } from '../tools/action.ts';
import { pullRequest } from '../tools/events.ts';

const place = createWorkplace();
let server: RicochetServer;
const toClose: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await place.start();
});
afterAll(async () => {
  for (const opened of toClose) await opened.close();
  await place.clear();
});

const config = (name: string) => `
[content]
name = "${name}"
slug = "${name.toLowerCase()}"
entrypoint = "serve.py"
access_type = "external"
content_type = "python-service"

[language]
name = "python"
packages = "uv.lock"
`;

type Scene = {
  readonly github: GitHubServer;
  readonly token: string;
  readonly number: number;
  readonly workspace: string;
  run(options?: Partial<ActionOptions>): Promise<ActionRun>;
  /** The comments that carry the mark of uv-deploy. */
  comments(): { readonly author: string | null; readonly body: string }[];
  items(): Promise<string[]>;
};

/** An app of its own, and a GitHub with one open pull request. */
const scene = async (name: string, token: TokenOptions = {}): Promise<Scene> => {
  const [github, workspace] = await Promise.all([
    startGitHub(),
    place.project('service', { '_ricochet.toml': config(name) }),
  ]);
  toClose.push(github);
  const number = github.pulls.open();
  const secret = github.createToken(token);
  return {
    ...{ github, workspace, number, token: secret },
    run: (options = {}) =>
      runAction({
        workspace,
        event: pullRequest(number),
        ...options,
        env: { GITHUB_API_URL: github.url, ...options.env },
        inputs: {
          ...{ server: server.url, token: server.apiKey, preflight: 'static', 'health-check-timeout': '60' },
          ...{ 'github-token': secret, ...options.inputs },
        },
      }),
    comments: () => github.comments.of(number).filter(({ body }) => body.startsWith('<!-- uv-deploy:')),
    items: async () => {
      const list = await fetch(`${server.url}/api/v0/user/items`, {
        headers: { authorization: `Key ${server.apiKey}` },
      });
      return ((await list.json()) as { name: string }[]).map((item) => item.name).filter((one) => one.startsWith(name));
    },
  };
};

describe.concurrent('the comment on a pull request', () => {
  test('shows the preview, follows each push, and stays when the preview has gone', async () => {
    const { github, run, comments, workspace, number, token } = await scene('Sticky');
    github.comments.fill(number, 250);
    const opened = await run();
    expect(opened.titles()).toEqual([]);
    expect(comments()).toHaveLength(1);
    const [first] = comments();
    expect(first?.author).toBe('github-actions[bot]');
    expect(first?.body).toContain(`${server.url}/sticky-pr-${number}`);
    expect(first?.body).toContain('deployed');
    expect(first?.body).toContain('aaaaaaaaaaaa');
    expect(first?.body).toContain('https://github.com/octo/app/actions/runs/42');
    expect(everythingShown(opened)).not.toContain(token);

    await appendFile(join(workspace, 'serve.py'), '\n# more\n');
    await run({ event: pullRequest(number, { action: 'synchronize' }) });
    expect(comments()).toHaveLength(1);

    const closed = await run({ event: pullRequest(number, { action: 'closed' }) });
    expect(closed.outputs.status).toBe('removed');
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toMatch(/<del>.*sticky-pr-/);
    expect(github.violations).toEqual([]);
  });

  test('tells what failed and what to do', async () => {
    const { run, comments, workspace } = await scene('Failing');
    await appendFile(join(workspace, '.python-version'), '\n3.9\nnonsense\n');
    const failed = await run({ inputs: { entrypoint: 'nowhere.py' } });
    expect(failed.exitCode).toBe(1);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).toContain('entrypoint');
    expect(comments()[0]?.body).toContain('What to do');
  });

  test('holds no secret, whatever the server says', async () => {
    const own = await place.start();
    const { github, run, comments } = await scene('Echo');
    const parts = [...own.apiKey].map((_, at) => own.apiKey.slice(at, at + 6)).filter((part) => part.length === 6);
    for (const before of [0, 170, 180, 190]) {
      const error = `No, ${'x'.repeat(before)} ${own.apiKey} may not, ${Buffer.from(own.apiKey).toString('base64')}`;
      own.faults.add({ on: 'POST /api/v0/content/upload', times: 1, answer: answers.error(403, error) });
      const failed = await run({ inputs: { server: own.url, token: own.apiKey, 'github-deployment': 'true' } });
      expect(failed.titles('error')).toEqual(['forbidden']);
      const [{ body = '' } = {}] = comments();
      expect(body).toContain(`${'x'.repeat(before)} \\*\\*`);
      const shown = `${everythingShown(failed)}${body}${JSON.stringify(github.requests.all())}`;
      for (const part of parts) expect(shown).not.toContain(part);
    }
    await own.close();
  });

  test('shows what the bundle changes of production', async () => {
    const { run, comments, workspace, number } = await scene('Changing');
    const cache: ActionsCache = await startActionsCache();
    toClose.push(cache);
    const env = cache.environment();
    const temp = place.path('temp-changing');
    const production = await run({ temp, env, event: { name: 'push' } });
    expect(production.outputs.status).toBe('deployed');
    await runAction({ workspace, temp, env, state: production.state });
    await appendFile(join(workspace, 'serve.py'), '\n# more\n');
    await appendFile(join(workspace, 'new `file` @here.txt'), 'new');
    await run({ temp, env });
    expect(comments()[0]?.body).toContain('1 added, 1 changed, 0 removed');
    expect(comments()[0]?.body).not.toContain('@here');
    expect(number).toBe(1);
  });

  test('of a stranger who copies the mark is not believed', async () => {
    const { github, run, comments, number } = await scene('Strange');
    await run();
    const [own] = comments();
    const mark = own?.body.split('\n')[0] ?? '';
    const forged = `${mark}\nhttps://evil.example`;
    const { id } = github.comments.add(number, { author: 'stranger', body: forged });
    await run({ event: pullRequest(number, { action: 'closed' }) });
    expect(github.comments.get(id)?.body).toBe(forged);
    expect(comments()).toHaveLength(2);
    expect(comments()[0]?.body).toContain('removed');
  });

  test('is not written when nobody wants one', async () => {
    const { run, github } = await scene('Silent');
    const opened = await run({ inputs: { comment: 'false' } });
    expect(opened.outputs.status).toBe('deployed');
    expect(github.requests.matching('POST *')).toEqual([]);
  });

  test('is written once by two runs at the same time', async () => {
    const { run, comments, github, items } = await scene('Twice');
    github.faults.add({ on: github.route('POST /issues/:number/comments'), times: 2, delayMs: 1_000 });
    const runs = await Promise.all([run(), run()]);
    expect(runs.map(({ outputs }) => outputs.status)).toEqual(['deployed', 'deployed']);
    expect(comments()).toHaveLength(1);
    expect(await items()).toEqual(['Twice (PR #1)']);
  });
});

describe.concurrent('trouble with GitHub is a warning, and the preview is live', () => {
  const said = (status: number, message: string, headers: Record<string, string> = {}) => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message }),
  });
  const LISTING = 'GET /issues/:number/comments';
  const WRITING = 'POST /issues/:number/comments';
  test.each<[string, string, readonly Fault[]]>([
    ['401', 'github-unauthorized', [{ on: '*', answer: said(401, 'Bad credentials') }]],
    ['403', 'github-forbidden', [{ on: WRITING, answer: said(403, 'Must not') }]],
    ['404', 'github-not-found', [{ on: LISTING, answer: said(404, 'Not Found') }]],
    ['422', 'github-invalid', [{ on: WRITING, answer: said(422, 'Validation Failed') }]],
    ['429 for an hour', 'github-rate-limited', [{ on: WRITING, answer: said(429, 'Wait', { 'retry-after': '3600' }) }]],
    ['502', 'github-error', [{ on: LISTING, answer: said(502, 'Bad gateway') }]],
    ['half an answer', 'github-unreadable', [{ on: LISTING, answer: { status: 200, body: '[{"id": 1' } }]],
  ])('%s', async (name, code, faults) => {
    const { github, run, items } = await scene(`Trouble${name.replace(/\W/g, '')}`);
    for (const fault of faults) {
      github.faults.add({ ...fault, on: fault.on === '*' ? '* *' : github.route(fault.on) });
    }
    const opened = await run();
    expect(opened.exitCode).toBe(0);
    expect(opened.outputs.status).toBe('deployed');
    expect(opened.titles()).toEqual([code]);
    expect(opened.titles('warning')).toEqual([code]);
    expect(await items()).toHaveLength(1);
  });

  test('a token that may not write names the permission', async () => {
    const { run } = await scene('Readonly', { permissions: { pull_requests: 'read' } });
    const opened = await run();
    expect(opened.exitCode).toBe(0);
    expect(opened.titles('warning')).toEqual(['github-permission']);
    expect(opened.annotations[0]?.message).toContain('pull-requests: write');
  });

  test('a limit that is over soon is waited for', async () => {
    const { github, run, comments } = await scene('Patient');
    github.faults.add({
      on: github.route('POST /issues/:number/comments'),
      times: 1,
      answer: said(403, 'You have exceeded a secondary rate limit', { 'retry-after': '1' }),
    });
    const opened = await run();
    expect(opened.titles()).toEqual([]);
    expect(comments()).toHaveLength(1);
  });

  test('a comment whose answer got lost is not written twice', async () => {
    const { github, run, comments } = await scene('Lost');
    github.faults.add({ on: github.route('POST /issues/:number/comments'), times: 1, reset: 'before-answer' });
    const opened = await run();
    expect(opened.titles()).toEqual([]);
    expect(comments()).toHaveLength(1);
  });
});

test('a pull request that was closed while its preview was deployed keeps none', async () => {
  const { github, run, comments, items, number } = await scene('Late');
  github.pulls.close(number);
  const opened = await run();
  expect(opened.exitCode).toBe(0);
  expect(opened.outputs.status).toBe('removed');
  expect(opened.log).toContain('was closed meanwhile');
  expect(await items()).toEqual([]);
  expect(comments()).toEqual([]);
});

describe('a sweep', () => {
  test('removes the previews of pull requests that are no longer open, and no others', async () => {
    const { github, run, items } = await scene('Sweep');
    const second = github.pulls.open();
    const third = github.pulls.open();
    for (const number of [1, second, third]) await run({ event: pullRequest(number) });
    await run({ event: { name: 'push' } });
    github.pulls.close(1);
    github.pulls.close(third);
    const swept = await run({ event: { name: 'schedule' }, inputs: { mode: 'teardown' } });
    expect(swept.outputs.status).toBe('removed');
    expect((await items()).sort()).toEqual(['Sweep', `Sweep (PR #${second})`]);
    const body = (number: number) => github.comments.of(number)[0]?.body ?? '';
    expect(body(1)).toContain('<del>');
    expect(body(third)).toContain(`sweep-pr-${third}`);
    expect(body(third)).toContain('<del>');
    expect(body(second)).not.toContain('<del>');
  });

  test('removes nothing when it can not be told which pull requests are open', async () => {
    const { github, run, items } = await scene('Unsure');
    await run();
    github.faults.add({ on: github.route('GET /pulls'), answer: { status: 500, body: '{}' } });
    const failed = await run({ event: { name: 'schedule' }, inputs: { mode: 'teardown' } });
    expect(failed.titles('error')).toEqual(['github-error']);
    const without = await run({ event: { name: 'schedule' }, inputs: { mode: 'teardown', 'github-token': '' } });
    expect(without.titles('error')).toEqual(['no-github-token']);
    expect(await items()).toEqual(['Unsure (PR #1)']);
  });
});

describe('a GitHub deployment', () => {
  const states = ({ github }: Scene) =>
    github.deployments
      .all()
      .map(({ environment, statuses }) => [environment, ...statuses.map(({ state }) => state).reverse()]);

  test('is kept in step with a preview to its end', async () => {
    const one = await scene('Kept');
    const inputs = { 'github-deployment': 'true' };
    const opened = await one.run({ inputs });
    expect(opened.titles()).toEqual([]);
    expect(states(one)).toEqual([['Kept (PR #1)', 'in_progress', 'success']]);
    const [made] = one.github.deployments.all();
    expect(made?.transient).toBe(true);
    expect(made?.statuses[0]?.environment_url).toBe(opened.outputs.url);
    await one.run({ inputs, event: pullRequest(1, { action: 'closed' }) });
    expect(states(one)).toEqual([['Kept (PR #1)', 'in_progress', 'success', 'inactive']]);
    expect(one.github.violations).toEqual([]);
  });

  test('fails with the deployment to production', async () => {
    const one = await scene('Red');
    server.force('failure', 1);
    const failed = await one.run({ inputs: { 'github-deployment': 'true' }, event: { name: 'push' } });
    expect(failed.titles('error')).toEqual(['deployment-failed']);
    expect(states(one)).toEqual([['Red', 'in_progress', 'failure']]);
  });

  test('that a cancelled run left open is closed when the job ends', async () => {
    const one = await scene('Cancelled');
    server.force('pending', 1);
    const inputs = { 'github-deployment': 'true' };
    const cancelled = await one.run({
      inputs,
      watch: (log, kill) => {
        if (log.includes('Upload accepted')) kill('SIGINT');
      },
    });
    expect(cancelled.titles('error')).toEqual(['cancelled']);
    expect(states(one)).toEqual([['Cancelled (PR #1)', 'in_progress']]);
    expect(one.comments()).toEqual([]);
    const post = await one.run({ inputs, state: cancelled.state });
    expect(post.exitCode).toBe(0);
    expect(states(one)).toEqual([['Cancelled (PR #1)', 'in_progress', 'error']]);
  });
});
