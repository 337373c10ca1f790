import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Params } from '../../../inputs/params.ts';
import { lingering } from '../../../ports/clock.ts';
import type { Access, GatewayDeps, Invocation, Item, Tasks } from '../../gateway.ts';
import { type Api, createApi } from '../api/api.ts';
import type { App, Env } from '../api/values.ts';
import { consoleUrl } from './apps.ts';
import { apiWithin, type Course, createCourse } from './course.ts';
import { changedNames } from './env.ts';
import { readLog } from './log.ts';
import { startOnce } from './push.ts';

/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;

/** The parameters of the run, as JSON. */
const PARAMS = 'UV_DEPLOY_PARAMS';

/** A task is an app that runs to its end: each start is a deployment of the commit that it has. */
export function createTasks(paramsAsEnv: boolean, api: Api, access: Access, deps: GatewayDeps): Tasks {
  const runs = new Map<string, { readonly app: App; readonly course: Course }>();

  const setParams = async (app: App, params: Params | undefined): Promise<void> => {
    const before = await api.env(app);
    const after = withParams(before, params ?? {}, paramsAsEnv);
    if (changedNames(before, after).length > 0) await api.setEnv(app, after);
  };

  const appOf = async ({ item }: Pick<Invocation, 'item'>): Promise<App> => {
    const app = await api.appById(item.id);
    if (app) return app;
    throw failure('not-found', `The app ${item.id} is gone.`, "Deploy it again, or correct 'id'.");
  };

  return {
    start: async (item, params): Promise<Invocation> => {
      const app = await appOf({ item });
      if (app.lifetime !== 'TASK') throw notATask(item);
      await setParams(app, params);
      const patient = createApi(access, { ...deps, signal: lingering(deps.signal, LINGER_MS) });
      const id = await startOnce(app, () => patient.redeploy(app), api, deps);
      runs.set(id, { app, course: createCourse({ commit: app.commit ?? '', uuid: id, isRun: true }, app, api, deps) });
      return { id, item, logUrl: consoleUrl(app) };
    },

    progress: async ({ id }, withinMs) =>
      (await runs.get(id)?.course.progress(apiWithin(withinMs, access, deps))) ?? { state: 'untold' },

    log: async (invocation) => {
      const app = runs.get(invocation.id)?.app ?? (await appOf(invocation));
      const deployment = await api.deployment(app, invocation.id);
      return deployment && (await readLog(app, deployment, api)).map((line) => `${line}\n`).join('');
    },

    stop: async (invocation, within) => {
      const through = createApi(access, { ...deps, signal: within });
      await runs.get(invocation.id)?.course.cancel(through);
    },
  };
}

/** The variables with the parameters of this run in place of those of the run before. */
function withParams(env: Env, params: Params, asEnv: boolean): Env {
  const before: Record<string, unknown> = asEnv ? parse(env[PARAMS]) : {};
  const kept = Object.entries(env).filter(([name]) => name !== PARAMS && !Object.hasOwn(before, name));
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const own = Object.entries(params).map(([name, value]): [string, string] => [name, shown(value)]);
  return {
    ...Object.fromEntries(kept),
    ...(asEnv && Object.fromEntries(own)),
    ...(own.length > 0 && { [PARAMS]: JSON.stringify(params) }),
  };
}

function parse(text = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const notATask = (item: Item) =>
  failure(
    'not-a-task',
    `'${quote(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`,
    "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.",
  );
