import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectAnswers } from '../emulators/connect/answers.ts';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { everythingShown } from '../tools/action.ts';
import { theOne } from '../tools/attempts.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
const { run, project, guidOf, calls } = createConnectRuns(place);
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

test('a release that is live is not tried out again by the same preflight, which the server keeps with its bundle', async () => {
  const [own, workspace] = [await place.connect(), await place.project('fastapi')];
  const deploy = (preflight: string) => run(own, { workspace, inputs: { name: 'tried-once', preflight } });
  const [first, again, other] = [await deploy('sync'), await deploy('sync'), await deploy('auto')];
  const tried = ({ log }: { readonly log: string }) => log.includes('the environment installs');
  expect([first.outputs.status, tried(first)]).toEqual(['deployed', true]);
  expect([again.outputs.status, tried(again)]).toEqual(['unchanged', false]);
  expect(again.log).toContain('Not tried out again: deployment');
  expect([other.outputs.status, tried(other)]).toEqual(['unchanged', true]);
});

test('a FastAPI project goes from its folder to a healthy URL, and on from there', async () => {
  const workspace = await place.project('fastapi');
  const inputs = { env: 'GREETING=Bonjour', 'health-check-path': '/\n/health', preflight: 'sync' };
  const first = await run(server, { workspace, inputs });
  expect(first.titles()).toEqual([]);
  const [item] = server.content();
  expect(first.outputs).toMatchObject({
    ...{ status: 'deployed', id: item?.guid, 'deployment-id': String(item?.bundle_id) },
    ...{ url: `${server.url}/content/${item?.guid}`, 'console-url': `${server.url}/connect/#/apps/${item?.guid}` },
  });
  expect(JSON.parse(first.outputs.health ?? '')).toMatchObject([
    { path: '/', status: 200 },
    { path: '/health', status: 200 },
  ]);
  expect(server.variables(item?.guid ?? '')).toEqual({ GREETING: 'Bonjour' });
  expect(first.log).toContain('  | Completed Python build');
  expect(first.log).toContain('The server has a Python that fits');
  expect(everythingShown(first)).not.toContain('Bonjour');
  const visited = await fetch(`${first.outputs.url}/`, { headers: { authorization: `Key ${server.apiKey}` } });
  expect(await visited.text()).toContain('Bonjour');

  const again = await run(server, { workspace });
  expect(again.titles()).toEqual([]);
  expect(again.outputs).toMatchObject({ status: 'unchanged', 'deployment-id': first.outputs['deployment-id'] });

  await appendFile(join(workspace, 'app.py'), '\n\n@app.get("/new")\ndef new() -> str:\n    return "new here"\n');
  const changed = await run(server, { workspace, inputs: { 'health-check-path': '/new' } });
  expect(changed.outputs).toMatchObject({ status: 'deployed', id: item?.guid });
  expect(server.bundles(item?.guid ?? '')).toHaveLength(2);
  expect(server.content()).toHaveLength(1);
});

