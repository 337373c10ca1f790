import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionRun } from '../tools/action.ts';
import { places } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

/** What people do wrong in their first week, and the one thing they are told to do. */

const place = createWorkplace();
let server: RicochetServer;
beforeAll(async () => {
  server = await place.start();
});
afterAll(() => place.clear());

const APP = `from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def greet() -> dict[str, str]:
    return {"message": "hello"}
`;
const PYPROJECT = '[project]\nname = "greeter"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';
const NOTEBOOK =
  '{"cells": [], "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python"}}, "nbformat": 4, "nbformat_minor": 5}';

type Files = Readonly<Record<string, string | undefined>>;

/** A FastAPI app, locked before `files` were put into it; `undefined` removes a file. */
async function project(files: Files = {}): Promise<string> {
  const folder = await place.project('fastapi');
  for (const [name, text] of Object.entries({ '_ricochet.toml': undefined, 'app.py': APP, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await (text === undefined ? rm(join(folder, name)) : writeFile(join(folder, name), text));
  }
  return folder;
}

async function inFolder(name: string): Promise<string> {
  const folder = await project();
  await mkdir(join(folder, name));
  for (const file of ['app.py', 'pyproject.toml', 'uv.lock', '.python-version']) {
    await rename(join(folder, file), join(folder, name, file));
  }
  return folder;
}

type Inputs = Readonly<Record<string, string>>;

const check = (workspace: string, inputs: Inputs = {}): Promise<ActionRun> =>
  runCase({
    workspace,
    withUv: true,
    inputs: { mode: 'check', platform: 'ricochet', preflight: 'static', ...inputs },
  });

const deploy = (workspace: string, inputs: Inputs = {}): Promise<ActionRun> =>
  runCase({
    workspace,
    withUv: true,
    inputs: {
      ...{ mode: 'deploy', platform: 'ricochet', preflight: 'static', comment: 'false' },
      ...{ server: server.url, token: server.apiKey, ...inputs },
    },
  });

/** The one finding of a run: its place, and both of its sentences. */
const theOnly = (run: ActionRun): { readonly at: string; readonly text: string } => {
  expect(places(run)).toHaveLength(1);
  return { at: places(run)[0] ?? '', text: run.annotations[0]?.message ?? '' };
};

describe('a mistake in the project', () => {
  const cases: Readonly<Record<string, readonly [Files, string, RegExp]>> = {
    'a dependency that was never locked is one fault, not two': [
      {
        'pyproject.toml': `${PYPROJECT}dependencies = ["fastapi>=0.115", "uvicorn>=0.30", "plotly>=6"]\n`,
        'app.py': `import plotly\n${APP}`,
      },
      'lock-stale pyproject.toml:5',
      /^uv\.lock is out of date: pyproject\.toml requires plotly>=6\.\nRun `uv lock` and commit uv\.lock\.$/,
    ],
    'a merge conflict that was committed is one fault': [
      { 'pyproject.toml': `${PYPROJECT}<<<<<<< HEAD\ndependencies = ["fastapi>=0.115", "uvicorn>=0.30"]\n` },
      'merge-conflict pyproject.toml:5:1',
      /^pyproject\.toml contains merge conflict markers\.\nResolve the conflict/,
    ],
    'a lock that is not committed': [
      { 'uv.lock': undefined },
      'missing-lock pyproject.toml:1',
      /^uv\.lock is missing.*\nRun `uv lock` and commit uv\.lock\.$/,
    ],
    'a lock that is excluded from git': [
      { 'uv.lock': undefined, '.gitignore': '.venv/\n*.lock\n' },
      'missing-lock .gitignore:2',
      /^uv\.lock is missing, because \.gitignore excludes it.*\nRemove this line, run `uv lock`, and commit both files\.$/,
    ],
    'a pin that is excluded from git': [
      { '.python-version': undefined, '.gitignore': '.venv/\n.python-version\r\n' },
      'missing-pin .gitignore:2',
      /^\.python-version is missing, because \.gitignore excludes it.*\nRemove this line, run `uv python pin 3\.\d+`/,
    ],
    'a pin that the lock does not allow': [
      { '.python-version': '3.10\n' },
      'incompatible-pin .python-version:1:1',
      /^Python 3\.10 .* is not allowed by requires-python '>=3\.11'.*\nRun `uv python pin 3\.11` and commit \.python-version\.$/,
    ],
    'data that .gitignore excludes': [
      { '.gitignore': 'data/\n', 'data/sales.csv': 'a\n', 'app.py': `${APP}\nsales = open("data/sales.csv").read()\n` },
      'file-not-bundled app.py:10',
      /^data\/sales\.csv is opened here, but \.gitignore excludes it, so it is not deployed\.\nCommit it, or add `include: data\/sales\.csv` to the step\.$/,
    ],
    'a path in other capitals than those of the file': [
      { 'data/sales.csv': 'a\n', 'app.py': `${APP}\nsales = open("Data/Sales.csv").read()\n` },
      'file-not-bundled app.py:10',
      /^Data\/Sales\.csv is opened here, but the file is called data\/sales\.csv: Linux.*\nWrite 'data\/sales\.csv'\.$/,
    ],
    'a path from the folder of the app, and not of the project': [
      {
        'app.py': undefined,
        'web/data/sales.csv': 'a\n',
        'web/app.py': `${APP}\nsales = open("data/sales.csv").read()\n`,
      },
      'file-not-bundled web/app.py:10',
      /^data\/sales\.csv is opened here, but the file is web\/data\/sales\.csv: paths start.*\nWrite 'web\/data\/sales\.csv'\.$/,
    ],
    'a path of one computer with Windows': [
      { 'app.py': `${APP}\nsales = open(r"C:\\Users\\anna\\sales.csv").read()\n` },
      'file-not-bundled app.py:10',
      /sales\.csv is opened here, which is a path of one computer\.\nCommit the file/,
    ],
    'a path with the separators of Windows': [
      { 'data/sales.csv': 'a\n', 'app.py': `${APP}\nsales = open("data\\\\sales.csv").read()\n` },
      'file-not-bundled app.py:10',
      /is opened here, and only Windows takes a backslash for a folder\.\nWrite 'data\/sales\.csv', which works everywhere\.$/,
    ],
    'a path of one computer': [
      { 'app.py': `${APP}\nsales = open("/Users/anna/app/sales.csv").read()\n` },
      'file-not-bundled app.py:10',
      /^\/Users\/anna\/app\/sales\.csv is opened here, which is a path of one computer\.\nCommit the file/,
    ],
    'a variable that only the .env has': [
      {
        '.env': 'SALES_DB=postgres://me:secret@db/sales\n',
        'app.py': `import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\nx = os.environ["SALES_DB"]\n${APP}`,
        'dotenv.py': 'def load_dotenv():\n    pass\n',
      },
      'env-file-left-out app.py:6',
      /^\.env is never deployed, and the app reads SALES_DB from it\.\n.*SALES_DB=\$\{\{ secrets\.SALES_DB \}\}/,
    ],
    'two apps': [
      { 'app.py': undefined, 'board.py': APP, 'report.py': APP },
      'entrypoint-ambiguous pyproject.toml',
      /entrypoint = "board\.py".*\n.*entrypoint = "report\.py".*\nWrite one of these lines/,
    ],
    'a notebook and nothing else': [
      { 'app.py': undefined, 'analysis.ipynb': NOTEBOOK },
      'entrypoint-not-found pyproject.toml',
      /analysis\.ipynb is a notebook.*\nSet the inputs `content-type: jupyter` and `entrypoint: analysis\.ipynb`\.$/,
    ],
  };
  test.each(Object.entries(cases))('%s', async (_, [files, at, text]) => {
    const found = theOnly(await check(await project(files)));
    expect(found.at).toBe(at);
    expect(found.text).toMatch(text);
    expect(found.text).not.toContain('secret@');
  });

  test('an app that wins by its name names the other one', async () => {
    const run = await check(await project({ 'report.py': APP }));
    expect(run.outputs.status).toBe('checked');
    expect(theOnly(run).text).toMatch(/^report\.py could also be the app/);
  });

  test('a .env that is committed is to be taken out of git', async () => {
    const folder = await project({ '.env': 'TOKEN=x\n' });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    git('init');
    git('add', '.');
    const run = await check(folder);
    expect(theOnly(run).text).toMatch(/\.env is committed: if it holds passwords, remove it with `git rm --cached`/);
    expect(run.outputs.status).toBe('checked');
  });

  test('a plain script on Connect is named as such', async () => {
    const folder = await place.project('script');
    await rm(join(folder, '_ricochet.toml'));
    const { text } = theOnly(await check(folder, { platform: 'connect' }));
    expect(text).toContain('main.py is a plain script');
  });
});

describe('a mistake in the workflow', () => {
  test('an empty workspace asks for a checkout and nothing else', async () => {
    const folder = place.path('empty');
    await mkdir(folder);
    expect(theOnly(await check(folder))).toEqual({
      at: 'no-checkout',
      text: 'The workspace is empty.\nAdd `- uses: actions/checkout@v7` before this step.',
    });
  });

  test('a project in a folder asks for that folder', async () => {
    expect(theOnly(await check(await inFolder('analysis'))).text).toBe(
      'There is no pyproject.toml, but there is one in analysis/.\nAdd `working-directory: analysis` to the step.',
    );
  });

  test('a folder that is one letter off is put right', async () => {
    const run = await check(await inFolder('analysis'), { 'working-directory': 'analyis' });
    expect(theOnly(run).text).toMatch(/^There is no folder 'analyis'.*\nDid you mean `working-directory: analysis`\?/);
  });

  test('a folder inside of the project asks for the project', async () => {
    const folder = await project();
    await mkdir(join(folder, 'src', 'greeter'), { recursive: true });
    expect(theOnly(await check(folder, { 'working-directory': 'src/greeter' })).text).toBe(
      'There is no src/greeter/pyproject.toml, but there is one in the root of the repository.\nRemove `working-directory` from the step: it names the folder that has pyproject.toml.',
    );
    const below = await inFolder('analysis');
    await mkdir(join(below, 'analysis', 'src'));
    expect(theOnly(await check(below, { 'working-directory': 'analysis/src' })).text).toMatch(
      /but there is one in analysis\/\.\nWrite `working-directory: analysis`/,
    );
  });

  test.each([
    ['ricochet', 'app:app'],
    ['ricochet', 'ap.py'],
    ['clever-cloud', 'apps.py'],
  ])('an entrypoint of %s that is close to a file names the file: %s', async (platform, entrypoint) => {
    const run = await check(await project(), { platform, entrypoint });
    expect(theOnly(run).text).toBe(
      `The entrypoint ${entrypoint} does not exist.\nDid you mean \`entrypoint: app.py\`?`,
    );
  });

  test.each(['- /health', '["/", "/health"]', '/, /health'])(
    'a list of paths is one per line, not %s',
    async (list) => {
      const run = await check(await project(), { 'health-check-path': list });
      expect(theOnly(run).text).toBe(
        `Input 'health-check-path' has '${list}'.\nWrite one path per line, without '- ', brackets, quotes or commas.`,
      );
    },
  );

  test('a release of Python that does not exist is not one to install', async () => {
    const folder = await project({ '.python-version': '3.11.99\n' });
    expect(theOnly(await check(folder, { preflight: 'sync' })).text).toMatch(
      /^Python 3\.11\.99 .* knows no such release.*\nRun `uv python pin 3\.11` and commit \.python-version/,
    );
  });

  test('no platform gives the line to write', async () => {
    const { text } = theOnly(await check(await project(), { platform: '' }));
    expect(text).toContain('Add `platform: ricochet`');
  });

  test('a content type of another platform gives the one that is meant', async () => {
    const run = await check(await project(), { 'content-type': 'fastapi' });
    expect(theOnly(run)).toMatchObject({ at: 'config-content-type' });
    expect(theOnly(run).text).toMatch(/^Unknown content-type 'fastapi'\.\nDid you mean 'fast-api'\?/);
  });

  test('a content type alone asks for the file', async () => {
    const run = await check(await project(), { 'content-type': 'python-service' });
    expect(theOnly(run).text).toMatch(/^content-type python-service needs an entrypoint.*\nAdd `entrypoint: app\.py`/);
  });

  test('an input with a slip of the finger', async () => {
    const run = await runCase({
      workspace: await project(),
      inputs: { mode: 'check', platform: 'ricochet', preflight: 'static', tokne: 'x' },
    });
    expect(theOnly(run).text).toBe("There is no input 'tokne'.\nDid you mean 'token'? Correct it under 'with:'.");
  });

  test('a Python that the runner does not have gives the step that installs it', async () => {
    const folder = await project({ '.python-version': '3.14\n' });
    const run = await runCase({
      ...{ workspace: folder, withUv: true, env: { UV_PYTHON_DOWNLOADS: 'never', GITHUB_ACTIONS: 'true' } },
      inputs: { mode: 'check', platform: 'ricochet', preflight: 'sync' },
    });
    expect(theOnly(run).text).toMatch(/\nAdd `- run: uv python install 3\.14` before this step\.$/);
  });
});

describe('a mistake with the server or its key', () => {
  const cases: Readonly<Record<string, readonly [(server: RicochetServer) => Inputs, RegExp]>> = {
    'an empty token, as of a secret that does not exist': [
      () => ({ token: '' }),
      /^The input 'token' is empty.*\nAdd `token: \$\{\{ secrets\.RICOCHET_API_KEY \}\}`.*check the spelling/,
    ],
    'a key of another server': [
      () => ({ token: 'rico_0123456789' }),
      /does not accept the API key.*\nCreate a new key/,
    ],
    'a key in quotes': [
      ({ apiKey }) => ({ token: `"${apiKey}"` }),
      /begins with a quotation mark.*\nStore the key alone/,
    ],
    'a key with its scheme': [
      ({ apiKey }) => ({ token: `Bearer ${apiKey}` }),
      /begins with 'Bearer'.*\nStore the key alone/,
    ],
    'a key with the name of its secret': [
      ({ apiKey }) => ({ token: `RICOCHET_API_KEY=${apiKey}` }),
      /begins with 'RICOCHET_API_KEY='.*\nStore the key alone/,
    ],
    'the name of a secret in the place of its value': [
      () => ({ token: `\${ secrets.RICOCHET_API_KEY }` }),
      /^The input 'token' is the name of a secret, not its value.*\nWrite `token: \$\{\{ secrets\.RICOCHET_API_KEY \}\}`/,
    ],
    'https for http': [
      ({ url }) => ({ server: url.replace('http:', 'https:') }),
      /does not speak HTTPS\.\nSet 'server' to http:\/\/127\.0\.0\.1:\d+\.$/,
    ],
    'the address of a page': [
      ({ url }) => ({ server: `${url}/apps` }),
      /\/apps is not a ricochet server \(404\)\.\nUse the address without a path: http:\/\/127\.0\.0\.1:\d+$/,
    ],
    'a server that does not run': [() => ({ server: 'http://127.0.0.1:9' }), /nothing listens at 127\.0\.0\.1:9/],
    'a name that does not exist': [() => ({ server: 'https://no.such.invalid' }), /no\.such\.invalid/],
  };
  test.each(Object.entries(cases))('%s', async (_, [inputs, text]) => {
    const run = await deploy(await project(), inputs(server));
    expect(theOnly(run).text).toMatch(text);
    expect(run.outputs.status).toBe('failed');
  });

  test('a variable from a secret that does not exist is named, and does not keep the app from being deployed', async () => {
    const run = await deploy(await project(), { name: 'Empty', env: 'API_URL=\nLOG_LEVEL=info' });
    expect(theOnly(run).text).toMatch(/^API_URL in the input 'env' is empty: .*\nCompare the name/);
    expect(run.outputs.status).toBe('deployed');
  });

  test('a health path that the app does not have leaves no doubt that the release is live', async () => {
    const run = await deploy(await project(), { 'health-check-path': '/healthz', 'health-check-timeout': '8' });
    expect(run.outputs.status).toBe('failed');
    expect(run.annotations.at(-1)?.message).toMatch(/GET \/healthz returned 404[\s\S]*Release \S+ is live now\./);
  });
});
