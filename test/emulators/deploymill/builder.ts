import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, posix } from 'node:path';
import { type Environment, uvEnvironment } from '../host/environment.ts';
import type { Interpreter } from '../host/interpreters.ts';
import type { Log } from '../host/logs.ts';
import type { Processes } from '../host/processes.ts';
import { formatVersion } from '../host/versions.ts';
import { applyDockerignore, copyInto, filesBelow, relocate } from './files.ts';
import { entriesOf, expand, type Instruction, listOf, readStages, type Stage } from './instructions.ts';

/** What a build has made: a folder that is the image's root, and how its program is started there. */
export type Image = {
  readonly root: string;
  readonly env: Environment;
  readonly cwd: string;
  /** What CMD and ENTRYPOINT start; a text is for a shell. */
  readonly command: readonly string[] | string;
  readonly port: number | undefined;
  /** The same for images that hold the same. */
  readonly digest: string;
};

export type BuilderDeps = {
  readonly processes: Processes;
  readonly interpreters: () => Promise<Interpreter[]>;
  readonly uv: string;
  readonly cacheDir: string;
};

/** Programs of a Debian image that change nothing that matters here. */
const NOTHING_TO_DO = ['apt-get', 'adduser', 'useradd', 'addgroup', 'groupadd', 'chown'];

/** Paths of the machine that commands share with all images. */
const SHARED = /^\/(?:bin\/(?:sh|bash)|dev|proc|usr\/bin|tmp)(?:\/|$)/;

/** A stage while it is built. */
type Building = {
  readonly root: string;
  env: Record<string, string>;
  workdir: string;
  cmd: string;
  entrypoint: string;
  port: number | undefined;
  /** Whether its base or a COPY brings uv. */
  hasUv: boolean;
};

/**
 * Builds a Dockerfile as far as Python projects need it. There is no container: the root of an image is a folder of this machine, in
 * which every absolute path of the Dockerfile lies, and its Python is an environment at `/usr/local`. Fails as BuildKit does: with the
 * line of the Dockerfile in the log, and an error.
 */
export const buildImage = async (context: string, root: string, log: Log, deps: BuilderDeps): Promise<Image> => {
  applyDockerignore(context);
  const { stages, globals } = readStages(readDockerfile(context));
  const built: { stage: Stage; building: Building }[] = [];
  for (const [index, stage] of stages.entries()) {
    const isLast = index === stages.length - 1;
    const folder = isLast ? root : `${root}-stage-${index}`;
    const before = built.find(({ stage: { name } }) => name !== '' && name === stage.base.toLowerCase());
    const building = await begin(stage, folder, before?.building, { globals, log, deps });
    for (const step of stage.steps) {
      log.write('build', `[${stage.name || index} ${step.line}] ${step.keyword} ${step.text}`);
      try {
        await apply(step, building, { context, built, globals, log, deps });
      } catch (error) {
        log.write('build', `Dockerfile:${step.line}`);
        log.write('build', `>>> ${step.keyword} ${step.text}`);
        log.write('build', `ERROR: failed to solve: ${(error as Error).message}`);
        throw error;
      }
    }
    built.push({ stage, building });
  }
  for (const { building } of built.slice(0, -1)) rmSync(building.root, { recursive: true, force: true });
  const last = built.at(-1)?.building;
  if (last === undefined) throw new Error('file with no instructions');
  return finish(last);
};

const readDockerfile = (context: string): string => {
  try {
    return readFileSync(join(context, 'Dockerfile'), 'utf8');
  } catch {
    throw new Error('failed to read dockerfile: open Dockerfile: no such file or directory');
  }
};

/** The minor of an official image of Python, or of uv's with a Python. */
const minorOf = (base: string): string | undefined =>
  /(?:^|\/)python:(\d\.\d+)|uv:[^:]*python(\d\.\d+)/.exec(base)?.slice(1).find(Boolean);

