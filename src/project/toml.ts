import { parse, TomlError } from 'smol-toml';
import type { Finding } from '../errors.ts';
import { quote } from '../text.ts';
import type { TextFile } from './text-file.ts';

/** A TOML file with its values and the lines its keys stand on. */
export type TomlFile = TextFile & {
  readonly data: Readonly<Record<string, unknown>>;
  /** The 1-based line of a dotted key (`project.name`, `package.3.version`), or of its nearest parent; 1 at worst. */
  lineOf(key: string): number;
};

/** Parses a file, or says what is wrong with it and where. A byte order mark is dropped, as uv does. */
export function parseToml(file: TextFile): TomlFile | Finding {
  const text = file.text.replace(/^\ufeff/, '');
  const conflict = /^<{7}(?: |$)/m.exec(text);
  if (conflict) {
    return {
      level: 'error',
      code: 'merge-conflict',
      message: `${file.shown} contains merge conflict markers.`,
      remedy: file.shown.endsWith('uv.lock')
        ? 'Resolve the conflict in pyproject.toml, run `git checkout --theirs uv.lock` and then `uv lock`, and commit the result.'
        : 'Resolve the conflict, remove the markers and commit the file.',
      file: file.shown,
      line: text.slice(0, conflict.index).split('\n').length,
      column: 1,
    };
  }
  try {
    const data = parse(text, { maxDepth: 200 });
    let lines: ReadonlyMap<string, number> | undefined;
    const lineOf = (key: string): number => {
      lines ??= keyLines(text);
      for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
        const line = lines.get(path);
        if (line !== undefined) return line;
      }
      return 1;
    };
    return { ...file, text, data, lineOf };
  } catch (error) {
    if (!(error instanceof TomlError) && !(error instanceof RangeError)) throw error;
    const [line = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    const reason = line.replace(/(?:\. aborting)?[.\s]*$/, '');
    return {
      level: 'error',
      code: 'toml-syntax',
      message: `${file.shown} is not valid TOML: ${quote(reason, 160)}.`,
      remedy: file.shown.endsWith('uv.lock')
        ? 'Run `uv lock` and commit uv.lock; do not edit it by hand.'
        : 'Correct the line and commit the file.',
      file: file.shown,
      ...(error instanceof TomlError && { line: error.line, column: error.column }),
    };
  }
}

export const isFinding = (value: TomlFile | Finding): value is Finding => 'level' in value;

/** How a text over several lines begins, and where it ends: up to two more quotes may stand before the closing ones. */
const ENDS = { '"""': /^(?:[^\\]|\\.)*?"""(?:"{0,2})/s, "'''": /^.*?'''(?:'{0,2})/s } as const;
type Open = keyof typeof ENDS | undefined;

const PART = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)`;
const PATH = String.raw`${PART}(?:\s*\.\s*${PART})*`;
const HEADER = new RegExp(String.raw`^\s*(\[\[?)\s*(${PATH})\s*\]\]?\s*(?:#.*)?$`);
const KEY = new RegExp(String.raw`^\s*(${PATH})\s*=`);

/**
 * The line of every key, by a scan of the text: the parser keeps no positions.
 * Array tables are numbered from 0 (`package.0.name`). Strings and arrays that span lines are stepped over.
 */
export function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = '';
  let depth = 0;
  let open: Open;

  text.split(/\r?\n/).forEach((raw, index) => {
    let line = raw;
    if (open !== undefined) {
      const end = ENDS[open].exec(line);
      if (!end) return;
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
        return;
      }
      if (key) {
        const path = [table, dotted(key[1] ?? '')].filter(Boolean).join('.');
        if (!lines.has(path)) lines.set(path, index + 1);
        line = line.slice(key[0].length);
      }
    }
    ({ depth, open } = brackets(line, depth));
  });
  return lines;
}

/** `"a" . b` as `a.b`. */
const dotted = (key: string): string => (key.match(new RegExp(PART, 'g')) ?? []).map(unquoted).join('.');

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

/** Which brackets and multi-line string are open after `line`. */
function brackets(line: string, before: number): { depth: number; open: Open } {
  let depth = before;
  for (let rest = line; ; ) {
    const found = /"""|'''|"(?:[^"\\]|\\.)*"|'[^']*'|[#[\]{}]/.exec(rest);
    const token = found?.[0];
    if (!found || token === '#') return { depth, open: undefined };
    rest = rest.slice(found.index + found[0].length);
    if (token === '"""' || token === "'''") {
      const end = ENDS[token].exec(rest);
      if (!end) return { depth, open: token };
      rest = rest.slice(end[0].length);
    }
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
  }
}
