/** Whether one character fits. */
type Test = (char: string) => boolean;

/** What a part of a pattern takes: a character, any number of them, or one of several ways to go on. */
export type Step =
  | { readonly char: string }
  | { readonly one: Test }
  | { readonly many: Test }
  | { readonly ways: readonly (readonly Step[])[] };

export const anything: Test = () => true;
const inName: Test = (char) => char !== '/';

/** Nothing, or folders with their slash: what a double star means. */
export const FOLDERS: Step = { ways: [[], [{ many: anything }, { char: '/' }]] };

/** Nobody writes more; a match takes at most as many steps as the pattern and the text have characters, multiplied. */
const [LONGEST, MOST] = [1_000, 1_000];

/** Why some patterns are not used, as the end of a sentence about their list. */
export function patternProblem(patterns: readonly string[]): string | undefined {
  if (patterns.length > MOST) return `has ${patterns.length} patterns; more than ${MOST} are not read`;
  const longest = Math.max(0, ...patterns.map(({ length }) => length));
  return longest > LONGEST ? `has a pattern of ${longest} characters; more than ${LONGEST} are not read` : undefined;
}

type State = { readonly fits?: Test; readonly next: number[] };

/**
 * Whether a whole text matches. All ways through the pattern are gone at once, so that no pattern can take for ever as it can where
 * one way is tried after the other.
 */
export function matcher(steps: readonly Step[]): (text: string) => boolean {
  const isOpen = (step: Step) => !('char' in step);
  const textOf = (part: readonly Step[]) => part.map((step) => ('char' in step ? step.char : '')).join('');
  const first = steps.findIndex(isOpen);
  const [prefix, suffix] = [textOf(steps.slice(0, first)), textOf(steps.slice(steps.findLastIndex(isOpen) + 1))];
  if (first < 0) {
    const whole = textOf(steps);
    return (text) => text === whole;
  }
  const states: State[] = [{ next: [] }];
  const start = build(steps.slice(first), 0, states);
  return (text) => text.startsWith(prefix) && text.endsWith(suffix) && run(states, start, text.slice(prefix.length));
}

/** Adds the states of some steps that go on to the state `after`; answers the first of them. */
function build(steps: readonly Step[], after: number, states: State[]): number {
  return steps.reduceRight((next, step) => {
    if ('ways' in step) return states.push({ next: step.ways.map((way) => build(way, next, states)) }) - 1;
    if ('many' in step) {
      const branch = states.length + 1;
      states.push({ fits: step.many, next: [branch] }, { next: [branch - 1, next] });
      return branch;
    }
    const fits = 'one' in step ? step.one : (char: string) => char === step.char;
    return states.push({ fits, next: [next] }) - 1;
  }, after);
}

/** The last of the states, 0, is reached when the text ends. */
function run(states: readonly State[], start: number, text: string): boolean {
  const seen = new Int32Array(states.length).fill(-1);
  let position = 0;
  let current: number[] = [];
  const enter = (from: number, into: number[]) => {
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (seen[state] === position) continue;
      seen[state] = position;
      const { fits, next } = states[state] ?? { next: [] };
      if (fits || state === 0) into.push(state);
      else open.push(...next);
    }
  };
  enter(start, current);
  for (const char of text) {
    position += 1;
    const reached: number[] = [];
    for (const state of current) {
      const { fits, next } = states[state] ?? { next: [] };
      if (fits?.(char)) for (const one of next) enter(one, reached);
    }
    if (reached.length === 0) return false;
    current = reached;
  }
  return current.includes(0);
}

const CLASSES: Readonly<Record<string, string>> = {
  ...{ alnum: 'a-zA-Z0-9', alpha: 'a-zA-Z', blank: ' \\t', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~' },
  ...{
    lower: 'a-z',
    print: ' -~',
    punct: '!-/:-@\\[-`{-~',
    space: '\\s',
    upper: 'A-Z',
    xdigit: '0-9a-fA-F',
    word: '\\w',
  },
};

/** A set as gitignore(5) writes it, `[a-z]` or `[!\]x]` or `[[:digit:]]`, and its length; nothing where it has no end. */
function readSet(text: string): { step: Step; length: number } | undefined {
  const [whole, negation = '', content = ''] = /^\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]/s.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const source = content.replace(/\[:([a-z]+):\]|\\(.)|[\]^[]/gs, (token, name?: string, escaped?: string) => {
    if (name !== undefined) return CLASSES[name] ?? '';
    return `\\u{${(escaped ?? token).codePointAt(0)?.toString(16)}}`;
  });
  return { step: setOf(source, negation !== ''), length: whole.length };
}

