import { posix } from 'node:path';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { StartContract } from '../../../project/contract/start-contract.ts';
import { at } from '../../../project/files/values.ts';
import { localModules } from '../../../project/imports/local-modules.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import { isPython, LOADERS, type RunCommand } from '../../shared/run-command.ts';
import { imageLibc } from '../dockerfile/base-image.ts';
import { allSteps } from '../dockerfile/dockerfile.ts';
import type { InstallStep } from '../dockerfile/install-steps.ts';
import { valuesOf } from '../dockerfile/install-steps.ts';
import type { StartedProgram } from '../dockerfile/start-command.ts';
import { installsProject, projectFolders } from './installs.ts';
import { installsOf, type Packages } from './packages.ts';
import type { Subject } from './subject.ts';

/** A program that is started, and its command as it is read. */
export type Started = { readonly program: StartedProgram; readonly run: RunCommand };

/** What a program starts: its file in the repository, and the folder that it is imported from there. */
type Entry = { readonly source: string; readonly root: string };

/** Folders of the repository in which modules are looked for. */
const FOLDERS = ['', 'src'];

const relativeTo = (path: string): string => path.replace(/^\/+/, '');

/** The file that a program starts, if the image has it where it is looked for. */
function entryIn({ program, run }: Started, subject: Subject): Entry | undefined {
  const { start } = subject;
  const { entry } = run;
  if (start === undefined || entry === undefined) return undefined;
  const { files, workdir } = start;
  if (entry.file !== undefined) {
    const source = files.get(posix.resolve(workdir, entry.file))?.source;
    return source === undefined ? undefined : { source, root: posix.dirname(source) };
  }
  const [folder] = valuesOf(run.args, '--app-dir', '--chdir');
  const others = valuesOf(run.args, '--pythonpath').flatMap((list) => list.split(','));
  const path = program.env.get('PYTHONPATH')?.split(':') ?? [];
  const places = [folder ?? '.', ...others, ...path, ...editableFolders(subject)];
  const roots = places.map((one) => relativeTo(posix.resolve(workdir, one)));
  const modules = localModules([...files.keys()].map(relativeTo));
  for (const name of moduleNames(run)) {
    const local = modules.find(name, roots);
    const found = local.is === 'found' ? local.files.at(-1) : undefined;
    const source = files.get(`/${found}`)?.source;
    if (source !== undefined) return { source, root: rootOf(source, name) };
  }
  return undefined;
}

/** A package is started by its `__main__`. */
const moduleNames = ({ entry }: RunCommand): string[] => {
  const name = entry?.module ?? '';
  return entry?.object === undefined ? [`${name}.__main__`, name] : [name];
};

/** The folder that a module's file is imported from: `src` for `src/shop/main.py` as `shop.main`. */
const rootOf = (source: string, name: string): string =>
  source
    .replace(/(?:\/__init__)?\.py$/, '')
    .slice(0, -name.length)
    .replace(/\/$/, '');

/** The file of the repository that a module stands for, wherever the image has it. */
function entryInRepository({ entry, ...run }: RunCommand, { files }: Subject): Entry | undefined {
  const paths = files.map(({ path }) => path);
  if (entry?.file !== undefined) {
    const path = relativeTo(posix.normalize(entry.file));
    return paths.includes(path) ? { source: path, root: posix.dirname(path) } : undefined;
  }
  const modules = localModules(paths);
  for (const name of entry === undefined ? [] : moduleNames({ entry, ...run })) {
    const local = modules.find(name, FOLDERS);
    const source = local.is === 'found' ? local.files.at(-1) : undefined;
    if (source !== undefined) return { source, root: rootOf(source, name) };
  }
  return undefined;
}

/** Whether the project is in the image as an installed package, with its source. */
const isInstalled = (subject: Subject): boolean =>
  subject.installs.some((step) => installsProject(step, subject) && !isEditable(step));

/** `uv sync` installs a link to the source by default, pip only with `--editable`. */
const isEditable = ({ by, args, env }: InstallStep): boolean =>
  by === 'pip'
    ? args.some((word) => /^(?:-e|--editable)/.test(word))
    : !args.includes('--no-editable') && !/^(?:1|true)$/i.test(env.get('UV_NO_EDITABLE') ?? '');

/** Folders of the image from which the source of an installed project is imported. */
const editableFolders = (subject: Subject): string[] =>
  subject.installs
    .filter((step) => installsProject(step, subject) && isEditable(step))
    .flatMap((step) => projectFolders(step).flatMap((folder) => FOLDERS.map((one) => posix.join(folder, one))));

