import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { RequiredPackages } from '../lock/required.ts';
import { inStandardLibrary } from '../source/stdlib.ts';
import type { Installed } from './installed.ts';
import { below, type LocalModules } from './local-modules.ts';
import { bringersOf, isShared } from './module-packages.ts';
import { neededBy } from './needed-packages.ts';
import type { Import, OpenImport, Taken, Tour } from './tour.ts';

/** What the imports are judged by. */
export type Surroundings = {
  readonly modules: LocalModules;
  /** Absent when nobody can tell what the server installs. */
  readonly locked: RequiredPackages | undefined;
  /** Modules that the platform brings. */
  readonly provided: ReadonlySet<string>;
  /** Packages that pyproject.toml asks for and the lock lacks: the lock is out of date, which is reported already. */
  readonly unlocked: ReadonlySet<string>;
  /** The minor version of Python 3 that the server runs. */
  readonly minor: number;
  /** Whether a folder of the project, bundled or not, has a module or a package of this name. */
  isOnDisk(folder: string, name: string): boolean;
  /** Whether files may come into being when the project is installed, such as `_version.py`. */
  readonly isBuilt: boolean;
  /** What was installed from the lock on this machine; without it, a package's modules are known by its name only. */
  readonly installed: Installed | undefined;
  /** Folders of the bundle in which one would think that Python looks for modules, and it does not. */
  readonly unsearched: readonly string[];
  /** Whether the platform loads the entrypoint as a module, from the bundle's top folder. */
  readonly loadsModule: boolean;
};

/** A finding of one name, before it has a place. */
type Verdict = Pick<Finding, 'level' | 'code' | 'message' | 'remedy'>;

const MISSING = 'ModuleNotFoundError when the app starts';

/**
 * Judges every open import: one finding a name, at the first place that imports it. `at` makes a finding's file of a path in the
 * bundle. An error is sure; what is not is a warning, and what is likely all right is not told.
 */
export function judgeImports(tour: Tour, around: Surroundings, at: (path: string) => string): Finding[] {
  const told = new Map<string, { verdict: Verdict; first: Import; more: number }>();
  const tell = (place: Import, verdict: Verdict | undefined, key = verdict?.message ?? '') => {
    if (verdict === undefined) return;
    const known = told.get(key);
    if (known) known.more += 1;
    else told.set(key, { verdict, first: place, more: 0 });
  };
  for (const place of tour.adrift) tell(place, adrift(place), `adrift in ${place.file}`);
  for (const open of tour.open) {
    const verdict = open.mayBeAttribute ? judgeName(open, tour, around) : judgeModule(open, tour, around);
    tell(open, mild(verdict, open.isUnsure));
  }
  for (const taken of tour.taken) {
    for (const name of taken.names) tell(taken, judgeNeeded(taken, name, around));
  }
  return [...told.values()].map(({ verdict, first, more }): Finding => {
    const others = more === 0 ? '' : ` So ${more === 1 ? 'does 1 more line' : `do ${more} more lines`}.`;
    return { ...verdict, message: `${verdict.message}${others}`, file: at(first.file), line: first.line };
  });
}

const adrift = ({ written }: Import): Verdict =>
  error(
    'import-relative',
    `The import of '${quote(written)}' is relative, but this file is started on its own, outside of a package: ImportError when the app starts.`,
    `Write the module's full name, such as \`from ${quote(written.replace(/^\.+/, '')) || 'module'} import …\`.`,
  );

function judgeModule(open: OpenImport, { changesPath }: Tour, around: Surroundings): Verdict | undefined {
  const { local, isRelative, dotted } = open;
  if (local.is === 'namespace') return undefined;
  // A name that something installed answers may be ours as well, and incomplete: that one is left alone.
  const theirs = isRelative || isShared(dotted) ? undefined : judgeForeign(dotted, around);
  if (!isRelative && theirs === undefined) return undefined;
  return mild(
    judgeLocal(open, around) ??
      (changesPath ? undefined : judgeAbove(open, around)) ??
      (around.modules.hasAnywhere(topOf(dotted)) ? undefined : theirs),
    changesPath,
  );
}

/** `b` of `from a import b`, which is reported only where a module must have been meant. */
function judgeName(open: OpenImport, { changesPath, texts }: Tour, around: Surroundings): Verdict | undefined {
  const { local, dotted, isRelative } = open;
  const parent = dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')));
  if (local.is === 'absent' && !isRelative) {
    return isShared(parent) && bringersOf(dotted).isCertain
      ? mild(judgeForeign(dotted, around), changesPath)
      : undefined;
  }
  const verdict = judgeLocal(open, around);
  if (verdict?.code !== 'import-not-bundled') return undefined;
  const folder = local.is === 'incomplete' ? local.folder : (open.folders[0] ?? '');
  const init = texts.get(below(folder, '__init__.py')) ?? '';
  const isDefined = init.includes(lastOf(dotted)) || /import[ \t]*\*|__getattr__/.test(init);
  return isDefined ? undefined : mild(verdict, changesPath);
}

