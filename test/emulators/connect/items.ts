import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../host/database.ts';
import { Rejection } from './rejection.ts';
import { now } from './schema.ts';
import { DEFAULTS } from './settings.ts';

/** A content item. */
export type Item = {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly owner_guid: string;
  /** `unknown` until the first deployment has succeeded, and fixed from then on. */
  readonly app_mode: string;
  readonly content_category: string;
  /** The active bundle. */
  readonly bundle_id: number | null;
  readonly py_version: string | null;
  readonly created_time: string;
  readonly last_deployed_time: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where a git-backed item comes from. */
  readonly repository: Repository | undefined;
};

export type Repository = {
  readonly repository: string;
  readonly branch: string;
  readonly directory: string;
  readonly polling: boolean;
};

export type Items = {
  all(): Item[];
  get(guid: string): Item | undefined;
  /** @throws Rejection (26) when the owner has one of that name */
  create(owner: string, settings: Readonly<Record<string, unknown>>): Item;
  /** @throws Rejection (26) */
  configure(item: Item, settings: Readonly<Record<string, unknown>>): Item;
  /** What the first successful deployment decides. */
  settle(guid: string, kind: Pick<Item, 'app_mode' | 'content_category'>): void;
  activate(guid: string, bundleId: number, pyVersion: string | null): void;
  connectTo(guid: string, repository: Repository | undefined): void;
  remove(guid: string): void;
};

type Row = Omit<Item, 'settings' | 'repository'> & { settings: string; repository: string | null };

const itemOf = ({ settings, repository, ...row }: Row): Item => ({
  ...row,
  settings: JSON.parse(settings) as Record<string, unknown>,
  repository: repository === null ? undefined : (JSON.parse(repository) as Repository),
});

export const createItems = (database: Database): Items => {
  const get = (guid: string): Item | undefined => {
    const row = database.one<Row>('SELECT * FROM content WHERE guid = ?', guid);
    return row && itemOf(row);
  };
  const known = (guid: string): Item => {
    const item = get(guid);
    if (item === undefined) throw new Rejection(4, 'The requested object does not exist.');
    return item;
  };
  const free = (owner: string, name: string, guid = ''): void => {
    const sql = 'SELECT guid FROM content WHERE owner_guid = ? AND name = ? AND guid <> ?';
    if (database.one(sql, owner, name, guid) !== undefined) {
      throw new Rejection(26, 'An object with that name already exists.');
    }
  };

  return {
    all: () => database.all<Row>('SELECT * FROM content ORDER BY id').map(itemOf),
    get,
    create(owner, { name: wanted, owner_guid: _owner, ...settings }) {
      const name = String(wanted ?? '') || `content-${randomBytes(6).toString('hex')}`;
      free(owner, name);
      const guid = randomUUID();
      const all = JSON.stringify({ ...DEFAULTS, ...settings });
      database.insert('content', { guid, name, owner_guid: owner, created_time: now(), settings: all });
      return known(guid);
    },
    configure(item, { name = item.name, owner_guid: owner = item.owner_guid, ...settings }) {
      free(String(owner), String(name), item.guid);
      const all = JSON.stringify({ ...item.settings, ...settings });
      const sql = 'UPDATE content SET name = ?, owner_guid = ?, settings = ? WHERE guid = ?';
      database.run(sql, String(name), String(owner), all, item.guid);
      return known(item.guid);
    },
    settle: (guid, { app_mode, content_category }) =>
      database.run(
        'UPDATE content SET app_mode = ?, content_category = ? WHERE guid = ?',
        ...[app_mode, content_category, guid],
      ),
    activate: (guid, bundleId, pyVersion) =>
      database.run(
        'UPDATE content SET bundle_id = ?, py_version = ?, last_deployed_time = ? WHERE guid = ?',
        ...[bundleId, pyVersion, now(), guid],
      ),
    connectTo(guid, repository) {
      const text = repository === undefined ? null : JSON.stringify(repository);
      database.run('UPDATE content SET repository = ? WHERE guid = ?', text, guid);
    },
    remove: (guid) => database.run('DELETE FROM content WHERE guid = ?', guid),
  };
};
