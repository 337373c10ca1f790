import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { runAction } from '../tools/action.ts';
import { createAttempts, expectDecency, places, theOne } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';
import { serve } from '../tools/web.ts';

const { server, project, check, refuse, run, place } = createAttempts();

const PYPROJECT =
  '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = []\n';
const settings = (toml: string) => ({ 'pyproject.toml': `${PYPROJECT}\n[tool.uv-deploy]\n${toml}\n` });
const CONFIG = `[content]
name = "Echo"
entrypoint = "serve.py"
access_type = "external"
content_type = "python-service"
colour = "red"

[language]
name = "python"
packages = "uv.lock"
`;
/** The project with one warning of the checks. */
const WARNED = { '_ricochet.toml': CONFIG };
const WARNING = 'config-unknown-key _ricochet.toml:6';
const STATIC = { mode: 'check', preflight: 'static' };

/** Runs the action with `sarif-path`, and answers what was written too. */
const withSarif = async (
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  path = 'out/found.sarif',
) => {
  const done = await runCase({ workspace, inputs: { ...STATIC, 'sarif-path': path, ...inputs } });
  expectDecency(done);
  const log: Log = JSON.parse(readFileSync(join(workspace, path), 'utf8'));
  const results: readonly Result[] = log.runs[0]?.results ?? [];
  const found = results.map(({ ruleId, level, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${level} ${ruleId} ${artifactLocation?.uri}:${region?.startLine}`;
  });
  return { done, found, category: log.runs[0]?.automationDetails?.id };
};

describe.concurrent('sarif-path', () => {
  test('gets what the annotations say, and a log without results once all is well', async () => {
    const workspace = await project({ ...WARNED, '.python-version': '3.10\n' });
    const first = await withSarif(workspace);
    expect(first.found).toEqual([
      'error incompatible-pin .python-version:1',
      'warning config-unknown-key _ricochet.toml:6',
    ]);
    expect(first.done.outputs.status).toBe('failed');
    expect(first.done.log).toContain('SARIF: out/found.sarif');
    cpSync(await project(), workspace, { recursive: true });
    const second = await withSarif(workspace);
    expect(second.found).toEqual([]);
    expect(second.done.outputs.status).toBe('checked');
    expect(second.category).toBe(first.category);
  });

  test('gets what is wrong with the inputs too', async () => {
    const workspace = await project();
    const { found } = await withSarif(workspace, { platfrom: 'ricochet' });
    expect(found).toEqual(['error unknown-input pyproject.toml:1']);
  });

  test('names files from the checkout on, in a category of the folder', async () => {
    const checkout = place.path('sarif-monorepo');
    cpSync(await project(WARNED), join(checkout, 'apps/api'), { recursive: true });
    const { found, category } = await withSarif(checkout, { 'working-directory': 'apps/api' });
    expect(found).toEqual(['warning config-unknown-key apps/api/_ricochet.toml:6']);
    expect(category).toBe('uv-deploy/apps/api/');
  });

  test('does not go into the bundle', async () => {
    const workspace = await project();
    const [first, second] = [await withSarif(workspace), await withSarif(workspace)];
    expect(second.done.outputs['bundle-sha256']).toBe(first.done.outputs['bundle-sha256']);
    expect(readFileSync(second.done.outputs['manifest-path'] ?? '', 'utf8')).not.toContain('sarif');
  });

  test.each(['../out.sarif', '/tmp/out.sarif', 'pyproject.toml'])(
    'that is %s is a warning, and nothing else',
    async (path) => {
      const done = await check({}, { 'sarif-path': path, 'fail-on': 'warning' });
      expect(places(done)).toEqual(['sarif-not-written']);
      expect(done.titles('warning')).toEqual(['sarif-not-written']);
      expect([done.exitCode, done.outputs.status]).toEqual([0, 'checked']);
    },
  );
});

describe.concurrent('ignore', () => {
  const IGNORE = settings('ignore = [{ code = "config-unknown-key", reason = "Our fork of the | server reads it." }]');

  test('takes the annotation away, not the word about it', async () => {
    const done = await check({ ...WARNED, ...IGNORE }, { 'fail-on': 'warning' });
    expect(done.annotations).toEqual([]);
    expect([done.exitCode, done.outputs.status]).toEqual([0, 'checked']);
    expect(done.summary).toContain('Ignored in pyproject.toml: 1');
    expect(done.summary).toMatch(/Our fork of the \\+\| server reads it\./);
    expect(done.log).toContain('Ignored, as pyproject.toml says: config-unknown-key.');
  });

  test('lets an error pass, in the files that are named', async () => {
    const key = `-----BEGIN ${'RSA PRIVATE'} KEY-----\nhunter2\n`;
    const files = { 'tests/a.pem': key, 'b.pem': key };
    const entry = (glob: string) =>
      settings(`ignore = [{ code = "secret-in-bundle", file = "${glob}", reason = "For the tests." }]`);
    const some = await check({ ...files, ...entry('tests/*.pem') });
    expect(places(some)).toEqual(['secret-in-bundle b.pem:1']);
    const all = await check({ ...files, ...entry('*.pem') });
    expect(all.annotations).toEqual([]);
    expect(all.outputs.status).toBe('checked');
  });

  test('is not in the SARIF file: code scanning would show it', async () => {
    expect((await withSarif(await project({ ...WARNED, ...IGNORE }))).found).toEqual([]);
  });

  test('without a reason, of an unknown code or of a fact is refused at its line', async () => {
    const done = await check({
      ...WARNED,
      ...settings(
        'ignore = [\n  "config-unknown-key",\n]\n[[tool.uv-deploy.ricochet.ignore]]\ncode = "partial-pim"\nreason = "x"\n[[tool.uv-deploy.ricochet.ignore]]\ncode = "invalid-key"\nreason = "x"',
      ),
    });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:8']);
    const rest = await check({
      ...WARNED,
      ...settings(
        '[[tool.uv-deploy.ricochet.ignore]]\ncode = "partial-pim"\nreason = "x"\n[[tool.uv-deploy.ricochet.ignore]]\ncode = "invalid-key"\nreason = "x"',
      ),
    });
    expect(places(rest)).toEqual(['invalid-setting pyproject.toml:8', 'invalid-setting pyproject.toml:11']);
    expect(rest.annotations[0]?.message).toContain("Did you mean 'partial-pin'?");
    expect(rest.annotations[1]?.message).toContain("can't be ignored");
  });

  test('of what nothing goes without is reported, and ends the run', async () => {
    const done = await check({
      '.python-version': undefined,
      ...settings('ignore = [{ code = "missing-pin", reason = "The server has one Python." }]'),
    });
    expect(places(done)).toEqual(['not-ignorable']);
    expect(theOne(done, 'not-ignorable').message).toContain('.python-version is missing');
    expect(done.outputs.status).toBe('failed');
  });
});

describe('fail-on: warning', () => {
  const strict = { 'fail-on': 'warning' };

  test('ends the run at the checks, before anything is tried out or sent', async () => {
    const done = await refuse(WARNED, strict);
    expect(places(done)).toEqual([WARNING, 'warnings-fail']);
    expect([done.exitCode, done.outputs['bundle-path']]).toEqual([1, '']);
  });

  test('ends the run at the Python environment, before anything is sent', async () => {
    const absent = { '.python-version': '3.11.99\n' };
    const env = { UV_PYTHON_DOWNLOADS: 'never' };
    const attempt = async (inputs: Readonly<Record<string, string>>) =>
      run({ workspace: await project(absent), inputs: { mode: 'check', ...inputs }, withUv: true, env });
    const [plain, done] = [await attempt({}), await attempt(strict)];
    expect(places(plain)).toEqual(['preflight-no-python']);
    expect([plain.exitCode, plain.outputs.status]).toEqual([0, 'checked']);
    expect(places(done)).toEqual(['preflight-no-python', 'warnings-fail']);
    expect([done.exitCode, done.outputs.status]).toEqual([1, 'failed']);
  });

  test('fails the run that does not wait for its deployment, and says which one it is', async () => {
    const attempt = async (inputs: Readonly<Record<string, string>>) => {
      const access = { server: server().url, token: server().apiKey, preflight: 'static', wait: 'false' };
      return run({ workspace: await project(), inputs: { ...access, ...inputs } });
    };
    const [plain, done] = [await attempt({}), await attempt({ ...strict, force: 'true' })];
    expect(places(plain)).toEqual(['not-followed']);
    expect([plain.exitCode, plain.outputs.status]).toEqual([0, 'deployed']);
    expect(places(done)).toEqual(['not-followed', 'warnings-fail']);
    expect([done.exitCode, done.outputs.status]).toEqual([1, 'failed']);
    expect(done.outputs['deployment-id']).toMatch(/^\w{26}$/);
    expect(done.outputs['deployment-id']).not.toBe(plain.outputs['deployment-id']);
  });

  test('lets notices pass', async () => {
    const done = await check({ '.env': 'A=1\n' }, strict);
    expect(done.titles('notice')).toEqual(['env-file-left-out']);
    expect([done.exitCode, done.outputs.status]).toEqual([0, 'checked']);
  });
});

test('a check in a pull request asks GitHub for nothing, and posts nothing', async () => {
  const asked: string[] = [];
  const github = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(404).end();
  });
  const payload = {
    action: 'opened',
    number: 7,
    pull_request: { number: 7, head: { repo: { full_name: 'octo/app' }, sha: 'a'.repeat(40) } },
  };
  const done = await run({
    workspace: await project(WARNED),
    inputs: { ...STATIC, 'github-token': 'ghs_0123456789abcdef' },
    event: { name: 'pull_request', payload },
    env: { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` },
  });
  expect(done.outputs.status).toBe('checked');
  expect(places(done)).toEqual([WARNING]);
  expect(asked).toEqual([]);
});

