import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectServer } from './connect/server.ts';
import { type ConnectClient, createConnectClient, refusal } from './connect-client.ts';
import { createSamples } from './connect-sample.ts';
import { type Issuer, startIssuer } from './oidc/issuer.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
const bundleOf = createSamples();
let issuer: Issuer;
let server: ConnectServer;
let owner: ConnectClient;
let guid: string;
beforeAll(async () => {
  issuer = await startIssuer('ada/greeter');
  server = await place.connect();
  owner = createConnectClient(server);
  guid = await owner.create('published');
  const claims = { repository: 'ada/greeter', ref: 'refs/heads/main' };
  server.trust({ contentGuid: guid, issuer: issuer.url, claims });
});
afterAll(async () => {
  await issuer.close();
  await place.clear();
});

/** As a job asks GitHub for its token. */
const jobToken = async (audience = 'connect'): Promise<string> => {
  const headers = { authorization: `bearer ${issuer.requestToken}` };
  const answer = await fetch(`${issuer.requestUrl}&audience=${audience}`, { headers });
  return ((await answer.json()) as { value: string }).value;
};

type Exchanged = { status: number; body: Record<string, string | number> };

const exchange = async (token: string, at: ConnectServer = server): Promise<Exchanged> => {
  const discovery = await fetch(`${at.url}/.well-known/oauth-authorization-server`);
  const { token_endpoint } = (await discovery.json()) as { token_endpoint: string };
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  });
  const answer = await fetch(token_endpoint, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Exchanged['body'] };
};

describe('trusted publishing', () => {
  it('gives a workflow a key for its content, and for nothing else', async () => {
    const { status, body } = await exchange(await jobToken());
    expect(status).toBe(200);
    const client = createConnectClient(server, String(body.access_token));
    expect(await refusal(client.call('GET', '/v1/user'))).toEqual([403, 22]); // the key is good, but is no user's
    expect(await refusal(client.call('GET', '/v1/content?name=published'))).toEqual([403, 22]);
    expect(await refusal(client.call('POST', '/v1/content', { name: 'another' }))).toEqual([403, 22]);
    const other = await owner.create('not-published');
    expect(await refusal(client.call('GET', `/v1/content/${other}`))).toEqual([403, 19]);

    const { body: bundle } = await client.upload(guid, await bundleOf('published'));
    expect((await client.deploy(guid, bundle.id)).error).toBe('');
    expect((await client.visit(`/content/${guid}/`)).text).toBe('published');
  });

  it('believes only what the issuer has signed, in its time', async () => {
    const [head, body, signature] = issuer.token('connect').split('.');
    const [, forged] = issuer.token('connect', { sub: 'repo:mallory/evil:ref:refs/heads/main' }).split('.');
    const past = Math.floor(Date.now() / 1000) - 3600;
    const other = await startIssuer('ada/greeter');
    const rejected = [
      'nonsense',
      [head, forged, signature].join('.'),
      [Buffer.from('{"alg":"none"}').toString('base64url'), body, ''].join('.'),
      issuer.token('connect', { exp: past }),
      issuer.token('connect', { nbf: past + 7200 }),
      other.token('connect'),
      other.token('connect', { iss: issuer.url }),
    ];
    for (const token of rejected) {
      const { status, body: answer } = await exchange(token);
      expect([status, answer.error]).toEqual([400, 'invalid_grant']);
      expect(answer.error_description).toMatch(/verification failed/);
    }
    await other.close();
  });

  it('wants one publisher that matches', async () => {
    const described = async (token: string) => (await exchange(token)).body.error_description;
    expect(await described(await jobToken('elsewhere'))).toMatch(/No matching publisher/);
    expect(await described(issuer.token('connect', { ref: 'refs/heads/draft' }))).toMatch(/No matching publisher/);
    const claims = { repository: 'ada/greeter', environment: 'staging' };
    server.trust({ contentGuid: guid, issuer: issuer.url, claims });
    expect(await described(issuer.token('connect', { environment: 'staging' }))).toMatch(/ambiguous/);
  });

  it('gives keys that expire', async () => {
    const brief = await place.connect({ ephemeralKeyMs: -1 });
    const item = await createConnectClient(brief).create('brief');
    brief.trust({ contentGuid: item, issuer: issuer.url, claims: { repository: 'ada/greeter' } });
    const { body } = await exchange(await jobToken(), brief);
    expect(await refusal(createConnectClient(brief, String(body.access_token)).call('GET', '/v1/user'))).toEqual([
      401, 30,
    ]);
  });

  it.each([{ version: '2026.06.0' }, { license: 'basic' as const }])('is not offered with %j', async (options) => {
    const without = await place.connect(options);
    const discovery = await fetch(`${without.url}/.well-known/oauth-authorization-server`);
    const { grant_types_supported: grants } = (await discovery.json()) as { grant_types_supported: string[] };
    expect(grants.join()).not.toContain('token-exchange');
    expect((await exchange(issuer.token('connect'), without)).body.error).toBe('unsupported_grant_type');
  });
});

describe('the issuer of identity tokens', () => {
  it('gives none without the token of the job', async () => {
    expect((await fetch(`${issuer.requestUrl}&audience=connect`)).status).toBe(401);
  });

  it('says what it is told to say', async () => {
    issuer.claim({ environment: 'production' });
    const [, body = ''] = (await jobToken()).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({ aud: 'connect', environment: 'production', repository: 'ada/greeter' });
  });
});
