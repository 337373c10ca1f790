import { ApiError } from './answers.ts';

type Kind = 'string' | 'boolean' | 'object or string' | 'strings' | readonly string[];
type Schema = { readonly required: readonly string[]; readonly fields: Readonly<Record<string, Kind>> };

const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'] as const;

/** The bodies that GitHub's OpenAPI description gives for the calls of this server. */
export const BODIES = {
  comment: { required: ['body'], fields: { body: 'string' } },
  deployment: {
    required: ['ref'],
    fields: {
      ...{ ref: 'string', task: 'string', environment: 'string', description: 'string' },
      ...{ auto_merge: 'boolean', transient_environment: 'boolean', production_environment: 'boolean' },
      ...{ required_contexts: 'strings', payload: 'object or string' },
    },
  },
  status: {
    required: ['state'],
    fields: {
      state: STATES,
      ...{ target_url: 'string', log_url: 'string', description: 'string', environment: 'string' },
      ...{ environment_url: 'string', auto_inactive: 'boolean' },
    },
  },
  query: { required: ['query'], fields: { query: 'string', variables: 'object or string' } },
} as const satisfies Readonly<Record<string, Schema>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (value: unknown, kind: Kind): boolean => {
  if (kind === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (kind === 'object or string') return isObject(value) || typeof value === 'string';
  return typeof kind === 'string' ? typeof value === kind : kind.includes(String(value));
};

/** The fields of a body. @throws ApiError (422) when they are not what GitHub takes; unknown ones are told to `violation` */
export const readBody = (
  value: unknown,
  { required, fields }: Schema,
  violation: (text: string) => void,
): Record<string, unknown> => {
  const body = isObject(value) ? value : {};
  const missing = required.filter((name) => body[name] === undefined);
  if (missing.length > 0) throw new ApiError(422, `Invalid request.\n\n"${missing}" wasn't supplied.`);
  for (const [name, given] of Object.entries(body)) {
    const kind = fields[name];
    if (kind === undefined) violation(`GitHub documents no field ${name}`);
    else if (!fits(given, kind)) {
      throw new ApiError(422, `Invalid request.\n\nFor '${name}', ${JSON.stringify(given)} is not ${kind}.`);
    }
  }
  return body;
};
