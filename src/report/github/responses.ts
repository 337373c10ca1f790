import type { HttpResponse } from '../../ports/http/http.ts';

/** Makes sense of an answer; `undefined` when there is none in it. */
export type Read<T> = (value: unknown) => T | undefined;

export const succeeded = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;

/** One row that makes no sense spoils the list: a part of it must not be taken for the whole. */
export function readRows<T>(value: unknown, read: Read<T>): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows = value.map(read).filter((row) => row !== undefined);
  return rows.length === value.length ? rows : undefined;
}

/** The address behind `rel="next"` (RFC 8288), if it is one of the same API. */
export function nextPage({ headers }: HttpResponse, base: URL): string | 'foreign' | undefined {
  const header = headers.link;
  const [, target] =
    /<([^<>]*)>\s*;[^,<]*\brel="?next"?(?=[\s;,]|$)/.exec(typeof header === 'string' ? header : '') ?? [];
  if (target === undefined) return undefined;
  const next = URL.canParse(target, base.href) ? new URL(target, base.href) : undefined;
  return next?.origin === base.origin && next.pathname.startsWith(base.pathname) ? next.href : 'foreign';
}

/** The answer's JSON; `undefined` when it is none. */
export function parsed(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.text);
  } catch {
    return undefined;
  }
}
