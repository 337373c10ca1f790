import { readFileSync } from 'node:fs';
import type { Agent } from 'node:https';
import tls from 'node:tls';
import { HttpClient } from '@actions/http-client';
import { quote } from '../../findings/text.ts';
import { attempt } from '../attempt.ts';

export const USER_AGENT = 'uv-deploy';

/**
 * Variables that name a file of certificate authorities (PEM), which count beside those that Node knows: OpenSSL's, and the one of
 * Posit's clients (rsconnect-python, `--cacert`). Node's own is among them because authorities of one's own take its place.
 */
const VARIABLES = ['SSL_CERT_FILE', 'CONNECT_CA_CERTIFICATE', 'NODE_EXTRA_CA_CERTS'] as const;

/** The toolkit's agent: it honours `https_proxy` and `no_proxy`, which Node's own does not; and the authorities of the job. */
export function agentFor(url: URL, keepAlive = false): ReturnType<HttpClient['getAgent']> {
  const agent = new HttpClient(USER_AGENT, [], { keepAlive }).getAgent(url.href);
  const secureContext = url.protocol === 'https:' ? trusted() : undefined;
  // An agent lays its own options over those of each connection, with a proxy and without.
  if (secureContext) Object.assign((agent as Agent).options, { secureContext });
  return agent;
}

const named = () => VARIABLES.map((name) => [name, process.env[name] ?? ''] as const).filter(([, path]) => path !== '');

function trusted(): tls.SecureContext | undefined {
  const own = named().flatMap(([, path]) => attempt(() => readFileSync(path, 'utf8')) ?? []);
  if (own.length === 0) return undefined;
  // Older versions of Node tell the authorities that they come with only.
  const known = tls.getCACertificates?.('default') ?? tls.rootCertificates;
  return attempt(() => tls.createSecureContext({ ca: [...known, ...own] }));
}

/** Why no authority was found, where a file of them is named and can't be read; empty where there is none. */
export const unreadableAuthorities = (): string =>
  named()
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
