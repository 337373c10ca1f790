import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createForest } from '../tools/tree.ts';

const SURVEY = resolve(import.meta.dirname, '../bench/survey.ts');
const tree = createForest('survey');

/** The cells of the lines of a table, which two blanks part. */
const cellsOf = (text: string): string[][] => text.split('\n').map((line) => line.split(/ {2,}/));

test('a survey tells what each project of a checkout is on each platform, what was found, and what that took', async () => {
  const pyproject = '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.11"\n';
  const checkout = tree({
    'jobs/pyproject.toml': pyproject,
    'jobs/.python-version': '3.11\n',
    'jobs/uv.lock':
      'version = 1\nrequires-python = ">=3.11"\n\n[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\n',
    'jobs/main.py': 'print("hello")\n',
    'web/pyproject.toml': pyproject,
    'web/.venv/lib/pyproject.toml': pyproject,
  });
  const { stdout } = await promisify(execFile)(process.execPath, [SURVEY, checkout]);
  const [runs = '', findings = '', codes = ''] = stdout.split('\n\n');

  const rows = cellsOf(runs);
  expect(rows[0]).toEqual(['project', 'platform', 'status', 'time', 'memory', 'app', 'why']);
  expect(rows).toHaveLength(1 + 2 * 4);
  const [project, platform, status, time, memory, app, why] = rows[1] ?? [];
  expect(project).toMatch(/\/jobs$/);
  expect([platform, status, app]).toEqual(['ricochet', 'checked', 'python, main.py']);
  expect(why).toContain('main.py is taken as python: ');
  expect(time).toMatch(/^[1-9]\d* ms$/);
  expect(memory).toMatch(/^[1-9]\d+ MB$/);

  const missing = cellsOf(findings).find(([where, , , code]) => where?.endsWith('/web') && code === 'missing-lock');
  expect(missing?.slice(2, 5)).toEqual(['error', 'missing-lock', 'web/pyproject.toml:1']);
  expect(cellsOf(codes)).toContainEqual(['error', 'missing-lock', '1']);
});
