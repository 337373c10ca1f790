/** What `**` stands for at the start, at the end and within a pattern. */
const [PREFIX, SUFFIX, MIDDLE] = ['(?:/?|.*/)', '/.*', '(?:/|/.*/)'];

/** UTF-8 as a text of bytes: globset's `?` and `[…]` match one byte. */
export const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

const literal = (char: string): string => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * A pattern as Rust's globset reads it with its default options, as a regular expression over `bytesOf` a path: `*` and `?`
 * cross slashes. `undefined` where globset refuses it (a bracket or brace that is not closed, a range that runs backwards).
 */
export function globset(pattern: string): RegExp | undefined {
  const glob = bytesOf(pattern);
  /** What is read so far: of the pattern, and of each alternative that is not closed yet. */
  const branches: string[][] = [[]];
  const groups: number[] = [];

  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    const tokens = branches.at(-1) as string[];
    if (char === '?') {
      tokens.push('.');
    } else if (char === '*' && glob[at + 1] !== '*') {
      tokens.push('.*');
    } else if (char === '*') {
      const before = glob[at - 1];
      at += 1;
      const next = glob[at + 1];
      const isLast = next === undefined || (groups.length > 0 && (next === ',' || next === '}'));
      if (tokens.length === 0 ? next !== undefined && next !== '/' : before !== '/' || !(isLast || next === '/')) {
        tokens.push('.*');
        continue;
      }
      const last = tokens.pop();
      if (last === undefined || last === PREFIX) tokens.push(PREFIX);
      else tokens.push(isLast || last === SUFFIX ? SUFFIX : MIDDLE);
      if (next === '/') at += 1;
    } else if (char === '[') {
      const [whole, negation, content = ''] = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob.slice(at)) ?? [];
      const set = content === '' ? undefined : ranges(content);
      if (whole === undefined || set === undefined) return undefined;
      tokens.push(`[${negation && '^'}${set}]`);
      at += whole.length - 1;
    } else if (char === '{') {
      groups.push(branches.length);
      branches.push([]);
    } else if (char === '}') {
      const start = groups.pop();
      if (start === undefined) return undefined;
      const alternatives = branches.splice(start).map((branch) => branch.join(''));
      branches.at(-1)?.push(`(?:${alternatives.filter(Boolean).join('|')})`);
    } else if (char === ',' && groups.length > 0) {
      branches.push([]);
    } else if (char === '\\') {
      at += 1;
      if (at === glob.length) return undefined;
      tokens.push(literal(glob.charAt(at)));
    } else {
      tokens.push(literal(char));
    }
  }
  const [tokens = [], ...open] = branches;
  if (open.length > 0) return undefined;
  return new RegExp(tokens.length === 1 && tokens[0] === PREFIX ? '' : `^${tokens.join('')}$`, 's');
}

/** `a-z-` as the inside of a set; `undefined` when a range runs backwards. */
function ranges(content: string): string | undefined {
  const found: [low: string, high: string][] = [];
  let isOpen = false;
  for (const [index, char] of [...content].entries()) {
    const last = found.at(-1);
    if (isOpen && last) {
      last[1] = char;
      if (char < last[0]) return undefined;
      isOpen = false;
    } else if (char === '-' && index > 0) {
      isOpen = true;
    } else {
      found.push([char, char]);
    }
  }
  if (isOpen) found.push(['-', '-']);
  return found.map(([low, high]) => `${literal(low)}-${literal(high)}`).join('');
}
