import { dirname, posix, relative } from 'node:path';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { at, isTable, strings } from '../../../project/files/values.ts';
import { normalName, parseRequirement } from '../../../project/packaging/requirement.ts';
import { allSteps } from '../dockerfile/dockerfile.ts';
import { type InstallStep, localFolder, requirementsOf, valuesOf } from '../dockerfile/install-steps.ts';
import { manyTopLevels } from './flat-layout.ts';
import type { Subject } from './subject.ts';

/** Whether what is installed while the image is built is there by then, and is what the lock has. */
export function checkInstalls(subject: Subject): Finding[] {
  const found = subject.installs.flatMap((step) => [
    ...checkFiles(step, subject),
    ...checkBuild(step, subject),
    ...checkLocalSources(step, subject),
    ...checkGit(step, subject),
  ]);
  // A second command is not reached where the first one stops the build.
  const isFirst = ({ code, file, line }: Finding, index: number) =>
    found.findIndex((one) => one.code === code && one.file === file && one.line === line) === index;
  return [...found.filter(isFirst), ...checkLockUse(subject)];
}

/** The folders of local projects that a command installs from: its own for `uv sync`. */
export function projectFolders(step: InstallStep): string[] {
  if (step.by === 'pip') return requirementsOf(step.args).flatMap((one) => localFolder(step, one) ?? []);
  const [folder = '.'] = valuesOf(step.args, '--project', '--directory');
  return [posix.resolve(step.workdir, folder)];
}

const isOn = (step: InstallStep, option: string, variable: string): boolean =>
  step.words.includes(option) || /^(?:1|true|yes|on)$/i.test(step.env.get(variable) ?? '');

const isFrozen = (step: InstallStep): boolean => isOn(step, '--frozen', 'UV_FROZEN');

/** What writes a file that may be read later. */
const MAKES = />|\s-o\s|--output-file|\b(?:cp|mv|tee|curl|wget|touch)\b/;

/** What the command reads before it does anything. */
function checkFiles(step: InstallStep, { dockerfile, context, at }: Subject): Finding[] {
  const earlier = allSteps(step.stage).filter((one) => one.line <= step.line);
  const isMade = (name: string) =>
    allSteps(step.stage).some(
      (one) => one.line <= step.line && one.does === 'run' && MAKES.test(one.text) && one.text.includes(name),
    );
  const wanted = [
    ...projectFolders(step).map((folder) => posix.join(folder, 'pyproject.toml')),
    ...(step.by !== 'pip' && (isOn(step, '--locked', 'UV_LOCKED') || isFrozen(step))
      ? projectFolders(step).map((folder) => posix.join(folder, 'uv.lock'))
      : []),
    ...valuesOf(step.args, '-r', '--requirement', '--requirements').flatMap((file) =>
      file.includes('://') || file === '-' ? [] : posix.resolve(step.workdir, file),
    ),
  ];
  // What another image or a download brings is not known.
  const isOpen = (path: string) =>
    earlier.some(
      (one) =>
        (one.does === 'copy' && typeof one.copy.from === 'string' && isBelow(path, one.copy.target)) ||
        (one.does === 'run' && /\bgit clone\b|\btar\b|\bunzip\b/.test(one.text)),
    );
  return wanted.flatMap((path) => {
    const name = posix.basename(path);
    if (step.files.has(path) || isOpen(path) || isMade(name)) return [];
    const why = context.includes(name)
      ? `${quote(name)} is copied later, or to another folder than ${quote(posix.dirname(path), 80)}`
      : `${quote(name)} is not in the build context`;
    const message = `\`${quote(step.words.join(' '), 120)}\` needs ${quote(path, 120)}, which is not there by then: ${why}.`;
    const remedy = `Write \`COPY ${quote(name)} ./\` above line ${step.line} of ${dockerfile.shown}.`;
    return [error('install-before-sources', message, remedy, at(step.line))];
  });
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Build backends that stop where the package is not there yet; with the others it is installed empty, or not known. */
const NEEDS_SOURCES = /^(?:hatchling|uv_build|flit_core|poetry|pdm)\b/;
const SETUPTOOLS = /^setuptools\b/;

/** Whether the project itself can be built from what is there. */
function checkBuild(step: InstallStep, subject: Subject): Finding[] {
  if (!installsProject(step, subject)) return [];
  const { project, at: place } = subject;
  const data = project.pyproject?.data;
  const backend = at(data, 'build-system', 'build-backend') ?? 'setuptools.build_meta';
  if (typeof backend !== 'string') return [];
  return projectFolders(step).flatMap((folder): Finding[] => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    if (step.files.get(`${prefix}pyproject.toml`)?.source !== 'pyproject.toml') return [];
    const inside = [...step.files.keys()].flatMap((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : []));
    if (SETUPTOOLS.test(backend)) return checkLayout(step, inside, subject);
    const hasSource = inside.some((path) => /\.(?:py|pyi|rs|c|cpp)$/.test(path) && path !== 'setup.py');
    const readme = at(data, 'project', 'readme');
    const file = typeof readme === 'string' ? readme : at(readme, 'file');
    const lacks = !hasSource ? 'the source' : typeof file === 'string' && !inside.includes(file) ? file : undefined;
    if (lacks === undefined) return [];
    const message = `\`${quote(step.words.join(' '), 120)}\` builds the project with ${quote(backend)}, which needs ${quote(lacks, 80)}, and that is not copied by then.`;
    const remedy =
      step.by === 'sync'
        ? 'Add `--no-install-project` to this command, and run `uv sync` again behind the COPY of the source.'
        : 'Copy it above this line; or install with `uv sync --locked --no-dev --no-install-project`, which needs pyproject.toml and uv.lock only.';
    const build = NEEDS_SOURCES.test(backend) ? error : warning;
    return [build('install-before-sources', message, remedy, place(step.line))];
  });
}

