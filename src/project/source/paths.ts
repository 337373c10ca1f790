/** A place in the file system that an expression names. */
export type NamedPath = {
  /** As it is written; where `isOwn`, from the folder that the files of the project are counted from, without `.` and `..`. */
  readonly path: string;
  /** Whether it is made from the place of the file itself (`__file__`): it does not depend on where the app is started. */
  readonly isOwn: boolean;
};

/** Where an expression is written. */
export type Place = {
  /** The path of its file. */
  readonly file: string;
  /** What a name stands for there: an expression, with its own place; or what was imported, spelt out. */
  meaning(
    name: string,
  ): { readonly written: string; readonly place: Place } | { readonly imported: string } | undefined;
};

/** A name that is no path itself: of a module, or of a function in one. */
type Dotted = { readonly dotted: string };
type Operand = NamedPath | Dotted;

/** Longer expressions are not followed, nor more names. */
const LONGEST = 400;
const MOST_NAMES = 50;

const TOKEN =
  /\s*(?:(?<prefix>[A-Za-z]{0,2})(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<name>[A-Za-z_]\w*)|(?<mark>[()[\].,/+=]|\d+))\s*/y;

type Token = Readonly<Partial<Record<'prefix' | 'string' | 'name' | 'mark', string>>>;

/**
 * Reads an expression as the path that it names: strings, `pathlib` and `os.path`, from `__file__` or not, with the names that its
 * place knows. Answers nothing where it may be anything else.
 */
export function pathIn(written: string, place: Place, left = { names: MOST_NAMES }): NamedPath | undefined {
  const tokens = left.names > 0 && written.length <= LONGEST ? tokensOf(written) : undefined;
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0, place, left };
  const found = sum(reader);
  return reader.at === tokens.length && isPath(found) ? found : undefined;
}

function tokensOf(written: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < written.length; ) {
    const groups = TOKEN.exec(written)?.groups;
    if (groups === undefined) return undefined;
    tokens.push(groups);
  }
  return tokens;
}

type Reader = {
  readonly tokens: readonly Token[];
  at: number;
  readonly place: Place;
  readonly left: { names: number };
};

const isPath = (operand: Operand | undefined): operand is NamedPath => operand !== undefined && 'path' in operand;

/** Takes the next token if it is this mark. */
function takes(reader: Reader, mark: string): boolean {
  const fits = reader.tokens[reader.at]?.mark === mark;
  if (fits) reader.at += 1;
  return fits;
}

function sum(reader: Reader): Operand | undefined {
  let left = operand(reader);
  for (;;) {
    const isJoin = takes(reader, '/');
    if (!isJoin && !takes(reader, '+')) return left;
    const right = operand(reader);
    if (!isPath(left) || !isPath(right)) return undefined;
    left = isJoin ? joined(left, right) : appended(left, right);
  }
}

function operand(reader: Reader): Operand | undefined {
  let found = first(reader);
  while (found !== undefined) {
    if (takes(reader, '(')) found = called(found, reader);
    else if (takes(reader, '.')) found = attribute(found, reader);
    else return found;
  }
  return undefined;
}

function first(reader: Reader): Operand | undefined {
  if (takes(reader, '(')) {
    const inner = sum(reader);
    return takes(reader, ')') ? inner : undefined;
  }
  const { prefix = '', string, name } = reader.tokens[reader.at] ?? {};
  reader.at += 1;
  if (string !== undefined) return text(prefix.toLowerCase(), string.slice(1, -1), reader);
  return name === undefined ? undefined : named(name, reader);
}

function named(name: string, { place, left }: Reader): Operand | undefined {
  left.names -= 1;
  if (name === '__file__') return { path: place.file, isOwn: true };
  const meaning = place.meaning(name);
  if (meaning === undefined) return { dotted: name };
  return 'imported' in meaning ? { dotted: meaning.imported } : pathIn(meaning.written, meaning.place, left);
}

/** A string; of an f-string, names alone may be in its braces. */
function text(prefix: string, inner: string, reader: Reader): NamedPath | undefined {
  if (prefix.includes('b')) return undefined;
  const plain = prefix.includes('r') ? inner : inner.includes('\\') ? unescaped(inner) : inner;
  if (plain === undefined) return undefined;
  const pieces = prefix.includes('f') ? plain.split(/\{(\w+)\}/) : [plain];
  let all: NamedPath | undefined = { path: '', isOwn: false };
  for (const [index, piece] of pieces.entries()) {
    if (prefix.includes('f') && index % 2 === 0 && /[{}]/.test(piece)) return undefined;
    const next: Operand | undefined = index % 2 === 0 ? { path: piece, isOwn: false } : named(piece, reader);
    all = all && isPath(next) ? appended(all, next) : undefined;
  }
  return all;
}

