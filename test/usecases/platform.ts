import type { Gateway, Item, Left, Preview, Progress, Release, Source, Tasks } from '../../src/platforms/gateway.ts';
import type { Plan } from '../../src/platforms/plan.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { LINUX } from '../../src/project/target.ts';

/** What the fake platform does; without a word, all is well and the server is empty. */
export type Script = {
  readonly kind?: Plan['kind'];
  readonly delivery?: Plan['delivery'];
  /** What is on the server, with the newest of its releases last. */
  readonly items?: readonly (Item & { readonly releases?: readonly string[] })[];
  /** How the deployment or the run goes, question by question; the last answer stays. */
  readonly progress?: readonly Awaited<ReturnType<Tasks['progress']>>[];
  /** Whether what answers is the new release, question by question; the last answer stays. */
  readonly serving?: readonly (boolean | undefined)[];
  /** Whether the platform says that the live release is what would be deployed, question by question; the last answer stays. */
  readonly isUnchanged?: boolean | readonly boolean[];
  /** What the platform has kept of the trial of the live release. */
  readonly trial?: string | undefined;
  readonly entrypoint?: string;
  readonly changes?: readonly string[];
  readonly explanation?: string;
  /** What becomes of a release that is given up. */
  readonly left?: Left;
  readonly previews?: readonly Preview[];
  /** What the task prints. */
  readonly log?: string;
  /** Parts that this platform does not have. */
  readonly without?: readonly ('releases' | 'tasks' | 'previews')[];
  /** What happens during a call, by the call's name: it may throw, or cancel the run. */
  readonly during?: Readonly<Record<string, () => void>>;
};

export const itemOf = (name: string): Item => ({
  id: `id-of-${name}`,
  name,
  url: `https://fake.example/${name}`,
  consoleUrl: `https://fake.example/console/${name}`,
});

export const previewOf = (pullRequest: number): Preview => ({ pullRequest, item: itemOf(`shop-pr-${pullRequest}`) });

type OnServer = Item & { readonly releases: string[] };

/** A platform that keeps its items in memory, does what the script says, and remembers every call. */
export const createPlatform = (script: Script = {}) => {
  const calls: string[] = [];
  const items: OnServer[] = (script.items ?? []).map((item) => ({ ...item, releases: [...(item.releases ?? [])] }));
  const previews = [...(script.previews ?? [])];
  const has = (part: 'releases' | 'tasks' | 'previews') => !script.without?.includes(part);
  const next = <T>(answers: readonly T[] | undefined, otherwise: T, asked: number): T =>
    answers === undefined ? otherwise : (answers[Math.min(asked, answers.length - 1)] as T);
  let [asked, looked, compared, made] = [0, 0, 0, 0];
  const sources: Source[] = [];
  const kept = (item: Item): OnServer => {
    const found = items.find(({ id }) => id === item.id);
    if (found === undefined) throw new Error(`There is no ${item.id} on the server.`);
    return found;
  };
  const releaseOf = (id: string, item: Item): Release => ({ id, item, logUrl: `https://fake.example/log/${id}` });
  const release = (item: OnServer): Release => {
    made += 1;
    const id = `release-${made}`;
    item.releases.push(id);
    return releaseOf(id, item);
  };

  const open = (name: string, signal: AbortSignal): Gateway => {
    const call = (what: string, words = ''): void => {
      calls.push(`${what} ${words}`.trim());
      script.during?.[what]?.();
      signal.throwIfAborted();
    };
    return {
      name,
      verify: async () => call('verify'),
      find: async () => {
        call('find');
        return items.find((item) => item.name === name);
      },
      currentRelease: async (item) => kept(item).releases.at(-1),
      deploy: async (source, _env, item) => {
        call('deploy', item ? item.id : 'new');
        sources.push(source);
        if (item === undefined) items.push({ ...itemOf(name), releases: [] });
        return release(kept(item ?? itemOf(name)));
      },
      progress: async ({ id }) => {
        call('progress', id);
        return next(script.progress, { state: 'live' }, asked++) as Progress;
      },
      cancel: async ({ id }) => {
        calls.push(`cancel ${id}`);
        return script.left;
      },
      applySettings: async ({ id, item }) => {
        call('applySettings', id);
        return { item, changes: script.changes ?? [] };
      },
      probeHeaders: async () => ({}),
      isServing: async ({ id }) => {
        call('isServing', id);
        return next(script.serving, true, looked++);
      },
      unchanged: async (item) => {
        const id = kept(item).releases.at(-1);
        const { isUnchanged = false, trial } = script;
        const isSame = typeof isUnchanged === 'boolean' ? isUnchanged : next(isUnchanged, false, compared++);
        return isSame && id !== undefined ? { ...releaseOf(id, item), trial } : undefined;
      },
      explain: async () => script.explanation ?? '',
      ...(has('releases') && {
        releases: {
          previous: async ({ item }: Release) => kept(item).releases.at(-2),
          activate: async (item: Item, id: string) => {
            call('activate', id);
            return releaseOf(id, item);
          },
        },
      }),
      ...(has('tasks') && {
        tasks: {
          start: async (item: Item) => {
            call('start', item.id);
            return { id: 'run-1', item, logUrl: 'https://fake.example/log/run-1' };
          },
          progress: async () => {
            call('progress', 'run-1');
            return next(script.progress, { state: 'live' }, asked++);
          },
          log: async () => script.log,
          stop: async () => {
            calls.push('stop run-1');
            script.during?.stop?.();
          },
        },
      }),
      ...(has('previews') && {
        previews: {
          list: async () => [...previews],
          remove: async (preview: Preview) => {
            call('remove', preview.item.id);
            const at = previews.indexOf(preview);
            if (at >= 0) previews.splice(at, 1);
            const index = items.findIndex(({ id }) => id === preview.item.id);
            if (index >= 0) items.splice(index, 1);
            return true;
          },
        },
      }),
    };
  };

  const plan: Plan = {
    name: 'shop',
    kind: script.kind ?? 'app',
    ...{
      delivery: script.delivery ?? 'archive',
      install: { by: 'sync', flags: ['--frozen'] },
      manifest: { appmode: 'python-api' },
    },
    ...{ contentType: 'service', entrypoint: script.entrypoint ?? 'app.py', reasons: [], healthPaths: ['/'] },
    includes: () => true,
    includesExplicitly: () => false,
    added: [],
    maxBundleSize: 1_000_000,
    checkFiles: () => [],
    open: async (_access, { signal }, pullRequest) => {
      const name = pullRequest === undefined ? 'shop' : `shop-pr-${pullRequest}`;
      const gateway = open(name, signal);
      if (pullRequest === undefined) return gateway;
      return {
        ...gateway,
        deploy: async (...given) => {
          previews.push(previewOf(pullRequest));
          return gateway.deploy(...given);
        },
      };
    },
  };
  const platform: Platform = {
    name: 'ricochet',
    credentials: { server: 'FAKE_SERVER', token: 'FAKE_TOKEN' },
    settings: {},
    server: LINUX,
    words: { credential: 'key' },
    identify: async () => ({ identity: { id: '', name: 'shop', slug: '' }, findings: [] }),
    open: async ({ name }, _access, { signal }) => open(name, signal),
    plan: async () => ({ plan, findings: [] }),
  };
  return { platform, calls, items, previews, sources };
};
