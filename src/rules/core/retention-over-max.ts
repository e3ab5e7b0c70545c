import { comparePeriods, daysIn } from '../../time/period.ts';
import { internal } from '../cites/core.ts';

import { entriesOf } from '../facts/entries.ts';

import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const retentionOverMax: PolicyRule = {
  id: 'core/retention-over-max',
  about: 'policy',
  severity: 'warning',
  summary: 'A cookie stays on the device no longer than the data it collects is kept.',
  why: 'An identifier that outlives its data recognises people for a purpose that nothing is kept for any more.',
  cites: [
    internal(
      'What identifies people is kept no longer than its purpose needs: GDPR Art. 5(1)(e)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
      cookies:
        visits: { name: _visits, expires: 13 months, dataRetention: 25 months }
    `,
    },
    notOk: {
      policy: yaml`
        cookies:
          visits: { name: _visits, expires: 2 years, dataRetention: 14 months }
      `,
      problem: {
        at: 'policy.yaml:2:37',
        message: '`_visits` stays for 2 years, and the data it collects is kept for 14 months.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    for (const [id, { name, expires, dataRetention }] of entriesOf(policy.facts.cookies)) {
      const [stays, kept] = [daysIn(expires), daysIn(dataRetention)];
      if (!expires || !dataRetention || stays === undefined || kept === undefined || stays < kept) continue;
      if (comparePeriods(expires, dataRetention) !== 'different') continue;
      yield {
        at: { path: ['cookies', id, 'expires'] },
        message: `\`${name}\` stays for ${expires}, and the data it collects is kept for ${dataRetention}.`,
        help: 'Shorten the lifetime of the cookie, or correct `dataRetention` if the data is kept longer.',
        each: {
          name: `\`${name}\``,
          all: (names) => `${names} stay longer than the data they collect is kept.`,
        },
        related: [{ at: { path: ['cookies', id, 'dataRetention'] }, message: 'How long its data is kept.' }],
      };
    }
  },
};
