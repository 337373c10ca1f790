/** Whether the server can get at the places that the locked packages come from. */
import { dirname, posix, relative, sep } from 'node:path';
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn } from '../files/toml.ts';
import { type LockedPackage, packageName, type Source } from './packages.ts';
import { memberName } from './roots.ts';
import { askedBy, type LockSubject } from './subject.ts';

type Check = (subject: LockSubject, one: LockedPackage, place: string) => Finding[];

const CHECKS: Readonly<Record<Source['kind'], Check>> = {
  registry: () => [], // an index is reported once, not for every package
  git: checkGit,
  url: checkUrl,
  path: checkPath,
  directory: checkPath,
  editable: checkPath,
  virtual: checkVirtual,
};

export function checkSources(subject: LockSubject): Finding[] {
  const alone = checkAlone(subject);
  if (alone.length > 0) return [...alone, ...checkIndexes(subject)];
  const lost: LockedPackage[] = [];
  const findings = [...subject.reached.keys()].flatMap((one) => {
    const found = one.source === undefined ? [] : CHECKS[one.source.kind](subject, one, one.source.at);
    if (found.length > 0) lost.push(one);
    return found;
  });
  return [...findings, ...checkMembers(subject, lost), ...checkIndexes(subject)];
}

/** From the lock's folder to the project's, empty when they are the same. */
const rootDistance = ({ lock, pyproject }: LockSubject): string =>
  pyproject ? relative(dirname(lock.path), dirname(pyproject.path)).split(sep).join('/') : '';

/**
 * A workspace's lock names its members by their place in the workspace, and uv compares it with all of them. A member's folder alone has
 * neither; where the bundle could be made a workspace, `pyproject` is its root's.
 */
function checkAlone(subject: LockSubject): Finding[] {
  const place = rootDistance(subject);
  const own = subject.pyproject && memberName(subject.pyproject);
  if (place === '' || own === undefined || subject.bundled === undefined || subject.copiesLocal) return [];
  const local = [...subject.reached.keys()].filter(({ source }) => source && LOCAL.includes(source.kind));
  const [root] = subject.members;
  const isWell = root !== undefined && memberName(root) !== undefined;
  const built = subject.packages.some(({ source }) => source?.at === '.' && source.kind !== 'virtual');
  const key = subject.packages.find(({ name }) => name === own)?.key ?? '';
  const [name, folder] = [quote(own), quote(place, 120)];
  const message =
    `uv.lock is that of the workspace around ${folder}, ` +
    (built
      ? `and uv builds the workspace's root from its own files, which the bundle of ${folder} does not have.`
      : `and what the workspace's root installs does not include ${name}: on the server, uv installs nothing of it.`);
  const add = `Run \`uv add ${name}\` in the workspace's root, and commit pyproject.toml and uv.lock.`;
  const remedy =
    built || !isWell
      ? `${add} Then deploy from there: \`working-directory: .\`, with an entrypoint in ${folder}.`
      : add;
  const isSure = subject.compares === 'surely' || local.length > 0;
  if (!isSure && subject.compares === undefined) return [];
  return [
    {
      level: isSure ? 'error' : 'warning',
      code: 'lock-root',
      message,
      remedy,
      ...placeIn(subject.lock, `${key}.source`),
    },
  ];
}

/** What uv installs from folders and files of the checkout. */
const LOCAL: readonly Source['kind'][] = ['directory', 'editable', 'path'];

/** `uv sync --locked` compares the lock with the pyproject.toml of every member. */
function checkMembers(
  { lock, pyproject, members, bundled, compares }: LockSubject,
  lost: readonly LockedPackage[],
): Finding[] {
  if (bundled === undefined || compares === undefined || !pyproject) return [];
  return members.flatMap((member): Finding[] => {
    const path = relative(dirname(lock.path), member.path).split(sep).join('/');
    const isLost = lost.some(({ name }) => name === memberName(member));
    if (member === pyproject || bundled.has(path) || isLost) return [];
    const who = compares === 'surely' ? 'the server refuses the lock' : 'newer servers refuse the lock';
    const message = `${member.shown} is left out of the bundle: without it, ${who} (\`uv sync --locked\`).`;
    const level = compares === 'surely' ? 'error' : 'warning';
    const remedy = "Take it out of .gitignore and 'exclude'.";
    return [{ level, code: 'lock-members', message, remedy, file: member.shown, line: 1 }];
  });
}

