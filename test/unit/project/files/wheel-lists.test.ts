import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { isFinding, parseToml } from '../../../../src/project/files/toml.ts';
import { takeWheels } from '../../../../src/project/files/wheel-lists.ts';

const wheel = (name: string, more = ''): string =>
  `    { url = "https://files.example/${name}-1-py3-none-any.whl", hash = "sha256:00"${more} },\n`;
const locked = (wheels: string): string => `version = 1

[[package]]
name = "one"
version = "1"
wheels = [
${wheels}]

[[package]]
name = "two"
version = "2"
wheels = [
${wheel('two', ', size = 12, upload-time = "2026-01-02T03:04:05.6Z"')}]

[package.metadata]
requires-dist = []
`;
const read = (text: string) => {
  const file = parseToml({ path: '/checkout/uv.lock', shown: 'uv.lock', text });
  if (isFinding(file)) throw new Error(file.message);
  return file;
};

describe('the wheels of a lock', () => {
  it('are taken out of what the parser reads, and are what it would have read', () => {
    const text = locked(wheel('one') + wheel('one', ', size = 0'));
    expect(takeWheels(text)?.rest).not.toContain('url');
    expect(read(text).data).toEqual(parse(text));
  });

  it.each<[what: string, wheels: string]>([
    ['none at all', ''],
    ['a number alone', '    0,\n'],
    ['an escaped letter', wheel('o\\u006ee')],
    ['a key that uv does not write', wheel('one', ', mirror = "there"')],
    ['a float', wheel('one', ', size = 1.5')],
    ['a number beyond what is exact', wheel('one', ', size = 12345678901234567')],
    ['another indentation', wheel('one').replace('    {', '  {')],
    ['a comment', `    # one\n${wheel('one')}`],
    ['no comma at the end', wheel('one').replace('},', '}')],
    ['a table over lines', '    { url = "a",\n hash = "b" },\n'],
    ['what looks like an end', `${wheel('one')}    "]",\n`],
  ])('are right with %s', (_, wheels) => {
    for (const text of [locked(wheels), locked(wheels).replaceAll('\n', '\r\n')]) {
      let expected: unknown;
      try {
        expected = parse(text);
      } catch {
        expect(() => read(text)).toThrow('is not valid TOML');
        continue;
      }
      expect(read(text).data).toEqual(expected);
    }
  });

  it('are left alone within a text of several lines, and outside of packages', () => {
    const inText = `note = """\nwheels = [\n${wheel('one')}]\n"""\n`;
    const alone = `version = 1\nwheels = [\n${wheel('one')}]\n`;
    for (const text of [inText, alone]) expect(read(text).data).toEqual(parse(text));
  });

  it('are not exchanged for those of another table, whatever numbers a package has in their place', () => {
    const text = `[[package]]\nwheels = [0]\n\n[other]\nwheels = [\n${wheel('one')}]\n`;
    expect(read(text).data).toEqual(parse(text));
  });

  it.each([[wheel('one').replace('},', '} }')], [wheel('one', ', hash = "again"')], [wheel('one', ', size = 01')]])(
    'are refused as the parser refuses them, at their line: %s',
    (wheels) => {
      const read = parseToml({ path: '', shown: 'uv.lock', text: locked(wheel('one') + wheels) });
      expect(read).toMatchObject({ code: 'toml-syntax', line: 8 });
    },
  );

  it('do not move the lines of the keys behind them', () => {
    const file = read(locked(wheel('one') + wheel('one')));
    const line = file.text.split('\n').indexOf('name = "two"') + 1;
    expect(file.lineOf('package.1.name')).toBe(line);
    expect(file.lineOf('package.1.metadata.requires-dist')).toBe(line + 7);
    expect(file.lineOf('package.1.nothing')).toBe(line - 1);
  });
});

const CORPUS = process.env.UV_DEPLOY_LOCK_CORPUS;
it.skipIf(CORPUS === undefined)('the locks of other projects are read as the parser reads them', () => {
  const locks = readdirSync(CORPUS ?? '', { recursive: true })
    .map((name) => join(CORPUS ?? '', String(name)))
    .filter((path) => path.endsWith('uv.lock'));
  expect(locks.length).toBeGreaterThan(5);
  let taken = 0;
  for (const path of locks) {
    const text = readFileSync(path, 'utf8');
    const file = parseToml({ path, shown: 'uv.lock', text });
    if (isFinding(file)) continue;
    expect(file.data).toEqual(parse(file.text, { maxDepth: 200 }));
    taken += takeWheels(text)?.lists.size ?? 0;
  }
  expect(taken).toBeGreaterThan(1_000);
});
