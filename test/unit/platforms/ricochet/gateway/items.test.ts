import { describe, expect, test } from 'vitest';
import type { RemoteItem, RicochetApi } from '../../../../../src/platforms/ricochet/api/api.ts';
import { previewTarget } from '../../../../../src/platforms/ricochet/gateway/item-spec.ts';
import { createItems } from '../../../../../src/platforms/ricochet/gateway/items.ts';
import { createPreviews } from '../../../../../src/platforms/ricochet/gateway/previews.ts';
import { upload } from '../../../../../src/platforms/ricochet/gateway/upload.ts';
import { createFakeClock, failureOf, quietDeps } from '../../../../tools/fakes.ts';

const SERVER = 'https://ricochet.example';
const item = (id: string, name = 'Echo', slug = ''): RemoteItem => ({ id, name, slug, contentType: 'python-service' });

/** A server with these items, and what the next question for them finds. */
const serving = (...answers: RemoteItem[][]) => {
  const removed: string[] = [];
  const api = {
    items: async () => (answers.length > 1 ? answers.shift() : answers[0]) ?? [],
    deployments: async (id: string) => (id === '01B' ? [{ id: 'D', status: 'success', deployedAt: 1 }] : []),
    remove: async (id: string) => removed.push(id) > 0,
    upload: async () => ({ outcome: 'unknown', why: 'the connection was cut' }),
  } as unknown as RicochetApi;
  return { api, removed, items: createItems({ id: '', name: 'Echo', slug: '' }, { server: SERVER }, api) };
};

describe('an item', () => {
  test('that has its name alone is the one that is meant', async () => {
    const { items } = serving([item('01A'), item('01B', 'Other')]);
    expect(await items.find()).toMatchObject({ id: '01A', url: `${SERVER}/01A` });
  });

  test('that shares its name with another is reported with both, and how to say which', async () => {
    const { items } = serving([item('01A', 'Echo', 'echo'), item('01B')]);
    const { findings } = await failureOf(() => items.find());
    const message = `called 'Echo': 01A (${SERVER}/echo, never deployed with success), 01B (${SERVER}/01B, deployed).`;
    const [finding] = findings;
    expect(finding).toMatchObject({ code: 'several-items', message: expect.stringContaining(message) });
    expect(finding?.remedy).toContain('`id: 01B`');
  });

  test.each(['NaN', '0', '07', '-1', '1e3', '7 '])('marked with (PR #%s) is nobody’s preview', async (number) => {
    const { items, api, removed } = serving([item('01A', `Echo (PR #${number})`)]);
    const previews = createPreviews(items, api, 'Echo', () => {});
    expect(await previews.list()).toEqual([]);
    const preview = { pullRequest: Number(number), item: items.toItem(item('01A', `Echo (PR #${number})`)) };
    await failureOf(() => previews.remove(preview));
    expect(removed).toEqual([]);
  });

  test('with a long name has previews that no other app’s are taken for', async () => {
    const [one, other] = ['one', 'two'].map((end) => `${'long '.repeat(23)}${end}`);
    const spec = { id: '', slug: '', app: '', contentType: 'python', config: '', settings: {} };
    const { name } = previewTarget({ ...spec, name: one ?? '' }, 7);
    expect(name.length).toBeLessThanOrEqual(120);
    const { items, api } = serving([item('01P', name)]);
    expect(await createPreviews(items, api, one ?? '', () => {}).list()).toMatchObject([{ pullRequest: 7 }]);
    expect(await createPreviews(items, api, other ?? '', () => {}).list()).toEqual([]);
  });

  test('that is not marked as the preview of the pull request is not removed', async () => {
    const { items, api, removed } = serving([item('01A')]);
    const previews = createPreviews(items, api, 'Echo', () => {});
    const { findings } = await failureOf(() => previews.remove({ pullRequest: 7, item: items.toItem(item('01A')) }));
    expect(findings).toMatchObject([{ code: 'not-a-preview' }]);
    expect(removed).toEqual([]);
    await previews.remove({ pullRequest: 7, item: items.toItem(item('01P', 'Echo (PR #7)')) });
    expect(removed).toEqual(['01P']);
  });
});

describe('an upload without an answer', () => {
  const sent = (...found: RemoteItem[]) => {
    const { api } = serving(found);
    const bundle = { path: '/bundle.tar.gz', size: 1, sha256: '', contentSha256: '', files: [] };
    const deps = {
      ...{ clock: createFakeClock(), signal: new AbortController().signal },
      say: () => {},
      report: () => {},
      quoted: () => {},
      timeoutMs: 60_000,
      ...quietDeps,
    };
    const origin = { repository: '', branch: '', commit: '', run: '' };
    const http = () => Promise.reject(new Error('Nothing is asked.'));
    const subject = { bundle, env: [], item: undefined, name: 'Echo', config: '', known: [] };
    return upload(subject, api, { ...deps, origin, http, ...quietDeps });
  };

  test('is the one new item that the server shows', async () => {
    expect(await sent(item('01A'))).toEqual({ id: '01A', deploymentId: undefined });
  });

  test('is nobody’s where the server shows two', async () => {
    const { findings } = await failureOf(() => sent(item('01A'), item('01B')));
    expect(findings).toMatchObject([{ code: 'upload-ambiguous', message: expect.stringContaining('01A, 01B') }]);
  });

  test('is lost where the server shows none, however often it is sent', async () => {
    const { findings } = await failureOf(() => sent());
    expect(findings).toMatchObject([{ code: 'upload-lost' }]);
  });
});
