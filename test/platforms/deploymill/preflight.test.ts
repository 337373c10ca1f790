import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../../emulators/workplace.ts';
import { createFastClock, runStep, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import { projectJson } from './project.ts';

const place = createWorkplace();
afterAll(() => place.clear());

const APP = `from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import os

import idna


class App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # /healthz
        self.send_response(200)
        self.end_headers()
        self.wfile.write(idna.encode("ok"))


ThreadingHTTPServer(("0.0.0.0", int(os.environ["PORT"])), App).serve_forever()
`;

const PYPROJECT = `[project]
name = "service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = ["idna"]
`;

/** The version is in a file, which only a build reads. */
const DYNAMIC = `
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
packages = ["shop"]

[tool.setuptools.dynamic]
version = { attr = "version.VERSION" }
`;

/** Checks a project whose image is built by these lines; uv locks it first. */
const check = async (
  dockerfile: string,
  more = '',
  preflight = 'sync',
  others: Readonly<Record<string, string>> = {},
): Promise<StepRun> => {
  const files = {
    'pyproject.toml': more === '' ? PYPROJECT : PYPROJECT.replace('version = "0.1.0"', 'dynamic = ["version"]') + more,
    'version.py': 'VERSION = "0.1.0"\n',
    Dockerfile: `FROM python:3.11-slim\nWORKDIR /app\n${dockerfile}\nUSER 1000\nEXPOSE 8000\nCMD ["python", "-m", "shop"]\n`,
    '.dockerignore': '.git\n.venv\n.env\n',
    '.deploymill/project.json': projectJson('shop'),
    'shop/__init__.py': '',
    'shop/__main__.py': APP,
    ...others,
  };
  const workspace = await place.project('service', async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  return runStep({
    workspace,
    uv,
    clock: createFastClock(4),
    inputs: { mode: 'check', platform: 'deploymill', preflight, cache: 'false' },
  });
};
const errors = ({ findings }: StepRun) =>
  findings.filter(({ level }) => level === 'error').map(({ code, line }) => `${code} ${line}`);

describe('the installation of an image', () => {
  test('passes where the files are copied first', async () => {
    const done = await check(
      [
        'COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/uv',
        'COPY pyproject.toml uv.lock ./',
        'RUN uv sync --locked --no-dev --no-install-project',
        'COPY shop ./shop',
        'ENV PATH="/app/.venv/bin:$PATH"',
      ].join('\n'),
    );
    expect(errors(done)).toEqual([]);
    expect(done.lines.join('\n')).toContain(
      'Dockerfile line 5: uv sync --locked --no-dev --no-install-project: installs.',
    );
  });

  test('fails at its line where a package is not to be had', async () => {
    const done = await check('COPY shop ./shop\nRUN uv pip install --system "idna==0.0.999"');
    expect(errors(done)).toEqual(['image-install-failed 4']);
  });

  test('fails at its line where the build of the project reads what is copied after it', async () => {
    const done = await check(
      ['COPY pyproject.toml ./', 'COPY shop ./shop', 'RUN uv pip install --system .', 'COPY version.py ./'].join('\n'),
      DYNAMIC,
    );
    expect(errors(done)).toEqual(['image-install-failed 5']);
  });
});

describe('the start of an image', () => {
  const INSTALLED = 'COPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-dev --no-install-project';

  test('is tried out with its own command and PORT, by the gate of the platform', async () => {
    const done = await check(`${INSTALLED}\nCOPY shop ./shop\nENV PATH="/app/.venv/bin:$PATH"`, '', 'start');
    expect(errors(done)).toEqual([]);
    expect(done.lines.join('\n')).toContain('The app starts and is healthy on this runner.');
  });

  test('fails where the app reads a file that was not copied', async () => {
    const reading = 'settings = open("settings.json").read()\n';
    const files = { 'settings.json': '{}', 'shop/__main__.py': APP.replace('class App', `${reading}\n\nclass App`) };
    const done = await check(`${INSTALLED}\nCOPY shop ./shop\nENV PATH="/app/.venv/bin:$PATH"`, '', 'start', files);
    expect(done.outputs.status).toBe('failed');
    expect(done.findings.at(-1)?.message).toContain('The app opens settings.json');
  });

  const INSTALLED_APP = `${INSTALLED}\nCOPY shop ./shop\nENV PATH="/app/.venv/bin:$PATH"`;
  const WORKER = '{ "version": 2, "name": "shop", "workload": "worker" }\n';
  const worker = (main: string) =>
    check(INSTALLED_APP, '', 'start', { '.deploymill/project.json': WORKER, 'shop/__main__.py': main });

  test('fails where the app writes to its own files', async () => {
    const writing = 'open("state.txt", "w").close()\n';
    const files = { 'shop/__main__.py': APP.replace('class App', `${writing}\n\nclass App`) };
    const done = await check(INSTALLED_APP, '', 'start', files);
    expect(errors(done)).toEqual(['start-crash 7']);
    expect(done.findings.at(-1)?.message).toContain('PermissionError');
  });

  test('lets the app write to a volume', async () => {
    const writing = 'open("data/state.txt", "w").close()\n';
    const files = {
      'shop/__main__.py': APP.replace('class App', `${writing}\n\nclass App`),
      '.deploymill/project.json': projectJson('shop', { mounts: [{ volumeName: 'data', mountPath: '/app/data' }] }),
    };
    expect(errors(await check(INSTALLED_APP, '', 'start', files))).toEqual([]);
  });

  test('notices that HEAD fails where GET is well', async () => {
    const done = await check(INSTALLED_APP, '', 'start');
    expect(done.findings.find(({ code }) => code === 'health-head')).toMatchObject({ level: 'notice' });
  });

  test('finds the files where the image has them, and names them as the repository does', async () => {
    const lines = `${INSTALLED}\nCOPY shop /srv/lib/shop\nENV PATH="/app/.venv/bin:$PATH" PYTHONPATH=/srv/lib`;
    expect(errors(await check(lines, '', 'start'))).toEqual([]);
  });

  test.each(['[".venv/bin/python", "-m", "shop"]', 'exec ./.venv/bin/python -m shop'])(
    'finds a program of its environment that is named from WORKDIR on: %s',
    async (command) => {
      const lines = `FROM python:3.11-slim\nWORKDIR /app\n${INSTALLED}\nCOPY shop ./shop\nUSER 1000\nEXPOSE 8000`;
      const done = await check('', '', 'start', { Dockerfile: `${lines}\nCMD ${command}\n` });
      expect(errors(done)).toEqual([]);
      expect(done.lines.join('\n')).toContain('The app starts and is healthy on this runner.');
    },
  );

  test('watches a worker, which has to go on running and to print', async () => {
    const loop = 'import time\n\nwhile True:\n    print("alive", flush=True)\n    time.sleep(0.1)\n';
    const well = await worker(loop);
    expect(errors(well)).toEqual([]);
    expect(well.lines.join('\n')).toContain('The worker still runs after 20 s, and prints.');
    expect(errors(await worker('print("done")\n'))).toEqual(['start-crash undefined']);
    const mute = await worker(loop.replace('    print("alive", flush=True)\n', ''));
    expect(mute.findings.map(({ code }) => code)).toContain('worker-silent');
  });

  test('is tried out where nothing is installed', async () => {
    const files = { 'shop/__main__.py': APP.replace('import idna\n', '').replace('idna.encode("ok")', 'b"ok"') };
    expect(errors(await check('COPY shop ./shop', '', 'start', files))).toEqual([]);
  });
});
