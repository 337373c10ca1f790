import { type Http, type HttpRequest, type HttpResponse, NetworkError } from '../../http.ts';
import { multipart, type Part } from '../../multipart.ts';
import { isPassing, retrying } from '../../retry.ts';
import type { Access, GatewayDeps } from '../platform.ts';
import { isHtml, notJson, refused, said, unreachable } from './refusal.ts';

/** A row of `GET /api/v0/user/items`. */
export type RemoteItem = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly contentType: string;
};

/** A row of `GET /api/v0/content/{id}/deployments`; `deployedAt` in seconds since 1970. */
export type Deployment = { readonly id: string; readonly status: string; readonly deployedAt: number };

/**
 * How one upload went. `again`: the server has certainly not taken it, and may take it later.
 * `unknown`: no usable answer came, though the server may have taken it.
 */
export type UploadAnswer =
  | { readonly outcome: 'accepted'; readonly id: string; readonly deploymentId: string | undefined }
  | { readonly outcome: 'again'; readonly failure: unknown; readonly response?: HttpResponse }
  | { readonly outcome: 'unknown'; readonly why: string };

/** ricochet's REST API, v0 (its public API reference, server v0.17). Every call names its step when it fails. */
export type Api = ReturnType<typeof createApi>;

/** Ids are ULIDs today; anything that is safe in a path is taken. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);

/** How often an answer that makes no sense is asked for. */
const READS = 3;

const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;

/** Receiving and storing 100 MB may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;

export function createApi({ server, token }: Access, { http, clock, signal, say }: GatewayDeps) {
  const careful = retrying(http, clock, say);
  const request = (method: HttpRequest['method'], path: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
    method,
    url: `${server}/api/v0/${path}`,
    signal,
    ...rest,
    headers: { authorization: `Key ${token}`, accept: 'application/json, text/plain', ...rest.headers },
  });
  const json = (value: unknown) => ({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });

  /** Sends and answers a 2xx response, or throws. */
  const call = async (step: string, sending: HttpRequest, client: Http = careful): Promise<HttpResponse> => {
    const response = await client(sending).catch((error: unknown) => {
      throw unreachable(server, step, error);
    });
    if (response.status >= 200 && response.status < 300) return response;
    throw refused(server, step, response);
  };
  /** As `call`, for an answer that `read` makes sense of. A cut or foreign one is asked for again. */
  const ask = async <T>(step: string, path: string, read: (response: HttpResponse) => T | undefined): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const response = await call(step, request('GET', path));
      const value = read(response);
      if (value !== undefined) return value;
      if (attempt === READS) throw notJson(server, step, response);
    }
  };
  const get = <T>(step: string, path: string, read: (value: unknown) => T | undefined): Promise<T> =>
    ask(step, path, (response) => read(parsed(response)));

  const listItems = () => get('listing your items', 'user/items', (value) => rows(value, readItem));

  return {
    checkKey: async () => {
      const response = await call('checking the API key', request('GET', 'check_key'));
      if (isHtml(response)) throw notJson(server, 'checking the API key', response);
    },
    publicKey: () =>
      ask('fetching the key that encrypts variables', 'public-key', ({ text }) => PUBLIC_KEY.exec(text)?.[0]),
    items: listItems,
    toml: async (id: string) =>
      (await call('reading the settings of the item', request('GET', `content/${id}/toml`))).text,
    deployments: (id: string) =>
      get('listing the deployments', `content/${id}/deployments`, (value) => rows(value, readDeployment)),
    deployment: (id: string) => get('asking how the deployment goes', `content/deployments/${id}`, readDeployment),
    /** The ids of the running instances; `undefined` where this key or server does not tell. */
    instances: async (id: string): Promise<readonly string[] | undefined> => {
      const response = await careful(request('GET', `content/${id}/instances`)).catch(() => undefined);
      signal.throwIfAborted();
      if (response?.status !== 200) return undefined;
      return rows(parsed(response), (row) =>
        isId(field(row, 'instance_id')) ? String(field(row, 'instance_id')) : undefined,
      );
    },
    /** Answers false when there is no such item any more. A missing one is told as forbidden (its API reference). */
    remove: async (id: string): Promise<boolean> => {
      const step = 'removing the item';
      const response = await careful(request('DELETE', `content/${id}`)).catch((error: unknown) => {
        throw unreachable(server, step, error);
      });
      if (response.status >= 200 && response.status < 300) return true;
      const isMissing = response.status === 404 || response.status === 403;
      if (isMissing && !(await listItems()).some((item) => item.id === id)) return false;
      throw refused(server, step, response);
    },
    patchEnvVars: async (id: string, encrypted: Readonly<Record<string, string>>) => {
      await call('setting the environment variables', request('PATCH', `content/${id}/env-vars`, json(encrypted)));
    },
    patchSettings: async (id: string, patch: object) => {
      await call('updating the settings', request('PATCH', `content/${id}/settings`, json(patch)));
    },
    patchSchedule: async (id: string, schedule: string) => {
      await call('setting the schedule', request('PATCH', `content/${id}/schedule`, json({ schedule })));
    },
    /** Uploads once; throws when the server refused for good. */
    upload: async (parts: readonly Part[], sent: (bytes: number) => void): Promise<UploadAnswer> => {
      const { body, contentType } = multipart(parts, sent);
      const sending = request('POST', 'content/upload', {
        body,
        headers: { 'content-type': contentType },
        silenceMs: UPLOAD_SILENCE_MS,
      });
      let response: HttpResponse;
      try {
        response = await http(sending);
      } catch (error) {
        if (error instanceof NetworkError && error.sent) return { outcome: 'unknown', why: error.message };
        const failure = unreachable(server, 'uploading the bundle', error);
        if (error instanceof NetworkError && isPassing(error)) return { outcome: 'again', failure };
        throw failure;
      }
      if (response.status === 429) {
        return { outcome: 'again', failure: refused(server, 'uploading the bundle', response), response };
      }
      if (response.status >= 500)
        return { outcome: 'unknown', why: `the answer was ${response.status}${said(response)}` };
      if (response.status < 200 || response.status >= 300) throw refused(server, 'uploading the bundle', response);
      const answer = parsed(response);
      if (isHtml(response)) throw notJson(server, 'uploading the bundle', response);
      const id = field(answer, 'id');
      if (!isId(id)) return { outcome: 'unknown', why: 'the answer was cut short' };
      // Older servers spell it deploymentId, or leave it out.
      const deploymentId = field(answer, 'deployment_id') ?? field(answer, 'deploymentId');
      return { outcome: 'accepted', id, deploymentId: isId(deploymentId) ? deploymentId : undefined };
    },
  };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

function rows<T>(value: unknown, read: (row: unknown) => T | undefined): T[] | undefined {
  return Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;
}

function readItem(row: unknown): RemoteItem | undefined {
  const id = field(row, 'id');
  if (!isId(id)) return undefined;
  const slug = string(field(row, 'slug'));
  return {
    id,
    name: string(field(row, 'name')),
    slug: /^[A-Za-z0-9_-]+$/.test(slug) ? slug : '',
    contentType: string(field(row, 'content_type')),
  };
}

function readDeployment(row: unknown): Deployment | undefined {
  const id = field(row, 'id');
  const deployedAt = Number(field(row, 'deployed_at'));
  if (!isId(id)) return undefined;
  return { id, status: string(field(row, 'status')), deployedAt: Number.isFinite(deployedAt) ? deployedAt : 0 };
}

function parsed(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.text);
  } catch {
    return undefined;
  }
}
