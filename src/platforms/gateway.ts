import type { Bundle } from '../bundle/archive.ts';
import type { BundleFile } from '../bundle/source.ts';
import type { Packed } from '../bundle/tar.ts';
import type { Finding, Place } from '../findings/finding.ts';
import type { EnvVar } from '../inputs/dotenv.ts';
import type { Params } from '../inputs/params.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http/http.ts';
import type { Visit } from '../ports/visit/session.ts';

/** Who signs in, and where. The secret is empty where a token needs none. */
export type Access = {
  readonly server: string;
  readonly token: string;
  readonly secret: string;
  /** The application that the token was made for, where that is not the platform's own. */
  readonly consumer?: Consumer;
};

/** An application with OAuth 1: a user's token is valid together with it only. */
export type Consumer = { readonly key: string; readonly secret: string };

/** Where a bundle comes from, for platforms that keep it beside the bundle. An empty text is not known. */
export type Origin = {
  /** The repository's page. */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
  /** The page of the workflow run. */
  readonly run: string;
  /** The pull request that the run's event is about; `branch` is the one that it is from. */
  readonly pullRequest?: number;
};

export type GatewayDeps = {
  readonly http: Http;
  readonly visit: Visit;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly origin: Origin;
  /** How long the platform may take for the deployment or the run. */
  readonly timeoutMs: number;
  say(line: string): void;
  /** Tells of findings that do not end the step. */
  report(findings: readonly Finding[]): void;
  /** Shows words of the server. */
  quoted(text: string): void;
  /** A sentence for the summary. */
  note(sentence: string): void;
  /** Hides a secret that the platform has given. */
  mask(secret: string): void;
  /** The commit at the head of a branch, asked of the repository's server; `undefined` where there is no such branch. */
  remoteHead(branch: string): Promise<string | undefined>;
  /** Has something done when the step ends, within a few seconds; whether it works does not matter. */
  atEnd(work: () => Promise<unknown>): void;
  /** Tells of an item as soon as this run has created it, long before it has a release; `undefined` when it was removed again. */
  created(item: Item | undefined): void;
};

export type LocateDeps = Pick<GatewayDeps, 'http' | 'clock' | 'signal' | 'say'>;

export type SignOnDeps = LocateDeps & {
  /** Where GitHub gives out the job's identity, and the token to ask with: there with `id-token: write`. */
  readonly identity: { readonly url: string; readonly token: string };
  mask(secret: string): void;
};

/** What is deployed. */
export type Source = {
  /** All files, generated ones included, in the order of the bundle. */
  readonly files: readonly BundleFile[];
  /** Each with its checksum. */
  readonly packed: readonly Packed[];
  /** SHA-256 of the files with their paths and modes, in hex: the same for the same content. */
  readonly contentSha256: string;
  /** For platforms that are delivered one. */
  readonly archive?: Bundle;
  /**
   * What the environment of these files was tried with, as hex digits, for platforms that keep it with the release. Absent where that
   * was not done, or found anything.
   */
  readonly trial?: string | undefined;
};

/** An app or task as the platform keeps it. Ids are validated before they get here. */
export type Item = {
  readonly id: string;
  readonly name: string;
  /** Where the app answers, without a trailing slash. */
  readonly url: string;
  readonly consoleUrl: string;
};

export type Release = {
  readonly id: string;
  readonly item: Item;
  /** The page that shows how the deployment went. */
  readonly logUrl: string;
};

/** A release that is live, with the trial that the platform has kept with it. */
export type Held = Pick<Release, 'id' | 'item'> & { readonly trial?: string | undefined };

export type Progress =
  /** `starting`: the platform has it, and has not begun yet. `lines` are what it has said since it was last asked. */
  | { readonly state: 'starting' | 'running'; readonly lines?: readonly string[] }
  | { readonly state: 'live' }
  /** `details` is the end of its log, line by line; `place` the line of the checkout that it names. */
  | {
      readonly state: 'failed';
      readonly message: string;
      readonly remedy: string;
      readonly details?: string;
      readonly place?: Place;
    };

export const failed = (message: string, remedy: string): Progress => ({ state: 'failed', message, remedy });

/** What has become of something that is not waited for any longer: a sentence, and what there is to tell beside it. */
export type Left = { readonly told: string; readonly findings: readonly Finding[] };

