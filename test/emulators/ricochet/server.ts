import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '../host/database.ts';
import type { Faults } from '../host/faults.ts';
import { createInterpreters } from '../host/interpreters.ts';
import { listen } from '../host/listener.ts';
import { createLogs } from '../host/logs.ts';
import { createProcesses } from '../host/processes.ts';
import type { Requests } from '../host/requests.ts';
import { createAccess } from './access.ts';
import { serveApi } from './api.ts';
import { createApps } from './apps.ts';
import { createContent } from './content.ts';
import { SCHEMA } from './database.ts';
import { createDeployments, type Deployment, type DeploymentStatus, publicView } from './deployments.ts';
import { createDrift } from './drift.ts';
import { createFolders, type Folders } from './folders.ts';
import type { InstanceRecord } from './instance.ts';
import { createInvocations } from './invocations.ts';
import { createItems, type Item } from './items.ts';
import { createKeys, type KeyOptions, type Keys } from './keys.ts';
import { servePage } from './pages.ts';
import type { Dialect, Parts } from './parts.ts';
import { createRestores } from './restores.ts';
import { createSchedules } from './schedules.ts';
import { createTasks } from './tasks.ts';
import { createUv } from './uv.ts';
import { createVariables } from './variables.ts';
import { serveUpgrade, serveVisit } from './visits.ts';

export type RicochetOptions = Partial<Dialect> & {
  /** The folder for everything the server keeps. A server on the same folder goes on where the last one stopped. */
  readonly home: string;
  /** The uv executable. */
  readonly uv: string;
  /** Default: a free one. */
  readonly port?: number;
  readonly host?: string;
  /** How others reach the server, when not by its address. */
  readonly publicUrl?: string;
  /** uv's cache. Default: below `home`, as ricochet has it. */
  readonly cacheDir?: string;
  /** Folders with interpreters that are not on PATH. */
  readonly interpreterPaths?: readonly string[];
  readonly concurrentRestores?: number;
  readonly restoreTimeoutMs?: number;
  /** How long an app may take to listen. */
  readonly startTimeoutMs?: number;
  /** How long an instance stays without a connection. */
  readonly idleMs?: number;
};

export type RicochetServer = {
  readonly url: string;
  /** The key of the first user; the same again after a restart. */
  readonly apiKey: string;
  readonly home: string;
  readonly faults: Faults;
  readonly requests: Requests;
  items(): Item[];
  /** Newest first. */
  deployments(contentId: string): Deployment[];
  instances(contentId: string): InstanceRecord[];
  createKey(options: KeyOptions): string;
  /** The next deployments end in this status without being restored; with `pending` they never end. Any word, as of a newer server. */
  force(status: string, times?: number): void;
  /** Stops every process the server has started, and its listener. */
  close(): Promise<void>;
};

const MAX_BUNDLE_SIZE = 100_000_000; // documented: 100 MB
const RESTORE_TIMEOUT_MS = 1_800_000; // ricochet's published schema
const START_TIMEOUT_MS = 60_000; // inferred, as is the next one
const IDLE_MS = 300_000;

const firstKey = ({ apiKey: path }: Folders, keys: Keys): string => {
  if (!existsSync(path)) writeFileSync(path, keys.create({ user: 'owner' }), { mode: 0o600 });
  return readFileSync(path, 'utf8');
};

/** Starts a ricochet server for Python content: its protocol, with real environments and real processes behind it. */
export const startRicochet = async (options: RicochetOptions): Promise<RicochetServer> => {
  const { home, host = '127.0.0.1', concurrentRestores = 2, interpreterPaths = [] } = options;
  const { restoreTimeoutMs = RESTORE_TIMEOUT_MS, startTimeoutMs = START_TIMEOUT_MS, idleMs = IDLE_MS } = options;
  const {
    maxBundleSize = MAX_BUNDLE_SIZE,
    deploymentIdSpelling = 'deployment_id',
    followable = true,
    version = '0.17',
  } = options;

  const folders = createFolders(home);
  const database = openDatabase(folders.database, SCHEMA);
  const logs = createLogs(folders.logs);
  const processes = createProcesses();
  const keys = createKeys(database);
  const items = createItems(database);
  const deployments = createDeployments(database);
  const invocations = createInvocations(database);
  const variables = createVariables(database, folders.variablesKey);
  const uv = createUv({ uv: options.uv, cacheDir: options.cacheDir ?? folders.uvCache, version }, processes);
  const interpreters = createInterpreters(options.uv, interpreterPaths);
  const content = createContent({ folders, processes, variables });

  const restores = createRestores({
    ...{ folders, deployments, interpreters, uv, version, items, logs, concurrent: concurrentRestores },
    timeoutMs: restoreTimeoutMs,
    released({ id, content_id }) {
      // An older deployment may take longer than a newer one: then it comes too late.
      if (id < (items.get(content_id)?.current ?? '')) return;
      items.release(content_id, id);
      apps.refresh(content_id);
    },
  });
  const drift = createDrift({ items, deployments, restores, folders, logs, uv });
  const apps = createApps({ items, content, drift, logs, startTimeoutMs, idleMs });
  const tasks = createTasks({ invocations, content, drift, logs });
  const schedules = createSchedules({ items, keys, tasks });

  const parts: Parts = {
    ...{ apps, deployments, folders, invocations, items, keys, logs, restores, schedules, tasks, variables },
    access: createAccess(keys),
    dialect: { maxBundleSize, deploymentIdSpelling, followable, version },
  };
  const listener = await listen(
    {
      serve: async (call) =>
        call.path.startsWith('/api/')
          ? serveApi(call, parts)
          : ((await servePage(call, parts)) ?? serveVisit(call, parts)),
      upgrade: (request, socket, head) => serveUpgrade(request, socket, head, parts),
    },
    options.port ?? 0,
    host,
  );

  tasks.resume();
  restores.resume();
  for (const { id } of items.all()) {
    schedules.arm(id);
    apps.refresh(id);
  }

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    schedules.close();
    await listener.close();
    // Together: each of the first three waits for processes that the last one stops.
    await Promise.all([restores.close(), apps.close(), tasks.close(), processes.close()]);
    database.close();
  };

  return {
    url: options.publicUrl ?? `http://${host}:${listener.port}`,
    apiKey: firstKey(folders, keys),
    home,
    faults: listener.faults,
    requests: listener.requests,
    items: items.all,
    deployments: (contentId) => deployments.of(contentId).map(publicView),
    instances: apps.list,
    createKey: keys.create,
    force: (status, times) => restores.force(status as DeploymentStatus, times),
    close() {
      closing ??= close();
      return closing;
    },
  };
};