test('more findings than GitHub shows as annotations are reported in the summary, the gravest first', async () => {
  const workspace = await project(WARNED);
  mkdirSync(join(workspace, 'keys'));
  for (let index = 0; index < 60; index++) {
    writeFileSync(join(workspace, `keys/${index}.pem`), `-----BEGIN ${'RSA PRIVATE'} KEY-----\nhunter2\n`);
  }
  const done = await runCase({ workspace, inputs: STATIC });
  expect(done.titles('error')).toHaveLength(60);
  expect(done.summary).toContain(': 60 problems\n');
  expect(done.summary.match(/^\*\*\d+\\\.\*\*/gm)).toHaveLength(50);
  expect(done.summary).toContain('… and 10 errors more');
  expect(done.summary).toContain('GitHub shows the first 10 errors');
});

test('each code leads to its place in the documents of the action that is used', async () => {
  const workspace = await project({ '.python-version': '3.10\n' });
  const inputs = { ...STATIC, 'sarif-path': 'found.sarif' };
  const env = { GITHUB_ACTION_REPOSITORY: 'uv-deploy/uv-deploy', GITHUB_ACTION_REF: 'v1' };
  const done = await runAction({ workspace, inputs, env });
  const explanation = 'https://github.com/uv-deploy/uv-deploy/blob/v1/docs/findings.md#incompatible-pin';
  const found = done.annotations.find(({ title }) => title === 'incompatible-pin');
  expect(found?.message.split('\n').at(-1)).toBe(`More: ${explanation}`);
  expect(done.summary).toContain(`<a href="${explanation}">incompatible-pin</a>`);
  const log: Log = JSON.parse(readFileSync(join(workspace, 'found.sarif'), 'utf8'));
  expect(log.runs[0]?.tool.driver.rules?.map(({ helpUri }) => helpUri)).toContain(explanation);

  const local = await runAction({ workspace, inputs: STATIC });
  expect(`${local.log}${local.summary}`).not.toContain('findings.md');
});
