/** Whether the lock was made from the pyproject.toml files as they are now, as far as that shows without uv. */
import { dirname, relative, sep } from 'node:path';
import { error, type Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn, type TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalExtras, normalName, normalSpecifier } from '../packaging/requirement.ts';
import { compareVersions, parseVersion } from '../packaging/versions.ts';
import { type Declared, declaredGroups, declaredRequirements } from './declared.ts';
import { type LockedPackage, SOURCE_KINDS, tables, text } from './packages.ts';
import { memberName } from './roots.ts';
import type { LockSubject } from './subject.ts';

const REMEDY = 'Run `uv lock` and commit uv.lock.';

export function checkFreshness(subject: LockSubject): Finding[] {
  const members = subject.members.flatMap((file) => {
    const one = lockedMember(subject, file);
    return one
      ? [checkVersion(subject, file, one), checkKind(subject, file, one), checkRequirements(subject, file, one)]
      : [];
  });
  return [...members, checkMembers(subject)].filter((finding) => finding !== undefined);
}

/** The package of a member: by its name, and by its place where that is not enough. A missing one is reported elsewhere. */
function lockedMember({ lock, packages }: LockSubject, file: TomlFile): LockedPackage | undefined {
  const name = memberName(file);
  const place = relative(dirname(lock.path), dirname(file.path)).split(sep).join('/') || '.';
  return packages.find((one) => one.name === name && one.source?.at === place);
}

function checkVersion(subject: LockSubject, file: TomlFile, one: LockedPackage): Finding | undefined {
  const wanted = text(at(file.data, 'project', 'version'));
  const [left, right] = [parseVersion(wanted ?? ''), parseVersion(one.version ?? '')];
  if (!left || !right || compareVersions(left, right) === 0) return undefined;
  const message = `${subject.lock.shown} has ${quote(one.name)} ${quote(one.version ?? '')}; ${file.shown} says ${quote(wanted ?? '')}. A server that restores with \`uv sync --locked\` refuses the lock.`;
  return error('lock-stale', message, REMEDY, placeIn(subject.lock, `${one.key}.version`));
}

/** A project that is not to be installed itself is `virtual` in the lock. */
function checkKind(subject: LockSubject, file: TomlFile, one: LockedPackage): Finding | undefined {
  const chosen = at(file.data, 'tool', 'uv', 'package');
  const isPackage = typeof chosen === 'boolean' ? chosen : at(file.data, 'build-system') !== undefined;
  const isLockedSo = one.source?.kind !== 'virtual';
  // Members that other members need are packages to newer releases of uv, and were none to older ones.
  const isNeeded = subject.members.some((other) => other !== file && namesOf(other).has(one.name));
  if (isPackage === isLockedSo || (chosen === undefined && !isPackage && isNeeded)) return undefined;
  const message = isPackage
    ? `${file.shown} describes a package now, which ${subject.lock.shown} does not install.`
    : `${file.shown} describes no package any more, which ${subject.lock.shown} still installs.`;
  return error('lock-stale', message, REMEDY, placeIn(subject.lock, `${one.key}.source`));
}

const namesOf = (file: TomlFile): Set<string> =>
  new Set(
    [...(declaredRequirements(file)?.all ?? []), ...[...(declaredGroups(file)?.values() ?? [])].flat()].map(
      ({ name }) => name,
    ),
  );

/** Revisions from here on may leave out what the lock was made from. */
const WITHOUT_METADATA = 4;

function checkRequirements(subject: LockSubject, file: TomlFile, one: LockedPackage): Finding | undefined {
  const { revision } = subject.lock.data;
  const isTold = one.metadata !== undefined || !(typeof revision === 'number' && revision >= WITHOUT_METADATA);
  const found = isTold
    ? firstDifference(subject, file, one)
    : { added: firstUnlisted(subject, file), removed: undefined };
  if (found === undefined) return undefined;
  const { added, removed } = found;
  if (added !== undefined) {
    const message = `${subject.lock.shown} is out of date: ${file.shown} requires ${quote(added.text)}.`;
    const line = lineOfText(file, added.key, added.text);
    return error('lock-stale', message, REMEDY, { file: file.shown, line });
  }
  if (removed === undefined) return undefined;
  const message = `${subject.lock.shown} is out of date: ${file.shown} no longer requires ${quote(removed)}.`;
  return error('lock-stale', message, REMEDY, placeIn(subject.lock, `${one.key}.metadata`));
}

/** A dependency that the lock does not even list. Those with a marker, or overridden ones, may rightly be absent. */
function firstUnlisted({ lock, packages }: LockSubject, file: TomlFile): Declared | undefined {
  const manifest = at(lock.data, 'manifest');
  if (at(manifest, 'overrides') !== undefined || at(manifest, 'excludes') !== undefined) return undefined;
  const listed = new Set(packages.map(({ name }) => name));
  const groups = [...(declaredGroups(file)?.values() ?? [])].flat();
  return [...(declaredRequirements(file)?.all ?? []), ...groups].find(
    ({ name, marker }) => marker === undefined && !listed.has(name),
  );
}