describe.concurrent('a deployment', () => {
  test('is tried out as a draft first, and then activated', async () => {
    const own = await place.connect();
    const done = await run(own, { workspace: await project('drafted') });
    const guid = guidOf(own, 'drafted');
    expect(done.outputs.status).toBe('deployed');
    expect(calls(own).filter((call) => !call.includes('/tasks/') && !call.startsWith('GET /__api__'))).toEqual([
      'POST /__api__/v1/content',
      `POST /__api__/v1/content/${guid}/bundles`,
      `POST /__api__/v1/content/${guid}/deploy`,
      // Each page is asked by the health check, and opened by the first visit.
      ...[`GET /content/${guid}/_bundle1/`, `GET /content/${guid}/_bundle1/`],
      `POST /__api__/v1/content/${guid}/deploy`,
      ...[`GET /content/${guid}/`, `GET /content/${guid}/`],
    ]);
    expect(own.bundles(guid)[0]?.metadata).toMatchObject({
      ...{ source: 'github-actions', source_repo: 'https://github.com/octo/app', source_branch: 'main' },
      source_commit: '0123456789abcdef0123456789abcdef01234567',
    });
    await own.close();
  });

  test('whose draft is not healthy leaves what is live alone, and shows the log of the app', async () => {
    await run(server, { workspace: await project('careful') });
    const guid = guidOf(server, 'careful');
    const live = server.content().find((one) => one.guid === guid)?.bundle_id;
    const broken = await project('careful', {
      'app.py': 'import nothing_of_the_kind\n\ndef app(e, s):\n    return []\n',
    });
    const failed = await run(server, { workspace: broken, inputs: { 'health-check-timeout': '1' } });
    expect(failed.titles('error')).toEqual(['draft-unhealthy']);
    const message = failed.annotations.find(({ level }) => level === 'error')?.message ?? '';
    expect(message).toContain(`Bundle ${live} stays live.`);
    expect(message.match(/No module named 'nothing_of_the_kind'/g)).toHaveLength(1);
    expect(server.content().find((one) => one.guid === guid)?.bundle_id).toBe(live);
    expect(failed.outputs.status).toBe('failed');
  });

  test('with other variables only deploys the bundle that is there once more', async () => {
    await run(server, { workspace: await project('variables'), inputs: { env: 'GREETING=one' } });
    const second = await run(server, { workspace: await project('variables'), inputs: { env: 'GREETING=two' } });
    const guid = guidOf(server, 'variables');
    expect(second.outputs.status).toBe('deployed');
    expect(second.log).toContain('it is not uploaded again');
    expect(server.bundles(guid)).toHaveLength(1);
    expect(server.variables(guid)).toEqual({ GREETING: 'two' });
  });

  test('brings the settings in line, and only those that differ', async () => {
    const settings = 'access-type = "all"\ndescription = "What it is"\nmin-processes = 1\nvanity-url = "/tuned"\n';
    const first = await run(server, { workspace: await project('tuned', {}, settings) });
    const guid = guidOf(server, 'tuned');
    expect(first.titles()).toEqual([]);
    expect(first.summary).toContain('access\\_type');
    expect(server.content().find((one) => one.guid === guid)?.settings).toMatchObject({
      ...{ access_type: 'all', description: 'What it is', min_processes: 1 },
    });
    expect((await fetch(`${server.url}/tuned/`)).status).toBe(200);
    const next = await project(
      'tuned',
      { 'note.txt': 'x' },
      settings.replace('min-processes = 1', 'min-processes = 2'),
    );
    const second = await run(server, { workspace: next });
    expect(second.log).toContain('min_processes: 1 -> 2');
    expect(second.log).not.toContain('description:');
  });

  test('goes to the content that the id names, and not to another of the same name', async () => {
    await run(server, { workspace: await project('by-id') });
    const id = guidOf(server, 'by-id');
    const moved = await run(server, { workspace: await project('another-name'), inputs: { id } });
    expect(moved.outputs).toMatchObject({ id, status: 'deployed' });
    expect(server.content().some(({ name }) => name === 'another-name')).toBe(false);
  });

  test('finds its own content and not that of another owner with the same name', async () => {
    const first = await run(server, { workspace: await project('owned') });
    const grace = server.createKey('grace');
    const hers = await run(server, { workspace: await project('owned'), inputs: { token: grace } });
    expect(hers.outputs.status).toBe('deployed');
    expect(hers.outputs.id).not.toBe(first.outputs.id);
    const again = await run(server, { workspace: await project('owned', { 'note.txt': 'new' }) });
    expect(again.outputs).toMatchObject({ status: 'deployed', id: first.outputs.id });
    expect(server.content().filter(({ name }) => name === 'owned')).toHaveLength(2);
  });

  test('is not waited for when nobody waits: the bundle is made live at once', async () => {
    const done = await run(server, { workspace: await project('hasty'), inputs: { wait: 'false' } });
    expect(done.titles('warning')).toEqual(['not-followed']);
    const guid = guidOf(server, 'hasty');
    await expect.poll(() => server.content().find((one) => one.guid === guid)?.bundle_id).not.toBeNull();
  });

  test('of a page in a Python project needs no Python and is deployed once', async () => {
    const own = await place.connect();
    const workspace = await place.project('service', { 'index.html': '<title>Hello</title>' });
    await writeFile(join(workspace, 'uv.lock'), 'version = 9');
    const inputs = { 'content-type': 'static', entrypoint: 'index.html', name: 'page' };
    const done = await run(own, { workspace, inputs });
    expect(done.titles('error')).toEqual([]);
    expect(calls(own).filter((call) => call.endsWith('/deploy'))).toHaveLength(1);
    await own.close();
  });

  const MANIFEST = {
    ...{ version: 1, locale: 'en_US.UTF-8', metadata: { appmode: 'static', primary_html: 'start.html' } },
    files: { 'start.html': { checksum: '5eb63bbbe01eeed093cb22bb8f5acdc3' } },
  };

  test.each([
    ['a page', { 'index.html': '<title>Hello</title>', 'style.css': 'p {}' }],
    ['content with a manifest.json', { 'start.html': 'hello world', 'manifest.json': JSON.stringify(MANIFEST) }],
  ])('of %s needs neither pyproject.toml nor a pin, a lock or uv', async (name, files) => {
    const workspace = place.path(name);
    await mkdir(workspace);
    for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text);
    const done = await run(server, { workspace, withUv: false, inputs: { name, preflight: 'start' } });
    expect(done.titles()).toEqual([]);
    expect(done.outputs).toMatchObject({ status: 'deployed', 'python-version': '' });
    expect(JSON.parse(done.outputs.health ?? '')).toMatchObject([{ path: '/', status: 200 }]);
  });

  test.each([
    ['a page that is not there', {}, { entrypoint: 'index.html', 'content-type': 'static' }, 'entrypoint-missing'],
    ['a page of a broken manifest.json', { 'manifest.json': '{' }, {}, 'manifest-syntax'],
  ])('of %s misses no pin and no lock', async (name, files, inputs, code) => {
    const workspace = place.path(name);
    await mkdir(workspace);
    for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text);
    const done = await run(server, { workspace, inputs: { mode: 'check', ...inputs } });
    expect(done.titles('error')).toEqual([code]);
  });

  test('of a manifest.json that runs Python needs a lock, and takes its Python from there', async () => {
    const workspace = place.path('pinless');
    await mkdir(workspace);
    const python = { version: '3.11.0', package_manager: { name: 'pip', package_file: 'requirements.txt' } };
    await writeFile(join(workspace, 'manifest.json'), JSON.stringify({ ...MANIFEST, files: {}, python }));
    const done = await run(server, { workspace, inputs: { mode: 'check' } });
    expect(done.titles('error')).toEqual(['missing-pyproject', 'missing-lock', 'manifest-invalid']);
  });

  test.each([
    ...['/rsc', '/connect', '/tools/connect', '/content'].map((root) => [root, ''] as const),
    ...['/rsc', '/connect', '/content'].map((root) => [root, '/connect/#/content'] as const),
    ['/rsc', '/__api__'],
  ] as const)('takes the server below %s as people copy it: %j', async (root, page) => {
    const own = await place.connect({ root });
    const done = await run(own, { workspace: await project('copied'), inputs: { server: `${own.url}${page}` } });
    const guid = guidOf(own, 'copied');
    expect(done.outputs).toMatchObject({ status: 'deployed', url: `${own.url}/content/${guid}` });
    for (const { path, headers } of own.requests.all()) {
      if (headers.includes('authorization')) expect(path.startsWith(`${root}/`)).toBe(true);
    }
    const id = page === '' ? `${own.url}/content/${guid}/` : `${own.url}/connect/#/apps/${guid}/info`;
    const again = await run(own, {
      workspace: await project('copied', { 'note.txt': 'new' }),
      inputs: { id, server: `${own.url}/content/${guid}` },
    });
    expect(again.outputs).toMatchObject({ status: 'deployed', id: guid });
    await own.close();
  });

  test('does not look for the server in the name of its host', async () => {
    const done = await run(server, { workspace: await project('hosted'), inputs: { server: 'http://connect' } });
    expect(done.titles('error')).toEqual(['server-unreachable']);
    expect(done.annotations[0]?.message).toContain("Check that http://connect is the right 'server'");
  });
});

