import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, pack, until } from './client.ts';
import { formatVersion, parseVersion, satisfies } from './host/versions.ts';
import { matchInterpreter, readPin } from './ricochet/matching.ts';
import type { RicochetServer } from './ricochet/server.ts';
import { configOf, createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: RicochetServer;
let client: Client;
beforeAll(async () => {
  server = await place.start();
  client = createClient(server);
});
afterAll(() => place.clear());

describe('the match of a Python version', () => {
  const installed = (...versions: string[]) =>
    versions.map((text) => ({ version: parseVersion(text) ?? [], path: `/python/${text}` }));

  it.each([
    ['the exact version', '3.12.7', '>=3.11', ['3.12.8', '3.12.7', '3.12.1'], '3.12.7'],
    ['the highest of the minor for a pin without patch', '3.12', '>=3.11', ['3.12.1', '3.12.7', '3.13.0'], '3.12.7'],
    ['the highest below it in the same minor', '3.12.7', '>=3.11', ['3.12.9', '3.12.5', '3.12.1', '3.13.0'], '3.12.5'],
    ['the nearest patch when all of the minor are above', '3.12.1', '>=3.11', ['3.12.9', '3.12.4', '3.11.9'], '3.12.4'],
    ['the nearest minor when there is none of its own', '3.12.7', '>=3.10', ['3.10.1', '3.13.0'], '3.13.0'],
    ['only what requires-python allows', '3.12', '>=3.12.4', ['3.12.3', '3.12.5'], '3.12.5'],
    [
      'only what requires-python allows, though another is nearer',
      '3.12.3',
      '>=3.12.3, !=3.12.4',
      ['3.12.4', '3.13.1'],
      '3.13.1',
    ],
    ['what is there when a newer major is wanted', '4.0', '>=3.11', ['3.11.7', '3.12.1'], '3.12.1'],
  ])('is %s', (_what, pin, requires, versions, expected) => {
    expect(matchInterpreter(parseVersion(pin) ?? [], requires, installed(...versions)).path).toBe(
      `/python/${expected}`,
    );
  });

  it('fails when the pin breaks requires-python, or when nothing installed satisfies it', () => {
    expect(() => matchInterpreter([3, 10], '>=3.11', installed('3.11.7'))).toThrow(
      'Python 3.10 (.python-version) does not satisfy requires-python >=3.11 (uv.lock)',
    );
    expect(() => matchInterpreter([3, 12], '==3.12.*', installed('3.11.7'))).toThrow(
      'No installed Python satisfies requires-python ==3.12.* (installed: 3.11.7)',
    );
  });

  it.each([
    ['3.12.4', '>=3.12', true],
    ['3.12.4', '>=3.11, <3.12', false],
    ['3.12.4', '==3.12.*', true],
    ['3.13.0', '==3.12.*', false],
    ['3.12.4', '!=3.12.*', false],
    ['3.12.0', '==3.12', true],
    ['3.12.4', '~=3.11', true],
    ['4.0.0', '~=3.11', false],
    ['3.12.4', '', true],
  ])('%s and "%s" give %s', (version, requires, expected) => {
    expect(satisfies(parseVersion(version) ?? [], requires)).toBe(expected);
  });

  it('reads the pin past comments, and no other kinds of pin', () => {
    expect(formatVersion(readPin('# for the server\n\n3.12.7\r\n'))).toBe('3.12.7');
    for (const text of ['', 'cpython-3.12', '>=3.12', '3.12 # note'])
      expect(() => readPin(text)).toThrow('.python-version');
  });
});

describe('a deployment', () => {
  const logOf = async (id: string): Promise<string> => (await client.call<string>('GET', `/content/logs/${id}`)).body;

  it('runs uv as documented and keeps its log', async () => {
    const { id, status } = await client.deploy(await place.project('service'));
    expect(status).toBe('success');
    expect(await logOf(id)).toMatch(/\$ uv sync --python \S+ --cache-dir \S+ --no-python-downloads --frozen/);
    expect(await logOf(id)).toMatch(/^\[\S+Z stdout\] Python 3\.11 requested, 3\.11\.\d+ matched/);
  });

  it('makes do with the Python below its pin, and starts with it', async () => {
    const project = await place.project('service');
    writeFileSync(join(project, '.python-version'), '3.11.99\n');
    const deployment = await client.deploy(project);
    expect(deployment).toMatchObject({ status: 'success', requested_ver: '3.11.99' });
    expect(deployment.matched_ver).toMatch(/^3\.11\.\d+$/);
    expect((await client.visit(`/${deployment.content_id}/up`)).text).toBe('/up');
  });

  it.each(['.python-version', 'uv.lock'])('fails without %s at the root', async (name) => {
    const project = await place.project('service');
    rmSync(join(project, name));
    const { id, status } = await client.deploy(project);
    expect(status).toBe('failure');
    expect(await logOf(id)).toContain(`${name} is missing at the root of the bundle`);
  });

  it('fails when the pin breaks what the lock requires', async () => {
    const project = await place.project('service');
    writeFileSync(join(project, '.python-version'), '3.10\n');
    const { id, status } = await client.deploy(project);
    expect(status).toBe('failure');
    expect(await logOf(id)).toContain(
      'Python 3.10 (.python-version) does not satisfy requires-python >=3.11 (uv.lock)',
    );
  });

  it('fails with the words of uv when the environment cannot be restored', async () => {
    const project = await place.project('flask');
    const lock = readFileSync(join(project, 'uv.lock'), 'utf8');
    writeFileSync(join(project, 'uv.lock'), lock.replace('version = 1', 'version = 99'));
    const { id, status } = await client.deploy(project);
    expect(status).toBe('failure');
    expect(await logOf(id)).toContain('unsupported schema version');
  });

  it('fails with a bundle that holds more than one gzip member', async () => {
    const project = await place.project('service');
    const bundle = await pack(project);
    const once = readFileSync(bundle);
    writeFileSync(bundle, Buffer.concat([once, once]));
    const { body } = await client.upload({ bundle, config: await configOf(project) });
    expect((await client.ended(body.deployment_id ?? '')).status).toBe('failure');
    expect(await logOf(body.deployment_id ?? '')).toContain('more than one gzip member');
  });

  it('times out, and the build is stopped', async () => {
    const marker = place.path('building');
    const backend = `import time
def build_wheel(*args, **kwargs):
    open(${JSON.stringify(marker)}, "w").close()
    time.sleep(60)
build_editable = build_wheel
`;
    const pyproject = `[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "slow"
version = "0.1.0"
requires-python = ">=3.11"
`;
    const project = await place.project('service', { 'pyproject.toml': pyproject, 'backend.py': backend });
    const config = `${await configOf(project)}\n[resources]\nrestore_timeout = 3\n`;
    const { id, status } = await client.deploy(project, { config });
    expect(status).toBe('timeout');
    expect(existsSync(marker)).toBe(true);
    expect(await logOf(id)).toContain('The environment was not restored in time');
  });

  it('can be made to stay pending, or to end as cancelled or invalidated', async () => {
    const project = await place.project('service');
    for (const status of ['cancelled', 'invalidated'] as const) {
      server.force(status);
      expect((await client.deploy(project)).status).toBe(status);
    }
    server.force('pending');
    const bundle = await pack(project);
    const { body: first } = await client.upload({ bundle, config: await configOf(project) });
    const { body: second } = await client.upload({ bundle, id: first.id ?? '' });
    expect((await client.ended(second.deployment_id ?? '')).status).toBe('success');
    expect(server.deployments(first.id ?? '').map(({ status }) => status)).toEqual(['success', 'pending']);
  });

  it('that is being restored when its item is deleted stops', async () => {
    const project = await place.project('streamlit');
    const bundle = await pack(project);
    const { body } = await client.upload({ bundle, config: await configOf(project) });
    await until(() => existsSync(join(server.home, 'releases', body.deployment_id ?? '')));
    expect((await client.call('DELETE', `/content/${body.id}`)).status).toBe(200);
    expect(readdirSync(join(server.home, 'releases'))).not.toContain(body.deployment_id);
  });
});

describe('a restart on the same folder', () => {
  it('keeps items, keys and releases, and finishes what was pending', async () => {
    const first = await place.start();
    const project = await place.project('service');
    const { content_id: id } = await createClient(first).deploy(project);
    const publicKey = (await createClient(first).call<string>('GET', '/public-key')).body;
    first.force('pending');
    const { body } = await createClient(first).upload({ bundle: await pack(project), id });
    await first.close();

    const second = await place.start({ home: first.home });
    expect(second.apiKey).toBe(first.apiKey);
    const again = createClient(second);
    expect((await again.visit(`/${id}/hello`)).text).toBe('/hello');
    expect((await again.call('GET', '/public-key')).body).toBe(publicKey);
    expect((await again.ended(body.deployment_id ?? '')).status).toBe('success');
    await until(() => second.items()[0]?.current === body.deployment_id);
    expect((await again.visit(`/${id}/hello`)).text).toBe('/hello');
  });

  it('leaves no listener and no process behind', async () => {
    const stopped = await place.start();
    const own = createClient(stopped);
    const { content_id: id } = await own.deploy(await place.project('service', { 'serve.py': SERVE_PID }));
    const pid = Number((await own.visit(`/${id}/`)).text);
    process.kill(pid, 0);
    await stopped.close();
    await expect(fetch(stopped.url)).rejects.toThrow();
    await until(() => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    });
  });
});

const SERVE_PID = `import os
from http.server import BaseHTTPRequestHandler, HTTPServer

class Pid(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(os.getpid()).encode())

HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Pid).serve_forever()
`;
