import { describe, expect, test } from 'vitest';
import { itemOf } from './platform.ts';
import { type Case, createCache, createWorld, refusing } from './world.ts';

const { act, cancel } = createWorld();

type Uv = NonNullable<Case['uv']>;
const LIVE = { ...itemOf('shop'), releases: ['release-0'] };
const uv: Uv = async () => undefined;
const sync = { preflight: 'sync' };
const isTried = ({ commands }: { readonly commands: readonly string[] }) =>
  commands.some((command) => command.startsWith('sync'));

/** Waits until the program is ended from outside, as a real one does that takes long. */
const forever = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const STALE = { exitCode: 2, stdout: '', stderr: 'error: The lockfile at `uv.lock` needs to be updated' };
const BROKEN = { exitCode: 1, stdout: '', stderr: 'error: Failed to build `six`' };

describe('the environment of a release that is live already', () => {
  test('is not tried again when the platform has kept the same trial with it', async () => {
    const first = await act('deploy', { uv, inputs: sync });
    expect([first.status, isTried(first)]).toEqual(['deployed', true]);
    expect(first.trial).toMatch(/^[0-9a-f]{16}$/);
    const again = { uv, inputs: sync, items: [LIVE], isUnchanged: true, trial: first.trial };
    const done = await act('deploy', again);
    expect([done.status, isTried(done)]).toEqual(['unchanged', false]);
    expect(done.calls).toEqual(['verify', 'find']);
    expect(done.probes).toBe(1);
  });

  test('is tried again when the platform has kept a trial with other variables', async () => {
    const { trial } = await act('deploy', { uv, inputs: { ...sync, env: 'GREETING=hello' } });
    const done = await act('deploy', { uv, inputs: sync, items: [LIVE], isUnchanged: true, trial });
    expect([done.status, isTried(done)]).toEqual(['unchanged', true]);
  });

  test('is tried again when the platform has kept none, and then no more where a cache remembers it', async () => {
    const given = { uv, inputs: sync, items: [LIVE], isUnchanged: true, cache: createCache() };
    const [first, second] = [await act('deploy', given), await act('deploy', given)];
    expect([first.status, isTried(first)]).toEqual(['unchanged', true]);
    expect([second.status, isTried(second)]).toEqual(['unchanged', false]);
  });

  describe('that a cache remembers', () => {
    const remembered = async (then: Case) => {
      const cache = createCache();
      const first = await act('deploy', { uv, items: [LIVE], cache, inputs: { ...sync, env: 'GREETING=hello' } });
      expect([first.status, isTried(first)]).toEqual(['deployed', true]);
      const items = [{ ...LIVE, releases: ['release-0', 'release-1'] }];
      const inputs = { ...sync, env: 'GREETING=hello', ...then.inputs };
      const done = await act('deploy', { uv, items, cache, ...then, inputs });
      return [done.status, isTried(done)];
    };

    test('is not tried again', async () => expect(await remembered({})).toEqual(['unchanged', false]));

    test('is tried again with other variables', async () =>
      expect(await remembered({ inputs: { env: 'GREETING=good night' } })).toEqual(['deployed', true]));

    test('is tried again with other settings', async () =>
      expect(await remembered({ entrypoint: 'other.py' })).toEqual(['deployed', true]));

    test('is tried again with another preflight, but not deployed again', async () =>
      expect(await remembered({ inputs: { preflight: 'auto' } })).toEqual(['unchanged', true]));

    test('is tried again with another uv, but not deployed again', async () => {
      const other: Uv = async (command) =>
        command === '--version' ? { exitCode: 0, stdout: 'uv 0.10.0\n', stderr: '' } : undefined;
      expect(await remembered({ uv: other })).toEqual(['unchanged', true]);
    });

    test('is tried again with force: true', async () =>
      expect(await remembered({ inputs: { force: 'true' } })).toEqual(['deployed', true]));

    test('is tried again when the server says that another release is live', async () => {
      const items = [{ ...LIVE, releases: ['release-1', 'release-of-others'] }];
      expect(await remembered({ items })).toEqual(['deployed', true]);
    });
  });

  test('is tried each time as long as the trial finds anything', async () => {
    const offline: Uv = async (command) =>
      command.startsWith('lock') ? { exitCode: 2, stdout: '', stderr: 'error: dns error' } : undefined;
    const given = { uv: offline, inputs: sync, items: [LIVE], isUnchanged: true, cache: createCache() };
    for (const done of [await act('deploy', given), await act('deploy', given)]) {
      expect([done.status, isTried(done)]).toEqual(['unchanged', true]);
      expect(done.codes).toEqual(['lock-unchecked']);
    }
  });

  test('that fails now ends the run, and nothing is sent', async () => {
    const broken: Uv = async (command) => (command.startsWith('sync') ? BROKEN : undefined);
    const done = await act('deploy', { uv: broken, inputs: sync, items: [LIVE], isUnchanged: true });
    expect([done.status, done.codes]).toEqual(['failed', ['restore-failed']]);
    expect(done.calls).toEqual(['verify', 'find']);
  });
});

