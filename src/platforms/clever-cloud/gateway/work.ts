import { Failure, type Finding } from '../../../findings/finding.ts';
import type { Gateway, Left, Progress, Release } from '../../gateway.ts';
import { createApi } from '../api/api.ts';
import type { App } from '../api/values.ts';
import { consoleUrl } from './apps.ts';
import type { Bench, Delivered } from './delivery.ts';
import { apiWithin, createDeployment, type Deployment } from './deployment.ts';
import type { Variables } from './variables.ts';

/** The app as it was before, its variables, and the deployment of the commit. */
type Last = { readonly app: App; readonly variables: Variables; readonly deployment: Deployment };

/** What this run has begun last: followed to its end, or given up. */
export type Work = ReturnType<typeof createWork>;

export function createWork(bench: Bench) {
  const { api, access, deps } = bench;
  let last: Last | undefined;
  return {
    last: () => last,
    /** `forVariables`: what else has to be done for a variable to get to the app. */
    begin: async ({ app, variables, begun }: Omit<Delivered, 'changes'>, forVariables = ''): Promise<Release> => {
      last = { app, variables, deployment: createDeployment({ ...begun, forVariables }, app, api, deps) };
      return releaseOf(app, begun.commit, bench);
    },
    progress: async (withinMs: number): Promise<Progress> => {
      if (last === undefined) return { state: 'running' };
      const progress = await last.deployment.progress(apiWithin(withinMs, access, deps));
      return progress.state === 'failed' ? withLeft(progress, await last.variables.putBack()) : progress;
    },
    cancel: async (commit: string, within: AbortSignal): ReturnType<NonNullable<Gateway['cancel']>> =>
      last && leave(last, commit, within, bench),
  };
}

/** Releases are named by their commits. */
export const releaseOf = async (app: App, commit: string, { apps }: Bench): Promise<Release> => ({
  ...{ id: commit, item: await apps.toItem(app), logUrl: consoleUrl(app) },
});

/** Gives up a deployment: it is cancelled where it is under way, and its variables are taken back. */
async function leave(
  { deployment, variables }: Last,
  commit: string,
  within: AbortSignal,
  { access, deps }: Bench,
): Promise<Left | undefined> {
  const through = createApi(access, { ...deps, signal: within });
  const state = await deployment.cancel(through).catch((error: unknown) => {
    if (error instanceof Failure || within.aborted) return 'unknown' as const;
    throw error;
  });
  if (state === 'cancelled' || state === 'over') {
    const how = state === 'cancelled' ? 'was cancelled on Clever Cloud' : 'has ended';
    const told = `The deployment of commit ${commit} ${how}. The previous release stays live.`;
    return { told, findings: await variables.putBack(through) };
  }
  if (state === 'live') return { told: `Commit ${commit} is live.`, findings: [] };
  return { told: `Commit ${commit} is pushed, and its deployment goes on, on Clever Cloud.`, findings: [] };
}

/** A failed release along with what it leaves behind. */
const withLeft = (progress: Extract<Progress, { state: 'failed' }>, left: readonly Finding[]): Progress => ({
  ...progress,
  remedy: [progress.remedy, ...left.map(({ message }) => message)].join(' '),
});
