/** The releases of Python that a `requires-python` lets through, as intervals: what uv compares and writes into a lock. */
import { formatSpecifiers, type Operator, type Specifier, sortSpecifiers } from '../packaging/specifiers.ts';
import { compareReleases, type Part, releaseVersion, successor } from '../packaging/versions.ts';

type ReleaseNumbers = readonly Part[];

/** A place between releases: just before `release`, or just after it. */
type Cut = { readonly release: ReleaseNumbers; readonly after: boolean };

type Interval = { readonly from: Cut; readonly to: Cut };

/** Disjoint intervals in ascending order; none means that no release is let through. */
export type PythonRange = readonly Interval[];

const LOWEST: Cut = { release: [-1], after: false };
const HIGHEST: Cut = { release: [Number.POSITIVE_INFINITY], after: true };
const EVERYTHING: PythonRange = [{ from: LOWEST, to: HIGHEST }];

/** Keeps a range such as `>=3.0,<3.999999999` from being written out minor by minor. */
const MOST_MINORS = 256;

const before = (release: ReleaseNumbers): Cut => ({ release, after: false });
const after = (release: ReleaseNumbers): Cut => ({ release, after: true });
const point = (release: ReleaseNumbers): Interval => ({ from: before(release), to: after(release) });
const prefixed = (release: ReleaseNumbers): Interval => ({ from: before(release), to: before(bump(release)) });

const INTERVALS: Readonly<Record<Operator, (release: ReleaseNumbers, wildcard: boolean) => PythonRange>> = {
  '==': (release, wildcard) => [wildcard ? prefixed(release) : point(release)],
  '!=': (release, wildcard) => complement(wildcard ? prefixed(release) : point(release)),
  '===': (release) => [point(release)],
  '~=': (release) => [{ from: before(release), to: before(bump(release.slice(0, -1))) }],
  '<': (release) => [{ from: LOWEST, to: before(release) }],
  '<=': (release) => [{ from: LOWEST, to: after(release) }],
  '>': (release) => [{ from: after(release), to: HIGHEST }],
  '>=': (release) => [{ from: before(release), to: HIGHEST }],
};

/**
 * The range all the given sets agree on, such as those of a workspace's members.
 * Only release segments count: `>=3.12rc1` begins at 3.12, because uv reduces the interpreter to its release too.
 */
export function pythonRange(...sets: readonly (readonly Specifier[])[]): PythonRange {
  return sets
    .flat()
    .map(({ operator, version, wildcard }) => INTERVALS[operator](version.release, wildcard))
    .reduce(intersect, EVERYTHING);
}

/** Whether two ranges begin and end at the same place; uv takes no notice of holes when it judges a lock's age. */
export function haveSameBounds(a: PythonRange, b: PythonRange): boolean {
  const [first, second] = [bounds(a), bounds(b)];
  return compareCuts(first.from, second.from) === 0 && compareCuts(first.to, second.to) === 0;
}

/** Whether the range has a place for the release. */
export function rangeContains(range: PythonRange, release: ReleaseNumbers): boolean {
  return range.some(({ from, to }) => compareCuts(from, before(release)) <= 0 && compareCuts(after(release), to) <= 0);
}

/** The range as uv writes it into a lock, for instance `>=3.12, <4`; holes that it cannot express are left out. */
export function formatPythonRange(range: PythonRange): string {
  if (range.length === 0) return '<0';
  const holes = range.flatMap(({ to }, i) => holeSpecifiers(to, range[i + 1]?.from ?? to));
  return formatSpecifiers(sortSpecifiers([...holes, ...boundSpecifiers(bounds(range))]));
}

function boundSpecifiers({ from, to }: Interval): Specifier[] {
  if (!from.after && to.after && compareReleases(from.release, to.release) === 0)
    return [specifier('==', from.release)];
  const minors = wholeMinors(from, to);
  if (minors.length === 1) return minors.map((minor) => specifier('==', minor, true));
  return [
    ...(from === LOWEST ? [] : [specifier(from.after ? '>' : '>=', from.release)]),
    ...(to === HIGHEST ? [] : [specifier(to.after ? '<=' : '<', to.release)]),
  ];
}

function holeSpecifiers(from: Cut, to: Cut): Specifier[] {
  if (!from.after && to.after && compareReleases(from.release, to.release) === 0)
    return [specifier('!=', from.release)];
  return wholeMinors(from, to).map((minor) => specifier('!=', minor, true));
}

/** The minors X.Y between two cuts when these are the edges of such minors of one major, else none. */
function wholeMinors(from: Cut, to: Cut): ReleaseNumbers[] {
  const [major = 0, first = 0, ...rest] = trimZeros(from.release);
  const [lastMajor = 0, last = 0, ...lastRest] = trimZeros(to.release);
  if (from.after || to.after || rest.length > 0 || lastRest.length > 0 || major !== lastMajor) return [];
  if (BigInt(last) - BigInt(first) > MOST_MINORS) return [];
  const minors: ReleaseNumbers[] = [];
  for (let minor = first; minor < last; minor = successor(minor)) minors.push([major, minor]);
  return minors;
}

function specifier(operator: Operator, release: ReleaseNumbers, wildcard = false): Specifier {
  return { operator, version: releaseVersion(release), wildcard };
}

function trimZeros(release: ReleaseNumbers): ReleaseNumbers {
  return release.slice(0, release.findLastIndex((part) => part !== 0) + 1);
}

function bump(release: ReleaseNumbers): ReleaseNumbers {
  return release.with(-1, successor(release.at(-1) ?? 0));
}

function complement({ from, to }: Interval): PythonRange {
  return [
    { from: LOWEST, to: from },
    { from: to, to: HIGHEST },
  ];
}

function intersect(left: PythonRange, right: PythonRange): PythonRange {
  return left
    .flatMap((a) => right.map((b) => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })))
    .filter(({ from, to }) => compareCuts(from, to) < 0);
}

// Of two spellings of the same cut, such as 3.12 and 3.12.0, uv writes the later lower one and the earlier upper one.
function later(a: Cut, b: Cut): Cut {
  return compareCuts(a, b) > 0 ? a : b;
}

function earlier(a: Cut, b: Cut): Cut {
  return compareCuts(a, b) <= 0 ? a : b;
}

function bounds(range: PythonRange): Interval {
  return { from: range[0]?.from ?? HIGHEST, to: range.at(-1)?.to ?? LOWEST };
}

function compareCuts(a: Cut, b: Cut): number {
  return compareReleases(a.release, b.release) || Number(a.after) - Number(b.after);
}
