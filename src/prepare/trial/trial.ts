import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { copyFiles } from '../../bundle/copy.ts';
import { type Finding, notice } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { head, quote, tail } from '../../findings/text.ts';
import { type Uv, uvReason } from '../../ports/uv.ts';
import type { Deps } from '../../report/deps.ts';
import { freePort } from './port.ts';
import { type Outcome, tryOut } from './probe.ts';
import { type Program, startProgram } from './process.ts';
import { pythonOf, surroundings } from './process-env.ts';
import { tryTask } from './task-imports.ts';
import { judgeOutcome, type TrialSubject } from './verdict.ts';

const HOST = '127.0.0.1';
const LOG_LINES = 40;

/**
 * Starts the app on this machine as the platform would, in a copy of its bundle, and asks its health paths; of a task, only its file
 * and its imports are tried. What would fail on the server fails here, with the line of the project that failed.
 */
export async function tryStart(given: TrialSubject, uv: Uv, deps: Deps): Promise<readonly Finding[]> {
  const { plan, files, inputs, folder, environment } = given;
  const { host, signal } = deps;
  const file = plan.start?.file.endsWith('.py') ? plan.start.file : undefined;
  if (plan.launch === undefined || (plan.kind === 'task' && file === undefined)) {
    return [untried(`How ${quote(plan.contentType)} is started can't be tried out on a runner`)];
  }
  await copyFiles(files, given.bundle, signal);
  const { launchPackages = [] } = plan;
  if (launchPackages.length > 0) {
    const install = ['pip', 'install', '--python', environment, ...launchPackages];
    const { exitCode, stderr } = await uv.run(install, { cwd: given.bundle });
    if (exitCode !== 0) {
      const what = `${launchPackages.join(' and ')}, with which the server starts it, can't be installed here`;
      return [untried(`The start was not tried out: ${what} (${head(uvReason(stderr), 3, 300)})`)];
    }
  }
  // The program sees real paths.
  const bundle = await realpath(given.bundle);
  const subject = { ...given, bundle };
  const python = pythonOf(environment);
  const port = await freePort();
  const launch =
    plan.kind === 'task' && file
      ? { command: tryTask(python, file), env: {} }
      : plan.launch({ python, host: HOST, port });
  const env = {
    ...(await surroundings(environment, folder, inputs.env, deps.environment)),
    ...(plan.kind === 'app' && { PORT: String(port) }),
    ...launch.env,
  };
  const program = startProgram(launch.command, { cwd: bundle, env });
  let findings: Finding[];
  try {
    const outcome =
      plan.kind === 'task'
        ? await awaitEnd(program, inputs.healthCheckTimeoutMs, deps)
        : await tryApp(program, port, subject, deps);
    findings = judgeOutcome(outcome, program, port, subject);
    if (findings.length === 0) {
      host.info(
        plan.kind === 'task' ? `${file} and what it imports load.` : 'The app starts and is healthy on this runner.',
      );
    }
  } finally {
    await program.stop();
  }
  if (findings.some(({ level }) => level === 'error')) {
    host.info('The end of what the app has printed:');
    host.quoted(tail(logOf(program, subject) || '(nothing)', LOG_LINES, 6000));
  }
  return findings;
}

const untried = (why: string): Finding =>
  notice('start-untried', `${why}; its environment was.`, 'Set preflight: sync to say so yourself.');

const tryApp = (program: Program, port: number, { inputs, plan }: TrialSubject, deps: Deps): Promise<Outcome> =>
  tryOut(
    {
      ...{ program, port, paths: plan.healthPaths, limitMs: inputs.healthCheckTimeoutMs },
      ...{ choosesPort: plan.start?.listens ?? false, gate: plan.gate },
    },
    { ...deps, say: deps.host.info },
  );

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
const logOf = (program: Program, { bundle, environment }: TrialSubject): string =>
  redact(program.log()).replaceAll(`${bundle}${sep}`, '').replaceAll(environment, '.venv');