/** The same with what a program of [project.scripts] starts, whose source the image has to have. */
function withScript({ program, run }: Started, subject: Subject): Started {
  const script = at(subject.project.pyproject?.data, 'project', 'scripts', run.program);
  if (run.entry !== undefined || typeof script !== 'string' || editableFolders(subject).length === 0)
    return { program, run };
  const [module = '', object] = script.replace(/\s*\[.*$/, '').split(/\s*:\s*/);
  return { program, run: { ...run, entry: { module, ...(object !== undefined && { object }) } } };
}

/** Whether another image may have set the folder in which the program is started. */
const isPlaceOpen = ({ dockerfile: { final } }: Subject): boolean =>
  imageLibc(final.image) === undefined &&
  !allSteps(final).some((step) => step.does === 'other' && step.keyword === 'WORKDIR');

/** Whether the file or module that a program starts is in the image, and in the repository at all. */
export function checkEntry(given: Started, subject: Subject, packages: Packages): Finding[] {
  if (isPlaceOpen(subject)) return [];
  const started = withScript(given, subject);
  const { program, run } = started;
  const { entry } = run;
  if (entry === undefined || entryIn(started, subject) !== undefined) return [];
  const name = quote(entry.file ?? entry.module ?? '', 120);
  const place = placeOf(program, subject);
  const found = entryInRepository(run, subject);
  if (found !== undefined) {
    if (entry.file === undefined && isInstalled(subject)) return [];
    const [, link] = found.root === 'src' ? editableFolders(subject) : [];
    if (link !== undefined) {
      const message = `${name} is imported from ${quote(link, 80)}, to which the installed project links, and the last stage does not have ${quote(found.source, 120)} there: the app can't start.`;
      return [
        error(
          'entrypoint-not-copied',
          message,
          'Add `--no-editable` to `uv sync`, or copy the source to there.',
          place,
        ),
      ];
    }
    const folder = quote(subject.start?.workdir ?? '/', 80);
    const message = `${name} is looked for in ${folder} of the image, and the Dockerfile does not copy ${quote(found.source, 120)} to there: the app can't start.`;
    const whole = posix.dirname(found.source) === '.' ? found.source : (found.source.split('/')[0] ?? '');
    const remedy = `Write \`COPY ${quote(whole, 80)} ./${quote(whole, 80)}\` into the last stage.`;
    return [error('entrypoint-not-copied', message, remedy, place)];
  }
  if (entry.file === undefined && !isOurs(entry.module ?? '', run, subject, packages)) return [];
  if (entry.file?.startsWith('/') && !entry.file.startsWith(`${subject.start?.workdir}/`)) return [];
  const what = entry.file === undefined ? 'module' : 'file';
  const message = `The ${what} ${name}, which the Dockerfile starts, does not exist.`;
  return [
    error('entrypoint-missing', message, 'Correct the name; it is looked for in the WORKDIR of the image.', place),
  ];
}

/** Whether a module that is not there would have to be one of the project. */
function isOurs(name: string, run: RunCommand, subject: Subject, packages: Packages): boolean {
  const modules = localModules(subject.files.map(({ path }) => path));
  const [head = ''] = name.split('.');
  const local = modules.find(name, FOLDERS);
  if (local.is === 'incomplete' && !local.isNamespace) return true;
  if (packages.installed.has(normalName(head)) || run.isModule) return false;
  // Where an installed project has its modules from is its own decision.
  const isElsewhere = isInstalled(subject) || editableFolders(subject).length > 0;
  return local.is === 'incomplete' || (!isElsewhere && (!packages.isOpen || modules.hasAnywhere(head)));
}

export const placeOf = ({ script, line }: StartedProgram, { at, in: inFile }: Subject) =>
  script === undefined ? at(line) : inFile(script, line);

const IN_EVENT_LOOP = ['uvicorn', 'hypercorn', 'granian', 'daphne'];

/** What follows for the source from how the image is built and started; nothing where the Dockerfile does not tell. */
export function contractOf(
  started: readonly Started[],
  subject: Subject,
  port: number | undefined,
): StartContract | undefined {
  for (const one of started.toReversed()) {
    const found = entryIn(one, subject) ?? (isInstalled(subject) ? entryInRepository(one.run, subject) : undefined);
    const { program, isModule, entry } = one.run;
    if (found === undefined || entry === undefined) continue;
    const isScript = isPython(program) || (isModule && !LOADERS.includes(program) && entry.module === program);
    // From another folder, modules have other names in the repository than in the image.
    if (!isPython(program) && !FOLDERS.includes(found.root) && found.root !== '.') return undefined;
    const installs = installsOf(subject);
    const isToldWhere = ['HOST', 'GRADIO_SERVER_NAME'].some((name) => one.program.env.has(name));
    const [object] = /^\w+/.exec(entry.object ?? '') ?? [];
    return {
      ...{ file: found.source, needsPublicHost: true, hasPages: program === 'streamlit' },
      ...(installs && { installs }),
      ...(port !== undefined && { port }),
      runsAsMain: isScript || program === 'streamlit',
      looksBesideOnly: isPython(program),
      listens: subject.workload === 'web' && isScript && !isToldWhere,
      ...(object !== undefined && {
        app: {
          ...{ loader: program, names: [object], isSearched: false, isDocumented: true },
          inEventLoop: IN_EVENT_LOOP.includes(program),
        },
      }),
    };
  }
  return undefined;
}
