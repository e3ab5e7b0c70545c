import { planet49 } from '../cites/eprivacy.ts';
import { matches } from '../english/written-texts.ts';
import { isKept, namesOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const thirdPartyAccess: PolicyRule = {
  id: 'eprivacy/third-party-access',
  about: 'policy',
  severity: 'error',
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
          'who can read `shop_cart` is not stated.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const open = entriesOf(subject.policy.facts.cookies).filter(
      ([, cookie]) => cookie.access === undefined && isKept(cookie),
    );
    if (open.length === 0 || matches(subject, inWords).length > 0) return;
    yield {
      at: { path: placeAmong('cookies', open) },
      message: `Planet49 counts whether third parties have access to a cookie among the information owed; who can read ${namesOf(open, 'or')} is not stated.`,
      help: 'Add `access:` with `self`, the ids of vendors, or both: `access: [self, stripe]`.',
    };
  },
};

const others =
  '(?:other companies|third part(?:y|ies)|(?:any|no)(?:body|one| one) else|any other (?:company|party))';
const inWords = new RegExp(
  [
    `\\b(?:only (?:we|us)|nobody else|no one else|no other (?:company|party)|no third part(?:y|ies)|(?:third parties|other companies) (?:can|may|have|cannot|do))\\b[^.]{0,60}\\b(?:read|access)\\b`,
    '\\b(?:read|readable|accessed|accessible) (?:only )?(?:by|to) (?:us|the company|the provider)\\b',
    `\\b(?:read|readable|accessed|accessible) (?:by|to) ${others}\\b`,
  ].join('|'),
);
