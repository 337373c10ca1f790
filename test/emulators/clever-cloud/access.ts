import { Refusal } from '../host/refusal.ts';

/** An application that users' tokens belong to. */
export type Consumer = { readonly key: string; readonly secret: string };

/** The consumer of Clever Cloud's own command line client, which is public. */
export const CONSUMER: Consumer = { key: 'T5nFjKeHH4AIlEveuGhB5S3xg8T19e', secret: 'MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT' };

export type Credentials = { readonly token: string; readonly secret: string };

/** A token of the organisation, which needs no secret (Clever Cloud's documentation, a draft). */
export const SERVICE_TOKEN = 'service-token-of-example';

/** Whether a call has the organisation's own token. It reaches what belongs to the organisation in v2, and nothing else. */
export const isService = (authorization: string | undefined, path: string): boolean => {
  if (authorization !== `Bearer ${SERVICE_TOKEN}`) return false;
  if (!path.startsWith('/v2/organisations/')) throw new Refusal(403, 'A service token is not allowed here');
  return true;
};

/** Checks an OAuth 1 header with PLAINTEXT signature (RFC 5849, section 3.4.4). @throws Refusal (401) */
export const checkOAuth = (
  authorization: string | undefined,
  { token, secret }: Credentials,
  consumer: Consumer,
): void => {
  const [, list] = /^OAuth (.+)$/.exec(authorization ?? '') ?? [];
  if (list === undefined) throw new Refusal(401, 'Not connected');
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of list.matchAll(/(\w+)="([^"]*)"/g)) fields[name] = decodeURIComponent(value);
  const method = fields.oauth_signature_method ?? 'PLAINTEXT';
  const isRight =
    method === 'PLAINTEXT' &&
    fields.oauth_consumer_key === consumer.key &&
    fields.oauth_token === token &&
    fields.oauth_signature === `${encodeURIComponent(consumer.secret)}&${encodeURIComponent(secret)}`;
  if (!isRight) throw new Refusal(401, 'Unauthorized, invalid token or signature');
};

/** Checks HTTP's Basic scheme, as git sends it. */
export const isBasic = (authorization: string | undefined, { token, secret }: Credentials): boolean => {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
  return [`${token}:${secret}`, `${SERVICE_TOKEN}:`].includes(Buffer.from(encoded, 'base64').toString());
};
