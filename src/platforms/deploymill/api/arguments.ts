import { quote } from '../../../findings/text.ts';
import { at, isTable, strings } from '../../../project/files/values.ts';
import type { Tool } from './tools.ts';

/** What a tool is to be called with, by the documented names. `needed` must reach the server; `wanted` may be left out. */
export type Wish = {
  readonly needed?: Readonly<Record<string, unknown>>;
  readonly wanted?: Readonly<Record<string, unknown>>;
};

/** Other names that a server may have for the same argument. */
const ALIASES: readonly (readonly string[])[] = [
  ['applicationId', 'appId', 'application_id', 'app_id'],
  ['parentApplicationId', 'parentAppId', 'parent_application_id', 'applicationId', 'appId'],
  ['previewApplicationId', 'previewId', 'previewAppId', 'applicationId', 'appId'],
  ['repoUrl', 'repo', 'repoName', 'repository', 'repositoryUrl'],
  ['ref', 'branch'],
  ['env', 'envVars', 'vars', 'variables', 'environment'],
  ['dryRun', 'dry_run'],
  ['noCache', 'no_cache'],
  ['ttlHours', 'ttl_hours'],
];

type Fitted = { readonly args: Record<string, unknown> } | { readonly problem: string };

/**
 * Fits arguments to what a tool's schema takes: a name that it does not have becomes the only alias that it has, and what it does not
 * take at all is left out where that is allowed. `own` are the user's, which come last. No value is ever guessed. Pure.
 */
export function fitArguments({ inputSchema }: Tool, { needed = {}, wanted = {} }: Wish, own: object = {}): Fitted {
  const properties = at(inputSchema, 'properties');
  const known = Object.keys(isTable(properties) ? properties : {});
  const isClosed = at(inputSchema, 'additionalProperties') === false;
  const args: Record<string, unknown> = {};
  const homeless: string[] = [];
  const place = (values: Readonly<Record<string, unknown>>, mayGo: boolean): void => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const name = nameIn(known, key, new Set(Object.keys(args)));
      if (name !== undefined) args[name] = shaped(value, at(properties, name));
      else if (!isClosed && !mayGo) args[key] = value;
      else if (isClosed && !mayGo && !Object.hasOwn(own, key)) homeless.push(key);
    }
  };
  place(needed, false);
  place(wanted, true);
  if (homeless.length > 0) {
    return {
      problem: `it takes ${known.map((name) => quote(name)).join(', ') || 'nothing'}, and not ${homeless.join(', ')}`,
    };
  }
  return { args: { ...args, ...own } };
}

function nameIn(known: readonly string[], key: string, taken: ReadonlySet<string>): string | undefined {
  if (known.includes(key)) return key;
  const [aliases = []] = ALIASES.filter(([first]) => first === key);
  const there = aliases.filter((name) => known.includes(name) && !taken.has(name));
  return there.length === 1 ? there[0] : undefined;
}

/** Variables are an object, a list or a text in the manner of dotenv: as the schema says. */
function shaped(value: unknown, schema: unknown): unknown {
  if (!isTable(value)) return value;
  const type = at(schema, 'type');
  const rows = Object.entries(value);
  if (type === 'string') return rows.map(([name, text]) => `${name}=${JSON.stringify(text)}`).join('\n');
  if (type !== 'array') return value;
  const required = strings(at(schema, 'items', 'required'));
  const properties = at(schema, 'items', 'properties');
  const named = ['key', 'name'].find((one) => required.includes(one) || at(properties, one) !== undefined) ?? 'key';
  return rows.map(([name, text]) => ({ [named]: name, value: text }));
}
