import { blankStrings } from './scan.ts';
import type { Reach } from './statements.ts';
import { type Facts, type RawBinding, type RawCall, type RawRead, type Scope, type Values, walkTree } from './walk.ts';

/** A call in Python source, with its arguments as they are written. */
export type Call = {
  /**
   * With imported names spelt out: `uvicorn.run` for `run`, and `flask.Flask().run` for a method of an object that was made so. Empty,
   * as `written` is, where the text does not say.
   */
  readonly callee: string;
  /** As it is written: `app.run`. */
  readonly written: string;
  /** The same, whatever it is: `(FOLDER / "rows.csv").read_text`. */
  readonly text: string;
  readonly positional: readonly string[];
  readonly keywords: ReadonlyMap<string, string>;
  /** Whether `*args` or `**options` hide some. */
  readonly isPartial: boolean;
  readonly line: number;
  /** Of a call in a function: how the function is reached, where this file calls it by its name. */
  readonly reach: Reach;
  /** Whether it is in a function, which other files may call as well. */
  readonly isInFunction: boolean;
};

/** Something that is looked up in an attribute of an imported module: `["key"]` in `streamlit.secrets`. */
type Read = Pick<Call, 'line' | 'reach'> & {
  /** `streamlit.secrets`. */
  readonly of: string;
  /** Empty for what is in square brackets. */
  readonly attribute: string;
};

/** A name that gets a value somewhere in a file. */
export type Binding = {
  readonly name: string;
  readonly line: number;
  /** `module`: it is there once the module is loaded. `main`: only in the program. Else a name of its function or class. */
  readonly in: 'module' | 'main' | 'function' | 'class';
  readonly by: RawBinding['by'];
  /** What it may be, spelt out as a callee is: `fastapi.FastAPI()`. Empty where the text does not say. */
  readonly values: Values;
  /** The expression that it is set to. */
  readonly written: string | undefined;
  /** The type that is written behind it. */
  readonly type: string | undefined;
  /** What calling it gives, for a function or a class of this file. */
  readonly gives: Values;
  /** Whether it is a function that can't be called without arguments. */
  readonly needsArguments: boolean;
};

/** What the text of a Python file says about its names and its calls. */
export type Module = {
  readonly calls: readonly Call[];
  readonly bindings: readonly Binding[];
  readonly reads: readonly Read[];
  /** Whether there may be names that the text does not show: by `*`, by `exec`, in text that is not understood. */
  readonly hidesNames: boolean;
};

/** Milliseconds. A megabyte of source takes one second; what takes longer is no source. */
const PATIENCE = 5000;
/** How many names deep a value is followed. */
const DEPTH = 8;

export const EMPTY: Module = { calls: [], bindings: [], reads: [], hidesNames: true };
const HIDING = ['globals', 'locals', 'vars', 'exec', 'setattr', '__getattr__'];

/**
 * Reads the calls and the names in Python source. The parser is loaded here only: it costs more than reading a small file. Source
 * that it can't read at all has neither.
 */
export function readModule(text: string): Promise<Module> {
  const known = read.get(text);
  if (known) return known;
  const module = parseModule(text);
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, module);
  return module;
}

/** Detection, contract and needs look at the same files. */
const read = new Map<string, Promise<Module>>();
const MOST_KEPT = 256;

async function parseModule(text: string): Promise<Module> {
  const source = text.replace(/^\ufeff/, ' ').replace(/\r\n?/g, '\n');
  const { parser } = await import('@lezer/python');
  try {
    const parse = parser.startParse(openWiths(source));
    const end = performance.now() + PATIENCE;
    let tree = parse.advance();
    for (let step = 1; tree === null; step++) {
      if (step % 1024 === 0 && performance.now() > end) return EMPTY;
      tree = parse.advance();
    }
    return moduleOf(walkTree(tree, source), source);
  } catch (error) {
    // Brackets so deep that the parser has no room for them: Python has none either.
    if (error instanceof RangeError) return EMPTY;
    throw error;
  }
}

