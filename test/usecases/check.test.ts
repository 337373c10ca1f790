import { expect, test } from 'vitest';
import { createWorld, refusing } from './world.ts';

const { act } = createWorld();

test('a check without a credential asks no server', async () => {
  const done = await act('check', { inputs: { token: '' } });
  expect(done.status).toBe('checked');
  expect(done.calls).toEqual([]);
  expect(done.journal.bundleSize).toBeGreaterThan(0);
});

test('a check with a credential tries it, and nothing else', async () => {
  const done = await act('check');
  expect(done.status).toBe('checked');
  expect(done.calls).toEqual(['verify']);
});

test('a check with a credential that is refused fails', async () => {
  const done = await act('check', { during: { verify: refusing('invalid-key') } });
  expect(done.status).toBe('failed');
  expect(done.codes).toEqual(['invalid-key']);
});

test('a check with a credential but no server fails, without asking one', async () => {
  const done = await act('check', { inputs: { server: '' } });
  expect(done.codes).toEqual(['no-server']);
  expect(done.calls).toEqual([]);
});

test('a check says that a task is not asked its health paths', async () => {
  const inputs = { 'health-check-path': '/healthz\n/ready' };
  const done = await act('check', { kind: 'task', inputs });
  expect(done.status).toBe('checked');
  expect(done.findings).toMatchObject([{ level: 'notice', code: 'setting-without-effect' }]);
  expect(done.findings[0]?.message).toMatch(/answers no requests, so \/healthz and \/ready are not requested\.$/);
  expect((await act('check', { inputs })).codes).toEqual([]);
});
