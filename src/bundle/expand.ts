import { join, sep } from 'node:path';
import { codeOf } from '../findings/finding.ts';

/** More of them take the toolkit's matcher a time that doubles with each. */
const [MOST_STARS, MOST_FOLDER_STARS] = [3, 4];

/** What makes a pattern one that the toolkit can't match in a reasonable time; `undefined` for all that people write. */
export function tooWild(pattern: string): string | undefined {
  const parts = pattern.split('/');
  if (parts.filter((part) => part === '**').length > MOST_FOLDER_STARS) {
    return `has ** more than ${MOST_FOLDER_STARS} times`;
  }
  if (parts.some((part) => part.split('*').length - 1 > MOST_STARS))
    return `has * more than ${MOST_STARS} times in a name`;
  return /\\(?:\\|$)/.test(pattern) ? 'has a backslash that escapes nothing' : undefined;
}

/**
 * The files below `dir` that a path or a glob names, or that are in a folder it names, whatever .gitignore says: absolute paths. Links
 * are named like files and not followed, unless the pattern spells their name out and goes on. The pattern is not `tooWild`.
 */
export async function* expand(dir: string, pattern: string): AsyncGenerator<string> {
  const { create } = await import('@actions/glob');
  // The folder's own name is no pattern, whatever characters it has.
  const escaped = join(dir.replace(/[[?*]/g, '[$&]'), pattern).replaceAll(sep, '/');
  const globber = await create(escaped, { followSymbolicLinks: false, matchDirectories: false });
  try {
    yield* globber.globGenerator();
  } catch (error) {
    // The toolkit trips over a pattern that goes on below a file.
    if (codeOf(error) !== 'ENOTDIR') throw error;
  }
}
