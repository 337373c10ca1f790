import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { lingering } from '../../../ports/clock.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import { failed, type GatewayDeps, type Invocation, type Item, type Progress, type Tasks } from '../../gateway.ts';
import { unless } from '../../shared/refusals.ts';
import type { TaskApi } from '../api/task-api.ts';
import type { Items } from './items.ts';
import { progressOf } from './status.ts';

const OUTCOMES: Readonly<Record<string, Progress>> = {
  pending: { state: 'running' },
  success: { state: 'live' },
  failure: failed('The task has failed', 'Fix what its log names, deploy the task, and run the job again.'),
  cancelled: failed(
    'The run was stopped on the server, by somebody or by its time limit (an hour, unless the server says otherwise)',
    'Run the job again; a task that takes longer needs max_duration under [schedule] in _ricochet.toml.',
  ),
};

/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;

/** `[2026-10-09T13:48:06.643970Z stdout] ` in front of each line (as ricochet's own client shows it). */
const STAMP = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z \w+\] ?/gm;

export function createTasks(items: Items, api: TaskApi, deps: GatewayDeps): Tasks {
  const { signal } = deps;
  /** Runs whose status the server has told once. */
  const told = new Set<string>();

  const start = async (item: Item, params: object | undefined): Promise<string> => {
    const active = await missing(api.active(item.id));
    return takeOnce(
      {
        noun: 'start',
        send: () => api.start(item.id, params, lingering(signal, LINGER_MS)),
        // Older servers do not list the runs under way.
        look: active && (async () => (await api.active(item.id)).filter((run) => !active.includes(run))),
        lost: (why, found) => lostStart(item, why, found),
      },
      deps,
    );
  };

  return {
    start: async (item, params): Promise<Invocation> => {
      // Types of other languages are left to the server, which refuses what it can't run.
      if ((await items.kind(item.id)) === 'app') {
        throw failure(
          'not-a-task',
          `'${quote(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`,
          "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.",
        );
      }
      // ricochet publishes no address for the page of a single run.
      return { id: await start(item, params), item, logUrl: item.consoleUrl };
    },

    progress: async ({ id, item }, withinMs) => {
      const asking = api.status(item.id, id, withinMs);
      const status = told.has(id) ? await asking : await missing(asking);
      if (status === undefined) return { state: 'untold' };
      told.add(id);
      return progressOf(OUTCOMES, status, 'run');
    },

    log: async ({ id }, isOver) => (await api.log(id, isOver))?.replace(STAMP, ''),
    stop: ({ id, item }, within) => api.stop(item.id, id, within),
  };
}

/** Older servers do not have every call: `undefined` for what is not found. */
const missing = <T>(asking: Promise<T>): Promise<T | undefined> => unless('not-found', asking);

const lostStart = (item: Item, why: string, found: readonly string[]): Failure =>
  failure(
    'start-unknown',
    found.length > 1
      ? `The start got no usable response (${why}), and several runs have begun since: ${found.join(', ')}. It is not clear which one is this job's.`
      : `The start got no usable response (${why}), and the server shows no run under way. It is not known whether the task ran, so it was not started again.`,
    `Check ${item.consoleUrl}, and run the job again if the task did not run.`,
  );
