import { CronPattern } from 'croner';
import { messageOf } from '../../../findings/finding.ts';

/**
 * Why ricochet would refuse a cron expression, or `undefined`. It takes five fields, optionally seconds first, `L`, `#`, `W` and
 * words such as `@daily`; times are UTC (ricochet's API reference, "schedule").
 */
export function cronProblem(expression: string): string | undefined {
  if (!expression.startsWith('@') && ![5, 6].includes(expression.trim().split(/\s+/).length)) {
    return 'it needs five fields, or six with seconds first';
  }
  try {
    new CronPattern(expression);
    return undefined;
  } catch (error) {
    return messageOf(error)
      .replace(/^CronPattern: /, '')
      .replace(/\.$/, '');
  }
}
