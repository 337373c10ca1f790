import { Failure, type Finding, failure, leaving } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, Gateway, GatewayDeps, Item, Left, Progress, Release, Source } from '../../platform.ts';
import { createApi } from '../api/api.ts';
import type { App } from '../api/values.ts';
import { treeOf } from '../git/pack.ts';
import type { AppSpec } from './app-spec.ts';
import { consoleUrl, isOnly } from './apps.ts';
import { openConnection } from './connection.ts';
import { type Course, createCourse } from './course.ts';
import { ownDomain } from './domains.ts';
import { changedNames, releaseIn, wantedEnv } from './env.ts';
import { readLog, tailOf } from './log.ts';
import { checkMarked, previewEnv, previewSpec } from './previews.ts';
import { type Begun, push, RECENT, redeploy } from './push.ts';
import { settingChanges } from './settings-diff.ts';
import { createVariables, type Variables } from './variables.ts';

/** How often a new app is asked for until its repository can be pushed to, and for how long. */
const [REPOSITORY_PAUSE_MS, REPOSITORY_MS] = [2_000, 60_000];

/** What is taken back when a step is cancelled has this long. */
const TAKE_BACK_MS = 4_000;

/** What this run has begun. Releases are named by their commits. */
type Work = { readonly app: App; readonly variables: Variables; readonly course: Course };

