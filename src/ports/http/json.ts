import { attempt } from '../attempt.ts';
import type { HttpResponse } from './http.ts';

export const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;

/** The body as JSON; `undefined` when it is none. */
export const jsonOf = ({ text }: HttpResponse): unknown => attempt(() => JSON.parse(text) as unknown);

/** A web page, as logins and proxies answer in place of an API. */
export const isHtml = (response: HttpResponse): boolean =>
  String(response.headers['content-type'] ?? '').includes('text/html') || /^\s*<(?:!doctype|html)/i.test(response.text);

/** The body and the header of a request that carries JSON. */
export const jsonBody = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

/** The rows of a list, `undefined` for those that `read` makes no sense of; `undefined` when it is no list. */
export const rowsOf = <T>(value: unknown, read: (row: unknown) => T | undefined): (T | undefined)[] | undefined =>
  Array.isArray(value) ? value.map(read) : undefined;

/** The value at a path of tables, or `undefined`. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