/** What is wrong with a module that was looked for among the files of the bundle. */
function judgeLocal({ local, dotted, folders, isRelative }: OpenImport, around: Surroundings): Verdict | undefined {
  if (local.is === 'namespace') return undefined;
  const name = local.is === 'incomplete' ? local.name : topOf(dotted);
  const places = local.is === 'incomplete' ? [local.folder] : folders;
  const what = local.is === 'incomplete' ? `${local.parent}.${name}` : name;
  if (places.some((folder) => around.isOnDisk(folder, name))) {
    return error(
      'import-not-bundled',
      `'${quote(what)}' is imported here and is part of the project, but it is left out of the bundle: ${MISSING}.`,
      "Check .gitignore, and 'include' and 'exclude'.",
    );
  }
  const other = places.map((folder) => around.modules.otherCase(folder, name)).find((found) => found !== undefined);
  if (other !== undefined) {
    return error(
      'import-case',
      `'${quote(what)}' is imported here, but its file is called ${quote(other)}: upper and lower case count on the server.`,
      `Write ${quote(other)}, or rename the file with \`git mv\`.`,
    );
  }
  if (local.is === 'absent' && !isRelative) return undefined;
  const message = `'${quote(what)}' is imported here, but the project has no such module: ${MISSING}.`;
  return (around.isBuilt ? warning : error)('import-missing', message, 'Commit its file, or correct the import.');
}

/** A module of the project that lies where Python does not look. PYTHONPATH, which may be set on the server, can have it look there. */
function judgeAbove({ local, dotted, isRelative, folders }: OpenImport, around: Surroundings): Verdict | undefined {
  if (local.is !== 'absent' || isRelative) return undefined;
  const top = topOf(dotted);
  const place = around.unsearched.find((folder) => around.modules.find(top, [folder]).is !== 'absent');
  if (place === undefined) return undefined;
  if (around.loadsModule) {
    return error(
      'import-missing',
      `'${quote(top)}' is imported here and lies in the folder ${quote(place)}, but the server loads the app as a module from the bundle's top folder, and looks for others there only: ${MISSING}.`,
      `Write \`from ${quote(`${place.replaceAll('/', '.')}.${top}`)} import …\`; or make the project a package with a [build-system], whose modules are then at the top.`,
    );
  }
  const nameOf = (folder: string): string => (folder === '' ? "the project's top folder" : `the folder ${folder}`);
  return warning(
    'import-missing',
    `'${quote(top)}' is imported here and lies in ${nameOf(place)}, but the file that is started lies in ${quote(nameOf(folders[0] ?? ''))}, and Python looks for modules beside it only: ${MISSING}.`,
    'Move one of them to the other, or make the project a package with a [build-system], which uv installs.',
  );
}

/** What is wrong with a module that is none of the bundle's. */
function judgeForeign(
  dotted: string,
  { locked, provided, unlocked, minor, installed }: Surroundings,
): Verdict | undefined {
  const top = topOf(dotted);
  const standard = inStandardLibrary(top, minor);
  if (standard.is === 'brought' || provided.has(top) || locked === undefined) return undefined;
  const bringers = bringersOf(dotted);
  if (bringers.packages.some((name) => unlocked.has(name))) return undefined;

  if (installed) {
    const found = installed.bringers(dotted);
    if (found.some((name) => locked.isOpen || locked.installed.has(name) || !locked.aside.has(name))) return undefined;
    const trusted =
      bringers.isCertain && bringers.packages.some((name) => installed.has(name) && locked.installed.has(name));
    if (trusted) return undefined;
    const owner = [...found, ...bringers.packages].find((name) => locked.aside.has(name));
    if (owner !== undefined) return setAside(top, owner, locked);
    const here = bringers.packages.find((name) => locked.installed.has(name));
    if (here !== undefined && !installed.has(here)) return notForThisSystem(top, here);
    return missing(dotted, bringers, standard, !installed.isOpen && !locked.isOpen);
  }
  if (bringers.packages.some((name) => locked.installed.has(name))) return undefined;
  const owner = bringers.packages.find((name) => locked.aside.has(name));
  if (owner !== undefined) return setAside(top, owner, locked);
  if (!bringers.isCertain && [...locked.installed].some((name) => sharesWord(name, dotted))) return undefined;
  const isSure = !locked.isOpen && (bringers.isCertain || standard.is !== 'unknown');
  return missing(dotted, bringers, standard, isSure);
}