/** `with (a as b, c as d):` without its brackets, which the parser does not know; nothing moves. */
function openWiths(source: string): string {
  const heads = [...source.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm)];
  if (heads.length === 0) return source;
  const code = blankStrings(source);
  const closings = closingBrackets(code);
  const pieces: string[] = [];
  let done = 0;
  for (const head of heads) {
    const open = head.index + head[0].length;
    const close = closings.get(open - 1);
    if (open <= done || close === undefined || !/^[ \t]*:/.test(code.slice(close + 1, close + 100))) continue;
    const inner = code.slice(open, close);
    if (!/\bas\b/.test(inner)) continue;
    const flat = inner.replace(/\n/g, ' ').replace(/,(\s*)$/, ' $1');
    pieces.push(source.slice(done, open - 1), ' ', flat, ' ');
    done = close + 1;
  }
  return pieces.join('') + source.slice(done);
}

/** Where each bracket closes that does. */
function closingBrackets(code: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of code.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open.push(index);
    else closings.set(open.pop() ?? -1, index);
  }
  return closings;
}

function moduleOf({ module, bindings, calls, reads, mentioned, hasErrors }: Facts, source: string): Module {
  const lineOf = lineCounter(source);
  const reachOf = reachWith(calls);
  return {
    calls: calls
      .map((call) => ({ ...callOf(call, source, lineOf), reach: reachOf(call) }))
      .sort((one, other) => one.from - other.from)
      .map(({ from, ...call }) => call),
    bindings: bindings.map(
      ({ name, from, place, by, values, written, annotation, own }): Binding => ({
        ...{
          name,
          by,
          line: lineOf(from),
          in: place.scope !== module ? within(place.scope) : place.isMain ? 'main' : 'module',
        },
        values: by === 'import' ? values : by === 'value' ? values.map((value) => spell(value, place.scope)) : [],
        written: written && source.slice(written.from, written.to),
        type: annotation.map((type) => spell(type, place.scope))[0],
        gives: own ? givenBy({ by, values, annotation, own }, place.scope) : [],
        needsArguments: own?.needsArguments ?? false,
      }),
    ),
    reads: reads.map((read) => ({
      of: read.values.map((value) => spell(value, read.place.scope))[0] ?? '',
      attribute: read.attribute,
      line: lineOf(read.from),
      reach: reachOf(read),
    })),
    hidesNames:
      hasErrors ||
      HIDING.some((name) => mentioned.has(name)) ||
      bindings.some(({ name }) => name === '*' || name === '__getattr__'),
  };
}

type Placed = Pick<RawRead, 'from' | 'place'>;

/** The function that a place is in, if any. */
function functionAround(scope: Scope): Scope | undefined {
  let around: Scope | undefined = scope;
  while (around && around.kind !== 'function') around = around.parent;
  return around;
}

/** How a place is reached, through the functions that the file calls by their names. */
function reachWith(calls: readonly RawCall[]): (placed: Placed) => Reach {
  const runs = new Map<Scope, Reach>();
  const reachOf = ({ from, place }: Placed): Reach => {
    const around = functionAround(place.scope);
    const isLeft = from > (around ?? place.scope).leftAt;
    if (isLeft || place.inner === 'maybe') return 'maybe';
    return around ? (runs.get(around) ?? 'maybe') : place.reach;
  };
  const local = calls.flatMap((call) => {
    const [name = '', ...others] = call.callee;
    const called = others.length === 0 ? lookUp(name, call.place.scope) : undefined;
    return called?.by === 'function' && called.own && !called.own.isDeferred ? [{ call, own: called.own }] : [];
  });
  for (let depth = 0, isNews = true; isNews && depth < DEPTH; depth++) {
    isNews = false;
    for (const { call, own } of local) {
      const reach = reachOf(call);
      if (reach === 'maybe' || runs.get(own) === 'always' || runs.get(own) === reach) continue;
      runs.set(own, reach);
      isNews = true;
    }
  }
  return reachOf;
}

