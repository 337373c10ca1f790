import type { IncomingHttpHeaders } from 'node:http';
import { matchRoute } from './router.ts';

/** Something that goes wrong on purpose. */
export type Fault = {
  /** `POST /api/v0/content/upload`; `:name` stands for any segment, `*` for any method or for the rest of the path. */
  readonly on: string;
  /** How many calls it hits; without it, all until `clear()`. */
  readonly times?: number;
  /** How many calls pass before it begins. */
  readonly after?: number;
  /** Waits before anything else happens. */
  readonly delayMs?: number;
  /** What somebody else does before the request is served. */
  readonly meanwhile?: () => Promise<unknown>;
  /** Answers this instead of serving the request. */
  readonly answer?: CannedAnswer;
  /** The request is served all the same, and its true answer is lost for the canned one. */
  readonly served?: boolean;
  /**
   * Cuts the connection: before a byte of the body was read, in the middle of the body, or after the request was
   * served in full and before its answer.
   */
  readonly reset?: 'before-body' | 'mid-body' | 'before-answer';
  /** Writes these bytes in place of an answer, and the second ones every few milliseconds for as long as anybody listens. */
  readonly raw?: readonly [once: string, forever?: string];
};

export type CannedAnswer = {
  readonly status: number;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: string;
};

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  /** The fault for this call, if one is due; it counts as used. */
  take(method: string, path: string): Fault | undefined;
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** The failures that servers and the proxies in front of them are known for. */
export const answers = {
  error: (status: number, error: string): CannedAnswer => ({
    status,
    headers: JSON_TYPE,
    body: JSON.stringify({ error }),
  }),
  /** A sign-on proxy that knows nothing of API keys. */
  loginPage: (): CannedAnswer => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Sign in</title><form method="post"><input name="user"></form>',
  }),
  truncatedJson: (): CannedAnswer => ({ status: 200, headers: JSON_TYPE, body: '{"id":"01K0000000000000000000000' }),
  rateLimited: (seconds: number): CannedAnswer => ({
    status: 429,
    headers: { ...JSON_TYPE, 'retry-after': String(seconds) },
    body: '{"error":"Too many requests"}',
  }),
  redirect: (location: string, status = 302): CannedAnswer => ({ status, headers: { location } }),
};

/** What ends or outlasts a client that only watches for silence. */
export const endless = {
  '101': ['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
  'a body that trickles': ['HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n', ' '],
  'headers that trickle': ['HTTP/1.1 200 OK\r\n', 'x: y\r\n'],
  'one 100 after the other': ['', 'HTTP/1.1 100 Continue\r\n\r\n'],
  'one 103 after the other': ['', 'HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'],
} satisfies Readonly<Record<string, Fault['raw']>>;

export const createFaults = (): Faults => {
  let faults: { fault: Fault; passed: number; used: number }[] = [];
  return {
    add: (fault) => {
      faults.push({ fault, passed: 0, used: 0 });
    },
    clear() {
      faults = [];
    },
    take(method, path) {
      for (const entry of faults) {
        const { fault } = entry;
        if (matchRoute(fault.on, method, path) === undefined) continue;
        if (entry.passed < (fault.after ?? 0)) entry.passed += 1;
        else if (entry.used < (fault.times ?? Number.POSITIVE_INFINITY)) {
          entry.used += 1;
          return fault;
        }
      }
      return undefined;
    },
  };
};
