import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { Refusal } from './refusal.ts';
import { createRequests, type RequestRecord, type Requests } from './requests.ts';
import { matchRoute } from './router.ts';

/** One request on its way through a platform. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  /** The body, counted as it is read. */
  readonly body: Readable;
  readonly record: RequestRecord;
};

export type Answer = {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer | Readable;
};

/** An answer, or a function that writes it itself, as a proxy does. */
export type Reply = Answer | ((response: ServerResponse) => Promise<void>);

export type Platform = {
  serve(call: Call): Promise<Reply>;
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void>;
};

/** An HTTP server on loopback that records every request, lets faults strike, and leaves the rest to the platform. */
export type Listener = {
  readonly port: number;
  readonly faults: Faults;
  readonly requests: Requests;
  close(): Promise<void>;
};

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const html = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html>${body}`,
});

export const text = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

export const noContent: Answer = { status: 204 };

const counted = (request: IncomingMessage, record: RequestRecord): Readable => {
  const body = new PassThrough();
  request.on('data', (chunk: Buffer) => {
    record.bodyBytes += chunk.length;
  });
  // A client that goes away in the middle is the handler's to notice, through the broken body.
  pipeline(request, body).catch(() => {});
  return body;
};

const send = async (reply: Reply, response: ServerResponse): Promise<void> => {
  if (typeof reply === 'function') return reply(response);
  const { status, headers = {}, body = '' } = reply;
  response.writeHead(status, headers);
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response);
};

/** Errors become answers here and nowhere else. */
const replyTo = async (call: Call, platform: Platform): Promise<Reply> => {
  try {
    return await platform.serve(call);
  } catch (error) {
    if (error instanceof Refusal) return json({ error: error.message }, error.status);
    console.error(error);
    return json({ error: 'Internal server error' }, 500);
  }
};

const describe = ({ on, reset, answer, delayMs, raw }: Fault): string =>
  [on, reset, raw && 'raw', answer?.status, delayMs !== undefined ? `${delayMs} ms` : undefined]
    .filter(Boolean)
    .join(' ');

export const listen = async (platform: Platform, port: number, host: string): Promise<Listener> => {
  const faults = createFaults();
  const requests = createRequests((route, method, path) => matchRoute(route, method, path) !== undefined);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://server');
    const record = requests.add(method, url, request.headers);
    response.once('close', () => {
      if (response.headersSent) record.status = response.statusCode;
    });

    const fault = faults.take(method, url.pathname);
    if (fault !== undefined) {
      record.fault = describe(fault);
      if (fault.delayMs !== undefined) await sleep(fault.delayMs);
      if (!server.listening) return; // it was closed meanwhile
      await fault.meanwhile?.();
      if (fault.reset === 'before-body') return void request.socket.resetAndDestroy();
      if (fault.raw) {
        const [once, forever] = fault.raw;
        request.socket.write(once);
        const trickle = setInterval(() => forever && request.socket.write(forever), 20);
        request.socket.once('close', () => clearInterval(trickle));
        return void request.resume();
      }
      if (fault.reset === 'mid-body') {
        const cut = () => request.socket.resetAndDestroy();
        return void request.once('data', cut).once('end', cut);
      }
    }
    const call = {
      method,
      path: url.pathname,
      query: url.searchParams,
      request,
      record,
      body: counted(request, record),
    };
    const canned = fault?.answer;
    const served = canned === undefined || fault?.served ? await replyTo(call, platform) : undefined;
    const reply = canned ?? served ?? text('');
    if (typeof reply !== 'function') call.body.resume(); // what nobody reads must still be received
    if (fault?.reset === 'before-answer') return void request.socket.resetAndDestroy();
    await send(reply, response);
  };

  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    requests.add('GET', new URL(request.url ?? '/', 'http://server'), request.headers);
    platform.upgrade(request, socket as Socket, head).catch(() => socket.destroy());
  });
  // Uploads may take longer than the five minutes that Node gives a request.
  server.requestTimeout = 0;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    faults,
    requests,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
