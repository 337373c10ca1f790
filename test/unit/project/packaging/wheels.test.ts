import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { misfit, parseWheel, type WheelTarget, wheelVersion } from '../../../../src/project/packaging/wheels.ts';

type Vector = { readonly id: string; readonly filename: string } & Readonly<Record<string, boolean>>;
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('../../../vectors/pep440.json', import.meta.url), 'utf8'),
).wheel_tags;

const target = (changes: Partial<WheelTarget> = {}): WheelTarget => ({
  minor: 12,
  freeThreaded: false,
  machine: 'x86_64',
  libc: { kind: 'glibc', minor: 28 },
  ...changes,
});
const fits = (file: string, changes: Partial<WheelTarget> = {}): boolean => {
  const wheel = parseWheel(file);
  return wheel !== undefined && misfit(wheel, target(changes)) === undefined;
};
const tagged = (tag: string): string => `x-1.0-${tag}.whl`;

describe('the vectors of real wheels', () => {
  it.each<[string, Partial<WheelTarget>]>([
    ['cp312_manylinux_2_28_x86_64', {}],
    ['cp314_manylinux_2_28_x86_64', { minor: 14 }],
    ['cp312_manylinux_2_17_x86_64', { libc: { kind: 'glibc', minor: 17 } }],
  ])('agree for %s', (key, changes) => {
    const judged = vectors.filter((vector) => key in vector);
    expect(judged.length).toBeGreaterThan(100);
    expect(judged.filter((vector) => fits(vector.filename, changes) !== vector[key])).toEqual([]);
  });
});

describe('a wheel', () => {
  const musl = { libc: { kind: 'musl', minor: 2 } } as const;
  const arm = { machine: 'aarch64' };
  const free = { minor: 14, freeThreaded: true };

  it.each<[string, Partial<WheelTarget>?]>([
    ['py3-none-any'],
    ['py2.py3-none-any'],
    ['py310-none-any'],
    ['cp312-none-any'],
    ['cp312-cp312-linux_x86_64'],
    ['cp312-cp312-manylinux1_x86_64'],
    ['cp312-cp312-manylinux2010_x86_64'],
    ['cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64'],
    ['cp312-cp312-manylinux_2_28_x86_64'],
    ['cp312-cp312-manylinux_2_34_x86_64.manylinux_2_28_x86_64'],
    ['cp37-abi3-manylinux2014_x86_64'],
    ['cp312-abi3-manylinux2014_x86_64'],
    ['py3-none-manylinux2014_x86_64'],
    ['1-cp312-cp312-manylinux2014_x86_64'],
    ['cp312-cp312-musllinux_1_1_x86_64', musl],
    ['cp312-cp312-musllinux_1_2_x86_64', musl],
    ['py3-none-any', musl],
    ['cp312-cp312-manylinux2014_aarch64', arm],
    ['cp312-cp312-manylinux_2_28_aarch64', arm],
    ['cp314-cp314t-manylinux_2_28_x86_64', free],
    ['cp314-abi3t-manylinux_2_28_x86_64', free],
    ['py3-none-any', free],
  ])('fits: %s', (tag, changes) => expect(fits(tagged(tag), changes)).toBe(true));

  it.each<[string, string, Partial<WheelTarget>?]>([
    ['cp312-cp312-win_amd64', 'platform'],
    ['cp312-cp312-macosx_11_0_arm64', 'platform'],
    ['cp312-cp312-manylinux2014_aarch64', 'platform'],
    ['cp312-cp312-manylinux_2_28_i686', 'platform'],
    ['cp312-cp312-musllinux_1_2_x86_64', 'platform'],
    ['cp312-cp312-manylinux_2_4_x86_64', 'platform'],
    ['cp312-cp312-manylinux_3_1_x86_64', 'platform'],
    ['cp312-cp312-linux_x86_64x', 'platform'],
    ['cp312-cp312-manylinux_2_28_x86_64', 'platform', musl],
    ['cp312-cp312-musllinux_1_3_x86_64', 'libc', musl],
    ['cp312-cp312-manylinux_2_5_aarch64', 'platform', arm],
    ['cp312-cp312-manylinux1_aarch64', 'platform', arm],
    ['cp312-cp312-manylinux_2_29_x86_64', 'libc'],
    ['cp311-cp311-manylinux2014_x86_64', 'python'],
    ['cp313-cp313-manylinux2014_x86_64', 'python'],
    ['cp313-abi3-manylinux2014_x86_64', 'python'],
    ['cp311-none-any', 'python'],
    ['py313-none-any', 'python'],
    ['py2-none-any', 'python'],
    ['cp27-cp27mu-manylinux1_x86_64', 'python'],
    ['pp310-pypy310_pp73-manylinux2014_x86_64', 'python'],
    ['cp312-cp312t-manylinux2014_x86_64', 'python'],
    ['cp313-cp313-manylinux_2_99_x86_64', 'python'],
    ['cp314-cp314-manylinux2014_x86_64', 'python', free],
    ['cp39-abi3-manylinux2014_x86_64', 'python', free],
  ])('does not fit: %s, for its %s', (tag, kind, changes) => {
    const wheel = parseWheel(tagged(tag));
    expect(wheel && misfit(wheel, target(changes))).toMatchObject({ kind });
  });

  it('tells the oldest C library that would do', () => {
    const wheel = parseWheel(tagged('cp312-cp312-manylinux_2_39_x86_64.manylinux_2_34_x86_64'));
    expect(wheel && misfit(wheel, target())).toEqual({ kind: 'libc', minor: 34 });
  });

  it('has a version, which may be URL-encoded', () => {
    expect(wheelVersion('torch-2.1.0%2Bcpu-cp312-cp312-linux_x86_64.whl')).toBe('2.1.0+cpu');
    expect(fits('torch-2.1.0%2Bcpu-cp312-cp312-linux_x86_64.whl')).toBe(true);
    expect(wheelVersion('x-1%zz-py3-none-any.whl')).toBe('1%zz');
  });

  it.each([
    'x.whl',
    'x-1.0.whl',
    'x-1.0-py3-none.whl',
    'x-1.0-py3-none-any.zip',
    'x-1.0-build-py3-none-any.whl',
    'x-1.0--none-any.whl',
    'x-1.0-1-1-py3-none-any.whl',
    '',
  ])('is not what is called %j', (file) => expect(parseWheel(file)).toBe(undefined));
});
