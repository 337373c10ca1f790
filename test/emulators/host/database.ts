import { DatabaseSync } from 'node:sqlite';

type Value = string | number | null;

/** A server's one database: everything it knows survives in it. */
export type Database = {
  /** Rows as they are in the table; the caller names their type. */
  all<Row>(sql: string, ...values: Value[]): Row[];
  one<Row>(sql: string, ...values: Value[]): Row | undefined;
  run(sql: string, ...values: Value[]): void;
  /** `insert('users', {id, name, role})` */
  insert(table: string, row: Readonly<Record<string, Value>>): void;
  close(): void;
};

/** Opens the file, and creates what is missing of the schema (`CREATE TABLE IF NOT EXISTS ...`). */
export const openDatabase = (path: string, schema: string): Database => {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
  database.exec(schema);
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
