import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../src/bundle/source.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { findUv, type Uv } from '../../../src/ports/uv.ts';
import { checkLock, isNetworkTrouble, preflight, providePython } from '../../../src/prepare/sync.ts';
import { isFinding, parseToml, type TomlFile } from '../../../src/project/files/toml.ts';
import { createForest, grow, type Tree } from '../../tools/tree.ts';
import { uv as realUv } from '../../tools/uv.ts';

const plant = createForest('preflight');
const signal = new AbortController().signal;

const path = process.env.PATH ?? '';
let uv: Uv;
let python: string;
let cacheDir: string;
/** A port at which nothing listens. */
let closed: number;

const openUv = async (environment: Record<string, string> = {}): Promise<Uv> => {
  const base = { ...process.env, UV_HTTP_RETRIES: '0', INPUT_TOKEN: 'hunter2', GITHUB_TOKEN: 'hunter2' };
  const found = await findUv(systemExec, plant(), { ...base, ...environment }, signal);
  if (found === undefined) throw new Error('There is no uv.');
  return found;
};

beforeAll(async () => {
  process.env.PATH = `${dirname(realUv)}:${path}`;
  cacheDir = plant();
  uv = await openUv({ UV_CACHE_DIR: cacheDir });
  // Whichever Python this machine has.
  const { stdout } = await uv.run(['python', 'find', '--no-project', '--show-version', '>=3.11'], { cwd: plant() });
  python = stdout.trim().split('.').slice(0, 2).join('.');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closed = (server.address() as { port: number }).port;
  await new Promise((resolve) => server.close(resolve));
});
afterAll(() => {
  process.env.PATH = path;
});

const project = (dependencies: string[] = [], more = ''): string =>
  `[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ${JSON.stringify(dependencies)}\n${more}`;
const LOCAL_INDEX = '[tool.uv]\nno-index = true\nfind-links = ["wheels"]\n';

/** Empty wheels, by name, version and tag. */
const addWheels = (dir: string, ...wheels: string[]): string => {
  const script = `import sys, zipfile
folder, *names = sys.argv[1:]
for name in names:
    package, version, *_ = name.split("-")
    with zipfile.ZipFile(f"{folder}/{name}.whl", "w") as wheel:
        info = f"{package}-{version}.dist-info"
        wheel.writestr(f"{package}/__init__.py", "")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {package}\\nVersion: {version}\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: " + "-".join(name.split("-")[2:]) + "\\n")
        wheel.writestr(f"{info}/RECORD", "")`;
  grow(dir, { 'wheels/.keep': '' });
  execFileSync('python3', ['-c', script, join(dir, 'wheels'), ...wheels]);
  return dir;
};

const lockOf = (dir: string): TomlFile => {
  const text = readFileSync(join(dir, 'uv.lock'), 'utf8');
  const file = parseToml({ path: join(dir, 'uv.lock'), shown: 'apps/x/uv.lock', text });
  if (isFinding(file)) throw new Error(file.message);
  return file;
};
const locked = async (tree: Tree, ...wheels: string[]): Promise<string> => {
  const dir = addWheels(plant(tree), ...wheels);
  const { exitCode, stderr } = await uv.run(['lock', '--no-python-downloads'], { cwd: dir });
  if (exitCode !== 0) throw new Error(stderr);
  return dir;
};
const filesOf = (dir: string): BundleFile[] =>
  readdirSync(dir, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => ({ path: name, source: join(dir, name), size: statSync(join(dir, name)).size, executable: false }));

const tryOut = async (dir: string, client = uv, newer: Partial<Parameters<typeof preflight>[0]> = {}) => {
  const folder = join(plant(), 'preflight');
  const result = await preflight({
    uv: client,
    python,
    lock: lockOf(dir),
    files: filesOf(dir),
    flags: ['--frozen', '--no-python-downloads'],
    folder,
    cacheDir,
    signal,
    ...newer,
  });
  const site = join(folder, 'environment', 'lib', `python${python}`, 'site-packages');
  const installed = existsSync(site)
    ? readdirSync(site).filter((name) => !/dist-info|virtualenv|pycache/.test(name))
    : [];
  return { ...result, folder, installed };
};

