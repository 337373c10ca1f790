/** What all checks of a lock are about, made once. */
import { quote } from '../../findings/text.ts';
import type { TomlFile } from '../files/toml.ts';
import { markerJudge, type Truth } from '../packaging/markers.ts';
import { markerEnvironment, type Target } from '../target.ts';
import { type Reached, reach, type Wanted } from './graph.ts';
import { type LockedPackage, lockedPackages } from './packages.ts';
import { defaultGroups, rootsOf } from './roots.ts';

export type LockFiles = {
  readonly lock: TomlFile;
  /** The pyproject.toml of the project that is deployed. */
  readonly pyproject: TomlFile | undefined;
  /** Those of its whole workspace, its own among them. */
  readonly members: readonly TomlFile[];
  readonly target: Target;
  /** Paths in the bundle, with forward slashes; uv.lock and pyproject.toml lie at its top. Unknown where it is not given. */
  readonly bundled?: ReadonlySet<string>;
  /** Whether uv compares the lock with the project on the server (`--locked`): on every release of it, or on newer ones. */
  readonly compares?: 'surely' | 'maybe';
  /** Whether the server builds in a clone of a repository that it was given the bundle in; that has no tags. */
  readonly isCloned?: boolean;
  /** Whether the platform copies local packages into the bundle, from wherever they lie: the server does not read the lock then. */
  readonly copiesLocal?: boolean;
  /** Folders that are members by their names and have no pyproject.toml; absolute. */
  readonly withoutProject?: readonly string[];
  /** The text of the project's uv.toml. */
  readonly uvToml?: string;
  /** The text of the project's setup.py. */
  readonly setupPy?: string;
  /** What the server installs beside the dependencies of the project; the default groups where nothing is said. */
  readonly wanted?: Wanted;
  /** Normal names of packages that the server has already, in versions of its own. */
  readonly external?: ReadonlySet<string>;
};

export type LockSubject = LockFiles & {
  readonly packages: readonly LockedPackage[];
  /** What the server installs. */
  readonly reached: Reached;
  /** The bundled files with the folders above them. */
  readonly places: ReadonlySet<string> | undefined;
  /** The groups that are installed. */
  readonly groups: readonly string[];
  /** Judges a marker for the target; what depends on extras is open. */
  holds(marker: string | undefined): Truth;
};

export function lockSubject(files: LockFiles): LockSubject {
  const { lock, pyproject, members, target } = files;
  const packages = lockedPackages(lock);
  const { groups, extras } = files.wanted ?? { groups: defaultGroups(pyproject), extras: [] };
  const roots = rootsOf(lock, pyproject, members);
  const asked = groups.flatMap((group) => roots.groups.get(group) ?? []);
  const judge = (extra: (name: string) => Truth) => markerJudge(markerEnvironment(target, extra));
  return {
    ...files,
    packages,
    groups,
    places: files.bundled && withFolders(files.bundled),
    holds: judge(() => undefined),
    reached: reach({ packages, roots: roots.names.map((name) => ({ name, groups, extras })), asked, judge }),
  };
}

function withFolders(files: ReadonlySet<string>): Set<string> {
  const places = new Set(files);
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) places.add(file.slice(0, end));
  }
  return places;
}

/** For what only a hand or a merge can have written. */
export const RELOCK = 'Run `uv lock` and commit uv.lock; do not edit it by hand.';

/** Who asks for a package that the project does not name itself. */
export function askedBy({ reached }: LockSubject, one: LockedPackage): string {
  const by = reached.get(one)?.by;
  const isDirect = by === undefined || reached.get(by)?.by === undefined;
  return isDirect ? '' : `, which ${quote(by.name)} needs,`;
}
