import { describe, expect, it } from 'vitest';
import { Cancelled, type Failure, failure } from '../../../../src/findings/finding.ts';
import { follow, waitFor } from '../../../../src/modes/release/wait.ts';
import type { Gateway, Progress, Release } from '../../../../src/platforms/gateway.ts';
import { createFakeClock, type FakeClock, failureOf } from '../../../tools/fakes.ts';

const RELEASE: Release = {
  id: '01D',
  logUrl: 'https://a.example/deployments/01D',
  item: { id: '01A', name: 'app', url: 'https://a.example/app', consoleUrl: 'https://a.example/apps/01A' },
};
const RUNNING: Progress = { state: 'running' };
const LIVE: Progress = { state: 'live' };
const FAILED: Progress = { state: 'failed', message: 'uv sync failed', remedy: 'Read the log.' };
const outage = (code = 'server-unreachable'): Failure => failure(code, 'Asking failed: nothing listens.', 'Look.');

/** Follows what a gateway says, one answer a question; the last one stays. */
const followed = (
  answers: readonly (Progress | Error)[],
  { limitMs = 1_800_000, cancelAt }: { limitMs?: number; cancelAt?: number } = {},
) => {
  const clock = createFakeClock();
  const begun = clock.now();
  const lines: string[] = [];
  const cancel = new AbortController();
  let asked = 0;
  const gateway = {
    progress: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] as Progress | Error;
      asked += 1;
      if (asked === cancelAt) cancel.abort(new Cancelled('cancelled'));
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Gateway;
  const end = follow(RELEASE, gateway, limitMs, { clock, signal: cancel.signal, say: (line) => lines.push(line) });
  return { end, lines, clock, elapsed: () => clock.now() - begun, asked: () => asked };
};

const total = ({ sleeps }: Pick<FakeClock, 'sleeps'>): number => sleeps.reduce((sum, ms) => sum + ms, 0);

describe('following a deployment', () => {
  it('ends when it is live', async () => {
    const { end, clock, lines } = followed([LIVE]);
    await end;
    expect([clock.sleeps, lines]).toEqual([[], []]);
  });

  it('asks at once, then less and less often, at least every five seconds', async () => {
    const { end, clock } = followed([...Array<Progress>(30).fill(RUNNING), LIVE]);
    await end;
    expect(clock.sleeps.slice(0, 5)).toEqual([100, 100, 100, 100, 100]);
    // Ten seconds after the beginning, the end is noticed at most two seconds late.
    const asked = clock.sleeps.map((_, index) => total({ sleeps: clock.sleeps.slice(0, index + 1) }));
    const late = asked.findIndex((ms) => ms > 10_000);
    expect(clock.sleeps[late]).toBeLessThanOrEqual(2_000);
    expect(clock.sleeps.slice(-3)).toEqual([5_000, 5_000, 5_000]);
  });

  it('fails with the words of the platform, the deployment and its log', async () => {
    const { findings, timedOut } = await failureOf(() => followed([RUNNING, FAILED]).end);
    expect(timedOut).toBe(false);
    expect(findings).toEqual([
      {
        level: 'error',
        code: 'deployment-failed',
        message: 'uv sync failed (deployment 01D).',
        remedy: 'Read the log. (https://a.example/deployments/01D)',
      },
    ]);
  });

  it('stops after the time limit, as a time-out, and says that it goes on', async () => {
    const run = followed([RUNNING], { limitMs: 60_000 });
    const failed = await failureOf(() => run.end);
    expect(failed.timedOut).toBe(true);
    expect(failed.findings).toMatchObject([
      { code: 'deployment-timeout', message: expect.stringContaining('not finished after 1 min 0 s. It continues') },
    ]);
    expect(failed.findings[0]?.remedy).toContain(RELEASE.logUrl);
    expect(run.elapsed()).toBe(60_000);
  });

  it('asks a last time when the limit is reached', async () => {
    const run = followed([RUNNING, RUNNING, LIVE], { limitMs: 101 });
    await run.end;
    expect([run.clock.sleeps, run.asked()]).toEqual([[100, 1], 3]);
  });

  it('says every half a minute that it still waits', async () => {
    const { end, lines } = followed([RUNNING], { limitMs: 100_000 });
    await failureOf(() => end);
    expect(lines.map((line) => line.replace(/after .*/, 'after'))).toEqual(Array(3).fill('Still waiting after'));
  });
});

describe('an outage', () => {
  it.each(['server-unreachable', 'server-error', 'rate-limited'])('of a while is survived: %s', async (code) => {
    const { end, lines } = followed([RUNNING, outage(code), outage(code), RUNNING, LIVE]);
    await end;
    expect(lines).toEqual(Array(2).fill('No status: Asking failed: nothing listens. Retrying.'));
  });

  it('of a minute ends as unknown, not as failed', async () => {
    const run = followed([RUNNING, outage()]);
    const failed = await failureOf(() => run.end);
    expect(failed.findings).toMatchObject([{ code: 'deployment-unknown' }]);
    expect(failed.findings[0]?.message).toContain('Asking failed: nothing listens.');
    expect(failed.findings[0]?.remedy).toBe(`See ${RELEASE.logUrl}: the deployment may have succeeded.`);
    expect(failed.timedOut).toBe(false);
    expect(total(run.clock)).toBeGreaterThanOrEqual(60_000);
    expect(total(run.clock)).toBeLessThanOrEqual(66_000);
  });

  it('of a minute leaves open how the run of a task went', async () => {
    const run = { noun: 'run', id: '01R', logUrl: 'https://a.example/runs/01R' } as const;
    const course = { ...run, ask: () => Promise.reject(outage()), leave: async () => ({ told: '', findings: [] }) };
    const deps = { clock: createFakeClock(), signal: new AbortController().signal, say: () => {} };
    const failed = await failureOf(() => waitFor(course, 1_800_000, deps));
    expect(failed.findings).toMatchObject([
      { code: 'run-unknown', remedy: expect.stringContaining('the run may have') },
    ]);
  });

  it('counts from its own beginning: answers in between make it two', async () => {
    const outages = (count: number) => Array<Error>(count).fill(outage());
    const run = followed([...outages(30), RUNNING, ...outages(11), LIVE]);
    await run.end;
    expect(total(run.clock)).toBeGreaterThan(80_000);
  });

  it('over the end of the limit is a time-out', async () => {
    const failed = await failureOf(() => followed([RUNNING, outage()], { limitMs: 20_000 }).end);
    expect([failed.timedOut, failed.findings[0]?.code]).toEqual([true, 'deployment-timeout']);
  });

  it.each(['invalid-key', 'forbidden', 'not-found', 'not-ricochet'])(
    'is not what %s is: that ends the wait',
    async (code) => {
      const refusal = outage(code);
      await expect(followed([RUNNING, refusal]).end).rejects.toBe(refusal);
    },
  );

  it('is not what a fault of ours is', async () => {
    await expect(followed([new TypeError('x is not a function')]).end).rejects.toThrow('x is not a function');
  });
});

describe('cancelling', () => {
  it('ends the wait with its reason, between two questions', async () => {
    const run = followed([RUNNING], { cancelAt: 3 });
    await expect(run.end).rejects.toBeInstanceOf(Cancelled);
    expect(run.asked()).toBe(3);
  });

  it('ends the wait within a question', async () => {
    await expect(followed([RUNNING, new Cancelled('cancelled')]).end).rejects.toBeInstanceOf(Cancelled);
  });

  it('does not undo what is live already', async () => {
    await expect(followed([RUNNING, LIVE], { cancelAt: 2 }).end).resolves.toBeUndefined();
  });
});
