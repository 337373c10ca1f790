import { describe, expect, it } from 'vitest';
import { byteSize, bytes, duration } from '../../../src/findings/units.ts';

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_550, '1.6 kB'],
    [99_900, '99.9 kB'],
    [99_960, '100 kB'],
    [100_400, '100 kB'],
    [999_400, '999 kB'],
    [999_600, '1.0 MB'],
    [1_234_567, '1.2 MB'],
    [100_000_000, '100 MB'],
    [5e9, '5.0 GB'],
    [5e15, '5000 TB'],
  ])('shows %d as %s', (size, text) => expect(bytes(size)).toBe(text));
});

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [420.4, '420 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [3_100, '3.1 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min 0 s'],
    [60_000, '1 min 0 s'],
    [119_499, '1 min 59 s'],
    [119_600, '2 min 0 s'],
    [125_000, '2 min 5 s'],
    [3_600_000, '60 min 0 s'],
  ])('shows %d ms as %s', (ms, text) => expect(duration(ms)).toBe(text));
});

describe('byteSize', () => {
  it.each([
    [7, 7],
    ['0', 0],
    ['100', 100],
    ['100B', 100],
    ['100MB', 100_000_000],
    ['100 mb', 100_000_000],
    [' 64 MiB ', 67_108_864],
    ['1.5k', 1_500],
    ['2Gi', 2_147_483_648],
    ['1G', 1_000_000_000],
  ])('reads %j as %d bytes', (text, size) => expect(byteSize(text)).toBe(size));

  it.each([true, '', 'MB', '-1', '1e6', '10 TB', '1.MB', ['1MB'], {}, -1, 1.5])('takes %j for no size', (value) =>
    expect(byteSize(value)).toBeUndefined(),
  );

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('takes %s for no size', (value) =>
    expect(byteSize(value)).toBeUndefined(),
  );
});
