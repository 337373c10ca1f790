import { readJson } from '../host/body.ts';
import { json } from '../host/listener.ts';
import type { Route } from './api.ts';

/** Environment variables. Every answer is the list of the names that are set now (ricochet's own client). */
export const variableRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v0/content/:id/env-vars': ({ item }, { variables }) => json(variables.names(item().id)),

  'PATCH /api/v0/content/:id/env-vars': async ({ call, item }, { variables }) => {
    const { id } = item();
    variables.set(id, variables.check(await readJson(call)));
    return json(variables.names(id));
  },

  'PUT /api/v0/content/:id/env-vars': async ({ call, item }, { variables }) => {
    const { id } = item();
    variables.replace(id, variables.check(await readJson(call)));
    return json(variables.names(id));
  },

  'DELETE /api/v0/content/:id/env-vars/:name': ({ params, item }, { variables }) => {
    const { id } = item();
    variables.remove(id, params.name ?? '');
    return json(variables.names(id));
  },
};