describe('a preflight', () => {
  it('passes where the environment installs, outside the project', async () => {
    const dir = await locked({ 'pyproject.toml': project() });
    const { outcome, findings, folder } = await tryOut(dir);
    expect([outcome, findings]).toEqual(['passed', []]);
    expect(existsSync(join(folder, 'environment', 'pyvenv.cfg'))).toBe(true);
    expect(existsSync(join(dir, '.venv'))).toBe(false);
  });

  it('installs what the lock says, groups for development included, from an index in the project', async () => {
    const groups = '[dependency-groups]\ndev = ["only-dev"]\n';
    const dir = await locked(
      { 'pyproject.toml': project(['tiny<2'], groups + LOCAL_INDEX) },
      ...['tiny-1.0-py3-none-any', 'tiny-2.0-py3-none-any', 'only_dev-1.0-py3-none-any'],
    );
    const { findings, outcome, installed } = await tryOut(dir);
    expect([outcome, findings]).toEqual(['passed', []]);
    expect(installed.sort()).toEqual(['only_dev', 'tiny']);
  });

  it('tries what newer servers run first, and says what only these refuse, unless it has been said', async () => {
    const newer = { flags: ['--locked', '--no-python-downloads'], older: ['--frozen', '--no-python-downloads'] };
    const dir = await locked({ 'pyproject.toml': project() });
    const well = await tryOut(dir, uv, { ...newer, isFresh: Promise.resolve(true) });
    expect([well.outcome, well.findings]).toEqual(['passed', []]);
    expect(well.command).toContain('uv sync --locked');
    grow(dir, { 'pyproject.toml': project([], '[dependency-groups]\ndocs = []\n') });
    const stale = await tryOut(dir, uv, { ...newer, isFresh: Promise.resolve(true) });
    expect(stale.outcome).toBe('passed');
    expect(stale.findings).toMatchObject([{ level: 'warning', code: 'lock-refused', file: 'apps/x/uv.lock', line: 1 }]);
    expect((await tryOut(dir, uv, newer)).findings).toEqual([]);
  });

  it('installs from a folder that pyproject.toml names and the lock does not', async () => {
    const dir = await locked({ 'pyproject.toml': project([], '[tool.uv]\nfind-links = ["wheels"]\n') });
    expect((await tryOut(dir)).findings).toEqual([]);
  });

  it('does the same whatever the job has told uv by variables', async () => {
    const client = await openUv({
      ...{ UV_CACHE_DIR: cacheDir, UV_PYTHON: '3.99', UV_NO_DEV: '1', UV_NO_DEFAULT_GROUPS: '1', UV_NO_GROUP: 'dev' },
      ...{
        UV_NO_BINARY: '1',
        UV_NO_BUILD: '1',
        UV_NO_SOURCES: '1',
        UV_PROJECT_ENVIRONMENT: '/none',
        UV_CONFIG_FILE: '/none',
      },
      ...{ VIRTUAL_ENV: '/none', UV_FROZEN: '1', PYTHONHOME: '/none' },
    });
    const groups = '[dependency-groups]\ndev = ["only-dev"]\n';
    const dir = await locked(
      { 'pyproject.toml': project(['tiny'], groups + LOCAL_INDEX) },
      'tiny-1.0-py3-none-any',
      'only_dev-1.0-py3-none-any',
    );
    const { findings, installed } = await tryOut(dir, client);
    expect(findings).toEqual([]);
    expect(installed.sort()).toEqual(['only_dev', 'tiny']);
    expect(await checkLock(client, dir, lockOf(dir), python)).toBeUndefined();
  });

  it('builds packages on disk from the copy, without the secrets of the run', async () => {
    const backend = `import os, zipfile
open("built-here", "w").write("x")
assert not [name for name in os.environ if name.startswith("INPUT_") or name.endswith("TOKEN")], "a secret"
def build_wheel(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/local-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("local/__init__.py", "")
        wheel.writestr("local-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: local\\nVersion: 1.0\\n")
        wheel.writestr("local-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("local-1.0.dist-info/RECORD", "")
    return "local-1.0-py3-none-any.whl"
build_editable = build_wheel
`;
    const dir = await locked({
      'pyproject.toml': project(['local'], '[tool.uv.sources]\nlocal = { path = "libs/local" }\n'),
      'libs/local/pyproject.toml':
        '[project]\nname = "local"\nversion = "1.0"\nrequires-python = ">=3.11"\n[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
      'libs/local/backend.py': backend,
    });
    const before = readdirSync(dir, { recursive: true }).sort();
    const { findings, installed } = await tryOut(dir);
    expect(findings).toEqual([]);
    expect(installed).toContain('local');
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(before);
  });

  it('fails with the line of the package that does not exist for this Python', async () => {
    const lock = `version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "fine"
version = "1.0"
source = { registry = "http://127.0.0.1:${closed}/simple" }
wheels = [
    { url = "http://127.0.0.1:${closed}/fine-1.0-py3-none-any.whl", hash = "sha256:${'0'.repeat(64)}" },
]

[[package]]
name = "only-old"
version = "1.0"
source = { registry = "http://127.0.0.1:${closed}/simple" }
wheels = [
    { url = "http://127.0.0.1:${closed}/only_old-1.0-cp36-cp36m-manylinux1_x86_64.whl", hash = "sha256:${'0'.repeat(64)}" },
]

[[package]]
name = "x"
version = "1"
source = { virtual = "." }
dependencies = [
    { name = "fine" },
    { name = "only-old" },
]
`;
    const dir = plant({ 'pyproject.toml': project(['fine', 'only-old']), 'uv.lock': lock });
    const { outcome, findings } = await tryOut(dir);
    expect(outcome).toBe('failed');
    expect(findings).toMatchObject([{ level: 'error', code: 'restore-failed', file: 'apps/x/uv.lock', line: 14 }]);
    expect(findings[0]?.message).toMatch(/`only-old==1\.0 @ .*can't be installed/);
    expect(findings[0]?.message).toContain(`\`uv sync --frozen\` with Python ${python} fails.`);
  });

  it('fails with the words of a build that fails, and without the paths of this runner', async () => {
    const dir = await locked({
      'pyproject.toml': project(['local'], '[tool.uv.sources]\nlocal = { path = "libs/local" }\n'),
      'libs/local/pyproject.toml':
        '[project]\nname = "local"\nversion = "1.0"\nrequires-python = ">=3.11"\n[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
      'libs/local/backend.py': 'raise RuntimeError("no compiler here")\n',
    });
    const { outcome, findings, folder } = await tryOut(dir);
    expect(outcome).toBe('failed');
    expect(findings).toMatchObject([{ code: 'restore-failed', line: lockOf(dir).lineOf('package.0.name') }]);
    expect(findings[0]?.message).toContain('no compiler here');
    expect(findings[0]?.message).not.toContain(folder);
  });

  it('fails where the Python does not fit the lock', async () => {
    const dir = plant({
      'pyproject.toml': project(),
      'uv.lock':
        'version = 1\nrequires-python = ">=3.99"\n[[package]]\nname = "x"\nversion = "1"\nsource = { virtual = "." }\n',
    });
    const { outcome, findings } = await tryOut(dir);
    expect(outcome).toBe('failed');
    expect(findings).toMatchObject([{ code: 'restore-failed', line: 1 }]);
    expect(findings[0]?.message).toMatch(/3\.99/);
  });

  it('is left undone where the index can not be reached', async () => {
    const lock = `version = 1
requires-python = ">=3.11"

[[package]]
name = "far"
version = "1.0"
source = { registry = "http://127.0.0.1:${closed}/simple" }
wheels = [{ url = "http://127.0.0.1:${closed}/far-1.0-py3-none-any.whl", hash = "sha256:${'0'.repeat(64)}" }]

[[package]]
name = "x"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "far" }]
`;
    const { outcome, findings } = await tryOut(plant({ 'pyproject.toml': project(['far']), 'uv.lock': lock }));
    expect(outcome).toBe('skipped');
    expect(findings).toMatchObject([{ level: 'warning', code: 'preflight-no-network' }]);
  });
});

