import { ccr } from '../california-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { isNeitherSoldNorShared, saleSaid } from '../sale-said.ts';

export const under16: PolicyRule = {
  id: 'ccpa/under-16',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'A policy says whether the company knows of selling or sharing data of people under 16.',
  why: 'Data of people under 16 is sold or shared only if they or their parents opt in; readers need to know whether it happens.',
  cites: [ccr('7011(e)(1)(G)', 'secondary')],
  examples: {
    ok: { policy: 'sale:\n  sells: true\n  shares: true\n  under16: false\n' },
    notOk: {
      policy: 'sale:\n  sells: true\n  shares: true\n',
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(1)(G) lists a statement on selling or sharing data of people under 16; `sale` has no `under16`.',
      },
    },
  },
  *check({ policy: { facts } }: Subject): Iterable<Draft> {
    if (isNeitherSoldNorShared(facts) || saleSaid(facts).under16 !== undefined) return;
    yield {
      at: { path: ['sale'] },
      message: `11 CCR 7011(e)(1)(G) lists a statement on selling or sharing data of people under 16; ${
        facts.sale === undefined ? 'the policy has no `sale`' : '`sale` has no `under16`'
      }.`,
      help: 'Add `under16: false` to `sale`, or `under16: true` where you know of it; where `sells` and `shares` are both `false`, it is not asked.',
    };
  },
};
