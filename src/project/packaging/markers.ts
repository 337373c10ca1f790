/** Environment markers (PEP 508), judged for a machine of which not everything has to be known. */
import { contains, isRefused, parseSpecifiers } from './specifiers.ts';
import { compareVersions, type Part, parseVersion, releaseVersion } from './versions.ts';

/** `undefined` is "it depends": the machine leaves open what the marker asks for, or the marker can't be read. */
export type Truth = boolean | undefined;

/** The machine a marker is judged for. */
export type MarkerEnvironment = {
  /** Markers such as `sys_platform` with their values; what is not named here is open. */
  readonly values: Readonly<Record<string, string>>;
  /** Python 3's minors that it may have, and the patch release when that is settled. */
  readonly minors: readonly number[];
  readonly patch?: number;
  /** Whether an extra is asked for. */
  extra(name: string): Truth;
};

type Operand = { readonly variable: string } | { readonly text: string };

type Marker =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Marker[] }
  | { readonly kind: 'comparison'; readonly left: Operand; readonly operator: string; readonly right: Operand };

const TOKEN =
  /\s*(?:([()])|(<=|>=|===|==|!=|~=|<|>|(?:not\s+)?in\b)|'([^']*)'|"([^"]*)"|(and|or)\b|([A-Za-z_][\w.]*)|(\S))/gy;

/** More than uv ever writes; keeps a hostile text from exhausting the stack. */
const DEEPEST = 100;

/** The old spellings that uv still reads. */
const ALIASES: Readonly<Record<string, string>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

type Token = { readonly kind: 'bracket' | 'operator' | 'text' | 'word' | 'name' | 'other'; readonly value: string };

