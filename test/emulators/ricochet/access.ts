import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../host/refusal.ts';
import type { Item } from './items.ts';
import type { Caller, Keys } from './keys.ts';

/** Who is calling, and what they may do. */
export type Access = {
  /** By the API key, or else by the session of the browser. @throws Refusal (403) for a key that is not good */
  caller(request: IncomingMessage): Caller | undefined;
  /** A new session for a browser, as the value of its cookie. @throws Refusal (403) for a key that is not good */
  login(key: string): string;
};

const COOKIE = 'ricochet_session';

const cookies = (header: string): string[] => header.split(';').map((cookie) => cookie.trim());

/** The cookie header without our own session, for what is deployed; nothing when no other cookie is left. */
export const othersCookies = (header: string | undefined): string | undefined =>
  cookies(header ?? '')
    .filter((cookie) => cookie !== '' && !cookie.startsWith(`${COOKIE}=`))
    .join('; ') || undefined;

export const createAccess = (keys: Keys): Access => {
  const sessions = new Map<string, Caller>();
  const byKey = (key: string): Caller => {
    const caller = keys.caller(key);
    if (caller === undefined) throw new Refusal(403, 'Invalid API key');
    return caller;
  };
  return {
    caller({ headers: { authorization, cookie = '' } }) {
      const [, key] = /^Key (.+)$/.exec(authorization ?? '') ?? [];
      if (key !== undefined) return byKey(key);
      const session = cookies(cookie).find((entry) => entry.startsWith(`${COOKIE}=`));
      return sessions.get(session?.slice(COOKIE.length + 1) ?? '');
    },
    login(key) {
      const session = randomUUID();
      sessions.set(session, byKey(key));
      return `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`;
    },
  };
};

export const mayManage = (item: Item, { user }: Caller): boolean => item.owner === user.id || user.role === 'admin';

/** Documented: `external` is for anyone, `internal` for all who have logged in, `private` for the owner and admins. */
export const mayVisit = (item: Item, caller: Caller | undefined): boolean => {
  if (item.config.accessType === 'external') return true;
  return caller !== undefined && (item.config.accessType === 'internal' || mayManage(item, caller));
};
