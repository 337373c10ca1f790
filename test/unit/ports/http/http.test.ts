import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Cancelled } from '../../../../src/findings/finding.ts';
import { createHttp, type HttpRequest, NetworkError, type Upload } from '../../../../src/ports/http/http.ts';
import { serve, serveTls } from '../../../tools/web.ts';

const http = createHttp();
const get = (url: string, rest: Partial<HttpRequest> = {}) => http({ method: 'GET', url, ...rest });

/** The `NetworkError` a request ends with. */
const networkError = async (request: Promise<unknown>): Promise<NetworkError> => {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NetworkError);
  return error as NetworkError;
};

/** A server that speaks for itself, byte by byte. */
const serveRaw = async (handle: (socket: Socket) => void): Promise<string> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    handle(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** An upload whose one buffer is overwritten with each chunk, as when a file is read. */
const reusing = (chunks: number, size: number, asked: (chunk: number) => void = () => {}): Upload => ({
  length: chunks * size,
  open: async function* () {
    const memory = Buffer.alloc(size);
    for (let chunk = 0; chunk < chunks; chunk++) {
      asked(chunk);
      yield memory.fill(chunk);
    }
    memory.fill(255);
  },
});

describe('a request', () => {
  it('carries its method, path, query, headers and text, and brings back status, headers and text', async () => {
    const { url } = await serve(async (request, response) => {
      const body = await buffer(request);
      response.writeHead(418, { 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] });
      response.end(JSON.stringify([request.method, request.url, request.headers, body.toString()]));
    });
    const answer = await http({ method: 'PUT', url: `${url}/a%20b?c=d`, headers: { 'x-own': '1' }, body: 'grüße' });
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] });
    const [method, path, headers, body] = JSON.parse(answer.text);
    expect([method, path, body]).toEqual(['PUT', '/a%20b?c=d', 'grüße']);
    expect(headers).toMatchObject({ 'x-own': '1', 'content-length': '7', 'user-agent': 'uv-deploy', accept: '*/*' });
    expect(headers).not.toHaveProperty('transfer-encoding');
  });

  it.each(['GET', 'HEAD', 'DELETE', 'POST'] as const)('may be a %s without a body', async (method) => {
    const { url } = await serve((request, response) => {
      response.setHeader('x-method', String(request.method));
      response.setHeader('x-encoding', String(request.headers['transfer-encoding']));
      response.end('body');
    });
    const answer = await http({ method, url });
    expect(answer.headers).toMatchObject({ 'x-method': method, 'x-encoding': 'undefined' });
    expect(answer.text).toBe(method === 'HEAD' ? '' : 'body');
  });

  it('follows no redirect', async () => {
    const { url } = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await get(url)).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
  });

  it('keeps its connection for the next one', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    for (let index = 0; index < 3; index++) await get(`${url}/${index}`);
    expect(ports.size).toBe(1);
  });

  it('survives a kept connection that the server has closed meanwhile', async () => {
    const { url, server } = await serve((_, response) => response.end('ok'));
    await get(url);
    server.closeAllConnections();
    const answer = await get(url).catch(() => get(url)); // at worst the first one finds the connection closed
    expect(answer.status).toBe(200);
  });
});

