import { readUrlEncoded } from '../host/body.ts';
import { type Answer, type Call, html } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import { findRoute, type Params } from '../host/router.ts';
import { mayManage } from './access.ts';
import type { Item } from './items.ts';
import type { Caller } from './keys.ts';
import type { Parts } from './parts.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string, status = 200): Answer =>
  html(`<title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1>${body}`, status);

const LOGIN =
  '<form method="post"><label>API key <input name="key" type="password"></label><button>Sign in</button></form>';

export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });

/** Where those end up who may not see a page: browsers at the login page, programs at an error. */
export const turnAway = ({ request, path }: Call, caller: Caller | undefined): Answer => {
  if (caller !== undefined) throw new Refusal(403, 'Unauthorized');
  // Only what asks for a page by name is a browser; programs mostly send `*/*`.
  const browser = request.headers.accept?.includes('text/html') && request.headers.authorization === undefined;
  if (!browser) throw new Refusal(401, 'Unauthorized');
  return redirect(`/login?next=${encodeURIComponent(path)}`);
};

const overview = (item: Item, parts: Parts): Answer => {
  const row = ({ id, status, deployed_at }: { id: string; status: string; deployed_at: number }) =>
    `<li><a href="/deployments/${id}">${id}</a> ${status} ${new Date(deployed_at * 1000).toISOString()}</li>`;
  const { name, slug, contentType } = item.config;
  const link = `<p><a href="/${slug ?? item.id}/">Open</a> ${escapeHtml(contentType)}</p>`;
  return page(name, `${link}<ul>${parts.deployments.of(item.id).map(row).join('')}</ul>`);
};

const deployment = (id: string, { deployments, logs }: Parts): Answer => {
  const status = deployments.get(id)?.status ?? '';
  return page(`Deployment ${id}`, `<p>${status}</p><pre>${escapeHtml(logs.read(id))}</pre>`);
};

const home = (caller: Caller, { items }: Parts): Answer => {
  const own = items.all().filter((item) => mayManage(item, caller));
  const row = ({ id, config }: Item) => `<li><a href="/apps/${id}/overview">${escapeHtml(config.name)}</a></li>`;
  return page('ricochet', `<ul>${own.map(row).join('')}</ul>`);
};

const login = async (call: Call, { access }: Parts): Promise<Answer> => {
  if (call.method !== 'POST') return page('Sign in', LOGIN);
  const form = await readUrlEncoded(call);
  const next = call.query.get('next') ?? '/';
  const cookie = access.login(form.get('key') ?? '');
  // Only a path of our own: `//host` would lead elsewhere.
  return { status: 303, headers: { location: /^\/(?!\/)/.test(next) ? next : '/', 'set-cookie': cookie } };
};

type Page = (params: Params, caller: Caller, parts: Parts) => Answer | undefined;

const ownItem = (id: string, caller: Caller, { items }: Parts): Item => {
  const item = items.get(id);
  if (item === undefined) throw new Refusal(404, 'Content not found');
  if (!mayManage(item, caller)) throw new Refusal(403, 'Unauthorized');
  return item;
};

const PAGES: Readonly<Record<string, Page>> = {
  'GET /': (_params, caller, parts) => home(caller, parts),
  'GET /deployments/:id': ({ id = '' }, caller, parts) => {
    ownItem(parts.deployments.get(id)?.content_id ?? '', caller, parts);
    return deployment(id, parts);
  },
  'GET /apps/:id/overview': ({ id = '' }, caller, parts) => overview(ownItem(id, caller, parts), parts),
  'GET /tasks/:id/overview': ({ id = '' }, caller, parts) => overview(ownItem(id, caller, parts), parts),
};

/** The pages of the server itself, at the addresses that clients print; undefined for any other path. */
export const servePage = async (call: Call, parts: Parts): Promise<Answer | undefined> => {
  if (call.path === '/login') return login(call, parts);
  const found = findRoute(PAGES, call.method, call.path);
  if (found === undefined) return undefined;
  const caller = parts.access.caller(call.request);
  return caller === undefined ? turnAway(call, caller) : found.row(found.params, caller, parts);
};
