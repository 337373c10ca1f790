import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contains,
  formatSpecifiers,
  isRefused,
  parseSpecifier,
  parseSpecifiers,
  type Specifier,
} from '../../../../src/project/packaging/specifiers.ts';
import {
  compareVersions,
  formatVersion,
  parseVersion,
  releaseVersion,
  type Version,
} from '../../../../src/project/packaging/versions.ts';
import {
  formatPythonRange,
  haveSameBounds,
  pythonRange,
  rangeContains,
} from '../../../../src/project/pin/python-range.ts';

type Satisfies = {
  version: string;
  specifier: string;
  prereleases: boolean | null;
  expected: boolean;
  uv?: boolean | string;
};
type Vectors = {
  satisfies: Satisfies[];
  specifier_valid: { specifier: string; expected: boolean }[];
  version_valid: { version: string; expected: boolean }[];
  version_normalize: { version: string; expected: string; uv?: string }[];
  compare: { version: string; other: string; op: keyof typeof OPERATIONS; expected: boolean }[];
  lock_requires: {
    project_requires_python: string;
    lock_requires_python: string;
    expected_up_to_date: boolean;
    uv_writes_to_lock: string;
  }[];
  workspace_requires: { members: string[]; expected_intersection: string | null }[];
};

const OPERATIONS = {
  lt: (order: number) => order < 0,
  le: (order: number) => order <= 0,
  eq: (order: number) => order === 0,
  ne: (order: number) => order !== 0,
  ge: (order: number) => order >= 0,
  gt: (order: number) => order > 0,
};

const vectors: Vectors = JSON.parse(readFileSync(new URL('../../../vectors/pep440.json', import.meta.url), 'utf8'));

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`not a version: ${text}`);
  return parsed;
}

function specifiers(text: string): readonly Specifier[] {
  const parsed = parseSpecifiers(text);
  if (isRefused(parsed)) throw new Error(`not specifiers: ${text}: ${parsed.refused}`);
  return parsed;
}

function refusal(text: string): string | undefined {
  const parsed = parseSpecifiers(text);
  return isRefused(parsed) ? parsed.refused : undefined;
}