describe('an upload', () => {
  const hashOf = (chunks: number, size: number): string => {
    const hash = createHash('sha256');
    for (let chunk = 0; chunk < chunks; chunk++) hash.update(Buffer.alloc(size, chunk));
    return hash.digest('hex');
  };

  it('is streamed under its exact length, though its chunks use the same memory', async () => {
    const { url } = await serve(async (request, response) => {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of request) {
        hash.update(chunk);
        size += chunk.length;
      }
      const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
      response.end(JSON.stringify({ length, encoding, size, hash: hash.digest('hex') }));
    });
    const { text } = await http({ method: 'POST', url, body: reusing(64, 100_000) });
    expect(JSON.parse(text)).toEqual({ length: '6400000', size: 6_400_000, hash: hashOf(64, 100_000) });
  });

  it('of nothing is an empty body', async () => {
    const { url } = await serve(async (request, response) =>
      response.end(`${request.headers['content-length']} ${(await buffer(request)).length}`),
    );
    expect((await http({ method: 'POST', url, body: reusing(0, 1) })).text).toBe('0 0');
  });

  it('can be sent again', async () => {
    const { url } = await serve(async (request, response) =>
      response.end(
        createHash('sha256')
          .update(await buffer(request))
          .digest('hex'),
      ),
    );
    const body = reusing(3, 1_000);
    const texts = [await http({ method: 'POST', url, body }), await http({ method: 'POST', url, body })].map(
      ({ text }) => text,
    );
    expect(texts).toEqual([hashOf(3, 1_000), hashOf(3, 1_000)]);
  });

  it.each([413, 401])(
    'ends early with the answer when the server refuses it (%d) before it is through',
    async (status) => {
      const { url } = await serve((request, response) => {
        request.once('data', () => {
          request.pause();
          response.writeHead(status).end('no');
        });
      });
      let asked = 0;
      const body = reusing(1_000, 1_000_000, (chunk) => {
        asked = chunk;
      });
      expect(await http({ method: 'POST', url, body })).toMatchObject({ status, text: 'no' });
      expect(asked).toBeLessThan(100);
    },
  );

  it('asks for no chunk before the server has room for it', async () => {
    let asked = 0;
    const { url } = await serve((request, response) => {
      // Reads nothing until told so; the kernel's buffers take a few megabytes.
      request.on('error', () => {});
      setTimeout(() => {
        response.setHeader('x-asked', String(asked));
        request.resume().on('end', () => response.end('ok'));
      }, 150);
    });
    const body = reusing(60, 1_000_000, (chunk) => {
      asked = chunk;
    });
    const answer = await http({ method: 'POST', url, body });
    expect(answer.text).toBe('ok');
    expect(Number(answer.headers['x-asked'])).toBeLessThan(40);
    expect(asked).toBe(59);
  });

  it('closes what it reads from when the connection breaks', async () => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    let closed = false;
    const body: Upload = {
      length: 1e9,
      open: async function* () {
        try {
          for (;;) yield Buffer.alloc(100_000);
        } finally {
          closed = true;
        }
      },
    };
    await networkError(http({ method: 'POST', url, body }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(true);
  });

  it('fails when what it reads from fails, and the server gets no complete request', async () => {
    let ended: Promise<unknown> | undefined;
    let complete = false;
    const { url } = await serve((request) => {
      ended = once(request, 'close');
      request.on('end', () => {
        complete = true;
      });
      request.on('error', () => {}).resume();
    });
    const body: Upload = {
      length: 2_000,
      open: async function* () {
        yield Buffer.alloc(1_000);
        throw new Error('the disk is gone');
      },
    };
    await expect(http({ method: 'POST', url, body })).rejects.toThrow('the disk is gone');
    await ended;
    expect(complete).toBe(false);
  });
});

