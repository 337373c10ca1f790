/** Specifier sets of dependencies, read as the `packaging` library reads them where it is laxer than uv. */
import { contains, isRefused, parseSpecifier, type Specifier } from './specifiers.ts';
import { formatVersion, parseVersion, releaseVersion, successor, type Version } from './versions.ts';

/** Arbitrary equality compares texts, so unlike for uv, `===` may be followed by anything. */
type Member = Specifier | { readonly text: string };

const ARBITRARY = /^\p{White_Space}*===\p{White_Space}*([^\p{White_Space},]+)\p{White_Space}*$/u;

/** Whether the text is one valid specifier. */
export function isSpecifier(text: string): boolean {
  return parseMember(text) !== undefined;
}

/**
 * Whether a version satisfies every member of a comma-separated set; empty members are skipped and an invalid one accepts
 * nothing. A version that is none can satisfy `===` only. `prereleases: false` also turns every pre-release away.
 */
export function satisfies(text: string, set: string, { prereleases = true } = {}): boolean {
  const version = parseVersion(text);
  if (!prereleases && version && (version.pre || version.dev !== undefined)) return false;
  return splitSet(set).every((part) => {
    const member = parseMember(part);
    if (!member) return false;
    if ('text' in member) return member.text.toLowerCase() === text.toLowerCase();
    return version !== undefined && contains([member], version);
  });
}

/** Whether any version at all, pre-releases included, satisfies the set. */
export function isSatisfiable(set: string): boolean {
  return witnesses(set).some((version) => satisfies(version, set));
}

/** Whether no version satisfies both sets. */
export function areDisjoint(left: string, right: string): boolean {
  return !isSatisfiable(`${left},${right}`);
}

function parseMember(text: string): Member | undefined {
  const arbitrary = ARBITRARY.exec(text)?.[1];
  if (arbitrary !== undefined) return { text: arbitrary };
  const specifier = parseSpecifier(text);
  return isRefused(specifier) ? undefined : specifier;
}

function splitSet(set: string): string[] {
  return set.split(',').filter((part) => part.trim() !== '');
}

/**
 * Versions among which one satisfies the set if any does: what satisfies a set is a union of intervals, each beginning
 * where some member begins to accept, so the first version from each such place on is enough.
 */
function witnesses(set: string): string[] {
  const members = splitSet(set)
    .map(parseMember)
    .filter((member) => member !== undefined);
  const versions = members.flatMap((member) => ('text' in member ? (parseVersion(member.text) ?? []) : member.version));
  const depth = Math.max(0, ...versions.map(({ release }) => release.length));
  const texts = members.flatMap((member) => ('text' in member ? member.text : []));
  return [...texts, '0.dev0', ...versions.flatMap((version) => startsAround(version, depth)).map(formatVersion)];
}

function startsAround(version: Version, depth: number): Version[] {
  const { epoch, release, pre, post, dev } = version;
  const first = (parts: Version['release']): Version => ({ ...releaseVersion(parts), epoch, dev: 0 });
  const next = { ...version, local: [] };
  const afterLocals = { ...next, post: post === undefined ? 0 : successor(post), dev: 0 };
  return [
    version,
    first(release),
    first(release.with(-1, successor(release.at(-1) ?? 0))),
    dev === undefined ? afterLocals : { ...next, dev: successor(dev) },
    // There is no first release after 1.0 and its post-releases; one with more zeros than anybody wrote is as good.
    pre
      ? { ...first(release), pre: [pre[0], successor(pre[1])] }
      : first([...release, ...Array<number>(depth + 1 - release.length).fill(0), 1]),
  ];
}
