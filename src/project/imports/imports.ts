import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BundleFile } from '../../bundle/source.ts';
import type { Finding } from '../../findings/finding.ts';
import { attempt } from '../../ports/attempt.ts';
import { foldersUp } from '../../ports/paths.ts';
import type { StartContract } from '../contract/start-contract.ts';
import { at } from '../files/values.ts';
import { declaredRequirements } from '../lock/declared.ts';
import { lockedPackages, type Source } from '../lock/packages.ts';
import { readRequired } from '../lock/required.ts';
import type { Project } from '../project.ts';
import { hasCells } from '../source/cells.ts';
import { type Installed, readInstalled } from './installed.ts';
import { localModules } from './local-modules.ts';
import { type Hiding, judgeShadows } from './shadows.ts';
import { followImports, type Tour } from './tour.ts';
import { judgeImports } from './verdict.ts';

export type ImportCheck = {
  /** What is sure from the text alone. */
  readonly findings: readonly Finding[];
  /** The rest, once it is known whether the lock could be installed here, and where: an environment tells a package's modules. */
  settle(environment: string | undefined): Finding[];
  /** The files that are loaded when the app starts, by their paths in the bundle. */
  readonly texts: Tour['texts'];
};

/** More than these are no news. */
const MOST = 20;

type Surface = {
  /** The minor version of Python 3 that the server runs. */
  readonly minor: number;
  /** Makes a finding's file of a path in the bundle. */
  shown(path: string): string;
  debug(line: string): void;
};

/** Checks that every import on the app's way up is answered by Python, the bundle or the lock. */
export async function checkImports(
  project: Project,
  contract: StartContract,
  files: readonly BundleFile[],
  { minor, shown, debug }: Surface,
): Promise<ImportCheck> {
  const modules = localModules(files.map(({ path }) => path));
  const beside = folderOf(contract.file);
  const above = ['', 'src'].filter((folder) => folder !== beside);
  // What is installed from the project itself may lie in any of them.
  const unsearched = contract.looksIn
    ? [beside, 'src', ...foldersAround(beside)].filter((folder) => !contract.looksIn?.includes(folder))
    : contract.looksBesideOnly && !installsOwn(project)
      ? [...above, ...foldersAround(beside)]
      : [];
  const start = {
    files: [contract.file, ...pagesOf(contract, files)],
    asMain: contract.runsAsMain,
    folders: contract.looksIn ?? [beside, ...above.filter((folder) => !unsearched.includes(folder))],
  };
  const tour = followImports(start, files, modules, debug);
  const locked = contract.installs && readRequired(project, contract.installs);
  const provided = new Set(contract.provides);
  const unlocked = missingFromLock(project);
  const isBuilt = at(project.pyproject?.data, 'build-system') !== undefined;
  const isOnDisk = (folder: string, name: string) => hasModule(join(project.dir, folder), name);
  const judge = (installed?: Installed) =>
    judgeImports(
      tour,
      {
        ...{ modules, locked, provided, unlocked, minor, isOnDisk, isBuilt, installed, unsearched },
        loadsModule: contract.looksIn !== undefined,
      },
      shown,
    ).slice(0, MOST);

  const isInstalled = (name: string) => locked?.installed.has(name) ?? false;
  const foreign = new Set(lockedFrom(project, 'registry', 'git', 'url').filter(isInstalled));
  // A kernel is there before it looks in the folder of its document.
  const shadows = hasCells(contract.file)
    ? []
    : await judgeShadows(tour, { modules, foreign, minor, ...searchOf(contract) }, shown);
  const first = judge();
  return {
    texts: tour.texts,
    findings: [...shadows, ...first.filter(({ level }) => level === 'error')],
    settle: (environment) => {
      const installed = environment === undefined ? undefined : readInstalled(environment);
      return installed ? judge(installed) : first.filter(({ level }) => level !== 'error');
    },
  };
}

/** Where Python looks first, and who may have loaded modules before. */
function searchOf(contract: StartContract): Pick<Hiding, 'folder' | 'loader'> {
  const beside = folderOf(contract.file);
  // What is loaded as `app.main` is no place to look in: the folder above is.
  const folder = contract.runsAsMain ? beside : '';
  if (contract.looksBesideOnly) return { folder, loader: 'none' };
  return { folder, loader: contract.app?.inEventLoop && folder === beside ? 'uvicorn' : 'any' };
}

/** The packages that pyproject.toml asks for and that the lock does not list at all. */
function missingFromLock({ pyproject, lock }: Project): ReadonlySet<string> {
  const declared = pyproject && declaredRequirements(pyproject)?.own;
  if (declared === undefined || lock === undefined) return new Set();
  const listed = new Set(lockedPackages(lock).map(({ name }) => name));
  return new Set(declared.map(({ name }) => name).filter((name) => !listed.has(name)));
}

/** The names of what the lock has from such places. */
const lockedFrom = ({ lock }: Project, ...kinds: Source['kind'][]): string[] =>
  (lock ? lockedPackages(lock) : []).flatMap(({ name, source }) =>
    source && kinds.includes(source.kind) ? [name] : [],
  );

/** Whether the lock installs the project, or another folder or file of it. */
const installsOwn = (project: Project): boolean => lockedFrom(project, 'editable', 'directory', 'path').length > 0;

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

/** `a/b` and `a` of `a/b/c`. */
const foldersAround = (folder: string): string[] =>
  foldersUp(folder)
    .slice(1)
    .filter((around) => around !== '.');

/** Pages are loaded by their place beside the entrypoint. */
function pagesOf({ file, hasPages }: StartContract, files: readonly BundleFile[]): string[] {
  const folder = folderOf(file) === '' ? 'pages/' : `${folderOf(file)}/pages/`;
  return hasPages
    ? files.map(({ path }) => path).filter((path) => path.startsWith(folder) && path.endsWith('.py'))
    : [];
}

/** Read from the folder's listing: some file systems answer to a name in any case. */
function hasModule(folder: string, name: string): boolean {
  const entries = namesIn(folder);
  if (entries.includes(`${name}.py`)) return true;
  return entries.includes(name) && namesIn(join(folder, name)).some((entry) => entry.endsWith('.py'));
}

const namesIn = (folder: string): string[] => attempt(() => readdirSync(folder)) ?? [];
