import { randomBytes } from 'node:crypto';
import type { Database } from '../host/database.ts';
import type { Log, Logs } from '../host/logs.ts';
import { now } from './schema.ts';

/** A process that Connect has run for a content item. */
export type Job = {
  readonly key: string;
  readonly content_guid: string;
  readonly bundle_id: number;
  readonly tag: string;
  readonly start_time: string;
  readonly end_time: string | null;
  readonly exit_code: number | null;
  /** Why it ended before its time. */
  readonly error: string | null;
};

export type Jobs = {
  /** Newest first. */
  of(contentGuid: string): Job[];
  get(key: string): Job | undefined;
  begin(contentGuid: string, bundleId: number, tag: string): { readonly key: string; readonly log: Log };
  end(key: string, exitCode: number, error?: string): void;
};

export const createJobs = (database: Database, logs: Logs): Jobs => ({
  of: (guid) => database.all<Job>('SELECT * FROM jobs WHERE content_guid = ? ORDER BY rowid DESC', guid),
  get: (key) => database.one<Job>('SELECT * FROM jobs WHERE key = ?', key),
  begin(guid, bundleId, tag) {
    const key = randomBytes(8).toString('hex');
    database.insert('jobs', { key, content_guid: guid, bundle_id: bundleId, tag, start_time: now() });
    return { key, log: logs.open(key) };
  },
  end(key, exitCode, error) {
    const sql = 'UPDATE jobs SET end_time = ?, exit_code = ?, error = ? WHERE key = ? AND end_time IS NULL';
    database.run(sql, now(), exitCode, error ?? null, key);
  },
});
