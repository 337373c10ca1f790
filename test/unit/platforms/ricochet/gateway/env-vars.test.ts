import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EnvVar } from '../../../../../src/inputs/dotenv.ts';
import { checkEnvVars, encryptEnvVars } from '../../../../../src/platforms/ricochet/gateway/env-vars.ts';
import { failureOf } from '../../../../tools/fakes.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS1 = publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const SPKI = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const decrypt = (text: string): string =>
  privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(text, 'base64'),
  ).toString();
const decrypted = (vars: Record<string, string>): EnvVar[] =>
  Object.entries(vars).map(([name, value]) => ({ name: decrypt(name), value: decrypt(value) }));

describe('encrypted variables', () => {
  const vars: EnvVar[] = [
    { name: 'A', value: 'one' },
    { name: 'EMPTY', value: '' },
    { name: 'LINES', value: 'one\ntwo\r\n' },
    { name: 'UNICODE', value: 'grüße 世界 🎉' },
    { name: '__proto__', value: 'x' },
    { name: 'LONG', value: 'x'.repeat(190) },
  ];

  it.each([
    ['PKCS#1, as ricochet sends it', PKCS1],
    ['SPKI', SPKI],
  ])('are read by the one who has the private key: %s', (_, key) => {
    expect(decrypted(encryptEnvVars(vars, key))).toEqual(vars);
  });

  it('are base64 without line breaks, and show neither name nor value', () => {
    const text = JSON.stringify(encryptEnvVars([{ name: 'PASSWORD', value: 'hunter2' }], PKCS1));
    expect(text).toMatch(/^\{"[A-Za-z0-9+/]{342}==":"[A-Za-z0-9+/]{342}=="\}$/);
  });

  it('are other texts each time', () => {
    const once = encryptEnvVars(vars, PKCS1);
    const again = encryptEnvVars(vars, PKCS1);
    expect(Object.keys(once).filter((key) => Object.hasOwn(again, key))).toEqual([]);
  });

  it('are none when there are none', () => expect(encryptEnvVars([], PKCS1)).toEqual({}));

  it.each([
    ['a key that is none', 'not a key'],
    ['a broken key', PKCS1.replace(/[A-Z]{4}/, '!!!!')],
    ['an empty text', ''],
  ])('can not be made with %s; that is reported without the values', async (_, key) => {
    const { findings, cause } = await failureOf(() => encryptEnvVars([{ name: 'A', value: 'hunter2' }], key));
    expect(findings).toMatchObject([{ level: 'error', code: 'env-encryption' }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
    expect(cause).toBeInstanceOf(Error);
  });

  it('can not be made with a key that is too small for them', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 })
      .publicKey.export({ type: 'pkcs1', format: 'pem' })
      .toString();
    expect(
      (await failureOf(() => encryptEnvVars([{ name: 'A', value: 'x'.repeat(100) }], small))).findings[0]?.code,
    ).toBe('env-encryption');
  });
});

describe('variables that are too long', () => {
  it('are those of more than 190 bytes, which is just what the key can hold', async () => {
    const fits = [
      { name: 'A', value: 'x'.repeat(190) },
      { name: 'B', value: 'ü'.repeat(95) },
      { name: 'N'.repeat(190), value: '' },
    ];
    expect(checkEnvVars(fits)).toEqual([]);
    expect(decrypted(encryptEnvVars(fits, PKCS1))).toEqual(fits);
    for (const value of ['x'.repeat(191), 'ü'.repeat(96)]) {
      expect(checkEnvVars([{ name: 'A', value }])).toHaveLength(1);
      await failureOf(() => encryptEnvVars([{ name: 'A', value }], PKCS1));
    }
  });

  it('are reported all at once, by their names and sizes only', () => {
    const findings = checkEnvVars([
      { name: 'KEY', value: `hunter2${'x'.repeat(200)}` },
      { name: 'FINE', value: 'x' },
      { name: 'CERT', value: 'ü'.repeat(100) },
    ]);
    expect(findings).toMatchObject([
      { level: 'error', code: 'env-too-long', message: 'The variable KEY has 207 bytes; ricochet takes 190.' },
      { level: 'error', code: 'env-too-long', message: 'The variable CERT has 200 bytes; ricochet takes 190.' },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('may be so by their names', () => {
    const [finding] = checkEnvVars([{ name: 'N'.repeat(191), value: 'abc' }]);
    expect(finding?.message).toMatch(/^The name of the variable N+… has 191 bytes; ricochet takes 190\.$/);
  });
});
