import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { readModule } from '../source/module.ts';
import { inStandardLibrary } from '../source/stdlib.ts';
import type { LocalModules } from './local-modules.ts';
import { bringersOf } from './module-packages.ts';
import type { Taken, Tour } from './tour.ts';

/** Where Python looks first, and what it would find elsewhere. */
export type Hiding = {
  readonly modules: LocalModules;
  /** The folder of the bundle in which Python looks before all others. */
  readonly folder: string;
  /** Whose modules may be there before Python looks in that folder: nobody's, those of uvicorn, any that starts the app. */
  readonly loader: 'none' | 'uvicorn' | 'any';
  /** The packages that the server gets from elsewhere than the bundle, by their normal names. */
  readonly foreign: ReadonlySet<string>;
  /** The minor version of Python 3 that the server runs. */
  readonly minor: number;
};

/** Modules that are frozen or built into Python, or may be: no file hides those. Which ones are, depends on who built it. */
const NEVER_HIDDEN = new Set(
  `abc array atexit binascii builtins cmath codecs encodings errno faulthandler fcntl gc genericpath grp importlib io itertools
  marshal math mmap msvcrt nt ntpath os posix posixpath pwd pyexpat readline resource runpy select site stat sys syslog termios
  time unicodedata winreg zipimport zlib`.split(/\s+/),
);
/** Modules that a `.pth` file may have loaded before Python knows where the app is. */
const EARLY = new Set(['collections', 'functools', 'keyword', 'operator', 'reprlib', 'types', 'warnings']);

/** What each of the frameworks below loads of the standard library: `sys.modules` once they are imported. */
const FRAMEWORKS = ['dash', 'fastapi', 'flask', 'shiny', 'streamlit', 'uvicorn'];
const LOADED =
  `ast base64 bisect bz2 calendar collections contextlib contextvars copy copyreg datetime dis email enum fnmatch
  functools heapq http inspect ipaddress json keyword linecache locale logging lzma opcode operator pathlib platform quopri random
  re reprlib selectors shutil socket ssl string struct tempfile textwrap threading token tokenize traceback types typing urllib uuid
  warnings weakref zipfile`.split(/\s+/);

/** uvicorn, and the packages that it loads by itself when they are there. */
const UVICORN = new Set(
  `a2wsgi anyio click colorama dotenv h11 httptools typing_extensions uvicorn uvloop watchfiles websockets wsproto yaml`.split(
    ' ',
  ),
);

/**
 * Finds modules of the bundle that hide one of the standard library or of a package, and lack what is taken from that: an error
 * where nothing can have loaded the other one before. Files that hide what frameworks load are a warning, whoever imports them.
 * `at` makes a finding's file of a path in the bundle.
 */
export async function judgeShadows(tour: Tour, hiding: Hiding, at: (path: string) => string): Promise<Finding[]> {
  const told = new Map<string, Finding>();
  const read = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  const namesOf = (own: string, top: string) => {
    const names = read.get(own) ?? boundNames(tour.texts.get(own), top);
    read.set(own, names);
    return names;
  };
  const seen = new Set<string>();
  for (const taken of tour.taken) {
    const same = [taken.file, taken.written, ...taken.names].join(' ');
    if (seen.has(same)) continue;
    seen.add(same);
    const [top = ''] = taken.written.split('.');
    const own = told.has(top) ? undefined : ownFile(top, hiding);
    const owner = own === undefined ? undefined : ownerOf(top, hiding);
    if (own === undefined || owner === undefined) continue;
    const lacking = await lackingIn(taken, await namesOf(own, top), tour, hiding);
    if (lacking === undefined) continue;
    const isItself = own === taken.file;
    const found = isItself ? 'this file itself' : quote(at(own), 120);
    const message = `'${quote(lacking.what)}' is taken from '${quote(top)}' here, but Python finds ${found} before ${owner.name}, and it is not in there: ${lacking.error} when the app starts.`;
    const place = { file: at(taken.file), line: taken.line };
    const build = isSure(top, owner, tour, hiding) ? error : warning;
    told.set(top, build('import-shadowed', message, `Rename ${isItself ? 'this file' : found}.`, place));
  }
  if (!FRAMEWORKS.some((name) => hiding.foreign.has(name))) return [...told.values()];
  for (const name of LOADED) {
    const own = told.has(name) ? undefined : ownFile(name, hiding);
    if (own === undefined) continue;
    told.set(
      name,
      warning(
        'import-shadowed',
        `Python finds this file before the module '${name}' of its standard library, which locked packages import: they may get this one, and fail when the app starts.`,
        'Rename it.',
        { file: at(own), line: 1 },
      ),
    );
  }
  return [...told.values()];
}

