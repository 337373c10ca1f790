import { describe, expect, test } from 'vitest';
import { failedDeployment } from '../../../../../src/platforms/clever-cloud/gateway/outcomes.ts';
import type { Reading } from '../../../../../src/project/failure/reading.ts';

const APP = {
  ...{ id: 'app_1', name: 'sales', httpUrl: '', repoState: 'CREATED', state: 'SHOULD_BE_UP', lifetime: 'REGULAR' },
  ...{ owner: 'orga_1', commit: 'c'.repeat(40), domains: [], settings: {} },
} as unknown as Parameters<typeof failedDeployment>[0];

const failed = (
  log: string,
  { reading = { place: {} }, forVariables = '' }: { reading?: Reading; forVariables?: string },
) => {
  const progress = failedDeployment(APP, log.split('\n'), { readFailure: () => reading, forVariables });
  if (progress.state !== 'failed') throw new Error('It has not failed.');
  return progress;
};

describe('a deployment that failed on Clever Cloud', () => {
  test('names the exception, at its line of the checkout', () => {
    const place = { file: 'apps/sales/main.py', line: 15 };
    const told = failed('RuntimeError: boom', { reading: { raised: 'RuntimeError: boom', place } });
    expect(told.message).toBe('Clever Cloud could not deploy it: the app stopped with RuntimeError: boom');
    expect(told.place).toEqual(place);
    expect(told.remedy).toBe(
      `Fix what the log names, and run the job again. The previous release, deployment ${APP.commit}, stays live.`,
    );
  });

  test('says which variable is missing, and what a preview needs for it', () => {
    const cause = { code: 'start-missing-variable', message: 'The app needs the variable KEY.', remedy: 'Set it.' };
    const reading = { raised: "KeyError: 'KEY'", cause, place: {} };
    expect(failed("KeyError: 'KEY'", { reading })).toMatchObject({
      why: 'The app needs the variable KEY.',
      remedy: `Set it. The previous release, deployment ${APP.commit}, stays live.`,
    });
    expect(failed("KeyError: 'KEY'", { reading, forVariables: 'Name it in `preview-env`.' }).remedy).toMatch(
      /^Set it\. Name it in `preview-env`\. The previous release/,
    );
  });

  test.each([
    ['302', 'set `health-check-path` to one that returns 2xx without a login'],
    ['404', 'CC_HEALTH_CHECK_PATH'],
    ['500', 'Fix what the log names'],
  ])('says what to do where the health check got %s', (status, remedy) => {
    const told = failed(`Response from GET /health is ${status}, expected 200...300\nDeploy failed in 3 s`, {});
    expect(told.message).toBe(`Clever Cloud could not deploy it: the health check of /health got ${status}`);
    expect(told.remedy).toContain(remedy);
    expect(told.place).toEqual({});
  });
});
