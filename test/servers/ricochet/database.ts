import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS keys (
  hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id), scopes TEXT NOT NULL, expires_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS items (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES users(id), toml TEXT NOT NULL, slug TEXT UNIQUE,
  current TEXT, updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS deployments (
  id TEXT PRIMARY KEY, content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, deployed_at INTEGER NOT NULL,
  status TEXT NOT NULL, deployed_by TEXT NOT NULL, ip_address TEXT NOT NULL, requested_ver TEXT, matched_ver TEXT,
  git_hash TEXT, python TEXT, bundle TEXT NOT NULL, replaces TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS invocations (
  id TEXT PRIMARY KEY, content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, deployment_id TEXT,
  invoked_at INTEGER NOT NULL, invoked_by TEXT NOT NULL, display_name TEXT, status TEXT NOT NULL,
  started INTEGER, ended INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS variables (
  content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (content_id, name)
) STRICT;
CREATE INDEX IF NOT EXISTS deployments_by_content ON deployments (content_id);
CREATE INDEX IF NOT EXISTS invocations_by_content ON invocations (content_id);
`;

type Value = string | number | null;

/** The server's one database: everything it knows survives in it. */
export type Database = {
  /** Rows as they are in the table; the caller names their type. */
  all<Row>(sql: string, ...values: Value[]): Row[];
  one<Row>(sql: string, ...values: Value[]): Row | undefined;
  run(sql: string, ...values: Value[]): void;
  /** `insert('users', {id, name, role})` */
  insert(table: string, row: Readonly<Record<string, Value>>): void;
  close(): void;
};

export const openDatabase = (path: string): Database => {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
  database.exec(SCHEMA);
  const run = (sql: string, ...values: Value[]): void => {
    database.prepare(sql).run(...values);
  };
  return {
    all: <Row>(sql: string, ...values: Value[]) => database.prepare(sql).all(...values) as Row[],
    one: <Row>(sql: string, ...values: Value[]) => database.prepare(sql).get(...values) as Row | undefined,
    run,
    insert(table, row) {
      const names = Object.keys(row);
      const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      run(sql, ...Object.values(row));
    },
    close: () => database.close(),
  };
};

/** Times on the wire are seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000);
