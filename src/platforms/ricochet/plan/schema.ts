import type { Finding } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import type { Remark } from './config-rules.ts';

type Kind = 'string' | 'boolean' | 'integer' | 'count' | 'strings' | 'table' | 'any';

const keys = (kind: Kind, names: string): Record<string, readonly Kind[]> =>
  Object.fromEntries(names.split(' ').map((name) => [name, [kind]]));

/** The tables and keys of v0.17 (ricochet's documentation of `_ricochet.toml`). */
const SCHEMA: Readonly<Record<string, Readonly<Record<string, readonly Kind[]>>>> = {
  content: {
    ...keys('string', 'id name slug entrypoint access_type content_type summary thumbnail exec_env'),
    ...keys('strings', 'tags include exclude'),
  },
  language: keys('string', 'name packages'),
  schedule: {
    ...keys('string', 'cron'),
    ...keys('boolean', 'parameterized'),
    ...keys('strings', 'on_success on_error'),
    max_duration: ['string', 'integer'],
  },
  serve: {
    ...keys('integer', 'min_instances max_instances spawn_threshold max_connections'),
    ...keys('integer', 'max_connection_age inactive_timeout connection_timeout'),
    ...keys('table', 'k8s'),
  },
  static: keys('string', 'index output_dir render_fn'),
  resources: {
    ...keys('string', 'cpu_request cpu_limit memory_request memory_limit'),
    ...keys('count', 'restore_timeout'),
  },
  repositories: { ...keys('strings', 'python'), ...keys('any', 'r julia'), ...keys('boolean', 'allow_overrides') },
  retention: { ...keys('integer', 'max_age_days max_deployments'), max_bundle_size: ['string', 'integer'] },
  env_vars: keys('any', 'nonce vars'),
};

const KINDS: Readonly<Record<Kind, { readonly is: (value: unknown) => boolean; readonly say: string }>> = {
  string: { is: (value) => typeof value === 'string', say: 'a string in quotes' },
  boolean: { is: (value) => typeof value === 'boolean', say: 'true or false' },
  integer: { is: (value) => Number.isInteger(value), say: 'a whole number' },
  count: { is: (value) => Number.isInteger(value) && Number(value) >= 0, say: 'a whole number, 0 or more' },
  strings: {
    is: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
    say: 'a list of strings',
  },
  table: { is: (value) => typeof value === 'object' && !Array.isArray(value), say: 'a table' },
  any: { is: () => true, say: 'anything' },
};

type SchemaRemark = Remark & { readonly level: Finding['level'] };

/** Tables and keys of the wrong type, which the server refuses, and unknown ones, which it ignores. */
export function checkSchema(data: Readonly<Record<string, unknown>>): readonly SchemaRemark[] {
  return Object.entries(data).flatMap(([table, value]) => {
    const known = Object.hasOwn(SCHEMA, table) ? SCHEMA[table] : undefined;
    if (known === undefined) return [unknown(table, table, Object.keys(SCHEMA))];
    if (!KINDS.table.is(value)) return [wrongType(table, table, ['table'])];
    return Object.entries(value as object).flatMap(([key, inner]) => {
      const kinds = Object.hasOwn(known, key) ? known[key] : undefined;
      if (kinds === undefined) return [unknown(`${table}.${key}`, key, Object.keys(known))];
      return kinds.some((kind) => KINDS[kind].is(inner)) ? [] : [wrongType(`${table}.${key}`, key, kinds)];
    });
  });
}

const wrongType = (path: string, key: string, kinds: readonly Kind[]): SchemaRemark => {
  const wanted = kinds.map((kind) => KINDS[kind].say).join(' or ');
  const said = { message: `${key} is not ${wanted}.`, remedy: `Give ${wanted}.` };
  return { level: 'error', code: 'config-type', key: path, ...said };
};

/** Where a key belongs that another table has, or that is a table of its own. */
function elsewhere(path: string, key: string): string | undefined {
  const [first] = Object.hasOwn(SCHEMA, key) ? Object.keys(SCHEMA[key] ?? {}) : [];
  if (first !== undefined) return `Write the table [${key}] in its place, with keys such as ${first}.`;
  const tables = path === key ? [] : Object.keys(SCHEMA).filter((table) => Object.hasOwn(SCHEMA[table] ?? {}, key));
  return tables.length === 1 ? `Move it under [${tables[0]}].` : undefined;
}

const unknown = (path: string, key: string, known: readonly string[]): SchemaRemark => {
  const meant = nearest(key, known);
  const remedy = elsewhere(path, key) ?? (meant ? `Did you mean '${meant}'?` : `Known here: ${known.join(', ')}.`);
  const message = `The server ignores '${quote(key)}': the key is unknown.`;
  return { level: 'warning', code: 'config-unknown-key', key: path, message, remedy };
};
