import type { Place } from '../../../findings/finding.ts';
import { duration } from '../../../findings/units.ts';
import { type Cause, causeIn as causeOfProgram } from '../../../project/failure/causes.ts';
import { lastException, lastOwnFrame, lastTraceback } from '../../../project/failure/traceback.ts';
import type { Progress } from '../../gateway.ts';
import type { App } from '../api/values.ts';
import { causeIn, tailOf } from './log.ts';
import { BLOCKED } from './refusals.ts';

/** What is live while a deployment fails. */
const staying = ({ commit }: Pick<App, 'commit'>): string =>
  commit === undefined ? 'Nothing is live yet.' : `The previous release, deployment ${commit}, stays live.`;

const again = (app: App): string => `Run the job again if that was not meant. ${staying(app)}`;

/** What a deployment is of: its files, by their paths in the bundle, each with its path in the checkout. */
export type Deployed = {
  readonly files: ReadonlyMap<string, string>;
  /** What else has to be done for a variable to get to the app. */
  readonly variables: string;
};

/** A deployment that failed; `lines` are its log, as far as it can be had. */
export function failedDeployment(app: App, lines: readonly string[], { files, variables }: Deployed): Progress {
  const [told, program] = [causeIn(lines), programIn(lines, files)];
  const { cause, raised, place, tail } = program;
  const advice = cause ? remedyOf(cause, variables) : told?.remedy;
  const details = [cause?.message ?? raised, tail && `The end of its log:\n${tail}`].filter(Boolean).join('\n');
  return {
    state: 'failed',
    message: `Clever Cloud could not deploy it${told ? `: ${told.told}` : ''}`,
    remedy: `${advice ?? 'Fix what the log names, and run the job again.'} ${staying(app)}`,
    ...(details !== '' && { details }),
    ...(place && { place }),
  };
}

type Program = {
  readonly cause: Cause | undefined;
  /** Its last exception, in a sentence. */
  readonly raised: string;
  readonly place?: Place;
  readonly tail: string;
};

/** What the app itself said before the deployment failed. The end of its log begins at the project's own line, where it names one. */
function programIn(lines: readonly string[], files: Deployed['files']): Program {
  const log = lines.join('\n');
  const traceback = lastTraceback(log);
  const cause = causeOfProgram(log);
  if (traceback === undefined) return { cause, raised: '', tail: tailOf(lines) };
  const raised = lastException(log);
  const frame = lastOwnFrame(traceback, [...files.keys()]);
  if (frame === undefined) return { cause, raised, tail: tailOf(lines) };
  const from = lines.findLastIndex((line) => line.includes(`/${frame.path}", line ${frame.line}`));
  const place = { file: files.get(frame.path), line: frame.line };
  return { cause, raised, place, tail: tailOf(lines.slice(Math.max(0, from))) };
}

const remedyOf = ({ code, remedy }: Cause, variables: string): string =>
  code === 'start-missing-variable' && variables !== '' ? `${remedy} ${variables}` : remedy;

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
  remedy: 'Fix what its log names, deploy the task, and run the job again.',
};

export const RUN_CANCELLED: Progress = {
  state: 'failed',
  message: 'Somebody cancelled the run on Clever Cloud',
  remedy: 'Run the job again if that was not meant.',
};
