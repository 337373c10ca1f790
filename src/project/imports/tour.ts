import type { BundleFile } from '../../bundle/source.ts';
import { attempt } from '../../ports/attempt.ts';
import { readRegular } from '../../ports/regular-file.ts';
import { hasCells, readCells } from '../source/cells.ts';
import { decodePython } from '../source/scan.ts';
import { type ImportStatement, readImports } from '../source/statements.ts';
import { namedByDjango } from './django.ts';
import type { Local, LocalModules } from './local-modules.ts';

/** An import that runs when the app starts, and the file of the bundle it stands in. */
export type Import = {
  readonly file: string;
  readonly line: number;
  /** The module's name as it is written. */
  readonly written: string;
};

/** A name that no file of the bundle answers, or not all of it. */
export type OpenImport = Import & {
  /** Without the dots of a relative import. */
  readonly dotted: string;
  readonly isRelative: boolean;
  /** `a.b` of `from a import b`: it may be no module at all, but something in `a`. */
  readonly mayBeAttribute: boolean;
  /** Whether only the name of a module in a string leads to it. */
  readonly isUnsure: boolean;
  readonly local: Exclude<Local, { is: 'found' }>;
  /** Where it was looked for: folders of the bundle. */
  readonly folders: readonly string[];
};

/** An absolute import that runs when the app starts. */
export type Taken = Import & {
  /** What `from module import …` takes; nothing for `import module`. */
  readonly names: readonly string[];
  /** Whether its file is run as a program. */
  readonly runsMain: boolean;
};

export type Tour = {
  readonly taken: readonly Taken[];
  readonly open: readonly OpenImport[];
  /** `from . import x` in a file that is loaded on its own, without a package around it. */
  readonly adrift: readonly Import[];
  /** Whether a file on the way changes where Python looks for modules, or what is installed. */
  readonly changesPath: boolean;
  /** Every file that is loaded for sure, by its path in the bundle, and its text. */
  readonly texts: ReadonlyMap<string, string>;
};

type Start = {
  /** Files that are loaded first, by their paths in the bundle. */
  readonly files: readonly string[];
  /** Whether these are run as programs (`__main__`), outside of any package. */
  readonly asMain: boolean;
  /** Folders of the bundle in which Python looks for modules. */
  readonly folders: readonly string[];
};

/** Nobody writes such a file; and what is larger as a whole is not looked through to its end. */
const FILE_LIMIT = 1_000_000;
const TOTAL_LIMIT = 20_000_000;

/** The text of a file with imports, and whether it installs packages by itself. */
type Text = { readonly text: string; readonly installs: boolean };

/** Reads the files of a bundle that may have imports, up to a total. */
function createReader(byPath: ReadonlyMap<string, BundleFile>, debug: (line: string) => void) {
  let total = 0;
  return (path: string): Text | undefined => {
    const file = byPath.get(path);
    const isDocument = hasCells(path);
    if (file === undefined || !(path.endsWith('.py') || isDocument)) return undefined;
    total += file.size;
    // A notebook holds what it has shown, too.
    const isTooLarge = total > TOTAL_LIMIT || (file.size > FILE_LIMIT && !isDocument);
    const raw = isTooLarge ? undefined : readText(file);
    if (raw === undefined) {
      debug(`The imports of ${path} are not looked at: it is too large, or no text.`);
      return undefined;
    }
    const cells = isDocument ? readCells(path, raw) : undefined;
    return { text: cells?.code ?? raw, installs: cells?.installs ?? false };
  };
}

/**
 * Follows the imports from the files an app starts with, through the files of its bundle; and after these, through those that strings name.
 * Nothing is run: what stands in functions, in `try` and under conditions is left alone, and so is what only that would load.
 */
export function followImports(
  start: Start,
  files: readonly BundleFile[],
  modules: LocalModules,
  debug: (line: string) => void,
): Tour {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const read = createReader(byPath, debug);
  const texts = new Map<string, string>();
  const taken: Taken[] = [];
  const open: OpenImport[] = [];
  const adrift: Import[] = [];
  let changesPath = false;

  const seen = new Set<string>();
  let queue = [...start.files];
  let named: string[] = [];
  /** Looks a name up, and goes on with its files in `to`. */
  const visit = (name: Omit<OpenImport, 'local'>, to: string[], isOptional = false) => {
    const local = modules.find(name.dotted, name.folders);
    to.push(...(local.is === 'found' ? local.files : filesAround(name.dotted, name.folders, modules)));
    if (local.is !== 'found' && !isOptional) open.push({ ...name, local });
  };
  for (let isUnsure = false; queue.length > 0; isUnsure = true, queue = named, named = []) {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const found = seen.has(path) ? undefined : read(path);
      seen.add(path);
      if (found === undefined) continue;
      const imports = readImports(found.text);
      changesPath ||= imports.changesPath || found.installs;
      if (!isUnsure) texts.set(path, found.text);
      const isStart = start.files.includes(path);
      const runsMain = start.asMain && isStart;
      const isAlone = runsMain || (isStart && !path.includes('/') && !byPath.has('__init__.py'));
      for (const statement of imports.statements) {
        if (statement.reach === 'maybe' || (statement.reach === 'main' && !runsMain)) continue;
        const origin = { file: path, line: statement.line, written: statement.module };
        const isRelative = statement.module.startsWith('.');
        if (!isRelative && !isUnsure) taken.push({ ...origin, names: statement.names, runsMain });
        const place = isRelative ? placeOf(path, origin.written) : { module: origin.written, folders: start.folders };
        if (place === undefined || (isAlone && isRelative)) {
          adrift.push(origin);
          continue;
        }
        const { folders } = place;
        for (const name of dottedNames(place.module, statement)) {
          visit({ ...origin, ...name, isRelative, isUnsure, folders }, queue);
        }
      }
      for (const { dotted, line, isOptional } of namedByDjango(found.text)) {
        const origin = { file: path, line, written: dotted, isRelative: false, mayBeAttribute: false };
        visit({ ...origin, dotted, isUnsure: true, folders: start.folders }, named, isOptional);
      }
    }
  }
  return { taken, open, adrift, changesPath, texts };
}

/** A relative name without its dots, and the folder it is looked for in. Nothing where the dots leave the bundle. */
function placeOf(file: string, module: string): { module: string; folders: readonly string[] } | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const parts = file.split('/');
  return dots > parts.length ? undefined : { module: module.slice(dots), folders: [parts.slice(0, -dots).join('/')] };
}

/** `from a import b` may mean the module `a.b` as well as something in `a`. */
function dottedNames(module: string, { names }: ImportStatement): { dotted: string; mayBeAttribute: boolean }[] {
  const inside = names.filter((name) => name !== '*').map((name) => (module === '' ? name : `${module}.${name}`));
  return [
    ...(module === '' ? [] : [{ dotted: module, mayBeAttribute: false }]),
    ...inside.map((dotted) => ({ dotted, mayBeAttribute: true })),
  ];
}

/** The files that run although what they are run for is not found: those of the packages around it. */
function filesAround(dotted: string, folders: readonly string[], modules: LocalModules): readonly string[] {
  for (let at = dotted.lastIndexOf('.'); at > 0; at = dotted.lastIndexOf('.', at - 1)) {
    const parent = modules.find(dotted.slice(0, at), folders);
    if (parent.is === 'found') return parent.files;
  }
  return [];
}

const readText = ({ source }: BundleFile): string | undefined =>
  attempt(() => {
    if (typeof source !== 'string') return decodePython(source);
    const read = readRegular(source, TOTAL_LIMIT);
    return 'bytes' in read ? decodePython(read.bytes) : undefined;
  });
