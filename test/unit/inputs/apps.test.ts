import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseApp, layersOf } from '../../../src/inputs/apps.ts';
import { readInputs } from '../../../src/inputs/raw.ts';
import { size } from '../../../src/inputs/setting.ts';
import { layerSettings } from '../../../src/inputs/settings.ts';
import { readProject } from '../../../src/project/project.ts';
import { failureOf, stepEnvironment } from '../../tools/fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'apps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const RICOCHET = { name: 'ricochet', settings: { 'max-bundle-size': size('', '250MB') } } as const;
const app = (directory: string, more = '') => `[[tool.uv-deploy.app]]\ndirectory = "${directory}"\n${more}\n`;

let count = 0;
/** A repository with the folders api and web, and these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = join(folder, `repository-${count++}`);
  for (const name of ['apps/api', 'apps/web']) mkdirSync(join(root, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const choose = (root: string, inputs: Readonly<Record<string, string>> = {}) =>
  chooseApp(root, readInputs(stepEnvironment(inputs)));
const listed = async (toml: string, inputs: Readonly<Record<string, string>> = {}) => {
  const { directory, listed } = await choose(repository({ 'pyproject.toml': toml }), inputs);
  return listed === undefined ? directory : `${directory} #${listed.index}`;
};
const TWO = app('apps/api') + app('apps/web');

describe('the app of a run', () => {
  it('is the folder that was asked for, where none are listed', async () => {
    expect(await choose(repository({}), { 'working-directory': 'apps/api' })).toEqual({
      directory: 'apps/api',
      findings: [],
    });
    expect(await listed('[tool.uv-deploy]\nname = "x"')).toBe('.');
  });

  it.each(['apps/web', './apps/web/', 'apps//web', 'apps/api/../web'])('is chosen by its folder: %s', async (path) => {
    expect(await listed(TWO, { 'working-directory': path })).toBe('apps/web #1');
  });

  it('is chosen by its folder, whichever way that is named', async () => {
    const root = repository({ 'pyproject.toml': TWO });
    symlinkSync('apps', join(root, 'services'));
    for (const path of [join(root, 'apps/web'), 'services/web']) {
      expect(await choose(root, { 'working-directory': path })).toMatchObject({ directory: 'apps/web' });
    }
    expect(await choose(root, { 'working-directory': 'nowhere' })).toEqual({ directory: 'nowhere', findings: [] });
  });

  it('may be written otherwise in the list', async () => {
    expect(await listed(app('./apps/api/'), { 'working-directory': 'apps/api' })).toBe('apps/api #0');
  });

  it('is the only one there is, where nothing is asked for', async () => {
    expect(await listed(app('apps/api'))).toBe('apps/api #0');
  });

  it('is the root where the root is listed', async () => {
    expect(await listed(TWO + app('.', 'name = "root"'))).toBe('. #2');
  });

  it('is a folder that is not listed, where that is asked for', async () => {
    expect(await listed(app('apps/api'), { 'working-directory': 'apps/web' })).toBe('apps/web');
  });

  it('is not guessed: the choice is reported, with a matrix for all', async () => {
    const { findings } = await failureOf(() => listed(TWO));
    expect(findings).toMatchObject([{ level: 'error', code: 'choose-app' }]);
    expect(findings[0]?.message).toBe(
      'The repository has several apps: apps/api, apps/web. A step deploys one of them.',
    );
    expect(findings[0]?.remedy).toContain('matrix: { app: ["apps/api", "apps/web"] }');
    expect(findings[0]?.remedy).toMatch(/working-directory: \$\{\{ matrix\.app \}\}/);
  });

  it('is chosen by name or platform, of two in one folder', async () => {
    const both =
      app('apps/api', 'name = "one"\nplatform = "ricochet"') + app('apps/api', 'name = "two"\nplatform = "connect"');
    const at = { 'working-directory': 'apps/api' };
    expect(await listed(both, { ...at, name: 'two' })).toBe('apps/api #1');
    expect(await listed(both, { ...at, platform: 'ricochet' })).toBe('apps/api #0');
    for (const inputs of [at, { ...at, name: 'three' }, { ...at, name: 'one', platform: 'connect' }]) {
      const { findings } = await failureOf(() => listed(both, inputs));
      expect(findings).toMatchObject([
        { code: 'choose-app', remedy: expect.stringContaining("'name' and 'platform'") },
      ]);
      expect(findings[0]?.message).toContain('apps/api (one), apps/api (two)');
    }
  });
});

describe('a list of apps', () => {
  const HAS = 'Write directory = "apps/api", relative to the repository.';
  it.each([
    ['[[tool.uv-deploy.app]]\nname = "x"', 1, '[[tool.uv-deploy.app]] has no directory.', HAS],
    [
      '[[tool.uv-deploy.app]]\ndirectroy = "x"',
      1,
      'has no directory',
      "Is it 'directroy'? The key is called 'directory'.",
    ],
    ['[[tool.uv-deploy.app]]\ndirectory = 3', 2, 'directory is not a string.', HAS],
    ['[[tool.uv-deploy.app]]\ndirectory = ""', 2, 'directory is not a string.', HAS],
    [app('apps/apii'), 2, "The directory 'apps/apii' is not a folder of the repository.", HAS],
    [app('..'), 2, "The directory '..' leaves the repository.", HAS],
    [app('apps/away'), 2, "The directory 'apps/away' leaves the repository.", HAS],
    [
      '[tool.uv-deploy.app]\ndirectory = "apps/api"',
      1,
      '[tool.uv-deploy.app] is not a list of tables.',
      'Begin each app with [[tool.uv-deploy.app]].',
    ],
    [
      '[tool.uv-deploy]\napp = ["apps/api"]',
      2,
      'is not a list of tables',
      'Begin each app with [[tool.uv-deploy.app]].',
    ],
  ])('is refused where it is wrong: %j', async (toml, line, message, remedy) => {
    const root = repository({ 'pyproject.toml': toml });
    symlinkSync(tmpdir(), join(root, 'apps/away'));
    const { findings } = await failureOf(() => choose(root, { 'working-directory': 'apps/api' }));
    expect(findings).toMatchObject([{ code: 'invalid-setting', file: 'pyproject.toml', line, remedy }]);
    expect(findings[0]?.message).toContain(message);
  });

  it.each([
    ['the same name', app('apps/api', 'name = "x"') + app('apps/web', 'name = "x"')],
    ['the same id', app('apps/api', 'id = "01"\nname = "a"') + app('apps/web', 'id = "01"\nname = "b"')],
    ['a name for all', `[tool.uv-deploy]\nname = "x"\n${TWO}`],
    [
      'a name for all on the platform',
      `[tool.uv-deploy]\nplatform = "ricochet"\n[tool.uv-deploy.ricochet]\nname = "x"\n${TWO}`,
    ],
    ['one folder and no name', app('apps/api') + app('apps/api', 'timeout = 3')],
  ])('with one item twice is refused: %s', async (_, toml) => {
    const { findings } = await failureOf(() => listed(toml, { 'working-directory': 'apps/web' }));
    expect(findings).toMatchObject([
      { code: 'invalid-setting', message: expect.stringContaining("would replace the one for 'apps/api' (line ") },
    ]);
    expect(findings[0]?.line).toBe(toml.split('\n').lastIndexOf('[[tool.uv-deploy.app]]') + 1);
  });

  it.each([
    ['names', app('apps/api', 'name = "x"') + app('apps/web', 'name = "y"')],
    [
      'platforms',
      app('apps/api', 'name = "x"\nplatform = "ricochet"') + app('apps/web', 'name = "x"\nplatform = "connect"'),
    ],
    ['folders', TWO],
  ])('may have items that differ in their %s', async (_, toml) => {
    expect(await listed(toml, { 'working-directory': 'apps/web' })).toBe('apps/web #1');
  });
});

describe('the settings of a listed app', () => {
  const settings = async (files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) => {
    const root = repository(files);
    const raw = readInputs(stepEnvironment(inputs));
    const chosen = await chooseApp(root, raw);
    return layerSettings(raw, layersOf(chosen, await readProject(root, chosen.directory)), RICOCHET);
  };
  const SHARED =
    '[tool.uv-deploy]\ntimeout = 1\npreflight = "static"\n[tool.uv-deploy.ricochet]\nfail-on = "warning"\n';
  const OWN =
    '[tool.uv-deploy]\ntimeout = 2\nname = "own"\nentrypoint = "own.py"\nignore = [{ code = "bom", reason = "x" }]\n';
  const TABLE = app(
    'apps/api',
    'name = "listed"\nignore = [{ code = "no-uv", reason = "y" }]\n[tool.uv-deploy.app.ricochet]\ncontent-type = "dash"\nmax-bundle-size = "5MB"',
  );
  const files = { 'pyproject.toml': SHARED + TABLE + app('apps/web'), 'apps/api/pyproject.toml': OWN };
  const at = { 'working-directory': 'apps/api' };

  it("come from its table, then its folder's own file, then what is said for all", async () => {
    const { raw, own, ignores } = await settings(files, at);
    const value = Object.fromEntries(Object.entries(raw).map(([key, { value }]) => [key, value]));
    expect(value).toMatchObject({ name: 'listed', timeout: '2', entrypoint: 'own.py', preflight: 'static' });
    expect(value).toMatchObject({ 'fail-on': 'warning', 'content-type': 'dash' });
    expect(own).toMatchObject({ 'max-bundle-size': { value: '5MB', file: 'pyproject.toml', line: 12 } });
    expect(ignores.map(({ code }) => code)).toEqual(['bom', 'no-uv']);
    expect(raw.timeout.from).toEqual({ file: 'apps/api/pyproject.toml', line: 2 });
    expect(raw.name.from).toEqual({ file: 'pyproject.toml', line: 8 });
  });

  it('give way to inputs', async () => {
    expect((await settings(files, { ...at, name: 'given' })).raw.name.value).toBe('given');
  });

  it('are not those of the other app, nor those of the root for a folder that is not listed', async () => {
    const { raw } = await settings(files, { 'working-directory': 'apps/web' });
    expect([raw.name.value, raw.timeout.value]).toEqual(['', '1']);
    const alone = { 'pyproject.toml': SHARED + TABLE, 'apps/web/pyproject.toml': '[project]\nname = "web"\n' };
    expect((await settings(alone, { 'working-directory': 'apps/web' })).raw.timeout.value).toBe('1800');
  });

  it('of the root as an app are reported once', async () => {
    const toml = `${SHARED}tiemout = 3\n${app('.', 'name = "root"')}`;
    const { findings } = await failureOf(() => settings({ 'pyproject.toml': toml }, {}));
    expect(findings.map(({ line, remedy }) => [line, remedy])).toEqual([[6, "Did you mean 'timeout'?"]]);
  });

  it('with a wrong key are refused at its line, with the nearest right one', async () => {
    const toml =
      TABLE +
      app('apps/web', 'nmae = "x"\nserver = "https://a.example"\n[tool.uv-deploy.app.ricochet]\nmax-bundel-size = 1');
    const { findings } = await failureOf(() =>
      settings({ 'pyproject.toml': toml }, { 'working-directory': 'apps/web' }),
    );
    expect(findings.map(({ line, message, remedy }) => [line, message, remedy])).toEqual([
      [10, "[[tool.uv-deploy.app]] has the key 'nmae', which is not known.", "Did you mean 'name'?"],
      [
        11,
        "[[tool.uv-deploy.app]] has the key 'server', which is an input of the step only.",
        "Move it to the workflow, under 'with:'.",
      ],
      [
        13,
        "[tool.uv-deploy.app.ricochet] has the key 'max-bundel-size', which is not known.",
        "Did you mean 'max-bundle-size'?",
      ],
    ]);
  });

  it('belong into the file at the root', async () => {
    const below = { 'apps/api/pyproject.toml': app('apps/web') };
    const { findings } = await failureOf(() => settings(below, at));
    expect(findings).toMatchObject([{ file: 'apps/api/pyproject.toml', line: 1 }]);
    expect(findings[0]?.remedy).toBe('Move the [[tool.uv-deploy.app]] tables there.');
  });
});

describe('a file at the root that is broken', () => {
  it('is reported with the findings of the project below it', async () => {
    const root = repository({ 'pyproject.toml': '[tool.uv-deploy\n' });
    const { findings } = await choose(root, { 'working-directory': 'apps/api' });
    expect(findings).toMatchObject([{ code: 'toml-syntax', file: 'pyproject.toml', line: 1 }]);
  });
});
