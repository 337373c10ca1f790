import { createHash, randomInt } from 'node:crypto';
import type { Database } from '../host/database.ts';
import { ulid } from './ulid.ts';

export type User = { readonly id: string; readonly name: string; readonly role: 'admin' | 'developer' };

export type Caller = { readonly user: User; readonly scopes: readonly string[] };

export type KeyOptions = {
  /** The user's name; one that is new is created. */
  readonly user: string;
  /** Default: `content:deploy`, the only scope that is documented. */
  readonly scopes?: readonly string[];
  /** Default: developer. Admins may touch everybody's items. */
  readonly role?: User['role'];
  /** Default: the key does not expire. Keys from a login in the browser live eight hours. */
  readonly lifetimeMs?: number;
};

/** The API keys and their users. A key itself is never stored, only its hash. */
export type Keys = {
  create(options: KeyOptions): string;
  /** Who sends this `Authorization` header or key; nobody, when it is unknown or has expired. */
  caller(key: string): Caller | undefined;
  user(id: string): User | undefined;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const random = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

export const createKeys = (database: Database): Keys => ({
  create({ user: name, scopes = ['content:deploy'], role = 'developer', lifetimeMs }) {
    let user = database.one<User>('SELECT * FROM users WHERE name = ?', name);
    if (user === undefined) {
      user = { id: ulid(), name, role };
      database.insert('users', { ...user });
    }
    const key = `rico_${random(11)}_${random(43)}`;
    const expires = lifetimeMs === undefined ? null : Date.now() + lifetimeMs;
    database.insert('keys', {
      hash: hash(key),
      user_id: user.id,
      scopes: JSON.stringify(scopes),
      expires_at: expires,
    });
    return key;
  },

  caller(key) {
    type Row = User & { scopes: string; expires_at: number | null };
    const row = database.one<Row>(
      'SELECT users.*, scopes, expires_at FROM keys JOIN users ON users.id = user_id WHERE hash = ?',
      hash(key),
    );
    if (row === undefined || (row.expires_at !== null && row.expires_at <= Date.now())) return undefined;
    const { id, name, role } = row;
    return { user: { id, name, role }, scopes: JSON.parse(row.scopes) as string[] };
  },

  user: (id) => database.one<User>('SELECT * FROM users WHERE id = ?', id),
});
