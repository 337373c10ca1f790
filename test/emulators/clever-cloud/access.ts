import { Refusal } from '../host/refusal.ts';

/** The consumer of Clever Cloud's own command line client, which is public. */
const CONSUMER = { key: 'T5nFjKeHH4AIlEveuGhB5S3xg8T19e', secret: 'MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT' };

export type Credentials = { readonly token: string; readonly secret: string };

/** Checks an OAuth 1 header with PLAINTEXT signature (RFC 5849, section 3.4.4). @throws Refusal (401) */
export const checkOAuth = (authorization: string | undefined, { token, secret }: Credentials): void => {
  const [, list] = /^OAuth (.+)$/.exec(authorization ?? '') ?? [];
  if (list === undefined) throw new Refusal(401, 'Not connected');
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of list.matchAll(/(\w+)="([^"]*)"/g)) fields[name] = decodeURIComponent(value);
  const method = fields.oauth_signature_method ?? 'PLAINTEXT';
  const isRight =
    method === 'PLAINTEXT' &&
    fields.oauth_consumer_key === CONSUMER.key &&
    fields.oauth_token === token &&
    fields.oauth_signature === `${CONSUMER.secret}&${secret}`;
  if (!isRight) throw new Refusal(401, 'Unauthorized, invalid token or signature');
};

/** Checks HTTP's Basic scheme, as git sends it. */
export const isBasic = (authorization: string | undefined, { token, secret }: Credentials): boolean => {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
  return Buffer.from(encoded, 'base64').toString() === `${token}:${secret}`;
};
