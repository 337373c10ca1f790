import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/findings/nearest.ts';

const INPUTS = [
  'platform',
  'mode',
  'server',
  'token',
  'secret',
  'id',
  'name',
  'timeout',
  'health-check-timeout',
  'wait',
];

describe('nearest', () => {
  it.each([
    ['tokne', 'token'],
    ['TOKEN', 'token'],
    ['sever', 'server'],
    ['time-out', 'timeout'],
    ['healthcheck-timeout', 'health-check-timeout'],
    ['health-chek-timeuot', 'health-check-timeout'],
    ['mod', 'mode'],
    ['nmae', 'name'],
    ['ids', 'id'],
  ])('takes %s for a slip of %s', (word, meant) => expect(nearest(word, INPUTS)).toBe(meant));

  it.each(['xyz', 'environment-variables', 'q', 'xy', '', 'ok'])('has no idea what %j was to be', (word) =>
    expect(nearest(word, INPUTS)).toBeUndefined(),
  );

  it('takes the first of two that are equally near, and any that is nearer', () => {
    expect(nearest('bat', ['bag', 'bar'])).toBe('bag');
    expect(nearest('bat', ['bag', 'bat'])).toBe('bat');
    expect(nearest('bat', [])).toBeUndefined();
  });
});
