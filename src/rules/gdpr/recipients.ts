import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const recipients: PolicyRule = {
  id: 'gdpr/recipients',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy says who receives personal data, by name or by class, or says `none`.',
  why: 'Data that is passed on is out of the hands it was given to; people want to know whose it is in.',
  cites: [gdpr('13(1)(e)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        title: Privacy policy
        recipients:
          couriers: { label: Couriers, text: The company that brings your parcel. }
      `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(1)(e) lists the recipients of personal data, or their categories; no field says who receives data, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    if (policy.facts.data === 'none' || isSaid(policy)) return;
    yield* gapIn(subject, {
      at: { path: ['recipients'] },
      asks: `${gdprName(product)} Art. 13(1)(e) lists the recipients of personal data, or their categories`,
      of: 'europe',
      unsaid: 'who receives data',
      fill: 'fill `recipients`',
      help: 'Add `recipients:` with those who receive personal data, or `recipients: none`.',
      topic: 'recipients',
      says: isSaid,
    });
  },
};

function isSaid({ facts: { recipients } }: ResolvedPolicy): boolean {
  return recipients === 'none' || entriesOf(recipients).length > 0;
}
