import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createHttp } from '../../../../src/ports/http/http.ts';
import { withLog } from '../../../../src/ports/visit/log.ts';
import { field } from '../../../../src/ports/visit/protobuf.ts';
import type { Visited } from '../../../../src/ports/visit/session.ts';
import { visit } from '../../../../src/ports/visit/visit.ts';
import { serve } from '../../../tools/web.ts';

const STREAMLIT = '<title>Streamlit</title><div id="root"></div>';

type App = {
  readonly page?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** What a session does, once the browser has said something. */
  session?(socket: WebSocket, said: Buffer): void;
  /** An answer in place of a change of protocol. */
  readonly refusal?: string;
};

/** An app below `/app` of a local server, and what was asked of the server. */
async function startApp({ page = STREAMLIT, status = 200, headers = {}, session, refusal }: App) {
  const seen: IncomingMessage[] = [];
  const { url, server } = await serve((request, response) => {
    seen.push(request);
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(page);
  });
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (protocols) => [...protocols][0] ?? false });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    seen.push(request);
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.once('message', (said: Buffer) => session?.(opened, said));
    });
  });
  return { url: `${url}/app`, seen };
}

const open = (url: string, limitMs = 5_000): Promise<Visited> =>
  visit({ url, headers: { authorization: 'Key hunter2' }, limitMs }, createHttp(), new AbortController().signal);

const FINISHED = Buffer.from([0x30, 0x00]);
const number = (tag: number, value: number) => Buffer.from([tag * 8, value]);
const exception = (type: string, words: string) =>
  field(
    5,
    field(3, field(8, Buffer.concat([field(1, type), field(2, words), field(3, 'File "/app/app.py", line 4, in f')]))),
  );

describe('a visit of a Streamlit app', () => {
  it('opens a session as a browser does, with the key and its own origin', async () => {
    const { url, seen } = await startApp({ session: (socket) => socket.send(FINISHED) });
    expect(await open(url)).toEqual({ is: 'well', framework: 'Streamlit' });
    expect(seen.map((request) => request.url)).toEqual(['/app/', '/app/_stcore/stream']);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: 'Key hunter2', 'user-agent': expect.stringMatching(/^Mozilla/) });
    }
    expect(seen[1]?.headers).toMatchObject({ origin: new URL(url).origin, 'sec-websocket-protocol': 'streamlit' });
  });

  it('sends the cookies of the page along', async () => {
    const session = (socket: WebSocket) => socket.send(FINISHED);
    const { url, seen } = await startApp({ session, headers: { 'set-cookie': 'sticky=a1; Path=/; HttpOnly' } });
    await open(url);
    expect(seen[1]?.headers.cookie).toBe('sticky=a1');
  });

  it('finds what nobody caught, with its frames', async () => {
    const { url } = await startApp({
      session: (socket) => {
        socket.send(exception('KeyError', "'TOKEN'"));
        socket.send(field(18, field(6, 'KeyError')));
        socket.send(FINISHED);
      },
    });
    expect(await open(url)).toMatchObject({
      is: 'raised',
      said: "KeyError: 'TOKEN'",
      trace: `Traceback (most recent call last):\n  File "/app/app.py", line 4, in f\nKeyError: 'TOKEN'`,
    });
  });

  it('takes one that is shown on purpose for well', async () => {
    const { url } = await startApp({
      session: (socket) => {
        socket.send(exception('KeyError', 'shown'));
        socket.send(field(18, field(6, '')));
        socket.send(FINISHED);
      },
    });
    expect(await open(url)).toEqual({ is: 'well', framework: 'Streamlit' });
  });

  it('does not judge where the server does not say which it was: the log decides', async () => {
    const { url } = await startApp({
      session: (socket) => {
        socket.send(exception('KeyError', 'shown'));
        socket.send(FINISHED);
      },
    });
    const visited = await open(url);
    expect(visited.is).toBe('unsure');
    expect(withLog(visited, 'Uncaught app execution\nTraceback').is).toBe('raised');
    expect(withLog(visited, 'all is well').is).toBe('well');
  });

  it('forgets what was shown before the script runs again', async () => {
    const { url } = await startApp({
      session: (socket) => {
        socket.send(exception('KeyError', 'first'));
        socket.send(field(18, field(6, 'KeyError')));
        socket.send(number(6, 2));
        socket.send(FINISHED);
      },
    });
    expect(await open(url)).toEqual({ is: 'well', framework: 'Streamlit' });
  });
});

describe('what is not judged', () => {
  it.each<[that: string, app: App]>([
    ['never ends', { session: () => {} }],
    ['is cut off', { session: (socket) => socket.terminate() }],
    ['sends what makes no sense, and then nothing', { session: (socket) => socket.send(Buffer.alloc(1000, 0xff)) }],
    ['sends one huge frame', { session: (socket) => socket.send(Buffer.alloc(40_000_000)) }],
    ['refuses the WebSocket', { refusal: '401 Unauthorized' }],
    ['closes instead of answering', { refusal: 'nonsense' }],
    ['asks for a login', { status: 401 }],
    ['leads to another server', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
    [
      'has its calls go to other addresses',
      { page: '<script id="_dash-config">{"requests_pathname_prefix":"https://elsewhere.example/"}</script>' },
    ],
    [
      'has calls that climb out of it',
      { page: '<script id="_dash-config">{"requests_pathname_prefix":"/other/"}</script>' },
    ],
    ['has a broken configuration', { page: '<script id="_dash-config">{</script>' }],
  ])('is an app that %s', async (_, app) => {
    const { url, seen } = await startApp(app);
    const visited = await open(url, 1_000);
    expect(visited.is).toBe('unsure');
    expect(seen.filter((request) => !request.url?.startsWith('/app/'))).toEqual([]);
  });

  it('is more than the page of an app without sessions', async () => {
    const { url, seen } = await startApp({ page: '<h1>Hello</h1>' });
    expect(await open(url)).toEqual({ is: 'plain' });
    expect(seen).toHaveLength(1);
  });

  it('is not a page that fails: its error is read where it is named', async () => {
    const { url } = await startApp({ status: 500, page: '<pre>ValueError: page broke</pre>' });
    expect(await open(url)).toMatchObject({ is: 'raised', said: 'ValueError: page broke' });
  });
});

it('a visit ends when the run is cancelled', async () => {
  const cancel = new AbortController();
  const { url } = await startApp({ session: () => cancel.abort(new Error('stop')) });
  await expect(visit({ url, headers: {}, limitMs: 60_000 }, createHttp(), cancel.signal)).rejects.toThrow('stop');
});
