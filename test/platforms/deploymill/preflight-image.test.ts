import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheDir, createWorkplace } from '../../emulators/workplace.ts';
import { MILL } from '../../fixtures/mill.ts';
import { createFastClock, runStep, type StepRun } from '../../tools/in-process.ts';
import { grow, type Tree } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';

const DOCKER = resolve(import.meta.dirname, '../../emulators/deploymill/docker.ts');
/** Set where the docker of this machine is to be used, which has the images `python:3.11-slim` and `ghcr.io/astral-sh/uv:0.12` or can get them. */
const isReal = process.env.UV_DEPLOY_DOCKER === 'real';
const place = createWorkplace();
const PATH = process.env.PATH ?? '';
afterAll(() => {
  process.env.PATH = PATH;
  return place.clear();
});

/** Puts a program `docker` on PATH, before that of the machine. */
const provide = (text: string): void => {
  const bin = place.path('bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'docker'), `#!/bin/sh\n${text}\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  process.env.PATH = [bin, PATH].join(delimiter);
};
/** How the docker of this machine is reached. */
const dockerVariables = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    /^DOCKER_/.test(name) && value !== undefined ? [[name, value]] : [],
  ),
);
const home = (): string => place.path('docker');
const calls = (): string[][] =>
  readFileSync(join(home(), 'calls.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[]);

beforeAll(() => mkdirSync(home(), { recursive: true }));

const check = async (changes: Tree = {}, inputs: Readonly<Record<string, string>> = {}): Promise<StepRun> => {
  const workspace = await place.project('service', async (folder) => {
    grow(folder, {
      ...{ '.dockerignore': '.git\n.venv\n', ...MILL, ...changes },
    });
  });
  return runStep({
    ...{
      workspace,
      uv,
      clock: createFastClock(isReal ? 1 : 4),
      environment: { ...dockerVariables, PATH: process.env.PATH ?? '' },
    },
    inputs: { mode: 'check', platform: 'deploymill', preflight: 'image', cache: 'false', ...inputs },
  });
};
const errors = ({ findings }: StepRun) =>
  findings.filter(({ level }) => level === 'error').map(({ code, file, line }) => `${code} ${file}:${line}`);
const codes = ({ findings }: StepRun) => findings.map(({ code }) => code);

describe('where docker is on the runner, preflight: image', () => {
  beforeAll(() => {
    if (!isReal) provide(`exec '${process.execPath}' '${DOCKER}' '${home()}' '${uv}' '${cacheDir}' "$@"`);
  });

  test('builds the image and starts it with the limits of the platform', async () => {
    const done = await check({}, { env: 'GREETING=hello there' });
    expect(done.lines.join('\n')).toContain('The image builds.');
    expect(errors(done)).toEqual([]);
    expect(done.lines.join('\n')).toContain('The app starts and is healthy on this runner.');
    if (isReal) return;
    const all = calls();
    expect(all.map(([command]) => command)).toEqual(['version', 'build', 'run', 'rm', 'image']);
    const run = all.find(([command]) => command === 'run') ?? [];
    const limits = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--cap-add', 'NET_BIND_SERVICE'];
    expect(run.slice(4, 4 + limits.length)).toEqual(limits);
    expect(run.join(' ')).toMatch(/--publish 127\.0\.0\.1:\d+:8000 --env PORT=8000 --env GREETING /);
    expect(run.join(' ')).not.toContain('hello there');
    expect(readdirSync(join(home(), 'images'))).toEqual([]);
  });

  test('tells a build that fails at its line of the Dockerfile', async () => {
    const Dockerfile = MILL.Dockerfile.replace('RUN useradd --create-home app', 'RUN test -e /nothing');
    expect(errors(await check({ Dockerfile }))).toEqual(['image-build-failed Dockerfile:8']);
  });

  test('tells an app that writes to its image at the line of its source', async () => {
    const serve = MILL['serve.py'].replace('if __name__', 'open("state.txt", "w").close()\nif __name__');
    expect(errors(await check({ 'serve.py': serve }))).toEqual(['start-crash serve.py:14']);
  });

  test('notices that HEAD fails where GET is well', async () => {
    const serve = MILL['serve.py'].replace('    do_HEAD = do_GET\n', '');
    const done = await check({ 'serve.py': serve });
    expect(errors(done)).toEqual([]);
    expect(done.findings.find(({ code }) => code === 'health-head')?.level).toBe('notice');
  });

  test('watches a worker go on running', async () => {
    const done = await check({
      '.deploymill/project.json': '{ "version": 2, "name": "shop", "workload": "worker" }\n',
      Dockerfile: MILL.Dockerfile.replace('EXPOSE 8000\n', ''),
      'serve.py': 'import time\n\nwhile True:\n    print("alive")\n    time.sleep(0.1)\n',
    });
    expect(errors(done)).toEqual([]);
    expect(done.lines.join('\n')).toContain('The worker still runs after 20 s, and prints.');
    if (!isReal) expect(calls().findLast(([command]) => command === 'run')).not.toContain('--publish');
  });
});

describe('where docker can’t do what the Dockerfile needs, preflight: image', () => {
  test.each([
    ['does not know an option', 'unknown flag: --tag', 125],
    ['has no BuildKit', 'the --mount option requires BuildKit', 1],
  ])('says so where it %s, and blames nobody', async (_, said, code) => {
    provide(`[ "$1" = version ] && exec echo linux\necho "${said}" >&2; exit ${code}`);
    const done = await check();
    expect(done.findings.map(({ code, level }) => `${level} ${code}`)).toEqual(['warning image-untried']);
  });
});

describe('where docker has no daemon, preflight: image', () => {
  beforeAll(() => provide('echo "Cannot connect to the Docker daemon" >&2; exit 1'));

  test('says so, and starts the app without an image', async () => {
    const done = await check();
    expect(codes(done)).toEqual(['image-untried']);
    expect(done.findings[0]?.level).toBe('notice');
    expect(done.lines.join('\n')).toContain('The app starts and is healthy on this runner.');
  });
});

test('a platform that builds no image starts the app for preflight: image, and says so', async () => {
  const workspace = await place.project('service');
  expect(existsSync(join(workspace, '_ricochet.toml'))).toBe(true);
  const done = await runStep({
    ...{ workspace, uv },
    inputs: { mode: 'check', platform: 'ricochet', preflight: 'image', cache: 'false' },
  });
  expect(codes(done)).toEqual(['image-untried']);
  expect(done.lines.join('\n')).toContain('The app starts and is healthy on this runner.');
});
