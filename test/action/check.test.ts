import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionRun } from '../tools/action.ts';
import { everythingShown } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { place, server, project, check, run } = createAttempts();

const PYPROJECT =
  '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = []\n';
const CONFIG = (content: string, more = '') =>
  `[content]\n${content}\n\n[language]\nname = "python"\npackages = "uv.lock"\n${more}`;
const SERVICE = 'name = "Echo"\nentrypoint = "serve.py"\naccess_type = "external"\ncontent_type = "python-service"';

const bundled = (done: ActionRun): string[] =>
  Object.keys(JSON.parse(readFileSync(done.outputs['manifest-path'] ?? '', 'utf8')).files);

/** Nothing but reading was asked of the server. */
const expectOnlyReading = () =>
  expect(
    server()
      .requests.all()
      .filter(({ method }) => method !== 'GET'),
  ).toEqual([]);

describe.concurrent('a healthy project', () => {
  test('passes the static checks without a word, and its bundle is there to look at', async () => {
    const done = await check();
    expect(done.annotations).toEqual([]);
    expect(done.exitCode).toBe(0);
    expect(done.outputs).toMatchObject({ status: 'checked', 'python-version': '3.11', url: '', id: '', health: '' });
    const bundle = readFileSync(done.outputs['bundle-path'] ?? '');
    expect(done.outputs['bundle-size']).toBe(String(bundle.length));
    expect(done.outputs['bundle-sha256']).toBe(createHash('sha256').update(bundle).digest('hex'));
    expect(bundled(done)).toEqual(['.python-version', '_ricochet.toml', 'pyproject.toml', 'serve.py', 'uv.lock']);
    expect(done.summary).toContain('is ready for');
    expectOnlyReading();
  });

  test('passes without uv, with a notice that nothing was tried out', async () => {
    const done = await check({}, { preflight: 'auto' });
    expect(places(done)).toEqual(['no-uv']);
    expect(done.titles('notice')).toEqual(['no-uv']);
    expect(done.outputs.status).toBe('checked');
  });

  test('passes with uv, which leaves no environment in the project', async () => {
    const done = await run({ workspace: await project(), inputs: { mode: 'check' }, withUv: true });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('the environment installs');
    expect(done.outputs.status).toBe('checked');
  });

  test('fails where preflight is sync and there is no uv', async () => {
    const done = await check({}, { preflight: 'sync' });
    expect(done.titles('error')).toEqual(['no-uv']);
    expect(theOne(done, 'no-uv').message).toContain('setup-uv');
  });
});

test('a pin that violates requires-python is reported with both places', async () => {
  const done = await check({ '.python-version': '# the server has it\n3.10\n' });
  expect(places(done)).toEqual(['incompatible-pin .python-version:2:1']);
  const { message } = theOne(done, 'incompatible-pin');
  expect(message).toContain("Python 3.10 (.python-version:2) is not allowed by requires-python '>=3.11' (uv.lock:3)");
  expect(message).toContain('uv python pin 3.11');
});

const SEVERAL = {
  '.python-version': '3.10\n',
  'pyproject.toml': PYPROJECT.replace('>=3.11', '>=3.12'),
  '_ricochet.toml': CONFIG(`${SERVICE.replace('serve.py', 'missing.py')}\nslug = "a b"\ncolour = "red"`),
  'deploy.pem': `-----BEGIN ${'RSA PRIVATE'} KEY-----\nhunter2\n`,
  '.env': 'PASSWORD=hunter2\n',
};
const TOLD = [
  'incompatible-pin .python-version:1:1',
  'lock-stale uv.lock:3',
  'config-unknown-key _ricochet.toml:7',
  'config-slug _ricochet.toml:6',
  'env-file-left-out .env',
  'secret-in-bundle deploy.pem:1',
  'entrypoint-missing _ricochet.toml:3',
];

