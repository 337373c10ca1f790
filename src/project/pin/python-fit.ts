/** How the Pythons that a pin allows compare with those that `requires-python` accepts. */
import { contains, type Specifier } from '../packaging/specifiers.ts';
import { releaseVersion } from '../packaging/versions.ts';
import { isExact, type VersionRequest } from './version-request.ts';

/** Of the allowed Pythons all, some with the newest, some without the newest, or none are accepted. */
export type FitVerdict = 'all' | 'with-newest' | 'without-newest' | 'none';

/** `rejected` names the oldest allowed Pythons in a row that are not accepted, `next` the one accepted after them. */
export type Fit = { readonly verdict: FitVerdict; readonly rejected: string; readonly next: string };

type PythonRelease = readonly [major: number, minor: number, patch: number];

/** The minors that a pin could mean; what it allows is counted out, as intervals may lie between two releases. */
const LAST_MINORS: readonly (readonly [major: number, lastMinor: number])[] = [
  [2, 7],
  [3, 60],
];
const LAST_PATCH = 255;

/** The minors of Python 3 that suggestions stay near to. */
const FAMILIAR = { oldest: 9, usual: 12, newest: 14 };
const OLDEST_SUPPORTED = 6;

/** Compares a request with a set of specifiers; an exact request allows one Python, so all or none are accepted. */
export function findFit(request: VersionRequest, required: readonly Specifier[]): Fit {
  const allowed = allowedReleases(request, required);
  const accepted = allowed.map((release) => accepts(required, release));
  const first = accepted.indexOf(false);
  const next = first === -1 ? -1 : accepted.indexOf(true, first);
  const rejected = first === -1 ? [] : allowed.slice(first, next === -1 ? undefined : next);
  return {
    verdict: judge(accepted),
    rejected: [...new Set([rejected.at(0), rejected.at(-1)].map(show))].join('-'),
    next: show(allowed[next]).replace(/\.0$/, ''),
  };
}

/**
 * A version to pin that the specifiers accept: of the minors of Python 3 the one nearest to `near`, with a patch only if
 * some patches of it are rejected. Undefined when no Python from 3.6 on is accepted.
 */
export function suggestVersion(specifiers: readonly Specifier[], near = FAMILIAR.usual): string | undefined {
  const start = Math.min(Math.max(near, FAMILIAR.oldest), FAMILIAR.newest);
  const minors = LAST_MINORS.flatMap(([major, last]) => (major === 3 ? upTo(last).slice(OLDEST_SUPPORTED) : []));
  const patches = tellingPatches(specifiers);
  for (const minor of minors.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))) {
    const isAccepted = (patch: number) => accepts(specifiers, [3, minor, patch]);
    const newest = patches.findLast(isAccepted);
    if (newest === undefined) continue;
    if (newest < LAST_PATCH) return `3.${minor}.${newest}`;
    const lastRejected = patches.findLast((patch) => !isAccepted(patch));
    return lastRejected === undefined ? `3.${minor}` : `3.${minor}.${lastRejected + 1}`;
  }
  return undefined;
}

function judge(accepted: readonly boolean[]): FitVerdict {
  if (!accepted.includes(true)) return 'none';
  if (!accepted.includes(false)) return 'all';
  return accepted.at(-1) ? 'with-newest' : 'without-newest';
}

function accepts(specifiers: readonly Specifier[], release: PythonRelease): boolean {
  return contains(specifiers, releaseVersion(release));
}

function allowedReleases(request: VersionRequest, required: readonly Specifier[]): PythonRelease[] {
  if (request.kind === 'range') {
    const all = releases([], tellingPatches([...request.specifiers, ...required]));
    return all.filter((release) => accepts(request.specifiers, release));
  }
  const [major = 0, minor = 0, patch = 0] = request.release;
  return isExact(request) ? [[major, minor, patch]] : releases(request.release, tellingPatches(required));
}

function releases([wantedMajor, wantedMinor]: readonly number[], patches: readonly number[]): PythonRelease[] {
  return LAST_MINORS.filter(([major]) => major === (wantedMajor ?? major)).flatMap(([major, last]) =>
    upTo(last)
      .filter((minor) => minor === (wantedMinor ?? minor))
      .flatMap((minor) => patches.map((patch): PythonRelease => [major, minor, patch])),
  );
}

/** The patches that may be judged unlike the one before them, and those ones: every other patch is as its neighbours. */
function tellingPatches(specifiers: readonly Specifier[]): number[] {
  const named = specifiers.map(({ version }) => Number(version.release[2] ?? 0));
  const telling = new Set([0, LAST_PATCH, ...named.flatMap((patch) => [patch - 1, patch, patch + 1])]);
  return [...telling].filter((patch) => patch >= 0 && patch <= LAST_PATCH).sort((a, b) => a - b);
}

/** The last patch stands for all that are still to come. */
function show(release: PythonRelease | undefined): string {
  if (!release) return '';
  const [major, minor, patch] = release;
  return `${major}.${minor}.${patch === LAST_PATCH ? 'x' : patch}`;
}

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, i) => i);
}