const within = (scope: Scope): 'function' | 'class' => (scope.kind === 'class' ? 'class' : 'function');

/** Offsets to lines, from 1. */
function lineCounter(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Follows the first name of a path to what it stands for, as far as the file says. */
function spell(path: string, scope: Scope): string {
  const seen = new Set<RawBinding>();
  let spelt = path;
  let around = scope;
  while (seen.size < DEPTH) {
    const head = /^[^.(]*/.exec(spelt)?.[0] ?? '';
    const found = lookUp(head, around);
    const [value, ...others] = found?.by === 'import' || found?.by === 'value' ? found.values : [];
    if (found === undefined || value === undefined || others.length > 0 || seen.has(found)) break;
    spelt = value + spelt.slice(head.length);
    if (found.by === 'import') break;
    seen.add(found);
    around = found.place.scope;
  }
  return spelt;
}

/** What a name means in a scope. Those of a class are not there for the functions in it. */
function lookUp(name: string, scope: Scope): RawBinding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at === scope || at.kind !== 'class' ? at.names.get(name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What calling a function or a class gives: what it returns, else the type that it is said to return; its bases. */
function givenBy(
  { by, values, annotation, own }: Pick<RawBinding, 'by' | 'values' | 'annotation' | 'own'>,
  around: Scope,
): Values {
  const instances = (types: Values) => types.map((type) => `${spell(type, around)}()`);
  if (by === 'class') return instances(values);
  const returned = new Set(own?.returns.flat().map((value) => spell(value, own)));
  return [...returned, ...instances(annotation)];
}

/** A callee with what the file's own functions give in the place of a call of them. */
function spellCallee(path: string, scope: Scope): string {
  let spelt = spell(path, scope);
  for (let depth = 0; depth < DEPTH; depth++) {
    const [, head = '', rest = ''] = /^([^.(]*)\(\)(.+)$/.exec(spelt) ?? [];
    const maker = head === '' ? undefined : lookUp(head, scope);
    const [given, ...others] = maker?.own ? givenBy(maker, maker.place.scope) : [];
    if (given === undefined || others.length > 0) break;
    spelt = given + rest;
  }
  return spelt;
}

function callOf({ callee, from, place, args }: RawCall, source: string, lineOf: (offset: number) => number) {
  const positional: string[] = [];
  const keywords = new Map<string, string>();
  // One that is never closed is not all there.
  let isPartial = args.at(-1)?.type !== ')';
  let item: (typeof args)[number][] = [];
  for (const part of args.slice(1)) {
    const isEnd = part.type === ',' || part.type === ')';
    if (!isEnd) item.push(part);
    const [first, second, third] = item;
    const last = item.at(-1);
    if (!isEnd || first === undefined || last === undefined) continue;
    if (first.type === '*' || first.type === '**') isPartial = true;
    else if (second?.type === 'AssignOp' && second.to - second.from === 1 && third)
      keywords.set(source.slice(first.from, first.to), source.slice(third.from, last.to));
    else positional.push(source.slice(first.from, last.to));
    item = [];
  }
  const [path, ...others] = callee;
  const name = path === undefined || others.length > 0 ? '' : spellCallee(path, place.scope);
  return {
    from,
    callee: name,
    written: name === '' ? '' : (path ?? ''),
    text: source.slice(from, args[0]?.from ?? from),
    positional,
    keywords,
    isPartial,
    line: lineOf(from),
    isInFunction: functionAround(place.scope) !== undefined,
  };
}

/** What a string or a whole number in source stands for; nothing for any other expression. */
export function literal(written: string | undefined): string | number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  const raw = /^[rR](['"])([^'"{]*)\1$/.exec(written)?.[2];
  return raw ?? /^[buBU]?(['"])((?:[^'"\\{]|\\\\)*)\1$/.exec(written)?.[2]?.replaceAll('\\\\', '\\');
}
