import { at } from '../../project/toml-values.ts';
import { jsonOf } from '../answer.ts';
import { type Job, readJob, readRows, readTask, readTaskId, type Task } from './answers.ts';
import type { Calls } from './calls.ts';
import { errorCode, notConnect, refused } from './refusal.ts';

/** Connect's REST API (its API reference, "tasks", "jobs"): what concerns things that run. */
export type Runs = ReturnType<typeof createRuns>;

/** A cluster whose nodes are not kept apart may need a few tries to lead back to the node that runs the task. */
const LOST_TRIES = 3;

export function createRuns({ server, exchange, isSuccess, send, get }: Calls) {
  const readId = (step: string, response: Awaited<ReturnType<typeof exchange>>): string => {
    const id = readTaskId(jsonOf(response));
    if (id === undefined) throw notConnect(server, step, response);
    return id;
  };
  const readText = async (step: string, path: string): Promise<string> => {
    const response = await exchange(step, path, { method: 'GET' });
    return isSuccess(response) ? response.text : '';
  };

  return {
    /** The task with its lines from `first` on, after `wait` seconds or as soon as it has ended. */
    task: async (id: string, first: number, wait: number): Promise<Task> => {
      let lost = 0;
      const read = () =>
        get<Task | 'lost'>(
          'asking how the deployment goes',
          `v1/tasks/${id}?first=${first}&wait=${wait}`,
          readTask,
          (response) =>
            response.status === 404 && errorCode(response) === 141 && ++lost < LOST_TRIES ? 'lost' : undefined,
        );
      let task = await read();
      while (task === 'lost') task = await read();
      return task;
    },

    /** Newest first. */
    jobs: async (guid: string): Promise<readonly Job[]> => {
      const jobs = await get('listing the jobs', `v1/content/${guid}/jobs`, (value) => readRows(value, readJob));
      return [...jobs].sort((a, b) => (a.started < b.started ? 1 : -1));
    },
    /** Why a job ended before its time; empty when it did not. */
    jobError: (guid: string, key: string): Promise<string> =>
      get(
        'reading the error of the job',
        `v1/content/${guid}/jobs/${key}/error`,
        (value) => String(at(value, 'summary') ?? ''),
        () => '',
      ),
    jobTail: (guid: string, key: string): Promise<string> =>
      readText('reading the log of the job', `v1/content/${guid}/jobs/${key}/tail`),
    stopJob: async (guid: string, key: string, signal: AbortSignal): Promise<void> => {
      await send('stopping the job', `v1/content/${guid}/jobs/${key}`, { method: 'DELETE', signal });
    },

    /** Renders again; `undefined` when the server has no such call. Its place is taken from the reference of 2026.04, unverified. */
    render: async (guid: string): Promise<string | undefined> => {
      const step = 'starting to render';
      const response = await exchange(step, `v1/content/${guid}/render`, { method: 'POST' });
      if (isSuccess(response)) return readId(step, response);
      if (response.status === 404 || response.status === 405) return undefined;
      throw refused(server, step, response);
    },
    /** The way before that: content has variants, of which the default one is what people see (Posit's SDK, variants.py). */
    renderVariant: async (guid: string): Promise<string> => {
      const step = 'starting to render';
      const variant = await get(step, `applications/${guid}/variants`, (value) => {
        const rows = readRows(value, (row) => {
          const id = String(at(row, 'id') ?? '');
          return /^\d+$/.test(id) ? { id, isDefault: at(row, 'is_default') === true } : undefined;
        });
        return (rows?.find(({ isDefault }) => isDefault) ?? rows?.[0])?.id;
      });
      return readId(step, await send(step, `variants/${variant}/render`, { method: 'POST' }));
    },
  };
}
