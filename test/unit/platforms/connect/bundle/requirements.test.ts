import { describe, expect, it } from 'vitest';
import {
  checkRequirements,
  environmentKey,
  exportRequirements,
  localIndexes,
} from '../../../../../src/platforms/connect/bundle/requirements.ts';
import type { Uv } from '../../../../../src/ports/uv.ts';
import { broughtAlong } from '../../../../../src/project/lock/graph.ts';
import { lockedPackages } from '../../../../../src/project/lock/packages.ts';
import { codesOf, tomlFile } from '../../../../tools/fakes.ts';

const LOCK = tomlFile(
  `version = 1
requires-python = ">=3.11"

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "flask" }, { name = "core", extra = ["fast"] }]

[package.optional-dependencies]
plots = [{ name = "bokeh" }]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "flask"
version = "3.1.0"
source = { registry = "https://index.example/simple" }

[[package]]
name = "bokeh"
version = "3.6.0"
source = { registry = "https://user:secret@packages.example/simple" }

[[package]]
name = "pytest"
version = "8.0.0"
source = { registry = "https://index.example/simple" }

[[package]]
name = "core"
version = "0.2.0"
source = { editable = "libs/core" }

[package.optional-dependencies]
fast = [{ name = "speedups" }]
slow = [{ name = "never" }]

[[package]]
name = "speedups"
version = "1.0"
source = { git = "https://git.example/speedups?rev=v1#abc" }

[[package]]
name = "never"
version = "1.0"
source = { url = "https://files.example/never.whl" }
`,
  'uv.lock',
);
const names = (groups: string[], extras: string[]) =>
  broughtAlong(LOCK, { name: 'app', groups, extras }).map(({ name }) => name);
const ALL = broughtAlong(LOCK, { name: 'app', groups: ['dev'], extras: ['plots'] });

/** A uv that prints one text. */
const uvWith = (stdout: string, exitCode = 0, stderr = ''): Uv & { args: (readonly string[])[] } => {
  const args: (readonly string[])[] = [];
  return {
    args,
    version: '0.0.0',
    ownSettings: new Map(),
    run: async (given) => {
      args.push(given);
      return { exitCode, stdout, stderr };
    },
  };
};
const NOTHING = { groups: [], extras: [] };

describe('what the lock brings along', () => {
  it('is the project with its dependencies and the extras that these name, but no group and no extra of its own', () => {
    expect(names([], [])).toEqual(['app', 'flask', 'core', 'speedups']);
  });

  it('is more with a group or an extra that is asked for', () => {
    expect(names(['dev'], [])).toContain('pytest');
    expect(names([], ['plots'])).toContain('bokeh');
  });

  it('is nothing when the lock does not know the project', () => {
    expect(broughtAlong(LOCK, { name: 'other', ...NOTHING })).toEqual([]);
  });
});

describe('a lock that takes packages from a folder', () => {
  it('is an error, because the server does not have the folder', () => {
    const text = '[[package]]\nname = "x"\nversion = "1"\nsource = { registry = "../wheels" }\n';
    const lock = tomlFile(text, 'uv.lock');
    const findings = localIndexes(broughtAlong(lock, { name: 'x', ...NOTHING }), lock);
    expect(findings).toMatchObject([{ level: 'error', code: 'local-index', file: 'uv.lock', line: 2 }]);
  });
});

