import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { at } from '../../../project/files/values.ts';
import { failed, foreign, isHtml, jsonOf } from '../../shared/responses.ts';

type Refusal = { readonly code: string; readonly why: string; readonly remedy: string };

const row = (code: string, why: string, remedy: string): Refusal => ({ code, why, remedy });

/** Clever Cloud's own error numbers that say more than their status (its clients' sources; others are shown as they are). */
const BY_NUMBER: Readonly<Record<number, Refusal>> = {
  2001: row(
    'invalid-key',
    'the token and the secret are not accepted',
    "Run `clever login`, and store the new pair as the secrets that 'token' and 'secret' read. A pair is valid for one year.",
  ),
  21002: row('server-error', 'the token service does not work', 'Run the job again later.'),
};

/** What a status means where no number says more. The first row that fits is shown. */
const BY_STATUS: readonly (readonly [fits: (status: number) => boolean, refusal: Refusal])[] = [
  [(status) => status === 401, BY_NUMBER[2001] as Refusal],
  [
    (status) => status === 403,
    row(
      'forbidden',
      'this token may not do that',
      'Use the token of a member of the organisation who may deploy the app.',
    ),
  ],
  [
    (status) => status === 404,
    row(
      'not-found',
      'the app does not exist, or it belongs to somebody else',
      "Check 'id', and `owner` under [tool.uv-deploy.clever-cloud]. Without an id, the app is found by its name, or created.",
    ),
  ],
  [
    (status) => status === 409,
    row('conflict', 'something else is in the way', 'Change or remove the thing that the message names.'),
  ],
  [
    (status) => status === 413,
    row('bundle-too-large', 'the bundle is larger than the server takes', "Leave files out with 'exclude'."),
  ],
  [(status) => status === 429, row('rate-limited', 'the server asks for fewer requests', 'Run the job again later.')],
  [
    (status) => status >= 500,
    row(
      'server-error',
      'the server had an error',
      'Run the job again; if the error stays, look at Clever Cloud’s status page.',
    ),
  ],
  [() => true, row('refused', 'the server refused', 'Correct what the server names, and run the job again.')],
];

/** A step that the server answered with something other than success. `server` is the address that was asked. */
export function refused(server: string, step: string, response: HttpResponse): Failure {
  const { status } = response;
  if (status >= 300 && status < 400) return redirected(server, step, response);
  const number = errorNumber(response);
  const byNumber = Object.hasOwn(BY_NUMBER, number) ? BY_NUMBER[number] : undefined;
  const [, byStatus] = BY_STATUS.find(([fits]) => fits(status)) as (typeof BY_STATUS)[number];
  const { code, why, remedy } = byNumber ?? byStatus;
  const details = [String(status), ...(number > 0 ? [`error ${number}`] : []), ...requestId(response)].join(', ');
  return failure(code, `${failed(step)}: ${why} (${details}${words(response)}).`, remedy);
}

/** Redirects of a call with credentials are not followed. */
function redirected(server: string, step: string, response: HttpResponse): Failure {
  const location = String(response.headers.location ?? '');
  const origin = URL.canParse(location) ? new URL(location).origin : '';
  return failure(
    'server-redirects',
    `${failed(step)}: ${server} redirects to ${quote(location || 'another place', 120)}.`,
    origin && !server.startsWith(origin)
      ? `Set 'server' to ${origin}.`
      : "Correct 'server', or let API calls through the login in front of it.",
  );
}

/** A step whose answer is not what Clever Cloud gives. */
export const notCleverCloud = (server: string, step: string, response: HttpResponse): Failure =>
  foreign('not-clever-cloud', { short: 'Clever Cloud', name: 'Clever Cloud’s API' }, server, step, response);

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
