import { posix } from 'node:path';
import type { BundleFile } from '../../bundle/source.ts';
import { readSource } from '../source/readable.ts';
import type { Frame } from './traceback.ts';

/** A line of a file of the bundle that a program ran through, and the folder in which the program has the bundle. */
export type Located = { readonly file: BundleFile; readonly line: number; readonly folder: string };

/** Packages, and what Python brings: none of it is the project's, whatever it is called. */
const FOREIGN = /(?:^|\/)(?:site-packages|dist-packages|\.venv)\/|\/lib\/python\d/;
/** More folders than anybody has one in the other, and more frames than matter: Python folds those of a recursion. */
const [DEEPEST, MOST_FRAMES] = [50, 200];
/** What redaction leaves of a secret: such a line can't be compared. */
const MASKED = '***';

const forward = (path: string): string => path.replaceAll('\\', '/');

/** A path below the bundle's folder in the way the bundle writes it; `undefined` for one that is elsewhere. */
export function insideOf(path: string): string | undefined {
  const inside = posix.normalize(forward(path));
  return /^(?:\.{1,2}$|\.\.\/|\/|[A-Za-z]:)/.test(inside) ? undefined : inside;
}

/**
 * Finds the lines of a bundle that frames of a traceback name. Where the server has the bundle is not known, so a file is found by the
 * end of its path, and the line that the frame shows has to be in the file. Paths and lines come from remote text: answers are files
 * of the bundle, and lines that they have.
 */
export function createLocator(files: readonly BundleFile[]) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<BundleFile, readonly string[]>();
  const linesOf = (file: BundleFile): readonly string[] => {
    const known = texts.get(file) ?? readSource(file)?.split(/\r\n|\r|\n/) ?? [];
    texts.set(file, known);
    return known;
  };
  const has = (file: BundleFile, { line, source }: Frame): boolean => {
    const text = linesOf(file)[line - 1];
    if (text === undefined) return false;
    return source === '' || source.includes(MASKED) || source === text.trim();
  };

  /** The files that a frame may mean, the one with the longest path first. */
  const candidates = (frame: Frame): Located[] => {
    const path = forward(frame.path);
    const parts = path.split('/');
    if (FOREIGN.test(path) || parts.includes('..')) return [];
    const found: Located[] = [];
    for (let from = Math.max(0, parts.length - DEEPEST); from < parts.length; from++) {
      const file = byPath.get(parts.slice(from).join('/'));
      if (file && has(file, frame)) {
        found.push({ file, line: frame.line, folder: parts.slice(0, from).join('/') });
      }
    }
    return found;
  };

  /** The innermost line of the bundle; `undefined` where there is none, or it can't be told which of several it is. */
  return (frames: readonly Frame[]): Located | undefined => {
    const found = frames.slice(-MOST_FRAMES).map(candidates);
    const certain = new Set(found.flatMap((one) => (one.length === 1 ? one : [])).map(({ folder }) => folder));
    const innermost = found.findLast((one) => one.length > 0) ?? [];
    const [one, ...others] = innermost.length > 1 ? innermost.filter(({ folder }) => certain.has(folder)) : innermost;
    return others.length === 0 ? one : undefined;
  };
}
