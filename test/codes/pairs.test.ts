import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import { RUN_CODES } from '../../src/findings/run-codes.ts';
import { CLEVER_CLOUD } from './clever-cloud.ts';
import { CONFIGS } from './configs.ts';
import { CONNECT } from './connect.ts';
import { FILES } from './files.ts';
import { PACKAGES } from './packages.ts';
import type { Rows } from './pair.ts';
import { PINS } from './pins.ts';
import { SOURCES } from './sources.ts';
import { told } from './told.ts';
import { TRIALS } from './trials.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const TABLES: readonly Rows[] = [PINS, FILES, CONFIGS, PACKAGES, SOURCES, TRIALS, CONNECT, CLEVER_CLOUD];
const ROWS = TABLES.flatMap((rows) => Object.entries(rows));
const PAIRS = ROWS.flatMap(([code, row]) => ('in' in row ? [] : [[code, row] as const]));
const SHOWN = ROWS.flatMap(([code, row]) => ('in' in row ? [[code, row.in] as const] : []));

describe('a finding of the checks', () => {
  test.each(PAIRS)('%s is told at its line, and not once that is mended', async (code, pair) => {
    const { wrong, mended = {}, at, inputs, mendedInputs = inputs, runner, mendedRunner } = pair;
    const all = await told(wrong, pair, inputs, runner);
    const isOwn = (one: string) => one.split(' ')[0] === code;
    expect(all.filter(isOwn)).toEqual([`${code} ${at}`.trim()]);
    expect(all.filter((one) => !isOwn(one)).map((one) => one.split(' ')[0])).toEqual(pair.with ?? []);
    expect(await told(mended, pair, mendedInputs, mendedRunner)).toEqual([]);
  });

  test.each(SHOWN)('%s is shown in %s', (code, path) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toMatch(new RegExp(`(?<![\\w-])${code}(?![\\w-])`));
  });

  test('has one row here', () => {
    const codes = ROWS.map(([code]) => code);
    const missing = Object.keys(CHECK_CODES).filter((code) => !codes.includes(code));
    expect(
      missing,
      'add a row to a table of test/codes/: the smallest project where it is told, and that mended',
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

test('every code of a fact is asserted somewhere', () => {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  const texts = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('codes/') && name !== 'docs.test.ts')
    .map((name) => readFileSync(join(ROOT, 'test', name), 'utf8'));
  const isAsserted = (code: string) => texts.some((text) => new RegExp(`['"\`]${code}(?![\\w-])`).test(text));
  expect(
    Object.keys(RUN_CODES).filter((code) => !isAsserted(code)),
    'write a test that has a run, or a unit, tell this code',
  ).toEqual([]);
});
