import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAttempts, expectDecency, places, theOne } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

const { place, project, refuse, check, run } = createAttempts();

const TOML = ['pyproject.toml', 'uv.lock', '_ricochet.toml'];
const FILES = [...TOML, '.python-version', 'serve.py'];

/** A project whose file `name` was made anew from what it held. */
const changed = async (name: string, change: (text: string) => string | Uint8Array): Promise<string> => {
  const folder = await project();
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return folder;
};
const checkChanged = async (name: string, change: (text: string) => string | Uint8Array, withUv = false) =>
  run({
    workspace: await changed(name, change),
    inputs: { mode: 'check', ...(withUv ? {} : { preflight: 'static' }) },
    withUv,
  });

describe.concurrent('a file that is missing', () => {
  test.each([
    ['pyproject.toml', 'missing-pyproject pyproject.toml', "point 'working-directory' to the folder"],
    ['uv.lock', 'missing-lock pyproject.toml:1', 'Run `uv lock` and commit uv.lock'],
    ['.python-version', 'missing-pin .python-version', 'Run `uv python pin 3.12`'],
    ['serve.py', 'entrypoint-missing _ricochet.toml:3', 'The entrypoint serve.py does not exist.'],
  ])('%s is reported with what to do', async (name, told, words) => {
    const done = await refuse({ [name]: undefined }, { platform: 'ricochet' });
    expect(places(done)).toEqual([told]);
    expect(done.annotations[0]?.message).toContain(words);
  });

  test('_ricochet.toml is reported with what to do, where no code speaks for an app', async () => {
    const done = await refuse({ '_ricochet.toml': undefined, 'serve.py': 'x = 1\n' }, { platform: 'ricochet' });
    expect(places(done)).toEqual(['entrypoint-not-found pyproject.toml']);
    expect(done.annotations[0]?.message).toContain('Write a _ricochet.toml');
  });

  test('is reported together with all others', async () => {
    const nothing = { ...Object.fromEntries(FILES.map((name) => [name, undefined])), 'README.md': '# Nothing\n' };
    const done = await refuse(nothing, { platform: 'ricochet' });
    expect(done.titles()).toEqual(['missing-pin', 'missing-pyproject', 'missing-lock', 'entrypoint-not-found']);
  });
});

describe.concurrent('a file that is empty', () => {
  test.each([
    ['uv.lock', ['lock-version uv.lock:1', 'lock-requires-python uv.lock:1']],
    ['.python-version', ['no-pin .python-version:1:1']],
    ['serve.py', ['entrypoint-empty serve.py:1']],
    ['_ricochet.toml', [...Array(5).fill('config-missing-key _ricochet.toml:1'), 'config-packages _ricochet.toml:1']],
  ])('%s says what it lacks', async (name, told) => {
    const done = await refuse({ [name]: '' }, { platform: 'ricochet' });
    expect(places(done)).toEqual(told);
  });

  test('has no project in it where it is pyproject.toml: the server would install nothing of the lock', async () => {
    expect(places(await checkChanged('pyproject.toml', () => '', true))).toEqual(['no-project-table pyproject.toml:1']);
  });
});

describe.concurrent('a file that is none', () => {
  test.each(FILES)('is reported and not read: a folder as %s', async (name) => {
    const done = await refuse({
      [name]: (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'inside.txt'), 'x');
      },
    });
    expect(places(done)).toEqual([`not-a-file ${name}`]);
    expect(theOne(done, 'not-a-file').message).toContain(`Remove or rename ${name}.`);
  });

  test.each(FILES)('is reported and not waited for: a named pipe as %s', async (name) => {
    const done = await refuse({ [name]: (path) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]) });
    expect(places(done)).toEqual([`not-a-file ${name}`]);
    expect(done.ms).toBeLessThan(10_000);
  });

  test.each(FILES)('is reported and not loaded: 2 GB as %s', async (name) => {
    const workspace = await project({
      [name]: (path) => {
        writeFileSync(path, '');
        truncateSync(path, 2_000_000_000);
      },
    });
    const [hook, peak] = [place.path(`${name}.cjs`), place.path(`${name}.peak`)];
    const write = `require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS))`;
    writeFileSync(hook, `process.on('exit', () => ${write});\n`);
    const env = { NODE_OPTIONS: `--require ${hook}` };
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'static' }, env });
    expect(places(done)).toEqual([`file-too-large ${name}`]);
    expect(theOne(done, 'file-too-large').message).toContain(`${name} has 2.0 GB; more than`);
    expect(done.ms).toBeLessThan(10_000);
    expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(250_000); // kB
  });

  test.skipIf(process.getuid?.() === 0).each([...FILES, 'data.txt', 'data'])(
    'is reported: %s without permission',
    async (name) => {
      const workspace = await project({ 'data.txt': 'x', 'data/x.txt': 'x' });
      chmodSync(join(workspace, name), 0o000);
      const inputs = { mode: 'check', preflight: 'static', platform: 'ricochet' };
      const done = await runCase({ workspace, inputs }).finally(() => chmodSync(join(workspace, name), 0o755));
      expectDecency(done);
      expect(done.titles()).toEqual(['unreadable-file']);
      expect(theOne(done, 'unreadable-file').message).toContain('Check its permissions');
    },
  );
});

