/** What a path gave for the named segments of a pattern. */
export type Params = Readonly<Record<string, string>>;

/** The text of one segment of a path; one that is badly encoded stands for itself. */
export const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** Matches `/content/:id/toml` by segments; a last segment `*` stands for the rest of the path. */
export const matchPath = (pattern: string, path: string): Params | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const segment = given[i] ?? '';
    if (want === '*' && i === wanted.length - 1) break;
    if (want.startsWith(':') && segment !== '') params[want.slice(1)] = decodeSegment(segment);
    else if (want !== segment) return undefined;
  }
  return params;
};

/** Whether `GET /content/:id` covers a request; the method `*` covers all of them. */
export const matchRoute = (route: string, method: string, path: string): Params | undefined => {
  const [wanted = '', pattern = ''] = route.split(' ');
  return wanted === '*' || wanted === method ? matchPath(pattern, path) : undefined;
};

/** Finds the first row of a table such as `{'GET /content/:id': handler}` that covers a request. */
export const findRoute = <T>(
  table: Readonly<Record<string, T>>,
  method: string,
  path: string,
): { row: T; params: Params } | undefined => {
  for (const [route, row] of Object.entries(table)) {
    const params = matchRoute(route, method, path);
    if (params !== undefined) return { row, params };
  }
  return undefined;
};
