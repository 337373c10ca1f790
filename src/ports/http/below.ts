/** `..` as one segment, in any spelling that a server on the way may decode, once or several times; `;` begins parameters. */
const CLIMBS = /(?:^|[/\\]|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){2}(?:$|[/\\;]|%(?:25)*(?:2f|5c|3b))/i;

/** Whether an address is below `base`, whose path ends with a slash, for all servers on the way: a key may go there that is for `base`. */
export const isBelow = (base: URL, { origin, pathname }: URL): boolean =>
  origin === base.origin && `${pathname}/`.startsWith(base.pathname) && !CLIMBS.test(pathname);

/** Whether a path that begins with a slash stays in the app, wherever on its server the app is. */
export const staysInside = (path: string): boolean =>
  isBelow(new URL('http://server/app/'), new URL(`http://server/app${path}`));
