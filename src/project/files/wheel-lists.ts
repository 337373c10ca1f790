/** The lists of wheels in a lock: nine tenths of its text, and written by uv in one form only. */

import { randomInt } from 'node:crypto';

type Wheel = Readonly<Record<string, string | number>>;

/** The lists by the numbers that are in their places. */
type Lists = ReadonlyMap<number, readonly Wheel[]>;

const HEAD = '\nwheels = [\n';
const TEXT = String.raw`"([^"\\\p{Cc}]*)"`;
const WHEEL = new RegExp(
  String.raw` {4}\{ (url|path|filename) = ${TEXT}(?:, hash = ${TEXT})?(?:, size = (0|[1-9]\d{0,14}))?(?:, upload-time = ${TEXT})? \},\n`,
  'uy',
);

/** Numbers begin at random, below this: no text can have one of them already, in a list that is not a package's. */
const FIRST_BELOW = 2 ** 47;

/**
 * Reads these lists without a parser, which takes most of its time for them, and leaves a number for each over as many
 * lines: `wheels = [7]`. Anything in another form stays in the text; `undefined` where nothing can be taken out.
 */
export function takeWheels(text: string): { rest: string; lists: Lists } | undefined {
  let at = text.indexOf(HEAD);
  if (at < 0 || text.includes('"""') || text.includes("'''")) return undefined;
  const parts: string[] = [];
  const lists = new Map<number, readonly Wheel[]>();
  const first = randomInt(FIRST_BELOW);
  let from = 0;
  for (; at >= 0; at = text.indexOf(HEAD, at)) {
    const begin = at + HEAD.length;
    const list: Wheel[] = [];
    at = begin;
    for (WHEEL.lastIndex = begin; ; at = WHEEL.lastIndex) {
      const found = WHEEL.exec(text);
      if (found === null) break;
      const [, key = '', where = '', hash, size, time] = found;
      list.push({
        [key]: where,
        ...(hash !== undefined && { hash }),
        ...(size !== undefined && { size: Number(size) }),
        ...(time !== undefined && { 'upload-time': time }),
      });
    }
    if (!text.startsWith(']\n', at)) continue;
    const number = first + lists.size;
    parts.push(text.slice(from, begin), String(number), '\n'.repeat(list.length));
    lists.set(number, list);
    from = at;
  }
  return { rest: parts.join('') + text.slice(from), lists };
}

/** Puts the lists back where the parser found their numbers; false when they are not all in packages. */
export function putWheels(data: Readonly<Record<string, unknown>>, lists: Lists): boolean {
  if (!Array.isArray(data.package)) return false;
  let count = 0;
  for (const one of data.package as { wheels?: unknown }[]) {
    const [number] = Array.isArray(one.wheels) ? (one.wheels as unknown[]) : [];
    const list = typeof number === 'number' ? lists.get(number) : undefined;
    if (list === undefined) continue;
    one.wheels = list;
    count += 1;
  }
  return count === lists.size;
}
