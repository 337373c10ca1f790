/** Dependency specifiers (PEP 508) as they stand in pyproject.toml. */
import { formatSpecifiers, isRefused, parseSpecifiers } from './specifiers.ts';

/** `name` and `extras` are normalised, `specifier` is in uv's order; it is `undefined` for a dependency with a URL. */
export type Requirement = {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string | undefined;
  readonly marker: string | undefined;
};

const SHAPE =
  /^\s*([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S.*?)(?:\s+;(.*))?|\(([^()]*)\)\s*(?:;(.*))?|([^;@()]*)(?:;(.*))?)$/is;

/** Reads `name[extra]>=1; marker` or `name @ url`; `undefined` when uv could not read it. */
export function parseRequirement(text: string): Requirement | undefined {
  const found = SHAPE.exec(text);
  if (!found) return undefined;
  const [, name = '', extras = '', url, urlMarker, bracketed, bracketedMarker, bare, bareMarker] = found;
  const marker = (urlMarker ?? bracketedMarker ?? bareMarker)?.trim();
  const specifier = url === undefined ? normalSpecifier((bracketed ?? bare ?? '').trim()) : undefined;
  if (url === undefined && specifier === undefined) return undefined;
  return { name: normalName(name), extras: normalExtras(extras.split(',')), specifier, marker };
}

/** `Foo_Bar.baz` as `foo-bar-baz` (PEP 503). */
export const normalName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[-_.]+/g, '-');

export const normalExtras = (extras: readonly string[]): string[] =>
  [...new Set(extras.map(normalName))].filter(Boolean).sort();

/** A set of specifiers in one spelling; `undefined` when it can't be read. */
export function normalSpecifier(text: string): string | undefined {
  const specifiers = parseSpecifiers(text);
  return isRefused(specifiers) ? undefined : [...new Set(formatSpecifiers(specifiers).split(', '))].join(', ');
}
