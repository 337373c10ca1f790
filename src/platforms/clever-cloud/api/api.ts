import { jsonBody, jsonOf } from '../../../ports/http/json.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { createClient } from './client.ts';
import { type LogLine, readLogEvents } from './log-events.ts';
import type { Consumer } from './oauth.ts';
import {
  type App,
  type Deployment,
  type Env,
  type Instance,
  type Runtime,
  readApp,
  readDeployment,
  readDeploymentId,
  readDomain,
  readDomains,
  readEnv,
  readExpiry,
  readInstance,
  readLinkedEnv,
  readOrganisations,
  readRows,
  readRuntime,
  readUser,
  readZones,
} from './values.ts';

/** Where an app is: its owner's id and its own, both checked before. */
export type Address = { readonly ownerId: string; readonly id: string };

/** What a redeployment brings live: the commit that is live already, when none is named. */
export type Redeployment = { readonly commit?: string; readonly useCache?: boolean };

export type LogQuery = { readonly deployment: string; readonly since?: Date; readonly until: Date };

/** How long a log that does not end by itself is read. */
const LOG_MS = 10_000;
const MOST_LOG_BYTES = 4_000_000;

/** Clever Cloud's API, v2 and the logs of v4 (its OpenAPI description, and the source of its own clients). */
export type Api = ReturnType<typeof createApi>;

export function createApi(access: Access, deps: GatewayDeps, consumer?: Consumer) {
  const { request, call, find, get, remove, sendOnce, attempt } = createClient(access, deps, consumer);
  const appsOf = (ownerId: string): string => `/v2/organisations/${ownerId}/applications`;
  const pathOf = ({ ownerId, id }: Address): string => `${appsOf(ownerId)}/${id}`;
  const domainPath = (app: Address, domain: string): string => `${pathOf(app)}/vhosts/${encodeURIComponent(domain)}`;

  return {
    /** The user that the token belongs to. */
    self: () => get('checking the token and the secret', request('GET', '/v2/self'), readUser),
    /** When the token ends, in milliseconds since 1970; `undefined` where the server does not tell. */
    expiry: async (): Promise<number | undefined> => {
      const response = await attempt(request('GET', '/v2/self/tokens/current'));
      return response && readExpiry(jsonOf(response));
    },
    organisations: () => get('listing your organisations', request('GET', '/v2/summary'), readOrganisations),
    runtime: (ownerId: string, slug: string): Promise<Runtime> =>
      get('looking for the Python runtime', request('GET', `/v2/products/instances?for=${ownerId}`), (value) =>
        readRuntime(value, slug),
      ),
    zones: () => get('listing the zones', request('GET', '/v4/products/zones'), readZones),

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

    /** Newest first. */
    deployments: (app: Address, limit: number): Promise<Deployment[]> =>
      get('listing the deployments', request('GET', `${pathOf(app)}/deployments?limit=${limit}`), (value) =>
        readRows(value, readDeployment),
      ),
    /** `undefined` for one that is not listed yet, or not any more. */
    deployment: (app: Address, uuid: string) =>
      find('reading the deployment', request('GET', `${pathOf(app)}/deployments/${uuid}`), readDeployment),
    /** Answers the id of the deployment that starts. */
    redeploy: async (app: Address, { commit, useCache = true }: Redeployment = {}): Promise<Attempt<string>> => {
      const query = new URLSearchParams({ ...(commit && { commit }), ...(!useCache && { useCache: 'no' }) });
      const path = `${pathOf(app)}/instances${query.size > 0 ? `?${query}` : ''}`;
      return sendOnce('starting a deployment', request('POST', path), readDeploymentId);
    },
    cancel: async (app: Address, uuid: string): Promise<void> => {
      await call('cancelling the deployment', request('DELETE', `${pathOf(app)}/deployments/${uuid}/instances`));
    },
    stop: async (app: Address): Promise<void> => {
      await call('stopping the app', request('DELETE', `${pathOf(app)}/instances`));
    },
    instances: (app: Address): Promise<Instance[]> =>
      get('listing the instances', request('GET', `${pathOf(app)}/instances`), (value) =>
        readRows(value, readInstance),
      ),

    /** Each with a slash at its end, and perhaps a path before it. */
    domains: (app: Address) => get('listing the domains', request('GET', `${pathOf(app)}/vhosts`), readDomains),
    primaryDomain: (app: Address) =>
      find('reading the primary domain', request('GET', `${pathOf(app)}/vhosts/favourite`), readDomain),
    addDomain: async (app: Address, domain: string): Promise<void> => {
      await call('adding a domain', request('PUT', domainPath(app, domain)));
    },
    removeDomain: (app: Address, domain: string) =>
      remove('removing a domain', request('DELETE', domainPath(app, domain))),
    setPrimaryDomain: async (app: Address, fqdn: string): Promise<void> => {
      await call('setting the primary domain', request('PUT', `${pathOf(app)}/vhosts/favourite`, jsonBody({ fqdn })));
    },

    /** The log of a deployment up to a point in time; `undefined` when it can't be had, which never fails a run. */
    logs: async (
      { ownerId, id }: Address,
      { deployment, since, until }: LogQuery,
    ): Promise<readonly LogLine[] | undefined> => {
      const range = { ...(since && { since: since.toISOString() }), until: until.toISOString() };
      const query = new URLSearchParams({ deploymentId: deployment, ...range });
      const asking = request('GET', `/v4/logs/organisations/${ownerId}/applications/${id}/logs?${query}`, {
        headers: { accept: 'text/event-stream' },
        ...{ enoughMs: LOG_MS, silenceMs: LOG_MS, limit: MOST_LOG_BYTES },
      });
      const response = await attempt(asking);
      return response && readLogEvents(response.text).lines;
    },
  };
}
