import {
  type Dirent,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { codeOf, type Finding, messageOf } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Exec } from '../ports/exec.ts';
import { git } from '../ports/git.ts';
import { isInside } from '../project/project.ts';
import { isLeftOutFolder } from './left-out.ts';
import type { BundleFile } from './source.ts';

export type Listing = {
  readonly files: readonly BundleFile[];
  readonly findings: readonly Finding[];
  /** How the files were found: by git, or by a walk that honours .gitignore. */
  readonly via: 'git' | 'walk';
};

/** A path below the project, and what is known of it. `executable` is what git says of its mode. */
type Candidate = {
  readonly path: string;
  readonly executable?: boolean;
  readonly isSubmodule?: boolean;
  /** Why a folder could not be looked into. */
  readonly unreadable?: string;
};

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

  const add = (path: string, source: string, executable: boolean | undefined, stat: Stats = statSync(source)) => {
    if (stat.isFile()) {
      files.set(path, { path, source, size: stat.size, executable: executable ?? (stat.mode & 0o100) !== 0 });
    }
  };
  const complain = (code: string, path: string, message: string, remedy: string) =>
    findings.push({ level: 'error', code, message, remedy, file: shown(join(dir, path)) });

  /** What lies in a linked folder: the files that are listed there, or all when it is ignored as a whole. */
  const addFolder = (path: string, folder: string, seen: readonly string[]) => {
    const start = `${relative(dir, folder).split(sep).join('/')}/`;
    const listed = candidates.filter((candidate) => candidate.path.startsWith(start));
    const inside = listed.map((candidate) => ({ ...candidate, path: candidate.path.slice(start.length) }));
    for (const { path: name, executable } of inside.length > 0 ? inside : walk(folder)) {
      const source = resolveLink(join(folder, name));
      if (source === undefined || !isInside(dir, source)) continue;
      if (!statSync(source).isDirectory()) add(`${path}/${name}`, source, executable);
      else if (!seen.some((other) => isInside(source, other))) addFolder(`${path}/${name}`, source, [...seen, source]);
    }
  };

  for (const { path, executable, unreadable, isSubmodule } of candidates) {
    const absolute = join(dir, path);
    const name = () => quote(path, 200);
    const stat = lookAt(absolute);
    if (stat === undefined) {
      // Deleted, but not yet committed: nothing to deploy. A name that is no UTF-8 can't be found again, though.
      if (path.includes('\ufffd')) {
        complain('file-name', path, `The name of ${quote(path)} is not valid UTF-8.`, 'Rename the file.');
      }
    } else if (unreadable !== undefined) {
      complain(
        'unreadable-file',
        path,
        `${name()} can't be read: ${unreadable}.`,
        'Check its permissions, or exclude it.',
      );
    } else if (stat.isFile()) {
      add(path, absolute, executable, stat);
    } else if (stat.isDirectory()) {
      // A submodule: git lists it as one entry.
      const inner = await listFiles(absolute, shown, { exec, signal });
      if (isSubmodule && inner.files.length === 0) {
        const remedy = 'Set submodules: true on the actions/checkout step, or remove the submodule.';
        const message = `${name()} is a submodule that was not checked out.`;
        findings.push({ level: 'warning', code: 'submodule-missing', message, remedy, file: shown(absolute) });
      }
      findings.push(...inner.findings);
      for (const file of inner.files) files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
    } else if (stat.isSymbolicLink()) {
      const target = resolveLink(absolute);
      if (target === undefined) {
        const missing = quote(readlinkSync(absolute));
        complain(
          'broken-link',
          path,
          `${name()} is a link to ${missing}, which does not exist.`,
          'Remove the link or commit its target.',
        );
      } else if (!isInside(dir, target)) {
        const remedy = 'Replace the link by a copy, or exclude it: only files of the project reach the server.';
        complain('link-leaves-project', path, `${name()} is a link that leaves the project.`, remedy);
      } else if (isInside(target, absolute)) {
        complain('link-cycle', path, `${name()} is a link to a folder that contains it.`, 'Remove the link.');
      } else if (statSync(target).isDirectory()) {
        addFolder(path, target, [absolute, target]);
      } else {
        add(path, target, executable);
      }
    }
  }
  return { files: [...files.values()], findings, via };
}

/** What stands at a path itself; `undefined` where nothing does. */
const lookAt = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined; // a file stands where a folder was
    throw error;
  }
};

const resolveLink = (path: string): string | undefined => {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
};

/** Tracked files and those that are neither tracked nor ignored; `undefined` outside a git checkout. */
async function gitCandidates(dir: string, exec: Exec, signal: AbortSignal): Promise<Candidate[] | undefined> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--stage'];
  const result = await git(dir, args, { exec, signal });
  if (result === undefined || result.exitCode !== 0) return undefined;
  const found = new Map<string, Candidate>();
  for (const entry of result.stdout.split('\0')) {
    const staged = /^(\d{6}) [0-9a-f]+ \d\t([\s\S]*)$/.exec(entry);
    // A repository within ends in a slash, and a submodule that was not checked out lists itself as './'.
    const path = (staged ? (staged[2] ?? '') : entry).replace(/^\.?\/$|\/$/, '');
    if (path === '') continue;
    // The index knows the mode on every system; on Windows the disk does not. A link has the mode of what it leads to.
    const mode = staged?.[1] ?? '';
    const isFile = mode.startsWith('100');
    found.set(path, isFile ? { path, executable: mode === '100755' } : { path, isSubmodule: mode === '160000' });
  }
  return [...found.values()];
}

type Rules = { readonly base: string; readonly patterns: Ignore };

/** Upper and lower case differ, as they do for git on the server's system. */
const rulesOf = (text: string): Ignore => ignore({ ignorecase: false }).add(text.replace(/^\ufeff/, ''));

/** The nearest .gitignore that says anything about a path decides. */
function isIgnored(path: string, nearestFirst: readonly Rules[]): boolean {
  for (const { base, patterns } of nearestFirst) {
    const verdict = patterns.test(path.slice(base.length));
    if (verdict.ignored || verdict.unignored) return verdict.ignored;
  }
  return false;
}

/** Every file below `dir` that no .gitignore on the way leaves out. Links are listed, not followed. */
function walk(dir: string): Candidate[] {
  const found: Candidate[] = [];
  const visit = (folder: string, rules: readonly Rules[]) => {
    const absolute = join(dir, folder);
    let entries: Dirent[];
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      // Its name may be no UTF-8: then it is not found again, which is told where the candidates are judged.
      found.push({ path: folder, unreadable: messageOf(error) });
      return;
    }
    const own = entries.find((entry) => entry.name === '.gitignore' && entry.isFile());
    const prefix = folder === '' ? '' : `${folder}/`;
    const all = own
      ? [{ base: prefix, patterns: rulesOf(readFileSync(join(absolute, own.name), 'utf8')) }, ...rules]
      : rules;
    for (const entry of entries) {
      const path = prefix + entry.name;
      const tested = entry.isDirectory() ? `${path}/` : path;
      if (isIgnored(tested, all)) continue;
      if (!entry.isDirectory()) found.push({ path });
      else if (!isLeftOutFolder(entry.name, join(absolute, entry.name))) visit(path, all);
    }
  };
  visit('', []);
  return found;
}
