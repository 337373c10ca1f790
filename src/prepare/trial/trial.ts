import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFiles } from '../../bundle/copy.ts';
import { type Finding, notice } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { head, quote, tail } from '../../findings/text.ts';
import { type Uv, uvReason } from '../../ports/uv.ts';
import type { Deps } from '../../report/deps.ts';
import { confine } from './confine.ts';
import { freePort } from './port.ts';
import { type Outcome, tryOut, watchOver } from './probe.ts';
import { type Program, startProgram } from './process.ts';
import { pythonOf, surroundings } from './process-env.ts';
import { tryTask } from './task-imports.ts';
import { asOnServer, filesIn, judgeOutcome, type TrialSubject } from './verdict.ts';

const HOST = '127.0.0.1';
const LOG_LINES = 40;

/**
 * Starts the app on this machine as the platform would, in a copy of its bundle, and asks its health paths; of a task, only its file
 * and its imports are tried. What would fail on the server fails here, with the line of the project that failed.
 */
export async function tryStart(given: TrialSubject, uv: Uv, deps: Deps): Promise<readonly Finding[]> {
  const { plan, inputs, folder, environment } = given;
  const file = plan.start?.file.endsWith('.py') ? plan.start.file : undefined;
  if (plan.launch === undefined || (plan.kind === 'task' && file === undefined)) {
    return [untried(`${quote(plan.contentType)} can't be started on a runner`)];
  }
  const subject = await layOut(given, deps.signal);
  const missing = await installLaunch(subject, uv);
  if (missing) return [missing];
  const python = pythonOf(environment);
  const port = await freePort();
  const launch =
    plan.kind === 'task' && file
      ? { command: tryTask(python, file), env: {} }
      : plan.launch({ python, host: HOST, port });
  const env = {
    ...(await surroundings(environment, folder, inputs.env, deps.environment)),
    ...(plan.kind === 'app' && plan.watchMs === undefined && { PORT: String(port) }),
    ...launch.env,
  };
  const confined = plan.tree && (await confine(given.bundle, plan.tree, folder, deps));
  const [first = launch.command[0], ...words] = [...(confined?.prefix ?? []), ...launch.command];
  const program = startProgram([first, ...words], { cwd: subject.bundle, env });
  const trial = { program, port, subject };
  try {
    return await conclude(trial, await follow(trial, deps), deps);
  } finally {
    // Nothing else has to wait until the app has closed down.
    const closed = program.stop().then(() => confined?.release());
    deps.atEnd(() => closed);
  }
}

/** Copies the files to where the app finds them, and answers what is tried by its real paths, which the program sees. */
async function layOut(given: TrialSubject, signal: AbortSignal): Promise<TrialSubject> {
  const { tree } = given.plan;
  await copyFiles(tree?.files ?? given.files, given.bundle, signal);
  const cwd = join(given.bundle, tree?.cwd ?? '');
  await mkdir(cwd, { recursive: true });
  const [root, bundle] = [await realpath(given.bundle), await realpath(cwd)];
  return { ...given, root, bundle, ...(tree && { files: filesIn(tree) }) };
}

async function installLaunch(subject: TrialSubject, uv: Uv): Promise<Finding | undefined> {
  const { plan, environment, bundle } = subject;
  const { launchPackages = [] } = plan;
  if (launchPackages.length === 0) return undefined;
  const install = ['pip', 'install', '--python', environment, ...launchPackages];
  const { exitCode, stderr } = await uv.run(install, { cwd: bundle });
  if (exitCode === 0) return undefined;
  const why = head(asOnServer(redact(uvReason(stderr)), subject), 3, 300);
  const what = `${launchPackages.join(' and ')}, which the server starts it with, can't be installed here`;
  return untried(`The start was not tested: ${what} (${why})`);
}

type Trial = { readonly program: Program; readonly port: number; readonly subject: TrialSubject };

/** Sees how a program fares that was started for a plan. */
export function follow(
  { program, port, subject, isContained = false }: Trial & { readonly isContained?: boolean },
  deps: Deps,
): Promise<Outcome> {
  const { inputs, plan } = subject;
  if (plan.watchMs !== undefined) return watchOver({ program, watchMs: plan.watchMs }, deps);
  if (plan.kind === 'task') return awaitEnd(program, inputs.healthCheckTimeoutMs, deps);
  return tryOut(
    {
      ...{ program, port, isContained, paths: plan.healthPaths, limitMs: inputs.healthCheckTimeoutMs },
      ...{ choosesPort: plan.start?.listens ?? false, gate: plan.gate },
    },
    { ...deps, say: deps.host.info },
  );
}

/** What is to be reported of that; the log gets the end of what the program has printed where it failed. */
export async function conclude(
  { program, port, subject }: Trial,
  outcome: Outcome,
  { host }: Deps,
): Promise<readonly Finding[]> {
  const { plan } = subject;
  const findings = judgeOutcome(outcome, program, port, subject);
  if (outcome.is === 'healthy' && !findings.some(({ level }) => level === 'error')) host.info(well(plan));
  if (findings.some(({ level }) => level === 'error')) {
    host.info('The end of the app’s output:');
    host.quoted(tail(logOf(program, subject) || '(nothing)', LOG_LINES, 6000));
  }
  return findings;
}

function well({ kind, start, watchMs }: TrialSubject['plan']): string {
  if (watchMs !== undefined) return `The worker still runs after ${watchMs / 1000} s, and prints.`;
  return kind === 'task' ? `${start?.file} and what it imports load.` : 'The app starts and is healthy on this runner.';
}

const untried = (why: string): Finding =>
  notice('start-untried', `${why}; only its installation was tested.`, 'Set preflight: sync to silence this.');

async function awaitEnd(program: Program, limitMs: number, { clock, signal }: Deps): Promise<Outcome> {
  const late = new AbortController();
  const over = AbortSignal.any([signal, late.signal]);
  const ended = program.ended.finally(() => late.abort(new Error('ended')));
  await clock.sleep(limitMs, over).catch((error: unknown) => {
    if (signal.aborted) throw error;
  });
  const exit = program.exit() ?? (late.signal.aborted ? await ended : undefined);
  if (exit === undefined) return { is: 'silent' };
  return exit.code === 0 ? { is: 'healthy' } : { is: 'ended', exit };
}

/** What the program printed, without secrets, and with paths as the project has them. */
const logOf = (program: Program, subject: TrialSubject): string => asOnServer(redact(program.log()), subject);
