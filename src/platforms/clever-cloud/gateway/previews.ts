import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { GatewayDeps, Origin, Preview, Previews } from '../../gateway.ts';
import { markedName } from '../../shared/marked-name.ts';
import type { Api } from '../api/api.ts';
import type { App, Env } from '../api/values.ts';
import type { AppSpec } from './app-spec.ts';
import type { Apps } from './apps.ts';
import type { Bench } from './delivery.ts';
import { NAME_LIMIT } from './variant.ts';

/** The variable that marks an app as a preview: `<owner/repo>#<number>`. No other app is ever removed. */
const MARK = 'UV_DEPLOY_PREVIEW';

/** The app of a pull request, in place of the app's own. */
export type PreviewSpec = AppSpec & { readonly mark: string };

const previewName = (app: string, pullRequest: number): string => markedName(app, `-pr-${pullRequest}`, NAME_LIMIT);

function markOf({ repository }: Origin, pullRequest: number): string {
  const name = URL.canParse(repository) ? new URL(repository).pathname.slice(1) : repository;
  return `${name}#${pullRequest}`;
}

/** With the settings of the app, and without its id and its domains. */
export function previewSpec(spec: AppSpec, pullRequest: number, origin: Origin): PreviewSpec {
  const mark = markOf(origin, pullRequest);
  return {
    ...spec,
    ...{ id: '', name: previewName(spec.name, pullRequest), domains: [], mark },
    model: { id: spec.id, name: spec.name },
    env: { ...spec.env, [MARK]: mark },
    judge: async (there) => {
      const judged = await spec.judge(there);
      return { ...judged, env: { ...judged.env, [MARK]: mark } };
    },
  };
}

/**
 * A preview runs code that nobody has reviewed: it gets those variables that were named for it, of the step (`env`) and of the app that
 * it is a preview of, which may have them from elsewhere.
 */
export async function previewVariables(
  { previewEnv: names }: AppSpec,
  env: readonly EnvVar[],
  { api, apps, say }: Pick<Bench, 'api' | 'apps'> & Pick<GatewayDeps, 'say'>,
): Promise<readonly EnvVar[]> {
  const left = env.map(({ name }) => name).filter((name) => !names.includes(name));
  if (left.length > 0) {
    say(
      `The preview does not get ${left.join(', ')}: only those in preview-env under [tool.uv-deploy.clever-cloud] are passed.`,
    );
  }
  const given = env.filter(({ name }) => names.includes(name));
  const missing = names.filter((name) => given.every((one) => one.name !== name));
  const model = missing.length > 0 ? await apps.findModel() : undefined;
  const there = model ? await api.env(model) : {};
  return [...given, ...missing.flatMap((name) => (name in there ? [{ name, value: there[name] ?? '' }] : []))];
}

/** Throws when an app has the name of the preview, and is none: it may be anybody's. */
export function checkMarked({ name, id }: App, env: Env, { mark }: PreviewSpec): void {
  if (env[MARK] === mark) return;
  throw failure(
    'conflict',
    `The app '${quote(name)}' (${id}) has the name of the preview, and is not marked as one: its variable ${MARK} is not ${mark}.`,
    'Rename or remove it in the console, and run the job again.',
  );
}

/** The previews of `app` among the owner's apps, told by their names and their mark, so that nothing has to be remembered. */
export function createPreviews(
  app: string,
  apps: Apps,
  api: Api,
  { say, origin, clock, signal }: GatewayDeps,
): Previews {
  const isMarked = async (one: App, pullRequest: number): Promise<boolean> =>
    (await api.env(one))[MARK] === markOf(origin, pullRequest);

  const cancelAll = async (one: App): Promise<void> => {
    const running = (await api.deployments(one, 5)).filter(({ state }) => state === 'WIP' || state === 'TASK_RUNNING');
    // One that has ended meanwhile is as good.
    for (const { uuid } of running) await api.cancel(one, uuid).catch(() => signal.throwIfAborted());
    if (running.length > 0) await clock.sleep(1_000, signal);
  };

  return {
    list: async () => {
      const found: Preview[] = [];
      for (const one of await apps.list()) {
        const pullRequest = Number(/-pr-([1-9]\d{0,9})$/.exec(one.name)?.[1] ?? 0);
        if (pullRequest === 0 || one.name !== previewName(app, pullRequest)) continue;
        if (await isMarked(one, pullRequest)) found.push({ pullRequest, item: await apps.toItem(one) });
      }
      return found;
    },

    remove: async ({ pullRequest, item }) => {
      const one = await apps.lookUp(item.id);
      if (one !== undefined && !(await isMarked(one, pullRequest))) {
        throw failure(
          'not-a-preview',
          `'${quote(item.name)}' (${item.id}) is not marked as the preview of pull request ${pullRequest}: it was not removed.`,
          'Remove it in the console if it is not needed.',
        );
      }
      if (one !== undefined) await cancelAll(one);
      const wasThere = one !== undefined && (await api.removeApp(one));
      say(wasThere ? `Removed '${quote(item.name)}' (${item.id}).` : `'${quote(item.name)}' was already gone.`);
      return wasThere;
    },
  };
}
