import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { kindOf } from '../../../src/platforms/ricochet/plan/content-types.ts';
import type { Call, Reply } from '../host/listener.ts';
import { forward, forwardUpgrade, type Upstream } from '../host/proxy.ts';
import { Refusal } from '../host/refusal.ts';
import { decodeSegment } from '../host/router.ts';
import { mayVisit, othersCookies } from './access.ts';
import type { Instance } from './instance.ts';
import type { Item } from './items.ts';
import { redirect, turnAway } from './pages.ts';
import type { Parts } from './parts.ts';
import { serveStatic } from './statics.ts';

/** Clients must not be able to pretend to be somebody (ricochet's documentation of X-Ricochet-User). */
const HIDDEN = ['x-ricochet-user'];

const appNamed = (name: string, { items }: Parts): Item => {
  const item = items.named(name);
  if (item === undefined || kindOf(item.config.contentType) !== 'app') throw new Refusal(404, 'Not found');
  // What is shown before the first deployment has succeeded is inferred.
  if (item.current === undefined) throw new Refusal(404, 'Content has no successful deployment');
  return item;
};

const upstreamOf = (request: IncomingMessage, name: string, { port }: Instance): Upstream => {
  const cookie = othersCookies(request.headers.cookie);
  if (cookie === undefined) delete request.headers.cookie;
  else request.headers.cookie = cookie;
  // Our API key is for us; what an app uses for itself passes. That ricochet does the same is inferred.
  const ours = request.headers.authorization?.startsWith('Key ') ?? false;
  return { port, prefix: `/${name}`, hidden: ours ? [...HIDDEN, 'authorization'] : HIDDEN };
};

const visitApp = (call: Call, name: string, parts: Parts): Reply => {
  const item = appNamed(name, parts);
  const caller = parts.access.caller(call.request);
  if (!mayVisit(item, caller)) return turnAway(call, caller);
  if (call.path === `/${name}`) return redirect(`/${name}/${call.query.size > 0 ? `?${call.query}` : ''}`);
  return async (response) => {
    const pass = (instance: Instance) =>
      forward(call.request, call.body, response, upstreamOf(call.request, name, instance));
    try {
      await parts.apps.use(item, pass);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else
        response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(`${(error as Error).message}\n`);
    }
  };
};

const visitStatic = (call: Call, id: string, path: string, parts: Parts): Reply | Promise<Reply> => {
  const item = parts.items.get(id);
  if (item === undefined) throw new Refusal(404, 'Not found');
  const caller = parts.access.caller(call.request);
  if (!mayVisit(item, caller)) return turnAway(call, caller);
  return call.path.endsWith(`/static/${id}`) ? redirect(`/static/${id}/`) : serveStatic(item, path, parts.folders);
};

const segments = (path: string): string[] => path.split('/').slice(1).map(decodeSegment);

/** What people have deployed: apps below their slug or id, the output of tasks below /static. */
export const serveVisit = async (call: Call, parts: Parts): Promise<Reply> => {
  const [first = '', second = '', ...rest] = segments(call.path);
  return first === 'static' ? visitStatic(call, second, rest.join('/'), parts) : visitApp(call, first, parts);
};

/** A WebSocket to an app. A refusal is plain HTTP, as no other answer is possible before the upgrade. */
export const serveUpgrade = async (
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
  parts: Parts,
): Promise<void> => {
  const refuse = (status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  try {
    const [name = ''] = segments(new URL(request.url ?? '/', 'http://server').pathname);
    const item = appNamed(name, parts);
    if (!mayVisit(item, parts.access.caller(request))) return refuse('401 Unauthorized');
    await parts.apps.use(item, (instance) =>
      forwardUpgrade(request, socket, head, upstreamOf(request, name, instance)),
    );
  } catch (error) {
    refuse(error instanceof Refusal && error.status !== 502 ? `${error.status} Refused` : '502 Bad Gateway');
  }
};