describe('a release that somebody else replaces while the environment is tried', () => {
  const slow: Uv = async (command, { clock }) => {
    if (command.startsWith('sync')) clock.advance(60_000);
    return undefined;
  };

  test('is not taken for the live one', async () => {
    const done = await act('deploy', { uv: slow, inputs: sync, items: [LIVE], isUnchanged: [true, false] });
    expect(done.status).toBe('deployed');
    expect(done.calls).toContain('deploy id-of-shop');
  });

  test('is looked for once more where there was no item', async () => {
    const done = await act('deploy', { uv: slow, inputs: sync });
    expect(done.calls.slice(0, 4)).toEqual(['verify', 'find', 'find', 'deploy new']);
  });
});

describe('the lock, which is compared while the packages are installed', () => {
  test('ends the installation when it is stale', async () => {
    let installing: AbortSignal | undefined;
    const begun = Promise.withResolvers<void>();
    const given: Uv = async (command, { signal }) => {
      if (command.startsWith('lock')) return begun.promise.then(() => STALE);
      if (!command.startsWith('sync')) return undefined;
      installing = signal;
      begun.resolve();
      return forever(signal);
    };
    const done = await act('deploy', { uv: given, inputs: sync });
    expect([done.status, done.codes]).toEqual(['failed', ['lock-stale']]);
    expect(installing?.aborted).toBe(true);
    expect(done.calls).toEqual(['verify', 'find']);
  });

  test('is reported before the installation, whichever ends first', async () => {
    const failed = Promise.withResolvers<void>();
    const given: Uv = async (command) => {
      if (command.startsWith('lock')) {
        await failed.promise;
        return { exitCode: 2, stdout: '', stderr: 'error: dns error' };
      }
      if (!command.startsWith('sync')) return undefined;
      failed.resolve();
      return BROKEN;
    };
    const done = await act('deploy', { uv: given, inputs: sync });
    expect(done.codes).toEqual(['lock-unchecked', 'restore-failed']);
  });
});

describe('a credential that is refused while uv works', () => {
  test('ends uv and the run with one error, and nothing is changed', async () => {
    let working: AbortSignal | undefined;
    const given: Uv = async (_, { signal }) => {
      working = signal;
      return forever(signal);
    };
    const during = { verify: refusing('invalid-key') };
    const done = await act('deploy', { uv: given, inputs: sync, during });
    expect([done.status, done.codes]).toEqual(['failed', ['invalid-key']]);
    expect(working?.aborted).toBe(true);
    expect([done.calls, done.items]).toEqual([['verify'], []]);
  });
});

describe('a run that is cancelled', () => {
  test('while uv works and the server is asked ends both', async () => {
    let working: AbortSignal | undefined;
    const given: Uv = async (_, { signal }) => {
      working = signal;
      return forever(signal);
    };
    const done = await act('deploy', { uv: given, inputs: sync, during: { find: cancel } });
    expect([done.status, done.codes]).toEqual(['cancelled', []]);
    expect(working?.aborted).toBe(true);
    expect(done.items).toEqual([]);
  });

  test('while the environment is tried ends the installation and the look at the lock', async () => {
    const ended: string[] = [];
    const given: Uv = async (command, { signal }) => {
      const [what = ''] = command.split(' ');
      if (what !== 'sync' && what !== 'lock') return undefined;
      signal.addEventListener('abort', () => ended.push(what), { once: true });
      if (what === 'sync') cancel();
      return forever(signal);
    };
    const done = await act('deploy', { uv: given, inputs: sync });
    expect([done.status, done.codes]).toEqual(['cancelled', []]);
    expect(ended.sort()).toEqual(['lock', 'sync']);
    expect(done.items).toEqual([]);
  });
});
