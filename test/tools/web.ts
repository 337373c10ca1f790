import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A local server for one test: `url` has no slash at its end. */
export type Web = { readonly url: string; readonly port: number; readonly server: Server };

const listen = async (server: Server, scheme: string): Promise<Web> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${scheme}://127.0.0.1:${port}`, port, server };
};

/** Serves on loopback until the test is over. */
export const serve = (handler: RequestListener): Promise<Web> => listen(createServer(handler), 'http');

export const serveTls = (options: ServerOptions, handler: RequestListener): Promise<Web> =>
  listen(createTlsServer(options, handler), 'https');
