import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Call } from '../host/listener.ts';
import { readForm } from '../host/multipart.ts';
import { Refusal } from '../host/refusal.ts';
import { unpack } from '../host/unpack.ts';
import type { Bundle } from './bundles.ts';
import type { Item } from './items.ts';
import { manifestIn, rootOf } from './manifest.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';

/** A bundle on disk that nothing is known of yet. */
type Received = {
  readonly path: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** The MD5 in base64 that its sender says it has. */
  readonly checksum?: string | undefined;
};

const LIMITS = { entries: 100_000, bytes: 2 * 1024 ** 3 };

const tooLarge = (): Refusal => new Refusal(413, 'Request Entity Too Large');

/** The gzip bytes are the body. A client may give its length, or send it in chunks. */
const receiveRaw = async ({ body, request }: Call, path: string, maxBytes: number): Promise<void> => {
  const { 'content-length': length } = request.headers;
  if (length === '0') throw new Rejection(125, 'The Content-Length header must be greater than zero.');
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else done(); // read to the end, so that the sender hears the answer
    },
  });
  await pipeline(body, limit, createWriteStream(path)).catch((error: Error) => {
    throw new Rejection(134, `The bundle could not be written: ${error.message}`);
  });
  if (bytes > maxBytes) throw tooLarge();
  if (length !== undefined && Number(length) !== bytes) {
    throw new Rejection(126, 'The Content-Length header does not match the size of the bundle.');
  }
};

const readMetadata = (text: string | undefined): Record<string, string> => {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    const entries = Object.entries(parsed as Record<string, unknown>);
    if (entries.every(([, value]) => typeof value === 'string')) return parsed as Record<string, string>;
  } catch {
    // said below
  }
  throw new Rejection(121, 'The part `metadata` must be a JSON object of strings.');
};

/** @throws Rejection (121, 125, 126, 134) or Refusal (413) */
const receive = async (call: Call, paths: () => string, { configuration, gates }: Parts): Promise<Received> => {
  const { maxBundleSize } = configuration;
  const { 'content-type': type = '', 'x-content-checksum': checksum } = call.request.headers;
  let path = paths();
  let metadata: Record<string, string> = {};
  // Servers before that feature take the form for the bundle itself.
  if (type.startsWith('multipart/form-data') && gates.has('metadata')) {
    const { files, texts } = await readForm(call, paths, maxBundleSize);
    const archive = files.get('archive');
    if (archive === undefined) throw new Rejection(121, 'The part `archive` is missing.');
    if (archive.tooLarge) throw tooLarge();
    path = archive.path;
    const file = files.get('metadata'); // where it was sent with a file name
    metadata = readMetadata(file === undefined ? texts.get('metadata') : await readFile(file.path, 'utf8'));
  } else await receiveRaw(call, path, maxBundleSize);
  return { path, metadata, checksum: typeof checksum === 'string' ? checksum : undefined };
};

const digestsOf = async (path: string): Promise<{ md5: Buffer; sha1: string; size: number }> => {
  const [md5, sha1] = [createHash('md5'), createHash('sha1')];
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    md5.update(chunk);
    sha1.update(chunk);
    size += chunk.length;
  }
  return { md5: md5.digest(), sha1: sha1.digest('hex'), size };
};

/** Takes a received archive in as a bundle of the item. @throws Rejection (38, 104, 135) */
export const store = async (item: Item, received: Received, parts: Parts): Promise<Bundle> => {
  const { bundles, folders, gates } = parts;
  const { path, metadata, checksum } = received;
  const { md5, sha1, size } = await digestsOf(path);
  if (checksum !== undefined && checksum !== md5.toString('base64')) {
    throw new Rejection(104, 'The X-Content-Checksum header does not match the checksum of the bundle.');
  }
  const unpacked = folders.incoming();
  try {
    await unpack(path, unpacked, LIMITS).catch((error: Error) => {
      throw new Rejection(135, `The bundle could not be extracted: ${error.message}`);
    });
    await manifestIn(await rootOf(unpacked), gates);
  } catch (error) {
    await rm(unpacked, { recursive: true, force: true });
    throw error;
  }
  const all = { ...metadata, archive_md5: md5.toString('hex'), archive_sha1: sha1 };
  const bundle = bundles.create({ content_guid: item.guid, size, metadata: all });
  await rename(path, folders.archive(bundle.id));
  await rename(unpacked, folders.release(bundle.id));
  return bundle;
};

/** The upload of a bundle, as the body itself or as a part of a form beside its metadata. */
export const upload = async (call: Call, item: Item, parts: Parts): Promise<Bundle> => {
  if (item.repository !== undefined) {
    throw new Rejection(144, 'The content is managed by git: bundles cannot be uploaded.');
  }
  const received: string[] = [];
  const paths = (): string => {
    const path = parts.folders.incoming();
    received.push(path);
    return path;
  };
  try {
    return await store(item, await receive(call, paths, parts), parts);
  } finally {
    for (const path of received) await rm(path, { force: true });
  }
};
