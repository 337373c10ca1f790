import { constants, publicEncrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { create } from 'tar';
import type { Deployment } from './ricochet/deployments.ts';
import type { InstanceRecord } from './ricochet/instance.ts';
import type { RicochetServer } from './ricochet/server.ts';

/** A plain client of ricochet's protocol, for the tests of the emulated server. */
export type Client = {
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  upload(parts: UploadParts): Promise<{ status: number; body: Record<string, string> }>;
  /** Uploads a project folder and waits until its deployment has ended. */
  deploy(project: string, parts?: Omit<UploadParts, 'bundle'>): Promise<Deployment>;
  ended(deploymentId: string): Promise<Deployment>;
  instances(contentId: string): Promise<InstanceRecord[]>;
  encrypt(variables: Record<string, string>): Promise<Record<string, string>>;
  /** Gets a page, with the key unless it is left out, and without following redirects. */
  visit(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>;
};

type UploadParts = {
  readonly bundle?: string;
  readonly config?: string;
  readonly id?: string;
  readonly envVars?: Record<string, string>;
};

/** Polls until there is an answer. */
export const until = async <T>(ask: () => T | Promise<T>, timeoutMs = 30_000): Promise<NonNullable<T>> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Nothing came within ${timeoutMs} ms: ${ask}`);
    await sleep(25);
  }
};

/** Packs a folder as deploy clients do, without what lies at or below the paths in `leftOut`. */
export const pack = async (project: string, leftOut: readonly string[] = []): Promise<string> => {
  const file = `${project}.tar.gz`;
  const filter = (path: string): boolean =>
    !leftOut.some((name) => path === `./${name}` || path.startsWith(`./${name}/`));
  await create({ gzip: true, portable: true, file, cwd: project, filter }, ['.']);
  return file;
};

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

export const createClient = (server: RicochetServer, key: string = server.apiKey): Client => {
  const auth = { authorization: `Key ${key}` };

  const call = async <T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${server.url}/api/v0${path}`, { method, headers: auth, ...sent });
    return { status: answer.status, body: parse(await answer.text()) as T };
  };

  const upload: Client['upload'] = async ({ bundle, config, id, envVars }) => {
    const form = new FormData();
    if (bundle !== undefined) {
      form.set('bundle', new Blob([await readFile(bundle)], { type: 'application/x-tar' }), 'bundle.tar.gz');
    }
    if (id !== undefined) form.set('id', id);
    if (config !== undefined) form.set('config', new Blob([config], { type: 'application/toml' }), '_ricochet.toml');
    if (envVars !== undefined) form.set('env_vars', JSON.stringify(envVars));
    const answer = await fetch(`${server.url}/api/v0/content/upload`, { method: 'POST', headers: auth, body: form });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };

  const ended = (id: string): Promise<Deployment> =>
    until(async () => {
      const { body } = await call<Deployment>('GET', `/content/deployments/${id}`);
      return body.status === 'pending' ? undefined : body;
    }, 120_000);

  return {
    call,
    upload,
    ended,
    async deploy(project, parts = {}) {
      const config = await readFile(join(project, '_ricochet.toml'), 'utf8');
      const { status, body } = await upload({ bundle: await pack(project), config, ...parts });
      if (status !== 200) throw new Error(`The upload was refused: ${status} ${body.error}`);
      return ended(body.deployment_id ?? '');
    },
    instances: async (id) => (await call<InstanceRecord[]>('GET', `/content/${id}/instances`)).body,
    async encrypt(variables) {
      const pem = await (await fetch(`${server.url}/api/v0/public-key`)).text();
      const oaep = { key: pem, oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING };
      const secret = (text: string): string => publicEncrypt(oaep, Buffer.from(text)).toString('base64');
      return Object.fromEntries(Object.entries(variables).map(([name, value]) => [secret(name), secret(value)]));
    },
    async visit(path, headers = auth) {
      const answer = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
  };
};
