import type { Failure } from '../../../findings/finding.ts';
import type { HttpRequest, HttpResponse } from '../../../ports/http/http.ts';
import { isSuccess, jsonBody, jsonOf, rowsOf } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import type { ConnectClient } from './client.ts';
import { errorCode } from './refusals.ts';
import { type RemoteBundle, readBundle, readTaskId } from './values.ts';

/** Checksum or length differ from what was announced. */
const DAMAGED: readonly number[] = [104, 125, 126];
/** The bundle to be removed is the active one. */
const ACTIVE = 75;
/** The request has a field that the server does not know. */
const UNKNOWN_FIELD = 121;

/** What concerns the bundles of content. */
export function createBundleApi({ request, exchange, find, whole, sendOnce, refusals }: ConnectClient) {
  const { refused, unusable } = refusals;
  return {
    /** Newest first; `undefined` where this key may not list them. */
    bundles: async (guid: string): Promise<readonly RemoteBundle[] | undefined> => {
      const step = 'listing the bundles';
      const listed = await find(
        step,
        request('GET', `v1/content/${guid}/bundles`),
        (value) => rowsOf(value, readBundle),
        ({ status }) => status === 403,
      );
      return listed && whole(step, listed).sort((a, b) => Number(b.id) - Number(a.id));
    },

    /** Uploads once; throws when the server refused for good. */
    upload: (guid: string, sending: Partial<HttpRequest>): Promise<Attempt<RemoteBundle>> => {
      const step = 'uploading the bundle';
      const damaged = (response: HttpResponse, failure: Failure): Attempt<RemoteBundle> | undefined =>
        DAMAGED.includes(errorCode(response)) ? { outcome: 'again', failure, response } : undefined;
      return sendOnce(step, request('POST', `v1/content/${guid}/bundles`, sending), readBundle, damaged);
    },

    /** The active bundle stays: it was promoted meanwhile. */
    removeBundle: async (guid: string, id: string): Promise<'removed' | 'gone' | 'active'> => {
      const step = 'removing the bundle';
      const response = await exchange(step, request('DELETE', `v1/content/${guid}/bundles/${id}`));
      if (isSuccess(response)) return 'removed';
      if (response.status === 404) return 'gone';
      if (errorCode(response) === ACTIVE) return 'active';
      throw refused(step, response);
    },

    /**
     * Has a bundle built, and made the active one unless it is to be a draft: `activate` absent leaves the field out, which older
     * servers do not know. Answers the task; `undefined` when the server does not know the field. Sent again when the answer gets
     * lost: the same bundle is then built twice, to the same end.
     */
    deploy: async (guid: string, bundleId: string, activate?: false): Promise<string | undefined> => {
      const step = activate === false ? 'deploying the draft' : 'deploying the bundle';
      const body = jsonBody({ bundle_id: bundleId, ...(activate === false && { activate }) });
      const response = await exchange(step, request('POST', `v1/content/${guid}/deploy`, body));
      if (!isSuccess(response)) {
        if (activate === false && errorCode(response) === UNKNOWN_FIELD) return undefined;
        throw refused(step, response);
      }
      const task = readTaskId(jsonOf(response));
      if (task === undefined) throw unusable(step, response);
      return task;
    },
  };
}
