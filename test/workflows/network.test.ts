import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { signedByOwn } from '../tools/certificate.ts';
import { makeDistributions } from '../tools/distributions.ts';
import { createForest } from '../tools/tree.ts';
import { uv } from '../tools/uv.ts';
import { HOST_FOLDER, type WorkflowRun } from '../tools/workflow-host.ts';
import { push } from './events.ts';
import { type Caller, createWorld, type World } from './world.ts';

const WHEEL = 'tiny-1.0-py3-none-any.whl';
const PASSWORD = 'p4ss=word of the index';
const LOGIN = `Basic ${Buffer.from(`octo:${PASSWORD}`).toString('base64')}`;

const folder = createForest('network')();
let world: World;
let certificate: ReturnType<typeof signedByOwn>;
let index: Server;
let asked: (string | undefined)[] = [];

/** A package index that only a company has: its authority is its own, and it asks who is there. */
const createIndex = (wheels: string): Server =>
  createServer(certificate, ({ url = '', headers: { authorization } }, response) => {
    asked.push(authorization);
    if (authorization !== LOGIN) return response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
    if (url.endsWith(WHEEL)) return response.end(readFileSync(join(wheels, WHEEL)));
    const file = {
      filename: WHEEL,
      url: `/${WHEEL}`,
      hashes: {},
      yanked: false,
      'upload-time': '2020-01-01T00:00:00Z',
    };
    response.setHeader('Content-Type', 'application/vnd.pypi.simple.v1+json');
    return response.end(JSON.stringify({ meta: { 'api-version': '1.1' }, name: 'tiny', files: [file] }));
  });

beforeAll(async () => {
  if (!HOST_FOLDER) return;
  certificate = signedByOwn(folder);
  index = createIndex(makeDistributions(join(folder, 'wheels'), [WHEEL]));
  await new Promise<void>((done) => index.listen(0, '127.0.0.1', done));
  world = await createWorld();
});
afterAll(async () => {
  index?.close();
  await world?.close();
});

const call = (inputs: readonly string[], secrets: string): string => `
on: push
permissions:
  contents: read
jobs:
  deploy:
    uses: uv-deploy/uv-deploy/.github/workflows/deploy.yml@v1
    with:
${inputs.map((line) => `      ${line}\n`).join('')}
    secrets: ${secrets}
`;

const theJob = ({ jobs }: WorkflowRun) => jobs['deploy / uv-deploy'];
const lastGiven = (action: string) => world.given.findLast((one) => one.action === action)?.inputs;

/** A task that depends on a package of the index, locked where both the authority and the password are known. */
async function locked(repository: Caller): Promise<void> {
  const url = `https://127.0.0.1:${(index.address() as AddressInfo).port}/simple`;
  const file = join(repository.folder, 'pyproject.toml');
  const project = readFileSync(file, 'utf8').replace('dependencies = []', 'dependencies = ["tiny"]');
  const own = `\n[[tool.uv.index]]\nname = "company"\nurl = "${url}"\nexplicit = true\n\n[tool.uv.sources]\ntiny = { index = "company" }\n\n[tool.uv-deploy]\ntarget = { indexes = ["${url}"] }\n`;
  await repository.commit({ 'pyproject.toml': `${project}${own}` });
  const env = { SSL_CERT_FILE: certificate.authority, UV_CACHE_DIR: join(folder, 'cache-of-lock') };
  const login = { UV_INDEX_COMPANY_USERNAME: 'octo', UV_INDEX_COMPANY_PASSWORD: PASSWORD };
  await promisify(execFile)(uv, ['lock', '--quiet', '--no-python-downloads', '--directory', repository.folder], {
    env: { ...uvEnvironment(), ...env, ...login },
  });
}

describe.skipIf(!HOST_FOLDER)('the reusable workflow in a network of its own', () => {
  const inputs = () => [
    ...['mode: check', 'preflight: sync', 'cache: false', 'ca-certificates: |'],
    ...readFileSync(certificate.authority, 'utf8')
      .trim()
      .split('\n')
      .map((line) => `  ${line}`),
  ];

  test('installs from an index that has its own authority and asks for a password, which nobody gets to see', async () => {
    const credentials = `UV_INDEX_COMPANY_USERNAME=octo\r\n\nUV_INDEX_COMPANY_PASSWORD=${PASSWORD}\n`;
    const repository = await world.caller({ '.': { fixture: 'script', name: 'Networked' } }, { INDEX: credentials });
    await locked(repository);
    const workflow = call(inputs(), `\n      index-credentials: \${{ secrets.INDEX }}`);
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    asked = [];
    const run = await repository.run('deploy.yml', push(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(theJob(run)?.log.join('\n')).toContain('the environment installs');
    expect(asked).toContain(LOGIN);
    expect(JSON.stringify(run)).not.toContain(PASSWORD);
  });

  test('says which line logs in to no index, and not what is in it', async () => {
    const secrets = { INDEX: 'UV_INDEX_COMPANY_PASSWRD=hunter2hunter2' };
    const repository = await world.caller({ '.': { fixture: 'script', name: 'Slip' } }, secrets);
    const workflow = call(['mode: check'], `\n      index-credentials: \${{ secrets.INDEX }}`);
    const run = await repository.run(
      'deploy.yml',
      push(await repository.commit({ '.github/workflows/deploy.yml': workflow })),
    );
    expect(run.conclusion).toBe('failure');
    expect(run.annotations.map(({ title }) => title)).toEqual(['index-credentials']);
    expect(JSON.stringify(run)).not.toContain('hunter2');
  });

  test('hands on how to check out, and which uv to install', async () => {
    const server = ['mode: check', `server: ${world.server.url}`];
    const asked = [...server, 'lfs: true', 'submodules: recursive', 'uv-version: 0.9.x', 'timeout-minutes: 20'];
    const repository = await world.caller({ '.': { fixture: 'script', name: 'Checked out' } });
    const sha = await repository.commit({ '.github/workflows/deploy.yml': call(asked, 'inherit') });
    expect((await repository.run('deploy.yml', push(sha))).conclusion).toBe('success');
    expect(lastGiven('actions/checkout')).toMatchObject({ lfs: 'true', submodules: 'recursive' });
    expect(lastGiven('astral-sh/setup-uv')).toMatchObject({ version: '0.9.x' });

    const plain = await repository.commit({ '.github/workflows/deploy.yml': call(server, 'inherit') });
    await repository.run('deploy.yml', push(plain));
    expect(lastGiven('actions/checkout')).toMatchObject({ lfs: 'false', submodules: 'false' });
    expect(lastGiven('astral-sh/setup-uv')).toMatchObject({ version: '' });
  });

  test('finds the credential of its platform among secrets that are inherited', async () => {
    const repository = await world.caller({ '.': { fixture: 'script', name: 'Inherited' } });
    const workflow = call([`server: ${world.server.url}`], 'inherit');
    const run = await repository.run(
      'deploy.yml',
      push(await repository.commit({ '.github/workflows/deploy.yml': workflow })),
    );
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(theJob(run)?.outputs['status']).toBe('deployed');
  });
});