/** One character of a set that is written as in a regular expression; a slash is in none. */
function setOf(source: string, isNegated: boolean): Step {
  try {
    const set = new RegExp(`^[${isNegated ? '^' : ''}${source}]$`, 'su');
    return { one: (char) => char !== '/' && set.test(char) };
  } catch {
    return { one: () => false }; // a range that runs backwards
  }
}

/**
 * A path's pattern as gitignore(5) reads it: `*`, `?` and sets stay within a name, `**` is any number of folders, a backslash takes
 * the next character by the letter. With `braces`, `{a,b}` is either. Nothing for a pattern that git gives up on.
 */
export function readGlob(glob: string, { braces }: { readonly braces: boolean }): readonly Step[] | undefined {
  /** The ways that are read so far: of the pattern, and of each group of braces that is not closed yet. */
  const open: Step[][][] = [[[]]];
  const add = (...steps: readonly Step[]) =>
    open
      .at(-1)
      ?.at(-1)
      ?.push(...steps);
  const isEdge = (char: string | undefined) => char === undefined || char === '/' || (braces && '{},'.includes(char));
  for (let at = 0; at < glob.length; ) {
    const rest = glob.slice(at);
    const [stars = ''] = /^\*+/.exec(rest) ?? [];
    const set = rest.startsWith('[') ? readSet(rest) : undefined;
    const token = stars || String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const [before, next] = [glob[at - 1], glob[at + token.length]];
    at += set?.length ?? token.length;
    if (stars.length > 1 && isEdge(before) && isEdge(next)) {
      if (next === '/') at += 1;
      add(next === '/' ? FOLDERS : { many: anything });
    } else if (stars !== '') add({ many: inName });
    else if (token === '?') add({ one: inName });
    else if (set) add(set.step);
    else if ((token === '[' && !braces) || (token === '\\' && next === undefined)) return undefined;
    else if (token === '\\') {
      const literal = String.fromCodePoint(glob.codePointAt(at) ?? 0);
      add({ char: literal });
      at += literal.length;
    } else if (braces && token === '{' && isClosed(rest)) open.push([[]]);
    else if (token === ',' && open.length > 1) open.at(-1)?.push([]);
    else if (token === '}' && open.length > 1) add(...group(open.pop() ?? []));
    else add({ char: token });
  }
  return open.length === 1 ? open[0]?.[0] : undefined;
}

/** Whether the brace that a text begins with is closed in it. */
function isClosed(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** `{a,b}` is either, `{a..c}` is a set, and `{a}` is what it says. */
function group(ways: readonly (readonly Step[])[]): readonly Step[] {
  const [first = [], ...others] = ways;
  if (others.length > 0) return [{ ways }];
  const text = first.map((step) => ('char' in step ? step.char : '*')).join('');
  const [, low, high] = /^([a-z0-9])\.\.([a-z0-9])$/i.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return [setOf([low, high].sort().join('-'), false)];
  return [{ char: '{' }, ...first, { char: '}' }];
}

/** One name's pattern as Python's fnmatch and Rust's glob read it: `*`, `?` and sets, and nothing else is special. */
export const readName = (pattern: string): readonly Step[] =>
  [...pattern.matchAll(/\*+|\?|\[(!?)(\]?[^\]]+)\]|./gsu)].map(([token, negation, set]): Step => {
    if (set !== undefined) return setOf(set.replace(/[\\\]^[]/g, '\\$&'), negation !== '');
    if (token.startsWith('*')) return { many: inName };
    return token === '?' ? { one: inName } : { char: token };
  });
