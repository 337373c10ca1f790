import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../../src/findings/finding.ts';
import { checkHealth, type HealthTarget } from '../../../../src/ports/http/health.ts';
import { createHttp } from '../../../../src/ports/http/http.ts';
import { readFailure } from '../../../../src/project/failure/reading.ts';
import { createFakeClock } from '../../../tools/fakes.ts';
import { serve } from '../../../tools/web.ts';

type Seen = { readonly path: string; readonly key: string | undefined };

/** An app below `/app` of a local server. */
const startApp = async (handler: RequestListener) => {
  const seen: Seen[] = [];
  const { url } = await serve((request, response) => {
    seen.push({ path: request.url ?? '', key: request.headers.authorization });
    handler(request, response);
  });
  return { server: url, url: `${url}/app`, seen };
};

const probe = async (
  url: string,
  changes: Partial<HealthTarget> = {},
  clock = createFakeClock(),
  signal = new AbortController().signal,
) => {
  const lines: string[] = [];
  const health = await checkHealth(
    {
      url,
      paths: ['/'],
      limitMs: 10_000,
      headers: { authorization: 'Key hunter2' },
      consoleUrl: 'https://a.example/apps/01A/overview',
      ...changes,
    },
    { http: createHttp(), clock, signal, say: (line) => lines.push(line) },
  );
  return { ...health, lines, clock };
};

/** Answers each request with the next status; the last one stays. */
const statuses = (...list: number[]): RequestListener => {
  let index = 0;
  return (_, response) => {
    const status = list[Math.min(index, list.length - 1)] ?? 500;
    index += 1;
    response.writeHead(status).end(`status ${status}`);
  };
};

describe('a healthy app', () => {
  it.each([200, 201, 204, 299])('answers %d', async (status) => {
    const { url, seen } = await startApp(statuses(status));
    const { results, finding, lines } = await probe(url);
    expect(finding).toBeUndefined();
    expect(results).toEqual([{ path: '/', status, ms: 0, attempts: 1 }]);
    expect(lines).toEqual([`GET / returned ${status}`]);
    expect(seen).toEqual([{ path: '/app/', key: 'Key hunter2' }]);
  });

  it('answers on every path, in order', async () => {
    const { url, seen } = await startApp(statuses(200));
    const { results } = await probe(url, { paths: ['/', '/health?full=1', '/a%20b'] });
    expect(results.map(({ path }) => path)).toEqual(['/', '/health?full=1', '/a%20b']);
    expect(seen.map(({ path }) => path)).toEqual(['/app/', '/app/health?full=1', '/app/a%20b']);
  });

  it('may take several tries; each new answer is reported once', async () => {
    const { url } = await startApp(statuses(502, 502, 503, 200));
    const { results, finding, lines, clock } = await probe(url);
    expect(finding).toBeUndefined();
    expect(results).toEqual([{ path: '/', status: 200, ms: 300, attempts: 4 }]);
    expect(lines).toEqual(['GET / returned 502', 'GET / returned 503', 'GET / returned 200']);
    expect(clock.sleeps).toEqual([100, 100, 100]);
  });

  it('may answer slowly at first, longer than the limit', async () => {
    const clock = createFakeClock();
    const { url } = await startApp((_, response) => {
      clock.advance(50_000);
      setTimeout(() => response.end('awake'), 100);
    });
    const { results, finding } = await probe(url, { limitMs: 1_000 }, clock);
    expect(finding).toBeUndefined();
    expect(results).toEqual([{ path: '/', status: 200, ms: 50_000, attempts: 1 }]);
  });

  it('may break the first connections while it starts', async () => {
    let count = 0;
    const { url } = await startApp((request, response) => {
      count += 1;
      if (count < 3) request.socket.destroy();
      else response.end('ok');
    });
    const { results, lines } = await probe(url);
    expect(results).toMatchObject([{ status: 200, attempts: 3 }]);
    expect(lines).toEqual([
      `No response from GET /: ${new URL(url).host} closed the connection before it had answered`,
      'GET / returned 200',
    ]);
  });

  it('may send a page that never ends', async () => {
    const { url } = await startApp((_, response) => void response.writeHead(200).write('event: ping\n\n'));
    expect((await probe(url)).results).toMatchObject([{ status: 200, attempts: 1 }]);
  });

  it('may send a page that is larger than what is read', async () => {
    const { url } = await startApp((_, response) => response.end('x'.repeat(1_000_000)));
    expect((await probe(url)).results).toMatchObject([{ status: 200, attempts: 1 }]);
  });
});

