import { anything, FOLDERS, matcher, type Step } from './pattern.ts';

const SLASH: Step = { char: '/' };
const ALL: Step = { many: anything };
/** What `**` stands for at the start, at the end and within a pattern. */
const PREFIX = FOLDERS;
const SUFFIX: Step = { ways: [[SLASH, ALL]] };
const MIDDLE: Step = { ways: [[SLASH, FOLDERS]] };

/** UTF-8 as a text of bytes: globset's `?` and `[…]` match one byte. */
export const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/**
 * A pattern as Rust's globset reads it with its default options, for `bytesOf` a path: `*` and `?`
 * cross slashes. `undefined` where globset refuses it (a bracket or brace that is not closed, a range that runs backwards).
 */
export function globset(pattern: string): ((bytes: string) => boolean) | undefined {
  const glob = bytesOf(pattern);
  /** What is read so far: of the pattern, and of each alternative that is not closed yet. */
  const branches: Step[][] = [[]];
  const groups: number[] = [];

  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    const tokens = branches.at(-1) ?? [];
    if (char === '?') {
      tokens.push({ one: anything });
    } else if (char === '*' && glob[at + 1] !== '*') {
      tokens.push(ALL);
    } else if (char === '*') {
      const before = glob[at - 1];
      at += 1;
      const next = glob[at + 1];
      const isLast = next === undefined || (groups.length > 0 && (next === ',' || next === '}'));
      if (tokens.length === 0 ? next !== undefined && next !== '/' : before !== '/' || !(isLast || next === '/')) {
        tokens.push(ALL);
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
      tokens.push({ one: (char) => set.some(([low, high]) => low <= char && char <= high) !== (negation !== '') });
      at += whole.length - 1;
    } else if (char === '{') {
      groups.push(branches.length);
      branches.push([]);
    } else if (char === '}') {
      const start = groups.pop();
      if (start === undefined) return undefined;
      const ways = branches.splice(start).filter((branch) => branch.length > 0);
      branches.at(-1)?.push({ ways: ways.length > 0 ? ways : [[]] });
    } else if (char === ',' && groups.length > 0) {
      branches.push([]);
    } else if (char === '\\') {
      at += 1;
      if (at === glob.length) return undefined;
      tokens.push({ char: glob.charAt(at) });
    } else {
      tokens.push({ char });
    }
  }
  const [tokens = [], ...open] = branches;
  if (open.length > 0) return undefined;
  return matcher(tokens.length === 1 && tokens[0] === PREFIX ? [ALL] : tokens);
}

/** `a-z-` as the ranges of a set; `undefined` when one runs backwards. */
function ranges(content: string): readonly (readonly [low: string, high: string])[] | undefined {
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
  return found;
}
