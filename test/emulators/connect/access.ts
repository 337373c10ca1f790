import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Database } from '../host/database.ts';
import type { Item } from './items.ts';
import type { Caller, People } from './people.ts';
import { Rejection } from './rejection.ts';

/** A permission beside those that the owner and the access type give. */
type Permission = {
  readonly id: number;
  readonly content_guid: string;
  readonly principal_guid: string;
  readonly principal_type: 'user' | 'group';
  readonly role: 'viewer' | 'owner';
};

type AppRole = 'owner' | 'editor' | 'viewer' | 'none';

export type Access = {
  /** By the API key. Nobody without one. @throws Rejection (30) for a key that is not good, (50) for a locked user */
  caller(request: IncomingMessage): Caller | undefined;
  /** What a caller may do with an item. */
  role(item: Item, caller: Caller | undefined): AppRole;
  permissions(contentGuid: string): Permission[];
};

/** Behind Snowflake its own token is in `Authorization`, and our key beside it, with or without the word `Key`. */
const keyOf = ({ authorization = '', ...headers }: IncomingMessage['headers']): string | undefined => {
  const beside = headers['x-rsc-authorization'];
  if (authorization.startsWith('Snowflake '))
    return typeof beside === 'string' ? beside.replace(/^Key /, '') : undefined;
  return /^Key (.+)$/.exec(authorization)?.[1];
};

export const createAccess = (database: Database, people: People): Access => {
  const permissions = (guid: string): Permission[] =>
    database.all<Permission>('SELECT * FROM permissions WHERE content_guid = ? ORDER BY id', guid);
  return {
    permissions,
    caller({ headers }) {
      const key = keyOf(headers);
      if (key === undefined) {
        if (headers.authorization?.startsWith('Key'))
          throw new Rejection(30, 'We cannot log you in with the provided credentials.');
        return undefined;
      }
      const caller = people.caller(key);
      if (caller === undefined) throw new Rejection(30, 'We cannot log you in with the provided credentials.');
      if (caller.kind === 'user' && caller.user.locked) throw new Rejection(50, 'This user is locked.');
      return caller;
    },
    role(item, caller) {
      if (caller === undefined) return item.settings.access_type === 'all' ? 'viewer' : 'none';
      if (caller.kind === 'service') return caller.contentGuid === item.guid ? 'editor' : 'none';
      const { guid, role } = caller.user;
      if (item.owner_guid === guid) return 'owner';
      if (role === 'administrator') return 'owner';
      const own = permissions(item.guid).find(({ principal_guid }) => principal_guid === guid);
      if (own?.role === 'owner' && role !== 'viewer') return 'editor';
      return own !== undefined || item.settings.access_type !== 'acl' ? 'viewer' : 'none';
    },
  };
};

/** Sessions behind a load balancer: a client that does not send its cookie back ends up at another node. */
export type Sessions = {
  /** The session of a request, and the cookie to set when it is new. */
  of(request: IncomingMessage): { readonly session: string; readonly cookie: string | undefined };
};

const COOKIE = 'rscid';

export const createSessions = (): Sessions => ({
  of({ headers: { cookie = '' } }) {
    const entry = cookie
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${COOKIE}=`));
    const session = entry?.slice(COOKIE.length + 1);
    if (session) return { session, cookie: undefined };
    const fresh = randomUUID();
    return { session: fresh, cookie: `${COOKIE}=${fresh}; Path=/; HttpOnly` };
  },
});

/** The cookie header without our own, for what is deployed; nothing when no other cookie is left. */
export const othersCookies = (header = ''): string | undefined =>
  header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith(`${COOKIE}=`))
    .join('; ') || undefined;
