import type { Bundle } from '../bundle/archive.ts';
import type { Matcher } from '../bundle/glob.ts';
import type { BundleFile } from '../bundle/source.ts';
import type { Packed } from '../bundle/tar.ts';
import type { Finding } from '../findings/finding.ts';
import type { EnvVar } from '../inputs/dotenv.ts';
import type { Inputs, PlatformName } from '../inputs/inputs.ts';
import type { Params } from '../inputs/params.ts';
import type { SettingsTable } from '../inputs/setting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http, HttpResponse } from '../ports/http/http.ts';
import type { Uv } from '../ports/uv.ts';
import type { StartContract } from '../project/contract/start-contract.ts';
import type { Project } from '../project/project.ts';

/** Where credentials come from when the inputs do not give them. */
type CredentialNames = {
  readonly server?: string;
  readonly token: string;
  readonly secret?: string;
};

export type Access = { readonly server: string; readonly token: string; readonly secret: string };

/** Where an app is to be started: an interpreter with its packages installed, and the address it is asked at. */
type TrialPlace = { readonly python: string; readonly host: string; readonly port: number };

/** How an app is started: a command for a process in the bundle's folder, and variables beside the environment it is given anyway. */
export type Launch = {
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
};

/** All that a platform has to know of a project before the network is touched. */
export type Plan = {
  /** What the item is called on the platform. */
  readonly name: string;
  /** Apps are probed after a deployment; tasks run when they are invoked. */
  readonly kind: 'app' | 'task';
  readonly contentType: string;
  /** The same in Posit Connect's words, for the manifest. */
  readonly appmode: string;
  readonly entrypoint: string;
  /** Nothing of it runs Python, such as plain pages: it needs no pin, no lock and no environment. */
  readonly withoutPython?: true;
  /** How contents were decided, in sentences, for the log. */
  readonly reasons: readonly string[];
  readonly healthPaths: readonly string[];
  /** The platform file's own include and exclude. */
  readonly includes: Matcher;
  readonly includesExplicitly: Matcher;
  /** Files that are bundled whatever the rules say: generated ones, and those of the workspace root. */
  readonly added: readonly BundleFile[];
  /** The largest bundle the server takes, in bytes. */
  readonly maxBundleSize: number;
  /** How the server will start it, for what its source tells; absent where the source tells nothing. */
  readonly start?: StartContract;
  /** The server's own launch, for trying the app out on the runner. A platform without it can't be tried out. */
  launch?(place: TrialPlace): Launch;
  /** Packages that the server needs for it and adds to those of the project. */
  readonly launchPackages?: readonly string[];
  /** What only the finished list of files can tell, such as an entrypoint that was left out. */
  checkFiles(files: readonly BundleFile[]): Finding[];
  /**
   * Adds what only uv can make: called once, after the checks and before the environment is tried out. Absent where the bundle is
   * whole without it; the server then installs from uv.lock.
   */
  finish?(files: readonly BundleFile[], tools: FinishTools): Promise<Finished>;
  /** Opens the platform for this plan; with the number of a pull request, for that one's preview instead of the app itself. */
  connect(access: Access, deps: GatewayDeps, pullRequest?: number): Gateway;
};

export type FinishTools = {
  /** Absent when uv is not on PATH. */
  readonly uv: Uv | undefined;
  /** The files of a folder of the checkout outside of the project, by their paths in it. */
  list(folder: string): Promise<readonly BundleFile[]>;
};

/** What belongs in the bundle beside the project's own files. */
export type Finished = {
  readonly added: readonly BundleFile[];
  /** The text of the `manifest.json` that goes into the bundle last, told what else was packed. */
  manifest(files: readonly Packed[]): string;
  /** The requirements file, of those in the bundle, that the server installs from; absent when it installs nothing. */
  readonly requirements?: string;
  /** Sentences for the summary. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
};

/** Where a bundle comes from, for platforms that keep it beside the bundle. An empty text is not known. */
export type Origin = {
  /** The repository's page. */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
  /** The page of the workflow run. */
  readonly run: string;
};

export type GatewayDeps = {
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly origin: Origin;
  /** How long the platform may take for the deployment or the run. */
  readonly timeoutMs: number;
  say(line: string): void;
  /** Shows words of the server. */
  quoted(text: string): void;
  /** Tells of an item as soon as this run has created it, long before it has a release; `undefined` when it is removed again. */
  created(item: Item | undefined): void;
};

export type LocateDeps = Pick<GatewayDeps, 'http' | 'clock' | 'signal' | 'say'>;

export type SignOnDeps = LocateDeps & {
  /** Where GitHub gives out the job's identity, and the token to ask with: there with `id-token: write`. */
  readonly identity: { readonly url: string; readonly token: string };
  mask(secret: string): void;
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

export type Progress =
  | { readonly state: 'running' }
  | { readonly state: 'live' }
  | { readonly state: 'failed'; readonly message: string; readonly remedy: string };

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
};

/** One run of a task. */
export type Invocation = {
  readonly id: string;
  readonly item: Item;
  /** The page that shows how the run went. */
  readonly logUrl: string;
};

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
  /** Sends the bundle, and creates the item when `item` is absent. What happened before a failure is named in it. */
  deploy(bundle: Bundle, env: readonly EnvVar[], item: Item | undefined): Promise<Release>;
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
  /** The live release when it is this very bundle, with the settings it is to have. Absent where the platform does not tell. */
  unchanged?(item: Item, bundle: Bundle): Promise<Release | undefined>;
  /** What the platform knows of why an item does not answer, in its own words; empty when it knows nothing. */
  explain?(item: Item): Promise<string>;
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

export type Platform = {
  readonly name: PlatformName;
  /** Files whose presence says that a project is meant for this platform. */
  readonly markerFiles: readonly string[];
  readonly credentials: CredentialNames;
  /** What tells its server from others: an answer that needs no credential. */
  readonly sign?: { readonly path: string; fits(response: HttpResponse): boolean };
  /** Keys of `[tool.uv-deploy.<platform>]` beside those that are named as inputs; `plan` reads them from `inputs.own`. */
  readonly settings: SettingsTable;
  readonly defaultServer?: string;
  /** The server's own address, from that of one of its pages. Asks the server where it must, without the credential. */
  locate?(url: string, deps: LocateDeps): Promise<string>;
  /** Gets a short-lived token for the identity of the workflow, where the platform trusts GitHub. */
  signIn?(server: string, deps: SignOnDeps): Promise<string>;
  /** Which item a project is, as far as its files and the inputs tell: nothing else of the project is judged. Needs no network. */
  identify(project: Project, inputs: Inputs): Promise<{ identity?: Identity; findings: Finding[] }>;
  /** Opens the platform for one item, without a plan. */
  open(identity: Identity, access: Access, deps: GatewayDeps): Connection;
  /**
   * Checks the platform's own file and decides what the project will be. Needs no network. Without a plan, a finding is an error;
   * `withoutPython` then says that nothing speaks for Python, so that its files are not missed. `candidates` lists the project's files for detection; it is only called where detection is needed.
   */
  plan(
    project: Project,
    inputs: Inputs,
    candidates: () => Promise<readonly BundleFile[]>,
  ): Promise<{ plan?: Plan; withoutPython?: true; findings: Finding[] }>;
};
