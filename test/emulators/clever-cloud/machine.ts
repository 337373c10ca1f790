import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../host/environment.ts';
import type { Log } from '../host/logs.ts';
import { freePort, listeningAddresses } from '../host/ports.ts';
import type { Processes, Running } from '../host/processes.ts';

/** A started app, and the port on this machine at which it answers. */
export type Instance = { readonly process: Running; readonly port: number };

export type StartOptions = {
  /** The folder of the release. */
  readonly cwd: string;
  readonly env: Environment;
  readonly log: Log;
  readonly processes: Processes;
  /** How long the app has until its health checks pass. */
  readonly patienceMs: number;
};

/** The port that an app has to listen on: 9000 behind a middleware (Clever Cloud's documentation, Request Flow). */
const wantedPort = (env: Environment, folder: string): number => {
  const flow = env.CC_REQUEST_FLOW?.trim() ?? '';
  if (flow !== '') return flow === 'disable' ? 8080 : 9000;
  const middlewares = ['OTOROSHI_CHALLENGE_SECRET', 'CC_VARNISH_FILE', 'CC_REDIRECTIONIO_PROJECT_KEY'];
  const isBehind =
    middlewares.some((name) => (env[name] ?? '') !== '') || existsSync(join(folder, 'clevercloud/varnish.vcl'));
  return isBehind ? 9000 : 8080;
};

/**
 * Starts an app and checks its health. Each app has a machine of its own on Clever Cloud; here they share one: the port that it
 * must listen on is a free one instead, in `PORT` and wherever the command names it. An app that listens on the true one is
 * found there. @throws Error with the reason when it does not come up; it has been stopped then
 */
export const startInstance = async (options: StartOptions, signal: AbortSignal): Promise<Instance> => {
  const { cwd, env, log, processes, patienceMs } = options;
  const wanted = wantedPort(env, cwd);
  const port = await freePort();
  // `CC_RUN_COMMAND` wins, and runs in a shell; the other one is started as it is, without one.
  const shell = env.CC_RUN_COMMAND;
  const command = (shell ?? env.CC_PYTHON_UV_RUN_COMMAND ?? '').replace(new RegExp(`\\b${wanted}\\b`, 'g'), `${port}`);
  const words = shell === undefined ? command.trim().split(/\s+/) : ['bash', '-c', command];
  const process = processes.start(words, { cwd, log, env: { ...env, PORT: String(port) } });
  let ended: string | undefined;
  void process.exited.then(({ code, signal }) => {
    ended = `exit code ${code ?? signal}`;
  });
  try {
    const deadline = Date.now() + patienceMs;
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 1.5, 2_000)) {
      signal.throwIfAborted();
      if (ended !== undefined) throw new Error(`The application has stopped with ${ended}`);
      const why = await unhealthy(process, [port, wanted], env);
      if (typeof why === 'number') {
        log.write('bas', `Checking public port (${wanted}) is listening as expected`);
        return { process, port: why };
      }
      if (Date.now() > deadline || why.includes('localhost instead')) throw new Error(why);
      await sleep(pauseMs);
    }
  } catch (error) {
    await process.stop();
    throw error;
  }
};

/** Why an app is not healthy yet, or the port at which it is (Clever Cloud's documentation, health checks). */
const unhealthy = async (
  process: Running,
  [mapped, wanted]: [number, number],
  env: Environment,
): Promise<number | string> => {
  const addresses = listeningAddresses(process.group);
  const at = [mapped, wanted].flatMap((port) => addresses.filter((address) => address.endsWith(`:${port}`)));
  if (at.length === 0) return `Nothing listening on 0.0.0.0:${wanted} yet, it is not listening as expected`;
  const open = at.find((address) => !/^(127\.|\[?::1\]?:)/.test(address));
  if (open === undefined) return 'Your application is listening on localhost instead of publicly';
  const port = Number(open.slice(open.lastIndexOf(':') + 1));
  const named = Object.keys(env).filter((name) => /^CC_HEALTH_CHECK_PATH(_\d+)?$/.test(name));
  const paths = named.length === 0 ? ['/'] : named.map((name) => env[name] ?? '/');
  const below = named.length === 0 ? 500 : 300;
  for (const path of paths) {
    const headers = { 'x-clevercloud-monitoring': 'deployment' };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer === undefined) return `Error while checking ${path}`;
    if (answer.status < 200 || answer.status >= below) {
      return `Response from GET ${path} is ${answer.status}, expected 200...${below}`;
    }
  }
  return port;
};
