import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { copyFiles } from '../../bundle/copy.ts';
import { error, type Finding, warning } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { head, quote, tail } from '../../findings/text.ts';
import type { ImageRun } from '../../platforms/plan.ts';
import type { Docker } from '../../ports/docker.ts';
import type { Deps } from '../../report/deps.ts';
import { freePort } from './port.ts';
import type { Outcome } from './probe.ts';
import { type Program, startProgram } from './process.ts';
import { conclude, follow } from './trial.ts';
import { filesIn, type TrialSubject } from './verdict.ts';

type ImageSubject = Pick<TrialSubject, 'inputs' | 'project' | 'plan' | 'folder'> & { readonly image: ImageRun };

/** Registries and indexes that can't be reached, or do not serve this runner now. */
const NETWORK =
  /failed to resolve source metadata|failed to do request|no such host|i\/o timeout|connection refused|TLS handshake|toomanyrequests|dns error|Failed to fetch/i;
/** Docker's own exit code for what it could not begin (https://docs.docker.com/reference/cli/docker/container/run/). */
const NOT_RUN = 125;
/** What older dockers, and those without BuildKit, answer to mounts and heredocs. The checks know the instructions that nobody knows. */
const TOO_OLD = /requires BuildKit|buildx component is missing|unknown instruction:/i;
/** Containers and images are removed after the step was cancelled, too. */
const CLEAN_MS = 5_000;

/** Builds the image as the platform does, from the committed files, and starts it with the platform's limits. */
export async function tryContainer(subject: ImageSubject, docker: Docker, deps: Deps): Promise<readonly Finding[]> {
  const { image, folder } = subject;
  const { host, signal } = deps;
  const tag = `uv-deploy-${randomUUID()}`;
  const context = join(folder, 'context');
  await copyFiles(image.context, context, signal);
  try {
    const build = await docker.run(['build', '--tag', tag, context]);
    if (build.exitCode === NOT_RUN || TOO_OLD.test(build.stderr)) {
      return [untried(`Docker could not build the image here: ${quote(redact(build.stderr).trim(), 500)}`)];
    }
    if (build.exitCode !== 0) {
      const log = redact(`${build.stdout}\n${build.stderr}`.trim());
      host.info('The end of the build’s output:');
      host.quoted(tail(log, 40, 6000));
      return [notBuilt(log, image)];
    }
    host.info('The image builds.');
    return await run(tag, subject, docker, deps);
  } finally {
    await remove(docker, ['image', 'rm', '--force', tag]);
  }
}

const remove = (docker: Docker, args: readonly string[]) =>
  docker.run(args, AbortSignal.timeout(CLEAN_MS)).catch(() => undefined);

function notBuilt(log: string, image: ImageRun): Finding {
  if (!NETWORK.test(log)) return image.explain(log);
  const line = log.split('\n').findLast((text) => NETWORK.test(text)) ?? '';
  const message = `The image could not be built on this runner: ${head(quote(line.trim(), 500), 3, 500)}`;
  const remedy = 'Let the runner reach the registries and package indexes, or set preflight: static.';
  return warning('preflight-no-network', message, remedy);
}

async function run(tag: string, subject: ImageSubject, docker: Docker, deps: Deps): Promise<readonly Finding[]> {
  const { image, inputs, plan } = subject;
  const port = image.port === undefined ? 0 : await freePort();
  const published =
    image.port === undefined ? [] : ['--publish', `127.0.0.1:${port}:${image.port}`, '--env', `PORT=${image.port}`];
  // Values go by the environment, where no list of processes shows them.
  const named = inputs.env.flatMap(({ name }) => ['--env', name]);
  const args = ['run', '--rm', '--name', tag, ...image.limits, ...published, ...named, tag];
  const values = Object.fromEntries(inputs.env.map(({ name, value }) => [name, value]));
  const program = startProgram(['docker', ...args], { cwd: subject.folder, env: { ...values, ...docker.env } });
  const tried = {
    ...{ ...subject, environment: '/usr/local', bundle: join('/', plan.tree?.cwd ?? '') },
    files: plan.tree ? filesIn(plan.tree) : [],
  };
  try {
    const trial = { program, port, subject: tried };
    const outcome = await follow({ ...trial, isContained: true }, deps);
    return notRun(outcome, program) ?? unreached(outcome, image, deps) ?? (await conclude(trial, outcome, deps));
  } finally {
    await remove(docker, ['rm', '--force', tag]);
    await program.stop();
  }
}

/** The container has not begun, which is not the app's doing. */
function notRun(outcome: Outcome, program: Program): Finding[] | undefined {
  if (outcome.is !== 'ended' || outcome.exit.code !== NOT_RUN) return undefined;
  return [
    untried(
      `The image builds, but docker could not start a container from it here: ${quote(redact(program.log()).trim(), 500)}`,
    ),
  ];
}

const untried = (message: string): Finding =>
  warning('image-untried', message, 'Set preflight: start, which needs no docker.');

/** From outside, a container whose app listens where nobody reaches it looks like one that does not listen. */
function unreached(outcome: Outcome, { port }: ImageRun, { host }: Deps): Finding[] | undefined {
  if (outcome.is !== 'unhealthy' || outcome.health.results.at(-1)?.status !== 0) return undefined;
  host.info('The container runs but does not answer.');
  const message = `Nothing answers on port ${port} of the container, whose program keeps running: it listens on localhost only, on another port, or not at all.`;
  return [error('start-wrong-address', message, 'Listen on host 0.0.0.0 and on the port in the variable PORT.')];
}
