import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { readText } from './files/text-file.ts';
import { isFinding, parseToml, type TomlFile } from './files/toml.ts';
import { at, strings } from './files/values.ts';

/** The uv workspace a project belongs to: itself, when there is no other. */
export type Workspace = {
  /** Absolute folder that holds uv.lock. */
  readonly root: string;
  /** The pyproject.toml of the root (when it has one) and of every member, the project's own among them. */
  readonly members: readonly TomlFile[];
};

const PYPROJECT_LIMIT = 5_000_000;

/**
 * Finds the workspace of the project in `dir` as uv does: the nearest parent with `[tool.uv.workspace]` that lists it; a parent
 * that is a project of its own ends the search. Nothing above `checkout` is looked at.
 */
export async function findWorkspace(
  dir: string,
  own: TomlFile | undefined,
  checkout: string,
): Promise<{ workspace: Workspace; findings: Finding[] }> {
  const alone: Workspace = { root: dir, members: own ? [own] : [] };
  const findings: Finding[] = [];
  const read = (folder: string): TomlFile | undefined => {
    const file = readText(checkout, join(folder, 'pyproject.toml'), PYPROJECT_LIMIT);
    if (file === undefined) return undefined;
    const toml = 'level' in file ? file : parseToml(file);
    if (!isFinding(toml)) return toml;
    findings.push(toml);
    return undefined;
  };

  let root = own && workspaceTable(own) ? own : undefined;
  for (let folder = dir; root === undefined && folder !== checkout && folder !== dirname(folder); ) {
    folder = dirname(folder);
    const parent = read(folder);
    if (parent === undefined) continue;
    const table = workspaceTable(parent);
    if (table === undefined || !isMember(table, folder, dir)) return { workspace: alone, findings };
    root = parent;
  }
  if (root === undefined) return { workspace: alone, findings };

  const folder = dirname(root.path);
  const table = workspaceTable(root) ?? { members: [], exclude: [] };
  const members = new Map<string, TomlFile>([[folder, root]]);
  if (own) members.set(dir, own);
  const seen = new Set(members.keys());
  for (const pattern of table.members) {
    for await (const path of foldersOf(folder, partsOf(pattern))) {
      if (seen.has(path) || !isMember(table, folder, path)) continue;
      seen.add(path);
      const member = read(path);
      if (member && at(member.data, 'tool', 'uv', 'managed') !== false) members.set(path, member);
    }
  }
  return { workspace: { root: folder, members: [...members.values()] }, findings };
}

type WorkspaceTable = { readonly members: readonly string[]; readonly exclude: readonly string[] };

function workspaceTable(file: TomlFile): WorkspaceTable | undefined {
  const table = at(file.data, 'tool', 'uv', 'workspace');
  if (typeof table !== 'object' || table === null) return undefined;
  return { members: strings(at(table, 'members')), exclude: strings(at(table, 'exclude')) };
}

function isMember({ members, exclude }: WorkspaceTable, root: string, dir: string): boolean {
  const path = relative(root, dir).split(sep);
  const matches = (patterns: readonly string[]) => patterns.some((pattern) => isMatch(partsOf(pattern), path));
  return path.join('') === '' || (!matches(exclude) && matches(members));
}

const partsOf = (pattern: string): string[] => pattern.split('/').filter((part) => part !== '' && part !== '.');

/**
 * The folders that a pattern names, hidden ones too, as Rust's glob finds them for uv. `done` is what has been looked at: several `**`
 * lead to the same place in many ways.
 */
async function* foldersOf(
  root: string,
  [part, ...rest]: readonly string[],
  done = new Set<string>(),
): AsyncGenerator<string> {
  const visit = `${rest.length} ${part} ${root}`;
  if (done.has(visit)) return;
  done.add(visit);
  if (part === undefined) {
    yield root;
  } else if (!/[*?[]/.test(part)) {
    yield* foldersOf(join(root, part), rest, done);
  } else {
    const isRecursive = part === '**';
    if (isRecursive && rest.length > 0) yield* foldersOf(root, rest, done);
    for (const name of (await readdir(root).catch(() => [])).sort()) {
      const path = join(root, name);
      if (!isRecursive && !matcher(part).test(name)) continue;
      // Where `**` leads through links, it may lead in circles.
      if (!(await (isRecursive ? lstat : stat)(path).catch(() => undefined))?.isDirectory()) continue;
      if (isRecursive && rest.length === 0) yield path;
      yield* foldersOf(path, isRecursive ? [part, ...rest] : rest, done);
    }
  }
}

/** Rust's glob, as uv uses it: `**` stands for folders, at the end for at least one; every other part for one name. */
function isMatch(parts: readonly string[], names: readonly string[]): boolean {
  const last = parts.length - 1;
  /** How many parts may have been used up by then: all ways at once, for to try them one by one could take for ever. */
  let used = new Set([0]);
  for (const name of names) {
    const next = new Set<number>();
    // A set grows while it is gone through.
    for (const index of used) {
      const part = parts[index];
      if (part === '**') {
        if (index < last) used.add(index + 1);
        next.add(index).add(index === last ? index + 1 : index);
      } else if (part !== undefined && matcher(part).test(name)) {
        next.add(index + 1);
      }
    }
    used = next;
  }
  return used.has(parts.length);
}

/** One part of a pattern: `*`, `?` and `[…]` stay within a name, and nothing else is special. */
function matcher(part: string): RegExp {
  const source = part.replace(/\*+|\?|\[(!?)(\]?[^\]]+)\]|[^\w-]/gu, (token, negation?: string, set?: string) => {
    if (set !== undefined) return `[${negation && '^'}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
    return token.startsWith('*') ? '[^/]*' : token === '?' ? '[^/]' : `\\u{${token.codePointAt(0)?.toString(16)}}`;
  });
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return /(?!)/; // a range that runs backwards
  }
}
