import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { project, place, run, server } = createAttempts();

const ROOT = `[tool.uv-deploy]
platform = "ricochet"
preflight = "static"

[[tool.uv-deploy.app]]
directory = "apps/api"
name = "The API"

[[tool.uv-deploy.app]]
directory = "apps/web"
name = "The web"
ignore = [{ code = "config-unknown-key", reason = "Known." }]
[tool.uv-deploy.app.ricochet]
max-bundle-size = "10B"
`;
let service: string;
beforeAll(async () => {
  service = await project();
});

let count = 0;
/** A repository with the same service twice, and this file at its root. */
const repository = (toml = ROOT): string => {
  const root = place.path(`repository-${count++}`);
  for (const name of ['apps/api', 'apps/web']) cpSync(service, join(root, name), { recursive: true });
  writeFileSync(join(root, 'pyproject.toml'), toml);
  return root;
};
const check = (workspace: string, inputs: Readonly<Record<string, string>> = {}) =>
  run({ workspace, inputs: { mode: 'check', ...inputs } });

describe.concurrent('a repository with several apps', () => {
  test('has to be told which, and says how all of them are deployed', async () => {
    const done = await check(repository());
    expect(places(done)).toEqual(['choose-app']);
    const { message } = theOne(done, 'choose-app');
    expect(message).toContain('apps/api (The API), apps/web (The web)');
    expect(message).toContain('matrix: { app: ["apps/api", "apps/web"] }');
    expect(done.outputs).toMatchObject({ status: 'failed', url: '', 'bundle-path': '' });
  });

  test('gives each app its own settings, and what is said for all', async () => {
    const root = repository();
    const [api, web] = [
      await check(root, { 'working-directory': 'apps/api' }),
      await check(root, { 'working-directory': './apps/web/' }),
    ];
    expect(api.annotations).toEqual([]);
    expect(api.log).toContain('preflight is static');
    expect(api.summary).toContain('✅ The API ');
    expect(web.summary).toContain('❌ The web ');
    expect(places(web)).toEqual(['bundle-too-large']);
    expect(theOne(web, 'bundle-too-large').message).toContain('the server allows 10 B');
  });

  test('ignores a finding in the app that says so', async () => {
    const root = repository(ROOT.replace('10B', '10MB'));
    for (const name of ['api', 'web']) {
      const config = join(root, 'apps', name, '_ricochet.toml');
      writeFileSync(config, readFileSync(config, 'utf8').replace('[content]', '[content]\ncolour = "red"'));
    }
    const api = await check(root, { 'working-directory': 'apps/api' });
    expect(places(api)).toEqual(['config-unknown-key apps/api/_ricochet.toml:2']);
    expect((await check(root, { 'working-directory': 'apps/web' })).annotations).toEqual([]);
  });

  test('of which there is one needs no word, and deploys it', async () => {
    const root = repository(ROOT.slice(0, ROOT.lastIndexOf('[[')));
    const access = { server: server().url, token: server().apiKey };
    const done = await run({ workspace: root, inputs: access });
    expect(done.annotations).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(done.summary).toContain('✅ The API ');
  });

  test('refuses a wrong key where it stands', async () => {
    const root = repository(ROOT.replace('name = "The web"', 'nam = "The web"'));
    const done = await check(root, { 'working-directory': 'apps/web' });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:11']);
    expect(theOne(done, 'invalid-setting').message).toContain("Did you mean 'name'?");
  });

  test('refuses two apps that are one on the server', async () => {
    const root = repository(ROOT.replace('The web', 'The API'));
    const done = await check(root, { 'working-directory': 'apps/api' });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:9']);
    expect(theOne(done, 'invalid-setting').message).toContain("the one for 'apps/api' (line 5)");
  });

  test('tells what is wrong with the list itself', async () => {
    const done = await check(repository(ROOT.replace('apps/web', 'apps/site')), { 'working-directory': 'apps/api' });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:10']);
  });
});
