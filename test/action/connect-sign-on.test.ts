import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { type Issuer, startIssuer } from '../emulators/oidc/issuer.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { everythingShown } from '../tools/action.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { pullRequest } from '../tools/events.ts';

const place = createWorkplace();
const { run, project, guidOf, calls } = createConnectRuns(place);
let server: ConnectServer;
let issuer: Issuer;
beforeAll(async () => {
  [server, issuer] = await Promise.all([place.connect(), startIssuer('octo/app')]);
});
afterAll(async () => {
  await issuer.close();
  await place.clear();
});

const identity = (from = issuer) => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: from.requestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: from.requestToken,
});

/** Content that is live, and trusts the workflow; the action then runs without a token. */
const trusting = async (name: string, claims: Record<string, string> = { repository: 'octo/app' }, at = server) => {
  await run(at, { workspace: await project(name) });
  const id = guidOf(at, name);
  at.trust({ contentGuid: id, issuer: issuer.url, claims });
  return id;
};

describe('without a token but with id-token: write', () => {
  test('the workflow signs in with its identity, deploys, previews and tears down', async () => {
    const own = await place.connect();
    const id = await trusting('trusted', { repository: 'octo/app' }, own);
    own.requests.clear();
    const common = { env: identity(), inputs: { token: '', id } };
    const deployed = await run(own, { workspace: await project('trusted', { 'note.txt': 'new' }), ...common });
    expect(deployed.titles()).toEqual([]);
    expect(deployed.outputs).toMatchObject({ status: 'deployed', id });
    expect(calls(own)).not.toContain('GET /__api__/v1/content');
    expect(deployed.masks).toContain(issuer.requestToken);
    const [jwt] = deployed.masks.filter((mask) => mask.split('.').length === 3);
    expect(jwt).toBeDefined();
    for (const mask of deployed.masks) expect(everythingShown(deployed)).not.toContain(mask);

    const workspace = await project('trusted', { 'note.txt': 'preview' });
    const opened = await run(own, { workspace, event: pullRequest(2), ...common });
    expect(opened.outputs).toMatchObject({ status: 'deployed', id });
    const closed = await run(own, { workspace, event: pullRequest(2, { action: 'closed' }), ...common });
    expect(closed.outputs.status).toBe('removed');
    expect(own.bundles(id)).toHaveLength(2);
    await own.close();
  });

  test('mode: check tries the identity out', async () => {
    const id = await trusting('checked', { repository: 'octo/app', ref: 'refs/heads/main' });
    const inputs = { mode: 'check', token: '', id };
    const done = await run(server, { workspace: await project('checked'), env: identity(), inputs });
    expect(done.titles()).toEqual([]);
    expect(done.outputs.status).toBe('checked');
  });

  test('the id of the content is needed, for such a key may not look for any', async () => {
    const own = await place.connect();
    await trusting('searched', { repository: 'octo/app' }, own);
    const done = await run(own, { workspace: await project('searched'), env: identity(), inputs: { token: '' } });
    expect(done.titles('error')).toEqual(['no-id']);
    await own.close();
  });
});

describe.concurrent('an identity that is refused', () => {
  const refused = async (version: string, arrange: (own: ConnectServer, other: Issuer) => void) => {
    const [own, other] = await Promise.all([place.connect({ version }), startIssuer('octo/app')]);
    arrange(own, other);
    const inputs = { token: '', id: '00000000-0000-0000-0000-000000000000' };
    const done = await run(own, { workspace: await project('refused'), env: identity(other), inputs });
    expect(calls(own).some((call) => call.includes('/__api__/'))).toBe(false);
    await Promise.all([own.close(), other.close()]);
    const error = done.annotations.find(({ level }) => level === 'error');
    return [done.titles('error'), error?.message] as const;
  };
  const content = '00000000-0000-0000-0000-000000000000';

  test('because no publisher fits is reported with what to add', async () => {
    const [titles, message] = await refused('2026.07.0', (own, { url }) => {
      own.trust({ contentGuid: content, issuer: url, claims: { repository: 'octo/other' } });
    });
    expect(titles).toEqual(['identity-refused']);
    expect(message).toContain('no publisher on the server fits this workflow');
  });

  test('because two publishers fit is reported', async () => {
    const [titles, message] = await refused('2026.07.0', (own, { url }) => {
      for (const claims of [{ repository: 'octo/app' }, { repository_owner: 'octo' }]) {
        own.trust({ contentGuid: content, issuer: url, claims });
      }
    });
    expect(titles).toEqual(['identity-refused']);
    expect(message).toContain('more than one publisher');
  });

  test('because the issuer is not trusted is reported', async () => {
    const [titles, message] = await refused('2026.07.0', () => {});
    expect(titles).toEqual(['identity-refused']);
    expect(message).toContain("could not verify GitHub's token");
  });

  test('by a server that is too old is reported with the other way', async () => {
    const [titles, message] = await refused('2026.06.0', () => {});
    expect(titles).toEqual(['no-trusted-publishing']);
    expect(message).toContain('secrets.CONNECT_API_KEY');
  });

  test('by GitHub is reported as such', async () => {
    const [titles] = await refused('2026.07.0', (_own, { faults }) => {
      faults.add({ on: 'GET *', answer: { status: 403, body: '{"message":"no"}' } });
    });
    expect(titles).toEqual(['no-identity']);
  });

  test('is never sent to another server than the one that was named', async () => {
    const [titles] = await refused('2026.07.0', (own) => {
      const body = '{"token_endpoint":"https://evil.example/token"}';
      own.faults.add({ on: 'GET /.well-known/oauth-authorization-server', answer: { status: 200, body } });
    });
    expect(titles).toEqual(['server-redirects']);
  });
});

test('without a token and without an identity both ways are named', async () => {
  const done = await run(server, { workspace: await project('nobody'), inputs: { token: '' } });
  expect(done.titles('error')).toEqual(['no-token']);
  expect(done.annotations[0]?.message).toContain('secrets.CONNECT_API_KEY');
  expect(done.annotations[0]?.message).toContain('id-token: write');
});