/** Whether a command builds and installs the project, and not only what it depends on. As uv and pip decide it. */
export function installsProject(step: InstallStep, { project }: Pick<Subject, 'project'>): boolean {
  if (step.by !== 'sync') return step.by === 'pip' && projectFolders(step).length > 0;
  const data = project.pyproject?.data;
  const isPackage = at(data, 'tool', 'uv', 'package') ?? at(data, 'build-system') !== undefined;
  const leavesOut = ['--no-install-project', '--no-install-workspace', '--no-install-local'];
  return isPackage === true && !leavesOut.some((option) => step.args.includes(option));
}

/** setuptools stops where it would have to guess which folder is the package (its documentation, "Package discovery"). */
function checkLayout(step: InstallStep, inside: readonly string[], { project, at: place }: Subject): Finding[] {
  const table = at(project.pyproject?.data, 'tool', 'setuptools');
  const isDeclared = ['packages', 'py-modules', 'package-dir'].some((key) => at(table, key) !== undefined);
  if (isDeclared || inside.includes('setup.py') || inside.includes('setup.cfg')) return [];
  const names = manyTopLevels(inside);
  if (names.length === 0) return [];
  const list = names.map((name) => quote(name)).join(', ');
  const message = `\`${quote(step.words.join(' '), 120)}\` builds the project with setuptools, which finds more than one package in it (${list}) and stops: "Multiple top-level packages discovered in a flat-layout".`;
  const remedy =
    'Write `[tool.setuptools]` and `packages = []` into pyproject.toml, or install with `uv sync --locked --no-dev`, which does not build it.';
  return [error('install-flat-layout', message, remedy, place(step.line))];
}

type Sourced = { readonly name: string; readonly path?: string; readonly git?: string; readonly line: number };

/** Where pyproject.toml says that dependencies come from, other than an index. */
function sourcedDependencies({ project }: Subject): Sourced[] {
  const { pyproject, workspace } = project;
  const table = at(pyproject?.data, 'tool', 'uv', 'sources');
  const members = new Map(
    workspace.members.map(({ data, path }) => [normalName(String(at(data, 'project', 'name') ?? '')), dirname(path)]),
  );
  return Object.entries(isTable(table) ? table : {}).flatMap(([name, entries]): Sourced[] =>
    (Array.isArray(entries) ? entries : [entries]).flatMap((entry: unknown): Sourced[] => {
      const line = pyproject?.lineOf(`tool.uv.sources.${name}`) ?? 1;
      const [path, git] = [at(entry, 'path'), at(entry, 'git')];
      const member = at(entry, 'workspace') === true ? members.get(normalName(name)) : undefined;
      if (typeof git === 'string') return [{ name, git, line }];
      if (typeof path === 'string') return [{ name, path, line }];
      return member === undefined ? [] : [{ name, path: relative(project.dir, member).replaceAll('\\', '/'), line }];
    }),
  );
}