describe('without a path that somebody wrote', () => {
  it.each([200, 401, 403, 404, 405])('an app that answers %d is well', async (status) => {
    const { url } = await startApp(statuses(status));
    const { results, finding } = await probe(url, { paths: [], limitMs: 0 });
    expect(finding).toBeUndefined();
    expect(results).toMatchObject([{ path: '/', status, attempts: 1 }]);
  });

  it.each([500, 502, 503])('one that answers %d is not', async (status) => {
    const { url } = await startApp(statuses(status));
    expect((await probe(url, { paths: [], limitMs: 0 })).finding?.code).toBe('unhealthy');
  });

  it('what the platform answers in place of the app is not', async () => {
    const { url } = await startApp(statuses(404));
    const isPlatforms = ({ text }: { text: string }) => text === 'status 404';
    expect((await probe(url, { paths: [], limitMs: 0, isPlatforms })).finding?.message).toContain('GET / returned 404');
  });

  it('a redirect to a page of the server is not, one to another server is', async () => {
    const { url } = await startApp((_, response) => response.writeHead(302, { location: '/login' }).end());
    expect((await probe(url, { paths: [], limitMs: 0 })).finding).toBeDefined();
    const away = await startApp((_, response) => response.writeHead(302, { location: 'https://sso.example/' }).end());
    expect((await probe(away.url, { paths: [], limitMs: 0 })).finding).toBeUndefined();
  });
});

describe('a crash that does not heal', () => {
  const crash = (words: string): RequestListener => {
    let count = 0;
    return (_, response) => {
      count += 1;
      response.writeHead(502).end(`try ${count}\n${words}`);
    };
  };
  const TRACE = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n';

  it.each([
    "ModuleNotFoundError: No module named 'flask'",
    `${TRACE}ValueError: no good at 12`,
    'It exited with code 3.',
  ])('ends the wait after 20 s: %j', async (words) => {
    const { url } = await startApp(crash(words));
    const { results, finding } = await probe(url, { limitMs: 300_000 });
    expect(results[0]?.ms).toBeGreaterThanOrEqual(20_000);
    expect(results[0]?.ms).toBeLessThan(26_000);
    expect(finding?.code).toBe('unhealthy');
  });

  it.each(['The database is away.', ''])('is not seen in %j', async (words) => {
    const { url } = await startApp(crash(words));
    expect((await probe(url, { limitMs: 60_000 })).results[0]?.ms).toBeGreaterThanOrEqual(60_000);
  });

  it('is not what changes, such as one module after the other', async () => {
    let count = 0;
    const { url } = await startApp((_, response) =>
      response.writeHead(500).end(`No module named 'm${'a'.repeat(count++)}'`),
    );
    expect((await probe(url, { limitMs: 60_000 })).results[0]?.ms).toBeGreaterThanOrEqual(60_000);
  });

  const project = { dir: '/', shown: (path: string) => path };
  const read = (words: string) => readFailure(words, { kind: 'app', files: [], project });

  it('is known by its last line, with the frames as they are', async () => {
    const { url } = await startApp(
      crash(`${TRACE}  File "<frozen os>", line 685, in __getitem__\nKeyError: 'DATABASE_URL'`),
    );
    const { finding } = await probe(url, { limitMs: 0, readFailure: read, listens: false });
    expect(finding?.message).toContain('needs the variable DATABASE_URL');
    expect(finding?.message).toContain('in <module>');
    expect(finding?.message).toContain('<frozen os>');
  });

  it('is read in a page that escapes it', async () => {
    const frame = '  File &quot;/app/a.py&quot;, line 2, in &lt;module&gt;\n    os.environ[&#39;DATABASE_URL&#39;]\n';
    const page = `<pre>Traceback (most recent call last):\n${frame}KeyError: &#x27;DATABASE_URL&#x27;\n</pre>`;
    const { url } = await startApp(crash(page));
    const { finding } = await probe(url, { limitMs: 0, readFailure: read });
    expect(finding?.message).toContain('needs the variable DATABASE_URL');
  });

  it('is not said to listen wrongly where the platform listens for it', async () => {
    const { url } = await startApp(crash('bound to 127.0.0.1'));
    const { finding } = await probe(url, { limitMs: 0, listens: false });
    expect(finding?.message).not.toContain('listen');
    expect(finding?.remedy).not.toContain('PORT');
  });
});

