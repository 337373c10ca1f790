import type { Interpreter } from '../host/interpreters.ts';
import { compareVersions, formatVersion, parseVersion, satisfies, startsWith, type Version } from '../host/versions.ts';
import type { Gates } from './gates.ts';
import type { Manifest } from './manifest.ts';
import { TaskError } from './tasks.ts';

/**
 * `Python.VersionMatching`: how far an installation may be from `python.version`. Documented: by default any of the
 * same major release will do, unless an administrator asks for more.
 */
export type Matching = 'nearest' | 'major-minor' | 'exact';

const KEPT: Readonly<Record<Matching, number>> = { nearest: 1, 'major-minor': 2, exact: 3 };

/** Whether new content may use a Python: rsconnect-python reads it as a flag; how a server is told is inferred. */
export const isPublishable = (version: Version, retired: readonly string[]): boolean =>
  !retired.includes(formatVersion(version.slice(0, 2)));

/** The nearest first: the same version, then the newest of the same minor release, then the newest of all. */
const nearest =
  (wanted: Version) =>
  (a: Version, b: Version): number => {
    const distance = (version: Version): number =>
      [3, 2, 1].findIndex((parts) => startsWith(version, wanted.slice(0, parts)));
    return distance(a) - distance(b) || compareVersions(b, a);
  };

/**
 * The installation to run a bundle with: what `environment.python.requires` allows, where the version of Connect reads
 * it, and else what the matching of `python.version` allows.
 * @throws TaskError in the words that rsconnect-python's and connect-actions' users have reported
 */
export const matchPython = (
  { python, requires }: Pick<Manifest, 'python' | 'requires'>,
  installed: readonly Interpreter[],
  gates: Gates,
  matching: Matching,
): Interpreter => {
  const version = python?.version ?? '';
  const wanted = parseVersion(version) ?? [];
  const constraint = gates.has('requires') ? requires : undefined;
  const fits = (candidate: Version): boolean => {
    if (constraint === undefined) return startsWith(candidate, wanted.slice(0, KEPT[matching]));
    try {
      return satisfies(candidate, constraint);
    } catch {
      throw new TaskError(`Cannot find compatible environment: ${constraint} is not a version constraint`);
    }
  };
  const [best] = installed
    .filter((candidate) => fits(candidate.version))
    .sort((a, b) => nearest(wanted)(a.version, b.version));
  if (best === undefined) {
    const asked = constraint === undefined ? version : `${version} (${constraint})`;
    throw new TaskError(
      `Cannot find compatible environment: no compatible Local environment with Python version ${asked}`,
    );
  }
  return best;
};

export const sentence = (version: string, { version: found, path }: Interpreter): string =>
  `Bundle created with Python version ${version} is compatible with environment Local with Python version ${formatVersion(found)} from ${path}`;
