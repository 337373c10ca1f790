import { describe, expect, it } from 'vitest';
import { foldersUp, isInside } from '../../../src/ports/paths.ts';

describe('isInside', () => {
  it.each([
    ['/a/b', '/a/b', true],
    ['/a/b', '/a/b/c', true],
    ['/a/b', '/a/b/..c', true],
    ['/a/b', '/a/b/...', true],
    ['/a/b', '/a', false],
    ['/a/b', '/a/bc', false],
    ['/a/b', '/a/c', false],
    ['/a/b', '/', false],
    ['/', '/a', true],
  ])('of %s: %s is %s', (folder, path, expected) => expect(isInside(folder, path)).toBe(expected));
});

describe('the folders around one', () => {
  it.each([
    ['/a/b', undefined, ['/a/b', '/a', '/']],
    ['/a/b/c', '/a', ['/a/b/c', '/a/b', '/a']],
    ['/a', '/a', ['/a']],
    ['/a/b', '/elsewhere', ['/a/b', '/a', '/']],
    ['/', undefined, ['/']],
    ['a/b', undefined, ['a/b', 'a', '.']],
    ['', undefined, ['', '.']],
    ['..', undefined, ['..', '.']],
  ])('of %j, up to %j, end', (folder, top, folders) => expect(foldersUp(folder, top)).toEqual(folders));
});
