import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/ports/context.ts';
import { planUvCache, type UvCache } from '../../../src/prepare/uv-cache.ts';
import { createContext } from '../../tools/fakes.ts';

const plan = (
  choice: 'auto' | 'true' | 'false',
  context: Partial<Context> = {},
  cacheDir?: string,
  python = '3.12',
  lock = 'version = 1\n',
): UvCache | string => planUvCache({ choice, cacheDir, python, lock }, createContext(context));
const keyOf = (...args: Parameters<typeof plan>): string => {
  const planned = plan(...args);
  if (typeof planned === 'string') throw new Error(planned);
  return planned.key;
};

describe('the cache of uv', () => {
  it("is kept on GitHub's own runners, in a folder that dies with the job", () => {
    expect(plan('auto')).toEqual({
      dir: '/temp/uv-deploy-uv-cache',
      key: expect.stringMatching(/^uv-deploy-uv-1-Linux-X64-(glibc|musl|none)-py3\.12-[0-9a-f]{32}$/),
    });
  });

  it('is kept where UV_CACHE_DIR says, unless that is empty', () => {
    expect(plan('auto', {}, '/other/cache')).toMatchObject({ dir: '/other/cache' });
    expect(plan('auto', {}, '')).toMatchObject({ dir: '/temp/uv-deploy-uv-cache' });
  });

  it.each<[what: string, context: Partial<Context>, reason: RegExp]>([
    ['on a runner of their own', { hosted: false }, /keeps its own files/],
    ['for pull_request_target', { event: 'pull_request_target' }, /pull_request_target do not share/],
    ['for workflow_run', { event: 'workflow_run' }, /workflow_run do not share/],
    ['for a comment', { event: 'issue_comment' }, /do not share/],
    ['for a release', { event: 'release' }, /do not share/],
    ['for a tag', { ref: 'refs/tags/v1' }, /found by no later run/],
  ])('is not kept %s, unless it is asked for', (_, context, reason) => {
    expect(plan('auto', context)).toMatch(reason);
    expect(plan('true', context)).toHaveProperty('key');
  });

  it.each(['push', 'pull_request', 'schedule', 'workflow_dispatch', ''])('is kept for the event %j', (event) =>
    expect(plan('auto', { event })).toHaveProperty('key'),
  );

  it('is never kept when it is not wanted, nor when setup-uv keeps it', () => {
    expect(plan('false')).toMatch(/is false/);
    for (const choice of ['auto', 'true'] as const) {
      expect(plan(choice, {}, '/home/runner/work/_temp/setup-uv-cache')).toMatch(/setup-uv/);
      expect(plan(choice, {}, '/tmp/not-setup-uv-cache-at-all')).toHaveProperty('key');
    }
  });
});

describe('its key', () => {
  it('is another for another system, machine, Python and lock, and for nothing else', () => {
    const key = keyOf('auto');
    expect(
      keyOf('true', { ref: 'refs/heads/x', sha: 'x', event: 'schedule', repository: 'a/b', temp: '/x' }, '/cache'),
    ).toBe(key);
    const others = [
      keyOf('auto', { os: 'macOS' }),
      keyOf('auto', { arch: 'ARM64' }),
      keyOf('auto', {}, undefined, '3.13'),
      keyOf('auto', {}, undefined, '3.12.1'),
      keyOf('auto', {}, undefined, '3.12', 'version = 1\n\n'),
    ];
    expect(new Set([key, ...others]).size).toBe(6);
  });

  it.each(['>=3.12,<3.13', '3.13+freethreaded', 'cpython@3.12', 'größe, "x"'])(
    'may be a key for the Python %s',
    (python) => {
      const key = keyOf('auto', {}, undefined, python);
      expect(key).toMatch(/^[\w.+-]{1,512}$/);
      expect(key).not.toBe(keyOf('auto', {}, undefined, '3.12'));
    },
  );
});
