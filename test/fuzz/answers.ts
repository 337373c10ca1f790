import type { Http, HttpResponse } from '../../src/ports/http/http.ts';

/** Where a value is in a JSON document. */
type Path = readonly (string | number)[];

/** One field of the answers of one route, and what is there instead. */
export type Lie = { readonly route: string; readonly path: Path; readonly instead: Instead };

const INSTEADS = ['null', 'a number', 'a huge text', 'nothing'] as const;
type Instead = (typeof INSTEADS)[number];

export const lieName = ({ route, path, instead }: Lie): string =>
  `${route} has ${instead} for ${path.length === 0 ? 'its body' : path.join('.')}`;

/** A request without what differs from run to run. */
const routeOf = (method: string, url: string): string =>
  `${method} ${new URL(url).pathname.replace(/\/[0-9A-HJKMNP-TV-Z]{26}(?=\/|$)|\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)|\/[0-9a-f]{16}(?=\/|$)|\/\d+(?=\/|$)/g, '/:id')}`;

/** Hands requests on, and collects each lie that their answers leave room for. */
export function listening(http: Http, lies: Map<string, Lie>): Http {
  return async (request) => {
    const response = await http(request);
    const route = routeOf(request.method, request.url);
    for (const path of pathsOf(bodyOf(response))) {
      for (const instead of INSTEADS) {
        const lie = { route, path, instead };
        lies.set(lieName(lie), lie);
      }
    }
    return response;
  };
}

/** Hands requests on, and tells the lie in every answer of its route. */
export function lying(http: Http, { route, path, instead }: Lie): Http {
  return async (request) => {
    const response = await http(request);
    if (routeOf(request.method, request.url) !== route) return response;
    const body = bodyOf(response);
    if (body === '') return response;
    return { ...response, text: replaced(body, path, instead) };
  };
}

/** A document, or the text of what is not JSON: a page, a log, a key. */
const bodyOf = ({ text }: HttpResponse): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Every place in a document; of a list, the first member stands for all. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === '' && path.length === 0) return [];
  if (Array.isArray(value)) return [path, ...(value.length > 0 ? pathsOf(value[0], [...path, 0]) : [])];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

const HUGE = 'x'.repeat(200_000);

function replaced(body: unknown, path: Path, instead: Instead): string {
  const value = { null: null, 'a number': 7, 'a huge text': HUGE, nothing: undefined }[instead];
  const put = (node: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(node)) return node.map((member, index) => (index === key ? put(member, rest) : member));
    if (typeof node !== 'object' || node === null || !(key in node)) return node;
    return { ...node, [key]: put((node as Record<string, unknown>)[String(key)], rest) };
  };
  return JSON.stringify(put(body, path)) ?? '';
}
