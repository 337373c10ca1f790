import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import { CLEVER_CLOUD } from './clever-cloud.ts';
import { CONFIGS } from './configs.ts';
import { CONNECT } from './connect.ts';
import { DEPLOYMILL } from './deploymill.ts';
import { FILES } from './files.ts';
import { PACKAGES } from './packages.ts';
import type { Rows } from './pair.ts';
import { PINS } from './pins.ts';
import { SOURCES } from './sources.ts';
import { told } from './told.ts';
import { TRIALS } from './trials.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const TABLES: readonly Rows[] = [PINS, FILES, CONFIGS, PACKAGES, SOURCES, TRIALS, CONNECT, CLEVER_CLOUD, DEPLOYMILL];
const ROWS = TABLES.flatMap((rows) => Object.entries(rows));
const PAIRS = ROWS.flatMap(([code, row]) => ('in' in row ? [] : [[code, row] as const]));
const SHOWN = ROWS.flatMap(([code, row]) => ('in' in row ? [[code, row.in] as const] : []));

describe('a finding of the checks', () => {
  test.each(PAIRS)('%s is reported at its line, and not once that is corrected', async (code, pair) => {
    const { wrong, mended = {}, at, inputs, mendedInputs = inputs, runner, mendedRunner } = pair;
    const all = await told(wrong, pair, inputs, runner);
    const isOwn = (one: string) => one.split(' ')[0] === code;
    expect(all.filter(isOwn)).toEqual([`${code} ${at}`.trim()]);
    expect(all.filter((one) => !isOwn(one)).map((one) => one.split(' ')[0])).toEqual(pair.with ?? []);
    expect(await told(mended, pair, mendedInputs, mendedRunner)).toEqual([]);
  });

  test.each(SHOWN)('%s has its test in %s', (_, path) => expect(existsSync(join(ROOT, path))).toBe(true));

  test('has one row here', () => {
    const codes = ROWS.map(([code]) => code);
    const missing = Object.keys(CHECK_CODES).filter((code) => !codes.includes(code));
    expect(
      missing,
      'add a row to a table of test/codes/: the smallest project where it is reported, and that mended',
    ).toEqual([]);
    expect(
      codes.filter((code) => !Object.hasOwn(CHECK_CODES, code)),
      'these are in no CHECKS: take their rows out',
    ).toEqual([]);
    expect(
      codes.filter((code, index) => codes.indexOf(code) < index),
      'these have two rows',
    ).toEqual([]);
  });
});
