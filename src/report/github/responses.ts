import type { HttpResponse } from '../../ports/http/http.ts';
import { jsonOf, rowsOf } from '../../ports/http/json.ts';

/** Makes sense of an answer; `undefined` when there is none in it. */
export type Read<T> = (value: unknown) => T | undefined;

/** One row that makes no sense spoils the list: a part of it must not be taken for the whole. */
export function readRows<T>(response: HttpResponse, read: Read<T>): T[] | undefined {
  const rows = rowsOf(jsonOf(response), read);
  const known = rows?.filter((row) => row !== undefined);
  return known?.length === rows?.length ? known : undefined;
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
