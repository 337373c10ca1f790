import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { isFinding, parseToml, readKeyLines, type TomlFile } from '../../../../src/project/files/toml.ts';
import { tomlFile } from '../../../tools/fakes.ts';

const findingOf = (text: string, shown = 'pyproject.toml') => {
  const parsed = parseToml({ path: `/checkout/${shown}`, shown, text });
  if (!isFinding(parsed)) throw new Error('A finding was expected, and there was none.');
  return parsed;
};
const keyLines = (text: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  for (const _ of readKeyLines(text, lines));
  return lines;
};
const linesOf = (text: string): Record<string, number> => Object.fromEntries(keyLines(text));

/** Real files: those of the fixtures, and of a folder of other people's projects where there is one. */
const CORPUS = process.env.UV_DEPLOY_CORPUS;
const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true })
    .map((name) => join(dir, String(name)))
    .filter((path) => /\.toml$|uv\.lock$/.test(path));
const FIXTURES = resolve(import.meta.dirname, '../../../fixtures');

/**
 * Checks every value of a file: a key that stands on a line of its own is on the line that is told for it, with its value behind
 * it; a key within an inline table or a list has the line of that.
 */
const checkFile = (text: string): { keys: number; wrong: string[] } => {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const known = keyLines(text.replace(/^\ufeff/, ''));
  const wrong: string[] = [];
  let keys = 0;
  const visit = (value: unknown, path: readonly string[], isInline: boolean): void => {
    const key = path.join('.');
    const own = known.get(key);
    if (path.length > 0) {
      keys += 1;
      const line = lines[(own ?? 0) - 1] ?? '';
      const name = path.at(-1) ?? '';
      const isNumbered = /^\d+$/.test(name) && own !== undefined && line.trimStart().startsWith('[[');
      const isImplied = own === undefined && [...known.keys()].some((other) => other.startsWith(`${key}.`));
      if (own === undefined && !isInline && !isImplied) wrong.push(`${key} has no line`);
      if (own !== undefined && isInline) wrong.push(`${key} has the line of another key: ${own}`);
      if (own !== undefined && !isNumbered && !line.includes(name)) wrong.push(`${key} is not on line ${own}: ${line}`);
      if (own !== undefined && typeof value === 'string' && /^[\w .,:/>=<~-]+$/.test(value) && !line.includes(value)) {
        wrong.push(`the value of ${key} is not on line ${own}: ${line}`);
      }
    }
    if (typeof value !== 'object' || value === null || value instanceof Date) return;
    for (const [name, inner] of Object.entries(value)) {
      // What was told for a table or a list by a header goes on; what stands behind an equals sign is inline.
      const line = own === undefined ? '' : (lines[own - 1] ?? '');
      const inside = isInline || (path.length > 0 && own !== undefined && !line.trimStart().startsWith('['));
      visit(inner, [...path, name], inside);
    }
  };
  visit(parse(text), [], false);
  return { keys, wrong };
};

