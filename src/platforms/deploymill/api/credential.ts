import {
  type AuthProvider,
  ClientCredentialsProvider,
  discoverOAuthServerInfo,
  type FetchLike,
  type OAuthClientProvider,
  type OAuthServerInfo,
  type StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import { type Failure, failure, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { strings } from '../../../project/files/values.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';

type Given = {
  readonly access: Access;
  /** The client that a refresh token belongs to; empty where `token` is none. */
  readonly clientId: string;
  readonly endpoint: URL;
  readonly fetch: FetchLike;
};

type Deps = Pick<GatewayDeps, 'mask' | 'report'>;

/**
 * How the server is shown who calls: an access token alone; a client's id and its secret; or a refresh token, where `client-id` is set.
 * The vendor documents sign-in with a browser only, so the server's own metadata says which of them it takes.
 */
export async function providerFor(given: Given, deps: Deps): Promise<AuthProvider | OAuthClientProvider> {
  const { access, clientId, endpoint, fetch } = given;
  const { token, secret } = access;
  if (clientId !== '') return refreshing(token, { clientId, secret }, deps);
  if (secret === '') return { token: async () => token };
  const { grants: offered, issuer } = await signInOf(endpoint, fetch);
  if (offered !== undefined && !offered.includes('client_credentials')) {
    throw failure(
      'no-client-credentials',
      `deploymill's sign-in does not take a client's id and secret: it offers ${quote(offered.join(', '), 200) || 'nothing'}.`,
      "Leave out 'secret', and give 'token' an access token.",
    );
  }
  return new ClientCredentialsProvider({
    ...{ clientId: token, clientSecret: secret },
    ...(issuer !== undefined && { expectedIssuer: issuer }),
  });
}

/** Where the server has people sign in, and the grants that are offered there; `undefined` for what it does not tell. */
export async function signInOf(
  endpoint: URL,
  fetch: FetchLike,
): Promise<{ readonly grants: readonly string[] | undefined; readonly issuer: string | undefined }> {
  const info = await discoverOAuthServerInfo(endpoint, { fetchFn: fetch }).catch((): Partial<OAuthServerInfo> => ({}));
  const { issuer, grant_types_supported: grants } = info.authorizationServerMetadata ?? {};
  return { grants: grants === undefined ? undefined : strings(grants), issuer };
}

/** A refresh token that becomes access tokens, without anybody at a browser. A server may replace it each time. */
function refreshing(
  token: string,
  client: { readonly clientId: string; readonly secret: string },
  { mask, report }: Deps,
): OAuthClientProvider {
  let tokens: StoredOAuthTokens = { access_token: '', token_type: 'bearer', refresh_token: token };
  const interactive = () => {
    throw signInNeeded();
  };
  return {
    redirectUrl: undefined,
    clientMetadata: { redirect_uris: [], grant_types: ['refresh_token'] },
    clientInformation: () => ({
      client_id: client.clientId,
      ...(client.secret !== '' && { client_secret: client.secret }),
    }),
    tokens: () => tokens,
    saveTokens: (fresh) => {
      mask(fresh.access_token);
      if (fresh.refresh_token !== undefined && fresh.refresh_token !== token) {
        mask(fresh.refresh_token);
        if (tokens.refresh_token === token) report([rotated]);
      }
      tokens = { refresh_token: tokens.refresh_token, ...fresh };
    },
    // Without this, a provider that has no page for the user's return asks for client credentials.
    prepareTokenRequest: () =>
      new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? token }),
    redirectToAuthorization: interactive,
    saveCodeVerifier: () => {},
    codeVerifier: interactive,
  };
}

const rotated = warning(
  'token-rotated',
  'deploymill has replaced the refresh token: the stored one may not be accepted any more, and a run can’t store the new one.',
  'Ask deploymill for a credential that stays, or sign in again before the next run.',
);

export const signInNeeded = (): Failure =>
  failure(
    'sign-in-needed',
    'deploymill does not accept the refresh token, and a new one needs somebody to sign in with a browser.',
    'Sign in again, and store the new refresh token as the secret that `token` reads.',
  );
