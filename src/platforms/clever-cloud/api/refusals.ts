import { quote } from '../../../findings/text.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { isHtml, jsonOf } from '../../../ports/http/json.ts';
import { at } from '../../../project/files/values.ts';
import { type Refusal, type RefusalWords, refusal } from '../../shared/refusals.ts';

const BAD_TOKEN = refusal(
  'invalid-key',
  'the token and the secret are not accepted',
  "Run `clever login`, and store the new pair as the secrets that 'token' and 'secret' read. A pair is valid for one year.",
);

/** Clever Cloud's own error numbers that say more than their status (its clients' sources; others are shown as they are). */
const BY_NUMBER: Readonly<Record<number, Refusal>> = {
  2001: BAD_TOKEN,
  21002: refusal('server-error', 'the token service does not work', 'Run the job again later.'),
};

/** What Clever Cloud's refusals mean. */
export const WORDS: RefusalWords = {
  ...{ short: 'Clever Cloud', name: 'Clever Cloud’s API', api: '/v2', foreignCode: 'not-clever-cloud' },
  credential: 'token',
  newCredential: 'Run `clever login`,',
  judge: (response) => {
    const number = errorNumber(response);
    return Object.hasOwn(BY_NUMBER, number) ? BY_NUMBER[number] : undefined;
  },
  details: (response) => {
    const number = errorNumber(response);
    return [...(number > 0 ? [`error ${number}`] : []), ...requestId(response)];
  },
  said: words,
  byStatus: {
    401: BAD_TOKEN,
    403: refusal(
      'forbidden',
      'this token may not do that',
      'Use the token of a member of the organisation who may deploy the app.',
    ),
    404: refusal(
      'not-found',
      'the app does not exist, or it belongs to somebody else',
      "Check 'id', and `owner` under [tool.uv-deploy.clever-cloud]. Without an id, the app is looked up by name, and created if there is none.",
    ),
    409: refusal('conflict', 'something else is in the way', 'Change or remove the thing that the message names.'),
    413: refusal('bundle-too-large', 'the bundle is larger than the server allows', "Exclude files with 'exclude'."),
    500: refusal(
      'server-error',
      'the server had an error',
      'Run the job again; if the error stays, look at Clever Cloud’s status page.',
    ),
  },
};

/** Clever Cloud's own number of an error; 0 where there is none. */
function errorNumber(response: HttpResponse): number {
  const id = at(jsonOf(response), 'id');
  return typeof id === 'number' ? id : 0;
}

/** The server's own words: v2 has them in `message`, v4 in `error`; a page has none. */
function words(response: HttpResponse): string {
  if (isHtml(response)) return '';
  const answer = jsonOf(response);
  const text = at(answer, 'message') ?? at(answer, 'error') ?? (answer === undefined ? response.text : '');
  return typeof text === 'string' && text.trim() !== '' ? `: "${quote(text, 200)}"` : '';
}

/** What the proxy in front of Clever Cloud calls the request: its support asks for that (its API's documentation). */
function requestId({ headers }: HttpResponse): string[] {
  const id = headers['sozu-id'];
  return typeof id === 'string' ? [`Sozu-Id ${quote(id)}`] : [];
}
