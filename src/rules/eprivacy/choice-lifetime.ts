import { lastsAtMost } from '../../time/period.ts';
import { cnil } from '../cites/eprivacy.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { consentCategories } from '../facts/consent.ts';

import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const choiceLifetime: PolicyRule = {
  id: 'eprivacy/choice-lifetime',
  about: 'policy',
  severity: 'info',
  regimes: ['eprivacy', 'eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'The policy states how long a choice about cookies is kept.',
  why: 'A reader learns when the question comes again, and for how long an answer given in passing holds.',
  cites: [
    cnil,
    {
      text: 'AEPD guide on the use of cookies',
      url: 'https://www.aepd.es/guias/guia-cookies.pdf',
      basis: 'guidance',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
        consent:
          keptFor: 6 months
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'The CNIL suggests keeping a choice for 6 months and the AEPD for 24 months at most; how long one is kept is not stated.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { categories, consent } = subject.policy.facts;
    const [asking] = consentCategories(categories);
    if (consent?.keptFor !== undefined) {
      const [authority, months] = suggestion(subject);
      if (!lastsAtMost(consent.keptFor, months))
        yield {
          at: { path: ['consent', 'keptFor'] },
          message: `The ${authority} suggests keeping a choice for ${months} months${authority === 'AEPD' ? ' at most' : ''}; here it is kept for ${consent.keptFor}.`,
          help: 'Ask again sooner, and shorten `keptFor`.',
        };
    } else if (asking !== undefined && !isStatedElsewhere(subject))
      yield {
        at: { path: consent ? ['consent', 'keptFor'] : ['categories', asking] },
        message:
          'The CNIL suggests keeping a choice for 6 months and the AEPD for 24 months at most; how long one is kept is not stated.',
        help: 'Add `keptFor:` with a period under `consent` of this policy: `keptFor: 6 months`.',
      };
  },
};

function suggestion({ product }: Subject): ['CNIL' | 'AEPD', number] {
  return product.written.regimes?.includes('eprivacy-fr') ? ['CNIL', 6] : ['AEPD', 24];
}

const inWords =
  /\b(?:remember|keep|kept|stor|record|sav|hold|valid)\w*\b[^.]{0,60}\b(?:choices?|consent|decision|answer)\b[^.]{0,40}\bfor\b|\b(?:choices?|consent|decision|answer)\b[^.]{0,30}\b(?:remembered|kept|stored|recorded|saved|valid|lasts?)\b[^.]{0,20}\bfor\b/;

/** A sentence says it, or the cookie does that remembers the choice; in other languages than English that is left open. */
function isStatedElsewhere(subject: Subject): boolean {
  if (!isEnglish(subject.policy) || matches(subject, inWords).length > 0) return true;
  return entriesOf(subject.policy.facts.cookies).some(
    ([, { purpose = '', expires }]) =>
      expires !== undefined &&
      /\b(?:choices?|consent|(?:allowed|accepted|agreed)\b.*\b(?:refused|declined|rejected))\b/i.test(
        purpose,
      ),
  );
}
