import { multipart, type Part } from '../../../ports/http/multipart.ts';
import type { Access, GatewayDeps } from '../../platform.ts';
import { isHtml, jsonOf, unreachable } from '../../shared/responses.ts';
import type { Attempt } from '../../shared/upload.ts';
import { createCalls } from './client.ts';
import { notJson, refused } from './refusals.ts';
import { createTaskApi } from './task-api.ts';
import { field, isId, rows, string } from './values.ts';

/** The item that holds an upload now; older servers do not name the deployment. */
export type Taken = { readonly id: string; readonly deploymentId: string | undefined };

/** A row of `GET /api/v0/user/items`. */
export type RemoteItem = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly contentType: string;
};

/** A row of `GET /api/v0/content/{id}/deployments`; `deployedAt` in seconds since 1970. */
export type Deployment = { readonly id: string; readonly status: string; readonly deployedAt: number };

/** ricochet's REST API, v0 (its public API reference, server v0.17). Every call names its step when it fails. */
export type Api = ReturnType<typeof createApi>;

export const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;

/** Receiving and storing 100 MB may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;

export function createApi(access: Access, deps: GatewayDeps) {
  const calls = createCalls(access, deps);
  const { server, careful, signal, request, json, call, ask, get, once } = calls;

  const listItems = () => get('listing your items', 'user/items', (value) => rows(value, readItem));

  return {
    tasks: createTaskApi(calls),
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
      return rows(jsonOf(response), (row) =>
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
    upload: async (parts: readonly Part[], tell: (bytes: number) => void): Promise<Attempt<Taken>> => {
      const { body, contentType } = multipart(parts, tell);
      const sending = request('POST', 'content/upload', {
        body,
        headers: { 'content-type': contentType },
        silenceMs: UPLOAD_SILENCE_MS,
      });
      const sent = await once('uploading the bundle', sending);
      if (sent.outcome !== 'answered') return sent;
      const answer = jsonOf(sent.response);
      const id = field(answer, 'id');
      if (!isId(id)) return { outcome: 'unknown', why: 'the answer was cut short' };
      // Older servers spell it deploymentId, or leave it out.
      const deploymentId = field(answer, 'deployment_id') ?? field(answer, 'deploymentId');
      return { outcome: 'accepted', taken: { id, deploymentId: isId(deploymentId) ? deploymentId : undefined } };
    },
  };
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