/** The file of the bundle that hides what else has this name. A folder without `__init__.py` hides nothing. */
function ownFile(name: string, { modules, folder }: Hiding): string | undefined {
  const local = modules.find(name, [folder]);
  const file = local.is === 'found' ? local.files.at(-1) : undefined;
  return file?.endsWith('.py') ? file : undefined;
}

type Owner = { readonly name: string; readonly isPackage: boolean };

function ownerOf(top: string, { foreign, minor }: Hiding): Owner | undefined {
  if (top.startsWith('_') || NEVER_HIDDEN.has(top)) return undefined;
  if (inStandardLibrary(top, minor).is === 'brought') return { name: "Python's standard library", isPackage: false };
  const [bringer] = bringersOf(top).packages.filter((name) => foreign.has(name));
  return bringer === undefined ? undefined : { name: `the package ${bringer}`, isPackage: true };
}

function isSure(top: string, { isPackage }: Owner, { changesPath }: Tour, { loader }: Hiding): boolean {
  if (changesPath || EARLY.has(top)) return false;
  return loader === 'none' || (loader === 'uvicorn' && isPackage && !UVICORN.has(top));
}

/** The names in a file, but for what it takes from its own name: that does not come from elsewhere. Nothing where it may have any. */
async function boundNames(source: string | undefined, top: string): Promise<ReadonlySet<string> | undefined> {
  // One that says that others go on with it (pkg_resources) hides nothing.
  if (source === undefined || source.includes('declare_namespace')) return undefined;
  const { bindings, hidesNames } = await readModule(source);
  const own = bindings.filter(
    ({ by, values }) => by !== 'import' || !values.some((value) => value.startsWith(`${top}.`)),
  );
  return hidesNames ? undefined : new Set(own.map(({ name }) => name));
}

/** What an import, or a call by its name as the app starts, takes from a module whose names do not have it. */
async function lackingIn(
  { file, written, names, runsMain }: Taken,
  bound: ReadonlySet<string> | undefined,
  { texts }: Tour,
  { modules, folder }: Hiding,
): Promise<{ readonly what: string; readonly error: string } | undefined> {
  if (bound === undefined) return undefined;
  const [top = ''] = written.split('.');
  const isThere = (dotted: string) => modules.find(dotted, [folder]).is === 'found';
  if (written !== top) return isThere(written) ? undefined : { what: written, error: 'ModuleNotFoundError' };
  const isLacking = (name: string) => /^[a-z]\w*$/i.test(name) && !bound.has(name) && !isThere(`${top}.${name}`);
  const name = names.find(isLacking);
  if (name !== undefined) return { what: name, error: 'ImportError' };
  if (names.length > 0) return undefined;
  const { calls } = await readModule(texts.get(file) ?? '');
  for (const { callee, reach } of calls) {
    const [head, attribute = ''] = callee.split('.');
    const runs = reach === 'always' || (reach === 'main' && runsMain);
    if (runs && head === top && isLacking(attribute)) return { what: `${top}.${attribute}`, error: 'AttributeError' };
  }
  return undefined;
}