const begin = async (
  { base }: Stage,
  root: string,
  before: Building | undefined,
  { globals, log, deps }: Pick<Around, 'globals' | 'log' | 'deps'>,
): Promise<Building> => {
  mkdirSync(root, { recursive: true });
  if (before !== undefined) {
    const copied = copyInto(before.root, ['/'], root, true);
    relocate(copied, before.root, root);
    const env = Object.fromEntries(
      Object.entries(before.env).map(([name, text]) => [name, text.replaceAll(before.root, root)]),
    );
    return { ...before, root, env };
  }
  const minor = minorOf(expand(base, globals));
  const all = await deps.interpreters();
  const exact = all.find(({ version }) => formatVersion(version).startsWith(`${minor}.`));
  const found = exact ?? all[0];
  if (minor === undefined || found === undefined) throw new Error(`${base}: not found: manifest unknown`);
  const python = join(root, 'usr/local');
  await succeed(
    [deps.uv, 'venv', '--quiet', '--no-project', '--python', found.path, python],
    ...([root, uvEnvironment(), deps] as const),
  );
  // A machine without this Python stands in with another one, at the paths of this one.
  if (exact === undefined) {
    log.write(
      'build',
      `${base}: Python ${minor} is not on this machine, and ${formatVersion(found.version)} stands in.`,
    );
    symlinkSync(readdirSync(join(python, 'lib'))[0] ?? '', join(python, 'lib', `python${minor}`));
  }
  writeShims(root, deps.uv);
  const path = [join(root, 'usr/local/bin'), join(root, 'shims'), '/usr/bin', '/bin'].join(delimiter);
  return {
    root,
    env: { PATH: path },
    workdir: '/',
    cmd: '',
    entrypoint: '',
    port: undefined,
    hasUv: /\buv:/.test(base),
  };
};

const succeed = async (
  command: readonly string[],
  cwd: string,
  env: Environment,
  { processes }: Pick<BuilderDeps, 'processes'>,
  log?: Log,
) => {
  const quiet: Log = log ?? { id: '', write: () => {}, end: () => {} };
  const { code } = await processes.start(command, { cwd, env, log: quiet }).exited;
  if (code !== 0)
    throw new Error(`process "/bin/sh -c ${command.at(-1)}" did not complete successfully: exit code: ${code}`);
};

