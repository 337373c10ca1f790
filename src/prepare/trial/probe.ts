import type { Clock } from '../../ports/clock.ts';
import { checkHealth, type Gate, type Health } from '../../ports/http/health.ts';
import { type Http, NetworkError } from '../../ports/http/http.ts';
import { withLog } from '../../ports/visit/log.ts';
import type { Visit, Visited } from '../../ports/visit/session.ts';
import { type Address, isLoopback, knowsListeners, listeningAddresses } from './addresses.ts';
import { connects } from './port.ts';
import type { Exit, Program } from './process.ts';

/** What HEAD answers at a path where GET is well. */
type Head = { readonly path: string; readonly status: number };

/** How a program fared that was started to answer requests on a port of this machine. */
export type Outcome =
  /** Its first visit, of those that are visited. */
  | { readonly is: 'healthy'; readonly visited?: Visited; readonly head?: Head }
  | { readonly is: 'raised'; readonly visited: Extract<Visited, { is: 'raised' }> }
  | { readonly is: 'ended'; readonly exit: Exit }
  /** It listens, and not where it should. */
  | { readonly is: 'elsewhere'; readonly addresses: readonly Address[] }
  | { readonly is: 'silent' }
  /** It runs, needs no port, and has printed nothing. */
  | { readonly is: 'mute' }
  | { readonly is: 'unhealthy'; readonly health: Health };

type Trial = {
  readonly program: Program;
  readonly port: number;
  readonly paths: readonly string[];
  readonly limitMs: number;
  /** Whether another port can only be a mistake, because the program itself chooses it. */
  readonly choosesPort: boolean;
  /** The platform's own measure of healthy. */
  readonly gate?: Gate | undefined;
  /** Whether it has a network of its own, in which nobody sees who listens; docker accepts connections from the start. */
  readonly isContained?: boolean;
};

const POLL_MS = 100;
/** A program may listen on a port for its own use before it listens for us. */
const ELSEWHERE_MS = 8_000;
/** On the same machine an app that has not recovered by then will not. */
const HEALTH_MS = 30_000;

/** The first run of an app may load much; one that never ends is not waited for. */
const VISIT_MS = 60_000;
const HEAD_MS = 10_000;
/** What an app with sessions has printed by then has to be read. */
const LOG_MS = 300;

type TrialDeps = { http: Http; visit: Visit; clock: Clock; signal: AbortSignal; say(line: string): void };

class Ended extends Error {}

/** Waits until the program listens and all paths are healthy. Rejects only when `signal` says so. */
export async function tryOut(
  { program, port, paths, limitMs, choosesPort, gate, isContained = false }: Trial,
  { http, visit, clock, signal, say }: TrialDeps,
): Promise<Outcome> {
  const end = clock.now() + limitMs;
  let elsewhereSince: number | undefined;
  while (!(await (isContained ? connects(port) : listens(program, port)))) {
    const exit = program.exit();
    if (exit) return { is: 'ended', exit };
    const addresses = listeningAddresses(program.group);
    elsewhereSince = addresses.length === 0 ? undefined : (elsewhereSince ?? clock.now());
    const isStray = choosesPort && elsewhereSince !== undefined && clock.now() - elsewhereSince > ELSEWHERE_MS;
    if (isStray || clock.now() >= end) return addresses.length > 0 ? { is: 'elsewhere', addresses } : { is: 'silent' };
    await clock.sleep(POLL_MS, signal);
  }

  // A program that ends is not asked any more.
  const over = new AbortController();
  void program.ended.then(() => over.abort(new Ended()));
  const target = {
    ...{ url: `http://127.0.0.1:${port}`, paths, gate, headers: {}, consoleUrl: '' },
    limitMs: Math.min(isContained ? Number.POSITIVE_INFINITY : HEALTH_MS, Math.max(0, end - clock.now())),
  };
  try {
    const health = await checkHealth(target, { http, clock, say, signal: AbortSignal.any([signal, over.signal]) });
    if (health.finding) return { is: 'unhealthy', health };
    const head = gate?.asksHead ? await askHead(target, gate, http, signal) : undefined;
    const limitMs = Math.min(VISIT_MS, Math.max(HEALTH_MS, end - clock.now()));
    const seen = await visit({ url: target.url, headers: {}, limitMs }, AbortSignal.any([signal, over.signal]));
    if (seen.is !== 'plain') await clock.sleep(LOG_MS, signal);
    const visited = withLog(seen, program.log());
    return visited.is === 'raised' ? { is: 'raised', visited } : { is: 'healthy', visited, ...(head && { head }) };
  } catch (error) {
    const exit = program.exit();
    if (signal.aborted || exit === undefined) throw error;
    return { is: 'ended', exit };
  }
}

/** The first path at which HEAD fails, as many times as GET has to be well. */
async function askHead(
  { url, paths }: { readonly url: string; readonly paths: readonly string[] },
  { times, isHealthy }: Gate,
  http: Http,
  signal: AbortSignal,
): Promise<Head | undefined> {
  for (const path of paths.flatMap((one) => Array<string>(times).fill(one))) {
    const asked = http({ method: 'HEAD', url: url + path, signal, limitMs: HEAD_MS });
    const status = await asked.then((answer) => answer.status, unlessCancelled);
    if (!isHealthy(status, path)) return { path, status };
  }
  return undefined;
}

function unlessCancelled(error: unknown): 0 {
  if (error instanceof NetworkError) return 0;
  throw error;
}

/** Watches a program that answers no requests: it is well when it still runs after `watchMs`, and has printed something. */
export async function watchOver(
  { program, watchMs }: { readonly program: Program; readonly watchMs: number },
  { clock, signal }: Pick<TrialDeps, 'clock' | 'signal'>,
): Promise<Outcome> {
  for (const end = clock.now() + watchMs; clock.now() < end; await clock.sleep(POLL_MS, signal)) {
    const exit = program.exit();
    if (exit) return { is: 'ended', exit };
  }
  return program.log().trim() === '' ? { is: 'mute' } : { is: 'healthy' };
}

/** Whether the program accepts connections: what another one answers says nothing of it. */
const listens = async ({ group }: Program, port: number): Promise<boolean> =>
  (await connects(port)) && (!knowsListeners() || listeningAddresses(group).some((address) => address.port === port));

/** Whether what listens on the port is reached from this machine alone. Nobody tells where there is no /proc. */
export function isLocalOnly({ group }: Program, port: number): boolean {
  const own = listeningAddresses(group).filter((address) => address.port === port);
  return own.length > 0 && own.every(isLoopback);
}
