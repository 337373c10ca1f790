/** What a dotted name stands for among the files of a bundle. */
export type Local =
  /** `files` are run when it is imported, the outermost package's first. */
  | { readonly is: 'found'; readonly files: readonly string[] }
  /** Only folders without `__init__.py`, which anything installed goes before. */
  | { readonly is: 'namespace' }
  /** `parent` is there, and has no `name` in `folder`. A namespace may go on elsewhere. */
  | Incomplete
  | { readonly is: 'absent' };

type Incomplete = {
  readonly is: 'incomplete';
  readonly parent: string;
  readonly folder: string;
  readonly name: string;
  readonly isNamespace: boolean;
};

export type LocalModules = ReturnType<typeof localModules>;

/** What Python loads a module from, beside source. */
const MODULE = /^(.+?)(?:\.(?:cpython|cp\d|abi3|pypy)[^/]*)?\.(?:py|pyc|so|pyd)$/;

/** By folder: its modules with their files; and its folders that hold Python. */
type Index = {
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
};

function indexOf(paths: readonly string[]): Index {
  const modules = new Map<string, Map<string, string>>();
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    const name = MODULE.exec(parts.pop() ?? '')?.[1];
    if (name === undefined) continue;
    const folder = parts.join('/');
    const known = modules.get(folder) ?? new Map<string, string>();
    if (!known.has(name) || path.endsWith('.py')) known.set(name, path);
    modules.set(folder, known);
    for (let child = parts.pop(); child !== undefined; child = parts.pop()) {
      const parent = parts.join('/');
      folders.set(parent, (folders.get(parent) ?? new Set()).add(child));
    }
  }
  return { modules, folders };
}

/** Knows modules from the paths of a bundle alone: upper and lower case are those of the server, whatever this machine thinks of it. */
export function localModules(paths: readonly string[]) {
  const index = indexOf(paths);
  const { modules, folders } = index;
  const anywhere = new Set([...modules.values(), ...folders.values()].flatMap((names) => [...names.keys()]));
  return {
    /** Looks a dotted name up below each of the folders; '' is the bundle's root. */
    find: (dotted: string, roots: readonly string[]): Local => {
      // Which of the folders Python really looks in is not known for sure: any of them will do.
      const all = roots.map((root) => findIn(index, root, dotted.split('.')));
      const best = (fits: (local: Local) => boolean) => all.find(fits);
      return (
        best(({ is }) => is === 'found') ??
        best((local) => local.is === 'incomplete' && !local.isNamespace) ??
        best(({ is }) => is !== 'absent') ?? { is: 'absent' }
      );
    },
    /** The entry of `folder` that has this name but for upper and lower case, without its ending. */
    otherCase: (folder: string, name: string): string | undefined => {
      const entries = [...(modules.get(folder)?.keys() ?? []), ...(folders.get(folder) ?? [])];
      return entries.find((entry) => entry !== name && entry.toLowerCase() === name.toLowerCase());
    },
    /** Whether a module or a folder with Python in it has this name, wherever it is. */
    hasAnywhere: (name: string): boolean => anywhere.has(name),
  };
}

function findIn({ modules, folders }: Index, root: string, parts: readonly string[]): Local {
  const files: string[] = [];
  let folder = root;
  for (const [index, name] of parts.entries()) {
    const inside = below(folder, name);
    const init = modules.get(inside)?.get('__init__');
    const module = modules.get(folder)?.get(name);
    if (init !== undefined) {
      files.push(init);
      folder = inside;
    } else if (module !== undefined) {
      files.push(module);
      const next = parts[index + 1];
      if (next === undefined) return { is: 'found', files };
      const parent = parts.slice(0, index + 1).join('.');
      return { is: 'incomplete', parent, folder: inside, name: next, isNamespace: false };
    } else if (folders.get(folder)?.has(name)) {
      folder = inside;
    } else if (index === 0) {
      return { is: 'absent' };
    } else {
      const parent = parts.slice(0, index).join('.');
      return { is: 'incomplete', parent, folder, name, isNamespace: files.length === 0 };
    }
  }
  return files.length > 0 ? { is: 'found', files } : { is: 'namespace' };
}

export const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