/** What is imported, and does not work without a package that its own does not ask for. Imported is not yet used: a warning. */
function judgeNeeded({ written }: Taken, name: string, { locked, unlocked }: Surroundings): Verdict | undefined {
  const needed = neededBy(written, name);
  if (needed === undefined || locked === undefined || locked.isOpen) return undefined;
  if (locked.installed.has(needed) || unlocked.has(needed)) return undefined;
  const why = locked.aside.get(needed);
  const code =
    why?.kind === 'group' ? 'import-dev-only' : why?.kind === 'extra' ? 'import-extra-only' : 'import-missing';
  return warning(
    code,
    `${quote(written)}.${quote(name)} works only with the package ${needed}, which the server does not install: an exception when it is used.`,
    `Run \`uv add ${needed}\`, and commit pyproject.toml and uv.lock.`,
  );
}

function setAside(module: string, owner: string, { aside, isOpen }: RequiredPackages): Verdict {
  const why = aside.get(owner);
  const isGroup = why?.kind === 'group';
  const name = quote(why?.name ?? '');
  if (why?.kind === 'requirements') {
    const message = `'${quote(module)}' is imported here; uv.lock has its package ${owner}, but the server installs from ${name}, which does not ask for it: ${MISSING}.`;
    const remedy = `Add it to ${name}; or delete that file: the requirements are then made from uv.lock.`;
    return (isOpen ? warning : error)('import-missing', message, remedy);
  }
  if (why?.kind === 'prohibited') {
    const message = `'${quote(module)}' is imported here, and its package ${owner} is one that the administrator keeps out of the server: ${MISSING}.`;
    return error(
      'import-missing',
      message,
      'Do without it, or have the administrator allow it and take it out of prohibited.',
    );
  }
  return error(
    isGroup ? 'import-dev-only' : 'import-extra-only',
    `'${quote(module)}' is imported here, but only the ${isGroup ? 'dependency group' : 'extra'} '${name}' asks for its package ${owner}, which the server does not install: ${MISSING}.`,
    `Run \`uv add ${owner}\`, so that [project] dependencies list it, and commit pyproject.toml and uv.lock.`,
  );
}

const notForThisSystem = (module: string, owner: string): Verdict =>
  warning(
    'import-missing',
    `'${quote(module)}' is imported here; its package ${owner} is locked for other systems only and was not installed.`,
    'Import it under a condition such as `if sys.platform == "win32":`, or correct the marker of the dependency.',
  );

function missing(
  dotted: string,
  { packages, isCertain }: ReturnType<typeof bringersOf>,
  standard: ReturnType<typeof inStandardLibrary>,
  isSure: boolean,
): Verdict {
  const module = quote(topOf(dotted));
  const complain = (message: string, remedy: string) =>
    (isSure ? error : warning)('import-missing', `${message}: ${MISSING}.`, remedy);
  if (standard.is === 'removed' || standard.is === 'future') {
    const is =
      standard.is === 'removed' ? `only up to Python 3.${standard.minor}` : `only from Python 3.${standard.minor} on`;
    const remedy = 'Use what the pinned Python has, or pin one that has this module with `uv python pin`.';
    return complain(`'${module}' is imported here, which is in Python's standard library ${is}`, remedy);
  }
  const [name = ''] = packages;
  return complain(
    `'${isShared(topOf(dotted)) ? quote(dotted) : module}' is imported here, but no locked package ${isSure ? 'provides it' : 'seems to provide it'}`,
    isCertain
      ? `Run \`uv add ${name}\` and commit pyproject.toml and uv.lock.`
      : 'Add the package that provides it with `uv add`, and commit pyproject.toml and uv.lock; or correct the name.',
  );
}

const mild = (verdict: Verdict | undefined, isUnsure: boolean): Verdict | undefined =>
  verdict && isUnsure && verdict.level === 'error' ? { ...verdict, level: 'warning' } : verdict;

const topOf = (dotted: string): string => dotted.split('.')[0] ?? '';
const lastOf = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1);

/**
 * `streamlit-option-menu` and `streamlit_option_menu`, `slack-bolt` and `slack`, `vtk` and `vtkmodules`: a package is often called
 * much like its module.
 */
function sharesWord(distribution: string, dotted: string): boolean {
  const words = new Set(distribution.split('-').filter((word) => word.length > 2));
  const module = topOf(dotted).toLowerCase();
  const whole = distribution.replaceAll('-', '');
  return (
    module.split('_').some((word) => words.has(word)) ||
    whole.includes(module) ||
    (whole.length > 2 && module.startsWith(whole))
  );
}