/** Reads a marker; `undefined` when it is none. */
function parseMarker(text: string): Marker | undefined {
  const tokens = [...text.trim().matchAll(TOKEN)].map(toToken);
  let next = 0;
  const take = (kind: Token['kind'], value?: string): Token | undefined => {
    const token = tokens[next];
    if (token?.kind !== kind || (value !== undefined && token.value !== value)) return undefined;
    next += 1;
    return token;
  };
  const operand = (): Operand | undefined => {
    const literal = take('text');
    if (literal) return { text: literal.value };
    const name = take('name')?.value;
    return name === undefined ? undefined : { variable: ALIASES[name] ?? name };
  };
  const single = (depth: number): Marker | undefined => {
    if (take('bracket', '(')) {
      const inner = depth < DEEPEST ? chain('or', depth + 1) : undefined;
      return take('bracket', ')') && inner;
    }
    const left = operand();
    const operator = take('operator')?.value.replace(/\s+/g, ' ');
    const right = operand();
    if (!left || !operator || !right) return undefined;
    return { kind: 'comparison', left, operator, right };
  };
  const chain = (kind: 'and' | 'or', depth: number): Marker | undefined => {
    const parts: Marker[] = [];
    do {
      const part = kind === 'or' ? chain('and', depth) : single(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (take('word', kind));
    return parts.length === 1 ? parts[0] : { kind, parts };
  };
  const marker = chain('or', 0);
  return next === tokens.length ? marker : undefined;
}

function toToken([, bracket, operator, single, double, word, name, other]: RegExpExecArray): Token {
  if (bracket !== undefined) return { kind: 'bracket', value: bracket };
  if (operator !== undefined) return { kind: 'operator', value: operator };
  if (word !== undefined) return { kind: 'word', value: word };
  if (name !== undefined) return { kind: 'name', value: name };
  const literal = single ?? double;
  return literal === undefined ? { kind: 'other', value: other ?? '' } : { kind: 'text', value: literal };
}

/** The names that markers may have; any other one is an error to uv. */
const VARIABLES: readonly string[] =
  `os_name sys_platform platform_machine platform_python_implementation platform_release
  platform_system platform_version python_version python_full_version implementation_name implementation_version extra extras
  dependency_groups`.split(/\s+/);

/** Whether uv can read a text as a marker. */
export function isMarker(text: string): boolean {
  const isKnown = (operand: Operand) => !('variable' in operand) || VARIABLES.includes(operand.variable);
  const isRight = (marker: Marker): boolean =>
    marker.kind === 'comparison' ? isKnown(marker.left) && isKnown(marker.right) : marker.parts.every(isRight);
  const marker = parseMarker(text);
  return marker !== undefined && isRight(marker);
}

/** Judges texts of markers for one machine, each text once. No marker is always true; an unreadable one is open. */
export function markerJudge(environment: MarkerEnvironment): (text: string | undefined) => Truth {
  const known = new Map<string, Truth>();
  return (text) => {
    if (text === undefined) return true;
    if (!known.has(text)) {
      const marker = parseMarker(text);
      known.set(text, marker && evaluateMarker(marker, environment));
    }
    return known.get(text);
  };
}

/** Whether a marker holds on a machine. */
function evaluateMarker(marker: Marker, environment: MarkerEnvironment): Truth {
  if (marker.kind === 'comparison') return compare(marker.left, marker.operator, marker.right, environment);
  const decisive = marker.kind === 'or';
  let open = false;
  for (const part of marker.parts) {
    const truth = evaluateMarker(part, environment);
    if (truth === decisive) return decisive;
    open ||= truth === undefined;
  }
  return open ? undefined : !decisive;
}

const VERSIONS: readonly string[] = ['python_version', 'python_full_version', 'implementation_version'];
const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function compare(left: Operand, operator: string, right: Operand, environment: MarkerEnvironment): Truth {
  if ('text' in left && 'text' in right) return compareTexts(left.text, operator, right.text);
  if ('variable' in left && 'variable' in right) return undefined;
  const isMirrored = 'text' in left;
  const variable = 'variable' in left ? left.variable : 'variable' in right ? right.variable : '';
  const text = 'text' in left ? left.text : 'text' in right ? right.text : '';

  if (variable === 'extra') {
    const asked = environment.extra(text);
    if (operator === '==') return asked;
    return operator === '!=' && asked !== undefined ? !asked : undefined;
  }
  if (VERSIONS.includes(variable)) {
    if (isMirrored && (operator.endsWith('in') || operator === '~=')) return undefined;
    return compareVersion(variable, (isMirrored && MIRRORED[operator]) || operator, text, environment);
  }
  const value = Object.hasOwn(environment.values, variable) ? environment.values[variable] : undefined;
  if (value === undefined) return undefined;
  return isMirrored ? compareTexts(text, operator, value) : compareTexts(value, operator, text);
}

const TEXT_COMPARISONS: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '===': (left, right) => left.toLowerCase() === right.toLowerCase(),
  in: (left, right) => right.includes(left),
  'not in': (left, right) => !right.includes(left),
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const compareTexts = (left: string, operator: string, right: string): Truth =>
  TEXT_COMPARISONS[operator]?.(left, right);

/** Judges every Python the machine may have, around the patch release that is compared with where its own is open. */
function compareVersion(variable: string, operator: string, text: string, environment: MarkerEnvironment): Truth {
  const accepts = versionTest(operator, text);
  if (accepts === undefined) return undefined;
  const { minors, patch } = environment;
  const near = Number(parseVersion(text.replace(/\.\*$/, ''))?.release[2] ?? 0);
  const patches = patch === undefined ? [0, near - 1, near, near + 1, NEWEST_PATCH].filter((one) => one >= 0) : [patch];
  const releases =
    variable === 'python_version'
      ? minors.map((minor) => [3, minor])
      : minors.flatMap((minor) => patches.map((one) => [3, minor, one]));
  const truths = new Set(releases.map(accepts));
  return truths.size === 1 ? [...truths][0] : undefined;
}

const NEWEST_PATCH = 99;

/** uv reads what follows `in` as a list of versions: Python 3.1 is not in '3.11 3.12'. */
function versionTest(operator: string, text: string): ((release: readonly Part[]) => boolean) | undefined {
  if (operator === 'in' || operator === 'not in') {
    const versions = text
      .split(/[\s,|]+/)
      .filter(Boolean)
      .map(parseVersion);
    if (versions.length === 0 || versions.includes(undefined)) return undefined;
    const has = (release: readonly Part[]) =>
      versions.some((one) => one && compareVersions(one, releaseVersion(release)) === 0);
    return operator === 'in' ? has : (release) => !has(release);
  }
  const specifiers = text === '' ? undefined : parseSpecifiers(`${operator}${text}`);
  if (specifiers === undefined || isRefused(specifiers)) return undefined;
  return (release) => contains(specifiers, releaseVersion(release));
}
