import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where an application listens, and the path under which the world sees it. */
export type Upstream = {
  readonly port: number;
  /** Without a slash at the end; it is taken off the path before the application sees it. */
  readonly prefix: string;
  /** Request headers that the application must not see. */
  readonly hidden: readonly string[];
};

/** RFC 9110, section 7.6.1, and those that are hop-by-hop by custom. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const endToEnd = (headers: IncomingHttpHeaders, hidden: readonly string[] = []): IncomingHttpHeaders => {
  const listed = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const left = { ...headers };
  for (const name of [...HOP_BY_HOP, ...listed, ...hidden]) delete left[name];
  return left;
};

const forwarded = (request: IncomingMessage, { prefix, hidden }: Upstream): IncomingHttpHeaders => {
  const { 'x-forwarded-for': before, 'x-forwarded-proto': proto = 'http', host = '' } = request.headers;
  return {
    ...endToEnd(request.headers, hidden),
    'x-forwarded-for': [before, request.socket.remoteAddress].filter(Boolean).join(', '),
    'x-forwarded-host': host,
    'x-forwarded-proto': proto,
    'x-forwarded-prefix': prefix,
  };
};

const options = (request: IncomingMessage, { port, prefix }: Upstream) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://server');
  return { host: '127.0.0.1', port, method: request.method, path: `${pathname.slice(prefix.length) || '/'}${search}` };
};

/** Passes a request on and its answer back. @throws when the application cannot be reached or stops in the middle */
export const forward = async (
  request: IncomingMessage,
  body: Readable,
  response: ServerResponse,
  upstream: Upstream,
): Promise<void> => {
  const outgoing = httpRequest({ ...options(request, upstream), headers: forwarded(request, upstream) });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  response.once('close', () => outgoing.destroy());
  pipeline(body, outgoing).catch(() => {}); // an application may answer without reading the body
  const incoming = await answered;
  response.writeHead(incoming.statusCode ?? 502, endToEnd(incoming.headers));
  await pipeline(incoming, response);
};

const head = (incoming: IncomingMessage): string => {
  const lines = [`HTTP/1.1 ${incoming.statusCode} ${incoming.statusMessage}`];
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
};

/** Passes a protocol upgrade on, then bytes in both directions until one side closes. */
export const forwardUpgrade = (
  request: IncomingMessage,
  socket: Socket,
  first: Buffer,
  upstream: Upstream,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const { upgrade = '' } = request.headers;
    const headers = { ...forwarded(request, upstream), connection: 'Upgrade', upgrade };
    const outgoing = httpRequest({ ...options(request, upstream), headers });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      socket.write(head(incoming));
      incoming.pipe(socket);
      incoming.once('end', resolve);
    });
    outgoing.once('upgrade', (incoming, other, firstBack) => {
      socket.write(head(incoming));
      socket.write(firstBack);
      other.write(first);
      Promise.all([pipeline(socket, other), pipeline(other, socket)]).then(
        () => resolve(),
        () => resolve(), // a connection cut off by either side has ended too
      );
    });
    socket.once('close', () => outgoing.destroy());
    outgoing.end();
  });
