import type { Access, GatewayDeps, Identity, Origin } from '../../gateway.ts';
import type { ConnectApi } from '../api/api.ts';
import type { PythonWish } from '../content/python-wish.ts';
import type { ConnectSettings } from '../content/settings.ts';
import type { Contents } from './contents.ts';

/** The content a deployment is for, and what it is to be. */
export type ContentSpec = {
  /** The GUID; empty to find it by its name. */
  readonly id: string;
  readonly name: string;
  readonly former?: Identity['former'];
  readonly title: string;
  readonly appMode: string;
  readonly settings: Pick<ConnectSettings, 'content' | 'vanityUrl'>;
  readonly python: PythonWish;
  readonly healthPaths: readonly string[];
  /** How long a draft may take until it is healthy, in milliseconds. */
  readonly healthLimitMs: number;
  /** Whether the run stays until the end: a draft is only made where somebody waits for it to be looked at. */
  readonly wait: boolean;
};

/** What the parts of a deployment share. */
export type Workbench = {
  readonly target: ContentSpec;
  readonly access: Access;
  readonly api: ConnectApi;
  readonly contents: Contents;
  readonly deps: GatewayDeps;
};

/** Under which key a bundle says what its environment was tried with. */
export const TRIAL = 'source_uv_deploy_trial';

/** What a bundle is marked with on the server: the keys that Posit's connect-actions writes, `source_repo`, and its trial. */
export const sourceOf = (
  origin: Origin,
  trial: string | undefined,
  pullRequest?: number,
): Readonly<Record<string, string>> => {
  const all = {
    source: 'github-actions',
    source_repo: origin.repository,
    source_branch: origin.branch,
    source_commit: origin.commit,
    source_github_actions_run: origin.run,
    source_pull_request: pullRequest === undefined ? '' : String(pullRequest),
    [TRIAL]: trial ?? '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
};
