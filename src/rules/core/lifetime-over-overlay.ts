import { lastsAtMost } from '../../time/period.ts';

import { categoryOf, type Stored, storedBy } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const lifetimeOverOverlay: PolicyRule = {
  id: 'core/lifetime-over-overlay',
  about: 'policy',
  severity: 'error',
  summary: 'What rests on the French exemption of audience measurement stays for at most 13 months.',
  why: 'The exemption from consent is tied to a limited life of the tracker, so a longer one speaks against it.',
  regimes: ['eprivacy-fr'],
  cites: [
    {
      text: 'CNIL, exemption of audience measurement (restated on 4 July 2025): 13 months at most',
      url: 'https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies-solutions-pour-les-outils-de-mesure-daudience',
      basis: 'guidance',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          visits: { label: Visit counting, consent: exempt, exemption: audience-fr }
        cookies:
          visitor: { name: visitor, category: visits, expires: 13 months }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits: { label: Visit counting, consent: exempt, exemption: audience-fr }
        cookies:
          visitor: { name: visitor, category: visits, expires: 2 years }
      `,
      problem: {
        at: 'policy.yaml:4:56',
        message:
          '`visitor` is said to stay 2 years; the CNIL names 13 months for audience measurement without consent.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const stored of storedBy(subject)) {
      const { id, cookie } = stored;
      const category = categoryOf(stored);
      if (category?.exemption !== 'audience-fr' || !isTooLong(stored)) continue;
      yield {
        at: { path: ['cookies', id, 'expires'] },
        message: `\`${cookie.name}\` is said to stay ${cookie.expires}; the CNIL names 13 months for audience measurement without consent.`,
        help: 'Shorten its life in the product and here, or ask for consent in this category.',
        related: [
          {
            at: { path: ['categories', cookie.category ?? '', 'exemption'] },
            message: 'The exemption is named here.',
          },
        ],
      };
    }
  },
};

function isTooLong({ cookie: { expires } }: Stored): boolean {
  return expires !== undefined && expires !== 'until sign-out' && !lastsAtMost(expires, 13);
}
