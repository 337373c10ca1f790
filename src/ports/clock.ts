/** Time as the waits see it; tests hand in their own. */
export type Clock = { now(): number; sleep(ms: number, signal: AbortSignal): Promise<void> };

/** Between two questions passes a fifth of the time that has passed: what is short is noticed at once, and what is long costs few calls. */
const SHARE = 5;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** How long to wait until the next question, when `elapsedMs` have passed since the first. */
export const pauseAfter = (elapsedMs: number): number =>
  Math.min(Math.max(elapsedMs / SHARE, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** Aborts `ms` after `signal` does: for a request that must not be left half-done. */
export function lingering(signal: AbortSignal, ms: number): AbortSignal {
  const late = new AbortController();
  const wait = () => setTimeout(() => late.abort(signal.reason), ms).unref();
  if (signal.aborted) wait();
  else signal.addEventListener('abort', wait, { once: true });
  return late.signal;
}
