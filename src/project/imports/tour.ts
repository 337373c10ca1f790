import type { BundleFile } from '../../bundle/source.ts';
import { attempt } from '../../ports/attempt.ts';
import { readRegular } from '../../ports/regular-file.ts';
import { hasCells, readCells } from '../source/cells.ts';
import { decodePython } from '../source/scan.ts';
import { type ImportStatement, readImports } from '../source/statements.ts';
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
  /** Every file that is loaded, by its path in the bundle, and its text. */
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

/**
 * Follows the imports from the files an app starts with, through the files of its bundle. Nothing is run: what stands in functions,
 * in `try` and under conditions is left alone, and so is what only that would load.
 */
export function followImports(
  start: Start,
  files: readonly BundleFile[],
  modules: LocalModules,
  debug: (line: string) => void,
): Tour {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  const taken: Taken[] = [];
  const open: OpenImport[] = [];
  const adrift: Import[] = [];
  let changesPath = false;
  let total = 0;

  const queue = [...start.files];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = byPath.get(path);
    const isDocument = hasCells(path);
    if (file === undefined || !(path.endsWith('.py') || isDocument)) continue;
    total += file.size;
    // A notebook holds what it has shown, too.
    const isTooLarge = total > TOTAL_LIMIT || (file.size > FILE_LIMIT && !isDocument);
    const raw = isTooLarge ? undefined : readText(file);
    const cells = raw !== undefined && isDocument ? readCells(path, raw) : undefined;
    const text = cells?.code ?? raw;
    if (text === undefined) {
      debug(`The imports of ${path} are not looked at: it is too large, or no text.`);
      continue;
    }
    texts.set(path, text);
    const imports = readImports(text);
    changesPath ||= imports.changesPath || (cells?.installs ?? false);
    const isStart = start.files.includes(path);
    const runsMain = start.asMain && isStart;
    const isAlone = runsMain || (isStart && !path.includes('/') && !byPath.has('__init__.py'));
    for (const statement of imports.statements) {
      if (statement.reach === 'maybe' || (statement.reach === 'main' && !runsMain)) continue;
      const origin = { file: path, line: statement.line, written: statement.module };
      const isRelative = statement.module.startsWith('.');
      if (!isRelative) taken.push({ ...origin, names: statement.names, runsMain });
      const place = isRelative ? placeOf(path, statement.module) : { module: statement.module, folders: start.folders };
      if (place === undefined || (isAlone && isRelative)) {
        adrift.push(origin);
        continue;
      }
      for (const { dotted, mayBeAttribute } of dottedNames(place.module, statement)) {
        const local = modules.find(dotted, place.folders);
        for (const next of local.is === 'found' ? local.files : filesAround(dotted, place.folders, modules)) {
          if (!seen.has(next)) queue.push(next);
          seen.add(next);
        }
        if (local.is === 'found') continue;
        open.push({ ...origin, dotted, isRelative, mayBeAttribute, local, folders: place.folders });
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
