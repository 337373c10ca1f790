import { type Failure, failure } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import type { GatewayDeps, Item } from '../../gateway.ts';
import type { Api } from '../api/api.ts';
import type { App, Env, Runtime } from '../api/values.ts';
import type { AppSettings, AppSpec } from './app-spec.ts';
import { checkUsable, several } from './refusals.ts';

const RUNTIME = 'python';
/** The zone that the official client creates apps in. */
const ZONE = 'par';
const FLAVOR = 'XS';

/** Where a new app goes. */
export type Place = {
  readonly ownerId: string;
  /** The owner's apps of this name. */
  named(name: string): Promise<App[]>;
  itemOf(app: App): Item;
};

/**
 * Creates an app, once: where another run does so at the same time, the older one is the app for both. `model` is the app that it is a
 * preview or a variant of; `isOwn`: the app is this run's.
 */
export async function createApp(
  { spec, env, model }: { readonly spec: AppSpec; readonly env: Env; readonly model: App | undefined },
  { ownerId, named, itemOf }: Place,
  api: Api,
  deps: GatewayDeps,
): Promise<{ readonly app: App; readonly isOwn: boolean }> {
  const { name, kind } = spec;
  const like = { ...spec, zone: await zoneOf(spec, model, api), settings: { ...copied(model), ...spec.settings } };
  const body = bodyOf(like, env, await api.runtime(ownerId, RUNTIME));
  const before = new Set((await named(name)).map(({ id }) => id));
  const made = await takeOnce(
    {
      noun: 'creation',
      send: () => api.createApp(ownerId, body),
      look: async () => (await named(name)).filter(({ id }) => !before.has(id)),
      lost: (why, found) => (found.length > 1 ? several(found) : lostCreation(name, why)),
    },
    deps,
  );
  const [oldest = made] = (await named(name)).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  if (oldest.id !== made.id) {
    checkUsable(oldest, kind);
    await api.removeApp(made);
    deps.say(`Another run has just created '${quote(name)}' (${oldest.id}): that one is deployed to.`);
    return { app: oldest, isOwn: false };
  }
  deps.say(`Created '${quote(name)}' (${made.id}).`);
  deps.created(itemOf(made));
  return { app: made, isOwn: true };
}

/** Sizes and switches that a preview or a variant starts with; how many instances it has is its own affair. */
function copied(model: App | undefined): AppSettings {
  const keys = ['minFlavor', 'maxFlavor', 'homogeneous', 'forceHttps', 'stickySessions', 'cancelOnPush'];
  const build = model?.settings.separateBuild === true ? ['separateBuild', 'buildFlavor'] : [];
  const rows = [...keys, ...build].map((key) => [key, model?.settings[key]] as const);
  return Object.fromEntries(rows.filter(([, value]) => value !== undefined));
}

/** The zone that is named, else that of the model. Throws for one that Clever Cloud does not have. */
async function zoneOf({ zone }: AppSpec, model: App | undefined, api: Api): Promise<string> {
  if (zone === '') return model?.zone || ZONE;
  const zones = await api.zones();
  if (zones.length === 0 || zones.includes(zone)) return zone;
  const meant = nearest(zone, zones);
  throw failure(
    'no-zone',
    `Clever Cloud has no zone '${quote(zone)}'.`,
    meant ? `Did you mean "${meant}"?` : `Write one of: ${zones.join(', ')}.`,
  );
}

/** What creates an app (Clever Cloud's OpenAPI description). */
function bodyOf({ name, kind, zone, settings }: AppSpec, env: Env, runtime: Runtime): object {
  const { minFlavor, maxFlavor, minInstances, maxInstances } = settings;
  const flavor = runtime.flavor || FLAVOR;
  return {
    ...{ name, description: name, deploy: 'git', zone, instanceType: runtime.type },
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

const lostCreation = (name: string, why: string): Failure =>
  failure(
    'creation-unknown',
    `The creation of '${quote(name)}' got no usable response (${why}), and the server shows no such app.`,
    'Check the console, and run the job again.',
  );
