import { readFileSync } from 'node:fs';
import type { Agent } from 'node:https';
import tls from 'node:tls';
import { HttpClient } from '@actions/http-client';
import { attempt } from '../attempt.ts';
import { namedAuthorities, USER_AGENT } from './authorities.ts';

/** The toolkit's agent: it honours `https_proxy` and `no_proxy`, which Node's own does not; and the authorities of the job. */
export function agentFor(url: URL, keepAlive = false): ReturnType<HttpClient['getAgent']> {
  const agent = new HttpClient(USER_AGENT, [], { keepAlive }).getAgent(url.href);
  const secureContext = url.protocol === 'https:' ? trusted() : undefined;
  // An agent lays its own options over those of each connection, with a proxy and without.
  if (secureContext) Object.assign((agent as Agent).options, { secureContext });
  return agent;
}

function trusted(): tls.SecureContext | undefined {
  const own = namedAuthorities().flatMap(([, path]) => attempt(() => readFileSync(path, 'utf8')) ?? []);
  if (own.length === 0) return undefined;
  // Older versions of Node tell the authorities that they come with only.
  const known = tls.getCACertificates?.('default') ?? tls.rootCertificates;
  return attempt(() => tls.createSecureContext({ ca: [...known, ...own] }));
}