describe.concurrent('a file in another encoding', () => {
  test.each([
    ['pyproject.toml', 'encoding pyproject.toml'],
    ['uv.lock', 'encoding uv.lock'],
    ['_ricochet.toml', 'encoding _ricochet.toml'],
    ['.python-version', 'encoding .python-version:1:1'],
    ['serve.py', 'encoding serve.py:1'],
  ])('is reported: %s that is not UTF-8', async (name, told) => {
    for (const bytes of [Buffer.from('# caf\xe9\n', 'latin1'), Buffer.from('# x\n', 'utf16le').fill(0xff, 0, 1)]) {
      const done = await checkChanged(name, (text) => Buffer.concat([Buffer.from(text), bytes]));
      expect(places(done)).toEqual([told]);
      expect(theOne(done, 'encoding').message).toMatch(/is not valid UTF-8.*\nSave (it|the file) as UTF-8/s);
    }
  });

  test('may be Python that names its encoding', async () => {
    const latin = (text: string) => Buffer.from(`# -*- coding: latin-1 -*-\n# caf\xe9\n${text}`, 'latin1');
    expect((await checkChanged('serve.py', latin)).annotations).toEqual([]);
  });

  test.each(['pyproject.toml', 'uv.lock', '_ricochet.toml', 'serve.py'])(
    'is no matter with a byte order mark: %s',
    async (name) => {
      const done = await checkChanged(name, (text) => `\ufeff${text}`, name === 'uv.lock');
      expect(done.annotations).toEqual([]);
    },
  );

  test('is reported with a byte order mark where uv would not read it: .python-version', async () => {
    const done = await checkChanged('.python-version', (text) => `\ufeff${text}`);
    expect(places(done)).toEqual(['bom .python-version:1:1']);
  });

  test.each(FILES)('is no matter with Windows line ends: %s', async (name) => {
    const done = await checkChanged(name, (text) => text.replaceAll('\n', '\r\n'), name === 'uv.lock');
    expect(done.annotations).toEqual([]);
  });
});

