import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../findings/finding.ts';
import { normalName } from '../packaging/requirement.ts';

/** What a synced environment lets Python import. */
export type Installed = Readonly<NonNullable<ReturnType<typeof readInstalled>>>;

/** A namespace such as `google.cloud` is followed this far down. */
const DEPTH = 3;
const LISTED = /^([^,"]+?)(?:\.(?:cpython|cp\d|abi3|pypy)[^/,]*)?\.(?:py|so|pyd|pyc)$/;

/**
 * Reads the records of what is installed in a virtual environment (`RECORD` and `.pth` files, as packaging.python.org specifies
 * them for wheels and as Python's `site` reads them). Runs nothing of it. Answers `undefined` where it is no such environment.
 */
export function readInstalled(environment: string) {
  const folder = sitePackages(environment);
  if (folder === undefined) return undefined;
  const owners = new Map<string, Set<string>>();
  /** Dotted names of modules and of packages with `__init__.py`, which nobody shares with others. */
  const closed = new Set<string>();
  const distributions = new Set<string>();
  let isOpen = false;

  const own = (parts: readonly string[], distribution: string) => {
    const [last = ''] = parts.slice(-1);
    const names = last === '__init__' ? parts.slice(0, -1) : parts;
    closed.add(names.join('.'));
    for (let length = 1; length <= Math.min(DEPTH, names.length); length++) {
      const dotted = names.slice(0, length).join('.');
      owners.set(dotted, (owners.get(dotted) ?? new Set()).add(distribution));
    }
  };
  for (const entry of readdirSync(folder)) {
    const [, name] = /^(.+?)-[^-]*\.dist-info$/.exec(entry) ?? [];
    if (name === undefined) continue;
    const distribution = normalName(name);
    distributions.add(distribution);
    for (const path of recorded(join(folder, entry, 'RECORD'))) {
      const module = LISTED.exec(path)?.[1]?.split('/');
      if (module && module[0] !== '..') own(module, distribution);
      if (/^[^/]+\.pth$/.test(path)) {
        const places = pathsIn(join(folder, path));
        if (places === undefined) isOpen = true;
        for (const place of places ?? []) for (const found of modulesIn(place)) own(found, distribution);
      }
    }
  }
  return {
    /** Whether there are packages whose modules no record tells, such as an editable one with a finder of its own. */
    isOpen,
    has: (distribution: string): boolean => distributions.has(distribution),
    /** The normalised names of the packages that bring a module, by what their own records list; empty when none does. */
    bringers: (dotted: string): readonly string[] => {
      const parts = dotted.split('.');
      let found: ReadonlySet<string> | undefined;
      for (let length = 1; length <= Math.min(DEPTH, parts.length); length++) {
        const name = parts.slice(0, length).join('.');
        found = owners.get(name);
        // What a package of its own has inside is its affair; a namespace is the sum of its parts.
        if (found === undefined || closed.has(name)) break;
      }
      return [...(found ?? [])];
    },
  };
}

function sitePackages(environment: string): string | undefined {
  const lib = join(environment, 'lib');
  const names = list(lib).filter((name) => /^python3\.\d+t?$/.test(name));
  const places = [...names.map((name) => join(lib, name, 'site-packages')), join(environment, 'Lib', 'site-packages')];
  return places.find((place) => statSync(place, { throwIfNoEntry: false })?.isDirectory());
}

/** The paths of a RECORD: the first field of each line, which is quoted only where it has a comma. */
const recorded = (file: string): string[] =>
  read(file)
    .split('\n')
    .map((line) => /^([^",]+),/.exec(line)?.[1] ?? '')
    .filter((path) => path !== '');

/** The folders that a `.pth` file adds; nothing when it runs code of which only that code knows what it does. */
function pathsIn(file: string): string[] | undefined {
  const lines = read(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const isCode = (line: string) => /^import[ \t]/.test(line);
  return lines.some((line) => isCode(line) && /editable/i.test(line))
    ? undefined
    : lines.filter((line) => !isCode(line));
}

/** The modules at the top of a folder, as parts of the paths in it. */
const modulesIn = (folder: string): string[][] =>
  list(folder).flatMap((name) => {
    const module = LISTED.exec(name)?.[1];
    if (module !== undefined) return [[module]];
    const inside = list(join(folder, name));
    if (inside.includes('__init__.py')) return [[name, '__init__']];
    return inside.some((file) => file.endsWith('.py')) ? [[name]] : [];
  });

const list = (folder: string): string[] => unlessAbsent(() => readdirSync(folder), []);
const read = (file: string): string => unlessAbsent(() => readFileSync(file, 'utf8'), '');

function unlessAbsent<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(codeOf(error))) return otherwise;
    throw error;
  }
}
