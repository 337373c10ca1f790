import { withoutStamps } from '../../findings/text.ts';

/** A line of the program that an exception passed through. Paths are those the program saw; `source` is empty where it is not shown. */
export type Frame = { readonly path: string; readonly line: number; readonly source: string };

export type Traceback = {
  readonly frames: readonly Frame[];
  /** The class as it is printed (`KeyError`, `sqlalchemy.exc.OperationalError`), and what it says. */
  readonly type: string;
  readonly message: string;
};

const HEADING = /Traceback \(most recent call last\):/;
const FRAME = /^\s*File "([^"\n]+)", line (\d{1,9})(?:, in [^\n]*)?$/;
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
/** Settings that lack variables say three lines of each. */
const MESSAGE_LINES = 100;
/** What a server writes after it: its next entry, such as of the request that failed. */
const NEXT_ENTRY = /^(?:INFO|ERROR|WARNING|DEBUG)\b|^Traceback|^\[|^[\da-f.:]+ - \S+ \[/;
/** What goes before each line: of a step of BuildKit, and of an exception within a group. */
const MARGIN = /^#\d{1,6} \d{1,9}\.\d{1,6} |^ *\| ?|^ *\+ (?=Exception Group )/;
const COLOR = /\u001b\[[\d;]*m/g;

/** More than a log has of them. Longer lines are no frames; the end of a log says why a program ended. */
const [MOST, LONGEST_LINE] = [200_000, 4_000];

/** The lines at the end of a log, as long as anybody reads them, without what goes before each. */
export const linesOf = (log: string): string[] =>
  withoutStamps(log.slice(-MOST).replace(COLOR, ''))
    .split(/\r?\n/)
    .map((line) => line.slice(0, LONGEST_LINE).replace(MARGIN, ''));

/**
 * Reads the tracebacks of a log, in the form in which Python prints them, the last one last; also those of files that can't be compiled,
 * which have no heading. Only the end of a long log is read, in linear time, whatever is in it.
 */
export function tracebacks(log: string): readonly Traceback[] {
  const lines = linesOf(log);
  const found: Traceback[] = [];
  let frames: Frame[] = [];
  let isOver = false;
  for (const [index, line] of lines.entries()) {
    const [, path, number] = FRAME.exec(line) ?? [];
    const [, type, said = ''] = (frames.length > 0 && EXCEPTION.exec(line.trimEnd())) || [];
    if (path !== undefined) {
      const next = lines[index + 1] ?? '';
      const frame = { path, line: Number(number), source: /^\s/.test(next) && !FRAME.test(next) ? next.trim() : '' };
      if (isOver) frames = [];
      isOver = false;
      frames.push(frame);
    } else if (type !== undefined) {
      found.push({ frames, type, message: messageFrom(said, lines.slice(index + 1, index + MESSAGE_LINES)) });
      frames = [];
    } else if (HEADING.test(line)) frames = [];
    else if (!/^\s+\S/.test(line)) isOver = true; // frames, their source and the marks below it are indented
  }
  return found;
}

/** What an exception says: on its own line, and on those that follow. */
function messageFrom(said: string, lines: readonly string[]): string {
  const end = lines.findIndex((line) => line.trim() === '' || NEXT_ENTRY.test(line));
  return [said, ...lines.slice(0, end < 0 ? undefined : end)].join('\n').trim();
}
