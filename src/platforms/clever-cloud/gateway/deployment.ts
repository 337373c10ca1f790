import { quote } from '../../../findings/text.ts';
import type { Access, GatewayDeps, Progress } from '../../gateway.ts';
import { type Api, createApi } from '../api/api.ts';
import type { App, DeploymentRow } from '../api/values.ts';
import { createLiveLog } from './live-log.ts';
import { cancelled, type Failing, failedDeployment, gone, notStarted, RUN_CANCELLED, RUN_FAILED } from './outcomes.ts';
import { type Begun, RECENT } from './push.ts';

/** How long a pushed commit may wait until its deployment is listed: that of an app which may not run never is. */
const START_MS = 300_000;

/** How often in all a deployment has to be missing from the list until it is taken for gone. */
const MISSES = 3;

/** States that are waited for. */
const UNDER_WAY = ['WIP', 'TASK_RUNNING'];

/** The API for calls that may take no longer than that. */
export const apiWithin = (withinMs: number, access: Access, deps: GatewayDeps): Api =>
  createApi(access, { ...deps, http: (request) => deps.http({ ...request, limitMs: withinMs }) });

/** The deployment of one commit, from its begin to its end. */
export type Deployment = ReturnType<typeof createDeployment>;

type Followed = Begun & Partial<Pick<Failing, 'forVariables'>>;

export function createDeployment(begun: Followed, app: App, api: Api, deps: GatewayDeps) {
  const { commit, isRun = false, forVariables = '' } = begun;
  const failing = { readFailure: deps.readFailure, forVariables };
  const { say, clock } = deps;
  const rows = createRows(begun, app);
  const log = createLiveLog(app, api, deps);
  const begunAt = clock.now();
  const unknown = new Set<string>();
  let ended: Progress | undefined;

  const judge = async (row: DeploymentRow): Promise<Progress> => {
    // The log of a run is shown by who invokes it.
    if (row.state === 'OK') {
      if (!isRun) await log.finish(row, false);
      return { state: 'live' };
    }
    if (row.state === 'FAIL') return isRun ? RUN_FAILED : failedDeployment(app, await log.finish(row, true), failing);
    if (row.state === 'CANCELLED') return isRun ? RUN_CANCELLED : cancelled(app);
    if (!isRun) log.poll(row);
    if (!UNDER_WAY.includes(row.state) && !unknown.has(row.state)) {
      unknown.add(row.state);
      say(`Deployment ${row.uuid} is in a state that uv-deploy does not know, '${quote(row.state)}': waiting on.`);
    }
    return { state: 'running' };
  };

  const ask = async (through: Api): Promise<Progress> => {
    const wasThere = rows.hasBegun();
    const row = await rows.read(through);
    if (row !== undefined) {
      if (!wasThere && !isRun) say(`Deployment ${row.uuid} has begun.`);
      return judge(row);
    }
    if (rows.isGone()) return isRun ? RUN_CANCELLED : gone(app);
    if (rows.hasBegun()) return { state: 'running' };
    if (clock.now() - begunAt < START_MS) return { state: 'starting' };
    const ahead = (await api.deployments(app, RECENT)).find(({ state }) => UNDER_WAY.includes(state));
    return notStarted(commit, { state: (await api.app(app))?.state ?? '', ahead: ahead?.uuid }, START_MS);
  };

  return {
    /** Asks `through`, which may have less time than others. Once it has ended, it is not asked again. */
    progress: async (through: Api): Promise<Progress> => {
      if (ended !== undefined) return ended;
      const progress = await ask(through);
      if (progress.state === 'live' || progress.state === 'failed') ended = progress;
      return progress;
    },
    /** Cancels it where it is under way. Answers whether it can't become live any more. */
    cancel: async (through: Api): Promise<'cancelled' | 'live' | 'over' | 'not begun'> => {
      const row = await rows.read(through);
      if (row === undefined) return rows.hasBegun() ? 'over' : 'not begun';
      if (row.state === 'OK') return 'live';
      if (['FAIL', 'CANCELLED'].includes(row.state)) return 'over';
      await through.cancel(app, row.uuid);
      return 'cancelled';
    },
  };
}

/** The deployment in the list of its app's: not yet, or not any more. The row of one that was cancelled may give way to another one. */
function createRows({ commit, uuid: started }: Begun, app: App) {
  let seen: DeploymentRow | undefined;
  let missed = 0;
  return {
    read: async (through: Api): Promise<DeploymentRow | undefined> => {
      const uuid = seen?.uuid ?? started;
      const rows = await through.deployments(app, RECENT);
      const byCommit = (action: string) => rows.find((row) => row.commit === commit && row.action === action);
      if (uuid === undefined && byCommit('CANCEL') !== undefined) missed = MISSES;
      const listed = uuid === undefined ? byCommit('DEPLOY') : rows.find((row) => row.uuid === uuid);
      const row = listed ?? (uuid === undefined ? undefined : await through.deployment(app, uuid));
      if (row === undefined && seen !== undefined) missed += 1;
      seen = row ?? seen;
      return row;
    },
    hasBegun: () => seen !== undefined,
    isGone: () => missed >= MISSES,
  };
}
