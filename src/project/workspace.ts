import { basename, dirname, join, relative, sep } from 'node:path';
import { matcher, patternProblem, readName } from '../bundle/pattern.ts';
import { error, type Finding } from '../findings/finding.ts';
import { entriesOf, foldersUp, isInside, realPathOf } from '../ports/paths.ts';
import { isFinding, placeIn, readToml, type TomlFile } from './files/toml.ts';
import { at, strings } from './files/values.ts';

/** The uv workspace a project belongs to: itself, when there is no other. */
export type Workspace = {
  /** Absolute folder that holds uv.lock. */
  readonly root: string;
  /** The pyproject.toml of the root (when it has one) and of every member, the project's own among them. */
  readonly members: readonly TomlFile[];
  /** Folders that the patterns name, and that have no pyproject.toml; absolute. Hidden ones are no matter to uv. */
  readonly withoutProject: readonly string[];
};

const PYPROJECT_LIMIT = 5_000_000;
/** What is looked through for members. */
const MOST_FOLDERS = 100_000;

/**
 * Finds the workspace of the project in `dir` as uv does: the nearest parent with `[tool.uv.workspace]` that lists it; a parent
 * that is a project of its own ends the search. Nothing above `checkout` is looked at.
 */
export async function findWorkspace(
  dir: string,
  own: TomlFile | undefined,
  checkout: string,
): Promise<{ workspace: Workspace; findings: Finding[] }> {
  const alone: Workspace = { root: dir, members: own ? [own] : [], withoutProject: [] };
  const findings: Finding[] = [];
  const read = (folder: string): TomlFile | undefined => {
    const toml = readToml(checkout, join(folder, 'pyproject.toml'), PYPROJECT_LIMIT);
    if (toml === undefined || !isFinding(toml)) return toml;
    findings.push(toml);
    return undefined;
  };

  let table = own && readTable(own, findings);
  for (const folder of foldersUp(dir, checkout).slice(1)) {
    if (table !== undefined) break;
    const parent = read(folder);
    if (parent === undefined) continue;
    table = readTable(parent, findings);
    if (table === undefined || !isMember(table, folder, dir)) return { workspace: alone, findings };
  }
  if (table === undefined) return { workspace: alone, findings };

  const { root } = table;
  const folder = dirname(root.path);
  const members = new Map<string, TomlFile>([[folder, root]]);
  if (own) members.set(dir, own);
  const { folders, isCut } = foldersOf(folder, table.members, checkout);
  if (isCut) findings.push(overLimit(root, 'members', `leads to more than ${MOST_FOLDERS} folders`));
  const withoutProject: string[] = [];
  const seen = new Set(members.keys());
  for (const path of folders) {
    if (seen.has(path) || !isMember(table, folder, path)) continue;
    seen.add(path);
    const before = findings.length;
    const member = read(path);
    const isSeen = !basename(path).startsWith('.') && !path.endsWith('__pycache__');
    if (member === undefined && findings.length === before && isSeen) withoutProject.push(path);
    if (member && at(member.data, 'tool', 'uv', 'managed') !== false) members.set(path, member);
  }
  return { workspace: { root: folder, members: [...members.values()], withoutProject }, findings };
}

type WorkspaceTable = {
  readonly root: TomlFile;
  readonly members: readonly (readonly Part[])[];
  readonly exclude: readonly (readonly Part[])[];
};

/** Reads `[tool.uv.workspace]`. A list that nobody would write is reported and taken for empty. */
function readTable(root: TomlFile, findings: Finding[]): WorkspaceTable | undefined {
  const table = at(root.data, 'tool', 'uv', 'workspace');
  if (typeof table !== 'object' || table === null) return undefined;
  const patterns = (key: 'members' | 'exclude') => {
    const texts = strings(at(table, key));
    const problem = patternProblem(texts);
    if (problem !== undefined) findings.push(overLimit(root, key, problem));
    return problem === undefined ? texts.map(readParts) : [];
  };
  return { root, members: patterns('members'), exclude: patterns('exclude') };
}

const overLimit = (root: TomlFile, key: string, problem: string): Finding =>
  error(
    'over-limit',
    `${key} of [tool.uv.workspace] ${problem}.`,
    'Name the folders of the members by a few patterns, such as "packages/*".',
    placeIn(root, `tool.uv.workspace.${key}`),
  );

function isMember({ members, exclude }: WorkspaceTable, root: string, dir: string): boolean {
  const path = relative(root, dir).split(sep);
  const matches = (patterns: WorkspaceTable['members']) => patterns.some((parts) => isMatch(parts, path));
  return path.join('') === '' || (!matches(exclude) && matches(members));
}

type Part = {
  readonly isRecursive: boolean;
  /** Where nothing in it is a wildcard. */
  readonly name: string | undefined;
  readonly fits: (name: string) => boolean;
};

const readParts = (pattern: string): Part[] =>
  pattern
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => ({
      isRecursive: part === '**',
      name: /[*?[]/.test(part) ? undefined : part,
      fits: matcher(readName(part)),
    }));

/**
 * The folders that some patterns name, hidden ones too, as Rust's glob finds them for uv. Links are followed where they stay in the
 * checkout; each real folder is looked at once for each part, however many links lead there.
 */
function foldersOf(
  root: string,
  patterns: readonly (readonly Part[])[],
  checkout: string,
): { folders: readonly string[]; isCut: boolean } {
  const found: string[] = [];
  let left = MOST_FOLDERS;
  const visit = (folder: string, parts: readonly Part[], index: number, done: Set<string>): void => {
    const real = realFolder(folder, checkout);
    const key = `${index} ${real}`;
    if (real === undefined || done.has(key) || left === 0) return;
    done.add(key);
    left -= 1;
    const [part, isLast] = [parts[index], index === parts.length - 1];
    if (part === undefined) {
      found.push(folder);
    } else if (part.name !== undefined) {
      visit(join(folder, part.name), parts, index + 1, done);
    } else {
      if (part.isRecursive && !isLast) visit(folder, parts, index + 1, done);
      for (const entry of entriesOf(folder)) {
        // Where `**` leads through links, it may lead in circles.
        const mayEnter = entry.isDirectory() || (entry.isSymbolicLink() && !part.isRecursive);
        if (!mayEnter || !(part.isRecursive || part.fits(entry.name))) continue;
        const path = join(folder, entry.name);
        if (part.isRecursive && isLast) found.push(path);
        visit(path, parts, part.isRecursive ? index : index + 1, done);
      }
    }
  };
  for (const parts of patterns) visit(root, parts, 0, new Set());
  return { folders: found, isCut: left === 0 };
}

function realFolder(folder: string, checkout: string): string | undefined {
  const real = realPathOf(folder);
  return real !== undefined && isInside(checkout, real) ? real : undefined;
}

/** Rust's glob, as uv uses it: `**` stands for folders, at the end for at least one; every other part for one name. */
function isMatch(parts: readonly Part[], names: readonly string[]): boolean {
  const last = parts.length - 1;
  /** How many parts may have been used up by then: all alternatives at once: trying them one by one is exponential. */
  let used = new Set([0]);
  for (const name of names) {
    const next = new Set<number>();
    // A set grows while it is gone through.
    for (const index of used) {
      const part = parts[index];
      if (part?.isRecursive) {
        if (index < last) used.add(index + 1);
        next.add(index).add(index === last ? index + 1 : index);
      } else if (part?.fits(name)) {
        next.add(index + 1);
      }
    }
    used = next;
  }
  return used.has(parts.length);
}
