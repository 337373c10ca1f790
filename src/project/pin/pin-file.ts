/** The text of a pin file, decoded and cut into lines as uv does it. */
import { attempt } from '../../ports/attempt.ts';

/** A line that uv reads, uncut; `column` is where its first character that is no blank stands. Both count from 1. */
export type PinLine = { readonly text: string; readonly line: number; readonly column: number };

/** The file's text, its byte order mark included; undefined when it is not UTF-8. */
export const decodePin = (bytes: Uint8Array): string | undefined =>
  attempt(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));

/** The lines that are neither blank nor a comment. */
export function pinLines(text: string): PinLine[] {
  // A carriage return alone ends no line, and String.trim would take away a byte order mark, which uv keeps.
  return text.split(/\r?\n/).flatMap((line, index) => {
    const start = line.search(/\P{White_Space}/u);
    return start === -1 || line[start] === '#' ? [] : [{ text: line, line: index + 1, column: start + 1 }];
  });
}

const ASCII_BLANK = /^[ \t\n\f\r]$/;
/** The blanks that uv 0.13 takes off a request: every one that Unicode knows. */
export const UNICODE_BLANK = /^\p{White_Space}$/u;

/** The text without blanks around it; without `blank` those of ASCII: the only ones that uv before 0.13 takes off a version. */
export function trimBlanks(text: string, blank: RegExp = ASCII_BLANK): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (start < end && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
