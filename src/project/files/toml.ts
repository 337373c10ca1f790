import { parse, TomlError } from 'smol-toml';
import { error, type Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { readText, type TextFile } from './text-file.ts';
import { putWheels, takeWheels } from './wheel-lists.ts';

/** A TOML file with its values and the lines its keys stand on. */
export type TomlFile = TextFile & {
  readonly data: Readonly<Record<string, unknown>>;
  /** The 1-based line of a dotted key (`project.name`, `package.3.version`), or of its nearest parent; 1 at worst. */
  lineOf(key: string): number;
};

/** Where a key of a file is written, for a finding. */
export const placeIn = (file: TomlFile, key: string): { file: string; line: number } => ({
  file: file.shown,
  line: file.lineOf(key),
});

/** Parses a file, or says what is wrong with it and where. A byte order mark is dropped, as uv does. */
export function parseToml(file: TextFile): TomlFile | Finding {
  const text = file.text.replace(/^\ufeff/, '');
  const conflict = text.includes('<<<<<<<') ? /^<{7}(?: |$)/m.exec(text) : null;
  if (conflict) {
    return error(
      'merge-conflict',
      `${file.shown} contains merge conflict markers.`,
      file.shown.endsWith('uv.lock')
        ? 'Resolve the conflict in pyproject.toml, run `git checkout --theirs uv.lock` and then `uv lock`, and commit the result.'
        : 'Resolve the conflict, remove the markers and commit the file.',
      { file: file.shown, line: text.slice(0, conflict.index).split('\n').length, column: 1 },
    );
  }
  try {
    const { data, keys } = valuesOf(text);
    return { ...file, text, data, lineOf: lineFinder(keys) };
  } catch (thrown) {
    if (!(thrown instanceof TomlError) && !(thrown instanceof RangeError)) throw thrown;
    const [line = ''] = thrown.message.replace(/^Invalid TOML document: /, '').split('\n');
    const reason = line.replace(/(?:\. aborting)?[.\s]*$/, '');
    return error(
      'toml-syntax',
      `${file.shown} is not valid TOML: ${quote(reason, 160)}.`,
      file.shown.endsWith('uv.lock')
        ? 'Run `uv lock` and commit uv.lock; do not edit it by hand.'
        : 'Correct the line and commit the file.',
      { file: file.shown, ...(thrown instanceof TomlError && { line: thrown.line, column: thrown.column }) },
    );
  }
}

/** The values of a text, and the text in which its keys can be looked for. */
function valuesOf(text: string): { data: Readonly<Record<string, unknown>>; keys: string } {
  const parts = takeWheels(text);
  const data = parse(parts?.rest ?? text, { maxDepth: 200 });
  if (parts === undefined || putWheels(data, parts.lists)) return { data, keys: parts?.rest ?? text };
  return { data: parse(text, { maxDepth: 200 }), keys: text };
}

/** Looks for the line of a key; the text is read no further than is needed for it. */
function lineFinder(text: string): TomlFile['lineOf'] {
  const lines = new Map<string, number>();
  const more = readKeyLines(text, lines);
  return (key) => {
    while (!lines.has(key) && !more.next().done);
    for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const line = lines.get(path);
      if (line !== undefined) return line;
    }
    return 1;
  };
}

/** Reads a TOML file of the checkout; see `readText`. */
export function readToml(checkout: string, path: string, limit: number): TomlFile | Finding | undefined {
  const file = readText(checkout, path, limit);
  return file === undefined || 'level' in file ? file : parseToml(file);
}

export const isFinding = (value: TomlFile | Finding): value is Finding => 'level' in value;

