import { isSuccess } from '../../../ports/http/json.ts';
import { at } from '../../../project/files/values.ts';
import type { ConnectClient } from './client.ts';
import type { TaskLimits } from './tasks.ts';
import { type Job, readJob, readRows } from './values.ts';

/** The processes that the server runs for content (Connect's API reference, "jobs"). */
export function createJobApi({ request, exchange, call, get, find }: ConnectClient) {
  const path = (guid: string, key: string): string => `v1/content/${guid}/jobs/${key}`;
  return {
    /** Newest first. */
    jobs: async (guid: string, signal?: AbortSignal): Promise<readonly Job[]> => {
      const listing = request('GET', `v1/content/${guid}/jobs`, signal && { signal });
      const jobs = await get('listing the jobs', listing, (value) => readRows(value, readJob));
      return jobs.sort((a, b) => (a.started < b.started ? 1 : -1));
    },
    job: (guid: string, key: string, limits: TaskLimits): Promise<Job> =>
      get('asking how the job goes', request('GET', path(guid, key), limits), readJob),
    /** All that a job has printed so far, a line each. */
    jobLog: async (guid: string, key: string): Promise<readonly string[]> =>
      (await find(
        'reading the log of the job',
        request('GET', `${path(guid, key)}/log`),
        (value) => readRows(at(value, 'entries'), (row) => String(at(row, 'data') ?? '')),
        () => true,
      )) ?? [],
    /** Why a job ended before its time; empty when it did not. */
    jobError: async (guid: string, key: string): Promise<string> =>
      (await find(
        'reading the error of the job',
        request('GET', `${path(guid, key)}/error`),
        (value) => String(at(value, 'summary') ?? ''),
        () => true,
      )) ?? '',
    jobTail: async (guid: string, key: string): Promise<string> => {
      const response = await exchange('reading the log of the job', request('GET', `${path(guid, key)}/tail`));
      return isSuccess(response) ? response.text : '';
    },
    stopJob: async (guid: string, key: string, signal: AbortSignal): Promise<void> => {
      await call('stopping the job', request('DELETE', path(guid, key), { signal }));
    },
  };
}
