import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../host/database.ts';
import type { Faults } from '../host/faults.ts';
import { createInterpreters, type Interpreter } from '../host/interpreters.ts';
import { type Answer, type Call, json, listen, type Reply, text } from '../host/listener.ts';
import { createLogs } from '../host/logs.ts';
import { createProcesses } from '../host/processes.ts';
import { forward } from '../host/proxy.ts';
import { Refusal } from '../host/refusal.ts';
import type { Requests } from '../host/requests.ts';
import { CONSUMER, type Credentials, checkOAuth, isBasic, isService } from './access.ts';
import { type Knobs, ORGANISATION, type Parts, serveApi } from './api.ts';
import { createDeployer, type Deployer } from './deployer.ts';
import { createRepositories, type Repositories } from './repositories.ts';
import { type App, createStore, type Deployment, SCHEMA } from './store.ts';

export type CleverCloudOptions = {
  /** The folder for everything the server keeps. A server on the same folder goes on where the last one stopped. */
  readonly home: string;
  readonly uv: string;
  /** uv's cache. Default: below `home`. */
  readonly cacheDir?: string;
  /** Default: those that uv finds. */
  readonly interpreters?: () => Promise<Interpreter[]>;
  /** Default: a free one. */
  readonly port?: number;
  readonly credentials?: Credentials;
  /** How long an app has until its health checks pass. */
  readonly patienceMs?: number;
  /** How long a deployment waits until it begins. */
  readonly startDelayMs?: number;
};

export type CleverCloudServer = Credentials & {
  readonly url: string;
  /** The organisation that everything belongs to; its name is `Example`. */
  readonly organisation: string;
  readonly faults: Faults;
  readonly requests: Requests;
  readonly knobs: Knobs;
  readonly repositories: Repositories;
  apps(): App[];
  /** Changes what the server knows of an app: its state, who deploys it. */
  edit(id: string, change: Partial<App>): void;
  /** Newest first. */
  deployments(appId: string): Deployment[];
  /** What becomes of the next deployments: `never` starts none, `vanished` takes its row away, any other is its state for good. */
  force: Deployer['force'];
  log(deploymentUuid: string): string;
  close(): Promise<void>;
};

const PATIENCE_MS = 60_000;
const GIT = /^\/(app_[0-9a-f-]{36})\.git\//;
const DAY_MS = 86_400_000;

/** Clever Cloud's own numbers of errors, by status (its clients' sources, as far as they are known). */
const NUMBERS: Readonly<Record<number, number>> = { 401: 2001, 403: 2002, 404: 4004 };

/** Starts a Clever Cloud for Python apps: its API and its git, with real repositories, environments and processes behind it. */
export const startCleverCloud = async (options: CleverCloudOptions): Promise<CleverCloudServer> => {
  const { home, credentials = { token: 'tok', secret: 'sec' }, patienceMs = PATIENCE_MS, startDelayMs = 0 } = options;
  const { uv, cacheDir = join(home, 'uv-cache'), interpreters = createInterpreters(uv, []) } = options;
  mkdirSync(home, { recursive: true });
  const database = openDatabase(join(home, 'clever-cloud.sqlite'), SCHEMA);
  const store = createStore(database);
  const logs = createLogs(join(home, 'logs'));
  const processes = createProcesses();
  const repositories = createRepositories(join(home, 'repositories'));
  const deployer = createDeployer({
    ...{ store, repositories, logs, processes, patienceMs, startDelayMs, folder: join(home, 'releases') },
    ...{ interpreters, uv, cacheDir },
  });
  const knobs: Knobs = {
    creatingPolls: 0,
    logs: 'live',
    domain: (appId) => `${appId.replace('_', '-')}.cleverapps.io/`,
    expires: Date.now() + 365 * DAY_MS,
    consumer: CONSUMER,
  };
  const url = (): string => `http://127.0.0.1:${listener.port}`;
  const parts: Parts = { store, repositories, deployer, logs, knobs, url };

  const serveGit = async (call: Call, id: string): Promise<Answer> => {
    if (!isBasic(call.request.headers.authorization, credentials)) {
      return { ...text('401 Authorization Required', 401), headers: { 'www-authenticate': 'Basic realm="git"' } };
    }
    const app = store.app(id);
    if (app === undefined || app.creating > 0 || app.github !== undefined) return text('Not found', 404);
    const before = await repositories.head(id);
    const answer = await repositories.serve(call);
    const after = await repositories.head(id);
    // The hooks run before the answer: a push whose answer is lost has started its deployment all the same.
    if (after !== undefined && after !== before) deployer.deploy(id, after, 'Git');
    return answer;
  };

  const serve = async (call: Call): Promise<Reply> => {
    const visited = visitedApp(call, store.apps());
    if (visited !== undefined) return visit(call, visited, deployer);
    const [, id] = GIT.exec(call.path) ?? [];
    if (id !== undefined) return serveGit(call, id);
    try {
      const { authorization } = call.request.headers;
      if (!isService(authorization, call.path)) checkOAuth(authorization, credentials, knobs.consumer);
      return await serveApi(call, parts);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return json({ id: NUMBERS[error.status] ?? error.status, message: error.message, type: 'error' }, error.status);
    }
  };
  const listener = await listen(
    { serve, upgrade: async (_, socket) => void socket.destroy() },
    options.port ?? 0,
    '127.0.0.1',
  );
  deployer.resume();

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    await Promise.all([deployer.close(), processes.close()]);
    database.close();
  };
  return {
    ...credentials,
    ...{ url: url(), organisation: ORGANISATION, faults: listener.faults, requests: listener.requests },
    ...{ knobs, repositories, apps: store.apps, deployments: store.deployments, force: deployer.force, log: logs.read },
    edit(id, change) {
      const app = store.app(id);
      if (app !== undefined) store.save({ ...app, ...change });
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
};

type Visited = { readonly app: App; readonly prefix: string };

/** The app whose domain a request is for: by its host, and by the path where the domain has one. */
const visitedApp = ({ request, path }: Call, apps: readonly App[]): Visited | undefined => {
  const { host = '' } = request.headers;
  for (const app of apps) {
    for (const fqdn of app.vhosts) {
      const [name, ...folders] = fqdn.replace(/\/$/, '').split('/');
      const prefix = folders.map((folder) => `/${folder}`).join('');
      if (name === host && `${path}/`.startsWith(`${prefix}/`)) return { app, prefix };
    }
  }
  return undefined;
};

const visit = (call: Call, { app, prefix }: Visited, deployer: Deployer): Reply => {
  const running = deployer.running(app.id);
  if (running === undefined) return text('404 Not Found', 404);
  const upstream = { port: running.instance.port, prefix, hidden: [] };
  return (response) => forward(call.request, call.body, response, upstream);
};
