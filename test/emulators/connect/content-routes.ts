import { json, noContent } from '../host/listener.ts';
import type { Route } from './api.ts';
import { viewOf } from './content-view.ts';
import { readBody } from './fields.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';
import { checkSettings } from './settings.ts';
import { tagsOf, vanityOf } from './sharing-routes.ts';

const create: Route = async (api, parts) => {
  const { guid } = api.publisher();
  const body = (await readBody(api.call)) as { name?: unknown };
  // Posit Publisher sends an empty name, and the server makes one.
  if (body?.name === '') delete body.name;
  const settings = checkSettings(body, parts.configuration.accessTypes);
  return json(viewOf(parts.items.create(guid, settings), api.caller, parts));
};

const INCLUDES: Readonly<Record<string, (item: Item, parts: Parts) => Record<string, unknown>>> = {
  owner: ({ owner_guid }, { people }) => {
    const { guid, username } = people.user(owner_guid) ?? { guid: owner_guid, username: '' };
    return { owner: { guid, username, first_name: username, last_name: '' } };
  },
  tags: ({ guid }, { database }) => ({ tags: tagsOf(guid, database) }),
  vanity_url: ({ guid }, { database, url }) => {
    const vanity = vanityOf(guid, database);
    return vanity === undefined ? {} : { vanity_url: `${url()}${vanity.path}` };
  },
};

const included = (query: URLSearchParams) =>
  (query.get('include') ?? '')
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const include = Object.hasOwn(INCLUDES, name) ? INCLUDES[name] : undefined;
      if (include === undefined) throw new Rejection(161, 'The include parameter is invalid.');
      return include;
    });

/** Everything the caller may see, with the exact name and of the owner that are asked for. */
const list: Route = (api, parts) => {
  const { query } = api.call;
  api.user();
  const [name, owner] = [query.get('name'), query.get('owner_guid')];
  const includes = included(query);
  const found = parts.items
    .all()
    .filter((item) => (name === null || item.name === name) && (owner === null || item.owner_guid === owner))
    .filter((item) => parts.access.role(item, api.caller) !== 'none');
  const view = (item: Item) =>
    Object.assign(viewOf(item, api.caller, parts), ...includes.map((include) => include(item, parts)));
  return json(found.map(view));
};

const get: Route = (api, parts) => {
  const item = api.item('viewer');
  const includes = included(api.call.query);
  return json(Object.assign(viewOf(item, api.caller, parts), ...includes.map((include) => include(item, parts))));
};

const update: Route = async (api, parts) => {
  const item = api.item();
  const settings = checkSettings(await readBody(api.call), parts.configuration.accessTypes);
  const { owner_guid: owner } = settings;
  if (owner !== undefined && owner !== item.owner_guid && api.user().role !== 'administrator') {
    throw new Rejection(22, "You don't have permission to perform this operation.");
  }
  const changed = parts.items.configure(item, settings);
  return parts.configuration.patchStatus === 204 ? noContent : json(viewOf(changed, api.caller, parts));
};

const remove: Route = async (api, parts) => {
  const { guid } = api.item();
  api.user();
  await parts.apps.stop(guid);
  for (const bundle of parts.bundles.of(guid)) await parts.deployments.remove(bundle);
  parts.items.remove(guid);
  return noContent;
};

const changeVariables =
  (how: 'merge' | 'replace'): Route =>
  async (api, { variables, apps }) => {
    const { guid } = api.item();
    variables[how](guid, await readBody(api.call));
    await apps.stop(guid); // a process has the environment it was started with
    return json(variables.names(guid));
  };

const lockfile: Route = async (api, { bundles, environments }) => {
  const { bundle_id } = api.item();
  const bundle = bundle_id === null ? undefined : bundles.get(bundle_id);
  if (!bundle?.environment) throw new Rejection(4, 'The content has no Python environment.');
  const body = await environments.freeze(bundle.environment);
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
};

export const contentRoutes: Readonly<Record<string, Route>> = {
  'POST /v1/content': create,
  'GET /v1/content': list,
  'GET /v1/content/:guid': get,
  'PATCH /v1/content/:guid': update,
  'DELETE /v1/content/:guid': remove,
  'GET /v1/content/:guid/environment': ({ item }, { variables }) => json(variables.names(item().guid)),
  'PATCH /v1/content/:guid/environment': changeVariables('merge'),
  'PUT /v1/content/:guid/environment': changeVariables('replace'),
  'GET /v1/content/:guid/lockfile': lockfile,
};
