import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../../src/findings/finding.ts';
import { createHttp, type Http, NetworkError } from '../../../../src/ports/http/http.ts';
import { createGitHub } from '../../../../src/report/github/api.ts';
import { codesOf, createFakeClock, failureOf } from '../../../tools/fakes.ts';
import { serve } from '../../../tools/web.ts';
import { open, said } from './open.ts';

const never = async () => undefined;
const hasty: Http = (request) => createHttp()({ ...request, silenceMs: 60 });

describe('pull requests', () => {
  it('are read with their state, their commit and where they come from', async () => {
    const { server, github, pull } = await open();
    const fork = server.pulls.open({ headRepository: 'stranger/app', headSha: 'c'.repeat(40) });
    server.pulls.close(fork);
    expect(await github.pullRequest(pull)).toMatchObject({ number: pull, state: 'open', headRepository: 'octo/app' });
    expect(await github.pullRequest(fork)).toEqual({
      ...{ number: fork, state: 'closed', headRepository: 'stranger/app', headSha: 'c'.repeat(40) },
    });
    expect(server.violations).toEqual([]);
  });

  it('may come from a fork that was deleted', async () => {
    const { server, github } = await open();
    const pull = server.pulls.open({ headRepository: null });
    expect(await github.pullRequest(pull)).toMatchObject({ state: 'open', headRepository: undefined });
  });

  it('may not be there', async () => {
    const { github } = await open();
    expect(await github.pullRequest(404)).toBeUndefined();
  });

  it('are listed through all pages, the open ones alone', async () => {
    const { server, github } = await open();
    for (let i = 0; i < 230; i++) server.pulls.open();
    server.pulls.close(17);
    const numbers = await github.openPullRequests();
    expect(numbers).toHaveLength(230);
    expect(numbers).not.toContain(17);
    expect(server.requests.matching(server.route('GET /pulls'))).toHaveLength(3);
  });
});

describe('comments', () => {
  it('are found behind 250 others', async () => {
    const { server, github, pull } = await open();
    server.comments.fill(pull, 250);
    const last = server.comments.add(pull, { author: null, body: 'The last' });
    const comments = await github.comments(pull);
    expect(comments).toHaveLength(251);
    expect(comments.at(-1)).toEqual({ id: last.id, body: 'The last', author: '', app: undefined, association: 'NONE' });
    expect(server.violations).toEqual([]);
  });

  it('are written, changed and deleted', async () => {
    const { server, github, pull } = await open();
    const made = await github.createComment(pull, 'One', never);
    expect(made).toMatchObject({ body: 'One', author: 'github-actions[bot]', app: 'github-actions' });
    expect(await github.updateComment(made.id, 'Two')).toMatchObject({ id: made.id, body: 'Two' });
    await github.deleteComment(made.id);
    expect(server.comments.of(pull)).toEqual([]);
  });

  it('that are gone are gone', async () => {
    const { github } = await open();
    expect(await github.updateComment(7, 'Two')).toBeUndefined();
    await github.deleteComment(7);
  });
});

describe('an Enterprise Server', () => {
  it('has the API below /api/v3, and GraphQL beside it', async () => {
    const { server, github, pull } = await open({ prefix: '/api/v3' });
    server.comments.fill(pull, 130);
    expect(await github.comments(pull)).toHaveLength(130);
    expect(await github.viewer()).toBe('github-actions[bot]');
    expect(server.requests.all().map(({ path }) => path)).toContain('/api/graphql');
  });
});