describe('a broken connection', () => {
  it('before anything was sent is reported as such', async () => {
    const closed = createServer();
    await once(closed.listen(0, '127.0.0.1'), 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const error = await networkError(get(`http://127.0.0.1:${port}/`));
    expect(error).toMatchObject({ code: 'ECONNREFUSED', sent: false });
    expect(error.message).toBe(`nothing listens at 127.0.0.1:${port} (connection refused)`);
  });

  it('for want of a name is reported as such', async () => {
    const error = await networkError(get('http://no-such-host.invalid/'));
    expect(error.sent).toBe(false);
    expect(error.code).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(error.message).toContain('no-such-host.invalid');
    expect(error.message).toContain('(DNS)');
  });

  it('after the request may have reached the server', async () => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const error = await networkError(get(url));
    expect(error).toMatchObject({ code: 'ECONNRESET', sent: true });
    expect(error.message).toBe(`${new URL(url).host} closed the connection before it had answered`);
  });

  it('closed without a word may have reached the server as well', async () => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.end()));
    expect(await networkError(get(url))).toMatchObject({ code: 'ECONNRESET', sent: true });
  });

  it('in the middle of the upload', async () => {
    const url = await serveRaw((socket) => {
      let received = 0;
      socket.on('data', ({ length }) => {
        received += length;
        if (received > 3_000_000) socket.resetAndDestroy();
      });
    });
    const error = await networkError(http({ method: 'POST', url, body: reusing(100, 1_000_000) }));
    expect(error.sent).toBe(true);
    expect(error.code).toMatch(/ECONNRESET|EPIPE/);
    expect(error.message).toMatch(/closed the connection before it had answered$/);
  });

  it.each([
    ['after a length', 'content-length: 100\r\n\r\nhalf'],
    ['in a chunk', 'transfer-encoding: chunked\r\n\r\n10\r\nhalf'],
  ])('in the middle of the answer, %s', async (_, answer) => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${answer}`)));
    expect(await networkError(get(url))).toMatchObject({ code: 'ECONNRESET', sent: true });
  });

  it('to something that does not speak HTTP', async () => {
    const url = await serveRaw((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
    const error = await networkError(get(url));
    expect(error.code).toMatch(/^HPE_/);
    expect(error.message).toContain(`the request to ${new URL(url).host} failed: `);
  });

  it.each([3, 20])('leaves nothing behind that could end the process: %d at once', async (count) => {
    const url = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const uploads = Array.from({ length: count }, () =>
      networkError(http({ method: 'POST', url, body: reusing(50, 500_000) })),
    );
    for (const { sent } of await Promise.all(uploads)) expect(sent).toBe(true);
  });
});

describe('silence', () => {
  it('before the answer ends the request', async () => {
    const url = await serveRaw(() => {});
    const error = await networkError(get(url, { silenceMs: 100 }));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: true });
    expect(error.message).toMatch(/did not answer for 0\.1 s$/);
  });

  it('within the answer ends it too, and is reported as silence', async () => {
    const url = await serveRaw((socket) =>
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')),
    );
    const error = await networkError(get(url, { silenceMs: 100 }));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: true });
    expect(error.message).toContain('did not answer for');
  });

  it('while the body is sent ends it too', async () => {
    const url = await serveRaw((socket) => socket.pause());
    const error = await networkError(http({ method: 'POST', url, body: reusing(100, 1_000_000), silenceMs: 200 }));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: true });
  });

  it('while the connection is made ends it too, and nothing was sent', async () => {
    // A listener whose queue is full: the kernel leaves further calls unanswered.
    const script = `import socket, sys
server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen(0)
print(server.getsockname()[1], flush=True); sys.stdin.read()`;
    const child = spawn('python3', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.stdin.end());
    const [line] = await once(child.stdout, 'data');
    const port = Number(String(line));
    const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    onTestFinished(() => {
      for (const socket of fillers) socket.destroy();
    });
    await once(fillers[0] as Socket, 'connect');
    const error = await networkError(get(`http://127.0.0.1:${port}/`, { silenceMs: 200 }));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: false });
  });

  it('is counted from the last byte', async () => {
    const { url } = await serve((_, response) => {
      let left = 3;
      const timer = setInterval(() => {
        if (left-- > 0) response.write('x');
        else {
          clearInterval(timer);
          response.end();
        }
      }, 300);
    });
    expect((await get(url, { silenceMs: 800 })).text).toBe('xxx');
  });
});

