import { posix } from 'node:path';
import { error, type Finding, notice, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { judgeRunCommand, listeningOf } from '../../../project/contract/run-command.ts';
import { at, isTable } from '../../../project/files/values.ts';
import { configuredServers, isPython, PROVIDERS, readRunCommand } from '../../shared/run-command.ts';
import { allSteps, type Step } from '../dockerfile/dockerfile.ts';
import { expand, type Variables } from '../dockerfile/expand.ts';
import { readInstall, valuesOf } from '../dockerfile/install-steps.ts';
import type { StartedProgram } from '../dockerfile/start-command.ts';
import { checkEntry, placeOf, type Started } from './entry.ts';
import { installsProject } from './installs.ts';
import { type Packages, packagesOf } from './packages.ts';
import type { Subject } from './subject.ts';

/** What starts when the container does, and where it listens. */
export function checkStart(subject: Subject): Finding[] {
  const { dockerfile, start, at: place } = subject;
  if (start === undefined) {
    const message = 'The last stage has neither CMD nor ENTRYPOINT, so the container starts nothing of yours.';
    const remedy = `Add a line such as \`CMD ["sh", "-c", "exec uvicorn app.main:app --host 0.0.0.0 --port \${PORT:-8000}"]\`.`;
    return [error('dockerfile-no-command', message, remedy, place(dockerfile.final.line))];
  }
  const packages = packagesOf(subject);
  const programs = startedIn(subject);
  return [
    ...[...checkForm(subject), ...checkExpose(subject), ...checkOutput(programs, subject)],
    ...programs.flatMap((one) => [
      ...[...checkInstalling(one, subject), ...checkListening(one, subject), ...checkProgram(one, subject, packages)],
      ...checkEntry(one, subject, packages),
    ]),
  ];
}

/** The programs that are started, each with its command read: what is written, its paths taken off the programs' names. */
export const startedIn = ({ programs }: Subject): Started[] =>
  programs.flatMap((program) => {
    // A list with all words in one is reported as such.
    if (/\s/.test(program.words[0] ?? '')) return [];
    const words = program.words.map((word) => known(word, program));
    const run = readRunCommand(words.map((word, index) => (index === 0 ? bare(word) : quoted(word))).join(' '));
    return { program, run };
  });

/** `/app/.venv/bin/uvicorn` as `uvicorn`; a path of the project stays. */
const bare = (word: string): string => word.replace(/^.*\/bin\/([^/]+)$/, '$1');
const quoted = (word: string): string => (/\s/.test(word) ? `"${word}"` : word);

/** A word with the values that are known; a variable that only the platform knows stays as it is. */
function known(word: string, { env, hasShell }: StartedProgram): string {
  if (!hasShell) return word;
  const open = [...word.matchAll(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g)].map(([, braced, plain]) => braced ?? plain ?? '');
  return expand(word, new Map([...open.map((name) => [name, `$${name}`] as const), ...env]));
}

/** Lists that are none, and variables that no shell puts in. */
function checkForm({ start, at: place }: Subject): Finding[] {
  if (start === undefined) return [];
  const { command, text, line } = start;
  const form = 'Write `["sh", "-c", "exec …"]`, with double quotes.';
  if (command.form === 'shell') {
    if (!/^\s*\[.*\]\s*$/.test(command.script)) return [];
    const message = `${quote(text, 120)} looks like a list but is not valid JSON: a shell looks for a program called '['.`;
    return [error('command-form', message, form, place(line))];
  }
  const { argv } = command;
  const [program = ''] = argv;
  if (argv.length === 1 && /\s/.test(program.trim())) {
    const message = `The list has one word, so a program is looked for that is called '${quote(program, 120)}'.`;
    return [error('command-form', message, 'Write each word on its own: `["uvicorn", "app.main:app"]`.', place(line))];
  }
  const isShell = argv.some(
    (word, index) => /^-\w*c$/.test(word) && argv.slice(0, index).some((one) => /(?:^|\/)(?:ba|da|a|z)?sh$/.test(one)),
  );
  const variable = isShell
    ? undefined
    : argv.map((word) => /\$\{?[A-Za-z_]\w*[^}\s]*\}?/.exec(word)?.[0]).find(Boolean);
  if (variable === undefined) return [];
  const message = `The start command names ${quote(variable)}, but no shell runs a list: it stays as it is written.`;
  const remedy = `Write \`["sh", "-c", "exec ${quote(argv.join(' '), 160)}"]\`.`;
  return [error('command-variable', message, remedy, place(line))];
}

/** The ports of EXPOSE, as numbers. */
export function exposedPorts({ dockerfile }: Pick<Subject, 'dockerfile'>): { port: number; line: number }[] {
  return exposes(dockerfile.final).flatMap(({ ports, line }) =>
    ports.flatMap((text) => (/^\d+(?:\/tcp)?$/i.test(text) ? { port: Number.parseInt(text, 10), line } : [])),
  );
}