describe.concurrent('one of several apps', () => {
  const ROOT = `[tool.uv-deploy]
platform = "connect"
[tool.uv-deploy.connect]
description = "For all"
access-type = "acl"

[[tool.uv-deploy.app]]
directory = "apps/api"
[tool.uv-deploy.app.connect]
access-type = "all"
min-processes = 1
exclude = ["note.txt"]
`;
  const repository = async (name: string, toml: string): Promise<string> => {
    const root = place.path(`repository-${name}`);
    await cp(await project(name, { 'note.txt': 'not for the server' }), join(root, 'apps/api'), { recursive: true });
    await writeFile(join(root, 'pyproject.toml'), toml);
    return root;
  };

  test('has the settings of its own table, over those for all', async () => {
    const done = await run(server, { workspace: await repository('listed', ROOT) });
    expect(done.titles()).toEqual([]);
    const item = server.content().find(({ name }) => name === 'listed');
    expect(item?.settings).toMatchObject({ access_type: 'all', description: 'For all', min_processes: 1 });
    expect(done.outputs['manifest-path']).toBeTruthy();
    expect(await readFile(done.outputs['manifest-path'] ?? '', 'utf8')).not.toContain('note.txt');
  });

  test.each([
    ['acess-type = "all"', "Did you mean 'access-type'?"],
    ['access-type = "public"', 'Write "acl" or "logged_in" or "all".'],
    ['groups = ["no-such-group"]', 'no dependency group'],
  ])('is refused %s where it stands', async (line, words) => {
    const root = await repository(`refused-${words.length}`, ROOT.replace(/access-type = "all"/, line));
    const done = await run(server, { workspace: root, inputs: { mode: 'check' } });
    expect(done.annotations).toMatchObject([{ title: 'invalid-setting', file: 'pyproject.toml', line: 10 }]);
    expect(done.annotations[0]?.message).toContain(words);
  });
});

