/** A tag of a page that opens an element. `isHidden`: it is in a part of the page that a browser does not show at first. */
export type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isHidden: boolean;
  /** The text behind it, up to the next tag. */
  readonly text: string;
};

const TAG = /<(\/?)([a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>([^<]*)/gi;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The elements of a page in their order, as far as its markup is in order. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  const page = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '');
  for (const [, closing, written = '', rest = '', text = ''] of page.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (closing) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) open.length = at;
      continue;
    }
    const attributes = new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), decode(a ?? b ?? c ?? '')]),
    );
    const isHidden = (open.at(-1)?.isHidden ?? false) || hides(attributes);
    tags.push({ name, attributes, isHidden, text: decode(text.trim()) });
    if (!VOID.test(name) && !rest.endsWith('/')) open.push({ name, isHidden });
  }
  return tags;
}

/** Tabs that are not open, what is folded or has a condition of its own. */
function hides(attributes: ReadonlyMap<string, string>): boolean {
  const classes = classesOf(attributes);
  const isClosed =
    (classes.has('tab-pane') && !classes.has('active')) || (classes.has('collapse') && !classes.has('show'));
  const style = attributes.get('style') ?? '';
  return isClosed || /display\s*:\s*none/i.test(style) || attributes.has('hidden') || attributes.has('data-display-if');
}

export const classesOf = (attributes: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set((attributes.get('class') ?? '').split(/\s+/));

const decode = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
