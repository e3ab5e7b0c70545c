import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import { listed } from '../../text/listed.ts';
import { lastsAtMost } from '../../time/period.ts';
import { isKept, namesOf } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const frAudience: PolicyRule = {
  id: 'eprivacy/fr-audience',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary:
    'Audience measurement without consent shows the conditions of the CNIL: trackers of 13 months at most, data of 25 months at most, for your own account only, with a way to object.',
  why: 'The exception holds only under these conditions, and a reader can see from the list whether they are met.',
  cites: [
    {
      text: 'CNIL, exemption of audience measurement (restated on 4 July 2025)',
      url: 'https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies-solutions-pour-les-outils-de-mesure-daudience',
      basis: 'guidance',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          visits:
            label: Visits
            exemption: audience-fr
            objection: Untick the box below.
        cookies:
          visits:
            name: shop_visits
            category: visits
            expires: 13 months
            dataRetention: 25 months
            access: [self]
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits:
            label: Visits
            exemption: audience-fr
            objection: Untick the box below.
        cookies:
          visits:
            name: shop_visits
            category: visits
            expires: 13 months
            dataRetention: 3 years
            access: [self]
      `,
      problem: {
        at: 'policy.yaml:4:16',
        message:
          '“Visits” claims the CNIL’s exemption of audience measurement; not shown: data kept for 25 months at most (`shop_visits`).',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    for (const [id, category] of entriesOf(policy.facts.categories)) {
      if (category.exemption !== 'audience-fr') continue;
      const cookies = entriesOf(policy.facts.cookies).filter(([, cookie]) => cookie.category === id);
      const missing = unmet(category, cookies, product);
      if (missing.length > 0)
        yield {
          at: { path: ['categories', id, 'exemption'] },
          message: `“${category.label}” claims the CNIL’s exemption of audience measurement; not shown: ${listed(missing)}.`,
          help: 'Add `objection:` to the category, and `expires:`, `dataRetention:` and `access:` (self or processors) to its cookies; or ask for consent.',
        };
    }
  },
};

function unmet({ objection }: Category, cookies: [string, Cookie][], product: ProductSubject): string[] {
  const failing = (words: string, isMet: (cookie: Cookie) => boolean) => {
    const some = cookies.filter(([, cookie]) => !isMet(cookie));
    return some.length > 0 ? [`${words} (${namesOf(some)})`] : [];
  };
  return [
    // Whether the lifetime is short enough is another rule's question.
    ...failing('a lifetime', (cookie) => !isKept(cookie) || cookie.expires !== undefined),
    ...failing('data kept for 25 months at most', ({ dataRetention = '' }) => lastsAtMost(dataRetention, 25)),
    ...failing('access for you and your processors alone', (cookie) => isOwnAccount(cookie, product)),
    ...(objection === undefined ? ['a way to object'] : []),
  ];
}

function isOwnAccount(cookie: Cookie, { written }: ProductSubject): boolean {
  return (
    cookie.access !== undefined &&
    [...providersOf(cookie), ...cookie.access].every(
      (id) => id === 'self' || written.vendors?.[id]?.role === 'processor',
    )
  );
}
