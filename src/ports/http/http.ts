import { once } from 'node:events';
import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Cancelled, codeOf, messageOf } from '../../findings/finding.ts';
import { withoutEdge } from '../../findings/secrets.ts';
import { isUntrusted, USER_AGENT, unreadableAuthorities } from './authorities.ts';

/** A body too large for memory: its exact length, and a fresh stream each time it is sent. A chunk may be overwritten by the next. */
export type Upload = { readonly length: number; open(): AsyncIterable<Uint8Array> };

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Upload;
  /** How long the connection may stay silent. Default 30 s. */
  readonly silenceMs?: number;
  /** How long the request may take as a whole, however busy the connection is. Default 60 s. */
  readonly limitMs?: number;
  /** How much of the answer is read. Default 8 MB; a longer one is an error. */
  readonly limit?: number;
  /** Take what has come of the answer's body after this time, or at the limit: for pages that never end. */
  readonly enoughMs?: number;
  /** Read past the limit, and keep the last of it. */
  readonly keep?: 'end';
  readonly signal?: AbortSignal;
  /** Called when the answer begins; what it returns gets the body piece by piece, for answers that are read while they come. */
  begun?(head: Pick<HttpResponse, 'status' | 'headers'>): (chunk: Buffer) => void;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as it came, for answers that are no text. */
  readonly bytes: Buffer;
};

/** Sends one request, once. Redirects are answers like any other. Rejects with `NetworkError` or `Cancelled`. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** No (whole) answer came. `sent` is false when the server can't have seen the request. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly code: string;
  readonly sent: boolean;

  constructor(message: string, code: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.sent = sent;
  }
}

/** No honest answer of an API takes longer; uploads and those who have less time say so themselves. */
export const REQUEST_LIMIT_MS = 60_000;

/** HTTP over Node's own client, with proxies and certificate authorities as the job's variables say. */
export function createHttp(): Http {
  // One agent for each origin keeps connections alive between polls; its sockets do not keep the process alive.
  const agents = new Map<string, Agent>();
  return async (request) => {
    const { http, https, agentFor } = await client();
    return send(request, (url, options) => {
      const agent = agents.get(url.origin) ?? agentFor(url, true);
      agents.set(url.origin, agent);
      return (url.protocol === 'https:' ? https : http).request(url, { ...options, agent });
    });
  };
}

/** Loaded with the first request: Node's TLS takes as long as the start of Node itself. */
async function client() {
  const [http, https, { agentFor }] = await Promise.all([
    import('node:http'),
    import('node:https'),
    import('./agent.ts'),
  ]);
  return { http, https, agentFor };
}

async function send(
  { method, url: href, headers = {}, body, signal, begun, ...limits }: HttpRequest,
  request: (url: URL, options: RequestOptions) => ClientRequest,
): Promise<HttpResponse> {
  const { silenceMs = 30_000, limitMs = REQUEST_LIMIT_MS, limit = 8_000_000, enoughMs, keep } = limits;
  signal?.throwIfAborted();
  const url = new URL(href);
  const length = body === undefined ? undefined : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const outgoing = request(url, {
    method,
    headers: {
      'user-agent': USER_AGENT,
      accept: '*/*',
      ...headers,
      ...(length !== undefined && { 'content-length': String(length) }),
    },
  });
  outgoing.on('error', () => {});
  const patience = patienceWith(outgoing, url, { silenceMs, limitMs, signal });
  try {
    const answered = responseTo(outgoing, url);
    // An early refusal (413, 401) may arrive while the body is still on its way: whichever ends first decides.
    const sending = sendBody(outgoing, body);
    sending.catch(() => {});
    const incoming = await Promise.race([answered, sending.then(() => answered), patience.ended]);
    const answer = { status: incoming.statusCode ?? 0, headers: incoming.headers };
    const read = await readBody(incoming, { limit, enoughMs, keep, take: begun?.(answer) }, url);
    return { ...answer, ...read };
  } catch (error) {
    throw patience.reason(error);
  } finally {
    patience.stop();
    if (!outgoing.writableFinished) outgoing.destroy();
  }
}

/**
 * Destroys a request that is aborted, silent for too long, or longer than its limit. `ended` rejects then; `reason` says of the error
 * that a request has ended with what was behind it.
 */
function patienceWith(
  outgoing: ClientRequest,
  url: URL,
  { silenceMs, limitMs, signal }: { silenceMs: number; limitMs: number; signal: AbortSignal | undefined },
) {
  // A request that still waits for a proxy does not notice that it is destroyed: who waits for it is reported here.
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {});
  let connected = false;
  let why: Error | undefined;
  const giveUp = (error: Error) => {
    why ??= error;
    ended.reject(error);
    // A connection that is just being handed back has nobody who listens for its end.
    outgoing.socket?.once('error', () => {});
    outgoing.destroy(error);
  };
  const abort = () => giveUp(new Cancelled('cancelled'));
  signal?.addEventListener('abort', abort, { once: true });
  const late = (errno: string, verb: string, ms: number) => () =>
    giveUp(new NetworkError(`${url.host} ${verb} ${Math.round(ms / 100) / 10} s`, errno, connected));
  const silent = late('ETIMEDOUT', 'did not answer for', silenceMs);
  outgoing.setTimeout(silenceMs, silent);
  // The timer of the socket starts when there is a connection.
  const connecting = setTimeout(silent, silenceMs);
  // A server that sends a byte now and then, or one `100 Continue` after the other, is never silent.
  const overall = setTimeout(late('ESLOW', 'did not finish its response within', limitMs), Math.max(limitMs, 1));
  const ready = () => {
    connected = true;
    clearTimeout(connecting);
  };
  outgoing.on('socket', (socket) => {
    if (!socket.connecting) ready();
    else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', ready);
  });

  return {
    ended: ended.promise,
    reason: (error: unknown): Error => {
      if (signal?.aborted) return signal.reason instanceof Error ? signal.reason : new Cancelled('cancelled');
      if (why) return why;
      if (error instanceof NetworkError) return error;
      return new NetworkError(describe(error, url), codeOf(error), connected, error);
    },
    stop: () => {
      signal?.removeEventListener('abort', abort);
      clearTimeout(connecting);
      clearTimeout(overall);
    },
  };
}

