import { describe, expect, it } from 'vitest';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { INPUT_DEFAULTS, type RawInputs, readInputs } from '../../../src/inputs/raw.ts';
import { size } from '../../../src/inputs/setting.ts';
import { ALLOWED, type Layer, layerSettings } from '../../../src/inputs/settings.ts';
import { failureOf, stepEnvironment, tomlFile } from '../../tools/fakes.ts';

const RICOCHET = { name: 'ricochet', settings: { 'max-bundle-size': size('', '250MB') } } as const;

const read = (toml: string, inputs: Record<string, string> = {}, platform?: typeof RICOCHET) =>
  layerSettings(readInputs(stepEnvironment(inputs)), [tableOf(toml)], platform);
const layer = (...args: Parameters<typeof read>): RawInputs => read(...args).raw;
const tableOf = (toml: string, shown = 'apps/api/pyproject.toml', path = 'tool.uv-deploy'): Layer => ({
  ...{ file: tomlFile(toml, shown), path },
  structure: path === 'tool.uv-deploy' ? [] : ['directory'],
});
const findingsOf = async (toml: string, platform?: typeof RICOCHET) =>
  (await failureOf(() => layer(toml, {}, platform))).findings;

describe('settings', () => {
  it('change nothing where there are none', () => {
    const raw = readInputs({});
    expect(layerSettings(raw, [])).toEqual({ raw, ignores: [], own: {} });
    expect(layer('[project]\nname = "x"\n')).toEqual(raw);
    expect(layer('[tool.uv-deploy]\n')).toEqual(raw);
  });

  it('stand where no input was given, with the line they were written on', () => {
    const raw = layer('[project]\nname = "x"\n\n[tool.uv-deploy]\nname = "My app"\ntimeout = 60\n');
    expect(raw.name).toEqual({ value: 'My app', from: { file: 'apps/api/pyproject.toml', line: 5 } });
    expect(raw.timeout).toEqual({ value: '60', from: { file: 'apps/api/pyproject.toml', line: 6 } });
    expect(raw.mode).toEqual({ value: 'auto', from: 'default' });
  });

  it('give way to inputs, and come before defaults', () => {
    const toml = '[tool.uv-deploy]\nname = "from file"\ntimeout = 60\npreflight = "static"';
    const raw = layer(toml, { name: 'from step', timeout: '1800' });
    expect(raw.name).toEqual({ value: 'from step', from: 'input' });
    // The runner does not tell an input that repeats the default from one that was left out.
    expect(raw.timeout.value).toBe('60');
    expect(raw.preflight.value).toBe('static');
  });

  it('of the platform come over the general ones, and only its own are looked at', () => {
    const toml = `[tool.uv-deploy]
name = "general"
entrypoint = "app.py"
[tool.uv-deploy.ricochet]
name = "on ricochet"
max-bundle-size = "250MB"
[tool.uv-deploy.connect]
name = "on connect"
nonsense = 1
`;
    expect(layer(toml).name.value).toBe('general');
    const raw = layer(toml, {}, RICOCHET);
    expect(raw.name).toEqual({ value: 'on ricochet', from: { file: 'apps/api/pyproject.toml', line: 5 } });
    expect(raw.entrypoint.value).toBe('app.py');
    expect(read(toml, {}, RICOCHET).own).toEqual({
      'max-bundle-size': { value: '250MB', file: 'apps/api/pyproject.toml', line: 6 },
    });
  });

  it('may be lists, which are the lines of an input', () => {
    const raw = layer(
      '[tool.uv-deploy]\nexclude = ["data/", "*.csv"]\nhealth-check-path = [\n  "/",\n  "/health",\n]\ninclude = []\n',
    );
    expect(raw.exclude.value).toBe('data/\n*.csv');
    const inputs = parseInputs(raw, {}, () => {});
    expect(inputs).toMatchObject({ exclude: ['data/', '*.csv'], include: [], healthCheckPaths: ['/', '/health'] });
  });

  it('are complained about where they stand when their value is wrong', async () => {
    const raw = layer('[tool.uv-deploy]\ntimeout = "soon"\nfail-on = "never"\n');
    const { findings } = await failureOf(() => parseInputs(raw, {}, () => {}));
    expect(findings.map(({ file, line }) => [file, line])).toEqual([
      ['apps/api/pyproject.toml', 2],
      ['apps/api/pyproject.toml', 3],
    ]);
  });

  it('of a name that objects have by themselves are unknown too', async () => {
    const findings = await findingsOf('[tool.uv-deploy]\nconstructor = 1\n"__proto__" = 2\ntoString = 3\n');
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['invalid-setting', 2],
      ['invalid-setting', 3],
      ['invalid-setting', 4],
    ]);
  });
});

