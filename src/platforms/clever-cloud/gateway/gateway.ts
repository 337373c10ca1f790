import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, Gateway, GatewayDeps, Item } from '../../gateway.ts';
import type { AppSpec } from './app-spec.ts';
import { openConnection } from './connection.ts';
import { addDomains, create, update } from './delivery.ts';
import { judgeThere } from './judgement.ts';
import { explain, isServing, liveRelease } from './live.ts';
import { checkMarked, previewSpec, previewVariables } from './previews.ts';
import { createReleases } from './releases.ts';
import { createWork } from './work.ts';

/** A preview gets no other variables. */
const NAMED = 'A preview gets it if it is in `preview-env` under [tool.uv-deploy.clever-cloud].';

/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. Releases are named by their commits. */
export function openGateway(
  production: AppSpec,
  access: Access,
  deps: GatewayDeps,
  pullRequest: number | undefined,
): Gateway {
  const preview = pullRequest === undefined ? undefined : previewSpec(production, pullRequest, deps.origin);
  let spec: AppSpec = preview ?? production;
  const { connection, bench } = openConnection(spec, production.name, access, deps);
  const { api, apps } = bench;
  const changes: string[] = [];
  const work = createWork(bench);

  const own = (env: readonly EnvVar[], say = deps.say) =>
    preview === undefined ? env : previewVariables(preview, env, { ...bench, say });

  return {
    ...connection,
    find: async (): Promise<Item | undefined> => {
      const app = await apps.find();
      if (app === undefined) return undefined;
      const env = await api.env(app);
      if (preview) checkMarked(app, env, preview);
      spec = { ...spec, env: await judgeThere(app, env, spec, bench) };
      return apps.toItem(app);
    },

    // `unchanged` tells all that there is to tell: whatever is remembered elsewhere knows nothing of the settings.
    currentRelease: async () => undefined,

    deploy: async (source, given, item) => {
      const env = await own(given);
      const delivered = item
        ? await update(source, env, { app: await apps.byId(item.id), spec }, bench)
        : await create(source, env, { spec, hasReadableDomain: preview !== undefined }, bench);
      changes.push(...delivered.changes);
      return work.begin(delivered, preview ? NAMED : '');
    },

    progress: (_release, withinMs) => work.progress(withinMs),
    cancel: ({ id }, within) => work.cancel(id, within),

    applySettings: async ({ item }) => {
      const added = await addDomains(item, spec, bench);
      const told = [...changes.splice(0), ...added.map((domain) => `domain: ${quote(domain)}`)];
      return { item: added.length > 0 ? await apps.toItem(await apps.byId(item.id)) : item, changes: told };
    },

    probeHeaders: async () => ({}),
    isServing: (release) => isServing(release, bench),
    explain: (item) => explain(item, bench),

    unchanged: async (item, source, given) =>
      liveRelease(item, source, { spec, env: await own(given, () => {}) }, bench),
    releases: createReleases(work, bench),
  };
}
