import { waitFor } from '../../src/modes/release/wait.ts';
import { createFakeClock } from '../tools/fakes.ts';
import { table } from './measure.ts';

/** How a server is asked that is ready after so many ms, on average over the ends around: how late it is noticed, and how often it is asked. */
async function poll(ms: number): Promise<{ readonly late: number; readonly asked: number }> {
  const ends = Array.from({ length: 100 }, (_, index) => ms * (0.75 + index / 200));
  let [late, asked] = [0, 0];
  for (const end of ends) {
    const clock = createFakeClock();
    const begun = clock.now();
    const ask = async () => {
      asked += 1;
      return { state: clock.now() - begun >= end ? ('live' as const) : ('running' as const) };
    };
    const course = {
      noun: 'deployment' as const,
      id: '',
      logUrl: '',
      ask,
      leave: async () => ({ told: '', findings: [] }),
    };
    await waitFor(course, 1_800_000, { clock, signal: new AbortController().signal, say: () => {} });
    late += clock.now() - begun - end;
  }
  return { late: late / ends.length, asked: asked / ends.length };
}

/** How late the end of a deployment is noticed, with a simulated clock. */
export async function polls(): Promise<string> {
  const rows: string[][] = [];
  for (const seconds of [1, 3, 10, 30, 120]) {
    const { late, asked } = await poll(seconds * 1_000);
    rows.push([
      `${seconds} s`,
      `${(late / 1_000).toFixed(2)} s`,
      asked.toFixed(0),
      `${(seconds / 5 / 2).toFixed(2)} s`,
    ]);
  }
  return table('How late the end of a restore is noticed', ['', 'late', 'questions', 'limit, at most 2.5 s'], rows);
}