/** Only doubled backslashes: what else may be escaped is no part of a path. */
const unescaped = (inner: string): string | undefined =>
  /^(?:[^\\]|\\\\)*$/.test(inner) ? inner.replaceAll('\\\\', '\\') : undefined;

const FIRST = ([path]: readonly NamedPath[]): NamedPath | undefined => path;
const HERE: NamedPath = { path: '', isOwn: false };
const JOIN = (paths: readonly NamedPath[]): NamedPath | undefined =>
  paths.reduce<NamedPath | undefined>((all, path) => all && joined(all, path), HERE);

/** What gives a path, by its full name; and methods of paths, with the path itself in front. */
const FUNCTIONS: Readonly<Record<string, (paths: readonly NamedPath[]) => NamedPath | undefined>> = {
  'pathlib.Path': JOIN,
  'pathlib.PurePath': JOIN,
  'pathlib.Path.cwd': () => HERE,
  'os.getcwd': () => HERE,
  'os.path.join': JOIN,
  'os.path.dirname': ([path]) => path && parentOf(path),
  'os.path.abspath': FIRST,
  'os.path.realpath': FIRST,
  'os.path.normpath': FIRST,
  'os.fspath': FIRST,
  str: FIRST,
  '.resolve': FIRST,
  '.absolute': FIRST,
  '.as_posix': FIRST,
  '.joinpath': JOIN,
  '.with_name': ([path, name]) => {
    const parent = path && parentOf(path);
    return parent && name && joined(parent, name);
  },
};

function called(callee: Operand, reader: Reader): Operand | undefined {
  const paths = isPath(callee) ? [] : argumentsOf(reader);
  const make = isPath(callee) ? undefined : FUNCTIONS[callee.dotted];
  return paths && make?.(paths);
}

/** Up to the closing bracket. One that is named does not say where. */
function argumentsOf(reader: Reader): NamedPath[] | undefined {
  const paths: NamedPath[] = [];
  while (!takes(reader, ')')) {
    if (reader.tokens[reader.at + 1]?.mark === '=') {
      reader.at += 2;
      if (sum(reader) === undefined) return undefined;
    } else {
      const path = sum(reader);
      if (!isPath(path)) return undefined;
      paths.push(path);
    }
    if (!takes(reader, ',') && reader.tokens[reader.at]?.mark !== ')') return undefined;
  }
  return paths;
}

function attribute(of: Operand, reader: Reader): Operand | undefined {
  const { name = '' } = reader.tokens[reader.at] ?? {};
  reader.at += 1;
  if (!isPath(of)) return { dotted: `${of.dotted}.${name}` };
  if (name === 'parent') return parentOf(of);
  if (name === 'parents') return takes(reader, '[') ? ancestor(of, reader) : undefined;
  const method = FUNCTIONS[`.${name}`];
  const rest = method && takes(reader, '(') ? argumentsOf(reader) : undefined;
  return rest && method?.([of, ...rest]);
}

/** `parents[1]` is the parent of the parent. */
function ancestor(of: NamedPath, reader: Reader): NamedPath | undefined {
  const count = Number(reader.tokens[reader.at]?.mark);
  reader.at += 1;
  if (!takes(reader, ']') || !(count < LONGEST)) return undefined;
  let found: NamedPath | undefined = of;
  for (let up = 0; up <= count; up++) found = found && parentOf(found);
  return found;
}

const joined = (left: NamedPath, right: NamedPath): NamedPath | undefined =>
  right.isOwn || right.path.startsWith('/') || left.path === ''
    ? placed(right.path, right.isOwn || (left.isOwn && !right.path.startsWith('/')))
    : placed(`${left.path}/${right.path}`, left.isOwn);

/** Strings one behind the other. */
function appended(left: NamedPath, right: NamedPath): NamedPath | undefined {
  if (!left.isOwn) return left.path === '' ? right : right.isOwn ? undefined : placed(left.path + right.path, false);
  // The folder of the project has a name, which is not in its path here.
  if (right.isOwn || (left.path === '' && !/^(?:\/|$)/.test(right.path))) return undefined;
  return placed(left.path === '' ? right.path.slice(1) : left.path + right.path, true);
}

function placed(path: string, isOwn: boolean): NamedPath | undefined {
  const steps = isOwn ? normal(path) : path;
  return steps === undefined ? undefined : { path: steps, isOwn };
}

/** Nothing for the folder above the project, whose name is not known. */
function parentOf({ path, isOwn }: NamedPath): NamedPath | undefined {
  const steps = normal(path);
  if (!steps || path.startsWith('/')) return undefined;
  return { path: steps.slice(0, Math.max(0, steps.lastIndexOf('/'))), isOwn };
}

/** The path without `.` and `..`; nothing for one that leads out. */
export function normal(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
