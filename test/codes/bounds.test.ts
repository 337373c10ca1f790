import { describe, expect, test } from 'vitest';
import { type Changes, first, last, pyproject, swap } from '../fixtures/variant.ts';
import { told } from './told.ts';

const LEVELS = 10_000;
const nested = (open: string, inner: string, close: string): string =>
  `deep = ${open.repeat(LEVELS)}${inner}${close.repeat(LEVELS)}`;
const dotted = Array(LEVELS).fill('a').join('.');

describe.each(['pyproject.toml', 'uv.lock', '_ricochet.toml'])('%s', (name) => {
  test.each([
    ['arrays', nested('[', '', ']')],
    ['inline tables', nested('{ a = ', '1', ' }')],
    ['arrays that are never closed', `deep = ${'['.repeat(LEVELS)}`],
  ])('with 10,000 levels of %s is no valid TOML, and no overflow', async (_, text) => {
    expect(await told({ [name]: (before) => `${text}\n${before}` }, {})).toEqual([
      expect.stringMatching(`^toml-syntax ${name}:1:`),
    ]);
  });

  test.each([
    ['a key', `[tool.x]\n${dotted} = 1`],
    ['a table', `[tool.x.${dotted}]`],
  ])('with 10,000 parts of %s ends with what there is to say', async (_, text) => {
    const expected = name === '_ricochet.toml' ? ['config-unknown-key _ricochet.toml:1'] : [];
    expect(await told({ [name]: last(`\n${text}`) }, {})).toEqual(expected);
  });
});

describe('a dependency', () => {
  const blanks = ' '.repeat(100_000);
  test.each<[what: string, text: string, said: string[]]>([
    ['blanks behind an address', `x @ https://files.example/x.zip${blanks}x`, ['lock-stale pyproject.toml:5']],
    // What can't be read is left to uv.
    ['blanks before a bracket that is never closed', `x${blanks}(`, []],
    ['blanks before extras that are never closed', `x${blanks}[`, []],
    ['letters before a bracket that is never closed', `${'x'.repeat(100_000)}(`, []],
  ])('with 100,000 %s is read to its end', async (_, text, said) => {
    expect(await told({ 'pyproject.toml': pyproject([text]) }, {})).toEqual(said);
  });
});

const WORKSPACE = (members: string) => `[tool.uv.workspace]\nmembers = ["${members}"]\n`;
const member = (name: string, other: string): string =>
  `[project]\nname = "${name}"\nversion = "1.0"\nrequires-python = ">=3.11"\ndependencies = ["${other}"]\n\n[tool.uv.sources]\n${other} = { workspace = true }\n`;
const entry = (name: string, other: string): string =>
  `\n[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { virtual = "packages/${name}" }\ndependencies = [{ name = "${other}" }]\n\n[package.metadata]\nrequires-dist = [{ name = "${other}", virtual = "packages/${other}" }]\n`;

describe('a workspace', () => {
  test.each(['.', './', '**', 'packages/../..'])('whose members are %s ends', async (members) => {
    expect(await told({ 'pyproject.toml': pyproject([], WORKSPACE(members)) }, {})).toEqual([]);
  });

  test('whose members need each other ends', async () => {
    const changes: Changes = {
      'pyproject.toml': pyproject([], WORKSPACE('packages/*')),
      'packages/a/pyproject.toml': member('a', 'b'),
      'packages/b/pyproject.toml': member('b', 'a'),
      'uv.lock': (text) => text + entry('a', 'b') + entry('b', 'a'),
    };
    expect(await told(changes, {})).toEqual([]);
  });

  test('with a pattern that could match in a million ways ends', async () => {
    const folders = Object.fromEntries([[`${Array(24).fill('a').join('/')}/x.txt`, '']]);
    const text = pyproject([], WORKSPACE(`${Array(12).fill('**').join('/')}/nothing`));
    expect(await told({ 'pyproject.toml': text, ...folders }, {})).toEqual([]);
  });
});

test('a lock without packages is reported as stale', async () => {
  const lock = 'version = 1\nrequires-python = ">=3.11"\n';
  expect(await told({ 'uv.lock': lock }, {})).toEqual(['lock-stale uv.lock:1']);
});

