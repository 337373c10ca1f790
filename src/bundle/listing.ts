import { type Dirent, lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Complaint, codeOf, complaint, error, type Finding, messageOf, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { bytes } from '../findings/units.ts';
import type { Exec } from '../ports/exec.ts';
import { git } from '../ports/git.ts';
import { isInside, realPathOf } from '../ports/paths.ts';
import { readRegular } from '../ports/regular-file.ts';
import { type Rules, readGitignore } from './gitignore.ts';
import { isLeftOutFolder } from './left-out.ts';
import type { BundleFile } from './source.ts';

export type Listing = {
  readonly files: readonly BundleFile[];
  readonly findings: readonly Finding[];
  /** How the files were found: by git, or by a walk that honours .gitignore. */
  readonly via: 'git' | 'walk';
};

/** A path below the project, and what is known of it. `executable` is what git says of its mode. */
type ListedPath = {
  readonly path: string;
  readonly executable?: boolean;
  readonly isSubmodule?: boolean;
  readonly isUntracked?: boolean;
  /** Why a folder could not be looked into. */
  readonly unreadable?: string;
  /** The size of a .gitignore that is too large to be read. */
  readonly tooLarge?: number;
};

/** In bytes: the server unpacks below a folder of its own, and no system takes paths of more than 4,096. */
const LONGEST_PATH = 2_000;
/** What is listed through links: two links in each of some folders double it with every folder. */
const MOST_LINKED = 50_000;
const GITIGNORE_LIMIT = 200_000;

/**
 * The files of the project in `dir`: in a git checkout what git tracks or would offer to add, else all that .gitignore allows.
 * Links that lead to something inside the project are followed; those that leave it are errors. `shown` names a path in findings.
 */
export async function listFiles(
  dir: string,
  shown: (path: string) => string,
  { exec, signal }: { exec: Exec; signal: AbortSignal },
): Promise<Listing> {
  const tracked = await gitCandidates(dir, exec, signal);
  // A folder that the repository around it ignores altogether is still what the user asked for.
  const via = tracked && tracked.length > 0 ? 'git' : 'walk';
  const candidates = tracked && tracked.length > 0 ? tracked : walk(dir);
  const findings: Finding[] = [];
  const files = new Map<string, BundleFile>();
  const add: Add = (path, source, executable, stat = statSync(source)) => {
    if (stat.isFile()) {
      files.set(path, { path, source, size: stat.size, executable: executable ?? (stat.mode & 0o100) !== 0 });
    }
  };
  const followLink = linkFollower(dir, candidates, add);

  for (const candidate of candidates) {
    const { path, executable, isSubmodule } = candidate;
    const source = join(dir, path);
    const stat = isTooLong(path) ? undefined : lookAt(source);
    const wrong = unusable(candidate, stat) ?? (stat?.isSymbolicLink() ? followLink(candidate) : undefined);
    if (wrong) findings.push(error(...wrong, { file: shown(source) }));
    else if (stat?.isFile()) add(path, source, executable, stat);
    else if (stat?.isDirectory()) {
      // A submodule: git lists it as one entry.
      const inner = await listFiles(source, shown, { exec, signal });
      if (isSubmodule && inner.files.length === 0) {
        const remedy = 'Set `submodules: true` on the actions/checkout step, or remove the submodule.';
        const message = `${quote(path, 200)} is a submodule that was not checked out.`;
        findings.push(warning('submodule-missing', message, remedy, { file: shown(source) }));
      }
      findings.push(...inner.findings);
      for (const file of inner.files) files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
    }
  }
  for (const { path, isUntracked } of candidates) {
    const file = isUntracked ? files.get(path) : undefined;
    if (file) files.set(path, { ...file, isUntracked: true });
  }
  return { files: [...files.values()], findings, via };
}

type Add = (path: string, source: string, executable?: boolean, stat?: Stats) => void;

/** Why a path can't be deployed, whatever is there. `stat` is `undefined` where nothing is. */
function unusable({ path, unreadable, tooLarge }: ListedPath, stat: Stats | undefined): Complaint | undefined {
  const name = () => quote(path, 200);
  if (isTooLong(path)) {
    const message = `The path ${name()} has more than ${LONGEST_PATH} bytes, which the server can't unpack.`;
    return complaint('over-limit', message, 'Shorten it, or exclude its folder.');
  }
  if (tooLarge !== undefined) {
    const message = `${name()} has ${bytes(tooLarge)}; more than ${bytes(GITIGNORE_LIMIT)} is not read.`;
    return complaint('file-too-large', message, 'Commit a .gitignore with a few patterns.');
  }
  if (stat === undefined) {
    // Deleted, but not yet committed: nothing to deploy. A name that is no UTF-8 can't be found again, though.
    if (!path.includes('\ufffd')) return undefined;
    return complaint('file-name', `The name of ${quote(path)} is not valid UTF-8.`, 'Rename the file.');
  }
  if (unreadable === undefined) return undefined;
  return complaint(
    'unreadable-file',
    `${name()} can't be read: ${unreadable}.`,
    'Check its permissions, or exclude it.',
  );
}

/** Follows the links of the project in `dir`: adds the files that one leads to, or answers why it can't be followed. */
function linkFollower(dir: string, candidates: readonly ListedPath[], add: Add) {
  let linked = 0;
  /** Adds the files that are listed in a linked folder, or all when it is ignored as a whole. */
  const addFolder = (path: string, folder: string, seen: readonly string[]) => {
    if (linked > MOST_LINKED) return;
    const start = `${relative(dir, folder).split(sep).join('/')}/`;
    const listed = candidates.filter((candidate) => candidate.path.startsWith(start));
    const inside = listed.map((candidate) => ({ ...candidate, path: candidate.path.slice(start.length) }));
    for (const { path: name, executable } of inside.length > 0 ? inside : walk(folder)) {
      linked += 1;
      if (linked > MOST_LINKED) return;
      const source = realPathOf(join(folder, name));
      if (source === undefined || !isInside(dir, source)) continue;
      if (!statSync(source).isDirectory()) add(`${path}/${name}`, source, executable);
      else if (!seen.some((other) => isInside(source, other))) addFolder(`${path}/${name}`, source, [...seen, source]);
    }
  };

  return ({ path, executable }: ListedPath): Complaint | undefined => {
    const link = join(dir, path);
    const target = realPathOf(link);
    const start = `${quote(path, 200)} is a link`;
    if (target === undefined) {
      const message = `${start} to ${quote(readlinkSync(link))}, which does not exist.`;
      return complaint('broken-link', message, 'Remove the link, or commit its target.');
    }
    if (!isInside(dir, target)) {
      const remedy = 'Replace the link with a copy, or exclude it: only files of the project are deployed.';
      return complaint('link-leaves-project', `${start} that leaves the project.`, remedy);
    }
    if (isInside(target, link))
      return complaint('link-cycle', `${start} to a folder that contains it.`, 'Remove the link.');
    if (!statSync(target).isDirectory()) {
      add(path, target, executable);
      return undefined;
    }
    const before = linked;
    addFolder(path, target, [link, target]);
    if (before > MOST_LINKED || linked <= MOST_LINKED) return undefined;
    const message = `${start} to a folder; with it, links lead to more than ${MOST_LINKED} files.`;
    return complaint('over-limit', message, 'Replace the links with copies, or exclude them.');
  };
}

/** Cheap for the paths that people have. */
const isTooLong = (path: string): boolean => path.length * 3 > LONGEST_PATH && Buffer.byteLength(path) > LONGEST_PATH;

/** What stands at a path itself; `undefined` where nothing does. */
const lookAt = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined; // a file stands where a folder was
    throw error;
  }
};

