import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../host/database.ts';

export type Role = 'viewer' | 'publisher' | 'administrator';

export type User = { readonly guid: string; readonly username: string; readonly role: Role; readonly locked: number };

/** Who calls: a user, or the service principal of a trusted publisher, which may touch one content item only. */
export type Caller =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'service'; readonly contentGuid: string };

/** The users and their API keys. A key itself is never stored, only its hash. */
export type People = {
  user(guid: string): User | undefined;
  users(): User[];
  /** The user of that name, made when there is none. */
  named(username: string, role?: Role): User;
  lock(username: string): void;
  createKey(user: User): string;
  /** An ephemeral key for one content item, as a token exchange gives it. */
  createServiceKey(contentGuid: string, lifetimeMs: number): string;
  /** Nobody, when the key is unknown or has expired. */
  caller(key: string): Caller | undefined;
};

const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

const newKey = (): string => randomBytes(24).toString('base64url');

export const createPeople = (database: Database): People => {
  const user = (guid: string) => database.one<User>('SELECT * FROM users WHERE guid = ?', guid);
  const byName = (username: string) => database.one<User>('SELECT * FROM users WHERE username = ?', username);
  return {
    user,
    users: () => database.all<User>('SELECT * FROM users ORDER BY username'),
    named(username, role = 'publisher') {
      const found = byName(username);
      if (found !== undefined) return found;
      const made: User = { guid: randomUUID(), username, role, locked: 0 };
      database.insert('users', { ...made });
      return made;
    },
    lock: (username) => database.run('UPDATE users SET locked = 1 WHERE username = ?', username),
    createKey({ guid }) {
      const key = newKey();
      database.insert('keys', { hash: hash(key), user_guid: guid, content_guid: null, expires_at: null });
      return key;
    },
    createServiceKey(contentGuid, lifetimeMs) {
      const key = newKey();
      const expires = Date.now() + lifetimeMs;
      database.insert('keys', { hash: hash(key), user_guid: null, content_guid: contentGuid, expires_at: expires });
      return key;
    },
    caller(key) {
      type Row = { user_guid: string | null; content_guid: string | null; expires_at: number | null };
      const row = database.one<Row>('SELECT * FROM keys WHERE hash = ?', hash(key));
      if (row === undefined || (row.expires_at !== null && row.expires_at <= Date.now())) return undefined;
      if (row.content_guid !== null) return { kind: 'service', contentGuid: row.content_guid };
      const owner = user(row.user_guid ?? '');
      return owner && { kind: 'user', user: owner };
    },
  };
};
