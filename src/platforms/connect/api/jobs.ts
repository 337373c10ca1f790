import { type HttpRequest, type HttpResponse, REQUEST_LIMIT_MS } from '../../../ports/http/http.ts';
import { at } from '../../../project/files/values.ts';
import type { Attempt, Once } from '../../shared/once.ts';
import { jsonOf } from '../../shared/responses.ts';
import type { ConnectClient } from './client.ts';
import { errorCode } from './refusals.ts';
import { type Job, readJob, readRows, readTask, readTaskId, type Task } from './values.ts';

/** Connect's REST API (its API reference, "tasks", "jobs"): what concerns things that run. */
export type Runs = ReturnType<typeof createRuns>;

/** A cluster whose nodes are not kept apart may need a few tries to lead back to the node that runs the task. */
const LOST_TRIES = 3;

const RENDER = 'starting to render';

type TaskLimits = Pick<HttpRequest, 'signal' | 'limitMs'>;

export function createRuns({ exchange, isSuccess, send, sendOnce, get }: ConnectClient) {
  const readText = async (step: string, path: string): Promise<string> => {
    const response = await exchange(step, path, { method: 'GET' });
    return isSuccess(response) ? response.text : '';
  };

  return {
    /** The task with its lines from `first` on, after `wait` seconds or as soon as it has ended. */
    task: async (id: string, first: number, wait: number, limits: TaskLimits = {}): Promise<Task> => {
      let lost = 0;
      // A server that holds its answer back as long as it may would come too late.
      const within = Math.max(0, Math.floor((limits.limitMs ?? REQUEST_LIMIT_MS) / 1_000) - 1);
      const read = () =>
        get<Task | 'lost'>(
          'asking how the task goes',
          `v1/tasks/${id}?first=${first}&wait=${Math.min(wait, within)}`,
          readTask,
          (response) =>
            response.status === 404 && errorCode(response) === 141 && ++lost < LOST_TRIES ? 'lost' : undefined,
          limits,
        );
      let task = await read();
      while (task === 'lost') task = await read();
      return task;
    },

    /** Newest first. */
    jobs: async (guid: string, signal?: AbortSignal): Promise<readonly Job[]> => {
      const read = (value: unknown) => readRows(value, readJob);
      const jobs = await get('listing the jobs', `v1/content/${guid}/jobs`, read, undefined, signal && { signal });
      return [...jobs].sort((a, b) => (a.started < b.started ? 1 : -1));
    },
    job: (guid: string, key: string, limits: TaskLimits): Promise<Job> =>
      get('asking how the job goes', `v1/content/${guid}/jobs/${key}`, readJob, undefined, limits),
    /** All that a job has printed so far, a line each. */
    jobLog: (guid: string, key: string): Promise<readonly string[]> =>
      get(
        'reading the log of the job',
        `v1/content/${guid}/jobs/${key}/log`,
        (value) => readRows(at(value, 'entries'), (row) => String(at(row, 'data') ?? '')),
        () => [],
      ),
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

    /**
     * Renders again, without a second try: who lost the answer looks at the jobs first. By the call that the reference of 2026.04
     * names (its place is unverified) unless the server is known to lack it, else by the way before that: content has variants, of
     * which the default one is what people see (Posit's SDK, variants.py).
     */
    render: async (guid: string, hasCall: boolean, signal: AbortSignal): Promise<Attempt<string>> => {
      const post = { method: 'POST', signal } as const;
      const isLacking = ({ status }: HttpResponse) => status === 404 || status === 405;
      const begun = hasCall ? await sendOnce(RENDER, `v1/content/${guid}/render`, post, isLacking) : undefined;
      const lacks = begun?.outcome === 'again' && begun.response !== undefined && isLacking(begun.response);
      if (begun !== undefined && !lacks) return readBegun(begun);
      const variant = await get(RENDER, `applications/${guid}/variants`, readVariant);
      return readBegun(await sendOnce(RENDER, `variants/${variant}/render`, post));
    },
  };
}

function readBegun(sent: Once): Attempt<string> {
  if (sent.outcome !== 'answered') return sent;
  const id = readTaskId(jsonOf(sent.response));
  return id === undefined
    ? { outcome: 'unknown', why: 'the answer was cut short' }
    : { outcome: 'accepted', taken: id };
}

/** The id of the default variant. */
function readVariant(value: unknown): string | undefined {
  const rows = readRows(value, (row) => {
    const id = String(at(row, 'id') ?? '');
    return /^\d+$/.test(id) ? { id, isDefault: at(row, 'is_default') === true } : undefined;
  });
  return (rows?.find(({ isDefault }) => isDefault) ?? rows?.[0])?.id;
}
