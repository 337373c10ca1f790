import type { Access, GatewayDeps } from '../../gateway.ts';
import { createAccountApi } from './account.ts';
import { createAppsApi } from './apps.ts';
import { createClient } from './client.ts';
import { createDeploymentsApi } from './deployments.ts';

/** Clever Cloud's API, v2 and the logs of v4 (its OpenAPI description, and the source of its own clients). */
export type Api = ReturnType<typeof createApi>;

export function createApi(access: Access, deps: GatewayDeps) {
  const client = createClient(access, deps);
  return { ...createAccountApi(client), ...createAppsApi(client), ...createDeploymentsApi(client) };
}
