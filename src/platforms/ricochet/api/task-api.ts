import { failure } from '../../../findings/finding.ts';
import { type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isHtml, jsonBody } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { at, textAt } from '../../../project/files/values.ts';
import { saidIn } from '../../shared/refusals.ts';
import type { RicochetClient } from './client.ts';
import { isBadKey } from './refusals.ts';
import { isId } from './values.ts';

/** The part of ricochet's REST API that is about the runs of tasks. */
export type TaskApi = ReturnType<typeof createTaskApi>;

/** A log that is still written has no end: what came in a second is enough, and is asked for again. */
const GROWING = { limit: 256_000, enoughMs: 1_000, silenceMs: 2_000, limitMs: 3_000 };
/** A log that is complete may be of any length; its end tells how the run went. */
const COMPLETE = { limit: 2_000_000, enoughMs: 20_000, silenceMs: 20_000, limitMs: 25_000, keep: 'end' } as const;

const STARTING = 'starting the task';

export function createTaskApi({ http, careful, request, call, get, list, sendOnce }: RicochetClient) {
  return {
    /** Starts a run, once; throws when the server refused for good. */
    start: (id: string, params: object | undefined, signal: AbortSignal): Promise<Attempt<string>> => {
      const body = jsonBody(params === undefined ? {} : { params });
      return sendOnce(STARTING, request('POST', `content/${id}/invoke`, { ...body, signal }), readRun, whyNot);
    },

    /** `pending`, `success`, `failure` or `cancelled`. */
    status: (id: string, run: string, limitMs: number): Promise<string> =>
      get('asking how the run goes', request('GET', `content/${id}/invocations/${run}`, { limitMs }), (value) =>
        isId(at(value, 'id')) ? textAt(value, 'status') : undefined,
      ),

    /** The ids of the runs that are queued or under way. */
    active: (id: string): Promise<string[]> =>
      list('listing the runs under way', request('GET', `content/${id}/invocations/active`), (row) => {
        const run = at(row, 'id') ?? at(row, 'invocation_id');
        return isId(run) ? run : undefined;
      }),

    /**
     * What the run has printed, a stamped line each; `undefined` where the server does not tell. That a run's log goes by the
     * run's id is inferred: the newest official client reads logs here, which stay open until their end.
     */
    log: async (run: string, isOver: boolean): Promise<string | undefined> => {
      const sending = request('GET', `content/logs/${run}`, isOver ? COMPLETE : GROWING);
      const response = await (isOver ? careful : http)(sending).catch((error: unknown) => {
        if (error instanceof NetworkError) return undefined;
        throw error;
      });
      return response?.status === 200 && !isHtml(response) ? response.text : undefined;
    },

    /** A run that has ended stays as it is (its API reference), so this may be sent twice. */
    stop: async (id: string, run: string, signal: AbortSignal): Promise<void> => {
      await call('stopping the run', request('POST', `content/${id}/invocations/${run}/stop`, { signal }));
    },
  };
}

const readRun = (answer: unknown): string | undefined => {
  const run = at(answer, 'invocation_id');
  return isId(run) ? run : undefined;
};

/** Throws for a refusal of the start that means another thing than in a deployment. */
function whyNot(response: HttpResponse): undefined {
  const because = `(${response.status}${saidIn(response)})`;
  if (response.status === 403 && !isBadKey(response)) {
    throw failure(
      'forbidden',
      `The task may not be started with this API key ${because}.`,
      "Only its owner, its collaborators and admins may run it: use a key of one of them as 'token', or have the owner add the key's user as a collaborator.",
    );
  }
  if (response.status === 404) {
    throw failure(
      'not-found',
      `The server does not find the task to start it ${because}.`,
      "Check 'id' and 'server', and that the server is a ricochet that runs tasks.",
    );
  }
}