/** Packages of the repository that the project depends on: uv reads them even where it does not install them. */
function checkLocalSources(step: InstallStep, subject: Subject): Finding[] {
  const { project, dockerfile } = subject;
  const leavesOut = ['--no-install-workspace', '--no-install-local', '--only-group'];
  const isLeftOut =
    step.args.includes('--no-sources') || (isFrozen(step) && leavesOut.some((one) => step.args.includes(one)));
  if (!step.isUv || isLeftOut) return [];
  const [folder] = projectFolders(step);
  if (folder === undefined || step.files.get(posix.join(folder, 'pyproject.toml'))?.source !== 'pyproject.toml')
    return [];
  return sourcedDependencies(subject).flatMap(({ name, path, line }) => {
    if (path === undefined || path === '') return [];
    const wanted = posix.resolve(folder, path);
    const isThere = [...step.files.keys()].some((one) => one === wanted || one.startsWith(`${wanted}/`));
    if (isThere) return [];
    const message = `${quote(name)} comes from ${quote(path, 120)}, which the Dockerfile has not copied when it installs (${dockerfile.shown}:${step.line}).`;
    const remedy = path.startsWith('..')
      ? 'Move it into the repository, or publish it: nothing outside of the build context can be copied.'
      : `Write \`COPY ${quote(path, 120)} ${quote(path, 120)}\` above that line.`;
    return [error('source-not-copied', message, remedy, { file: project.pyproject?.shown, line })];
  });
}

/** Packages from git in an image that has no git. */
function checkGit(step: InstallStep, subject: Subject): Finding[] {
  const { project, dockerfile } = subject;
  const isSlim = /(?:^|[-:])(?:slim|alpine)(?:[-@.\d]|$)/.test(step.stage.image);
  const runs = allSteps(step.stage).flatMap((one) => (one.line < step.line && one.does === 'run' ? one.text : []));
  if (!isSlim || runs.some((text) => /\b(?:install|add)\b[\s\S]*\bgit\b/.test(text))) return [];
  if (projectFolders(step).length === 0) return [];
  const list = strings(at(project.pyproject?.data, 'project', 'dependencies'));
  const direct = list.flatMap((text): Sourced[] => {
    const [, git] = /@\s*git\+(\S+)/.exec(text) ?? [];
    const line = project.pyproject?.lineOf('project.dependencies') ?? 1;
    return git === undefined ? [] : [{ name: parseRequirement(text)?.name ?? text, git, line }];
  });
  return [...sourcedDependencies(subject), ...direct].flatMap(({ name, git, line }) => {
    if (git === undefined) return [];
    const message = `${quote(name)} is fetched with git, and the image ${quote(step.stage.image, 120)} has none (${dockerfile.shown}:${step.line}).`;
    const remedy =
      'Add `RUN apt-get update && apt-get install --yes git` above that line, or depend on a release of the package.';
    return [warning('git-missing', message, remedy, { file: project.pyproject?.shown, line })];
  });
}

/** A lock that the image is not made from. */
function checkLockUse({ project, dockerfile, installs, at: place }: Subject): Finding[] {
  if (project.lock === undefined) return [];
  const steps = dockerfile.stages.flatMap((stage) => stage.steps);
  const isUsed =
    installs.some(({ by }) => by !== 'pip') ||
    steps.some((step) => step.does === 'run' && /\buv\b[^&|;]*\brun\b|\buv\.lock\b|\bpylock\b/.test(step.text));
  if (isUsed) return [];
  const message = `The image is built without ${project.lock.shown}, so it can have other versions than those that were tested.`;
  const remedy = 'Copy pyproject.toml and uv.lock, and install with `uv sync --locked --no-dev`.';
  return [warning('lock-unused', message, remedy, place(installs[0]?.line ?? dockerfile.final.line))];
}
