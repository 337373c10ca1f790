import { readJson } from '../host/body.ts';
import type { Call } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import { Rejection } from './rejection.ts';

/** What a field of a JSON body may hold; every field may be absent. */
type Kind = 'string' | 'boolean' | 'integer' | 'number' | 'any';

/** The fields of a body, with `?` after the kind where null is allowed too. */
export type Fields = Readonly<Record<string, Kind | `${Kind}?`>>;

const holds = (value: unknown, kind: string): boolean => {
  if (kind === 'any') return true;
  return kind === 'integer' ? Number.isInteger(value) : typeof value === kind;
};

const invalid = (message: string): Rejection =>
  new Rejection(121, `The JSON in the request body is invalid: ${message}`);

/** @throws Rejection (121) for a value of another kind, and for a field that is not listed, as Connect's decoder does */
export const checkFields = (body: unknown, fields: Fields): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('an object is needed');
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (kind === undefined) throw invalid(`json: unknown field "${name}"`);
    const nullable = kind.endsWith('?');
    if (nullable && value === null) continue;
    if (!holds(value, nullable ? kind.slice(0, -1) : kind)) {
      throw invalid(`json: cannot unmarshal ${value === null ? 'null' : typeof value} into field ${name}`);
    }
  }
  return body as Record<string, unknown>;
};

/** The body as JSON. @throws Rejection (121) */
export const readBody = async (call: Call): Promise<unknown> => {
  try {
    return await readJson(call);
  } catch (error) {
    throw error instanceof Refusal ? invalid(error.message) : error;
  }
};

export const readFields = async (call: Call, fields: Fields): Promise<Record<string, unknown>> =>
  checkFields(await readBody(call), fields);
