import { posix } from 'node:path';
import { allSteps, type Command, type Dockerfile, programsOf, type Step } from './dockerfile.ts';
import type { Variables } from './expand.ts';
import { type Image, imageOf } from './image.ts';
import { commandsIn } from './shell.ts';

/** What the container runs, where, and with what of the build context. */
export type StartCommand = {
  /** The words as the container runtime gets them; a command without a list is `/bin/sh -c …`. */
  readonly argv: readonly string[];
  /** The command as it is written, behind CMD or ENTRYPOINT. */
  readonly text: string;
  readonly command: Command;
  /** The line of CMD, or of ENTRYPOINT where that alone says it. */
  readonly line: number;
  readonly env: Variables;
  /** Absolute. */
  readonly workdir: string;
  /** Empty where the Dockerfile names none. */
  readonly user: string;
  readonly files: Image;
};

/** A program that is started when the container starts, and where that is written. */
export type StartedProgram = {
  /** Variables stay as they are written. */
  readonly words: readonly string[];
  /** What the image and the command set. */
  readonly env: Variables;
  /** Whether a shell puts variables in. */
  readonly hasShell: boolean;
  /** The path of a script in the build context; absent for the Dockerfile. */
  readonly script: string | undefined;
  readonly line: number;
};

const argvOf = (command: Command): readonly string[] =>
  command.form === 'exec' ? command.argv : ['/bin/sh', '-c', command.script];

/**
 * ENTRYPOINT and CMD as the runtime puts them together: CMD is added to an ENTRYPOINT that is a list, and has no effect on one that is
 * not; an ENTRYPOINT takes away the CMD of the stage that its own goes on from (Dockerfile reference). `context`: the paths that the build gets.
 */
export function startCommand({ final }: Dockerfile, context: readonly string[]): StartCommand | undefined {
  let entrypoint: (Step & { does: 'cmd' | 'entrypoint' }) | undefined;
  let cmd: typeof entrypoint;
  for (const step of allSteps(final)) {
    if (step.does === 'cmd') cmd = step;
    else if (step.does === 'entrypoint') {
      entrypoint = step;
      if (cmd && cmd.stage !== step.stage) cmd = undefined;
    }
  }
  const main = cmd ?? entrypoint;
  const last = allSteps(final).at(-1);
  if (main === undefined || last === undefined) return undefined;
  const { env, workdir, user } = last;
  const place = { line: main.line, env, workdir, user, files: imageOf(final, context) };
  if (entrypoint === undefined || cmd === undefined) {
    return isEmpty(main.command)
      ? undefined
      : { ...place, argv: argvOf(main.command), text: main.text, command: main.command };
  }
  if (entrypoint.command.form === 'shell') {
    const { command, text, line } = entrypoint;
    return { ...place, line, argv: argvOf(command), text, command };
  }
  const argv = [...entrypoint.command.argv, ...argvOf(cmd.command)];
  const text = `${entrypoint.text} ${cmd.text}`;
  return argv.length === 0 ? undefined : { ...place, argv, text, command: { form: 'exec', argv } };
}

const isEmpty = (command: Command): boolean =>
  command.form === 'exec' ? command.argv.length === 0 : command.script.trim() === '';

const SHELL = /^(?:.*\/)?(?:ba|da|a)?sh$/;
const DEPTH = 3;

/** The programs that the start command starts; those of a script of the build context in its place. `read` answers a script's text. */
export function startedPrograms(start: StartCommand, read: (path: string) => string | undefined): StartedProgram[] {
  const programs = programsOf(start.command).map(
    ({ words, env, hasShell }): StartedProgram => ({
      ...{ words, hasShell, line: start.line, script: undefined },
      env: new Map([...start.env, ...env]),
    }),
  );
  return programs.flatMap((program) => withScripts(program, start, read, DEPTH));
}

function withScripts(
  program: StartedProgram,
  start: StartCommand,
  read: (path: string) => string | undefined,
  depth: number,
): StartedProgram[] {
  const [first = '', second = ''] = program.words;
  const isRunByShell = SHELL.test(first) && !second.startsWith('-');
  const path = isRunByShell ? second : first;
  const file = path.includes('/') || isRunByShell ? start.files.get(posix.resolve(start.workdir, path)) : undefined;
  const text = file === undefined || path.endsWith('.py') ? undefined : read(file.source);
  if (file === undefined || text === undefined || depth === 0 || /^#!.*python/.test(text)) return [program];
  const args = program.words.slice(isRunByShell ? 2 : 1);
  return commandsIn(text).flatMap(({ words, env, line }) =>
    withScripts(
      {
        words: words.flatMap((word) => (word === '$@' || word === '$*' ? args : word)),
        env: new Map([...program.env, ...env]),
        ...{ hasShell: true, script: file.source, line: line + 1 },
      },
      start,
      read,
      depth - 1,
    ),
  );
}
