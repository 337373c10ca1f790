import { blankStrings, isOpaque } from './scan.ts';
import { logicalLines, MAIN } from './statements.ts';

/** Names may come into being unseen. */
const HIDDEN =
  /^[ \t]*from[ \t]+\S+[ \t]+import[ \t]*\(?[ \t]*\*|\bglobals[ \t]*\(|\b__getattr__\b|\bexec[ \t]*\(|\bsetattr[ \t]*\(/m;

/** Whether names can come into being in this Python source that its text does not show: by `*`, by `exec`, in lines too long to read. */
export const hidesNames = (source: string): boolean => isOpaque(source) || HIDDEN.test(blankStrings(source));

/**
 * Whether anything in the file, whose strings are blank, may bind the name: an assignment, an import, a function, a class, a loop.
 */
export function isBound(code: string, name: string): boolean {
  const patterns = [
    String.raw`^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+${name}\b`,
    String.raw`(?:^|[;:=])[ \t]*${name}[ \t]*(?::[^\n=]*)?=(?!=)`,
    String.raw`^[ \t(]*(?:[\w.*]+[ \t]*,[ \t]*)*\*?${name}[ \t]*(?:,[\w.,* \t]*)?\)?[ \t]*=(?!=)`,
    String.raw`\b(?:as|for|global)[ \t]+${name}\b`,
    String.raw`\bimport\b[^\n;]*[^\w.]${name}\b(?![ \t]+as\b)`,
    String.raw`\bimport[ \t]*\([^)(]*\b${name}\b(?![ \t]+as\b)`,
    String.raw`\b${name}[ \t]*:=`,
  ];
  return patterns.some((pattern) => new RegExp(pattern, 'm').test(code));
}

/** Where a name is bound that its module does not have once it is loaded. */
export type Confined = { readonly line: number; readonly in: 'main' | 'function' };

/** The first place that binds the name, when all of them are in functions and under `if __name__ == "__main__":`. */
export function confinedTo(code: string, name: string): Confined | undefined {
  if (new RegExp(String.raw`\bglobal\b[^\n]*\b${name}\b`).test(code)) return undefined;
  const blocks: { readonly indent: number; readonly in: Confined['in'] }[] = [];
  const reached: string[] = [];
  let first: Confined | undefined;
  for (const { text, indent, line } of logicalLines(code)) {
    while ((blocks.at(-1)?.indent ?? -1) >= indent) blocks.pop();
    const isMain = MAIN.test(text);
    const around = blocks.at(-1)?.in ?? (isMain ? 'main' : undefined);
    if (around === undefined) reached.push(text);
    else if (isBound(text.replace(MAIN, ''), name)) first ??= { line, in: around };
    if (isMain || FUNCTION.test(text)) blocks.push({ indent, in: around ?? (isMain ? 'main' : 'function') });
  }
  return isBound(reached.join('\n'), name) ? undefined : first;
}

const FUNCTION = /^(?:async[ \t]+)?def\b/;
