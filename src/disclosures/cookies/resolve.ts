import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { defined } from '../../resolve/defined.ts';
import type { Inventory } from '../../resolve/policy-model.ts';
import type { Resolving } from '../disclosure.ts';

/** Gives every cookie its technology, and the party that follows from the host it lives on. */
export function resolveCookies(
  cookies: Inventory<Cookie> | undefined,
  { product: { domains = [] } }: Resolving,
): Inventory<Cookie> | undefined {
  if (cookies === undefined || cookies === 'none') return cookies;
  const resolved = Object.entries(cookies).map(([id, cookie]): [string, Cookie] => [
    id,
    defined({ ...cookie, type: cookie.type ?? 'cookie', party: cookie.party ?? partyOf(cookie, domains) }),
  ]);
  return Object.fromEntries(resolved);
}

// A cookie is first-party where it lives on one of the product's own domains. Where none is named, nobody knows.
function partyOf({ domain, provider }: Cookie, domains: readonly string[]): Cookie['party'] {
  if (domain) return domains.length > 0 ? partyOfHost(domain, domains) : undefined;
  return provider === 'self' ? 'first' : undefined;
}

/** First or third party as it follows from the host: a host on one of these domains is the product's own. */
export function partyOfHost(host: string, domains: readonly string[]): 'first' | 'third' {
  const own = setsOfDomains.get(domains) ?? new Set(domains);
  setsOfDomains.set(domains, own);
  const labels = host.split('.');
  return labels.some((_, index) => own.has(labels.slice(index).join('.'))) ? 'first' : 'third';
}

// A product has the same domains for each of its cookies.
const setsOfDomains = new WeakMap<readonly string[], ReadonlySet<string>>();
