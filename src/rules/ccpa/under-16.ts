import { ccr } from '../cites/california.ts';
import { isSoldOrShared, saleSaid, soldOrShared } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const under16: PolicyRule = {
  id: 'ccpa/under-16',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary:
    'Where data is sold or shared, the policy says whether the company knows of selling or sharing data of people under 16.',
  why: 'Data of people under 16 is sold or shared only if they or their parents opt in; readers need to know whether it happens.',
  cites: [ccr('7011(e)(1)(G)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      sale:
        sells: true
        shares: true
        under16: false
    `,
    },
    notOk: {
      policy: yaml`
        sale:
          sells: true
          shares: true
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(1)(G) lists a statement on whether the company knows of selling or sharing data of people under 16, and data is sold and shared; no field says so, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    // Where the policy does not say whether data is sold or shared, that comes first: ccpa/sold-shared-or-none.
    if (!isSoldOrShared(facts) || saleSaid(facts).under16 !== undefined) return;
    yield* gapIn(subject, {
      at: { path: ['sale'] },
      asks: `11 CCR 7011(e)(1)(G) lists a statement on whether the company knows of selling or sharing data of people under 16, and data is ${soldOrShared(facts)}`,
      of: 'california',
      unsaid: 'so',
      fill: 'fill `sale.under16`',
      help: 'Add `under16: false` to `sale`, or `under16: true` where you know of it.',
      topic: 'under16',
      says: (policy) => saleSaid(policy.facts).under16 !== undefined,
    });
  },
};
