/** Whether the lock holds together, and whether uv would sync it on the target at all. */
import { error, type Finding, notice, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';
import { contains, isRefused, parseSpecifiers } from '../packaging/specifiers.ts';
import { formatVersion } from '../packaging/versions.ts';
import { byName, candidates } from './graph.ts';
import { packageName, tables, text } from './packages.ts';
import { groupNames, memberName } from './roots.ts';
import { type LockSubject, RELOCK } from './subject.ts';

export function checkConsistency(subject: LockSubject): Finding[] {
  return [
    ...checkBundle(subject),
    ...checkDuplicates(subject),
    ...checkArrows(subject),
    ...checkEmpty(subject),
    ...checkEnvironments(subject),
    ...checkRequiredUv(subject),
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
    const lists = [one.dependencies, ...one.extras.values(), ...one.groups.values()];
    const lost = lists.flat().find((dependency) => candidates(named, dependency).length === 0);
    if (lost === undefined) continue;
    const message = `${quote(packageName(one))} needs ${quote(packageName(lost))}, which ${subject.lock.shown} does not list; uv refuses it.`;
    return [error('lock-broken', message, RELOCK, placeIn(subject.lock, one.key))];
  }
  return [];
}

function checkEmpty(subject: LockSubject): Finding[] {
  // Where there is a project, its own absence is told as a stale lock.
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

function checkRequiredUv({ pyproject, target: { uv } }: LockSubject): Finding[] {
  const required = text(at(pyproject?.data, 'tool', 'uv', 'required-version'));
  if (!pyproject || uv === undefined || required === undefined) return [];
  const specifiers = parseSpecifiers(/^[\d\s]/.test(required) ? `==${required.trim()}` : required);
  if (isRefused(specifiers) || contains(specifiers, uv)) return [];
  const message = `${pyproject.shown} requires uv ${quote(required)}; the server has ${formatVersion(uv)} and refuses to run.`;
  const remedy = 'Widen required-version under [tool.uv].';
  return [error('required-uv', message, remedy, placeIn(pyproject, 'tool.uv.required-version'))];
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
  const together = (item: object) =>
    text(at(item, 'package')) === own && subject.groups.includes(text(at(item, 'group')) ?? '');
  const clash = sets.map((set) => set.filter(together)).find((set) => set.length > 1);
  if (clash) {
    const names = clash.map((item) => quote(text(at(item, 'group')) ?? '')).join(' and ');
    const message = `The groups ${names} are installed by default, and [tool.uv] conflicts says that they can't be together.`;
    const remedy = 'Leave one of them in default-groups under [tool.uv].';
    return [error('lock-conflict', message, remedy, placeIn(subject.lock, 'conflicts'))];
  }
  const message = 'This lock has extras or groups that can’t be installed together.';
  const remedy = 'Nothing, as long as the server does not ask for two of them at once.';
  return [notice('lock-conflicts', message, remedy, placeIn(subject.lock, 'conflicts'))];
}
