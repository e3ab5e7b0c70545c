import { expect, test } from 'vitest';
import { regimes } from '../schemas/product.ts';
import { inspectProduct } from '../src/rules/inspect.ts';
import type { ProductSubject } from '../src/rules/rule.ts';
import type { Texts } from './compile-texts.ts';
import { inspectedIn } from './rules.ts';

// What rules do for a policy does not grow with the policies beside it. What they read is counted, never timed.

// One of each kind, and then what a product can have many of.
const kinds = ['cookie-policy', 'privacy-policy', 'terms', 'security-policy'];

function productOf(count: number): Texts {
  const policies = Array.from(
    { length: count },
    (_, index) => [`shop/p-${index}.yaml`, policy(index)] as const,
  );
  return {
    'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\n',
    'shop/product.yaml': `name: Shop
domains: [shop.example]
contacts: { help: { label: Help, email: help@shop.example } }
vendors: { ads: { name: Adnet, does: shows advertising, country: US }, host: { name: Hosting, country: IE } }
regimes: [${regimes.options.join(', ')}]
`,
    ...Object.fromEntries(policies),
  };
}

function policy(index: number): string {
  return `kind: ${kinds[index] ?? 'notice'}
title: Policy ${index}
updated: 2026-11-01
categories: { needed: { label: Necessary }, ads: { label: Advertising, party: third } }
cookies:
  sid: { name: sid, category: needed, purpose: Keeps you signed in., provider: self, expires: 30 days }
  ad-${index}: { name: ad_${index}, category: ads, purpose: Shows advertising., provider: ads, expires: 1 year }
retention: { logs: { of: access logs, period: 90 days } }
sections:
  - title: Cookies of third parties
    content:
      - The cookie \`ad_${index}\` stays for 1 year. Access logs are kept for 90 days. We share data with partners.
      - '{{ vendors.ads.name }} sets cookies. Our session cookies are HttpOnly. We may sell nothing.'
      - cookies: all
  - title: Your rights
    content: [You can ask us for a copy of your data and object to its use., contact: help]
`;
}

/** How often the rules read a value of a product and its policies. */
function readsOf(count: number): number {
  const inspected = inspectedIn(productOf(count), '2026-11-22')[0];
  if (!inspected) throw new Error('No product to inspect.');
  let reads = 0;
  const seen = new WeakMap<object, object>();
  const counted = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    // What is counted is what was given, by another way.
    if (known) return known as T;
    const proxy = new Proxy<object>(value, {
      get(target, key, receiver) {
        reads += 1;
        const found = Reflect.get(target, key, receiver);
        return typeof found === 'function' ? found : counted(found);
      },
    });
    seen.set(value, proxy);
    return proxy as T;
  };
  inspectProduct({ ...inspected, subject: counted<ProductSubject>(inspected.subject) });
  return reads;
}

test('rules read as much of each policy, whether 4 or 249 others stand beside it', () => {
  const [few, many] = [readsOf(5), readsOf(250)];
  expect(many / 250 / (few / 5)).toBeLessThan(1.2);
});
