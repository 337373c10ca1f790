import { createReadStream } from 'node:fs';
import { json, noContent } from '../host/listener.ts';
import type { ApiCall, Route } from './api.ts';
import type { Bundle } from './bundles.ts';
import { readFields } from './fields.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';
import { upload } from './upload.ts';

/** `metadata` has Connect's own columns always, and whatever else was sent. */
const COLUMNS = { source: null, source_repo: null, source_branch: null, source_commit: null };

const viewOf = ({ id, metadata, python: _python, environment: _environment, ...bundle }: Bundle, active: boolean) => ({
  ...bundle,
  ...{ id: String(id), active, r_version: null, quarto_version: null, cluster_name: 'Local', image_name: 'Local' },
  metadata: { ...COLUMNS, ...metadata },
});

/** @throws Rejection (3, 4, 82) */
const bundleOf = (id: string, item: Item, { bundles }: Parts): Bundle => {
  if (!/^\d{1,15}$/.test(id)) throw new Rejection(3, 'The requested object ID is invalid.');
  const bundle = bundles.get(Number(id));
  if (bundle === undefined) throw new Rejection(4, 'The requested object does not exist.');
  if (bundle.content_guid !== item.guid) throw new Rejection(82, 'The bundle belongs to another content item.');
  return bundle;
};

const list: Route = ({ item }, { bundles }) => {
  const { guid, bundle_id } = item();
  return json(bundles.of(guid).map((bundle) => viewOf(bundle, bundle.id === bundle_id)));
};

const get: Route = ({ item, params }, parts) => {
  const content = item();
  const bundle = bundleOf(params.bundle ?? '', content, parts);
  return json(viewOf(bundle, bundle.id === content.bundle_id));
};

const remove: Route = async ({ item, params }, parts) => {
  const content = item();
  const bundle = bundleOf(params.bundle ?? '', content, parts);
  if (bundle.id === content.bundle_id) throw new Rejection(75, 'The active bundle cannot be deleted.');
  await parts.deployments.remove(bundle);
  return noContent;
};

const download: Route = ({ item, params }, parts) => {
  const { id } = bundleOf(params.bundle ?? '', item(), parts);
  const headers = {
    'content-type': 'application/gzip',
    'content-disposition': `attachment; filename="bundle-${id}.tar.gz"`,
  };
  return { status: 200, headers, body: createReadStream(parts.folders.archive(id)) };
};

const add: Route = async ({ call, item }, parts) => json(viewOf(await upload(call, item(), parts), false));

const newest = (item: Item, { bundles }: Parts): Bundle => {
  const [bundle] = bundles.of(item.guid);
  if (bundle === undefined) throw new Rejection(28, 'There is no bundle to deploy.');
  return bundle;
};

/** Deploying an earlier bundle is also how Connect goes back to it. Older servers know nothing of drafts. */
const begin = async (api: ApiCall, render: boolean, parts: Parts): Promise<string> => {
  const item = api.item();
  const draft = parts.gates.has('draft') ? { activate: 'boolean' as const } : {};
  const { bundle_id: id, activate = true } = await readFields(api.call, { bundle_id: 'string?', ...draft });
  const bundle = typeof id === 'string' && id !== '' ? bundleOf(id, item, parts) : newest(item, parts);
  const work = await parts.deployments.prepare(item, bundle, { activate: activate === true, render });
  return parts.tasks.start(api.session, work).id;
};

const deploy: Route = async (api, parts) => ({ ...json({ task_id: await begin(api, true, parts) }), status: 202 });

const build: Route = async (api, parts) => json({ task_id: await begin(api, false, parts) });

export const bundleRoutes: Readonly<Record<string, Route>> = {
  'GET /v1/content/:guid/bundles': list,
  'POST /v1/content/:guid/bundles': add,
  'GET /v1/content/:guid/bundles/:bundle': get,
  'DELETE /v1/content/:guid/bundles/:bundle': remove,
  'GET /v1/content/:guid/bundles/:bundle/download': download,
  'POST /v1/content/:guid/deploy': deploy,
  'POST /v1/content/:guid/build': build,
};
