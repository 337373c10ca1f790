import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundle, client, config, server, service } from './ricochet-service.ts';

describe('environment variables', () => {
  it('are set, replaced and removed, and only their names come back', async () => {
    const { body } = await client.upload({ bundle, config, envVars: await client.encrypt({ FIRST: '1' }) });
    const path = `/content/${body.id}/env-vars`;
    expect((await client.call('GET', path)).body).toEqual(['FIRST']);
    expect((await client.call('PATCH', path, await client.encrypt({ SECOND: '2', FIRST: 'x' }))).body).toEqual([
      'FIRST',
      'SECOND',
    ]);
    expect((await client.call('DELETE', `${path}/FIRST`)).body).toEqual(['SECOND']);
    expect(await client.call('DELETE', `${path}/FIRST`)).toEqual({
      status: 404,
      body: { error: 'Variable not found' },
    });
    expect((await client.call('PUT', path, await client.encrypt({ THIRD: '3' }))).body).toEqual(['THIRD']);
    expect((await client.call('PUT', path, {})).body).toEqual([]);
  });

  it('are refused when they do not decrypt, and nothing is created', async () => {
    const before = server.items().length;
    const answer = await client.upload({ bundle, config, envVars: { Zm9v: 'YmFy' } });
    expect(answer).toEqual({ status: 400, body: { error: 'Environment variables could not be decrypted' } });
    expect(server.items().length).toBe(before);
    const id = await service();
    expect((await client.call('PATCH', `/content/${id}/env-vars`, { Zm9v: 'YmFy' })).status).toBe(400);
    const unusable = await client.encrypt({ 'NOT-A-NAME': 'x' });
    expect((await client.call('PATCH', `/content/${id}/env-vars`, unusable)).status).toBe(400);
  });

  it('hold values of 190 bytes, which is all that the key can encrypt', async () => {
    const id = await service();
    const encrypted = await client.encrypt({ LONG: 'x'.repeat(190) });
    expect((await client.call('PATCH', `/content/${id}/env-vars`, encrypted)).body).toEqual(['LONG']);
    await expect(client.encrypt({ LONG: 'x'.repeat(191) })).rejects.toThrow();
  });

  it('can be uploaded with the first deployment only', async () => {
    const id = await service();
    const { status, body } = await client.upload({ bundle, id, envVars: await client.encrypt({ A: '1' }) });
    expect(status).toBe(400);
    expect(body.error).toContain('first deployment');
  });

  it('are stored encrypted', async () => {
    const secret = 'a value that must not be on disk';
    const { body } = await client.upload({ bundle, config, envVars: await client.encrypt({ SECRET: secret }) });
    await client.ended(body.deployment_id ?? '');
    for (const file of readdirSync(server.home, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || !/sqlite|log$/.test(file.name)) continue;
      expect(readFileSync(`${file.parentPath}/${file.name}`).includes(secret), file.name).toBe(false);
    }
  });
});
