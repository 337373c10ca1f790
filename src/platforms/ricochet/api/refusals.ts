import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { failed, foreign, said } from '../../shared/responses.ts';

type Refusal = { readonly code: string; readonly why: string; readonly remedy: string };

/** What a status means and what to do. The first row that fits is told. */
const REFUSALS: readonly (readonly [fits: (response: HttpResponse) => boolean, refusal: Refusal])[] = [
  [
    ({ status, text }) => status === 401 || (status === 403 && /invalid api key/i.test(text)),
    {
      code: 'invalid-key',
      why: 'the server does not accept the API key',
      remedy:
        "Make a new key under Credentials > API Keys on the server, with the scope content:deploy, and store it as the secret that 'token' reads.",
    },
  ],
  [
    ({ status }) => status === 403,
    {
      code: 'forbidden',
      why: 'the item does not exist on this server, or this key may not deploy to it',
      remedy: "Check 'id' and 'server', and that the key belongs to the item's owner and has the scope content:deploy.",
    },
  ],
  [
    ({ status }) => status === 404,
    {
      code: 'not-found',
      why: 'the server knows no such thing',
      remedy: "Check 'id' and 'server'. Without an id, the item is found by its name, or made anew.",
    },
  ],
  [
    ({ status }) => status === 409,
    {
      code: 'conflict',
      why: 'another item stands in the way',
      remedy: 'Choose another slug in _ricochet.toml, or remove what holds it on the server.',
    },
  ],
  [
    ({ status }) => status === 413,
    {
      code: 'bundle-too-large',
      why: 'the bundle is larger than the server takes',
      remedy: "Leave files out with 'exclude', or have the server's max_bundle_size raised.",
    },
  ],
  [
    ({ status }) => status === 429,
    { code: 'rate-limited', why: 'the server asks for fewer requests', remedy: 'Run the job again later.' },
  ],
  [
    ({ status }) => status >= 500,
    {
      code: 'server-error',
      why: 'the server had an error',
      remedy: 'Run the job again; if it stays so, ask the people who run the server.',
    },
  ],
  [
    () => true,
    {
      code: 'refused',
      why: 'the server refused',
      remedy: 'Correct what the server names, and run the job again.',
    },
  ],
];

/** A step that the server answered with something other than success. */
export function refused(server: string, step: string, response: HttpResponse): Failure {
  const { status } = response;
  if (status >= 300 && status < 400) return redirected(server, step, response);
  const [, { code, why, remedy }] = REFUSALS.find(([fits]) => fits(response)) as (typeof REFUSALS)[number];
  return failure(code, `${failed(step)}: ${why} (${status}${said(response)}).`, remedy);
}

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

/** A step whose answer is not what ricochet's API gives. */
export const notJson = (server: string, step: string, response: HttpResponse): Failure =>
  foreign('not-ricochet', { short: 'ricochet', name: 'ricochet' }, server, step, response);
