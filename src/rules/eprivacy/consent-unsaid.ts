import { directive, pecr, storageLaw } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import { advertisingOf, type Stored, storedBy } from '../facts/storage.ts';
import { gapIn } from '../gap.ts';
import { knownCookie } from '../known-cookies.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const consentUnsaid: PolicyRule = {
  id: 'eprivacy/consent-unsaid',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'A list of cookies without categories, some of them of advertisers, says which wait for consent.',
  why: 'Nobody can refuse a cookie of an advertiser who does not learn that there is a choice.',
  cites: [directive, pecr],
  examples: {
    ok: {
      policy: yaml`
        categories:
          ads: { label: Advertising, consent: required }
        cookies:
          ad: { name: ad_id, provider: ads, category: ads, purpose: Shows you advertising elsewhere. }
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          ad: { name: ad_id, provider: ads, purpose: Shows you advertising elsewhere. }
          cart: { name: cart, provider: self, purpose: Keeps your cart. }
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd }
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Directive 2002/58/EC Art. 5(3) asks for consent, or for one of its exceptions, and 1 of 2 entries that stand in no category is for advertising; no field says which of them wait for consent, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { categories, consent } = subject.policy.facts;
    const stored = storedBy(subject);
    const ads = advertisingAmong(stored, subject);
    if (entriesOf(categories).length > 0 || consent !== undefined || ads.length === 0) return;
    yield* gapIn(subject, {
      at: { path: ['consent'] },
      asks: `${storageLaw(subject.product)} asks for consent, or for one of its exceptions, and ${ads.length} of ${stored.length} entries that stand in no category ${ads.length === 1 ? 'is' : 'are'} for advertising`,
      unsaid: 'which of them wait for consent',
      fill: 'fill `categories`, each with `consent`',
      help: 'Add `categories:`, each with `consent: required` or `exempt`, and the `category` of each cookie.',
      topic: 'storageConsent',
    });
  },
};

// By what it is for, or by a name that is known for it.
function advertisingAmong(stored: readonly Stored[], { product }: Subject): Stored[] {
  const listed = new Set(advertisingOf(product).map(({ cookie }) => cookie));
  return stored.filter(({ cookie }) => listed.has(cookie) || knownCookie(cookie.name)?.kind === 'marketing');
}
