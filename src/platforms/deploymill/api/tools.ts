import { createHash } from 'node:crypto';
import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';

/**
 * The tools that this action may call, by the names that the vendor's documentation has for them. Nothing else is ever called, whatever
 * a server says of its tools.
 */
const ALLOWED = [
  ...(['deploy', 'list_deployments', 'get_logs', 'reconcile_project', 'rollback', 'set_env_vars'] as const),
  ...(['create_preview', 'redeploy_preview', 'delete_preview', 'list_previews'] as const),
];
export type ToolName = (typeof ALLOWED)[number];

/** A tool as the server describes it. */
export type Tool = { readonly name: string; readonly inputSchema: Readonly<Record<string, unknown>> };

/** What a server offers, by the documented names. */
export type Tools = {
  find(name: ToolName): Tool | undefined;
  /** Throws where the server has no such tool. */
  need(name: ToolName): Tool;
  /** All names and schemas, for people to compare. */
  readonly description: string;
  /** The same in short: each name with a hash of its schema. */
  readonly fingerprint: string;
};

/** Both are there wherever something can be deployed; what is before their names is before all names. */
const LANDMARKS = ['deploy', 'list_deployments'] as const;

export function indexTools(offered: readonly Tool[]): Tools {
  const names = new Set(offered.map(({ name }) => name));
  const prefix = prefixOf(names);
  const find = (wanted: ToolName): Tool | undefined => offered.find(({ name }) => name === `${prefix}${wanted}`);
  const description = JSON.stringify(
    offered.map(({ name, inputSchema }) => ({ name, inputSchema })),
    null,
    1,
  );
  return {
    find,
    need: (name) => {
      const tool = find(name);
      if (tool) return tool;
      throw failure(
        'tool-missing',
        `The server has no tool '${name}', which uv-deploy needs. It has: ${quote([...names].join(', '), 1_000) || 'none'}.`,
        'Check that `server` is deploymill. The summary of the job has the server’s own list: please report it, so that uv-deploy can follow.',
      );
    },
    description,
    fingerprint: offered.map(({ name, inputSchema }) => `${name} ${hashOf(inputSchema)}`).join('\n'),
  };
}

/** Clients and gateways may set a name before those of the tools: the one with which the landmarks are there. */
function prefixOf(names: ReadonlySet<string>): string {
  const [first, ...others] = LANDMARKS;
  if (names.has(first)) return '';
  const prefixes = [...names]
    .filter((name) => name.endsWith(first))
    .map((name) => name.slice(0, -first.length))
    .filter((prefix) => /[_.:/-]$/.test(prefix) && others.every((other) => names.has(`${prefix}${other}`)));
  return prefixes.length === 1 ? (prefixes[0] ?? '') : '';
}

const hashOf = (schema: unknown): string =>
  createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 12);
