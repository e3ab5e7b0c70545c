import { ccr, civilCode } from '../cites/california.ts';
import { businessData, namesOfKinds, placeOfKinds } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { mayConcern } from '../facts/own-purposes.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const collectionPurpose: PolicyRule = {
  id: 'ccpa/collection-purpose',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Each kind of data has a purpose it is collected for.',
  why: 'A list of data beside a list of purposes does not tell a reader which is collected for what.',
  cites: [ccr('7011(e)(1)(C)', 'secondary'), civilCode('1798.100(a)(1)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          account: { label: Account }
          orders: { label: Orders }
        purposes:
          service:
            text: To deliver what you order.
            data: [account, orders]
      `,
    },
    notOk: {
      policy: yaml`
        data:
          account: { label: Account }
          orders: { label: Orders }
        purposes:
          service:
            text: To deliver what you order.
            data: [orders]
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          '11 CCR 7011(e)(1)(C) lists the specific purpose of collecting data; no field says what “Account” is collected for.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const purposes = entriesOf(facts.purposes).map(([, purpose]) => purpose);
    const without = businessData(facts).filter(
      (kind) => !purposes.some((purpose) => mayConcern(purpose, kind)),
    );
    if (without.length === 0) return;
    yield* gapIn(subject, {
      at: placeOfKinds(without),
      asks: '11 CCR 7011(e)(1)(C) lists the specific purpose of collecting data',
      of: 'california',
      unsaid: `what ${namesOfKinds(without, 'or')} is collected for`,
      fill: 'add an entry to `purposes`',
      help: 'Add an entry to `purposes` for it, or its id to the `data` of the purpose it serves.',
      // Where purposes are listed, prose is not where one more would stand.
      ...(purposes.length === 0 && { topic: 'purposes' as const }),
    });
  },
};
