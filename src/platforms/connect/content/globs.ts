import type { Matcher } from '../../../bundle/glob.ts';
import { matcher, readName } from '../../../bundle/pattern.ts';

/**
 * Patterns as `rsconnect --exclude` reads them (its GlobMatcher): a pattern is compared with the whole path, folder by folder,
 * `**` may stand once for any number of folders, and the name of an existing folder takes everything in it.
 * `isFolder` tells of a path below the project. Answers the patterns that rsconnect refuses beside the matcher.
 */
export function rsconnectGlobs(
  patterns: readonly string[],
  isFolder: (path: string) => boolean,
): { matches: Matcher; refused: string[] } {
  const refused: string[] = [];
  const matchers = patterns.flatMap((pattern): Matcher[] => {
    const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
    if (pattern.startsWith('!')) {
      refused.push(pattern);
      return [];
    }
    if (pattern.startsWith('/') || parts.length === 0) return []; // outside the project, or the project itself
    const path = parts.join('/');
    if (isFolder(path)) return [(file) => file.startsWith(`${path}/`)];
    if (path === '**/*') return [() => true];
    // What stands before a last `**/*` is taken by the letter, wildcards and all.
    if (path.endsWith('/**/*')) return [(file) => file.startsWith(path.slice(0, -'**/*'.length))];
    if (parts.filter((part) => part === '**').length > 1) {
      refused.push(pattern);
      return [];
    }
    return [byFolder(parts)];
  });
  return { matches: (path) => matchers.some((matches) => matches(path)), refused };
}

function byFolder(parts: readonly string[]): Matcher {
  const tests = parts.map((part) => matcher(readName(part)));
  const gap = parts.indexOf('**');
  return (path) => {
    const names = path.split('/');
    const fits = (test: number, name: number) => tests[test]?.(names[name] ?? '') ?? false;
    if (gap < 0) return names.length === tests.length && tests.every((_, index) => fits(index, index));
    const [before, after] = [gap, tests.length - gap - 1];
    if (names.length < Math.max(before, after)) return false;
    for (let index = 0; index < before; index++) if (!fits(index, index)) return false;
    for (let index = 1; index <= after; index++) if (!fits(tests.length - index, names.length - index)) return false;
    return true;
  };
}
