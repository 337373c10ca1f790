/** PEP 440 specifiers and sets of them, as uv reads `requires-python`. */
import { compareReleases, compareVersions, formatVersion, parseVersion, type Version } from './versions.ts';

export type Operator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '===';

/** `wildcard` means `.*` follows the version, which is then a bare release. */
export type Specifier = { readonly operator: Operator; readonly version: Version; readonly wildcard: boolean };

/** Why a text is no specifier, as a phrase that can follow a colon. */
export type Refused = { readonly refused: string };

type Match = (candidate: Version, specifier: Specifier) => boolean;

const equal: Match = (candidate, { version, wildcard }) => {
  if (wildcard) return hasPrefix(candidate, version);
  return compareVersions(version.local.length === 0 ? withoutLocal(candidate) : candidate, version) === 0;
};

const atLeast: Match = (candidate, { version }) => compareVersions(withoutLocal(candidate), version) >= 0;

/** In the order in which uv lists specifiers of the same version. */
const MATCHES: Readonly<Record<Operator, Match>> = {
  '==': equal,
  '===': (candidate, { version }) => formatVersion(candidate) === formatVersion(version),
  '!=': (candidate, specifier) => !equal(candidate, specifier),
  '~=': (candidate, specifier) =>
    atLeast(candidate, specifier) &&
    hasPrefix(candidate, { ...specifier.version, release: specifier.version.release.slice(0, -1) }),
  '<': (candidate, { version }) => compareVersions(candidate, version) < 0 && !isPrereleaseOf(candidate, version),
  '<=': (candidate, { version }) => compareVersions(withoutLocal(candidate), version) <= 0,
  '>': (candidate, { version }) =>
    compareVersions(withoutLocal(candidate), version) > 0 && !isPostReleaseOf(candidate, version),
  '>=': atLeast,
};
const OPERATORS = Object.keys(MATCHES);

/** Nobody writes more, and a set is compared with many versions. */
const [MOST, LONGEST] = [100, 10_000];
const SHAPE = /^\p{White_Space}*([=!~<>]*)\p{White_Space}*(\P{White_Space}*)\p{White_Space}*(.*)$/su;
const WITH_WILDCARD: readonly string[] = ['==', '!='];
const WITH_LOCAL: readonly string[] = ['==', '!=', '==='];

/** Reads one specifier such as `>=3.12`, or says why it is none. */
export function parseSpecifier(text: string): Specifier | Refused {
  const [, operator = '', pattern = '', trailing = ''] = SHAPE.exec(text) ?? [];
  const wildcard = pattern.endsWith('.*');
  const version = parseVersion(wildcard ? pattern.slice(0, -2) : pattern);
  if (operator === '') {
    const meant = version ? `. Did you mean \`==${formatVersion(version)}${wildcard ? '.*' : ''}\`?` : '';
    return { refused: `a comparison operator is missing${meant}` };
  }
  if (!isOperator(operator)) return { refused: `\`${operator}\` is not a comparison operator` };
  if (pattern === '') return { refused: `a version is missing after \`${operator}\`` };
  if (!version || (wildcard && !isRelease(version))) return { refused: `\`${pattern}\` is not a version` };
  if (wildcard && !WITH_WILDCARD.includes(operator)) {
    return { refused: `Operator ${operator} cannot be used with a wildcard version specifier` };
  }
  if (version.local.length > 0 && !WITH_LOCAL.includes(operator)) {
    return { refused: `Operator ${operator} cannot be used with a local version (\`+${version.local.join('.')}\`)` };
  }
  if (operator === '~=' && version.release.length < 2) {
    return { refused: 'The ~= operator requires at least two segments in the release version' };
  }
  if (trailing !== '') return { refused: `Trailing \`${trailing.trimEnd()}\` is not allowed` };
  return { operator, version, wildcard };
}

/**
 * Reads a comma-separated set into uv's order, or says why its first bad member is refused.
 * The empty text is the set that accepts everything; an empty member, as a comma at the end makes, is refused.
 */
export function parseSpecifiers(text: string): readonly Specifier[] | Refused {
  if (text === '') return [];
  const specifiers: Specifier[] = [];
  const members = text.split(',', MOST + 1);
  if (members.length > MOST || text.length > LONGEST) return { refused: `it has more than ${MOST} specifiers` };
  for (const member of members) {
    const specifier = parseSpecifier(member);
    if (isRefused(specifier)) return specifier;
    specifiers.push(specifier);
  }
  return sortSpecifiers(specifiers);
}

/** Whether `parse…` refused the text. */
export function isRefused<T extends object>(result: T | Refused): result is Refused {
  return 'refused' in result;
}

/** Puts specifiers into uv's order: by version, then by operator. What uv writes follows from it. */
export function sortSpecifiers(specifiers: Specifier[]): readonly Specifier[] {
  const rank = (one: Specifier) => OPERATORS.indexOf(one.operator) + (one.wildcard ? 0.5 : 0);
  return specifiers.sort((a, b) => compareVersions(a.version, b.version) || rank(a) - rank(b));
}

/** The specifiers as uv writes them, for instance `>=3.12, <4`. */
export function formatSpecifiers(specifiers: readonly Specifier[]): string {
  const format = (one: Specifier) => `${one.operator}${formatVersion(one.version)}${one.wildcard ? '.*' : ''}`;
  return specifiers.map(format).join(', ');
}

/** Whether every specifier accepts the version; pre-releases get no special treatment. */
export function contains(specifiers: readonly Specifier[], version: Version): boolean {
  return specifiers.every((specifier) => MATCHES[specifier.operator](version, specifier));
}

function isOperator(text: string): text is Operator {
  return OPERATORS.includes(text);
}

function isRelease({ pre, post, dev, local }: Version): boolean {
  return pre === undefined && post === undefined && dev === undefined && local.length === 0;
}

function withoutLocal(version: Version): Version {
  return version.local.length === 0 ? version : { ...version, local: [] };
}

function hasPrefix(candidate: Version, { epoch, release }: Version): boolean {
  return candidate.epoch === epoch && compareReleases(candidate.release.slice(0, release.length), release) === 0;
}

function isPrerelease({ pre, dev }: Version): boolean {
  return pre !== undefined || dev !== undefined;
}

/** `<1.0` leaves out 1.0rc1, though it sorts before 1.0; the first pre-release there could be is 1.0.dev0. */
function isPrereleaseOf(candidate: Version, version: Version): boolean {
  return isPrerelease(candidate) && !isPrerelease(version) && compareVersions(candidate, { ...version, dev: 0 }) >= 0;
}

/** `>1.0` leaves out 1.0.post1, though it sorts after 1.0. */
function isPostReleaseOf(candidate: Version, version: Version): boolean {
  return (
    candidate.post !== undefined &&
    compareVersions({ ...withoutLocal(candidate), post: undefined, dev: undefined }, version) === 0
  );
}
