import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Inputs, parseInputs } from '../../../src/inputs/inputs.ts';
import { INPUT_DEFAULTS, type RawInputs, readInputs } from '../../../src/inputs/raw.ts';
import { failureOf, stepEnvironment } from '../../tools/fakes.ts';

type ActionYaml = { inputs: Record<string, { default: string; required?: boolean }> };
const action: ActionYaml = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'));

const rawOf = (inputs: Record<string, string>): RawInputs => readInputs(stepEnvironment(inputs));
const read = (inputs: Record<string, string>, environment: Record<string, string> = {}): Inputs =>
  parseInputs(rawOf(inputs), environment, () => {});
const complaints = async (inputs: Record<string, string>, environment: Record<string, string> = {}) =>
  (await failureOf(() => read(inputs, environment))).findings;

describe('the contract', () => {
  it('has the inputs and defaults that action.yml declares', () => {
    const declared = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]),
    );
    // The runner puts its own token in.
    expect(declared['github-token']).toBe('$' + '{{ github.token }}');
    expect({ ...declared, 'github-token': '' }).toEqual(INPUT_DEFAULTS);
  });

  it('is met by a step without any input', () => {
    expect(read({})).toEqual({
      platform: undefined,
      mode: 'auto',
      productionBranches: [],
      variant: '',
      workingDirectory: '.',
      server: '',
      token: '',
      secret: '',
      id: '',
      name: '',
      entrypoint: '',
      contentType: '',
      env: [],
      healthCheckPaths: [],
      healthCheckTimeoutMs: 300_000,
      timeoutMs: 1_800_000,
      exclude: [],
      include: [],
      preflight: 'auto',
      cache: 'auto',
      params: undefined,
      wait: true,
      force: false,
      comment: true,
      pullRequest: undefined,
      githubToken: '',
      githubDeployment: false,
      rollback: false,
      failOn: 'error',
      ignores: [],
      own: {},
    } satisfies Inputs);
  });

  it('is met by a step with every input', () => {
    const inputs = read(
      {
        platform: 'Ricochet',
        mode: 'DEPLOY',
        'production-branch': 'main\nrelease/1.x\n',
        'working-directory': ' apps/api ',
        server: 'https://example.com',
        token: 'token-1',
        secret: 'secret-1',
        id: '01ABC',
        name: 'My app',
        entrypoint: 'app.py',
        'content-type': 'fast-api',
        env: 'A=1\nB',
        'health-check-path': '/health\n\n  # the page\n/\r\n/a?b=c',
        'health-check-timeout': '1',
        timeout: '86400',
        exclude: '*.csv\n data ',
        include: 'build/app.js',
        preflight: 'static',
        cache: 'true',
        params: '{"day": "2026-01-31", "n": [1]}',
        wait: 'FALSE',
        force: 'true',
        comment: 'false',
        'pull-request': '42',
        'github-token': 'ghs_1',
        'github-deployment': 'true',
        rollback: 'True',
        'fail-on': 'warning',
        'sarif-path': 'out.sarif',
      },
      { B: 'from the step' },
    );
    expect(inputs).toMatchObject({
      platform: 'ricochet',
      mode: 'deploy',
      productionBranches: ['main', 'release/1.x'],
      workingDirectory: 'apps/api',
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: 'from the step' },
      ],
      healthCheckPaths: ['/health', '/', '/a?b=c'],
      healthCheckTimeoutMs: 1_000,
      timeoutMs: 86_400_000,
      exclude: ['*.csv', 'data'],
      include: ['build/app.js'],
      preflight: 'static',
      cache: 'true',
      params: { day: '2026-01-31', n: [1] },
      ...{ wait: false, force: true, comment: false, githubDeployment: true, rollback: true },
      pullRequest: 42,
      failOn: 'warning',
    });
  });

  it('takes a blank input for one that was not given', () => {
    expect(read({ timeout: '  ', mode: '', wait: '\n' })).toMatchObject({
      timeoutMs: 1_800_000,
      mode: 'auto',
      wait: true,
    });
  });
});

