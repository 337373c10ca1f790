import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { checkSettings, size } from '../../../src/inputs/setting.ts';
import { allPlatforms } from '../../../src/platforms/index.ts';

const VALUES = [
  ...[0, 1, 0.5, 2, -1, 1.5, 1024, 5000, true, false, '', 'a', 'abc', 'x'.repeat(300), 'x'.repeat(5000)],
  ...['all', 'uv', '/sales/', 'sales/2024', '/a b/', '1.6.40', '1.6', '512MB', ' 1.5 GiB ', 'much', '1e3', '5 TB'],
  ...[[], ['a'], [''], [1], ['x'.repeat(1001)], Array<string>(1001).fill('a'), {}, { a: 1 }],
];

const platforms = await allPlatforms();

describe('a setting', () => {
  const settings = platforms.flatMap(({ name, settings }) =>
    Object.entries(settings).map(([key, setting]) => [`${name} ${key}`, setting] as const),
  );

  it.each(settings)('%s fits wherever its schema says so, and nowhere else', (_, { schema, fits }) => {
    const isValid = new Ajv({ strictTypes: false }).compile(schema);
    expect(VALUES.filter((value) => isValid(value))).toEqual(VALUES.filter((value) => fits(value)));
  });

  it.each(settings)('%s takes the examples it gives', (_, { schema, fits }) => {
    const examples = 'examples' in schema ? (schema.examples as unknown[]) : [];
    expect(examples.filter((value) => !fits(value))).toEqual([]);
  });
});

describe('the settings of a platform', () => {
  const TABLE = { limit: size('The largest.', '250MB') };
  const written = (value: unknown) => ({ limit: { value, file: 'pyproject.toml', line: 7 } });

  it('are read as what they stand for', () => {
    expect(checkSettings(TABLE, written('2MB'), 'x')).toEqual({
      values: new Map([['limit', 2_000_000]]),
      findings: [],
    });
    expect(checkSettings(TABLE, {}, 'x')).toEqual({ values: new Map(), findings: [] });
  });

  it('are complained of at their line, and left out', () => {
    const { values, findings } = checkSettings(TABLE, written('big'), 'x');
    expect(values.size).toBe(0);
    expect(findings).toMatchObject([
      {
        ...{ level: 'error', code: 'invalid-setting', file: 'pyproject.toml', line: 7 },
        message: 'The setting limit of x is not a size such as "250MB".',
        remedy: 'Write a size such as "250MB".',
      },
    ]);
  });
});
