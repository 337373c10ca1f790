import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One thing in the cache. */
type CacheEntry = { readonly key: string; readonly version: string; ready: boolean; content: Buffer };

export type ActionsCache = {
  readonly url: string;
  readonly entries: readonly CacheEntry[];
  /** The calls made, such as `CreateCacheEntry uv-deploy-…`; `fetch uv-deploy-…` where what is under a key was asked for. */
  readonly calls: string[];
  /** `read-only` refuses saves, as GitHub does for runs of strangers; `down` answers 503 to everything. */
  mode: 'normal' | 'read-only' | 'down';
  /** The variables by which the runner tells an action of its cache service. */
  environment(): Record<string, string>;
  close(): Promise<void>;
};

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';

/**
 * GitHub's cache service, version 2: Twirp calls in JSON that hand out signed URLs, and a blob store behind those that speaks as
 * much of Azure's block blobs as the toolkit's uploader uses. In memory.
 */
export async function startActionsCache(): Promise<ActionsCache> {
  const entries: CacheEntry[] = [];
  const blobs = new Map<string, { entry: CacheEntry; blocks: Map<string, Buffer> }>();
  const calls: string[] = [];

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const signedUrl = (entry: CacheEntry, permission: string): string => {
    const id = randomUUID();
    blobs.set(id, { entry, blocks: new Map() });
    return `${url}/account/actions-cache/${id}?sp=${permission}&sig=${createHash('sha256').update(id).digest('hex')}`;
  };

  type Call = { key: string; version: string; restore_keys?: string[]; size_bytes?: string };
  const methods: Record<string, (call: Call) => object> = {
    CreateCacheEntry: ({ key, version }) => {
      if (cache.mode === 'read-only') {
        return { ok: false, message: 'cache write denied: token has no writable cache scopes' };
      }
      if (entries.some((entry) => entry.key === key && entry.version === version)) return { ok: false, message: '' };
      const entry: CacheEntry = { key, version, ready: false, content: Buffer.alloc(0) };
      entries.push(entry);
      return { ok: true, signed_upload_url: signedUrl(entry, 'cw') };
    },
    FinalizeCacheEntryUpload: ({ key, version, size_bytes }) => {
      const entry = entries.find((one) => one.key === key && one.version === version);
      if (!entry || entry.content.length !== Number(size_bytes)) return { ok: false, entry_id: '0' };
      entry.ready = true;
      return { ok: true, entry_id: String(entries.indexOf(entry) + 1) };
    },
    GetCacheEntryDownloadURL: ({ key, version, restore_keys = [] }) => {
      const newestFirst = entries.filter((entry) => entry.ready && entry.version === version).reverse();
      const found =
        newestFirst.find((entry) => entry.key === key) ??
        restore_keys.flatMap((prefix) => newestFirst.filter((entry) => entry.key.startsWith(prefix)))[0];
      if (!found) return { ok: false, signed_download_url: '', matched_key: '' };
      return { ok: true, signed_download_url: signedUrl(found, 'r'), matched_key: found.key };
    },
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readAll(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname.startsWith(SERVICE)) {
      const name = pathname.slice(SERVICE.length);
      const call = JSON.parse(body.toString()) as Call;
      calls.push(`${name} ${call.key}`);
      const method = methods[name];
      if (cache.mode === 'down') return json(response, 503, { code: 'unavailable', msg: 'down' });
      if (!method) return json(response, 404, { code: 'bad_route', msg: name });
      if (!/^Bearer .+/.test(request.headers.authorization ?? ''))
        return json(response, 401, { code: 'unauthenticated' });
      return json(response, 200, method(call));
    }
    const blob = blobs.get(pathname.split('/').pop() ?? '');
    if (!blob) return json(response, 404, {});
    if (request.method === 'PUT') {
      put(blob, searchParams, body);
      response.writeHead(201, {
        'x-ms-request-id': randomUUID(),
        etag: '"1"',
        'last-modified': new Date().toUTCString(),
      });
      response.end();
      return;
    }
    calls.push(`fetch ${blob.entry.key}`);
    const range = /bytes=(\d+)-(\d*)/.exec(String(request.headers.range ?? request.headers['x-ms-range'] ?? ''));
    const { content } = blob.entry;
    const from = Number(range?.[1] ?? 0);
    const to = Math.min(range?.[2] ? Number(range[2]) : content.length - 1, content.length - 1);
    response.writeHead(range ? 206 : 200, {
      'content-length': to - from + 1,
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${from}-${to}/${content.length}` }),
    });
    response.end(request.method === 'HEAD' ? undefined : content.subarray(from, to + 1));
  };

  const cache: ActionsCache = {
    url,
    entries,
    calls,
    mode: 'normal',
    environment: () => ({
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
    }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return cache;
}

/** A whole blob, a block of one, or the list that puts its blocks together. */
function put(blob: { entry: CacheEntry; blocks: Map<string, Buffer> }, query: URLSearchParams, body: Buffer): void {
  const part = query.get('comp');
  if (part === 'block') {
    blob.blocks.set(query.get('blockid') ?? '', body);
  } else if (part === 'blocklist') {
    const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id]) => id ?? '');
    blob.entry.content = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)));
  } else {
    blob.entry.content = body;
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
