/** What `work` gives; `undefined` where it throws, whatever that is: for what may be broken, and is then as good as absent. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
