import type { BundleFile } from '../../../bundle/source.ts';
import type { Around } from '../../../project/around.ts';
import type { Installs, StartContract } from '../../../project/contract/start-contract.ts';
import { at, strings } from '../../../project/files/values.ts';
import { localModules } from '../../../project/imports/local-modules.ts';
import type { Project } from '../../../project/project.ts';
import { isPython, LOADERS, type RunCommand } from '../../shared/run-command.ts';
import type { Decided, Subject } from './detect.ts';

/** The dependency group that the platform's `--no-dev` leaves out. */
const DEV = 'dev';

/** What `uv sync` installs there: all default groups, `dev` only where `ENVIRONMENT=development` (Clever Cloud's documentation). */
export function installsOf(project: Project, around: Around | undefined, isDevelopment: boolean): Installs {
  const pyproject = around?.root ?? project.pyproject;
  const chosen = at(pyproject?.data, 'tool', 'uv', 'default-groups');
  const all = Object.keys(at(pyproject?.data, 'dependency-groups') ?? {});
  const groups = (chosen === 'all' ? all : strings(chosen)).filter((name) => name !== DEV);
  return { defaultGroups: isDevelopment, groups, extras: [], ...(around && { from: around.root }) };
}

/** Folders in which modules are looked for: the app's own, and `src` of a project that is installed from there. */
const FOLDERS = ['', 'src'];

/** The file that the command starts: its path in the project; nothing where the command does not tell, or it is not there. */
export function entryFile({ entry }: RunCommand, files: readonly BundleFile[]): string | undefined {
  if (entry?.file !== undefined) return files.some(({ path }) => path === entry.file) ? entry.file : undefined;
  if (entry?.module === undefined) return undefined;
  const modules = localModules(files.map(({ path }) => path));
  // A package is started by its `__main__`.
  const names = entry.object === undefined ? [`${entry.module}.__main__`, entry.module] : [entry.module];
  for (const name of names) {
    const local = modules.find(name, FOLDERS);
    if (local.is === 'found') return local.files.at(-1);
  }
  return undefined;
}

const IN_EVENT_LOOP = ['uvicorn', 'hypercorn', 'granian', 'daphne'];

/** What follows for the source from the command, which starts `file`. */
export function contractOf(
  { kind, command, env: own }: Pick<Decided, 'kind' | 'command' | 'env'>,
  file: string,
  installs: Installs,
  { env, port }: Pick<Subject, 'env' | 'port'>,
): StartContract {
  const { program, isModule, entry } = command;
  const isScript = isPython(program) || (isModule && !LOADERS.includes(program) && entry?.module === program);
  const isToldWhere = ['HOST', 'GRADIO_SERVER_NAME'].some((name) => env.has(name) || Object.hasOwn(own, name));
  const [object] = /^\w+/.exec(entry?.object ?? '') ?? [];
  return {
    ...{ file, installs, port, needsPublicHost: true },
    runsAsMain: isScript || program === 'streamlit',
    looksBesideOnly: isPython(program),
    hasPages: program === 'streamlit',
    listens: kind === 'app' && isScript && !isToldWhere,
    isToldWhere: kind === 'app' && isScript && isToldWhere,
    ...(object !== undefined && {
      app: {
        ...{ loader: program, names: [object], isSearched: false, isDocumented: true },
        inEventLoop: IN_EVENT_LOOP.includes(program),
      },
    }),
  };
}
