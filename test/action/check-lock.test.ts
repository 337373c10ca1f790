import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uvEnvironment } from '../emulators/host/environment.ts';
import type { ActionRun } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { uv } from '../tools/uv.ts';

const { place, project, check, run } = createAttempts();

const PYPROJECT =
  '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = []\n';

const bundled = (done: ActionRun): string[] =>
  Object.keys(JSON.parse(readFileSync(done.outputs['manifest-path'] ?? '', 'utf8')).files);

describe.concurrent('a lock that does not fit', () => {
  const helper = '[tool.uv.sources]\nhelper = { path = "helper" }\n';

  test.each([false, true])(
    'is found where a dependency was added to pyproject.toml alone, with uv: %s',
    async (withUv) => {
      const workspace = await project({
        'pyproject.toml': `${PYPROJECT.replace('[]', '["helper"]')}\n${helper}`,
        'helper/pyproject.toml': '[project]\nname = "helper"\nversion = "1"\n',
      });
      const done = await run({ workspace, inputs: { mode: 'check' }, withUv });
      expect(places(done)).toEqual(['lock-stale pyproject.toml:5']);
      expect(theOne(done, 'lock-stale').message).toContain('requires helper');
      expect(theOne(done, 'lock-stale').message).toContain('Run `uv lock` and commit uv.lock.');
      expect(done.outputs.status).toBe('failed');
    },
  );

  test.each([false, true])('is found where requires-python has changed, with uv: %s', async (withUv) => {
    const workspace = await project({ 'pyproject.toml': PYPROJECT.replace('>=3.11', '>=3.11,<3.13') });
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv });
    expect(places(done)).toEqual(['lock-stale uv.lock:3']);
    expect(theOne(done, 'lock-stale').message).toContain("asks for '>=3.11,<3.13'");
  });

  test.each([
    ['none of its packages', (text: string) => text.slice(0, text.indexOf('[[package]]'))],
    ['the project under another name', (text: string) => text.replace('echo-service', 'other')],
  ])('is found where it has %s', async (_, change) => {
    const workspace = await project();
    const lock = join(workspace, 'uv.lock');
    writeFileSync(lock, change(readFileSync(lock, 'utf8')));
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'static' } });
    expect(places(done)).toEqual(['lock-stale uv.lock:1']);
    expect(theOne(done, 'lock-stale').message).toContain('does not list echo-service');
    const sync = ['sync', '--frozen', '--no-python-downloads', '--directory', workspace];
    expect(() => execFileSync(uv, sync, { env: uvEnvironment(), stdio: 'pipe' })).toThrow('Missing workspace member');
  });

  test.each([
    ['name', 'project-name', 'pyproject.toml:1'],
    ['version', 'project-version', 'pyproject.toml:1'],
  ])('and a [project] without a %s is found before uv refuses it', async (key, title, where) => {
    const done = await check({ 'pyproject.toml': PYPROJECT.replace(new RegExp(`^${key} = .*\n`, 'm'), '') });
    expect(places(done)).toEqual([`${title} ${where}`]);
    expect(theOne(done, title).message).toContain('uv refuses the file');
  });
});

describe.concurrent('a uv workspace', () => {
  const workspace = async (folder: string): Promise<string> => {
    const root = place.path(folder);
    mkdirSync(join(root, 'packages'), { recursive: true });
    cpSync(await project({ 'uv.lock': undefined, '.python-version': undefined }), join(root, 'packages/api'), {
      recursive: true,
    });
    writeFileSync(join(root, '.python-version'), '3.11\n');
    const table = '[tool.uv.workspace]\nmembers = ["packages/*"]\n';
    writeFileSync(join(root, 'pyproject.toml'), `${PYPROJECT.replace('echo-service', 'root')}\n${table}`);
    execFileSync(uv, ['lock', '--quiet', '--no-python-downloads', '--directory', root], { env: uvEnvironment() });
    return root;
  };
  const inputs = { mode: 'check', 'working-directory': 'packages/api' };

  test.each([true, false])('has lock and pin at its root, and they go into the bundle; with uv: %s', async (withUv) => {
    const done = await run({ workspace: await workspace(`workspace-${withUv}`), inputs, withUv });
    expect(done.titles('error')).toEqual([]);
    expect(done.outputs.status).toBe('checked');
    expect(bundled(done)).toEqual(['.python-version', '_ricochet.toml', 'pyproject.toml', 'serve.py', 'uv.lock']);
  });

  test('has its faults named where they are', async () => {
    const root = await workspace('workspace-faults');
    writeFileSync(join(root, '.python-version'), '3.10\n');
    const member = join(root, 'packages/api/pyproject.toml');
    writeFileSync(member, readFileSync(member, 'utf8').replace('>=3.11', '>=3.12'));
    const done = await run({ workspace: root, inputs });
    expect(places(done)).toEqual([
      'incompatible-pin .python-version:1:1',
      'lock-stale uv.lock:3',
      // Newer servers compare the lock with the root, too.
      'lock-root uv.lock:14',
    ]);
    expect(theOne(done, 'lock-stale').message).toContain('packages/api/pyproject.toml');
  });
});

/** Says what the project is, and leaves a trace among its sources, as setuptools does. */
const BACKEND = `
import os

def prepare_metadata_for_build_wheel(directory, settings=None):
    with open("trace.txt", "a") as trace:
        trace.write("built")
    name = "echo_service-1.0.dist-info"
    os.makedirs(os.path.join(directory, name))
    with open(os.path.join(directory, name, "METADATA"), "w") as metadata:
        metadata.write("Metadata-Version: 2.2\\nName: echo-service\\nVersion: 1.0\\nRequires-Python: >=3.11\\n")
    return name

prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel

def build_wheel(*arguments, **options):
    raise SystemExit("there is nothing to build")
`;

describe('a project that only its build backend knows', () => {
  const files = {
    'backend.py': BACKEND,
    'pyproject.toml': [
      ...[
        '[project]',
        'name = "echo-service"',
        'dynamic = ["version", "optional-dependencies"]',
        'requires-python = ">=3.11"',
      ],
      ...['[build-system]', 'requires = []', 'build-backend = "backend"', 'backend-path = ["."]'],
      ...['[tool.uv]', 'package = false', ''],
    ].join('\n'),
  };

  test('is checked by uv in a copy, so that no build writes into it', async () => {
    const workspace = await place.project('service', files);
    const trace = readFileSync(join(workspace, 'trace.txt'), 'utf8');
    expect(trace).toContain('built');
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
    expect(done.annotations).toEqual([]);
    expect(readFileSync(join(workspace, 'trace.txt'), 'utf8')).toBe(trace);
  });

  test('is told to be stale all the same', async () => {
    const workspace = await place.project('service', files);
    const backend = BACKEND.replace('Requires-Python', 'Provides-Extra: more\\nRequires-Python');
    writeFileSync(join(workspace, 'backend.py'), backend);
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
    expect(places(done)).toEqual(['lock-stale uv.lock:1']);
  });

  test('is left to the restore where its backend fails in a copy', async () => {
    const workspace = await place.project('service', files);
    writeFileSync(join(workspace, 'backend.py'), 'raise SystemExit("not without its history")\n');
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
    expect(places(done)).toEqual(['lock-unchecked uv.lock:1']);
    expect(theOne(done, 'lock-unchecked').message).toContain('not without its history');
    expect(done.outputs.status).toBe('checked');
  });
});
