import type { WebSocket } from 'ws';
import { Cancelled } from '../../findings/finding.ts';
import { agentFor } from '../http/agent.ts';

/** What came next over a WebSocket. `silent`: nothing did in time. */
export type Message =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'bytes'; readonly bytes: Buffer }
  | { readonly is: 'closed'; readonly code: number }
  | { readonly is: 'silent' };

export type Socket = {
  send(data: string | Uint8Array): void;
  /** Waits for the next message. Rejects with `Cancelled` only. */
  next(withinMs: number): Promise<Message>;
  close(): void;
};

/** The server did not change the protocol: the status of its answer, 0 when there was none. */
export type Refused = { readonly refused: number };

type Opening = {
  readonly headers: Readonly<Record<string, string>>;
  readonly protocols: readonly string[];
  readonly limitMs: number;
  readonly signal: AbortSignal;
};

/** One frame, and all of a session: what a server sends is read, and has no end of its own. */
const FRAME_LIMIT = 32_000_000;
const SESSION_LIMIT = 128_000_000;
/** RFC 6455, section 7.4.1: no status code was given. */
const NO_CODE = 1005;

/** Opens a WebSocket. Node's own hides the status of an answer that refuses it, which tells a login page from an app. */
export async function openSocket(
  url: URL,
  { headers, protocols, limitMs, signal }: Opening,
): Promise<Socket | Refused> {
  const { WebSocket: Client } = await import('ws');
  const asHttp = new URL(url.href.replace(/^ws/, 'http'));
  const socket = new Client(url, [...protocols], {
    ...{ headers, maxPayload: FRAME_LIMIT, handshakeTimeout: Math.max(1, limitMs), perMessageDeflate: false },
    agent: agentFor(asHttp),
  });
  const waiting: Message[] = [];
  let wake: () => void = () => {};
  let size = 0;
  const add = (message: Message) => {
    waiting.push(message);
    wake();
  };
  const end = () => socket.terminate();
  signal.addEventListener('abort', end, { once: true });
  socket.on('message', (data: Buffer, isBinary) => {
    size += data.length;
    if (size > SESSION_LIMIT) return end();
    add(isBinary ? { is: 'bytes', bytes: data } : { is: 'text', text: data.toString() });
  });
  socket.on('close', (code) => {
    signal.removeEventListener('abort', end);
    add({ is: 'closed', code: code || NO_CODE });
  });
  const refused = await openingOf(socket);
  throwIfCancelled(signal);
  if (refused) return refused;
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    send: (data) => socket.send(data, () => {}),
    next: async (withinMs) => {
      if (waiting.length === 0) await wait(withinMs);
      throwIfCancelled(signal);
      const [message] = waiting;
      if (message === undefined) return { is: 'silent' };
      if (message.is !== 'closed') waiting.shift();
      return message;
    },
    close: () => socket.close(),
  };
}

/** Waits for the change of protocol, or the answer that refuses it. */
const openingOf = (socket: WebSocket): Promise<Refused | undefined> =>
  new Promise((resolve) => {
    // An error is followed by a close.
    socket.once('open', () => resolve(undefined)).on('error', () => resolve({ refused: 0 }));
    socket.once('unexpected-response', (request, { statusCode }) => {
      request.destroy();
      resolve({ refused: statusCode ?? 0 });
    });
  });

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw signal.reason instanceof Error ? signal.reason : new Cancelled('cancelled');
}
