import { gunzipSync } from 'node:zlib';
import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { isHtml } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { getFollowing } from '../../../ports/http/redirects.ts';
import { isPassing } from '../../../ports/http/retry.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { lostUpload, progressLines, uploadOnce } from '../../shared/upload.ts';
import { WORDS } from '../api/refusals.ts';
import type { Commit } from './objects.ts';
import { type Pack, packUpload } from './pack.ts';
import { pushCommand, type Report, readAdvertisement, readReport } from './receive-pack.ts';

/** The git repository of an app, at the address that the API gives: `https://push-…/app_….git`. */
export type RemoteAccess = { readonly url: string; readonly token: string; readonly secret: string };

/** How a push ended: `moved` when the branch was not where it was thought to be, and nothing has changed. */
type Pushed = 'pushed' | 'moved';

export type Remote = {
  /** The commit of the branch that is deployed; `undefined` in an empty repository. */
  head(): Promise<string | undefined>;
  /**
   * Moves the branch from `old` to `commit`, whose tree is the one of `pack`; without `old`, creates it. An answer that does not
   * come, or says nothing, is never taken for either: the branch is looked up.
   * Throws a `Failure` when the server refuses, with its reason.
   */
  push(pack: Pack, commit: Commit, old: string | undefined): Promise<Pushed>;
};

const READING = 'reading the app’s git repository';
const PUSHING = 'pushing the bundle';

/** The server may be silent while it unpacks a large bundle. */
const PUSH_SILENCE_MS = 600_000;

/** Answers of a push are short; hooks that print more than this are cut off, and the branch is looked up. */
const MOST_BYTES = 8_000_000;

/** Speaks git's smart protocol (git's documentation, gitprotocol-http) with one repository. */
export function createRemote({ url, token, secret }: RemoteAccess, deps: GatewayDeps): Remote {
  const { http, signal, say, quoted } = deps;
  const headers = { authorization: `Basic ${Buffer.from(`${token}:${secret}`).toString('base64')}` };
  const isSameServer = ({ origin }: URL) => origin === new URL(url).origin;
  const following: Http = (request) => getFollowing(http, request, isSameServer);
  const { read, refusals } = createPlatformClient(url, WORDS, following, deps);

  const advertisement = () => {
    const sending = { method: 'GET', url: `${url}/info/refs?service=git-receive-pack`, headers, signal } as const;
    return read(READING, sending, (response) => {
      const found = readAdvertisement(bodyOf(response));
      if (found?.state === 'refused') throw pushRefused(READING, found.reason, []);
      return found && supported(found);
    });
  };

  const push: Remote['push'] = async (pack, commit, old) => {
    const { capabilities, head } = await advertisement();
    if (head !== old) return head === commit.id ? 'pushed' : 'moved';
    const hasBands = capabilities.has('side-band-64k');
    const peek = async (): Promise<Pushed | undefined> => {
      const now = (await advertisement()).head;
      if (now === commit.id) return 'pushed';
      return now === old ? undefined : 'moved';
    };
    const send = async (limitMs: number): Promise<Attempt<Pushed>> => {
      const sent = await sendOnce(pack, commit, pushCommand(old, commit.id, capabilities), limitMs);
      if ('outcome' in sent) return sent;
      const report = readReport(bodyOf(sent), hasBands);
      if (report.messages.length > 0) quoted(report.messages.map((line) => `remote: ${line}`).join('\n'));
      return judge(report, peek);
    };
    const look = async (): Promise<Pushed[]> => await peek().then((found) => (found ? [found] : []));
    return uploadOnce(pack, send, { look, lost: (why) => lostUpload(why, 'commit') }, deps);
  };

  /** Sends the pack one time; throws when the server refused for good. */
  const sendOnce = async (
    pack: Pack,
    commit: Commit,
    command: Buffer,
    limitMs: number,
  ): Promise<HttpResponse | Attempt<Pushed>> => {
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

  return { head: async () => (await advertisement()).head, push };
}

/** A refusal is one only if the branch has not moved: git's words for a branch that somebody else has moved are many. */
async function judge(
  { outcome, reason, messages }: Report,
  look: () => Promise<Pushed | undefined>,
): Promise<Attempt<Pushed>> {
  if (outcome === 'ok') return { outcome: 'accepted', taken: 'pushed' };
  if (outcome === 'unknown') return { outcome: 'unknown', why: reason };
  const taken = await look();
  if (taken === undefined) throw pushRefused(PUSHING, reason, messages);
  return { outcome: 'accepted', taken };
}

const pushRefused = (step: string, reason: string, messages: readonly string[]) => {
  const said = quote(messages.join(' '), 300);
  return failure(
    'push-refused',
    `Clever Cloud refused ${step}: ${quote(reason, 200)}.${said === '' ? '' : ` It said: "${said}"`}`,
    'Fix the reason that the server gives, and run the job again.',
  );
};

/** Only repositories that report how a push went, and name objects by SHA-1, can be pushed to. */
function supported<T extends { readonly capabilities: ReadonlySet<string> }>(found: T): T {
  const format = [...found.capabilities].find((word) => word.startsWith('object-format='));
  const isKnown = format === undefined || format === 'object-format=sha1';
  if (isKnown && found.capabilities.has('report-status')) return found;
  throw failure(
    'not-supported',
    `The app’s git repository ${isKnown ? 'does not report how a push went' : `has an unknown ${quote(format)}`}.`,
    'Update uv-deploy.',
  );
}

/** The bytes of an answer, which a proxy may have compressed unasked. One that can't be decompressed was cut short: nothing. */
function bodyOf({ headers, bytes }: HttpResponse): Buffer {
  if (headers['content-encoding'] !== 'gzip') return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}
