import { readUrlEncoded } from '../host/body.ts';
import type { Database } from '../host/database.ts';
import { type Answer, type Call, json } from '../host/listener.ts';
import { type Claims, Unverified, verifyIdentity } from './identity.ts';
import type { Parts } from './parts.ts';

/** A workflow that may publish to one content item without a secret. */
export type Publisher = {
  readonly contentGuid: string;
  readonly issuer: string;
  /** Default: `connect`. */
  readonly audience?: string;
  /** What the token must say, such as `{repository: 'ada/greeter', ref: 'refs/heads/main'}`. */
  readonly claims: Readonly<Record<string, string>>;
};

export type Publishers = {
  trust(publisher: Publisher): void;
  issuers(): string[];
  /** The content items of those who match the claims. */
  matching(claims: Claims): string[];
};

type Row = { content_guid: string; issuer: string; audience: string; claims: string };

export const createPublishers = (database: Database): Publishers => {
  const all = (): Row[] => database.all<Row>('SELECT * FROM publishers');
  return {
    trust: ({ contentGuid, issuer, audience = 'connect', claims }) =>
      database.insert('publishers', { content_guid: contentGuid, issuer, audience, claims: JSON.stringify(claims) }),
    issuers: () => all().map(({ issuer }) => issuer),
    matching: (claims) =>
      all()
        .filter(({ issuer, audience }) => claims.iss === issuer && [claims.aud].flat().includes(audience))
        .filter((row) =>
          Object.entries(JSON.parse(row.claims) as Record<string, string>).every(
            ([name, value]) => claims[name] === value,
          ),
        )
        .map(({ content_guid }) => content_guid),
  };
};

/** RFC 8693. */
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const WANTED = {
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
};

const TOKEN_PATH = '/__oauth__/token'; // clients find it by the discovery document, so any will do

const refused = (error: string, description: string, status = 400): Answer =>
  json({ error, error_description: description }, status);

/** It came with one version, and with two of the licences. */
const offered = ({ gates, configuration }: Parts): boolean =>
  gates.has('trustedPublishing') && configuration.license !== 'basic';

const discovery = (parts: Parts): Answer => {
  const url = parts.url();
  const grants = ['authorization_code', 'refresh_token', ...(offered(parts) ? [EXCHANGE] : [])];
  return json({
    issuer: url,
    authorization_endpoint: `${url}/__oauth__/authorize`,
    token_endpoint: `${url}${TOKEN_PATH}`,
    grant_types_supported: grants,
  });
};

/**
 * Gives an ephemeral API key for an identity token. The errors are those that rsconnect-python tells apart: no matching
 * publisher, more than one, a token that fails verification.
 */
const exchange = async (call: Call, parts: Parts): Promise<Answer> => {
  const form = await readUrlEncoded(call);
  if (form.get('grant_type') !== EXCHANGE || !offered(parts)) {
    return refused('unsupported_grant_type', 'The grant type is not supported.');
  }
  for (const [name, value] of Object.entries(WANTED)) {
    if (form.get(name) !== value) return refused('invalid_request', `${name} must be ${value}`);
  }
  const { publishers, people, configuration } = parts;
  let claims: Claims;
  try {
    claims = await verifyIdentity(form.get('subject_token') ?? '', publishers.issuers());
  } catch (error) {
    if (!(error instanceof Unverified)) throw error;
    return refused('invalid_grant', `Token verification failed: ${error.message}`);
  }
  const [guid, ...others] = publishers.matching(claims);
  if (guid === undefined) return refused('invalid_grant', 'No matching publisher was found for the identity token.');
  if (others.length > 0)
    return refused('invalid_grant', 'The identity token is an ambiguous match: several publishers.');
  return json({
    access_token: people.createServiceKey(guid, configuration.ephemeralKeyMs),
    issued_token_type: WANTED.requested_token_type,
    token_type: 'N_A', // RFC 8693: not an OAuth access token
    expires_in: Math.floor(configuration.ephemeralKeyMs / 1000),
  });
};

/** Answers the calls of the token exchange, and nothing for any other path. */
export const serveTrust = async (call: Call, parts: Parts): Promise<Answer | undefined> => {
  const route = `${call.method} ${call.path}`;
  if (route === 'GET /.well-known/oauth-authorization-server') return discovery(parts);
  return route === `POST ${TOKEN_PATH}` ? exchange(call, parts) : undefined;
};
