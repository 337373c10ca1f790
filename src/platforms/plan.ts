import type { Matcher } from '../bundle/glob.ts';
import type { BundleFile } from '../bundle/source.ts';
import type { Packed } from '../bundle/tar.ts';
import type { Finding } from '../findings/finding.ts';
import type { Gate } from '../ports/http/health.ts';
import type { Uv } from '../ports/uv.ts';
import type { Around } from '../project/around.ts';
import type { StartContract } from '../project/contract/start-contract.ts';
import type { Wanted } from '../project/lock/graph.ts';
import type { Requirement } from '../project/pin/pin.ts';
import type { TargetDefaults } from '../project/target.ts';
import type { Access, Gateway, GatewayDeps } from './gateway.ts';

/** Where an app is to be started: an interpreter with its packages installed, and the address it is asked at. */
type TrialPlace = { readonly python: string; readonly host: string; readonly port: number };

/** How an app is started: a command for a process in the bundle's folder, and variables beside the environment it is given anyway. */
export type Launch = {
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
};

/** How the platform gets the project: an archive that is uploaded, files that become a commit, or by itself, from the repository. */
type Delivery = 'archive' | 'commit' | 'none';

/**
 * What the server installs before it starts the app. The preflight does the same: `uv sync` with these flags, or `uv pip install` of the
 * requirements that the plan's `finish` makes. `nobody`: nothing of it runs Python, such as plain pages, which need no pin, no lock and
 * no environment. `older` has the flags of earlier releases of the server. `image`: the platform builds an image, and says itself how that is tried out.
 */
type Install =
  | { readonly by: 'sync'; readonly flags: readonly string[]; readonly older?: readonly string[] }
  | { readonly by: 'requirements' }
  | {
      readonly by: 'image';
      /** The Python of the image, where it is known. */
      readonly python?: string;
      /** How it is built and started with docker; absent where there is nothing to build. */
      readonly run?: ImageRun;
      /** Tries the installation of its packages out. `environment` has what the app is started with. */
      tryInstalls?(
        tools: ImageTools,
      ): Promise<{ readonly findings: readonly Finding[]; readonly environment?: string | undefined }>;
    }
  | { readonly by: 'nobody' };

/** An image as the platform builds and starts it. */
export type ImageRun = {
  /** The committed files, which the build gets. */
  readonly context: readonly BundleFile[];
  /** The port of the container that is asked; absent for an app that answers no requests. */
  readonly port: number | undefined;
  /** What the platform allows a container, as options of `docker run`. */
  readonly limits: readonly string[];
  /** Why a build has failed, from what it printed. */
  explain(log: string): Finding;
};

/** Files at other places than in the repository. */
export type FileTree = {
  /** By their paths below the root. */
  readonly files: readonly BundleFile[];
  /** The folder in which the app is started, and those that it may write to: below the root, without a slash at either end. */
  readonly cwd: string;
  readonly writable: readonly string[];
};

/** What an image's installation is tried out with. */
export type ImageTools = {
  readonly uv: Uv;
  /** A folder outside of the project. */
  readonly folder: string;
  say(line: string): void;
  /** Whether words of uv mean that an index could not be reached. */
  isNetworkTrouble(stderr: string): boolean;
};

type ManifestParts = {
  /** What kind of content it is, in the words of Posit Connect, whose manifest it is. */
  readonly appmode: string;
};

/** All that a platform has to know of a project before the network is touched. */
export type Plan = {
  /** What the item is called on the platform. */
  readonly name: string;
  /** Apps are probed after a deployment; tasks run when they are invoked. */
  readonly kind: 'app' | 'task';
  readonly contentType: string;
  readonly entrypoint: string;
  readonly delivery: Delivery;
  readonly install: Install;
  /** What the packages are installed on, where that is not the same for all that the platform runs. */
  readonly server?: TargetDefaults;
  /** What decides the server's Python in place of a pin and requires-python, such as a manifest that is deployed as it is. */
  readonly decidedPython?: Requirement;
  /** What the manifest says of it beside what every project tells; absent on platforms without one. */
  readonly manifest?: ManifestParts;
  /** How contents were decided, in sentences, for the log. */
  readonly reasons: readonly string[];
  /** Those that somebody wrote for an app; see `HealthTarget`. */
  readonly healthPaths: readonly string[];
  /** The platform's own measure of healthy, where that is not 2xx. */
  readonly gate?: Gate;
  /** The platform file's own include and exclude. */
  readonly includes: Matcher;
  readonly includesExplicitly: Matcher;
  /** Files that are bundled whatever the rules say: generated ones, and those of the workspace root. */
  readonly added: readonly BundleFile[];
  /** What of the workspace around the project goes into the bundle, too. */
  readonly around?: Around;
  /** The largest bundle the server takes, in bytes. */
  readonly maxBundleSize: number;
  /** What of the lock it installs, where that is not what `uv sync` does, and what it has already. */
  readonly locked?: { readonly wanted: Wanted; readonly external: ReadonlySet<string> };
  /** How the server will start it, for what its source tells; absent where the source tells nothing. */
  readonly start?: StartContract;
  /** Where the app finds its files, which it can't write to; absent where they are as in the bundle. */
  readonly tree?: FileTree;
  /** For an app that answers no requests: how long it has to go on running to be well. */
  readonly watchMs?: number;
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
  open(access: Access, deps: GatewayDeps, pullRequest?: number): Promise<Gateway>;
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
  /** What of the requirements it does not install, by normal names: what it has already, and what it keeps out. */
  readonly passedOver?: { readonly provided: readonly string[]; readonly prohibited: readonly string[] };
  /** Sentences for the summary. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
};
