import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit, Running } from './processes.ts';

/** What became of a process that was started to listen on a port of 127.0.0.1. */
export type Listening =
  | { readonly state: 'ready' }
  | { readonly state: 'ended' }
  | { readonly state: 'silent' }
  | { readonly state: 'elsewhere'; readonly addresses: readonly string[] };

const POLL_MS = 50;

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const connects = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** The kernel writes addresses as 32-bit words in the machine's byte order. */
const address = (hex: string): string => {
  const [host = '', port = '0'] = hex.split(':');
  const bytes = (host.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  const text =
    bytes.length === 4
      ? bytes.map((byte) => Number.parseInt(byte, 16)).join('.')
      : `[${new URL(`http://[${bytes.join('').replace(/(.{4})(?=.)/g, '$1:')}]`).hostname.slice(1, -1)}]`;
  return `${text}:${Number.parseInt(port, 16)}`;
};

/** Processes and their files may be gone while we look. */
const unlessGone = <T>(look: () => T, otherwise: T): T => {
  try {
    return look();
  } catch {
    return otherwise;
  }
};

const read = (path: string): string => unlessGone(() => readFileSync(path, 'utf8'), '');

const socketsOf = (pid: string): string[] =>
  unlessGone(() => readdirSync(`/proc/${pid}/fd`), []).map((fd) =>
    unlessGone(() => readlinkSync(`/proc/${pid}/fd/${fd}`), ''),
  );

/** Every address a process group listens on, from /proc; nothing on systems that have none. */
export const listeningAddresses = (group: number): string[] => {
  const pids = read('/proc/self/stat') === '' ? [] : readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  // After the command's closing bracket: state, parent, process group.
  const inGroup = (pid: string) => Number(read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[2]) === group;
  const sockets = new Set(pids.filter(inGroup).flatMap(socketsOf));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    read(table)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode}]`))
      .map(([, local = '']) => address(local)),
  );
};

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
