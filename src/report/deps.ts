import type { Finding } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../platforms/platform.ts';
import type { CacheStore } from '../ports/actions-cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Context } from '../ports/context.ts';
import type { Exec } from '../ports/exec.ts';
import type { Host } from '../ports/host.ts';
import type { Http } from '../ports/http/http.ts';
import type { Saving } from '../ports/state.ts';
import type { Visit } from '../ports/visit/session.ts';
import type { Project } from '../project/project.ts';
import type { Journal } from './journal.ts';

/** Everything a use case reaches the world through. */
export type Deps = {
  readonly host: Host;
  readonly context: Context;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exec: Exec;
  readonly http: Http;
  readonly visit: Visit;
  readonly clock: Clock;
  readonly cache: CacheStore;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Our own words, into the log. */
  say(line: string): void;
  /** Runs one stage: a group in the log, a time in the summary. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Shows findings as annotations, each once. */
  report(findings: readonly Finding[]): void;
  /** Has something done when the step ends, within a few seconds; whether it works does not matter. */
  atEnd(work: () => Promise<unknown>): void;
  /** Has something saved in the Actions cache when the job ends. */
  saveLater(saving: Saving): void;
};

/** One run of a mode: what was asked for, of which project, for which platform, and the world. */
export type Run = Deps & { readonly inputs: Inputs; readonly project: Project; readonly platform: Platform };
