import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { everythingShown } from '../tools/action.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let server: RicochetServer;
beforeAll(async () => {
  server = await place.start({ startTimeoutMs: 4_000 });
});
afterAll(() => place.clear());

/** A service whose handler does what `body` says; `before` runs ahead of listening. */
const service = (body: string, { before = '', host = '0.0.0.0', port = 'int(os.environ["PORT"])' } = {}): string => `
import os, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

${before}

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        ${body}
    def answer(self, status, text=b"ok", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

ThreadingHTTPServer(("${host}", ${port}), Handler).serve_forever()
`;

let count = 0;
const deploy = async (code: string, inputs: Record<string, string> = {}) => {
  const workspace = await place.project('service', { 'serve.py': code });
  count += 1;
  return runCase({
    workspace,
    inputs: {
      ...{ server: server.url, token: server.apiKey, preflight: 'static', name: `Service ${count}` },
      ...{ 'health-check-timeout': '3', ...inputs },
    },
  });
};

describe.concurrent('an app that is not well', () => {
  test.each<[that: string, code: string, status: number, words: string, path?: string]>([
    ['crashes at start', service('pass', { before: 'raise SystemExit("no luck today")' }), 502, 'no luck today'],
    ['lacks a module', service('pass', { before: '__import__("does_not_exist")' }), 502, 'a module is missing'],
    ['listens on a port of its own', service('self.answer(200)', { port: '0' }), 502, 'port'],
    ['answers 500', service('self.answer(500, b"the database is away")'), 500, 'the database is away'],
    ['has no such route', service('self.answer(404, b"nothing here")'), 404, 'no such route', '/'],
    ['sends people to a login page', service('self.answer(302, Location="/login?next=x")'), 302, 'login page'],
  ])('that %s makes the run red, with what came back', async (_, code, status, words, path = '') => {
    const run = await deploy(code, path === '' ? {} : { 'health-check-path': path });
    expect(run.titles('error')).toEqual(['unhealthy']);
    expect(run.exitCode).toBe(1);
    expect(run.outputs.status).toBe('failed');
    expect(run.annotations[0]?.message).toContain(`${status}`);
    expect(run.annotations[0]?.message).toContain(words);
    expect(run.annotations[0]?.message).toContain('/overview');
    expect(JSON.parse(run.outputs.health ?? '')).toMatchObject([{ path: '/', status }]);
    expect(JSON.parse(run.outputs.health ?? '')[0].attempts).toBeGreaterThanOrEqual(3);
    expect(everythingShown(run)).not.toContain(server.apiKey);
  });

  test('what it answers can not act as a workflow command', async () => {
    const run = await deploy(
      service(String.raw`self.answer(500, b"\n::error title=fake::gotcha\n##[warning]x\n::add-mask::a")`),
    );
    expect(run.titles()).toEqual(['unhealthy']);
    expect(run.masks).not.toContain('a');
  });
});

describe.concurrent('an app that gets well', () => {
  test('that binds late is waited for', async () => {
    const run = await deploy(service('self.answer(200)', { before: 'time.sleep(2)' }), {
      'health-check-timeout': '30',
    });
    expect(run.outputs.status).toBe('deployed');
  });

  test('that answers 503 at first is asked again', async () => {
    const code = service('Handler.n = getattr(Handler, "n", 0) + 1; self.answer(503 if Handler.n < 3 else 200)');
    const run = await deploy(code);
    expect(run.log).toContain('GET / returned 503');
    expect(run.log).toContain('GET / returned 200');
    expect(JSON.parse(run.outputs.health ?? '')).toMatchObject([{ path: '/', status: 200, attempts: 3 }]);
  });

  test('that redirects within itself is followed', async () => {
    const code = service('self.answer(200, b"home") if self.path == "/home" else self.answer(307, Location="home")');
    const run = await deploy(code);
    expect(run.outputs.status).toBe('deployed');
  });

  test('whose page never ends is well: its status is known', async () => {
    const code = service(
      'self.send_response(200); self.end_headers(); [self.wfile.write(b"tick\\n") or time.sleep(0.2) for _ in range(600)]',
    );
    const run = await deploy(code, { 'health-check-timeout': '20' });
    expect(run.outputs.status).toBe('deployed');
  });
});

test('the old release that still answers is not taken for the new one', async () => {
  const own = await place.start();
  const workspace = await place.project('service');
  const inputs = { server: own.url, token: own.apiKey, preflight: 'static', 'health-check-timeout': '4' };
  const first = await runCase({ workspace, inputs });
  expect(first.outputs.status).toBe('deployed');
  const [instance] = own.instances(first.outputs.id ?? '');
  expect(instance).toBeDefined();
  // A server that is slow to switch: it lists the instance of before, and only that.
  own.faults.add({
    on: 'GET /api/v0/content/:id/instances',
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify([instance]) },
  });
  const second = await runCase({ workspace, inputs });
  expect(second.titles('error')).toEqual(['old-release-answers']);
  expect(second.outputs.status).toBe('failed');
});
