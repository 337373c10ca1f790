import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** An address a process listens on: `127.0.0.1` or `[::1]`, without brackets for IPv4. */
export type Address = { readonly host: string; readonly port: number };

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
/** The state of a socket that listens, in these tables. */
const LISTEN = '0A';

/** Whether this system tells who listens: Linux does. */
export const knowsListeners = (): boolean => read('/proc/self/stat') !== '';

/**
 * Every TCP address a process group listens on, or what its leader has started in groups of their own, as Linux tells in /proc
 * (proc_pid_net(5)); nothing on systems that have none.
 */
export function listeningAddresses(group: number): Address[] {
  const sockets = new Set(membersOf(group).flatMap(socketsOf));
  return TABLES.flatMap((table) =>
    read(table)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === LISTEN && sockets.has(`socket:[${inode}]`))
      .map(([, local = '']) => address(local)),
  );
}

function membersOf(group: number): string[] {
  const pids = knowsListeners() ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  // After the command's closing bracket: state, parent, process group.
  const rows = pids.map((pid) => {
    const [, parent, own] = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
    return { pid, parent: parent ?? '', own: Number(own) };
  });
  const members = new Set(rows.filter(({ own }) => own === group).map(({ pid }) => pid));
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const { pid, parent } of rows) if (members.has(parent)) members.add(pid);
  }
  return [...members];
}

export const isLoopback = ({ host }: Address): boolean => host.startsWith('127.') || host === '[::1]';

/** The kernel writes addresses as 32-bit words in the machine's byte order. */
function address(hex: string): Address {
  const [host = '', port = '0'] = hex.split(':');
  const bytes = (host.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  const text =
    bytes.length === 4
      ? bytes.map((byte) => Number.parseInt(byte, 16)).join('.')
      : new URL(`http://[${bytes.join('').replace(/(.{4})(?=.)/g, '$1:')}]`).hostname;
  return { host: text, port: Number.parseInt(port, 16) };
}

const read = (path: string): string => unlessGone(() => readFileSync(path, 'utf8'), '');

const socketsOf = (pid: string): string[] =>
  unlessGone(() => readdirSync(`/proc/${pid}/fd`), []).map((fd) =>
    unlessGone(() => readlinkSync(`/proc/${pid}/fd/${fd}`), ''),
  );

/** Processes and their files may be gone while we look. */
function unlessGone<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
