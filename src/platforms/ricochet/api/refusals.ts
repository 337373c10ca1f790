import type { HttpResponse } from '../../../ports/http/http.ts';
import { badCredential, type RefusalWords, refusal } from '../../shared/refusals.ts';

const KEY = {
  credential: 'API key',
  newCredential: 'Make a new key under Credentials > API Keys on the server, with the scope content:deploy,',
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
      "Check 'id' and 'server', and that the key belongs to the item's owner has the scope content:deploy and, since ricochet 0.24, the one that reads content (content:read).",
    ),
    404: refusal(
      'not-found',
      'the server knows no such thing',
      "Check 'id' and 'server'. Without an id, the item is found by its name, or created.",
    ),
    409: refusal(
      'conflict',
      'another item stands in the way',
      'Choose another slug in _ricochet.toml, or remove what holds it on the server.',
    ),
    413: refusal(
      'bundle-too-large',
      'the bundle is larger than the server takes',
      "Leave files out with 'exclude', or have the server's max_bundle_size raised.",
    ),
  },
};
