import { directive, pecr, scheduleA1, storageLaw } from '../cites/eprivacy.ts';
import { namesOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const purpose: PolicyRule = {
  id: 'eprivacy/purpose',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each cookie states what it is for.',
  why: 'A name like `_x1` tells nobody anything: what it does is what a reader decides about.',
  cites: [directive, pecr, scheduleA1('secondary')],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        cart: { name: shop_cart, purpose: Keeps what is in your cart. }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          cart: { name: shop_cart }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Directive 2002/58/EC Art. 5(3) asks for the purposes of what is stored; `shop_cart` states none.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const missing = entriesOf(policy.facts.cookies).filter(([, cookie]) => cookie.purpose === undefined);
    if (missing.length === 0) return;
    yield {
      at: { path: placeAmong('cookies', missing) },
      message: `${storageLaw(product)} asks for the purposes of what is stored; ${namesOf(missing)} ${missing.length === 1 ? 'states' : 'state'} none.`,
      help: 'Add `purpose:` to each with a sentence a visitor understands, such as "Keeps what is in your cart".',
    };
  },
};