const exposes = (stage: Subject['dockerfile']['final']): (Step & { does: 'expose' })[] =>
  allSteps(stage).filter((step): step is Step & { does: 'expose' } => step.does === 'expose');

function checkExpose(subject: Subject): Finding[] {
  const { dockerfile, start, workload, file, at: place } = subject;
  const [first] = exposes(dockerfile.final);
  if (workload === 'worker') {
    if (first === undefined) return [];
    const message = 'A worker has no port: nothing reaches what EXPOSE names.';
    return [warning('expose-worker', message, 'Remove EXPOSE, or write "workload": "web".', place(first.line))];
  }
  if (first === undefined) {
    const message = 'The Dockerfile has no EXPOSE, and deploymill routes to the port that it names.';
    const remedy = `Add \`EXPOSE ${file?.port ?? 8000}\` to the last stage.`;
    return [error('expose-missing', message, remedy, place(start?.line ?? dockerfile.final.line))];
  }
  const ports = exposedPorts(subject);
  const [own] = ports;
  if (own === undefined || file?.port === undefined || ports.some(({ port }) => port === file.port)) return [];
  const message = `\`port\` is ${file.port}, and EXPOSE is ${own.port} (${dockerfile.shown}:${own.line}): deploymill routes to ${file.port}, so both must be the same.`;
  const remedy = `Write "port": ${own.port}, or \`EXPOSE ${file.port}\`.`;
  return [error('project-port', message, remedy, { file: file.shown, line: file.lineOf('port') })];
}

