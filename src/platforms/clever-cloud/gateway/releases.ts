import type { Gateway } from '../../gateway.ts';
import type { Bench } from './delivery.ts';
import { RECENT, redeploy } from './push.ts';
import { createVariables } from './variables.ts';
import type { Work } from './work.ts';

/** Going back: the commit before is deployed again, with the variables that it had. */
export function createReleases({ last, begin }: Work, { api, apps, deps }: Bench): NonNullable<Gateway['releases']> {
  return {
    previous: async ({ id, item }) => {
      const before = last()?.app.commit;
      if (before !== undefined) return before;
      const rows = await api.deployments(await apps.byId(item.id), RECENT);
      return rows.find(({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id)?.commit;
    },
    activate: async (item, commit) => {
      const app = await apps.byId(item.id);
      // Before the deployment, which is made with the variables of that moment.
      deps.report((await last()?.variables.putBack()) ?? []);
      const env = await api.env(app);
      const variables = createVariables(app, env, env, api);
      return begin({ app, variables, begun: await redeploy(app, { commit }, api, deps) });
    },
  };
}
