import { constants, publicEncrypt } from 'node:crypto';
import { error, type Finding, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';

/** What RSA-OAEP with SHA-256 can hold under ricochet's 2048-bit key: 256 - 2 * 32 - 2 bytes. */
const LIMIT = 190;

/** Names every variable that can't be encrypted, before anything is sent. */
export function checkEnvVars(vars: readonly EnvVar[]): Finding[] {
  return vars
    .filter(({ name, value }) => Buffer.byteLength(name) > LIMIT || Buffer.byteLength(value) > LIMIT)
    .map(({ name, value }) =>
      error(
        'env-too-long',
        Buffer.byteLength(value) > LIMIT
          ? `The variable ${name} has ${Buffer.byteLength(value)} bytes; ricochet takes ${LIMIT}.`
          : `The name of the variable ${quote(name)} has ${name.length} bytes; ricochet takes ${LIMIT}.`,
        'Split it over several variables, or keep the value where the app can fetch it.',
      ),
    );
}

/** `{base64(RSA-OAEP-SHA256(name)): base64(RSA-OAEP-SHA256(value))}` (ricochet's API reference, "env_vars"). */
export function encryptEnvVars(vars: readonly EnvVar[], publicKey: string): Record<string, string> {
  const encrypt = (text: string) =>
    publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      Buffer.from(text),
    ).toString('base64');
  try {
    return Object.fromEntries(vars.map(({ name, value }) => [encrypt(name), encrypt(value)]));
  } catch (cause) {
    throw failure(
      'env-encryption',
      "The environment variables can't be encrypted with the server's key.",
      'Ask your server’s administrator to check its key, or deploy without env.',
      { cause },
    );
  }
}
