import { posix } from 'node:path';
import { normalExtras, normalName } from './requirement.ts';

/** A line of a requirements file, as pip reads it (its documentation, "Requirements File Format"). */
export type RequirementLine = { readonly text: string; readonly line: number } & (
  | { readonly is: 'requirement'; readonly name: string; readonly extras: readonly string[]; readonly pinned?: string }
  /** A file that it names, as a path from where this one is. */
  | { readonly is: 'include' | 'constraint'; readonly path: string }
  /** Something on disk. */
  | { readonly is: 'local' }
  /** An address that does not tell what is there. */
  | { readonly is: 'address' }
  | { readonly is: 'option' }
  | { readonly is: 'invalid' }
);

/** The text of the file: UTF-8, or what its byte order mark says. Bytes that mean nothing are replaced: comments may have some. */
export function decodeRequirements(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The lines that say something, with those joined that a backslash holds together. */
function readRequirementLines(text: string): RequirementLine[] {
  const lines: RequirementLine[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const continues = raw.endsWith('\\') && !isComment;
    const part = continues ? raw.slice(0, -1) : raw;
    open = open ? { ...open, text: `${open.text} ${part}` } : { text: part, line: index + 1 };
    if (continues) continue;
    const whole = open.text.replace(/(?:^|\s)#.*$/, '').trim();
    if (whole !== '') lines.push(judge(whole, open.line));
    open = undefined;
  }
  const rest = open?.text.replace(/(?:^|\s)#.*$/, '').trim();
  return rest && open ? [...lines, judge(rest, open.line)] : lines;
}

const LOCAL =
  /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:|@\s*\.{0,2}\/|^[^\s@]*\.(?:whl|zip|tar\.gz)(?:\s|$)/;
const NAMED = /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?=$|[=<>!~;@(])(.*)$/is;
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z0-9+.-]*:\/\//i;

function judge(text: string, line: number): RequirementLine {
  const common = { text, line };
  const [, option = '', path = ''] =
    /^(-r|--requirement|-c|--constraint)(?:\s+|\s*=\s*|(?=[^\s-]))(.+)$/.exec(text) ?? [];
  if (option !== '') return { ...common, is: /c/.test(option.slice(0, 4)) ? 'constraint' : 'include', path };
  if (ADDRESS.test(text) && !text.startsWith('file:')) return { ...common, ...atAddress(text) };
  if (LOCAL.test(text)) return { ...common, is: 'local' };
  if (text.startsWith('-')) return { ...common, is: 'option' };
  // Variables are filled in on the server.
  if (/\$\{\w+\}/.test(text)) return { ...common, is: 'option' };
  const [, name, extras = '', rest = ''] = NAMED.exec(text) ?? [];
  if (name === undefined) return { ...common, is: 'invalid' };
  const pinned = /^\s*==\s*([^\s;,*]+)\s*(?:;|--|$)/.exec(rest)?.[1];
  return { ...common, ...requirement(name, extras), ...(pinned !== undefined && { pinned }) };
}

const requirement = (name: string, extras = '') => ({
  is: 'requirement' as const,
  name: normalName(name),
  extras: normalExtras(extras.split(',')),
});

/** What an address alone tells: `#egg=name`, or the name of a wheel. */
function atAddress(text: string) {
  const [, egg, extras] = /#(?:.*&)?egg=([\w.-]+)(?:\[([^\]]*)\])?/.exec(text) ?? [];
  const [, wheel] = /\/([\w.]+)-[^/]+\.whl(?:[#?\s]|$)/.exec(text) ?? [];
  const name = egg ?? wheel;
  return name === undefined ? { is: 'address' as const } : requirement(name, extras);
}

/** What a requirements file asks for, with the files that it names: `read` gives the text of one by its path. */
export function requirementsIn(
  path: string,
  read: (path: string) => string | undefined,
  seen: Set<string> = new Set(),
): { readonly path: string; readonly lines: readonly RequirementLine[] }[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = read(path);
  if (text === undefined) return [];
  const lines = readRequirementLines(text);
  const named = lines.flatMap((one) => (one.is === 'include' ? [besideOf(path, one.path)] : []));
  return [{ path, lines }, ...named.flatMap((next) => requirementsIn(next, read, seen))];
}

/** The path of a file that another one names. */
export const besideOf = (path: string, named: string): string => posix.join(posix.dirname(path), named);