function checkPath(subject: LockSubject, one: LockedPackage, place: string): Finding[] {
  if (subject.copiesLocal) return [];
  const path = posix.normalize(place.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');
  const isOutside = path === '..' || path.startsWith('../') || isAbsolutePath(path);
  if (!isOutside && isBundled(subject, path)) return [];
  const why = isOutside ? 'which is not part of the deployment' : 'which is not in the bundle';
  const message = `${quote(packageName(one))}${askedBy(subject, one)} comes from '${quote(place, 120)}', ${why}: uv fails with "Distribution not found".`;
  const remedy = isOutside
    ? 'Move the folder into the project, or publish the package and depend on that; then run `uv lock`.'
    : "Commit the folder, and let neither .gitignore nor 'exclude' leave it out; for a member of a workspace, deploy from the workspace's root.";
  return [error('lock-path', message, remedy, placeIn(subject.lock, `${one.key}.source`))];
}

/** Nothing is built or installed from it, so its folder may be missing. */
function checkVirtual(): Finding[] {
  return [];
}

const isBundled = ({ places }: LockSubject, path: string): boolean =>
  places === undefined || path === '.' || places.has(path);

const isAbsolutePath = (path: string): boolean => /^(?:\/|[a-z]:\/|file:)/i.test(path);

/** Hosts whose public repositories anybody can fetch. */
const GIT_HOSTS: readonly string[] = ['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'git.sr.ht'];

function checkGit(subject: LockSubject, one: LockedPackage, place: string): Finding[] {
  if (/^file:/i.test(place)) return checkPath(subject, one, place);
  const host = hostOf(place);
  const complain = (level: Finding['level'], code: string, what: string, remedy: string) => [
    {
      ...{ level, code, remedy, ...placeIn(subject.lock, `${one.key}.source`) },
      message: `${quote(packageName(one))}${askedBy(subject, one)} ${what}`,
    },
  ];
  if (/^(?:ssh:|git\+ssh:|[^/:@]+@)/i.test(place)) {
    const remedy =
      'Use the https:// address of a repository that the server can read, or publish the package; then run `uv lock`.';
    return complain(
      'error',
      'lock-git-ssh',
      `is fetched from ${host} over SSH; the server needs a key for it.`,
      remedy,
    );
  }
  if (GIT_HOSTS.includes(host)) {
    const remedy = 'Nothing, if the repository is public and the server has git; a private one needs a token there.';
    return complain('notice', 'lock-git', `is fetched with git from ${host}.`, remedy);
  }
  const remedy = 'Make sure that the server has git and reaches this host; a private repository needs a token there.';
  return complain('warning', 'lock-git', `is fetched with git from ${host}, which the server may not reach.`, remedy);
}

function checkUrl(subject: LockSubject, one: LockedPackage, place: string): Finding[] {
  if (/^file:/i.test(place)) return checkPath(subject, one, place);
  const host = hostOf(place);
  const isPlain = !/^https:/i.test(place);
  if (!isPlain && !isPrivate(host)) return [];
  const fault = isPlain ? 'without encryption' : 'which only a private network knows';
  const message = `${quote(packageName(one))}${askedBy(subject, one)} is fetched from ${host}, ${fault}.`;
  const remedy = 'Make sure that the server reaches this address, or use a public https:// one and run `uv lock`.';
  return [warning('lock-url', message, remedy, placeIn(subject.lock, `${one.key}.source`))];
}

/** Names and addresses that mean nothing outside of one network. */
function isPrivate(host: string): boolean {
  return (
    !/[.:]/.test(host) ||
    /\.(?:local|localhost|internal|intranet|lan|corp|home|home\.arpa|test)$/.test(host) ||
    /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host) ||
    /^\[(?:::1|f[cd]|fe80)/.test(host)
  );
}

/** The index of Python's packages, and the one of PyTorch's builds. */
const PUBLIC_INDEX = /^(?:pypi|download(?:-r2)?\.pytorch)\.org$/;

/** One finding for each index, at the first package that comes from it. */
function checkIndexes(subject: LockSubject): Finding[] {
  const indexes = Map.groupBy(
    [...subject.reached.keys()].filter(({ source }) => source?.kind === 'registry'),
    ({ source }) => source?.at ?? '',
  );
  return [...indexes].flatMap(([place, packages]) => {
    const [first] = packages;
    if (first === undefined) return [];
    const what = packages.length === 1 ? packageName(first) : `${first.name} and ${packages.length - 1} more`;
    return /^[a-z][a-z0-9+.-]+:\/\//i.test(place) && !/^file:/i.test(place)
      ? checkIndex(subject, first, place, what)
      : checkLocalIndex(subject, first, place, what);
  });
}

function checkIndex(subject: LockSubject, first: LockedPackage, place: string, what: string): Finding[] {
  const host = hostOf(place);
  const isAllowed = (index: string) => {
    const allowed = index.replace(/\/+$/, '');
    return place === allowed || place.startsWith(`${allowed}/`) || place.startsWith(`${allowed}?`);
  };
  if (PUBLIC_INDEX.test(host) || subject.target.indexes.some(isAllowed)) return [];
  const message = `${quote(what)} come${/ more$/.test(what) ? '' : 's'} from the package index at ${host}: the server has to reach it, and to have credentials if it asks for them (uv.lock never holds any).`;
  const remedy = `Set it up on the server and name it in indexes of [tool.uv-deploy] target; or lock against a public index with \`uv lock\`.`;
  return [warning('lock-index', message, remedy, placeIn(subject.lock, `${first.key}.source`))];
}

function checkLocalIndex(subject: LockSubject, first: LockedPackage, place: string, what: string): Finding[] {
  const path = posix.normalize(place.replaceAll('\\', '/'));
  const isOutside = path.startsWith('..') || isAbsolutePath(path);
  if (!isOutside && isBundled(subject, path)) return [];
  const message = `${quote(what)} come${/ more$/.test(what) ? '' : 's'} from the folder '${quote(place, 120)}', which the bundle does not have.`;
  const remedy =
    'Lock against an index that the server reaches, or commit the folder inside the project; then run `uv lock`.';
  return [error('lock-local-index', message, remedy, placeIn(subject.lock, `${first.key}.source`))];
}

/** The host of an address, without what else an address may hold: user names and passwords. */
function hostOf(place: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(place)?.[1];
  const scp = /^[^/:@]+@([^/:]+)/.exec(place)?.[1];
  return quote((address ?? scp ?? '').toLowerCase(), 100) || 'an unknown host';
}
