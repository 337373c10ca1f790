import { blankStrings, readPython } from './scan.ts';
import { type LogicalLine, logicalLines, type Reach, withReach } from './statements.ts';

/** A call in Python source, with its arguments as they are written. */
export type Call = {
  /** With imported names spelt out: `uvicorn.run` for `run`, and `flask.Flask().run` for a method of an object that was made so. */
  readonly callee: string;
  readonly positional: readonly string[];
  readonly keywords: ReadonlyMap<string, string>;
  /** Whether `*args` or `**options` hide some. */
  readonly isPartial: boolean;
  readonly line: number;
  readonly reach: Reach;
};

const CALL = /(?<![\w.\u0080-\uffff])([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*)[ \t]*\(/g;

/** The calls in a file, but for those in the arguments of others. */
export function readCalls(source: string): Call[] {
  const text = source.replace(/\r\n?/g, '\n');
  const code = blankStrings(text);
  const { names, assignments } = readPython(text);
  const made = new Map(assignments.map(({ name, callee }) => [name, `${callee}()`]));
  const spelt = (callee: string): string => {
    const [head = '', ...rest] = callee.split('.');
    return [names.get(head) ?? made.get(head) ?? head, ...rest].join('.');
  };
  const starts = lineStarts(code);
  const calls: Call[] = [];
  let own = 1;
  CALL.lastIndex = 0;
  let match = CALL.exec(code);
  for (const { end, reach } of spans(withReach(logicalLines(code)), starts.length)) {
    const last = starts[end] ?? code.length;
    // One search for the whole file: one for each statement would look through all that follows it.
    for (; match && match.index < last; match = CALL.exec(code)) {
      const open = match.index + match[0].length;
      const close = closing(code, open, last);
      CALL.lastIndex = close;
      while ((starts[own] ?? code.length) <= match.index && own < starts.length) own += 1;
      calls.push({ callee: spelt(match[1] ?? ''), line: own, reach, ...argumentsOf(code, text, open, close) });
    }
  }
  return calls;
}

/** Each statement with the line behind its last one. */
function* spans<T extends LogicalLine>(lines: Iterable<T>, count: number): Generator<T & { readonly end: number }> {
  let held: T | undefined;
  for (const line of lines) {
    if (held) yield { ...held, end: line.line - 1 };
    held = line;
  }
  if (held) yield { ...held, end: count };
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the bracket that is open at `from` closes, or `end`. */
function closing(code: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if ('([{'.includes(code[at] ?? ' ')) depth += 1;
    else if (')]}'.includes(code[at] ?? ' ')) depth -= 1;
    if (depth === 0) return at;
  }
  return end;
}

function argumentsOf(
  code: string,
  text: string,
  from: number,
  to: number,
): Pick<Call, 'positional' | 'keywords' | 'isPartial'> {
  const positional: string[] = [];
  const keywords = new Map<string, string>();
  let isPartial = false;
  let begun = from;
  let depth = 0;
  for (let at = from; at <= to; at++) {
    const char = code[at] ?? '';
    if ('([{'.includes(char) && char !== '') depth += 1;
    else if (')]}'.includes(char) && char !== '') depth -= 1;
    if (!(at === to || (char === ',' && depth === 0))) continue;
    const [, name] = /^\s*([A-Za-z_]\w*)\s*=(?!=)/.exec(code.slice(begun, at)) ?? [];
    const written = text.slice(begun, at).trim();
    if (written.startsWith('*')) isPartial = true;
    else if (name !== undefined) keywords.set(name, written.slice(written.indexOf('=') + 1).trim());
    else if (written !== '') positional.push(written);
    begun = at + 1;
  }
  return { positional, keywords, isPartial };
}

/** What a string or a whole number in source stands for; nothing for any other expression. */
export function literal(written: string | undefined): string | number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  return /^[rbuRBU]?(['"])([^'"\\{]*)\1$/.exec(written)?.[2];
}
