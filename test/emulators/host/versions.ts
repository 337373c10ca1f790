/** A Python version as far as it was given: one to three numbers. */
export type Version = readonly number[];

export const parseVersion = (text: string): Version | undefined =>
  /^\d+(\.\d+){0,2}$/.test(text) ? text.split('.').map(Number) : undefined;

export const formatVersion = (version: Version): string => version.join('.');

/** Orders versions; missing numbers count as zero, so that 3.12 equals 3.12.0. */
export const compareVersions = (a: Version, b: Version): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

export const startsWith = (version: Version, prefix: Version): boolean =>
  prefix.every((part, i) => (version[i] ?? 0) === part);

const OPERATORS: Record<string, (version: Version, given: Version) => boolean> = {
  '>=': (version, given) => compareVersions(version, given) >= 0,
  '<=': (version, given) => compareVersions(version, given) <= 0,
  '>': (version, given) => compareVersions(version, given) > 0,
  '<': (version, given) => compareVersions(version, given) < 0,
  '==': (version, given) => compareVersions(version, given) === 0,
  '!=': (version, given) => compareVersions(version, given) !== 0,
  '~=': (version, given) => compareVersions(version, given) >= 0 && startsWith(version, given.slice(0, -1)),
};

/**
 * Whether a released interpreter satisfies a lock's `requires-python`.
 * uv writes that field itself and drops pre-releases from it, so plain numbers and `.*` are all there is to read.
 */
export const satisfies = (version: Version, requires: string): boolean =>
  requires
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .every((part) => {
      const [, operator = '', text = '', wildcard] = /^(>=|<=|==|!=|~=|>|<)\s*([\d.]+?)(\.\*)?$/.exec(part) ?? [];
      const given = parseVersion(text);
      const check = OPERATORS[operator];
      if (given === undefined || check === undefined) throw new Error(`requires-python cannot be read: ${part}`);
      return wildcard === undefined ? check(version, given) : startsWith(version, given) === (operator === '==');
    });
