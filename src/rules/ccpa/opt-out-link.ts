import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { hasRight } from '../facts/rights.ts';
import { isSoldOrShared, linksChoice, saleSaid, soldOrShared } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const optOutLink: PolicyRule = {
  id: 'ccpa/opt-out-link',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Where data is sold or shared, the policy says how to opt out, or links to where that is said.',
  why: 'A right to opt out helps only readers who can find where to do it.',
  cites: [ccr('7011(e)(3)(C)', 'secondary'), civilCode('1798.135(a)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        sale:
          sells: true
          optOut:
            label: Do Not Sell or Share My Personal Information
            url: https://shop.example/opt-out
      `,
    },
    notOk: {
      policy: yaml`
        sale:
          sells: true
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(3)(C) lists the contents of the notice of the right to opt out, or a link to it, and data is sold; no field says how people opt out, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    if (!isSoldOrShared(facts) || saysHow(subject.policy) || linksChoice(subject, 'optOut')) return;
    yield* gapIn(subject, {
      at: { path: ['sale', 'optOut'] },
      asks: `11 CCR 7011(e)(3)(C) lists the contents of the notice of the right to opt out, or a link to it, and data is ${soldOrShared(facts)}`,
      of: 'california',
      unsaid: 'how people opt out',
      fill: 'fill `sale.optOut`',
      help: saleSaid(facts).optOut
        ? 'Add `url` to `sale.optOut`, the address the link leads to, or the ways to opt out as `methods`.'
        : 'Add `optOut` to `sale`, with the words of the link as `label`, and its address as `url` or the ways to opt out as `methods`.',
      topic: 'saleOptOut',
      says: saysHow,
    });
  },
};

function saysHow({ facts }: ResolvedPolicy): boolean {
  const { optOut } = saleSaid(facts);
  return optOut?.url !== undefined || optOut?.methods !== undefined || hasRight({ facts }, 'opt-out-sale');
}
