import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Logs } from '../host/logs.ts';
import type { App, Deployment } from './store.ts';

/** How the stream behaves: as it does, without a word, or without an end. */
export type LogMode = 'live' | 'silent' | 'endless';

const HEARTBEAT_MS = 2_000;

/** `[2026-10-09T13:48:06.643970Z bas] text`, as the host's logs have it. */
const LINE = /^\[(\S+) (\S+)\] ?(.*)$/;

/**
 * The log of a deployment as server-sent events, with a heartbeat in between (Clever Cloud's API, v4). With `until` or `limit` it
 * ends by itself; without, it stays open.
 */
export const streamLogs = (
  app: App,
  deployment: Deployment | undefined,
  query: URLSearchParams,
  logs: Logs,
  mode: LogMode,
) => {
  const [since, until] = ['since', 'until'].map((name) => Date.parse(query.get(name) ?? ''));
  const limit = Number(query.get('limit') ?? Number.POSITIVE_INFINITY);
  const source = (): Readable => {
    if (deployment === undefined) return Readable.from([]);
    if (Number.isFinite(until)) return Readable.from([logs.read(deployment.uuid)]);
    return logs.follow(deployment.uuid) ?? Readable.from([]);
  };

  return async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.flushHeaders();
    const closed = new Promise((resolve) => response.once('close', resolve));
    if (mode === 'silent') return void (await closed);
    const send = (event: string, data: unknown, id = ''): void => {
      if (!response.destroyed) response.write(`event:${event}\n${id && `id:${id}\n`}data:${JSON.stringify(data)}\n\n`);
    };
    const beat = setInterval(() => send('HEARTBEAT', {}), HEARTBEAT_MS);
    send('HEARTBEAT', {});
    const input = source();
    response.once('close', () => input.destroy());
    let sent = 0;
    let read = 0;
    try {
      for await (const line of createInterface({ input })) {
        read += 1;
        const [, stamp = '', service = '', message = ''] = LINE.exec(line) ?? [];
        const date = `${stamp.slice(0, 23)}Z`;
        const time = Date.parse(date);
        if (time < (since ?? Number.NaN) || time > (until ?? Number.NaN)) continue;
        if (sent >= limit) break;
        sent += 1;
        send('APPLICATION_LOG', entry(app, deployment, { date, service, message }), `${time}-${read}`);
      }
      if (mode === 'live' && (Number.isFinite(until) || Number.isFinite(limit))) {
        send('END_OF_STREAM', { endedBy: sent >= limit ? 'LIMIT_REACHED' : 'UNTIL_REACHED' });
        response.end();
      }
      await closed;
    } finally {
      clearInterval(beat);
    }
  };
};

const entry = (
  { id, settings }: App,
  deployment: Deployment | undefined,
  { service, ...rest }: { date: string; service: string; message: string },
) => ({
  ...rest,
  id: randomUUID(),
  applicationId: id,
  commitId: deployment?.commit,
  deploymentId: deployment?.uuid,
  instanceId: deployment?.uuid,
  service: service === 'bas' ? 'bas-deploy.service' : 'bas.service',
  severity: service === 'stderr' ? 'err' : 'info',
  priority: service === 'stderr' ? 3 : 6,
  region: settings.zone,
  zone: settings.zone,
});