describe('the lock', () => {
  it('is what uv lock would write', async () => {
    const dir = await locked({ 'pyproject.toml': project(['tiny'], LOCAL_INDEX) }, 'tiny-1.0-py3-none-any');
    expect(await checkLock(uv, dir, lockOf(dir), python)).toBeUndefined();
  });

  it('is stale when pyproject.toml asks for more', async () => {
    const dir = await locked(
      { 'pyproject.toml': project(['tiny'], LOCAL_INDEX) },
      'tiny-1.0-py3-none-any',
      'other-1.0-py3-none-any',
    );
    const before = readFileSync(join(dir, 'uv.lock'), 'utf8');
    grow(dir, { 'pyproject.toml': project(['tiny', 'other'], LOCAL_INDEX) });
    expect(await checkLock(uv, dir, lockOf(dir), python)).toEqual({
      level: 'error',
      code: 'lock-stale',
      message: 'apps/x/uv.lock does not match pyproject.toml.',
      remedy: 'Run `uv lock` and commit uv.lock.',
      file: 'apps/x/uv.lock',
      line: 1,
    });
    expect(readFileSync(join(dir, 'uv.lock'), 'utf8')).toBe(before);
  });

  it('can not be judged where the index can not be reached: that is a warning', async () => {
    const index = `[[tool.uv.index]]\nurl = "http://127.0.0.1:${closed}/simple"\ndefault = true\n`;
    const dir = await locked({ 'pyproject.toml': project([], index) });
    grow(dir, { 'pyproject.toml': project(['far'], index) });
    expect(await checkLock(uv, dir, lockOf(dir), python)).toMatchObject({
      level: 'warning',
      code: 'lock-unchecked',
      file: 'apps/x/uv.lock',
    });
  });

  it('can not be judged where there is no Python: that is a warning', async () => {
    const dir = await locked({ 'pyproject.toml': project() });
    expect(await checkLock(uv, dir, lockOf(dir), '3.99')).toMatchObject({ level: 'warning', code: 'lock-unchecked' });
  });

  it('can not be judged where uv refuses the project: that is an error, in its words', async () => {
    const dir = await locked({ 'pyproject.toml': project() });
    grow(dir, { 'pyproject.toml': project([], '[tool.uv.sources]\ny = { nonsense = 1 }\n') });
    const finding = await checkLock(uv, dir, lockOf(dir), python);
    expect(finding).toMatchObject({ level: 'error', code: 'lock-check-failed' });
    expect(finding?.message).toContain('unknown field `nonsense`');
  });
});

