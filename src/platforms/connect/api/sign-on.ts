import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { retrying } from '../../../ports/http/retry.ts';
import { at, strings } from '../../../project/files/values.ts';
import type { SignOnDeps } from '../../platform.ts';
import { isHtml, jsonOf, said, unreachable } from '../../shared/responses.ts';
import { notConnect, refused } from './refusals.ts';
import { firstVersion } from './version.ts';

/** RFC 8693. */
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** The audience that a publisher on Connect expects unless it is told otherwise. */
const AUDIENCE = 'connect';

/** What Connect says when it refuses an identity (rsconnect-python, oauth.py), and what to do. */
const ADVICE: readonly (readonly [said: RegExp, why: string, remedy: string])[] = [
  [
    /ambiguous/i,
    'more than one publisher on the server fits this workflow',
    "Make the publishers' conditions narrower in the content's settings on Connect, so that one is left.",
  ],
  [
    /no matching/i,
    'no publisher on the server fits this workflow',
    "Add one in the content's settings on Connect, with this repository and branch or environment, and the audience connect.",
  ],
  [
    /verif/i,
    "the server could not verify GitHub's token",
    "Check that the publisher on Connect names GitHub's issuer, and that the server reaches it and has the right time.",
  ],
];

/**
 * Trusted publishing: exchanges the identity that GitHub gives the job for a short-lived API key (Connect 2026.07 and later; the
 * sequence is rsconnect-python's, oauth.py). Both are masked. Throws a `Failure` that says which of the three parties refused.
 */
export async function signIn(
  server: string,
  { identity, http, clock, signal, say, mask }: SignOnDeps,
): Promise<string> {
  const careful = retrying(http, clock, say);
  const call = async (step: string, host: string, request: Parameters<typeof careful>[0]): Promise<HttpResponse> =>
    careful({ signal, ...request }).catch((error: unknown) => {
      throw unreachable(host, step, error);
    });

  const asked = new URL(identity.url);
  asked.searchParams.set('audience', AUDIENCE);
  const authorization = `bearer ${identity.token}`;
  const issued = await call('asking GitHub for an identity', asked.origin, {
    ...{ method: 'GET', url: asked.href, headers: { authorization, accept: 'application/json' } },
  });
  const subject = at(jsonOf(issued), 'value');
  if (issued.status !== 200 || typeof subject !== 'string' || subject === '') throw noIdentity(issued);
  mask(subject);

  const step = 'signing in with the identity of this workflow';
  const discovery = await call(step, server, {
    ...{
      method: 'GET',
      url: `${server}/.well-known/oauth-authorization-server`,
      headers: { accept: 'application/json' },
    },
  });
  if (discovery.status >= 500 || (discovery.status >= 300 && discovery.status < 400))
    throw refused(server, step, discovery);
  const endpoint = at(jsonOf(discovery), 'token_endpoint');
  const grants = at(jsonOf(discovery), 'grant_types_supported');
  const offered = discovery.status === 200 && typeof endpoint === 'string' && URL.canParse(endpoint);
  if (!offered || (Array.isArray(grants) && !strings(grants).includes(EXCHANGE))) throw notOffered(server);
  // The identity goes to the server that was named, and to no other.
  if (new URL(endpoint).origin !== new URL(server).origin) throw elsewhere(server, endpoint);

  const form = new URLSearchParams({
    grant_type: EXCHANGE,
    subject_token: subject,
    subject_token_type: ID_TOKEN,
    requested_token_type: ACCESS_TOKEN,
  });
  const answer = await call(step, server, {
    ...{ method: 'POST', url: endpoint, body: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  });
  if (answer.status >= 300) throw exchangeRefused(server, step, answer);
  const key = at(jsonOf(answer), 'access_token');
  if (isHtml(answer) || typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key)) throw notConnect(server, step, answer);
  mask(key);
  say(`Signed in to ${server} with the identity of this workflow.`);
  return key;
}

const noIdentity = (response: HttpResponse): Failure =>
  failure(
    'no-identity',
    `GitHub gives this job no identity (${response.status}${said(response)}).`,
    'Check that the job has permissions: id-token: write, and run it again.',
  );

const notOffered = (server: string): Failure =>
  failure(
    'no-trusted-publishing',
    `${server} does not offer to sign in with the identity of a workflow.`,
    `That needs Connect ${firstVersion('trustedPublishing')} with an Enhanced or Advanced licence. Set the input 'token' to an API key instead: token: \${{ secrets.CONNECT_API_KEY }}.`,
  );

const elsewhere = (server: string, endpoint: string): Failure =>
  failure(
    'server-redirects',
    `${server} names an address on another server for signing in: ${quote(endpoint, 120)}. Nothing was sent there.`,
    "Set 'server' to that server, if it is Connect's own address.",
  );

function exchangeRefused(server: string, step: string, response: HttpResponse): Failure {
  const description = at(jsonOf(response), 'error_description') ?? at(jsonOf(response), 'error');
  if (response.status >= 500 || response.status < 400 || typeof description !== 'string')
    return refused(server, step, response);
  const [, why, remedy] = ADVICE.find(([pattern]) => pattern.test(description)) ?? [
    undefined,
    'the server does not accept the identity of this workflow',
    "Check the publisher in the content's settings on Connect.",
  ];
  return failure(
    'identity-refused',
    `Signing in failed: ${why} (${response.status}: "${quote(description, 200)}").`,
    remedy,
  );
}
