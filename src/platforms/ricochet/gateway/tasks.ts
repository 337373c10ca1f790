import { Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { lingering } from '../../../ports/clock.ts';
import { pauseBefore, RETRIES } from '../../../ports/http/retry.ts';
import type { GatewayDeps, Invocation, Item, Progress, Tasks } from '../../platform.ts';
import type { TaskApi } from '../api/task-api.ts';
import type { Items } from './items.ts';

const OUTCOMES: Readonly<Record<string, Progress>> = {
  pending: { state: 'running' },
  success: { state: 'live' },
  failure: {
    state: 'failed',
    message: 'The task has failed',
    remedy: 'Read the log, and what the page of the task says.',
  },
  cancelled: {
    state: 'failed',
    message: 'Somebody stopped the run on the server',
    remedy: 'Run the job again if that was not meant.',
  },
};

/** After a start without an answer: how long the server gets to show the run. */
const LOOK_MS = 5_000;
const LOOK_EVERY_MS = 500;
/** The server checks the environment before it starts anything: a run takes longer than a moment. */
const SHORTEST_RUN_MS = 3_000;
/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;

/** `[2026-10-09T13:48:06.643970Z stdout] ` in front of each line (as ricochet's own client shows it). */
const STAMP = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z \w+\] ?/gm;

export function createTasks(items: Items, api: TaskApi, deps: GatewayDeps): Tasks {
  const { say, clock, signal } = deps;
  /** Runs whose status the server has told once. */
  const told = new Set<string>();

  /** The runs that were not there before; `undefined` where this server does not list them. */
  const look = async (item: Item, before: ReadonlySet<string>) => {
    const active = await missing(api.active(item.id));
    return active?.filter((run) => !before.has(run));
  };

  /** The run that a start without an answer has made. Throws when there may be one that can't be seen. */
  const findStarted = async (item: Item, before: ReadonlySet<string> | undefined, why: string, sentAt: number) => {
    say(`The start has no answer (${why}); looking whether the task runs.`);
    const end = clock.now() + LOOK_MS;
    let found = before && (await look(item, before));
    const isEarly = clock.now() - sentAt < SHORTEST_RUN_MS;
    while (before && found?.length === 0 && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await look(item, before);
    }
    if (found === undefined || (found.length === 0 && !isEarly) || found.length > 1) {
      throw lostStart(item, why, found ?? []);
    }
    return found[0];
  };

  const start = async (item: Item, params: object | undefined): Promise<string> => {
    const active = await missing(api.active(item.id));
    const before = active && new Set(active);
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      const sentAt = clock.now();
      const answer = await api.start(item.id, params, lingering(signal, LINGER_MS));
      if (answer.outcome === 'accepted') return answer.id;
      if (answer.outcome === 'again') {
        if (attempt >= RETRIES) throw answer.failure;
        const pause = pauseBefore(attempt, answer.response);
        say(`The server can't start the task now; trying again in ${(pause / 1000).toFixed(1)} s.`);
        await clock.sleep(pause, signal);
        continue;
      }
      const found = await findStarted(item, before, answer.why, sentAt);
      if (found !== undefined) {
        say('The server has started it.');
        return found;
      }
      if (attempt >= RETRIES) throw lostStart(item, answer.why, []);
      say('The server has not started it; starting it again.');
    }
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

    progress: async ({ id, item }) => {
      const status = told.has(id) ? await api.status(item.id, id) : await missing(api.status(item.id, id));
      if (status === undefined) return { state: 'untold' };
      told.add(id);
      return OUTCOMES[status] ?? { state: 'running' };
    },

    log: async ({ id }, isOver) => (await api.log(id, isOver))?.replace(STAMP, ''),
    stop: ({ id, item }, within) => api.stop(item.id, id, within),
  };
}

/** Older servers do not have every call: `undefined` for what is not found. */
const missing = <T>(asking: Promise<T>): Promise<T | undefined> =>
  asking.catch((error: unknown) => {
    if (error instanceof Failure && error.findings.every(({ code }) => code === 'not-found')) return undefined;
    throw error;
  });

const lostStart = (item: Item, why: string, found: readonly string[]): Failure =>
  failure(
    'start-unknown',
    found.length > 1
      ? `The start had no usable answer (${why}), and several runs have begun since: ${found.join(', ')}. Which one is this job's can't be told.`
      : `The start had no usable answer (${why}), and the server shows no run under way. Whether the task has run can't be told, so it was not started again.`,
    `Look at ${item.consoleUrl}, and run the job again if the task has not run.`,
  );
