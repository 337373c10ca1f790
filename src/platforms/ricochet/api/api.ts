import { parse, type TomlTable } from 'smol-toml';
import { type Failure, failure, isFailure } from '../../../findings/finding.ts';
import { REQUEST_LIMIT_MS } from '../../../ports/http/http.ts';
import { isSuccess, jsonBody, jsonOf, rowsOf } from '../../../ports/http/json.ts';
import { multipart, type Part } from '../../../ports/http/multipart.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { at, isTable, textAt } from '../../../project/files/values.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { unless } from '../../shared/refusals.ts';
import { createClient, type RicochetClient } from './client.ts';
import { createTaskApi } from './task-api.ts';
import { isId, readSlug } from './values.ts';

/** The item that holds an upload now; older servers do not name the deployment. */
export type Taken = Readonly<NonNullable<ReturnType<typeof readTaken>>>;

/** A row of `GET /api/v0/user/items`. */
export type RemoteItem = Readonly<NonNullable<ReturnType<typeof readItem>>>;

/** The `_ricochet.toml` of an item. */
export type ItemToml = TomlTable & { readonly content: TomlTable };

/** A row of `GET /api/v0/content/{id}/deployments`; `deployedAt` in seconds since 1970. */
export type Deployment = Readonly<NonNullable<ReturnType<typeof readDeployment>>>;

/** ricochet's REST API, v0 (its public API reference, server v0.17). Every call names its step when it fails. */
export type RicochetApi = ReturnType<typeof createApi>;

export const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;

/** Receiving and storing 100 MB may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;

export function createApi(access: Access, deps: GatewayDeps) {
  const client = createClient(access, deps);
  const { request, call, read } = client;
  return {
    tasks: createTaskApi(client),
    checkKey: async () => {
      const answer = await unless('not-found', call('checking the API key', request('GET', 'check_key')));
      if (answer === undefined) throw notRicochet(access.server);
    },
    publicKey: () =>
      read(
        'fetching the key that encrypts variables',
        request('GET', 'public-key'),
        ({ text }) => PUBLIC_KEY.exec(text)?.[0],
      ),
    ...createItemApi(client),
    ...createDeploymentApi(client),
  };
}

/** Every ricochet can check a key: without that, something else is there, or ricochet is not at this path. */
function notRicochet(server: string): Failure {
  const { origin } = new URL(server);
  const remedy =
    origin === server ? "Set 'server' to the address of ricochet." : `Use the address without a path: ${origin}`;
  return failure('not-ricochet', `${server} is not a ricochet server (404).`, remedy);
}

/** What concerns the items themselves. */
function createItemApi({ request, exchange, call, read, list, refusals }: RicochetClient) {
  const items = () => list('listing your items', request('GET', 'user/items'), readItem);
  const patch = async (step: string, path: string, body: object): Promise<void> => {
    await call(step, request('PATCH', path, jsonBody(body)));
  };
  return {
    items,
    /** The `_ricochet.toml` that the server holds of an item. */
    toml: (id: string): Promise<ItemToml> =>
      read('reading the settings of the item', request('GET', `content/${id}/toml`), ({ text }) => readToml(text)),
    /** Answers false when there is no such item any more. A missing one is reported as forbidden (its API reference). */
    remove: async (id: string): Promise<boolean> => {
      const step = 'removing the item';
      const response = await exchange(step, request('DELETE', `content/${id}`));
      if (isSuccess(response)) return true;
      const isMissing = response.status === 404 || response.status === 403;
      if (isMissing && !(await items()).some((item) => item.id === id)) return false;
      throw refusals.refused(step, response);
    },
    patchEnvVars: (id: string, encrypted: Readonly<Record<string, string>>) =>
      patch('setting the environment variables', `content/${id}/env-vars`, encrypted),
    patchSettings: (id: string, settings: object) => patch('updating the settings', `content/${id}/settings`, settings),
    patchSchedule: (id: string, schedule: string) =>
      patch('setting the schedule', `content/${id}/schedule`, { schedule }),
  };
}

/** What concerns the deployments of an item, and what runs of them. */
function createDeploymentApi({ request, careful, get, list, sendOnce, signal }: RicochetClient) {
  return {
    deployments: (id: string) =>
      list('listing the deployments', request('GET', `content/${id}/deployments`), readDeployment),
    deployment: (id: string, limitMs: number) =>
      get(
        'asking how the deployment goes',
        request('GET', `content/deployments/${id}`, { limitMs }),
        readDeployment,
      ).catch((error: unknown) => {
        throw isFailure(error, 'forbidden') ? withoutReading(id, error) : error;
      }),
    /** The ids of the running instances; `undefined` where this key or server does not tell. */
    instances: async (id: string, limitMs = REQUEST_LIMIT_MS): Promise<readonly string[] | undefined> => {
      const response = await careful(request('GET', `content/${id}/instances`, { limitMs })).catch(() => undefined);
      signal.throwIfAborted();
      if (response?.status !== 200) return undefined;
      const ids = rowsOf(jsonOf(response), (row) => at(row, 'instance_id'));
      return ids?.filter(isId);
    },
    /** Uploads once, within `limitMs`; throws when the server refused for good. */
    upload: (parts: readonly Part[], tell: (bytes: number) => void, limitMs: number): Promise<Attempt<Taken>> => {
      const { body, contentType } = multipart(parts, tell);
      const headers = { 'content-type': contentType };
      const sending = request('POST', 'content/upload', { body, headers, silenceMs: UPLOAD_SILENCE_MS, limitMs });
      return sendOnce('uploading the bundle', sending, readTaken);
    },
  };
}

/** Since ricochet 0.24, a key that may only deploy can't ask for anything of the content. */
const withoutReading = (id: string, cause: Failure): Failure =>
  failure(
    'missing-scope',
    `The server accepted deployment ${id}, but this API key may not read its status. ${cause.message}`,
    'Give the key the scope content:read in addition to content:deploy. The deployment continues on the server.',
    { cause },
  );

/** Older servers spell it deploymentId, or leave it out. */
function readTaken(answer: unknown) {
  const id = at(answer, 'id');
  const deploymentId = at(answer, 'deployment_id') ?? at(answer, 'deploymentId');
  return isId(id) ? { id, deploymentId: isId(deploymentId) ? deploymentId : undefined } : undefined;
}

/** Strict on what tells one item from another; types of content that are not known pass. */
export function readItem(row: unknown) {
  const id = at(row, 'id');
  const name = at(row, 'name');
  const slug = at(row, 'slug') ?? '';
  if (!isId(id) || typeof name !== 'string' || typeof slug !== 'string') return undefined;
  return { id, name, slug: readSlug(slug), contentType: textAt(row, 'content_type') };
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

function readDeployment(row: unknown) {
  const id = at(row, 'id');
  const deployedAt = Number(at(row, 'deployed_at'));
  if (!isId(id)) return undefined;
  return { id, status: textAt(row, 'status'), deployedAt: Number.isFinite(deployedAt) ? deployedAt : 0 };
}
