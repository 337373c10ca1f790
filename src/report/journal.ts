import type { BundleChanges } from '../bundle/changes.ts';
import type { Finding } from '../findings/finding.ts';
import type { Ignored } from '../inputs/ignore.ts';
import type { PlatformName } from '../inputs/inputs.ts';
import type { PathHealth } from '../ports/http/health.ts';

export type Status = 'deployed' | 'unchanged' | 'removed' | 'invoked' | 'checked' | 'skipped' | 'failed' | 'timed-out';

/**
 * What a run has learnt so far. The use cases fill it in as they go, so that a run that fails half-way still reports its half.
 */
export type Journal = {
  platform?: PlatformName;
  mode?: string;
  directory?: string;
  name?: string;
  contentType?: string;
  entrypoint?: string;
  url?: string;
  consoleUrl?: string;
  logUrl?: string;
  id?: string;
  /** The server that a bundle is being sent to just now: it may have taken it without our knowing. */
  uploadingTo?: string;
  deploymentId?: string;
  invocationId?: string;
  /** The run of a task: the names of its parameters, how long it took in ms, and the end of what it has printed. */
  run?: { readonly params: readonly string[]; readonly ms?: number; readonly log?: string };
  /** What stays behind on the server if the run ends now, as a sentence, where it is no deployment. */
  left?: string;
  pythonVersion?: string;
  uvVersion?: string;
  manifestPath?: string;
  bundlePath?: string;
  bundleSha256?: string;
  bundleSize?: number;
  fileCount?: number;
  /** What the bundle changes of production's. */
  changes?: BundleChanges;
  cacheHit?: boolean;
  health?: readonly PathHealth[];
  /** Sentences for the summary, such as the settings that changed. */
  readonly notes: string[];
  readonly findings: Finding[];
  readonly ignored: Ignored[];
  readonly stages: { readonly name: string; readonly ms: number }[];
};

export const emptyJournal = (): Journal => ({ notes: [], findings: [], ignored: [], stages: [] });
