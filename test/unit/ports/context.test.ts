import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContext } from '../../../src/ports/context.ts';

const folder = mkdtempSync(join(tmpdir(), 'context-'));
afterAll(() => rm(folder, { recursive: true }));

const eventFile = (content: string): string => {
  const path = join(mkdtempSync(join(folder, 'event-')), 'event.json');
  writeFileSync(path, content);
  return path;
};

const RUNNER = {
  GITHUB_WORKSPACE: '/home/runner/work/app/app',
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_HEAD_REF: 'feature',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_RUN_ID: '42',
  GITHUB_SERVER_URL: 'https://ghes.example',
  GITHUB_API_URL: 'https://ghes.example/api/v3',
  GITHUB_ACTION_REPOSITORY: 'uv-deploy/uv-deploy',
  GITHUB_ACTION_REF: 'v1',
  RUNNER_TEMP: '/home/runner/work/_temp',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_OS: 'Linux',
  RUNNER_ARCH: 'ARM64',
};

describe('the context', () => {
  it('is what the runner says', () => {
    const GITHUB_EVENT_PATH = eventFile(
      '{"action": "synchronize", "number": 7, "repository": {"default_branch": "trunk"}}',
    );
    expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH })).toEqual({
      workspace: '/home/runner/work/app/app',
      temp: '/home/runner/work/_temp',
      repository: 'octo/app',
      repositoryUrl: 'https://ghes.example/octo/app',
      apiUrl: 'https://ghes.example/api/v3',
      sha: '0123456789abcdef0123456789abcdef01234567',
      ref: 'refs/pull/7/merge',
      branch: 'feature',
      event: 'pull_request',
      eventAction: 'synchronize',
      isDeletion: false,
      defaultBranch: 'trunk',
      bases: ['refs/remotes/origin/trunk'],
      pullRequest: undefined,
      hosted: true,
      os: 'Linux',
      arch: 'ARM64',
      runUrl: 'https://ghes.example/octo/app/actions/runs/42',
      documents: 'https://ghes.example/uv-deploy/uv-deploy/blob/v1',
    });
  });

  it.each([
    ['a pull request', { GITHUB_BASE_REF: 'main' }, ['refs/remotes/origin/main', `${RUNNER.GITHUB_SHA}^1`]],
    ['a push to the default branch', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }, ['b'.repeat(40)]],
    [
      'a push to another branch',
      { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/draft' },
      ['refs/remotes/origin/main'],
    ],
  ])('knows what the commit of %s replaces', (_, environment, bases) => {
    const payload = { before: 'b'.repeat(40), repository: { default_branch: 'main' } };
    const GITHUB_EVENT_PATH = eventFile(JSON.stringify(payload));
    expect(readContext({ ...RUNNER, ...environment, GITHUB_EVENT_PATH }).bases).toEqual(bases);
  });

  it.each([
    ['of the repository', 'octo/app', '', false],
    ['of a fork', 'stranger/app', '', true],
    ['of a fork that is gone', null, '', true],
    ['of Dependabot', 'octo/app', 'dependabot[bot]', true],
  ])('knows a pull request %s', (_, full_name, GITHUB_ACTOR, isOutside) => {
    const head = { sha: 'a'.repeat(40), repo: full_name === null ? null : { full_name } };
    const GITHUB_EVENT_PATH = eventFile(JSON.stringify({ action: 'opened', number: 7, pull_request: { head } }));
    expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH, GITHUB_ACTOR }).pullRequest).toEqual({
      ...{ number: 7, sha: 'a'.repeat(40), isOutside },
    });
  });

  it.each([0, -1, 1.5, '7', '1; rm', null])('knows no pull request with the number %j', (number) => {
    const GITHUB_EVENT_PATH = eventFile(JSON.stringify({ pull_request: { number, head: {} } }));
    const expected = number === '7' ? 7 : undefined;
    expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH }).pullRequest?.number).toBe(expected);
  });

  it('is good enough outside a runner', () => {
    expect(readContext({})).toEqual({
      workspace: process.cwd(),
      temp: tmpdir(),
      ...{
        ...{ repository: '', repositoryUrl: '' },
        sha: '',
        ref: '',
        branch: '',
        event: '',
        isDeletion: false,
        defaultBranch: '',
        eventAction: '',
        bases: [],
        pullRequest: undefined,
      },
      apiUrl: 'https://api.github.com',
      hosted: false,
      os: process.platform,
      arch: process.arch,
      runUrl: '',
      documents: '',
    });
  });

  it.each(['self-hosted', ''])("takes a runner that calls itself '%s' for the user's own", (value) =>
    expect(readContext({ ...RUNNER, RUNNER_ENVIRONMENT: value }).hosted).toBe(false),
  );

  it('takes the API as the runner names it, with or without a slash', () =>
    expect(readContext({ ...RUNNER, GITHUB_API_URL: 'https://api.octo.ghe.com/' }).apiUrl).toBe(
      'https://api.octo.ghe.com',
    ));

  it('links to github.com where the runner names no server', () => {
    expect(readContext({ ...RUNNER, GITHUB_SERVER_URL: '' }).runUrl).toBe(
      'https://github.com/octo/app/actions/runs/42',
    );
  });

  it.each(['', '{', 'null', '[]', '"opened"', '{"action": 5}', '{"action": null}', '{"number": 7}'])(
    'takes an event file with %j for one without an action',
    (content) => expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH: eventFile(content) }).eventAction).toBe(''),
  );

  it('takes a missing event file for one without an action', () => {
    expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH: join(folder, 'none.json') }).eventAction).toBe('');
    expect(readContext({ ...RUNNER, GITHUB_EVENT_PATH: folder }).eventAction).toBe('');
  });
});

describe('the default branch', () => {
  const defaultBranchOf = (event: string, payload: object, ref = 'refs/heads/main') => {
    const GITHUB_EVENT_PATH = eventFile(JSON.stringify(payload));
    return readContext({ GITHUB_EVENT_PATH, GITHUB_EVENT_NAME: event, GITHUB_REF: ref }).defaultBranch;
  };

  it('is what the event says', () => {
    expect(defaultBranchOf('push', { repository: { default_branch: 'trunk' } })).toBe('trunk');
    expect(defaultBranchOf('schedule', { repository: { default_branch: 'trunk' } })).toBe('trunk');
  });

  it('is the branch itself for events that run on no other', () => {
    expect(defaultBranchOf('schedule', { schedule: '5 4 * * *' }, 'refs/heads/release/1')).toBe('release/1');
    expect(defaultBranchOf('repository_dispatch', {})).toBe('main');
  });

  it('is not known where neither is so', () => {
    expect(defaultBranchOf('push', {})).toBe('');
    expect(defaultBranchOf('workflow_dispatch', { repository: { default_branch: 5 } })).toBe('');
  });
});
