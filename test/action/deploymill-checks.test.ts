import { describe, expect, test } from 'vitest';
import { DEPLOYMILL as BROKEN } from '../fixtures/broken/deploymill.ts';
import { DEPLOYMILL as HEALTHY } from '../fixtures/healthy/deploymill.ts';
import { makeVariant } from '../fixtures/variant.ts';
import { createAttempts, places } from '../tools/attempts.ts';

const { place, run } = createAttempts();

const INPUTS = { platform: 'deploymill', mode: 'check', preflight: 'static' };

describe.concurrent('a broken project for deploymill', () => {
  test.each(BROKEN.map((broken) => [broken.that, broken.told.join(' and '), broken] as const))(
    'that %s: %s',
    async (...row) => {
      const [, , broken] = row;
      const workspace = await makeVariant(place, broken);
      const done = await run({ workspace, inputs: { ...INPUTS, ...broken.inputs } });
      expect(places(done)).toEqual(broken.told);
      expect(done.outputs.status).toBe('failed');
    },
  );
});

describe.concurrent('a healthy project for deploymill', () => {
  test.each(HEALTHY.map((healthy) => [healthy.that, healthy] as const))(
    'that %s passes without a word',
    async (_, healthy) => {
      const workspace = await makeVariant(place, healthy);
      const done = await run({ workspace, inputs: { ...INPUTS, ...healthy.inputs } });
      expect(places(done)).toEqual([]);
      expect(done.outputs.status).toBe('checked');
    },
  );
});
