import type { Connection, GatewayDeps } from '../../gateway.ts';
import type { RicochetApi } from '../api/api.ts';
import type { Items } from './items.ts';
import { createPreviews } from './previews.ts';
import { createTasks } from './tasks.ts';

/** What can be done with an item of which only the identity is known; `app` is what the app itself is called. */
export const connection = (
  { name, app }: { readonly name: string; readonly app: string },
  items: Items,
  api: RicochetApi,
  deps: GatewayDeps,
): Connection => ({
  name,
  verify: () => api.checkKey(),
  find: () => items.find(),
  tasks: createTasks(items, api.tasks, deps),
  previews: createPreviews(items, api, app, deps.say),
});
