import { posix } from 'node:path';
import { allSteps, type Dockerfile, programsOf, type Stage, type Step } from './dockerfile.ts';
import { expand, type Variables } from './expand.ts';
import { type Image, imageOf, type Placed, sourceTest } from './image.ts';

/** A command that installs Python packages while the image is built, or writes a list of them. */
export type InstallStep = {
  /** `sync` is `uv sync`; `export` is `uv export`, which installs nothing by itself; `pip` is `pip install` or `uv pip install`. */
  readonly by: 'sync' | 'export' | 'pip';
  readonly isUv: boolean;
  /** All of its words, their variables put in. */
  readonly words: readonly string[];
  /** What follows `sync`, `export` or `install`. */
  readonly args: readonly string[];
  /** The line of its RUN. */
  readonly line: number;
  readonly stage: Stage;
  /** Absolute. */
  readonly workdir: string;
  /** ENV, ARG and what the command sets for itself. */
  readonly env: Variables;
  /** What of the build context is there by then, also what is mounted for this command alone. */
  readonly files: Image;
};

/** The stages that the image is made of: the last one, and those that it goes on from or copies from. In the order of the file. */
export function usedStages({ final }: Dockerfile): Stage[] {
  const used = new Set<Stage>();
  const visit = (stage: Stage): void => {
    if (used.has(stage)) return;
    used.add(stage);
    if (stage.parent) visit(stage.parent);
    for (const step of stage.steps) {
      if (step.does === 'copy' && typeof step.copy.from === 'object') visit(step.copy.from);
    }
  };
  visit(final);
  return [...used].sort((one, other) => one.index - other.index);
}

/** The commands that install Python packages into the image, in order. `context`: the paths that the build gets. */
export const installSteps = (dockerfile: Dockerfile, context: readonly string[]): InstallStep[] =>
  usedStages(dockerfile).flatMap((stage) => {
    const before = stage.parent === undefined ? 0 : allSteps(stage.parent).length;
    return stage.steps.flatMap((step, index) =>
      step.does === 'run' ? installsOf(step, stage, () => filesFor(step, stage, before + index, context)) : [],
    );
  });

function installsOf(step: Step & { does: 'run' }, stage: Stage, files: () => Image): InstallStep[] {
  const found: InstallStep[] = [];
  let { workdir } = step;
  for (const command of programsOf(step.command)) {
    const env = new Map([...step.variables, ...command.env]);
    const words = command.words.map((word) => expand(word, env));
    if (words[0] === 'cd') workdir = posix.resolve(workdir, words[1] ?? '/');
    const install = readInstall(words);
    if (install) found.push({ ...install, words, line: step.line, stage, workdir, env, files: files() });
  }
  return found;
}

const PYTHON = /^(?:.*\/)?python(?:3(?:\.\d+)?)?$/;
const nameOf = (word = ''): string => word.slice(word.lastIndexOf('/') + 1);

/** What a command installs with, where it installs Python packages at all. */
export function readInstall(words: readonly string[]): Pick<InstallStep, 'by' | 'isUv' | 'args'> | undefined {
  const [first = '', ...others] = words;
  const rest = PYTHON.test(first) && others[0] === '-m' ? others.slice(1) : words;
  const [program, ...args] = [nameOf(rest[0]), ...rest.slice(1)];
  if (/^pip(?:3(?:\.\d+)?)?$/.test(program)) {
    const at = args.indexOf('install');
    return at < 0 ? undefined : { by: 'pip', isUv: false, args: args.slice(at + 1) };
  }
  if (program !== 'uv') return undefined;
  const at = args.findIndex((word) => ['sync', 'export', 'pip'].includes(word));
  if (at < 0 || args.slice(0, at).some((word) => !word.startsWith('-'))) return undefined;
  const by = args[at];
  if (by === 'sync' || by === 'export') return { by, isUv: true, args: args.slice(at + 1) };
  return args[at + 1] === 'install' ? { by: 'pip', isUv: true, args: args.slice(at + 2) } : undefined;
}

function filesFor(step: Step & { does: 'run' }, stage: Stage, index: number, context: readonly string[]): Image {
  const files = new Map(imageOf(stage, context, index));
  for (const { from, source, target } of step.mounts) {
    if (from !== '') continue;
    const { file, folder } = sourceTest(source);
    for (const path of context) {
      const base = file(`/${path}`) ? `/${path}` : folder(`/${path}`);
      if (base === undefined) continue;
      const at = posix.join(posix.resolve(step.workdir, target), `/${path}`.slice(base.length));
      files.set(at, { path: at, source: path, line: step.line, isFromStage: false } satisfies Placed);
    }
  }
  return files;
}

/** Options of `pip install`, `uv pip install` and `uv sync` that a value follows. */
const WITH_VALUE = new Set([
  ...[
    '-r',
    '--requirement',
    '--requirements',
    '-c',
    '--constraint',
    '--constraints',
    '-e',
    '--editable',
    '-t',
    '--target',
  ],
  ...[
    '-i',
    '--index-url',
    '--extra-index-url',
    '--index',
    '--default-index',
    '-f',
    '--find-links',
    '--prefix',
    '--root',
  ],
  ...['--python', '-p', '--group', '--only-group', '--no-group', '--extra', '--no-extra', '--no-install-package'],
  ...[
    '--package',
    '--cache-dir',
    '--directory',
    '--project',
    '--python-version',
    '--link-mode',
    '--src',
    '--no-binary',
  ],
  ...['--only-binary', '--platform', '--trusted-host', '--proxy', '--timeout', '--retries', '--index-strategy'],
]);

/** The values of an option, `--name value` or `--name=value`. */
export function valuesOf(args: readonly string[], ...names: readonly string[]): string[] {
  return args.flatMap((word, index) => {
    if (names.includes(word)) return args[index + 1] ?? [];
    const name = names.find((one) => one.startsWith('--') && word.startsWith(`${one}=`));
    return name === undefined ? [] : word.slice(name.length + 1);
  });
}

/** What a `pip install` asks for: requirements and paths, also those to be editable. */
export const requirementsOf = (args: readonly string[]): string[] => [
  ...args.filter((word, index) => !word.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? '')),
  ...valuesOf(args, '-e', '--editable'),
];

/** The folder of a local project that `pip install` is given: `.`, `./api`, `.[web]`, `/app`. */
export const localFolder = ({ workdir }: Pick<InstallStep, 'workdir'>, requirement: string): string | undefined => {
  const [, path] = /^((?:\.{0,2}\/|\.\.?(?=$|\[|\/))[^[\]]*)(?:\[[^\]]*\])?$/.exec(requirement) ?? [];
  return path === undefined || /\.(?:whl|zip|gz)$/.test(path) ? undefined : posix.resolve(workdir, path);
};
