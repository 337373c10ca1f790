import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, it, test } from 'vitest';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import { IGNORE_KEYS } from '../../src/inputs/ignore.ts';
import { PLATFORMS } from '../../src/inputs/inputs.ts';
import { readInputs } from '../../src/inputs/raw.ts';
import { ALLOWED, layerSettings } from '../../src/inputs/settings.ts';
import { allPlatforms } from '../../src/platforms/index.ts';
import { ricochet } from '../../src/platforms/ricochet/ricochet.ts';
import { TARGET_KEY } from '../../src/project/target.ts';
import { tomlFile } from '../tools/fakes.ts';
import { fenced, PAGES, page } from '../tools/pages.ts';

const platforms = await allPlatforms();

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

type Part = { readonly properties: Record<string, { readonly enum?: readonly string[] }> };
type Schema = Part & {
  readonly definitions: Record<string, Part & { readonly items: Part; readonly enum?: readonly string[] }>;
};
const table = JSON.parse(read('docs/schema/uv-deploy.schema.json')) as Schema;
const whole = JSON.parse(read('docs/schema/pyproject.schema.json')) as Schema;

const ajv = new Ajv({ allErrors: true, strictTypes: false });
const validTable = ajv.compile(table);
const validWhole = ajv.compile(whole);
const keys = (part: Part | undefined): string[] => Object.keys(part?.properties ?? {}).sort();

describe('the schema has every key there is, and no other', () => {
  it('of [tool.uv-deploy]', () => {
    expect(keys(table)).toEqual([...ALLOWED, ...PLATFORMS, TARGET_KEY, 'ignore', 'app'].sort());
    expect(keys(whole.definitions.settings)).toEqual(keys(table));
  });

  it('of [[tool.uv-deploy.app]]', () => {
    expect(keys(table.definitions.app)).toEqual([...ALLOWED, ...PLATFORMS, 'ignore', 'directory'].sort());
  });

  it.each(PLATFORMS)('of [tool.uv-deploy.%s]', (name) => {
    const own = platforms.find((platform) => platform.name === name)?.settings ?? {};
    const known = [...new Set([...ALLOWED, ...Object.keys(own), 'ignore'])];
    expect(keys(table.definitions[name]), 'run `npm run docs`').toEqual(known.sort());
  });

  it('of an ignored finding, with every code that can be ignored', () => {
    const entry = table.definitions.ignore?.items;
    expect(keys(entry)).toEqual([...IGNORE_KEYS].sort());
    expect(entry?.properties.code?.enum).toEqual(Object.keys(CHECK_CODES));
  });
});

const GOOD = [
  '',
  'platform = "ricochet"\nname = "x"\nid = "01"\ntimeout = 60\nhealth-check-timeout = 5',
  'exclude = ["a", "b"]\ninclude = "c"\nhealth-check-path = ["/", "/health"]',
  'preflight = "static"\nfail-on = "warning"\nentrypoint = "app.py"\ncontent-type = "dash"',
  '[tool.uv-deploy.ricochet]\nmax-bundle-size = "250MB"\nname = "y"\nignore = [{ code = "partial-pin", reason = "x" }]',
  'ignore = [{ code = "secret-in-bundle", reason = "for tests", file = "tests/*.pem" }]',
  '[[tool.uv-deploy.ignore]]\ncode = "bom"\nreason = "x"',
  '[[tool.uv-deploy.app]]\ndirectory = "a"\n[tool.uv-deploy.app.connect]\naccess-type = "all"\nmin-processes = 1',
  '[[tool.uv-deploy.app]]\ndirectory = "a"\n[tool.uv-deploy.app.ricochet]\nmax-bundle-size = 5\n[[tool.uv-deploy.app]]\ndirectory = "b"\nname = "b"\ntimeout = 3',
];
const BAD = [
  'timout = 60',
  'server = "https://a.example"',
  'token = "x"',
  'name = true',
  'name = { a = 1 }',
  'exclude = [1]',
  'ricochet = "x"',
  '[tool.uv-deploy.ricochet]\nmax-size = 1',
  'ignore = ["partial-pin"]',
  'ignore = [{ code = "partial-pin" }]',
  'ignore = [{ code = "partial-pin", reason = "" }]',
  'ignore = [{ code = "no-such-code", reason = "x" }]',
  'ignore = [{ code = "invalid-key", reason = "x" }]',
  'ignore = [{ code = "bom", reason = "x", files = "x" }]',
  'ignore = "bom"',
];
const document = (toml: string) => `[tool.uv-deploy]\n${toml}\n`;
const layer = (text: string) =>
  layerSettings(readInputs({}), [{ file: tomlFile(text), path: 'tool.uv-deploy', structure: ['app'] }], ricochet);

describe('the schema and the action agree', () => {
  it.each(GOOD)('that this is right: %j', (toml) => {
    const data = parse(document(toml));
    expect(validWhole(data), JSON.stringify(validWhole.errors)).toBe(true);
    expect(validTable((data.tool as Record<string, unknown>)['uv-deploy'])).toBe(true);
    expect(() => layer(document(toml))).not.toThrow();
  });

  it.each(BAD)('that this is wrong: %j', (toml) => {
    const data = parse(document(toml));
    expect(validWhole(data)).toBe(false);
    expect(validTable((data.tool as Record<string, unknown>)['uv-deploy'])).toBe(false);
    expect(() => layer(document(toml))).toThrow();
  });
});

it('leaves the rest of pyproject.toml alone', () => {
  expect(validWhole(parse('[project]\nname = 5\n[tool.ruff]\nx = 1\n[anything]\n'))).toBe(true);
});

test('what the documents show for pyproject.toml is right', () => {
  const shown = PAGES.flatMap((path) => fenced(page(path), 'toml')).filter((text) => text.includes('[tool.uv-deploy'));
  expect(shown.length).toBeGreaterThan(6);
  for (const text of shown) expect(validWhole(parse(text)), `${text}${JSON.stringify(validWhole.errors)}`).toBe(true);
});
