import { nameOf } from './glob.ts';
import { matcher, readGlob } from './pattern.ts';

/** What the .gitignore of a folder says of a path relative to that folder; nothing where no line is about it. */
export type Rules = (path: string, isFolder: boolean) => 'ignored' | 'kept' | undefined;

/**
 * Reads a .gitignore as git does. Upper and lower case differ, as they do for git on the server's system. Who asks goes through the
 * folders from above: what is in an ignored one is not asked for.
 */
export function readGitignore(text: string): Rules {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap(readLine);
  return (path, isFolder) => {
    const name = nameOf(path);
    const last = lines.findLast((line) => (isFolder || !line.isForFolders) && line.fits(line.isAnchored ? path : name));
    return last && (last.keeps ? 'kept' : 'ignored');
  };
}

type Line = {
  readonly keeps: boolean;
  readonly isForFolders: boolean;
  /** Whether it is about the whole path, and not about a name in whatever folder. */
  readonly isAnchored: boolean;
  readonly fits: (text: string) => boolean;
};

function readLine(line: string): Line[] {
  if (line.startsWith('#')) return [];
  const [, bang, pattern = ''] = /^(!?)(.*)$/s.exec(withoutBlanks(line)) ?? [];
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const steps = bare === '' ? undefined : readGlob(bare, { braces: false });
  if (steps === undefined) return [];
  const isAnchored = pattern.startsWith('/') || bare.includes('/');
  return [{ keeps: bang === '!', isForFolders: pattern.endsWith('/'), isAnchored, fits: matcher(steps) }];
}

/** Blanks at the end count behind a backslash only. */
function withoutBlanks(line: string): string {
  const bare = line.replace(/ +$/, '');
  const slashes = /\\*$/.exec(bare)?.[0].length ?? 0;
  return slashes % 2 === 1 && bare.length < line.length ? `${bare} ` : bare;
}
