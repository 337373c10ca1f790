import { Failure, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Access, Gateway, GatewayDeps, Item, Left, Progress, Release } from '../../gateway.ts';
import { createApi } from '../api/api.ts';
import type { App } from '../api/values.ts';
import { treeOf } from '../git/pack.ts';
import type { AppSpec } from './app-spec.ts';
import { consoleUrl } from './apps.ts';
import { openConnection } from './connection.ts';
import { apiWithin, type Course, createCourse } from './course.ts';
import { type Bench, create, type Delivered, update } from './delivery.ts';
import { changedNames, releaseIn, wantedEnv } from './env.ts';
import { readLog, tailOf } from './log.ts';
import { checkMarked, previewEnv, previewSpec } from './previews.ts';
import { RECENT, redeploy } from './push.ts';
import { settingChanges } from './settings-diff.ts';
import { createVariables, type Variables } from './variables.ts';

/** What this run has begun last. */
type Work = { readonly app: App; readonly variables: Variables; readonly course: Course };

/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. Releases are named by their commits. */
export function openGateway(
  production: AppSpec,
  access: Access,
  deps: GatewayDeps,
  pullRequest: number | undefined,
): Gateway {
  const preview = pullRequest === undefined ? undefined : previewSpec(production, pullRequest, deps.origin);
  const spec: AppSpec = preview ?? production;
  const { connection, api, apps } = openConnection(spec, production.name, access, deps);
  const bench: Bench = { access, api, apps, deps };
  const changes: string[] = [];
  let work: Work | undefined;

  const begin = async ({ app, variables, begun }: Omit<Delivered, 'changes'>): Promise<Release> => {
    work = { app, variables, course: createCourse(begun, app, api, deps) };
    return releaseOf(app, begun.commit, bench);
  };

  return {
    ...connection,
    find: async (): Promise<Item | undefined> => {
      const app = await apps.find();
      if (app && preview) checkMarked(app, await api.env(app), preview);
      return app && apps.toItem(app);
    },

    // `unchanged` tells all that there is to tell: whatever is remembered elsewhere knows nothing of the settings.
    currentRelease: async () => undefined,

    deploy: async (source, env, item) => {
      const own = preview ? previewEnv(preview, env, deps.say) : env;
      const delivered = item
        ? await update(source, own, { app: await apps.byId(item.id), spec }, bench)
        : await create(source, own, { spec, hasReadableDomain: preview !== undefined }, bench);
      changes.push(...delivered.changes);
      return begin(delivered);
    },

    progress: async (_release, withinMs) => {
      if (work === undefined) return { state: 'running' };
      const progress = await work.course.progress(apiWithin(withinMs, access, deps));
      return progress.state === 'failed' ? withLeft(progress, await work.variables.putBack()) : progress;
    },

    cancel: async ({ id }, within) => (work === undefined ? undefined : leave(work, id, within, bench)),

    applySettings: async ({ item }) => {
      const added = await addDomains(item, spec, bench);
      const told = [...changes.splice(0), ...added.map((domain) => `domain: ${quote(domain)}`)];
      return { item: added.length > 0 ? await apps.toItem(await apps.byId(item.id)) : item, changes: told };
    },

    probeHeaders: async () => ({}),

    isServing: async ({ id, item }) => {
      const instances = await api.instances(await apps.byId(item.id));
      return instances.some(({ state, commit }) => state === 'UP' && commit === id);
    },

    unchanged: async (item, source, env) => {
      const own = preview ? previewEnv(preview, env, () => {}) : env;
      const held = await liveRelease(item, spec, (before) => wantedEnv(before, spec.env, own), bench);
      return held && held.tree === (await treeOf(source.files, deps.signal))
        ? releaseOf(held.app, held.commit, bench)
        : undefined;
    },

    explain: async (item) => {
      const app = await apps.byId(item.id);
      const [newest] = await api.deployments(app, 1);
      return newest === undefined ? '' : tailOf(await readLog(app, newest, api));
    },

    releases: {
      previous: async ({ id, item }) => work?.app.commit ?? previousCommit(item, id, bench),
      activate: async (item, commit) => {
        const app = await apps.byId(item.id);
        // Before the deployment, which is made with the variables of that moment.
        deps.report((await work?.variables.putBack()) ?? []);
        const env = await api.env(app);
        const variables = createVariables(app, env, env, api);
        return begin({ app, variables, begun: await redeploy(app, { commit }, api, deps) });
      },
    },
  };
}

const releaseOf = async (app: App, commit: string, { apps }: Bench): Promise<Release> => ({
  ...{ id: commit, item: await apps.toItem(app), logUrl: consoleUrl(app) },
});

/** What is live, where it has the variables and the settings that it is to have, and was deployed by this action. */
async function liveRelease(
  item: Item,
  { settings }: AppSpec,
  wanted: (before: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  { api, apps }: Bench,
): Promise<{ readonly app: App; readonly commit: string; readonly tree: string } | undefined> {
  const app = await apps.byId(item.id);
  const before = await api.env(app);
  const release = releaseIn(before);
  if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN') return undefined;
  if (changedNames(before, wanted(before)).length > 0 || settingChanges(app, settings).told.length > 0)
    return undefined;
  const newest = (await api.deployments(app, RECENT)).find(
    ({ action, commit }) => action === 'DEPLOY' && commit === release.commit,
  );
  return newest?.state === 'OK' ? { app, ...release } : undefined;
}

async function previousCommit(item: Item, id: string, { api, apps }: Bench): Promise<string | undefined> {
  const rows = await api.deployments(await apps.byId(item.id), RECENT);
  return rows.find(({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id)?.commit;
}

/** Answers the domains that were missing. */
async function addDomains(item: Item, { domains }: AppSpec, { api, apps }: Bench): Promise<readonly string[]> {
  if (domains.length === 0) return [];
  const plain = (domain: string): string => domain.replace(/\/+$/, '').toLowerCase();
  const app = await apps.byId(item.id);
  const missing = domains.filter((domain) => !app.domains.some((one) => plain(one) === plain(domain)));
  for (const domain of missing) await api.addDomain(app, domain);
  return missing;
}

/** Gives up a deployment: it is cancelled where it is under way, and its variables are taken back. */
async function leave(
  { course, variables }: Work,
  commit: string,
  within: AbortSignal,
  { access, deps }: Bench,
): Promise<Left | undefined> {
  const through = createApi(access, { ...deps, signal: within });
  const state = await course.cancel(through).catch((error: unknown) => {
    if (error instanceof Failure || within.aborted) return 'unknown' as const;
    throw error;
  });
  if (state === 'cancelled' || state === 'over') {
    const how = state === 'cancelled' ? 'was cancelled on Clever Cloud' : 'has ended';
    const told = `The deployment of commit ${commit} ${how}. The release before stays in place.`;
    return { told, findings: await variables.putBack(through) };
  }
  if (state === 'live') return { told: `Commit ${commit} is live.`, findings: [] };
  return { told: `Commit ${commit} is pushed, and its deployment goes on, on Clever Cloud.`, findings: [] };
}

/** A failed release along with what it leaves behind. */
const withLeft = (progress: Extract<Progress, { state: 'failed' }>, left: readonly Finding[]): Progress => ({
  ...progress,
  remedy: [progress.remedy, ...left.map(({ message }) => message)].join(' '),
});
