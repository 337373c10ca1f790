import { describe, expect, it } from 'vitest';
import { Cancelled, Failure, type Finding, failure } from '../../../../src/findings/finding.ts';
import { aside } from '../../../../src/report/github/aside.ts';
import { stick } from '../../../../src/report/github/comment.ts';
import { open } from './open.ts';

const collect = () => {
  const findings: Finding[] = [];
  return { findings, report: (more: readonly Finding[]) => void findings.push(...more) };
};

describe('what is done aside', () => {
  it('gives its value when it succeeds', async () => {
    const { findings, report } = collect();
    expect(await aside(report, async () => 7)).toBe(7);
    expect(findings).toEqual([]);
  });

  it('warns when it fails, with the same words', async () => {
    const { findings, report } = collect();
    const notice: Finding = { level: 'notice', code: 'b', message: 'And so on.' };
    const errors = failure('a', 'It failed.', 'Mend it.').findings;
    expect(await aside(report, () => Promise.reject(new Failure([...errors, notice])))).toBeUndefined();
    expect(findings).toEqual([{ level: 'warning', code: 'a', message: 'It failed.', remedy: 'Mend it.' }, notice]);
  });

  it('warns of what nobody foresaw', async () => {
    const { findings, report } = collect();
    await aside(report, () => Promise.reject(new TypeError('x is not a function')));
    expect(findings).toMatchObject([{ level: 'warning', code: 'github-unexpected' }]);
  });

  it('ends with the run when that is cancelled', async () => {
    const { findings, report } = collect();
    const reason = new Cancelled('cancelled');
    await expect(aside(report, () => Promise.reject(reason))).rejects.toBe(reason);
    expect(findings).toEqual([]);
  });

  it('makes a comment that may not be written a warning that names the permission', async () => {
    const { as, pull } = await open();
    const { findings, report } = collect();
    const app = { platform: 'ricochet', server: 'https://a.example', name: 'x', directory: '.' };
    const github = as({ permissions: { pull_requests: 'read' } });
    await aside(report, () => stick(github, { pullRequest: pull, app, body: 'Hello' }));
    expect(findings).toMatchObject([{ level: 'warning', code: 'github-permission' }]);
    expect(findings[0]?.remedy).toContain('`pull-requests: write`');
  });
});