describe.concurrent('an older server', () => {
  test.each([
    ['2024.12.0', 1],
    ['2025.06.0', 1],
    ['2025.07.0', 2],
  ])('%s gets the calls it knows', async (version, deploys) => {
    const own = await place.connect({ version });
    const done = await run(own, { workspace: await project('older') });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(calls(own).filter((call) => call.endsWith('/deploy'))).toHaveLength(deploys);
    expect(own.bundles(guidOf(own, 'older'))[0]?.metadata).not.toHaveProperty('source_repo');
    await own.close();
  });

  test.each([
    ['an old', '2024.12.0', 2],
    ['a new', '2026.07.0', 2],
  ])(
    '%s server that hides its version is asked for a draft, and deployed to without one',
    async (_, version, deploys) => {
      const own = await place.connect({ version, hideVersion: true });
      const done = await run(own, { workspace: await project('hidden') });
      expect(done.titles()).toEqual([]);
      expect(done.outputs.status).toBe('deployed');
      expect(calls(own).filter((call) => call.endsWith('/deploy'))).toHaveLength(deploys);
      await own.close();
    },
  );
});

describe.concurrent('before anything is uploaded', () => {
  const refused = async (name: string, arrange: (own: ConnectServer) => Promise<object> | object) => {
    const own = await place.connect();
    expect((await run(own, { workspace: await project(name) })).outputs.status).toBe('deployed');
    const inputs = await arrange(own);
    own.requests.clear();
    const done = await run(own, { workspace: await project(name, { 'note.txt': 'new' }), inputs: { ...inputs } });
    expect(calls(own).filter((call) => call.startsWith('POST'))).toEqual([]);
    await own.close();
    return done;
  };
  const api = (own: ConnectServer, method: string, path: string, body: unknown) =>
    fetch(`${own.url}/__api__/${path}`, {
      method,
      headers: { authorization: `Key ${own.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('content that is locked is reported', async () => {
    const done = await refused('locked', async (own) => {
      const fields = { locked: true, locked_message: 'Closed for the year' };
      await api(own, 'PATCH', `v1/content/${guidOf(own, 'locked')}`, fields);
      return {};
    });
    expect(done.titles('error')).toEqual(['content-locked']);
    expect(done.annotations[0]?.message).toContain('Closed for the year');
  });

  test('content of another type is reported', async () => {
    const done = await refused('typed', () => ({ 'content-type': 'python-fastapi' }));
    expect(done.titles('error')).toEqual(['content-type-changed']);
    expect(done.annotations[0]?.message).toContain('python-api');
  });

  test('content that the server takes from git is reported', async () => {
    const done = await refused('from-git', async (own) => {
      const repository = { repository: 'https://git.example/app', branch: 'main', directory: '.', polling: false };
      const answer = await api(own, 'PUT', `v1/content/${guidOf(own, 'from-git')}/repository`, repository);
      expect(answer.status).toBeLessThan(300);
      return {};
    });
    expect(done.titles('error')).toEqual(['git-managed']);
  });

  test('a user who may only look is told so', async () => {
    const done = await refused('viewed', (own) => ({ token: own.createKey('victor', 'viewer') }));
    expect(done.titles('error')).toEqual(['not-publisher']);
  });

  test('a user who is locked is told so', async () => {
    const done = await refused('barred', (own) => {
      const token = own.createKey('mallory');
      own.lockUser('mallory');
      return { token };
    });
    expect(done.titles('error')).toEqual(['user-locked']);
  });

  test('content of somebody else is reported', async () => {
    const done = await refused('foreign', (own) => ({ token: own.createKey('grace'), id: guidOf(own, 'foreign') }));
    expect(done.titles('error')).toEqual(['forbidden']);
  });

  test('an access type that the server does not allow is reported, with those it does', async () => {
    const own = await place.connect({ accessTypes: ['acl', 'logged_in'] });
    const deploy = async (type: string) =>
      run(own, { workspace: await project('public', {}, `access-type = "${type}"\n`) });
    const done = await deploy('all');
    expect(done.titles('error')).toEqual(['access-type-refused']);
    expect(done.annotations[0]?.message).toContain('It allows acl, logged_in.');
    expect(own.content()).toEqual([]);
    expect((await deploy('logged_in')).outputs.status).toBe('deployed');
    await own.close();
  });

  test('a vanity URL that other content has is reported', async () => {
    const own = await place.connect();
    const settings = 'vanity-url = "/numbers/"\n';
    await run(own, { workspace: await project('first', {}, settings) });
    const done = await run(own, { workspace: await project('second', {}, settings) });
    expect(done.titles()).toEqual(['vanity-url-refused']);
    expect(own.content().map(({ name }) => name)).toEqual(['first']);
    await own.close();
  });

  test('the access types are left to a server that does not tell them', async () => {
    const own = await place.connect({ accessTypes: ['acl'] });
    own.faults.add({ on: 'GET /__api__/server_settings/applications', answer: connectAnswers.error(404, 2, 'No') });
    const done = await run(own, { workspace: await project('untold', {}, 'access-type = "all"\n') });
    expect(done.titles()).toEqual(['access-type-refused']);
    expect(done.annotations[0]?.message).toContain('code 118');
    await own.close();
  });

  test('a Python that the server does not have is reported, with those it has', async () => {
    const own = await place.connect();
    own.faults.add({
      on: 'GET /__api__/v1/server_settings/python',
      answer: { status: 200, body: '{"installations":[{"version":"3.9.20"},{"version":"3.10.1"}]}' },
    });
    const done = await run(own, { workspace: await project('pinned') });
    expect(done.titles('error')).toEqual(['python-not-installed']);
    expect(done.annotations.find(({ level }) => level === 'error')?.message).toContain('It has 3.9.20, 3.10.1.');
    expect(own.content()).toEqual([]);
    await own.close();
  });

  test('a Python that only content of old may use is reported, for what is new', async () => {
    const folder = place.path('aging');
    const first = await place.connect({ folder });
    expect((await run(first, { workspace: await project('old') })).outputs.status).toBe('deployed');
    await first.close();
    const own = await place.connect({ folder, retired: ['3.11'] });
    const update = await run(own, { workspace: await project('old', { 'note.txt': 'x' }) });
    expect(update.outputs.status).toBe('deployed');
    const refused = await run(own, { workspace: await project('new') });
    expect(refused.titles('error')).toEqual(['python-not-installed']);
    expect(theOne(refused, 'python-not-installed').message).toMatch(/New content may use (?!.*3\.11)/);
    expect(own.content()).toHaveLength(1);

    // Where not every Python is said to be one or the other, it is left to the server.
    const body = '{"installations":[{"version":"3.11.0","publishable":false},{"version":"3.12.0"}]}';
    own.faults.add({ on: 'GET /__api__/v1/server_settings/python', answer: { status: 200, body } });
    expect((await run(own, { workspace: await project('new') })).titles('error')).toEqual(['deployment-failed']);
    await own.close();
  });
});

test('behind Snowflake its token goes first, and the key beside it', async () => {
  const done = await run(server, { workspace: await project('flaky'), inputs: { secret: 'snow-token' } });
  expect(done.outputs.status).toBe('deployed');
  expect(done.masks).toContain('snow-token');
});

test.each(['.posit', 'manifest.json'])('%s says that a project is meant for Connect', async (mark) => {
  const workspace = await project('marked');
  await rm(join(workspace, '_ricochet.toml'));
  if (mark === '.posit') await mkdir(join(workspace, mark));
  else await writeFile(join(workspace, mark), '{}');
  const done = await runCase({ workspace, withUv: true, inputs: { mode: 'check', preflight: 'static' } });
  expect(done.log).toContain('Platform: connect');
});
