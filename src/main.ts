import { Cancelled, error, type Finding, messageOf } from './findings/finding.ts';
import { post } from './modes/post.ts';
import { actionsCache } from './ports/actions-cache.ts';
import { systemClock } from './ports/clock.ts';
import { readContext } from './ports/context.ts';
import { systemExec } from './ports/exec.ts';
import { actionsHost, type Host } from './ports/host.ts';
import { createHttp } from './ports/http/http.ts';
import { expectPost, isPost } from './ports/state.ts';
import type { Visit } from './ports/visit/session.ts';

/** What still runs when the verdict is told (a cache that hangs, say) gets this long before the process ends. */
const LINGER_MS = 3_000;

/** The main phase: wires the step to the world, and the signals of a runner that cancels it. */
async function main(host: Host): Promise<number> {
  try {
    expectPost(host);
  } catch (error) {
    host.annotate(noState(error));
    return 1;
  }
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => cancel.abort(new Cancelled(`The run was cancelled (${signal}).`)));
  }
  const broken = whenBroken((error) => cancel.abort(error));
  const { step } = await import('./modes/step.ts'); // which the end of the job need not load
  return step({ ...world(host), exec: systemExec, signal: cancel.signal, broken });
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

const world = (host: Host) => ({
  host,
  context: readContext(process.env),
  environment: process.env,
  ...{ http, visit },
  clock: systemClock,
  cache: actionsCache(host),
});

/** Without a mark, the end of the job would not know itself for it, and deploy once more. */
const noState = (cause: unknown): Finding =>
  error(
    'no-state',
    `Nothing can be left for the end of the job: ${messageOf(cause)}.`,
    "Check that GITHUB_STATE names the runner's file, and that it can be written.",
  );

const host = actionsHost();
process.exitCode = await (isPost(host) ? post({ ...world(host), signal: new AbortController().signal }) : main(host));
// Never `process.exit` right away: on Windows it can crash behind network calls (nodejs/node#56645).
setTimeout(() => process.exit(), LINGER_MS).unref();
