import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionRun } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { lockText } from '../tools/lock-text.ts';

const { place, project, check, refuse, run } = createAttempts();

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'blanks and quotes': ['with space.txt', ' leading', 'trailing ', "quo'te", 'dou"ble', 'tab\there', 'nbsp\u00a0'],
  'line ends and other control characters': ['new\nline', '\n\n', 'carriage\rreturn', 'esc\u001b[31mred', 'bell\u0007'],
  'what a shell or a program would act on': [
    '-rf',
    '--help',
    '-',
    '$(id)',
    '`id`',
    '~',
    '#hash',
    'a;b',
    'a&b',
    'back\\slash',
  ],
  'what a glob would act on': ['*', '?', '[a]', '{b,c}', '!not', '(d)', '@(e)', '**'],
  'letters of other scripts': [
    'caf\u00e9',
    'cafe\u0301',
    '日本語.txt',
    '😀',
    '\u202eltr',
    '\ufeffbom',
    '\u2028',
    '%0A%25',
  ],
  'long components and paths': [
    'x'.repeat(255),
    'é'.repeat(127),
    `${'d'.repeat(100)}/${'e'.repeat(100)}/${'f'.repeat(98)}`,
    `${'y'.repeat(250)}/${'z'.repeat(250)}/file`,
    `${'p'.repeat(99)}/f`,
    `${'q'.repeat(155)}/${'r'.repeat(100)}`,
    `${'s'.repeat(155)}/${'t'.repeat(101)}`,
  ],
  'what the runner would act on': [
    ...['::error::x', '::set-output name=status::deployed', '##[group]x', '##[error]x', '::stop-commands::x'],
    ...['a\n::error::x', 'a\r\n::add-mask::e', 'a\n  ::warning::x', '::group::d/file', '##[set-env]d/::error::x'],
  ],
};
const content = (name: string): string => `This is ${JSON.stringify(name)}.`;

const fill = async (names: readonly string[], git: boolean): Promise<string> => {
  const workspace = await project();
  for (const name of names) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), content(name));
  }
  if (git)
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all'],
    ])
      execFileSync('git', args, { cwd: workspace });
  return workspace;
};

/** Names and contents, as Python reads the bundle. */
const readByPython = (done: ActionRun): ReadonlyMap<string, string> => {
  const script =
    'import json, sys, tarfile\narchive = tarfile.open(sys.argv[1])\n' +
    'print(json.dumps([[member.name, archive.extractfile(member).read().decode()] for member in archive]))';
  const env = { ...process.env, PYTHONUTF8: '1' };
  const bundle = done.outputs['bundle-path'] ?? '';
  return new Map(JSON.parse(execFileSync('python3', ['-c', script, bundle], { encoding: 'utf8', env })));
};

describe.concurrent('files whose names have', () => {
  test.each(Object.keys(NAMES).flatMap((kind) => [[kind, true] as const, [kind, false] as const]))(
    '%s are bundled as they are; with git: %s',
    async (kind, git) => {
      const names = NAMES[kind] ?? [];
      const done = await run({ workspace: await fill(names, git), inputs: { mode: 'check', preflight: 'static' } });
      expect(done.annotations).toEqual([]);

      const packed = readByPython(done);
      for (const name of names) expect(packed.get(name), name).toBe(content(name));
      expect(packed.size).toBe(names.length + 5);

      // GNU tar, by what it leaves on disk: its own listing would need to be unquoted.
      const folder = mkdtempSync(place.path('unpacked-'));
      execFileSync('tar', ['--extract', '--gzip', '--file', done.outputs['bundle-path'] ?? '', '--directory', folder]);
      for (const name of names) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(content(name));

      const { files } = JSON.parse(readFileSync(done.outputs['manifest-path'] ?? '', 'utf8'));
      expect(Object.keys(files).sort()).toEqual([...packed.keys()].sort());
    },
  );
});

describe.concurrent('a name that is not UTF-8', () => {
  const raw = (folder: string, ...names: string[]) =>
    Buffer.concat([Buffer.from(folder), ...names.map((name) => Buffer.from(`/${name}`, 'latin1'))]);

  test.each([
    ['of a file', true],
    ['of a file', false],
    ['of a folder', true],
    ['of a folder', false],
  ])('is refused: %s, with git: %s', async (what, git) => {
    const workspace = await project();
    const folder = what === 'of a folder' ? ['caf\xe9'] : [];
    if (folder.length > 0) mkdirSync(raw(workspace, ...folder));
    writeFileSync(raw(workspace, ...folder, 'na\xefve.txt'), 'x');
    if (git)
      for (const args of [
        ['init', '--quiet'],
        ['add', '--all'],
      ])
        execFileSync('git', args, { cwd: workspace });
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'static' } });
    expect(done.titles()).toEqual(['file-name']);
    expect(theOne(done, 'file-name').message).toMatch(/The name of (caf|na)\ufffd.* is not valid UTF-8\.\nRename/);
  });
});

describe.concurrent('a name that looks like a command', () => {
  test.each(['::error::x.py', 'a\n::error::x.py', '##[error]x.py', 'a\n##[group]x.py'])(
    'is none as entrypoint: %j',
    async (name) => {
      const config = (entrypoint: string) =>
        `[content]\nname = "Echo"\nentrypoint = ${JSON.stringify(entrypoint)}\naccess_type = "external"\n` +
        'content_type = "python-service"\n\n[language]\nname = "python"\npackages = "uv.lock"\n';
      const there = await check({ [name]: 'print("x")\n', '_ricochet.toml': config(name) });
      expect(there.annotations).toEqual([]);
      const missing = await refuse({ '_ricochet.toml': config(name) });
      expect(places(missing)).toEqual(['entrypoint-missing _ricochet.toml:3']);
      const detected = await check(
        {
          [name]: 'import streamlit\n',
          '_ricochet.toml': undefined,
          'serve.py': undefined,
          'uv.lock': lockText('streamlit'),
        },
        { platform: 'ricochet' },
      );
      expect(detected.annotations).toEqual([]);
    },
  );

  test.each(['::error::key.pem', 'a\n::set-output name=status::deployed\n.pem', '##[error]key.pem'])(
    'is none in a complaint: %j',
    async (name) => {
      const done = await refuse({ [name]: `-----BEGIN ${'PRIVATE'} KEY-----\n` });
      expect(done.titles()).toEqual(['secret-in-bundle']);
      expect(theOne(done, 'secret-in-bundle').file).toBe(name);
    },
  );

  test('is none as working-directory', async () => {
    for (const name of ['::error::app', 'a\n::error::app', '##[error]app']) {
      const workspace = mkdtempSync(place.path('monorepo-'));
      execFileSync('cp', ['-r', await project(), join(workspace, name)]);
      const inputs = { mode: 'check', preflight: 'static', 'working-directory': name };
      expect((await run({ workspace, inputs })).outputs.status).toBe('checked');
    }
  });

  test('is none as an input that does not exist', async () => {
    const done = await refuse({}, { 'a\n::error::x': '1', '##[error]x': '2' });
    expect(done.titles()).toEqual(['unknown-input', 'unknown-input']);
  });
});