/** What tells an item from all others. An empty text is not known. */
export type Identity = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** What earlier versions of this action called it, where that differs; the title tells it from others of that name. */
  readonly former?: { readonly name: string; readonly title: string } | undefined;
  /** The name is from an input or a setting: what has another name is not meant. */
  readonly isNamed?: boolean;
  /** The variant that the item is, next to production. */
  readonly variant?: string;
  /** Who the item belongs to, where that is chosen: an id or a name. */
  readonly owner?: string;
  /** Whether each parameter of a run becomes a variable of its own, where runs get variables. */
  readonly paramsAsEnv?: boolean;
  /** Settings of the platform that it needs without a plan, for itself to read. */
  readonly settings?: Readonly<Record<string, unknown>>;
};

/** One run of a task; its `logUrl` is the page that shows how the run went. */
export type Invocation = Release;

export type Tasks = {
  /** Starts a run. Throws before anything is started when the item is no task. */
  start(item: Item, params: Params | undefined): Promise<Invocation>;
  /** Asks once, for at most `withinMs`. `untold`: this server can't be asked how its runs go. */
  progress(invocation: Invocation, withinMs: number): Promise<Progress | { readonly state: 'untold' }>;
  /**
   * All that the run has printed so far, from its beginning; once it is over, at least the last 500,000 characters.
   * `undefined` where the server does not give it.
   */
  log(invocation: Invocation, isOver: boolean): Promise<string | undefined>;
  /** Ends a run; one that has ended stays as it is. `within` says until when: the step itself may be cancelled by then. */
  stop(invocation: Invocation, within: AbortSignal): Promise<void>;
};

/** A preview that is on the server: an item of its own, or one release of the app's item. */
export type Preview = { readonly pullRequest: number; readonly item: Item; readonly release?: string };

export type Previews = {
  /** This app's own previews and no other's. */
  list(): Promise<readonly Preview[]>;
  /** Removes one, and refuses what is not marked as a preview. Answers false when it is already gone. */
  remove(preview: Preview): Promise<boolean>;
};

/**
 * One platform, opened with a credential for one item. Every call may throw a `Failure` that names the step and the remedy, or
 * `Cancelled`. An optional part that is absent is a thing the platform can't do.
 */
export type Connection = {
  /** What the item is called, or will be. */
  readonly name: string;
  /** Throws when the credential is not accepted. */
  verify(): Promise<void>;
  /** The item that is meant; `undefined` when there is none. Throws when several could be meant. */
  find(): Promise<Item | undefined>;
  readonly tasks?: Tasks;
  readonly previews?: Previews;
};

/** A connection for a whole project: it can deploy too. */
export type Gateway = Connection & {
  /** The id of the newest deployment that went live; `undefined` when there is none. */
  currentRelease(item: Item): Promise<string | undefined>;
  /** Delivers the files, and creates the item when `item` is absent. What happened before a failure is named in it. */
  deploy(source: Source, env: readonly EnvVar[], item: Item | undefined): Promise<Release>;
  /** Asks once how it goes; a server that is slow to answer gets `withinMs`. */
  progress(release: Release, withinMs: number): Promise<Progress>;
  /**
   * Called when a release is not waited for any longer. `within` says until when: the step itself may be cancelled by then. Answers
   * nothing when it goes on by itself; absent where all do.
   */
  cancel?(release: Release, within: AbortSignal): Promise<Left | undefined>;
  /** Applies what the platform does not take from the bundle, once the release is live. Answers what changed, a line each. */
  applySettings(release: Release): Promise<{ readonly item: Item; readonly changes: readonly string[] }>;
  /** Headers a health probe of the item needs. */
  probeHeaders(item: Item): Promise<Readonly<Record<string, string>>>;
  /**
   * Whether what answers now is this release: `undefined` when the platform does not tell.
   * Asked after the probes have passed.
   */
  isServing(release: Release): Promise<boolean | undefined>;
  /**
   * The live release when it has these very files and variables, and the settings it is to have; `undefined` too where the platform
   * can't tell that of variables. Absent where it tells nothing.
   */
  unchanged?(item: Item, source: Source, env: readonly EnvVar[]): Promise<Held | undefined>;
  /** What the platform knows of why an item does not answer, in its own words; empty when it knows nothing. */
  explain?(item: Item): Promise<string>;
  /** All that the live release of an item has printed; empty when the platform does not tell. Absent where it never does. */
  printed?(item: Item): Promise<string>;
  readonly releases?: Releases;
};

/** Going back to what was live before. */
type Releases = {
  /** The id of the release that was live before this one. */
  previous(release: Release): Promise<string | undefined>;
  /** Begins to make an earlier release the live one. */
  activate(item: Item, id: string): Promise<Release>;
  /** Takes back what the release that failed has set beside its code, once the earlier one is live. Answers what is left of it. */
  revert?(): Promise<readonly Finding[]>;
};
