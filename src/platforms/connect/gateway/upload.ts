import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Bundle } from '../../../bundle/archive.ts';
import { type Failure, failure } from '../../../findings/finding.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { fileBody, multipart } from '../../../ports/http/multipart.ts';
import type { GatewayDeps } from '../../platform.ts';
import type { Attempt } from '../../shared/once.ts';
import { jsonOf } from '../../shared/responses.ts';
import { lostUpload, progressLines, uploadOnce } from '../../shared/upload.ts';
import type { ConnectApi } from '../api/api.ts';
import type { ConnectClient } from '../api/client.ts';
import { errorCode } from '../api/refusals.ts';
import { type RemoteBundle, readBundle } from '../api/values.ts';

/** Receiving and unpacking a large bundle may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;
/** Checksum or length differ from what was announced. */
const DAMAGED: readonly number[] = [104, 125, 126];

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
  api: ConnectApi,
  calls: ConnectClient,
  deps: GatewayDeps,
): Promise<RemoteBundle> {
  const { bundle, md5 } = sending;
  const before = new Set(sending.before.map(({ id }) => id));
  const isOurs = ({ id, metadata }: RemoteBundle) => !before.has(id) && (metadata.archive_md5 ?? md5) === md5;
  // Of two that are the same, either will do.
  const look = async () => ((await api.bundles(guid)) ?? []).filter(isOurs).slice(0, 1);

  const tell = () => progressLines(bundle.size, deps.say);
  const send = (limitMs: number) => sendBundle(sending, guid, calls, { sent: tell(), limitMs });
  return uploadOnce(bundle, send, { look, lost: (why) => lostUpload(why, 'bundle') }, deps);
}

async function sendBundle(
  { bundle: { path, size }, md5, metadata }: Sending,
  guid: string,
  { sendOnce }: ConnectClient,
  { sent, limitMs }: { sent(bytes: number): void; readonly limitMs: number },
): Promise<Attempt<RemoteBundle>> {
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
  const post = { method: 'POST', silenceMs: UPLOAD_SILENCE_MS, limitMs, ...content } as const;
  const isDamaged = (response: HttpResponse) => DAMAGED.includes(errorCode(response));
  const answer = await sendOnce('uploading the bundle', `v1/content/${guid}/bundles`, post, isDamaged);
  if (answer.outcome !== 'answered') return answer;
  const stored = readBundle(jsonOf(answer.response));
  if (stored === undefined) return { outcome: 'unknown', why: 'the answer was cut short' };
  const { archive_md5: kept = '' } = stored.metadata;
  if (kept !== '' && kept !== md5) return { outcome: 'again', failure: differs(stored.id) };
  return { outcome: 'accepted', taken: stored };
}

const differs = (id: string): Failure =>
  failure(
    'upload-damaged',
    `The server has stored bundle ${id} with another checksum than was sent. It was not deployed.`,
    'Run the job again; if it stays so, look for a proxy that changes uploads.',
  );