/** Numbers below `limit` that are the same in every run. */
function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('vectors', () => {
  it.each<[keyof Vectors]>([
    ['satisfies'],
    ['specifier_valid'],
    ['version_valid'],
    ['version_normalize'],
    ['compare'],
    ['lock_requires'],
    ['workspace_requires'],
  ])('has cases for %s', (group) => expect(vectors[group].length).toBeGreaterThan(0));

  describe('contains as uv does', () => {
    const isParsed = (vector: Satisfies) =>
      !isRefused(parseSpecifiers(vector.specifier)) && parseVersion(vector.version);
    const answer = (vector: Satisfies) => contains(specifiers(vector.specifier), version(vector.version));
    // The one class where packaging is followed: `>1.0rc1` takes 1.0.post0. No interpreter is a post-release.
    const isPostAfterPrerelease = ({ version, specifier }: Satisfies) =>
      /post/.test(version) && />1\.0(\.dev|a|b|rc)/.test(specifier);

    it('where packaging agrees', () => {
      const agreed = vectors.satisfies.filter((vector) => vector.uv === undefined && isParsed(vector));
      expect(agreed.length).toBeGreaterThan(300);
      expect(agreed.filter((vector) => answer(vector) !== vector.expected)).toEqual([]);
    });

    it('refuses what uv cannot parse', () => {
      const refused = vectors.satisfies.filter((vector) => vector.uv === 'parse-error');
      expect(refused.filter(isParsed)).toEqual([]);
    });

    it('where packaging differs in `===` and in pre-releases', () => {
      const different = vectors.satisfies.filter(
        (vector) => typeof vector.uv === 'boolean' && !isPostAfterPrerelease(vector),
      );
      expect(different.length).toBeGreaterThan(20);
      expect(different.filter((vector) => answer(vector) !== vector.uv)).toEqual([]);
    });

    it('but takes post-releases after a pre-release, as packaging does', () => {
      const different = vectors.satisfies.filter(
        (vector) => typeof vector.uv === 'boolean' && isPostAfterPrerelease(vector),
      );
      expect(different.length).toBeGreaterThan(10);
      expect(different.filter((vector) => answer(vector) !== vector.expected)).toEqual([]);
    });
  });

  it('tells valid specifiers', () => {
    // Arbitrary equality compares texts in packaging; uv reads a version there as well.
    const known = vectors.specifier_valid.filter(({ specifier }) => !specifier.trim().startsWith('==='));
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter(({ specifier, expected }) => isRefused(parseSpecifier(specifier)) === expected)).toEqual([]);
  });

  it('tells valid versions', () => {
    const wrong = vectors.version_valid.filter(
      ({ version, expected }) => (parseVersion(version) !== undefined) !== expected,
    );
    expect(wrong).toEqual([]);
  });

  it('normalises as packaging does, white space included', () => {
    const wrong = vectors.version_normalize.filter(
      (vector) => formatVersion(version(vector.version)) !== vector.expected,
    );
    expect(wrong).toEqual([]);
  });

  it('compares', () => {
    const wrong = vectors.compare.filter(
      (vector) =>
        OPERATIONS[vector.op](compareVersions(version(vector.version), version(vector.other))) !== vector.expected,
    );
    expect(wrong).toEqual([]);
  });

  it.each(vectors.lock_requires)('compares $project_requires_python with $lock_requires_python in a lock', (vector) => {
    const project = pythonRange(specifiers(vector.project_requires_python));
    const lock = pythonRange(specifiers(vector.lock_requires_python));
    expect(haveSameBounds(project, lock)).toBe(vector.expected_up_to_date);
    expect(formatPythonRange(project)).toBe(vector.uv_writes_to_lock);
  });

  it.each(vectors.workspace_requires)('intersects the members $members', ({ members, expected_intersection }) => {
    const range = pythonRange(...members.map(specifiers));
    expect(range.length === 0 ? null : formatPythonRange(range)).toBe(expected_intersection);
  });
});

describe('a version', () => {
  it.each([
    ['1.0.post', '1.0.post0'],
    ['1.0-1', '1.0.post1'],
    ['1.0.REV-2', '1.0.post2'],
    ['1.0a.', '1.0a0'],
    ['1.0-Preview_3.dev', '1.0rc3.dev0'],
    ['v0001.002', '1.2'],
    ['0!1', '1'],
    ['2!1+Ab_01-x', '2!1+ab.1.x'],
    ['\u00a01.0\u2003', '1.0'],
  ])('%j is normalised to %s', (text, expected) => {
    expect(formatVersion(version(text))).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '1.',
    '.1',
    '1..2',
    '1.0-',
    '1.0+',
    '1.0+a..b',
    '1.0--1',
    '1.0a1b1',
    '1,0',
    '1.x',
    '1.*',
    'v',
    'vv1',
    '1!',
    '!1',
    '１.0',
    '1.0+ſ',
    '1.0poſt1',
    '1.0rc\u212a',
    '\ufeff1.0',
    '1.0\u0000',
    '1 .0',
  ])('is not %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('keeps every digit of a number that no double can hold', () => {
    expect(formatVersion(version('1.9007199254740993a9007199254740993'))).toBe('1.9007199254740993a9007199254740993');
    expect(compareVersions(version('9007199254740993'), version('9007199254740992'))).toBeGreaterThan(0);
    expect(compareVersions(version('9007199254740991'), version('9007199254740992'))).toBeLessThan(0);
    expect(contains(specifiers('==9007199254740993.*'), version('9007199254740993.1'))).toBe(true);
    expect(contains(specifiers('~=9007199254740993.0'), version('9007199254740992.1'))).toBe(false);
    expect(formatPythonRange(pythonRange(specifiers('==9007199254740991.*')))).toBe(
      '>=9007199254740991, <9007199254740992',
    );
  });

  it('sorts from dev-releases over pre-releases, the release and its locals to post-releases', () => {
    const ascending = [
      '1.dev0',
      '1.dev1',
      '1.dev1+local',
      '1a0.dev1',
      '1a0',
      '1a0.post0.dev1',
      '1a0.post0',
      '1b1',
      '1rc1',
      '1',
      '1+abc',
      '1+abc.1',
      '1+b',
      '1+1',
      '1+1.0',
      '1+10',
      '1.post0.dev1',
      '1.post0',
      '1.0.1',
      '1.1',
      '1.10',
      '1!0.1',
    ].map(version);
    for (const [i, lower] of ascending.entries()) {
      for (const [j, other] of ascending.entries()) {
        expect(Math.sign(compareVersions(lower, other))).toBe(Math.sign(i - j));
      }
    }
  });

  it('does not count zeros at the end of the release', () => {
    expect(compareVersions(version('1.0.0rc1'), version('1rc1'))).toBe(0);
  });
});

