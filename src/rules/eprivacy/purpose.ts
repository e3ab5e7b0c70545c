import { directive, pecr, scheduleA1, storageLaw } from '../cites/eprivacy.ts';
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
          'Directive 2002/58/EC Art. 5(3) asks for the purposes of what is stored; no field says that of `shop_cart`.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const categories = new Map(entriesOf(policy.facts.categories));
    const law = storageLaw(product);
    for (const [id, { name, purpose: own, category }] of entriesOf(policy.facts.cookies)) {
      if (own !== undefined) continue;
      // What a category is for is told of all that stands in it.
      const isToldByCategory = categories.get(category ?? '')?.description !== undefined;
      const shown = `\`${name}\``;
      yield {
        at: { path: ['cookies', id] },
        message: `${law} asks for the purposes of what is stored; no field says that of ${shown}.`,
        help: 'Add `purpose:` to each with a sentence a visitor understands, such as "Keeps what is in your cart".',
        each: {
          name: shown,
          all: (names) => `${law} asks for the purposes of what is stored; no field says those of ${names}.`,
        },
        ...(isToldByCategory && { severity: 'warning' as const }),
      };
    }
  },
};
