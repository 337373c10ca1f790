import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, pack } from '../emulators/client.ts';
import { fateOf } from '../emulators/fate.ts';
import { configOf } from '../emulators/workplace.ts';
import type { Broken } from '../fixtures/broken/broken.ts';
import { CONFIGS } from '../fixtures/broken/configs.ts';
import { LOCKS } from '../fixtures/broken/locks.ts';
import { PINS } from '../fixtures/broken/pins.ts';
import { SOURCES } from '../fixtures/broken/sources.ts';
import { STARTS } from '../fixtures/broken/starts.ts';
import { appFolder, completeMember, makeVariant } from '../fixtures/variant.ts';
import { createAttempts, places } from '../tools/attempts.ts';
import { sampled } from '../tools/sampled.ts';

const { place, server, run } = createAttempts({ startTimeoutMs: 20_000 });
let client: Client;
beforeAll(() => {
  client = createClient(server());
});

/** What the server does with it when it is packed and uploaded as it is. */
async function fate(project: string, broken: Broken): Promise<{ fate: string; why: string }> {
  const app = appFolder(project, broken);
  await completeMember(project, app);
  return fateOf(client, await pack(app, broken.leftOut), await configOf(app));
}

/** What the check says of it, without uv on PATH where the files alone tell. */
const checked = (workspace: string, { inputs }: Broken) =>
  run({
    workspace,
    inputs: { mode: 'check', preflight: 'static', ...inputs },
    withUv: inputs?.preflight !== undefined,
  });

const told = ({ told, server }: Broken): string => `${told.join(' and ')}; the server ${server}`;

describe.concurrent.each([
  ['Python', PINS],
  ['packages', LOCKS],
  ['_ricochet.toml', CONFIGS],
  ['code', SOURCES],
  ['start', STARTS],
])('a project with broken %s', (_, projects) => {
  const deployed = new Set(sampled(projects));
  test.each(projects.map((broken) => [broken.that, told(broken), broken] as const))('that %s: %s', async (...row) => {
    const [, , broken] = row;
    const project = await makeVariant(place, broken);
    const done = await checked(project, broken);
    expect(places(done)).toEqual(broken.told);
    if (deployed.has(broken)) expect(await fate(project, broken)).toMatchObject({ fate: broken.server });
  });
});
