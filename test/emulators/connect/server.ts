import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '../host/database.ts';
import type { Faults } from '../host/faults.ts';
import { createInterpreters, type Interpreter } from '../host/interpreters.ts';
import { type Call, listen, type Reply } from '../host/listener.ts';
import { createLogs } from '../host/logs.ts';
import { createProcesses } from '../host/processes.ts';
import { Refusal } from '../host/refusal.ts';
import type { Requests } from '../host/requests.ts';
import { createAccess, createSessions } from './access.ts';
import { serveApi } from './api.ts';
import { createApps } from './apps.ts';
import { type Bundle, createBundles } from './bundles.ts';
import { createDeployments } from './deployments.ts';
import { createEnvironments } from './environments.ts';
import { createFolders, type Folders } from './folders.ts';
import { createGates } from './gates.ts';
import { createItems, type Item } from './items.ts';
import { createJobs, type Job } from './jobs.ts';
import type { Matching } from './matching.ts';
import type { Configuration, Parts } from './parts.ts';
import { createPeople, type People, type Role } from './people.ts';
import { rejected } from './rejection.ts';
import { createRenderings } from './renderings.ts';
import { SCHEMA } from './schema.ts';
import { ACCESS_TYPES } from './settings.ts';
import { createTasks } from './tasks.ts';
import { createPublishers, type Publisher, serveTrust } from './trust.ts';
import { createVariables } from './variables.ts';
import { serveUpgrade, serveVisit } from './visits.ts';

export type ConnectOptions = Partial<Configuration> & {
  /** For everything the server keeps. A server on the same folder goes on where the last one stopped. */
  readonly folder: string;
  /** The uv executable. */
  readonly uv: string;
  /** `2024.12.0` to `2026.07.0`. Default: the newest. */
  readonly version?: string;
  /** uv's cache. Default: below `folder`. */
  readonly cacheDir?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** The path of the server on its host, such as `/rsc`. Default: the root. */
  readonly root?: string;
  /** What is installed. Default: what uv finds. */
  readonly interpreters?: () => Promise<Interpreter[]>;
  readonly matching?: Matching;
  readonly bundleRetention?: number;
  /** The administrator's own packages, as requirements, and those that are kept out. */
  readonly external?: readonly string[];
  readonly prohibited?: readonly string[];
  /** How long an app may take to listen. */
  readonly startTimeoutMs?: number;
};

export type ConnectServer = {
  readonly url: string;
  /** The key of an administrator; the same again after a restart. */
  readonly apiKey: string;
  readonly version: string;
  readonly faults: Faults;
  readonly requests: Requests;
  content(): Item[];
  /** Newest first. */
  bundles(contentGuid: string): Bundle[];
  /** Newest first. */
  jobs(contentGuid: string): Job[];
  variables(contentGuid: string): Record<string, string>;
  /** A key of that user, who is made when there is none. */
  createKey(username: string, role?: Role): string;
  lockUser(username: string): void;
  /** Lets a workflow publish without a secret. */
  trust(publisher: Publisher): void;
  createTag(name: string): string;
  /** The next tasks are accepted and never end. */
  stickTasks(times?: number): void;
  /** Stops every process the server has started, and its listener. */
  close(): Promise<void>;
};

const EPHEMERAL_KEY_MS = 3_600_000; // inferred
const START_TIMEOUT_MS = 60_000; // documented: InitTimeout

const firstKey = ({ apiKey: path }: Folders, people: People): string => {
  if (!existsSync(path)) writeFileSync(path, people.createKey(people.named('admin', 'administrator')), { mode: 0o600 });
  return readFileSync(path, 'utf8');
};

