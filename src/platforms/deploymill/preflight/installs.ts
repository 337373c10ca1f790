import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { error, type Finding, type Place, warning } from '../../../findings/finding.ts';
import { head, quote } from '../../../findings/text.ts';
import { type Uv, uvReason } from '../../../ports/uv.ts';
import type { ImageTools } from '../../plan.ts';
import { imageLibc } from '../dockerfile/base-image.ts';
import { programsOf } from '../dockerfile/dockerfile.ts';
import { type InstallStep, readInstall, valuesOf } from '../dockerfile/install-steps.ts';

/** What the installations of a Dockerfile are tried out with. */
export type Installing = {
  readonly installs: readonly InstallStep[];
  /** Where the project is: what the build gets is copied from there. */
  readonly dir: string;
  /** What to hand to `--python`: the version of the base image. */
  readonly python: string;
  /** A place in the Dockerfile. */
  at(line: number): Place;
};

/**
 * Runs the commands that install packages while the image is built, each in a folder that has only what was copied by then, and into
 * an environment of its own instead of the image's Python: what fails in the build, by its order too, fails here. Ends with the first
 * that fails, as the build does.
 */
export async function tryInstalls(
  { installs, dir, python, at }: Installing,
  { uv, folder, say, isNetworkTrouble }: ImageTools,
): Promise<{ readonly findings: readonly Finding[]; readonly environment?: string | undefined }> {
  let exported = '';
  let last: string | undefined;
  if (installs.some(({ stage }) => imageLibc(stage.image)?.kind === 'musl')) {
    say('The image is made from Alpine, with musl: what is installed here are the packages for glibc.');
  }
  for (const step of installs) {
    const place = join(folder, `stage-${step.stage.index}`);
    const [root, environment] = [join(place, 'root'), join(place, 'environment')];
    await layOut(step, dir, root);
    const cwd = join(root, step.workdir);
    await mkdir(cwd, { recursive: true });
    if (!existsSync(environment)) {
      await uv.run(['venv', '--no-project', '--no-python-downloads', '--python', python, environment], { cwd: place });
    }
    const args = argumentsOf(step, root, environment);
    if (args === undefined) continue;
    for (const list of valuesOf(step.args, '-r', '--requirement', '--requirements')) {
      const path = posix.resolve(step.workdir, list);
      // The shell has written it, from what was exported before.
      if (exported !== '' && !existsSync(join(root, path))) await writeFile(join(root, path), exported);
    }
    const { exitCode, stdout, stderr } = await runStep(step, args, { uv, cwd, environment, python });
    if (exitCode !== 0) {
      return { findings: [failed(step, stderr.replaceAll(root, ''), isNetworkTrouble(stderr), at(step.line))] };
    }
    last = environment;
    if (step.by === 'export') exported = stdout;
    else say(`Dockerfile line ${step.line}: ${quote(step.words.join(' '), 200)}: installs.`);
  }
  return { findings: [], environment: last ?? (await emptyEnvironment(python, folder, uv)) };
}

/** The Python of an image into which nothing is installed. */
async function emptyEnvironment(python: string, folder: string, uv: Uv): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const args = ['venv', '--no-project', '--no-python-downloads', '--python', python, join(folder, 'environment')];
  const { exitCode } = await uv.run(args, { cwd: folder });
  return exitCode === 0 ? join(folder, 'environment') : undefined;
}

/** Puts the files where the image has them when the command runs. */
async function layOut({ files }: InstallStep, dir: string, root: string): Promise<void> {
  for (const { path, source } of files.values()) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(dir, source), target);
  }
}

/** Options that choose another Python, cache or place; with a value, and without. */
const WITH_VALUE =
  /^(?:--python|-p|--prefix|--target|-t|--root|--cache-dir|--timeout|--retries|--link-mode|-o|--output-file)$/;
const ALONE =
  /^(?:--system|--no-cache(?:-dir)?|--break-system-packages|--user|--root-user-action=.*|--disable-pip-version-check|--quiet|-q|--(?:python|prefix|target|root|cache-dir|link-mode|output-file)=.*)$/;
/** Tools that a Dockerfile brings along to install with. */
const TOOLS = /^(?:uv|pip|setuptools|wheel)(?:[=<>~!].*)?$/;

/** The arguments for uv; nothing for a command that only brings tools. */
function argumentsOf({ by, args }: InstallStep, root: string, environment: string): string[] | undefined {
  const kept = args.filter(
    (word, index) => !ALONE.test(word) && !WITH_VALUE.test(word) && !WITH_VALUE.test(args[index - 1] ?? ''),
  );
  const located = kept.map((word) => (word.startsWith('/') ? root + word : word));
  if (by !== 'pip') return [by, ...located];
  const wanted = located.filter((word) => !word.startsWith('-'));
  if (wanted.length > 0 && wanted.every((word) => TOOLS.test(word))) return undefined;
  return ['pip', 'install', '--python', environment, ...located];
}

/** Variables of the Dockerfile that change what is installed. */
const MEANT = /^UV_(?:NO_DEV|LOCKED|FROZEN|NO_EDITABLE|NO_INSTALL_\w+|NO_GROUP|NO_DEFAULT_GROUPS|COMPILE_BYTECODE)$/;

function runStep(
  { by, env }: InstallStep,
  args: readonly string[],
  { uv, cwd, environment, python }: { uv: Uv; cwd: string; environment: string; python: string },
) {
  const own = Object.fromEntries([...env].filter(([name]) => MEANT.test(name)));
  const chosen = by === 'pip' ? [] : ['--python', python];
  return uv.run([...args, ...chosen], { cwd, env: { ...own, UV_PROJECT_ENVIRONMENT: environment } });
}

/** Programs of other commands that make nothing which an installation reads. */
const HARMLESS = /^(?:apt-get|apt|apk|useradd|adduser|groupadd|addgroup|chown|chmod|mkdir|rm|cd|set|echo|true)$/;

/** Whether no other command has run before, which may have made what the installation needs. */
const isAlone = ({ stage, line }: InstallStep): boolean =>
  stage.steps.every(
    (step) =>
      step.does !== 'run' ||
      step.line >= line ||
      programsOf(step.command).every(({ words }) => readInstall(words) !== undefined || HARMLESS.test(words[0] ?? '')),
  );

function failed(step: InstallStep, stderr: string, isNetwork: boolean, place: Place): Finding {
  const command = `\`${quote(step.words.join(' '), 200)}\``;
  if (isNetwork) {
    const message = `${command} could not be tried out on this runner: ${head(uvReason(stderr), 8, 700)}`;
    const remedy = 'Give the runner access to the package index, or set preflight: static.';
    return warning('preflight-no-network', message, remedy, place);
  }
  const message = `The build of the image fails at ${command}, with the files that were copied by then.\n${head(uvReason(stderr))}`;
  const remedy = 'Copy what it needs before this line, or fix what uv reports.';
  const finding = error('image-install-failed', message, remedy, place);
  return isAlone(step) ? finding : { ...finding, level: 'warning' };
}
