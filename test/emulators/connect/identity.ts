import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';

/** Why a token is not believed. Clients look for the word "verification" in what the server says of it. */
export class Unverified extends Error {}

export type Claims = Readonly<Record<string, unknown>>;

type Key = JsonWebKey & { readonly kid?: string };

/** A difference of clocks that is let pass. */
const LEEWAY_S = 60;

const decode = (part: string): Claims => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (typeof value === 'object' && value !== null) return value as Claims;
  } catch {
    // said below
  }
  throw new Unverified('the token is malformed');
};

const getJson = async (url: string): Promise<Claims> => {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw new Unverified(`the issuer's ${new URL(url).pathname} cannot be read`);
  return (await answer.json()) as Claims;
};

const checkTimes = ({ exp, nbf }: Claims): void => {
  const now = Date.now() / 1000;
  if (typeof exp !== 'number' || exp + LEEWAY_S < now) throw new Unverified('the token has expired');
  if (typeof nbf === 'number' && nbf - LEEWAY_S > now) throw new Unverified('the token is not valid yet');
};

/**
 * The claims of an identity token (RFC 7519, RS256), verified with the keys that its issuer publishes (OpenID Connect
 * Discovery). Only issuers that are trusted are asked. @throws Unverified
 */
export const verifyIdentity = async (token: string, trusted: readonly string[]): Promise<Claims> => {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const { alg, kid } = decode(head);
  const claims = decode(body);
  const { iss } = claims;
  if (rest.length > 0 || alg !== 'RS256') throw new Unverified('the token is not signed with RS256');
  if (typeof iss !== 'string' || !trusted.includes(iss)) throw new Unverified('the issuer is not trusted');
  const { jwks_uri, issuer } = await getJson(`${iss}/.well-known/openid-configuration`);
  if (issuer !== iss || typeof jwks_uri !== 'string') throw new Unverified('the issuer does not name itself');
  const { keys } = await getJson(jwks_uri);
  const key = (Array.isArray(keys) ? (keys as Key[]) : []).find((candidate) => candidate.kid === kid);
  if (key === undefined) throw new Unverified('the token is signed with an unknown key');
  const publicKey = createPublicKey({ key, format: 'jwk' });
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'))) {
    throw new Unverified('the signature is not valid');
  }
  checkTimes(claims);
  return claims;
};
