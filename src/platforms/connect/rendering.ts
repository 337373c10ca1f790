import { failure } from '../../errors.ts';
import { quote } from '../../text.ts';
import type { Invocation, Item, Progress, Tasks } from '../platform.ts';
import type { Api } from './api.ts';
import { isRendered } from './contents.ts';
import type { Runs } from './runs.ts';

const WAIT_S = 1;

/** Rendered content can be rendered again, which is what its schedule would do; nothing else can be invoked. */
export function createTasks(api: Api, runs: Runs): Tasks {
  /** What each run has printed, and how it stands: the server hands out every line once. */
  const printed = new Map<string, string[]>();

  return {
    start: async (item: Item, params: Readonly<Record<string, unknown>> | undefined): Promise<Invocation> => {
      const content = await api.content(item.id);
      if (!isRendered(content.appMode) || content.bundleId === undefined) {
        throw failure(
          'not-a-task',
          `'${quote(item.name)}' (${item.id}) is ${quote(content.appMode)}: only documents can be rendered, and apps run by themselves.`,
          'Use mode: deploy, or invoke a rendered notebook or Quarto document.',
        );
      }
      if (params !== undefined && Object.keys(params).length > 0) {
        throw failure(
          'params-unsupported',
          'Connect renders a document without parameters: its API takes none.',
          "Leave out 'params'; what the document needs can be a variable in 'env' of its deployment.",
        );
      }
      const told = await api.supports('render');
      const begun = told === false ? undefined : await runs.render(item.id);
      const id = begun ?? (await runs.renderVariant(item.id));
      return { id, item, logUrl: `${item.consoleUrl}/logs` };
    },

    progress: async ({ id }): Promise<Progress> => {
      const lines = printed.get(id) ?? [];
      const task = await runs.task(id, lines.length, WAIT_S);
      printed.set(id, [...lines, ...task.output]);
      if (!task.finished) return { state: 'running' };
      if (!task.failed) return { state: 'live' };
      return {
        state: 'failed',
        message: `Connect could not render the document${task.error ? `: ${quote(task.error, 300)}` : ''}`,
        remedy: 'Read its log. What was rendered before stays in place.',
      };
    },

    log: async ({ id }) => (printed.get(id) ?? []).map((line) => `${line}\n`).join(''),

    /** Connect ends jobs, not tasks: the job that renders is the newest one that runs. */
    stop: async ({ item }, within = AbortSignal.timeout(STOP_MS)) => {
      const job = (await runs.jobs(item.id)).find(({ running }) => running);
      if (job) await runs.stopJob(item.id, job.key, within);
    },
  };
}

const STOP_MS = 5_000;
