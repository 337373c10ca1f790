import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import { filesOf } from '../platforms/deploymill/project.ts';
import { commitAll, createForest } from '../tools/tree.ts';
import { uv } from '../tools/uv.ts';

const place = createWorkplace();
const plant = createForest('try');
afterAll(() => place.clear());

/** The command as npm starts it, after what it installs. */
const tryOut = (...args: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, 'try.ts'), ...args],
      { env: { ...process.env, UV_DEPLOY_TEST_UV: uv }, maxBuffer: 2 ** 26 },
      (_, stdout, stderr) => done({ exitCode: child.exitCode, stdout, stderr }),
    );
  });

/** Every file of a folder with its text and the time of its last change. */
const pictureOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, statSync(path).mtimeMs, readFileSync(path, 'latin1')])
    .sort();

describe.concurrent('npm run try', () => {
  test('deploys a copy of a project in a repository, and leaves the folder as it was', async () => {
    const root = await place.project('service', (folder) => {
      const config = join(folder, '_ricochet.toml');
      const text = readFileSync(config, 'utf8').replace('[content]', '[content]\nid = "01HZZZZZZZZZZZZZZZZZZZZZZZ"');
      writeFileSync(config, text);
      writeFileSync(join(folder, '.gitignore'), 'data/\n');
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'data/rows.csv'), '1\n');
      return Promise.resolve();
    });
    commitAll(root);
    writeFileSync(join(root, 'new.txt'), 'not committed yet');
    const before = pictureOf(root);
    const { exitCode, stdout } = await tryOut(root, 'ricochet');
    expect(stdout).toMatch(/━━ The summary\n\n### ✅ .* was deployed to /);
    expect(stdout).toMatch(/━━ http:\/\/127\.0\.0\.1:\d+\/\S+ answers 200\./);
    // pyproject.toml, uv.lock, .python-version, _ricochet.toml, serve.py, .gitignore and the new file
    expect(stdout).toMatch(/\| Bundle \| [67] files/);
    expect(exitCode).toBe(0);
    expect(pictureOf(root)).toEqual(before);
  });

  test('deploys to deploymill from the repository of its server', async () => {
    const wish = { name: 'shop', says: 'hello' };
    const root = plant(filesOf(wish, { id: 'app_of_another_server', url: 'https://shop.example.com' }));
    const { exitCode, stdout } = await tryOut(root, 'deploymill');
    expect(stdout).toMatch(/━━ http:\/\/127\.0\.0\.1:\d+\/edge\/\S+ answers 200\./);
    expect(exitCode).toBe(0);
  });

  test('checks for all platforms where none is named, and says which of them take the project', async () => {
    const { exitCode, stdout } = await tryOut(await place.project('service'));
    expect(stdout.slice(stdout.indexOf('━━ The result'))).toMatch(
      /ricochet +checked\n +connect +failed: error \S+\n +clever-cloud +checked.*\n +deploymill +failed: error dockerfile-missing/,
    );
    expect(exitCode).toBe(0);
  });

  test('fails as the step does', async () => {
    const root = await place.project('service');
    writeFileSync(join(root, '.python-version'), '3.8\n');
    const { exitCode, stdout } = await tryOut(root, 'ricochet');
    expect(stdout).toContain('error: incompatible-pin at .python-version:1');
    expect(stdout).toMatch(/━━ The summary\n\n### ❌ .* was not deployed to /);
    expect(exitCode).toBe(1);
  });

  test('says how it is used when it is not understood', async () => {
    for (const args of [[], ['/nowhere/at/all', 'ricochet'], ['.', 'heroku'], ['.', 'connect', 'more']])
      expect(await tryOut(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('npm run try --') });
  });
});
