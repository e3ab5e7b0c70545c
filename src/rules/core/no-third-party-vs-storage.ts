import { internal } from '../cites/core.ts';
import { claims } from '../english/claims.ts';
import {
  advertisingOf,
  hostParty,
  isCookie,
  isOutside,
  namesOf,
  relatedTo,
  type Stored,
  storedByProduct,
} from '../facts/storage.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noThirdPartyVsStorage: PolicyRule = {
  id: 'core/no-third-party-vs-storage',
  about: 'policy',
  severity: 'error',
  summary: 'A text that denies third-party cookies stands beside a list without any.',
  why: 'A reader who trusts the sentence does not look at the list.',
  cites: [internal('What a text denies is not in its lists')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          login: { name: login, provider: self }
        sections:
          - title: Cookies
            content: [We use no third-party cookies.]
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          video: { name: player, provider: video }
        sections:
          - title: Cookies
            content: [We use no third-party cookies.]
      `,
      product: yaml`
        vendors:
          video: { name: Video Ltd }
      `,
      problem: {
        at: 'policy.yaml:5:22',
        message: 'The text says “no third-party cookies”, and `player` is listed as somebody else’s.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words, about } of claims(subject, 'noThirdParty')) {
      const denied = deniedBy(about, subject.product);
      if (denied.length === 0) continue;
      yield {
        at,
        message: `The text says “${words}”, and ${namesOf(denied)} ${denied.length === 1 ? 'is' : 'are'} listed as somebody else’s.`,
        help: 'Say in the sentence which cookies are third-party and what for, or take them out of the product and the list.',
        related: relatedTo(denied, subject, 'name'),
      };
    }
  },
};

// Who denies tracking or advertising cookies of others may still have a login or a payment of theirs. What others set
// on your own host is first-party to a browser.
function deniedBy(about: string, product: ProductSubject): Stored[] {
  const among = about === '' ? storedByProduct(product) : advertisingOf(product);
  return among.filter((stored) => isCookie(stored) && isOutside(stored) && hostParty(stored) !== 'first');
}