test('a project with byte order marks and Windows line ends throughout reaches the server', async () => {
  const server = await place.start();
  const workspace = await project();
  for (const name of FILES) {
    const text = readFileSync(join(workspace, name), 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(join(workspace, name), `${name === '.python-version' ? '' : '\ufeff'}${text}`);
  }
  const inputs = { server: server.url, token: server.apiKey, preflight: 'static', 'health-check-timeout': '30' };
  const done = await run({ workspace, inputs });
  expect(done.annotations).toEqual([]);
  expect(done.outputs.status).toBe('deployed');
});

describe.concurrent('merge conflict markers', () => {
  const conflict = (text: string) => `${text}<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> feature\n`;

  test.each([
    ['pyproject.toml', 'merge-conflict pyproject.toml:6:1', 'remove the markers'],
    ['uv.lock', 'merge-conflict uv.lock:9:1', 'git checkout --theirs uv.lock'],
    ['_ricochet.toml', 'merge-conflict _ricochet.toml:10:1', 'remove the markers'],
    ['serve.py', 'merge-conflict serve.py:18', 'remove the markers'],
  ])('in %s are an error', async (name, told, words) => {
    const done = await checkChanged(name, conflict);
    expect(places(done)).toEqual([told]);
    expect(theOne(done, 'merge-conflict').message).toContain(words);
  });

  test('in .python-version are lines that uv ignores, with a warning', async () => {
    const done = await checkChanged(
      '.python-version',
      (text) => `<<<<<<< HEAD\n${text}=======\n3.12\n>>>>>>> feature\n`,
    );
    expect(places(done)).toEqual(['line-ignored .python-version:1:1', 'multiple-pins .python-version:4:1']);
    expect(theOne(done, 'line-ignored').message).toContain('Resolve the merge conflict');
    expect(done.outputs.status).toBe('checked');
  });

  test('in a text about them are none', async () => {
    const text = '"""A conflict begins with\n<<<<<<< HEAD\nand so on."""\n';
    expect((await checkChanged('serve.py', () => text)).annotations).toEqual([]);
  });
});

describe.concurrent('TOML that is none', () => {
  const LAST = { 'pyproject.toml': 6, 'uv.lock': 9, '_ricochet.toml': 10 } as Readonly<Record<string, number>>;

  test.each(TOML)('is reported with line and column: %s', async (name) => {
    const done = await checkChanged(name, (text) => `${text}key = = 1\n`);
    expect(places(done)).toEqual([`toml-syntax ${name}:${LAST[name]}:7`]);
    expect(theOne(done, 'toml-syntax').message).toContain(name === 'uv.lock' ? 'Run `uv lock`' : 'Correct the line');
  });

  test.each(
    TOML.flatMap((name) => [
      [name, 'brackets', `key = ${'['.repeat(10_000)}${']'.repeat(10_000)}`] as const,
      [name, 'brackets without an end', `key = ${'['.repeat(10_000)}`] as const,
      [name, 'inline tables', `key = ${'{a='.repeat(10_000)}1${'}'.repeat(10_000)}`] as const,
    ]),
  )('is told where it is nested without end: %s with 10,000 %s', async (name, _, line) => {
    const done = await checkChanged(name, (text) => `${text}${line}\n`);
    expect(done.titles()).toEqual(['toml-syntax']);
    const { line: told, message } = theOne(done, 'toml-syntax');
    expect(told).toBe(LAST[name]);
    expect(message).toContain('excessively nested structures.\n');
    expect(done.ms).toBeLessThan(10_000);
  });

  test.each(['pyproject.toml', '_ricochet.toml'])('is no header of 10,000 names: %s', async (name) => {
    const done = await checkChanged(name, (text) => `${text}[${Array(10_000).fill('a').join('.')}]\n`);
    expect(done.titles('error')).toEqual([]);
    expect(done.ms).toBeLessThan(10_000);
  });
});

describe.concurrent('a uv.lock', () => {
  test.each([
    ['of another version', 'version = 1', 'version = 2', 'lock-version uv.lock:1', 'uv supports 1 only'],
    ['without a version', 'version = 1\n', '', 'lock-version uv.lock:1', 'has no schema version'],
    [
      'without requires-python',
      /requires-python = .*\n/,
      '',
      'lock-requires-python uv.lock:1',
      'has no requires-python',
    ],
    ['with a range that is none', '>=3.11', '3.11', 'requires-invalid uv.lock:3', 'Did you mean `==3.11`?'],
  ])('%s is refused', async (_, from, to, told, words) => {
    const done = await checkChanged('uv.lock', (text) => text.replace(from, to));
    expect(places(done)).toEqual([told]);
    expect(done.annotations[0]?.message).toContain(words);
  });

  test('of a newer revision passes with a notice', async () => {
    const done = await checkChanged('uv.lock', (text) => text.replace(/revision = \d+/, 'revision = 99'));
    expect(places(done)).toEqual(['lock-revision uv.lock:2']);
    expect(done.titles('notice')).toHaveLength(1);
    expect(done.outputs.status).toBe('checked');
  });
});

test('faults of several files are reported together', async () => {
  const done = await check({
    'pyproject.toml': 'key = = 1\n',
    'uv.lock': '<<<<<<< HEAD\n',
    '.python-version': '\ufeff3.11\n',
    '_ricochet.toml': Buffer.from([0xff]),
  });
  expect(places(done).sort()).toEqual([
    'bom .python-version:1:1',
    'encoding _ricochet.toml',
    'merge-conflict uv.lock:1:1',
    'toml-syntax pyproject.toml:1:7',
  ]);
});
