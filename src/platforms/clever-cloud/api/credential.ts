import type { Access } from '../../gateway.ts';
import { authorization } from './oauth.ts';

type Credential = Pick<Access, 'token' | 'secret' | 'consumer'>;

/**
 * Whether it is a service token (experimental): one of an organisation, without a secret. It reaches what belongs to its organisation
 * in v2 and its git repositories, and neither the user nor the logs (Clever Cloud's documentation, a draft).
 */
export const isServiceToken = ({ secret }: Pick<Access, 'secret'>): boolean => secret === '';

/** The header for the API: OAuth 1 for a user's token and secret, Bearer for a service token. */
export const apiAuthorization = ({ token, secret, consumer }: Credential): string =>
  isServiceToken({ secret }) ? `Bearer ${token}` : authorization(token, secret, consumer);

/** The header for git: a token is the name of the user, and a service token has no password. */
export const gitAuthorization = ({ token, secret }: Credential): string =>
  `Basic ${Buffer.from(`${token}:${secret}`).toString('base64')}`;
