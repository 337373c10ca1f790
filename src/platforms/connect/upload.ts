import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Bundle } from '../../bundle/archive.ts';
import { type Failure, failure } from '../../errors.ts';
import { type HttpResponse, NetworkError } from '../../http.ts';
import { fileBody, multipart } from '../../multipart.ts';
import { isPassing, pauseBefore, RETRIES } from '../../retry.ts';
import { bytes } from '../../units.ts';
import type { GatewayDeps } from '../platform.ts';
import { type RemoteBundle, readBundle } from './answers.ts';
import type { Api } from './api.ts';
import type { Calls } from './calls.ts';
import { errorCode, isHtml, jsonOf, notConnect, refused, said, unreachable } from './refusal.ts';

/** After an upload without an answer: how long the server gets to show it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
/** Receiving and unpacking a large bundle may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;
/** Checksum or length differ from what was announced. */
const DAMAGED: readonly number[] = [104, 125, 126];
const STEP = 'uploading the bundle';

/** How one upload went; see `upload`. */
type Answer =
  | { readonly outcome: 'accepted'; readonly bundle: RemoteBundle }
  | { readonly outcome: 'again'; readonly failure: unknown; readonly response?: HttpResponse }
  | { readonly outcome: 'unknown'; readonly why: string };

/** MD5 of the archive as the server keeps it with the bundle (`metadata.archive_md5`). */
export async function archiveMd5(path: string): Promise<string> {
  const md5 = createHash('md5');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) md5.update(chunk);
  return md5.digest('hex');
}

/** What is to be sent: the archive, what it is marked with, and the bundles that the content had before. */
type Sending = {
  readonly bundle: Bundle;
  readonly md5: string;
  /** Goes along as a form (server 2025.12 and later); without it the archive is the body, with its checksum. */
  readonly metadata: Readonly<Record<string, string>> | undefined;
  readonly before: readonly RemoteBundle[];
};

/** Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. */
export async function upload(
  sending: Sending,
  guid: string,
  api: Api,
  calls: Calls,
  { say, clock, signal }: GatewayDeps,
): Promise<RemoteBundle> {
  const { bundle, md5 } = sending;
  const before = new Set(sending.before.map(({ id }) => id));
  const look = async (): Promise<RemoteBundle | undefined> =>
    (await api.bundles(guid))?.find(({ id, metadata }) => !before.has(id) && (metadata.archive_md5 ?? md5) === md5);

  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(sending, guid, calls, progressLines(bundle.size, say));
    if (answer.outcome === 'accepted') return answer.bundle;
    if (answer.outcome === 'again') {
      if (attempt >= RETRIES) throw answer.failure;
      const pause = pauseBefore(attempt, answer.response);
      say(`The server can't take the upload now; trying again in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
      continue;
    }
    say(`The upload has no answer (${answer.why}); looking whether the server has it.`);
    const end = clock.now() + LOOK_MS;
    let found = await look();
    while (found === undefined && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await look();
    }
    if (found) {
      say('The server has it.');
      return found;
    }
    if (attempt >= RETRIES) throw lostUpload(answer.why);
    say('The server does not have it; uploading again.');
  }
}

async function sendOnce(
  { bundle: { path, size }, md5, metadata }: Sending,
  guid: string,
  { exchange, once, server }: Calls,
  sent: (bytes: number) => void,
): Promise<Answer> {
  const form =
    metadata &&
    multipart(
      [
        { name: 'archive', filename: 'bundle.tar.gz', type: 'application/x-tar', path, size },
        { name: 'metadata', text: JSON.stringify(metadata) },
      ],
      sent,
    );
  const checksum = Buffer.from(md5, 'hex').toString('base64');
  const content = form
    ? { body: form.body, headers: { 'content-type': form.contentType } }
    : {
        body: fileBody(path, size, sent),
        headers: { 'content-type': 'application/gzip', 'x-content-checksum': checksum },
      };
  let failed: NetworkError | undefined;
  const client: typeof once = (request) =>
    once(request).catch((error: unknown) => {
      if (error instanceof NetworkError) failed = error;
      throw error;
    });
  let response: HttpResponse;
  try {
    const post = { method: 'POST', silenceMs: UPLOAD_SILENCE_MS, ...content } as const;
    response = await exchange(STEP, `v1/content/${guid}/bundles`, post, client);
  } catch (error) {
    if (failed === undefined) throw error;
    if (failed.sent) return { outcome: 'unknown', why: failed.message };
    const failure = unreachable(server, STEP, failed);
    if (isPassing(failed)) return { outcome: 'again', failure };
    throw failure;
  }
  const { status } = response;
  if (status === 429 || DAMAGED.includes(errorCode(response))) {
    return { outcome: 'again', failure: refused(server, STEP, response), response };
  }
  if (status >= 500) return { outcome: 'unknown', why: `the answer was ${status}${said(response)}` };
  if (status < 200 || status >= 300) throw refused(server, STEP, response);
  if (isHtml(response)) throw notConnect(server, STEP, response);
  const stored = readBundle(jsonOf(response));
  if (stored === undefined) return { outcome: 'unknown', why: 'the answer was cut short' };
  const { archive_md5: kept = '' } = stored.metadata;
  if (kept !== '' && kept !== md5) return { outcome: 'again', failure: differs(stored.id) };
  return { outcome: 'accepted', bundle: stored };
}

/** Says how far an upload is, each quarter of the way. */
function progressLines(size: number, say: (line: string) => void): (sent: number) => void {
  let quarter = 0;
  return (sent) => {
    const reached = Math.floor((sent / size) * 4);
    if (reached <= quarter) return;
    quarter = reached;
    say(`Uploaded ${bytes(sent)} of ${bytes(size)} (${quarter * 25} %).`);
  };
}

const differs = (id: string): Failure =>
  failure(
    'upload-damaged',
    `The server has stored bundle ${id} with another checksum than was sent. It was not deployed.`,
    'Run the job again; if it stays so, look for a proxy that changes uploads.',
  );

/** The server answered nothing usable, and shows nothing of the upload. */
const lostUpload = (why: string): Failure =>
  failure(
    'upload-lost',
    `The upload got no usable answer (${why}), and the server shows no new bundle.`,
    'Check that the server runs and has room, and run the job again.',
  );
