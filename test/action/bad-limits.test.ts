import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ActionRun, runAction } from '../tools/action.ts';
import { createAttempts, expectDecency, places, theOne } from '../tools/attempts.ts';
import { grow } from '../tools/tree.ts';

const { project, run } = createAttempts();

/** A file of this size that takes no room. */
const sparse = (path: string, size: number): void => {
  writeFileSync(path, '');
  truncateSync(path, size);
};
const check = (workspace: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
  run({ workspace, inputs: { mode: 'check', preflight: 'static', ...inputs } });
const inTime = (done: ActionRun): void => expect(done.ms).toBeLessThan(30_000);

describe('folders with two links to the next one', () => {
  test.each([30, 60])('end with a sentence: %i links', async (links) => {
    const workspace = await project();
    for (let level = 0; level <= links / 2; level++) {
      mkdirSync(join(workspace, `comb${level}`));
      writeFileSync(join(workspace, `comb${level}/data.txt`), 'x');
      if (level === links / 2) continue;
      for (const name of ['a', 'b']) symlinkSync(`../comb${level + 1}`, join(workspace, `comb${level}/${name}`));
    }
    const done = await check(workspace);
    expect(done.titles('error')).toEqual(['over-limit']);
    expect(theOne(done, 'over-limit').message).toMatch(
      /^comb\d+\/[ab] is a link to a folder; with it, links lead to more/,
    );
    inTime(done);
  });
});

/** Each of these takes a matcher that tries one way after the other longer than anybody waits. */
const STARS = `${'*a'.repeat(12)}*b`;
const GLOBSTARS = `${'**/a*/'.repeat(12)}b`;
const DEEP = { [`${`${'a'.repeat(30)}/`.repeat(25)}${'a'.repeat(200)}.txt`]: '' };

describe.concurrent('globs that match in many ways', () => {
  test.each([
    ['exclude', STARS],
    ['exclude', GLOBSTARS],
    ['exclude', `${'a*'.repeat(50)}\\\\\\\\`],
    ['exclude', '{a,aa}'.repeat(100)],
  ])('match in time in the input %s: %s', async (name, pattern) => {
    const done = await check(grow(await project(), DEEP), { [name]: pattern });
    expect(done.annotations).toEqual([]);
    inTime(done);
  });

  test.each([STARS, GLOBSTARS, `${'a*'.repeat(50)}\\\\\\\\`])(
    'are refused in the input include, which the toolkit expands: %s',
    async (pattern) => {
      const done = await check(grow(await project(), DEEP), { include: pattern });
      expect(done.titles()).toEqual(['over-limit']);
      inTime(done);
    },
  );

  test('match in time in _ricochet.toml, the settings, a workspace and .gitignore', async () => {
    const globs = JSON.stringify([STARS, GLOBSTARS, `${'a*'.repeat(50)}\\\\\\\\`, '{a,aa}'.repeat(100)]);
    const names = JSON.stringify([STARS, GLOBSTARS, `${'a*'.repeat(50)}\\\\\\\\`]);
    const workspace = grow(await project(), { ...DEEP, '.gitignore': `${STARS}\n${GLOBSTARS}\n` });
    const append = (file: string, text: string) =>
      execFileSync('sh', ['-c', 'cat >> "$0"', join(workspace, file)], { input: text });
    append('pyproject.toml', `\n[tool.uv.workspace]\nmembers = ${names}\nexclude = ${names}\n`);
    append('pyproject.toml', `\n[tool.uv-deploy]\nexclude = ${globs}\n`);
    append(
      'pyproject.toml',
      `ignore = [{ code = "env-file-left-out", reason = "x", file = ${JSON.stringify(STARS)} }]\n`,
    );
    execFileSync('sed', [
      '-i',
      `s/^\\[language\\]/exclude = ${globs.replaceAll('\\', '\\\\').replaceAll('/', '\\/')}\\n\\n&/`,
      join(workspace, '_ricochet.toml'),
    ]);
    const done = await check(workspace);
    expect(done.titles('error')).toEqual([]);
    inTime(done);
  });

  test('match in time in the exclude of Connect', async () => {
    const workspace = grow(await project(), {
      ...DEEP,
      'requirements.txt': '',
      'app.py': 'app = 1\n',
    });
    const text = `\n[tool.uv-deploy.connect]\nexclude = ${JSON.stringify([STARS, `**/${STARS}`])}\n`;
    execFileSync('sh', ['-c', 'cat >> "$0"', join(workspace, 'pyproject.toml')], { input: text });
    const done = await check(workspace, { platform: 'connect', entrypoint: 'app.py', 'content-type': 'python-api' });
    expect(done.titles('error')).toEqual([]);
    inTime(done);
  });
});

describe.concurrent('a pattern of 70,000 characters', () => {
  const LONG = 'a'.repeat(70_000);
  test.each(['exclude', 'include'])('is refused in the input %s', async (name) => {
    const done = await check(await project(), { [name]: LONG });
    expect(done.titles()).toEqual(['invalid-input']);
    expect(theOne(done, 'invalid-input').message).toContain(`Input '${name}' has a pattern of 70000 characters`);
  });

  test.each([
    ['exclude', `[tool.uv-deploy]\nexclude = "${LONG}"\n`, 'invalid-input pyproject.toml:8'],
    [
      'the file of ignore',
      `[tool.uv-deploy]\nignore = [{ code = "no-uv", reason = "x", file = "${LONG}" }]\n`,
      'invalid-setting pyproject.toml:8',
    ],
    ['the members of a workspace', `[tool.uv.workspace]\nmembers = ["${LONG}"]\n`, 'over-limit pyproject.toml:8'],
  ])('is refused in pyproject.toml: %s', async (_, text, told) => {
    const workspace = await project();
    execFileSync('sh', ['-c', 'cat >> "$0"', join(workspace, 'pyproject.toml')], { input: `\n${text}` });
    expect(places(await check(workspace))).toContain(told);
  });

  test('is refused in _ricochet.toml', async () => {
    const workspace = await project();
    execFileSync('sed', ['-i', `s/^\\[language\\]/exclude = ["${LONG}"]\\n\\n&/`, join(workspace, '_ricochet.toml')]);
    expect(places(await check(workspace))).toContain('over-limit _ricochet.toml:7');
  });
});

test('a requires-python of 200,000 specifiers is refused', async () => {
  const members = Array.from({ length: 200_000 }, (_, index) => `!=3.1.${index}`).join(',');
  const workspace = await project();
  for (const name of ['pyproject.toml', 'uv.lock'])
    execFileSync('sh', [
      '-c',
      `python3 - "$0" "$1" <<'END'\nimport re, sys\npath = sys.argv[1]\ntext = open(path).read()\nmembers = ",".join(f"!=3.1.{i}" for i in range(200000))\nopen(path, "w").write(re.sub('requires-python = "[^"]*"', lambda _: f'requires-python = "{members}"', text))\nEND`,
      join(workspace, name),
      String(members.length),
    ]);
  const done = await check(workspace);
  expect(done.titles()).toContain('requires-invalid');
  expect(done.annotations[0]?.message).toContain('it has more than 100 specifiers');
  inTime(done);
});

describe.concurrent('YAML', () => {
  const KEYS = `${'? {'.repeat(60)}a: b${'}'.repeat(60)}`;
  test.each([
    [
      'keys of keys in _quarto.yml',
      { '_quarto.yml': `project:\n  type: website\n  x: {${KEYS}}\n`, 'index.qmd': '# x\n' },
    ],
    ['keys of keys in front matter', { 'index.qmd': `---\ntitle: x\nx: {${KEYS}}\n---\n\n# x\n` }],
    [
      '60,000 keys',
      { '_quarto.yml': Array.from({ length: 60_000 }, (_, index) => `k${index}: 1\n`).join(''), 'index.qmd': '# x\n' },
    ],
    ['10,000 brackets', { '_quarto.yml': `x: ${'['.repeat(10_000)}`, 'index.qmd': '# x\n' }],
  ])('of %s is read in time and in silence', async (_, files) => {
    const workspace = grow(await project(), { ...files, 'requirements.txt': '' });
    const done = await check(workspace, {
      platform: 'connect',
      entrypoint: 'index.qmd',
      'content-type': 'quarto-static',
    });
    expect(done.titles('error')).toEqual([]);
    expect(done.log).not.toMatch(/Warning|stringified/);
    inTime(done);
  });
});

test.each(['pyproject.toml', '_ricochet.toml'])('60,000 keys in %s end with sentences in time', async (name) => {
  const workspace = await project();
  const keys = Array.from({ length: 60_000 }, (_, index) => `key-${index} = 1\n`).join('');
  const input = name === 'pyproject.toml' ? `\n[tool.uv-deploy]\n${keys}` : `\n[serve]\n${keys}`;
  execFileSync('sh', ['-c', 'cat >> "$0"', join(workspace, name)], { input });
  const done = await check(workspace);
  expect(done.annotations.length).toBeGreaterThan(0);
  expect(done.annotations.length).toBeLessThan(1_000);
  inTime(done);
});

test('a .gitignore of 3 GB is reported and not read', async () => {
  const workspace = await project({ '.gitignore': (path) => sparse(path, 3_000_000_000) });
  const done = await check(workspace);
  expect(places(done)).toEqual(['file-too-large .gitignore']);
  expect(theOne(done, 'file-too-large').message).toContain('.gitignore has 3.0 GB; more than 200 kB is not read.');
});

test('3,000 nested folders are reported once', async () => {
  const workspace = await project();
  const script =
    'import os, sys\nos.chdir(sys.argv[1])\nfor _ in range(3000): os.mkdir("d"); os.chdir("d")\nopen("x", "w").close()';
  execFileSync('python3', ['-c', script, workspace]);
  try {
    const done = await runAction({ workspace, inputs: { mode: 'check', preflight: 'static' } });
    expectDecency(done);
    expect(done.titles()).toEqual(['over-limit']);
    expect(theOne(done, 'over-limit').message).toContain('has more than 2000 bytes');
  } finally {
    execFileSync('rm', ['-rf', join(workspace, 'd')]);
  }
});

describe('a committed manifest.json', () => {
  const listing = async (size: number): Promise<ActionRun> => {
    const files = { 'app.py': { checksum: '' }, 'data.bin': { checksum: '0' } };
    const manifest = { version: 1, metadata: { appmode: 'python-api', entrypoint: 'app' }, files };
    const workspace = await project({
      'manifest.json': JSON.stringify(manifest),
      'app.py': 'app = 1\n',
      'data.bin': (path) => sparse(path, size),
    });
    return check(workspace, { platform: 'connect' });
  };

  test('that lists 2 GiB is an error, and they are not read', async () => {
    const done = await listing(2 ** 31);
    expect(done.titles('error')).toEqual(['file-too-large']);
    expect(theOne(done, 'file-too-large').message).toContain('manifest.json lists data.bin with 2.1 GB');
    inTime(done);
  });

  test('that lists 120 MB has a warning, and they are not read whole', async () => {
    const done = await listing(120_000_000);
    expect(done.titles('error')).toEqual([]);
    expect(theOne(done, 'manifest-large-file').message).toContain('whose checksums are not compared: data.bin');
  });

  test('that lists few bytes has none', async () => {
    expect((await listing(10)).titles()).not.toContain('manifest-large-file');
  });
});
