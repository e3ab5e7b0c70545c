import type { WrittenCategory } from '../../../schemas/disclosures/categories.ts';
import type { Cookie, CookieDefaults, WrittenCookie } from '../../../schemas/disclosures/cookies.ts';
import { defined } from '../../resolve/defined.ts';
import type { Inventory } from '../../resolve/policy-model.ts';
import { listOf } from '../../text/one-or-many.ts';
import type { Resolving } from '../disclosure.ts';

/** Gives every cookie what holds for each of its category, its technology, and the party that follows from the host it lives on. */
export function resolveCookies(
  cookies: Inventory<WrittenCookie> | undefined,
  { policy: { categories }, product: { domains = [] } }: Resolving,
): Inventory<Cookie> | undefined {
  if (cookies === undefined || cookies === 'none') return cookies;
  const resolved = Object.entries(cookies).map(([id, written]): [string, Cookie] => {
    const cookie = { ...defaultsOf(written, categories), ...written };
    const [providers, hosts] = [[...listOf(cookie.provider)], [...listOf(cookie.domain)]];
    const { type = 'cookie', party = partyOf(hosts, providers, domains) } = cookie;
    const several = {
      ...(providers.length > 1 && { providers }),
      ...(hosts.length > 1 && { domains: hosts }),
    };
    return [id, defined({ ...cookie, provider: providers[0], domain: hosts[0], ...several, type, party })];
  });
  return Object.fromEntries(resolved);
}

function defaultsOf(
  { category }: WrittenCookie,
  categories: Inventory<WrittenCategory> | undefined,
): CookieDefaults | undefined {
  if (category === undefined || typeof categories !== 'object') return undefined;
  return Object.hasOwn(categories, category) ? categories[category]?.each : undefined;
}

// A cookie is first-party where it lives on one of the product's own domains. Where none is named, nobody knows.
function partyOf(
  hosts: readonly string[],
  providers: readonly string[],
  domains: readonly string[],
): Cookie['party'] {
  if (hosts.length === 0)
    return providers.length > 0 && providers.every((one) => one === 'self') ? 'first' : undefined;
  const parties = new Set(hosts.map((host) => partyOfHost(host, domains)));
  const [party] = parties;
  return domains.length > 0 && parties.size === 1 ? party : undefined;
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