const responseTo = (outgoing: ClientRequest, url: URL): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    // Node tells of a change of protocol (101) in an event of its own, and drops the connection when nobody listens.
    outgoing.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      const message = `${url.host} answered ${statusCode}, a change of protocol that nobody asked for`;
      reject(new NetworkError(message, 'EUPGRADE', true));
    });
  });

async function sendBody(outgoing: ClientRequest, body: HttpRequest['body']): Promise<void> {
  if (body === undefined || typeof body === 'string') {
    outgoing.end(body);
    return;
  }
  const closed = once(outgoing, 'close');
  closed.catch(() => {}); // an error ends the request by itself
  for await (const chunk of body.open()) {
    if (outgoing.destroyed) return;
    // Each chunk is out of our hands before the next is asked for: its memory may be used again.
    await Promise.race([new Promise((resolve) => outgoing.write(chunk, resolve)), closed]);
  }
  outgoing.end();
}

type Reading = Required<Pick<HttpRequest, 'limit'>> & {
  readonly enoughMs: number | undefined;
  readonly keep: 'end' | undefined;
  readonly take: ((chunk: Buffer) => void) | undefined;
};

async function readBody(
  incoming: IncomingMessage,
  { limit, enoughMs, keep, take }: Reading,
  url: URL,
): Promise<Pick<HttpResponse, 'text' | 'bytes'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  let enough = false;
  let isCut = false;
  const stop = () => {
    enough = true;
    incoming.destroy();
  };
  const timer = enoughMs === undefined ? undefined : setTimeout(stop, enoughMs);
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      take?.(chunk);
      if (size <= limit) continue;
      if (keep === 'end') {
        while (size - (chunks[0]?.length ?? 0) >= limit) size -= chunks.shift()?.length ?? 0;
        isCut = true;
        continue;
      }
      if (enoughMs === undefined) throw new NetworkError(`${url.host} sent more than ${limit} bytes`, 'ETOOBIG', true);
      stop();
    }
  } catch (error) {
    if (!enough) throw error;
  } finally {
    clearTimeout(timer);
  }
  const body = Buffer.concat(chunks);
  if (keep === 'end') {
    const bytes = body.subarray(-limit);
    return { bytes, text: isCut ? withoutEdge(bytes.toString(), 'start') : bytes.toString() };
  }
  const bytes = body.subarray(0, limit);
  return { bytes, text: enough ? withoutEdge(bytes.toString(), 'end') : bytes.toString() };
}

const CLOSED = (url: URL) => `${url.host} closed the connection before it had answered`;
const FAR = (url: URL) => `${url.host} can't be reached from this machine`;
const NO_TLS = (url: URL) => `${url.host} does not speak HTTPS`;
const UNKNOWN_CA = (url: URL) =>
  `the TLS certificate of ${url.host} is signed by an authority that this runner does not know`;

const REASONS: Readonly<Record<string, (url: URL) => string>> = {
  ECONNREFUSED: (url) => `nothing listens at ${url.host} (connection refused)`,
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  ENOTFOUND: (url) => `the name ${url.hostname} does not exist (DNS)`,
  EAI_AGAIN: (url) => `the name ${url.hostname} could not be looked up (DNS)`,
  EHOSTUNREACH: FAR,
  ENETUNREACH: FAR,
  ETIMEDOUT: (url) => `${url.host} did not answer`,
  EPROTO: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  CERT_HAS_EXPIRED: (url) => `the TLS certificate of ${url.host} has expired`,
  ERR_TLS_CERT_ALTNAME_INVALID: (url) => `the TLS certificate of ${url.host} is for another name`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (url) => `the TLS certificate of ${url.host} is self-signed`,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CA,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CA,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_CA,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CA,
};

function describe(error: unknown, url: URL): string {
  const [, tunnel] = /^tunneling socket could not be established, (?:cause=)?(.*)/s.exec(messageOf(error)) ?? [];
  if (tunnel !== undefined) return `the proxy refused the connection to ${url.host} (${tunnel})`;
  const code = codeOf(error);
  const why = isUntrusted(code) ? unreadableAuthorities() : '';
  if (why !== '') return `${(REASONS[code] ?? UNKNOWN_CA)(url)}: ${why}`;
  return REASONS[code]?.(url) ?? `the request to ${url.host} failed: ${messageOf(error)}`;
}
