import type { IncomingHttpHeaders } from 'node:http';

/** One request as a test may want to look at it. Of header values only those that hold no credentials are kept. */
export type RequestRecord = {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** The names of all headers. */
  readonly headers: readonly string[];
  /** The values of those that say how a body was sent and by whom. */
  readonly sent: Readonly<Record<string, string>>;
  /** 0 while the request is being served, and for one that was cut off before an answer. */
  status: number;
  bodyBytes: number;
  /** The parts of a multipart body in the order in which they came. */
  readonly parts: Part[];
  /** The fault that ended the request, as it was described when it was added. */
  fault?: string;
};

export type Part = {
  readonly name: string;
  readonly type: string;
  readonly filename?: string;
  bytes: number;
  /** The value of a text part. */
  readonly text?: string;
};

/** The requests a server has received, oldest first. */
export type Requests = {
  add(method: string, url: URL, headers: IncomingHttpHeaders): RequestRecord;
  all(): readonly RequestRecord[];
  /** `matching('POST /api/v0/content/upload')`, with `:name` for any segment. */
  matching(route: string): readonly RequestRecord[];
  clear(): void;
};

const HARMLESS = ['accept', 'content-length', 'content-type', 'transfer-encoding', 'user-agent', 'x-content-checksum'];

const sentIn = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(HARMLESS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));

/** A server that is left running must not grow for ever. */
const KEPT = 10_000;

export const createRequests = (matches: (route: string, method: string, path: string) => boolean): Requests => {
  const records: RequestRecord[] = [];
  return {
    add(method, { pathname: path, searchParams }, headers) {
      const said = { query: searchParams.toString(), headers: Object.keys(headers), sent: sentIn(headers) };
      const record: RequestRecord = { method, path, ...said, status: 0, bodyBytes: 0, parts: [] };
      records.push(record);
      if (records.length > KEPT) records.shift();
      return record;
    },
    all: () => records,
    matching: (route) => records.filter(({ method, path }) => matches(route, method, path)),
    clear() {
      records.length = 0;
    },
  };
};
