import type { FetchLike } from '@modelcontextprotocol/client';
import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';

/** Statuses whose answers have no body by definition. */
const EMPTY = [204, 205, 304];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** How long after the end of all answers the client may need to make sense of them. */
const GRACE_MS = 2_000;

/** What the MCP client talks over. */
export type Line = {
  readonly fetch: FetchLike;
  /** Waits for the client, and no longer than there is anything to come: it would wait for an answer whose stream has broken. */
  answered<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * A `fetch` over our own HTTP: proxies, certificates, limits and messages are the same as everywhere, and an answer
 * may be silent for as long as `limitMs`, where Node's own gives up after five minutes. Redirects are answers like any other. The
 * stream on which a server could send of its own accord is not opened: nothing is answered to it.
 */
export function createLine(http: Http, limitMs: number): Line {
  let open = 0;
  let giveUp: ((error: unknown) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const watched: Http = async (request) => {
    open += 1;
    clearTimeout(timer);
    let why: unknown = new NetworkError(
      `${new URL(request.url).host} ended its answer before it was whole`,
      'ECONNRESET',
      true,
    );
    try {
      return await http(request);
    } catch (error) {
      why = error;
      throw error;
    } finally {
      open -= 1;
      if (open === 0) timer = setTimeout(() => giveUp?.(why), GRACE_MS).unref();
    }
  };
  return {
    answered: (work) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        work()
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      }),

    fetch: async (url, init = {}) => {
      const method = METHODS.find((one) => one === (init.method ?? 'GET').toUpperCase()) ?? 'POST';
      const headers = new Headers(init.headers);
      const isStream = method === 'GET' && headers.get('accept')?.includes('text/event-stream');
      if (isStream && !headers.has('last-event-id')) return new Response(null, { status: 405 });
      const gone = new AbortController();
      const signal = init.signal ? AbortSignal.any([init.signal, gone.signal]) : gone.signal;
      const body = init.body === undefined || init.body === null ? undefined : String(init.body);
      return streamed(
        watched,
        {
          ...{ method, url: String(url), headers: Object.fromEntries(headers), signal },
          ...{ limitMs, silenceMs: limitMs, ...(body !== undefined && { body }) },
        },
        () => gone.abort(),
      );
    },
  };
}

/** Sends, and answers as soon as the head of the answer is there. `leave` ends the request when nobody reads on. */
function streamed(http: Http, request: HttpRequest, leave: () => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    let isOpen = true;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        body = controller;
      },
      cancel: () => {
        isOpen = false;
        leave();
      },
    });
    const begun: HttpRequest['begun'] = ({ status, headers }) => {
      resolve(new Response(EMPTY.includes(status) ? null : stream, { status, headers: headersOf(headers) }));
      return (chunk) => {
        if (isOpen) body?.enqueue(new Uint8Array(chunk));
      };
    };
    http({ ...request, begun }).then(
      () => {
        if (isOpen) body?.close();
      },
      (error: unknown) => {
        reject(error);
        if (isOpen) body?.error(error);
      },
    );
  });
}

function headersOf(headers: HttpResponse['headers']): Headers {
  const copy = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) copy.append(name, one);
  }
  return copy;
}
