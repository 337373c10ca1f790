import { execFileSync } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { createRsconnect, credentials } from '../tools/rsconnect.ts';

// What the comparison in docs/connect.md says of both, where no other test shows it: see test/docs/features.test.ts.

const place = createWorkplace();
const { run, project, calls } = createConnectRuns(place);
const rsconnect = createRsconnect(place);
afterAll(() => place.clear());

/** With requirements, which rsconnect would else make of what is installed beside it. */
const withRequirements = (name: string, files: Readonly<Record<string, string>> = {}): Promise<string> =>
  project(name, { 'requirements.txt': '', ...files });

/** A project whose lock has a development group, and whose pin is not the Python that the runner has. */
const locked = async (): Promise<string> => {
  const groups = '\n[dependency-groups]\ndev = ["iniconfig==2.1.0"]\n';
  const workspace = await place.project('service', async (folder) => {
    const pyproject = await readFile(join(folder, 'pyproject.toml'), 'utf8');
    const text = pyproject.replace('dependencies = []', 'dependencies = ["itsdangerous==2.2.0"]');
    await writeFile(join(folder, 'pyproject.toml'), `${text}${groups}`);
    await writeFile(join(folder, 'app.py'), wsgi('hello'));
  });
  await writeFile(join(workspace, '.python-version'), '3.19\n');
  return workspace;
};

type Manifest = {
  readonly python: { readonly version: string };
  readonly environment: { readonly python: { readonly requires: string } };
  readonly metadata: { readonly entrypoint: string };
};
const manifestAt = async (path: string): Promise<Manifest> => JSON.parse(await readFile(path, 'utf8'));

