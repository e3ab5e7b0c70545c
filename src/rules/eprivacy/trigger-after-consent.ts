import { directive, pecr } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const triggerAfterConsent: PolicyRule = {
  id: 'eprivacy/trigger-after-consent',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'A cookie of a category that needs consent is not set as the page loads.',
  why: 'What is set before the question is answered did not wait for the answer.',
  cites: [
    { ...directive, checked: 'secondary' },
    { ...pecr, checked: 'secondary' },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
        cookies:
          visits: { name: shop_visits, category: analytics, trigger: consent }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics: { label: Analytics, consent: required }
        cookies:
          visits: { name: shop_visits, category: analytics, trigger: load }
      `,
      problem: {
        at: 'policy.yaml:4:62',
        message: '`shop_visits` is set as the page loads, though “Analytics” needs consent.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    const categories = new Map(entriesOf(policy.facts.categories));
    for (const [id, { name, category = '', trigger }] of entriesOf(policy.facts.cookies)) {
      const { label, consent } = categories.get(category) ?? {};
      if (trigger !== 'load' || consent !== 'required') continue;
      yield {
        at: { path: ['cookies', id, 'trigger'] },
        message: `\`${name}\` is set as the page loads, though “${label}” needs consent.`,
        help: 'Set it after consent and write `trigger: consent`, or correct the category it is in.',
        each: {
          name: `\`${name}\``,
          all: (names) => `${names} are set as the page loads, though “${label}” needs consent.`,
        },
        related: [{ at: { path: ['categories', category, 'consent'] }, message: 'Consent is needed here.' }],
      };
    }
  },
};
