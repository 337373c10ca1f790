import { jsonOf } from '../../../ports/http/json.ts';
import type { Client } from './client.ts';
import { type Runtime, readExpiry, readOrganisations, readRuntime, readUser, readZones } from './values.ts';

/** Who calls, the organisations that are theirs, and what Clever Cloud offers them. */
export function createAccountApi({ request, get, attempt }: Client) {
  return {
    /** The user that the token belongs to. */
    self: () => get('checking the token and the secret', request('GET', '/v2/self'), readUser),
    /** When the token ends, in milliseconds since 1970; `undefined` where the server does not tell. */
    expiry: async (): Promise<number | undefined> => {
      const response = await attempt(request('GET', '/v2/self/tokens/current'));
      return response && readExpiry(jsonOf(response));
    },
    /** With the apps of each. */
    organisations: () => get('listing your organisations', request('GET', '/v2/summary'), readOrganisations),
    runtime: (ownerId: string, slug: string): Promise<Runtime> =>
      get('looking for the Python runtime', request('GET', `/v2/products/instances?for=${ownerId}`), (value) =>
        readRuntime(value, slug),
      ),
    zones: () => get('listing the zones', request('GET', '/v4/products/zones'), readZones),
  };
}
