import { describe, expect, test } from 'vitest';
import { failedDeployment } from '../../../../../src/platforms/clever-cloud/gateway/outcomes.ts';

const APP = {
  ...{ id: 'app_1', name: 'sales', httpUrl: '', repoState: 'CREATED', state: 'SHOULD_BE_UP', lifetime: 'REGULAR' },
  ...{ owner: 'orga_1', commit: 'c'.repeat(40), domains: [], settings: {} },
} as unknown as Parameters<typeof failedDeployment>[0];

const FILES = new Map([
  ['main.py', 'apps/sales/main.py'],
  ['pkg/db.py', 'apps/sales/pkg/db.py'],
]);

const failed = (log: string, variables = '') => {
  const progress = failedDeployment(APP, log.split('\n'), { files: FILES, variables });
  if (progress.state !== 'failed') throw new Error('It has not failed.');
  return progress;
};

const traceback = (line: string, raised: string): string => `Build succeeded in 1 s
Traceback (most recent call last):
  File "/home/bas/app_1/.venv/bin/uvicorn", line 10, in <module>
    sys.exit(main())
  File "/home/bas/app_1/.venv/lib/python3.12/site-packages/click/core.py", line 911, in invoke
    return callback(*args, **kwargs)
  File "/home/bas/app_1/main.py", line 15, in <module>
    ${line}
${raised}
The application has stopped with exit code 1`;

describe('a deployment that failed on Clever Cloud', () => {
  test('names the exception, at its line of the checkout, and shows no more than what follows it', () => {
    const told = failed(traceback('raise RuntimeError("boom")', 'RuntimeError: boom'));
    expect(told.details).toBe(
      [
        'The last exception is RuntimeError: boom.',
        'The end of its log:',
        '  File "/home/bas/app_1/main.py", line 15, in <module>',
        '    raise RuntimeError("boom")',
        'RuntimeError: boom',
        'The application has stopped with exit code 1',
      ].join('\n'),
    );
    expect(told.place).toEqual({ file: 'apps/sales/main.py', line: 15 });
    expect(told.remedy).toBe(
      `Fix what the log names, and run the job again. The previous release, deployment ${APP.commit}, stays live.`,
    );
  });

  test('says which variable is missing, and what a preview needs for it', () => {
    const log = traceback('KEY = os.environ["API_KEY"]', "KeyError: 'API_KEY'");
    expect(failed(log).details).toContain('The app needs the variable API_KEY, which is not set.');
    expect(failed(log).remedy).not.toContain('preview');
    expect(failed(log, 'A preview gets it if it is in `preview-env`.').remedy).toMatch(
      /with the 'env' input\. A preview gets it if it is in `preview-env`\. The previous release/,
    );
  });

  test.each([
    ['302', 'set `health-check-path` to one that returns 2xx without a login'],
    ['404', 'CC_HEALTH_CHECK_PATH'],
    ['500', 'Fix what the log names'],
  ])('says what to do where the health check got %s', (status, remedy) => {
    const told = failed(`Response from GET /health is ${status}, expected 200...300\nDeploy failed in 3 s`);
    expect(told.message).toBe(`Clever Cloud could not deploy it: the health check of /health got ${status}`);
    expect(told.remedy).toContain(remedy);
    expect(told.place).toBeUndefined();
  });
});