describe('the line of every key', () => {
  it.each(filesBelow(FIXTURES).map((path) => [path.slice(FIXTURES.length + 1), path]))('is right in %s', (_, path) => {
    const { keys, wrong } = checkFile(readFileSync(path, 'utf8'));
    expect(wrong).toEqual([]);
    expect(keys).toBeGreaterThan(3);
  });

  it.skipIf(CORPUS === undefined)('is right in the files of other projects, with either line end', () => {
    let total = 0;
    for (const path of filesBelow(CORPUS ?? '')) {
      const text = readFileSync(path, 'utf8');
      const { keys, wrong } = checkFile(text);
      expect([path, wrong]).toEqual([path, []]);
      const unix = Object.fromEntries(keyLines(text.replaceAll('\r\n', '\n')));
      expect([path, Object.fromEntries(keyLines(text.replaceAll(/\r?\n/g, '\r\n')))]).toEqual([path, unix]);
      total += keys;
    }
    expect(total).toBeGreaterThan(10_000);
  });

  it.each<[what: string, text: string, lines: Record<string, number>]>([
    ['plain keys', 'a = 1\n\n# b = 2\nc = "x"\n', { a: 1, c: 4 }],
    ['keys without blanks', 'a=1\n b =2\n\tc= 3', { a: 1, b: 2, c: 3 }],
    ['tables', '[a]\nb = 1\n\n[a.c]\nd = 2\n[e]\n', { a: 1, 'a.b': 2, 'a.c': 4, 'a.c.d': 5, e: 6 }],
    ['headers with blanks and comments', ' [ a . b ] # c\nd = 1 # [e]\n', { 'a.b': 1, 'a.b.d': 2 }],
    ['dotted keys', 'a.b = 1\na . c = 2\n[t]\nx.y.z = 3', { 'a.b': 1, 'a.c': 2, t: 3, 't.x.y.z': 4 }],
    ['quoted keys', '"a b" = 1\n\'c d\' = 2\n"e" . f = 3\n', { 'a b': 1, 'c d': 2, 'e.f': 3 }],
    [
      'quoted keys with signs of TOML in them',
      '"a]b" = 1\n"c=d" = 2\n"#e" = 3\n\'f"g\' = 4\n"h\'i" = 5',
      { 'a]b': 1, 'c=d': 2, '#e': 3, 'f"g': 4, "h'i": 5 },
    ],
    ['quoted keys with escapes', '"a\\"b" = 1\n"\\u00e9" = 2\nc = 3', { 'a"b': 1, é: 2, c: 3 }],
    [
      'quoted tables',
      '["a b"]\nc = 1\n[x."y]z"]\nd = 2\n[\'e#f\'] # g\nh = 3',
      { 'a b': 1, 'a b.c': 2, 'x.y]z': 3, 'x.y]z.d': 4, 'e#f': 5, 'e#f.h': 6 },
    ],
    [
      'array tables',
      '[[a]]\nb = 1\n[[a]]\nb = 2\n[[ a ]] # c\nb = 3',
      { a: 1, 'a.0': 1, 'a.0.b': 2, 'a.1': 3, 'a.1.b': 4, 'a.2': 5, 'a.2.b': 6 },
    ],
    [
      'tables within array tables',
      '[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2\n[[a.d]]\ne = 3\n[[a.d]]\ne = 4\n[a.d.f]\ng = 5\n[h]\ni = 6',
      {
        ...{ a: 1, 'a.0': 1, 'a.0.b': 2, 'a.0.b.c': 3, 'a.1': 4, 'a.1.b': 5, 'a.1.b.c': 6 },
        ...{
          'a.1.d': 7,
          'a.1.d.0': 7,
          'a.1.d.0.e': 8,
          'a.1.d.1': 9,
          'a.1.d.1.e': 10,
          'a.1.d.1.f': 11,
          'a.1.d.1.f.g': 12,
        },
        ...{ h: 13, 'h.i': 14 },
      },
    ],
    ['lists over several lines', 'a = [\n  "b = 1",\n  { c = 2 },\n  [\n    3 ],\n]\nd = 4', { a: 1, d: 7 }],
    ['lists with comments and brackets in texts', 'a = [ # ]\n  "]", \']\', # ]\n  """]""",\n]\nb = 1', { a: 1, b: 5 }],
    ['inline tables', 'a = { b = 1, c = { d = 2 } }\ne = 3', { a: 1, e: 2 }],
    ['brackets in texts', 'a = "["\nb = \'{\'\nc = "\\"["\nd = 4', { a: 1, b: 2, c: 3, d: 4 }],
    ['texts over several lines', 'a = """\nb = 1\n[c]\n"""\nd = 2', { a: 1, d: 5 }],
    ['literal texts over several lines', "a = '''\nb = 1\n[[c]]\n\"\"\"\n'''\nd = 2", { a: 1, d: 6 }],
    ['long texts on one line', 'a = """x"""\nb = \'\'\'y\'\'\'\nc = """"""\nd = 4', { a: 1, b: 2, c: 3, d: 4 }],
    [
      'long texts that hold quotes',
      'a = """x "y" z"""\nb = """say ""hi"" """\nc = \'\'\'it\'s\'\'\'\nd = 4',
      { a: 1, b: 2, c: 3, d: 4 },
    ],
    [
      'long texts that end in quotes',
      'a = """x""""\nb = """y"""""\nc = \'\'\'z\'\'\'\'\nd = 4',
      { a: 1, b: 2, c: 3, d: 4 },
    ],
    ['long texts with escaped quotes', 'a = """\nx \\"""\nb = 1\n"""\nc = 2', { a: 1, c: 5 }],
    ['long texts that end in a backslash', 'a = """x\\\\"""\nb = """\\\n  y"""\nc = 3', { a: 1, b: 2, c: 4 }],
    ['a text that looks like the start of a long one', 'a = ["\'\'\'", \'"""\']\nb = 1', { a: 1, b: 2 }],
    ['a long text behind one that looks like it', 'a = [\'"""\', """\nb = 1\n"""]\nc = 2', { a: 1, c: 4 }],
    ['long texts in a list', 'a = [\n  """\nb = 1\n]\n""", \'\'\'\n[c]\n\'\'\'\n]\nd = 2', { a: 1, d: 9 }],
    ['comments with quotes', 'a = 1 # it\'s """\nb = 2 # "\n# \'\'\'\nc = 3', { a: 1, b: 2, c: 4 }],
    ['backslashes in literal texts', "a = 'c:\\'\nb = 1", { a: 1, b: 2 }],
    [
      'Windows line ends',
      '[a] # b\r\nc = """\r\nd = 1\r\n"""\r\n[[e]] # f\r\ng = [\r\n1 ]\r\nh = 2\r\n',
      { a: 1, 'a.c': 2, e: 5, 'e.0': 5, 'e.0.g': 6, 'e.0.h': 8 },
    ],
    ['values that look like headers', 'a = [\n[1],\n]\n[b]\nc = 1', { a: 1, b: 4, 'b.c': 5 }],
    ['a table told twice in its parts', '[a.b]\nc = 1\n[a]\nd = 2', { 'a.b': 1, 'a.b.c': 2, a: 3, 'a.d': 4 }],
    [
      'dates and numbers',
      'a = 2026-01-31T10:00:00Z\nb = 1_000\nc = 0xff\n1234 = 5\n-x- = 6',
      { a: 1, b: 2, c: 3, '1234': 4, '-x-': 5 },
    ],
    ['nothing', '', {}],
  ])('is right for %s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
    // The text is TOML indeed.
    expect(() => parse(text)).not.toThrow();
  });
});

