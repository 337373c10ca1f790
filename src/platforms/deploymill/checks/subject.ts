import { join } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import type { Place } from '../../../findings/finding.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import type { Project } from '../../../project/project.ts';
import { readSource } from '../../../project/source/readable.ts';
import type { Dockerfile } from '../dockerfile/dockerfile.ts';
import { readDockerignore } from '../dockerfile/dockerignore.ts';
import { type InstallStep, installSteps } from '../dockerfile/install-steps.ts';
import { type StartCommand, type StartedProgram, startCommand, startedPrograms } from '../dockerfile/start-command.ts';
import type { ProjectFile } from '../project-file.ts';

export const DOCKERFILE = 'Dockerfile';

/** What the checks are given. */
export type Given = {
  readonly project: Project;
  readonly inputs: Pick<Inputs, 'mode'>;
  /** The files of the repository below the project's folder: tracked ones, and those that git would offer to add. */
  readonly files: readonly BundleFile[];
  /** `.deploymill/project.json`, where it could be read. */
  readonly file: ProjectFile | undefined;
};

/** A project with its Dockerfile, as far as the files tell how it is built and started. */
export type Subject = Given & {
  readonly dockerfile: Dockerfile;
  readonly workload: 'web' | 'worker';
  /** The paths that the build gets: without those that `.dockerignore` leaves out and those that git does not have. */
  readonly context: readonly string[];
  /** Whether `.dockerignore` leaves a path out. */
  isIgnored(path: string): boolean;
  readonly installs: readonly InstallStep[];
  readonly start: StartCommand | undefined;
  readonly programs: readonly StartedProgram[];
  /** The text of a file of the project. */
  read(path: string): string | undefined;
  /** A place in the Dockerfile. */
  at(line: number): Place;
  /** A place in another file of the project. */
  in(path: string, line?: number): Place;
};

export function subjectOf(given: Given, dockerfile: Dockerfile): Subject {
  const { project, files, file } = given;
  const byPath = new Map(files.map((one) => [one.path, one]));
  const read = (path: string) => {
    const found = byPath.get(path);
    return found && readSource(found);
  };
  // Docker prefers the one that is named after the Dockerfile.
  const isIgnored = readDockerignore(read('Dockerfile.dockerignore') ?? read('.dockerignore') ?? '');
  const context = files.flatMap(({ path, isUntracked }) => (isUntracked || isIgnored(path) ? [] : path));
  const start = startCommand(dockerfile, context);
  return {
    ...given,
    ...{ dockerfile, context, isIgnored, read, start, workload: file?.workload ?? 'web' },
    installs: installSteps(dockerfile, context),
    programs: start === undefined ? [] : startedPrograms(start, read),
    at: (line) => ({ file: dockerfile.shown, line }),
    in: (path, line = 1) => ({ file: project.shown(join(project.dir, path)), line }),
  };
}