function firstDifference(subject: LockSubject, file: TomlFile, one: LockedPackage): Difference | undefined {
  const byName = sourceNames(subject.members);
  const wanted = declaredRequirements(file);
  const locked = tables(at(one.metadata, 'requires-dist'));
  const isOfExtra = (table: object) => /\bextra\b/.test(text(at(table, 'marker')) ?? '');
  const found: (Difference | undefined)[] = [];
  if (wanted) {
    // A project that names its own extras may have them written out in the lock.
    const isWhole = wanted.all.every(({ name }) => name !== one.name);
    const list = isWhole ? locked : locked.filter((table) => !isOfExtra(table));
    const isOwn = ({ marker }: Declared) => !/\bextra\b/.test(marker ?? '');
    found.push(difference(isWhole ? wanted.all : wanted.own.filter(isOwn), list, byName));
  }
  const groups = declaredGroups(file);
  const lockedGroups = new Map(
    Object.entries(at(one.metadata, 'requires-dev') ?? {}).map(([name, list]) => [normalName(name), tables(list)]),
  );
  for (const name of new Set(groups ? [...groups.keys(), ...lockedGroups.keys()] : [])) {
    found.push(difference(groups?.get(name) ?? [], lockedGroups.get(name) ?? [], byName));
  }
  return found.find((each) => each !== undefined);
}

type Difference = { readonly added: Declared | undefined; readonly removed: string | undefined };

/** A requirement in one spelling, which is `undefined` where the name is all that both files have in common. */
type Spelled = { readonly name: string; readonly spelling: string | undefined };

/** The first requirement that only one side has. Markers are not compared: uv rewrites them. */
function difference(
  wanted: readonly Declared[],
  locked: readonly object[],
  byName: ReadonlySet<string>,
): Difference | undefined {
  const spelled = (name: string, extras: readonly string[], specifier: string | undefined): Spelled => {
    const isLoose = byName.has(name) || specifier === undefined;
    return { name, spelling: isLoose ? undefined : `${name}${extras.length > 0 ? `[${extras}]` : ''}${specifier}` };
  };
  const declared = wanted.map((one) => ({ ...spelled(one.name, one.extras, one.specifier), one }));
  const recorded = locked.map((table) => {
    const isElsewhere = SOURCE_KINDS.some((kind) => kind !== 'registry' && at(table, kind) !== undefined);
    const specifier = isElsewhere ? undefined : normalSpecifier(text(at(table, 'specifier')) ?? '');
    return spelled(normalName(text(at(table, 'name')) ?? ''), normalExtras(strings(at(table, 'extras'))), specifier);
  });
  // A name may be asked for more than once, and uv simplifies such lists: one that fits speaks for all of its name.
  const agree = ({ name, spelling }: Spelled, other: Spelled) =>
    name === other.name && (spelling === undefined || other.spelling === undefined || spelling === other.spelling);
  const settled = new Set(
    declared.filter((one) => recorded.some((other) => agree(one, other))).map(({ name }) => name),
  );
  const isMissing = ({ name }: Spelled): boolean => !settled.has(name);
  const added = declared.find(isMissing)?.one;
  const removed = recorded.find(isMissing);
  return added || removed ? { added, removed: removed && (removed.spelling ?? removed.name) } : undefined;
}

/** Dependencies with a source of their own: the lock then holds that, and not what was written. A root's are its members' too. */
const sourceNames = (members: readonly TomlFile[]): Set<string> =>
  new Set(members.flatMap((file) => Object.keys(at(file.data, 'tool', 'uv', 'sources') ?? {}).map(normalName)));

/** Members that the lock knows and the workspace does not. The other way round is reported by the missing package. */
function checkMembers(subject: LockSubject): Finding | undefined {
  const known = new Set(subject.members.map(memberName));
  const gone = strings(at(subject.lock.data, 'manifest', 'members')).find((name) => !known.has(normalName(name)));
  if (gone === undefined || subject.members.length === 0) return undefined;
  const message = `${subject.lock.shown} lists ${quote(gone)} as a member of the workspace, which it is not any more.`;
  return error('lock-stale', message, REMEDY, placeIn(subject.lock, 'manifest.members'));
}

/** The line at which a text is quoted, from the line of its key on. */
function lineOfText(file: TomlFile, key: string, text: string): number {
  const from = file.lineOf(key);
  const lines = file.text.split('\n').slice(from - 1);
  const index = lines.findIndex((line) => line.includes(`"${text}"`) || line.includes(`'${text}'`));
  return from + Math.max(0, index);
}