describe('parseSpecifiers', () => {
  it.each([
    ['^3.9', 'a comparison operator is missing'],
    ['~3.12', '`~` is not a comparison operator'],
    ['3.12', 'a comparison operator is missing. Did you mean `==3.12`?'],
    ['3.12.*', 'a comparison operator is missing. Did you mean `==3.12.*`?'],
    ['*', 'a comparison operator is missing'],
    ['=>3.12', '`=>` is not a comparison operator'],
    ['=3.12', '`=` is not a comparison operator'],
    ['<>3.12', '`<>` is not a comparison operator'],
    ['====3.12', '`====` is not a comparison operator'],
    ['>=3.12.*', 'Operator >= cannot be used with a wildcard version specifier'],
    ['~=3.12.*', 'Operator ~= cannot be used with a wildcard version specifier'],
    ['===3.12.*', 'Operator === cannot be used with a wildcard version specifier'],
    ['~=3', 'The ~= operator requires at least two segments in the release version'],
    ['>=3.12;<4', '`3.12;<4` is not a version'],
    ['>=3.12 <3.13', 'Trailing `<3.13` is not allowed'],
    ['>=3.12 and <4', 'Trailing `and <4` is not allowed'],
    ['>=3.12,', 'a comparison operator is missing'],
    [',>=3.12', 'a comparison operator is missing'],
    ['>=3.12,,<4', 'a comparison operator is missing'],
    [' ', 'a comparison operator is missing'],
    ['>=', 'a version is missing after `>=`'],
    ['>=3.12,<', 'a version is missing after `<`'],
    ['>=3.12+abc', 'Operator >= cannot be used with a local version (`+abc`)'],
    ['~=3.12+abc', 'Operator ~= cannot be used with a local version (`+abc`)'],
    ['==3.12.dev0.*', '`3.12.dev0.*` is not a version'],
    ['==3.12rc1.*', '`3.12rc1.*` is not a version'],
    ['==3.12+a.*', '`3.12+a.*` is not a version'],
    ['==3.*.1', '`3.*.1` is not a version'],
    ['>=3.x', '`3.x` is not a version'],
    ['===foo', '`foo` is not a version'],
    ['>=3.12\ufeff', '`3.12\ufeff` is not a version'],
    ['≥3.12', 'a comparison operator is missing'],
    ['>=3.9, ^4', 'a comparison operator is missing'],
  ])('refuses %j: %s', (text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it('accepts everything for the empty text', () => {
    expect(specifiers('')).toEqual([]);
    expect(contains(specifiers(''), version('1.dev0'))).toBe(true);
  });

  it('takes any white space around operators, versions and commas', () => {
    expect(formatSpecifiers(specifiers('\u00a0>= 3.12 ,\t<\u20034\n'))).toBe('>=3.12, <4');
  });

  it('sorts by version and then by operator, as uv writes sets', () => {
    expect(formatSpecifiers(specifiers('<4,>=3.9,!=3.9,===3.9,!=3.10.*,==3.9.*,<=3.9,~=3.9'))).toBe(
      '==3.9.*, ===3.9, !=3.9, ~=3.9, <=3.9, >=3.9, !=3.10.*, <4',
    );
  });

  it('allows local versions after the operators of equality', () => {
    expect(['==1+a', '!=1+a', '===1+a'].map(refusal)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a Python range', () => {
  const written = (...sets: string[]) => formatPythonRange(pythonRange(...sets.map(specifiers)));

  it.each([
    ['~=3.12', '>=3.12, <4'],
    ['~=3.12.0', '==3.12.*'],
    ['>=3.12,<3.13', '==3.12.*'],
    ['>=3,<3.1', '==3.0.*'],
    ['>=3,<4', '>=3, <4'],
    ['==3.12', '==3.12'],
    ['===3.12.1', '==3.12.1'],
    ['==3.12.1.*', '>=3.12.1, <3.12.2'],
    ['>=3.12rc1,<3.14.0a2', '>=3.12, <3.14.0'],
    ['<=3.12rc1', '<=3.12'],
    ['>=3.8,!=3.8.*', '>=3.9'],
    ['>=3.12,!=3.12.0', '>3.12.0'],
    ['>=3.9,!=3.10.0,!=3.9.7,<3.13', '>=3.9, !=3.9.7, !=3.10.0, <3.13'],
    ['>=2.7,!=3.0.*,!=3.1.*,!=3.2.*', '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*'],
    ['>=2.7,!=3.*', '>=2.7'],
    ['>=3.8,!=3.9.1.*', '>=3.8'],
    ['==3.12.*,!=3.12.5', '==3.12.*, !=3.12.5'],
    ['<3.13,!=3.12', '!=3.12, <3.13'],
    ['>=3.12,>=3.12.0,<4,<4.0', '>=3.12.0, <4'],
    ['>=3.0,<3.9999999', '>=3.0, <3.9999999'],
    ['>=0', '>=0'],
    ['', ''],
  ])('%s is written %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('is what all members of a workspace agree on', () => {
    expect(written('>=3.9', '>=3.10,<4', '!=3.11.*')).toBe('>=3.10, !=3.11.*, <4');
    expect(written()).toBe('');
  });

  it('is empty when no place is left', () => {
    expect(pythonRange(specifiers('>=3.12'), specifiers('<3.12'))).toEqual([]);
    expect(pythonRange(specifiers('>3.12'), specifiers('<=3.12.0'))).toEqual([]);
    expect(pythonRange(specifiers('==3.12'), specifiers('!=3.12.0'))).toEqual([]);
    expect(specifiers(written('>=3.12,<3.12'))).toEqual(specifiers('<0'));
  });

  it.each([
    ['>=3.12.0', '>=3.12', true],
    ['>=3.12,!=3.12.4', '>=3.12', true],
    ['>=3.12rc1', '>=3.12', true],
    ['~=3.12', '>=3.12,<4', true],
    ['>3.11', '>=3.12', false],
    ['>=3.8,<=3.9', '>=3.8,<3.9', false],
    ['>=3.12', '>=3.12,<4', false],
    ['>=0', '', false],
    ['>=3.12,!=3.12.*', '>=3.13', true],
  ])('of %s has the same bounds as of %s: %s', (left, right, expected) => {
    expect(haveSameBounds(pythonRange(specifiers(left)), pythonRange(specifiers(right)))).toBe(expected);
  });
});

describe('for a thousand random cases', () => {
  const random = seededRandom(20);
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const numbers = () => times(1 + random(3), () => random(3)).join('.');
  const anyVersion = () =>
    pick(['', '', '1!']) +
    numbers() +
    pick(['', '', 'a1', 'b0', 'rc2']) +
    pick(['', '', '.post0', '.post1']) +
    pick(['', '', '.dev0']) +
    pick(['', '', '+a', '+1', '+a.1']);
  const releaseSpecifier = () => {
    const operator = pick(['==', '!=', '<', '<=', '>', '>=', '~=']);
    if (operator === '~=') return `~=${numbers()}.${random(3)}`;
    return operator + numbers() + (['==', '!='].includes(operator) ? pick(['', '.*']) : '');
  };
  const releases = [0, 1, 2, 3].flatMap((a) =>
    [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].map((c) => [a, b, c] as const)),
  );

  /** Written down from PEP 440 for releases of three parts, independently of the code under test. */
  function naive(text: string, release: readonly number[]): boolean {
    const [, operator = '', numbers = '', wildcard] = /^(\W+)([\d.]+?)(\.\*)?$/.exec(text) ?? [];
    const parts = numbers.split('.').map(Number);
    const order =
      [0, 1, 2, 3].map((i) => (release[i] ?? 0) - (parts[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
    const startsWith = (prefix: number[]) => prefix.every((part, i) => part === (release[i] ?? 0));
    if (wildcard) return startsWith(parts) === (operator === '==');
    if (operator === '~=') return order >= 0 && startsWith(parts.slice(0, -1));
    const byOperator: Record<string, boolean> = {
      '==': order === 0,
      '!=': order !== 0,
      '<': order < 0,
      '<=': order <= 0,
      '>': order > 0,
      '>=': order >= 0,
    };
    return byOperator[operator] ?? false;
  }

  it('the order of versions is total', () => {
    for (let i = 0; i < 1000; i++) {
      const sorted = times(3, () => version(anyVersion())).sort(compareVersions);
      const [a, b, c] = sorted as [Version, Version, Version];
      expect(compareVersions(a, b)).toBeLessThanOrEqual(0);
      expect(compareVersions(b, c)).toBeLessThanOrEqual(0);
      expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      expect(Math.sign(compareVersions(a, c))).toBe(-Math.sign(compareVersions(c, a)) + 0);
    }
  });

  it('a version is what is read back from its normal form', () => {
    for (let i = 0; i < 1000; i++) {
      const one = version(anyVersion());
      expect(version(formatVersion(one))).toEqual(one);
    }
  });

  it('contains agrees with a naive check, and the range with both', () => {
    for (let i = 0; i < 1000; i++) {
      const texts = times(1 + random(4), releaseSpecifier);
      const set = specifiers(texts.join(','));
      const range = pythonRange(set);
      for (const release of releases) {
        const expected = texts.every((text) => naive(text, release));
        expect([texts, release, contains(set, releaseVersion(release))]).toEqual([texts, release, expected]);
        expect([texts, release, rangeContains(range, release)]).toEqual([texts, release, expected]);
      }
    }
  });

  it('the range of several sets contains what each of them contains', () => {
    for (let i = 0; i < 300; i++) {
      const sets = times(3, () => specifiers(times(1 + random(2), releaseSpecifier).join(',')));
      const range = pythonRange(...sets);
      for (const release of releases) {
        const expected = sets.every((set) => contains(set, releaseVersion(release)));
        expect(rangeContains(range, release)).toBe(expected);
      }
    }
  });

  it('a written range has the bounds of the range it was written for, and is written the same again', () => {
    for (let i = 0; i < 1000; i++) {
      const range = pythonRange(specifiers(times(1 + random(4), releaseSpecifier).join(',')));
      if (range.length === 0) continue;
      const again = pythonRange(specifiers(formatPythonRange(range)));
      expect(haveSameBounds(again, range)).toBe(true);
      expect(formatPythonRange(again)).toBe(formatPythonRange(range));
    }
  });
});

describe('a refused specifier', () => {
  it('says why', () => {
    expect(parseSpecifier('3.12')).toEqual({ refused: 'a comparison operator is missing. Did you mean `==3.12`?' });
  });
});
