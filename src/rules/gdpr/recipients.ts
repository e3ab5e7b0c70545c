import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
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
          'GDPR Art. 13(1)(e) lists the recipients of personal data, or their categories; the policy has no `recipients` and does not say `none`.',
      },
    },
  },
  *check({ policy: { facts }, product }: Subject): Iterable<Draft> {
    if (facts.recipients === 'none' || entriesOf(facts.recipients).length > 0) return;
    yield {
      at: { path: ['recipients'] },
      message: `${gdprName(product)} Art. 13(1)(e) lists the recipients of personal data, or their categories; the policy has no \`recipients\` and does not say \`none\`.`,
      help: 'Add `recipients:` with those who receive personal data, or `recipients: none`.',
    };
  },
};
