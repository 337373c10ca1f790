import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import { CODES } from '../../src/findings/codes.ts';
import { RUN_CODES } from '../../src/findings/run-codes.ts';
import { INPUT_DEFAULTS } from '../../src/inputs/raw.ts';
import { ALLOWED } from '../../src/inputs/settings.ts';
import { noEntries } from '../../src/report/journal.ts';
import { outputs } from '../../src/report/summary.ts';
import { givenCodes } from '../tools/codes.ts';
import { generated } from '../tools/docs.ts';
import { missing } from '../tools/lock.mjs';
import { blocks, page } from '../tools/pages.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
};
const readme = page('README.md');

/** The cells of the table under a heading of the README whose rows begin with a link. */
const rows = (heading: string): string[][] =>
  (new RegExp(`\\n## ${heading}\\n([\\s\\S]*?)\\n## `).exec(readme)?.[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| [`'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

describe('action.yml, the code and the documents agree', () => {
  test('on the inputs and their defaults', () => {
    const { 'github-token': token, ...others } = action.inputs;
    expect(token?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
    const declared = Object.fromEntries(Object.entries(others).map(([name, input]) => [name, input.default]));
    const { 'github-token': _, ...known } = INPUT_DEFAULTS;
    expect(declared).toEqual(known);
  });

  test('on the ten inputs that the README names, and their defaults', () => {
    expect(rows('Inputs')).toHaveLength(10);
    for (const [, shown = '', value] of rows('Inputs')) {
      const [, name = ''] = /^\[(.+)\]\(docs\/inputs\.md#\1\)$/.exec(shown) ?? [];
      expect(Object.keys(action.inputs), shown).toContain(name);
      if (action.inputs[name]?.default !== '') expect(value, name).toBe(action.inputs[name]?.default);
    }
  });

  test('on the inputs that can be settings', () => {
    const shown = /have the names of the inputs: (.*)\. There/.exec(page('docs/editors.md'))?.[1] ?? '';
    expect([...shown.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(ALLOWED);
  });

  test('on the outputs', () => {
    expect(Object.keys(outputs('checked', noEntries()))).toEqual(Object.keys(action.outputs));
  });

  test('on what is run', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js' });
    expect(readdirSync(join(root, 'dist'))).toContain('index.js');
  });
});

test('the lock file holds the binaries of every platform, so that npm installs from it anywhere', () => {
  expect(missing(JSON.parse(read('package-lock.json')))).toEqual([]);
});

test('every YAML block of the documents is valid, and uses only inputs that exist', () => {
  const used = blocks().flatMap(({ text }) => {
    expect(() => parse(text)).not.toThrow();
    return [...text.matchAll(/uv-deploy\/uv-deploy@[\s\S]*?with:\n((?: {10}.*\n?)+)/g)].flatMap(([, lines = '']) =>
      [...lines.matchAll(/^ {10}([a-z-]+):/gm)].map(([, name]) => name),
    );
  });
  expect(used).toContain('platform');
  expect(used.filter((name = '') => !Object.hasOwn(action.inputs, name))).toEqual([]);
});

test('every recipe names its platform', () => {
  const shown = blocks().filter(({ text }) => /uses: uv-deploy\/|^with:/m.test(text));
  expect(shown.length).toBeGreaterThan(20);
  for (const { text } of shown) expect(text).toMatch(/^ +platform: (?:ricochet|connect|clever-cloud|deploymill)$/m);
});

describe('what is generated from the code', () => {
  test.each(Object.entries(generated()))('%s is what `npm run docs` writes', (path, text) => {
    expect(read(path), `${path} is not up to date: run \`npm run docs\` and commit it.`).toBe(text);
  });
});

describe('the tables of codes', () => {
  const given = givenCodes();

  test('have every code that a finding can have', () => {
    const missing = [...given]
      .filter(([code]) => !CODES.has(code))
      .map(([code, places]) => `'${code}' (${places.join(', ')}): add it to src/findings/, and run \`npm run docs\`.`);
    expect(missing).toEqual([]);
    expect(given.size).toBeGreaterThan(100);
  });

  test('have none that no finding has', () => {
    const stale = [...CODES.keys()].filter((code) => !given.has(code));
    expect(stale, 'take these out of src/findings/, and run `npm run docs`').toEqual([]);
  });

  test('have each code once, with sentences that have no full stop yet', () => {
    expect(CODES.size).toBe(Object.keys(CHECK_CODES).length + Object.keys(RUN_CODES).length);
    for (const text of [...CODES.values()].flat()) expect(text).toMatch(/^(?:[A-Z0-9`.u]|deploymill ).*[^.]$/);
  });
});

describe('workflows', () => {
  const names = readdirSync(join(root, '.github/workflows'));
  test.each(names)('%s takes no permission by default, and pins every action by commit', (name) => {
    const text = read(join('.github/workflows', name));
    const { on, permissions } = parse(text) as { on: object; permissions: unknown };
    // A workflow that is only called has what its caller grants: what it asks for itself, every caller has to grant.
    expect(permissions).toEqual(Object.keys(on).join() === 'workflow_call' ? undefined : {});
    for (const [, used = ''] of text.matchAll(/^\s*(?:- )?uses: (\S+.*)$/gm)) {
      expect(used).toMatch(/^(?:\.\/|\$\/)|^\S+@[0-9a-f]{40} # v\d/);
    }
  });

  test.each(names)('%s puts no expression into a script', (name) => {
    const text = read(join('.github/workflows', name));
    for (const [, script = ''] of text.matchAll(/^\s*(?:- )?run: (.*(?:\n {10,}.*)*)/gm))
      expect(script).not.toContain('${{');
  });
});