describe('what GitHub refuses', () => {
  it.each([
    [401, 'Bad credentials', 'github-unauthorized'],
    [403, 'Repository was archived so is read-only.', 'github-forbidden'],
    [404, 'Not Found', 'github-not-found'],
    [410, 'Issues are disabled for this repo', 'github-not-found'],
    [422, 'Validation Failed', 'github-invalid'],
    [409, 'Conflict', 'github-invalid'],
    [301, 'Moved Permanently', 'github-redirects'],
    [400, 'Problems parsing JSON', 'github-refused'],
  ])('with %d is reported once, with its words and a remedy', async (status, message, code) => {
    const { server, github, pull } = await open();
    const route = server.route(`POST /issues/${pull}/comments`);
    server.faults.add({ on: route, answer: said(status, message, { location: 'https://elsewhere.example/' }) });
    const { findings } = await failureOf(() => github.createComment(pull, 'Hello', never));
    expect(codesOf(findings)).toEqual([code]);
    expect(findings[0]?.message).toMatch(/^Writing the comment failed: /);
    expect(findings[0]?.message).toContain(`(${status}: "${message}")`);
    expect(findings[0]?.remedy).toMatch(/[\w`]\.$/);
    expect(server.requests.matching(route)).toHaveLength(1);
  });

  it('is a bad token, which the message does not quote', async () => {
    const { github, pull } = await open({}, 'ghs_secretsecret');
    const { findings } = await failureOf(() => github.comments(pull));
    expect(codesOf(findings)).toEqual(['github-unauthorized']);
    expect(JSON.stringify(findings)).not.toContain('secretsecret');
  });

  it('is a body it does not take, with its details', async () => {
    const { github, pull } = await open();
    const { findings } = await failureOf(() => github.createComment(pull, 'x'.repeat(65_537), never));
    expect(codesOf(findings)).toEqual(['github-invalid']);
    expect(findings[0]?.message).toContain('Body is too long (maximum is 65536 characters)');
  });

  it.each([
    ['a comment', { pull_requests: 'read' }, 'pull-requests: write'],
    ['a deployment', { pull_requests: 'write' }, 'deployments: write'],
  ] as const)('for lack of a permission names it: %s', async (what, permissions, named) => {
    const { github, pull } = await open({}, { permissions });
    const wanted = { sha: 'a'.repeat(40), environment: 'x', transient: false, description: '', mark: '1' };
    const { findings } = await failureOf(() =>
      what === 'a comment' ? github.createComment(pull, 'Hello', never) : github.createDeployment(wanted),
    );
    expect(codesOf(findings)).toEqual(['github-permission']);
    expect(findings[0]?.message).toContain('Resource not accessible by integration');
    expect(findings[0]?.remedy).toContain(`\`${named}\` under \`permissions:\``);
  });

  it.each([
    ['checks=write', 'checks: write'],
    ['contents=admin; pull_requests=write', 'pull-requests: write'],
    ['contents=write,issues=write', 'contents: write'],
    ['issues=read', 'issues: read'],
    ['issues=read; pull_requests=read', 'pull-requests: write'],
    ['`rm -rf`=write', 'pull-requests: write'],
    ['organization_secrets=write', 'pull-requests: write'],
    ['checks=write!', 'pull-requests: write'],
  ])('for lack of %j has the job get %s', async (accepted, named) => {
    const { server, github, pull } = await open();
    const answer = said(403, 'No', { 'x-accepted-github-permissions': accepted });
    server.faults.add({ on: server.route(`POST /issues/${pull}/comments`), answer });
    const { findings } = await failureOf(() => github.createComment(pull, 'Hello', never));
    expect(findings[0]?.remedy).toContain(`Add \`${named}\``);
  });

  it('in words that would command the runner is quoted harmlessly', async () => {
    const { server, github, pull } = await open();
    const message = 'No\n::error::stop\u001b[31m' + 'x'.repeat(400);
    server.faults.add({ on: server.route(`GET /pulls/${pull}`), answer: said(422, message) });
    const { findings } = await failureOf(() => github.pullRequest(pull));
    expect(findings[0]?.message).not.toMatch(/\n|\u001b/);
    expect(findings[0]?.message.length).toBeLessThan(350);
  });
});

describe('limits', () => {
  const comments = (pull: number) => `GET /issues/${pull}/comments`;

  it.each([
    ['429 with retry-after', 429, { 'retry-after': '7' }, 7_000],
    ['403 with retry-after', 403, { 'retry-after': '60' }, 60_000],
    ['429 alone', 429, {}, 60_000],
    ['403 in words', 403, {}, 60_000],
    ['no request remaining', 403, { 'x-ratelimit-remaining': '0' }, 60_000],
    ['a reset that is past', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000' }, 1_000],
  ])('of up to a minute are waited for: %s', async (_, status, headers, pause) => {
    const { server, github, clock, lines, pull } = await open();
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    server.faults.add({ on: server.route(comments(pull)), times: 1, answer: said(status, message, headers) });
    expect(await github.comments(pull)).toEqual([]);
    expect(clock.sleeps).toEqual([pause]);
    expect(lines).toEqual([expect.stringContaining('GitHub’s rate limit is reached; retrying in')]);
  });

  it('hold for writing too, and what was limited is sent again without a look', async () => {
    const { server, github, clock, pull } = await open();
    const route = server.route(`POST /issues/${pull}/comments`);
    server.faults.add({ on: route, times: 1, answer: said(403, 'x', { 'retry-after': '5' }) });
    const look = () => Promise.reject(new Error('It looked.'));
    expect(await github.createComment(pull, 'Hello', look)).toMatchObject({ body: 'Hello' });
    expect(clock.sleeps).toEqual([5_000]);
  });

  it.each([
    ['retry-after: 61', { 'retry-after': '61' }],
    [
      'an hour to the reset',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) },
    ],
  ])('that take longer end the matter: %s', async (_, headers) => {
    const { server, github, clock, pull } = await open();
    const route = server.route(comments(pull));
    server.faults.add({ on: route, answer: said(429, 'API rate limit exceeded', headers) });
    const { findings } = await failureOf(() => github.comments(pull));
    expect(codesOf(findings)).toEqual(['github-rate-limited']);
    expect(findings[0]?.remedy).toMatch(/again in (?:1 min 1 s|(?:59|60) min \d+ s) or later/);
    expect([clock.sleeps, server.requests.matching(route).length]).toEqual([[], 1]);
  });

  it('that do not end are given up', async () => {
    const { server, github, clock, pull } = await open();
    server.faults.add({ on: server.route(comments(pull)), answer: said(429, 'x', { 'retry-after': '2' }) });
    expect(codesOf((await failureOf(() => github.comments(pull))).findings)).toEqual(['github-rate-limited']);
    expect(clock.sleeps).toEqual([2_000, 2_000]);
  });
});

