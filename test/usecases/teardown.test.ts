import { beforeAll, describe, expect, test } from 'vitest';
import type { GitHubServer } from '../emulators/github/server.ts';
import { previewOf } from './platform.ts';
import { type Case, createWorld, pullRequest, refusing } from './world.ts';

const { act, cancel, github: open } = createWorld();
let github: GitHubServer;
beforeAll(async () => {
  github = await open();
});

/** Previews of two pull requests that are closed and of one that is open. */
const three = () => {
  const numbers = [github.pulls.open(), github.pulls.open(), github.pulls.open()] as const;
  github.pulls.close(numbers[0]);
  github.pulls.close(numbers[2]);
  return { numbers, previews: numbers.map(previewOf) };
};
const teardown = (given: Case = {}) =>
  act('teardown', { ...given, inputs: { 'github-token': github.createToken(), ...given.inputs } });
const left = ({ previews }: Awaited<ReturnType<typeof teardown>>) => previews.map((one) => one.pullRequest);

describe('the teardown of one preview', () => {
  test('removes it and no other, and its comment is struck through', async () => {
    const { numbers, previews } = three();
    const [first, second, third] = numbers;
    const context = pullRequest(second);
    await act('preview', { context, inputs: { 'github-token': github.createToken() } });
    const done = await teardown({ previews, context });
    expect(done.status).toBe('removed');
    expect(done.journal.removed).toBe(1);
    expect(left(done)).toEqual([first, third]);
    expect(done.journal.notes).toEqual([`Removed shop-pr-${second} (id-of-shop-pr-${second}).`]);
    expect(github.comments.of(second).map(({ body }) => body)).toEqual([expect.stringContaining('<del>')]);
  });

  test('takes the number of the input before that of the event', async () => {
    const { numbers, previews } = three();
    const [first, second, third] = numbers;
    const inputs = { 'pull-request': String(third) };
    expect(left(await teardown({ previews, context: pullRequest(second), inputs }))).toEqual([first, second]);
  });

  test('that is not there is well', async () => {
    const { previews } = three();
    const done = await teardown({ previews, context: pullRequest(99_999) });
    expect(done.status).toBe('removed');
    expect(left(done)).toHaveLength(3);
    expect(done.lines).toContain('Pull request #99999 has no preview: nothing to remove.');
  });

  test('needs no token for GitHub', async () => {
    const { numbers, previews } = three();
    const done = await teardown({ previews, context: pullRequest(numbers[1]), inputs: { 'github-token': '' } });
    expect(left(done)).toEqual([numbers[0], numbers[2]]);
  });

  test('that the server refuses fails, and says what is still there', async () => {
    const { numbers, previews } = three();
    const during = { remove: refusing('forbidden') };
    const done = await teardown({ previews, context: pullRequest(numbers[0]), during });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['forbidden']);
    expect(left(done)).toHaveLength(3);
  });
});

describe('the teardown of all previews', () => {
  test('removes those whose pull request is closed', async () => {
    const { numbers, previews } = three();
    const done = await teardown({ previews });
    expect(done.status).toBe('removed');
    expect(left(done)).toEqual([numbers[1]]);
  });

  test('without any has nothing to do', async () => {
    const done = await teardown();
    expect(done.status).toBe('removed');
    expect(done.journal.removed).toBe(0);
    expect(done.lines).toContain('No previews to remove.');
  });

  test('removes nothing where the open pull requests can not be asked', async () => {
    const { previews } = three();
    const done = await teardown({ previews, inputs: { 'github-token': '' } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['no-github-token']);
    expect(left(done)).toHaveLength(3);
  });

  test('that is cancelled half way says which are gone, which is under way and which are still there', async () => {
    const { numbers, previews } = three();
    for (const number of numbers) github.pulls.close(number);
    let removals = 0;
    const remove = () => (++removals === 2 ? cancel() : undefined);
    const done = await teardown({ previews, during: { remove } });
    expect(done.status).toBe('cancelled');
    const [gone, underway, others] = numbers.map((number) => `'shop-pr-${number}' (id-of-shop-pr-${number})`);
    expect(done.journal.left).toBe(
      `Removed: ${gone}. The removal of ${underway} was in progress: check whether it is still there. Still there: ${others}.`,
    );
    expect(left(done)).toEqual(numbers.slice(1));
  });
});

test('a teardown without a credential fails, but for a fork, which has no secrets', async () => {
  const failed = await teardown({ context: pullRequest(1), inputs: { token: '' } });
  expect(failed).toMatchObject({ status: 'failed', codes: ['no-token'], calls: [] });
  const skipped = await teardown({ context: pullRequest(1, true), inputs: { token: '' } });
  expect(skipped).toMatchObject({ status: 'skipped', codes: ['no-secrets'], calls: [] });
});

test('a platform without previews has none to remove', async () => {
  const done = await teardown({ without: ['previews'], context: pullRequest(1) });
  expect(done).toMatchObject({ status: 'failed', codes: ['no-previews'], calls: [] });
});
