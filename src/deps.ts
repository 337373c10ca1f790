import type { CacheStore } from './cache.ts';
import type { Clock } from './clock.ts';
import type { Context } from './context.ts';
import type { Finding } from './errors.ts';
import type { Exec } from './exec.ts';
import type { Facts } from './facts.ts';
import type { Host } from './host.ts';
import type { Http } from './http.ts';
import type { Saving } from './state.ts';

/** Everything a use case reaches the world through. */
export type Deps = {
  readonly host: Host;
  readonly context: Context;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exec: Exec;
  readonly http: Http;
  readonly clock: Clock;
  readonly cache: CacheStore;
  readonly facts: Facts;
  readonly signal: AbortSignal;
  /** Runs one stage: a group in the log, a time in the summary. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Shows findings as annotations, each once. */
  report(findings: readonly Finding[]): void;
  /** Has something saved in the Actions cache when the job ends. */
  saveLater(saving: Saving): void;
};
