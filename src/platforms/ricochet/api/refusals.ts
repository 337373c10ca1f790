import type { HttpResponse } from '../../../ports/http/http.ts';
import { badCredential, type RefusalWords, refusal } from '../../shared/refusals.ts';

const KEY = {
  credential: 'API key',
  newCredential: 'Create a new key under Credentials > API Keys on the server, with the scope content:deploy,',
};

export const isBadKey = ({ status, text }: HttpResponse): boolean => status === 403 && /invalid api key/i.test(text);

/** What ricochet's refusals mean. */
export const WORDS: RefusalWords = {
  ...{ short: 'ricochet', name: 'ricochet', api: '/api/v0', foreignCode: 'not-ricochet', ...KEY },
  judge: (response) => (isBadKey(response) ? badCredential(KEY) : undefined),
  byStatus: {
    403: refusal(
      'forbidden',
      'the item does not exist on this server, or this key may not deploy to it',
      "Check 'id' and 'server', and that the key belongs to the item's owner and has the scopes content:deploy and (since ricochet 0.24) content:read.",
    ),
    404: refusal(
      'not-found',
      'the server does not have it',
      "Check 'id' and 'server'. Without an id, the item is looked up by name, and created if there is none.",
    ),
    409: refusal(
      'conflict',
      'another item has this slug',
      'Choose another slug in _ricochet.toml, or remove the other item on the server.',
    ),
    413: refusal(
      'bundle-too-large',
      'the bundle is larger than the server allows',
      "Exclude files with 'exclude', or have the server's max_bundle_size raised.",
    ),
  },
};
