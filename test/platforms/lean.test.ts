import { describe, expect, test } from 'vitest';
import { invoke } from '../../src/modes/invoke.ts';
import { teardown } from '../../src/modes/teardown.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { ricochet } from '../../src/platforms/ricochet/ricochet.ts';
import { systemClock } from '../../src/ports/clock.ts';
import { readProject } from '../../src/project/project.ts';
import type { Deps } from '../../src/report/deps.ts';
import { createJournal } from '../../src/report/journal.ts';
import { createContext, createFakeHost, createInputs, failureOf } from '../tools/fakes.ts';
import { createForest } from '../tools/tree.ts';

const plant = createForest('lean');

/** One that can do nothing but find its item. */
const LEAN: Platform = {
  ...ricochet,
  identify: async () => ({ identity: { id: '', name: 'app', slug: '' }, findings: [] }),
  open: ({ name }) => ({ name, verify: async () => {}, find: async () => undefined }),
};

const deps: Deps = {
  ...{
    host: createFakeHost(),
    context: createContext(),
    environment: {},
    journal: createJournal(),
    clock: systemClock,
  },
  exec: () => Promise.reject(new Error('Nothing is run.')),
  http: () => Promise.reject(new Error('Nothing is asked.')),
  cache: { restore: async () => undefined, save: async () => {}, isDown: () => true },
  signal: new AbortController().signal,
  stage: (_, work) => work(),
  report: () => {},
  saveLater: () => {},
};

describe('a platform without', () => {
  test.each([
    ['tasks invokes none', invoke, 'no-tasks'],
    ['previews removes none', teardown, 'no-previews'],
  ] as const)('%s', async (_, mode, code) => {
    const project = await readProject(plant(), '.');
    const inputs = createInputs({ server: 'https://lean.example', token: 'rico_key' });
    const { findings } = await failureOf(() => mode({ ...deps, inputs, project, platform: LEAN }));
    expect(findings).toMatchObject([{ code }]);
  });
});
