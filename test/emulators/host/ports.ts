import { setTimeout as sleep } from 'node:timers/promises';
import { listeningAddresses as addressesOf } from '../../../src/prepare/trial/addresses.ts';
import { connects } from '../../../src/prepare/trial/port.ts';
import type { Exit, Running } from './processes.ts';

export { freePort } from '../../../src/prepare/trial/port.ts';

/** What became of a process that was started to listen on a port of 127.0.0.1. */
export type Listening =
  | { readonly state: 'ready' }
  | { readonly state: 'ended' }
  | { readonly state: 'silent' }
  | { readonly state: 'elsewhere'; readonly addresses: readonly string[] };

const POLL_MS = 50;

/** Every address a process group listens on, as `host:port`. */
export const listeningAddresses = (group: number): string[] =>
  addressesOf(group).map(({ host, port }) => `${host}:${port}`);

/** Waits until the process accepts connections, and otherwise tells why it never did. */
export const awaitListening = async (process: Running, port: number, timeoutMs: number): Promise<Listening> => {
  const deadline = Date.now() + timeoutMs;
  let ended = false;
  void process.exited.then(() => {
    ended = true;
  });
  for (;;) {
    if (ended) return { state: 'ended' };
    if (await connects(port)) return { state: 'ready' };
    if (Date.now() >= deadline) break;
    await sleep(POLL_MS);
  }
  const addresses = listeningAddresses(process.group);
  return addresses.length === 0 ? { state: 'silent' } : { state: 'elsewhere', addresses };
};

/** The sentence for somebody whose app did not come up. */
export const whyNotReady = (
  listening: Exclude<Listening, { state: 'ready' }>,
  port: number,
  timeoutMs: number,
  exit: Exit,
): string => {
  const wanted = `port ${port} of 127.0.0.1 or 0.0.0.0`;
  switch (listening.state) {
    case 'ended':
      return `It ended with ${exit.signal ?? `exit code ${exit.code}`} before it listened on ${wanted}.`;
    case 'elsewhere':
      return `It listens on ${listening.addresses.join(' and ')}, but must listen on ${wanted}.`;
    case 'silent':
      return `It did not listen on ${wanted} within ${timeoutMs / 1000} s.`;
    default:
      return listening satisfies never;
  }
};
