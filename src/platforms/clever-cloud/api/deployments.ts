import type { Attempt } from '../../../ports/http/once.ts';
import { type Address, pathOf } from './apps.ts';
import type { Client } from './client.ts';
import { type LogLine, readLogEvents } from './log-events.ts';
import {
  type DeploymentRow,
  type Instance,
  readDeployment,
  readDeploymentId,
  readInstance,
  readRows,
} from './values.ts';

/** What a redeployment brings live: the commit that is live already, when none is named. */
export type Redeployment = { readonly commit?: string; readonly useCache?: boolean };

type LogQuery = { readonly deployment: string; readonly since?: Date; readonly until: Date };

/** How long a log that does not end by itself is read. */
const LOG_MS = 10_000;
const MOST_LOG_BYTES = 4_000_000;

/** Deployments of an app, the instances that they start, and what they log. */
export function createDeploymentsApi({ request, call, find, get, sendOnce, attempt }: Client) {
  return {
    /** Newest first. */
    deployments: (app: Address, limit: number): Promise<DeploymentRow[]> =>
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
    instances: (app: Address): Promise<Instance[]> =>
      get('listing the instances', request('GET', `${pathOf(app)}/instances`), (value) =>
        readRows(value, readInstance),
      ),

    /** The log of a deployment up to a point in time; `undefined` when it can't be had or says nothing, which never fails a run. */
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
      if (response === undefined) return undefined;
      const { lines, isOver } = readLogEvents(response.text);
      return lines.length > 0 || isOver ? lines : undefined;
    },
  };
}
