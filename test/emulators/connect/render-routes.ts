import { json } from '../host/listener.ts';
import type { Route } from './api.ts';
import type { Item } from './items.ts';
import { MODES } from './modes.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';
import type { Task } from './tasks.ts';

/** Content has one variant here: the default one, which goes by the number of its item. */
const variantOf = ({ id, name, bundle_id }: Item) => ({
  ...{ id, app_id: id, key: 'default', name, is_default: true, visibility: 0 },
  bundle_id: bundle_id ?? 0,
});

/** Renders the active bundle again. The answer for content that is not rendered is inferred. */
const begin = (item: Item, session: string, { bundles, renderings, tasks }: Parts): Task => {
  const bundle = bundles.get(item.bundle_id ?? 0);
  if (bundle === undefined) throw new Rejection(28, 'There is no bundle to render.');
  if (MODES[item.app_mode]?.kind !== 'rendered') throw new Rejection(2, 'This content cannot be rendered.');
  return tasks.start(session, (log) => renderings.render(item, bundle, log));
};

const renderVariant: Route = (api, parts) => {
  const item = parts.items.all().find(({ id }) => String(id) === api.params.variant);
  if (item === undefined || !['owner', 'editor'].includes(parts.access.role(item, api.caller))) {
    throw new Rejection(4, 'The requested object does not exist.');
  }
  const { id, output } = begin(item, api.session, parts);
  // The answer of the older API, from which Posit's SDK takes the id.
  return json({ id, user_id: 0, status: output, result: null, finished: false, code: 0, error: '', last_status: 0 });
};

/** Its place is inferred from the reference of 2026.04, which names a call to render content. */
const render: Route = (api, parts) => {
  if (!parts.gates.has('render')) throw new Rejection(2, 'The requested method or endpoint is not supported.');
  return json({ task_id: begin(api.item(), api.session, parts).id }, 202);
};

export const renderRoutes: Readonly<Record<string, Route>> = {
  'GET /applications/:guid/variants': ({ item }) => json([variantOf(item('viewer'))]),
  'POST /variants/:variant/render': renderVariant,
  'POST /v1/content/:guid/render': render,
};
