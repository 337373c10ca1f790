import { lstatSync, realpathSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { error, type Finding, notice } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { isInside } from '../ports/paths.ts';
import { expand, tooWild } from './expand.ts';
import { folderGlobs, type Matcher } from './glob.ts';
import { isEnvFile, isEnvTemplate, leftOut } from './left-out.ts';
import type { Listing } from './listing.ts';
import { type BundleFile, inOrder } from './source.ts';

export type SelectionRules = {
  /** The platform file's own include and exclude, with that platform's meaning. */
  readonly platformKeeps: Matcher;
  /** Whether the platform file's include names a path: such a path is meant, not swept up. */
  readonly platformNames: Matcher;
  /** Globs of the `exclude` and `include` inputs. What `include` names wins over every exclude and over .gitignore. */
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  /** Files that belong in the bundle whatever the rules say: the lock, the pin, generated files. */
  readonly added: readonly BundleFile[];
};

export type Selection = {
  readonly files: readonly BundleFile[];
  readonly findings: readonly Finding[];
  readonly via: Listing['via'];
};

/** Decides what of the files in `dir` goes into the bundle of the project there. */
export async function selectFiles(
  dir: string,
  shown: (path: string) => string,
  rules: SelectionRules,
  listing: Listing,
): Promise<Selection> {
  const named =
    rules.include.length > 0 ? await namedFiles(dir, rules.include, listing.files) : { files: [], findings: [] };
  const excluded = folderGlobs(rules.exclude);
  const isLeftOut = leftOut(dir);
  const isKept = (path: string) => rules.platformKeeps(path) && !excluded(path);
  /** What is wrong with a file that is left out anyway does not matter. A link may stand for a file or a folder. */
  const matters = ({ file = '' }: Finding) => {
    const path = posix.relative(shown(dir), file);
    const inside = `${path}/file`;
    return (isKept(path) || isKept(inside)) && !isLeftOut(inside);
  };
  const findings = [...listing.findings.filter(matters), ...named.findings];

  const files = new Map<string, BundleFile>();
  for (const file of listing.files) {
    if (isKept(file.path)) files.set(file.path, file);
  }
  for (const file of named.files) files.set(file.path, file);
  const namedPaths = new Set(named.files.map(({ path }) => path));

  const unsent: { readonly file: string; readonly isCommitted: boolean }[] = [];
  for (const [path, { source, isUntracked }] of files) {
    // By a link, a file comes under another name: its own counts as well.
    const origin = typeof source === 'string' ? below(dir, source) : path;
    if (isLeftOut(path) || isLeftOut(origin)) {
      files.delete(path);
    } else if (isEnvFile(path) || isEnvFile(origin)) {
      files.delete(path);
      const file = shown(join(dir, path));
      if (namedPaths.has(path) || rules.platformNames(path)) findings.push(envFileNamed(file));
      else if (!isEnvTemplate(path)) unsent.push({ file, isCommitted: listing.via === 'git' && !isUntracked });
    }
  }
  findings.push(...envFilesLeftOut(unsent));
  for (const file of rules.added) files.set(file.path, file);
  return { files: inOrder([...files.values()]), findings, via: listing.via };
}

/** A path below `dir` as the bundle names it. */
const below = (dir: string, path: string): string => {
  const start = dir + sep;
  const way = path.startsWith(start) ? path.slice(start.length) : relative(dir, path);
  return sep === '/' ? way : way.split(sep).join('/');
};

const envFileNamed = (file: string): Finding =>
  error(
    'secret-in-bundle',
    `${quote(file, 200)} would be deployed: files named .env* hold secrets.`,
    "Remove it from 'include', and pass the values with the 'env' input.",
    { file },
  );

/** One notice for all of them. */
function envFilesLeftOut(files: readonly { readonly file: string; readonly isCommitted: boolean }[]): Finding[] {
  const [first] = files;
  if (first === undefined) return [];
  const more = files.length > 1 ? ` and ${files.length - 1} more of the kind are` : ' is';
  const committed = files.find(({ isCommitted }) => isCommitted)?.file;
  const warned = committed
    ? ` ${quote(committed, 200)} is committed: if it holds passwords, remove it with \`git rm --cached\` and change them.`
    : '';
  return [
    notice(
      'env-file-left-out',
      `${quote(first.file, 200)}${more} never deployed.`,
      `If the app needs the values in it, pass them with the 'env' input.${warned}`,
      { file: first.file },
    ),
  ];
}

/** The files that the `include` input names, found on disk: .gitignore does not count here. Links are those of the listing. */
async function namedFiles(dir: string, patterns: readonly string[], listed: readonly BundleFile[]) {
  const findings: Finding[] = [];
  const files = new Map<string, BundleFile>();
  const complain = (message: string, remedy: string) => findings.push(error('include-not-found', message, remedy));

  for (const pattern of patterns) {
    if (pattern.startsWith('!') || !isInside(dir, join(dir, pattern))) {
      complain(
        `include '${quote(pattern)}' does not name files inside the project.`,
        'Give paths or globs below the working-directory.',
      );
      continue;
    }
    const problem = tooWild(pattern);
    if (problem) {
      const message = `include '${quote(pattern)}' ${problem}.`;
      findings.push(error('over-limit', message, 'Name the folder, or write several patterns.'));
      continue;
    }
    let count = 0;
    let outside = 0;
    for await (const source of expand(dir, pattern)) {
      const path = below(dir, source);
      const stat = lstatSync(source);
      if (stat.isSymbolicLink()) {
        const linked = listed.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
        for (const file of linked) files.set(file.path, file);
        count += linked.length;
        continue;
      }
      if (!isInside(dir, realpathSync(source))) {
        outside += 1; // named through a folder that is a link
        continue;
      }
      if (!stat.isFile()) continue;
      files.set(path, { path, source, size: stat.size, executable: (stat.mode & 0o100) !== 0 });
      count += 1;
    }
    if (outside > 0) {
      complain(
        `include '${quote(pattern)}' follows a link out of the project.`,
        'Name the files themselves: only files of the project are deployed.',
      );
    } else if (count === 0) {
      complain(
        `include '${quote(pattern)}' matches no file.`,
        'Correct it, or build the file in a step before this one.',
      );
    }
  }
  return { files: [...files.values()], findings };
}
