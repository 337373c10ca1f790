import { Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import type { Access, GatewayDeps, Identity, Item } from '../../gateway.ts';
import type { Api } from '../api/api.ts';
import { type App, type Env, isOwnerId, type Runtime } from '../api/values.ts';
import type { AppSpec } from './app-spec.ts';
import { addressOf, bestDomain } from './domains.ts';
import { checkUsable } from './refusals.ts';

/** Nobody reads more of one name. */
const MOST_SHOWN = 10;

const RUNTIME = 'python';
/** The zone that the official client creates apps in. */
const ZONE = 'par';
const FLAVOR = 'XS';

/** What tells an app from others. */
export type Wanted = Pick<Identity, 'id' | 'name'> & Partial<Pick<AppSpec, 'owner' | 'kind'>>;

/** The apps of an owner, and which of them is meant. */
export type Apps = ReturnType<typeof createApps>;

export function createApps(wanted: Wanted, { server }: Pick<Access, 'server'>, api: Api, deps: GatewayDeps) {
  const { owner: named = '' } = wanted;
  let known: Promise<string> | undefined;
  const owner = () => (known ??= ownerOf(named, api));
  const all = async (name: string) => (await api.apps(await owner())).filter((app) => app.name === name);

  const itemOf = (app: App, primary: string | undefined): Item => {
    const { id, name } = app;
    return { id, name, url: addressOf(bestDomain(app, primary), server), consoleUrl: consoleUrl(app) };
  };
  const toItem = async (app: App): Promise<Item> =>
    itemOf(app, app.domains.length === 0 ? undefined : await api.primaryDomain(app));

  const byId = async (id: string): Promise<App> => {
    const app = await api.appById(id);
    if (app) return app;
    throw failure(
      'not-found',
      `App ${id} does not exist, or this token cannot see it.`,
      "Check 'id', or leave it out: the app is then found by its name, or created.",
    );
  };

  /** The app that is meant; `undefined` when there is none. Throws when several have its name, or it can't be deployed to. */
  const find = async (): Promise<App | undefined> => {
    const matches = wanted.id === '' ? await all(wanted.name) : [await byId(wanted.id)];
    if (matches.length > 1) throw several(matches);
    const [app] = matches;
    if (app !== undefined) checkUsable(app, wanted.kind);
    return app;
  };

  /** Creates the app, once: where another run does so at the same time, the older one is the app for both. `isOwn`: it is this run's. */
  const create = async (spec: AppSpec, env: Env): Promise<{ readonly app: App; readonly isOwn: boolean }> => {
    const { name, kind } = spec;
    const ownerId = await owner();
    const body = bodyOf(spec, env, await api.runtime(ownerId, RUNTIME));
    const before = new Set((await all(name)).map(({ id }) => id));
    const made = await takeOnce(
      {
        noun: 'creation',
        send: () => api.createApp(ownerId, body),
        look: async () => (await all(name)).filter(({ id }) => !before.has(id)),
        lost: (why, found) => (found.length > 1 ? several(found) : lostCreation(name, why)),
      },
      deps,
    );
    const [oldest = made] = (await all(name)).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    if (oldest.id !== made.id) {
      checkUsable(oldest, kind);
      await api.removeApp(made);
      deps.say(`Another run has just created '${quote(name)}' (${oldest.id}): that one is deployed to.`);
      return { app: oldest, isOwn: false };
    }
    deps.say(`Created '${quote(name)}' (${made.id}).`);
    deps.created(itemOf(made, undefined));
    return { app: made, isOwn: true };
  };

  return { owner, list: async () => api.apps(await owner()), byId, find, create, toItem };
}

/** What creates an app (Clever Cloud's OpenAPI description). */
function bodyOf({ name, kind, zone, settings }: AppSpec, env: Env, runtime: Runtime): object {
  const { minFlavor, maxFlavor, minInstances, maxInstances } = settings;
  const flavor = runtime.flavor || FLAVOR;
  return {
    ...{ name, description: name, deploy: 'git', zone: zone || ZONE, instanceType: runtime.type },
    ...{ instanceVersion: runtime.version, instanceVariant: runtime.variant },
    instanceLifetime: kind === 'task' ? 'TASK' : 'REGULAR',
    ...settings,
    minFlavor: minFlavor ?? maxFlavor ?? flavor,
    maxFlavor: maxFlavor ?? minFlavor ?? flavor,
    minInstances: minInstances ?? 1,
    maxInstances: maxInstances ?? minInstances ?? 1,
    env,
  };
}

/** The console finds an app by its id alone. */
export const consoleUrl = ({ id }: Pick<App, 'id'>): string => `https://console.clever-cloud.com/goto/${id}`;

/** The id of an owner who is named by id, or is the one organisation of that name; without a name, the user. */
async function ownerOf(named: string, api: Api): Promise<string> {
  if (named === '') return (await api.self()).id;
  if (isOwnerId(named)) return named;
  const organisations = await api.organisations();
  const matches = organisations.filter(({ name }) => name === named);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.id;
  const names = matches.length > 1 ? matches.map(({ id }) => id) : organisations.map(({ name }) => `'${quote(name)}'`);
  throw failure(
    'no-owner',
    matches.length > 1
      ? `Several organisations are called '${quote(named)}': ${names.slice(0, MOST_SHOWN).join(', ')}.`
      : `This token sees no organisation '${quote(named)}'; it sees ${names.slice(0, MOST_SHOWN).join(', ') || 'none'}.`,
    'Write the id of the organisation (orga_…) as owner under [tool.uv-deploy.clever-cloud].',
  );
}

const several = (apps: readonly App[]): Failure =>
  failure(
    'several-items',
    `Several apps are called '${quote(apps[0]?.name ?? '')}': ${apps
      .slice(0, MOST_SHOWN)
      .map(({ id, zone, commit }) => `${id} (${quote(zone)}, ${commit === undefined ? 'never deployed' : 'deployed'})`)
      .join(', ')}.`,
    `Add \`id: ${apps.find(({ commit }) => commit !== undefined)?.id ?? apps[0]?.id}\` under \`with:\` of this step, if that is the one you mean. Remove the others in the console.`,
  );

const lostCreation = (name: string, why: string): Failure =>
  failure(
    'creation-unknown',
    `The creation of '${quote(name)}' had no usable answer (${why}), and the server shows no such app.`,
    'Look into the console, and run the job again.',
  );

/** Whether all that went wrong is of this kind. */
export const isOnly = (error: unknown, code: string): error is Failure =>
  error instanceof Failure && error.findings.every((finding) => finding.code === code);
