import { parse, type TomlTable } from 'smol-toml';
import { REQUEST_LIMIT_MS } from '../../../ports/http/http.ts';
import { multipart, type Part } from '../../../ports/http/multipart.ts';
import { isTable } from '../../../project/files/values.ts';
import type { Access, GatewayDeps } from '../../platform.ts';
import type { Attempt } from '../../shared/once.ts';
import { isHtml, jsonOf, unreachable } from '../../shared/responses.ts';
import { createCalls } from './client.ts';
import { notJson, refused } from './refusals.ts';
import { createTaskApi } from './task-api.ts';
import { field, isId, readSlug, rows, string } from './values.ts';

/** The item that holds an upload now; older servers do not name the deployment. */
export type Taken = { readonly id: string; readonly deploymentId: string | undefined };

/** A row of `GET /api/v0/user/items`. */
export type RemoteItem = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly contentType: string;
};

/** The `_ricochet.toml` of an item. */
export type ItemToml = TomlTable & { readonly content: TomlTable };

/** A row of `GET /api/v0/content/{id}/deployments`; `deployedAt` in seconds since 1970. */
export type Deployment = { readonly id: string; readonly status: string; readonly deployedAt: number };

/** ricochet's REST API, v0 (its public API reference, server v0.17). Every call names its step when it fails. */
export type RicochetApi = ReturnType<typeof createApi>;

export const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;

/** Receiving and storing 100 MB may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;

export function createApi(access: Access, deps: GatewayDeps) {
  const calls = createCalls(access, deps);
  const { server, careful, signal, request, json, call, ask, get, list, once } = calls;

  const listItems = () => list('listing your items', 'user/items', readItem);

  return {
    tasks: createTaskApi(calls),
    checkKey: async () => {
      const response = await call('checking the API key', request('GET', 'check_key'));
      if (isHtml(response)) throw notJson(server, 'checking the API key', response);
    },
    publicKey: () =>
      ask('fetching the key that encrypts variables', 'public-key', ({ text }) => PUBLIC_KEY.exec(text)?.[0]),
    items: listItems,
    /** The `_ricochet.toml` that the server holds of an item. */
    toml: (id: string): Promise<ItemToml> =>
      ask('reading the settings of the item', `content/${id}/toml`, ({ text }) => readToml(text)),
    deployments: (id: string) => list('listing the deployments', `content/${id}/deployments`, readDeployment),
    deployment: (id: string, limitMs: number) =>
      get('asking how the deployment goes', `content/deployments/${id}`, readDeployment, { limitMs }),
    /** The ids of the running instances; `undefined` where this key or server does not tell. */
    instances: async (id: string, limitMs = REQUEST_LIMIT_MS): Promise<readonly string[] | undefined> => {
      const response = await careful(request('GET', `content/${id}/instances`, { limitMs })).catch(() => undefined);
      signal.throwIfAborted();
      if (response?.status !== 200) return undefined;
      return rows(jsonOf(response), (row) =>
        isId(field(row, 'instance_id')) ? String(field(row, 'instance_id')) : undefined,
      )?.filter((instance) => instance !== undefined);
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
    /** Uploads once, within `limitMs`; throws when the server refused for good. */
    upload: async (parts: readonly Part[], tell: (bytes: number) => void, limitMs: number): Promise<Attempt<Taken>> => {
      const { body, contentType } = multipart(parts, tell);
      const sending = request('POST', 'content/upload', {
        body,
        headers: { 'content-type': contentType },
        silenceMs: UPLOAD_SILENCE_MS,
        limitMs,
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

/** Strict on what tells one item from another; types of content that are not known pass. */
export function readItem(row: unknown): RemoteItem | undefined {
  const id = field(row, 'id');
  const name = field(row, 'name');
  const slug = field(row, 'slug') ?? '';
  if (!isId(id) || typeof name !== 'string' || typeof slug !== 'string') return undefined;
  return {
    id,
    name,
    slug: readSlug(slug),
    contentType: string(field(row, 'content_type')),
  };
}

/** What is no TOML, or has no `[content]`, is no `_ricochet.toml`. */
function readToml(text: string): ItemToml | undefined {
  try {
    const { content, ...others } = parse(text);
    return isTable(content) ? { ...others, content: content as TomlTable } : undefined;
  } catch {
    return undefined;
  }
}

function readDeployment(row: unknown): Deployment | undefined {
  const id = field(row, 'id');
  const deployedAt = Number(field(row, 'deployed_at'));
  if (!isId(id)) return undefined;
  return { id, status: string(field(row, 'status')), deployedAt: Number.isFinite(deployedAt) ? deployedAt : 0 };
}
