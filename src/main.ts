#!/usr/bin/env node
import { Cancelled, error, type Finding, messageOf } from './findings/finding.ts';
import type { World } from './modes/step.ts';
import { actionsCache } from './ports/actions-cache.ts';
import { systemClock } from './ports/clock.ts';
import { readContext } from './ports/context.ts';
import { systemExec } from './ports/exec.ts';
import { actionsHost } from './ports/host.ts';
import { createHttp } from './ports/http/http.ts';
import { expectPost, isPost } from './ports/state.ts';
import type { Visit } from './ports/visit/session.ts';

/** What still runs when the verdict is reported (a cache that hangs, say) gets this long before the process ends. */
const LINGER_MS = 3_000;

type Surroundings = Pick<World, 'host' | 'context' | 'environment'>;

/** The main phase, which leaves the mark by which the end of the job knows itself. */
async function main(around: Surroundings): Promise<number> {
  try {
    expectPost(around.host);
  } catch (error) {
    around.host.annotate(noState(error));
    return 1;
  }
  return start(around);
}

/** Wires the step to the world, and the signals of whoever cancels it. */
async function start(around: Surroundings): Promise<number> {
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => cancel.abort(new Cancelled(`The run was cancelled (${signal}).`)));
  }
  const broken = whenBroken((error) => cancel.abort(error));
  const { step } = await import('./modes/step.ts'); // which the end of the job need not load
  return step({ ...world(around), exec: systemExec, signal: cancel.signal, broken });
}

/** Rejects when something was thrown that nobody caught, or when nothing is left that could ever end the run: both end a process. */
function whenBroken(stop: (error: unknown) => void): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    const end = (error: unknown) => {
      reject(error);
      stop(error);
    };
    process.on('uncaughtException', end).on('unhandledRejection', end);
    process.once('beforeExit', () => end(new Error('nothing was left to wait for')));
  });
  broken.catch(() => {}); // a run that has ended is not touched by it
  return broken;
}

const http = createHttp();
/** Few runs come to it. */
const visit: Visit = async (target, signal) => (await import('./ports/visit/visit.ts')).visit(target, http, signal);

const world = (around: Surroundings) => ({
  ...around,
  ...{ http, visit },
  clock: systemClock,
  cache: actionsCache(around.host),
});

/** Without a mark, the end of the job would not know itself for it, and deploy once more. */
const noState = (cause: unknown): Finding =>
  error(
    'no-state',
    `Nothing can be left for the end of the job: ${messageOf(cause)}.`,
    "Check that GITHUB_STATE names the runner's file, and that it can be written.",
  );

/** A step of a workflow: the runner gives it no arguments, and always this input, which has a default. */
async function onRunner(): Promise<number> {
  const around = { host: actionsHost(), context: readContext(process.env), environment: process.env };
  if (!isPost(around.host)) return main(around);
  const { post } = await import('./modes/post.ts');
  return post({ ...world(around), signal: new AbortController().signal });
}

async function inTerminal(args: readonly string[]): Promise<number> {
  const { command } = await import('./modes/command.ts');
  const { env: environment, stdout, stderr, versions } = process;
  return command({ args, environment, stdout, stderr, node: versions.node }, start);
}

const args = process.argv.slice(2);
process.exitCode = await (args.length === 0 && 'INPUT_MODE' in process.env ? onRunner() : inTerminal(args));
// Never `process.exit` right away: on Windows it can crash behind network calls (nodejs/node#56645).
setTimeout(() => process.exit(), LINGER_MS).unref();
