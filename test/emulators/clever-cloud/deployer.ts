import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentEnvironment, type Environment, uvEnvironment } from '../host/environment.ts';
import type { Interpreter } from '../host/interpreters.ts';
import type { Log, Logs } from '../host/logs.ts';
import type { Processes, Running } from '../host/processes.ts';
import { formatVersion } from '../host/versions.ts';
import { type Instance, startInstance } from './machine.ts';
import type { Repositories } from './repositories.ts';
import type { App, Deployment, Store } from './store.ts';

/** What becomes of a deployment on purpose: none starts, its row goes, or it stays in a state. */
type Forced = 'never' | 'vanished' | (string & {});

export type Deployer = {
  /** Starts to bring a commit live; nothing for an app that may not run, or when told so. */
  deploy(appId: string, commit: string, cause: string): Deployment | undefined;
  /** Answers false when it has ended already. */
  cancel(appId: string, deployment: Deployment): boolean;
  /** Ends what runs. */
  stop(appId: string): Promise<void>;
  running(appId: string): { readonly instance: Instance; readonly deployment: Deployment } | undefined;
  force(state: Forced, times?: number): void;
  /** Starts again what was live when the server stopped. */
  resume(): void;
  close(): Promise<void>;
};

export type DeployerDeps = {
  readonly store: Store;
  readonly repositories: Repositories;
  readonly logs: Logs;
  readonly processes: Processes;
  readonly interpreters: () => Promise<Interpreter[]>;
  readonly folder: string;
  readonly uv: string;
  readonly cacheDir: string;
  readonly patienceMs: number;
  readonly startDelayMs: number;
};

const AUTHOR = { id: 'user_00000000-0000-4000-8000-000000000001', name: 'Example' };

/** Thrown into the work when a deployment is cancelled. */
const CANCELLED = new Error('The deployment was cancelled');

