import { join } from 'node:path';
import { isEnvFile } from '../../../bundle/left-out.ts';
import { error, type Finding, notice, warning } from '../../../findings/finding.ts';
import type { StartContract } from '../../../project/contract/start-contract.ts';
import { readDockerfile } from '../dockerfile/dockerfile.ts';
import { PROJECT_FILE } from '../project-file.ts';
import { checkContents } from './contents.ts';
import { contractOf } from './entry.ts';
import { checkInstalls } from './installs.ts';
import { checkPython } from './python.ts';
import { checkRoutes } from './routes.ts';
import { checkSecrets } from './secrets.ts';
import { checkStart, exposedPorts, startedIn } from './start.ts';
import { DOCKERFILE, type Given, type Subject, subjectOf } from './subject.ts';

/** What the files tell of how the platform builds and starts a project. */
export type Contract = {
  readonly findings: readonly Finding[];
  /** Absent where there is no Dockerfile that can be read. */
  readonly subject?: Subject;
  /** How the app is started, for what its source tells; absent where the Dockerfile does not say. */
  readonly start?: StartContract;
  /** Whether the image has a file of the repository. */
  holds(path: string): boolean;
};

/**
 * What the platform's build, or its gate after a deployment, would stumble on: the Dockerfile, and how it fits `project.json`,
 * pyproject.toml and the source. Nothing is run.
 */
export async function readContract(given: Given): Promise<Contract> {
  const { project, files } = given;
  const nothing = { holds: () => true };
  const others = files.some(({ path }) => path === 'deploymill.json') ? [templateManifest(given)] : [];
  const text = project.read(DOCKERFILE);
  if (text === undefined) return { ...nothing, findings: [missing(given), ...others] };
  if ('level' in text) return { ...nothing, findings: [text, ...others] };
  const dockerfile = await readDockerfile(text);
  if (dockerfile === undefined) {
    const message = `${text.shown} has no FROM, so nothing can be built from it.`;
    const remedy = 'Begin it with a line such as `FROM python:3.13-slim`.';
    const finding = error('dockerfile-invalid', message, remedy, { file: text.shown, line: 1 });
    return { ...nothing, findings: [finding, ...others] };
  }
  const subject = subjectOf(given, dockerfile);
  const start = contractOf(startedIn(subject), subject, exposedPorts(subject)[0]?.port ?? given.file?.port);
  const held = new Set([...(subject.start?.files.values() ?? [])].map(({ source }) => source));
  return {
    subject,
    ...(start && { start }),
    // What custom keeps secrets in is never read, whatever the image has.
    holds: (path) => held.has(path) && !isEnvFile(path),
    findings: [
      ...[...others, ...checkProjectFile(given)],
      ...[...checkContents(subject), ...checkPython(subject), ...checkSecrets(subject), ...checkInstalls(subject)],
      ...[...checkStart(subject), ...(await checkRoutes(subject, start?.file))],
    ],
  };
}

function missing({ project }: Given): Finding {
  const message = `There is no ${project.shown(join(project.dir, DOCKERFILE))}: deploymill builds only from a Dockerfile at the root of the repository.`;
  const remedy = 'Add one; https://docs.astral.sh/uv/guides/integration/docker/ shows one for a project with uv.lock.';
  const file = project.shown(join(project.dir, 'pyproject.toml'));
  return error('dockerfile-missing', message, remedy, { file, line: 1 });
}

/** An organisation's own templates have this file, too. */
function templateManifest({ project }: Given): Finding {
  const file = project.shown(join(project.dir, 'deploymill.json'));
  const message = `${file} describes a template for new apps; deploymill does not read it in the repository of an app.`;
  const remedy = `Remove it, and describe the app in ${PROJECT_FILE}.`;
  return warning('template-manifest', message, remedy, { file, line: 1 });
}

function checkProjectFile({ project, inputs }: Given): Finding[] {
  if (project.read(PROJECT_FILE) !== undefined) return [];
  const message = `There is no ${PROJECT_FILE}: port, health path and domains can't be compared with the Dockerfile.`;
  const remedy = 'Commit the file that `start_project` or `import_repo` has written for the app.';
  const place = { file: project.shown(join(project.dir, DOCKERFILE)), line: 1 };
  const finding = notice('project-json-missing', message, remedy, place);
  return [inputs.mode === 'deploy' ? { ...finding, level: 'warning' } : finding];
}
