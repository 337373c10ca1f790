import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { places } from '../tools/attempts.ts';
import { signedByOwn } from '../tools/certificate.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { makeDistributions } from '../tools/distributions.ts';
import { uv } from '../tools/uv.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
const HOST = ['download.py', 'torch.org'].join('');
/** The packages of that index, for one system each. Nobody has this version: uv's cache is that of others, too. */
const WHEELS = ['x86_64', 'aarch64'].map((machine) => `torch-0.0.7+cpu-py3-none-manylinux_2_28_${machine}.whl`);
const servers: Server[] = [];
const before = { ...process.env };

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** An index at that name, which a proxy leads to. */
beforeAll(async () => {
  const folder = makeDistributions(place.path('wheels'), WHEELS);
  const { key, cert, authority } = signedByOwn(place.path(), `DNS:${HOST}`);
  const index = createHttpsServer({ key, cert }, ({ url = '' }, response) => {
    const name = decodeURIComponent(url.split('/').at(-1) ?? '');
    if (readdirSync(folder).includes(name)) return void response.end(readFileSync(join(folder, name)));
    const links = WHEELS.map((file) => `<a href="/whl/cpu/${encodeURIComponent(file)}">${file}</a>`);
    if (!url.startsWith('/whl/cpu/torch')) response.statusCode = 404;
    response.setHeader('content-type', 'text/html').end(`<!doctype html>${links.join('\n')}`);
  });
  const port = await listening(index as unknown as Server);
  const proxy = createHttpServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (request, socket) => {
    if (!request.url?.startsWith(`${HOST}:`)) return void socket.end('HTTP/1.1 502 Elsewhere\r\n\r\n');
    const behind = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) end.on('error', () => end.destroy());
  });
  Object.assign(process.env, {
    ...{ HTTPS_PROXY: `http://127.0.0.1:${await listening(proxy)}`, https_proxy: '', NO_PROXY: '', no_proxy: '' },
    SSL_CERT_FILE: authority,
  });
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  for (const server of servers) server.close();
  await place.clear();
});

test.each(['uv', 'auto'])(
  "PyTorch's own build is installed on Connect from its own index, by %s",
  async (installer) => {
    const server = await place.connect({ cacheDir: place.path('uv-cache') });
    const workspace = await place.project('service', {
      'app.py': `from importlib.metadata import version\n\n${wsgi('x').replace("b'x'", 'version("torch").encode()')}`,
    });
    const index = `[[tool.uv.index]]\nname = "pytorch"\nurl = "https://${HOST}/whl/cpu"\nexplicit = true\n`;
    writeFileSync(
      join(workspace, 'pyproject.toml'),
      `[project]\nname = "model"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["torch"]\n\n[tool.uv.sources]\ntorch = { index = "pytorch" }\n\n${index}\n[tool.uv-deploy.connect]\npackage-installer = "${installer}"\n`,
    );
    await promisify(execFile)(uv, ['lock'], {
      cwd: workspace,
      env: uvEnvironment({ UV_CACHE_DIR: place.path('uv-cache') }),
    });
    const inputs = { name: 'model', entrypoint: 'app', 'content-type': 'python-api', preflight: 'sync' };
    const done = await run(server, { workspace, inputs });
    expect([places(done), done.outputs.status]).toEqual([[], 'deployed']);
    const page = await fetch(`${done.outputs.url}/`, { headers: { authorization: `Key ${server.apiKey}` } });
    expect(await page.text()).toBe('0.0.7+cpu');
  },
);