describe('requirements made from the lock', () => {
  it('have neither comments nor what is installed from disk', async () => {
    const text =
      "flask==3.1.0\nmy-rsconnect-tools==1.0\n-e ./libs/core\n./libs/other\n../x\ncore @ file:///home/me/core\nnumpy==2.0 ; sys_platform == 'linux'\n";
    const made = await exportRequirements(uvWith(text), '/x', NOTHING, { lock: LOCK, locked: ALL });
    expect(made).toEqual({
      text: "flask==3.1.0\nmy-rsconnect-tools==1.0\nnumpy==2.0 ; sys_platform == 'linux'\n",
      findings: [],
    });
  });

  it('name the public index that is not the server’s own', async () => {
    const text =
      '[[package]]\nname = "torch"\nversion = "2"\nsource = { registry = "https://download.pytorch.org/whl/cpu" }\n';
    const lock = tomlFile(text, 'uv.lock');
    const made = await exportRequirements(uvWith('torch==2+cpu\n'), '/x', NOTHING, {
      lock,
      locked: broughtAlong(lock, { name: 'torch', ...NOTHING }),
    });
    expect(made).toEqual({
      text: '--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2+cpu\n',
      findings: [],
    });
  });

  it('ask by its address for what is on another index, for each Python and each system', async () => {
    const at = 'https://download.pytorch.org/whl/cpu';
    const wheel = (version: string, tags: string) => `{ url = "${at}/torch-${version}-${tags}.whl" }`;
    const linux = [311, 312].map((tag) => wheel('2.5.1%2Bcpu', `cp${tag}-cp${tag}-linux_x86_64`)).join(', ');
    const text = `[[package]]
name = "torch"
version = "2.5.1"
source = { registry = "${at}" }
wheels = [${wheel('2.5.1', 'cp312-none-macosx_11_0_arm64')}]

[[package]]
name = "torch"
version = "2.5.1+cpu"
source = { registry = "${at}" }
wheels = [${linux}, ${wheel('2.5.1%2Bcpu', 'cp312-cp312-win_amd64')}]
`;
    const lock = tomlFile(text, 'uv.lock');
    const lines = "idna==3.7\ntorch==2.5.1 ; sys_platform == 'darwin'\ntorch==2.5.1+cpu ; sys_platform != 'darwin'\n";
    const made = await exportRequirements(uvWith(lines), '/x', NOTHING, { lock, locked: lockedPackages(lock) });
    expect(made.text.split('\n')).toEqual([
      'idna==3.7',
      "torch==2.5.1 ; sys_platform == 'darwin'",
      ...['3.11', '3.12'].map(
        (python) =>
          `torch @ ${at}/torch-2.5.1%2Bcpu-cp${python.replace('.', '')}-cp${python.replace('.', '')}-linux_x86_64.whl ; python_version == '${python}' and (sys_platform != 'darwin')`,
      ),
      '',
    ]);
  });

  it('are asked for without the development group, with what is wanted', async () => {
    const uv = uvWith('');
    await exportRequirements(uv, '/x', { groups: ['web'], extras: ['plots'] }, { lock: LOCK, locked: ALL });
    const line = uv.args[0]?.join(' ');
    expect(line).toMatch(/^export --frozen /);
    for (const option of ['--no-default-groups', '--no-hashes', '--no-header', '--group web', '--extra plots']) {
      expect(line).toContain(option);
    }
  });

  it.each([
    'pkg @ https://user:hunter2@files.example/pkg.whl',
    'pkg @ https://ghp_hunter2@files.example/pkg.whl',
    'pkg @ git+https://user:hunter2@git.example/pkg@abc',
    '--extra-index-url https://user:hunter2@packages.example/simple',
    'pkg @ git+ssh://git:hunter2@git.example/pkg@abc',
  ])('with a credential are refused, and it is not shown: %s', async (line) => {
    const { findings } = await exportRequirements(uvWith(`${line}\n`), '/x', NOTHING, { lock: LOCK, locked: ALL });
    expect(codesOf(findings)).toEqual(['credentials-in-url']);
    expect(JSON.stringify(findings)).not.toMatch(/hunter2/);
  });

  it.each([
    'pkg @ git+ssh://git@git.example/pkg@abc',
    'pkg @ git+https://git.example/pkg@abc',
    'pkg @ https://x.example/a@b.whl',
    'pkg @ git+https://team@git.example/pkg@abc',
  ])('hold no credential in %s', async (line) => {
    expect(
      (await exportRequirements(uvWith(`${line}\n`), '/x', NOTHING, { lock: LOCK, locked: ALL })).findings,
    ).toEqual([]);
  });

  it('that uv can not make are an error in its words', async () => {
    const uv = uvWith('', 2, 'warning: x\nerror: Extra `plots` is not defined\n');
    const { findings } = await exportRequirements(uv, '/x', NOTHING, { lock: LOCK, locked: ALL });
    expect(findings).toMatchObject([{ level: 'error', code: 'export-failed', file: 'uv.lock' }]);
    expect(findings[0]?.message).toContain('error: Extra `plots` is not defined');
  });
});

describe('requirements that the project brings along', () => {
  const check = (text: string) => {
    const files: Readonly<Record<string, string>> = { 'requirements.txt': text, 'base.txt': 'six\n' };
    return checkRequirements('requirements.txt', ALL, {
      ...{ has: (path) => Object.hasOwn(files, path), read: (path) => files[path], shown: (path) => path },
    });
  };

  it('may have pip options and other files of the bundle', () => {
    const text =
      '--index-url https://packages.example/simple\n-r base.txt\n--constraint=./base.txt\nflask==3.1.0 # why\nrequests>=2\n';
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['-r other.txt', 'requirements-file-missing'],
    ['-c ../constraints.txt', 'requirements-file-missing'],
    ['-e .', 'requirements-local'],
    ['./libs/core', 'requirements-local'],
    ['core @ file:///home/me/core', 'requirements-local'],
    ['flask==3.1.0 --hash=sha256:abc', 'requirements-hashes'],
    ['Flask[async]==2.0', 'requirements-stale'],
    ['--extra-index-url https://u:hunter2@packages.example/', 'credentials-in-url'],
  ])('are checked line by line: %s', (line, code) => {
    expect(check(`# first\n${line}\n`)).toMatchObject([{ code, file: 'requirements.txt', line: 2 }]);
    expect(JSON.stringify(check(line))).not.toContain('hunter2');
  });

  it('are one matter where the lock has moved on from many', () => {
    const stale = 'Flask[async]==2.0\n-r other.txt\nflask==2.1\nflask==2.2\n';
    const found = check(stale);
    expect(found.map(({ code }) => code)).toEqual(['requirements-stale', 'requirements-file-missing']);
    expect(found[0]?.message).toMatch(/ 2 more lines differ from it\.$/);
  });

  it('may take a credential from the environment', () => {
    expect(check(['--index-url https://$', '{USER}:$', '{PASSWORD}@packages.example/'].join(''))).toEqual([]);
  });
});

describe('the key of an environment', () => {
  it('is the same for the same requirements, Python and installer, and for nothing else', () => {
    const key = environmentKey('flask==3.1.0\n', '3.12.0', 'uv');
    expect(environmentKey(Buffer.from('flask==3.1.0\n'), '3.12.0', 'uv')).toBe(key);
    const others = [
      environmentKey('flask==3.1.1\n', '3.12.0', 'uv'),
      environmentKey('flask==3.1.0\n', '3.12.1', 'uv'),
      environmentKey('flask==3.1.0\n', '3.12.0', 'pip'),
    ];
    expect(new Set([key, ...others]).size).toBe(4);
  });
});
