import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { CHECKS } from '../../src/codes/checks.ts';
import { FACTS } from '../../src/codes/facts.ts';
import type { Finding } from '../../src/errors.ts';
import type { Exec } from '../../src/exec.ts';
import { step } from '../../src/step.ts';
import { applyAll, type Changes } from '../fixtures/variant.ts';
import { wsgi } from '../tools/connect.ts';
import { createContext, createFakeHost, stepEnvironment } from '../tools/fakes.ts';
import { lockText } from '../tools/lock-text.ts';
import { createForest, type Tree } from '../tools/tree.ts';
import { CONFIGS } from './configs.ts';
import { CONNECT } from './connect.ts';
import { FILES } from './files.ts';
import { PACKAGES } from './packages.ts';
import type { Pair, Rows } from './pair.ts';
import { PINS } from './pins.ts';
import { SOURCES } from './sources.ts';
import { TRIALS } from './trials.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SERVICE = join(ROOT, 'test/fixtures/projects/service');
const plant = createForest('codes');

const TABLES: readonly Rows[] = [PINS, FILES, CONFIGS, PACKAGES, SOURCES, TRIALS, CONNECT];
const ROWS = TABLES.flatMap((rows) => Object.entries(rows));
const PAIRS = ROWS.flatMap(([code, row]) => ('in' in row ? [] : [[code, row] as const]));
const SHOWN = ROWS.flatMap(([code, row]) => ('in' in row ? [[code, row.in] as const] : []));

const fixture = (name: string): string => readFileSync(join(SERVICE, name), 'utf8');
const COMMON: Tree = {
  'pyproject.toml': fixture('pyproject.toml'),
  '.python-version': fixture('.python-version'),
  'uv.lock': lockText(),
};
const BASES = {
  ricochet: {
    tree: { ...COMMON, '_ricochet.toml': fixture('_ricochet.toml'), 'serve.py': fixture('serve.py') },
    inputs: { platform: 'ricochet' },
  },
  connect: {
    tree: { ...COMMON, 'app.py': wsgi('hello') },
    inputs: { platform: 'connect', 'content-type': 'python-api', entrypoint: 'app' },
  },
} satisfies Record<string, { tree: Tree; inputs: Record<string, string> }>;

/** A runner without git and with a uv to which all is well, but for what a row says. */
const execOf =
  ({ uv = {}, files }: NonNullable<Pair['runner']>): Exec =>
  async (program, args) => {
    const done = { exitCode: 0, stdout: '', stderr: '' };
    if (program === 'git') return files === undefined ? { ...done, exitCode: 128 } : { ...done, stdout: files };
    if (uv === 'none') throw new Error(`There is no ${program} here.`);
    if (args[0] === '--version') return { ...done, stdout: 'uv 0.12.5' };
    return { ...done, ...uv[args.slice(0, 2).join(' ')], ...uv[args[0] ?? ''] };
  };

const place = ({ code, file, line, column }: Finding): string =>
  `${code} ${[file, line, column].filter((part) => part !== undefined).join(':')}`.trim();

/** All that `mode: check` tells, as `code file:line:column`. */
async function told(changes: Changes, { on }: Pair, inputs: Pair['inputs'], runner: Pair['runner'] = {}) {
  const { tree, inputs: own } = BASES[on ?? 'ricochet'];
  const workspace = plant(tree);
  await applyAll(workspace, changes);
  const host = createFakeHost();
  const given = Object.entries({ mode: 'check', preflight: 'static', ...own, ...inputs }).filter(
    ([, text]) => text !== '',
  );
  await step({
    host,
    context: createContext({ workspace, temp: plant(), ...(runner.event && { event: runner.event }) }),
    environment: { ...stepEnvironment(Object.fromEntries(given)), ...runner.environment },
    exec: execOf(runner),
    http: () => Promise.reject(new Error('Nothing is asked.')),
    clock: systemClock,
    cache: { restore: async () => undefined, save: async () => {}, isDown: () => true },
    signal: new AbortController().signal,
  });
  return host.findings.map(place);
}

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
    const missing = Object.keys(CHECKS).filter((code) => !codes.includes(code));
    expect(
      missing,
      'add a row to a table of test/codes/: the smallest project where it is told, and that mended',
    ).toEqual([]);
    expect(
      codes.filter((code) => !Object.hasOwn(CHECKS, code)),
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
    Object.keys(FACTS).filter((code) => !isAsserted(code)),
    'write a test that has a run, or a unit, tell this code',
  ).toEqual([]);
});
