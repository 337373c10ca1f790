import type { Database } from '../host/database.ts';
import { json, noContent } from '../host/listener.ts';
import type { Route } from './api.ts';
import { readFields } from './fields.ts';
import { Rejection } from './rejection.ts';
import { now } from './schema.ts';

type Vanity = { readonly content_guid: string; readonly path: string; readonly created_time: string };

type Tag = { readonly id: number; readonly name: string; readonly parent_id: number | null };

const tagView = ({ id, name, parent_id }: Tag) => ({
  ...{ id: String(id), name, parent_id: parent_id === null ? null : String(parent_id) },
});

export const tagsOf = (guid: string, database: Database) =>
  database
    .all<Tag>('SELECT tags.* FROM tags JOIN content_tags ON tag_id = id WHERE content_guid = ? ORDER BY id', guid)
    .map(tagView);

export const vanityOf = (guid: string, database: Database): Vanity | undefined =>
  database.one<Vanity>('SELECT * FROM vanities WHERE content_guid = ?', guid);

/** The item and the rest of the path, when the path lies below a vanity URL. */
export const vanityAt = (path: string, database: Database): Vanity | undefined =>
  database.one<Vanity>("SELECT * FROM vanities WHERE substr(? || '/', 1, length(path)) = path", path);

/** Where Connect itself is; which prefixes are reserved beside the documented `/connect` and `/content` is inferred. */
const RESERVED = /^\/(__api__|__login__|connect|content|\.well-known)\//;

const setVanity: Route = async (api, { configuration, database }) => {
  const { guid } = api.item();
  const { role } = api.publisher();
  if (role !== 'administrator' && !configuration.publishersManageVanities) {
    throw new Rejection(22, "You don't have permission to perform this operation.");
  }
  const { path: wanted, force } = await readFields(api.call, { path: 'string', force: 'boolean' });
  const path = `/${String(wanted ?? '').replace(/^\/+|\/+$/g, '')}/`;
  if (!/^(\/[A-Za-z0-9_.~-]+)+\/$/.test(path) || RESERVED.test(path)) {
    throw new Rejection(52, 'The vanity path is not permitted.');
  }
  const others = database.all<Vanity>('SELECT * FROM vanities WHERE content_guid <> ?', guid);
  const taken = others.filter((other) => other.path.startsWith(path) || path.startsWith(other.path));
  const same = taken.find((other) => other.path === path);
  if (taken.some((other) => other !== same) || (same !== undefined && force !== true)) {
    throw new Rejection(51, 'The vanity path conflicts with that of other content.');
  }
  database.run('DELETE FROM vanities WHERE content_guid = ? OR path = ?', guid, path);
  const vanity = { content_guid: guid, path, created_time: now() };
  database.insert('vanities', vanity);
  return json(vanity);
};

const getVanity: Route = ({ item }, { database }) => {
  const vanity = vanityOf(item('viewer').guid, database);
  if (vanity === undefined) throw new Rejection(4, 'The content has no vanity URL.');
  return json(vanity);
};

const removeVanity: Route = ({ item }, { database }) => {
  database.run('DELETE FROM vanities WHERE content_guid = ?', item().guid);
  return noContent;
};

const PERMISSION = { principal_guid: 'string', principal_type: 'string', role: 'string' } as const;

const readPermission = async ({ call }: Parameters<Route>[0]) => {
  const { principal_guid: guid = '', principal_type: type = '', role = '' } = await readFields(call, PERMISSION);
  if (!['user', 'group'].includes(String(type)) || !['viewer', 'owner'].includes(String(role))) {
    throw new Rejection(121, 'principal_type must be user or group, role must be viewer or owner.');
  }
  return { principal_guid: String(guid), principal_type: String(type), role: String(role) };
};

const permissionOf = ({ item, params }: Parameters<Route>[0], { access }: Parameters<Route>[1]) => {
  const found = access.permissions(item().guid).find(({ id }) => String(id) === params.permission);
  if (found === undefined) throw new Rejection(4, 'The requested object does not exist.');
  return found;
};

const view = <T extends { readonly id: number }>(permission: T) => ({ ...permission, id: String(permission.id) });

const addPermission: Route = async (api, { access, database }) => {
  const { guid } = api.item();
  const permission = await readPermission(api);
  database.run(
    'DELETE FROM permissions WHERE content_guid = ? AND principal_guid = ?',
    guid,
    permission.principal_guid,
  );
  database.insert('permissions', { content_guid: guid, ...permission });
  const made = access.permissions(guid).find(({ principal_guid }) => principal_guid === permission.principal_guid);
  return json(made && view(made));
};

const changePermission: Route = async (api, parts) => {
  const { id } = permissionOf(api, parts);
  const { role } = await readPermission(api);
  parts.database.run('UPDATE permissions SET role = ? WHERE id = ?', role, id);
  return json(view(permissionOf(api, parts)));
};

const removePermission: Route = (api, parts) => {
  parts.database.run('DELETE FROM permissions WHERE id = ?', permissionOf(api, parts).id);
  return noContent;
};

const addTag: Route = async (api, { database }) => {
  const { guid } = api.item();
  const { tag_id: id } = await readFields(api.call, { tag_id: 'string' });
  if (database.one('SELECT id FROM tags WHERE id = ?', Number(id)) === undefined) {
    throw new Rejection(4, 'The requested object does not exist.');
  }
  database.run('INSERT OR IGNORE INTO content_tags VALUES (?, ?)', guid, Number(id));
  return noContent;
};

const removeTag: Route = ({ item, params }, { database }) => {
  database.run('DELETE FROM content_tags WHERE content_guid = ? AND tag_id = ?', item().guid, Number(params.tag));
  return noContent;
};

/** Where content is found, and by whom: vanity URLs, permissions, tags. */
export const sharingRoutes: Readonly<Record<string, Route>> = {
  'GET /v1/content/:guid/vanity': getVanity,
  'PUT /v1/content/:guid/vanity': setVanity,
  'DELETE /v1/content/:guid/vanity': removeVanity,
  'GET /v1/vanities': ({ user }, { database }) => {
    user();
    return json(database.all<Vanity>('SELECT * FROM vanities'));
  },
  'GET /v1/content/:guid/permissions': ({ item }, { access }) => json(access.permissions(item().guid).map(view)),
  'POST /v1/content/:guid/permissions': addPermission,
  'GET /v1/content/:guid/permissions/:permission': (api, parts) => json(view(permissionOf(api, parts))),
  'PUT /v1/content/:guid/permissions/:permission': changePermission,
  'DELETE /v1/content/:guid/permissions/:permission': removePermission,
  'GET /v1/tags': (_api, { database }) => json(database.all<Tag>('SELECT * FROM tags ORDER BY id').map(tagView)),
  'GET /v1/content/:guid/tags': ({ item }, { database }) => json(tagsOf(item('viewer').guid, database)),
  'POST /v1/content/:guid/tags': addTag,
  'DELETE /v1/content/:guid/tags/:tag': removeTag,
};
