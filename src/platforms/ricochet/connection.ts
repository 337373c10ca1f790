import type { Connection, GatewayDeps } from '../platform.ts';
import type { Api } from './api.ts';
import type { Items } from './items.ts';
import { createPreviews } from './previews.ts';

/** What can be done with an item of which only the identity is known; `app` is what the app itself is called. */
export const connection = (name: string, items: Items, api: Api, app: string, { say }: GatewayDeps): Connection => ({
  name,
  verify: () => api.checkKey(),
  find: () => items.find(),
  previews: createPreviews(items, api, app, say),
});
