/** Whether the lock holds together, and whether uv would sync it on the target at all. */

import { dirname, relative, sep } from 'node:path';
import { error, type Finding, notice, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn, type TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { isMarker } from '../packaging/markers.ts';
import { normalName } from '../packaging/requirement.ts';
import { contains, isRefused, parseSpecifiers } from '../packaging/specifiers.ts';
import { compareVersions, formatVersion, parseVersion, releaseVersion } from '../packaging/versions.ts';
import { byName, candidates } from './graph.ts';
import { type Dependency, type LockedPackage, packageName, tables, text } from './packages.ts';
import { groupNames, memberName } from './roots.ts';
import { type LockSubject, RELOCK } from './subject.ts';

export function checkConsistency(subject: LockSubject): Finding[] {
  return [
    ...checkBundle(subject),
    ...checkDuplicates(subject),
    ...checkArrows(subject),
    ...checkSourcesGiven(subject),
    ...checkMarkers(subject),
    ...checkProject(subject),
    ...checkMemberFolders(subject),
    ...checkGroupPythons(subject),
    ...checkEmpty(subject),
    ...checkEnvironments(subject),
    ...checkRequiredUv(subject),
    ...checkLockFitsUv(subject),
    ...checkOptions(subject),
    ...checkDefaultGroups(subject),
    ...checkConflicts(subject),
  ];
}

/** uv looks for both at the top of what it was given. */
function checkBundle({ bundled, lock, pyproject }: LockSubject): Finding[] {
  if (bundled === undefined) return [];
  return [pyproject, lock].flatMap((file): Finding[] => {
    const name = file?.path.replace(/^.*[/\\]/s, '') ?? '';
    if (file === undefined || bundled.has(name)) return [];
    const message = `${file.shown} is left out of the bundle, and without it uv installs nothing on the server.`;
    const remedy = "Take it out of 'exclude' and of .gitignore.";
    return [error('not-bundled', message, remedy, { file: file.shown, line: 1 })];
  });
}

/** What a merge leaves behind when both sides have locked. */
function checkDuplicates(subject: LockSubject): Finding[] {
  const seen = new Set<string>();
  for (const one of subject.packages) {
    const id = JSON.stringify([one.name, one.version, one.source?.kind, one.source?.at]);
    if (seen.has(id)) {
      const message = `${subject.lock.shown} lists ${quote(packageName(one))} twice; uv refuses it.`;
      return [error('lock-broken', message, RELOCK, placeIn(subject.lock, one.key))];
    }
    seen.add(id);
  }
  return [];
}

function checkArrows(subject: LockSubject): Finding[] {
  const named = byName(subject.packages);
  for (const one of subject.packages) {
    const arrows = arrowsOf(one);
    const lost = arrows.find((dependency) => candidates(named, dependency).length === 0);
    if (lost)
      return broken(subject, one, `needs ${quote(packageName(lost))}, which ${subject.lock.shown} does not list`);
    const open = arrows.find(({ name, source }) => source === undefined && (named.get(name)?.length ?? 0) > 1);
    if (open)
      return broken(subject, one, `needs ${quote(open.name)} without saying which of the packages of this name`);
  }
  return [];
}

const arrowsOf = (one: LockedPackage): readonly Dependency[] =>
  [one.dependencies, ...one.extras.values(), ...one.groups.values()].flat();

const broken = (subject: LockSubject, one: LockedPackage, fault: string): Finding[] => [
  error(
    'lock-broken',
    `${quote(packageName(one))} ${fault}; uv refuses the lock.`,
    RELOCK,
    placeIn(subject.lock, one.key),
  ),
];

const COMMIT = /#[0-9a-f]{40}$/;

/** What an edit by hand or a merge has lost of a package. */
function checkSourcesGiven(subject: LockSubject): Finding[] {
  for (const one of subject.packages) {
    const { source } = one;
    if (one.name === '') return broken(subject, one, 'has no name');
    if (source === undefined) return broken(subject, one, 'has no source');
    if (source.kind === 'git' && !COMMIT.test(source.at))
      return broken(subject, one, 'comes from git without a commit');
    if (source.kind === 'registry' && one.version === undefined) return broken(subject, one, 'has no version');
  }
  return [];
}

function checkMarkers(subject: LockSubject): Finding[] {
  const { lock } = subject;
  const known = new Map<string, boolean>();
  const isWrong = (marker: string | undefined): marker is string => {
    if (marker === undefined) return false;
    const isRight = known.get(marker) ?? isMarker(marker);
    known.set(marker, isRight);
    return !isRight;
  };
  for (const one of subject.packages) {
    const wrong = [...one.markers, ...arrowsOf(one).map(({ marker }) => marker)].find(isWrong);
    if (wrong !== undefined) return broken(subject, one, `has the marker '${quote(wrong)}', which can't be read`);
  }
  for (const key of ['resolution-markers', 'supported-markers', 'required-markers']) {
    const wrong = strings(lock.data[key]).find(isWrong);
    if (wrong === undefined) continue;
    const message = `${key} in ${lock.shown} has '${quote(wrong)}', which can't be read; uv refuses the lock.`;
    return [error('lock-broken', message, RELOCK, placeIn(lock, key))];
  }
  return [];
}

/** Without a project, and without members or groups of a workspace, there is nothing to begin with. */
function checkProject({ lock, pyproject, packages, reached }: LockSubject): Finding[] {
  if (!pyproject || at(pyproject.data, 'project') !== undefined || packages.length === 0 || reached.size > 0) return [];
  const message = `${pyproject.shown} has no [project] table, so uv installs nothing of what ${lock.shown} lists.`;
  const remedy =
    'Write a [project] table with name, version, requires-python and dependencies, run `uv lock`, and commit both.';
  return [error('no-project-table', message, remedy, placeIn(pyproject, ''))];
}

/** A folder that `members` names, with files but without a pyproject.toml: uv stops when it compares the lock. */
function checkMemberFolders({ lock, pyproject, places, withoutProject = [] }: LockSubject): Finding[] {
  const lost = withoutProject.map((path) => relative(dirname(lock.path), path).split(sep).join('/'));
  const [folder] = places === undefined ? lost : lost.filter((path) => places.has(path));
  if (!pyproject || folder === undefined) return [];
  const message = `The folder ${quote(folder)} is a member of the workspace by [tool.uv.workspace], but has no pyproject.toml; uv refuses the workspace.`;
  const remedy = `Add "${quote(folder)}" to exclude under [tool.uv.workspace], or give the folder a pyproject.toml.`;
  return [error('uv-refuses', message, remedy, placeIn(pyproject, 'tool.uv.workspace.members'))];
}

/** The default groups, and those that they include, may ask for a Python of their own; uv keeps to it. */
function checkGroupPythons({ pyproject, groups, target }: LockSubject): Finding[] {
  const settings = Object.entries(at(pyproject?.data, 'tool', 'uv', 'dependency-groups') ?? {});
  const included = withIncluded(at(pyproject?.data, 'dependency-groups'), groups);
  for (const [group, setting] of settings) {
    const wanted = text(at(setting, 'requires-python'));
    const specifiers = parseSpecifiers(wanted ?? '');
    const [minor, ...others] = target.minors;
    if (!pyproject || wanted === undefined || isRefused(specifiers) || minor === undefined || others.length > 0)
      continue;
    const patches = target.patch === undefined ? Array.from({ length: 100 }, (_, patch) => patch) : [target.patch];
    const fits = patches.some((patch) => contains(specifiers, releaseVersion([3, minor, patch])));
    if (fits || !included.has(normalName(group))) continue;
    const name = `3.${minor}${target.patch === undefined ? '' : `.${target.patch}`}`;
    const message = `Python ${name} does not satisfy requires-python '${quote(wanted)}' of the group '${quote(group)}', which uv installs by default.`;
    const remedy = `Pin a Python that fits with \`uv python pin\`, or take the group out of default-groups under [tool.uv].`;
    return [error('incompatible-pin', message, remedy, placeIn(pyproject, `tool.uv.dependency-groups.${group}`))];
  }
  return [];
}

function withIncluded(tables: unknown, groups: readonly string[]): ReadonlySet<string> {
  const all = new Set(groups);
  const entries = Object.entries(tables ?? {});
  // A set grows while it is gone through.
  for (const group of all) {
    const items: unknown = entries.find(([name]) => normalName(name) === group)?.[1];
    for (const item of Array.isArray(items) ? items : []) {
      const name = text(at(item, 'include-group'));
      if (name !== undefined) all.add(normalName(name));
    }
  }
  return all;
}

function checkEmpty(subject: LockSubject): Finding[] {
  // Where there is a project, its own absence is reported as a stale lock.
  if (subject.packages.length > 0 || subject.members.some(memberName)) return [];
  const message = `${subject.lock.shown} lists no package: the server would have an empty environment.`;
  const remedy = 'Add a [project] with its dependencies to pyproject.toml, run `uv lock` and commit both.';
  return [warning('lock-empty', message, remedy, placeIn(subject.lock, ''))];
}

function checkEnvironments(subject: LockSubject): Finding[] {
  const { lock, members, holds } = subject;
  const markers = strings(lock.data['supported-markers']);
  if (markers.length === 0 || markers.some((marker) => holds(marker) !== false)) return [];
  const shown = markers.slice(0, 3).map((marker) => `"${quote(marker, 80)}"`);
  const message = `The lock is for other systems than the server's: ${shown.join(', ')}.`;
  const remedy = `Add "sys_platform == 'linux'" to environments under [tool.uv], or remove the list, and run \`uv lock\`.`;
  const owner = members.find((file) => at(file.data, 'tool', 'uv', 'environments') !== undefined);
  if (!owner) return [error('lock-environments', message, remedy, placeIn(subject.lock, 'supported-markers'))];
  return [error('lock-environments', message, remedy, placeIn(owner, 'tool.uv.environments'))];
}

/** The first uv that reads a package without a version, as it writes those whose backend decides it. */
const DYNAMIC_UV = parseVersion('0.5.21');

/** What the lock holds that the server's uv does not know yet. */
function checkLockFitsUv({ lock, packages, target: { uv } }: LockSubject): Finding[] {
  const dynamic = packages.find(({ version, source }) => version === undefined && source !== undefined);
  if (!uv || !DYNAMIC_UV || !dynamic || compareVersions(uv, DYNAMIC_UV) >= 0) return [];
  const message = `${lock.shown} has ${quote(dynamic.name)} without a version, which uv ${formatVersion(uv)} on the server can't read.`;
  const remedy =
    'Install a newer uv on the server, or write version under [project] instead of dynamic, and run `uv lock`.';
  return [warning('required-uv', message, remedy, placeIn(lock, dynamic.key))];
}

function checkRequiredUv({ pyproject, target: { uv } }: LockSubject): Finding[] {
  const required = text(at(pyproject?.data, 'tool', 'uv', 'required-version'));
  if (!pyproject || uv === undefined || required === undefined) return [];
  const specifiers = parseSpecifiers(/^[\d\s]/.test(required) ? `==${required.trim()}` : required);
  if (isRefused(specifiers) || contains(specifiers, uv)) return [];
  const message = `${pyproject.shown} requires uv ${quote(required)}; the server has ${formatVersion(uv)} and refuses to run.`;
  const remedy = 'Widen required-version under [tool.uv].';
  return [error('required-uv', message, remedy, placeIn(pyproject, 'tool.uv.required-version'))];
}

/** How uv chose the versions of the lock, and where that is set. */
const OPTIONS = [
  ['resolution-mode', 'resolution'],
  ['prerelease-mode', 'prerelease'],
  ['fork-strategy', 'fork-strategy'],
  ['exclude-newer', 'exclude-newer'],
] as const;

/**
 * A variable or a setting of one machine that the lock was made with: uv would make another lock without it, and `--frozen` does not
 * look. Answers the names of the settings that the project lacks.
 */
export function lostOptions(
  { data }: TomlFile,
  pyproject: TomlFile | undefined,
  uvToml: string,
): (readonly [string, string])[] {
  return OPTIONS.flatMap(([option, setting]) => {
    const value = text(at(data, 'options', option));
    const isSet = at(pyproject?.data, 'tool', 'uv', setting) !== undefined || uvToml.includes(setting);
    return value === undefined || isSet ? [] : [[setting, value] as const];
  });
}

function checkOptions({ lock, pyproject, members, uvToml = '' }: LockSubject): Finding[] {
  // Of a workspace, the root's settings count, which is the first of its members.
  const [lost] = lostOptions(lock, members[0] ?? pyproject, uvToml);
  if (lost === undefined) return [];
  const [setting, value] = lost;
  const line = `${setting} = "${quote(value)}"`;
  const message = `${lock.shown} was made with ${line}, which the project does not say: uv makes another lock without it, and a server that runs \`uv sync --locked\` refuses this one.`;
  return [
    warning('lock-options', message, `Write ${line} under [tool.uv] in pyproject.toml.`, placeIn(lock, 'options')),
  ];
}

function checkDefaultGroups({ pyproject }: LockSubject): Finding[] {
  const named = strings(at(pyproject?.data, 'tool', 'uv', 'default-groups'));
  const known = groupNames(pyproject);
  const lost = named.find((group) => !known.has(normalName(group)));
  if (!pyproject || lost === undefined) return [];
  const message = `The default group '${quote(lost)}' is not one of [dependency-groups]; uv refuses to sync.`;
  const remedy = `Define it under [dependency-groups], or take it out of default-groups; then run \`uv lock\`.`;
  return [error('default-group', message, remedy, placeIn(pyproject, 'tool.uv.default-groups'))];
}

/** Sets of extras and groups that can't be installed together. The default groups are, always. */
function checkConflicts(subject: LockSubject): Finding[] {
  const sets = Array.isArray(subject.lock.data.conflicts) ? subject.lock.data.conflicts.map(tables) : [];
  if (sets.length === 0) return [];
  const own = subject.pyproject && memberName(subject.pyproject);
  const together = (item: object) => {
    const group = text(at(item, 'group'));
    const isPresent = group === undefined ? at(item, 'extra') === undefined : subject.groups.includes(group);
    return text(at(item, 'package')) === own && isPresent;
  };
  const clash = sets.map((set) => set.filter(together)).find((set) => set.length > 1);
  if (clash) {
    const nameOf = (item: object) => {
      const group = text(at(item, 'group'));
      return group === undefined ? 'the project itself' : `the group ${quote(group)}`;
    };
    const names = clash.map(nameOf).join(' and ');
    const message = `uv installs ${names} by default, and conflicts under [tool.uv] says that they can't be together.`;
    const remedy = 'Set default-groups under [tool.uv] so that at most one of them is installed.';
    const { pyproject, lock } = subject;
    const isHere = at(pyproject?.data, 'tool', 'uv', 'conflicts') !== undefined;
    const place = pyproject && isHere ? placeIn(pyproject, 'tool.uv.conflicts') : placeIn(lock, 'conflicts');
    return [error('lock-conflict', message, remedy, place)];
  }
  const message = 'This lock has extras or groups that can’t be installed together.';
  const remedy = 'Nothing, as long as the server does not ask for two of them at once.';
  return [notice('lock-conflicts', message, remedy, placeIn(subject.lock, 'conflicts'))];
}
