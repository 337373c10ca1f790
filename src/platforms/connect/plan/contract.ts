import { join, relative, sep } from 'node:path';
import { entriesOf, isInside } from '../../../ports/paths.ts';
import type { Installs, StartContract } from '../../../project/contract/start-contract.ts';
import type { Wanted } from '../../../project/lock/graph.ts';
import { requirementsIn } from '../../../project/packaging/requirement-file.ts';
import type { Project } from '../../../project/project.ts';
import { hasCells } from '../../../project/source/cells.ts';
import type { Plan } from '../../plan.ts';
import { FROM_LOCK, namedRequirements } from '../bundle/finish.ts';
import type { LocalPackage } from '../bundle/local-packages.ts';
import type { PlanInput } from '../bundle/plan-input.ts';
import { REQUIREMENTS, readRequirements } from '../bundle/requirements.ts';
import { type AppMode, factsOf } from '../content/app-modes.ts';
import { OBJECTS } from '../content/entrypoint.ts';
import { LAUNCHERS } from './start-commands.ts';

/** Connect loads all others as modules, whose `if __name__ == "__main__":` does not hold. */
const PROGRAMS: readonly AppMode[] = ['python-streamlit'];
const WITH_PAGES: readonly AppMode[] = ['python-streamlit', 'python-dash'];

/** What Connect's own packages for notebooks, nbconvert and ipykernel, bring along that people import. */
const JUPYTER = [
  ...['IPython', 'bs4', 'comm', 'dateutil', 'ipykernel', 'jinja2', 'jsonschema', 'markupsafe', 'nbclient', 'nbconvert'],
  ...['nbformat', 'packaging', 'psutil', 'pygments', 'six', 'tornado', 'traitlets', 'zmq'],
];

/**
 * What follows for the source from how Connect starts the content, and from what it installs; nothing for files without code of
 * Python.
 */
export function contractOf(
  { project, decided, local, runsPython }: Pick<PlanInput, 'project' | 'decided' | 'local' | 'runsPython'>,
  installs: Installs | undefined,
): StartContract | undefined {
  const { mode, file, entrypoint } = decided;
  const launcher = LAUNCHERS[mode];
  const isDocument = file !== undefined && hasCells(file) && runsPython;
  if (file === undefined || !isInside(project.dir, file)) return undefined;
  if (!isDocument && (launcher === undefined || !file.endsWith('.py'))) return undefined;
  const [, object] = entrypoint.split(':');
  return {
    file: relative(project.dir, file).split(sep).join('/'),
    runsAsMain: isDocument || PROGRAMS.includes(mode),
    hasPages: WITH_PAGES.includes(mode),
    listens: false,
    needsPublicHost: false,
    provides: [
      ...(isDocument ? JUPYTER : (launcher?.packages ?? [])),
      ...local.flatMap((one) => modulesOf(one, project.dir)),
    ],
    ...(installs && { installs }),
    ...(isModule(decided) && { looksIn: ['', ...local.flatMap((one) => foldersIn(one, project.dir))] }),
    ...(factsOf(mode).form === 'module' && {
      app: {
        ...{ loader: 'Connect', names: object === undefined ? OBJECTS : [object.split('.')[0] ?? ''] },
        ...{ isSearched: false, isDocumented: true, inEventLoop: mode === 'python-fastapi' },
      },
    }),
  };
}

/** How Connect starts it; nothing for what is rendered, or is files. */
export function launchOf(mode: AppMode, entrypoint: string): Pick<Plan, 'launch' | 'launchPackages'> {
  const launcher = LAUNCHERS[mode];
  if (launcher === undefined) return {};
  return {
    launch: (place) => launcher.launch({ ...place, entrypoint, basePath: '' }),
    launchPackages: launcher.packages,
  };
}

/** Nothing where somebody else installs, by hand. */
export function installsOf({ project, settings, rsconnect }: PlanInput): Installs | undefined {
  if (settings.environmentManagement === false) return undefined;
  const named = namedRequirements({ rsconnect, settings });
  const wanted = { groups: settings.groups, extras: settings.extras };
  const installs = installsFrom(named || REQUIREMENTS, wanted, project) ?? { defaultGroups: false, ...wanted };
  return { ...installs, prohibited: settings.prohibited };
}

/** What a server installs from a file: the lock's, or a requirements file of the project. Nothing where that can't be read. */
export function installsFrom(name: string, wanted: Wanted, project: Project): Installs | undefined {
  const common = { defaultGroups: false, ...wanted };
  if (FROM_LOCK.includes(name)) return common;
  const file = readRequirements(project, join(project.dir, name));
  if (file === undefined || 'level' in file) return undefined;
  const read = (path: string) => {
    const found = readRequirements(project, join(project.dir, path));
    return found === undefined || 'level' in found ? undefined : found.text;
  };
  const asked = requirementsIn(name, read).flatMap(({ lines }) =>
    lines.flatMap((one) => {
      if (one.is === 'requirement') return [{ name: one.name, extras: one.extras }];
      // What is there, nobody can tell.
      return one.is === 'address' || one.is === 'local' ? [{ name: one.text, extras: [] }] : [];
    }),
  );
  return { ...common, requirements: { file: file.shown, asked } };
}

/** Whether it is imported from the bundle's top folder. Shiny loads an Express app by its path. */
const isModule = ({ mode, entrypoint }: PlanInput['decided']): boolean =>
  factsOf(mode).form === 'module' || (mode === 'python-shiny' && !entrypoint.startsWith('shiny.express.'));

/** The folders of the project whose modules are copied to the top. */
const foldersIn = ({ folder, roots }: LocalPackage, dir: string): string[] =>
  roots.flatMap(({ path }) => {
    const root = join(folder, path);
    return root !== dir && isInside(dir, root) ? [relative(dir, root).split(sep).join('/')] : [];
  });

/** What the copies of a local package at the root of the bundle are imported as. */
function modulesOf({ folder, roots }: LocalPackage, dir: string): string[] {
  return roots.flatMap(({ path, modules }) => {
    const root = join(folder, path);
    // These are looked through anyway.
    if (root === dir || root === join(dir, 'src')) return [];
    if (modules) return modules;
    return entriesOf(root).map(({ name }) => name.replace(/\.pyi?$/, ''));
  });
}
