import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionRun } from '../tools/action.ts';
import { expectDecency, places } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';
import { lockText } from '../tools/lock-text.ts';

const place = createWorkplace();
afterAll(() => place.clear());

type Made = {
  readonly files: Readonly<Record<string, string>>;
  /** What the lock has. */
  readonly packages?: readonly string[];
  /** In place of the whole file. */
  readonly pyproject?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

let count = 0;
/** A project with a lock that is only read. */
function plant({ files, packages = [], pyproject }: Made): string {
  count += 1;
  const all = {
    'pyproject.toml':
      pyproject ??
      `[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = []\n`,
    'uv.lock': lockText(...packages),
    '.python-version': '3.12\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    const file = join(place.path(`case-${count}`), path);
    mkdirSync(dirname(file), { recursive: true });
    if (text !== '-') writeFileSync(file, text);
  }
  return place.path(`case-${count}`);
}

const check = async (platform: 'ricochet' | 'connect', made: Made): Promise<ActionRun> => {
  const inputs = { mode: 'check', preflight: 'static', platform, ...made.inputs };
  const run = await runCase({ workspace: plant(made), inputs, withUv: true });
  expectDecency(run);
  return run;
};

const FLASK = 'from flask import Flask\n\napp = Flask(__name__)\n';

describe('a file that is no secret', () => {
  test.each([
    ['the example key of documentation', 'KEY = "AKIAIOSFODNN7EXAMPLE"\n', []],
    ['the example of a temporary key', 'KEY = "ASIAIOSFODNN7EXAMPLE"\n', []],
    ['a key like any other', `KEY = "AKIA${'ABCDEFGH'.repeat(2)}"\n`, ['secret-in-bundle app.py:1']],
  ])('is told from one that is: %s', async (_, text, told) => {
    expect(places(await check('ricochet', { files: { 'app.py': text + FLASK }, packages: ['flask'] }))).toEqual(told);
  });

  test('templates of .env files pass in silence, and all others get one notice', async () => {
    const env = Object.fromEntries(
      ['.env.example', 'a/.env.sample', '.env-template', '.env.local.dist'].map((path) => [path, 'A=\n']),
    );
    const made = { files: { 'app.py': FLASK, ...env }, packages: ['flask'] };
    expect(places(await check('ricochet', made))).toEqual([]);
    const files = { ...made.files, 'a/.env.dev': 'A=1\n', 'b/.env.dev': 'A=2\n', 'b/.env': 'A=3\n' };
    const run = await check('ricochet', { ...made, files });
    expect(places(run)).toEqual(['env-file-left-out a/.env.dev']);
    expect(run.log).toContain('a/.env.dev and 2 more of the kind are not deployed.');
  });
});

describe('a project without a pin', () => {
  const ranged = (range: string) =>
    `[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = "${range}"\ndependencies = []\n`;
  const made = (range: string): Made => ({
    files: {
      'app.py': FLASK,
      '.python-version': '-',
      'uv.lock': lockText('flask').replace('>=3.11', range),
    },
    pyproject: ranged(range),
  });

  test('is well on Connect, where requires-python decides', async () => {
    const run = await check('connect', made('>=3.13'));
    expect(places(run)).toEqual([]);
    expect(run.log).toContain("There is no .python-version: requires-python '>=3.13' decides.");
  });

  test.each([
    ['>=3.13', '3.13'],
    ['>=3.9,<3.11', '3.10'],
    ['>=3.11', '3.12'],
  ])('is asked for one on ricochet that %s accepts', async (range, version) => {
    const run = await check('ricochet', made(range));
    expect(places(run)).toEqual(['missing-pin .python-version']);
    expect(run.log).toContain(`Run \`uv python pin ${version}\``);
  });
});
