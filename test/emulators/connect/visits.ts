import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { serveFile } from '../host/files.ts';
import { type Answer, type Call, html, type Reply, text } from '../host/listener.ts';
import { forward, forwardUpgrade, type Upstream } from '../host/proxy.ts';
import { Refusal } from '../host/refusal.ts';
import { othersCookies } from './access.ts';
import type { Instance } from './apps.ts';
import type { Bundle } from './bundles.ts';
import type { Item } from './items.ts';
import { manifestIn, rootOf } from './manifest.ts';
import type { Parts } from './parts.ts';
import { Rejection, rejected } from './rejection.ts';
import { vanityAt } from './sharing-routes.ts';

/** Content as a path names it: by its GUID or its vanity URL, and by a draft's bundle. */
type Place = {
  readonly item: Item;
  readonly bundle: Bundle;
  /** Without a slash at the end. */
  readonly basePath: string;
  readonly draft: boolean;
};

const notFound = (): Refusal => new Refusal(404, 'The requested content does not exist.');

/** @throws Refusal (404) */
const placeOf = (path: string, { bundles, database, gates, items }: Parts): Place => {
  const [, guid, draft] = /^\/content\/([^/]+)(?:\/_bundle(\d+)(?=\/|$))?/.exec(path) ?? [];
  const vanity = guid === undefined ? vanityAt(path, database) : undefined;
  const item = items.get(guid ?? vanity?.content_guid ?? '');
  if (item === undefined) throw notFound();
  // Drafts can be deployed by 2025.06.0, but their pages came with the version after it.
  if (draft !== undefined && !gates.has('preview')) throw notFound();
  const bundle = bundles.get(draft === undefined ? (item.bundle_id ?? 0) : Number(draft));
  if (bundle?.content_guid !== item.guid || bundle.environment === null) throw notFound();
  const basePath = vanity === undefined ? `/content/${item.guid}` : vanity.path.slice(0, -1);
  return draft === undefined
    ? { item, bundle, basePath, draft: false }
    : { item, bundle, basePath: `${basePath}/_bundle${draft}`, draft: true };
};

/** Who may look: whom the access type lets in, and at drafts those who may change the item. */
const admitted = ({ item, draft }: Place, request: IncomingMessage, { access }: Parts): 'yes' | 'no' | 'unknown' => {
  const caller = access.caller(request);
  const role = access.role(item, caller);
  if (draft ? role === 'owner' || role === 'editor' : role !== 'none') return 'yes';
  return caller === undefined ? 'unknown' : 'no';
};

/** A browser is sent to log in; everybody else hears why not. Which of the two is sent when is inferred. */
const turnAway = (call: Call, known: boolean): Answer => {
  if (known) return html('<h1>You do not have permission to view this content</h1>', 403);
  if (call.request.headers.accept?.includes('text/html')) {
    return { status: 302, headers: { location: `/__login__?url=${encodeURIComponent(call.path)}` } };
  }
  return rejected(new Rejection(24, 'Authentication is required to view this content.'));
};

const upstreamOf = (
  request: IncomingMessage,
  { port, keepsPrefix }: Instance,
  { basePath }: Place,
  root: string,
): Upstream => {
  const cookie = othersCookies(request.headers.cookie);
  if (cookie === undefined) delete request.headers.cookie;
  else request.headers.cookie = cookie;
  // Our API key is for us; what an app uses for itself passes.
  const ours = /^(Key|Snowflake) /.test(request.headers.authorization ?? '');
  const hidden = ['x-rsc-authorization', ...(ours ? ['authorization'] : [])];
  // Such an app was started with the whole path, the server's own included.
  return { port, prefix: keepsPrefix ? '' : `${root}${basePath}`, hidden };
};

const visitApp =
  (call: Call, place: Place, parts: Parts): Reply =>
  async (response) => {
    try {
      const instance = await parts.apps.instance(place.item, place.bundle, `${parts.root}${place.basePath}`);
      const upstream = upstreamOf(call.request, instance, place, parts.root);
      await forward(call.request, call.body, response, upstream);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const status = error instanceof Refusal ? error.status : 502;
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${(error as Error).message}\n`);
    }
  };

const visitFiles = async (call: Call, place: Place, parts: Parts): Promise<Answer> => {
  const { basePath, bundle } = place;
  const root = await rootOf(parts.folders.release(bundle.id));
  const { mode, primaryHtml } = await manifestIn(root, parts.gates);
  const rest = decodeURIComponent(call.path.slice(basePath.length + 1));
  if (mode.kind === 'static') return serveFile(root, rest || primaryHtml);
  return serveFile(parts.folders.rendering(bundle.id), rest || 'index.html');
};

/** What people have deployed. `call.path` is without the server's own path. */
export const serveVisit = async (call: Call, parts: Parts): Promise<Reply> => {
  if (call.path === '/' || call.path.startsWith('/connect/')) return html('<title>Posit Connect</title>');
  if (call.path === '/__login__') return html('<title>Sign in</title><form method="post"><input name="user"></form>');
  const place = placeOf(call.path, parts);
  const may = admitted(place, call.request, parts);
  if (may !== 'yes') return turnAway(call, may === 'no');
  const { locked, locked_message: message } = place.item.settings;
  if (locked === true) return text(`This content is locked. ${message}`.trimEnd(), 403);
  if (call.path === place.basePath) {
    const query = call.query.size > 0 ? `?${call.query}` : '';
    return { status: 302, headers: { location: `${parts.root}${place.basePath}/${query}` } };
  }
  const isFiles = ['static', 'jupyter-static'].includes(place.item.app_mode);
  return isFiles ? visitFiles(call, place, parts) : visitApp(call, place, parts);
};

/** A WebSocket to an app. A refusal is plain HTTP, as no other answer is possible before the upgrade. */
export const serveUpgrade = async (
  path: string,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
  parts: Parts,
): Promise<void> => {
  const refuse = (status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  try {
    const place = placeOf(path, parts);
    if (admitted(place, request, parts) !== 'yes') return refuse('401 Unauthorized');
    const instance = await parts.apps.instance(place.item, place.bundle, `${parts.root}${place.basePath}`);
    await forwardUpgrade(request, socket, head, upstreamOf(request, instance, place, parts.root));
  } catch (error) {
    refuse(error instanceof Refusal ? `${error.status} Refused` : '502 Bad Gateway');
  }
};