/** How a text over several lines begins, and where it ends: up to two more quotes may stand before the closing ones. */
const ENDS = { '"""': /^(?:[^\\]|\\.)*?"""(?:"{0,2})/s, "'''": /^.*?'''(?:'{0,2})/s } as const;
type Open = keyof typeof ENDS | undefined;

const PART = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)`;
const PARTS = new RegExp(PART, 'g');
const PATH = String.raw`${PART}(?:\s*\.\s*${PART})*`;
const HEADER = new RegExp(String.raw`^\s*(\[\[?)\s*(${PATH})\s*\]\]?\s*(?:#.*)?$`);
const KEY = new RegExp(String.raw`^\s*(${PATH})\s*=`);

/**
 * Adds the line of every key to a map, and stops after each: by a scan of the text, as the parser keeps no positions.
 * Array tables are numbered from 0 (`package.0.name`). Strings and arrays that span lines are stepped over.
 */
export function* readKeyLines(text: string, lines: Map<string, number>): Generator<void> {
  const counts = new Map<string, number>();
  let table = '';
  let depth = 0;
  let open: Open;

  let index = -1;
  for (let line of linesOf(text)) {
    index += 1;
    if (open !== undefined) {
      const end = ENDS[open].exec(line);
      if (!end) continue;
      line = line.slice(end[0].length);
      open = undefined;
    } else if (depth === 0) {
      const header = HEADER.exec(line);
      const key = header ? undefined : KEY.exec(line);
      if (header) {
        const name = numbered(dotted(header[2] ?? ''), counts);
        if (header[1] === '[[') {
          const count = counts.get(name) ?? 0;
          counts.set(name, count + 1);
          table = `${name}.${count}`;
          if (!lines.has(name)) lines.set(name, index + 1);
        } else {
          table = name;
        }
        if (!lines.has(table)) lines.set(table, index + 1);
        yield;
        continue;
      }
      if (key) {
        const path = [table, dotted(key[1] ?? '')].filter(Boolean).join('.');
        if (!lines.has(path)) lines.set(path, index + 1);
        line = line.slice(key[0].length);
        yield;
      }
    }
    ({ depth, open } = brackets(line, depth));
  }
}

/** The lines of a text, one by one: a lock may have a million. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    if (end < 0) return yield text.slice(from);
    yield text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
    from = end + 1;
  }
}

/** `"a" . b` as `a.b`. */
const dotted = (key: string): string =>
  /^[\w.-]+$/.test(key) ? key : (key.match(PARTS) ?? []).map(unquoted).join('.');

const unquoted = (part: string): string =>
  part.startsWith('"') && part.includes('\\')
    ? (Object.keys(parse(`${part} = 0`))[0] ?? part)
    : part.replace(/^(["'])(.*)\1$/s, '$2');

/** `[package.metadata]` behind the third `[[package]]` is `package.2.metadata`. */
function numbered(name: string, counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return name;
  let path = '';
  const parts = name.split('.');
  parts.forEach((part, index) => {
    path = path === '' ? part : `${path}.${part}`;
    const count = counts.get(path);
    if (count !== undefined && index < parts.length - 1) path = `${path}.${count - 1}`;
  });
  return path;
}

/** What nearly all lines of a lock are: one inline table, whose brackets are even whatever its strings hold. */
const EVEN = /^\s*\{[^[\]{}#]*\},?$/;
const MANY_LINES = /"""|'''/;

/** Which brackets and multi-line string are open after `line`. */
function brackets(line: string, before: number): { depth: number; open: Open } {
  if (EVEN.test(line) && !MANY_LINES.test(line)) return { depth: before, open: undefined };
  let depth = before;
  for (let at = 0; at < line.length; at++) {
    const char = line[at];
    if (char === '#') break;
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    else if (char === '"' || char === "'") {
      const quotes = char === '"' ? '"""' : "'''";
      if (line.startsWith(quotes, at)) {
        const end = ENDS[quotes].exec(line.slice(at + 3));
        if (!end) return { depth, open: quotes };
        at += 2 + end[0].length;
      } else {
        at = endOfString(line, at, char);
      }
    }
  }
  return { depth, open: undefined };
}

/** Where the string that begins at `from` ends; it is passed over when it does not. */
function endOfString(line: string, from: number, quote: string): number {
  let end = line.indexOf(quote, from + 1);
  if (quote === "'") return end < 0 ? from : end;
  for (let slash = line.indexOf('\\', from + 1); slash >= 0 && slash < end; ) {
    if (slash + 1 === end) end = line.indexOf(quote, end + 1);
    slash = line.indexOf('\\', slash + 2);
  }
  return end < 0 ? from : end;
}
