import { isDeepStrictEqual } from 'node:util';
import { at } from '../../../project/files/values.ts';

export type ItemSettings = Readonly<Record<string, unknown>>;

/** A setting whose value in the repository differs from the server's. */
export type Change = { readonly group: string; readonly key: string; readonly from: unknown; readonly to: unknown };

/**
 * Which tables and keys of `_ricochet.toml` the server takes through `PATCH content/{id}/settings`, and under which group
 * (ricochet's own client, "settings"). On a redeploy the server ignores the file itself.
 */
const GROUPS: readonly (readonly [group: string, path: readonly string[], keys: readonly string[]])[] = [
  [
    'content',
    ['content'],
    ['name', 'entrypoint', 'access_type', 'content_type', 'slug', 'summary', 'thumbnail', 'tags', 'exec_env'],
  ],
  [
    'serve',
    ['serve'],
    [
      ...['min_instances', 'max_instances', 'spawn_threshold', 'max_connections'],
      ...['max_connection_age', 'inactive_timeout', 'connection_timeout'],
    ],
  ],
  ['deployment', ['serve', 'k8s'], ['strategy', 'max_surge', 'max_unavailable', 'config']],
  ['resources', ['resources'], ['cpu_request', 'cpu_limit', 'memory_request', 'memory_limit']],
  ['static', ['static'], ['index', 'output_dir']],
];

/** What has to change on the server to match the repository. Keys that the repository does not set stay as they are. */
export function compareSettings(local: ItemSettings, remote: ItemSettings): Change[] {
  return GROUPS.flatMap(([group, path, keys]) =>
    keys
      .map((key) => ({ group, key, from: at(remote, ...path, key), to: at(local, ...path, key) }))
      .filter(({ from, to }) => to !== undefined && !isDeepStrictEqual(from, to)),
  );
}

/** The JSON body of the PATCH: only what changes, by group. */
export function settingsPatch(changes: readonly Change[]): Record<string, Record<string, unknown>> {
  const patch: Record<string, Record<string, unknown>> = {};
  for (const { group, key, to } of changes) {
    patch[group] ??= {};
    patch[group][key] = to;
  }
  return patch;
}
