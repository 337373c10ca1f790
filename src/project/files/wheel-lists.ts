/** The lists of wheels in a lock: nine tenths of its text, and written by uv in one form only. */

type Wheel = Readonly<Record<string, string | number>>;

const HEAD = '\nwheels = [\n';
const TEXT = String.raw`"([^"\\\p{Cc}]*)"`;
const WHEEL = new RegExp(
  String.raw` {4}\{ (url|path|filename) = ${TEXT}(?:, hash = ${TEXT})?(?:, size = (0|[1-9]\d{0,14}))?(?:, upload-time = ${TEXT})? \},\n`,
  'uy',
);

/**
 * Reads these lists without a parser, which takes most of its time for them, and leaves their number over as many
 * lines: `wheels = [7]`. Anything in another form stays in the text; `undefined` where nothing can be taken out.
 */
export function takeWheels(text: string): { rest: string; lists: readonly (readonly Wheel[])[] } | undefined {
  let at = text.indexOf(HEAD);
  if (at < 0 || text.includes('"""') || text.includes("'''")) return undefined;
  const parts: string[] = [];
  const lists: Wheel[][] = [];
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
    parts.push(text.slice(from, begin), String(lists.length), '\n'.repeat(list.length));
    lists.push(list);
    from = at;
  }
  return { rest: parts.join('') + text.slice(from), lists };
}

/** Puts the lists back where the parser found their numbers; false when they are not those of the packages. */
export function putWheels(data: Readonly<Record<string, unknown>>, lists: readonly (readonly Wheel[])[]): boolean {
  if (!Array.isArray(data.package)) return false;
  let count = 0;
  for (const one of data.package as { wheels?: unknown }[]) {
    const [number] = Array.isArray(one.wheels) ? (one.wheels as unknown[]) : [];
    if (typeof number !== 'number') continue;
    one.wheels = lists[number];
    count += 1;
  }
  return count === lists.length;
}
