import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { HttpRequest, HttpResponse } from '../../../ports/http/http.ts';
import { isHtml, jsonOf } from '../../../ports/http/json.ts';
import { at, strings } from '../../../project/files/values.ts';
import type { SignOnDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { saidIn } from '../../shared/refusals.ts';
import { WORDS } from './refusals.ts';
import { firstVersion } from './version.ts';

/** RFC 8693. */
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** The audience that a publisher on Connect expects by default. */
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
export async function signIn(server: string, deps: SignOnDeps): Promise<string> {
  const { signal, say, mask } = deps;
  const subject = await askGitHub(deps);
  mask(subject);

  const step = 'signing in with the identity of this workflow';
  const { exchange, refusals } = createPlatformClient(server, WORDS, deps.http, deps);
  const { refused, unusable } = refusals;
  const discovery = await exchange(step, {
    ...{ method: 'GET', url: `${server}/.well-known/oauth-authorization-server`, signal },
    headers: { accept: 'application/json' },
  });
  if (discovery.status >= 500 || (discovery.status >= 300 && discovery.status < 400)) throw refused(step, discovery);
  const answer = await exchange(step, { ...exchangeOf(subject, tokenEndpoint(discovery, server)), signal });
  if (answer.status >= 300) throw identityRefused(answer) ?? refused(step, answer);
  const key = at(jsonOf(answer), 'access_token');
  if (isHtml(answer) || typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key)) throw unusable(step, answer);
  mask(key);
  say(`Signed in to ${server} with the identity of this workflow.`);
  return key;
}

/** The identity of the job, as a token that GitHub has signed. */
async function askGitHub(deps: SignOnDeps): Promise<string> {
  const { identity, signal } = deps;
  const url = new URL(identity.url);
  url.searchParams.set('audience', AUDIENCE);
  const { exchange } = createPlatformClient(url.origin, WORDS, deps.http, deps);
  const issued = await exchange('asking GitHub for an identity', {
    ...{ method: 'GET', url: url.href, signal },
    headers: { authorization: `Bearer ${identity.token}`, accept: 'application/json' },
  });
  const subject = at(jsonOf(issued), 'value');
  if (issued.status !== 200 || typeof subject !== 'string' || subject === '') throw noIdentity(issued);
  return subject;
}

/** Where the server exchanges identities for keys. The identity goes to the server that was named, and to no other. */
function tokenEndpoint(discovery: HttpResponse, server: string): string {
  const endpoint = at(jsonOf(discovery), 'token_endpoint');
  const grants = at(jsonOf(discovery), 'grant_types_supported');
  const offered = discovery.status === 200 && typeof endpoint === 'string' && URL.canParse(endpoint);
  if (!offered || (Array.isArray(grants) && !strings(grants).includes(EXCHANGE))) throw notOffered(server);
  if (new URL(endpoint).origin !== new URL(server).origin) throw elsewhere(server, endpoint);
  return endpoint;
}

function exchangeOf(subject: string, url: string): HttpRequest {
  const form = new URLSearchParams({
    grant_type: EXCHANGE,
    subject_token: subject,
    subject_token_type: ID_TOKEN,
    requested_token_type: ACCESS_TOKEN,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  return { method: 'POST', url, body: form.toString(), headers };
}

const noIdentity = (response: HttpResponse): Failure =>
  failure(
    'no-identity',
    `GitHub gives this job no identity (${response.status}${saidIn(response)}).`,
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

/** What the server says against the identity; `undefined` where it says nothing of it. */
function identityRefused(response: HttpResponse): Failure | undefined {
  const description = at(jsonOf(response), 'error_description') ?? at(jsonOf(response), 'error');
  if (response.status >= 500 || response.status < 400 || typeof description !== 'string') return undefined;
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
