import { gunzipSync } from 'node:zlib';
import type { Refusals } from '../../../ports/http/client.ts';
import { type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isHtml } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { isPassing } from '../../../ports/http/retry.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { progressLines } from '../../shared/upload.ts';
import type { Commit } from './objects.ts';
import { type Pack, packUpload } from './pack.ts';

export const PUSHING = 'pushing the bundle';

/** The server may be silent while it unpacks a large bundle. */
const PUSH_SILENCE_MS = 600_000;

/** Answers of a push are short; hooks that print more than this are cut off, and the branch is looked up. */
const MOST_BYTES = 8_000_000;

type Receiver = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly refusals: Refusals<string>;
};

/** What is sent: git's command, and the pack with the commit in it. */
type Sent = { readonly pack: Pack; readonly commit: Commit; readonly command: Uint8Array };

/** Sends a pack one time. Answers git's report, or why there is none; throws a `Failure` when the server refused for good. */
export function createSender({ url, headers, refusals }: Receiver, { http, signal, say }: GatewayDeps) {
  return async ({ pack, commit, command }: Sent, limitMs: number): Promise<HttpResponse | Attempt<never>> => {
    const body = packUpload(pack, commit, command, (sent) => progress(sent));
    const progress = progressLines(body.length, say);
    const request: HttpRequest = {
      ...{ method: 'POST', url: `${url}/git-receive-pack`, body, signal },
      ...{ silenceMs: PUSH_SILENCE_MS, limitMs, limit: MOST_BYTES },
      headers: {
        ...headers,
        'content-type': 'application/x-git-receive-pack-request',
        accept: 'application/x-git-receive-pack-result',
      },
    };
    let response: HttpResponse;
    try {
      response = await http(request);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      if (error.sent) return { outcome: 'unknown', why: error.message };
      const failure = refusals.unreachable(PUSHING, error);
      if (isPassing(error)) return { outcome: 'again', failure };
      throw failure;
    }
    const { status } = response;
    if (status === 429) return { outcome: 'again', failure: refusals.refused(PUSHING, response), response };
    if (status === 408 || status >= 500) return { outcome: 'unknown', why: `the answer was ${status}` };
    if (status !== 200) throw refusals.refused(PUSHING, response);
    // A proxy has answered in place of git; should git have had it all the same, the branch is found there at the next try.
    if (isHtml(response)) return { outcome: 'again', failure: refusals.unusable(PUSHING, response) };
    return response;
  };
}

/** The bytes of an answer, which a proxy may have compressed unasked. One that can't be decompressed was cut short: nothing. */
export function bodyOf({ headers, bytes }: HttpResponse): Buffer {
  if (headers['content-encoding'] !== 'gzip') return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}
