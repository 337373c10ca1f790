import { type HttpResponse, NetworkError } from '../../../ports/http/http.ts';
import { jsonOf } from '../../../ports/http/json.ts';
import { retrying } from '../../../ports/http/retry.ts';
import { isTable } from '../../../project/files/values.ts';
import type { LocateDeps } from '../../gateway.ts';

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_GUID = new RegExp(`^${GUID}$`, 'i');
const PAGE = new RegExp(`^https?://.*?/(?:content|apps)/(${GUID})(?![\\w-])`, 'i');

/** The GUID of content: as it is, or out of the address of its page or of its dashboard. */
export const guidIn = (id: string): string => (PAGE.exec(id)?.[1] ?? id).toLowerCase();

/** What a server says of itself to everybody. */
export const SETTINGS_PATH = '/__api__/server_settings';
/** Fields of it that servers have always had; one that hides its version may lack that. */
const SETTINGS = ['version', 'hostname', 'license', 'runtimes'];

/**
 * The address of the server itself, from that of one of its pages: the dashboard is below `/connect/`, content below `/content/`, and
 * the server may be below such a path, too. Asked is the address as it was written, then with less and less of its path, without the
 * credential: it only ever goes to an address that what was written begins with. Where no server answers, the address stays.
 */
export async function locate(url: string, { http, clock, signal, say }: LocateDeps): Promise<string> {
  const addresses = addressesIn(url);
  const [written = url, ...others] = addresses;
  if (others.length === 0) return written;
  const careful = retrying(http, clock, say);
  for (const address of addresses) {
    const asked = { method: 'GET', url: `${address}${SETTINGS_PATH}`, signal } as const;
    const response = await careful({ ...asked, headers: { accept: 'application/json' } }).catch((error: unknown) => {
      if (error instanceof NetworkError) return undefined;
      throw error;
    });
    if (response === undefined) return written; // the first call with a step of its own says what is wrong
    if (isServer(response)) return address;
  }
  return written;
}

/** Longest first. Below a page of content an app answers, which the key is not for. */
function addressesIn(url: string): string[] {
  const { origin, pathname } = new URL(url);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const page = segments.findIndex((segment, index) => segment === 'content' && IS_GUID.test(segments[index + 1] ?? ''));
  const kept = page < 0 ? segments : segments.slice(0, page);
  return Array.from({ length: kept.length + 1 }, (_, cut) => [origin, ...kept.slice(0, kept.length - cut)].join('/'));
}

/** Whether an answer to the question for the settings is that of a Connect server. */
export function isServer(response: HttpResponse): boolean {
  const settings = response.status === 200 ? jsonOf(response) : undefined;
  return isTable(settings) && SETTINGS.filter((field) => Object.hasOwn(settings, field)).length > 1;
}
