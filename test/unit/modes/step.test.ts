import { expect, it } from 'vitest';
import { step } from '../../../src/modes/step.ts';
import { createContext, createFakeClock, createFakeHost, noCache, stepEnvironment } from '../../tools/fakes.ts';
import { createForest } from '../../tools/tree.ts';

const plant = createForest('step');

it('git, which lists the files, is stopped with a run that ends before they are needed', async () => {
  const workspace = plant({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
  });
  const host = createFakeHost();
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const exitCode = await step({
    ...{ host, context: createContext({ workspace }), clock: createFakeClock(), broken: new Promise(() => {}) },
    environment: stepEnvironment({ mode: 'check', platform: 'ricochet', timeout: 'soon' }),
    cache: noCache(true),
    http: () => Promise.reject(new Error('Nothing is sent.')),
    visit: () => Promise.reject(new Error('Nothing is visited.')),
    signal: new AbortController().signal,
    // A git that answers only when it is stopped.
    exec: (_program, _args, { signal }) =>
      new Promise((_, reject) => {
        const end = () => {
          stop();
          reject(signal.reason);
        };
        if (signal.aborted) end();
        else signal.addEventListener('abort', end);
      }),
  });
  expect(exitCode).toBe(1);
  expect(host.findings.map(({ code }) => code)).toEqual(['invalid-input']);
  await stopped;
});
