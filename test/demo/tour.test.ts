import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import { uv } from '../tools/uv.ts';
import { edit } from './edit.ts';

const place = createWorkplace();
afterAll(() => place.clear());

test('a change that can not be made is an error, and changes nothing', async () => {
  const file = place.path('app.py');
  await writeFile(file, "greeting = 'Hello'\n");
  await expect(edit(file, '"Hello"', '"Good day"')).rejects.toThrow(`${file} does not have "Hello".`);
  await edit(file, "'Hello'", "'Good day'");
  await expect(edit(file, "'Hello'", "'Good day'")).rejects.toThrow();
});

test('the demo shows what has changed', async () => {
  const tour = join(import.meta.dirname, 'tour.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [tour], {
    env: { ...process.env, UV_DEPLOY_TEST_UV: uv },
    maxBuffer: 2 ** 24,
  });
  expect(stdout).not.toContain('Please report it');
  expect(stdout.match(/ answers 200: .*/g)).toEqual([
    expect.stringContaining('Hello'),
    expect.stringContaining('Good day'),
  ]);
});
