import { quote } from '../../../findings/text.ts';
import { duration } from '../../../findings/units.ts';
import type { Access, GatewayDeps, Progress } from '../../gateway.ts';
import { createShownLog } from '../../shared/shown-log.ts';
import { type Api, createApi } from '../api/api.ts';
import type { App, Deployment } from '../api/values.ts';
import { consoleUrl } from './apps.ts';
import { causeIn, readLog, tailOf } from './log.ts';
import { type Begun, RECENT } from './push.ts';
import { BLOCKED } from './refusals.ts';

/** How long a pushed commit may wait until its deployment is listed: that of an app which may not run never is. */
const START_MS = 300_000;

/** How often in all a deployment has to be missing from the list until it is taken for gone. */
const MISSES = 3;

/** States that are waited for. */
const UNDER_WAY = ['WIP', 'TASK_RUNNING'];

/** The API for calls that may take no longer than that. */
export const apiWithin = (withinMs: number, access: Access, deps: GatewayDeps): Api =>
  createApi(access, { ...deps, http: (request) => deps.http({ ...request, limitMs: withinMs }) });

/** How the deployment of one commit goes. */
export type Course = ReturnType<typeof createCourse>;

export function createCourse({ commit, uuid: told, isRun = false }: Begun, app: App, api: Api, deps: GatewayDeps) {
  const { say, clock } = deps;
  const show = createShownLog(deps, consoleUrl(app));
  const begun = clock.now();
  const unknown = new Set<string>();
  let seen: Deployment | undefined;
  let missed = 0;
  let ended: Progress | undefined;

  /** The deployment as it is listed: not yet, or not any more. The row of one that was cancelled may be taken away for another one. */
  const look = async (through: Api): Promise<Deployment | undefined> => {
    const uuid = seen?.uuid ?? told;
    const rows = await through.deployments(app, RECENT);
    const byCommit = (action: string) => rows.find((row) => row.commit === commit && row.action === action);
    if (uuid === undefined && byCommit('CANCEL') !== undefined) missed = MISSES;
    const listed = uuid === undefined ? byCommit('DEPLOY') : rows.find((row) => row.uuid === uuid);
    const row = listed ?? (uuid === undefined ? undefined : await through.deployment(app, uuid));
    if (row !== undefined && seen === undefined && !isRun) say(`Deployment ${row.uuid} has begun.`);
    if (row === undefined && seen !== undefined) missed += 1;
    seen = row ?? seen;
    return row;
  };

  const notStarted = async (): Promise<Progress> => {
    const { state = '' } = (await api.app(app)) ?? {};
    const why = BLOCKED[state] ?? 'it waits behind a deployment or a task, or the organisation has no credit left';
    return {
      state: 'failed',
      message: `No deployment of commit ${commit} has begun within ${duration(START_MS)}: ${why}`,
      remedy: 'Look at the activity of the app in the console, and run the job again.',
    };
  };

  const failed = async (deployment: Deployment): Promise<Progress> => {
    if (isRun) return RUN_FAILED;
    const lines = await readLog(app, deployment, api);
    show(lines);
    const [cause, tail] = [causeIn(lines), tailOf(lines)];
    return {
      state: 'failed',
      message: `Clever Cloud could not deploy it${cause && `: ${cause}`}`,
      remedy: 'Correct what the log names, and run the job again. The release before stays in place.',
      ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
    };
  };

  const judge = async (row: Deployment): Promise<Progress> => {
    if (row.state === 'OK') {
      if (!isRun) show(await readLog(app, row, api));
      return { state: 'live' };
    }
    if (row.state === 'FAIL') return failed(row);
    if (row.state === 'CANCELLED') return isRun ? RUN_CANCELLED : CANCELLED;
    if (!UNDER_WAY.includes(row.state) && !unknown.has(row.state)) {
      unknown.add(row.state);
      say(`Deployment ${row.uuid} is in a state that uv-deploy does not know, '${quote(row.state)}': waiting on.`);
    }
    return { state: 'running' };
  };

  const ask = async (through: Api): Promise<Progress> => {
    const row = await look(through);
    if (row !== undefined) return judge(row);
    if (missed >= MISSES) return isRun ? RUN_CANCELLED : GONE;
    if (seen !== undefined) return { state: 'running' };
    return clock.now() - begun < START_MS ? { state: 'starting' } : notStarted();
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
      const row = await look(through);
      if (row === undefined) return seen === undefined ? 'not begun' : 'over';
      if (row.state === 'OK') return 'live';
      if (['FAIL', 'CANCELLED'].includes(row.state)) return 'over';
      await through.cancel(app, row.uuid);
      return 'cancelled';
    },
  };
}

const RUN_FAILED: Progress = {
  state: 'failed',
  message: 'The task has failed',
  remedy: 'Read its log.',
};

const RUN_CANCELLED: Progress = {
  state: 'failed',
  message: 'Somebody cancelled the run on Clever Cloud',
  remedy: 'Run the job again if that was not meant.',
};

const CANCELLED: Progress = {
  state: 'failed',
  message: 'Somebody cancelled the deployment on Clever Cloud',
  remedy: 'Run the job again if that was not meant. The release before stays in place.',
};

const GONE: Progress = {
  state: 'failed',
  message: 'Clever Cloud does not list the deployment any more: it was cancelled',
  remedy: 'Run the job again if that was not meant. The release before stays in place.',
};
