import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Bundle } from '../../../bundle/archive.ts';
import { type Failure, failure } from '../../../findings/finding.ts';
import { fileBody, multipart } from '../../../ports/http/multipart.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { lostUpload, progressLines, uploadOnce } from '../../shared/upload.ts';
import type { ConnectApi } from '../api/api.ts';
import type { RemoteBundle } from '../api/values.ts';

/** Receiving and unpacking a large bundle may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;

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
  deps: GatewayDeps,
): Promise<RemoteBundle> {
  const { bundle, md5 } = sending;
  const before = new Set(sending.before.map(({ id }) => id));
  const isOurs = ({ id, metadata }: RemoteBundle) => !before.has(id) && (metadata.archive_md5 ?? md5) === md5;
  // Of two that are the same, either will do.
  const look = async () => ((await api.bundles(guid)) ?? []).filter(isOurs).slice(0, 1);

  const send = async (limitMs: number): Promise<Attempt<RemoteBundle>> => {
    const form = formOf(sending, progressLines(bundle.size, deps.say));
    const stored = await api.upload(guid, { ...form, silenceMs: UPLOAD_SILENCE_MS, limitMs });
    if (stored.outcome !== 'accepted') return stored;
    const { id, metadata } = stored.taken;
    const { archive_md5: kept = '' } = metadata;
    return kept === '' || kept === md5 ? stored : { outcome: 'again', failure: differs(id) };
  };
  return uploadOnce(bundle, send, { look, lost: (why) => lostUpload(why, 'bundle') }, deps);
}

function formOf({ bundle: { path, size }, md5, metadata }: Sending, sent: (bytes: number) => void) {
  if (metadata === undefined) {
    const checksum = Buffer.from(md5, 'hex').toString('base64');
    const headers = { 'content-type': 'application/gzip', 'x-content-checksum': checksum };
    return { body: fileBody(path, size, sent), headers };
  }
  const { body, contentType } = multipart(
    [
      { name: 'archive', filename: 'bundle.tar.gz', type: 'application/x-tar', path, size },
      { name: 'metadata', text: JSON.stringify(metadata) },
    ],
    sent,
  );
  return { body, headers: { 'content-type': contentType } };
}

const differs = (id: string): Failure =>
  failure(
    'upload-damaged',
    `The server has stored bundle ${id} with another checksum than was sent. It was not deployed.`,
    'Run the job again; if it happens again, check for a proxy that changes uploads.',
  );
