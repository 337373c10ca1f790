import { Refusal } from '../host/refusal.ts';
import type { Table } from './config.ts';

/** A group of the settings call: the table it lands in, and the keys that can be changed. */
type Group = { readonly path: readonly string[]; readonly keys: readonly string[] };

/** ricochet's API reference (content, serve, static) and the body its own client builds (the others). */
const GROUPS: Readonly<Record<string, Group>> = {
  content: {
    path: ['content'],
    keys: [
      ...['name', 'entrypoint', 'access_type', 'content_type', 'slug', 'summary', 'thumbnail', 'tags', 'exec_env'],
    ],
  },
  serve: {
    path: ['serve'],
    keys: [
      ...['min_instances', 'max_instances', 'spawn_threshold', 'max_connections'],
      ...['max_connection_age', 'inactive_timeout', 'connection_timeout'],
    ],
  },
  deployment: { path: ['serve', 'k8s'], keys: ['strategy', 'max_surge', 'max_unavailable', 'config'] },
  resources: {
    path: ['resources'],
    keys: ['cpu_request', 'cpu_limit', 'memory_request', 'memory_limit', 'restore_timeout'],
  },
  static: { path: ['static'], keys: ['index', 'output_dir', 'render_fn'] },
};

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const descend = (document: Table, path: readonly string[]): Table =>
  path.reduce((table, name) => {
    const next = isTable(table[name]) ? table[name] : {};
    table[name] = next;
    return next;
  }, document);

/**
 * Applies the body of a settings call to a `_ricochet.toml`; nulls are ignored.
 * That a group or key ricochet does not know is refused is inferred: it shows a caller's typing error.
 */
export const applySettings = (document: Table, body: unknown): Table => {
  const changed = structuredClone(document);
  if (!isTable(body)) throw new Refusal(400, 'The request body must be a JSON object');
  for (const [name, values] of Object.entries(body)) {
    if (values === null) continue;
    if (name === 'packages') {
      // Sent whole, as one value (ricochet's own client).
      changed.repositories = values;
      continue;
    }
    const group = GROUPS[name];
    if (group === undefined || !isTable(values)) throw new Refusal(400, `unknown field \`${name}\``);
    const set = Object.entries(values).filter(([, value]) => value !== null);
    const unknown = set.find(([key]) => !group.keys.includes(key));
    if (unknown !== undefined) throw new Refusal(400, `unknown field \`${name}.${unknown[0]}\``);
    if (set.length > 0) Object.assign(descend(changed, group.path), Object.fromEntries(set));
  }
  return changed;
};
