import { describe, expect, it } from 'vitest';
import { parseParams } from '../../../src/inputs/params.ts';

/** What is sent for a text. */
const sent = (text: string): string => {
  const read = parseParams(text);
  if ('params' in read) return JSON.stringify(read.params);
  throw new Error(read.problem);
};

describe('parameters', () => {
  it.each([
    '{}',
    '{"a":[1,-0.5,null,true,{"b":"ü 日本 🚀"}]}',
    '{"__proto__":{"x":1},"constructor":0,"toJSON":"y"}',
    '{"id":12345678901234567890,"price":1.10,"large":1e400,"small":1E-7}',
    '{"problem":"is a name like any other","remedy":""}',
  ])('are sent as they are written: %s', (text) => {
    expect(sent(text)).toBe(text);
  });

  it('may hold half a surrogate pair, and stay JSON', () => {
    expect(sent('{"a":"\\ud800"}')).toBe('{"a":"\\ud800"}');
  });

  it.each([
    '',
    '{',
    '[1]',
    'null',
    'true',
    '"x"',
    '7',
    '1e400',
    '{"a": NaN}',
    "{'a': 1}",
    '{"a": 1,}',
    '['.repeat(90_000),
  ])('are an object: %.20s', (text) => {
    expect(parseParams(text)).toMatchObject({ problem: 'is not a JSON object' });
  });

  it('are no larger than a runner can hand over, in bytes', () => {
    const text = (length: number, char = 'x') => `{"a":"${char.repeat(length)}"}`;
    expect(sent(text(99_992))).toHaveLength(100_000);
    expect(parseParams(text(99_993))).toMatchObject({ problem: expect.stringContaining('more than 100 kB') });
    expect(parseParams(text(50_000, 'é'))).toMatchObject({ problem: expect.stringContaining('more than 100 kB') });
    expect(parseParams(text(1_000_000))).toMatchObject({ problem: 'has 1.0 MB, more than 100 kB' });
  });
});
