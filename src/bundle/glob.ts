import { bytesOf, globset } from './globset.ts';
import { matcher, readGlob } from './pattern.ts';

/** Tells whether a path inside the bundle (forward slashes) matches any of some patterns. */
export type Matcher = (path: string) => boolean;

/**
 * Patterns as `.gitignore` users write them: `*` stays within a folder, `**` does not, and a pattern that matches a folder takes
 * all that is in it. A pattern without a slash matches at any depth; one behind `!` gives back what those before it have taken.
 */
export function folderGlobs(patterns: readonly string[]): Matcher {
  if (patterns.some((pattern) => pattern.startsWith('!'))) return inTurn(patterns);
  const matchers = patterns.flatMap(folderGlob);
  if (matchers.length === 0) return () => false;
  const folders = new Map([['', false]]);
  const takes = (path: string): boolean => matchers.some((matches) => matches(path)) || isTaken(folderOf(path));
  const isTaken = (folder: string): boolean => {
    const known = folders.get(folder) ?? takes(folder);
    folders.set(folder, known);
    return known;
  };
  return takes;
}

/** Of several patterns, the last one that matches decides. */
function inTurn(patterns: readonly string[]): Matcher {
  const rules = patterns.map((pattern) => ({
    takes: !pattern.startsWith('!'),
    matches: folderGlobs([pattern.replace(/^!+/, '')]),
  }));
  return (path) => rules.findLast(({ matches }) => matches(path))?.takes ?? false;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function folderGlob(pattern: string): Matcher[] {
  const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  const steps = bare === '' ? undefined : readGlob(bare, { braces: true });
  if (steps === undefined) return [];
  const matches = matcher(steps);
  return [bare.includes('/') || pattern.startsWith('/') ? matches : (path) => matches(nameOf(path))];
}

/**
 * Patterns as Rust's globset reads them, which ricochet's own client uses: `*` and `?` cross slashes, and the whole path must
 * match, so that `data` alone takes nothing from a folder named data.
 */
export function pathGlobs(patterns: readonly string[]): Matcher {
  const matchers = patterns.map(globset).filter((matches) => matches !== undefined);
  return (path) => matchers.some((matches) => matches(bytesOf(path)));
}
