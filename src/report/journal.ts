import type { BundleChanges } from '../bundle/changes.ts';
import { totalSize } from '../bundle/tar.ts';
import type { Finding } from '../findings/finding.ts';
import type { Ignored } from '../inputs/ignore.ts';
import type { PlatformName } from '../inputs/inputs.ts';
import type { Invocation, Item, Release, Source } from '../platforms/gateway.ts';
import type { Plan } from '../platforms/plan.ts';
import type { PathHealth } from '../ports/http/health.ts';

export type Status = 'deployed' | 'unchanged' | 'removed' | 'invoked' | 'checked' | 'skipped' | 'failed' | 'timed-out';

/** What a run has learnt so far. */
export type Entries = {
  readonly platform?: PlatformName;
  readonly mode?: string;
  readonly directory?: string;
  readonly name?: string;
  readonly contentType?: string;
  readonly entrypoint?: string;
  readonly url?: string;
  readonly consoleUrl?: string;
  readonly logUrl?: string;
  readonly id?: string;
  /** The server that a bundle is being sent to just now: it may have taken it without our knowing. */
  readonly uploadingTo?: string;
  readonly deploymentId?: string;
  readonly invocationId?: string;
  /** The run of a task: the names of its parameters, how long it took in ms, and the end of what it has printed. */
  readonly run?: { readonly params: readonly string[]; readonly ms?: number; readonly log?: string };
  /** How many previews this run has removed. */
  readonly removed?: number;
  /** What stays behind on the server if the run ends now, as a sentence, where it is no deployment. */
  readonly left?: string;
  readonly pythonVersion?: string;
  readonly uvVersion?: string;
  readonly manifestPath?: string;
  readonly bundlePath?: string;
  readonly bundleSha256?: string;
  readonly bundleSize?: number;
  readonly fileCount?: number;
  /** What the bundle changes of production's. */
  readonly changes?: BundleChanges;
  readonly cacheHit?: boolean;
  readonly health?: readonly PathHealth[];
  /** Whether the app asks for a sign-in. */
  readonly isPrivate?: boolean;
  /** Sentences for the summary, such as the settings that changed. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  readonly stages: readonly { readonly name: string; readonly ms: number }[];
};

export const noEntries = (): Entries => ({ notes: [], findings: [], ignored: [], stages: [] });

export type Journal = ReturnType<typeof createJournal>;

/**
 * Where a run writes down what it learns as it goes, so that one that fails half-way still reports its half. Whoever reports reads
 * `entries`.
 */
export function createJournal() {
  const entries: { -readonly [Key in keyof Entries]: Entries[Key] } = noEntries();
  const write = (news: Partial<Entries>): void => {
    Object.assign(entries, news);
  };
  return {
    entries: entries as Entries,
    asked: (about: Required<Pick<Entries, 'platform' | 'mode' | 'directory'>>): void => write(about),
    name: (name: string): void => write({ name }),
    plan: ({ name, contentType, entrypoint }: Plan): void => write({ name, contentType, entrypoint }),
    python: (pythonVersion: string): void => write({ pythonVersion }),
    uv: (uvVersion: string): void => write({ uvVersion }),
    cache: (cacheHit: boolean): void => write({ cacheHit }),
    bundle: ({ archive, packed, contentSha256 }: Source): void =>
      write({
        ...(archive && { bundlePath: archive.path }),
        bundleSha256: archive?.sha256 ?? contentSha256,
        bundleSize: archive?.size ?? totalSize(packed),
        fileCount: packed.length,
      }),
    manifest: (manifestPath: string): void => write({ manifestPath }),
    changes: (changes: BundleChanges): void => write({ changes }),
    item: ({ id, url, consoleUrl }: Item): void => write({ id, url, consoleUrl }),
    /** An item that this run has made: nothing answers there yet. `undefined` once it was removed again. */
    created: (item: Item | undefined): void => {
      delete entries.id;
      delete entries.consoleUrl;
      if (item) write({ id: item.id, consoleUrl: item.consoleUrl });
    },
    /** An item that this run removes, and its console with it. */
    removing: ({ id, url }: Item): void => write({ id, url }),
    /** The bundle is on its way until there is a release. */
    uploading: (uploadingTo: string): void => write({ uploadingTo }),
    release: ({ id, logUrl }: Pick<Release, 'id'> & Partial<Release>): void => {
      delete entries.uploadingTo;
      write({ deploymentId: id, ...(logUrl !== undefined && { logUrl }) });
    },
    params: (params: readonly string[]): void => write({ run: { params } }),
    invocation: ({ id, logUrl }: Invocation): void => write({ invocationId: id, logUrl }),
    ran: (ms: number, log: string): void => write({ run: { params: [], ...entries.run, ms, log } }),
    health: (health: readonly PathHealth[]): void => write({ health }),
    isPrivate: (isPrivate: boolean): void => write({ isPrivate }),
    removed: (removed: number): void => write({ removed }),
    /** What stays behind if the run ends now; empty when nothing does. */
    left: (left: string): void => write({ left }),
    note: (...sentences: readonly string[]): void => write({ notes: [...entries.notes, ...sentences] }),
    finding: (finding: Finding): void => write({ findings: [...entries.findings, finding] }),
    ignored: (ignored: Ignored): void => write({ ignored: [...entries.ignored, ignored] }),
    stage: (name: string, ms: number): void => write({ stages: [...entries.stages, { name, ms }] }),
  };
}
