import { Failure, failure, leaving, messageOf, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, GatewayDeps, Item, Source } from '../../gateway.ts';
import { type Api, createApi } from '../api/api.ts';
import type { App } from '../api/values.ts';
import { createRemote } from '../git/remote.ts';
import type { AppSpec } from './app-spec.ts';
import { type Apps, isOnly } from './apps.ts';
import { ownDomain } from './domains.ts';
import { wantedEnv } from './env.ts';
import { type Begun, push } from './push.ts';
import { settingChanges } from './settings-diff.ts';
import { createVariables, type Variables } from './variables.ts';

/** How often a new app is asked for until its repository can be pushed to, and for how long. */
const [REPOSITORY_PAUSE_MS, REPOSITORY_MS] = [2_000, 60_000];

/** What is taken back when a step is cancelled has this long. */
const TAKE_BACK_MS = 4_000;

/** What the parts of the gateway work with. */
export type Bench = {
  readonly access: Access;
  readonly api: Api;
  readonly apps: Apps;
  readonly deps: GatewayDeps;
};

/** A bundle on its way: the app as it was before, its variables, and what has been begun. */
export type Delivered = {
  readonly app: App;
  readonly variables: Variables;
  readonly begun: Begun;
  /** The settings that changed, a line each. */
  readonly changes: readonly string[];
};

/** Brings settings, variables and files to an app, in this order: a deployment is made with those of the moment in which it begins. */
export async function update(
  source: Source,
  env: readonly EnvVar[],
  given: { readonly app: App; readonly spec: AppSpec },
  { access, api, deps }: Pick<Bench, 'access' | 'api' | 'deps'>,
): Promise<Delivered> {
  const { spec } = given;
  const app = await withRepository(given.app, api, deps);
  const before = await api.env(app);
  const { body, told } = settingChanges(app, spec.settings);
  if (told.length > 0) await api.updateApp(app, body);
  const variables = createVariables(app, before, wantedEnv(before, spec.env, env), api);
  if (variables.names.length > 0) deps.say(`Setting ${variables.names.join(', ')}.`);
  const begun = await push(source, app, variables, { access, api, deps, isRebuilt: spec.isRebuilt }).catch(
    async (error: unknown) => {
      const left = await variables.putBack(createApi(access, { ...deps, signal: AbortSignal.timeout(TAKE_BACK_MS) }));
      throw left.reduce(leaving, error);
    },
  );
  return { app, variables, begun, changes: told };
}

/** As `update`, for an app that it creates. `hasReadableDomain`: it gets one that is made of its name. */
export async function create(
  source: Source,
  env: readonly EnvVar[],
  { spec, hasReadableDomain }: { readonly spec: AppSpec; readonly hasReadableDomain: boolean },
  { apps, ...bench }: Bench,
): Promise<Delivered> {
  const { api, deps } = bench;
  const { app, isOwn } = await apps.create(spec, wantedEnv({}, spec.env, env));
  try {
    if (hasReadableDomain) await addOwnDomain(await withRepository(app, api, deps), api, deps);
    return await update(source, env, { app, spec }, bench);
  } catch (error) {
    // A repository that is not there in time may be for the next run.
    const isKept = !isOwn || isOnly(error, 'repository-not-ready');
    throw error instanceof Failure && !isKept ? await withdraw(app, error, bench) : error;
  }
}

/** Removes the app that this run has created, unless somebody has pushed to it; else says that it is there. */
async function withdraw(app: App, error: Failure, { access, api, deps }: Omit<Bench, 'apps'>): Promise<unknown> {
  const what = `'${quote(app.name)}' (${app.id}), which this run had created,`;
  const stays = (why: string) =>
    leaving(error, warning('partly-done', `${what} stays: ${why}`, 'Fix what failed, and run the job again.'));
  try {
    const { token, secret } = access;
    const head = await createRemote({ url: app.httpUrl, token, secret }, deps).head();
    if (head !== undefined) return stays(`commit ${head} was pushed to it.`);
    await api.removeApp(app);
    deps.created(undefined);
    deps.say(`Nothing is live: ${what} was removed again.`);
    return error;
  } catch (cause) {
    return cause instanceof Failure ? stays(`it could not be removed (${quote(messageOf(cause), 160)}).`) : cause;
  }
}

/** The app with a repository that can be pushed to. */
async function withRepository(given: App, api: Api, { clock, signal }: GatewayDeps): Promise<App> {
  const end = clock.now() + REPOSITORY_MS;
  for (;;) {
    const app = await api.app(given);
    // A new one may not be known everywhere yet.
    if (app !== undefined && app.repoState !== 'CREATING') return app;
    if (clock.now() >= end) throw noRepository(given);
    await clock.sleep(REPOSITORY_PAUSE_MS, signal);
  }
}

/** Answers the domains that were missing. */
export async function addDomains(item: Item, { domains }: AppSpec, { api, apps }: Bench): Promise<readonly string[]> {
  if (domains.length === 0) return [];
  const plain = (domain: string): string => domain.replace(/\/+$/, '').toLowerCase();
  const app = await apps.byId(item.id);
  const missing = domains.filter((domain) => !app.domains.some((one) => plain(one) === plain(domain)));
  for (const domain of missing) await api.addDomain(app, domain);
  return missing;
}

/** A domain of Clever Cloud's own; where both that could be are taken, the app does without. */
async function addOwnDomain(app: App, api: Api, { say }: GatewayDeps): Promise<void> {
  for (const domain of [ownDomain(app.name), ownDomain(app.name, app.id.slice(-6))]) {
    try {
      await api.addDomain(app, domain);
      return;
    } catch (error) {
      if (!isOnly(error, 'conflict')) throw error;
      say(`The domain ${domain} is taken.`);
    }
  }
}

const noRepository = ({ name, id }: App) =>
  failure(
    'repository-not-ready',
    `Clever Cloud has not made the git repository of '${quote(name)}' (${id}) within ${REPOSITORY_MS / 1000} s.`,
    'Run the job again; if it happens again, ask Clever Cloud’s support.',
  );
