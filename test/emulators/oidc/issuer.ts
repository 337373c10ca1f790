import { generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import type { Faults } from '../host/faults.ts';
import { type Answer, type Call, json, listen } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';
import type { Requests } from '../host/requests.ts';

/** The claims of an identity token. */
type Claims = Readonly<Record<string, string | number>>;

/**
 * Identity tokens as GitHub Actions gives them to a job with `id-token: write`: the job asks at `requestUrl` (in
 * ACTIONS_ID_TOKEN_REQUEST_URL) with `requestToken` as bearer, and whoever verifies the token finds the keys below `url`.
 */
export type Issuer = {
  /** `iss` of the tokens; OpenID's discovery document is below it. */
  readonly url: string;
  readonly requestUrl: string;
  readonly requestToken: string;
  readonly faults: Faults;
  readonly requests: Requests;
  /** A signed token; `claims` replace or add some of a workflow run on a branch. */
  token(audience: string, claims?: Claims): string;
  /** Changes what the job's own tokens say from now on. */
  claim(claims: Claims): void;
  close(): Promise<void>;
};

const LIFETIME_S = 300; // GitHub's

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Documented by GitHub: the claims of a token for a run of a workflow on a branch. */
const runClaims = (repository: string): Claims => ({
  sub: `repo:${repository}:ref:refs/heads/main`,
  repository,
  repository_owner: repository.split('/')[0] ?? '',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  sha: '0'.repeat(40),
  workflow: 'Deploy',
  workflow_ref: `${repository}/.github/workflows/deploy.yml@refs/heads/main`,
  job_workflow_ref: `${repository}/.github/workflows/deploy.yml@refs/heads/main`,
  event_name: 'push',
  run_id: '1',
  run_attempt: '1',
  actor: 'octocat',
});

/** Starts an issuer whose job runs in `repository`. */
export const startIssuer = async (repository = 'ada/greeter'): Promise<Issuer> => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const requestToken = randomUUID();
  let claims = runClaims(repository);

  const token = (audience: string, own: Claims = {}): string => {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, nbf: now, exp: now + LIFETIME_S };
    const body = { jti: randomUUID(), iss: url, aud: audience, ...claims, ...times, ...own };
    const text = `${base64({ typ: 'JWT', alg: 'RS256', kid })}.${base64(body)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  };

  const give = ({ request, query }: Call): Answer => {
    if (request.headers.authorization?.toLowerCase() !== `bearer ${requestToken}`)
      throw new Refusal(401, 'Unauthorized');
    return json({ count: 1, value: token(query.get('audience') ?? `https://github.com/${repository.split('/')[0]}`) });
  };

  const keys = (): JsonWebKey[] => [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }];

  const ROUTES: Readonly<Record<string, (call: Call) => Answer>> = {
    '/token': give,
    '/.well-known/openid-configuration': () =>
      json({ issuer: url, jwks_uri: `${url}/.well-known/jwks`, id_token_signing_alg_values_supported: ['RS256'] }),
    '/.well-known/jwks': () => json({ keys: keys() }),
  };
  const serve = async (call: Call): Promise<Answer> => {
    const route = ROUTES[call.path];
    if (route === undefined) throw new Refusal(404, 'Not found');
    return route(call);
  };
  const listener = await listen({ serve, upgrade: async (_request, socket) => void socket.destroy() }, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${listener.port}`;

  return {
    url,
    requestUrl: `${url}/token?api-version=2.0`, // GitHub's has a query too, to which the audience is added
    requestToken,
    faults: listener.faults,
    requests: listener.requests,
    token,
    claim(more) {
      claims = { ...claims, ...more };
    },
    close: listener.close,
  };
};
