import picomatch from 'picomatch';
import { bytesOf, globset } from './globset.ts';

/** Tells whether a path inside the bundle (forward slashes) matches any of some patterns. */
export type Matcher = (path: string) => boolean;

/**
 * Patterns as `.gitignore` users write them: `*` stays within a folder, `**` does not, and a pattern that matches a folder takes
 * all that is in it. A pattern without a slash matches at any depth.
 */
export function folderGlobs(patterns: readonly string[]): Matcher {
  const matchers = patterns.flatMap((pattern) => {
    const bare = pattern
      .replace(/^\.?\/+/, '')
      .replace(/\/+$/, '')
      .replace(/[()]/g, '\\$&');
    const anchored = bare.includes('/') || pattern.startsWith('/') ? bare : `**/${bare}`;
    return bare === '' ? [] : [picomatch(anchored, { dot: true, nonegate: true, noextglob: true, posix: true })];
  });
  return (path) => {
    if (matchers.length === 0) return false;
    for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
      if (matchers.some((matches) => matches(part))) return true;
    }
    return false;
  };
}

/**
 * Patterns as Rust's globset reads them, which ricochet's own client uses: `*` and `?` cross slashes, and the whole path must
 * match, so that `data` alone takes nothing from a folder named data.
 */
export function pathGlobs(patterns: readonly string[]): Matcher {
  const matchers = patterns.map(globset).filter((matcher) => matcher !== undefined);
  return (path) => matchers.some((matcher) => matcher.test(bytesOf(path)));
}
