import { duration } from '../../../findings/units.ts';
import type { ReadFailure } from '../../../project/failure/reading.ts';
import type { Progress } from '../../gateway.ts';
import type { App } from '../api/values.ts';
import { causeIn, tailOf } from './log.ts';
import { BLOCKED } from './refusals.ts';

/** What is live while a deployment fails. */
const staying = ({ commit }: Pick<App, 'commit'>): string =>
  commit === undefined ? 'Nothing is live yet.' : `The previous release, deployment ${commit}, stays live.`;

const again = (app: App): string => `Run the job again if that was not meant. ${staying(app)}`;

/** What a failure is understood by. */
export type Failing = {
  readonly readFailure: ReadFailure;
  /** What else has to be done for a variable to get to the app. */
  readonly forVariables: string;
};

/** A deployment that failed; `lines` are its log, as far as it can be had. */
export function failedDeployment(app: App, lines: readonly string[], { readFailure, forVariables }: Failing): Progress {
  const [told, tail] = [causeIn(lines), tailOf(lines)];
  const { raised, cause, place } = readFailure(lines.join('\n'));
  const why = told?.told ?? (place.file && raised ? `the app stopped with ${raised}` : '');
  const more = cause?.code === 'start-missing-variable' ? forVariables : '';
  const advice = [cause?.remedy ?? told?.remedy ?? 'Fix what the log names, and run the job again.', more];
  return {
    state: 'failed',
    message: `Clever Cloud could not deploy it${why && `: ${why}`}`,
    ...(cause && { why: cause.message }),
    remedy: [...advice, staying(app)].filter(Boolean).join(' '),
    place,
    ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
  };
}

/** A commit of which no deployment has begun; `state` is that of its app, and `ahead` a deployment that is under way. */
export function notStarted(
  commit: string,
  { state, ahead }: { readonly state: string; readonly ahead: string | undefined },
  limitMs: number,
): Progress {
  const queued = ahead && `it waits behind deployment ${ahead}, which is under way`;
  const why = BLOCKED[state] ?? queued ?? 'the organisation may have no credit left';
  return {
    state: 'failed',
    message: `No deployment of commit ${commit} has begun within ${duration(limitMs)}: ${why}`,
    remedy: 'Look at the activity of the app in the console, and run the job again.',
  };
}

export const cancelled = (app: App): Progress => ({
  state: 'failed',
  message: 'Somebody cancelled the deployment on Clever Cloud',
  remedy: again(app),
});

export const gone = (app: App): Progress => ({
  state: 'failed',
  message: 'Clever Cloud does not list the deployment any more: it was cancelled',
  remedy: again(app),
});

export const RUN_FAILED: Progress = {
  state: 'failed',
  message: 'The task has failed',
  remedy: 'Read its log.',
};

export const RUN_CANCELLED: Progress = {
  state: 'failed',
  message: 'Somebody cancelled the run on Clever Cloud',
  remedy: 'Run the job again if that was not meant.',
};
