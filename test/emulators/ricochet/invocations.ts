import type { Database } from '../host/database.ts';
import { seconds } from './database.ts';
import { ulid } from './ulid.ts';

/** ricochet's public API reference; `pending` is queued or running. */
export type InvocationStatus = 'pending' | 'success' | 'failure' | 'cancelled';

/** One run of a task, as the API shows it. */
export type Invocation = {
  readonly id: string;
  readonly content_id: string;
  readonly deployment_id: string | null;
  readonly invoked_at: number;
  readonly invoked_by: string;
  readonly display_name: string | null;
  readonly status: InvocationStatus;
  /** Absent while the run is queued. */
  readonly started: number | null;
  /** Absent until the run has ended. */
  readonly ended: number | null;
};

export type Invocations = {
  create(from: Pick<Invocation, 'content_id' | 'deployment_id' | 'invoked_by' | 'display_name'>): Invocation;
  get(id: string): Invocation | undefined;
  active(contentId: string): Invocation[];
  start(id: string): void;
  end(id: string, status: InvocationStatus): void;
  /** Ends what a server left behind that stopped in the middle. */
  endAll(status: InvocationStatus): Invocation[];
};

/** Without what is absent, and without the item, which is in the path. */
export const shown = ({ content_id: _, ...fields }: Invocation): Partial<Invocation> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

export const createInvocations = (database: Database): Invocations => ({
  create(from) {
    const row: Invocation = {
      id: ulid(),
      invoked_at: seconds(),
      status: 'pending',
      started: null,
      ended: null,
      ...from,
    };
    database.insert('invocations', { ...row });
    return row;
  },
  get: (id) => database.one('SELECT * FROM invocations WHERE id = ?', id),
  active: (contentId) =>
    database.all("SELECT * FROM invocations WHERE content_id = ? AND status = 'pending' ORDER BY id", contentId),
  start: (id) => database.run('UPDATE invocations SET started = ? WHERE id = ?', seconds(), id),
  end: (id, status) => database.run('UPDATE invocations SET status = ?, ended = ? WHERE id = ?', status, seconds(), id),
  endAll: (status) =>
    database.all(
      "UPDATE invocations SET status = ?, ended = ? WHERE status = 'pending' RETURNING *",
      status,
      seconds(),
    ),
});
