import { describe, expect, it } from 'vitest';
import { folderGlobs, pathGlobs } from '../../../src/bundle/glob.ts';

describe('folderGlobs', () => {
  it.each<[pattern: string, matching: string[], others: string[]]>([
    ['data', ['data', 'data/a.csv', 'x/data', 'x/data/y/z.csv'], ['data2', 'mydata', 'data.csv', 'x/data.csv']],
    ['data/', ['data/a.csv', 'x/data/y'], ['data2/a']],
    ['/data', ['data', 'data/a.csv'], ['x/data', 'x/data/a.csv']],
    ['./data/raw', ['data/raw', 'data/raw/a'], ['x/data/raw', 'data/rawer']],
    ['data/raw', ['data/raw', 'data/raw/a'], ['x/data/raw', 'data/rawer', 'data']],
    ['*.csv', ['a.csv', 'x/y/a.csv', '.csv', 'x.csv/inside'], ['a.csv2', 'csv']],
    ['/*.csv', ['a.csv'], ['x/a.csv']],
    ['data/*.csv', ['data/a.csv'], ['data/x/a.csv', 'x/data/a.csv']],
    ['data/**/*.csv', ['data/a.csv', 'data/x/y/a.csv'], ['a.csv']],
    ['data/**', ['data/a', 'data/x/y'], ['datas/a']],
    ['**/cache', ['cache', 'x/cache', 'x/cache/y'], ['caches']],
    ['file?.txt', ['file1.txt', 'x/fileA.txt'], ['file.txt', 'file10.txt', 'file/.txt']],
    ['[ab].txt', ['a.txt', 'b.txt'], ['c.txt']],
    ['[!ab].txt', ['c.txt'], ['a.txt']],
    ['*.{csv,parquet}', ['a.csv', 'x/a.parquet'], ['a.txt']],
    ['.*', ['.hidden', 'x/.hidden', '.dir/a'], ['a.b']],
    ['*', ['a', '.a', 'a/b'], []],
    ['**', ['a', 'a/.b'], []],
    ['tests/**/data', ['tests/data', 'tests/a/b/data', 'tests/a/data/x'], ['data', 'tests']],
    ['report (1).pdf', ['report (1).pdf', 'x/report (1).pdf'], ['report 1.pdf']],
    ['a+b', ['a+b'], ['aab', 'ab']],
    ['a$b^c', ['a$b^c'], ['a']],
    ['!keep.txt', [], ['!keep.txt', 'keep.txt', 'other.txt']],
    ['grüße', ['grüße', 'x/grüße/a'], ['gruesse']],
    ['A', ['A', 'x/A'], ['a']],
  ])('%s', (pattern, matching, others) => {
    const matches = folderGlobs([pattern]);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it('match when any of them does', () => {
    const matches = folderGlobs(['*.csv', 'data']);
    expect(['a.csv', 'data/x', 'b.txt'].map(matches)).toEqual([true, true, false]);
  });

  it('match nothing when there are none', () => expect(folderGlobs([])('a')).toBe(false));

  it.each(['/', '', './', '//'])('match nothing when a pattern names nothing: %j', (pattern) =>
    expect(['a', 'a/b', '.a'].filter(folderGlobs([pattern]))).toEqual([]),
  );
});

describe('pathGlobs', () => {
  // What globset 0.4 answers with its default options, by its documentation and its own tests.
  it.each<[pattern: string, matching: string[], others: string[]]>([
    ['app.py', ['app.py'], ['x/app.py', 'app.pyc', 'app.py/x', 'appxpy']],
    ['data', ['data'], ['data/a', 'x/data']],
    ['data/', ['data/'], ['data', 'data/a']],
    ['*', ['a', '.a', 'a/b', 'a/b/.c', ''], []],
    ['*.csv', ['a.csv', 'x/y/a.csv', '.csv'], ['a.csv.gz', 'a.csvx']],
    ['data/*', ['data/a', 'data/x/y/z', 'data/.a'], ['data', 'x/data/a']],
    ['data/*.csv', ['data/a.csv', 'data/x/a.csv'], ['a.csv']],
    ['a*b', ['ab', 'a/b', 'a/x/b', 'axxb'], ['ab/', 'xab']],
    ['?', ['a', '/', '.'], ['', 'ab']],
    ['a?b', ['axb', 'a/b', 'a.b'], ['ab', 'a//b']],
    ['**', ['a', 'a/b', '.a', ''], []],
    ['**/foo', ['foo', 'a/foo', 'a/b/foo'], ['foo/bar', 'afoo', 'a/xfoo']],
    ['**/*.py', ['a.py', 'x/y/a.py', '.py'], ['a.pyc']],
    ['foo/**', ['foo/a', 'foo/a/b', 'foo/.x'], ['foo', 'x/foo/a', 'foobar']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb', 'b', 'x/a/b']],
    ['**/a/**', ['a/x', 'x/a/y', 'x/y/a/z/w'], ['a', 'x/a', 'xa/y']],
    ['a**b', ['ab', 'axb', 'a/x/b'], ['a', 'b']],
    ['a**/b', ['a/b', 'ax/b', 'a/x/b'], ['ab']],
    ['a/**b', ['a/b', 'a/xb', 'a/x/b'], ['ab']],
    ['{a,b}', ['a', 'b'], ['c', 'ab', '{a,b}']],
    ['*.{csv,json}', ['a.csv', 'x/a.json'], ['a.txt']],
    ['{a,b/{c,d}}.py', ['a.py', 'b/c.py', 'b/d.py'], ['b.py', 'c.py']],
    ['{**/src/**,foo}', ['src/a', 'x/src/y', 'foo'], ['src', 'bar']],
    ['{a,*.txt}', ['a', 'x/b.txt'], ['b']],
    ['[ab]', ['a', 'b'], ['c', '[ab]', 'ab']],
    ['[a-c]x', ['ax', 'bx', 'cx'], ['dx']],
    ['[!a-c]x', ['dx', '-x', '!x'], ['ax', 'x']],
    ['[^a]x', ['bx', '^x'], ['ax']],
    ['[]]', [']'], ['[]]', 'a']],
    ['[!]]', ['a'], [']']],
    ['[]-a]', [']', '^', '_', '`', 'a'], ['b', '\\']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[a-]', ['-', 'a'], ['b']],
    ['[\\]', ['\\'], ['[\\]']],
    ['[*?]', ['*', '?'], ['a']],
    ['\\*', ['*'], ['a', '\\*', '\\a']],
    ['a\\?b', ['a?b'], ['axb']],
    ['\\{a\\}', ['{a}'], ['a']],
    ['!a', ['!a'], ['a', 'b']],
    ['!**', ['!', '!a'], ['a']],
    ['+(a|b)', ['+(a|b)'], ['a', 'ab']],
    ['@(a)', ['@(a)'], ['a']],
    ['file (1).txt', ['file (1).txt'], ['file 1.txt']],
    ['a.b+c$d^e', ['a.b+c$d^e'], ['axb+c$d^e']],
    ['a,b', ['a,b'], ['a', 'b']],
    ['./a', ['./a'], ['a']],
    ['/a', ['/a'], ['a']],
    ['A', ['A'], ['a']],
    ['*.csv\n', ['a.csv\n'], ['a.csv']],
    ['a*', ['a\nb', 'a'], ['b\na']],
    ['grü*e', ['grüße'], ['gruesse']],
    ['gr??ße', ['grüße'], ['gruße']],
    ['[a-c-e]', ['a', 'd', 'e'], ['-', 'f']],
    ['[ --]', [' ', '-', '+'], ['.']],
    ['{,a}', ['a'], ['']],
    ['x{}', ['x'], ['xy']],
    ['**/**', ['a', 'a/b'], []],
    ['a/**/**', ['a/b', 'a/b/c'], ['a', 'b']],
    ['{**,a}b', ['b', 'x/yb', 'ab'], ['a']],
    ['a|b', ['a|b'], ['a', 'b']],
    ['', [''], ['a']],
  ])('%j', (pattern, matching, others) => {
    const matches = pathGlobs([pattern]);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it('match when any of them does, and nothing when there are none', () => {
    expect(['a.py', 'b.md', 'c.txt'].map(pathGlobs(['*.py', '*.md']))).toEqual([true, true, false]);
    expect(pathGlobs([])('a')).toBe(false);
  });

  it.each(['[', '[a', '{a', 'a}', '{a,{b}', '[z-a]', 'a\\', '[]'])(
    'match nothing where globset refuses the pattern: %j',
    (pattern) => expect(['a', 'b', 'z', '[', '{a', pattern].filter(pathGlobs([pattern]))).toEqual([]),
  );
});
