import { createHash } from 'node:crypto';

// git's objects as the bytes that their ids are made of (git's documentation, gitformat-pack and git-mktree).

export type Kind = 'commit' | 'tree' | 'blob';

/** A file in a tree: its path with forward slashes, its mode in octal as git writes it, and the id of its blob. */
export type Leaf = { readonly path: string; readonly mode: string; readonly id: string };

export type Commit = { readonly id: string; readonly body: Buffer };

/** What a commit says. The same words about the same tree after the same parent give the same id. */
export type CommitWords = {
  readonly author: { readonly name: string; readonly email: string };
  /** Seconds since 1970. */
  readonly time: number;
  readonly message: string;
};

/** What comes before an object's bytes when its id is computed. */
export const prologue = (kind: Kind, size: number): string => `${kind} ${size}\0`;

export const idOf = (kind: Kind, body: Uint8Array): string =>
  createHash('sha1').update(prologue(kind, body.length)).update(body).digest('hex');

/** A commit of `tree` after `parent`; without one, the first of its history. */
export function commitOf(tree: string, parent: string | undefined, { author, time, message }: CommitWords): Commit {
  const plain = (text: string) => text.replace(/[<>\n\0]/g, ' ').trim();
  const person = `${plain(author.name)} <${plain(author.email)}> ${Math.floor(time)} +0000`;
  const lines = [`tree ${tree}`, ...(parent ? [`parent ${parent}`] : []), `author ${person}`, `committer ${person}`];
  const body = Buffer.from(`${lines.join('\n')}\n\n${message.replaceAll('\0', ' ').trimEnd()}\n`);
  return { id: idOf('commit', body), body };
}

type Folder = Map<string, Folder | Leaf>;

const FOLDER_MODE = '40000';

/** The trees of these files, each after those that it names: the root is the last one. Without files it is an empty tree. */
export function treesOf(leaves: readonly Leaf[]): Buffer[] {
  const root: Folder = new Map();
  for (const leaf of leaves) {
    const names = leaf.path.split('/');
    const name = names.pop() ?? '';
    const folder = names.reduce(subfolder, root);
    if (folder.get(name) instanceof Map) throw new Error(`${leaf.path} is both a file and a folder.`);
    folder.set(name, leaf);
  }
  const trees: Buffer[] = [];
  addTree(root, trees);
  return trees;
}

function subfolder(folder: Folder, name: string): Folder {
  const known = folder.get(name) ?? new Map();
  if (!(known instanceof Map)) throw new Error(`${known.path} is both a file and a folder.`);
  folder.set(name, known);
  return known;
}

function addTree(folder: Folder, trees: Buffer[]): string {
  const entries = [...folder].map(([name, entry]) => {
    const isFolder = entry instanceof Map;
    const [mode, id] = isFolder ? [FOLDER_MODE, addTree(entry, trees)] : [entry.mode, entry.id];
    // git compares the name of a folder as if it ended in a slash.
    return {
      key: Buffer.from(isFolder ? `${name}/` : name),
      row: [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')],
    };
  });
  entries.sort((a, b) => Buffer.compare(a.key, b.key));
  const body = Buffer.concat(entries.flatMap(({ row }) => row));
  trees.push(body);
  return idOf('tree', body);
}