describe('the Python', () => {
  it('is there', async () => expect(await providePython(uv, { python, cwd: plant() })).toBe(python));

  it('is not there, and can not be installed: that is a warning with what to do', async () => {
    const finding = await providePython(uv, { python: '3.99', cwd: plant() });
    if (typeof finding === 'string') throw new Error(`There is a Python ${finding}.`);
    expect(finding).toMatchObject({ level: 'warning', code: 'preflight-no-python' });
    expect(finding?.message).toMatch(/^Python 3\.99 is not on this runner and could not be installed.*3\.99/s);
    expect(finding?.remedy).toContain('uv python install 3.99');
  });

  it('is an older patch release than requires-python wants: one that fits is looked for, else that is a warning', async () => {
    const asked: string[][] = [];
    const fake = (found: readonly string[]): Uv => ({
      ...uv,
      run: async (args) => {
        asked.push([...args]);
        const isThere = found.includes(args.at(-1) ?? '');
        return { exitCode: isThere ? 0 : 2, stdout: isThere ? '3.13.0\n' : '', stderr: isThere ? '' : 'error: none' };
      },
    });
    const wanted = { python: '3.13', cwd: plant(), requires: ['>=3.13.5'] };
    const fitting = '==3.13.*,>=3.13.5';
    expect(await providePython(fake(['3.13', fitting]), wanted)).toBe(fitting);
    const finding = await providePython(fake(['3.13']), wanted);
    expect(finding).toMatchObject({ level: 'warning', code: 'preflight-no-python' });
    expect(asked.at(-1)).toEqual(['python', 'install', fitting]);
  });

  it('a wheel that is gone from its index is no trouble of the network', () => {
    const gone =
      'error: Failed to fetch: `https://files.example/x.whl`\n  Caused by: HTTP status client error (404 Not Found)';
    expect([isNetworkTrouble(gone), isNetworkTrouble('error: Failed to fetch\n  Caused by: dns error')]).toEqual([
      false,
      true,
    ]);
    const build = 'error: Failed to build\n\n      [stderr]\n      Connection refused\n';
    expect(isNetworkTrouble(build)).toBe(false);
  });
});
