import type { Tree } from '@lezer/common';
import type { Reach } from './statements.ts';

/** What an expression may give, each written as a path with `()` for a call: `fastapi.FastAPI()`. Empty where that is unknown. */
export type Values = readonly string[];

/** A body of statements with names of its own, or a module. */
export type Scope = {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Scope | undefined;
  /** What a name stands for: an import of this name, else what it was set to last. */
  readonly names: Map<string, RawBinding>;
  /** What a function returns. */
  readonly returns: Values[];
  /** Names that it declares as those of its module. */
  readonly globals: Set<string>;
  /** Where it may first be left: what comes later need not run. */
  leftAt: number;
  /** Whether a call does not run it at once: a generator, or a function in the hands of a decorator. */
  isDeferred: boolean;
  /** Whether a function can't be called without arguments. */
  needsArguments: boolean;
};

/** How a place in the source is reached. */
type Place = {
  readonly scope: Scope;
  readonly reach: Reach;
  /** How it is reached once the function around it is called; the same as `reach` outside of functions. */
  readonly inner: Reach;
  readonly isMain: boolean;
};

/** A name that gets a value. Offsets count from the start of the text. */
export type RawBinding = {
  readonly name: string;
  readonly from: number;
  readonly place: Place;
  /** An import of a module or of something in it gives its dotted name. */
  readonly by: 'import' | 'function' | 'class' | 'value' | 'other';
  readonly values: Values;
  /** Where the expression is that it is set to, where it gets all of it. */
  readonly written?: { readonly from: number; readonly to: number };
  /** The type that is written behind the name, or the one that a function returns. */
  readonly annotation: Values;
  /** The scope of a function or a class. */
  readonly own?: Scope;
};

export type RawCall = {
  readonly callee: Values;
  readonly from: number;
  readonly place: Place;
  readonly args: readonly Part[];
};

/** An attribute that is looked up, and what is looked up in it: `a.b.c` of `a.b`. */
export type RawRead = {
  readonly values: Values;
  readonly from: number;
  readonly place: Place;
  readonly attribute: string;
};

/** A node of the tree that was left, as the one around it sees it. */
type Part = {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly values: Values;
  /** What is in a tuple, a list or brackets of arguments. */
  readonly parts: readonly Part[];
};

type Frame = {
  readonly type: string;
  readonly from: number;
  /** Where it is, and the place to go back to behind it. */
  readonly place: Place;
  readonly around: Place;
  readonly parts: Part[];
  readonly own?: Scope;
};

export type Facts = {
  readonly module: Scope;
  readonly bindings: readonly RawBinding[];
  readonly calls: readonly RawCall[];
  readonly reads: readonly RawRead[];
  /** Names that are used as they are: `exec`, `globals`. */
  readonly mentioned: ReadonlySet<string>;
  readonly hasErrors: boolean;
};

/** Longer paths and more alternatives mean nothing to anybody. */
const LONGEST = 200;
const MOST = 4;

