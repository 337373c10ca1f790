import { describe, expect, it } from 'vitest';
import { readInputs } from '../../../../../src/inputs/raw.ts';
import { layerSettings } from '../../../../../src/inputs/settings.ts';
import { readSettings, SETTINGS } from '../../../../../src/platforms/connect/content/settings.ts';
import { failureOf, tomlFile } from '../../../../tools/fakes.ts';

const table = (text: string) => tomlFile(`[project]\nname = "x"\n\n[tool.uv-deploy.connect]\n${text}\n`);
const layer = (text: string) =>
  layerSettings(readInputs({}), [{ file: table(text), path: 'tool.uv-deploy', structure: [] }], {
    ...{ name: 'connect', settings: SETTINGS },
  });
const read = (text: string) => readSettings(layer(text).own);

describe('[tool.uv-deploy.connect]', () => {
  it('gives the fields of the content by the names of the API', () => {
    const { settings, findings } = read(`
title = "Sales"
description = "What we sold"
access-type = "logged_in"
min-processes = 1
max-processes = 3
load-factor = 0.5
cpu-limit = 1.5
memory-limit = "512MiB"
run-as-current-user = true`);
    expect(findings).toEqual([]);
    expect(settings.content).toEqual({
      title: 'Sales',
      description: 'What we sold',
      access_type: 'logged_in',
      min_processes: 1,
      max_processes: 3,
      load_factor: 0.5,
      cpu_limit: 1.5,
      memory_limit: 536_870_912,
      run_as_current_user: true,
    });
  });

  it('gives nothing of what is not written down', () => {
    const { settings } = readSettings({});
    expect(settings).toMatchObject({ content: {}, installer: 'uv', groups: [], extras: [], exclude: [] });
    expect(settings.environmentManagement).toBeUndefined();
    expect(settings.vanityUrl).toBeUndefined();
  });

  it.each(['sales/2024', '/sales/2024', '/sales/2024/'])('takes the vanity URL %s as /sales/2024/', (url) => {
    expect(read(`vanity-url = "${url}"`).settings.vanityUrl).toBe('/sales/2024/');
  });

  it.each([
    ['title = "ab"', 'title'],
    ['description = 3', 'description'],
    ['access-type = "public"', 'access-type'],
    ['vanity-url = "/a b/"', 'vanity-url'],
    ['min-processes = -1', 'min-processes'],
    ['max-processes = 1.5', 'max-processes'],
    ['load-factor = 2', 'load-factor'],
    ['memory-request = "much"', 'memory-request'],
    ['environment-management = "off"', 'environment-management'],
    ['package-installer = "conda"', 'package-installer'],
    ['quarto-version = "1.6"', 'quarto-version'],
    ['groups = "web"', 'groups'],
    ['exclude = [1]', 'exclude'],
    ['image = ""', 'image'],
  ])('refuses %s, at its line', (text, key) => {
    const { settings, findings } = read(text);
    expect(findings).toMatchObject([{ level: 'error', code: 'invalid-setting', file: 'pyproject.toml', line: 5 }]);
    expect(findings[0]?.message).toContain(`The setting ${key} of connect is not`);
    expect(settings).toMatchObject({ content: {}, vanityUrl: undefined, installer: 'uv', groups: [], exclude: [] });
  });

  it.each([
    ['min-processes = 3\nmax-processes = 2', 5],
    ['memory-limit = "1GB"\nmemory-request = "2GB"', 6],
    ['cpu-request = 2.5\ncpu-limit = 1', 5],
  ])('refuses a least above a most: %j', (text, line) => {
    expect(read(text).findings).toMatchObject([{ code: 'invalid-setting', line }]);
  });

  it('takes a limit of 0 for none', () => {
    expect(read('min-processes = 3\nmax-processes = 0').findings).toEqual([]);
  });

  it('has no other keys, and a wrong one is reported with the nearest', async () => {
    const { findings } = await failureOf(() => layer('min-proceses = 1\nvanity = "/x/"'));
    expect(findings).toMatchObject([
      { code: 'invalid-setting', line: 5, remedy: "Did you mean 'min-processes'?" },
      { code: 'invalid-setting', line: 6 },
    ]);
    expect(layer('exclude = ["data"]').raw.exclude.value).toBe('');
  });
});