describe('refused settings', () => {
  const fixed = ['platform', 'id', 'name', 'entrypoint', 'content-type', 'health-check-path', 'health-check-timeout'];
  const allowed = [...fixed, 'timeout', 'exclude', 'include', 'preflight', 'fail-on'];

  it('are all but these', () => {
    expect(ALLOWED).toEqual(allowed);
  });

  it.each(Object.keys(INPUT_DEFAULTS).filter((name) => !allowed.includes(name)))(
    '%s belongs into the workflow',
    async (name) => {
      for (const table of ['tool.uv-deploy', 'tool.uv-deploy.ricochet']) {
        const findings = await findingsOf(`[${table}]\n${name} = "x"\n`, RICOCHET);
        expect(findings).toEqual([
          {
            level: 'error',
            code: 'invalid-setting',
            message: `[${table}] has the key '${name}', which is an input of the step only.`,
            remedy: ['token', 'secret'].includes(name)
              ? expect.stringContaining(`revoke it`)
              : "Move it to the workflow, under 'with:'.",
            file: 'apps/api/pyproject.toml',
            line: 2,
          },
        ]);
      }
    },
  );

  it('that hold a credential are to be revoked, with the line for the workflow', async () => {
    const [finding] = await findingsOf('[tool.uv-deploy]\ntoken = "x"');
    expect(finding?.remedy).toContain('Remove it, and revoke it if it is a real one');
    expect(finding?.remedy).toContain('{{ secrets.NAME }}` under `with:` of the step');
  });

  it.each(['server', 'token', 'secret', 'env', 'github-token'])('%s can not be set from the checkout', async (name) => {
    await expect(findingsOf(`[tool.uv-deploy]\n${name} = "x"`)).resolves.toHaveLength(1);
    await expect(findingsOf(`tool.uv-deploy = { ${name} = "x" }`)).resolves.toHaveLength(1);
    await expect(findingsOf(`[tool.uv-deploy.ricochet]\n${name} = "x"`, RICOCHET)).resolves.toHaveLength(1);
  });

  it.each(allowed)('%s is accepted', (name) => {
    expect(layer(`[tool.uv-deploy]\n${name} = "ricochet"`)).toHaveProperty([name, 'value'], 'ricochet');
  });

  it('are reported all at once, with the nearest right name', async () => {
    const findings = await findingsOf(
      `[tool.uv-deploy]
tiemout = 60
server = "https://example.com"
name = true
[tool.uv-deploy.ricochet]
max-bundel-size = 1
healthcheck-path = "/"
something-quite-different = 1
`,
      RICOCHET,
    );
    expect(findings.map(({ line, remedy }) => [line, remedy])).toEqual([
      [2, "Did you mean 'timeout'?"],
      [3, "Move it to the workflow, under 'with:'."],
      [4, 'Write it as the input of that name.'],
      [6, "Did you mean 'max-bundle-size'?"],
      [7, "Did you mean 'health-check-path'?"],
      [8, expect.stringContaining('Known: max-bundle-size, platform, id, name')],
    ]);
  });

  it.each(['true', '2026-01-31', '{ a = 1 }', '[1, 2]', '["a", 1]'])('%s is no value for a setting', async (value) => {
    expect(await findingsOf(`[tool.uv-deploy]\nname = ${value}`)).toMatchObject([
      { message: 'name must be a string, a number or a list of strings.', line: 2 },
    ]);
  });

  it.each([
    ['[tool]\nuv-deploy = "x"\n', undefined, '[tool.uv-deploy] is not a table.'],
    ['[[tool.uv-deploy]]\nname = "x"\n', undefined, '[tool.uv-deploy] is not a table.'],
    ['[tool.uv-deploy]\nricochet = "x"\n', RICOCHET, '[tool.uv-deploy.ricochet] is not a table.'],
    ['[tool.uv-deploy]\nconnect = true\n', undefined, '[tool.uv-deploy.connect] is not a table.'],
  ])('are tables: %j', async (toml, platform, message) => {
    expect(await findingsOf(toml, platform)).toMatchObject([
      { code: 'invalid-setting', message, file: 'apps/api/pyproject.toml', line: toml.startsWith('[[') ? 1 : 2 },
    ]);
  });
});