/** Starts a Posit Connect server for Python content: its protocol, with real environments and processes behind it. */
export const startConnect = async (options: ConnectOptions): Promise<ConnectServer> => {
  const {
    folder,
    uv,
    version = '2026.07.0',
    root = '',
    matching = 'nearest',
    bundleRetention = 0,
    retired = [],
  } = options;
  const gates = createGates(version);
  const folders = createFolders(folder);
  const database = openDatabase(folders.database, SCHEMA);
  const logs = createLogs(folders.logs);
  const processes = createProcesses();
  const people = createPeople(database);
  const publishers = createPublishers(database);
  const items = createItems(database);
  const bundles = createBundles(database);
  const variables = createVariables(database);
  const jobs = createJobs(database, logs);
  const tasks = createTasks();
  const interpreters = options.interpreters ?? createInterpreters(uv, []);
  const cacheDir = options.cacheDir ?? folders.uvCache;
  const { external, prohibited } = options;
  const environments = createEnvironments({
    ...{ folder: folders.environments, uv, cacheDir, processes },
    ...(external && { external }),
    ...(prohibited && { prohibited }),
  });
  const renderings = createRenderings({ folders, gates, jobs, processes, variables });
  const { startTimeoutMs = START_TIMEOUT_MS } = options;
  const apps = createApps({ folders, gates, jobs, logs, processes, variables, startTimeoutMs, url: () => url });
  const deployments = createDeployments({
    ...{ apps, bundles, environments, folders, gates, interpreters, items, jobs, renderings },
    ...{ matching, retired, bundleRetention },
  });
  const configuration: Configuration = {
    hideVersion: options.hideVersion ?? false,
    sticky: options.sticky ?? false,
    maxBundleSize: options.maxBundleSize ?? Number.MAX_SAFE_INTEGER,
    accessTypes: options.accessTypes ?? ACCESS_TYPES,
    license: options.license ?? 'advanced',
    publishersManageVanities: options.publishersManageVanities ?? true,
    retired,
    git: options.git ?? true,
    ephemeralKeyMs: options.ephemeralKeyMs ?? EPHEMERAL_KEY_MS,
    patchStatus: options.patchStatus ?? 200,
  };
  const parts: Parts = {
    ...{ apps, bundles, configuration, database, deployments, environments, folders, gates, interpreters, items, jobs },
    ...{ logs, people, publishers, renderings, root, tasks, variables, access: createAccess(database, people) },
    sessions: createSessions(),
    url: () => url,
  };

  const below = (path: string): string => {
    if (path !== root && !path.startsWith(`${root}/`)) throw new Refusal(404, 'Not found');
    return path.slice(root.length) || '/';
  };
  const serve = async (call: Call): Promise<Reply> => {
    try {
      const path = below(call.path);
      if (!path.startsWith('/__api__/')) {
        return (await serveTrust({ ...call, path }, parts)) ?? (await serveVisit({ ...call, path }, parts));
      }
      return await serveApi({ ...call, path: path.slice('/__api__'.length) }, parts);
    } catch (error) {
      if (error instanceof Refusal) return rejected(error);
      throw error;
    }
  };
  const listener = await listen(
    {
      serve,
      upgrade: (request, socket, head) =>
        serveUpgrade(below(new URL(request.url ?? '/', 'http://server').pathname), request, socket, head, parts),
    },
    options.port ?? 0,
    '127.0.0.1',
  );
  const url = `http://127.0.0.1:${listener.port}${root}`;

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    // Together: the first two wait for processes that the last one stops.
    await Promise.all([tasks.close(), apps.close(), processes.close()]);
    database.close();
  };

  return {
    ...{ url, version, faults: listener.faults, requests: listener.requests },
    apiKey: firstKey(folders, people),
    content: items.all,
    bundles: bundles.of,
    jobs: jobs.of,
    variables: variables.values,
    createKey: (username, role) => people.createKey(people.named(username, role)),
    lockUser: people.lock,
    trust: publishers.trust,
    createTag(name) {
      database.insert('tags', { name, parent_id: null });
      return String(database.one<{ id: number }>('SELECT last_insert_rowid() AS id')?.id);
    },
    stickTasks: (times = 1) => tasks.stick(times),
    close() {
      closing ??= close();
      return closing;
    },
  };
};
