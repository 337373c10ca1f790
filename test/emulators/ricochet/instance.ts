import { type Logs, lastLines } from '../host/logs.ts';
import { awaitListening, freePort, whyNotReady } from '../host/ports.ts';
import type { Running } from '../host/processes.ts';
import { Refusal } from '../host/refusal.ts';
import type { Content } from './content.ts';
import type { StoredDeployment } from './deployments.ts';
import type { Item } from './items.ts';
import { ulid } from './ulid.ts';

/** One process of an app that answers requests. */
export type Instance = {
  readonly id: string;
  readonly deploymentId: string;
  readonly port: number;
  readonly process: Running;
  readonly createdAt: string;
  /** Requests and WebSockets that are open now. */
  connections: number;
  /** Milliseconds since 1970; 0 before the first connection (ricochet's own client shows that as "never"). */
  lastConnection: number;
  /** Runs while nothing is open; its end is the instance's. */
  idle: NodeJS.Timeout | undefined;
};

/** As the API lists it. */
export type InstanceRecord = {
  readonly instance_id: string;
  readonly connections: number;
  readonly created_at: string;
  readonly last_connection: number;
};

export const recordOf = ({ id, connections, createdAt, lastConnection }: Instance): InstanceRecord => ({
  instance_id: id,
  connections,
  created_at: createdAt,
  last_connection: lastConnection,
});

const HOST = '127.0.0.1';

/** Starts an instance and waits until it listens. @throws Refusal (502) with the reason and the end of its log */
export const startInstance = async (
  item: Item,
  deployment: StoredDeployment,
  { content, logs, startTimeoutMs }: { content: Content; logs: Logs; startTimeoutMs: number },
): Promise<Instance> => {
  const id = ulid();
  const log = logs.open(id);
  const port = await freePort();
  const basePath = `/${item.config.slug ?? item.id}`;
  const process = content.start(item, deployment, { host: HOST, port, basePath, log });
  void process.exited.then(() => log.end());

  const listening = await awaitListening(process, port, startTimeoutMs);
  if (listening.state !== 'ready') {
    const exit = await process.stop();
    const why = whyNotReady(listening, port, startTimeoutMs, exit);
    const end = lastLines(logs.read(id));
    throw new Refusal(502, `The app did not start. ${why}\n\nThe end of its log:\n${end}\n`);
  }
  const createdAt = new Date().toISOString();
  return {
    id,
    deploymentId: deployment.id,
    port,
    process,
    createdAt,
    connections: 0,
    lastConnection: 0,
    idle: undefined,
  };
};
