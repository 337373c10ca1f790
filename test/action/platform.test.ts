import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown } from '../tools/action.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let ricochet: RicochetServer;
let connect: ConnectServer;
beforeAll(async () => {
  [ricochet, connect] = await Promise.all([place.start(), place.connect()]);
});
afterAll(() => place.clear());

/** What the README asks for, and nothing else: the three files that uv makes, and an app. */
const bare = async (): Promise<string> => {
  const project = await place.project('flask');
  await rm(join(project, '_ricochet.toml'));
  expect((await readdir(project)).sort()).toEqual(['.python-version', 'app.py', 'pyproject.toml', 'uv.lock']);
  return project;
};
const run = (
  workspace: string,
  inputs: Record<string, string>,
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> => runCase({ workspace, withUv: true, temp: place.path('temp'), ...options, inputs });

/** A server with one answer for everything. */
async function answering(status: number, type: string, body: string) {
  const asked: { url: string; headers: object }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    response.writeHead(status, { 'content-type': type, location: '/login' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() };
}

describe('the platform of a project without any file of a platform', () => {
  test('is the one that the server answers as: ricochet', async () => {
    const before = ricochet.requests.all().length;
    const done = await run(await bare(), { server: ricochet.url, token: ricochet.apiKey });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(done.log).toContain('The server answers as ricochet.');
    const paths = ricochet.requests
      .all()
      .slice(before)
      .map(({ path }) => path);
    expect(paths.filter((path) => path === '/api/v0/public-key')).toHaveLength(1);
    expect(everythingShown(done)).not.toContain(ricochet.apiKey);
  });

  test('is the one that the server answers as: Posit Connect', async () => {
    const done = await run(await bare(), { server: `${connect.url}/connect/`, token: connect.apiKey });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(done.log).toContain('Platform: connect');
  });

  test('is known by the platform’s own variable for the server too', async () => {
    const env = { CONNECT_SERVER: connect.url, CONNECT_API_KEY: connect.apiKey };
    const done = await run(await bare(), { mode: 'check' }, { env });
    expect(done.titles()).toEqual([]);
    expect(done.log).toContain('Platform: connect');
  });

  test('is known by the server where the files are those of several', async () => {
    const project = await place.project('service', { 'manifest.json': '{}' });
    const done = await run(project, { mode: 'check', server: ricochet.url });
    expect(done.log).toContain('Platform: ricochet');
  });

  test.each([
    ['a login page', 200, 'text/html', '<html>Log in</html>'],
    ['a redirect', 302, 'text/html', ''],
    ['something else', 200, 'application/json', '{"version": "1"}'],
    ['an empty object', 200, 'application/json', '{}'],
    ['no JSON', 200, 'application/json', 'null'],
    ['an error', 500, 'text/plain', 'no'],
  ])(
    'is not known from %s: the line to write is reported, and the server never sees the credential',
    async (_, ...answer) => {
      const other = await answering(...answer);
      const done = await run(await bare(), { server: other.url, token: 'rico_secret_key_of_ours' });
      other.close();
      expect(done.titles()).toEqual(['no-platform']);
      const [{ message } = { message: '' }] = done.annotations;
      expect(message).toContain(`${other.url} answers as none that uv-deploy knows`);
      expect(message).toContain(
        'Add `platform: ricochet` (or `connect`, `clever-cloud`, `deploymill`) under `with:` of this step.',
      );
      expect(other.asked.map(({ url }) => url).sort()).toEqual(['/__api__/server_settings', '/api/v0/public-key']);
      expect(JSON.stringify(other.asked)).not.toContain('rico_secret_key_of_ours');
    },
  );

  test('is not known from a server that is down, which is said', async () => {
    const gone = await answering(200, 'text/plain', '');
    gone.close();
    const done = await run(await bare(), { server: gone.url, mode: 'check' });
    expect(done.titles()).toEqual(['no-platform']);
    expect(done.annotations[0]?.message).toContain('connection refused');
  });

  test('has to be written where there is no server either', async () => {
    const done = await run(await bare(), { mode: 'check' });
    expect(done.titles()).toEqual(['no-platform']);
    expect(done.annotations[0]?.message).toContain(
      'Add `platform: ricochet` (or `connect`, `clever-cloud`, `deploymill`) under `with:` of this step.',
    );
  });
});

test('a setting or a file tells the platform without a question to the server', async () => {
  const other = await answering(404, 'text/plain', '');
  const marked = await place.project('service');
  const set = await bare();
  await writeFile(
    join(set, 'pyproject.toml'),
    `${await readFile(join(set, 'pyproject.toml'), 'utf8')}\n[tool.uv-deploy]\nplatform = "ricochet"\n`,
  );
  for (const project of [marked, set]) {
    const done = await run(project, { mode: 'check', server: other.url, preflight: 'static' });
    expect(done.log).toContain('Platform: ricochet');
  }
  other.close();
  expect(other.asked).toEqual([]);
});
