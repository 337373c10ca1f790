import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import type { App } from '../../emulators/clever-cloud/store.ts';
import type { Workplace } from '../../emulators/workplace.ts';
import { runStep, type StepOptions, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';

/** A name that no other app has. */
export const unique = (): string => `app-${randomUUID().slice(0, 8)}`;

export const errors = (done: StepRun) => done.findings.filter(({ level }) => level === 'error');

export const well = (done: StepRun, status = 'deployed'): StepRun => {
  expect(errors(done)).toEqual([]);
  expect(done.outputs.status).toBe(status);
  return done;
};

/** Whole steps of this action on projects with these files, against one emulated server. */
export const createSteps = (place: Workplace, server: CleverCloudServer) => ({
  run: async (
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
    more: Partial<StepOptions> = {},
  ): Promise<StepRun> =>
    runStep({
      workspace: await place.project('service', files),
      ...{ uv, ...more },
      inputs: {
        ...{ mode: 'deploy', preflight: 'static', comment: 'false', 'health-check-timeout': '20' },
        ...{ platform: 'clever-cloud', server: server.url, token: server.token, secret: server.secret, ...inputs },
      },
    }),
  appOf: (name: string): App => {
    const app = server.apps().find(({ settings }) => settings.name === name);
    if (app === undefined) throw new Error(`There is no ${name}.`);
    return app;
  },
});
