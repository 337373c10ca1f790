import { describe, expect, it } from 'vitest';
import { expectPost, isPost, readState, type Saving, saveState } from '../src/state.ts';
import { createFakeHost } from './tools/fakes.ts';

describe('the state', () => {
  it('tells the post phase from the main phase', () => {
    const main = createFakeHost();
    expect(isPost(main)).toBe(false);
    expectPost(main);
    expect(isPost(createFakeHost(main.saved))).toBe(true);
  });

  it('hands what is to be saved from main to post', () => {
    const savings: Saving[] = [
      { what: 'the uv cache', path: '/temp/uv "cache"', key: 'uv-1' },
      { what: 'the release', path: 'C:\\temp\\release\n', key: 'release-ü' },
    ];
    const main = createFakeHost();
    expectPost(main);
    saveState(main, { savings });
    expect(readState(createFakeHost(main.saved))).toEqual({ savings });
    expect(isPost(createFakeHost(main.saved))).toBe(true);
  });

  it('is empty when main left nothing, as when it was killed', () => {
    expect(readState(createFakeHost())).toEqual({ savings: [] });
    const main = createFakeHost();
    saveState(main, { savings: [] });
    expect(readState(createFakeHost(main.saved))).toEqual({ savings: [] });
  });
});
