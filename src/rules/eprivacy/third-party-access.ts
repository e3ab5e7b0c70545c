import { providersOf } from '../../disclosures/cookies/page.ts';
import { planet49 } from '../cites/eprivacy.ts';
import { isKept, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const thirdPartyAccess: PolicyRule = {
  id: 'eprivacy/third-party-access',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'Each cookie states who can read it, other companies included.',
  why: 'Who sets a cookie is not always the only one to learn from it.',
  cites: [planet49],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        cart: { name: shop_cart, provider: self, access: [self] }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          cart: { name: shop_cart, provider: self }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Planet49 counts whether third parties have access to a cookie among the information owed; ' +
          'no field says who can read `shop_cart`, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy } = subject;
    // Who sets a cookie can read it: where that is another company, the question is answered.
    const open = entriesOf(policy.facts.cookies).filter(
      ([, cookie]) =>
        cookie.access === undefined &&
        isKept(cookie) &&
        providersOf(cookie).every((id) => id === 'self') &&
        cookie.party !== 'third',
    );
    if (open.length === 0) return;
    yield* gapIn(subject, {
      at: { path: placeAmong('cookies', open) },
      asks: 'Planet49 counts whether third parties have access to a cookie among the information owed',
      unsaid: `who can read ${namesOf(
        open.map(([, { name }]) => `\`${name}\``),
        'or',
      )}`,
      fill: 'add `access` there',
      help: 'Add `access:` with `self`, the ids of vendors, or both: `access: [self, stripe]`.',
      topic: 'storageAccess',
    });
  },
};
