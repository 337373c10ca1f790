import type { Database } from '../host/database.ts';
import { now } from './schema.ts';

/** An uploaded bundle. */
export type Bundle = {
  readonly id: number;
  readonly content_guid: string;
  readonly created_time: string;
  readonly size: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly py_version: string | null;
  /** The folder of its environment, once that was built; '' when it runs without one. */
  readonly environment: string | null;
  /** The interpreter that was matched. */
  readonly python: string | null;
};

export type Bundles = {
  /** Newest first. */
  of(contentGuid: string): Bundle[];
  get(id: number): Bundle | undefined;
  create(bundle: Pick<Bundle, 'content_guid' | 'size' | 'metadata'>): Bundle;
  built(id: number, build: Pick<Bundle, 'environment' | 'python' | 'py_version'>): void;
  remove(id: number): void;
};

type Row = Omit<Bundle, 'metadata'> & { metadata: string };

const bundleOf = (row: Row): Bundle => ({ ...row, metadata: JSON.parse(row.metadata) as Record<string, string> });

export const createBundles = (database: Database): Bundles => {
  const get = (id: number): Bundle | undefined => {
    const row = database.one<Row>('SELECT * FROM bundles WHERE id = ?', id);
    return row && bundleOf(row);
  };
  return {
    of: (guid) =>
      database.all<Row>('SELECT * FROM bundles WHERE content_guid = ? ORDER BY id DESC', guid).map(bundleOf),
    get,
    create({ content_guid, size, metadata }) {
      database.insert('bundles', { content_guid, size, metadata: JSON.stringify(metadata), created_time: now() });
      const made = database.one<Row>('SELECT * FROM bundles WHERE id = last_insert_rowid()');
      if (made === undefined) throw new Error('The bundle was not stored');
      return bundleOf(made);
    },
    built: (id, { environment, python, py_version }) =>
      database.run(
        'UPDATE bundles SET environment = ?, python = ?, py_version = ? WHERE id = ?',
        ...[environment, python, py_version, id],
      ),
    remove: (id) => database.run('DELETE FROM bundles WHERE id = ?', id),
  };
};