/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. */
export function openGateway(
  production: AppSpec,
  access: Access,
  deps: GatewayDeps,
  pullRequest: number | undefined,
): Gateway {
  const preview = pullRequest === undefined ? undefined : previewSpec(production, pullRequest, deps.origin);
  const spec: AppSpec = preview ?? production;
  const { connection, api, apps } = openConnection(spec, production.name, access, deps);
  const { say, clock, signal } = deps;
  const changes: string[] = [];
  let work: Work | undefined;

  const releaseOf = async (app: App, commit: string): Promise<Release> => ({
    ...{ id: commit, item: await apps.toItem(app), logUrl: consoleUrl(app) },
  });
  const begin = (app: App, variables: Variables, begun: Begun): void => {
    work = { app, variables, course: createCourse(begun, app, api, deps) };
  };
  const ownEnv = (env: readonly EnvVar[]) => (preview ? previewEnv(preview, env, say) : env);

  /** The app with a repository that can be pushed to. */
  const withRepository = async (given: App): Promise<App> => {
    const end = clock.now() + REPOSITORY_MS;
    for (;;) {
      const app = await api.app(given);
      // A new one may not be known everywhere yet.
      if (app !== undefined && app.repoState !== 'CREATING') return app;
      if (clock.now() >= end) throw noRepository(given);
      await clock.sleep(REPOSITORY_PAUSE_MS, signal);
    }
  };

  const applyBefore = async (app: App): Promise<void> => {
    const { body, told } = settingChanges(app, spec.settings);
    if (told.length > 0) await api.updateApp(app, body);
    changes.push(...told);
  };

  const update = async (source: Source, env: readonly EnvVar[], given: App): Promise<Release> => {
    const app = await withRepository(given);
    const before = await api.env(app);
    await applyBefore(app);
    const variables = createVariables(app, before, wantedEnv(before, spec.env, env), api);
    if (variables.names.length > 0) say(`Setting ${variables.names.join(', ')}.`);
    const begun = await push(source, app, variables, { access, api, deps }).catch(async (error: unknown) => {
      const left = await variables.putBack(createApi(access, { ...deps, signal: AbortSignal.timeout(TAKE_BACK_MS) }));
      throw left.reduce(leaving, error);
    });
    begin(app, variables, begun);
    return releaseOf(app, begun.commit);
  };

  const create = async (source: Source, env: readonly EnvVar[]): Promise<Release> => {
    const created = await apps.create(spec, wantedEnv({}, spec.env, env));
    // A preview's address is to be read; that of the id is there as well.
    if (preview) await addOwnDomain(await withRepository(created));
    return update(source, env, created);
  };

  /** Where both are taken, the app does without. */
  const addOwnDomain = async (app: App): Promise<void> => {
    for (const domain of [ownDomain(app.name), ownDomain(app.name, app.id.slice(-6))]) {
      try {
        await api.addDomain(app, domain);
        return;
      } catch (error) {
        if (!isOnly(error, 'conflict')) throw error;
        say(`The domain ${domain} is taken.`);
      }
    }
  };

  const find = async (): Promise<Item | undefined> => {
    const app = await apps.find();
    if (app && preview) checkMarked(app, await api.env(app), preview);
    return app && apps.toItem(app);
  };

  return {
    ...connection,
    name: spec.name,
    find,
    // `unchanged` tells all that there is to tell: whatever is remembered elsewhere knows nothing of the settings.
    currentRelease: async () => undefined,

    deploy: async (source, env, item) => {
      const own = ownEnv(env);
      return item ? update(source, own, await apps.byId(item.id)) : create(source, own);
    },

    progress: async () => {
      if (work === undefined) return { state: 'running' };
      const progress = await work.course.progress();
      return progress.state === 'failed' ? withLeft(progress, await work.variables.putBack()) : progress;
    },

    cancel: async ({ id }, within) => (work === undefined ? undefined : leave(work, id, within)),

    applySettings: async ({ item }) => {
      const app = await apps.byId(item.id);
      const missing = spec.domains.filter(
        (domain) => !app.domains.some((one) => withoutSlash(one) === withoutSlash(domain)),
      );
      for (const domain of missing) await api.addDomain(app, domain);
      const told = [...changes.splice(0), ...missing.map((domain) => `domain: ${quote(domain)}`)];
      return { item: missing.length > 0 ? await apps.toItem(await apps.byId(item.id)) : item, changes: told };
    },

    probeHeaders: async () => ({}),

    isServing: async ({ id, item }) => {
      const instances = await api.instances(await apps.byId(item.id));
      return instances.some(({ state, commit }) => state === 'UP' && commit === id);
    },

    unchanged: async (item, source, env) => {
      const app = await apps.byId(item.id);
      const before = await api.env(app);
      const release = releaseIn(before);
      if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN') return undefined;
      const after = wantedEnv(before, spec.env, ownEnv(env));
      if (changedNames(before, after).length > 0 || settingChanges(app, spec.settings).told.length > 0)
        return undefined;
      const newest = (await api.deployments(app, RECENT)).find(
        ({ action, commit }) => action === 'DEPLOY' && commit === release.commit,
      );
      if (newest?.state !== 'OK' || release.tree !== (await treeOf(source.files, signal))) return undefined;
      return releaseOf(app, release.commit);
    },

    explain: async (item) => {
      const app = await apps.byId(item.id);
      const [newest] = await api.deployments(app, 1);
      return newest === undefined ? '' : tailOf(await readLog(app, newest, api));
    },

    releases: {
      previous: async ({ id, item }) =>
        work?.app.commit ??
        (await api.deployments(await apps.byId(item.id), RECENT)).find(
          ({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id,
        )?.commit,
      activate: async (item, commit) => {
        const app = await apps.byId(item.id);
        // Before the deployment, which is made with the variables of that moment.
        deps.report((await work?.variables.putBack()) ?? []);
        const env = await api.env(app);
        begin(app, createVariables(app, env, env, api), await redeploy(app, { commit }, api, deps));
        return releaseOf(app, commit);
      },
    },
  };

  async function leave({ course, variables }: Work, commit: string, within: AbortSignal): Promise<Left | undefined> {
    const through = createApi(access, { ...deps, signal: within });
    const state = await course.cancel(through).catch((error: unknown) => {
      if (error instanceof Failure || within.aborted) return 'unknown' as const;
      throw error;
    });
    if (state === 'cancelled' || state === 'over') {
      const findings = await variables.putBack(through);
      const told =
        state === 'cancelled' ? `The deployment of commit ${commit} was cancelled on Clever Cloud.` : 'It has ended.';
      return { told: `${told} The release before stays in place.`, findings };
    }
    if (state === 'live') return { told: `Commit ${commit} is live.`, findings: [] };
    return { told: `Commit ${commit} is pushed, and its deployment goes on, on Clever Cloud.`, findings: [] };
  }
}

const noRepository = ({ name, id }: App): Failure =>
  failure(
    'repository-not-ready',
    `Clever Cloud has not made the git repository of '${quote(name)}' (${id}) within ${REPOSITORY_MS / 1000} s.`,
    'Run the job again; if it stays so, ask Clever Cloud’s support.',
  );

const withoutSlash = (domain: string): string => domain.replace(/\/+$/, '').toLowerCase();

/** A failed release along with what it leaves behind. */
const withLeft = (progress: Extract<Progress, { state: 'failed' }>, left: readonly Finding[]): Progress => ({
  ...progress,
  remedy: [progress.remedy, ...left.map(({ message }) => message)].join(' '),
});
