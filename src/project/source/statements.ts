import { blankStrings } from './scan.ts';

/**
 * How an import is reached. `always`: whenever its module is loaded. `main`: only when its file is the program. `maybe`: under a
 * condition, in a `try`, in a function; such a one may be meant to fail, or never run.
 */
export type Reach = 'always' | 'main' | 'maybe';

export type ImportStatement = {
  /** Dotted, as written, with the dots of a relative import in front. */
  readonly module: string;
  /** What `from module import …` takes from it; nothing for `import module`. */
  readonly names: readonly string[];
  readonly line: number;
  readonly reach: Reach;
};

export type Imports = {
  readonly statements: readonly ImportStatement[];
  /** Whether it changes where Python looks for modules: what is found then, nobody can tell from the text. */
  readonly changesPath: boolean;
};

/** A statement that may run over several lines; its strings and comments are blank. */
type LogicalLine = { readonly text: string; readonly indent: number; readonly line: number };

/** A block, and what it makes of the statements in it. */
type Block = { readonly indent: number; readonly reach: Reach };

const HEADER =
  /^(?:async[ \t]+)?(?:try|except|finally|else|elif|if|while|for|def|with|class|match|case)\b(?![ \t]*(?:=(?!=)|[.,)]))/;
/** `if __name__ == "__main__":` and nothing more, its string blank. */
const MAIN = /^if[ \t(]+(?:__name__[ \t]*==[ \t]*(["']) {8}\1|(["']) {8}\2[ \t]*==[ \t]*__name__)[ \t)]*:/;
const CHANGES_PATH =
  /\bsys[ \t]*\.[ \t]*(?:path|modules|meta_path)\b|\baddsitedir\b|\b__path__\b|\bfrom[ \t]+sys[ \t]+import\b[^\n]*\bpath\b/;
/** What starts a statement at the left edge can't be the rest of one whose bracket was never closed. */
const FRESH = /^(?:import|from|def|class|@|async def)\b[^,)]*$/;

/** Reads the import statements of Python source, whatever is around them. Broken code gives what can be seen. */
export function readImports(source: string): Imports {
  const code = blankStrings(source.replace(/^\ufeff/, ''));
  const statements: ImportStatement[] = [];
  for (const { text, line, reach } of withReach(logicalLines(code))) {
    for (const part of text.split(';')) statements.push(...importsOf(part.trim(), line, reach));
  }
  return { statements, changesPath: CHANGES_PATH.test(code) };
}

/** Joins what brackets, backslashes and strings of several lines keep together. */
function logicalLines(code: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: { text: string[]; indent: number; line: number } | undefined;
  let depth = 0;
  let quotes: string | undefined;
  const close = () => {
    if (open) lines.push({ ...open, text: open.text.join(' ') });
    open = undefined;
    depth = 0;
  };
  for (const [index, physical] of code.split('\n').entries()) {
    if (open && depth > 0 && quotes === undefined && FRESH.test(physical)) close();
    const trimmed = physical.trim();
    if (open === undefined && trimmed === '') continue;
    open ??= { text: [], indent: indentOf(physical), line: index + 1 };
    const continues = trimmed.endsWith('\\');
    open.text.push(continues ? trimmed.slice(0, -1) : trimmed);
    for (const char of trimmed) {
      if (char === '(' || char === '[' || char === '{') depth += 1;
      else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
    }
    for (const [mark] of trimmed.matchAll(/"""|'''/g)) {
      if (quotes === undefined) quotes = mark;
      else if (quotes === mark) quotes = undefined;
    }
    if (depth === 0 && !continues && quotes === undefined) close();
  }
  close();
  return lines;
}

/** Every statement with how it is reached; of the header of a block, what is behind it in the same line (`if x: import a`). */
function* withReach(lines: readonly LogicalLine[]): Generator<LogicalLine & { readonly reach: Reach }> {
  const blocks: Block[] = [];
  for (const line of lines) {
    while ((blocks.at(-1)?.indent ?? -1) >= line.indent) blocks.pop();
    const around = blocks.at(-1)?.reach ?? 'always';
    if (!HEADER.test(line.text)) {
      yield { ...line, reach: around };
      continue;
    }
    const reach = within(line.text, around);
    blocks.push({ indent: line.indent, reach });
    yield { ...line, reach, text: behindHeader(line.text) };
  }
}

/** What is behind the colon that ends a header: the first one outside of brackets that assigns nothing. */
function behindHeader(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === ':' && depth === 0 && text[index + 1] !== '=') return text.slice(index + 1).trim();
  }
  return '';
}

function within(header: string, around: Reach): Reach {
  if (around === 'maybe') return around;
  if (MAIN.test(header)) return 'main';
  const isPlain = /^class\b/.test(header) || (/^with\b/.test(header) && !/\bsuppress\b/.test(header));
  return isPlain ? around : 'maybe';
}

/** Tabs go to the next multiple of eight, as Python counts them. */
function indentOf(line: string): number {
  let width = 0;
  for (const char of line) {
    if (char === ' ') width += 1;
    else if (char === '\t') width += 8 - (width % 8);
    else break;
  }
  return width;
}

function importsOf(text: string, line: number, reach: Reach): ImportStatement[] {
  // Each blank and dot has one place in the pattern where it can stand: no text makes it try for long.
  const from = /^from\b ?(\.*(?!\.) ?[\w.\u0080-\uffff]*) import\b(.*)$/.exec(text.replace(/[ \t]+/g, ' '));
  if (from) {
    const names = listed((from[2] ?? '').replace(/[()]/g, ' '));
    const module = (from[1] ?? '').replace(' ', '');
    return module === '' || names.length === 0 ? [] : [{ module, names, line, reach }];
  }
  const plain = /^import[ \t]+(.*)$/.exec(text);
  return listed(plain?.[1] ?? '').map((module) => ({ module, names: [], line, reach }));
}

/** `a, b as c` as `['a', 'b']`; what is no name is left out. */
const listed = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim().split(/\s/)[0] ?? '')
    .filter((name) => /^(?:\*|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)$/u.test(name));