describe('redirects', () => {
  it.each([
    ['a path', '/app/home'],
    ['a relative path', 'home'],
    ['the app itself', '/app?x=1'],
    ['a full URL', 'URL/app/home'],
  ])('within the app are followed, with the key: %s', async (_, location) => {
    const { url, seen } = await startApp((request, response) => {
      const here = `http://${request.headers.host}`;
      if (request.url === '/app/') response.writeHead(307, { location: location.replace('URL', here) }).end();
      else response.end('home');
    });
    const { results, finding } = await probe(url);
    expect(finding).toBeUndefined();
    expect(results).toMatchObject([{ status: 200, attempts: 1 }]);
    expect(seen.map(({ key }) => key)).toEqual(['Key hunter2', 'Key hunter2']);
  });

  it.each(['/login', '/app-login', '/application/', '/', '/app/../login', '/app/%2e%2e/login'])(
    'to a page of the server outside the app are refused: %s',
    async (location) => {
      const { url, seen } = await startApp((request, response) => {
        if (request.url?.startsWith('/app/')) response.writeHead(302, { location }).end('moved');
        else response.end('please log in');
      });
      const privateApp = 'Set access = "all".';
      const { results, finding, lines } = await probe(url, { limitMs: 0, privateApp });
      expect(results).toMatchObject([{ status: 302, attempts: 3 }]);
      expect(finding).toMatchObject({ level: 'error', code: 'unhealthy' });
      expect(finding?.message).toContain('likely the request is redirected to a login page');
      expect(finding?.remedy).toContain(privateApp);
      expect(lines).toEqual([`GET / returned 302, a redirect to ${location}`]);
      expect(new Set(seen.map(({ path }) => path))).toEqual(new Set(['/app/']));
    },
  );

  it('to another server are refused: it is not asked, and never sees the key', async () => {
    const other = await startApp((_, response) => response.end('login'));
    const { url } = await startApp((_, response) => response.writeHead(302, { location: `${other.url}/` }).end());
    const { finding } = await probe(url, { limitMs: 0 });
    expect(finding?.message).toContain(`a redirect to ${other.url}/`);
    expect(other.seen).toEqual([]);
  });

  it('to another server, by way of the app, are refused too', async () => {
    const other = await startApp((_, response) => response.end('login'));
    const { url, seen } = await startApp((request, response) => {
      const location = request.url === '/app/' ? '/app/second' : `//${new URL(other.url).host}/app/`;
      response.writeHead(302, { location }).end();
    });
    const { finding } = await probe(url, { limitMs: 0 });
    expect(finding).toBeDefined();
    expect(seen.map(({ path }) => path).slice(0, 2)).toEqual(['/app/', '/app/second']);
    expect(other.seen).toEqual([]);
  });

  it('to the same host under another scheme or port are another server', async () => {
    const { url } = await startApp((_, response) =>
      response.writeHead(301, { location: url.replace('http:', 'https:') }).end(),
    );
    expect((await probe(url, { limitMs: 0 })).results).toMatchObject([{ status: 301 }]);
  });

  it('in a circle end', async () => {
    const { url, seen } = await startApp((_, response) => response.writeHead(302, { location: '/app/' }).end());
    const { results } = await probe(url, { limitMs: 0 });
    expect(results).toMatchObject([{ status: 302, attempts: 3 }]);
    expect(seen).toHaveLength(3 * 6);
  });

  it.each(['http://[', 'javascript:alert(1)', 'data:text/html,x', ''])(
    'to %j are an answer, not a fault',
    async (location) => {
      const { url } = await startApp((_, response) => response.writeHead(302, { location }).end());
      const { results, finding } = await probe(url, { limitMs: 0 });
      expect(results).toMatchObject([{ status: 302 }]);
      expect(finding?.code).toBe('unhealthy');
    },
  );

  it('without a location, and answers such as 304, are what they are', async () => {
    const { url } = await startApp(statuses(304));
    expect((await probe(url, { limitMs: 0 })).results).toMatchObject([{ status: 304, attempts: 3 }]);
  });

  it('at the root of a server stay on it', async () => {
    const { server, seen } = await startApp((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/docs' }).end();
      else response.end('docs');
    });
    expect((await probe(server)).results).toMatchObject([{ status: 200 }]);
    expect(seen.map(({ path }) => path)).toEqual(['/', '/docs']);
  });
});