/** Tracked files and those that are neither tracked nor ignored; `undefined` outside a git checkout. */
async function gitCandidates(dir: string, exec: Exec, signal: AbortSignal): Promise<ListedPath[] | undefined> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--stage'];
  const result = await git(dir, args, { exec, signal });
  if (result === undefined || result.exitCode !== 0) return undefined;
  const found = new Map<string, ListedPath>();
  for (const entry of result.stdout.split('\0')) {
    const staged = /^(\d{6}) [0-9a-f]+ \d\t([\s\S]*)$/.exec(entry);
    // A repository within ends in a slash, and a submodule that was not checked out lists itself as './'.
    const path = (staged ? (staged[2] ?? '') : entry).replace(/^\.?\/$|\/$/, '');
    if (path === '') continue;
    // The index knows the mode on every system; on Windows the disk does not. A link has the mode of what it leads to.
    const mode = staged?.[1] ?? '';
    const isFile = mode.startsWith('100');
    const known = isFile ? { executable: mode === '100755' } : { isSubmodule: mode === '160000' };
    found.set(path, { path, ...known, isUntracked: staged === null });
  }
  return [...found.values()];
}

type Level = { readonly base: string; readonly rules: Rules };

/** The nearest .gitignore that says anything about a path decides. */
function isIgnored(path: string, isFolder: boolean, nearestFirst: readonly Level[]): boolean {
  for (const { base, rules } of nearestFirst) {
    const verdict = rules(path.slice(base.length), isFolder);
    if (verdict) return verdict === 'ignored';
  }
  return false;
}

/** Every file below `dir` that no .gitignore on the way leaves out. Links are listed, not followed. */
function walk(dir: string): ListedPath[] {
  const found: ListedPath[] = [];
  const visit = (folder: string, above: readonly Level[]) => {
    const absolute = join(dir, folder);
    let entries: Dirent[];
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      // Its name may not be UTF-8: it can't be found by that name then, and judging the candidates reports it.
      found.push({ path: folder, unreadable: messageOf(error) });
      return;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    let levels = above;
    if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
      try {
        const own = readRegular(join(absolute, '.gitignore'), GITIGNORE_LIMIT);
        if ('bytes' in own) levels = [{ base: prefix, rules: readGitignore(own.bytes.toString()) }, ...above];
        else found.push({ path: `${prefix}.gitignore`, tooLarge: own.size });
      } catch (error) {
        found.push({ path: `${prefix}.gitignore`, unreadable: messageOf(error) });
      }
    }
    for (const entry of entries) {
      const path = prefix + entry.name;
      if (isIgnored(path, entry.isDirectory(), levels)) continue;
      if (!entry.isDirectory() || isTooLong(path)) found.push({ path });
      else if (!isLeftOutFolder(entry.name, join(absolute, entry.name))) visit(path, levels);
    }
  };
  visit('', []);
  return found;
}
