import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { runAction } from '../tools/action.ts';

const place = createWorkplace();
let server: RicochetServer;

beforeAll(async () => {
  server = await place.start();
});
afterAll(() => place.clear());

const APPS = [
  ['fastapi', 'fast-api'],
  ['flask', 'flask'],
  ['streamlit', 'streamlit'],
  ['dash', 'dash'],
  ['shiny', 'shiny-py'],
] as const;

test.each(APPS)(
  'a %s app without a _ricochet.toml is detected as %s, deployed and healthy',
  async (name, contentType) => {
    const workspace = await place.project(name);
    await rm(join(workspace, '_ricochet.toml'));
    const inputs = { platform: 'ricochet', server: server.url, token: server.apiKey, 'health-check-timeout': '90' };
    const run = await runAction({ workspace, inputs });
    expect(run.log).toContain(`is taken as ${contentType}`);
    expect(run.log).toContain('GET / returned 200');
    expect(run.outputs.status).toBe('deployed');
    expect(run.exitCode).toBe(0);
  },
);

test('a service that brings its own server is deployed by its _ricochet.toml', async () => {
  const workspace = await place.project('service');
  const run = await runAction({ workspace, inputs: { server: server.url, token: server.apiKey } });
  expect(run.outputs.status).toBe('deployed');
  expect(await (await fetch(`${run.outputs.url}/hello`)).text()).toContain('/hello');
});

test('a plain script without a _ricochet.toml is a task: deployed, and not probed', async () => {
  const workspace = await place.project('script');
  await rm(join(workspace, '_ricochet.toml'));
  const inputs = { platform: 'ricochet', server: server.url, token: server.apiKey };
  const run = await runAction({ workspace, inputs });
  expect(run.log).toContain('main.py is taken as python');
  expect(run.outputs).toMatchObject({ status: 'deployed', health: '' });
  expect(run.outputs['console-url']).toContain('/tasks/');
});
