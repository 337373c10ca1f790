/** The version part of a Python request as uv reads it: numbers with a build variant, or a range. */
import { formatSpecifiers, isRefused, parseSpecifiers, type Specifier } from '../packaging/specifiers.ts';
import {
  compareReleases,
  formatVersion,
  type Part,
  parseVersion,
  releaseVersion,
  type Version,
} from '../packaging/versions.ts';

export type Variant = 'default' | 'freethreaded' | 'debug' | 'freethreaded+debug' | 'gil' | 'gil+debug';

/**
 * `release` holds one to three numbers; with fewer than three and no `pre`, any Python that begins so is meant.
 * A pre-release of X.Y.0 has the release X.Y, as it has only one spelling for uv.
 */
export type VersionRequest =
  | {
      readonly kind: 'release';
      readonly release: readonly number[];
      readonly pre: Version['pre'];
      readonly variant: Variant;
    }
  | { readonly kind: 'range'; readonly specifiers: readonly Specifier[]; readonly variant: Variant };

const VARIANTS: ReadonlyMap<string, Variant> = new Map([
  ['', 'default'],
  ['t', 'freethreaded'],
  ['freethreaded', 'freethreaded'],
  ['d', 'debug'],
  ['debug', 'debug'],
  ['td', 'freethreaded+debug'],
  ['freethreaded+debug', 'freethreaded+debug'],
  ['gil', 'gil'],
  ['gil+debug', 'gil+debug'],
]);

const LARGEST_PART = 255;

// uv takes only these blanks off a version, and nothing but visible ASCII can be part of one.
const BARE = /^[ \t\n\f\r]*([!-~]+)[ \t\n\f\r]*$/;

/** Reads what follows an implementation's name or stands alone, such as `3.12`, `312`, `3.13t` or `>=3.12,<4`. */
export function parseVersionRequest(text: string): VersionRequest | undefined {
  if (/^\p{Alphabetic}*$/u.test(text)) return undefined;
  const { rest, variant } = splitVariant(text);
  const version = parseVersion(BARE.exec(rest)?.[1] ?? '');
  return version ? toRelease(version, variant) : toRange(rest, variant);
}

/** The request as uv writes it, which for a range is without its variant. */
export function formatVersionRequest(request: VersionRequest): string {
  if (request.kind === 'range') return formatSpecifiers(request.specifiers);
  const { release, pre, variant } = request;
  return formatVersion({ ...releaseVersion(release), pre }) + (variant === 'default' ? '' : `+${variant}`);
}

/** Whether one Python only can be meant; pre-releases are such. */
export function isExact(request: VersionRequest): request is VersionRequest & { kind: 'release' } {
  return request.kind === 'release' && (request.pre !== undefined || request.release.length === 3);
}

/** Why uv refuses to look for such a Python at all; undefined when it does look. */
export function unsupportedReason(request: VersionRequest): string | undefined {
  if (request.kind === 'range') return undefined;
  const { release, variant } = request;
  const oldest = release.length === 1 ? [3] : [3, 6];
  const requested = formatVersionRequest(request);
  if (compareReleases(release, oldest) < 0) {
    const plain = formatVersionRequest({ ...request, variant: 'default' });
    return `Python <${oldest.join('.')} is not supported but ${plain} was requested.`;
  }
  if (variant.startsWith('freethreaded') && release.length > 1 && compareReleases(release.slice(0, 2), [3, 13]) < 0) {
    return `Python <3.13 does not support free-threading but ${requested} was requested.`;
  }
  return undefined;
}

/** The variant is what follows the last digit; anything unknown there belongs to the version. */
function splitVariant(text: string): { rest: string; variant: Variant } {
  const end = text.search(/\d\D*$/) + 1;
  const variant = end === 0 ? undefined : VARIANTS.get(text.slice(end).replace(/^\+/, ''));
  return variant === undefined ? { rest: text, variant: 'default' } : { rest: text.slice(0, end), variant };
}

function toRelease(version: Version, variant: Variant): VersionRequest | undefined {
  if (version.post !== undefined || version.dev !== undefined || version.local.length > 0) return undefined;
  const release = splitWheelTag(version.release).map(Number);
  const fits = release.length <= 3 && release.every((part) => part <= LARGEST_PART);
  if (!fits || (version.pre && release.length === 1)) return undefined;
  const isFirstPatch = version.pre && release[2] === 0;
  return { kind: 'release', release: isFirstPatch ? release.slice(0, 2) : release, pre: version.pre, variant };
}

/** A lone number of several digits is a wheel's tag: 312 is 3.12, and 38 is 3.8. */
function splitWheelTag(release: Version['release']): readonly (Part | string)[] {
  const [first, ...others] = release;
  const [, major, minor] = /^(\d)(\d+)$/.exec(String(first)) ?? [];
  return major && minor && others.length === 0 ? [major, minor] : release;
}

function toRange(text: string, variant: Variant): VersionRequest | undefined {
  const specifiers = parseSpecifiers(text);
  if (isRefused(specifiers) || specifiers.length === 0) return undefined;
  const [first] = specifiers;
  if (first && specifiers.length === 1 && first.operator === '==' && !first.wildcard) {
    // The variant is lost here in uv as well: `==3.13t` asks for any 3.13.
    const release = parseVersionRequest(formatVersion(first.version));
    if (release) return release;
  }
  return { kind: 'range', specifiers, variant };
}