/** uv and pip install into the image's own Python. */
const writeShims = (root: string, uv: string): void => {
  const folder = join(root, 'shims');
  mkdirSync(folder, { recursive: true });
  const python = join(root, 'usr/local/bin/python');
  const shim = (name: string, text: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  shim(
    'uv',
    `n=$#; i=0\nwhile [ $i -lt $n ]; do a="$1"; shift; i=$((i+1))\n  case "$a" in --system) set -- "$@" --python '${python}';; *) set -- "$@" "$a";; esac\ndone\nexec '${uv}' "$@"`,
  );
  shim(
    'pip',
    `[ "$1" = install ] && shift\nexec '${uv}' pip install --python '${python}' $(for a in "$@"; do case "$a" in --no-cache-dir|--upgrade) ;; *) printf '%s ' "$a";; esac; done)`,
  );
  for (const name of NOTHING_TO_DO) shim(name, 'exit 0');
};

/** Absolute paths of the Dockerfile, in the image's folder. */
const located = (text: string, root: string): string =>
  text.replace(/(?<![\w.:/${}*~+-])\/(?!\/)[\w.@*+/-]*/g, (path) =>
    SHARED.test(path) || path === '/' ? path : root + path,
  );

type Around = {
  readonly context: string;
  readonly built: readonly { stage: Stage; building: Building }[];
  readonly globals: Record<string, string>;
  readonly log: Log;
  readonly deps: BuilderDeps;
};

const apply = async ({ keyword, text }: Instruction, building: Building, around: Around): Promise<void> => {
  const { root, env } = building;
  const inRoot = (path: string): string => join(root, path);
  switch (keyword) {
    case 'WORKDIR':
      building.workdir = posix.resolve(building.workdir, expand(text, env));
      mkdirSync(inRoot(building.workdir), { recursive: true });
      return;
    case 'ENV':
      for (const [name, value] of entriesOf(text)) env[name] = expand(located(value, root), env);
      return;
    case 'ARG':
      for (const [name = '', value] of [text.split('=', 2)]) env[name] ??= value ?? around.globals[name] ?? '';
      return;
    case 'COPY':
    case 'ADD':
      return copy(text, building, around);
    case 'RUN': {
      const script = located(text.replace(/--mount=\S+\s+/g, ''), root);
      const cwd = inRoot(building.workdir);
      const own = { ...env, UV_CACHE_DIR: around.deps.cacheDir, UV_PYTHON_DOWNLOADS: 'never', UV_LINK_MODE: 'copy' };
      mkdirSync(inRoot('/root'), { recursive: true });
      const lent = lend(text, cwd, around);
      await succeed(['/bin/sh', '-c', script], cwd, uvEnvironment(own), around.deps, around.log);
      for (const path of lent) rmSync(path, { recursive: true, force: true });
      return;
    }
    case 'CMD':
      building.cmd = text;
      return;
    case 'ENTRYPOINT':
      building.entrypoint = text;
      building.cmd = '';
      return;
    case 'EXPOSE':
      building.port = Number.parseInt(expand(text, env), 10) || undefined;
      return;
    default:
      return;
  }
};

/** Files of the context that `--mount=type=bind` lends to one command: where they are until it ends. */
const lend = (text: string, cwd: string, { context }: Around): string[] =>
  [...text.matchAll(/--mount=type=bind,source=([^,\s]+),target=([^,\s]+)/g)].map(([, source = '', target = '']) => {
    cpSync(join(context, source), join(cwd, target), { recursive: true });
    return join(cwd, target);
  });

const copy = (text: string, building: Building, { context, built }: Around): void => {
  const { root, env, workdir } = building;
  const from = /--from=(\S+)/.exec(text)?.[1];
  const bare = text.replace(/--\S+\s+/g, '');
  const words = (listOf(bare) ?? bare.split(/\s+/)).map((word) => expand(word, env));
  const target = words.pop() ?? '';
  const stage = built.find(
    ({ stage: { name } }, index) => from !== undefined && (name === from.toLowerCase() || String(index) === from),
  );
  // What other images bring, such as uv itself, is there already, until the image is finished.
  if (from !== undefined && stage === undefined) {
    building.hasUv ||= from.includes('/uv:');
    return;
  }
  const into = join(root, posix.resolve(workdir, target));
  const isFolder = /(?:^|\/)\.?$/.test(target) || words.length > 1;
  try {
    const copied = copyInto(stage?.building.root ?? context, words, into, isFolder);
    if (stage) relocate(copied, stage.building.root, root);
  } catch (error) {
    throw new Error(`failed to compute cache key: failed to calculate checksum of ref: ${(error as Error).message}`);
  }
};

const finish = ({ root, env, workdir, cmd, entrypoint, port, hasUv }: Building): Image => {
  if (!hasUv) rmSync(join(root, 'shims/uv'));
  if (cmd === '' && entrypoint === '') throw new Error('no command specified');
  const hash = createHash('sha256').update(JSON.stringify([cmd, entrypoint, port]));
  for (const path of filesBelow(root)) {
    if (
      path.startsWith('usr/local/') ||
      path.startsWith('shims/') ||
      /\.(?:pyc|lock)$|RECORD$|uv_cache\.json$/.test(path)
    )
      continue;
    try {
      hash.update(`${path}\0`).update(readFileSync(join(root, path), 'latin1').replaceAll(root, ''));
    } catch {
      hash.update(path); // a link to a folder
    }
  }
  mkdirSync(join(root, workdir), { recursive: true });
  const [first, rest] = [entrypoint || cmd, entrypoint === '' ? '' : cmd];
  const words = listOf(first);
  const command =
    words === undefined ? located(first, root) : [...words, ...(listOf(rest) ?? [])].map((word) => located(word, root));
  return { root, env, cwd: join(root, workdir), command, port, digest: `sha256:${hash.digest('hex')}` };
};
