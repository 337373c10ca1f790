import { constants, createPrivateKey, createPublicKey, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Database } from '../host/database.ts';
import { Refusal } from '../host/refusal.ts';

/** base64(RSA-OAEP-SHA256(name)) -> base64(RSA-OAEP-SHA256(value)), as ricochet's clients send it. */
export type Encrypted = Readonly<Record<string, string>>;

/** The items' environment variables: encrypted as they came, and decrypted only to start a process. */
export type Variables = {
  /** PKCS#1 PEM, 2048 bit. */
  readonly publicKey: string;
  names(contentId: string): string[];
  /** @throws Refusal when something does not decrypt, before anything is written */
  set(contentId: string, encrypted: Encrypted): void;
  replace(contentId: string, encrypted: Encrypted): void;
  /** @throws Refusal when there is none of that name */
  remove(contentId: string, name: string): void;
  decrypted(contentId: string): Record<string, string>;
  /** @throws Refusal as `set` would */
  check(encrypted: unknown): Encrypted;
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const loadKey = (path: string): string => {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(path, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8');
};

export const createVariables = (database: Database, keyPath: string): Variables => {
  const key = createPrivateKey(loadKey(keyPath));

  const decrypt = (text: string): string => {
    try {
      const buffer = Buffer.from(text, 'base64');
      return privateDecrypt({ key, oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING }, buffer).toString();
    } catch {
      throw new Refusal(400, 'Environment variables could not be decrypted');
    }
  };

  const open = (encrypted: Encrypted): { name: string; value: string }[] =>
    Object.entries(encrypted).map(([secretName, value]) => {
      const name = decrypt(secretName);
      decrypt(value);
      if (!NAME.test(name)) throw new Refusal(400, `Environment variable name is unusable: ${name}`);
      return { name, value };
    });

  const write = (contentId: string, variables: { name: string; value: string }[]): void => {
    for (const { name, value } of variables) {
      database.run('INSERT OR REPLACE INTO variables VALUES (?, ?, ?)', contentId, name, value);
    }
  };

  const rows = (contentId: string) =>
    database.all<{ name: string; value: string }>(
      'SELECT * FROM variables WHERE content_id = ? ORDER BY name',
      contentId,
    );

  return {
    publicKey: String(createPublicKey(key).export({ type: 'pkcs1', format: 'pem' })),
    names: (contentId) => rows(contentId).map(({ name }) => name),
    set: (contentId, encrypted) => write(contentId, open(encrypted)),
    replace(contentId, encrypted) {
      const variables = open(encrypted);
      database.run('DELETE FROM variables WHERE content_id = ?', contentId);
      write(contentId, variables);
    },
    remove(contentId, name) {
      if (!rows(contentId).some((row) => row.name === name)) throw new Refusal(404, 'Variable not found');
      database.run('DELETE FROM variables WHERE content_id = ? AND name = ?', contentId, name);
    },
    decrypted: (contentId) => Object.fromEntries(rows(contentId).map(({ name, value }) => [name, decrypt(value)])),
    check(encrypted) {
      if (typeof encrypted !== 'object' || encrypted === null || Array.isArray(encrypted)) {
        throw new Refusal(400, 'Environment variables must be a JSON object');
      }
      const values: unknown[] = Object.values(encrypted);
      if (!values.every((value) => typeof value === 'string')) {
        throw new Refusal(400, 'Environment variables must be strings');
      }
      open(encrypted as Encrypted);
      return encrypted as Encrypted;
    },
  };
};