describe('an unhealthy app', () => {
  it('gets three tries even when there is no time at all', async () => {
    const { url, seen } = await startApp(statuses(500));
    const { results, finding } = await probe(url, { limitMs: 0 });
    expect(seen).toHaveLength(3);
    expect(results).toEqual([{ path: '/', status: 500, ms: 200, attempts: 3 }]);
    expect(finding?.message).toContain('after 3 tries');
  });

  it('is tried until the time is over, at least every five seconds', async () => {
    const { url } = await startApp(statuses(500));
    const { results, clock } = await probe(url, { limitMs: 60_000 });
    expect(Math.max(...clock.sleeps)).toBe(5_000);
    expect(results[0]?.ms).toBeGreaterThanOrEqual(60_000);
    expect(results[0]?.ms).toBeLessThan(66_000);
  });

  it('on one path is unhealthy; each path has its three tries within the common limit', async () => {
    const { url, seen } = await startApp((request, response) => {
      response.writeHead(request.url === '/app/a' ? 200 : 404).end();
    });
    const { results, finding } = await probe(url, { paths: ['/a', '/b', '/c'], limitMs: 0 });
    expect(results.map(({ path, status, attempts }) => [path, status, attempts])).toEqual([
      ['/a', 200, 1],
      ['/b', 404, 3],
    ]);
    expect(finding?.message).toContain('GET /b returned 404');
    expect(seen).toHaveLength(4);
  });

  it('is reported with its last answer, though silence followed', async () => {
    let count = 0;
    const { url } = await startApp((request, response) => {
      count += 1;
      if (count === 1) response.writeHead(500).end('ImportError: cannot import name x');
      else request.socket.destroy();
    });
    const { results, finding } = await probe(url, { limitMs: 0 });
    expect(results).toMatchObject([{ status: 500, attempts: 3 }]);
    expect(finding?.message).toContain('likely an import fails');
  });

  it.each<[status: number, body: string, cause: string]>([
    [500, "ModuleNotFoundError: No module named 'flask'", 'a module is missing'],
    [502, "ImportError: cannot import name 'x' from 'y'", 'an import fails'],
    [502, 'The app bound to 127.0.0.1:8000', 'the app listens on localhost only'],
    [500, 'KeyError at /: REMOTE_ADDR 127.0.0.1', 'the app starts but fails on this request'],
    [502, '[Errno 98] Address already in use', 'the app’s port is already in use'],
    [401, '', 'the app or the platform asks for a login'],
    [403, '', 'the app or the platform asks for a login'],
    [404, 'Not Found', 'the app has no such route'],
    [405, '', 'the app has no such route'],
    [502, '', 'the app does not start'],
    [503, 'Service Unavailable', 'the app does not start'],
    [504, '', 'the app does not start'],
    [500, 'Internal Server Error', 'the app starts but fails on this request'],
    [501, '', 'the app starts but fails on this request'],
    [418, 'teapot', 'the answer is not 2xx'],
  ])('that answers %d %j has its likely cause', async (status, body, cause) => {
    const { url } = await startApp((_, response) => response.writeHead(status).end(body));
    const { finding } = await probe(url, { limitMs: 0 });
    expect(finding?.message).toContain(`GET / returned ${status} after 3 tries; likely ${cause}`);
    expect(finding?.remedy).toMatch(/ Logs: https:\/\/a\.example\/apps\/01A\/overview$/);
  });

  it('that does not answer at all is told so', async () => {
    const { url } = await startApp((request) => request.socket.destroy());
    const { results, finding } = await probe(url, { limitMs: 0 });
    expect(results).toMatchObject([{ status: 0, attempts: 3 }]);
    expect(finding?.message).toContain('got no answer (');
    expect(finding?.message).toContain('likely the app hangs');
  });

  it('is quoted without markup, scripts and commands', async () => {
    const page =
      '<html><head><style>p{}</style><script>alert(1)</script></head><body><h1>Oops</h1>\n::error::x\n<p>line &amp; 2</body>';
    const { url } = await startApp((_, response) => response.writeHead(500).end(page));
    const { finding } = await probe(url, { limitMs: 0 });
    expect(finding?.message).toContain('The end of the response:');
    expect(finding?.message).toContain('Oops');
    expect(finding?.message).not.toMatch(/<|alert|p\{\}|^\s*::/m);
  });

  it('that says nothing is quoted as nothing', async () => {
    const { url } = await startApp((_, response) => response.writeHead(500).end('<p> </p>'));
    expect((await probe(url, { limitMs: 0 })).finding?.message).not.toContain('The end of the response');
  });
});

describe('cancelling', () => {
  it('ends the probes with its reason, in a pause and in a request', async () => {
    const reason = new Cancelled('cancelled');
    const pause = new AbortController();
    const { url, seen } = await startApp((_, response) => {
      response.writeHead(500).end();
      pause.abort(reason);
    });
    await expect(probe(url, {}, createFakeClock(), pause.signal)).rejects.toBe(reason);
    expect(seen).toHaveLength(1);

    const request = new AbortController();
    const { url: hanging } = await startApp(() => request.abort(reason));
    await expect(probe(hanging, {}, createFakeClock(), request.signal)).rejects.toBe(reason);
  });
});
