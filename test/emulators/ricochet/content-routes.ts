import { rm } from 'node:fs/promises';
import { readJson } from '../host/body.ts';
import { type Answer, json, text } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import { mayManage } from './access.ts';
import type { Route } from './api.ts';
import { writeToml } from './config.ts';
import { publicView } from './deployments.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';
import { applySettings } from './settings.ts';

const toml = (item: Item): Answer => ({
  ...text(writeToml(item.config.tables)),
  headers: { 'content-type': 'application/toml' },
});

/** The words of `status` are those in ricochet's own tests; when each is shown is inferred. */
const statusOf = (item: Item, { apps, deployments }: Parts): string => {
  if (apps.list(item.id).length > 0) return 'running';
  if (item.current !== undefined) return 'deployed';
  return deployments.of(item.id)[0]?.status === 'pending' ? 'pending' : 'failed';
};

const list: Route = ({ caller }, parts) =>
  json(
    parts.items
      .all()
      .filter(({ owner }) => owner === caller.user.id)
      .map((item) => ({
        id: item.id,
        name: item.config.name,
        slug: item.config.slug,
        content_type: item.config.contentType,
        language: 'Python',
        visibility: item.config.accessType,
        status: statusOf(item, parts),
        updated_at: new Date(item.updatedAt).toISOString(),
      })),
  );

const deployment: Route = ({ params, caller }, { deployments, items }) => {
  const found = deployments.get(params.deployment ?? '');
  const item = items.get(found?.content_id ?? '');
  if (found === undefined || item === undefined) throw new Refusal(404, 'Deployment not found');
  if (!mayManage(item, caller)) throw new Refusal(403, 'Unauthorized');
  return json(publicView(found));
};

const settings: Route = async ({ call, item }, { items, apps, schedules }) => {
  const { id, config } = item();
  const changed = items.configure(id, applySettings(structuredClone(config.tables), await readJson(call)));
  schedules.arm(id);
  apps.refresh(id);
  return toml(changed);
};

const remove: Route = async ({ item }, parts) => {
  const { id } = item();
  const deployments = parts.deployments.of(id);
  await parts.tasks.end(id);
  parts.items.remove(id);
  parts.schedules.arm(id);
  await Promise.all([parts.restores.cancel(id), parts.apps.end(id)]);
  for (const deployment of deployments) {
    await rm(parts.folders.bundle(deployment.bundle), { force: true });
    await rm(parts.folders.release(deployment.id), { recursive: true, force: true });
  }
  return json({ success: true });
};

const stopInstance: Route = async ({ params, item }, { apps }) => {
  await apps.stop(item().id, params.instance ?? '');
  return json({ success: true });
};

/** The item a log belongs to. That a log goes by the id of its deployment, run or instance is inferred. */
const itemOfLog = (id: string, { apps, deployments, invocations, items }: Parts): Item | undefined => {
  const contentId = deployments.get(id)?.content_id ?? invocations.get(id)?.content_id;
  if (contentId !== undefined) return items.get(contentId);
  return items.all().find((item) => apps.list(item.id).some(({ instance_id }) => instance_id === id));
};

/** Follows a log to its end: the call is in ricochet's own client (`ricochet log <id>`). */
const log: Route = ({ params: { log: id = '' }, caller }, parts) => {
  const item = itemOfLog(id, parts);
  const body = parts.logs.follow(id);
  if (item === undefined || body === undefined) throw new Refusal(404, 'Log not found');
  if (!mayManage(item, caller)) throw new Refusal(403, 'Unauthorized');
  return { ...text(''), body };
};

export const contentRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v0/user/items': list,
  'GET /api/v0/content/deployments/:deployment': deployment,
  'GET /api/v0/content/logs/:log': log,
  'GET /api/v0/content/:id/deployments': ({ item }, { deployments }) => json(deployments.of(item().id).map(publicView)),
  'GET /api/v0/content/:id/toml': ({ item }) => toml(item()),
  'PATCH /api/v0/content/:id/settings': settings,
  'DELETE /api/v0/content/:id': remove,
  'GET /api/v0/content/:id/instances': ({ item }, { apps }) => json(apps.list(item().id)),
  'POST /api/v0/content/:id/instances/:instance/stop': stopInstance,
};
