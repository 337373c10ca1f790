import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Faults } from '../host/faults.ts';
import { createInterpreters, type Interpreter, pyenvFolders } from '../host/interpreters.ts';
import { type Call, listen, type Reply, text } from '../host/listener.ts';
import { createLogs } from '../host/logs.ts';
import { createProcesses } from '../host/processes.ts';
import { forward } from '../host/proxy.ts';
import type { Requests } from '../host/requests.ts';
import { isReachable } from './container.ts';
import { type App, createDeployer } from './deployer.ts';
import { createMcp, type Knobs, type Mcp } from './mcp.ts';
import { createOAuth, type OAuth } from './oauth.ts';
import { createRepositories, type Repositories } from './repositories.ts';
import { createTools } from './tools.ts';

export type DeploymillOptions = {
  /** The folder for everything the server keeps. */
  readonly home: string;
  readonly uv: string;
  /** uv's cache. Default: below `home`. */
  readonly cacheDir?: string;
  /** Default: those that uv finds. */
  readonly interpreters?: () => Promise<Interpreter[]>;
  /** Default: a free one. */
  readonly port?: number;
  /** How long an app has until it listens. */
  readonly patienceMs?: number;
};

export type DeploymillServer = {
  readonly url: string;
  readonly token: string;
  readonly oauth: OAuth['self'];
  readonly revoke: OAuth['revoke'];
  readonly faults: Faults;
  readonly requests: Requests;
  readonly knobs: Knobs;
  readonly calls: Mcp['calls'];
  readonly forgetSessions: Mcp['forget'];
  readonly repositories: Repositories;
  /** Makes an app for a repository, as `start_project` or `import_repo` do for people; nothing is deployed. */
  createApp(name: string, repository: string, branch?: string): Promise<App>;
  apps(): App[];
  /** Where an app answers. */
  address(app: Pick<App, 'id'>): string;
  log(app: App, source: 'build' | 'runtime'): string;
  close(): Promise<void>;
};

const PATIENCE_MS = 15_000;
const EDGE = /^\/edge\/([\w-]+)(?=\/|$)/;

/** Starts a deploymill: its MCP server with real builds of Dockerfiles behind it, the repositories of its apps, and its edge. */
export const startDeploymill = async (options: DeploymillOptions): Promise<DeploymillServer> => {
  const { home, uv, cacheDir = join(home, 'uv-cache'), patienceMs = PATIENCE_MS } = options;
  const { interpreters = createInterpreters(uv, pyenvFolders()) } = options;
  mkdirSync(home, { recursive: true });
  const knobs: Knobs = {
    ...{ era: 'both', answers: 'auto', structured: true, probe: 'GET', sharesData: false },
    cut: undefined,
    tools: (tools) => tools,
    before: async () => undefined,
  };
  const url = (): string => `http://127.0.0.1:${listener.port}`;
  const address = ({ id }: Pick<App, 'id'>): string => `${url()}/edge/${id}`;
  const apps = new Map<string, App>();
  const logs = createLogs(join(home, 'logs'));
  const processes = createProcesses();
  const repositories = createRepositories(join(home, 'repositories'));
  const deployer = createDeployer({
    ...{ repositories, logs, processes, interpreters, uv, cacheDir, patienceMs },
    ...{ folder: join(home, 'builds'), probeMethod: () => knobs.probe },
  });
  const oauth = createOAuth(url);
  const mcp = createMcp(
    createTools({
      ...{ apps, deployer, logs, address, sharesData: () => knobs.sharesData },
      branchExists: async ({ repository }, branch) => (await repositories.head(repository, branch)) !== undefined,
    }),
    knobs,
  );

  const visit = (call: Call, id: string): Reply => {
    const live = apps.get(id)?.live;
    if (live === undefined || !isReachable(live.container)) return text('App is not responding', 502);
    const upstream = { port: live.container.port, prefix: `/edge/${id}`, hidden: [] };
    return (response) => forward(call.request, call.body, response, upstream);
  };

  const serve = async (call: Call): Promise<Reply> => {
    const [, id] = EDGE.exec(call.path) ?? [];
    if (id !== undefined) return visit(call, id);
    if (call.path.startsWith('/git/')) return repositories.serve(call);
    if (call.path === '/mcp') {
      if (!oauth.isAllowed(call.request.headers.authorization)) return oauth.refusal();
      return (response) => mcp.handle(call, response);
    }
    return (await oauth.serve(call)) ?? text('Not found', 404);
  };
  const listener = await listen(
    { serve, upgrade: async (_, socket) => void socket.destroy() },
    options.port ?? 0,
    '127.0.0.1',
  );

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    await deployer.close();
    await processes.close();
  };
  return {
    ...{ url: url(), token: oauth.self.token, oauth: oauth.self, revoke: oauth.revoke, knobs, address, repositories },
    ...{ faults: listener.faults, requests: listener.requests, calls: mcp.calls, forgetSessions: mcp.forget },
    async createApp(name, repository, branch = 'main') {
      await repositories.create(repository);
      const app: App = { id: `app_${randomUUID()}`, name, repository, branch, env: new Map(), deployments: [] };
      apps.set(app.id, app);
      return app;
    },
    apps: () => [...apps.values()],
    log: deployer.log,
    close() {
      closing ??= close();
      return closing;
    },
  };
};