export const createDeployer = (deps: DeployerDeps): Deployer => {
  const { store, repositories, logs, processes, folder, patienceMs } = deps;
  const live = new Map<string, { instance: Instance; deployment: Deployment }>();
  const work = new Map<string, { abort: AbortController; done: Promise<void> }>();
  const forced: Forced[] = [];
  /** One deployment of an app after the other. */
  const queues = new Map<string, Promise<void>>();

  const releaseOf = ({ uuid }: Deployment): string => join(folder, uuid);

  const end = (appId: string, deployment: Deployment, state: string, log: Log): void => {
    deployment.state = state;
    if (store.deployment(appId, deployment.uuid) !== undefined) store.saveDeployment(appId, deployment);
    const seconds = ((Date.now() - deployment.date) / 1000).toFixed(1);
    log.write('bas', state === 'OK' ? `Successfully deployed in ${seconds} s` : `Deploy failed in ${seconds} s`);
  };

  const goLive = async (appId: string, deployment: Deployment, instance: Instance, log: Log): Promise<void> => {
    const before = live.get(appId);
    live.set(appId, { instance, deployment });
    const app = store.app(appId);
    if (app !== undefined) {
      store.save({ ...app, state: 'SHOULD_BE_UP', commit: deployment.commit, live: deployment.uuid });
    }
    void instance.process.exited.then(() => {
      log.end();
      if (live.get(appId)?.instance === instance) live.delete(appId);
    });
    await before?.instance.process.stop();
    if (before !== undefined) await rm(releaseOf(before.deployment), { recursive: true, force: true });
  };

  const run = async (app: App, deployment: Deployment, signal: AbortSignal): Promise<void> => {
    const log = logs.open(deployment.uuid);
    const release = releaseOf(deployment);
    const env = environmentOf(app, deployment);
    try {
      await sleep(deps.startDelayMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      await repositories.checkOut(app.id, deployment.commit, release);
      const root = rootOf(release, env);
      const isUv = existsSync(join(root, 'uv.lock')) && Boolean(env.CC_PYTHON_UV_RUN_COMMAND);
      const runEnv = isUv ? env : await buildLegacy(root, env, log, deps, signal);
      if (isUv) await build(release, env, log, deps, signal);
      // Clever Cloud's documentation, "Environment variables": the clone's history is gone before anything runs.
      await rm(join(release, '.git'), { recursive: true, force: true });
      if (app.settings.instanceLifetime === 'TASK' || env.CC_TASK === 'true') {
        deployment.state = 'TASK_RUNNING';
        store.saveDeployment(app.id, deployment);
        if (!env.CC_RUN_COMMAND) throw new Error('CC_RUN_COMMAND is mandatory for tasks');
        const task = processes.start(['bash', '-c', env.CC_RUN_COMMAND], { cwd: root, log, env });
        await succeed(task, 'The task', signal);
        store.save({ ...(store.app(app.id) ?? app), commit: deployment.commit });
      } else {
        const instance = await startInstance({ cwd: root, env: runEnv, log, processes, patienceMs }, signal);
        await goLive(app.id, deployment, instance, log);
      }
      end(app.id, deployment, 'OK', log);
    } catch (error) {
      if (error !== CANCELLED) log.write('bas', (error as Error).message);
      end(app.id, deployment, error === CANCELLED ? 'CANCELLED' : 'FAIL', log);
    }
    if (live.get(app.id)?.deployment.uuid !== deployment.uuid) log.end();
  };

  const environmentOf = (app: App, { commit }: Deployment): Environment =>
    contentEnvironment(
      folder,
      {
        UV_CACHE_DIR: deps.cacheDir,
        ...app.linked,
        ...app.env,
        APP_ID: app.id,
        CC_APP_ID: app.id,
        CC_COMMIT_ID: commit,
        COMMIT_ID: commit,
        INSTANCE_NUMBER: '0',
        INSTANCE_TYPE: 'production',
      },
      [dirname(deps.uv)],
    );

  const makeRow = (appId: string, commit: string, fields: Partial<Deployment>): Deployment => {
    const id = (store.deployments(appId)[0]?.id ?? 0) + 1;
    const row = { id, uuid: `deployment_${randomUUID()}`, date: Date.now(), state: 'WIP', action: 'DEPLOY', commit };
    const deployment = { ...row, cause: 'Git', instances: 1, author: AUTHOR, ...fields };
    store.saveDeployment(appId, deployment);
    return deployment;
  };

  const hold = (appId: string, deployment: Deployment, state: Forced): void => {
    logs.open(deployment.uuid).end();
    if (state !== 'vanished') {
      store.saveDeployment(appId, { ...deployment, state });
      return;
    }
    store.removeDeployment(deployment.uuid);
    makeRow(appId, deployment.commit, { id: deployment.id + 1, action: 'CANCEL', state: 'OK' });
  };

  const cancel: Deployer['cancel'] = (appId, deployment) => {
    const begun = work.get(deployment.uuid);
    begun?.abort.abort(CANCELLED);
    if (begun === undefined && deployment.state === 'WIP') {
      store.saveDeployment(appId, { ...deployment, state: 'CANCELLED' });
      return true;
    }
    return begun !== undefined;
  };

  return {
    deploy(appId, commit, cause) {
      const app = store.app(appId);
      const state = forced.shift();
      if (app === undefined || state === 'never') return undefined;
      if (app.state === 'MODERATED' || app.state === 'DEFAULT_OF_PAYMENT') return undefined;
      if (app.settings.cancelOnPush === true) {
        for (const other of store.deployments(appId)) if (other.state === 'WIP') cancel(appId, other);
      }
      const deployment = makeRow(appId, commit, { cause });
      if (state !== undefined) {
        hold(appId, deployment, state);
        return deployment;
      }
      const abort = new AbortController();
      const before = queues.get(appId) ?? Promise.resolve();
      const done = before
        .then(() => run(store.app(appId) ?? app, { ...deployment }, abort.signal))
        .finally(() => work.delete(deployment.uuid));
      queues.set(appId, done);
      work.set(deployment.uuid, { abort, done });
      return deployment;
    },
    cancel,
    async stop(appId) {
      for (const deployment of store.deployments(appId)) work.get(deployment.uuid)?.abort.abort(CANCELLED);
      await queues.get(appId);
      await live.get(appId)?.instance.process.stop();
      live.delete(appId);
    },
    running: (appId) => live.get(appId),
    force(state, times = 1) {
      for (let i = 0; i < times; i++) forced.push(state);
    },
    resume() {
      for (const app of store.apps()) {
        for (const row of store.deployments(app.id)) {
          if (row.state === 'WIP' || row.state === 'TASK_RUNNING')
            store.saveDeployment(app.id, { ...row, state: 'FAIL' });
        }
        const deployment = app.live === undefined ? undefined : store.deployment(app.id, app.live);
        if (app.state !== 'SHOULD_BE_UP' || deployment === undefined || !existsSync(releaseOf(deployment))) continue;
        const [log, env] = [logs.open(deployment.uuid), environmentOf(app, deployment)];
        const options = { cwd: rootOf(releaseOf(deployment), env), env, log, processes, patienceMs };
        const done = startInstance(options, new AbortController().signal)
          .then((instance) => goLive(app.id, deployment, instance, log))
          .catch((error: Error) => log.write('bas', error.message));
        queues.set(app.id, done);
      }
    },
    async close() {
      for (const { abort } of work.values()) abort.abort(CANCELLED);
      await Promise.allSettled(queues.values());
    },
  };
};

/** Ends a process when the deployment is cancelled. @throws Error when it does not end well */
const succeed = async (process: Running, name: string, signal: AbortSignal): Promise<void> => {
  const stop = () => void process.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const { code } = await process.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`${name} has ended with exit code ${code}`);
};

/**
 * Installs the packages of a release as the platform does in its uv mode (Clever Cloud's documentation, Python with uv).
 */
