import { kindOf } from '../../../src/platforms/ricochet/plan/content-types.ts';
import { readJson } from '../host/body.ts';
import { json, text } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import type { ApiCall, Route } from './api.ts';
import { checkCron, type Table } from './config.ts';
import { type Invocation, shown } from './invocations.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';

/** The item in the path, when it is a task. The answer for an app is inferred. */
const taskOf = ({ item }: ApiCall): Item => {
  const found = item();
  const { contentType } = found.config;
  if (kindOf(contentType) !== 'task') {
    throw new Refusal(400, 'Chosen content type cannot be invoked');
  }
  return found;
};

const field = (body: unknown, name: string): unknown => {
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'The request body must be a JSON object');
  return (body as Table)[name];
};

const invoke: Route = async (api, { tasks }) => {
  const item = taskOf(api);
  const params = field(await readJson(api.call), 'params');
  if (item.current === undefined) throw new Refusal(400, 'Content has no successful deployment');
  const { id, content_id, status } = tasks.invoke(item, api.caller.user, params);
  return json({ invocation_id: id, content_id, status });
};

const runOf = ({ params, item }: ApiCall, { invocations }: Parts): Invocation => {
  const { id } = item();
  const run = invocations.get(params.invocation ?? '');
  if (run === undefined || run.content_id !== id) throw new Refusal(404, 'Invocation not found');
  return run;
};

const status: Route = (api, parts) => {
  if (!parts.dialect.followable) throw new Refusal(404, 'Not found');
  return json(shown(runOf(api, parts)));
};

const stop: Route = async (api, parts) => {
  await parts.tasks.stop(runOf(api, parts).id);
  return json({ success: true });
};

/** The same log as under `/api/v0/content/logs/`, by the run's path: an extension, not a path that ricochet publishes. */
const log: Route = (api, parts) => {
  const body = parts.logs.follow(runOf(api, parts).id);
  if (body === undefined) throw new Refusal(404, 'Log not found');
  return { ...text(''), body };
};

const schedule: Route = async ({ call, item }, { items, schedules }) => {
  const { id, config } = item();
  if (kindOf(config.contentType) !== 'task') {
    throw new Refusal(400, 'Chosen content type cannot be scheduled');
  }
  const cron = field(await readJson(call), 'schedule');
  if (typeof cron !== 'string') throw new Refusal(400, 'missing field `schedule`');
  checkCron(cron);
  items.configure(id, { ...config.tables, schedule: { ...(config.tables.schedule as Table | undefined), cron } });
  schedules.arm(id);
  return json({ message: 'Schedule updated successfully', schedule: cron });
};

export const taskRoutes: Readonly<Record<string, Route>> = {
  'POST /api/v0/content/:id/invoke': invoke,
  'GET /api/v0/content/:id/invocations/active': ({ item }, { invocations }) =>
    json(invocations.active(item().id).map((run) => ({ ...shown(run), started_at: run.started }))),
  'GET /api/v0/content/:id/invocations/:invocation': status,
  'GET /api/v0/content/:id/invocations/:invocation/log': log,
  'POST /api/v0/content/:id/invocations/:invocation/stop': stop,
  'PATCH /api/v0/content/:id/schedule': schedule,
};
