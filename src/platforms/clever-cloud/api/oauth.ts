import type { Consumer } from '../../gateway.ts';

/** The consumer of Clever Cloud's own command line client, which `clever login` makes tokens for. Its secret is public. */
const CLEVER_TOOLS: Consumer = {
  key: 'T5nFjKeHH4AIlEveuGhB5S3xg8T19e',
  secret: 'MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT',
};

/** RFC 3986, which also encodes some characters that `encodeURIComponent` leaves as they are. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * An `Authorization` header with OAuth 1's PLAINTEXT signature (RFC 5849, section 3.4.4). Clever Cloud takes it without nonce and
 * timestamp (its own clients' source).
 */
export function authorization(token: string, secret: string, { key, secret: shared }: Consumer = CLEVER_TOOLS): string {
  const signature = encode(`${encode(shared)}&${encode(secret)}`);
  return `OAuth oauth_consumer_key="${encode(key)}", oauth_token="${encode(token)}", oauth_signature="${signature}"`;
}