const build = async (
  release: string,
  env: Environment,
  log: Log,
  deps: DeployerDeps,
  signal: AbortSignal,
): Promise<void> => {
  const { processes, uv, cacheDir } = deps;
  const root = rootOf(release, env);
  checkFiles(root);
  const hook = async (name: string): Promise<void> => {
    const command = env[name];
    if (!command) return;
    await succeed(processes.start(['bash', '-c', command], { cwd: release, log, env }), name, signal);
  };
  await hook('CC_PRE_BUILD_HOOK');
  const args = ['sync', '--locked', '--no-progress', ...(env.ENVIRONMENT === 'development' ? [] : ['--no-dev'])];
  log.write('bas', `$ uv ${args.join(' ')}`);
  const python = await pythonFolder([env.CC_PYTHON_VERSION, versionIn(root)], deps);
  const uvEnv = uvEnvironment({ ...withoutPath(env), UV_CACHE_DIR: cacheDir }, python);
  await succeed(processes.start([uv, ...args], { cwd: root, log, env: uvEnv }), 'uv sync', signal);
  await hook('CC_POST_BUILD_HOOK');
  log.write('bas', 'Build succeeded in 1 s');
  await hook('CC_PRE_RUN_HOOK');
};

/** What the older backend runs behind its web server: the WSGI app that `CC_PYTHON_MODULE` names; without one, errors for everybody. */
const LEGACY_SERVER = `import importlib, os, sys
from wsgiref.simple_server import make_server

sys.path.insert(0, "")


def nothing(environ, start_response):
    start_response("500 Internal Server Error", [])
    return [b"Internal Server Error"]


module, _, name = os.environ.get("CC_PYTHON_MODULE", "").partition(":")
app = getattr(importlib.import_module(module), name) if module else nothing
make_server("0.0.0.0", int(os.environ["PORT"]), app).serve_forever()
`;

/**
 * Builds as the platform does without \`uv.lock\` or without the run command, and without a word about it: the packages of
 * requirements.txt, whatever uv.lock says, and a server of its own (Clever Cloud's documentation, Python). Answers the environment to
 * start it in.
 */
const buildLegacy = async (
  release: string,
  env: Environment,
  log: Log,
  deps: DeployerDeps,
  signal: AbortSignal,
): Promise<Environment> => {
  const { processes, uv, cacheDir } = deps;
  checkFiles(release);
  const uvEnv = uvEnvironment(
    { ...withoutPath(env), UV_CACHE_DIR: cacheDir },
    await pythonFolder([env.CC_PYTHON_VERSION], deps),
  );
  const step = (name: string, ...args: string[]) =>
    succeed(processes.start([uv, ...args], { cwd: release, log, env: uvEnv }), name, signal);
  await step('virtualenv', 'venv', '--quiet');
  const requirements = env.CC_PIP_REQUIREMENTS_FILE || 'requirements.txt';
  if (existsSync(join(release, requirements))) {
    await step('pip install', 'pip', 'install', '--no-progress', '--python', '.venv', '-r', requirements);
  }
  log.write('bas', 'Build succeeded in 1 s');
  await writeFile(join(release, '.legacy.py'), LEGACY_SERVER);
  const { CC_PYTHON_UV_RUN_COMMAND: _, ...others } = env;
  return { ...others, CC_RUN_COMMAND: env.CC_RUN_COMMAND || '.venv/bin/python .legacy.py' };
};

const withoutPath = ({ PATH: _path, HOME: _home, ...rest }: Environment): Environment => rest;

/** The folder that is built and run; hooks begin in the one of the repository (Clever Cloud's documentation, `APP_FOLDER`). */
const rootOf = (release: string, { APP_FOLDER = '' }: Environment): string => {
  const root = join(release, APP_FOLDER);
  if (!existsSync(root)) throw new Error(`APP_FOLDER: the folder ${APP_FOLDER} does not exist`);
  return root;
};

/** A file selects the Python as the variable does (Clever Cloud's changelog of 2026-10-09). */
const versionIn = (root: string): string | undefined => {
  const file = join(root, 'clevercloud/python_version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** Files that stop a deployment when they are malformed (Clever Cloud's changelog of 2026-10-09). */
const checkFiles = (release: string): void => {
  const cron = join(release, 'clevercloud/cron.json');
  if (!existsSync(cron)) return;
  const isList = (value: unknown): boolean => Array.isArray(value) && value.every((line) => typeof line === 'string');
  let jobs: unknown;
  try {
    jobs = JSON.parse(readFileSync(cron, 'utf8'));
  } catch {
    jobs = undefined;
  }
  if (!isList(jobs)) throw new Error('clevercloud/cron.json is not valid: it must be a JSON array of strings');
};

/** The folder of the interpreter that the first of these selects. @throws Error when the image does not have one of them */
const pythonFolder = async (said: (string | undefined)[], { interpreters }: DeployerDeps): Promise<string[]> => {
  const versions = said.filter((version) => version !== undefined);
  const unknown = versions.find((version) => !/^(?:2|3|3\.(?:9|1[0-4]))$/.test(version));
  if (unknown !== undefined) throw new Error(`CC_PYTHON_VERSION: Python ${unknown} is not available`);
  const [version] = versions;
  if (version === undefined || version === '3') return [];
  const found = (await interpreters()).find((python) => formatVersion(python.version).startsWith(`${version}.`));
  return found === undefined ? [] : [dirname(found.path)];
};
