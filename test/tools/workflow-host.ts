import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The folder of a host that runs workflows as GitHub does, installed; `.ci/run` sets it up where there is one. It is built on GitHub's
 * own parser, schemas and expressions. Tests that need it are skipped without.
 */
export const HOST_FOLDER = process.env.UV_DEPLOY_WORKFLOW_HOST ?? '';

type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title?: string;
  readonly message: string;
};

export type JobRun = {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly environment?: { readonly name: string; readonly url?: string };
  readonly summary: string;
  readonly log: readonly string[];
  readonly steps: readonly Step[];
};

type Step = { readonly name: string; readonly outcome: string; readonly outputs: Readonly<Record<string, string>> };

export type WorkflowRun = {
  readonly conclusion: 'success' | 'failure' | 'startup_failure';
  readonly error?: string;
  /** Those of a called workflow are named `<job> / <its job>`. */
  readonly jobs: Readonly<Record<string, JobRun>>;
  readonly annotations: readonly Annotation[];
};

/** What happened, as far as a run is told. */
export type Event = {
  readonly eventName: string;
  readonly event: object;
  readonly ref: string;
  readonly sha: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
};

/** Stands in for an action of others. */
export type Stub = (call: {
  readonly inputs: Readonly<Record<string, string>>;
  readonly job: { readonly pathAdds: string[] };
  readonly workspace: string;
}) => Promise<object>;

type HostOptions = {
  /** Working trees by `owner/name`. */
  readonly repos: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, Stub>>;
  readonly results: Results;
  readonly github: GitHub;
  /** Default: that of github.com. */
  readonly serverUrl?: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Default: that of this process. */
  readonly path?: string;
  readonly root: string;
  readonly cacheScopes: (github: { readonly ref: string }) => object;
};

type Host = {
  run(run: Event & { readonly repository: string; readonly workflow: string }): Promise<WorkflowRun>;
};

/** GitHub's caches, with the real protocol. */
export type Results = {
  readonly url: string;
  readonly entries: ReadonlyMap<number, { readonly key: string; readonly state: string }>;
  close(): Promise<void>;
};

/** GitHub's REST API. It checks every request against GitHub's own OpenAPI description, and every token's permissions. */
export type GitHub = {
  readonly state: {
    readonly comments: readonly { readonly _n: number; readonly body: string }[];
    readonly deployments: readonly { readonly id: number; readonly environment: string }[];
    /** Newest first. */
    readonly statuses: readonly { readonly _d: number; readonly state: string; readonly environment_url: string }[];
  };
  /** What the description does not allow. */
  readonly violations: readonly string[];
  readonly log: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  close(): Promise<void>;
};

type Modules = {
  readonly Host: new (options: HostOptions) => Host;
  readonly checkoutStub: Stub;
  readonly startResultsServer: (options: { dir: string }) => Promise<Results>;
  readonly startFakeGitHub: (options: { pulls: readonly object[] }) => Promise<GitHub>;
};

/** Loads the host. The hook comes first: it repairs the packages that the others import. */
export async function loadHost(): Promise<Modules> {
  const load = (name: string): Promise<object> =>
    import(/* @vite-ignore */ pathToFileURL(join(HOST_FOLDER, name)).href);
  await load('json-hook.mjs');
  const [host, results, github] = await Promise.all(['host.mjs', 'results-server.mjs', 'fake-github.mjs'].map(load));
  return { ...host, ...results, ...github } as Modules;
}
