import type { Database } from '../host/database.ts';
import { Rejection } from './rejection.ts';

/** Environment variables of content: their names can be read, their values only by the content. */
export type Variables = {
  names(contentGuid: string): string[];
  values(contentGuid: string): Record<string, string>;
  /** Merges; a null removes. @throws Rejection (121, 108, 149) */
  merge(contentGuid: string, body: unknown): void;
  /** Replaces all. @throws Rejection (121, 108, 149) */
  replace(contentGuid: string, body: unknown): void;
};

type Change = { readonly name: string; readonly value: string | null };

/** Which names Connect prohibits is inferred: those by which it starts content itself. */
const PROHIBITED = ['HOME', 'PATH', 'LD_LIBRARY_PATH', 'TMPDIR'];

const invalid = (): Rejection =>
  new Rejection(121, 'The JSON in the request body is invalid: a list of {"name", "value"} is needed');

const readChanges = (body: unknown): Change[] => {
  if (!Array.isArray(body)) throw invalid();
  const seen = new Set<string>();
  return body.map((entry: unknown) => {
    const { name, value = null, ...rest } = (entry ?? {}) as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new Rejection(121, `json: unknown field "${unknown}"`);
    if (typeof name !== 'string' || (typeof value !== 'string' && value !== null)) throw invalid();
    if (!/^[^=\0]+$/.test(name) || PROHIBITED.includes(name)) {
      throw new Rejection(108, `The environment variable ${name} is prohibited`);
    }
    if (seen.has(name)) throw new Rejection(149, `The environment variable ${name} is given more than once`);
    seen.add(name);
    return { name, value };
  });
};

export const createVariables = (database: Database): Variables => {
  const apply = (guid: string, changes: readonly Change[]): void => {
    for (const { name, value } of changes) {
      database.run('DELETE FROM variables WHERE content_guid = ? AND name = ?', guid, name);
      if (value !== null) database.insert('variables', { content_guid: guid, name, value });
    }
  };
  const rows = (guid: string) =>
    database.all<{ name: string; value: string }>(
      'SELECT name, value FROM variables WHERE content_guid = ? ORDER BY name',
      guid,
    );
  return {
    names: (guid) => rows(guid).map(({ name }) => name),
    values: (guid) => Object.fromEntries(rows(guid).map(({ name, value }) => [name, value])),
    merge: (guid, body) => apply(guid, readChanges(body)),
    replace(guid, body) {
      const changes = readChanges(body);
      database.run('DELETE FROM variables WHERE content_guid = ?', guid);
      apply(guid, changes);
    },
  };
};
