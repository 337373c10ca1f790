/** PEP 440 versions: how they are read, written and ordered. */

/** A number inside a version; a bigint only where a double would lose digits. The two compare and print alike. */
export type Part = number | bigint;

/** `local` is empty when the version has none; numbers in it are parts, everything else is lower-case text. */
export type Version = {
  readonly epoch: Part;
  readonly release: readonly Part[];
  readonly pre: readonly ['a' | 'b' | 'rc', Part] | undefined;
  readonly post: Part | undefined;
  readonly dev: Part | undefined;
  readonly local: readonly (Part | string)[];
};

const NUMBERS = String.raw`v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`;
const PRE = String.raw`(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d+)?)?`;
const POST = String.raw`(?:-(?<bare>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d+)?)?`;
const DEV = String.raw`(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d+)?)?`;
const LOCAL = String.raw`(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?`;

// No `u` flag: together with `i` it would let letters such as U+017F stand for ASCII ones.
const VERSION = new RegExp(`^${NUMBERS}${PRE}${POST}${DEV}${LOCAL}$`, 'i');
const BARE = /^\p{White_Space}*(\P{White_Space}+)\p{White_Space}*$/u;
const PRE_LETTERS = { alpha: 'a', a: 'a', beta: 'b', b: 'b', preview: 'rc', pre: 'rc', c: 'rc', rc: 'rc' } as const;
const PHASES = { a: 0, b: 1, rc: 2 };

/** Reads a version, with white space around it; undefined when PEP 440 refuses it. */
export function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(BARE.exec(text)?.[1] ?? '')?.groups;
  if (!found) return undefined;
  const { epoch, release = '', pre, preNumber, bare, post, postNumber, dev, devNumber, local } = found;
  return {
    epoch: toPart(epoch),
    release: release.split('.').map(toPart),
    pre: pre ? [PRE_LETTERS[pre.toLowerCase() as keyof typeof PRE_LETTERS], toPart(preNumber)] : undefined,
    post: bare || post ? toPart(bare ?? postNumber) : undefined,
    dev: dev ? toPart(devNumber) : undefined,
    local: local ? local.split(/[-_.]/).map((part) => (/^\d+$/.test(part) ? toPart(part) : part.toLowerCase())) : [],
  };
}

/** The version `release`, with nothing else. */
export function releaseVersion(release: readonly Part[]): Version {
  return { epoch: 0, release, pre: undefined, post: undefined, dev: undefined, local: [] };
}

/** The normal form of PEP 440; zeros at the end of the release are kept. */
export function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    compare(epoch, 0) === 0 ? '' : `${epoch}!`,
    release.join('.'),
    pre ? pre.join('') : '',
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
    local.length === 0 ? '' : `+${local.join('.')}`,
  ].join('');
}

/** Negative, zero or positive, by the order of PEP 440; zero means equal, as 1.0 and 1.0.0 are. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compare(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    compare(phase(a), phase(b)) ||
    compare(a.pre?.[1] ?? 0, b.pre?.[1] ?? 0) ||
    compare(a.post ?? -1, b.post ?? -1) ||
    compare(a.dev ?? Number.POSITIVE_INFINITY, b.dev ?? Number.POSITIVE_INFINITY) ||
    compareLocals(a.local, b.local)
  );
}

/** Orders release segments, the shorter one filled up with zeros. */
export function compareReleases(a: readonly Part[], b: readonly Part[]): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const order = compare(a[i] ?? 0, b[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** The part after `part`, without losing precision at the edge of the doubles. */
export function successor(part: Part): Part {
  return part === Number.MAX_SAFE_INTEGER || typeof part === 'bigint' ? BigInt(part) + 1n : part + 1;
}

function toPart(digits = '0'): Part {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}

/** A lone .devN comes before every pre-release, a release without a pre-release after them. */
function phase({ pre, post, dev }: Version): number {
  if (pre) return PHASES[pre[0]];
  return post === undefined && dev !== undefined ? -1 : 3;
}

function compareLocals(a: Version['local'], b: Version['local']): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [left = 0, right = 0] = [a[i], b[i]];
    // Within a local version, numbers come after text.
    const order = compare(Number(typeof left !== 'string'), Number(typeof right !== 'string')) || compare(left, right);
    if (order !== 0) return order;
  }
  return compare(a.length, b.length);
}

function compare(a: Part | string, b: Part | string): number {
  if (a === b) return 0;
  return a < b ? -1 : Number(a > b);
}