const COMPREHENSION = /ComprehensionExpression$/;
const MAIN_TEST = /^[(\s]*(?:__name__\s*==\s*(["'])__main__\1|(["'])__main__\2\s*==\s*__name__)[)\s]*$/;
const MAYBE_BODIES = new Set(['WhileStatement', 'ForStatement', 'TryStatement', 'MatchClause']);
/** Their children are of no interest to them. */
const LOOSE = new Set(['Script', 'Body', 'StatementGroup', 'MatchBody']);

const scopeIn = (kind: Scope['kind'], parent?: Scope): Scope => ({
  ...{ kind, parent, names: new Map(), returns: [], globals: new Set() },
  ...{ leftAt: Number.POSITIVE_INFINITY, isDeferred: false, needsArguments: false },
});

type Walk = {
  readonly text: string;
  readonly bindings: RawBinding[];
  readonly calls: RawCall[];
  readonly reads: RawRead[];
  readonly mentioned: Set<string>;
  place: Place;
};

/** Reads a tree in one go over its nodes, however deep it is. `text` is what it was made of, byte for byte. */
export function walkTree(tree: Tree, text: string): Facts {
  const module = scopeIn('module');
  const walk: Walk = {
    ...{ text, bindings: [], calls: [], reads: [], mentioned: new Set<string>() },
    place: { scope: module, reach: 'always', inner: 'always', isMain: false },
  };
  const frames: Frame[] = [];
  let hasErrors = false;
  tree.iterate({
    enter: ({ name, from, type }) => {
      hasErrors ||= type.isError;
      const above = frames.at(-1);
      const around = walk.place;
      const own = ownScope(name, around.scope);
      if (above) walk.place = placeOf(name, above, walk);
      if (own?.kind === 'comprehension') walk.place = { ...walk.place, scope: own, reach: 'maybe', inner: 'maybe' };
      frames.push({ type: name, from, place: walk.place, around, parts: [], ...(own && { own }) });
    },
    leave: ({ from, to }) => {
      const frame = frames.pop();
      if (frame === undefined) return;
      const above = frames.at(-1);
      walk.place = frame.place;
      const values = LEAVING[frame.type]?.({ ...frame, to }, walk, above) ?? NOTHING;
      walk.place = frame.around;
      if (above && !LOOSE.has(above.type) && frame.type !== 'Comment')
        above.parts.push({ type: frame.type, from, to, values, parts: frame.parts });
    },
  });
  return {
    module,
    hasErrors,
    bindings: walk.bindings,
    calls: walk.calls,
    reads: walk.reads,
    mentioned: walk.mentioned,
  };
}

const NOTHING: Values = [];

function ownScope(name: string, around: Scope): Scope | undefined {
  if (name === 'FunctionDefinition' || name === 'LambdaExpression') return scopeIn('function', around);
  if (name === 'ClassDefinition') return scopeIn('class', around);
  return COMPREHENSION.test(name) ? scopeIn('comprehension', around) : undefined;
}

/** Where a node is that is entered below another. */
function placeOf(name: string, { type, parts, own, from }: Frame, { place, text }: Walk): Place {
  const last = parts.at(-1)?.type;
  const maybe: Place = place.inner === 'maybe' ? place : { ...place, reach: 'maybe', inner: 'maybe' };
  if (type === 'LambdaExpression') return own && last === ':' ? { ...maybe, scope: own } : place;
  if (type === 'ConditionalExpression') return last === undefined || last === 'else' ? maybe : place;
  if (type === 'BinaryExpression') return last === 'and' || last === 'or' ? maybe : place;
  if (type === 'IfStatement' && last === 'elif') return maybe;
  if (name === 'Guard') return maybe;
  if (name !== 'Body') return place;
  if (type === 'FunctionDefinition') return own ? { ...place, scope: own, reach: 'maybe', inner: 'always' } : place;
  if (type === 'ClassDefinition') return own ? { ...place, scope: own } : place;
  if (type === 'WithStatement') return /\bsuppress\b/.test(text.slice(from, parts.at(-1)?.to)) ? maybe : place;
  if (type === 'IfStatement') {
    const [, test] = parts;
    const isMain = parts.length === 2 && test !== undefined && MAIN_TEST.test(text.slice(test.from, test.to));
    if (!isMain) return maybe;
    const reach = place.reach === 'always' ? 'main' : 'maybe';
    return { ...place, isMain, reach, inner: reach };
  }
  return MAYBE_BODIES.has(type) ? maybe : place;
}

type Leaving = (node: Frame & { readonly to: number }, walk: Walk, above: Frame | undefined) => Values | undefined;

/** What is known of several alternatives. */
function union(...all: readonly (Part | undefined)[]): Values {
  const together = [...new Set(all.flatMap((part) => part?.values ?? []))];
  return together.length > MOST ? NOTHING : together;
}

const extended = (values: Values, more: string): Values =>
  values.map((value) => value + more).filter((value) => value.length <= LONGEST);

/** The parts between commas. */
function items(parts: readonly Part[]): Part[][] {
  const found: Part[][] = [[]];
  for (const part of parts) {
    if (part.type === ',') found.push([]);
    else found.at(-1)?.push(part);
  }
  return found.filter(({ length }) => length > 0);
}

const GROUPS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);

/** What a target or a value is made of, without its brackets. */
function inside(parts: readonly Part[]): readonly Part[] {
  const [only, ...more] = parts;
  return only && more.length === 0 && GROUPS.has(only.type) ? only.parts.slice(1, -1) : parts;
}

/** Every name in targets, however deep. */
function* namesIn(targets: readonly Part[]): Generator<Part> {
  const stack = [...targets];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.type === 'VariableName') yield part;
    else if (GROUPS.has(part.type)) for (const inner of part.parts) stack.push(inner);
  }
}

type Bound = Partial<Pick<RawBinding, 'by' | 'values' | 'written' | 'annotation' | 'own'>>;

function bind(walk: Walk, { from, to }: Part, { by = 'other', values = [], annotation = [], ...more }: Bound) {
  const name = walk.text.slice(from, to);
  let { place } = walk;
  if (place.scope.globals.has(name)) {
    // When its function is called, and whether, is not in the text.
    let { scope } = place;
    while (scope.parent) scope = scope.parent;
    place = { ...place, scope, reach: 'maybe', inner: 'maybe', isMain: false };
    if (by === 'value') values = [];
  }
  const binding: RawBinding = { name, from, place, by, values, annotation, ...more };
  const { names } = place.scope;
  if (by === 'import' || names.get(name)?.by !== 'import') names.set(name, binding);
  walk.bindings.push(binding);
}

/** Binds targets to a value, side by side where both are of the same number. */
function assign(walk: Walk, targets: readonly Part[], value: readonly Part[], annotation: Values = []) {
  const isTuple = inside(targets).some(({ type }) => type === ',');
  const into = isTuple ? items(inside(targets)) : [targets];
  const out = isTuple ? items(inside(value)) : [value];
  const hasStar = [...into, ...out].some(([first]) => first?.type === '*');
  for (const [index, target] of into.entries()) {
    const [source, ...rest] = (into.length === out.length && !hasStar && out[index]) || [];
    const isName = target.length === 1 && target[0]?.type === 'VariableName';
    const whole = rest.length === 0 ? source : undefined;
    const bound: Bound = { by: 'value', values: whole?.values ?? [], annotation, ...(whole && { written: whole }) };
    for (const name of namesIn(target)) bind(walk, name, isName ? bound : {});
  }
}

const bindAll = (walk: Walk, targets: readonly Part[]) => {
  for (const name of namesIn(targets)) bind(walk, name, {});
};

/** The targets of `for`, each up to its `in`. */
function loopTargets(parts: readonly Part[]): Part[] {
  let isTarget = false;
  return parts.filter(({ type }) => {
    isTarget = type === 'for' || (isTarget && type !== 'in');
    return isTarget;
  });
}

function leaveImport(parts: readonly Part[], walk: Walk) {
  const text = ({ from, to }: Part) => walk.text.slice(from, to);
  const isFrom = parts[0]?.type === 'from';
  const at = parts.findIndex(({ type }) => type === 'import');
  const module = isFrom ? parts.slice(1, at).map(text).join('') : '';
  for (const item of items(parts.slice(at + 1).filter(({ type }) => type !== '(' && type !== ')'))) {
    const as = item.findIndex(({ type }) => type === 'as');
    const dotted = item
      .slice(0, as < 0 ? undefined : as)
      .filter(({ type }) => type === 'VariableName' || type === '.' || type === '*')
      .map(text)
      .join('');
    const place = as < 0 ? item[0] : item[as + 1];
    if (place === undefined || dotted === '') continue;
    const joint = module.endsWith('.') ? '' : '.';
    const value = isFrom ? `${module}${joint}${dotted}` : as < 0 ? text(place) : dotted;
    bind(walk, place, { by: 'import', values: [value] });
  }
}

/** `def` or `class`: its name is bound around it. */
const leaveDefinition =
  (by: 'function' | 'class'): Leaving =>
  ({ parts, own }, walk, above) => {
    if (own) own.isDeferred ||= !(above?.parts ?? []).every((part) => keepsCalls(part, walk));
    const name = parts.find(({ type }) => type === 'VariableName');
    const annotation = parts.find(({ type }) => type === 'TypeDef')?.values ?? [];
    const bases = parts.find(({ type }) => type === 'ArgList')?.parts ?? [];
    const values = by === 'class' ? items(bases.slice(1, -1)).flatMap(([base]) => base?.values ?? []) : [];
    if (name) bind(walk, name, { by, values, annotation, ...(own && { own }) });
    return NOTHING;
  };

/** Caches run what they wrap as it is called; what other decorators do, the text does not say. */
const keepsCalls = ({ type, from, to }: Part, { text }: Walk): boolean =>
  type !== 'Decorator' || /^@[\w.]*cache/.test(text.slice(from, to));

const leave = ({ scope }: Place, at: number) => {
  scope.leftAt = Math.min(scope.leftAt, at);
};

const LEAVES = /^(?:exit|quit|sys\.exit|os\._exit|(?:st|streamlit)\.(?:stop|switch_page|rerun))$/;

function record(walk: Walk, callee: Values, from: number, list: Part | undefined) {
  if (list && callee.some((name) => LEAVES.test(name))) leave(walk.place, list.to);
  walk.calls.push({ callee, from, place: walk.place, args: list?.parts ?? [] });
}

/** Statements that only bind. */
const binding =
  (bindIn: (parts: readonly Part[], walk: Walk) => void): Leaving =>
  ({ parts }, walk) => {
    bindIn(parts, walk);
    return NOTHING;
  };

const leaveLoop = binding((parts, walk) => bindAll(walk, loopTargets(parts)));

/** What is done with a node once all below it is known. */
const LEAVING: Readonly<Record<string, Leaving>> = {
  VariableName: ({ from, to }, { text, mentioned }, above) => {
    const name = text.slice(from, to);
    if (above?.type !== 'ImportStatement') mentioned.add(name);
    return [name];
  },
  MemberExpression: ({ parts: [object, dot, name], from }, { text, reads, place }) => {
    if (object?.type === 'MemberExpression' && object.values.length > 0) {
      const attribute = dot?.type === '.' && name ? text.slice(name.from, name.to) : '';
      reads.push({ values: object.values, from, place, attribute });
    }
    return object && name && dot?.type === '.'
      ? extended(object.values, `.${text.slice(name.from, name.to)}`)
      : NOTHING;
  },
  CallExpression: ({ parts: [callee, list], from }, walk) => {
    record(walk, callee?.values ?? [], from, list);
    return extended(callee?.values ?? [], '()');
  },
  Decorator: ({ parts }, walk) => {
    const list = parts.find(({ type }) => type === 'ArgList');
    const names = parts.filter(({ type }) => type === 'VariableName' || type === 'PropertyName');
    const dotted = names.map(({ from, to }) => walk.text.slice(from, to)).join('.');
    if (names[0] && list && dotted.length <= LONGEST) record(walk, [dotted], names[0].from, list);
    return NOTHING;
  },
  ParenthesizedExpression: ({ parts: [, inner] }) => inner?.values,
  AwaitExpression: ({ parts: [, inner] }) => inner?.values,
  ConditionalExpression: ({ parts: [first, , , , other] }) => union(first, other),
  BinaryExpression: ({ parts: [left, operator, right] }) => (operator?.type === 'or' ? union(left, right) : NOTHING),
  NamedExpression: ({ parts: [name, , value] }, walk) => {
    let { scope } = walk.place;
    while (scope.kind === 'comprehension' && scope.parent) scope = scope.parent;
    walk.place = { ...walk.place, scope };
    if (name && value) assign(walk, [name], [value]);
    return value?.values;
  },
  TypeDef: ({ parts }, { text }) => {
    const type = parts.at(-1);
    return type?.type === 'String' ? [text.slice(type.from + 1, type.to - 1)] : type?.values;
  },
  AssignStatement: binding((parts, walk) => {
    const groups: Part[][] = [[]];
    for (const part of parts) {
      if (part.type === 'AssignOp') groups.push([]);
      else if (part.type !== 'TypeDef') groups.at(-1)?.push(part);
    }
    const value = groups.pop() ?? [];
    const annotation = parts.find(({ type }) => type === 'TypeDef')?.values;
    for (const targets of groups) assign(walk, targets, value, annotation);
  }),
  ForStatement: leaveLoop,
  WithStatement: binding((parts, walk) => {
    for (const [index, target] of parts.entries()) {
      const value = parts[index - 2];
      if (parts[index - 1]?.type === 'as' && value) assign(walk, [target], [value]);
    }
  }),
  TryStatement: binding((parts, walk) =>
    bindAll(
      walk,
      parts.filter((_, index) => parts[index - 1]?.type === 'as'),
    ),
  ),
  TypeDefinition: binding(([, name], walk) => bindAll(walk, name ? [name] : [])),
  CapturePattern: binding((parts, walk) => bindAll(walk, parts)),
  AsPattern: binding((parts, walk) => bindAll(walk, parts.slice(-1))),
  ArgList: binding((parts, walk) => {
    for (const [name, operator, value] of items(parts.slice(1))) {
      const isNamed = operator?.type === 'AssignOp' && walk.text.slice(operator.from, operator.to) === ':=';
      if (isNamed && name && value) assign(walk, [name], [value]);
    }
  }),
  ImportStatement: binding(leaveImport),
  FunctionDefinition: leaveDefinition('function'),
  ClassDefinition: leaveDefinition('class'),
  ParamList: ({ parts }, walk, above) => {
    if (above?.own) walk.place = { ...walk.place, scope: above.own };
    for (const item of items(parts)) {
      const [name] = item.filter(({ type }) => type === 'VariableName');
      if (name === undefined) continue;
      bindAll(walk, [name]);
      // `*rest`, `**options` and `name=value` may be left out.
      if (above?.own) above.own.needsArguments ||= !item.some(({ type }) => /^(?:\*|\*\*|AssignOp)$/.test(type));
    }
    return NOTHING;
  },
  RaiseStatement: ({ to }, { place }) => {
    leave(place, to);
    return NOTHING;
  },
  YieldExpression: (_, { place }) => {
    place.scope.isDeferred = true;
    return NOTHING;
  },
  YieldStatement: (_, { place }) => {
    place.scope.isDeferred = true;
    return NOTHING;
  },
  ReturnStatement: ({ parts: [, value, ...more], to }, { place }) => {
    leave(place, to);
    place.scope.returns.push((more.length === 0 && value?.values) || NOTHING);
    return NOTHING;
  },
  ScopeStatement: ({ parts: [kind, ...names] }, { place, text }) => {
    for (const { from, to } of kind?.type === 'global' ? names : []) place.scope.globals.add(text.slice(from, to));
    return NOTHING;
  },
  ComprehensionExpression: leaveLoop,
  ArrayComprehensionExpression: leaveLoop,
  SetComprehensionExpression: leaveLoop,
  DictionaryComprehensionExpression: leaveLoop,
};
