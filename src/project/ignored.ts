import { dirname, join } from 'node:path';
import { readGitignore } from '../bundle/gitignore.ts';
import { foldersUp, shownIn } from '../ports/paths.ts';
import { readText } from './files/text-file.ts';

const GITIGNORE_LIMIT = 1_000_000;

/** The line of a .gitignore that keeps a file out of every checkout, looked for from its folder up to the root. `path` is absolute. */
export function ignoringLine(path: string, checkout: string): { file: string; line: number } | undefined {
  for (const folder of foldersUp(dirname(path), checkout)) {
    const read = readText(checkout, join(folder, '.gitignore'), GITIGNORE_LIMIT);
    const text = read && 'text' in read ? read.text : '';
    const said = (lines: string) => readGitignore(lines)(shownIn(folder, path), false);
    const verdict = said(text);
    if (verdict === 'kept') return undefined;
    if (read && 'text' in read && verdict === 'ignored') {
      return { file: read.shown, line: text.split(/\r?\n/).findLastIndex((line) => said(line) === 'ignored') + 1 };
    }
  }
  return undefined;
}
