import { describe, expect, it } from 'vitest';
import { isInside } from '../../../src/ports/paths.ts';

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
