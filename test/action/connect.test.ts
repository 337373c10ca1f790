import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../servers/connect/server.ts';
import { createWorkplace } from '../servers/workplace.ts';
import { type ActionOptions, everythingShown, runAction } from '../tools/action.ts';
import { expectDecency } from '../tools/attempts.ts';

const place = createWorkplace();
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

/** Deploys to a server, and asserts what every run owes. */
const run = async (options: ActionOptions, at = server) => {
  const inputs = { platform: 'connect', server: at.url, token: at.apiKey, preflight: 'static' };
  const done = await runAction({
    withUv: true,
    ...options,
    inputs: { ...inputs, 'health-check-timeout': '30', ...options.inputs },
  });
  expectDecency(done);
  expect(everythingShown(done)).not.toContain(at.apiKey);
  return done;
};

const calls = (at = server) => at.requests.all().map(({ method, path }) => `${method} ${path}`);

test('a FastAPI project goes from its folder to a healthy URL, and on from there', async () => {
  const workspace = await place.project('fastapi');
  const first = await run({ workspace, inputs: { env: 'GREETING=Bonjour', 'health-check-path': '/\n/health' } });
  expect(first.titles()).toEqual([]);
  expect(first.outputs).toMatchObject({ status: 'deployed' });
});
