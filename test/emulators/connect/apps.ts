import type { Launch } from '../../../src/platforms/plan.ts';
import { contentEnvironment } from '../host/environment.ts';
import { type Logs, lastLines } from '../host/logs.ts';
import { awaitListening, freePort, whyNotReady } from '../host/ports.ts';
import type { Processes, Running } from '../host/processes.ts';
import { Refusal } from '../host/refusal.ts';
import type { Bundle } from './bundles.ts';
import { pythonIn } from './environments.ts';
import type { Folders } from './folders.ts';
import type { Gates } from './gates.ts';
import type { Item } from './items.ts';
import type { Jobs } from './jobs.ts';
import { manifestIn, rootOf } from './manifest.ts';
import type { Variables } from './variables.ts';

/** A process of an app that answers requests. */
export type Instance = { readonly port: number; readonly process: Running; readonly keepsPrefix: boolean };

/** The running processes, one for each bundle that is visited. */
export type Apps = {
  /** The process of a bundle, started when there is none. @throws Refusal (500) when it does not start */
  instance(item: Item, bundle: Bundle, basePath: string): Promise<Instance>;
  /** Ends the processes of an item, or those of one bundle: the next visit starts new ones. */
  stop(contentGuid: string, bundleId?: number): Promise<void>;
  close(): Promise<void>;
};

export type AppsDeps = {
  readonly folders: Folders;
  readonly gates: Gates;
  readonly jobs: Jobs;
  readonly logs: Logs;
  readonly processes: Processes;
  readonly variables: Variables;
  /** How the content reaches this server. */
  readonly url: () => string;
  readonly startTimeoutMs: number;
};

const HOST = '127.0.0.1';

type Entry = { readonly guid: string; readonly bundleId: number; readonly instance: Promise<Instance> };

export const createApps = (deps: AppsDeps): Apps => {
  const { folders, gates, jobs, logs, processes, variables, startTimeoutMs } = deps;
  const entries = new Map<string, Entry>();

  const environmentOf = (item: Item, bundle: Bundle, launch: Launch) => {
    const environment = bundle.environment ?? '';
    // POSIT_PRODUCT, CONNECT_SERVER and CONNECT_CONTENT_GUID: Posit's SDKs look for them.
    const ours = {
      PYTHONUNBUFFERED: '1',
      POSIT_PRODUCT: 'CONNECT',
      RSTUDIO_PRODUCT: 'CONNECT',
      CONNECT_SERVER: deps.url(),
      CONNECT_CONTENT_GUID: item.guid,
      ...(environment !== '' && { VIRTUAL_ENV: environment }),
    };
    const all = { ...ours, ...variables.values(item.guid), ...launch.env };
    return contentEnvironment(folders.contentHome, all, environment === '' ? [] : [`${environment}/bin`]);
  };

  const start = async (item: Item, bundle: Bundle, basePath: string): Promise<Instance> => {
    const root = await rootOf(folders.release(bundle.id));
    const { mode, entrypoint } = await manifestIn(root, gates);
    if (mode.launcher === undefined) throw new Refusal(500, `${mode.title} cannot be run`);
    const python = bundle.environment ? pythonIn(bundle.environment) : (bundle.python ?? '');
    const port = await freePort();
    const launch = mode.launcher.launch({ python, entrypoint, host: HOST, port, basePath });
    const { key, log } = jobs.begin(item.guid, bundle.id, mode.jobTag ?? '');
    const process = processes.start(launch.command, { cwd: root, log, env: environmentOf(item, bundle, launch) });

    const listening = await awaitListening(process, port, startTimeoutMs);
    if (listening.state === 'ready') {
      void process.exited.then(({ code }) => {
        jobs.end(key, code ?? 1);
        log.end();
      });
      return { port, process, keepsPrefix: mode.launcher.keepsPrefix };
    }
    const exit = await process.stop();
    const why = whyNotReady(listening, port, startTimeoutMs, exit);
    jobs.end(key, exit.code ?? 1, why);
    log.end();
    throw new Refusal(
      500,
      `The application failed to start. ${why}\n\nThe end of its log:\n${lastLines(logs.read(key))}`,
    );
  };

  return {
    instance(item, bundle, basePath) {
      // Paths differ where an item is visited by its vanity URL, and the process is told its path.
      const key = `${bundle.id} ${basePath}`;
      const running = entries.get(key);
      if (running !== undefined) return running.instance;
      const instance = start(item, bundle, basePath);
      const entry = { guid: item.guid, bundleId: bundle.id, instance };
      entries.set(key, entry);
      const forget = () => entries.get(key) === entry && entries.delete(key);
      instance.then(({ process }) => process.exited.then(forget), forget);
      return instance;
    },
    async stop(guid, bundleId) {
      const own = [...entries].filter(
        ([, entry]) => entry.guid === guid && (bundleId === undefined || entry.bundleId === bundleId),
      );
      for (const [key] of own) entries.delete(key);
      await Promise.all(own.map(([, { instance }]) => instance.then(({ process }) => process.stop()).catch(() => {})));
    },
    async close() {
      await Promise.all([...entries.values()].map(({ instance }) => instance.catch(() => {})));
    },
  };
};
