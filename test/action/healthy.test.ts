import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient } from '../emulators/client.ts';
import { fateOf } from '../emulators/fate.ts';
import { FRAMEWORKS } from '../fixtures/healthy/frameworks.ts';
import { LAYOUTS } from '../fixtures/healthy/layouts.ts';
import { appFolder, makeVariant } from '../fixtures/variant.ts';
import { createAttempts, places } from '../tools/attempts.ts';

const { place, server, run } = createAttempts();
let client: Client;
beforeAll(() => {
  client = createClient(server());
});

// That the frameworks themselves run on the server, other tests show.
describe.concurrent.each([
  ['with a framework', FRAMEWORKS, false],
  ['without one', LAYOUTS, true],
])('a healthy project %s', (_, projects, isDeployed) => {
  test.each(projects.map((healthy) => [healthy.that, healthy] as const))(
    'that %s passes without a word, and runs',
    async (_, healthy) => {
      const workspace = await makeVariant(place, healthy);
      const done = await run({
        workspace,
        inputs: { mode: 'check', preflight: 'static', ...healthy.inputs },
        withUv: healthy.inputs?.preflight !== undefined,
      });
      expect(places(done)).toEqual([]);
      expect(done.outputs.status).toBe('checked');

      if (!isDeployed) return;
      const config = await readFile(join(appFolder(workspace, healthy), '_ricochet.toml'), 'utf8');
      expect(await fateOf(client, done.outputs['bundle-path'] ?? '', config)).toMatchObject({ fate: 'runs it' });
    },
  );
});
