import { describe, expect, it } from 'vitest';
import { cronProblem } from '../../../../../src/platforms/ricochet/plan/cron.ts';
import { checkCron } from '../../../../emulators/ricochet/config.ts';

const serverRefuses = (cron: string): boolean => {
  try {
    checkCron(cron);
    return false;
  } catch {
    return true;
  }
};

describe('a cron expression', () => {
  it.each([
    '* * * * *',
    '0 9 * * 1-5',
    '*/15 0-6,18-23 1,15 * *',
    '0 9 * JAN-MAR MON,fri',
    '0 0 L * *',
    '0 0 * * 5L',
    '0 0 * * MON#2',
    '0 0 15W * *',
    '0 0 * * 7',
    '30 0 9 * * *',
    '  0 9 * * 1  ',
    '0\t9  * * *',
    '@hourly',
    '@daily',
    '@midnight',
    '@weekly',
    '@monthly',
    '@yearly',
    '@annually',
    '@DAILY',
    '? ? * * *',
    '59 23 31 12 *',
  ])('%j is taken, by the server as well', (cron) => {
    expect(cronProblem(cron)).toBeUndefined();
    expect(serverRefuses(cron)).toBe(false);
  });

  it.each([
    '',
    ' ',
    'daily',
    'every day at nine o clock',
    '* * * *',
    '* * * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    '*/x * * * *',
    '1,,2 * * * *',
    '- * * * *',
    '* * * FOO *',
    '@never',
    '@',
    '@daily 0 9 * * *',
    '0 0 * * MON#6',
  ])('%j is not, nor by the server', (cron) => {
    const problem = cronProblem(cron);
    expect(problem).toMatch(/\S/);
    expect(problem).not.toMatch(/CronPattern|\.$/);
    expect(serverRefuses(cron)).toBe(true);
  });

  it('has a number of fields, which is reported first', () => {
    expect(cronProblem('0 9')).toBe('it needs five fields, or six with seconds first');
  });
});
