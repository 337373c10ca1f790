import { readFileSync } from 'node:fs';
import { quote } from '../../findings/text.ts';
import { attempt } from '../attempt.ts';

export const USER_AGENT = 'uv-deploy';

/**
 * Variables that name a file of certificate authorities (PEM), which count beside those that Node knows: OpenSSL's, and the one of
 * Posit's clients (rsconnect-python, `--cacert`). Node's own is among them because authorities of one's own take its place.
 */
const VARIABLES = ['SSL_CERT_FILE', 'CONNECT_CA_CERTIFICATE', 'NODE_EXTRA_CA_CERTS'] as const;

/** The variables that name a file, with it. */
export const namedAuthorities = (): readonly (readonly [variable: string, path: string])[] =>
  VARIABLES.map((name) => [name, process.env[name] ?? ''] as const).filter(([, path]) => path !== '');

/** Why no authority was found, where a file of them is named and can't be read; empty where there is none. */
export const unreadableAuthorities = (): string =>
  namedAuthorities()
    .filter(
      ([, path]) =>
        !/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/.test(attempt(() => readFileSync(path, 'utf8')) ?? ''),
    )
    .map(([name, path]) => `${name} names ${quote(path, 200)}, which is not a readable file of certificates (PEM)`)
    .join('; ');

const UNTRUSTED = [
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
];

/** Whether a connection failed because nobody vouches for the server's certificate. */
export const isUntrusted = (code: string): boolean => UNTRUSTED.includes(code);
