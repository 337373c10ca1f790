import { describe, expect, it } from 'vitest';
import {
  changedNames,
  putBackEnv,
  releaseIn,
  wantedEnv,
  withRelease,
} from '../../../../../src/platforms/clever-cloud/gateway/env.ts';

const [COMMIT, TREE] = ['a'.repeat(40), 'b'.repeat(40)];

describe('the variables of an app', () => {
  it('keep what nobody manages, and get the values of the step over those that are managed', () => {
    const managed = { CC_PYTHON_VERSION: '3.12', CC_RUN: 'x' };
    expect(wantedEnv({ OTHER: '1', CC_RUN: 'old' }, managed, [{ name: 'CC_PYTHON_VERSION', value: '3.13' }])).toEqual({
      OTHER: '1',
      CC_RUN: 'x',
      CC_PYTHON_VERSION: '3.13',
    });
  });

  it('lose the paths of health checks that are not checked any more, where these are managed', () => {
    const before = { CC_HEALTH_CHECK_PATH: '/', CC_HEALTH_CHECK_PATH_0: '/a', CC_HEALTH_CHECK_PATH_1: '/b' };
    expect(wantedEnv(before, { CC_HEALTH_CHECK_PATH_0: '/c' }, [])).toEqual({ CC_HEALTH_CHECK_PATH_0: '/c' });
    expect(wantedEnv(before, {}, [])).toEqual(before);
  });

  it('name the release, which is no change of theirs', () => {
    const env = withRelease({ A: '1' }, { commit: COMMIT, tree: TREE });
    expect(releaseIn(env)).toEqual({ commit: COMMIT, tree: TREE });
    const tried = { commit: COMMIT, tree: TREE, trial: '0123456789abcdef' };
    expect(releaseIn(withRelease(env, tried))).toEqual(tried);
    expect(releaseIn({ UV_DEPLOY_ID: 'something else' })).toBeUndefined();
    expect(changedNames({ A: '1', B: '2' }, { ...env, C: '3' })).toEqual(['B', 'C']);
  });

  it('are put back, but for what somebody else has set since', () => {
    const before = { CHANGED: 'old', REMOVED: 'old', SAME: '1' };
    const set = { CHANGED: 'new', ADDED: 'new', SAME: '1', TAKEN: 'new' };
    const current = { ...set, TAKEN: 'theirs', LATER: 'theirs' };
    expect(putBackEnv(current, set, before)).toEqual({ ...before, TAKEN: 'theirs', LATER: 'theirs' });
  });
});
