/** Dependency specifiers (PEP 508) as they stand in pyproject.toml. */
import { formatSpecifiers, isRefused, parseSpecifiers } from './specifiers.ts';

/** `name` and `extras` are normalised, `specifier` is in uv's order; it is `undefined` for a dependency with a URL. */
export type Requirement = {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string | undefined;
  readonly marker: string | undefined;
};

/** Each blank has one place in these where it can stand: no text makes them try for long. */
const NAME = /^\s*([a-z0-9][a-z0-9._-]*)\s*/i;
const EXTRAS = /^\[([^\]]*)\]\s*/;
const BRACKETED = /^\(([^()]*)\)\s*(?:;(.*))?$/s;
const BARE = /^([^;@()]*)(?:;(.*))?$/s;

/** Reads `name[extra]>=1; marker` or `name @ url`; `undefined` when uv could not read it. */
export function parseRequirement(text: string): Requirement | undefined {
  const [start = '', name = ''] = NAME.exec(text) ?? [];
  if (!/[a-z0-9]$/i.test(name)) return undefined;
  const behind = text.slice(start.length);
  const [bracket = '', extras = ''] = EXTRAS.exec(behind) ?? [];
  const rest = behind.slice(bracket.length);
  const known = { name: normalName(name), extras: normalExtras(extras.split(',')) };
  if (rest.startsWith('@')) {
    // A semicolon belongs to the address where no blank stands before it.
    const [, marker] = /\s;(.*)$/s.exec(rest) ?? [];
    return /^@\s*[^\s;]/.test(rest) ? { ...known, specifier: undefined, marker: marker?.trim() } : undefined;
  }
  const [, versions, marker] = BRACKETED.exec(rest) ?? BARE.exec(rest) ?? [];
  const specifier = versions === undefined ? undefined : normalSpecifier(versions.trim());
  return specifier === undefined ? undefined : { ...known, specifier, marker: marker?.trim() };
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
