import { execFile } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { type ActionOptions, runAction } from '../tools/action.ts';
import { createAttempts, expectDecency, places, theOne } from '../tools/attempts.ts';
import { wsgi } from '../tools/connect.ts';
import { makeDistributions } from '../tools/distributions.ts';
import { uv } from '../tools/uv.ts';

const { place, project } = createAttempts();

/** Not in the way of the index, which is in this process. */
const lock = (workspace: string, variables: Record<string, string> = {}) =>
  promisify(execFile)(uv, ['lock', '--quiet', '--no-python-downloads', '--directory', workspace], {
    env: { ...uvEnvironment(), UV_CACHE_DIR: place.path('cache'), ...variables },
  });

/** A package index, which answers the same below every path. */
const WHEELS = ['tiny-1.0-py3-none-any.whl', 'tiny-2.0-py3-none-any.whl'];
let wheels: string;
const index = createServer(({ url = '' }, response) => {
  const name = url.split('/').at(-1) ?? '';
  if (WHEELS.includes(name)) return response.end(readFileSync(join(wheels, name)));
  const files = WHEELS.map((filename) => ({
    ...{ filename, url: `/files/${filename}`, hashes: {}, yanked: false },
    'upload-time': filename.includes('1.0') ? '2020-01-01T00:00:00Z' : '2024-01-01T00:00:00Z',
  }));
  response.setHeader('Content-Type', 'application/vnd.pypi.simple.v1+json');
  return response.end(JSON.stringify({ meta: { 'api-version': '1.1' }, name: 'tiny', files }));
});
beforeAll(async () => {
  wheels = makeDistributions(place.path('wheels'), WHEELS);
  await new Promise<void>((done) => index.listen(0, '127.0.0.1', done));
});
afterAll(() => index.close());
const indexAt = (path: string) => `http://127.0.0.1:${(index.address() as AddressInfo).port}/${path}`;

const PROJECT = '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';

/** A project that depends on the newest `tiny`, locked in a job that has these variables. */
async function locked(variables: Record<string, string> = {}): Promise<string> {
  const target = `[tool.uv-deploy]\ntarget = { indexes = ["${indexAt('main')}"] }\n`;
  const workspace = await project({ 'pyproject.toml': `${PROJECT}dependencies = ["tiny"]\n\n${target}` });
  await lock(workspace, { UV_DEFAULT_INDEX: indexAt('main'), ...variables });
  return workspace;
}
const own = (workspace: string) =>
  appendFileSync(join(workspace, 'pyproject.toml'), `[[tool.uv.index]]\nurl = "${indexAt('main')}"\ndefault = true\n`);

async function check({ env, ...options }: ActionOptions) {
  const variables = { UV_CACHE_DIR: place.path('cache'), ...env };
  const done = await runAction({ withUv: true, inputs: { mode: 'check' }, env: variables, ...options });
  expectDecency(done);
  return done;
}

describe.concurrent('a variable of the job that no server has', () => {
  /** Builds only where a variable says the version, as backends do that ask git for it. */
  const BACKEND = `import os, shutil

def build_editable(folder, config_settings=None, metadata_directory=None):
    if "SETUPTOOLS_SCM_PRETEND_VERSION" not in os.environ:
        raise SystemExit("no version")
    shutil.copy("built.whl", folder + "/echo_service-0.1.0-py3-none-any.whl")
    return "echo_service-0.1.0-py3-none-any.whl"
`;
  test.each(['SETUPTOOLS_SCM_PRETEND_VERSION', 'UV_NO_INSTALL_PROJECT'])(
    'does not hide that the project can not be built: %s',
    async (name) => {
      const system = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';
      const workspace = await project({
        'pyproject.toml': `${PROJECT}dependencies = []\n\n${system}`,
        'backend.py': BACKEND,
      });
      const built = 'echo_service-0.1.0-py3-none-any.whl';
      copyFileSync(join(makeDistributions(place.path('built'), [built]), built), join(workspace, 'built.whl'));
      await lock(workspace);
      const done = await check({ workspace, env: { [name]: '1' } });
      expect(places(done)).toEqual(['restore-failed uv.lock:6']);
    },
  );

  test.each([
    ['UV_EXCLUDE_NEWER', '2022-01-01T00:00:00Z'],
    ['UV_RESOLUTION', 'lowest-direct'],
    ['UV_PRERELEASE', 'allow'],
    ['UV_FORK_STRATEGY', 'fewest'],
  ])('does not make a lock old: %s', async (name, value) => {
    const workspace = await locked();
    own(workspace);
    const done = await check({ workspace, env: { [name]: value } });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('the environment installs');
  });
});

describe.concurrent('a package index of the job', () => {
  test('installs, and says that the lock could not be compared where it was made with another', async () => {
    const done = await check({ workspace: await locked(), env: { UV_DEFAULT_INDEX: indexAt('mirror') } });
    expect(places(done)).toEqual(['lock-unchecked uv.lock:1']);
    const { level, message } = theOne(done, 'lock-unchecked');
    expect(level).toBe('warning');
    expect(message).toContain('UV_DEFAULT_INDEX');
    expect(done.log).toContain('the environment installs');
  });

  test('says so for the settings of the runner itself as well', async () => {
    const config = mkdtempSync(place.path('config-'));
    mkdirSync(join(config, 'uv'));
    writeFileSync(join(config, 'uv/uv.toml'), `[[index]]\nurl = "${indexAt('mirror')}"\ndefault = true\n`);
    const done = await check({ workspace: await locked(), env: { XDG_CONFIG_HOME: config } });
    expect(places(done)).toEqual(['lock-unchecked uv.lock:1']);
    expect(theOne(done, 'lock-unchecked').message).toContain(join(config, 'uv/uv.toml'));
  });

  test('that the lock was made with compares it', async () => {
    const workspace = await locked({ UV_RESOLUTION: 'lowest-direct' });
    const done = await check({ workspace, env: { UV_DEFAULT_INDEX: indexAt('main') } });
    expect(places(done)).toEqual(['lock-options uv.lock:5']);
  });
});

describe.concurrent("the project's own choice of a cache for uv", () => {
  test.each([
    ['auto', {}],
    ['static', { platform: 'connect', entrypoint: 'app:app', 'content-type': 'python-api' }],
  ])('makes no folder outside of the checkout: preflight %s', async (preflight, more) => {
    const outside = place.path(`outside-${preflight}`);
    const workspace = await project({ 'uv.toml': `cache-dir = "${outside}"\n`, 'app.py': wsgi('hello') });
    const env = { XDG_CACHE_HOME: mkdtempSync(place.path('xdg-')) };
    const done = await runAction({ workspace, inputs: { mode: 'check', preflight, ...more }, env, withUv: true });
    expect(places(done)).toEqual([]);
    expect(existsSync(outside)).toBe(false);
  });
});