describe('this action', () => {
  test('installs what the lock says without its development group, on the Python of the project alone', async () => {
    const inputs = { mode: 'check', 'content-type': 'python-api', entrypoint: 'app:app' };
    const workspace = await locked();
    const server = await place.connect();
    const done = await run(server, { workspace, inputs });
    const { python, environment } = await manifestAt(done.outputs['manifest-path'] ?? '');
    expect(python.version).toMatch(/^3\.19\./);
    expect(environment.python.requires).toBe('~=3.19.0');
    const unpack = ['-xzOf', done.outputs['bundle-path'] ?? '', 'requirements.txt'];
    expect(execFileSync('tar', unpack, { encoding: 'utf8' })).toBe('itsdangerous==2.2.0\n');
  });

  test('sends nothing when the bundle is live already', async () => {
    const server = await place.connect();
    const first = await run(server, { workspace: await project('same') });
    server.requests.clear();
    const again = await run(server, { workspace: await project('same') });
    expect(again.outputs).toMatchObject({ status: 'unchanged', id: first.outputs.id });
    expect(calls(server).filter((call) => !call.startsWith('GET '))).toEqual([]);
  });

  test('changes variables only once the bundle is on the server', async () => {
    const server = await place.connect();
    await run(server, { workspace: await project('varied'), inputs: { env: 'GREETING=hello' } });
    const [made, ...changes] = calls(server).filter((call) => !call.startsWith('GET '));
    expect(made).toBe('POST /__api__/v1/content');
    expect(changes.map((call) => call.replace(/.*\//, ''))).toEqual(['bundles', 'environment', 'deploy', 'deploy']);
  });
});

describe('rsconnect-python', () => {
  let server: ConnectServer;
  /** A project that it has deployed once, with its record of that. */
  let deployed: string;
  let guid: string;
  const deploy = (folder: string, ...options: string[]) =>
    rsconnect(['deploy', 'flask', ...credentials(server), ...options, '.'], folder);
  /** Under the same name, by which it calls its record. */
  const copy = async (where: string): Promise<string> => {
    const folder = place.path(where, basename(deployed));
    await cp(deployed, folder, { recursive: true });
    return folder;
  };
  const changes = () => calls(server).filter((call) => !call.startsWith('GET '));
  beforeAll(async () => {
    server = await place.connect();
    deployed = await withRequirements('peer');
    server.requests.clear();
    const done = await deploy(deployed, '--title', 'Peer', '-E', 'GREETING=hello');
    expect(done.code, done.said).toBe(0);
    guid = server.content()[0]?.guid ?? '';
  });

  test('sets variables and title before the upload, looks at a draft, and activates it', () => {
    expect(changes().map((call) => call.replace(guid, ':guid'))).toEqual([
      'POST /__api__/v1/content',
      'PATCH /__api__/v1/content/:guid/environment',
      'PATCH /__api__/v1/content/:guid',
      'POST /__api__/v1/content/:guid/bundles',
      'POST /__api__/v1/content/:guid/deploy',
      'POST /__api__/v1/content/:guid/deploy',
    ]);
    expect(calls(server).some((call) => call.startsWith(`GET /content/${guid}/_bundle`))).toBe(true);
  });

  test('finds content by its record of it, uploads the same files again, and makes other content without the record', async () => {
    const workspace = await copy('recorded');
    expect((await deploy(workspace)).code).toBe(0);
    expect(server.content()).toHaveLength(1);
    expect(server.bundles(guid)).toHaveLength(2);
    await rm(join(workspace, 'rsconnect-python'), { recursive: true }); // as in a fresh checkout
    expect((await deploy(workspace, '--title', 'Peer')).code).toBe(0);
    expect(
      server
        .content()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['peer', 'peer1']);
  });

  test('refuses another type by its record, and uploads it for an id', async () => {
    const workspace = await copy('typed');
    const fastapi = (...options: string[]) =>
      rsconnect(['deploy', 'fastapi', ...credentials(server), ...options, '.'], workspace);
    const before = server.bundles(guid).length;
    const byRecord = await fastapi();
    expect(byRecord.code).toBe(1);
    expect(byRecord.said).toContain('the existing deployment has mode');
    expect(server.bundles(guid)).toHaveLength(before);
    expect((await fastapi('--app-id', guid)).code).toBe(1);
    expect(server.bundles(guid)).toHaveLength(before + 1);
  });

  test('leaves a draft that it has no command to remove, and uploads the same files again to make them live', async () => {
    const workspace = await copy('draft');
    await writeFile(join(workspace, 'app.py'), wsgi('draft'));
    const live = server.content()[0]?.bundle_id;
    const before = server.bundles(guid).length;
    expect((await deploy(workspace, '--app-id', guid, '--draft')).code).toBe(0);
    expect(server.content().find((one) => one.guid === guid)?.bundle_id).toBe(live);
    expect((await deploy(workspace, '--app-id', guid)).code).toBe(0);
    expect(server.bundles(guid)).toHaveLength(before + 2);
    const { said } = await rsconnect(['content', '--help'], workspace);
    expect(commands(said)).toContain('download-bundle');
    expect(commands(said).filter((name) => /delete|remove|prune|activate|rollback/.test(name))).toEqual([]);
  });

  test('leaves an unhealthy release live on a server without drafts, and names the log without what is in it', async () => {
    const older = await place.connect({ version: '2025.03.0' });
    const workspace = await withRequirements('wobbly');
    const again = (...options: string[]) =>
      rsconnect(['deploy', 'flask', ...credentials(older), ...options, '.'], workspace);
    expect((await again()).code).toBe(0);
    await writeFile(join(workspace, 'app.py'), 'import nothing_of_the_kind\n');
    const broken = await again();
    expect(broken.code).toBe(1);
    expect(broken.said).toContain('/logs');
    expect(broken.said).not.toContain('nothing_of_the_kind');
    const [item] = older.content();
    expect(item?.bundle_id).toBe(older.bundles(item?.guid ?? '')[0]?.id);
  });

  test('uploads what no Python of the server can run, and tells of it before by another command', async () => {
    const workspace = await withRequirements('pinned');
    await writeFile(join(workspace, '.python-version'), '3.19\n');
    const late = await deploy(workspace);
    expect(late.code).toBe(1);
    expect(late.said).toContain('~=3.19.0');
    expect(server.bundles(server.content().find(({ name }) => name.startsWith('service'))?.guid ?? '')).toHaveLength(1);
    expect((await rsconnect(['preflight', ...credentials(server), '--app-id', guid, '.'], workspace)).code).toBe(3);
  });

  test('exports the lock with its development group, and asks for the Python of the runner beside the pin', async () => {
    const workspace = await locked();
    const done = await rsconnect(['write-manifest', 'flask', '-r', 'uv.lock', '.'], workspace);
    expect(done.code, done.said).toBe(0);
    const { python, environment } = await manifestAt(join(workspace, 'manifest.json'));
    expect(python.version).not.toMatch(/^3\.19\./);
    expect(environment.python.requires).toBe('~=3.19.0');
    const lines = (await readFile(join(workspace, 'requirements.txt.lock'), 'utf8')).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['iniconfig==2.1.0', 'itsdangerous==2.2.0']));
  });

  test('has a command for each type, which has to be given, and looks for the entrypoint', async () => {
    const workspace = await withRequirements('main', { 'main.py': wsgi('main') });
    await rm(join(workspace, 'app.py'));
    expect((await rsconnect(['deploy', '.'], workspace)).said).toContain("No such command '.'");
    const { said } = await rsconnect(['deploy', '--help'], workspace);
    const apps = ['flask', 'fastapi', 'dash', 'streamlit', 'shiny', 'bokeh', 'gradio', 'panel'];
    expect(commands(said)).toEqual(expect.arrayContaining(apps));
    expect((await rsconnect(['write-manifest', 'flask', '.'], workspace)).code).toBe(0);
    expect((await manifestAt(join(workspace, 'manifest.json'))).metadata.entrypoint).toBe('main');
  });

  test('has options for title and image, and for no other setting of the content', async () => {
    const { said } = await rsconnect(['deploy', 'flask', '--help'], deployed);
    const options = [...said.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(options).toEqual(expect.arrayContaining(['--title', '--image']));
    expect(options.filter((option = '') => SETTINGS.test(option))).toEqual([]);
    expect(server.content().find((one) => one.guid === guid)?.settings.title).toBe('Peer');
  });
});

/** What [tool.uv-deploy.connect] can set beside the title and the image. */
const SETTINGS =
  /access|acl|vanity|description|processes|conns|load-factor|timeout|cpu|memory|gpu|run-as|service-account/;

const commands = (help: string): string[] => [...help.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = '']) => name);
