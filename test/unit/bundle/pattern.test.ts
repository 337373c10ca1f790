import { describe, expect, it } from 'vitest';
import { folderGlobs, pathGlobs } from '../../../src/bundle/glob.ts';
import { matcher, patternProblem, readGlob, readName } from '../../../src/bundle/pattern.ts';

const git = (glob: string) => matcher(readGlob(glob, { braces: false }) ?? []);
const name = (glob: string) => matcher(readName(glob));

describe('a glob of gitignore', () => {
  it.each<[glob: string, matching: string[], others: string[]]>([
    ['*.py', ['a.py', '.py'], ['x/a.py', 'a.pyc']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
    ['**/b', ['b', 'a/b', 'x/y/b'], ['ab']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'b']],
    ['a**b', ['ab', 'axxb'], ['a/b']],
    ['[[:digit:]x]', ['7', 'x'], ['y', ':']],
    ['[!a-c]', ['d', '!'], ['b', '/']],
    ['[]a]', [']', 'a'], ['b']],
    ['[\\]a]', [']', 'a'], ['\\']],
    ['[z-a]', [], ['a', 'z', '-']],
    ['\\*', ['*'], ['a', '\\*']],
    ['{a,b}', ['{a,b}'], ['a', 'b']],
    ['a?c', ['abc', 'a😀c'], ['a/c', 'ac']],
  ])('%s', (glob, matching, others) => {
    expect(matching.filter((path) => !git(glob)(path))).toEqual([]);
    expect(others.filter(git(glob))).toEqual([]);
  });

  it.each(['a\\', '[a'])('is given up where git gives it up: %s', (glob) =>
    expect(readGlob(glob, { braces: false })).toBeUndefined(),
  );
});

describe('braces', () => {
  it.each<[glob: string, matching: string[], others: string[]]>([
    ['*.{csv,tsv}', ['a.csv', 'x/a.tsv'], ['a.txt']],
    ['{a,b/{c,d}}/x', ['a/x', 'b/c/x', 'b/d/x'], ['b/x', 'c/x']],
    ['{a..c}', ['a', 'b', 'c'], ['d', 'a..c']],
    ['{a}', ['{a}'], ['a']],
    ['{a,b', ['{a,b'], ['a']],
    ['a,b', ['a,b'], ['a']],
    ['{**/src,lib}/x', ['src/x', 'y/src/x', 'lib/x'], ['y/lib/x']],
    ['\\{a,b\\}', ['{a,b}'], ['a']],
    ['{,a}b', ['b', 'ab'], ['a']],
  ])('%s', (glob, matching, others) => {
    const matches = folderGlobs([glob]);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });
});

describe('the pattern of a name', () => {
  it.each<[glob: string, matching: string[], others: string[]]>([
    ['a*', ['a', 'ab', 'a.b'], ['ba', 'a/b']],
    ['[!a]', ['b'], ['a', '']],
    ['[', ['['], ['a']],
    ['a\\b', ['a\\b'], ['ab']],
    ['{a,b}', ['{a,b}'], ['a']],
    ['[z-a]', [], ['a', 'z']],
  ])('%s', (glob, matching, others) => {
    expect(matching.filter((text) => !name(glob)(text))).toEqual([]);
    expect(others.filter(name(glob))).toEqual([]);
  });
});

describe('any pattern', () => {
  const LONG = 'a'.repeat(1_000);
  it.each([
    ['stars', '*a'.repeat(300)],
    ['folders', `${'**/*a*/'.repeat(100)}b`],
    ['braces', `${'{a,aa,*}'.repeat(100)}b`],
    ['nested braces', `${'{a,'.repeat(200)}b${'}'.repeat(200)}b`],
    ['backslashes', `${'a*'.repeat(300)}\\\\\\\\`],
  ])('of %s is matched in time', (_, pattern) => {
    const begun = performance.now();
    const path = `${`${'a'.repeat(100)}/`.repeat(20)}${LONG}`;
    for (const text of [LONG, path]) {
      expect(folderGlobs([`${pattern}c`])(text)).toBe(false);
      expect(pathGlobs([`${pattern}c`])(text)).toBe(false);
      expect(name(`${pattern}c`)(text)).toBe(false);
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('is refused where nobody would write it', () => {
    expect(patternProblem(['a', 'b'])).toBeUndefined();
    expect(patternProblem([LONG, `${LONG}a`])).toBe('has a pattern of 1001 characters; more than 1000 are not read');
    expect(patternProblem(Array(1_001).fill('a'))).toBe('has 1001 patterns; more than 1000 are not read');
  });
});
