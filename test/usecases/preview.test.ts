import { beforeAll, describe, expect, test } from 'vitest';
import type { GitHubServer } from '../emulators/github/server.ts';
import { itemOf } from './platform.ts';
import { type Case, createCache, createWorld, pullRequest, refusing } from './world.ts';

const { act, cancel, github: open } = createWorld();
let github: GitHubServer;
beforeAll(async () => {
  github = await open();
});

/** The preview of a new pull request, with a token that may comment. */
const preview = async (given: Case = {}, number = github.pulls.open()) => {
  const inputs = { 'github-token': github.createToken(), ...given.inputs };
  const done = await act('preview', { context: pullRequest(number), ...given, inputs });
  return { ...done, number, comments: github.comments.of(number).map(({ body }) => body) };
};

describe('a preview', () => {
  test('is an item of its own, and the pull request hears where it is', async () => {
    const done = await preview({ items: [itemOf('shop')] });
    expect(done.status).toBe('deployed');
    expect(done.items.map(({ name }) => name)).toEqual(['shop', `shop-pr-${done.number}`]);
    expect(done.codes).toEqual([]);
    expect(done.comments).toHaveLength(1);
    expect(done.comments[0]).toContain(itemOf(`shop-pr-${done.number}`).url);
  });

  test('is updated by the next push, and so is its comment', async () => {
    const first = await preview();
    const second = await preview({ items: first.items, answers: [502] }, first.number);
    expect(second.status).toBe('failed');
    expect(second.calls).toContain(`deploy id-of-shop-pr-${first.number}`);
    expect(second.comments).toHaveLength(1);
    expect(second.comments[0]).toContain('unhealthy');
  });

  test('is removed again when the pull request was closed meanwhile', async () => {
    const number = github.pulls.open();
    const done = await preview({ during: { applySettings: () => github.pulls.close(number) } }, number);
    expect(done.status).toBe('removed');
    expect(done.items).toEqual([]);
    expect(done.comments).toEqual([]);
  });

  test('without a token for GitHub is made all the same', async () => {
    const done = await preview({ inputs: { 'github-token': '' } });
    expect(done.status).toBe('deployed');
    expect(done.comments).toEqual([]);
  });

  test('without the permission to comment is made all the same, with a warning', async () => {
    const token = github.createToken({ permissions: { 'pull-requests': 'read' } });
    const done = await preview({ inputs: { 'github-token': token } });
    expect(done.status).toBe('deployed');
    expect(done.codes).toEqual(['github-permission']);
    expect(done.findings[0]?.level).toBe('warning');
  });

  test('never rolls back, whatever the settings say', async () => {
    const done = await preview({ answers: [500], inputs: { rollback: 'true' } });
    expect(done.codes).toEqual(['unhealthy']);
  });

  test('tells what it changes of production, once that was deployed', async () => {
    const cache = createCache();
    expect((await preview({ cache })).journal).not.toHaveProperty('changes');
    await act('deploy', { cache, inputs: { exclude: 'notes.md' } });
    expect((await preview({ cache })).journal.changes).toMatchObject({ added: ['notes.md'], changed: [], removed: [] });
  });

  test('that is cancelled leaves the comment as it was', async () => {
    const done = await preview({ during: { deploy: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.comments).toEqual([]);
  });

  test('whose key is refused says so on the pull request', async () => {
    const done = await preview({ during: { verify: refusing('invalid-key') } });
    expect(done.status).toBe('failed');
    expect(done.items).toEqual([]);
    expect(done.comments[0]).toContain('invalid-key');
  });
});

describe('a preview without a credential', () => {
  test('is skipped for a fork, which has no secrets', async () => {
    const done = await preview({ context: pullRequest(1, true), inputs: { token: '' } });
    expect(done.status).toBe('skipped');
    expect(done.codes).toEqual(['no-secrets']);
    expect(done.calls).toEqual([]);
  });

  test('fails for anybody else', async () => {
    const done = await preview({ inputs: { token: '' } });
    expect(done.codes).toEqual(['no-token']);
    expect(done.status).toBe('failed');
  });
});

test('a preview on an event without a pull request fails before the server is asked', async () => {
  const done = await preview({ context: {} });
  expect(done.codes).toEqual(['no-pull-request']);
  expect(done.calls).toEqual([]);
});
