import { createBundleApi } from './bundles.ts';
import type { ConnectClient } from './client.ts';
import { createContentApi } from './content.ts';
import { createJobApi } from './jobs.ts';
import { createServerApi } from './server.ts';
import { createTaskApi } from './tasks.ts';

/** Posit Connect's REST API (its API reference, "v1", and older calls without a version). Every call names its step when it fails. */
export type ConnectApi = ReturnType<typeof createApi>;

export const createApi = (client: ConnectClient) => ({
  server: client.server,
  ...createServerApi(client),
  ...createContentApi(client),
  ...createBundleApi(client),
  ...createTaskApi(client),
  ...createJobApi(client),
});