describe('cancelling', () => {
  const reason = new Cancelled('The run was cancelled (SIGINT).');

  it('before the request sends nothing', async () => {
    let connections = 0;
    const { url, server } = await serve((_, response) => response.end());
    server.on('connection', () => (connections += 1));
    await expect(get(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(connections).toBe(0);
  });

  it('while waiting for the answer', async () => {
    const cancel = new AbortController();
    const url = await serveRaw((socket) => socket.once('data', () => cancel.abort(reason)));
    await expect(get(url, { signal: cancel.signal })).rejects.toBe(reason);
  });

  it('while sending', async () => {
    const cancel = new AbortController();
    const url = await serveRaw((socket) => socket.pause());
    const body = reusing(1_000, 1_000_000, (chunk) => {
      if (chunk === 3) setImmediate(() => cancel.abort(reason));
    });
    await expect(http({ method: 'POST', url, body, signal: cancel.signal })).rejects.toBe(reason);
  });

  it('while receiving', async () => {
    const cancel = new AbortController();
    const url = await serveRaw((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf');
        setTimeout(() => cancel.abort(reason), 50);
      }),
    );
    await expect(get(url, { signal: cancel.signal })).rejects.toBe(reason);
  });

  it('after the answer changes nothing, and leaves no listener on the signal', async () => {
    const cancel = new AbortController();
    const { url } = await serve((_, response) => response.end('ok'));
    let listening = 0;
    const { signal } = cancel;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listening += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...args);
    };
    const answer = await get(url, { signal });
    expect(listening).toBe(0);
    cancel.abort(reason);
    expect(answer.text).toBe('ok');
  });

  it('with a reason that is no error is a cancellation all the same', async () => {
    const cancel = new AbortController();
    const url = await serveRaw((socket) => socket.once('data', () => cancel.abort('stop')));
    await expect(get(url, { signal: cancel.signal })).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('a long answer', () => {
  /** Sends `x` for ever, and tells when the client has hung up. */
  const endless = async () => {
    let hungUp: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const { url } = await serve((_, response) => {
      const send = () => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', send).on('close', () => hungUp?.());
      send();
    });
    return { url, closed };
  };

  it('over the limit is an error that says so, and hangs up', async () => {
    const { url, closed } = await endless();
    const error = await networkError(get(url, { limit: 100_000 }));
    expect(error).toMatchObject({ code: 'ETOOBIG', sent: true });
    expect(error.message).toBe(`${new URL(url).host} sent more than 100000 bytes`);
    await closed;
  });

  it('of exactly the limit is whole', async () => {
    const { url } = await serve((_, response) => response.end('x'.repeat(1_000)));
    expect((await get(url, { limit: 1_000 })).text).toHaveLength(1_000);
    await networkError(get(url, { limit: 999 }));
  });

  it('over the limit is read on for its end, where that is wanted', async () => {
    const { url } = await serve(async (_, response) => {
      for (let n = 0; n < 300; n++) if (!response.write(`${n} ${'x'.repeat(1_000)}\n`)) await once(response, 'drain');
      response.end('The end');
    });
    const whole = (await get(url)).text;
    expect((await get(url, { limit: 5_000, keep: 'end' })).text).toBe(whole.slice(-5_000));
    expect((await get(url, { limit: whole.length, keep: 'end' })).text).toBe(whole);
  });

  it('is cut at the limit where a part is enough', async () => {
    const { url, closed } = await endless();
    const { status, text } = await get(url, { limit: 1_000, enoughMs: 60_000 });
    expect([status, text]).toEqual([200, 'x'.repeat(1_000)]);
    await closed;
  });

  it('that never ends is cut after a time where a part is enough', async () => {
    let hungUp: Promise<unknown> | undefined;
    const { url } = await serve((_, response) => {
      hungUp = once(response, 'close');
      response.write('first line\n');
    });
    expect(await get(url, { enoughMs: 100 })).toMatchObject({ status: 200, text: 'first line\n' });
    await hungUp;
  });

  it('with nothing in it yet is an empty text after a time', async () => {
    const { url } = await serve((_, response) => void response.flushHeaders());
    expect(await get(url, { enoughMs: 50 })).toMatchObject({ status: 200, text: '' });
  });

  it('that breaks before that time is an error all the same', async () => {
    const url = await serveRaw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')),
    );
    expect(await networkError(get(url, { enoughMs: 10_000 }))).toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const path = (name: string) => join(folder, name);
  let own: { key: Buffer; cert: Buffer };
  let other: { key: Buffer; cert: Buffer };

  beforeAll(() => {
    const make = (name: string, subject: string) => {
      const args = [
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
      ];
      const files = ['-keyout', path(`${name}.key`), '-out', path(`${name}.crt`)];
      execFileSync('openssl', ['req', '-x509', ...args, ...files, '-addext', `subjectAltName=${subject}`], {
        stdio: 'pipe',
      });
      return { key: readFileSync(path(`${name}.key`)), cert: readFileSync(path(`${name}.crt`)) };
    };
    own = make('own', 'IP:127.0.0.1,DNS:app.test');
    other = make('other', 'DNS:other.test');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const defaults = getCACertificates();
  afterEach(() => setDefaultCACertificates(defaults));
  const trust = (...certificates: Buffer[]) => setDefaultCACertificates([...defaults, ...certificates.map(String)]);

  it('with a self-signed certificate is refused by name, and nothing is sent', async () => {
    let requests = 0;
    const { url, port } = await serveTls(own, (_, response) => {
      requests += 1;
      response.end();
    });
    const error = await networkError(createHttp()({ method: 'GET', url, headers: { authorization: 'Key hunter2' } }));
    expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', sent: false });
    expect(error.message).toBe(`the TLS certificate of 127.0.0.1:${port} is self-signed`);
    expect(requests).toBe(0);
  });

  it('with a certificate that this machine trusts carries requests and uploads', async () => {
    trust(own.cert);
    const { url } = await serveTls(own, async (request, response) =>
      response.end(`got ${(await buffer(request)).length}`),
    );
    const client = createHttp();
    expect((await client({ method: 'GET', url })).text).toBe('got 0');
    expect((await client({ method: 'POST', url, body: reusing(30, 100_000) })).text).toBe('got 3000000');
  });

  it('with a certificate for another name is refused', async () => {
    trust(other.cert);
    const { url, port } = await serveTls(other, (_, response) => response.end());
    const error = await networkError(createHttp()({ method: 'GET', url }));
    expect(error).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', sent: false });
    expect(error.message).toBe(`the TLS certificate of 127.0.0.1:${port} is for another name`);
  });

  it('with a server that speaks plain HTTP is refused with a hint', async () => {
    const { port } = await serve((_, response) => response.end());
    const error = await networkError(get(`https://127.0.0.1:${port}/`));
    expect(error.sent).toBe(false);
    expect(error.message).toBe(`127.0.0.1:${port} does not speak HTTPS`);
  });

  it('with a server that never shakes hands ends with silence', async () => {
    const url = await serveRaw(() => {});
    const error = await networkError(get(url.replace('http:', 'https:'), { silenceMs: 100 }));
    expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: false });
  });

  describe('and plain HTTP through a proxy', () => {
    const names = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
    const before = names.map((name) => [name, process.env[name]] as const);
    const reset = () => {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    };
    afterEach(reset);

    /** A forward proxy that takes every name for this machine. */
    const proxy = async (allow = (_: string | undefined) => true) => {
      const tunnels: string[] = [];
      const credentials: (string | undefined)[] = [];
      const sockets = new Set<Socket>();
      const server = createHttpServer((_, response) => response.writeHead(501).end());
      server.on('connect', (request, socket: Socket, head) => {
        const { url = '', headers } = request;
        tunnels.push(url);
        credentials.push(headers['proxy-authorization']);
        socket.on('error', () => {});
        if (!allow(headers['proxy-authorization'])) {
          socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
          return;
        }
        const upstream = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          upstream.write(head);
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
        sockets.add(upstream);
      });
      server.on('connection', (socket: Socket) => sockets.add(socket));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      onTestFinished(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
      });
      for (const name of names) delete process.env[name];
      return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, credentials };
    };

    it('reaches an https server that has no name here, with an upload', async () => {
      const { host, tunnels } = await proxy();
      process.env.https_proxy = `http://${host}`;
      trust(own.cert);
      const { port } = await serveTls(own, async (request, response) =>
        response.end(`got ${(await buffer(request)).length}`),
      );
      const client = createHttp();
      const url = `https://app.test:${port}/`;
      expect((await client({ method: 'POST', url, body: reusing(30, 100_000) })).text).toBe('got 3000000');
      expect((await client({ method: 'GET', url })).text).toBe('got 0');
      expect(new Set(tunnels)).toEqual(new Set([`app.test:${port}`]));
    });

    it('still checks the certificate of the server behind it', async () => {
      const { host } = await proxy();
      process.env.https_proxy = `http://${host}`;
      const { port } = await serveTls(own, (_, response) => response.end());
      const error = await networkError(createHttp()({ method: 'GET', url: `https://app.test:${port}/` }));
      expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    });

    it('reaches an http server by http_proxy, with the password of the proxy', async () => {
      const { host, tunnels, credentials } = await proxy();
      process.env.http_proxy = `http://user:p%40ss@${host}`;
      const { port } = await serve((request, response) => response.end(request.headers.host));
      expect((await createHttp()({ method: 'GET', url: `http://app.test:${port}/x` })).text).toBe(`app.test:${port}`);
      expect(tunnels).toEqual([`app.test:${port}`]);
      expect(credentials).toEqual([`Basic ${Buffer.from('user:p@ss').toString('base64')}`]);
    });

    it('goes straight to loopback and to what no_proxy names', async () => {
      const { host, tunnels } = await proxy();
      process.env.http_proxy = `http://${host}`;
      process.env.no_proxy = 'other.invalid, .internal.invalid';
      const { url } = await serve((_, response) => response.end('direct'));
      expect((await createHttp()({ method: 'GET', url })).text).toBe('direct');
      const error = await networkError(createHttp()({ method: 'GET', url: 'http://app.internal.invalid/' }));
      expect(error.message).toContain('(DNS)');
      expect(tunnels).toEqual([]);
    });

    it('tells of a proxy that refuses, and nothing was sent', async () => {
      const { host } = await proxy(() => false);
      process.env.http_proxy = `http://${host}`;
      const error = await networkError(createHttp()({ method: 'GET', url: 'http://app.test/' }));
      expect(error.sent).toBe(false);
      expect(error.message).toContain('407');
    });

    it('tells of a proxy that is not there', async () => {
      const { host } = await proxy();
      process.env.http_proxy = `http://${host.replace(/\d+$/, '1')}`;
      const error = await networkError(createHttp()({ method: 'GET', url: 'http://app.test/' }));
      expect(error.sent).toBe(false);
      expect(error.message).toMatch(/proxy|tunnel/);
    });

    it('ends with silence, or with a cancellation, while the proxy says nothing', async () => {
      await proxy();
      process.env.http_proxy = await serveRaw(() => {});
      const error = await networkError(createHttp()({ method: 'GET', url: 'http://app.test/', silenceMs: 100 }));
      expect(error).toMatchObject({ code: 'ETIMEDOUT', sent: false });

      const cancel = new AbortController();
      const reason = new Cancelled('cancelled');
      process.env.http_proxy = await serveRaw((socket) => socket.once('data', () => cancel.abort(reason)));
      const pending = createHttp()({ method: 'GET', url: 'http://app.test/', signal: cancel.signal });
      await expect(pending).rejects.toBe(reason);
    });
  });
});