describe('lineOf', () => {
  const file: TomlFile = tomlFile(
    '# first\n[project]\nname = "x"\nlicense = { text = "MIT" }\n[tool.uv]\ndev = ["a"]\n',
  );

  it.each([
    ['project', 2],
    ['project.name', 3],
    ['project.license.text', 4],
    ['project.version', 2],
    ['project.a.b.c', 2],
    ['tool.uv.dev.0', 6],
    ['tool.uv.index', 5],
    ['tool', 1],
    ['tool.ruff', 1],
    ['nothing', 1],
    ['', 1],
  ])('of %j is %d: its own, or that of the nearest thing around it', (key, line) =>
    expect(file.lineOf(key)).toBe(line),
  );
});

describe('a TOML file', () => {
  it('is read with its values', () => {
    expect(tomlFile('[project]\nname = "grüße"\nn = [1, 2]').data).toEqual({ project: { name: 'grüße', n: [1, 2] } });
  });

  it('may begin with a byte order mark, which moves no line', () => {
    const file = tomlFile('\ufeff[project]\nname = "x"\n');
    expect(file.data).toEqual({ project: { name: 'x' } });
    expect([file.lineOf('project'), file.lineOf('project.name'), file.text.startsWith('[')]).toEqual([1, 2, true]);
  });

  it('may have Windows line ends', () => {
    const file = tomlFile('[project] # x\r\nname = "x"\r\n\r\n[tool.uv]\r\n');
    expect(file.data).toEqual({ project: { name: 'x' }, tool: { uv: {} } });
    expect([file.lineOf('project.name'), file.lineOf('tool.uv')]).toEqual([2, 4]);
  });

  it.each<[what: string, text: string, line: number]>([
    ['a missing value', '[project]\nname =\n', 2],
    ['a key that comes twice', 'a = 1\nb = 2\na = 3\n', 3],
    ['a text that is not closed', '[project]\n\nname = "x\n', 3],
    ['an unknown value', 'a = 1\nb = yes\n', 2],
    ['a header that is not closed', 'a = 1\n[project\n', 2],
  ])('with %s is reported with its line and column', (_, text, line) => {
    const finding = findingOf(text);
    expect(finding).toMatchObject({ level: 'error', code: 'toml-syntax', file: 'pyproject.toml', line });
    expect(finding.column).toBeGreaterThan(0);
    expect(finding.message).toMatch(/^pyproject\.toml is not valid TOML: .+\.$/);
    expect(finding.message.split('\n')).toHaveLength(1);
  });

  it('that is nested beyond measure is reported, not suffered', () => {
    expect(findingOf(`a = ${'['.repeat(5_000)}`).code).toBe('toml-syntax');
    expect(findingOf(`a = ${'{a='.repeat(300)}1${'}'.repeat(300)}`).code).toBe('toml-syntax');
  });

  it('of a great many lines is scanned in no time', () => {
    const text = `${'[[package]]\nname = "x"\nwheels = [\n    { url = "https://index.example/x", hash = "sha256:0" },\n]\n'.repeat(20_000)}`;
    const begun = performance.now();
    expect(keyLines(text).get('package.19999.name')).toBe(19_999 * 5 + 2);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each([
    ['pyproject.toml', /remove the markers/],
    ['uv.lock', /`git checkout --theirs uv\.lock` and then `uv lock`/],
    ['apps/api/uv.lock', /uv lock/],
  ])('with conflict markers is reported as such: %s', (shown, remedy) => {
    const text = 'version = 1\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> other\n';
    const finding = findingOf(text, shown);
    expect(finding).toMatchObject({ level: 'error', code: 'merge-conflict', file: shown, line: 2, column: 1 });
    expect(finding.remedy).toMatch(remedy);
    expect(findingOf(text.replaceAll('\n', '\r\n'), shown)).toMatchObject({ code: 'merge-conflict', line: 2 });
    expect(findingOf(`\ufeff${text.slice(text.indexOf('<'))}`, shown)).toMatchObject({
      code: 'merge-conflict',
      line: 1,
    });
  });

  it.each(['a = "<<<<<<< HEAD"', '# <<<<<<< HEAD\na = 1', 'a = """\n<<<<<<<< not seven\n"""'])(
    'without them is not: %j',
    (text) => expect(isFinding(parseToml({ path: '/x', shown: 'x', text }))).toBe(false),
  );

  it('with a broken lock advises to write it anew', () => {
    expect(findingOf('version = \n', 'uv.lock').remedy).toBe(
      'Run `uv lock` and commit uv.lock; do not edit it by hand.',
    );
  });
});
