import type { App } from '../api/values.ts';

/** Clever Cloud's own domain, for apps that have no other. Its certificate covers one level. */
const OWN = '.cleverapps.io';
const LONGEST_LABEL = 63;

/**
 * The domain that an app is best known by, as the official client chooses it: the primary one, else one of the owner's, else one that
 * was chosen, else the one that every app gets. It may have a path. `undefined` for an app without any.
 */
export function bestDomain(
  { id, domains }: Pick<App, 'id' | 'domains'>,
  primary: string | undefined,
): string | undefined {
  const host = (domain: string): string => domain.replace(/\/.*$/, '');
  const byDefault = `${id.replace('_', '-')}${OWN}`;
  const best =
    primary ??
    domains.find((domain) => !host(domain).endsWith(OWN)) ??
    domains.find((domain) => host(domain) !== byDefault) ??
    domains[0];
  return best?.replace(/\/+$/, '');
}

/** Where an app answers; empty without a domain. A domain deeper below Clever Cloud's own has no certificate. */
export function addressOf(domain: string | undefined, server: string): string {
  if (domain === undefined) return '';
  const isDeep = /\.[^./]+\.cleverapps\.io(?:\/|$)/.test(domain);
  return `${isDeep ? 'http:' : new URL(server).protocol}//${domain}`;
}

/** A domain of Clever Cloud's own for an app of this name; `suffix` tells it from one that is taken. */
export function ownDomain(name: string, suffix = ''): string {
  const label = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const room = LONGEST_LABEL - (suffix === '' ? 0 : suffix.length + 1);
  // The end of the name tells previews of one app apart.
  const cut = label(name)
    .slice(-room)
    .replace(/^-+|-+$/g, '');
  return `${[cut, suffix].filter((part) => part !== '').join('-')}${OWN}`;
}
