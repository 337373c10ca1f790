import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { runStep, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';

const place = createWorkplace();
let server: CleverCloudServer;
beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 10_000 });
});
afterAll(() => place.clear());

/** A project in which one thing is wrong. */
type Made = {
  readonly from?: 'service' | 'fastapi';
  readonly command?: string;
  /** Texts by path, locked along with the project. */
  readonly files?: Readonly<Record<string, string>>;
  /** Behind pyproject.toml. */
  readonly tables?: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

const SERVE = '.venv/bin/python serve.py';
const uvicorn = (where: string): Made => ({ from: 'fastapi', command: `.venv/bin/uvicorn app:app ${where}` });
const members = '\n[tool.uv.workspace]\nmembers = ["packages/*"]\n';
const member =
  '[project]\nname = "tables"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n\n[tool.uv-deploy.clever-cloud]\nowner = "Example"\nrun-command = "python serve.py"\n';

/** Each error of the checks that only Clever Cloud has, or has a say in; and what Clever Cloud says of it. */
const REFUSED: readonly (readonly [that: string, code: string, why: string, made: Made])[] = [
  ['needs a shell', 'command-shell', 'has stopped', { command: `.venv/bin/python --version && ${SERVE}` }],
  ['starts what no package brings', 'command-program', 'command not found', { command: '.venv/bin/celery worker' }],
  ['starts a script that is not there', 'command-program', 'command not found', { command: './start.sh' }],
  [
    'starts a script that is not executable',
    'command-program',
    'EACCES',
    { command: './start.sh', files: { 'start.sh': `#!/bin/sh\nexec ${SERVE}\n` } },
  ],
  [
    'starts a script of a project that is not installed',
    'command-program',
    'command not found',
    { command: '.venv/bin/echo-app', tables: '\n[project.scripts]\necho-app = "serve:main"\n' },
  ],
  [
    'starts a file that is not there',
    'entrypoint-missing',
    "can't open file",
    { command: '.venv/bin/python other.py' },
  ],
  ['leaves out what it starts', 'entrypoint-not-bundled', "can't open file", { inputs: { exclude: 'serve.py' } }],
  ['names a variable', 'command-variable', "'$PORT' is not a valid integer", uvicorn('--host 0.0.0.0 --port $PORT')],
  ['listens on another port', 'command-port', 'nothing listens on port 8080', uvicorn('--host 0.0.0.0 --port 8123')],
  ['listens for itself only', 'command-host-local', 'listens on localhost only', uvicorn('--port 8080')],
  [
    'wants a Python by a variable',
    'image-python',
    '3.8 is not available',
    { inputs: { env: 'CC_PYTHON_VERSION=3.8' } },
  ],
  [
    'wants a Python by a file',
    'image-python',
    '3.8 is not available',
    { files: { 'clevercloud/python_version': '3.8\n' } },
  ],
  ['has jobs of another shape', 'cron-file', 'cron.json is not valid', { files: { 'clevercloud/cron.json': '{}' } }],
  [
    'leaves out a member of the workspace',
    'lock-members',
    'uv.lock does not fit',
    { tables: members, files: { 'packages/tables/pyproject.toml': member }, inputs: { exclude: 'packages' } },
  ],
  [
    'is a member of a workspace whose root does not install it',
    'lock-root',
    'uv.lock does not fit',
    {
      tables: members,
      files: { 'packages/tables/pyproject.toml': member, 'packages/tables/serve.py': 'print(1)\n' },
      inputs: { 'working-directory': 'packages/tables', name: 'tables' },
    },
  ],
  ['is looked for elsewhere', 'variable-folder', 'APP_FOLDER', { inputs: { env: 'APP_FOLDER=apps/echo' } }],
];

/** Errors behind which there is nothing that could be deployed, or something else than was checked. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'content-type': 'the platform has no such thing',
  'entrypoint-ambiguous': 'there is no command to send',
  'entrypoint-not-found': 'there is no command to send',
  'framework-not-locked': 'there is no command to send',
  'invalid-id': 'no app has such an id',
  'invalid-setting': 'the API has no such value',
  'variable-wins': 'an app that has the variable already would go live with another command',
};

let made = 0;
const project = async ({ from = 'service', command = SERVE, files = {}, tables = '' }: Made): Promise<string> =>
  place.project(from, async (folder) => {
    const settings = `[tool.uv-deploy]\nname = "refused-${made++}"\n\n[tool.uv-deploy.clever-cloud]\nowner = "Example"\n`;
    await appendFile(join(folder, 'pyproject.toml'), `${tables}\n${settings}run-command = '${command}'\n`);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      await chmod(join(folder, path), 0o644);
    }
  });

const step = (workspace: string, mode: string, inputs: Made['inputs']): Promise<StepRun> =>
  runStep({
    ...{ workspace, uv },
    inputs: {
      ...{ platform: 'clever-cloud', mode, preflight: 'static', server: server.url },
      ...{ token: server.token, secret: server.secret, ...inputs },
    },
  });
const errors = ({ findings }: StepRun) => findings.filter(({ level }) => level === 'error');

describe('what is an error before a deployment to Clever Cloud would fail there:', () => {
  test.concurrent.each(REFUSED)('a project that %s (%s)', async (_, code, why, made) => {
    const workspace = await project(made);
    expect(errors(await step(workspace, 'check', made.inputs)).map((one) => one.code)).toEqual([code]);
    const folder = join(workspace, made.inputs?.['working-directory'] ?? '.');
    const ignore = `\n[[tool.uv-deploy.ignore]]\ncode = "${code}"\nreason = "To see what Clever Cloud does."\n`;
    await appendFile(join(folder, 'pyproject.toml'), ignore);
    const [failed, ...others] = errors(await step(workspace, 'deploy', made.inputs));
    expect(failed).toMatchObject({ code: 'deployment-failed', message: expect.stringContaining(why) });
    expect(others).toEqual([]);
  });

  test('is all there is', () => {
    const folder = resolve(import.meta.dirname, '../../../src/platforms/clever-cloud/plan');
    const codes = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:error|complain)\)?\(\s*'([a-z-]+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
    const shown = [...REFUSED.map(([, code]) => code), ...Object.keys(UNDECIDED)];
    expect([...new Set(codes)].filter((code) => !shown.includes(code))).toEqual([]);
  });
});
