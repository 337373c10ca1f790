import { parse, type TomlTable } from 'smol-toml';
import type { EnvVar } from '../../dotenv.ts';
import { Failure, failure } from '../../errors.ts';
import { at } from '../../project/toml-values.ts';
import { quote } from '../../text.ts';
import type { Access, Gateway, GatewayDeps, Item, Progress, Release } from '../platform.ts';
import { createApi, type Deployment, type RemoteItem } from './api.ts';
import { CONTENT_TYPES } from './content-types.ts';
import { encryptEnvVars } from './env-vars.ts';
import { compareSettings, type Settings, settingsPatch } from './settings.ts';
import { lostUpload, upload } from './upload.ts';

/** What the gateway needs of the plan: how to find the item, and the configuration text that creates it. */
export type Target = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly contentType: string;
  /** The text of the `_ricochet.toml` that creates the item. */
  readonly config: string;
  /** What the repository itself says: the server is brought in line with that, and with nothing that was guessed. */
  readonly settings: Settings;
};

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

export function openGateway(target: Target, access: Access, deps: GatewayDeps): Gateway {
  const api = createApi(access, deps);
  const { say } = deps;
  const { server } = access;
  let known: Promise<RemoteItem[]> | undefined;
  const items = () => (known ??= api.items());
  const settings = new Map<string, Promise<TomlTable>>();
  /** Instances that ran before the release was live: whatever they answer is not the new release. */
  const oldInstances = new Set<string>();
  let instancesTold = false;

  const settingsOf = (id: string): Promise<TomlTable> => {
    const reading = settings.get(id) ?? api.toml(id).then((text) => parse(text));
    settings.set(id, reading);
    return reading;
  };
  const toItem = ({ id, name, slug, contentType }: RemoteItem): Item => ({
    id,
    name,
    url: `${server}/${slug || id}`,
    consoleUrl: `${server}/${CONTENT_TYPES[contentType]?.kind === 'task' ? 'tasks' : 'apps'}/${id}/overview`,
  });
  const toRelease = (id: string, item: Item): Release => ({ id, item, logUrl: `${server}/deployments/${id}` });

  const byId = async (id: string): Promise<RemoteItem> => {
    const listed = (await items()).find((item) => item.id === id);
    if (listed) return listed;
    const content = at(await settingsOf(id), 'content');
    const text = (key: string) => String(at(content, key) ?? '');
    return { id, name: text('name'), slug: text('slug'), contentType: text('content_type') };
  };

  const noteInstances = async (item: Item): Promise<void> => {
    const running = await api.instances(item.id);
    if (running === undefined) return;
    instancesTold = true;
    for (const id of running) oldInstances.add(id);
  };

  return {
    verify: () => api.checkKey(),

    find: async () => {
      const matches = target.id !== '' ? [await byId(target.id)] : matching(await items(), target);
      if (matches.length > 1) {
        throw failure(
          'several-items',
          `Several items on ${server} are called '${quote(target.name)}': ${matches.map(({ id, slug }) => (slug ? `${id} (${slug})` : id)).join(', ')}.`,
          'Say which one with the input \'id\', or with id = "…" under [content] in _ricochet.toml.',
        );
      }
      const [match] = matches;
      if (match === undefined) return undefined;
      const there = CONTENT_TYPES[match.contentType]?.kind;
      const here = CONTENT_TYPES[target.contentType]?.kind;
      if (there !== undefined && there !== here) {
        throw failure(
          'content-type-changed',
          `The item '${quote(match.name)}' (${match.id}) is ${match.contentType}, ${there === 'app' ? 'an app' : 'a task'}; this project is ${target.contentType}, ${here === 'app' ? 'an app' : 'a task'}.`,
          'Give the new item another name, or correct content_type.',
        );
      }
      return toItem(match);
    },

    currentRelease: async (item) => {
      const newest = newestFirst(await api.deployments(item.id)).find(
        ({ status }) => status === 'success' || status === 'pending',
      );
      // While another deployment is under way, what is live is about to change.
      return newest?.status === 'success' ? newest.id : undefined;
    },

    deploy: async (bundle, env, item) => {
      if (item) await noteInstances(item);
      if (item && env.length > 0) {
        // Before the upload: the new release may start the moment it is installed, and needs them then.
        await api.patchEnvVars(item.id, encryptEnvVars(env, await api.publicKey()));
        say(`Set ${env.map(({ name }) => name).join(', ')}.`);
      }
      try {
        const { name, config } = target;
        const { id, deploymentId } = await upload(bundle, env, item, { name, config, known: await items() }, api, deps);
        known = undefined;
        const owner = item ?? toItem(await byId(id));
        const release = deploymentId ?? newestFirst(await api.deployments(id))[0]?.id;
        if (release === undefined) throw lostUpload('the item has no deployment');
        return toRelease(release, owner);
      } catch (error) {
        throw item && env.length > 0 ? partlyDone(error, item, env) : error;
      }
    },

    progress: async ({ id, item }) => {
      const { status } = await api.deployment(id);
      const progress = OUTCOMES[status] ?? { state: 'running' };
      if (progress.state === 'running') await noteInstances(item);
      return progress;
    },

    settle: async ({ item }) => {
      const remote = await settingsOf(item.id);
      const changes = compareSettings(target.settings, remote);
      if (changes.length > 0) await api.patchSettings(item.id, settingsPatch(changes));
      const cron = at(target.settings, 'schedule', 'cron');
      const rescheduled = typeof cron === 'string' && cron !== at(remote, 'schedule', 'cron');
      if (rescheduled) await api.patchSchedule(item.id, cron);
      if (changes.length > 0) {
        settings.delete(item.id);
        known = undefined;
      }
      const shown = (value: unknown) => (value === undefined ? 'not set' : quote(JSON.stringify(value)));
      return {
        item: changes.length > 0 ? toItem(await byId(item.id)) : item,
        changes: [
          ...changes.map(({ group, key, from, to }) => `${group}.${key}: ${shown(from)} -> ${shown(to)}`),
          ...(rescheduled ? [`schedule.cron: ${quote(cron)}`] : []),
        ],
      };
    },

    probeHeaders: async (item) => {
      const access_type = at(await settingsOf(item.id), 'content', 'access_type');
      return access_type === 'external' ? {} : { authorization: `Key ${access.token}` };
    },

    serves: async ({ item }) => {
      const running = await api.instances(item.id);
      if (running === undefined || !instancesTold || running.length === 0) return undefined;
      return running.some((id) => !oldInstances.has(id));
    },
  };
}

function matching(items: readonly RemoteItem[], { slug, name }: Target): RemoteItem[] {
  const bySlug = slug === '' ? [] : items.filter((item) => item.slug === slug);
  return bySlug.length > 0 ? bySlug : items.filter((item) => item.name === name);
}

/** ULIDs made within one second sort by their random part; ids of different seconds by time. */
const newestFirst = (deployments: readonly Deployment[]): Deployment[] =>
  [...deployments].sort((a, b) => b.deployedAt - a.deployedAt || (a.id < b.id ? 1 : -1));

/** A failure behind the point where the variables had been set: says so. */
function partlyDone(error: unknown, item: Item, env: readonly EnvVar[]): unknown {
  if (!(error instanceof Failure)) return error;
  return new Failure(
    [
      ...error.findings,
      {
        level: 'warning',
        code: 'partly-done',
        message: `The item '${quote(item.name)}' already has the new values of ${env.map(({ name }) => name).join(', ')}; its code is the old one.`,
        remedy: 'Run the job again, or set the old values on the server.',
      },
    ],
    { cause: error.cause, timedOut: error.timedOut },
  );
}
