import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { businessData, namesOfKinds, placeOfKinds } from '../facts/business-data.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const categoriesCollected: PolicyRule = {
  id: 'ccpa/categories-collected',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Each kind of data is named in the terms of the California statute.',
  why: 'Readers in California compare policies and make requests by the categories the statute names.',
  cites: [ccr('7011(e)(1)(A)', 'secondary'), civilCode('1798.130(a)(5)(B)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          account:
            label: Account
            examples: [name, e-mail address]
            ccpa: [identifiers]
      `,
    },
    notOk: {
      policy: yaml`
        data:
          account:
            label: Account
            examples: [name, e-mail address]
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          '11 CCR 7011(e)(1)(A) asks for the categories collected, in the terms of the statute; no field says which “Account” belongs to, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const asks = '11 CCR 7011(e)(1)(A) asks for the categories collected, in the terms of the statute';
    if (facts.data === undefined) {
      yield* gapIn(subject, {
        at: { path: ['data'] },
        asks,
        unsaid: 'what is collected',
        fill: 'fill `data`, each kind with `ccpa`',
        help: 'List the kinds of data under `data`, each with `ccpa`, or write `data: none`.',
        topic: 'dataCollected',
        says: ({ facts: { data } }) => data !== undefined,
      });
      return;
    }
    const without = businessData(facts).filter(([, { ccpa }]) => ccpa === undefined);
    if (without.length === 0) return;
    yield* gapIn(subject, {
      at: placeOfKinds(without),
      asks,
      unsaid: `which ${namesOfKinds(without, 'or')} belongs to`,
      fill: 'add `ccpa` to each kind of data',
      help: 'Add `ccpa` to each kind of data, for example `ccpa: [identifiers]`.',
      topic: 'statutoryCategories',
      says: hasCategory,
    });
  },
};

function hasCategory({ facts }: ResolvedPolicy): boolean {
  return businessData(facts).some(([, { ccpa }]) => ccpa !== undefined);
}
