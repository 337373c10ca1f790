import { createJsonClient } from '../../ports/http/client.ts';
import type { Http, HttpRequest } from '../../ports/http/http.ts';
import { rowsOf } from '../../ports/http/json.ts';
import type { LocateDeps } from '../gateway.ts';
import { createRefusals, type RefusalWords, unreadableRow } from './refusals.ts';

/** Careful calls of a platform's server, whose refusals are reported in the platform's words. `http` sends once. */
export function createPlatformClient(
  server: string,
  words: RefusalWords,
  http: Http,
  deps: Pick<LocateDeps, 'clock' | 'say'>,
) {
  const refusals = createRefusals(server, words);
  const json = createJsonClient(http, refusals, deps);

  /** A list without its gaps. Throws when it has any: from the other rows nobody knows whether something is there, or is missing. */
  const whole = <T>(step: string, rows: readonly (T | undefined)[]): T[] => {
    const gap = rows.indexOf(undefined);
    if (gap >= 0) throw unreadableRow(server, step, gap + 1, rows.length);
    return rows.filter((row) => row !== undefined);
  };

  return {
    ...{ server, refusals, whole },
    ...json,
    /** A list, of which every row has to be understood. */
    list: async <T>(step: string, request: HttpRequest, from: (row: unknown) => T | undefined): Promise<T[]> =>
      whole(step, await json.get(step, request, (value) => rowsOf(value, from))),
  };
}