describe.concurrent('several faults', () => {
  test('are all told in one run', async () => {
    const done = await check(SEVERAL);
    expect(places(done)).toEqual(TOLD);
    expect(done.titles('error')).toHaveLength(5);
    expect(done.outputs).toMatchObject({ status: 'failed', 'bundle-path': '' });
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test('below working-directory are named from the checkout on', async () => {
    const checkout = place.path('monorepo');
    cpSync(await project(SEVERAL), join(checkout, 'apps/api'), { recursive: true });
    const inputs = { mode: 'check', preflight: 'static', 'working-directory': 'apps/api' };
    const done = await run({ workspace: checkout, inputs });
    expect(places(done)).toEqual(TOLD.map((place) => place.replace(' ', ' apps/api/')));
  });

  test('that are warnings fail the run with fail-on: warning, and only then', async () => {
    const warned = { '_ricochet.toml': CONFIG(`${SERVICE}\ncolour = "red"`) };
    const [plain, strict] = [await check(warned), await check(warned, { 'fail-on': 'warning' })];
    expect(places(plain)).toEqual(['config-unknown-key _ricochet.toml:6']);
    expect(places(strict)).toEqual(['config-unknown-key _ricochet.toml:6', 'warnings-fail']);
    for (const done of [plain, strict]) expect(done.titles('warning')).toEqual(['config-unknown-key']);
    expect([plain.exitCode, plain.outputs.status]).toEqual([0, 'checked']);
    expect([strict.exitCode, strict.outputs.status]).toEqual([1, 'failed']);
  });
});

describe('a token', () => {
  const asked = () =>
    server()
      .requests.all()
      .map(({ method, path }) => `${method} ${path}`);

  test('that is given is tried, and nothing else is asked of the server', async () => {
    server().requests.clear();
    const done = await check({}, { server: `${server().url}/`, token: server().apiKey });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('accepts the API key');
    expect(asked()).toEqual(['GET /api/v0/check_key']);
  });

  test('may come from the variables of the platform', async () => {
    server().requests.clear();
    const env = { RICOCHET_SERVER: server().url, RICOCHET_API_KEY: server().apiKey };
    const done = await run({ workspace: await project(), inputs: { mode: 'check', preflight: 'static' }, env });
    expect(done.outputs.status).toBe('checked');
    expect(asked()).toEqual(['GET /api/v0/check_key']);
  });

  test('that is wrong is reported, and not shown', async () => {
    const done = await check({}, { server: server().url, token: 'rico_12345678_wrong' });
    expect(places(done)).toEqual(['invalid-key']);
    expect(theOne(done, 'invalid-key').message).toContain('Credentials > API Keys');
    expect(everythingShown(done)).not.toContain('rico_12345678_wrong');
    expect(done.masks).toContain('rico_12345678_wrong');
    expectOnlyReading();
  });
});

describe.concurrent('the platform', () => {
  const setting = (platform: string) => `${PYPROJECT}\n[tool.uv-deploy]\nplatform = "${platform}"\n`;
  const detected = { '_ricochet.toml': undefined, 'main.py': 'if __name__ == "__main__":\n    print("x")\n' };

  test('is known by its file', async () => {
    expect((await check()).log).toContain('Platform: ricochet');
  });

  test('is known by the setting in pyproject.toml', async () => {
    const done = await check({ ...detected, 'pyproject.toml': setting('ricochet') });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('Platform: ricochet');
  });

  test('is known by the input, which wins over the setting', async () => {
    const done = await check({ ...detected, 'pyproject.toml': setting('connect') }, { platform: 'ricochet' });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('Platform: ricochet');
  });

  test('has to be told: without any sign, the line to write is reported, with the platforms that this version has', async () => {
    const done = await check(detected);
    expect(places(done)).toEqual(['no-platform']);
    const { message } = theOne(done, 'no-platform');
    expect(message).toContain('Nothing says which platform the project is deployed to.');
    expect(message).toContain(
      'Add `platform: ricochet` (or `connect`, `clever-cloud`, `deploymill`) under `with:` of this step.',
    );
  });

  test('that does not exist is refused where it is written', async () => {
    const done = await check({ 'pyproject.toml': setting('ricochett') });
    expect(places(done)).toEqual(['invalid-input pyproject.toml:8']);
    expect(theOne(done, 'invalid-input').message).toContain("Did you mean 'ricochet'?");
  });
});
