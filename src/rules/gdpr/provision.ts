import { gdpr, gdprName } from '../cites/gdpr.ts';
import { businessData } from '../facts/business-data.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const provision: PolicyRule = {
  id: 'gdpr/provision',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy says which data has to be given, and what happens without it.',
  why: 'People can leave a field empty only if they know that they may, and what it costs them.',
  cites: [gdpr('13(2)(e)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          address:
            label: Address
            source: given
            provision: Needed to deliver. Without it, you cannot order.
      `,
    },
    notOk: {
      policy: yaml`
        data:
          address:
            label: Address
            source: given
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(e) lists whether people have to give data, and what happens without it; no field says so, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const kinds = businessData(subject.policy.facts);
    const given = kinds.filter(([, { source = 'given' }]) => source === 'given');
    if (given.length === 0 || kinds.some(([, kind]) => kind.provision !== undefined)) return;
    yield* gapIn(subject, {
      at: { path: ['data'] },
      asks: `${gdprName(subject.product)} Art. 13(2)(e) lists whether people have to give data, and what happens without it`,
      unsaid: 'so',
      fill: 'add `provision` to the data people give',
      help: 'Add `provision:` to the data people give: whether the law or a contract asks for it, and what they cannot do without it.',
      topic: 'provision',
    });
  },
};
