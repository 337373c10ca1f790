import { withoutStamps } from '../../findings/text.ts';

/** A line of the program that an exception passed through. Paths are those the program saw. */
type Frame = { readonly path: string; readonly line: number; readonly source: string };

export type Traceback = {
  readonly frames: readonly Frame[];
  /** The class as it is printed (`KeyError`, `sqlalchemy.exc.OperationalError`), and what it says. */
  readonly type: string;
  readonly message: string;
};

const FRAME = /^\s*File "([^"\n]+)", line (\d+)(?:, in [^\n]*)?$/;
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
/** Settings that lack variables say three lines of each. */
const MESSAGE_LINES = 100;
/** What a server writes after it: its next entry, such as of the request that failed. */
const NEXT_ENTRY = /^(?:INFO|ERROR|WARNING|DEBUG)\b|^Traceback|^\[|^[\da-f.:]+ - \S+ \[/;

/**
 * Reads the last traceback of a log, in the form in which Python prints it; also that of a file that can't be compiled, which has no
 * heading. Answers nothing when there is none.
 */
export function lastTraceback(log: string): Traceback | undefined {
  const lines = withoutStamps(log).split(/\r?\n/);
  const last = lines.findLastIndex((line) => FRAME.test(line));
  if (last < 0) return undefined;
  let first = last;
  while (
    first > 0 &&
    !/Traceback \(most recent call last\):/.test(lines[first] ?? '') &&
    isPart(lines[first - 1] ?? '')
  )
    first -= 1;

  const end = lines.findIndex((line, index) => index > last && EXCEPTION.test(line.trimEnd()) && !/^\s/.test(line));
  if (end < 0) return undefined;
  const [, type = '', said = ''] = EXCEPTION.exec(lines[end]?.trimEnd() ?? '') ?? [];
  const more: string[] = [];
  for (const line of lines.slice(end + 1, end + MESSAGE_LINES)) {
    if (line.trim() === '' || NEXT_ENTRY.test(line)) break;
    more.push(line);
  }
  const frames = lines.slice(first, last + 1).flatMap((line, index): Frame[] => {
    const [, path, number] = FRAME.exec(line) ?? [];
    if (path === undefined) return [];
    const next = lines[first + index + 1] ?? '';
    return [{ path, line: Number(number), source: FRAME.test(next) ? '' : next.trim() }];
  });
  return { frames, type, message: [said, ...more].join('\n').trim() };
}

/** Frames, their source and the marks below it are indented; an exception is not. */
const isPart = (line: string): boolean => /^\s+\S/.test(line) || /Traceback \(most recent call last\):/.test(line);