describe('trouble on the way', () => {
  it('is tried again when it may pass: 5xx, a reset, a cut answer', async () => {
    const { server, github, pull } = await open();
    const on = server.route(`GET /pulls/${pull}`);
    server.faults.add({ on, times: 1, answer: said(502, 'Server Error') });
    server.faults.add({ on, times: 1, reset: 'before-answer' });
    server.faults.add({ on, times: 1, answer: { status: 200, body: '{"number": 1, "sta' } });
    expect(await github.pullRequest(pull)).toMatchObject({ number: pull });
    expect(server.requests.matching(on)).toHaveLength(4);
  });

  it.each([
    ['5xx', { answer: said(503, 'Unavailable') }, 'github-error', 4],
    ['resets', { reset: 'before-body' }, 'github-unreachable', 4],
    ['a web page', { answer: { status: 200, body: '<!doctype html>Sign in' } }, 'github-unreadable', 3],
    [
      'an id that is none',
      { answer: { status: 200, body: '[{"id": -1, "user": {"login": "x"}}]' } },
      'github-unreadable',
      3,
    ],
    [
      'an id in words',
      { answer: { status: 200, body: '[{"id": "1/../2", "user": {"login": "x"}}]' } },
      'github-unreadable',
      3,
    ],
    [
      'a login that is none',
      { answer: { status: 200, body: '[{"id": 1, "user": {"login": 5}}]' } },
      'github-unreadable',
      3,
    ],
    ['no list', { answer: { status: 200, body: '{}' } }, 'github-unreadable', 3],
  ] as const)('that stays is reported: %s', async (_, fault, code, requests) => {
    const { server, github, pull } = await open();
    const on = server.route(`GET /issues/${pull}/comments`);
    server.faults.add({ on, ...fault });
    expect(codesOf((await failureOf(() => github.comments(pull))).findings)).toEqual([code]);
    expect(server.requests.matching(on)).toHaveLength(requests);
  });

  it('is a server that is silent', async () => {
    const web = await serve(() => {});
    const access = { apiUrl: web.url, repository: 'octo/app', token: 't' };
    const signal = new AbortController().signal;
    const github = createGitHub(access, { http: hasty, clock: createFakeClock(), signal, say: () => {} });
    const { findings } = await failureOf(() => github.comments(1));
    expect(codesOf(findings)).toEqual(['github-unreachable']);
    expect(findings[0]?.message).toContain('did not answer for');
  });

  it('is a server that is not there', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    const access = { apiUrl: `http://127.0.0.1:${port}`, repository: 'octo/app', token: 't' };
    const clock = createFakeClock();
    const github = createGitHub(access, {
      ...{ http: createHttp(), clock, signal: new AbortController().signal, say: () => {} },
    });
    const look = () => Promise.reject(new Error('It looked for what can’t have been sent.'));
    const { findings } = await failureOf(() => github.createComment(1, 'Hello', look));
    expect(codesOf(findings)).toEqual(['github-unreachable']);
  });

  it('ends when the run is cancelled, as Cancelled', async () => {
    const { as, pull } = await open();
    const github = as({}, { signal: AbortSignal.abort(new Cancelled('cancelled')) });
    await expect(github.comments(pull)).rejects.toBeInstanceOf(Cancelled);
    await expect(github.createComment(pull, 'Hello', never)).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('what is created', () => {
  const found = async ({ github, pull }: { github: { comments(pull: number): Promise<unknown[]> }; pull: number }) =>
    (await github.comments(pull))[0] as never;

  it.each([
    ['the connection is cut', { reset: 'before-answer' }],
    ['a proxy answers 502', { served: true, answer: said(502, 'Bad Gateway') }],
    ['the answer is cut', { served: true, answer: { status: 201, body: '{"id": 10' } }],
  ] as const)('is found again when %s after the work was done', async (_, fault) => {
    const opened = await open();
    const { server, github, pull } = opened;
    const on = server.route(`POST /issues/${pull}/comments`);
    server.faults.add({ on, times: 1, ...fault });
    const made = await github.createComment(pull, 'Hello', () => found(opened));
    expect(server.comments.of(pull)).toEqual([expect.objectContaining({ id: made.id, body: 'Hello' })]);
    expect(server.requests.matching(on)).toHaveLength(1);
  });

  it.each([
    ['the connection is cut', { reset: 'before-body' }],
    ['the server has an error', { answer: said(500, 'Oops') }],
  ] as const)('is sent again when %s before the work was done', async (_, fault) => {
    const opened = await open();
    const { server, github, pull } = opened;
    server.faults.add({ on: server.route(`POST /issues/${pull}/comments`), times: 2, ...fault });
    const made = await github.createComment(pull, 'Hello', () => found(opened));
    expect(server.comments.of(pull)).toEqual([expect.objectContaining({ id: made.id })]);
  });

  it('is found again when GitHub was too slow to say so', async () => {
    const { server, as, pull } = await open();
    const slow: Http = async (request) => {
      const response = await createHttp()(request);
      if (request.method === 'POST') throw new NetworkError('GitHub did not answer for 15 s', 'ETIMEDOUT', true);
      return response;
    };
    const github = as({}, { http: slow });
    const made = await github.createComment(pull, 'Hello', async () => (await github.comments(pull))[0]);
    expect(server.comments.of(pull).map(({ id }) => id)).toEqual([made.id]);
  });
});

describe('the token', () => {
  /** A server that sends on to `target` in one way or another, and another that notes what it is asked. */
  const lure = async (
    answer: (target: string) => { status: number; headers: Record<string, string>; body: string },
  ) => {
    const asked: string[] = [];
    const other = await serve((request, response) => {
      asked.push(String(request.headers.authorization));
      response.end('[]');
    });
    const { server, github, pull } = await open();
    server.faults.add({ on: server.route(`GET /issues/${pull}/comments`), answer: answer(other.url) });
    const { findings } = await failureOf(() => github.comments(pull));
    return { asked, findings };
  };

  it('follows no redirect', async () => {
    const { asked, findings } = await lure((url) => ({ status: 307, headers: { location: url }, body: '' }));
    expect([asked, codesOf(findings)]).toEqual([[], ['github-redirects']]);
  });

  it('follows no link to another server', async () => {
    const headers = (url: string) => ({ link: `<${url}/page2>; rel="next"` });
    const { asked, findings } = await lure((url) => ({ status: 200, headers: headers(url), body: '[]' }));
    expect([asked, codesOf(findings)]).toEqual([[], ['github-unreadable']]);
  });

  it('is not sent for ever around a circle of pages', async () => {
    const { server, github, pull } = await open();
    const link = `<${server.url}/repos/octo/app/issues/${pull}/comments?page=1>; rel="next"`;
    const on = server.route(`GET /issues/${pull}/comments`);
    server.faults.add({ on, answer: { status: 200, headers: { link }, body: '[]' } });
    expect(codesOf((await failureOf(() => github.comments(pull))).findings)).toEqual(['github-too-many']);
    expect(server.requests.matching(on)).toHaveLength(50);
  });

  it.each([
    ['', 'octo/app', 'https://api.github.com', 'github-no-token'],
    ['a\nb', 'octo/app', 'https://api.github.com', 'github-no-token'],
    ['t', '', 'https://api.github.com', 'github-unknown'],
    ['t', 'octo/app/../../x', 'https://api.github.com', 'github-unknown'],
    ['t', 'octo/app', 'file:///etc', 'github-unknown'],
    ['t', 'octo/app', '', 'github-unknown'],
  ])('%j of %j at %j is %s', async (token, repository, apiUrl, code) => {
    const deps = { http: hasty, clock: createFakeClock(), signal: new AbortController().signal, say: () => {} };
    const { findings } = await failureOf(() => createGitHub({ token, repository, apiUrl }, deps));
    expect(codesOf(findings)).toEqual([code]);
    expect(JSON.stringify(findings)).not.toContain('a\\nb');
  });
});
