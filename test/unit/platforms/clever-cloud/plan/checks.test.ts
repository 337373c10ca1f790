import { describe, expect, it } from 'vitest';
import { checkContract } from '../../../../../src/project/contract/start-contract.ts';
import { createForest, type Tree } from '../../../../tools/tree.ts';
import { planned, withPackages } from './planned.ts';

const plant = createForest('clever-checks');

const APP = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const PACKAGES = ['fastapi', 'uvicorn'];
const WHERE = '--host 0.0.0.0 --port 8080';
const HERE = 'pyproject.toml:7';

const toldOf = async (command: string, files: Tree = { 'main.py': APP }, env = '') =>
  (await planned(plant(withPackages(PACKAGES, files, `run-command = '${command}'`)), { env })).told;

describe('a Gradio app', () => {
  const at = async (options: string) => {
    const files = { 'app.py': `import gradio as gr\n\ndemo = gr.Interface(str)\ndemo.launch(${options})\n` };
    const { plan } = await planned(plant(withPackages(['gradio'], files)));
    if (plan?.start === undefined) return ['no start'];
    const found = await checkContract(plan.start, new Map(Object.entries(files)), 12, (path) => path);
    return found.map(({ level, code }) => `${level} ${code}`);
  };

  it('is told by variables where to listen, unless it writes that down', async () => {
    expect(await at('')).toEqual([]);
    expect(await at('server_name="127.0.0.1", server_port=7861')).toEqual([
      'error app-host-local',
      'error app-port-fixed',
    ]);
    expect(await at('server_name="0.0.0.0", server_port=8080')).toEqual([]);
  });
});

describe('the run command', () => {
  it.each<[command: string, told: string[]]>([
    [`.venv/bin/uvicorn main:app ${WHERE}`, []],
    [`uv run --no-sync uvicorn main:app ${WHERE}`, []],
    [`uv run --no-sync --package echo-service -- uvicorn main:app ${WHERE}`, []],
    [`.venv/bin/python -m uvicorn main:app ${WHERE}`, []],
    ['.venv/bin/uvicorn main:app --host 0.0.0.0 --port $PORT', [`error command-variable ${HERE}`]],
    ['.venv/bin/uvicorn main:app --host 0.0.0.0 --port 9000', [`error command-port ${HERE}`]],
    ['.venv/bin/uvicorn main:app --port 8080', [`error command-host-local ${HERE}`]],
    [`cd app && .venv/bin/uvicorn main:app ${WHERE}`, [`error command-shell ${HERE}`]],
    [`A=1 .venv/bin/uvicorn main:app ${WHERE}`, [`error command-shell ${HERE}`]],
    [`.venv/bin/uvicorn main:app ${WHERE} > log.txt`, [`error command-shell ${HERE}`]],
    [`.venv/bin/uvicorn "main:app" ${WHERE}`, [`warning command-quotes ${HERE}`]],
    [`uv run uvicorn main:app ${WHERE}`, [`warning command-sync ${HERE}`]],
    [`uvicorn main:app ${WHERE}`, [`warning command-path ${HERE}`]],
    ['.venv/bin/gunicorn main:app --bind 0.0.0.0:8080', [`error command-program ${HERE}`]],
    ['.venv/bin/fastapi run main.py --port 8080', [`error command-program ${HERE}`]],
    [`.venv/bin/uvicorn man:app ${WHERE}`, [`error entrypoint-missing ${HERE}`]],
    [`.venv/bin/uvicorn fastapi:app ${WHERE}`, []],
    ['.venv/bin/python serve.py', [`error entrypoint-missing ${HERE}`]],
    ['.venv/bin/something --else', []],
  ])('%j', async (command, told) => expect(await toldOf(command)).toEqual(told));

  it('may be a script of the project that is executable', async () => {
    expect(await toldOf('./start.sh', { 'start.sh': '#!/bin/sh\n' })).toEqual([`error command-program ${HERE}`]);
    expect(await toldOf('./start.sh', { 'start.sh': { run: '#!/bin/sh\n' } })).toEqual([]);
  });

  it('may leave out what a variable says', async () => {
    const env = 'UVICORN_HOST=0.0.0.0\nUVICORN_PORT=8080\nUV_NO_SYNC=1';
    expect(await toldOf('uv run uvicorn main:app', { 'main.py': APP }, env)).toEqual([]);
  });

  it('names the port behind a service', async () => {
    const at = (env: string) => toldOf(`.venv/bin/uvicorn main:app ${WHERE}`, { 'main.py': APP }, env);
    expect(await at('CC_REQUEST_FLOW=block')).toEqual([`error command-port ${HERE}`]);
    expect(await at('OTOROSHI_CHALLENGE_SECRET=abc')).toEqual([`error command-port ${HERE}`]);
    expect(await at('OTOROSHI_CHALLENGE_SECRET=abc\nCC_REQUEST_FLOW=disable')).toEqual([]);
  });

  it('is taken from the variable before the setting', async () => {
    const env = `CC_PYTHON_UV_RUN_COMMAND=.venv/bin/uvicorn main:app ${WHERE}`;
    const tree = withPackages(PACKAGES, { 'main.py': APP }, `run-command = 'wrong && wrong'`);
    const { told, spec } = await planned(plant(tree), { env });
    expect(told).toEqual([]);
    expect(spec?.env.CC_PYTHON_UV_RUN_COMMAND).toBe(`.venv/bin/uvicorn main:app ${WHERE}`);
  });
});