/** Where a server listens, against EXPOSE. */
function checkListening({ program, run }: Started, subject: Subject): Finding[] {
  const { workload, file, start } = subject;
  if (workload === 'worker' || start === undefined) return [];
  const ports = exposedPorts(subject);
  const has = (path: string) => start.files.has(`${start.workdir}/${path}`);
  const variables = [...program.env.keys()].filter((name) => name !== 'PORT');
  const portText = program.hasShell ? `\${PORT:-${ports[0]?.port ?? 8000}}` : undefined;
  const command = {
    ...{ text: run.text, hasShell: true, configured: configuredServers(run, variables, has) },
    ...(portText !== undefined && { portText }),
    ...placeOf(program, subject),
  };
  const listening = listeningOf({ ...command, port: ports[0]?.port ?? 8000 });
  if (listening === undefined) return [];
  const own = Number(listening.port);
  const wanted = ports.find(({ port }) => port === own) ?? ports[0];
  const findings = judgeRunCommand({ ...command, port: wanted?.port ?? file?.port ?? own });
  const isFixed = /^\d+$/.test(listening.port) && !program.words.some((word) => /\$\{?PORT\b/.test(word));
  if (findings.length > 0 || !isFixed || program.env.has('PORT')) return findings;
  const message = `${listening.name} always listens on port ${own}; deploymill sets PORT, and its newer templates listen on that.`;
  const option = listeningOf({ ...command, port: own, portText: `\${PORT:-${own}}` })?.wanted.port ?? '';
  const remedy = program.hasShell
    ? `Write \`${option}\` in the command.`
    : `Write \`["sh", "-c", "exec … ${option}"]\`.`;
  return [notice('port-fixed', message, remedy, placeOf(program, subject))];
}

const INSTALLERS =
  /^(?:(?:apt|apt-get|apk|dnf|yum|conda|mamba|pipx|npm|pnpm|yarn) (?:-\S+ )*(?:install|add|i)|poetry install|pdm (?:install|sync)|pipenv (?:install|sync)|corepack|playwright install|uv (?:tool|python) install)\b/;

/** What is installed at each start: the file system is read-only, and the network closed. */
function checkInstalling({ program, run }: Started, subject: Subject): Finding[] {
  const words = program.words.map(bare);
  const place = placeOf(program, subject);
  if (
    (readInstall(words)?.by ?? 'export') !== 'export' ||
    INSTALLERS.test(words.join(' ').replace(/^python\d? -m /, ''))
  ) {
    const message = `\`${quote(words.join(' '), 120)}\` installs at each start; on deploymill the file system is read-only and the network may be closed, so the container ends again and again.`;
    return [
      error('start-installs', message, 'Install in a RUN of the Dockerfile, and only start the app here.', place),
    ];
  }
  if (run.by !== 'uv' || !hasUv(subject)) return [];
  const shown = `\`${quote(words.join(' '), 120)}\``;
  if (!run.uvOptions.includes('--no-sync') && !program.env.get('UV_NO_SYNC')) {
    const message = `${shown} has uv change the environment at each start, and the file system is read-only there.`;
    const remedy = 'Start the program in .venv/bin; or write `uv run --no-sync --no-cache`.';
    return [warning('command-sync', message, remedy, place)];
  }
  if (hasCachePlace(run.uvOptions, program.env, subject)) return [];
  const message = `${shown} has uv write to its cache at each start, and the file system is read-only there.`;
  return [warning('command-sync', message, 'Start the program in .venv/bin; or add `ENV UV_NO_CACHE=1`.', place)];
}

/** Whether uv has no cache, or one that a container may write to: in /tmp, which is in memory there, or in a volume. */
function hasCachePlace(options: readonly string[], env: Variables, { file }: Subject): boolean {
  if (options.some((one) => ['--no-cache', '-n', '--no-cache-dir'].includes(one)) || env.get('UV_NO_CACHE'))
    return true;
  const folders = ['/tmp', ...(file?.mounts ?? []).map(({ mountPath }) => posix.resolve(mountPath))];
  const places = [
    env.get('UV_CACHE_DIR') ?? env.get('XDG_CACHE_HOME') ?? env.get('HOME'),
    ...valuesOf(options, '--cache-dir'),
  ];
  const place = places.at(-1);
  return place !== undefined && folders.some((folder) => `${posix.resolve(place)}/`.startsWith(`${folder}/`));
}

/** Whether the program that is started is in the image. */
function checkProgram({ program, run }: Started, subject: Subject, packages: Packages): Finding[] {
  const { project, start } = subject;
  const provider = PROVIDERS[run.program];
  const { pyproject } = project;
  const place = placeOf(program, subject);
  if (provider !== undefined && !packages.installed.has(provider)) {
    const aside = packages.aside.get(provider);
    const name = quote(run.program);
    if (aside) {
      const key =
        aside.kind === 'group' ? `dependency-groups.${aside.name}` : `project.optional-dependencies.${aside.name}`;
      const message = `${name} is started by the Dockerfile, and only the ${aside.kind} '${quote(aside.name)}' asks for it, which the image does not have: ModuleNotFoundError at startup.`;
      const remedy = `Run \`uv add ${provider}\`, so that [project] dependencies list it.`;
      const code = aside.kind === 'group' ? 'import-dev-only' : 'import-extra-only';
      return [error(code, message, remedy, { file: pyproject?.shown, line: pyproject?.lineOf(key) })];
    }
    const message = `${name} is started by the Dockerfile, and no package that it installs brings ${provider}.`;
    const remedy = provider === 'fastapi-cli' ? 'Run `uv add "fastapi[standard]"`.' : `Run \`uv add ${provider}\`.`;
    const list = { file: pyproject?.shown, line: pyproject?.lineOf('project.dependencies') };
    return [(packages.isOpen ? warning : error)('command-program', message, remedy, list)];
  }
  const scripts = at(pyproject?.data, 'project', 'scripts');
  if (
    isTable(scripts) &&
    Object.hasOwn(scripts, run.program) &&
    !subject.installs.some((step) => installsProject(step, subject))
  ) {
    const message = `${quote(run.program)} is one of [project.scripts], which the image does not have: the Dockerfile does not install the project.`;
    const remedy =
      'Run `uv sync` without `--no-install-project` behind the COPY of the source; uv needs a [build-system] for it.';
    return [error('command-program', message, remedy, place)];
  }
  if (run.by !== 'uv' || hasUv(subject) || start === undefined) return [];
  const message = 'The Dockerfile starts uv, and the last stage does not have it.';
  const remedy = 'Start the program in .venv/bin, or add `COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/`.';
  return [error('command-program', message, remedy, place)];
}

/** Whether the image may have uv: only an official image of Python is known not to. */
function hasUv({ dockerfile }: Subject): boolean {
  const { final } = dockerfile;
  if (!/(?:^|\/)python:/.test(final.image)) return true;
  return allSteps(final).some((step) => {
    if (step.does === 'run') return /\buv\b/.test(step.text);
    return (
      step.does === 'copy' &&
      step.copy.sources.some((source) => /\buvx?$|\/(?:usr\/local\/)?bin\/?$|^\/(?:usr)?$/.test(source))
    );
  });
}

/** What a worker prints has to get out at once. */
function checkOutput(programs: readonly Started[], { workload, start, at: place }: Subject): Finding[] {
  if (workload !== 'worker' || start === undefined || start.env.get('PYTHONUNBUFFERED')) return [];
  const runsPython = programs.filter(
    ({ run, program }) => isPython(run.program) || run.isModule || program.words.some((word) => word.endsWith('.py')),
  );
  const isUnbuffered = ({ program }: Started) =>
    program.env.get('PYTHONUNBUFFERED') || program.words.some((word) => /^-[a-zA-Z]*u[a-zA-Z]*$/.test(word));
  if (runsPython.length === 0 || runsPython.every(isUnbuffered)) return [];
  const message =
    'What the worker prints stays in a buffer, so its log looks empty, and deploymill sees no sign of life.';
  return [warning('output-buffered', message, 'Add `ENV PYTHONUNBUFFERED=1` to the last stage.', place(start.line))];
}
