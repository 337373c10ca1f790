import { matcher, readGlob } from '../../../bundle/pattern.ts';

/**
 * Tells which paths of the build context a `.dockerignore` leaves out. Unlike in a `.gitignore`, a pattern is about the whole path from
 * the root; what fits a folder takes all that is in it, and the last line that fits decides (Docker's documentation, "Build context").
 */
export function readDockerignore(text: string): (path: string) => boolean {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, bang = '', pattern = ''] = /^(!?)\s*(.*)$/.exec(line.trim()) ?? [];
      const bare = pattern.replace(/^(?:\.?\/)+|\/+$/g, '');
      const steps = line.startsWith('#') || bare === '' ? undefined : readGlob(bare, { braces: false });
      return steps === undefined ? [] : [{ keeps: bang === '!', fits: matcher(steps) }];
    });
  return (path) => {
    const parts = path.split('/');
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return lines.findLast(({ fits }) => prefixes.some(fits))?.keeps === false;
  };
}
