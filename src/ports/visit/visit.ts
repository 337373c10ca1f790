import { isBelow } from '../http/below.ts';
import { type Http, type HttpResponse, NetworkError } from '../http/http.ts';
import { getFollowing, redirectOf } from '../http/redirects.ts';
import { bokeh } from './bokeh.ts';
import { dash } from './dash.ts';
import { gradio } from './gradio.ts';
import { marimo } from './marimo.ts';
import type { Session, Visited, VisitTarget } from './session.ts';
import { shiny } from './shiny.ts';
import { openSocket } from './socket.ts';
import { streamlit } from './streamlit.ts';

type Framework = {
  readonly name: string;
  /** Whether the page is one of this framework. */
  fits(html: string): boolean;
  visit(session: Session): Promise<Visited>;
};

/** In this order: a page of one may hold parts of another. */
const FRAMEWORKS: readonly Framework[] = [streamlit, shiny, dash, gradio, marimo, bokeh];

/** Apps read what a browser sends of itself (`st.context.headers`). */
const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 uv-deploy',
  'accept-language': 'en-US,en;q=0.9',
};
const PAGE_LIMIT = 4_000_000;
/** What there is of an app whose framework is not known. */
const PAGE = 'page';

export async function visit({ url, headers, limitMs }: VisitTarget, http: Http, signal: AbortSignal): Promise<Visited> {
  const end = performance.now() + limitMs;
  const left = () => Math.max(1, end - performance.now());
  const base = new URL(`${url}/`);
  const own = { ...BROWSER, ...headers };
  try {
    const limits = { limit: PAGE_LIMIT, silenceMs: left(), limitMs: left(), enoughMs: left() };
    let page = base;
    const opened = await getFollowing(http, { url: base.href, headers: own, signal, ...limits }, (next) => {
      const isInside = isBelow(base, next);
      if (isInside) page = next;
      return isInside;
    });
    const judged = judgePage(opened);
    if (judged) return judged;
    const found = FRAMEWORKS.find(({ fits }) => fits(opened.text));
    if (found === undefined) return { is: 'plain' };
    const folder = new URL(page.pathname.replace(/\/*$/, '/'), page);
    const cookie = cookiesOf(opened);
    const all = { ...own, ...(cookie !== '' && { cookie }) };
    const inside = (path: string): URL => {
      const target = new URL(path, folder);
      if (!isBelow(base, target)) throw new Outside();
      return target;
    };
    return await found.visit({
      ...{ page: folder, html: opened.text, left },
      request: async (path, body) => {
        const json = body && { body: JSON.stringify(body) };
        const type = body && { 'content-type': 'application/json' };
        const request = { url: inside(path).href, headers: { ...all, ...type }, signal, limit: PAGE_LIMIT };
        const time = { silenceMs: left(), limitMs: left() };
        return http({ method: body ? 'POST' : 'GET', ...request, ...time, ...json });
      },
      connect: async (path, protocols = []) => {
        const target = inside(path);
        const origin = base.origin;
        target.protocol = target.protocol.replace('http', 'ws');
        return openSocket(target, { headers: { ...all, origin }, protocols, limitMs: left(), signal });
      },
    });
  } catch (error) {
    if (error instanceof NetworkError)
      return { is: 'unsure', framework: PAGE, why: `No answer came: ${error.message}.` };
    if (error instanceof Outside)
      return { is: 'unsure', framework: PAGE, why: 'Its page leads out of its own address.' };
    if (error instanceof SyntaxError)
      return { is: 'unsure', framework: PAGE, why: 'Its answers make no sense to this version.' };
    throw error;
  }
}

/** A page may name any address: what is sent along is for the app alone. */
class Outside extends Error {}

/** What the answer to the first request says by itself. */
function judgePage(opened: HttpResponse): Visited | undefined {
  const { status, text } = opened;
  if (status === 500) return { is: 'raised', framework: PAGE, said: errorIn(text), trace: '' };
  if (redirectOf(opened) !== undefined || status === 401 || status === 403) {
    return { is: 'unsure', framework: PAGE, why: `GET / returned ${status}: it asks for a login.` };
  }
  return status >= 200 && status < 300 ? undefined : { is: 'plain' };
}

/** What a page says of an error by its name, as those of NiceGUI and of debuggers do. */
const errorIn = (html: string): string =>
  /\b(?:[A-Z]\w*)?(?:Error|Exception): [^<\n]{1,300}/.exec(html.slice(0, PAGE_START))?.[0].trim() ?? '';

const PAGE_START = 100_000;

/** Servers with several processes find the right one by a cookie. */
function cookiesOf({ headers: { 'set-cookie': set } }: HttpResponse): string {
  const pairs = (Array.isArray(set) ? set : [set ?? '']).map((line) => line.split(';')[0]?.trim() ?? '');
  return pairs.filter((pair) => /^[\w!#$%&'*+.^`|~-]+=[\x21-\x7e]*$/.test(pair)).join('; ');
}
