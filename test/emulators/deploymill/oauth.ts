import { randomUUID } from 'node:crypto';
import { readUrlEncoded } from '../host/body.ts';
import { type Answer, type Call, json } from '../host/listener.ts';

/** Who may call the server, and how others become somebody who may. */
export type OAuth = ReturnType<typeof createOAuth>;

/** RFC 9728 and RFC 8414, with refresh tokens (RFC 6749, section 6) and, where `grants` has them, client credentials. */
export const createOAuth = (url: () => string) => {
  const token = 'mill-access-token-0123456789';
  const accepted = new Set([token]);
  const refresh = new Set(['mill-refresh-token-0123456789']);
  const client = { id: 'mill-client', secret: 'mill-client-secret-0123456789' };
  const self = {
    token,
    refreshToken: [...refresh][0] ?? '',
    client,
    grants: ['authorization_code', 'refresh_token'],
    /** Whether each refresh token works once only. */
    rotates: false,
  };

  const issue = async (call: Call): Promise<Answer> => {
    const form = await readUrlEncoded(call);
    const grant = form.get('grant_type') ?? '';
    const given = form.get('refresh_token') ?? '';
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
    const isClient =
      call.request.headers.authorization === `Basic ${basic}` || form.get('client_secret') === client.secret;
    if (!self.grants.includes(grant)) return json({ error: 'unsupported_grant_type' }, 400);
    if (grant === 'refresh_token' && !refresh.has(given)) return json({ error: 'invalid_grant' }, 400);
    if (grant === 'client_credentials' && !isClient) return json({ error: 'invalid_client' }, 401);
    const access = `mill-access-${randomUUID()}`;
    accepted.add(access);
    const fresh = self.rotates && grant === 'refresh_token' ? `mill-refresh-${randomUUID()}` : undefined;
    if (fresh !== undefined) {
      refresh.delete(given);
      refresh.add(fresh);
    }
    return json({
      access_token: access,
      token_type: 'Bearer',
      expires_in: 3600,
      ...(fresh && { refresh_token: fresh }),
    });
  };

  return {
    self,
    isAllowed: (authorization: string | undefined): boolean =>
      accepted.has((authorization ?? '').replace(/^Bearer /, '')),
    /** Ends a token before its time. */
    revoke: (one: string): void => void accepted.delete(one),
    refusal: (): Answer => ({
      status: 401,
      headers: {
        'content-type': 'application/json',
        'www-authenticate': `Bearer resource_metadata="${url()}/.well-known/oauth-protected-resource/mcp"`,
      },
      body: JSON.stringify({ error: 'invalid_token' }),
    }),
    serve: async (call: Call): Promise<Answer | undefined> => {
      if (call.path.startsWith('/.well-known/oauth-protected-resource')) {
        return json({ resource: `${url()}/mcp`, authorization_servers: [url()] });
      }
      if (call.path.startsWith('/.well-known/oauth-authorization-server')) {
        return json({
          ...{ issuer: url(), authorization_endpoint: `${url()}/authorize`, token_endpoint: `${url()}/oauth/token` },
          ...{ response_types_supported: ['code'], grant_types_supported: self.grants },
          ...{ code_challenge_methods_supported: ['S256'] },
          token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
        });
      }
      return call.path === '/oauth/token' ? issue(call) : undefined;
    },
  };
};