test('a lock in which each of 20,000 packages needs the next is followed to its end', async () => {
  const block = (name: string, next: string) =>
    `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { url = "https://files.example/x.whl" }\n${next && `dependencies = [{ name = "${next}" }]\n`}wheels = [{ url = "https://files.example/${name}-1.0-py3-none-any.whl" }]\n\n`;
  const chain = Array.from({ length: 20_000 }, (_, index) => block(`p${index}`, index < 19_999 ? `p${index + 1}` : ''));
  const metadata = '\n[package.metadata]\nrequires-dist = [{ name = "p0" }]\n\n';
  const files: Changes = {
    'pyproject.toml': pyproject(['p0']),
    'uv.lock': (text) => `${text.replace('[]', '[{ name = "p0" }]')}${metadata}${chain.join('')}`,
  };
  expect(await told(files, {})).toEqual([]);
  expect(await told(files, { on: 'connect' })).toEqual([]);
});

describe('a source file', () => {
  const LATIN = Buffer.from('# -*- coding: latin-1 -*-\nimport tables\nname = "caf\xe9"\n', 'latin1');
  const UTF16 = Buffer.from('\ufeffimport os\n', 'utf16le');
  const HOSTILE = {
    'a long line of blanks': `from ${' '.repeat(50_000)}x\n`,
    'a long line of imports': `import ${'a, '.repeat(50_000)}\n`,
    'many brackets that are never closed': 'from a import (\n'.repeat(20_000),
    'many lines without a call': 'x = 1\n'.repeat(100_000),
    'many calls': 'print(1)\n'.repeat(50_000),
    'many blank lines': '\n'.repeat(500_000),
    'many quotes': `x = ${'"""'.repeat(100_001)}\n`,
    'a long line of names': `${'app: '.repeat(100_000)}\n`,
  };

  test.each<[what: string, text: string | Uint8Array, said: string[]]>([
    ['in Latin-1 that says so, with an import of its own', LATIN, ['import-missing serve.py:2']],
    ['in UTF-16', UTF16, ['encoding serve.py:1']],
    ['that is not valid Python', 'def f(:\n  import nothing_there_x\n', []],
    ['of Python 2', 'import os\nprint "hello"\nexec "x = 1"\nraise ValueError, "no"\n', []],
    ['of one line of 5 MB', `x = [${'1, '.repeat(1_700_000)}]\n`, []],
  ])('%s has a clear result', async (_, text, said) => {
    expect(await told({ 'serve.py': text }, {})).toEqual(said);
  });

  test('with 20,000 imports of what another file hides is read to its end', async () => {
    const changes = {
      'serve.py': `${'import random\n'.repeat(20_000)}random.seed()\n`,
      'random.py': 'seed = print\n'.repeat(20_000),
    };
    expect(await told(changes, {})).toEqual([]);
  });

  test.each(Object.entries(HOSTILE))('with %s is read to its end', async (_, text) => {
    const changes = {
      '_ricochet.toml': swap('python-service', 'python'),
      'serve.py': first('import helper'),
      'helper.py': text,
    };
    const imported = (one: string) => !one.startsWith('import-missing helper.py');
    expect((await told(changes, {})).filter(imported)).toEqual([]);
  });
});

describe('a notebook', () => {
  const inputs = { entrypoint: 'report.ipynb', 'content-type': 'jupyter-static' };
  const notebook = (output: string): string =>
    JSON.stringify({
      cells: [{ cell_type: 'code', source: ['1'], outputs: [{ output_type: 'stream', text: [output] }] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });

  test.each([
    ['that is valid', notebook('1'), []],
    ['with an output of 20 MB', notebook('x'.repeat(20_000_000)), []],
    ['that is no JSON', '{"cells": [', ['notebook-invalid report.ipynb:1']],
    ['with 100,000 levels of arrays', '['.repeat(100_000), ['notebook-invalid report.ipynb:1']],
  ])('%s has a clear result', async (_, text, said) => {
    expect(await told({ 'report.ipynb': text }, { on: 'connect' }, inputs)).toEqual(said);
  });

  test.each([
    ['opens a file that is left out', ['rows = open("rows.csv").read()'], ['file-not-bundled report.ipynb:6']],
    ['opens it in a folder it went to', ['%cd data\n', 'rows = open("rows.csv").read()'], []],
  ])('%s, which is found as in any other code', async (_, source, said) => {
    const cells = [{ cell_type: 'code', source, outputs: [] }];
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
    const files = { 'report.ipynb': text, 'rows.csv': '1\n', '.gitignore': '*.csv\n' };
    expect(await told(files, { on: 'connect' }, inputs)).toEqual(said);
  });
});
