import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentEnvironment } from '../host/environment.ts';
import type { Log } from '../host/logs.ts';
import { freePort, listeningAddresses } from '../host/ports.ts';
import type { Processes, Running } from '../host/processes.ts';
import type { Image } from './builder.ts';

/** A started image. `port` is where it answers on this machine; 0 for a worker. */
export type Container = { readonly process: Running; readonly port: number; hasEnded: boolean };

export type Health = { readonly path: string; readonly retries: number };

/** Variables of a container in which nothing may be fetched: the free tier's egress is locked. */
const NO_EGRESS = { UV_OFFLINE: '1', PIP_NO_INDEX: '1', PYTHONDONTWRITEBYTECODE: '1' };

/** Root writes where nobody may, unless it has lost what lets it. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

/** Lets the files of a container be removed again. */
export const unlock = (root: string): void => void spawnSync('chmod', ['-R', 'u+w', root]);

/**
 * Starts an image with the platform's variables. Nobody can write to its files but where a volume is mounted. Each container has a network of its own on deploymill; here they share one: the port
 * that it must listen on is a free one instead, in `PORT` and wherever the command names it.
 */
export const startContainer = async (
  image: Image,
  {
    env,
    wanted,
    log,
    processes,
    volumes = [],
    at,
  }: {
    readonly env: Readonly<Record<string, string>>;
    /** The port that the edge reaches; `undefined` for a worker. */
    readonly wanted: number | undefined;
    readonly log: Log;
    readonly processes: Processes;
    /** Absolute paths in the image that it may write to. */
    readonly volumes?: readonly string[];
    /** Where it answers on this machine. Default: at a free port. */
    readonly at?: number;
  },
): Promise<Container> => {
  const port = wanted === undefined ? 0 : (at ?? (await freePort()));
  const mapped = (word: string) =>
    wanted === undefined ? word : word.replace(new RegExp(`\\b${wanted}\\b`, 'g'), String(port));
  const { command, cwd } = image;
  const words = typeof command === 'string' ? ['/bin/sh', '-c', mapped(command)] : command.map(mapped);
  const { PATH = '', ...others } = image.env;
  const places = volumes.map((path) => join(image.root, path));
  for (const folder of places) mkdirSync(folder, { recursive: true });
  spawnSync('chmod', ['-R', 'a-w', image.root]);
  for (const folder of places) unlock(folder);
  const own = { ...others, ...env, ...NO_EGRESS, ...(port > 0 && { PORT: String(port) }) };
  const process = processes.start([...UNPRIVILEGED, ...words], {
    cwd,
    log,
    env: { ...contentEnvironment(cwd, own, []), PATH },
  });
  const container: Container = { process, port, hasEnded: false };
  void process.exited.then(() => {
    container.hasEnded = true;
    unlock(image.root);
  });
  return container;
};

/** Waits until a container listens where the edge can reach it; answers why it does not. */
export const awaitUp = async (container: Container, patienceMs: number): Promise<string | undefined> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    if (container.hasEnded) return 'the container has ended';
    if (isReachable(container)) return undefined;
    if (Date.now() > end) return `nothing listens on 0.0.0.0:${container.port}`;
    await sleep(50);
  }
};

export const isReachable = ({ process, port, hasEnded }: Container): boolean =>
  !hasEnded &&
  listeningAddresses(process.group).some(
    (address) => address.endsWith(`:${port}`) && !/^(?:127\.|\[?::1\]?:)/.test(address),
  );

/** The platform's probe (its documentation, "health"): several good answers in a row pass. Answers why they do not. */
export const probe = async (
  { port }: Container,
  { path, retries }: Health,
  method: 'GET' | 'HEAD',
): Promise<string | undefined> => {
  const ask = async (where: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}${where}`, { method, redirect: 'manual' }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    return answer?.status ?? 0;
  };
  const isGood = (status: number, where: string): boolean =>
    where === '/' ? status > 0 && ![502, 503, 504].includes(status) : status === 200;
  for (let row = 0; row < retries; row++) {
    let where = path;
    let status = await ask(where);
    if (status === 404) {
      where = '/';
      status = await ask(where);
    }
    if (!isGood(status, where)) return `${method} ${where} answered ${status}`;
  }
  return undefined;
};