describe('the variables that an app has on the server', () => {
  const judged = async (there: Record<string, string>, { settings = '', env = '' } = {}) => {
    const { spec } = await planned(plant(withPackages(PACKAGES, { 'main.py': APP }, settings)), { env });
    const { findings, ...others } = (await spec?.judge(there)) ?? { findings: [], env: {}, reasons: [] };
    return { ...others, told: findings.map(({ level, code, line }) => `${level} ${code}${line ? `:${line}` : ''}`) };
  };
  const command = (port: number) => `.venv/bin/uvicorn main:app --host 0.0.0.0 --port ${port}`;

  it('move a command that is found in the code to the other port', async () => {
    const { told, env, reasons } = await judged({ OTOROSHI_CHALLENGE_SECRET: 'x' });
    expect(told).toEqual([]);
    expect(env).toMatchObject({ CC_PYTHON_UV_RUN_COMMAND: command(9000), PORT: '9000' });
    expect(reasons).toEqual([
      `Run command: ${command(9000)}`,
      'The app has to listen on port 9000: OTOROSHI_CHALLENGE_SECRET is set.',
    ]);
  });

  it('make a written command wrong', async () => {
    const settings = `run-command = '${command(8080)}'`;
    expect((await judged({ CC_VARNISH_FILE: 'x' }, { settings })).told).toEqual(['error command-port:7']);
    const env = 'CC_REQUEST_FLOW=disable';
    expect((await judged({ CC_VARNISH_FILE: 'x' }, { settings, env })).told).toEqual([]);
  });

  it('are those of the deployment before, which say nothing', async () => {
    const before = { CC_PYTHON_UV_RUN_COMMAND: 'old', CC_PYTHON_VERSION: '3.9', PORT: '9000', UV_DEPLOY_ID: 'x' };
    const { told, env } = await judged(before);
    expect(told).toEqual([]);
    expect(env).toMatchObject({ CC_PYTHON_UV_RUN_COMMAND: command(8080), CC_PYTHON_VERSION: '3.12', PORT: '8080' });
  });

  it('are judged by their names, unless the step sets them', async () => {
    const there = { CC_RUN_COMMAND: 'python other.py', CC_PYTHON_MODULE: 'a:b', APP_FOLDER: 'web', OTHER: '1' };
    expect((await judged(there)).told).toEqual([
      'warning variable-ignored',
      'error variable-wins',
      'error variable-folder',
    ]);
    const env = 'CC_RUN_COMMAND=python other.py\nCC_PYTHON_MODULE=a:b\nAPP_FOLDER=.';
    expect((await judged(there, { env })).told).toEqual([]);
  });
});

describe('the image', () => {
  const at = async (files: Tree, env = '') =>
    (await planned(plant(withPackages(PACKAGES, { 'main.py': APP, ...files })), { env })).told;

  it('has the Python of the pin, or not', async () => {
    expect(await at({ '.python-version': '3.14\n' })).toEqual([]);
    expect(await at({ '.python-version': '3.15\n' })).toEqual(['warning image-python-differs .python-version:1']);
  });

  it('takes the Python of a variable or a file', async () => {
    expect(await at({}, 'CC_PYTHON_VERSION=3.8')).toEqual(['error image-python']);
    expect(await at({}, 'CC_PYTHON_VERSION=3.11')).toEqual(['warning image-python-differs']);
    expect(await at({}, 'CC_PYTHON_VERSION=3')).toEqual([]);
    const file = 'clevercloud/python_version';
    expect(await at({ [file]: 'three\n' })).toEqual([`error image-python ${file}:1`]);
    expect(await at({ [file]: '3.12\n' })).toEqual([]);
  });
});

it('a folder that a variable names is an error only where it is not in the bundle', async () => {
  const at = async (files: Tree) =>
    (await planned(plant(withPackages(PACKAGES, { 'main.py': APP, ...files })), { env: 'APP_FOLDER=./api/' })).told;
  expect(await at({})).toEqual(['error variable-folder']);
  expect(await at({ 'api/uv.lock': '' })).toEqual(['warning variable-folder']);
});

describe('the platform’s files', () => {
  const at = async (files: Tree) => (await planned(plant(withPackages(PACKAGES, { 'main.py': APP, ...files })))).told;
  const jobs = (job: string, files: Tree = {}) =>
    at({ 'clevercloud/cron.json': `[\n  ${JSON.stringify(job)}\n]\n`, ...files });

  it('of cron are reported with the line of the job', async () => {
    expect(await jobs('0 3 * * * $ROOT/job.sh', { 'job.sh': { run: '' } })).toEqual([]);
    expect(await jobs('0 3 * * * $ROOT/job.sh', { 'job.sh': '' })).toEqual([
      'warning cron-job clevercloud/cron.json:2',
    ]);
    expect(await jobs('0 3 * * * $ROOT/job.sh')).toEqual(['warning cron-job clevercloud/cron.json:2']);
    expect(await jobs('@reboot /bin/true')).toEqual(['warning cron-job clevercloud/cron.json:2']);
    expect(await at({ 'clevercloud/cron.json': '[1]' })).toEqual(['error cron-file clevercloud/cron.json:1']);
  });
});
