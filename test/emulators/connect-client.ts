import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { uv } from '../tools/uv.ts';
import { pack } from './client.ts';
import type { ConnectServer } from './connect/server.ts';
import { uvEnvironment } from './host/environment.ts';

type Json = Record<string, unknown>;

type TaskView = {
  readonly id: string;
  readonly output: string[];
  readonly finished: boolean;
  readonly code: number;
  readonly error: string;
  readonly last: number;
  readonly result: { type: string; data: string } | null;
};

type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };

/** A plain client of Connect's API, for the tests of the emulated server. */
export type ConnectClient = {
  call<T = Json>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** A new item; answers its GUID. */
  create(name: string, settings?: Json): Promise<string>;
  /** Sends an archive as the body; answers the bundle. */
  upload(guid: string, archive: string | Uint8Array, headers?: Record<string, string>): Promise<Answer<Json>>;
  /** A new item with a bundle, that is not deployed yet. */
  send(archive: string, name: string): Promise<{ readonly guid: string; readonly id: unknown }>;
  /** Deploys a bundle and follows its task to the end. */
  deploy(guid: string, bundleId: unknown, options?: Json): Promise<TaskView>;
  ended(taskId: unknown): Promise<TaskView>;
  /** Gets a page, with the key unless other headers are given, and without following redirects. */
  visit(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>;
};

export type ManifestOptions = {
  readonly entrypoint?: string;
  /** Replaces parts of the manifest, by their names at the top. */
  readonly manifest?: Json;
};

/** The interpreter the tests run with: the newest that the server has. */
const PYTHON = '3.11.0';

const run = promisify(execFile);

/** The requirements of a locked fixture, as a client of Connect derives them. */
export const exportRequirements = async (project: string): Promise<void> => {
  const args = ['export', '--frozen', '--no-dev', '--no-emit-project', '--no-hashes', '--no-header', '--no-annotate'];
  const { stdout } = await run(uv, [...args, '--offline', '--directory', project], { env: uvEnvironment() });
  await writeFile(join(project, 'requirements.txt'), stdout);
};

const filesOf = async (project: string): Promise<string[]> =>
  (await readdir(project, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .sort();

/** Writes the manifest of a project's folder and packs it. */
export const makeBundle = async (project: string, appmode: string, options: ManifestOptions = {}): Promise<string> => {
  const files: Record<string, { checksum: string }> = {};
  for (const path of await filesOf(project)) {
    const checksum = createHash('md5')
      .update(await readFile(join(project, path)))
      .digest('hex');
    files[path] = { checksum };
  }
  const manifest = {
    version: 1,
    locale: 'en_US.UTF-8',
    metadata: { appmode, entrypoint: options.entrypoint ?? 'app:app' },
    python: {
      version: PYTHON,
      package_manager: { name: 'uv', version: '0.9.0', package_file: 'requirements.txt', allow_uv: true },
    },
    files,
    ...options.manifest,
  };
  await writeFile(join(project, 'manifest.json'), JSON.stringify(manifest));
  return pack(project);
};

/** The status and Connect's own code of an answer. */
export const refusal = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown[]> => {
  const { status, body } = await answer;
  return [status, (body as { code?: number }).code];
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

export const createConnectClient = (server: ConnectServer, key: string = server.apiKey): ConnectClient => {
  const auth = { authorization: `Key ${key}` };
  const send = async <T>(method: string, path: string, init: RequestInit): Promise<Answer<T>> => {
    const answer = await fetch(`${server.url}/__api__${path}`, { method, ...init });
    return { status: answer.status, body: parse(await answer.text()) as T, headers: answer.headers };
  };
  const call: ConnectClient['call'] = (method, path, body, headers = {}) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return send(method, path, { headers: { ...auth, ...headers }, ...sent });
  };
  const ended = async (taskId: unknown): Promise<TaskView> => {
    const output: string[] = [];
    for (let first = 0; ; ) {
      const { body, status } = await call<TaskView>('GET', `/v1/tasks/${taskId}?first=${first}&wait=20`);
      if (status !== 200) throw new Error(`The task cannot be followed: ${status}`);
      output.push(...body.output);
      first = body.last;
      if (body.finished) return { ...body, output };
    }
  };
  const create: ConnectClient['create'] = async (name, settings = {}) => {
    const { body, status } = await call('POST', '/v1/content', { name, ...settings });
    if (status !== 200) throw new Error(`The item was not created: ${status} ${JSON.stringify(body)}`);
    return String(body.guid);
  };
  const upload: ConnectClient['upload'] = async (guid, archive, headers = {}) => {
    const body = typeof archive === 'string' ? await readFile(archive) : archive;
    const all = { ...auth, 'content-type': 'application/gzip', ...headers };
    return send('POST', `/v1/content/${guid}/bundles`, { headers: all, body: Buffer.from(body) });
  };
  return {
    call,
    create,
    ended,
    upload,
    async send(archive, name) {
      const guid = await create(name);
      const { body } = await upload(guid, archive);
      return { guid, id: body.id };
    },
    async deploy(guid, bundleId, options = {}) {
      const { body, status } = await call('POST', `/v1/content/${guid}/deploy`, { bundle_id: bundleId, ...options });
      if (status !== 202) throw new Error(`The deployment was refused: ${status} ${JSON.stringify(body)}`);
      return ended(body.task_id);
    },
    async visit(path, headers = auth) {
      const answer = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
  };
};
