import { describe, expect, test } from 'vitest';
import { makeVariant, swap } from '../fixtures/variant.ts';
import { createAttempts, theOne } from '../tools/attempts.ts';

const SCOPES = ['content:deploy', 'content:read'];
const old = createAttempts();
const current = createAttempts({ version: '0.24' });

type Place = typeof old;

async function deploy({ place, server, run }: Place, later = {}, scopes = SCOPES) {
  const { url, createKey } = server();
  const workspace = await makeVariant(place, { from: 'service', later });
  const token = createKey({ user: 'owner', scopes });
  return run({ workspace, inputs: { mode: 'deploy', server: url, token, preflight: 'static' } });
}

describe('a ricochet server of either generation', () => {
  test('0.17 takes a deployment with the scope for it alone', async () => {
    const done = await deploy(old, {}, ['content:deploy']);
    expect(done.outputs).toMatchObject({ status: 'deployed', health: expect.stringContaining('200') });
  });

  test('0.24 takes it with the scope that reads content, too', async () => {
    const done = await deploy(current);
    expect(done.outputs).toMatchObject({ status: 'deployed', health: expect.stringContaining('200') });
  });

  test('0.24 lets a key that may only deploy not follow the deployment: the scope is named, and nothing is called failed', async () => {
    const done = await deploy(current, { '_ricochet.toml': swap('name = "', 'name = "Only deploy ') }, [
      'content:deploy',
    ]);
    const { message } = theOne(done, 'missing-scope');
    expect(message).toContain('The API key lacks the scope content:read');
    expect(message).toContain('The deployment continues');
    expect(done.titles('error')).toEqual(['missing-scope']);
  });

  test.each([
    ['out_of_sync', 'uv.lock does not match pyproject.toml'],
    ['quarantined', "has the status 'quarantined'"],
  ])('a deployment that ends as %s has failed, and the word is quoted', async (status, text) => {
    current.server().force(status);
    const done = await deploy(current, { '_ricochet.toml': swap('name = "', `name = "${status} `) });
    expect(done.outputs.status).toBe('failed');
    const { message } = theOne(done, 'deployment-failed');
    expect(message).toContain(`'${status}'`);
    expect(message).toContain(text);
  });
});
