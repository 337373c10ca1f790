import { Failure } from '../../../findings/finding.ts';
import { quote, tail } from '../../../findings/text.ts';
import type { ConnectApi } from '../api/api.ts';
import type { Job } from '../api/values.ts';

/** What the server knows of why a bundle does not run: the error of its newest job, and that job's log, whose end is shown. */
export type Diagnosis = { readonly error: string; readonly log: string; readonly words: string };

const LINES = 20;
const LIMIT = 1_500;
/** Processes of one bundle whose logs are read. */
const MOST_JOBS = 4;

/** Never throws for what can't be learnt: it is asked when something else has gone wrong already. */
export async function diagnose(guid: string, bundleId: string | undefined, api: ConnectApi): Promise<Diagnosis> {
  const learnt = async <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
    asked.catch((error: unknown) => {
      if (error instanceof Failure) return otherwise;
      throw error;
    });
  const jobs = await learnt<readonly Job[]>(api.jobs(guid), []);
  const job = jobs.find((one) => one.bundleId === bundleId) ?? jobs[0];
  if (job === undefined) return { error: '', log: '', words: '' };
  const [error, words] = await Promise.all([
    learnt(api.jobError(guid, job.key), ''),
    learnt(api.jobTail(guid, job.key), ''),
  ]);
  return { error: quote(error, 300), log: tail(words, LINES, LIMIT).trim(), words };
}

/**
 * All that the processes of a bundle have printed; empty when the server does not tell. A process may go on from an earlier visit:
 * the newest job is then that of the installation.
 */
export async function printedBy(guid: string, bundleId: string | undefined, api: ConnectApi): Promise<string> {
  try {
    const own = (await api.jobs(guid)).filter((one) => one.bundleId === bundleId);
    const running = own.filter(({ running }) => running);
    const logs = (running.length > 0 ? running : own.slice(0, 1)).slice(0, MOST_JOBS);
    return (await Promise.all(logs.map(({ key }) => api.jobLog(guid, key)))).flat().join('\n');
  } catch (error) {
    if (error instanceof Failure) return '';
    throw error;
  }
}

/** The same in one text, of whatever of the content ran last; empty when the server knows nothing. */
export async function explain(guid: string, api: ConnectApi): Promise<string> {
  const { error, words } = await diagnose(guid, undefined, api);
  return [error, words].filter((text) => text !== '').join('\n');
}
