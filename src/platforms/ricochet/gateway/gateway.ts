import type { Bundle } from '../../../bundle/archive.ts';
import { Cancelled, Failure, type Finding, leaving, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import { at } from '../../../project/files/values.ts';
import type { Access, Gateway, GatewayDeps, Item, Progress, Release } from '../../gateway.ts';
import { archiveOf, lostUpload } from '../../shared/upload.ts';
import { createApi, type Deployment } from '../api/api.ts';
import { compareSettings, settingsPatch } from '../plan/settings.ts';
import { connection } from './connection.ts';
import { encryptEnvVars } from './env-vars.ts';
import type { ItemSpec } from './item-spec.ts';
import { createItems } from './items.ts';
import { NOUN, upload } from './upload.ts';

const OUTCOMES: Readonly<Record<string, Progress>> = {
  pending: { state: 'running' },
  success: { state: 'live' },
  failure: {
    state: 'failed',
    message: 'The server could not install the dependencies',
    remedy: "Read the server's log of the restore. The release before stays in place.",
  },
  timeout: {
    state: 'failed',
    message: 'The server gave up installing the dependencies: it took too long there',
    remedy: 'Run the job again (the server keeps what it has downloaded), or have its restore_timeout raised.',
  },
  cancelled: {
    state: 'failed',
    message: 'Somebody cancelled the deployment on the server',
    remedy: 'Run the job again if that was not meant.',
  },
  invalidated: {
    state: 'failed',
    message: 'The server has invalidated the deployment: another one replaced it, or its files are gone',
    remedy: 'Look at the newest deployment of the item, and run the job again if it is not yours.',
  },
};

export function openGateway(target: ItemSpec, access: Access, deps: GatewayDeps): Gateway {
  const api = createApi(access, deps);
  const { say } = deps;
  const { server } = access;
  const items = createItems(target, access, api);
  /** Instances that ran before the release was live: whatever they answer is not the new release. */
  const oldInstances = new Set<string>();
  let instancesTold = false;
  /** What the live item has of this run beside its code, as a sentence. */
  let set = '';

  const toRelease = (id: string, item: Item): Release => ({ id, item, logUrl: `${server}/deployments/${id}` });

  const noteInstances = async (item: Item, withinMs?: number): Promise<void> => {
    const running = await api.instances(item.id, withinMs);
    if (running === undefined) return;
    instancesTold = true;
    for (const id of running) oldInstances.add(id);
  };

  const send = async (bundle: Bundle, env: readonly EnvVar[], item: Item | undefined): Promise<Release> => {
    const { name, config } = target;
    const known = item ? [] : await items.list();
    const { id, deploymentId } = await upload({ bundle, env, item, name, config, known }, api, deps);
    items.forget();
    const owner = item ?? (await items.byId(id));
    const release = deploymentId ?? newestFirst(await api.deployments(id))[0]?.id;
    if (release === undefined) throw lostUpload('the item has no deployment', NOUN);
    return toRelease(release, owner);
  };

  const update = async (bundle: Bundle, env: readonly EnvVar[], item: Item): Promise<Release> => {
    await noteInstances(item);
    if (env.length === 0) return send(bundle, env, item);
    const names = env.map(({ name }) => name).join(', ');
    const has = (how: string) => `The item '${quote(item.name)}' (${item.id}) ${how} the new values of ${names}.`;
    const encrypted = encryptEnvVars(env, await api.publicKey());
    // Before the upload: the new release may start the moment it is installed, and needs them then.
    await api.patchEnvVars(item.id, encrypted).catch((error: unknown) => {
      throw error instanceof Cancelled ? leaving(error, partlyDone(has('may already have'))) : error;
    });
    set = has('already has');
    say(`Set ${names}.`);
    return send(bundle, env, item).catch((error: unknown) => {
      throw leaving(error, partlyDone(set));
    });
  };

  /** Makes the item, once: where another run makes it at the same time, the older item is the one for both, and takes this bundle. */
  const create = async (bundle: Bundle, env: readonly EnvVar[]): Promise<Release> => {
    const made = await send(bundle, env, undefined).catch((error: unknown) => {
      if (isConflict(error)) return error;
      throw error;
    });
    items.forget();
    const oldest = await items.findOldest();
    if ('item' in made && (oldest === undefined || oldest.id === made.item.id)) return made;
    if (oldest === undefined) throw made;
    if ('item' in made) await withdraw(made, oldest);
    say(`Another run has just created '${quote(oldest.name)}' (${oldest.id}); this bundle goes there.`);
    items.forget();
    return update(bundle, env, oldest);
  };

  /** Removes the item that this run has just made, unless somebody else has deployed to it since. */
  const withdraw = async ({ id, item }: Release, oldest: Item): Promise<void> => {
    const others = (await api.deployments(item.id)).filter((deployment) => deployment.id !== id);
    if (others.length > 0) throw await items.several([oldest.id, item.id]);
    await api.remove(item.id);
    say(`Removed ${item.id}, which this run had created at the same time.`);
  };

  return {
    ...connection(target, items, api, deps),

    currentRelease: async (item) => {
      const newest = newestFirst(await api.deployments(item.id)).find(
        ({ status }) => status === 'success' || status === 'pending',
      );
      // While another deployment is under way, what is live is about to change.
      return newest?.status === 'success' ? newest.id : undefined;
    },

    deploy: (source, env, item) => (item ? update(archiveOf(source), env, item) : create(archiveOf(source), env)),

    progress: async ({ id, item }, withinMs) => {
      const { status } = await api.deployment(id, withinMs);
      const progress = OUTCOMES[status] ?? { state: 'running' };
      if (progress.state === 'running') await noteInstances(item, withinMs);
      return progress.state === 'failed' && set !== ''
        ? { ...progress, remedy: `${progress.remedy} ${set}` }
        : progress;
    },

    cancel: async ({ id, logUrl }) =>
      set === '' ? undefined : { told: `${set} Deployment ${id} goes on, on the server: ${logUrl}`, findings: [] },

    applySettings: async ({ item }) => {
      const remote = await items.settings(item.id);
      const changes = compareSettings(target.settings, remote);
      if (changes.length > 0) await api.patchSettings(item.id, settingsPatch(changes));
      const cron = at(target.settings, 'schedule', 'cron');
      const rescheduled = typeof cron === 'string' && cron !== at(remote, 'schedule', 'cron');
      if (rescheduled) await api.patchSchedule(item.id, cron);
      if (changes.length > 0) items.forget();
      const shown = (value: unknown) => (value === undefined ? 'not set' : quote(JSON.stringify(value)));
      return {
        item: changes.length > 0 ? await items.byId(item.id) : item,
        changes: [
          ...changes.map(({ group, key, from, to }) => `${group}.${key}: ${shown(from)} -> ${shown(to)}`),
          ...(rescheduled ? [`schedule.cron: ${quote(cron)}`] : []),
        ],
      };
    },

    probeHeaders: async (item) => {
      const access_type = at(await items.settings(item.id), 'content', 'access_type');
      return access_type === 'external' ? {} : { authorization: `Key ${access.token}` };
    },

    isServing: async ({ item }) => {
      const running = await api.instances(item.id);
      if (running === undefined || !instancesTold || running.length === 0) return undefined;
      return running.some((id) => !oldInstances.has(id));
    },
  };
}

/** ULIDs made within one second sort by their random part; ids of different seconds by time. */
const newestFirst = (deployments: readonly Deployment[]): Deployment[] =>
  [...deployments].sort((a, b) => b.deployedAt - a.deployedAt || (a.id < b.id ? 1 : -1));

/** That the variables were set, and the code did not follow. */
const partlyDone = (set: string): Finding =>
  warning(
    'partly-done',
    set,
    'Its code is the old one unless the upload went through: run the job again, or set the old values on the server.',
  );

const isConflict = (error: unknown): error is Failure =>
  error instanceof Failure && error.findings.some(({ code }) => code === 'conflict');
