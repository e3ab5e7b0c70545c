import { ico, scheduleA1, scheduleA1From } from '../eprivacy-cites.ts';
import { entriesOf } from '../inventory.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';

export const statisticalObject: PolicyRule = {
  id: 'pecr/statistical-object',
  about: 'policy',
  severity: 'error',
  regimes: ['pecr'],
  kinds: ['cookie-policy'],
  inForce: { from: scheduleA1From },
  summary: 'Statistics and appearance without consent come with a simple and free way to object.',
  why: 'Where nobody is asked first, saying no afterwards is the choice that is left.',
  cites: [scheduleA1('secondary', 5), ico],
  examples: {
    ok: {
      policy:
        'categories:\n  visits:\n    label: Visits\n    exemption: statistical\n' +
        '    objection: Switch counting off at the foot of any page.\n',
    },
    notOk: {
      policy: 'categories:\n  visits:\n    label: Visits\n    exemption: statistical\n',
      problem: {
        at: 'policy.yaml:4:16',
        message:
          'PECR Sch. A1 pairs the exception for statistics with a simple and free way to object; “Visits” names none.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    for (const [id, { label, exemption, objection }] of entriesOf(policy.facts.categories)) {
      if (objection !== undefined || (exemption !== 'statistical' && exemption !== 'appearance')) continue;
      yield {
        at: { path: ['categories', id, 'exemption'] },
        message: `PECR Sch. A1 pairs the exception for ${exemption === 'statistical' ? 'statistics' : 'appearance'} with a simple and free way to object; “${label}” names none.`,
        help: 'Add `objection:` to the category: how a visitor switches it off.',
      };
    }
  },
};
