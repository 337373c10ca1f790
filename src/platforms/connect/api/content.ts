import type { Failure } from '../../../findings/finding.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { jsonBody } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { at } from '../../../project/files/values.ts';
import { type ConnectClient, isUntold } from './client.ts';
import { type Content, readContent, readRows } from './values.ts';

/** What concerns content: what it is, its settings, its variables. */
export const createContentApi = (client: ConnectClient) => ({
  ...createItemApi(client),
  ...createVanityApi(client),
  ...createEnvironmentApi(client),
});

function createItemApi({ request, call, get, find, list, remove, sendOnce }: ConnectClient) {
  const owned = async (step: string, query: { readonly owner_guid: string; readonly name?: string }) => {
    const all = await list(step, request('GET', `v1/content?${new URLSearchParams(query)}`), readContent);
    return all.filter(({ ownerGuid, name }) => ownerGuid === query.owner_guid && name === (query.name ?? name));
  };
  return {
    /** The owner's content of exactly that name. */
    contents: (name: string, owner: string): Promise<Content[]> =>
      owned('looking for the content', { name, owner_guid: owner }),
    /** All of the owner's content. */
    owned: (owner: string): Promise<Content[]> => owned('listing your content', { owner_guid: owner }),
    content: (guid: string): Promise<Content> =>
      get('reading the content', request('GET', `v1/content/${guid}`), readContent),

    /** Creates once, without a second try: who lost the answer looks for the content first. */
    create: (
      fields: { readonly name: string; readonly title: string },
      judge: (response: HttpResponse, failure: Failure) => Attempt<Content> | undefined,
    ): Promise<Attempt<Content>> =>
      sendOnce('creating the content', request('POST', 'v1/content', jsonBody(fields)), readContent, judge),
    /** Sets fields of the content by the API's own names. Servers answer with the content, or with nothing (204). */
    patch: async (guid: string, fields: Readonly<Record<string, unknown>>): Promise<void> => {
      await call('updating the settings', request('PATCH', `v1/content/${guid}`, jsonBody(fields)));
    },
    /** Answers false when there was none any more. */
    remove: (guid: string): Promise<boolean> => remove('removing the content', request('DELETE', `v1/content/${guid}`)),

    /** Whether the server deploys the content from git itself. */
    hasRepository: async (guid: string): Promise<boolean> =>
      (await find(
        'asking whether the content comes from git',
        request('GET', `v1/content/${guid}/repository`),
        (value) => (typeof value === 'object' && value !== null ? at(value, 'repository') !== undefined : undefined),
        isUntold,
      )) ?? false,
  };
}

function createVanityApi({ request, call, find }: ConnectClient) {
  const path = (guid: string) => `v1/content/${guid}/vanity`;
  return {
    /** The path of the vanity URL; empty when there is none. */
    vanity: async (guid: string): Promise<string> =>
      (await find('reading the vanity URL', request('GET', path(guid)), (value) => {
        const path = at(value, 'path');
        return typeof path === 'string' ? path : undefined;
      })) ?? '',
    /** All vanity URLs of the server; `undefined` where this key may not see them. */
    vanities: (): Promise<readonly { readonly path: string; readonly guid: string }[] | undefined> =>
      find(
        'listing the vanity URLs',
        request('GET', 'v1/vanities'),
        (value) =>
          readRows(value, (row) => {
            const [path, guid] = [at(row, 'path'), at(row, 'content_guid')];
            return typeof path === 'string' && typeof guid === 'string' ? { path, guid } : undefined;
          }),
        isUntold,
      ),
    setVanity: async (guid: string, to: string): Promise<void> => {
      await call('setting the vanity URL', request('PUT', path(guid), jsonBody({ path: to, force: false })));
    },
  };
}

function createEnvironmentApi({ request, call, find }: ConnectClient) {
  const path = (guid: string) => `v1/content/${guid}/environment`;
  return {
    /** The names of the variables: the server never tells values. `undefined` where this key may not see them. */
    environment: (guid: string): Promise<readonly string[] | undefined> =>
      find(
        'listing the environment variables',
        request('GET', path(guid)),
        (value) => readRows(value, (name) => (typeof name === 'string' ? name : undefined)),
        isUntold,
      ),

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
      await call(step, request('PATCH', path(guid), { ...body, ...(signal && { signal }) }));
    },
  };
}
