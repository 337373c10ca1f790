import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Params } from '../../../inputs/params.ts';
import { lingering } from '../../../ports/clock.ts';
import type { Invocation, Item, Tasks } from '../../gateway.ts';
import { createApi } from '../api/api.ts';
import type { App, Env } from '../api/values.ts';
import { consoleUrl } from './apps.ts';
import type { Bench } from './delivery.ts';
import { apiWithin, createDeployment, type Deployment } from './deployment.ts';
import { changedNames } from './env.ts';
import { readLog } from './log.ts';
import { startOnce } from './push.ts';

/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;

/** The parameters of the run, as JSON. */
const PARAMS = 'UV_DEPLOY_PARAMS';

/** A task is an app that runs to its end: each start is a deployment of the commit that it has. */
export function createTasks(paramsAsEnv: boolean, { access, api, apps, deps }: Bench): Tasks {
  const runs = new Map<string, { readonly app: App; readonly deployment: Deployment }>();

  const setParams = async (app: App, params: Params | undefined): Promise<void> => {
    const before = await api.env(app);
    const after = withParams(before, params ?? {}, paramsAsEnv);
    if (changedNames(before, after).length > 0) await api.setEnv(app, after);
  };

  const appOf = async ({ item }: Pick<Invocation, 'item'>): Promise<App> => {
    const app = await apps.lookUp(item.id);
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
      const begun = { commit: app.commit ?? '', uuid: id, isRun: true };
      runs.set(id, { app, deployment: createDeployment(begun, app, api, deps) });
      return { id, item, logUrl: consoleUrl(app) };
    },

    progress: async ({ id }, withinMs) =>
      (await runs.get(id)?.deployment.progress(apiWithin(withinMs, access, deps))) ?? { state: 'untold' },

    log: async (invocation) => {
      const app = runs.get(invocation.id)?.app ?? (await appOf(invocation));
      const row = await api.deployment(app, invocation.id);
      return row && (await readLog(app, row, api)).map((line) => `${line}\n`).join('');
    },

    stop: async (invocation, within) => {
      const through = createApi(access, { ...deps, signal: within });
      await runs.get(invocation.id)?.deployment.cancel(through);
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
