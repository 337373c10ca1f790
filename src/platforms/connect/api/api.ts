import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { at } from '../../../project/files/values.ts';
import { jsonOf } from '../../shared/responses.ts';
import { type ConnectClient, jsonBody } from './client.ts';
import { errorCode, notConnect, refused } from './refusals.ts';
import {
  type Content,
  type Installation,
  type RemoteBundle,
  readBundle,
  readContent,
  readInstallations,
  readRows,
  readTaskId,
  readUser,
  type User,
} from './values.ts';
import { type Feature, has, readVersion } from './version.ts';

/** What is called as a service and not as a user: a key from trusted publishing belongs to nobody. */
export type Caller = { readonly user: User | undefined };

/**
 * Posit Connect's REST API (its API reference, "v1", and the unversioned `server_settings`): what concerns the server and its
 * content. Every call names its step when it fails.
 */
export type ConnectApi = ReturnType<typeof createApi>;

export function createApi({ server, exchange, isSuccess, send, get, list }: ConnectClient) {
  let settings: Promise<{ version: ReturnType<typeof readVersion>; git: boolean }> | undefined;
  let caller: Promise<Caller> | undefined;

  /** Asked once. Needs no key. */
  const readSettings = () =>
    (settings ??= get('asking for the settings of the server', 'server_settings', (value) => {
      const isSettings = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!isSettings) return undefined;
      return { version: readVersion(at(value, 'version')), git: at(value, 'git_available') !== false };
    }));

  const content = (guid: string): Promise<Content> => get('reading the content', `v1/content/${guid}`, readContent);

  return {
    server,
    /** Whether the server has a feature; `undefined` when it hides its version. */
    supports: async (feature: Feature): Promise<boolean | undefined> => has((await readSettings()).version, feature),
    hasGit: async (): Promise<boolean> => (await readSettings()).git,

    /** Who the key belongs to. A key from trusted publishing has no user: 403 with code 22 says that it is good. */
    caller: (): Promise<Caller> =>
      (caller ??= get<Caller>(
        'checking the API key',
        'v1/user',
        (value) => {
          const user = readUser(value);
          return user && { user };
        },
        (response) => (response.status === 403 && errorCode(response) === 22 ? { user: undefined } : undefined),
      )),

    /** What is installed of Python; nothing where the server does not tell. */
    pythons: (): Promise<readonly Installation[]> =>
      get('asking for the installed versions of Python', 'v1/server_settings/python', readInstallations, () => []),

    /** The access types that the server's configuration allows; `undefined` where it does not tell. */
    accessTypes: async (): Promise<readonly string[] | undefined> => {
      const types = await get<readonly string[] | 'untold'>(
        'asking for the allowed access types',
        'server_settings/applications',
        (value) =>
          readRows(at(value, 'access_types'), (type) => (typeof type === 'string' ? type : undefined)) ?? 'untold',
        ({ status }) => (status < 500 && status !== 429 ? 'untold' : undefined),
      );
      return types === 'untold' ? undefined : types;
    },

    /** The owner's content of exactly that name. */
    contents: async (name: string, owner: string): Promise<Content[]> => {
      const query = new URLSearchParams({ name, owner_guid: owner });
      const all = await list('looking for the content', `v1/content?${query}`, readContent);
      return all.filter((one) => one.name === name && one.ownerGuid === owner);
    },
    /** All of the owner's content. */
    owned: async (owner: string): Promise<Content[]> => {
      const query = new URLSearchParams({ owner_guid: owner });
      const all = await list('listing your content', `v1/content?${query}`, readContent);
      return all.filter((one) => one.ownerGuid === owner);
    },
    content,

    /** Creates once, without a second try: who lost the answer looks for the content first. */
    create: (name: string, title: string, client: Parameters<ConnectClient['exchange']>[3]): Promise<HttpResponse> =>
      exchange('creating the content', 'v1/content', { method: 'POST', ...jsonBody({ name, title }) }, client),

    /** Sets fields of the content by the API's own names. Servers answer with the content, or with nothing (204). */
    patch: async (guid: string, fields: Readonly<Record<string, unknown>>): Promise<void> => {
      await send('updating the settings', `v1/content/${guid}`, { method: 'PATCH', ...jsonBody(fields) });
    },

    /** Answers false when there was none any more. */
    remove: async (guid: string): Promise<boolean> => {
      const step = 'removing the content';
      const response = await exchange(step, `v1/content/${guid}`, { method: 'DELETE' });
      if (isSuccess(response)) return true;
      if (response.status === 404) return false;
      throw refused(server, step, response);
    },

    /** The path of the vanity URL; empty when there is none. */
    vanity: (guid: string): Promise<string> =>
      get(
        'reading the vanity URL',
        `v1/content/${guid}/vanity`,
        (value) => {
          const path = at(value, 'path');
          return typeof path === 'string' ? path : undefined;
        },
        ({ status }) => (status === 404 ? '' : undefined),
      ),
    /** All vanity URLs of the server; `undefined` where this key may not see them. */
    vanities: async (): Promise<readonly { readonly path: string; readonly guid: string }[] | undefined> => {
      const all = await get<readonly { path: string; guid: string }[] | 'untold'>(
        'listing the vanity URLs',
        'v1/vanities',
        (value) =>
          readRows(value, (row) => {
            const [path, guid] = [at(row, 'path'), at(row, 'content_guid')];
            return typeof path === 'string' && typeof guid === 'string' ? { path, guid } : undefined;
          }),
        ({ status }) => (status < 500 && status !== 429 ? 'untold' : undefined),
      );
      return all === 'untold' ? undefined : all;
    },
    setVanity: async (guid: string, path: string): Promise<void> => {
      const body = jsonBody({ path, force: false });
      await send('setting the vanity URL', `v1/content/${guid}/vanity`, { method: 'PUT', ...body });
    },

    /** Whether the server deploys the content from git itself. */
    hasRepository: (guid: string): Promise<boolean> =>
      get(
        'asking whether the content comes from git',
        `v1/content/${guid}/repository`,
        (value) => (typeof value === 'object' && value !== null ? at(value, 'repository') !== undefined : undefined),
        ({ status }) => (status < 500 && status !== 429 ? false : undefined),
      ),

    /** The names of the variables: the server never tells values. `undefined` where this key may not see them. */
    environment: async (guid: string): Promise<readonly string[] | undefined> => {
      const names = await get<readonly string[] | 'untold'>(
        'listing the environment variables',
        `v1/content/${guid}/environment`,
        (value) => readRows(value, (name) => (typeof name === 'string' ? name : undefined)),
        ({ status }) => (status < 500 && status !== 429 ? 'untold' : undefined),
      );
      return names === 'untold' ? undefined : names;
    },

    /**
     * Merges: variables that are not named stay, those whose value is null are removed. They count for every bundle of the content,
     * drafts too.
     */
    patchEnvironment: async (
      guid: string,
      vars: readonly (EnvVar | { readonly name: string; readonly value: null })[],
      signal?: AbortSignal,
    ): Promise<void> => {
      const body = jsonBody(vars.map(({ name, value }) => ({ name, value })));
      const step = 'setting the environment variables';
      await send(step, `v1/content/${guid}/environment`, { method: 'PATCH', ...body, ...(signal && { signal }) });
    },

    /** Newest first; `undefined` where this key may not list them. */
    bundles: async (guid: string): Promise<readonly RemoteBundle[] | undefined> => {
      let isForbidden = false;
      const listed = await list('listing the bundles', `v1/content/${guid}/bundles`, readBundle, ({ status }) => {
        isForbidden = status === 403;
        return isForbidden ? [] : undefined;
      });
      return isForbidden ? undefined : listed.sort((a, b) => Number(b.id) - Number(a.id));
    },

    /** The active bundle stays: it was promoted meanwhile. */
    removeBundle: async (guid: string, id: string): Promise<'removed' | 'gone' | 'active'> => {
      const step = 'removing the bundle';
      const response = await exchange(step, `v1/content/${guid}/bundles/${id}`, { method: 'DELETE' });
      if (isSuccess(response)) return 'removed';
      if (response.status === 404) return 'gone';
      if (errorCode(response) === 75) return 'active';
      throw refused(server, step, response);
    },

    /**
     * Has a bundle built, and made the active one unless it is to be a draft: `activate` absent leaves the field out, which older
     * servers do not know. Answers the task; `undefined` when the server does not know the field. Sent again when the answer gets
     * lost: the same bundle is then built twice, to the same end.
     */
    deploy: async (guid: string, bundleId: string, activate?: false): Promise<string | undefined> => {
      const step = activate === false ? 'deploying the draft' : 'deploying the bundle';
      const body = jsonBody({ bundle_id: bundleId, ...(activate === false && { activate }) });
      const response = await exchange(step, `v1/content/${guid}/deploy`, { method: 'POST', ...body });
      if (!isSuccess(response)) {
        if (activate === false && errorCode(response) === 121) return undefined;
        throw refused(server, step, response);
      }
      const task = readTaskId(jsonOf(response));
      if (task === undefined) throw notConnect(server, step, response);
      return task;
    },
  };
}
