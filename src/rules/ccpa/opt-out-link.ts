import { ccr, civilCode } from '../cites/california.ts';
import { isSoldOrShared, linksChoice, saleSaid, soldOrShared } from '../facts/sale-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const optOutLink: PolicyRule = {
  id: 'ccpa/opt-out-link',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Where data is sold or shared, there is a link to opt out.',
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
          '11 CCR 7011(e)(3)(C) lists the notice of the right to opt out, or a link to it; data is sold, and `sale` has no `optOut`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const { optOut } = saleSaid(facts);
    if (!isSoldOrShared(facts) || optOut?.url !== undefined || linksChoice(subject, 'optOut')) return;
    const missing = optOut ? '`optOut` has no `url`' : '`sale` has no `optOut`';
    yield {
      at: { path: ['sale', 'optOut'] },
      message: `11 CCR 7011(e)(3)(C) lists the notice of the right to opt out, or a link to it; data is ${soldOrShared(facts)}, and ${missing}.`,
      help: optOut
        ? 'Add `url` to `sale.optOut`: the address the link leads to.'
        : 'Add `optOut` to `sale`, with the words of the link as `label` and its address as `url`.',
    };
  },
};