describe('unknown inputs', () => {
  it.each([
    ['tokn', 'token'],
    ['working_directory', 'working-directory'],
    ['healthcheck-path', 'health-check-path'],
    ['platfrom', 'platform'],
    ['excludes', 'exclude'],
    ['connect-api-key', 'token'],
    ['connect_server', 'server'],
    ['url', 'server'],
  ])('are errors that name the nearest right one: %s', async (name, meant) => {
    const { findings } = await failureOf(() => rawOf({ [name]: 'x' }));
    expect(findings).toMatchObject([
      { level: 'error', code: 'unknown-input', message: `There is no input '${name}'.` },
    ]);
    expect(findings[0]?.remedy).toBe(`Did you mean '${meant}'? Correct it under 'with:'.`);
  });

  it('are reported with all names when none is near', async () => {
    const { findings } = await failureOf(() => rawOf({ 'something-else-entirely': '' }));
    for (const name of Object.keys(INPUT_DEFAULTS)) expect(findings[0]?.remedy).toContain(name);
  });

  it('are reported all at once, and their values never', async () => {
    const { findings } = await failureOf(() => rawOf({ tokn: 'hunter2', secrt: 'hunter2', mode: 'deploy' }));
    expect(findings.map(({ message }) => message)).toEqual(["There is no input 'tokn'.", "There is no input 'secrt'."]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('are not other variables of the environment', () => {
    expect(readInputs({ PATH: '/bin', MY_INPUT_X: '1', INPUT: '2', input_x: '3' })).toEqual(readInputs({}));
  });
});

describe('invalid values', () => {
  it.each<[name: string, value: string, remedy: RegExp]>([
    ['platform', 'ricochett', /Did you mean 'ricochet'\?.*ricochet, connect, clever-cloud, deploymill/],
    ['platform', 'kubernetes', /^Use one of: ricochet/],
    ['platform', 'posit-connect', /Did you mean 'connect'\?/],
    ['mode', 'deplyo', /Did you mean 'deploy'\?/],
    ['mode', 'deployment', /Did you mean 'deploy'\?/],
    ['mode', 'none', /one of: auto, deploy, preview, teardown, invoke, check/],
    ['production-branch', 'release/*', /exact names/],
    ['production-branch', 'main, release', /one per line/],
    ['production-branch', 'main\n  release', /no spaces/],
    ['production-branch', 'main\r\nrelease', /no spaces/],
    ['production-branch', 'refs/heads/main', /no refs\/heads\//],
    ...[
      'pr-7',
      'pr7',
      'staging-pr-7',
      'production',
      'preview',
      'Staging',
      'a b',
      '-a',
      'a-',
      'a--b',
      'a'.repeat(21),
    ].map((variant): [string, string, RegExp] => ['variant', variant, /such as staging/]),
    ['preflight', 'full', /one of: auto, static, sync, start/],
    ['cache', 'yes', /one of: auto, true, false/],
    ['wait', 'yes', /one of: false, true/],
    ['force', '1', /one of: false, true/],
    ['comment', 'off', /one of: false, true/],
    ['github-deployment', 'maybe', /one of: false, true/],
    ['rollback', 'ture', /Did you mean 'true'\?/],
    ['fail-on', 'warnings', /Did you mean 'warning'\?/],
    ['timeout', '0', /whole seconds, from 1 to 86400/],
    ['timeout', '86401', /whole seconds/],
    ['timeout', '1.5', /whole seconds/],
    ['timeout', '-5', /whole seconds/],
    ['timeout', '5m', /whole seconds/],
    ['timeout', '1e3', /whole seconds/],
    ['timeout', '9999999', /whole seconds/],
    ['health-check-timeout', 'long', /whole seconds/],
    ['health-check-path', 'health', /begins with one '\/'/],
    ['health-check-path', '//example.com/', /begins with one '\/'/],
    ['health-check-path', 'https://example.com/', /begins with one '\/'/],
    ['health-check-path', '/../api/v0/user/items', /has no '\.\.'/],
    ['health-check-path', '/x/%2E%2e/%2e%2E/api', /has no '\.\.'/],
    ['health-check-path', '/..%2fapi', /has no '\.\.'/],
    ['health-check-path', '/..%5capi', /has no '\.\.'/],
    ['health-check-path', '/%252e%252e%252fapi', /has no '\.\.'/],
    ['health-check-path', '/..', /has no '\.\.'/],
    ['health-check-path', '/..;/api', /has no '\.\.'/],
    ['health-check-path', '/a b', /begins with one '\/'/],
    ['health-check-path', '/\\example.com', /begins with one '\/'/],
    ['params', '{', /Give an object/],
    ['params', '[1]', /Give an object/],
    ['params', 'null', /Give an object/],
    ['params', '"x"', /Give an object/],
    ['pull-request', '0', /number of the pull request/],
    ['pull-request', '#4', /number of the pull request/],
    ['pull-request', '12345678901', /number of the pull request/],
    ['token', 'one\ntwo', /one line/],
    ['secret', 'one\ntwo', /one line/],
    ['github-token', 'one\u0000two', /one line/],
    ['env', '1A=x', /lines NAME=value/],
  ])('%s: %j', async (name, value, remedy) => {
    const findings = await complaints({ [name]: value });
    expect(findings).toMatchObject([{ level: 'error', code: 'invalid-input' }]);
    expect(findings[0]?.message).toMatch(new RegExp(`^Input '${name}' `));
    expect(findings[0]?.remedy).toMatch(remedy);
    expect(findings[0]).not.toHaveProperty('file');
  });

  it('have a variant next to an id of the step, but not next to one of the settings, which is that of production', async () => {
    expect(await complaints({ variant: 'staging', id: '01ABC' })).toMatchObject([
      {
        code: 'invalid-input',
        message: expect.stringContaining("'variant' has its own item"),
        remedy: expect.stringContaining("'id'"),
      },
    ]);
    const settings = {
      ...rawOf({ variant: 'eu-2' }),
      id: { value: '01ABC', from: { file: 'pyproject.toml', line: 3 } },
    };
    expect(parseInputs(settings, {}, () => {})).toMatchObject({ variant: 'eu-2', id: '' });
  });

  it('are reported all at once', async () => {
    const findings = await complaints({
      mode: 'x1',
      timeout: 'x2',
      'health-check-path': 'x3\nx4\n/good',
      env: 'x 5\nMISSING',
      params: 'x6',
      'pull-request': 'x7',
      token: 'a\nb',
      wait: 'x8',
    });
    const named = findings.map(({ message }) => /^Input '(.+?)'/.exec(message)?.[1]).sort();
    expect(named).toEqual(
      [
        'env',
        'env',
        'health-check-path',
        'health-check-path',
        'mode',
        'params',
        'pull-request',
        'timeout',
        'token',
        'wait',
      ].sort(),
    );
    expect(findings.filter(({ message }) => message.includes("'env'")).map(({ message }) => message)).toEqual([
      expect.stringContaining('line 1'),
      expect.stringContaining('line 2'),
    ]);
  });

  it('never show a secret, a variable or the parameters', async () => {
    const findings = await complaints(
      { token: 'hunter2\nhunter2', secret: 'hunter2\u0007', env: 'A="hunter2" hunter2', params: '{"a": hunter2}' },
      {},
    );
    expect(findings).toHaveLength(4);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('can not act as commands in a message', async () => {
    const [finding] = await complaints({ mode: '\u001b[31mx\n::error::y' });
    expect(finding?.message).toBe("Input 'mode' is 'x : :error::y'.");
  });

  it('point to where they were written', async () => {
    const raw: RawInputs = {
      ...rawOf({ mode: 'x1' }),
      timeout: { value: 'soon', from: { file: 'apps/api/pyproject.toml', line: 7 } },
      'health-check-path': { value: 'x\ny', from: { file: 'apps/api/pyproject.toml', line: 9 } },
    };
    const { findings } = await failureOf(() => parseInputs(raw, {}, () => {}));
    const places = findings.map(({ message, file, line }) => [/'(.+?)'/.exec(message)?.[1], file, line]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['timeout', 'apps/api/pyproject.toml', 7],
        ['health-check-path', 'apps/api/pyproject.toml', 9],
        ['health-check-path', 'apps/api/pyproject.toml', 9],
        ['mode', undefined, undefined],
      ]),
    );
    expect(findings).toHaveLength(4);
  });
});

describe('masks', () => {
  const masksOf = async (
    inputs: Record<string, string>,
    environment: Record<string, string> = {},
  ): Promise<string[]> => {
    const masks: string[] = [];
    const mask = (secret: string) => void masks.push(secret);
    try {
      parseInputs(rawOf(inputs), environment, mask);
    } catch {
      // what is masked matters most where the run ends
    }
    return masks;
  };

  it('cover every credential and every value of a variable', async () => {
    expect(
      await masksOf(
        { token: 'token-1', secret: 'secret-1', 'github-token': 'ghs_one', env: 'A=value-1\nB\nC="line-1\n  line-2"' },
        { B: 'value-2' },
      ),
    ).toEqual(expect.arrayContaining(['token-1', 'secret-1', 'ghs_one', 'value-1', 'value-2', 'line-1\n  line-2']));
  });

  it('are made even where the run ends with complaints, a refused secret among them', async () => {
    const masks = await masksOf({
      mode: 'wrong',
      token: 'first line\nsecond line',
      env: 'A=value-1\n2B=x',
      timeout: '0',
    });
    expect(masks).toEqual(expect.arrayContaining(['first line\nsecond line', 'value-1']));
  });

  it('spare values of variables that are ordinary', async () => {
    const env = 'DEBUG=1\nMODE=production\nON=true\nEMPTY=\nFOLDER=src/\nLIMIT=1800000\nKEY=k3y-of-it';
    expect(await masksOf({ env })).toEqual(['k3y-of-it']);
  });

  it('spare no credential', async () => {
    expect(await masksOf({ token: 'abc', secret: 'production' })).toEqual(['abc', 'production']);
  });
});
