import { type HttpRequest, type HttpResponse, REQUEST_LIMIT_MS } from '../../../ports/http/http.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { at } from '../../../project/files/values.ts';
import type { ConnectClient } from './client.ts';
import { errorCode } from './refusals.ts';
import { readRows, readTask, readTaskId, type Task } from './values.ts';

/** A cluster whose nodes are not kept apart may need a few tries to lead back to the node that runs the task. */
const LOST_TRIES = 3;
/** The node that answers does not know the task. */
const TASK_LOST = 141;

const RENDER = 'starting to render';

export type TaskLimits = Pick<HttpRequest, 'signal' | 'limitMs'>;

/** What the server does in the background (Connect's API reference, "tasks"). */
export function createTaskApi({ request, get, find, sendOnce }: ConnectClient) {
  return {
    /** The task with its lines from `first` on, after `wait` seconds or as soon as it has ended. */
    task: async (id: string, first: number, wait: number, limits: TaskLimits = {}): Promise<Task> => {
      // A server that holds its answer back as long as it may would come too late.
      const within = Math.max(0, Math.floor((limits.limitMs ?? REQUEST_LIMIT_MS) / 1_000) - 1);
      const path = `v1/tasks/${id}?first=${first}&wait=${Math.min(wait, within)}`;
      let lost = 0;
      const isLost = (response: HttpResponse) =>
        response.status === 404 && errorCode(response) === TASK_LOST && ++lost < LOST_TRIES;
      for (;;) {
        const task = await find('asking how the task goes', request('GET', path, limits), readTask, isLost);
        if (task !== undefined) return task;
      }
    },

    /**
     * Renders again, without a second try: who lost the answer looks at the jobs first. By the call that the reference of 2026.04
     * names (its place is unverified) unless the server is known to lack it, else by the way before that: content has variants, of
     * which the default one is what people see (Posit's SDK, variants.py).
     */
    render: async (guid: string, hasCall: boolean, signal: AbortSignal): Promise<Attempt<string>> => {
      const post = (path: string) => request('POST', path, { signal });
      if (hasCall) {
        const path = `v1/content/${guid}/render`;
        const begun = await sendOnce<string | undefined>(RENDER, post(path), readTaskId, lacking);
        if (begun.outcome !== 'accepted') return begun;
        if (begun.taken !== undefined) return { ...begun, taken: begun.taken };
      }
      const variant = await get(RENDER, request('GET', `applications/${guid}/variants`), readVariant);
      return sendOnce(RENDER, post(`variants/${variant}/render`), readTaskId);
    },
  };
}

/** The server has no such call. */
const lacking = ({ status }: HttpResponse): Attempt<undefined> | undefined =>
  status === 404 || status === 405 ? { outcome: 'accepted', taken: undefined } : undefined;

/** The id of the default variant. */
function readVariant(value: unknown): string | undefined {
  const rows = readRows(value, (row) => {
    const id = String(at(row, 'id') ?? '');
    return /^\d+$/.test(id) ? { id, isDefault: at(row, 'is_default') === true } : undefined;
  });
  return (rows?.find(({ isDefault }) => isDefault) ?? rows?.[0])?.id;
}
