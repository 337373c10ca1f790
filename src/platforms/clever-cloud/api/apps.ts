import { jsonBody } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import type { Client } from './client.ts';
import { type App, type Env, readApp, readDomain, readEnv, readLinkedEnv, readRows } from './values.ts';

/** Where an app is: its owner's id and its own, both checked before. */
export type Address = { readonly ownerId: string; readonly id: string };

const appsOf = (ownerId: string): string => `/v2/organisations/${ownerId}/applications`;
export const pathOf = ({ ownerId, id }: Address): string => `${appsOf(ownerId)}/${id}`;

/** Apps with their settings and variables, and the domains that lead to them. */
export function createAppsApi({ request, call, find, get, remove, sendOnce }: Client) {
  return {
    apps: (ownerId: string): Promise<App[]> =>
      get('listing the apps', request('GET', appsOf(ownerId)), (value) => readRows(value, readApp)),
    /** An app by its id alone, in the user's own space or in one of the organisations. */
    appById: (id: string) => find('looking for the app', request('GET', `/v2/self/applications/${id}`), readApp),
    app: (app: Address) => find('reading the app', request('GET', pathOf(app)), readApp),
    createApp: (ownerId: string, body: object): Promise<Attempt<App>> =>
      sendOnce('creating the app', request('POST', appsOf(ownerId), jsonBody(body)), readApp),
    updateApp: async (app: Address, body: object): Promise<void> => {
      await call('updating the settings', request('PUT', pathOf(app), jsonBody(body)));
    },
    /** Answers false when there is no such app any more. */
    removeApp: (app: Address): Promise<boolean> => remove('removing the app', request('DELETE', pathOf(app))),

    env: (app: Address): Promise<Env> => get('reading the variables', request('GET', `${pathOf(app)}/env`), readEnv),
    /** The variables that add-ons and linked apps bring along; not part of the app's own. */
    linkedEnv: async (app: Address): Promise<Env> => {
      const step = 'reading the variables of add-ons and linked apps';
      const addons = await get(step, request('GET', `${pathOf(app)}/addons/env`), readLinkedEnv);
      return { ...addons, ...(await get(step, request('GET', `${pathOf(app)}/dependencies/env`), readLinkedEnv)) };
    },
    /** Replaces all of the app's own variables. */
    setEnv: async (app: Address, env: Env): Promise<void> => {
      await call('setting the environment variables', request('PUT', `${pathOf(app)}/env`, jsonBody(env)));
    },

    primaryDomain: (app: Address) =>
      find('reading the primary domain', request('GET', `${pathOf(app)}/vhosts/favourite`), readDomain),
    /** `domain` may have a path behind it. */
    addDomain: async (app: Address, domain: string): Promise<void> => {
      const path = `${pathOf(app)}/vhosts/${encodeURIComponent(domain)}`;
      await call('adding a domain', request('PUT', path));
    },
  };
}
