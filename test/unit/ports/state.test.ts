import { describe, expect, it } from 'vitest';
import {
  expectPost,
  isPost,
  readState,
  type Saving,
  saveOpenDeployment,
  saveSavings,
} from '../../../src/ports/state.ts';
import { createFakeHost } from '../../tools/fakes.ts';

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
    saveSavings(main, savings);
    expect(readState(createFakeHost(main.saved))).toEqual({ savings, openDeployment: undefined });
    expect(isPost(createFakeHost(main.saved))).toBe(true);
  });

  it('names the GitHub deployment that is open, and none that was closed', () => {
    const main = createFakeHost();
    saveOpenDeployment(main, 42);
    expect(readState(createFakeHost(main.saved)).openDeployment).toBe(42);
    saveOpenDeployment(main, undefined);
    expect(readState(createFakeHost(main.saved)).openDeployment).toBeUndefined();
    expect(readState(createFakeHost({ 'github-deployment': '4/../2' })).openDeployment).toBeUndefined();
  });

  it('is empty when main left nothing, as when it was killed', () => {
    expect(readState(createFakeHost())).toEqual({ savings: [], openDeployment: undefined });
    const main = createFakeHost();
    saveSavings(main, []);
    expect(readState(createFakeHost(main.saved))).toEqual({ savings: [], openDeployment: undefined });
  });
});
